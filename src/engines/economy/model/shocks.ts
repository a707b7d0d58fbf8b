import { columnSums, type Vector } from '../algebra/matrix.ts'
import type { Result } from '../result.ts'
import { type IoModel, modelResult, needed, sectorVector } from './model.ts'

/** What a change of final demand does, by sector. What the table cannot tell is null, never 0. */
export interface DemandEffect {
  readonly output: number[]
  readonly valueAdded: number[] | null
  readonly employed: number[] | null
  readonly employees: number[] | null
  readonly imports: number[] | null
}

/**
 * 최종수요 변화의 효과: x = L·f, and value added, persons and imports by their rates. In the unit of the table; persons in the unit of the table's persons.
 * The final demand of the whole table gives back its outputs: `reproducesBaseline` checks that.
 *
 * `demandShock(modelFromCoefficients([[0.15, 0.25], [0.2, 0.05]]), [600, 1500]).value.output.map(Math.round) // => [1248, 1842]`
 */
export function demandShock(model: IoModel, finalDemand: Vector): Result<DemandEffect> {
  const output = Array.from(model.solver.solve(sectorVector(model, finalDemand, 'final demand')))
  const by = (rates: ArrayLike<number> | null) => (rates ? output.map((x, i) => x * rates[i]!) : null)
  return modelResult(
    model,
    {
      output,
      valueAdded: by(model.valueAddedRates),
      employed: by(model.employedRates),
      employees: by(model.employeeRates),
      imports: by(model.importCoefficients ? columnSums(model.importCoefficients) : null),
    },
    'demandShock',
    model.source.importTreatment === null ? ['the table does not say how imports stand in its coefficients: read the effect as an upper bound'] : [],
  )
}

/** How far the model is from its own table: largest gap between L·f and x, over the largest output. */
export function baselineGap(model: IoModel): number {
  const x = needed(model.output, 'output')
  const found = model.solver.solve(needed(model.finalDemand, 'final demand'))
  const largest = Math.max(...x.map(Math.abs), 1e-300)
  return x.reduce((gap, one, i) => Math.max(gap, Math.abs(found[i]! - one)), 0) / largest
}

/** 기준 재현: whether the final demand of the table gives back its outputs to one part in 10⁸. */
export const reproducesBaseline = (model: IoModel, tolerance = 1e-8): boolean => baselineGap(model) <= tolerance

/**
 * 공급 변화의 효과 (고쉬): outputs that follow from a change of primary inputs, Δx = Δv·G. Worked out by the transposed system of A: y(I − A) = Δv / x, Δx = y·x.
 * Quantities in this reading are disputed (Dietzenbacher 1997): read it as values or as a ranking.
 */
export function supplyShock(model: IoModel, primaryInputs: Vector): Result<number[]> {
  const x = needed(model.output, 'output')
  const v = sectorVector(model, primaryInputs, 'primary inputs')
  const share = model.solver.solveTransposed(Float64Array.from(v, (one, i) => (x[i] === 0 ? 0 : one / x[i]!)))
  return modelResult(
    model,
    x.map((one, i) => (one === 0 ? v[i]! : share[i]! * one)),
    'supplyShock',
    ['shares of sales do not change; read as values or as a ranking (Dietzenbacher 1997)'],
  )
}

/**
 * 가격 파급: unit prices that cover costs, p = v·L (cost push). With v the value added and imports a unit of output of the table, every price is 1; a dearer v gives the new prices.
 *
 * `priceShock(modelFromCoefficients([[0.15, 0.25], [0.2, 0.05]]), [0.845, 0.7]).value.map((p) => Math.round(p * 1e4)) // => [12446, 10644]`
 */
export const priceShock = (model: IoModel, costs: Vector): Result<number[]> =>
  modelResult(model, Array.from(model.solver.solveTransposed(sectorVector(model, costs, 'costs a unit of output'))), 'priceShock', [
    'costs are passed on in full; buyers do not turn to other inputs',
  ])

/** Output round by round. */
export interface Rounds {
  /** Round 0 is the demand itself, round k is A^k·f. */
  readonly rounds: number[][]
  readonly cumulative: number[][]
  /** Share of the whole effect reached after each round. */
  readonly reached: number[]
}

/**
 * 파급 단계: f, A·f, A²·f … up to so many rounds, their running sums, and what share of the whole effect they reach. Source: Miller & Blair 2009, 2.4.
 *
 * `roundByRound(modelFromCoefficients([[0.5]]), [8], 2).value.rounds // => [[8], [4], [2]]`
 */
export function roundByRound(model: IoModel, finalDemand: Vector, rounds: number): Result<Rounds> {
  const n = model.n
  let current = Float64Array.from(sectorVector(model, finalDemand, 'final demand'))
  const whole = model.solver.solve(current).reduce((a, b) => a + b, 0)
  const running = new Float64Array(n)
  const value: Rounds = { rounds: [], cumulative: [], reached: [] }
  const { values } = model.coefficients
  for (let k = 0; k <= rounds; k++) {
    if (k > 0) {
      const next = new Float64Array(n)
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) next[i]! += values[i * n + j]! * current[j]!
      current = next
    }
    for (let i = 0; i < n; i++) running[i]! += current[i]!
    value.rounds.push(Array.from(current))
    value.cumulative.push(Array.from(running))
    value.reached.push(whole === 0 ? 1 : running.reduce((a, b) => a + b, 0) / whole)
  }
  return modelResult(model, value, 'roundByRound')
}
