import { type Matrix, type MatrixLike, matrixOf, square, type Vector, vector } from '../algebra/matrix.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { type IoModel, modelResult, needed, perOutput } from './model.ts'

/**
 * 투입계수 A: inputs a unit of output, a_ij = z_ij / x_j. A sector without output has coefficients 0. Source: Miller & Blair 2009, table 2.4.
 *
 * `rowsOf(technicalCoefficients([[150, 500], [200, 100]], [1000, 2000]).value) // => [[0.15, 0.25], [0.2, 0.05]]`
 */
export function technicalCoefficients(flows: MatrixLike, output: Vector, options: Sourced = {}): Result<Matrix> {
  const z = square(flows, 'flows')
  return result(perOutput(z, vector(output, 'output', z.rows)), 'technicalCoefficients', options, ['a sector without output has coefficients 0'])
}

/**
 * 산출계수(배분계수) B: what a sector sells to each user, a unit of its own output, b_ij = z_ij / x_i.
 *
 * `rowsOf(allocationCoefficients([[150, 500], [200, 100]], [1000, 2000]).value) // => [[0.15, 0.5], [0.1, 0.05]]`
 */
export function allocationCoefficients(flows: MatrixLike, output: Vector, options: Sourced = {}): Result<Matrix> {
  const z = square(flows, 'flows')
  const x = vector(output, 'output', z.rows)
  return result(
    matrixOf(z.rows, z.rows, (i, j) => (x[i] === 0 ? 0 : z.values[i * z.rows + j]! / x[i]!)),
    'allocationCoefficients',
    options,
    ['a sector without output has coefficients 0'],
  )
}

/** B of a model, by its outputs: b_ij = a_ij x_j / x_i. */
export function allocationOf(model: IoModel): Matrix {
  const x = needed(model.output, 'output')
  return matrixOf(model.n, model.n, (i, j) => (x[i] === 0 ? 0 : (model.coefficients.values[i * model.n + j]! * x[j]!) / x[i]!))
}

/**
 * 생산유발계수표(레온티에프 역행렬) L = (I − A)⁻¹: output of the row sector for one unit of final demand for the column sector. Every cell is worked out; for multipliers and shocks the solver does without.
 *
 * `Math.round(leontiefInverse(modelFromCoefficients([[0.15, 0.25], [0.2, 0.05]])).value.values[0] * 1e4) // => 12541`
 */
export const leontiefInverse = (model: IoModel): Result<Matrix> => modelResult(model, model.solver.inverse(), 'leontiefInverse')

/**
 * 고쉬 역행렬 G = (I − B)⁻¹ = x̂⁻¹·L·x̂: output of the column sector for one unit of primary input into the row sector. Source: Ghosh 1958; Miller & Blair 2009, 12.1.
 * A sector without output has 1 on the diagonal and 0 elsewhere.
 */
export function ghoshInverse(model: IoModel): Result<Matrix> {
  return modelResult(model, ghoshOf(model), 'ghoshInverse', ['supply-driven: shares of sales do not change'])
}

/** The cells of G. */
export function ghoshOf(model: IoModel): Matrix {
  const x = needed(model.output, 'output')
  const l = model.solver.inverse()
  return matrixOf(model.n, model.n, (i, j) => (x[i] === 0 ? (i === j ? 1 : 0) : (l.values[i * model.n + j]! * x[j]!) / x[i]!))
}

/**
 * 경쟁수입형: a model whose inputs are the domestic part of a table of total inputs, by one import share a product: A_d = (I − m̂)·A, so that L = [I − (I − m̂)A]⁻¹ (한국은행 경쟁수입형).
 * Final demand must be given net of imports, (I − m̂)·f, for outputs to be right; the result says so.
 */
export function competitiveImportCoefficients(coefficients: MatrixLike, importShare: Vector, options: Sourced = {}): Result<Matrix> {
  const a = square(coefficients, 'coefficients')
  const m = vector(importShare, 'import share', a.rows)
  return result(
    matrixOf(a.rows, a.rows, (i, j) => (1 - m[i]!) * a.values[i * a.rows + j]!),
    'competitiveImportCoefficients',
    { source: { importTreatment: 'competitive', ...options.source } },
    ['one import share a product for every user', 'final demand must be given net of imports too'],
  )
}
