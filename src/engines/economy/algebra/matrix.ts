import { EconomyError } from '../economy-error.ts'

/** A matrix of doubles, row after row in one array (행렬). */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** What functions take for a matrix: a Matrix, or rows of numbers. */
export type MatrixLike = Matrix | readonly (readonly number[])[]

/** What functions take for a vector. */
export type Vector = readonly number[] | Float64Array

const isMatrix = (from: MatrixLike): from is Matrix => 'values' in from && from.values instanceof Float64Array

/**
 * A matrix from rows of equal length; a Matrix comes back as it is.
 *
 * `matrix([[1, 2], [3, 4]]).columns // => 2`
 * @throws EconomyError `shape` for ragged rows, `not-a-number` for NaN, infinity or an absent cell.
 */
export function matrix(from: MatrixLike, part = 'matrix'): Matrix {
  if (isMatrix(from)) return from
  const columns = from[0]?.length ?? 0
  const values = new Float64Array(from.length * columns)
  for (const [i, row] of from.entries()) {
    if (row.length !== columns)
      throw new EconomyError('shape', `expected ${columns} numbers in row ${i} of ${part}, got ${row.length}`, 'give every row the same length', {
        part,
        row: i,
      })
    for (let j = 0; j < columns; j++) {
      const value = row[j]
      if (typeof value !== 'number' || !Number.isFinite(value))
        throw new EconomyError(
          'not-a-number',
          `expected a finite number at ${part}[${i}, ${j}], got ${value}`,
          'fill the cell, or write 0 where there is no flow',
          { part, row: i, column: j },
        )
      values[i * columns + j] = value
    }
  }
  return { rows: from.length, columns, values }
}

/** A vector of doubles of a given length. `vector([1, 2]).length // => 2` @throws EconomyError `shape`, `not-a-number` */
export function vector(from: Vector, part = 'vector', length?: number): Float64Array {
  if (length !== undefined && from.length !== length)
    throw new EconomyError(
      'shape',
      `expected ${length} numbers in ${part}, got ${from.length}`,
      'give one number a sector, in the order of the table',
      { part },
    )
  for (let i = 0; i < from.length; i++)
    if (!Number.isFinite(from[i]!))
      throw new EconomyError('not-a-number', `expected a finite number at ${part}[${i}], got ${from[i]}`, 'fill the cell', { part, row: i })
  return from instanceof Float64Array ? from : Float64Array.from(from)
}

/** A matrix of zeros. `zeros(2, 3).values.length // => 6` */
export const zeros = (rows: number, columns: number): Matrix => ({ rows, columns, values: new Float64Array(rows * columns) })

/** The rows as lists. `rowsOf(matrix([[1, 2]])) // => [[1, 2]]` */
export const rowsOf = (m: Matrix): number[][] =>
  Array.from({ length: m.rows }, (_, i) => Array.from(m.values.subarray(i * m.columns, (i + 1) * m.columns)))

/** One cell. `at(matrix([[1, 2]]), 0, 1) // => 2` */
export const at = (m: Matrix, i: number, j: number): number => m.values[i * m.columns + j]!

/** A matrix worked out cell by cell. `rowsOf(matrixOf(2, 2, (i, j) => i + j)) // => [[0, 1], [1, 2]]` */
export function matrixOf(rows: number, columns: number, cell: (i: number, j: number) => number): Matrix {
  const made = zeros(rows, columns)
  for (let i = 0, k = 0; i < rows; i++) for (let j = 0; j < columns; j++) made.values[k++] = cell(i, j)
  return made
}

/** The unit matrix. `rowsOf(identity(2)) // => [[1, 0], [0, 1]]` */
export const identity = (n: number): Matrix => matrixOf(n, n, (i, j) => (i === j ? 1 : 0))

/** Rows become columns. `rowsOf(transpose(matrix([[1, 2]]))) // => [[1], [2]]` */
export const transpose = (m: Matrix): Matrix => matrixOf(m.columns, m.rows, (i, j) => m.values[j * m.columns + i]!)

