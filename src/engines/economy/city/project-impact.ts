import { EconomyError } from '../economy-error.ts'
import { roundByRound } from '../model/shocks.ts'
import { type Result, result } from '../result.ts'
import type { IoTable } from '../tables/io-table.ts'
import { checkPlan, type ImpactOperation, type ImpactPhase, type ImpactPlan } from './impact-plan.ts'
import { type ImpactEconomies, type ImpactMeasure, type ImpactRates, impactEconomies, impactMeasures, impactRates } from './impact-rates.ts'

/** One measure of an effect. Null is what the table cannot tell, never 0. */
export interface Effect {
  /** At those who are paid first (or at the plant itself). */
  readonly direct: number
  /** Along the chain of their suppliers. */
  readonly indirect: number
  /** direct + indirect: 유발효과 as the Bank of Korea counts it (type I, domestic). */
  readonly total: number
  /** From wages that are spent again (type II less type I). */
  readonly induced: number | null
  /** Part of the total made inside the region: at the middle δ, and the least and most over all δ. */
  readonly inside: { readonly middle: number; readonly low: number; readonly high: number } | null
  /** The total less what is inside. */
  readonly outside: number | null
}

/** The effects of one phase over all its years; persons are person-years. */
export interface PhaseImpact {
  readonly phase: ImpactPhase
  readonly from: number | null
  readonly to: number | null
  readonly years: number | null
  /** Spent, or put out by the plant. */
  readonly amount: number
  /** Bought straight from abroad: without effect here. */
  readonly imported: number
  readonly effects: Readonly<Record<ImpactMeasure, Effect | null>>
}

/** One year of one phase. */
export interface YearImpact {
  readonly phase: ImpactPhase
  readonly year: number | null
  readonly amount: number
  readonly effects: Readonly<Record<ImpactMeasure, { readonly total: number; readonly inside: number | null } | null>>
}

/** One sector over all years of a phase. */
export interface SectorImpact {
  readonly phase: ImpactPhase
  readonly sector: string
  readonly direct: number
  readonly indirect: number
  readonly induced: number | null
  readonly inside: number | null
  readonly valueAdded: number | null
  readonly employed: number | null
}

/** What one line of operation means by the table. */
export interface OperationReading {
  readonly sector: string
  /** Output a year: as given, or as the announced jobs would need it. */
  readonly output: number
  readonly outputFrom: 'plan' | 'jobs'
  readonly announcedJobs: number | null
  /** Persons that the table's sector has for so much output. */
  readonly tableJobs: number | null
}

/** 사업의 파급효과: what a project does. */
export interface ProjectImpact {
  readonly phases: readonly PhaseImpact[]
  readonly years: readonly YearImpact[]
  readonly sectors: readonly SectorImpact[]
  /** All phases, round by round: what is bought, what for that, and so on. */
  readonly rounds: readonly { readonly round: number; readonly output: number; readonly reached: number }[]
  readonly operation: readonly OperationReading[]
  /** Output if nothing were imported along the chain: no claim of this plan can be above it without households. Null where the table does not part imports. */
  readonly ceiling: number | null
}

/** How the question is put. */
export interface ImpactOptions {
  /** Persons by sector in the region and in the nation, in the order of the table; without it nothing is parted into inside and outside. */
  readonly region?: { readonly name: string; readonly region: readonly number[]; readonly nation: readonly number[] } | null
  /** δ of Flegg's quotient; the middle one is the estimate, the others its band. */
  readonly deltas?: readonly number[]
  readonly method?: 'FLQ' | 'AFLQ'
  /** So many rounds are shown. */
  readonly rounds?: number
}

interface Piece {
  readonly phase: ImpactPhase
  readonly year: number | null
  readonly amount: number
  readonly imported: number
  /** Final demand of the nation and of the region at each δ. */
  readonly demand: number[]
  readonly regional: number[][]
  /** What counts as direct, by sector. */
  readonly direct: number[]
  /** Persons at the plant as announced, less those that the table would give it. */
  readonly moreJobs: number
}

