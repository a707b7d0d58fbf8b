import { EconomyError } from '../economy-error.ts'
import { monthAfter } from './korean-holidays.ts'
import type { WatchedMeasure, WatchedSeries } from './warning-report.ts'

const measures: Readonly<Record<string, WatchedMeasure>> = {
  가동률: 'utilisation',
  utilisation: 'utilisation',
  생산: 'production',
  생산액: 'production',
  production: 'production',
  고용: 'employment',
  고용인원: 'employment',
  employment: 'employment',
}
const units: Readonly<Record<WatchedMeasure, string>> = { utilisation: '%', production: 'KRW', employment: 'persons' }
const headers: Readonly<Record<string, string>> = {
  월: 'month',
  month: 'month',
  구역: 'zone',
  단지: 'zone',
  zone: 'zone',
  업종: 'sector',
  sector: 'sector',
  지표: 'measure',
  measure: 'measure',
  값: 'value',
  value: 'value',
}

/** A month as people write it. `readMonthCell('2024년 3월') // => '2024-03'` */
export function readMonthCell(text: string): string | null {
  const found = /^(\d{4})\s*[-./년]?\s*(\d{1,2})\s*월?$/.exec(text.trim())
  const month = Number(found?.[2])
  return found && month >= 1 && month <= 12 ? `${found[1]}-${String(month).padStart(2, '0')}` : null
}

/**
 * 월별 자료 읽기: rows of 월, 구역, 업종, 지표, 값 (month, zone, sector, measure, value) as watched series. 업종 empty or 전체 is the whole zone; 지표 left out is 가동률; an empty value or a month that is left out inside
 * a series is not known. Rows may stand in any order.
 *
 * `monthlySeries([['월', '구역', '값'], ['2024-01', '가산단', '81.5'], ['2024-02', '가산단', '80']])[0].values // => [81.5, 80]`
 * @throws EconomyError `missing` for a column, `not-a-number` and `out-of-range` with the row.
 */
export function monthlySeries(rows: readonly (readonly string[])[]): WatchedSeries[] {
  const names = (rows[0] ?? []).map((one) => headers[one.trim().toLowerCase()] ?? one.trim())
  const at = Object.fromEntries(['month', 'zone', 'sector', 'measure', 'value'].map((name) => [name, names.indexOf(name)])) as Record<string, number>
  for (const [name, word] of [
    ['month', '월'],
    ['zone', '구역'],
    ['value', '값'],
  ] as const)
    if (at[name]! < 0)
      throw new EconomyError(
        'missing',
        `expected a column 월, 구역 and 값, found no ${word} in "${names.join(', ')}"`,
        `name a column ${word} (${name})`,
        {
          part: 'header',
        },
      )
  const groups = new Map<string, { zone: string; sector: string | null; measure: WatchedMeasure; values: Map<string, number | null> }>()
  for (const [i, row] of rows.slice(1).entries()) {
    if (row.every((one) => one.trim() === '')) continue
    const cell = (name: string) => (at[name]! < 0 ? '' : (row[at[name]!] ?? '').trim())
    const where = { part: 'row', row: i + 2 }
    const month = readMonthCell(cell('month'))
    if (month === null)
      throw new EconomyError('not-a-number', `expected a month in row ${i + 2}, got "${cell('month')}"`, 'write it as 2024-03', where)
    const measure = cell('measure') === '' ? 'utilisation' : measures[cell('measure').toLowerCase()]
    if (!measure)
      throw new EconomyError(
        'out-of-range',
        `expected 가동률, 생산 or 고용 in row ${i + 2}, got "${cell('measure')}"`,
        'write one of the three',
        where,
      )
    const sector = /^(|전체|계|합계|total|all)$/i.test(cell('sector')) ? null : cell('sector')
    const words = cell('value').replace(/[,%\s]/g, '')
    const value = words === '' || words === '-' ? null : Number(words)
    if (value !== null && !Number.isFinite(value))
      throw new EconomyError(
        'not-a-number',
        `expected a number in row ${i + 2}, got "${cell('value')}"`,
        'write 81.5, or leave it empty where nobody knows',
        where,
      )
    const zone = cell('zone')
    const key = JSON.stringify([measure, zone, sector])
    const group = groups.get(key) ?? { zone, sector, measure, values: new Map<string, number | null>() }
    if (group.values.has(month))
      throw new EconomyError(
        'out-of-range',
        `expected one value a month, got a second for ${month} of "${sector ?? zone}" in row ${i + 2}`,
        'take one of them out',
        where,
      )
    group.values.set(month, value)
    groups.set(key, group)
  }
  if (groups.size === 0) throw new EconomyError('missing', 'expected rows under the header, got none', 'give one row a month', { part: 'rows' })
  return [...groups.entries()].map(([key, { zone, sector, measure, values }]) => {
    const months = [...values.keys()].sort()
    const length = monthsBetween(months[0]!, months.at(-1)!) + 1
    const filled = Array.from({ length }, (_, t) => values.get(monthAfter(months[0]!, t)) ?? null)
    return { id: key, name: sector ?? zone, zone, sector, measure, unit: units[measure], start: months[0]!, values: filled }
  })
}

/** Months from one to another. `monthsBetween('2023-11', '2024-02') // => 3` */
export function monthsBetween(from: string, to: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return index(to) - index(from)
}
