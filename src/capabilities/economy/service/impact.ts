import { sector33 } from '#data/economy/sectors'
import {
  EconomyError,
  type Effect,
  type ImpactPlan,
  type IoTable,
  impactMeasures,
  type ProjectImpact,
  projectImpact,
  type Result,
  readIoTable,
  wonPerUnit,
} from '#engines/economy/index'
import { personsText, wonText } from '../amounts.ts'
import type { EffectView, ImpactAnswer } from '../answer-schemas.ts'
import type { ImpactCase, InlineTable, SpendingLine } from '../case.ts'
import { byCoefficients } from './impact-by-coefficients.ts'
import { assumedOf, sentenceOf, warningsOf } from './impact-words.ts'
import { hashed } from './read-file.ts'
import { typedTaxes } from './typed-taxes.ts'

/** A table as a case names it, found. */
export interface FoundTable {
  readonly id: string | null
  readonly table: IoTable
  readonly source: string | null
  readonly licence: string | null
}

/** A region as a case names it, found. */
export interface FoundRegion {
  readonly name: string
  readonly region: readonly number[]
  readonly nation: readonly number[]
  readonly source: string | null
  readonly synthetic: boolean
}

/** Where tables and regions of an office come from. */
export interface Finder {
  readonly table: (id: string) => Promise<FoundTable>
  readonly region: (ref: { table: string; region: string; nation?: string | undefined }, sectors: readonly string[]) => Promise<FoundRegion>
  readonly demonstration: () => { table: FoundTable; region: FoundRegion }
}

/** Sector of the 33 by what money is spent on; land changes hands and is made by nobody. */
export const sectorOfKind: Readonly<Record<SpendingLine['kind'], string | null>> = {
  building: '건설',
  equipment: '기계 및 장비',
  electrical: '전기장비',
  software: '정보통신 및 방송 서비스',
  engineering: '전문, 과학 및 기술 서비스',
  land: null,
  other: null,
}

/**
 * 파급효과: a case answered, by a table where it names one, else by the published national coefficients.
 * @throws EconomyError for a case that does not fit its table
 */
export async function answerImpact(asked: ImpactCase, find: Finder): Promise<ImpactAnswer> {
  if (asked.table === null) return byCoefficients(asked)
  const found =
    typeof asked.table === 'object'
      ? inline(asked.table)
      : asked.table === 'demonstration'
        ? find.demonstration().table
        : await find.table(asked.table)
  const { table } = found
  const region = await regionOf(asked, table, find)
  const scale = asked.money === 'table' ? 1 : (wonPerUnit(table.source.unit) ?? notWon(table))
  const won = wonPerUnit(table.source.unit) ?? 1
  const { plan, read, leftOut } = planOf(asked, table, scale)
  const result = projectImpact(table, plan, {
    ...(region ? { region } : {}),
    ...(asked.deltas ? { deltas: asked.deltas } : {}),
    ...(asked.method ? { method: asked.method } : {}),
  })
  return viewOf(asked, found, region, result, { won, read, leftOut, plan })
}

function inline(given: InlineTable): FoundTable {
  const { name, sectors, flows, finalDemand, valueAdded, output, importedFlows, employment, ...rest } = given
  const table = readIoTable({
    source: {
      id: name,
      hash: null,
      year: rest.year ?? null,
      priceBasis: rest.priceBasis ?? null,
      importTreatment: rest.importTreatment ?? null,
      unit: rest.unit ?? null,
      regionScope: rest.regionScope ?? null,
      ...(rest.synthetic ? { synthetic: true } : {}),
    },
    sectors,
    flows,
    ...(finalDemand ? { finalDemand } : {}),
    ...(valueAdded ? { valueAdded } : {}),
    ...(output ? { output } : {}),
    ...(importedFlows ? { importedFlows } : {}),
    ...(employment ? { employment } : {}),
  })
  return { id: null, table: hashed(table), source: null, licence: null }
}

const notWon = (table: IoTable): never => {
  throw new EconomyError(
    'out-of-range',
    `expected a table in won, or amounts in its own unit, got a table in ${table.source.unit ?? 'an unknown unit'}`,
    'give amounts with "money": "table"',
    {
      part: 'money',
    },
  )
}

async function regionOf(asked: ImpactCase, table: IoTable, find: Finder): Promise<FoundRegion | null> {
  const { region } = asked
  if (region === null) return null
  if (region === 'demonstration') {
    const made = find.demonstration()
    if (made.table.table.sectors.join() !== table.sectors.join())
      throw new EconomyError(
        'shape',
        'expected the table of the demonstration for its region, got another',
        'choose the synthetic table, or another region',
        { part: 'region' },
      )
    return made.region
  }
  if ('table' in region) return find.region(region, table.sectors)
  for (const [part, list] of [
    ['region', region.region],
    ['nation', region.nation],
  ] as const)
    if (list.length !== table.sectors.length)
      throw new EconomyError(
        'shape',
        `expected ${table.sectors.length} numbers in region.${part}, got ${list.length}`,
        'give one number a sector, in the order of the table',
        { part: `region.${part}` },
      )
  return { ...region, source: null, synthetic: false }
}

type Read = ImpactAnswer['read']

