import { EconomyError } from '../economy-error.ts'
import { type Matrix, zeros } from './matrix.ts'
import { BLOCK, type Workspace, workspace } from './workspace.ts'

/** A factored matrix PM = LU: L below the diagonal (its own diagonal is 1), U on and above. */
export interface LuFactor {
  readonly n: number
  readonly lu: Float64Array
  /** `order[i]` is the row of the given matrix that came to stand in row i. */
  readonly order: Int32Array
  /** Smallest pivot over largest: near zero, the answers have few digits. */
  readonly pivotRatio: number
}

/**
 * LU with partial pivoting, block by block: a panel of 64 columns is factored, then the rest of the matrix is updated by one product (SIMD where there is any).
 * Source: Golub & Van Loan, Matrix Computations, 3.2.11 and 3.4. O(n³ / 3) multiplications. `plain` leaves the kernel aside.
 *
 * `Array.from(solveLu(luFactor(matrix([[0, 2], [4, 0]])), [2, 8])) // => [2, 1]`
 * @throws EconomyError `singular` where a column has no pivot.
 */
export function luFactor(m: Matrix, plain = false): LuFactor {
  const n = m.rows
  const space = workspace(n, 1, plain)
  const { doubles: w, stride } = space
  for (let i = 0; i < n; i++) w.set(m.values.subarray(i * n, (i + 1) * n), i * stride)
  const order = Int32Array.from({ length: n }, (_, i) => i)
  let smallest = Number.POSITIVE_INFINITY
  let largest = 0
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK)
    // a panel is itself worked off in narrow strips, so that most of it is products too
    for (let strip = from; strip < to; strip += STRIP) {
      const end = Math.min(to, strip + STRIP)
      for (let k = strip; k < end; k++) {
        const pivot = Math.abs(bringPivot(w, stride, n, k, order))
        smallest = Math.min(smallest, pivot)
        largest = Math.max(largest, pivot)
        eliminate(w, stride, n, k, end)
      }
      updateRight(space, n, strip, end, to)
    }
    updateRight(space, n, from, to, n)
  }
  return { n, lu: compact(space, n), order, pivotRatio: n === 0 ? 1 : smallest / largest }
}

const STRIP = 16

/** What columns from … to, just factored, do to the columns right of them up to `right`. */
function updateRight(space: Workspace, n: number, from: number, to: number, right: number): void {
  if (to >= right) return
  const { doubles, stride } = space
  finishStrip(doubles, stride, right, from, to)
  space.minusProduct(to * stride + to, to * stride + from, from * stride + to, n - to, right - to, to - from)
}

/** The rows of a padded matrix without the padding. */
function compact({ doubles, stride }: Workspace, n: number, from = 0): Float64Array {
  const made = new Float64Array(n * n)
  for (let i = 0; i < n; i++) made.set(doubles.subarray(from + i * stride, from + i * stride + n), i * n)
  return made
}

/** Puts the largest cell of column k on the diagonal. */
function bringPivot(w: Float64Array, stride: number, n: number, k: number, order: Int32Array): number {
  let best = k
  let size = Math.abs(w[k * stride + k]!)
  for (let i = k + 1; i < n; i++) {
    const here = Math.abs(w[i * stride + k]!)
    if (here > size) {
      size = here
      best = i
    }
  }
  if (size === 0 || !Number.isFinite(size))
    throw new EconomyError(
      'singular',
      `expected a system with one solution, got a singular one at column ${k}`,
      'look for a sector whose inputs equal its whole output',
      {
        part: 'system',
        column: k,
      },
    )
  if (best === k) return w[k * stride + k]!
  const kept = w.slice(k * stride, k * stride + n)
  w.copyWithin(k * stride, best * stride, best * stride + n)
  w.set(kept, best * stride)
  const row = order[best]!
  order[best] = order[k]!
  order[k] = row
  return w[k * stride + k]!
}

/** Column k out of the rows below, inside its panel. */
function eliminate(w: Float64Array, stride: number, n: number, k: number, to: number): void {
  const top = k * stride
  const diagonal = w[top + k]!
  for (let i = k + 1; i < n; i++) {
    const row = i * stride
    const factor = w[row + k]!
    if (factor === 0) continue
    const scaled = factor / diagonal
    w[row + k] = scaled
    for (let j = k + 1; j < to; j++) w[row + j]! -= scaled * w[top + j]!
  }
}

/** The rows of U that belong to columns from … to, right of them. */
function finishStrip(w: Float64Array, stride: number, right: number, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) reduce(w, w, stride, i * stride, i * stride, from, i, 0, to, right)
}

/** into −= Σ_k factors[k] · rows[k] over columns left … right, four rows at a time. */
function reduce(
  w: Float64Array,
  factors: Float64Array,
  stride: number,
  into: number,
  factorRow: number,
  from: number,
  upTo: number,
  rows: number,
  left: number,
  right: number,
): void {
  let k = from
  for (; k + 3 < upTo; k += 4) {
    const p = factors[factorRow + k]!
    const q = factors[factorRow + k + 1]!
    const r = factors[factorRow + k + 2]!
    const s = factors[factorRow + k + 3]!
    const r0 = rows + k * stride
    const r1 = r0 + stride
    const r2 = r1 + stride
    const r3 = r2 + stride
    for (let j = left; j < right; j++) w[into + j]! -= p * w[r0 + j]! + q * w[r1 + j]! + r * w[r2 + j]! + s * w[r3 + j]!
  }
  for (; k < upTo; k++) {
    const p = factors[factorRow + k]!
    const row = rows + k * stride
    for (let j = left; j < right; j++) w[into + j]! -= p * w[row + j]!
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
    const value = y[i]! / lu[row + i]!
    y[i] = value
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

/** The whole inverse by blocks of rows: forward through L, back through U, the bulk by products. O(n³); ask for it only where every cell is needed. `Array.from(inverseLu(luFactor(matrix([[4]]))).values) // => [0.25]` */
export function inverseLu({ n, lu, order }: LuFactor, plain = false): Matrix {
  const space = workspace(n, 2, plain)
  const { doubles: w, stride } = space
  const x = stride * stride
  for (let i = 0; i < n; i++) {
    w.set(lu.subarray(i * n, (i + 1) * n), i * stride)
    w[x + i * stride + order[i]!] = 1
  }
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK)
    for (let i = from + 1; i < to; i++) reduce(w, w, stride, x + i * stride, i * stride, from, i, x, 0, n)
    if (to < n) space.minusProduct(x + to * stride, to * stride + from, x + from * stride, n - to, n, to - from)
  }
  for (let from = Math.floor((n - 1) / BLOCK) * BLOCK; from >= 0; from -= BLOCK) {
    const to = Math.min(n, from + BLOCK)
    for (let i = to - 1; i >= from; i--) {
      const row = x + i * stride
      reduce(w, w, stride, row, i * stride, i + 1, to, x, 0, n)
      const diagonal = w[i * stride + i]!
      for (let j = 0; j < n; j++) w[row + j]! /= diagonal
    }
    if (from > 0) space.minusProduct(x, from, x + from * stride, from, n, to - from)
  }
  const made = zeros(n, n)
  made.values.set(compact(space, n, x))
  return made
}
