import { EconomyError } from '../economy-error.ts'

/** Persons by year, region and industry, as a structure analysis takes them. */
export interface EmploymentTable {
  readonly regions: { readonly id: string; readonly name: string }[]
  readonly industries: { readonly id: string; readonly name: string }[]
  readonly years: number[]
  /** values[year][region][industry] */
  readonly values: number[][][]
}

const headers: Readonly<Record<string, string>> = {
  해: 'year',
  연도: 'year',
  년도: 'year',
  year: 'year',
  지역: 'region',
  시도: 'region',
  region: 'region',
  산업: 'industry',
  업종: 'industry',
  industry: 'industry',
  종사자: 'persons',
  종사자수: 'persons',
  취업자: 'persons',
  persons: 'persons',
}
const wanted = [
  ['year', '해'],
  ['region', '지역'],
  ['industry', '산업'],
  ['persons', '종사자'],
] as const

/**
 * 종사자 표 읽기: rows of 해, 지역, 산업, 종사자 (year, region, industry, persons), in any order. Every year needs every region and industry: a cell that is left out is nobody's zero and is refused by name.
 *
 * `employmentTable([['해', '지역', '산업', '종사자'], ['2020', '가', 'a', '5'], ['2021', '가', 'a', '6']]).values // => [[[5]], [[6]]]`
 * @throws EconomyError `missing` for a column or a cell, `not-a-number` and `out-of-range` with the row.
 */
export function employmentTable(rows: readonly (readonly string[])[]): EmploymentTable {
  const names = (rows[0] ?? []).map((one) => headers[one.replace(/\s/g, '').toLowerCase()] ?? one.trim())
  for (const [name, word] of wanted)
    if (!names.includes(name))
      throw new EconomyError(
        'missing',
        `expected the columns 해, 지역, 산업 and 종사자, found no ${word} in "${names.join(', ')}"`,
        `name a column ${word} (${name})`,
        { part: 'header' },
      )
  const cells = new Map<string, number>()
  const [years, regions, industries] = [new Set<number>(), new Set<string>(), new Set<string>()]
  for (const [i, row] of rows.slice(1).entries()) {
    if (row.every((one) => one.trim() === '')) continue
    const cell = (name: string) => (row[names.indexOf(name)] ?? '').trim()
    const where = { part: 'row', row: i + 2 }
    const year = Number(cell('year').replace(/년$/, ''))
    if (!(Number.isInteger(year) && year >= 1900 && year <= 2200))
      throw new EconomyError('not-a-number', `expected a year in row ${i + 2}, got "${cell('year')}"`, 'write it as 2024', where)
    const persons = Number(cell('persons').replace(/[,\s명]/g, '') || Number.NaN)
    if (!(persons >= 0))
      throw new EconomyError(
        'not-a-number',
        `expected persons of 0 or more in row ${i + 2}, got "${cell('persons')}"`,
        'write a number; 0 only where there is nobody',
        where,
      )
    const [region, industry] = [cell('region'), cell('industry')]
    if (region === '' || industry === '')
      throw new EconomyError('missing', `expected a region and an industry in row ${i + 2}, got "${region}" and "${industry}"`, 'fill both', where)
    const key = JSON.stringify([year, region, industry])
    if (cells.has(key))
      throw new EconomyError(
        'out-of-range',
        `expected each cell once, got ${year} ${region} ${industry} again in row ${i + 2}`,
        'take one of them out',
        where,
      )
    cells.set(key, persons)
    years.add(year)
    regions.add(region)
    industries.add(industry)
  }
  const sorted = [...years].sort((a, b) => a - b)
  const values = sorted.map((year) =>
    [...regions].map((region) =>
      [...industries].map((industry) => {
        const persons = cells.get(JSON.stringify([year, region, industry]))
        if (persons === undefined)
          throw new EconomyError(
            'missing',
            `expected persons for ${year} ${region} ${industry}, found no row`,
            'add the row; 0 only where there is nobody',
            {
              part: 'values',
              row: `${year} ${region}`,
              column: industry,
            },
          )
        return persons
      }),
    ),
  )
  const named = (list: Iterable<string>) => [...list].map((one) => ({ id: one, name: one }))
  return { regions: named(regions), industries: named(industries), years: sorted, values }
}
