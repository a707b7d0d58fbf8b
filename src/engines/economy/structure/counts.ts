import { type Matrix, type MatrixLike, matrix } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'

/** Regions by industries (지역 × 산업): persons, firms or output; 0 or more. @throws EconomyError `out-of-range` for a negative cell */
export function counts(from: MatrixLike): Matrix {
  const m = matrix(from, 'counts')
  const negative = m.values.findIndex((one) => one < 0)
  if (negative >= 0)
    throw new EconomyError('out-of-range', `expected counts of 0 or more, got ${m.values[negative]}`, 'check the sign; changes are no counts', {
      part: 'counts',
      row: Math.floor(negative / m.columns),
      column: negative % m.columns,
    })
  return m
}

/** Counts of one region. @throws EconomyError `out-of-range`, `not-a-number` */
export function parts(from: readonly number[], part = 'counts'): readonly number[] {
  const wrong = from.findIndex((one) => !(Number.isFinite(one) && one >= 0))
  if (wrong >= 0)
    throw new EconomyError('out-of-range', `expected counts of 0 or more in ${part}, got ${from[wrong]}`, 'check the cell', { part, row: wrong })
  return from
}

/** Sum of a list. `sum([1, 2]) // => 3` */
export const sum = (values: ArrayLike<number>): number => {
  let made = 0
  for (let i = 0; i < values.length; i++) made += values[i]!
  return made
}

/** Shares that add up to one, or null where there is nothing to share. `sharesOf([1, 3]) // => [0.25, 0.75]` */
export function sharesOf(values: readonly number[]): number[] | null {
  const all = sum(values)
  return all > 0 ? values.map((one) => one / all) : null
}
