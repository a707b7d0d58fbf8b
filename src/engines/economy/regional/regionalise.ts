import { at, type Matrix, type MatrixLike, matrixOf, square } from '../algebra/matrix.ts'
import { modelFromCoefficients } from '../model/model.ts'
import { chained } from '../model/multipliers.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { augmentedFlegg, crossIndustryLq, flegg, type RegionAndNation, semilogLq, simpleQuotients } from './location-quotients.ts'

/** The quotient by which national inputs are cut to regional ones. */
export type RegionalMethod = 'SLQ' | 'CILQ' | 'RLQ' | 'FLQ' | 'AFLQ'

/** How a national table is made regional. */
export interface RegionaliseOptions extends Sourced {
  readonly method: RegionalMethod
  readonly delta?: number
  /** Columns of sectors that the region does not have: `zero` (default: nobody buys) or `keep` (national inputs, cut by the quotient). */
  readonly absent?: 'zero' | 'keep'
  /**
   * Where AFLQ is cut to 1 (the literature does both): `after` (default) cuts FLQ·log₂(1 + SLQ), so that no regional input is above the national one;
   * `before` cuts FLQ and then multiplies, so that a specialised buyer may buy more here than in the nation.
   */
  readonly augment?: 'after' | 'before'
}

/**
 * 지역 투입계수: national input coefficients cut to what the region can supply, a_ij · min(1, q_ij). A sector without persons in the region sells nothing there.
 * Quotients cut too little where the same goods go in and out (cross-hauling), so multipliers are upper bounds for SLQ; FLQ lies nearer to surveyed tables (Flegg & Tohmo 2013).
 *
 * `rowsOf(regionalise([[0.2, 0.2], [0.2, 0.2]], { region: [10, 0], nation: [100, 100] }, { method: 'SLQ' }).value) // => [[0.2, 0], [0, 0]]`
 */
export function regionalise(national: MatrixLike, from: RegionAndNation, options: RegionaliseOptions): Result<Matrix> {
  const a = square(national, 'national coefficients')
  const slq = simpleQuotients(from)
  const delta = options.delta ?? 0.3
  const before = options.method === 'AFLQ' && options.augment === 'before'
  const quotients = matrixFor(before ? 'FLQ' : options.method, from, slq, delta)
  const keep = options.absent === 'keep'
  const cut = matrixOf(a.rows, a.rows, (i, j) => {
    if (slq[i] === 0 || (slq[j] === 0 && !keep)) return 0
    return at(a, i, j) * Math.min(1, at(quotients, i, j)) * (before && slq[j]! > 1 ? Math.log2(1 + slq[j]!) : 1)
  })
  const missing = slq.reduce((count, one) => count + (one === 0 ? 1 : 0), 0)
  return result(
    cut,
    `regionalise(${options.method})`,
    options,
    [
      `quotient ${options.method}${options.method.endsWith('FLQ') ? `, delta ${delta}` : ''}`,
      ...(options.method === 'AFLQ' ? [before ? 'cut to 1 before augmenting' : 'cut to 1 after augmenting'] : []),
      `absent buyers: ${keep ? 'national inputs kept' : 'column 0'}`,
      'the region makes things as the nation does',
    ],
    missing > 0 ? [`${missing} sectors have no persons in the region: they sell nothing there`] : [],
  )
}

function matrixFor(method: RegionalMethod, from: RegionAndNation, slq: Float64Array, delta: number): Matrix {
  if (method === 'SLQ') return matrixOf(slq.length, slq.length, (i) => slq[i]!)
  if (method === 'CILQ') return crossIndustryLq(from).value
  if (method === 'RLQ') return semilogLq(from).value
  return method === 'FLQ' ? flegg(from, { delta }).value : augmentedFlegg(from, { delta }).value
}

/** Multipliers of a region over a range of δ. */
export interface DeltaBand {
  readonly deltas: number[]
  /** Output multipliers by sector for each δ. */
  readonly multipliers: number[][]
  readonly low: number[]
  readonly high: number[]
}

/**
 * 민감도 띠: output multipliers of the region for each δ, with the lowest and highest by sector: what nobody has measured is shown as a band. Usual δ: 0.1 to 0.4.
 */
export function deltaBand(
  national: MatrixLike,
  from: RegionAndNation,
  options: Sourced & { readonly method?: 'FLQ' | 'AFLQ'; readonly deltas?: readonly number[] } = {},
): Result<DeltaBand> {
  const deltas = [...(options.deltas ?? [0.1, 0.2, 0.3, 0.4])]
  const method = options.method ?? 'FLQ'
  const multipliers = deltas.map((delta) => {
    const model = modelFromCoefficients(regionalise(national, from, { method, delta }).value)
    return chained(model, new Array<number>(model.n).fill(1))
  })
  const over = (pick: (...all: number[]) => number) => multipliers[0]!.map((_, j) => pick(...multipliers.map((row) => row[j]!)))
  return result({ deltas, multipliers, low: over(Math.min), high: over(Math.max) }, `deltaBand(${method})`, options, [`delta ${deltas.join(', ')}`])
}
