import { type Matrix, matrixOf, total, type Vector, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'

/** Persons (or output) by sector in a region and in the nation that holds it. */
export interface RegionAndNation {
  readonly region: Vector
  readonly nation: Vector
}

/** Both lists checked: same length, the region no larger than the nation, a nation with persons. */
export function regionAndNation({ region, nation }: RegionAndNation): { region: Float64Array; nation: Float64Array } {
  const all = vector(nation, 'nation')
  const own = vector(region, 'region', all.length)
  for (let i = 0; i < all.length; i++) {
    if (own[i]! < 0 || all[i]! < 0)
      throw new EconomyError('out-of-range', `expected persons of 0 or more in sector ${i}, got ${own[i]} and ${all[i]}`, 'check the sign', {
        part: 'region',
        row: i,
      })
    if (own[i]! > all[i]! * (1 + 1e-9))
      throw new EconomyError(
        'out-of-range',
        `expected no more persons in the region than in the nation in sector ${i}, got ${own[i]} and ${all[i]}`,
        'check that both are in the same unit and year',
        { part: 'region', row: i, value: own[i]! },
      )
  }
  if (!(total(all) > 0) || !(total(own) > 0))
    throw new EconomyError('missing', 'expected persons in the region and in the nation, got none', 'give employment by sector', { part: 'region' })
  return { region: own, nation: all }
}

/** SLQ as numbers. A sector that the nation does not have has 0. */
export function simpleQuotients(from: RegionAndNation): Float64Array {
  const { region, nation } = regionAndNation(from)
  const share = total(region) / total(nation)
  return Float64Array.from(region, (one, i) => (nation[i] === 0 ? 0 : one / nation[i]! / share))
}

/**
 * 입지상(SLQ): share of a sector in the region over its share in the nation. Above 1 the region has more of it than its size says.
 *
 * `simpleLq({ region: [50, 50], nation: [100, 300] }).value // => [2, 0.6666666666666666]`
 */
export const simpleLq = (from: RegionAndNation, options: Sourced = {}): Result<number[]> => result(Array.from(simpleQuotients(from)), 'SLQ', options)

const pairwise = (quotients: Float64Array, cell: (seller: number, buyer: number, same: boolean) => number): Matrix =>
  matrixOf(quotients.length, quotients.length, (i, j) => (quotients[i] === 0 ? 0 : cell(quotients[i]!, quotients[j]!, i === j)))

const NO_BUYER = ['a buying sector that the region does not have gives Infinity: there is nobody to buy']

/** 교차산업 입지상(CILQ): seller's SLQ over buyer's; the diagonal takes the seller's SLQ. Source: Morrison & Smith 1974. */
export function crossIndustryLq(from: RegionAndNation, options: Sourced = {}): Result<Matrix> {
  return result(
    pairwise(simpleQuotients(from), (seller, buyer, same) => (same ? seller : seller / buyer)),
    'CILQ',
    options,
    ['diagonal: SLQ', ...NO_BUYER],
  )
}

/** 반로그 입지상(RLQ): seller's SLQ over log₂(1 + buyer's). Source: Round 1978. */
export const semilogLq = (from: RegionAndNation, options: Sourced = {}): Result<Matrix> =>
  result(
    pairwise(simpleQuotients(from), (seller, buyer) => seller / Math.log2(1 + buyer)),
    'RLQ',
    options,
    NO_BUYER,
  )

/** λ = [log₂(1 + regional size over national size)]^δ: small regions import more. */
export function regionSize(from: RegionAndNation, delta: number): number {
  const { region, nation } = regionAndNation(from)
  if (!(delta >= 0 && delta <= 1))
    throw new EconomyError(
      'out-of-range',
      `expected a delta from 0 to 1, got ${delta}`,
      'take 0.1 to 0.4; 0.25 to 0.3 fits most regions that were surveyed',
      { part: 'delta', value: delta },
    )
  return Math.log2(1 + total(region) / total(nation)) ** delta
}

/** 플레그 입지상(FLQ): CILQ times λ. δ is not known for a region: see `deltaBand`. Source: Flegg, Webber & Elliott 1995; Flegg & Webber 1997. */
export function flegg(from: RegionAndNation, options: Sourced & { readonly delta: number }): Result<Matrix> {
  const lambda = regionSize(from, options.delta)
  return result(
    pairwise(simpleQuotients(from), (seller, buyer, same) => (same ? seller : seller / buyer) * lambda),
    'FLQ',
    options,
    [`delta ${options.delta}`, `lambda ${lambda}`, 'diagonal: SLQ', ...NO_BUYER],
  )
}

/** 보강 플레그 입지상(AFLQ): FLQ times log₂(1 + SLQ of the buyer) where the buyer is stronger here than in the nation. Source: Flegg & Webber 2000. */
export function augmentedFlegg(from: RegionAndNation, options: Sourced & { readonly delta: number }): Result<Matrix> {
  const lambda = regionSize(from, options.delta)
  const cell = (seller: number, buyer: number, same: boolean) => (same ? seller : seller / buyer) * lambda * (buyer > 1 ? Math.log2(1 + buyer) : 1)
  return result(pairwise(simpleQuotients(from), cell), 'AFLQ', options, [
    `delta ${options.delta}`,
    `lambda ${lambda}`,
    'diagonal: SLQ',
    'cut to 1 after augmenting',
    ...NO_BUYER,
  ])
}
