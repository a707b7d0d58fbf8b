import { EconomyError } from '../economy-error.ts'
import { type Matrix, zeros } from './matrix.ts'

/** A factored matrix PM = LU: L below the diagonal (its own diagonal is 1), U on and above. */
export interface LuFactor {
  readonly n: number
  readonly lu: Float64Array
  /** `order[i]` is the row of the given matrix that came to stand in row i. */
  readonly order: Int32Array
  /** Smallest pivot over largest: near zero, the answers have few digits. */
  readonly pivotRatio: number
}

const BLOCK = 48

/**
 * LU with partial pivoting, block by block: a panel of 48 columns is factored, then the rest of the matrix is updated while a strip of U stays in the cache.
 * Source: Golub & Van Loan, Matrix Computations, 3.2.11 and 3.4. O(n³ / 3) multiplications.
 *
 * `Array.from(solveLu(luFactor(matrix([[0, 2], [4, 0]])), [2, 8])) // => [2, 1]`
 * @throws EconomyError `singular` where a column has no pivot.
 */
export function luFactor(m: Matrix): LuFactor {
  const n = m.rows
  const lu = Float64Array.from(m.values)
  const order = Int32Array.from({ length: n }, (_, i) => i)
  let smallest = Number.POSITIVE_INFINITY
  let largest = 0
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK)
    for (let k = from; k < to; k++) {
      const p = pivotRow(lu, n, k)
      const pivot = Math.abs(lu[p * n + k]!)
      if (pivot === 0 || !Number.isFinite(pivot))
        throw new EconomyError(
          'singular',
          `expected a system with one solution, got a singular one at column ${k}`,
          'look for a sector whose inputs equal its whole output',
          { part: 'system', column: k },
        )
      smallest = Math.min(smallest, pivot)
      largest = Math.max(largest, pivot)
      if (p !== k) swapRows(lu, n, p, k, order)
      const diagonal = lu[k * n + k]!
      for (let i = k + 1; i < n; i++) {
        const row = i * n
        const factor = lu[row + k]!
        if (factor === 0) continue
        const scaled = factor / diagonal
        lu[row + k] = scaled
        for (let j = k + 1; j < to; j++) lu[row + j]! -= scaled * lu[k * n + j]!
      }
    }
    finishStrip(lu, n, from, to)
    updateRest(lu, n, from, to)
  }
  return { n, lu, order, pivotRatio: n === 0 ? 1 : smallest / largest }
}

function pivotRow(lu: Float64Array, n: number, k: number): number {
  let best = k
  let size = Math.abs(lu[k * n + k]!)
  for (let i = k + 1; i < n; i++) {
    const here = Math.abs(lu[i * n + k]!)
    if (here > size) {
      size = here
      best = i
    }
  }
  return best
}

function swapRows(lu: Float64Array, n: number, a: number, b: number, order: Int32Array): void {
  for (let j = 0; j < n; j++) {
    const kept = lu[a * n + j]!
    lu[a * n + j] = lu[b * n + j]!
    lu[b * n + j] = kept
  }
  const kept = order[a]!
  order[a] = order[b]!
  order[b] = kept
}

/** The rows of U that belong to a panel, right of it. */
function finishStrip(lu: Float64Array, n: number, from: number, to: number): void {
  for (let k = from; k < to; k++)
    for (let i = k + 1; i < to; i++) {
      const factor = lu[i * n + k]!
      if (factor === 0) continue
      for (let j = to; j < n; j++) lu[i * n + j]! -= factor * lu[k * n + j]!
    }
}

