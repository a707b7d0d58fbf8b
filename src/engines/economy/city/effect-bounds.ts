import { at, type MatrixLike, matrixOf, square, type Vector, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { modelFromCoefficients } from '../model/model.ts'
import { type Result, result, type Sourced } from '../result.ts'

/** What output one amount of spending can cause, from the least to the most that a table allows. In the unit of the amount. */
export interface EffectBounds {
  readonly direct: number
  /** Type I inside the region by FLQ, where a regional matrix was given: low and high over δ. */
  readonly regional: { readonly low: number; readonly high: number } | null
  readonly typeIDomestic: number
  /** Type I if nothing were imported. */
  readonly typeITotal: number
  /** Type II, households inside the model, where households were given. */
  readonly typeII: number | null
}

/** Where a claim stands among the bounds. */
export type BoundVerdict = 'below_direct' | 'within_type_I_domestic' | 'within_type_I' | 'within_type_II' | 'above_type_I_total' | 'above_type_II'

/** What bounds are worked out from. */
export interface BoundsInput {
  /** Coefficients of all inputs, imports included. */
  readonly coefficients: MatrixLike
  /** Share of the use of each product that is imported, 0 to 1. */
  readonly importShare: Vector
  readonly sector: number
  readonly amount: number
  /** Type II output multiplier of the sector, where households are known. */
  readonly typeIIMultiplier?: number
  /** Regional multipliers of the sector over δ. */
  readonly regionalBand?: { readonly low: number; readonly high: number }
}

/**
 * 파급효과의 한계: output that an amount spent on one sector can cause: itself (direct), domestic chains (국산), all chains as if nothing were imported, and with households.
 */
export function effectBounds(input: BoundsInput, options: Sourced = {}): Result<EffectBounds> {
  const a = square(input.coefficients, 'coefficients')
  const m = vector(input.importShare, 'import share', a.rows)
  if (!(input.sector >= 0 && input.sector < a.rows))
    throw new EconomyError('out-of-range', `expected a sector from 0 to ${a.rows - 1}, got ${input.sector}`, 'count sectors from 0', {
      part: 'sector',
      value: input.sector,
    })
  const multiplier = (matrixLike: MatrixLike) => {
    const model = modelFromCoefficients(matrixLike)
    return model.solver.solveTransposed(new Float64Array(model.n).fill(1))[input.sector]!
  }
  const domestic = matrixOf(a.rows, a.rows, (i, j) => (1 - m[i]!) * at(a, i, j))
  return result(
    {
      direct: input.amount,
      regional: input.regionalBand ? { low: input.amount * input.regionalBand.low, high: input.amount * input.regionalBand.high } : null,
      typeIDomestic: input.amount * multiplier(domestic),
      typeITotal: input.amount * multiplier(a),
      typeII: input.typeIIMultiplier === undefined ? null : input.amount * input.typeIIMultiplier,
    },
    'effectBounds',
    options,
    ['one import share a product for every user'],
  )
}

/**
 * 한계 대비 판정: where a claimed output stands. A claim above type I may still lie within type II; without households nobody can say, and it is reported above type I.
 *
 * `boundVerdict({ direct: 100, regional: null, typeIDomestic: 140, typeITotal: 150, typeII: null }, 145) // => 'within_type_I'`
 */
export function boundVerdict(bounds: EffectBounds, claimed: number): BoundVerdict {
  if (claimed < bounds.direct * (1 - 1e-9)) return 'below_direct'
  if (claimed <= bounds.typeIDomestic * (1 + 1e-9)) return 'within_type_I_domestic'
  if (claimed <= bounds.typeITotal * (1 + 1e-9)) return 'within_type_I'
  if (bounds.typeII === null) return 'above_type_I_total'
  return claimed <= bounds.typeII * (1 + 1e-9) ? 'within_type_II' : 'above_type_II'
}
