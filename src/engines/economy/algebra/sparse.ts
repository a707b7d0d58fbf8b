import type { Matrix } from './matrix.ts'

/** A sparse square matrix off its diagonal, compressed row by row (CSR); `middles` says where in a row the columns right of the diagonal begin. */
export interface SparseMatrix {
  readonly n: number
  readonly starts: Int32Array
  readonly middles: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
  readonly diagonal: Float64Array
}

/** The filled cells of a square matrix. `Array.from(compress({ rows: 2, columns: 2, values: new Float64Array([5, 3, 0, 0]) }).starts) // => [0, 1, 1]` */
export function compress(m: Matrix): SparseMatrix {
  const n = m.rows
  const starts = new Int32Array(n + 1)
  for (let i = 0; i < n; i++) {
    let filled = 0
    for (let j = 0; j < n; j++) if (j !== i && m.values[i * n + j] !== 0) filled++
    starts[i + 1] = starts[i]! + filled
  }
  const middles = new Int32Array(n)
  const columns = new Int32Array(starts[n]!)
  const values = new Float64Array(starts[n]!)
  const diagonal = new Float64Array(n)
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = m.values[i * n + j]!
      if (j === i) {
        middles[i] = k
        diagonal[i] = value
      } else if (value !== 0) {
        columns[k] = j
        values[k++] = value
      }
    }
  }
  return { n, starts, middles, columns, values, diagonal }
}
