import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { downwardCusum } from './cusum.ts'
import { holidayDays, monthAfter } from './korean-holidays.ts'
import { changePoints } from './pelt.ts'
import { standardise } from './standardise.ts'
import { calibratedLimit } from './warning-limit.ts'

/** Below this many months only the plain change is told. */
export const MINIMUM_MONTHS = 36

/** How a series is watched. */
export interface WarningOptions extends Sourced {
  /** First month of the series, such as "2019-01". */
  readonly start: string
  /** Chance that a year in which nothing happens alarms, over all series watched together. 0.1: one quiet year in ten. */
  readonly falseAlarmsPerYear: number
  /** How many series are watched together; each gets its part of the false alarms. */
  readonly seriesWatched?: number
  /** Months at the start that are taken as quiet; all but the last twelve by default, 36 at least (of a series of 36 months, all but the last). */
  readonly quietMonths?: number
  /** Deviation, in standard deviations, from which months count. */
  readonly reference?: number
  /** Limit of the CUSUM, where it was worked out before by `calibratedLimit`. */
  readonly limit?: number
  readonly seed?: number
}

/** What the watch says. */
export interface UtilisationWarning {
  readonly status: 'alarm' | 'quiet' | 'insufficient-history'
  readonly firstAlarm: string | null
  /** First month of the fall, as the CUSUM sees it: after it last stood at 0. */
  readonly breakMonth: string | null
  /** Months in which the level changed, looking back over all of it (PELT). */
  readonly changes: string[]
  readonly cusum: number[]
  readonly limit: number | null
  readonly adjusted: number[]
  /** Mean after the break less mean of the quiet months, in the unit of the series. */
  readonly fall: number | null
  /** What the press would say: three falls in a row, of the adjusted series (or of the raw one with too short a history). */
  readonly threeFalls: string | null
  readonly lastChange: number | null
  readonly yearOnYear: number | null
}

/**
 * 가동률 조기경보: whether a fall is real. The season (the same every year), Seollal and Chuseok and what a month inherits from the last are learnt in quiet months and taken off; a one-sided CUSUM
 * sums what lies under the mean; its limit is set by simulation of the whole procedure so that a quiet year alarms as often as `falseAlarmsPerYear` says. The press's rule stands beside it:
 * "three falls in a row" alarms in nearly every quiet three years. With less than 36 months only the plain change is told.
 * @throws EconomyError `not-a-number` for a gap, `out-of-range` for a rate outside 0 to 1.
 */
export function utilisationWarning(series: readonly number[], options: WarningOptions): Result<UtilisationWarning> {
  const gap = series.findIndex((one) => !Number.isFinite(one))
  if (gap >= 0)
    throw new EconomyError(
      'not-a-number',
      `expected a value for every month, got ${series[gap]} in ${monthAfter(options.start, gap)}`,
      'fill the month or start after it',
      { part: 'series', row: monthAfter(options.start, gap) },
    )
  const n = series.length
  if (n < MINIMUM_MONTHS)
    return result(
      short(series, options),
      'utilisationWarning',
      options,
      ['plain change only'],
      [`insufficient history: ${n} months, ${MINIMUM_MONTHS} are needed`],
    )
  const quiet = Math.min(n - 1, Math.max(MINIMUM_MONTHS, options.quietMonths ?? n - 12))
  const days = holidayDays(options.start, n)
  const reference = options.reference ?? 0.5
  const found = standardise(series, quiet, days ? [days.seollal, days.chuseok] : [])
  const watched = n - quiet
  const limit =
    options.limit ??
    calibratedLimit({
      quiet,
      persistence: found.persistence,
      reference,
      falseAlarmsPerYear: options.falseAlarmsPerYear,
      seriesWatched: options.seriesWatched ?? 1,
      seed: options.seed ?? 1,
    })
  const cusum = downwardCusum(found.z.slice(quiet), reference)
  const alarm = cusum.findIndex((one) => one > limit)
  let from = alarm
  while (from > 0 && cusum[from - 1]! > 0) from--
  const month = (t: number) => monthAfter(options.start, t)
  const variance = found.sigma ** 2 / (1 - found.persistence ** 2)
  // breaks in a series that remembers look like breaks by chance: the penalty grows with its memory
  const penalty = 3 * variance * Math.log(n) * ((1 + Math.abs(found.persistence)) / (1 - Math.abs(found.persistence)))
  const after = alarm < 0 ? [] : found.adjusted.slice(quiet + from)
  return result(
    {
      status: alarm < 0 ? 'quiet' : 'alarm',
      firstAlarm: alarm < 0 ? null : month(quiet + alarm),
      breakMonth: alarm < 0 ? null : month(quiet + from),
      changes: changePoints(found.adjusted, penalty, 3).map(month),
      cusum,
      limit,
      adjusted: found.adjusted,
      fall: after.length === 0 ? null : after.reduce((a, b) => a + b, 0) / after.length - found.mean,
      threeFalls: threeFallsIn(found.adjusted, quiet, options.start),
      lastChange: found.adjusted[n - 1]! - found.adjusted[n - 2]!,
      yearOnYear: series[n - 1]! - series[n - 13]!,
    },
    'utilisationWarning',
    options,
    [
      `quiet months: the first ${quiet}; watched: ${watched}`,
      `false alarms: ${options.falseAlarmsPerYear} a year over ${options.seriesWatched ?? 1} series`,
      days ? 'Seollal and Chuseok taken off by days in the month' : 'no holidays taken off',
    ],
    days ? [] : ['the years of the series are not in the list of holidays (2010 to 2030)'],
  )
}

function short(series: readonly number[], options: WarningOptions): UtilisationWarning {
  const n = series.length
  return {
    status: 'insufficient-history',
    firstAlarm: null,
    breakMonth: null,
    changes: [],
    cusum: [],
    limit: null,
    adjusted: [],
    fall: null,
    threeFalls: threeFallsIn(series, 0, options.start),
    lastChange: n > 1 ? series[n - 1]! - series[n - 2]! : null,
    yearOnYear: n > 12 ? series[n - 1]! - series[n - 13]! : null,
  }
}

/** The month of the third fall in a row from a place on, or null. */
function threeFallsIn(series: readonly number[], from: number, start: string): string | null {
  for (let t = Math.max(3, from); t < series.length; t++)
    if (series[t]! < series[t - 1]! && series[t - 1]! < series[t - 2]! && series[t - 2]! < series[t - 3]!) return monthAfter(start, t)
  return null
}

/**
 * 확산지수: share of series that rise, half of those that stay, times 100; 50 is even. Null without series.
 *
 * `diffusionIndex([1, -1, 0, 2]) // => 62.5`
 */
export function diffusionIndex(changes: readonly number[]): number | null {
  if (changes.length === 0) return null
  return (100 * changes.reduce((sum, one) => sum + (one > 0 ? 1 : one === 0 ? 0.5 : 0), 0)) / changes.length
}
