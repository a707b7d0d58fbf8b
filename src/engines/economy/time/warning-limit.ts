import { normalOf, seeded } from '../algebra/seeded.ts'
import { EconomyError } from '../economy-error.ts'
import { downwardCusum } from './cusum.ts'
import { standardiser } from './standardise.ts'

/** What a limit is set for. */
export interface LimitInput {
  readonly quiet: number
  readonly persistence: number
  readonly reference: number
  readonly falseAlarmsPerYear: number
  readonly seriesWatched: number
  readonly seed: number
  readonly runs?: number
  /** Days of holidays by month over the quiet months and the year after, where they are taken off the series too: learning them has its error. */
  readonly regressors?: readonly (readonly number[])[]
}

/**
 * 경보 한계의 보정: the limit that quiet series of this length and memory cross in a year as often as wanted, by simulation of the whole procedure (season, mean, memory and spread are learnt from as many
 * months as in the real one, so that their error counts too). Series watched together share the rate: 1 − (1 − rate)^(1/m) each.
 * @throws EconomyError `out-of-range` for a rate outside 0 to 1.
 */
export function calibratedLimit(input: LimitInput): number {
  return limitOfMaxima(quietMaxima(input), input)
}

/**
 * 조용한 한 해의 최고값: how high the CUSUM climbs in a year of simulated quiet series, the highest first. The slow part of a limit; it does not depend on the rate, so one list serves every rate.
 */
export function quietMaxima(input: Pick<LimitInput, 'quiet' | 'persistence' | 'reference' | 'seed' | 'runs' | 'regressors'>): Float64Array {
  const { quiet, persistence, reference, seed, runs = 10_000, regressors = [] } = input
  const standardised = standardiser(quiet, regressors)
  const normal = normalOf(seeded(seed))
  const highest = Float64Array.from({ length: runs }, () => {
    const { z } = standardised(quietSeries(quiet + 12, persistence, normal))
    return Math.max(...downwardCusum(z.slice(quiet), reference))
  })
  return highest.sort().reverse()
}

/**
 * The limit that the wanted share of simulated years crosses.
 *
 * `limitOfMaxima(Float64Array.of(8, 6, 4, 2), { falseAlarmsPerYear: 0.5, seriesWatched: 1 }) // => 5`
 * @throws EconomyError `out-of-range` for a rate outside 0 to 1.
 */
export function limitOfMaxima(highest: Float64Array, wanted: Pick<LimitInput, 'falseAlarmsPerYear' | 'seriesWatched'>): number {
  const { falseAlarmsPerYear: rate, seriesWatched } = wanted
  if (!(rate > 0 && rate < 1))
    throw new EconomyError(
      'out-of-range',
      `expected a rate of false alarms between 0 and 1 a year, got ${rate}`,
      'give for example 0.1 for one quiet year in ten',
      { part: 'false alarm rate', value: rate },
    )
  const runs = highest.length
  const each = 1 - (1 - rate) ** (1 / seriesWatched)
  const place = Math.max(0, Math.min(runs - 1, each * runs - 0.5))
  const k = Math.floor(place)
  return highest[k]! + (place - k) * ((highest[k + 1] ?? highest[k]!) - highest[k]!)
}

/** Months that only remember the last one. */
export function quietSeries(months: number, persistence: number, normal: () => number): number[] {
  const made: number[] = []
  let value = normal() / Math.sqrt(1 - persistence ** 2)
  for (let t = 0; t < months; t++) {
    made.push(value)
    value = persistence * value + normal()
  }
  return made
}
