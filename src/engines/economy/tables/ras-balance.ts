import { columnSums, type Matrix, type MatrixLike, matrix, rowSums, total, type Vector, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'

/** What balancing came to. */
export interface Balanced {
  readonly matrix: Matrix
  readonly iterations: number
  /** Largest gap of a row or column from its total, as a share of the grand total. */
  readonly gap: number
}

/** How balancing runs. */
export interface BalanceOptions extends Sourced {
  readonly tolerance?: number
  readonly maximumIterations?: number
}

/** Grand totals of rows and columns must agree. @throws EconomyError `infeasible` */
export function checkTotals(rows: Float64Array, columns: Float64Array): void {
  const [u, v] = [total(rows), total(columns)]
  if (Math.abs(u - v) > 1e-6 * Math.max(Math.abs(u), Math.abs(v), 1e-12))
    throw new EconomyError(
      'infeasible',
      `expected row totals and column totals with one sum, got ${u} and ${v}`,
      'scale one side to the other before balancing',
    )
}

/**
 * RAS 균형: the matrix nearest to the given one in the sense of information that has the wanted row and column totals: X = r̂·Z·ŝ, found by scaling rows and columns in turn.
 * Zeros stay zero. Source: Stone 1961; Bacharach 1970. Negative cells are refused: use grasBalance.
 *
 * `rasBalance([[1, 1], [1, 1]], [3, 1], [2, 2]).value.iterations // => 1`
 * @throws EconomyError `infeasible` where totals disagree, or where zeros make the wanted totals impossible (reported after the rounds, never a loop without end).
 */
export function rasBalance(from: MatrixLike, rowTotals: Vector, columnTotals: Vector, options: BalanceOptions = {}): Result<Balanced> {
  const start = matrix(from, 'matrix')
  const u = vector(rowTotals, 'row totals', start.rows)
  const v = vector(columnTotals, 'column totals', start.columns)
  const negative = start.values.findIndex((one) => one < 0)
  if (negative >= 0)
    throw new EconomyError('out-of-range', `expected cells of 0 or more, got ${start.values[negative]}`, 'use grasBalance, which keeps signs', {
      part: 'matrix',
      row: Math.floor(negative / start.columns),
      column: negative % start.columns,
    })
  checkTotals(u, v)
  const tolerance = options.tolerance ?? 1e-13
  const maximum = options.maximumIterations ?? 10_000
  const values = Float64Array.from(start.values)
  const made: Matrix = { rows: start.rows, columns: start.columns, values }
  const whole = Math.max(total(u), 1e-300)
  let gap = Number.POSITIVE_INFINITY
  let before = gap
  for (let iteration = 1; iteration <= maximum; iteration++) {
    const rows = rowSums(made)
    for (let i = 0; i < made.rows; i++) {
      const factor = rows[i] === 0 ? 0 : u[i]! / rows[i]!
      for (let j = 0; j < made.columns; j++) values[i * made.columns + j]! *= factor
    }
    const columns = columnSums(made)
    for (let i = 0, k = 0; i < made.rows; i++) for (let j = 0; j < made.columns; j++, k++) values[k]! *= columns[j] === 0 ? 0 : v[j]! / columns[j]!
    gap = largestGap(made, u, v, whole)
    if (stuck(iteration, gap, before)) break
    if (iteration % STUCK_AFTER === 0) before = gap
    if (gap <= tolerance) return result({ matrix: made, iterations: iteration, gap }, 'RAS', options, ['zeros stay zero'])
  }
  throw new EconomyError(
    'infeasible',
    `expected totals that the pattern of zeros allows, got a gap of ${gap} of the total that no longer closes`,
    'put a small value where a flow exists, or change the totals',
  )
}

/** After so many rounds the gap must have fallen. */
export const STUCK_AFTER = 500

/** Whether balancing goes round in circles: five hundred rounds took less than a hundredth off the gap. `stuck(500, 0.3, 0.3) // => true` */
export const stuck = (iteration: number, gap: number, before: number): boolean => iteration % STUCK_AFTER === 0 && gap > 0.99 * before

/** Largest gap of a row or column, over the grand total. */
export function largestGap(m: Matrix, u: Float64Array, v: Float64Array, whole: number): number {
  const rows = rowSums(m)
  const columns = columnSums(m)
  let gap = 0
  for (let i = 0; i < u.length; i++) gap = Math.max(gap, Math.abs(rows[i]! - u[i]!))
  for (let j = 0; j < v.length; j++) gap = Math.max(gap, Math.abs(columns[j]! - v[j]!))
  return gap / whole
}
