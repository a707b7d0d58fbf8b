import type { EmploymentTable, TableRow } from '#capabilities/economy/index'
import { type KsicRevision, ksicRevision, sectorOfKsic } from '#data/economy/ksic'
import { EconomyError } from '#engines/economy/economy-error'
import type { CaseOf } from '../cases.ts'
import { regionSplit } from './region-split.ts'
import { sourceOfTables, type Words } from './table-source.ts'

/** An employment table of the office with its persons. */
export interface GivenEmployment {
  readonly row: TableRow
  readonly employment: EmploymentTable
}

/** What is asked of the tables. */
export interface StructureOfTables {
  readonly region: string
  /** The whole; null: 전국 or 합계 of the table, else all regions together. */
  readonly nation?: string | null | undefined
  /** `code`: industries as the tables code them; `sector`: the 33 sectors; `section`: letters of the KSIC. */
  readonly level: 'code' | 'sector' | 'section'
  /** A cell without a row: 0 where the person says so, else refused. */
  readonly absentIsZero: boolean
  readonly name?: string | undefined
}

interface Industry {
  readonly id: string
  readonly name: string
  readonly nameEn?: string
  readonly group?: string
}

const rest = { id: '그 밖의 지역', name: '그 밖의 지역', nameEn: 'Rest of the nation' }

/**
 * 들인 표로 산업구조: a structure analysis of employment tables that the office imported, one a year. Regions are taken so that they add up to the nation (`regionSplit`).
 * @throws EconomyError for two tables of one year, revisions that cannot be compared by code, a region that is not in all years, and cells without a row
 */
