import { at, columnSums, type Matrix, type MatrixLike, matrixOf, rowSums, square, total } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'

/**
 * 영향장: how every cell of L changes with one coefficient a_ij: F = L·e_i × e_j′·L, so F[k, m] = l_ki · l_jm for a change of the coefficient in row i and column j. Source: Sherman & Morrison 1950; Sonis & Hewings 1992.
 *
 * `rowsOf(fieldOfInfluence([[2, 1], [0, 1]], 0, 1).value) // => [[0, 2], [0, 0]]`
 * @throws EconomyError `out-of-range` for a row or column that is not there.
 */
export function fieldOfInfluence(inverse: MatrixLike, row: number, column: number, options: Sourced = {}): Result<Matrix> {
  const l = square(inverse, 'inverse')
  for (const one of [row, column])
    if (!Number.isInteger(one) || one < 0 || one >= l.rows)
      throw new EconomyError('out-of-range', `expected a sector from 0 to ${l.rows - 1}, got ${one}`, 'count sectors from 0', {
        part: 'inverse',
        value: one,
      })
  return result(
    matrixOf(l.rows, l.rows, (k, m) => at(l, k, row) * at(l, column, m)),
    'fieldOfInfluence',
    options,
    [`coefficient in row ${row} and column ${column}, counted from 0`],
  )
}

/**
 * 승수곱행렬: M = (row sums of L)·(column sums of L) / sum of L: what L would be if pulls were spread evenly. Source: Sonis, Hewings & Guo 2000.
 *
 * `rowsOf(multiplierProductMatrix([[2, 0], [0, 2]]).value) // => [[1, 1], [1, 1]]`
 */
export function multiplierProductMatrix(inverse: MatrixLike, options: Sourced = {}): Result<Matrix> {
  const l = square(inverse, 'inverse')
  const rows = rowSums(l)
  const columns = columnSums(l)
  const all = total(rows)
  return result(
    matrixOf(l.rows, l.rows, (i, j) => (rows[i]! * columns[j]!) / all),
    'multiplierProductMatrix',
    options,
  )
}