/** Matrix product. `rowsOf(multiply(matrix([[1, 2]]), matrix([[3], [4]]))) // => [[11]]` */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows)
    throw new EconomyError('shape', `expected ${a.columns} rows in the second matrix, got ${b.rows}`, 'give matrices whose inner sizes agree')
  const made = zeros(a.rows, b.columns)
  const n = b.columns
  for (let i = 0; i < a.rows; i++) {
    const into = made.values.subarray(i * n, (i + 1) * n)
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k]!
      if (factor === 0) continue
      const from = b.values.subarray(k * n, (k + 1) * n)
      for (let j = 0; j < n; j++) into[j]! += factor * from[j]!
    }
  }
  return made
}

/** m·v. `Array.from(timesVector(matrix([[1, 2], [3, 4]]), [1, 1])) // => [3, 7]` */
export function timesVector(m: Matrix, v: Vector): Float64Array {
  const made = new Float64Array(m.rows)
  for (let i = 0; i < m.rows; i++) {
    const row = m.values.subarray(i * m.columns, (i + 1) * m.columns)
    let sum = 0
    for (let j = 0; j < row.length; j++) sum += row[j]! * v[j]!
    made[i] = sum
  }
  return made
}

/** v·m, the vector from the left. `Array.from(vectorTimes([1, 1], matrix([[1, 2], [3, 4]]))) // => [4, 6]` */
export function vectorTimes(v: Vector, m: Matrix): Float64Array {
  const made = new Float64Array(m.columns)
  for (let i = 0; i < m.rows; i++) {
    const factor = v[i]!
    if (factor === 0) continue
    const row = m.values.subarray(i * m.columns, (i + 1) * m.columns)
    for (let j = 0; j < row.length; j++) made[j]! += factor * row[j]!
  }
  return made
}

/** Sum of each row. `Array.from(rowSums(matrix([[1, 2], [3, 4]]))) // => [3, 7]` */
export function rowSums(m: Matrix): Float64Array {
  const made = new Float64Array(m.rows)
  for (let i = 0, k = 0; i < m.rows; i++) for (let j = 0; j < m.columns; j++) made[i]! += m.values[k++]!
  return made
}

/** Sum of each column. `Array.from(columnSums(matrix([[1, 2], [3, 4]]))) // => [4, 6]` */
export function columnSums(m: Matrix): Float64Array {
  const made = new Float64Array(m.columns)
  for (let i = 0, k = 0; i < m.rows; i++) for (let j = 0; j < m.columns; j++) made[j]! += m.values[k++]!
  return made
}

/** Sum of all numbers. `total([1, 2, 3]) // => 6` */
export function total(v: Vector): number {
  let sum = 0
  for (let i = 0; i < v.length; i++) sum += v[i]!
  return sum
}

/** One column. `Array.from(columnOf(matrix([[1, 2], [3, 4]]), 1)) // => [2, 4]` */
export const columnOf = (m: Matrix, j: number): Float64Array => Float64Array.from({ length: m.rows }, (_, i) => at(m, i, j))

/** The square matrix and its size. @throws EconomyError `shape` for a matrix that is not square */
export function square(from: MatrixLike, part: string): Matrix {
  const m = matrix(from, part)
  if (m.rows !== m.columns)
    throw new EconomyError(
      'shape',
      `expected a square matrix for ${part}, got ${m.rows} by ${m.columns}`,
      'give sector by sector, in the same order both ways',
      { part },
    )
  return m
}

/** Whether less than such a share of the cells is filled. `sparserThan({ rows: 1, columns: 2, values: new Float64Array([0, 3]) }, 0.6) // => true` */
export function sparserThan(m: Matrix, share: number): boolean {
  const enough = share * m.values.length
  let filled = 0
  for (let i = 0; i < m.values.length && filled < enough; i++) if (m.values[i] !== 0) filled++
  return filled < enough
}
