import { columnSums, rowSums } from '../algebra/matrix.ts'
import { allocationOf, ghoshOf } from '../model/coefficients.ts'
import { type IoModel, modelResult } from '../model/model.ts'
import { chained } from '../model/multipliers.ts'
import type { Result } from '../result.ts'

const ones = (n: number): number[] => new Array<number>(n).fill(1)

/** Each value over the mean of all. `overMean([1, 3]) // => [0.5, 1.5]` */
export function overMean(values: readonly number[]): number[] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return values.map((one) => one / mean)
}

/**
 * 영향력계수: how strongly a sector pulls all sectors, column sum of L over the mean column sum (Rasmussen's power of dispersion). 1 is the average sector.
 *
 * `powerOfDispersion(modelFromCoefficients([[0.5, 0], [0, 0.5]])).value // => [1, 1]`
 */
export const powerOfDispersion = (model: IoModel): Result<number[]> =>
  modelResult(model, overMean(chained(model, ones(model.n))), 'powerOfDispersion')

/** Row sums of L (basis `leontief`) or of Ghosh's G (basis `ghosh`), by one solution each. */
export function forwardSums(model: IoModel, basis: 'leontief' | 'ghosh'): number[] {
  if (basis === 'leontief') return Array.from(model.solver.solve(ones(model.n)))
  // G·1 = x̂⁻¹·L·x
  const x = model.output
  if (!x) return Array.from(rowSums(ghoshOf(model)))
  const made = model.solver.solve(x)
  return x.map((one, i) => (one === 0 ? 1 : made[i]! / one))
}

/**
 * 감응도계수: how strongly a sector is pulled by all. Basis `leontief`, row sum of L over the mean, is the Bank of Korea's; `ghosh`, row sum of G over the mean, is what recent textbooks
 * take (Miller & Blair 2009, 12.2). They rank sectors differently; the result says which was used.
 */
export const sensitivityOfDispersion = (model: IoModel, options: { readonly basis: 'leontief' | 'ghosh' }): Result<number[]> =>
  modelResult(model, overMean(forwardSums(model, options.basis)), `sensitivityOfDispersion(${options.basis})`, [
    options.basis === 'leontief' ? 'row sums of L, as the Bank of Korea publishes' : 'row sums of Ghosh’s inverse (supply side)',
  ])

/** Direct links: what a sector buys and sells a unit of its output. */
export interface DirectLinkages {
  readonly backward: number[]
  readonly forward: number[]
}

/** 직접 연관: column sums of A and row sums of B. @throws EconomyError `missing` without output. */
export const directLinkages = (model: IoModel): Result<DirectLinkages> =>
  modelResult(model, { backward: Array.from(columnSums(model.coefficients)), forward: Array.from(rowSums(allocationOf(model))) }, 'directLinkages')

/** How evenly a sector's pull is spread. */
export interface LinkageVariation {
  readonly backward: number[]
  readonly forward: number[]
}

/** 변이계수: standard deviation (n − 1) over mean of each column and each row of L. Small: the pull reaches many sectors. Source: Rasmussen 1956. */
export function linkageVariation(model: IoModel): Result<LinkageVariation> {
  const l = model.solver.inverse()
  const n = model.n
  const spread = (cell: (k: number) => number) => {
    let sum = 0
    for (let k = 0; k < n; k++) sum += cell(k)
    const mean = sum / n
    let squares = 0
    for (let k = 0; k < n; k++) squares += (cell(k) - mean) ** 2
    return Math.sqrt(squares / (n - 1)) / mean
  }
  const indices = Array.from({ length: n }, (_, i) => i)
  return modelResult(
    model,
    { backward: indices.map((j) => spread((i) => l.values[i * n + j]!)), forward: indices.map((i) => spread((j) => l.values[i * n + j]!)) },
    'linkageVariation',
  )
}
