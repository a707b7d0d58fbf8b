import { at, matrixOf } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import type { Result } from '../result.ts'
import { type IoModel, modelResult, needed } from './model.ts'
import { createSolver } from './solver.ts'

/** Where the output that a sector of one region causes is made. */
export interface SpilloverFeedback {
  readonly region: string
  readonly sectors: string[]
  /** Made in the region if it stood alone (own-region multiplier). */
  readonly intra: number[]
  /** Made in the region because other regions buy back from it. */
  readonly feedback: number[]
  /** Made in other regions. */
  readonly spillover: number[]
}

/**
 * 지역 내 효과·파급·환류: the multiplier of each sector of a region in three parts that add up to the whole. With r the region and s the rest, L_rr − (I − A_rr)⁻¹ is feedback and L_sr is spill-over.
 * Source: Miller & Blair 2009, 3.3.
 * @throws EconomyError `missing` for a region that the table does not have.
 */
export function spilloverFeedback(model: IoModel, region: string): Result<SpilloverFeedback> {
  const regions = needed(model.regions, 'regions')
  const own = regions.flatMap((one, i) => (one === region ? [i] : []))
  if (own.length === 0)
    throw new EconomyError(
      'missing',
      `expected one of the regions ${[...new Set(regions)].join(', ')}, got "${region}"`,
      'name a region of the table',
      { part: 'regions', row: region },
    )
  const block = matrixOf(own.length, own.length, (i, j) => at(model.coefficients, own[i]!, own[j]!))
  const alone = createSolver(block, 'lu').solveTransposed(new Float64Array(own.length).fill(1))
  const here = model.solver.solveTransposed(Float64Array.from(regions, (one) => (one === region ? 1 : 0)))
  const there = model.solver.solveTransposed(Float64Array.from(regions, (one) => (one === region ? 0 : 1)))
  return modelResult(
    model,
    {
      region,
      sectors: own.map((i) => model.sectors[i]!),
      intra: Array.from(alone),
      feedback: own.map((i, k) => here[i]! - alone[k]!),
      spillover: own.map((i) => there[i]!),
    },
    'spilloverFeedback',
  )
}