/**
 * 사업의 파급효과: output, value added, persons (취업·고용), income, taxes and imports that a plan causes, by phase, year and sector: direct, along the chain (type I on domestic inputs) and through wages (type II),
 * inside the region and outside of it, with the band over δ.
 * Spending is final demand for a sector's goods, less what is bought abroad. A plant that runs is put in so that its sector's output grows by its own: f = Q / l_ss. Construction is counted once, operation for every year.
 * @throws EconomyError for a plan that does not fit the table, see `checkPlan`; `missing` where jobs alone are given and the table has no persons; `not-productive` for a table that cannot be solved.
 */
export function projectImpact(table: IoTable, plan: ImpactPlan, options: ImpactOptions = {}): Result<ProjectImpact> {
  checkPlan(plan, table.sectors)
  const deltas = [...(options.deltas ?? [0.1, 0.2, 0.3, 0.4])].sort((a, b) => a - b)
  const region = options.region ?? null
  const method = options.method ?? 'FLQ'
  const economies = impactEconomies(table, region, deltas, method)
  const rates = impactRates(table, economies.nation.model)
  const readings = (plan.operation ?? []).map((one) => readOperation(table, rates, one))
  const pieces = [...spendingPieces(table, plan, economies), ...operationPieces(plan, table, economies, readings)]
  const worked = pieces.map((piece) => ({ piece, ...workPiece(piece, economies, rates) }))
  const middle = Math.floor((deltas.length - 1) / 2)
  const phases = (['construction', 'operation'] as const).flatMap((phase) =>
    phaseOf(
      phase,
      worked.filter((one) => one.piece.phase === phase),
      rates,
      middle,
    ),
  )
  const demand = table.sectors.map((_, i) => pieces.reduce((sum, one) => sum + one.demand[i]!, 0))
  const { rounds, reached } = roundByRound(economies.nation.model, demand, options.rounds ?? 6).value
  const closedOutput = economies.closed ? total(economies.closed.solver.solve(demand)) : null
  return result(
    {
      phases,
      years: worked.map(({ piece, measures }) => ({
        phase: piece.phase,
        year: piece.year,
        amount: piece.amount,
        effects: record((measure) => {
          const one = measures(measure, middle)
          return one && { total: one.total, inside: one.inside?.middle ?? null }
        }),
      })),
      sectors: sectorsOf(table, worked, rates, middle),
      rounds: rounds.map((one, round) => ({ round, output: total(one), reached: reached[round]! })),
      operation: readings,
      ceiling: closedOutput,
    },
    'projectImpact',
    { source: table.source },
    assumptionsOf(plan, readings, region, deltas, method, economies),
    [...table.warnings, ...warningsOf(table)],
  )
}

const total = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum
}
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
const record = <T>(make: (measure: ImpactMeasure) => T): Record<ImpactMeasure, T> =>
  Object.fromEntries(impactMeasures.map((measure) => [measure, make(measure)])) as Record<ImpactMeasure, T>

function readOperation(table: IoTable, rates: ImpactRates, one: ImpactOperation): OperationReading {
  const s = table.sectors.indexOf(one.sector)
  const perOutput = rates.employed?.[s] ?? 0
  const jobs = one.jobs ?? null
  const given = one.output ?? null
  if (given === null && perOutput <= 0)
    throw new EconomyError(
      'missing',
      `expected persons a unit of output of ${one.sector} in the table, to tell its output from its jobs, got none`,
      'give the output a year, or take a table with 취업자',
      {
        part: 'employed',
        row: one.sector,
      },
    )
  const output = given ?? jobs! / perOutput
  return {
    sector: one.sector,
    output,
    outputFrom: given === null ? 'jobs' : 'plan',
    announcedJobs: jobs,
    tableJobs: rates.employed ? output * perOutput : null,
  }
}

