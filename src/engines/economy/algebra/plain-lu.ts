import { singular } from './kernel-lu.ts'
import type { Matrix } from './matrix.ts'

/** A factored matrix PM = LU as plain code makes it: see LuFactor. */
export interface PlainFactor {
  readonly n: number
  readonly lu: Float64Array
  readonly stride: number
  readonly order: Int32Array
  readonly pivotRatio: number
}

const BLOCK = 64
const STRIP = 16

/** The same factoring without the SIMD kernel, where there is none or the matrix is small. @throws EconomyError `singular` */
export function plainFactor(m: Matrix): PlainFactor {
  const n = m.rows
  const w = m.values.slice()
  const order = Int32Array.from({ length: n }, (_, i) => i)
  let smallest = Number.POSITIVE_INFINITY
  let largest = 0
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK)
    // a panel is itself worked off in narrow strips, so that most of it is products too
    for (let strip = from; strip < to; strip += STRIP) {
      const end = Math.min(to, strip + STRIP)
      for (let k = strip; k < end; k++) {
        const pivot = Math.abs(bringPivot(w, n, n, k, order))
        smallest = Math.min(smallest, pivot)
        largest = Math.max(largest, pivot)
        eliminate(w, n, n, k, end)
      }
      updateRight(w, n, strip, end, to)
    }
    updateRight(w, n, from, to, n)
  }
  return { n, lu: w, stride: n, order, pivotRatio: n === 0 ? 1 : smallest / largest }
}

/** What columns from … to, just factored, do to the columns right of them up to `right`. */
function updateRight(w: Float64Array, n: number, from: number, to: number, right: number): void {
  if (to >= right) return
  for (let i = from + 1; i < to; i++) reduce(w, w, n, i * n, i * n, from, i, 0, to, right)
  minusProduct(w, n, to * n + to, to * n + from, from * n + to, n - to, right - to, to - from)
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
  if (size === 0 || !Number.isFinite(size)) throw singular(k)
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

/** Four rows of B at a time: each cell of C is read and written once for four multiplications. */
function minusProduct(w: Float64Array, stride: number, c: number, a: number, b: number, rows: number, columns: number, inner: number): void {
  for (let left = 0; left < columns; left += 512) {
    const right = Math.min(columns, left + 512)
    for (let i = 0; i < rows; i++) {
      const into = c + i * stride
      const from = a + i * stride
      let k = 0
      for (; k + 3 < inner; k += 4) {
        const [p, q, r, s] = [w[from + k]!, w[from + k + 1]!, w[from + k + 2]!, w[from + k + 3]!]
        const r0 = b + k * stride
        const r1 = r0 + stride
        const r2 = r1 + stride
        const r3 = r2 + stride
        for (let j = left; j < right; j++) w[into + j]! -= p * w[r0 + j]! + q * w[r1 + j]! + r * w[r2 + j]! + s * w[r3 + j]!
      }
      for (; k < inner; k++) {
        const p = w[from + k]!
        for (let j = left; j < right; j++) w[into + j]! -= p * w[b + k * stride + j]!
      }
    }
  }
}

/** x of Mx = b. */
export function plainSolve({ n, lu, stride, order }: PlainFactor, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = b[order[i]!]!
    const row = i * stride
    for (let j = 0; j < i; j++) sum -= lu[row + j]! * x[j]!
    x[i] = sum
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!
    const row = i * stride
    for (let j = i + 1; j < n; j++) sum -= lu[row + j]! * x[j]!
    x[i] = sum / lu[row + i]!
  }
  return x
}

/** x of xM = b. */
export function plainSolveTransposed({ n, lu, stride, order }: PlainFactor, b: ArrayLike<number>): Float64Array {
  const y = Float64Array.from({ length: n }, (_, i) => b[i]!)
  for (let i = 0; i < n; i++) {
    const row = i * stride
    const value = y[i]! / lu[row + i]!
    y[i] = value
    if (value !== 0) for (let j = i + 1; j < n; j++) y[j]! -= lu[row + j]! * value
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * stride
    const value = y[i]!
    if (value !== 0) for (let j = 0; j < i; j++) y[j]! -= lu[row + j]! * value
  }
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) x[order[i]!] = y[i]!
  return x
}

/** The whole inverse: forward through L, back through U, four rows at a time. */
export function plainInverse({ n, lu, stride, order }: PlainFactor): Matrix {
  const x = new Float64Array(n * n)
  for (let i = 0; i < n; i++) x[i * n + order[i]!] = 1
  for (let i = 1; i < n; i++) reduce(x, lu, n, i * n, i * stride, 0, i, 0, 0, n)
  for (let i = n - 1; i >= 0; i--) {
    reduce(x, lu, n, i * n, i * stride, i + 1, n, 0, 0, n)
    const diagonal = lu[i * stride + i]!
    for (let j = 0; j < n; j++) x[i * n + j]! /= diagonal
  }
  return { rows: n, columns: n, values: x }
}
