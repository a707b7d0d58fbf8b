import { EconomyError } from '../economy-error.ts'
import { roundByRound } from '../model/shocks.ts'
import { type Result, result } from '../result.ts'
import type { IoTable } from '../tables/io-table.ts'
import { assumptionsOf, warningsOf } from './impact-assumptions.ts'
import type { Effect, OperationReading, PhaseImpact, ProjectImpact, SectorImpact } from './impact-effects.ts'
import { checkPlan, type ImpactOperation, type ImpactPhase, type ImpactPlan } from './impact-plan.ts'
import { type ImpactEconomies, type ImpactMeasure, type ImpactRates, impactEconomies, impactMeasures, impactRates } from './impact-rates.ts'

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
