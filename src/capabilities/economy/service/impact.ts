import { type CoefficientRow, coefficients, latestCoefficient } from '#data/economy/coefficients'
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
import { assumedOf, sentenceOf, warningsOf } from './impact-words.ts'
import { hashed } from './read-file.ts'

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
  return { ...answer, sentence: sentenceOf(answer) }
}

/** Years of the published coefficients over which the band runs. */
const bandYears = 5

/**
 * 공표 계수로 어림하기: without a table, final demand times the national coefficients, with the least and the most of the last years. No sectors, no region, nothing of the plant's running can be told.
 */
function byCoefficients(asked: ImpactCase): ImpactAnswer {
  if (asked.operation.length > 0 && asked.spending.length === 0)
    throw new EconomyError(
      'missing',
      'expected spending, as national coefficients tell nothing of a plant that runs, got operation alone',
      'choose a table, or give the investment',
      { part: 'table' },
    )
  const land = asked.spending.filter((one) => one.kind === 'land' && !one.sector)
  const lines = asked.spending.filter((one) => !land.includes(one))
  if (lines.length === 0) throw new EconomyError('missing', 'expected a line of spending, got none', 'give an amount', { part: 'spending' })
  if (asked.money !== 'won')
    throw new EconomyError('missing', 'expected a table for amounts in its unit, got none', 'give amounts in won', { part: 'money' })
  for (const [i, one] of lines.entries())
    if (!(Number(one.amount) >= 0))
      throw new EconomyError('out-of-range', `expected an amount of 0 or more in spending[${i}], got ${one.amount}`, 'give the amount in won', {
        part: `spending[${i}]`,
      })
  const domestic = (one: (typeof lines)[number]) => Number(one.amount) * (1 - (one.importedShare ?? 0))
  const used: CoefficientRow[] = []
  const effect = (indicator: CoefficientRow['indicator'], per: number, demand: number): EffectView | null => {
    const latest = latestCoefficient(indicator)
    if (!latest) return null
    const range = coefficients
      .filter((one) => one.indicator === indicator && one.scope === 'all' && one.year > latest.year - bandYears)
      .map((one) => one.value)
    if (!used.includes(latest)) used.push(latest)
    const text = per === 1 ? (value: number) => wonText(value, 1) : personsText
    const at = (value: number) => text((demand * value) / per)
    return {
      unit: per === 1 ? 'KRW' : 'persons',
      direct: null,
      indirect: null,
      total: at(latest.value),
      induced: null,
      inside: null,
      outside: null,
      band: { low: at(Math.min(...range)), high: at(Math.max(...range)) },
    }
  }
  const effects = (demand: number): ImpactAnswer['phases'][number]['effects'] => ({
    output: effect('production', 1, demand),
    valueAdded: effect('valueAdded', 1, demand),
    employed: effect('employed', 1e9, demand),
    employees: effect('employees', 1e9, demand),
    income: null,
    taxes: null,
    imports: null,
  })
  const phases = (['construction', 'operation'] as const).flatMap((phase) => {
    const own = lines.filter((one) => one.phase === phase)
    if (own.length === 0) return []
    const amount = own.reduce((sum, one) => sum + Number(one.amount), 0)
    const demand = own.reduce((sum, one) => sum + domestic(one), 0)
    const years = own.flatMap((one) => (one.year === null || one.year === undefined ? [] : [one.year]))
    const known = years.length === own.length
    return [
      {
        phase,
        from: known ? Math.min(...years) : null,
        to: known ? Math.max(...years) : null,
        years: known ? new Set(years).size : null,
        amount: wonText(amount, 1),
        imported: wonText(amount - demand, 1),
        effects: effects(demand),
      },
    ]
  })
  const byYear = [...new Set(lines.map((one) => `${one.phase} ${one.year ?? ''}`))].map((key) => {
    const own = lines.filter((one) => `${one.phase} ${one.year ?? ''}` === key)
    const found = effects(own.reduce((sum, one) => sum + domestic(one), 0))
    return {
      phase: own[0]!.phase,
      year: own[0]!.year ?? null,
      amount: wonText(
        own.reduce((sum, one) => sum + Number(one.amount), 0),
        1,
      ),
      output: found.output?.total ?? null,
      valueAdded: found.valueAdded?.total ?? null,
      employed: found.employed?.total ?? null,
      outputInside: null,
      employedInside: null,
    }
  })
  const imported = lines.reduce((sum, one) => sum + Number(one.amount) - domestic(one), 0)
  const answer = {
    title: asked.title,
    method: 'coefficients' as const,
    table: null,
    coefficients: used.map(({ indicator, year, value, source }) => ({ indicator, year, value, source })),
    region: null,
    synthetic: false,
    phases,
    years: byYear,
    sectors: [],
    rounds: [],
    operation: [],
    ceiling: null,
    leftOut: [
      ...land.map((one) => ({
        what: { ko: '땅값: 주인이 바뀔 뿐 만들어지는 것이 없음', en: 'land: changes hands, nobody makes it' },
        amount: wonText(Number(one.amount), 1),
      })),
      ...(imported > 0 ? [{ what: { ko: '바로 수입하는 몫', en: 'bought straight from abroad' }, amount: wonText(imported, 1) }] : []),
    ],
    read: [],
    assumed: assumedOf(asked, null, null, null),
    warnings: [
      {
        ko: '표 없이 공표된 전국·전 산업 평균 계수로 어림했습니다. 지역에 남는 몫, 업종별, 운영기의 효과는 표가 있어야 말할 수 있습니다.',
        en: 'Worked out without a table, by published national averages of all sectors. What stays in the region, sectors and the years of operation need a table.',
      },
    ],
    basis: { method: 'coefficients', assumptions: ['final demand times national coefficients of all sectors'], warnings: [] },
  }
  return { ...answer, sentence: sentenceOf(answer) }
}
