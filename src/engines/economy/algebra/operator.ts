import { type Matrix, transpose } from './matrix.ts'
import { kernelWith } from './wasm-kernel.ts'

/** A linear map that knows only how to be applied: y = Mx. */
export interface Operator {
  readonly n: number
  readonly apply: (x: Float64Array, y: Float64Array) => void
}

/** A sparse square matrix, compressed row by row (CSR). */
export interface SparseMatrix {
  readonly n: number
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Share of cells that are not zero. `density({ rows: 1, columns: 2, values: new Float64Array([0, 3]) }) // => 0.5` */
export function density(m: Matrix): number {
  let filled = 0
  for (let i = 0; i < m.values.length; i++) if (m.values[i] !== 0) filled++
  return m.values.length === 0 ? 0 : filled / m.values.length
}

/** The filled cells of a square matrix. `Array.from(compress({ rows: 2, columns: 2, values: new Float64Array([0, 3, 0, 0]) }).starts) // => [0, 1, 1]` */
export function compress(m: Matrix): SparseMatrix {
  const n = m.rows
  const starts = new Int32Array(n + 1)
  for (let i = 0; i < n; i++) {
    let filled = 0
    for (let j = 0; j < n; j++) if (m.values[i * n + j] !== 0) filled++
    starts[i + 1] = starts[i]! + filled
  }
  const columns = new Int32Array(starts[n]!)
  const values = new Float64Array(starts[n]!)
  for (let i = 0, k = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const value = m.values[i * n + j]!
      if (value === 0) continue
      columns[k] = j
      values[k++] = value
    }
  return { n, starts, columns, values }
}

/** I − M as an operator, of a sparse matrix. */
export function sparseOneLess({ n, starts, columns, values }: SparseMatrix): Operator {
  return {
    n,
    apply: (x, y) => {
      for (let i = 0; i < n; i++) {
        const to = starts[i + 1]!
        let a = 0
        let b = 0
        let k = starts[i]!
        for (; k + 1 < to; k += 2) {
          a += values[k]! * x[columns[k]!]!
          b += values[k + 1]! * x[columns[k + 1]!]!
        }
        if (k < to) a += values[k]! * x[columns[k]!]!
        y[i] = x[i]! - (a + b)
      }
    },
  }
}

/** I − M as an operator, of a full matrix; four partial sums a row keep the processor's adders busy. */
export function oneLess(m: Matrix): Operator {
  const n = m.rows
  const { values } = m
  return {
    n,
    apply: (x, y) => {
      for (let i = 0; i < n; i++) {
        const row = i * n
        let a = 0
        let b = 0
        let c = 0
        let d = 0
        let j = 0
        for (; j + 3 < n; j += 4) {
          a += values[row + j]! * x[j]!
          b += values[row + j + 1]! * x[j + 1]!
          c += values[row + j + 2]! * x[j + 2]!
          d += values[row + j + 3]! * x[j + 3]!
        }
        for (; j < n; j++) a += values[row + j]! * x[j]!
        y[i] = x[i]! - (a + b + (c + d))
      }
    },
  }
}

/** I − Mᵀ as an operator of a full matrix, reading M row by row, four rows at a time. */
export function oneLessTransposed(m: Matrix): Operator {
  const n = m.rows
  const { values } = m
  return {
    n,
    apply: (x, y) => {
      y.set(x)
      let i = 0
      for (; i + 3 < n; i += 4) {
        const a = x[i]!
        const b = x[i + 1]!
        const c = x[i + 2]!
        const d = x[i + 3]!
        const r0 = i * n
        const r1 = r0 + n
        const r2 = r1 + n
        const r3 = r2 + n
        for (let j = 0; j < n; j++) y[j]! -= a * values[r0 + j]! + b * values[r1 + j]! + (c * values[r2 + j]! + d * values[r3 + j]!)
      }
      for (; i < n; i++) {
        const a = x[i]!
        for (let j = 0; j < n; j++) y[j]! -= a * values[i * n + j]!
      }
    },
  }
}

/** Below this share of filled cells the sparse form is used. */
const SPARSE_BELOW = 0.25
/** Below this size the plain code is as quick as the kernel. */
const SMALL = 64

/** I − A both ways of a full matrix by the SIMD kernel, which keeps its own padded copy; null where there is no kernel. */
export function kernelBothWays(m: Matrix): { readonly forward: Operator; readonly backward: Operator } | null {
  const n = m.rows
  const padded = Math.ceil(n / 4) * 4
  const made = kernelWith(padded * padded + 2 * padded)
  if (!made) return null
  const { kernel, doubles } = made
  for (let i = 0; i < n; i++) doubles.set(m.values.subarray(i * n, (i + 1) * n), i * padded)
  const from = padded * padded
  const to = from + padded
  return {
    forward: {
      n,
      apply: (x, y) => {
        doubles.set(x, from)
        kernel.timesVector(0, from * 8, to * 8, padded / 4, padded / 2)
        for (let i = 0; i < n; i++) y[i] = x[i]! - doubles[to + i]!
      },
    },
    backward: {
      n,
      apply: (x, y) => {
        doubles.set(x, from)
        doubles.set(x, to)
        kernel.minusVectorTimes(0, from * 8, to * 8, padded / 2, padded / 4)
        y.set(doubles.subarray(to, to + n))
      },
    },
  }
}

/** I − A both ways, in whichever form is quicker for the matrix. */
export function oneLessBothWays(m: Matrix): { readonly forward: Operator; readonly backward: Operator } {
  if (density(m) < SPARSE_BELOW) return { forward: sparseOneLess(compress(m)), backward: sparseOneLess(compress(transpose(m))) }
  return (m.rows < SMALL ? null : kernelBothWays(m)) ?? { forward: oneLess(m), backward: oneLessTransposed(m) }
}
