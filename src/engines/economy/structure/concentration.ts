import { columnOf, type MatrixLike, rowSums } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts, parts, sharesOf, sum } from './counts.ts'

/** 지니계수: Σ (2i − n − 1)·x_i / (n·Σx) over sorted x, 0 (even) to (n − 1)/n. Null without anybody. `gini([1, 1, 1]) // => 0` */
export function gini(values: readonly number[]): number | null {
  const sorted = [...parts(values)].sort((a, b) => a - b)
  const [n, all] = [sorted.length, sum(sorted)]
  return all > 0 ? sum(sorted.map((x, i) => (2 * (i + 1) - n - 1) * x)) / (n * all) : null
}

/**
 * 입지 지니: half the Gini area between an industry's spread over regions and that of all persons, one value an industry, 0 (like all persons) to 0.5. Source: Krugman 1991, p. 56. Null for an industry that is nowhere.
 *
 * `locationalGini([[1, 2], [1, 2]]).value // => [0, 0]`
 */
export function locationalGini(from: MatrixLike, options: Sourced = {}): Result<(number | null)[]> {
  const e = counts(from)
  const regions = Array.from(rowSums(e))
  const value = Array.from({ length: e.columns }, (_, j) => {
    const column = columnOf(e, j)
    const all = sum(column)
    if (!(all > 0)) return null
    const order = regions.flatMap((one, i) => (one > 0 ? [i] : [])).sort((a, b) => column[a]! / regions[a]! - column[b]! / regions[b]!)
    const persons = sum(regions)
    let [x, y, area] = [0, 0, 0]
    for (const i of order) {
      const [nextX, nextY] = [x + regions[i]! / persons, y + column[i]! / all]
      area += nextY * x - y * nextX
      x = nextX
      y = nextY
    }
    return area / 2
  })
  return result(value, 'locationalGini', options)
}

/** 후버 지수: ½ Σ |share of the industry − share of persons|, times 100, one value an industry. Null where the industry is nowhere. `hooverIndex([[1], [1]], [1, 1]).value // => [0]` */
export function hooverIndex(from: MatrixLike, population: readonly number[], options: Sourced = {}): Result<(number | null)[]> {
  const e = counts(from)
  const people = sharesOf([...parts(population, 'population')])
  if (!people || people.length !== e.rows)
    throw new EconomyError('shape', `expected persons in ${e.rows} regions, got ${population.length}`, 'give the population of each region', {
      part: 'population',
    })
  return result(
    Array.from({ length: e.columns }, (_, j) => {
      const shares = sharesOf(Array.from(columnOf(e, j)))
      return shares ? 50 * sum(shares.map((p, i) => Math.abs(p - people[i]!))) : null
    }),
    'hooverIndex',
    options,
  )
}

/** Ellison and Glaeser's index and its parts. */
export interface EllisonGlaeserIndex {
  /** 0: as if plants had been thrown at random; above .05: strongly localised (their reading). Null where one plant is the industry or one region the nation. */
  readonly gamma: number | null
  /** Raw concentration Σ (s_r − x_r)². */
  readonly concentration: number
  /** Herfindahl of plants. */
  readonly plantHerfindahl: number
  /** Distance of G from what chance gives, in standard deviations. */
  readonly z: number | null
}

/**
 * 엘리슨·글레이저 지수: γ = [G − (1 − Σx²)·H] / [(1 − Σx²)(1 − H)], concentration beyond what the sizes of plants explain. Source: Ellison & Glaeser 1997.
 * Plants with the region each stands in (numbered from 0), and all persons by region.
 */
export function ellisonGlaeser(
  from: { readonly plants: readonly number[]; readonly region: readonly number[]; readonly regionTotals: readonly number[] },
  options: Sourced = {},
): Result<EllisonGlaeserIndex> {
  const plants = parts(from.plants, 'plants')
  const x = sharesOf([...parts(from.regionTotals, 'region totals')])
  const z = sharesOf([...plants])
  if (!x || !z) throw new EconomyError('missing', 'expected plants and regions with persons, got none', 'give persons by plant and by region')
  const s = x.map(() => 0)
  for (const [k, r] of from.region.entries()) {
    if (s[r] === undefined)
      throw new EconomyError('out-of-range', `expected a region from 0 to ${x.length - 1} for plant ${k}, got ${r}`, 'number the regions from 0', {
        part: 'region',
        row: k,
      })
    s[r]! += z[k]!
  }
  const g = sum(s.map((one, r) => (one - x[r]!) ** 2))
  const h = sum(z.map((one) => one * one))
  const x2 = sum(x.map((one) => one ** 2))
  const x3 = sum(x.map((one) => one ** 3))
  const z4 = sum(z.map((one) => one ** 4))
  const below = (1 - x2) * (1 - h)
  const variance = 2 * (h * h * (x2 - 2 * x3 + x2 * x2) - z4 * (x2 - 4 * x3 + 3 * x2 * x2))
  return result(
    {
      gamma: below > 0 ? (g - (1 - x2) * h) / below : null,
      concentration: g,
      plantHerfindahl: h,
      z: variance > 0 ? (g - (1 - x2) * h) / Math.sqrt(variance) : null,
    },
    'ellisonGlaeser',
    options,
  )
}