/** The case as the engine takes it: amounts in the unit of the table, each line with its sector. */
function planOf(asked: ImpactCase, table: IoTable, scale: number): { plan: ImpactPlan; read: Read; leftOut: { what: 'land'; amount: number }[] } {
  const leftOut: { what: 'land'; amount: number }[] = []
  const read: Read = []
  const spending = asked.spending.flatMap((line, i) => {
    const amount = Number(line.amount) / scale
    if (line.kind === 'land' && !line.sector) {
      leftOut.push({ what: 'land', amount })
      return []
    }
    const sector = line.sector ?? named(sectorOfKind[line.kind], table)
    if (!sector)
      throw new EconomyError(
        'missing',
        `expected the sector of spending[${i}] (${line.what ?? line.kind}), got none`,
        `name a sector of the table: ${table.sectors.slice(0, 40).join(' · ')}`,
        {
          part: `spending[${i}].sector`,
        },
      )
    read.push({
      what: line.what ?? line.kind,
      sector,
      sectorFrom: line.sector ? 'plan' : 'kind',
      amount: wonText(amount, wonPerUnit(table.source.unit) ?? 1),
      year: line.year ?? null,
    })
    return [
      {
        what: line.what ?? line.kind,
        phase: line.phase,
        year: line.year ?? null,
        sector,
        amount,
        importedShare: line.importedShare,
        localShare: line.localShare,
      },
    ]
  })
  const operation = asked.operation.map((line) => ({
    sector: named(line.sector, table) ?? line.sector,
    from: line.from,
    to: line.to,
    output: line.output === null || line.output === undefined ? null : Number(line.output) / scale,
    jobs: line.jobs ?? null,
  }))
  return { plan: { spending, operation }, read, leftOut }
}

/** A sector of the table by its name, or by its name or code among the 33. */
function named(name: string | null, table: IoTable): string | null {
  if (name === null) return null
  if (table.sectors.includes(name)) return name
  const row = sector33(name)
  return table.sectors.find((one) => one === row?.ko || one === row?.code || one === row?.en) ?? null
}

const personMeasures = new Set<string>(['employed', 'employees'])

function viewOf(
  asked: ImpactCase,
  found: FoundTable,
  region: FoundRegion | null,
  { value, basis }: Result<ProjectImpact>,
  more: { won: number; read: Read; leftOut: { what: 'land'; amount: number }[]; plan: ImpactPlan },
): ImpactAnswer {
  const { won } = more
  const money = (one: number) => wonText(one, won)
  const orNull = <T>(one: number | null, text: (one: number) => T) => (one === null ? null : text(one))
  const view = (measure: string, effect: Effect | null): EffectView | null => {
    if (!effect) return null
    const text = personMeasures.has(measure) ? personsText : money
    return {
      unit: personMeasures.has(measure) ? 'persons' : 'KRW',
      direct: text(effect.direct),
      indirect: text(effect.indirect),
      total: text(effect.total),
      induced: orNull(effect.induced, text),
      inside: effect.inside && { middle: text(effect.inside.middle), low: text(effect.inside.low), high: text(effect.inside.high) },
      outside: orNull(effect.outside, text),
      band: null,
    }
  }
  const { source } = found.table
  const imported = value.phases.reduce((sum, one) => sum + one.imported, 0)
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
  const answer = {
    title: asked.title,
    method: 'table' as const,
    table: {
      id: found.id,
      name: source.id,
      hash: source.hash,
      year: source.year,
      priceBasis: source.priceBasis,
      importTreatment: source.importTreatment,
      regionScope: source.regionScope,
      unit: source.unit,
      synthetic: source.synthetic === true,
      source: found.source,
      licence: found.licence ?? found.table.licence,
    },
    coefficients: [],
    region: region && { name: region.name, source: region.source, synthetic: region.synthetic, share: sum(region.region) / sum(region.nation) },
    synthetic: source.synthetic === true || (region?.synthetic ?? false),
    phases: value.phases.map((one) => ({
      ...one,
      amount: money(one.amount),
      imported: money(one.imported),
      effects: Object.fromEntries(
        impactMeasures.map((measure) => [measure, view(measure, one.effects[measure])]),
      ) as ImpactAnswer['phases'][number]['effects'],
    })),
    years: value.years.map((one) => ({
      phase: one.phase,
      year: one.year,
      amount: money(one.amount),
      output: orNull(one.effects.output?.total ?? null, money),
      valueAdded: orNull(one.effects.valueAdded?.total ?? null, money),
      employed: orNull(one.effects.employed?.total ?? null, personsText),
      outputInside: orNull(one.effects.output?.inside ?? null, money),
      employedInside: orNull(one.effects.employed?.inside ?? null, personsText),
    })),
    sectors: value.sectors.map((one) => ({
      phase: one.phase,
      sector: one.sector,
      direct: money(one.direct),
      indirect: money(one.indirect),
      induced: orNull(one.induced, money),
      inside: orNull(one.inside, money),
      valueAdded: orNull(one.valueAdded, money),
      employed: orNull(one.employed, personsText),
    })),
    rounds: value.rounds.map((one) => ({ ...one, output: money(one.output) })),
    operation: value.operation.map((one) => ({ ...one, output: money(one.output), tableJobs: orNull(one.tableJobs, personsText) })),
    ceiling: orNull(value.ceiling, money),
    leftOut: [
      ...more.leftOut.map((one) => ({
        what: { ko: '땅값: 주인이 바뀔 뿐 만들어지는 것이 없음', en: 'land: changes hands, nobody makes it' },
        amount: money(one.amount),
      })),
      ...(imported > 0 ? [{ what: { ko: '바로 수입하는 몫', en: 'bought straight from abroad' }, amount: money(imported) }] : []),
    ],
    read: more.read,
    assumed: assumedOf(asked, more.plan, value, region),
    warnings: warningsOf(found.table, region),
    basis: { method: basis.method, assumptions: [...basis.assumptions], warnings: [...basis.warnings] },
  }
  const taxed = { ...answer, taxes: typedTaxes(asked.taxes, answer) }
  return { ...taxed, sentence: sentenceOf(taxed) }
}
