import { inverseLu, luFactor } from '../algebra/lu.ts'
import { at, type Matrix, type MatrixLike, matrixOf, multiply, square } from '../algebra/matrix.ts'
import { type IoModel, modelResult } from '../model/model.ts'
import { chained } from '../model/multipliers.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { forwardSums } from './dispersion.ts'

/**
 * 상류도: mean number of steps from a sector to final use, U = (I − B)⁻¹·1 with B the allocation coefficients. 1: all of it goes to final users. Source: Antràs, Chor, Fally & Hillberry 2012.
 * Exports and stocks count as final use (closed economy).
 */
export const upstreamness = (model: IoModel): Result<number[]> =>
  modelResult(model, forwardSums(model, 'ghosh'), 'upstreamness', ['exports and changes of stocks count as final use'])

/**
 * 하류도: mean number of steps from primary inputs to a sector, D = 1·(I − A)⁻¹, equal to its output multiplier. Source: Antràs & Chor 2013.
 *
 * `downstreamness(modelFromCoefficients([[0.5]])).value // => [2]`
 */
export const downstreamness = (model: IoModel): Result<number[]> =>
  modelResult(model, chained(model, new Array<number>(model.n).fill(1)), 'downstreamness')

/**
 * 평균파급거리(APL): mean number of rounds that a push from one sector takes to reach another: H_ij / L_ij off the diagonal and H_ii / (L_ii − 1) on it, H = L·(L − I).
 * Where L is 0 no push ever arrives and the distance is 0. Source: Dietzenbacher, Romero & Bosma 2005.
 *
 * `rowsOf(averagePropagationLength([[0.5]]).value)[0].map((one) => one.toFixed(6)) // => ['2.000000']`
 */
export function averagePropagationLength(coefficients: MatrixLike, options: Sourced = {}): Result<Matrix> {
  const a = square(coefficients, 'coefficients')
  const n = a.rows
  const l = inverseLu(luFactor(matrixOf(n, n, (i, j) => (i === j ? 1 : 0) - at(a, i, j))))
  const h = multiply(
    l,
    matrixOf(n, n, (i, j) => at(l, i, j) - (i === j ? 1 : 0)),
  )
  const lengths = matrixOf(n, n, (i, j) => {
    const below = at(l, i, j) - (i === j ? 1 : 0)
    return Math.abs(below) < 1e-300 ? 0 : at(h, i, j) / below
  })
  return result(lengths, 'averagePropagationLength', options, ['where no push ever arrives the length is 0'])
}
