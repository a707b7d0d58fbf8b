import type { EmploymentTable, TableRow } from '#capabilities/economy/index'
import { personsBySector } from '#capabilities/economy/index'
import { ksicRevision, ksicRevisions } from '#data/economy/ksic'
import { sector33 } from '#data/economy/sectors'
import { EconomyError } from '#engines/economy/economy-error'
import { type IoTable, valueAddedOf } from '#engines/economy/index'
import type { CaseOf } from '../cases.ts'
import { regionSplit } from './region-split.ts'
import { sourceOfTables, type Words } from './table-source.ts'

/** An input-output table of the office, and what is asked of it. */
export interface ChainOfTable {
  readonly row: TableRow
  readonly table: IoTable
  /** What the cluster makes a year, by sector of the table, in 억원. */
  readonly core: readonly { readonly sector: string; readonly amount: number }[]
  /** Who works in the region, against the nation; null: nothing is known of makers here but what firms tell. */
  readonly employment: {
    readonly row: TableRow
    readonly employment: EmploymentTable
    readonly region: string
    readonly nation?: string | null | undefined
  } | null
  readonly name?: string | undefined
}

/** Inputs below this share of an output are left out of the case: together they are shown in a note. */
const SMALLEST = 1e-4

/**
 * 들인 산업연관표로 가치사슬: every sector a part, its inputs the coefficients of the table (국산과 수입을 더한 것), and the share that makers of the region are taken to cover: the location quotient of persons, at most 1,
 * less what is imported of that good. Source of the quotient as a share of supply: Miller & Blair 2009, 8.2 (simple location quotient).
 * @throws EconomyError for a table of several regions, sectors and regions that are not there, amounts that are none
 */
export function chainOfTable(asked: ChainOfTable): CaseOf<'chain'> {
  const { row, table } = asked
  if (table.regions !== null)
    throw new EconomyError('shape', `expected a table of one region, got ${new Set(table.regions).size}`, 'choose a table of the nation', {
      part: row.name,
    })
  if (asked.core.length === 0)
    throw new EconomyError('missing', 'expected at least one sector that the cluster makes, got none', 'choose a sector and what it makes a year', {
      part: 'core',
    })
  const core: Record<string, number> = {}
  for (const { sector, amount } of asked.core) {
    if (!table.sectors.includes(sector))
      throw new EconomyError(
        'missing',
        `expected a sector of the table in core, got "${sector}"`,
        `use one of: ${table.sectors.slice(0, 40).join(' · ')}`,
        {
          part: 'core',
          row: sector,
        },
      )
    if (!(amount > 0))
      throw new EconomyError('out-of-range', `expected what "${sector}" makes a year above 0, got ${amount}`, 'give it in 억원', {
        part: 'core',
        row: sector,
        value: amount,
      })
    core[sector] = (core[sector] ?? 0) + amount
  }
  const n = table.sectors.length
  const bought = (i: number, j: number) => table.flows.values[i * n + j]! + (table.importedFlows?.values[i * n + j] ?? 0)
  let small = 0
  const inputs = table.sectors.map((_, j) => {
    const made: Record<string, number> = {}
    const output = table.output[j]!
    for (let i = 0; i < n; i++) {
      const share = output > 0 ? bought(i, j) / output : 0
      // a by-product that is handed on (negative cell) is no need
      if (share >= SMALLEST) made[table.sectors[i]!] = Math.min(1, share)
      else if (share > 0) small++
    }
    return made
  })
  const shares = supplyShares(asked)
  const notes: Words[] = [
    ...(table.importedFlows === null && table.source.importTreatment === 'domestic'
      ? [
          {
            ko: '수입거래표가 없어 국산 재료만 필요로 셈했습니다. 수입하던 재료는 필요에 들지 않습니다.',
            en: 'Without a table of imports only domestic inputs are needed here; what is imported is not among them.',
          },
        ]
      : []),
    ...(asked.employment === null
      ? [
          {
            ko: '지역 종사자 표를 고르지 않아, 이곳에서 얼마나 만드는지는 명부의 기업이 말한 것만 압니다.',
            en: 'Without a table of persons, what is made here is only known from firms of the register.',
          },
        ]
      : [
          {
            ko: `이곳에서 대는 몫은 ${asked.employment.region} 종사자의 입지계수(많아야 1)에서 수입하는 몫을 뺀 어림입니다.`,
            en: `What makers here cover is estimated: the location quotient of persons in ${asked.employment.region} (at most 1), less what is imported.`,
          },
        ]),
    ...(small > 0
      ? [{ ko: `산출의 0.01%가 안 되는 재료 ${small}칸은 뺐습니다.`, en: `${small} inputs below 0.01 % of an output were left out.` }]
      : []),
    ...(valueAddedOf(table) === null ? [{ ko: '표에 부가가치가 없습니다.', en: 'The table has no value added.' }] : []),
  ]
  const tables = [row, ...(asked.employment ? [asked.employment.row] : [])]
  return {
    kind: 'chain',
    name: asked.name?.trim() || `${Object.keys(core).join(', ')} 가치사슬 (${row.year})`,
    source: { ...sourceOfTables(tables, notes), year: row.year },
    unit: '억원',
    parts: table.sectors.map((name, j) => {
      const known = sector33(name)
      return {
        id: name,
        name,
        ...(known ? { nameEn: known.en, industry: known.code, ksic: divisionsOf(known.code) } : {}),
        inputs: inputs[j]!,
        ...(shares === null ? {} : { supplyShare: shares[j]! }),
      }
    }),
    core,
    firms: [],
    register: {},
  }
}

/** KSIC divisions of a sector of the 33, of the revision in force. */
const divisionsOf = (code: string): string[] =>
  Object.entries(ksicRevisions[0]!.sector).flatMap(([division, sector]) => (sector === code ? [division] : []))

/** min(1, LQ) × (1 − imported share) by sector; null where nobody in the nation is counted there. Null altogether without a table of persons. */
function supplyShares({ table, employment }: ChainOfTable): (number | null)[] | null {
  if (employment === null) return null
  const { row, employment: persons, region, nation } = employment
  const totals: Record<string, number> = {}
  for (const line of persons.lines) totals[line.region] = (totals[line.region] ?? 0) + line.persons
  const split = regionSplit(totals, region, nation ?? null)
  const here = personsBySector(persons, region, table.sectors)
  const whole = split.nation === null ? null : personsBySector(persons, split.nation, table.sectors)
  const all = whole ?? split.regions.map((one) => personsBySector(persons, one, table.sectors)).reduce((a, b) => a.map((one, i) => one + b[i]!))
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
  if (!(sum(all) > 0))
    throw new EconomyError(
      'missing',
      `expected persons of "${row.name}" in sectors of the table, found none`,
      `take a table in the 33 sectors, or persons by ${ksicRevision(persons.revision)!.id}`,
      { part: row.name },
    )
  const n = table.sectors.length
  return table.sectors.map((_, i) => {
    if (!(all[i]! > 0)) return null
    const quotient = here[i]! / sum(here) / (all[i]! / sum(all))
    let [domestic, imported] = [0, 0]
    for (let j = 0; j < n; j++) {
      domestic += Math.max(0, table.flows.values[i * n + j]!)
      imported += Math.max(0, table.importedFlows?.values[i * n + j] ?? 0)
    }
    const athome = domestic + imported > 0 ? domestic / (domestic + imported) : 1
    return Math.min(1, quotient) * athome
  })
}
