import { columnSums, type MatrixLike, rowsOf } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts, parts, sharesOf, sum } from './counts.ts'

/** One value a region; null for a region without anybody. */
type ByRegion = Result<(number | null)[]>

function byRegion(from: MatrixLike, method: string, options: Sourced, of: (shares: number[], all: number[], row: number[]) => number): ByRegion {
  const e = counts(from)
  const everywhere = sharesOf(Array.from(columnSums(e)))
  const value = rowsOf(e).map((row) => {
    const shares = sharesOf(row)
    return shares && everywhere ? of(shares, everywhere, row) : null
  })
  const empty = value.filter((one) => one === null).length
  return result(value, method, options, [], empty > 0 ? [`${empty} regions have no counts: not defined there`] : [])
}

/** −Σ p·log₂ p over shares above 0. `entropyOf([0.5, 0.5]) // => 1` */
export const entropyOf = (shares: readonly number[]): number => shares.reduce((made, p) => (p > 0 ? made - p * Math.log2(p) : made), 0)

/**
 * 허핀달 지수: sum of squared shares, from 1/n (even) to 1 (one industry). Its reciprocal is the effective number of industries.
 *
 * `herfindahl([[1, 1], [0, 0]]).value // => [0.5, null]`
 */
export const herfindahl = (from: MatrixLike, options: Sourced = {}): ByRegion =>
  byRegion(from, 'herfindahl', options, (shares) => sum(shares.map((p) => p * p)))

/** 엔트로피: −Σ p·log₂ p in bits, 0 (one industry) to log₂ n. `entropy([[1, 1]]).value // => [1]` */
export const entropy = (from: MatrixLike, options: Sourced = {}): ByRegion => byRegion(from, 'entropy', options, entropyOf)

/** 해치먼 지수: 1 / Σ LQ·share, 1 where the region is built like the whole. Industries that are nowhere count for nothing. `hachman([[1, 1], [1, 1]]).value // => [1, 1]` */
export const hachman = (from: MatrixLike, options: Sourced = {}): ByRegion =>
  byRegion(from, 'hachman', options, (shares, all) => 1 / sum(shares.map((p, j) => (all[j] === 0 ? 0 : (p * p) / all[j]!))))

/** 크루그먼 특화지수: Σ |share − share in all regions|, 0 to 2. `krugmanSpecialisation([[1, 1], [1, 1]]).value // => [0, 0]` */
export const krugmanSpecialisation = (from: MatrixLike, options: Sourced = {}): ByRegion =>
  byRegion(from, 'krugmanSpecialisation', options, (shares, all) => sum(shares.map((p, j) => Math.abs(p - all[j]!))))

/** 특화계수: half of Krugman's, 0 to 1. `specialisationCoefficient([[1, 1], [1, 1]]).value // => [0, 0]` */
export const specialisationCoefficient = (from: MatrixLike, options: Sourced = {}): ByRegion =>
  byRegion(from, 'specialisationCoefficient', options, (shares, all) => sum(shares.map((p, j) => Math.abs(p - all[j]!))) / 2)

function grouped(row: readonly number[], groups: readonly number[]): Map<number, number> {
  const made = new Map<number, number>()
  for (const [j, one] of row.entries()) made.set(groups[j]!, (made.get(groups[j]!) ?? 0) + one)
  return made
}

function checkGroups(from: MatrixLike, groups: readonly number[]): void {
  const n = counts(from).columns
  if (groups.length !== n)
    throw new EconomyError('shape', `expected a group for each of ${n} industries, got ${groups.length}`, 'give one group number an industry', {
      part: 'groups',
    })
}

/** 비관련다양성: entropy between groups of industries (such as sections), in bits. With related variety it adds up to entropy. Source: Frenken, Van Oort & Verburg 2007. */
export function unrelatedVariety(from: MatrixLike, groups: readonly number[], options: Sourced = {}): ByRegion {
  checkGroups(from, groups)
  return byRegion(from, 'unrelatedVariety', options, (shares) => entropyOf([...grouped(shares, groups).values()]))
}

/** 관련다양성: mean entropy inside groups, weighted by their shares, in bits. `relatedVariety([[1, 1, 2]], [0, 0, 1]).value // => [0.5]` */
export function relatedVariety(from: MatrixLike, groups: readonly number[], options: Sourced = {}): ByRegion {
  checkGroups(from, groups)
  return byRegion(from, 'relatedVariety', options, (shares) => entropyOf(shares) - entropyOf([...grouped(shares, groups).values()]))
}

/** 특화 지니: Gini of the location quotients of one region, (2 / n²R̄) Σ i·(R_i − R̄) over sorted R. Source: Krugman 1991; Farhauer & Kröll 2013. `giniOfSpecialisation([1, 1], [10, 10]) // => 0` */
export function giniOfSpecialisation(region: readonly number[], nation: readonly number[]): number | null {
  const [own, all] = [sum(parts(region, 'region')), sum(parts(nation, 'nation'))]
  if (!(own > 0 && all > 0) || nation.some((one) => one === 0)) return null
  const quotients = region.map((one, i) => one / nation[i]! / (own / all)).sort((a, b) => a - b)
  const mean = sum(quotients) / quotients.length
  return (2 / (quotients.length ** 2 * mean)) * sum(quotients.map((one, i) => (i + 1) * (one - mean)))
}