/** Spending of one phase and year is one piece. */
function spendingPieces(table: IoTable, plan: ImpactPlan, economies: ImpactEconomies): Piece[] {
  const groups = new Map<string, Piece>()
  for (const one of plan.spending) {
    const key = `${one.phase} ${one.year}`
    const s = table.sectors.indexOf(one.sector)
    const piece = groups.get(key) ?? emptyPiece(table, economies, one.phase, one.year)
    const domestic = one.amount * (1 - (one.importedShare ?? 0))
    piece.demand[s]! += domestic
    piece.direct[s]! += domestic
    for (const own of piece.regional) own[s]! += domestic * (one.localShare ?? economies.localShares?.[s] ?? 0)
    groups.set(key, { ...piece, amount: piece.amount + one.amount, imported: piece.imported + one.amount - domestic })
  }
  return [...groups.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
}

const emptyPiece = (table: IoTable, economies: ImpactEconomies, phase: ImpactPhase, year: number | null): Piece => ({
  phase,
  year,
  amount: 0,
  imported: 0,
  demand: table.sectors.map(() => 0),
  regional: economies.regions.map(() => table.sectors.map(() => 0)),
  direct: table.sectors.map(() => 0),
  moreJobs: 0,
})

function operationPieces(plan: ImpactPlan, table: IoTable, economies: ImpactEconomies, readings: readonly OperationReading[]): Piece[] {
  return (plan.operation ?? []).flatMap((one, i) => {
    const reading = readings[i]!
    const s = table.sectors.indexOf(one.sector)
    const unit = table.sectors.map((_, at) => (at === s ? 1 : 0))
    const scaled = (diagonal: number) => unit.map((cell) => (cell * reading.output) / diagonal)
    const demand = scaled(economies.nation.model.solver.solve(unit)[s]!)
    const regional = economies.regions.map(({ economy }) => scaled(economy.model.solver.solve(unit)[s]!))
    const direct = unit.map((cell) => cell * reading.output)
    const moreJobs = reading.announcedJobs === null || reading.tableJobs === null ? 0 : reading.announcedJobs - reading.tableJobs
    return Array.from({ length: one.to - one.from + 1 }, (_, k) => ({
      phase: 'operation' as const,
      year: one.from + k,
      amount: reading.output,
      imported: 0,
      demand,
      regional,
      direct,
      moreJobs,
    }))
  })
}

interface Worked {
  readonly piece: Piece
  readonly output: Float64Array
  readonly induced: number[] | null
  readonly inside: Float64Array[]
  readonly measures: (measure: ImpactMeasure, middle: number) => Effect | null
}

function workPiece(piece: Piece, economies: ImpactEconomies, rates: ImpactRates): Omit<Worked, 'piece'> {
  const output = economies.nation.model.solver.solve(piece.demand)
  const induced = economies.nation.induced(output)
  const inside = economies.regions.map(({ economy }, k) => economy.model.solver.solve(piece.regional[k]!))
  return {
    output,
    induced,
    inside,
    measures: (measure, middle) => {
      const rate = rates[measure]
      if (!rate) return null
      const more = measure === 'employed' ? piece.moreJobs : 0
      const direct = dot(rate, piece.direct) + more
      const whole = dot(rate, output) + more
      const own = inside.map((one) => dot(rate, one) + more)
      return {
        direct,
        indirect: whole - direct,
        total: whole,
        induced: induced ? dot(rate, induced) : null,
        inside: own.length === 0 ? null : { middle: own[middle]!, low: Math.min(...own), high: Math.max(...own) },
        outside: own.length === 0 ? null : whole - own[middle]!,
      }
    },
  }
}

function phaseOf(phase: ImpactPhase, worked: readonly Worked[], rates: ImpactRates, middle: number): PhaseImpact[] {
  if (worked.length === 0) return []
  const years = worked.flatMap(({ piece }) => (piece.year === null ? [] : [piece.year]))
  const known = years.length === worked.length
  return [
    {
      phase,
      from: known ? Math.min(...years) : null,
      to: known ? Math.max(...years) : null,
      years: known ? new Set(years).size : null,
      amount: worked.reduce((sum, { piece }) => sum + piece.amount, 0),
      imported: worked.reduce((sum, { piece }) => sum + piece.imported, 0),
      effects: record((measure) => (rates[measure] ? worked.map((one) => one.measures(measure, middle)!).reduce(addEffects) : null)),
    },
  ]
}

const addNull = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

const addEffects = (a: Effect, b: Effect): Effect => ({
  direct: a.direct + b.direct,
  indirect: a.indirect + b.indirect,
  total: a.total + b.total,
  induced: addNull(a.induced, b.induced),
  inside:
    a.inside && b.inside
      ? { middle: a.inside.middle + b.inside.middle, low: a.inside.low + b.inside.low, high: a.inside.high + b.inside.high }
      : null,
  outside: addNull(a.outside, b.outside),
})

function sectorsOf(table: IoTable, worked: readonly Worked[], rates: ImpactRates, middle: number): SectorImpact[] {
  return (['construction', 'operation'] as const).flatMap((phase) => {
    const own = worked.filter((one) => one.piece.phase === phase)
    if (own.length === 0) return []
    return table.sectors.map((sector, i) => {
      const sum = (pick: (one: Worked) => number) => own.reduce((a, one) => a + pick(one), 0)
      const output = sum((one) => one.output[i]!)
      const direct = sum((one) => one.piece.direct[i]!)
      // jobs at the plant as announced belong to its sector
      const moreJobs = sum((one) => (one.piece.direct[i]! > 0 ? one.piece.moreJobs : 0))
      return {
        phase,
        sector,
        direct,
        indirect: output - direct,
        induced: own.every((one) => one.induced) ? sum((one) => one.induced![i]!) : null,
        inside: own.every((one) => one.inside.length > 0) ? sum((one) => one.inside[middle]![i]!) : null,
        valueAdded: rates.valueAdded ? output * rates.valueAdded[i]! : null,
        employed: rates.employed ? output * rates.employed[i]! + moreJobs : null,
      }
    })
  })
}

function assumptionsOf(
  plan: ImpactPlan,
  readings: readonly OperationReading[],
  region: ImpactOptions['region'],
  deltas: readonly number[],
  method: string,
  economies: ImpactEconomies,
): string[] {
  return [
    'prices, techniques and shares do not change with the size of the project',
    'persons are those of the table’s year a unit of output: person-years, not posts',
    ...(plan.spending.some((one) => (one.importedShare ?? null) === null)
      ? ['spending without an imported share is bought from domestic makers']
      : []),
    ...(readings.length > 0 ? ['a plant is put in so that the output of its sector grows by its own: f = Q / l_ss'] : []),
    ...(readings.some((one) => one.outputFrom === 'jobs')
      ? ['output of the plant follows from its announced jobs by the table’s persons a unit of output']
      : []),
    ...(readings.some((one) => one.announcedJobs !== null) ? ['jobs at the plant itself are those announced'] : []),
    ...(region ? [`inside ${region.name}: ${method} with delta ${deltas.join(', ')}; what other regions buy back is not counted`] : []),
    ...(region && plan.spending.some((one) => (one.localShare ?? null) === null)
      ? ['spending without a local share stays as far as the region’s quotient allows, min(1, SLQ)']
      : []),
    ...(economies.nation.induced(new Float64Array(economies.nation.model.n))
      ? ['households spend each further won like the average one; shown apart, not in the totals']
      : []),
  ]
}

function warningsOf(table: IoTable): string[] {
  return [
    ...(table.source.importTreatment === 'total'
      ? ['the table holds goods of both origins: effects are upper bounds, part of them falls abroad']
      : []),
    ...(table.source.importTreatment === null
      ? ['the table does not say how imports stand in its coefficients: read the effect as an upper bound']
      : []),
  ]
}