/** What is below and right of a panel, four rows of U at a time: each cell is read and written once for four multiplications. */
function updateRest(lu: Float64Array, n: number, from: number, to: number): void {
  for (let left = to; left < n; left += 512) {
    const right = Math.min(n, left + 512)
    for (let i = to; i < n; i++) {
      const row = i * n
      let k = from
      for (; k + 3 < to; k += 4) {
        const a = lu[row + k]!
        const b = lu[row + k + 1]!
        const c = lu[row + k + 2]!
        const d = lu[row + k + 3]!
        const r0 = k * n
        const r1 = r0 + n
        const r2 = r1 + n
        const r3 = r2 + n
        for (let j = left; j < right; j++) lu[row + j]! -= a * lu[r0 + j]! + b * lu[r1 + j]! + c * lu[r2 + j]! + d * lu[r3 + j]!
      }
      for (; k < to; k++) {
        const a = lu[row + k]!
        for (let j = left; j < right; j++) lu[row + j]! -= a * lu[k * n + j]!
      }
    }
  }
}

/** x of Mx = b. O(n²). */
export function solveLu({ n, lu, order }: LuFactor, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = b[order[i]!]!
    const row = i * n
    for (let j = 0; j < i; j++) sum -= lu[row + j]! * x[j]!
    x[i] = sum
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!
    const row = i * n
    for (let j = i + 1; j < n; j++) sum -= lu[row + j]! * x[j]!
    x[i] = sum / lu[row + i]!
  }
  return x
}

/** x of xM = b (the transposed system). `Array.from(solveLuTransposed(luFactor(matrix([[1, 0], [3, 1]])), [4, 1])) // => [1, 1]` */
export function solveLuTransposed({ n, lu, order }: LuFactor, b: ArrayLike<number>): Float64Array {
  const y = Float64Array.from({ length: n }, (_, i) => b[i]!)
  for (let i = 0; i < n; i++) {
    const row = i * n
    const value = (y[i] = y[i]! / lu[row + i]!)
    if (value !== 0) for (let j = i + 1; j < n; j++) y[j]! -= lu[row + j]! * value
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * n
    const value = y[i]!
    if (value !== 0) for (let j = 0; j < i; j++) y[j]! -= lu[row + j]! * value
  }
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) x[order[i]!] = y[i]!
  return x
}

/** The whole inverse, row by row of the right side so that memory is read in order. O(n³); ask for it only where every cell is needed. */
export function inverseLu({ n, lu, order }: LuFactor): Matrix {
  const made = zeros(n, n)
  const { values } = made
  for (let i = 0; i < n; i++) values[i * n + order[i]!] = 1
  const axpy = (into: number, from: number, factor: number, left: number, right: number) => {
    for (let j = left; j < right; j++) values[into + j]! -= factor * values[from + j]!
  }
  for (let left = 0; left < n; left += 256) {
    const right = Math.min(n, left + 256)
    for (let i = 1; i < n; i++) reduce(lu, values, n, i, 0, i, left, right, axpy)
    for (let i = n - 1; i >= 0; i--) {
      reduce(lu, values, n, i, i + 1, n, left, right, axpy)
      const diagonal = lu[i * n + i]!
      for (let j = left; j < right; j++) values[i * n + j]! /= diagonal
    }
  }
  return made
}

/** Row i less its multiples of rows k in [from, to), four at a time. */
function reduce(
  lu: Float64Array,
  values: Float64Array,
  n: number,
  i: number,
  from: number,
  to: number,
  left: number,
  right: number,
  axpy: (into: number, from: number, factor: number, left: number, right: number) => void,
): void {
  const row = i * n
  let k = from
  for (; k + 3 < to; k += 4) {
    const a = lu[row + k]!
    const b = lu[row + k + 1]!
    const c = lu[row + k + 2]!
    const d = lu[row + k + 3]!
    const r0 = k * n
    const r1 = r0 + n
    const r2 = r1 + n
    const r3 = r2 + n
    for (let j = left; j < right; j++) values[row + j]! -= a * values[r0 + j]! + b * values[r1 + j]! + c * values[r2 + j]! + d * values[r3 + j]!
  }
  for (; k < to; k++) axpy(row, k * n, lu[row + k]!, left, right)
}