export function structureOfTables(given: readonly GivenEmployment[], asked: StructureOfTables): CaseOf<'structure'> {
  const tables = [...given].sort((a, b) => a.row.year - b.row.year)
  const twice = tables.find((one, i) => i > 0 && one.row.year === tables[i - 1]!.row.year)
  if (twice)
    throw new EconomyError('out-of-range', `expected one table a year, got two of ${twice.row.year}`, 'take one of them out', {
      part: 'tables',
      row: twice.row.year,
    })
  if (tables.length === 0) throw new EconomyError('missing', 'expected at least one table, got none', 'choose a table of persons', { part: 'tables' })
  const revisions = new Set(tables.map((one) => one.employment.revision))
  if (revisions.size > 1 && asked.level !== 'sector')
    throw new EconomyError(
      'out-of-range',
      `expected tables of one revision of the KSIC, got ${[...revisions].join(' and ')}`,
      'compare them by the 33 sectors, which hold over both',
      { part: 'level' },
    )
  const notes: Words[] = []
  const industries = new Map<string, Industry>()
  let unplaced = 0
  const counted = tables.map(({ employment }) => {
    const persons = new Map<string, Map<string, number>>()
    for (const line of employment.lines) {
      const industry = industryOf(line, ksicRevision(employment.revision)!, asked.level)
      if (industry === null) {
        unplaced += line.persons
        continue
      }
      if (!industries.has(industry.id)) industries.set(industry.id, industry)
      const own = persons.get(line.region) ?? new Map<string, number>()
      persons.set(line.region, own.set(industry.id, (own.get(industry.id) ?? 0) + line.persons))
    }
    return persons
  })
  const total = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((sum, one) => sum + one, 0)
  const everywhere = [...counted[0]!.keys()].filter((name) => counted.every((one) => one.has(name)))
  const last = counted.at(-1)!
  const split = regionSplit(Object.fromEntries(everywhere.map((name) => [name, total(last.get(name)!)])), asked.region, asked.nation ?? null)
  const ids = [...industries.keys()].sort()
  let zeros = 0
  const cell = (t: number, region: string, id: string): number => {
    const persons = counted[t]!.get(region)!.get(id)
    if (persons !== undefined) return persons
    if (!asked.absentIsZero)
      throw new EconomyError(
        'missing',
        `expected persons for ${tables[t]!.row.year} ${region} ${industries.get(id)!.name}, found no row`,
        'add the row to the table, or say that cells without a row are 0',
        { part: tables[t]!.row.name, row: `${tables[t]!.row.year} ${region}`, column: industries.get(id)!.name },
      )
    zeros++
    return 0
  }
  const values = tables.map(({ row }, t) => {
    const own = split.regions.map((region) => ids.map((id) => cell(t, region, id)))
    if (!split.rest) return own
    const left = ids.map((id, j) => cell(t, split.nation!, id) - own.reduce((sum, one) => sum + one[j]!, 0))
    const below = left.findIndex((one) => one < 0)
    if (below >= 0)
      throw new EconomyError(
        'out-of-range',
        `expected regions of ${row.year} that together have at most the persons of ${split.nation} in ${industries.get(ids[below]!)!.name}, got ${-left[below]!} more`,
        'look for a region that is counted twice, or for another revision of the table',
        { part: row.name, row: row.year, column: industries.get(ids[below]!)!.name, value: left[below]! },
      )
    return [...own, left]
  })
  const left = everywhere.filter((one) => one !== split.nation && !split.regions.includes(one))
  const lost = [...new Set(counted.flatMap((one) => [...one.keys()]))].filter((one) => !everywhere.includes(one))
  if (split.rest)
    notes.push({
      ko: `${split.nation}에서 ${split.regions.length}개 지역을 뺀 나머지를 ‘그 밖의 지역’ 하나로 두었습니다.`,
      en: `What is left of ${split.nation} without ${split.regions.length} regions stands as one region.`,
    })
  if (left.length > 0)
    notes.push({
      ko: `두 번 세지 않으려고 ${left.length}개 지역을 뺐습니다: ${left.slice(0, 8).join(', ')}${left.length > 8 ? ' …' : ''}`,
      en: `${left.length} regions were left out so that nobody is counted twice: ${left.slice(0, 8).join(', ')}${left.length > 8 ? ' …' : ''}`,
    })
  if (lost.length > 0)
    notes.push({
      ko: `모든 해에 있지 않은 지역은 뺐습니다: ${lost.slice(0, 8).join(', ')}`,
      en: `Regions that are not in every year were left out: ${lost.slice(0, 8).join(', ')}`,
    })
  if (zeros > 0) notes.push({ ko: `줄이 없는 칸 ${zeros}개를 0으로 셈했습니다.`, en: `${zeros} cells without a row were counted as 0.` })
  if (unplaced > 0)
    notes.push({
      ko: `33부문에 자리가 없는 산업의 ${Math.round(unplaced).toLocaleString('en-US')}명(모든 지역과 해의 합)은 뺐습니다.`,
      en: `${Math.round(unplaced).toLocaleString('en-US')} persons (all regions and years together) of industries without a sector were left out.`,
    })
  return {
    kind: 'structure',
    name: asked.name?.trim() || `${asked.region} 산업구조 ${[...new Set([tables[0]!.row.year, tables.at(-1)!.row.year])].join('–')}`,
    source: sourceOfTables(
      tables.map((one) => one.row),
      notes,
    ),
    unit: 'persons',
    region: asked.region,
    regions: [...split.regions.map((name) => ({ id: name, name })), ...(split.rest ? [rest] : [])],
    industries: ids.map((id) => industries.get(id)!),
    years: tables.map((one) => one.row.year),
    values,
  }
}

/** The industry that a line counts to; null where the 33 sectors have no place for it. */
function industryOf(line: { code: string; name: string }, revision: KsicRevision, level: StructureOfTables['level']): Industry | null {
  const digits = /\d{2}/.exec(line.code)?.[0]
  const section = revision.sections.find((one) => one.section === line.code || (digits !== undefined && one.divisions.includes(digits)))
  if (level === 'sector') {
    const sector = sectorOfKsic(line.code, revision)
    return sector && { id: sector.code, name: sector.ko, nameEn: sector.en, group: sector.kind }
  }
  if (level === 'section') return section ? { id: section.section, name: section.ko } : null
  return { id: line.code, name: line.name || sectorOfKsic(line.code, revision)?.ko || line.code, ...(section ? { group: section.section } : {}) }
}
