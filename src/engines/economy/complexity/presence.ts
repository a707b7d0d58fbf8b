import { columnSums, type Matrix, type MatrixLike, matrixOf, rowSums } from '../algebra/matrix.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts } from '../structure/counts.ts'

/**
 * 현시비교우위(RCA): the location quotient as the literature on complexity uses it; 0 in a place or industry without anybody, so that one empty place leaves the others as they are.
 *
 * `rowsOf(rca([[1, 1], [3, 1], [0, 0]]).value) // => [[0.75, 1.5], [1.125, 0.75], [0, 0]]`
 */
export function rca(from: MatrixLike, options: Sourced = {}): Result<Matrix> {
  const e = counts(from)
  const places = rowSums(e)
  const industries = columnSums(e)
  const all = places.reduce((a, b) => a + b, 0)
  return result(
    matrixOf(e.rows, e.columns, (c, p) =>
      places[c] === 0 || industries[p] === 0 ? 0 : e.values[c * e.columns + p]! / places[c]! / (industries[p]! / all),
    ),
    'rca',
    options,
  )
}

/** 산업 존재 여부: 1 where the quotient reaches the threshold (1 by default), else 0. `rowsOf(presence([[0.5, 1]]).value) // => [[0, 1]]` */
export function presence(quotients: MatrixLike, options: Sourced & { readonly threshold?: number } = {}): Result<Matrix> {
  const q = counts(quotients)
  const threshold = options.threshold ?? 1
  return result(
    matrixOf(q.rows, q.columns, (c, p) => (q.values[c * q.columns + p]! >= threshold ? 1 : 0)),
    'presence',
    options,
    [`present from a quotient of ${threshold}`],
  )
}
