import { type Matrix, type MatrixLike, matrix, type Vector, vector, zeros } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result } from '../result.ts'
import { type Balanced, type BalanceOptions, checkTotals, largestGap, STUCK_AFTER, stuck } from './ras-balance.ts'

/**
 * GRAS 균형: RAS for a matrix with negative cells. With P the positive and N the size of the negative cells, X = r̂·P·ŝ − r̂⁻¹·N·ŝ⁻¹;
 * each multiplier is the positive root of p·r² − u·r − n = 0, or −n/u where nothing is positive. Signs are kept; totals may be negative.
 * Source: Junius & Oosterhaven 2003, corrected by Lenzen, Wood & Gallego 2007; Temurshoev, Miller & Bouwmeester 2013.
 *
 * `Math.round(grasBalance([[2, -1], [1, 1]], [1, 2], [3, 0]).value.gap * 1e9) // => 0`
 * @throws EconomyError `infeasible` where no matrix of these signs has these totals.
 */
export function grasBalance(from: MatrixLike, rowTotals: Vector, columnTotals: Vector, options: BalanceOptions = {}): Result<Balanced> {
  const start = matrix(from, 'matrix')
  const u = vector(rowTotals, 'row totals', start.rows)
  const v = vector(columnTotals, 'column totals', start.columns)
  checkTotals(u, v)
  const tolerance = options.tolerance ?? 1e-13
  const maximum = options.maximumIterations ?? 20_000
  const { rows, columns, values } = start
  const r = new Float64Array(rows).fill(1)
  const s = new Float64Array(columns).fill(1)
  const made = zeros(rows, columns)
  let size = 0
  for (let k = 0; k < values.length; k++) size += Math.abs(values[k]!)
  let gap = Number.POSITIVE_INFINITY
  let before = gap
  for (let iteration = 1; iteration <= maximum; iteration++) {
    for (let j = 0; j < columns; j++) {
      let p = 0
      let n = 0
      for (let i = 0; i < rows; i++) {
        const value = values[i * columns + j]!
        if (value > 0) p += value * r[i]!
        else n -= value / r[i]!
      }
      s[j] = multiplier(p, n, v[j]!, 'column', j)
    }
    for (let i = 0; i < rows; i++) {
      let p = 0
      let n = 0
      for (let j = 0; j < columns; j++) {
        const value = values[i * columns + j]!
        if (value > 0) p += value * s[j]!
        else n -= value / s[j]!
      }
      r[i] = multiplier(p, n, u[i]!, 'row', i)
    }
    fill(made, values, r, s)
    gap = largestGap(made, u, v, size)
    if (stuck(iteration, gap, before)) break
    if (iteration % STUCK_AFTER === 0) before = gap
    if (gap <= tolerance)
      return result<Balanced>({ matrix: made, iterations: iteration, gap }, 'GRAS', options, ['zeros stay zero', 'signs are kept'])
  }
  throw new EconomyError(
    'infeasible',
    `expected totals that the signs allow, got a gap of ${gap} of the total that no longer closes`,
    'check the signs of the totals against the signs of their cells',
  )
}

function multiplier(p: number, n: number, wanted: number, part: string, index: number): number {
  if (p > 0 && n > 0) {
    // of the two forms of the same root, the one that adds and does not subtract
    const root = Math.sqrt(wanted * wanted + 4 * p * n)
    return wanted >= 0 ? (wanted + root) / (2 * p) : (2 * n) / (root - wanted)
  }
  if (p > 0 && wanted >= 0) return wanted / p
  if (p === 0 && n > 0 && wanted < 0) return -n / wanted
  if (p === 0 && n === 0 && wanted === 0) return 1
  throw new EconomyError(
    'infeasible',
    `expected a ${part} total with the sign of its cells, got ${wanted}`,
    'change the total, or put a cell of that sign into it',
    { part, row: index, value: wanted },
  )
}

function fill(made: Matrix, values: Float64Array, r: Float64Array, s: Float64Array): void {
  for (let i = 0, k = 0; i < made.rows; i++)
    for (let j = 0; j < made.columns; j++, k++) {
      const value = values[k]!
      made.values[k] = value > 0 ? r[i]! * value * s[j]! : value / (r[i]! * s[j]!)
    }
}
