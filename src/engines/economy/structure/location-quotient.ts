import { columnSums, type MatrixLike, rowSums, rowsOf } from '../algebra/matrix.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts, sum } from './counts.ts'

/**
 * 입지계수(LQ): share of an industry in a region over its share in all regions. Null where it is not defined: a region without anybody, an industry that is nowhere.
 * One such region leaves the others as they are.
 *
 * `locationQuotient([[1, 1], [3, 1]]).value // => [[0.75, 1.5], [1.125, 0.75]]`
 */
export function locationQuotient(from: MatrixLike, options: Sourced = {}): Result<(number | null)[][]> {
  const e = counts(from)
  const regions = rowSums(e)
  const industries = columnSums(e)
  const all = sum(regions)
  const value = rowsOf(e).map((row, i) =>
    row.map((one, j) => (regions[i] === 0 || industries[j] === 0 ? null : one / regions[i]! / (industries[j]! / all))),
  )
  const empty = regions.reduce((count, one) => count + (one === 0 ? 1 : 0), 0)
  return result(value, 'locationQuotient', options, [], empty > 0 ? [`${empty} regions have no counts: their quotients are not defined`] : [])
}

/** 대칭 입지계수: (LQ − 1) / (LQ + 1), from −1 to 1, 0 at the average; an LQ without bound gives 1. `symmetricLq([0, 1, 3]).value // => [-1, 0, 0.5]` */
export const symmetricLq = (quotients: readonly number[], options: Sourced = {}): Result<number[]> =>
  result(
    quotients.map((one) => (one === Number.POSITIVE_INFINITY ? 1 : (one - 1) / (one + 1))),
    'symmetricLq',
    options,
  )

/**
 * 리첸베르거·슈테른베르크 군집지수: concentration on the land times share of the people over mean size of plants, against the same in the nation: CI = (e_ij/a_j ÷ e_i/a)·(e_ij/p_j ÷ e_i/p) ÷ (e_ij/b_ij ÷ e_i/b_i)
 * with e persons in the industry, a area, p people, b plants. Source: Litzenberger & Sternberg 2006. Null where a part is 0.
 */
export function clusterIndex(region: IndustryPlace, nation: IndustryPlace): number | null {
  const values = [region.employment, region.area, region.population, region.plants, nation.employment, nation.area, nation.population, nation.plants]
  if (values.some((one) => !(one > 0))) return null
  const density = region.employment / region.area / (nation.employment / nation.area)
  const share = region.employment / region.population / (nation.employment / nation.population)
  const size = region.employment / region.plants / (nation.employment / nation.plants)
  return (density * share) / size
}

/** An industry in a place. */
export interface IndustryPlace {
  readonly employment: number
  readonly area: number
  readonly population: number
  readonly plants: number
}
