import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { holidayDays, monthAfter } from './korean-holidays.ts'
import { standardise } from './standardise.ts'
import { diffusionIndex, MINIMUM_MONTHS, type UtilisationWarning, utilisationWarning } from './utilisation-warning.ts'
import { limitOfMaxima, quietMaxima } from './warning-limit.ts'

/** What is measured every month: 가동률, 생산, 고용. */
export type WatchedMeasure = 'utilisation' | 'production' | 'employment'

/** One monthly series of a zone or of a sector in it. */
export interface WatchedSeries {
  readonly id: string
  readonly name: string
  readonly nameEn?: string
  readonly zone: string
  /** Null for the whole zone. */
  readonly sector: string | null
  readonly measure: WatchedMeasure
  readonly unit: string
  /** First month, such as "2021-01". */
  readonly start: string
  /** One value a month; null where nobody knows it. */
  readonly values: readonly (number | null)[]
}

/** What is watched together, and how often a quiet year may alarm. */
export interface WarningCase extends Sourced {
  readonly name: string
  readonly series: readonly WatchedSeries[]
  readonly falseAlarmsPerYear: number
  /** Months at the start that are taken as quiet; all but the last twelve by default. */
  readonly quietMonths?: number
  readonly seed?: number
}

/** What the watch says of one series. */
export interface SeriesReport {
  readonly id: string
  readonly months: string[]
  readonly warning: UtilisationWarning | null
  /** How many months at the start were taken as quiet. */
  readonly quietMonths: number | null
  /** Distance from the usual level month by month, in standard deviations of the quiet months; null with too short a history. */
  readonly deviations: number[] | null
  readonly persistence: number | null
  /** Standard deviation of what a month does not inherit, in the unit of the series. */
  readonly sigma: number | null
  /** Why the series cannot be watched. */
  readonly problem: { readonly code: string; readonly message: string; readonly fix: string } | null
}

/** 조기경보 한 장. */
export interface WarningReport {
  readonly name: string
  /** The series that stands for the rest: the whole of the first zone, else the first. */
  readonly headline: string
  readonly verdict: 'falling' | 'quiet' | 'insufficient-history' | 'unreadable'
  /** Series with history enough; they share the false alarms. */
  readonly watchedTogether: number
  readonly falseAlarmsPerYear: number
  /** Chance that one series by itself alarms in a quiet year, and over three. */
  readonly falseAlarmsEach: number
  readonly falseAlarmsInThreeYears: number
  readonly series: SeriesReport[]
  /** Of the sectors with the headline's measure: share whose last three adjusted months lie above the three before, 50 is even. */
  readonly diffusion: { readonly month: string; readonly index: number }[]
}

/** Keeps the slow simulations from call to call; the caller owns it. */
export type MaximaCache = Map<string, Float64Array>

/**
 * 조기경보: every series watched by `utilisationWarning` with one shared rate of false alarms, the distance of each month from its usual level, and how widely the change is spread.
 * A series that cannot be read says why and leaves the others as they are.
 * @throws EconomyError `missing` without series; `out-of-range` for a rate outside 0 to 1.
 */
export function warningReport(of: WarningCase, cache: MaximaCache = new Map()): Result<WarningReport> {
  if (of.series.length === 0)
    throw new EconomyError('missing', 'expected at least one monthly series, got none', 'give a series with its first month and its values', {
      part: 'series',
    })
  if (!(of.falseAlarmsPerYear > 0 && of.falseAlarmsPerYear < 1))
    throw new EconomyError(
      'out-of-range',
      `expected a rate of false alarms between 0 and 1 a year, got ${of.falseAlarmsPerYear}`,
      'give for example 0.1 for one quiet year in ten',
      { part: 'false alarm rate', value: of.falseAlarmsPerYear },
    )
  const long = of.series.filter((one) => one.values.length >= MINIMUM_MONTHS)
  const watchedTogether = Math.max(1, long.length)
  const series = of.series.map((one) => reportOf(one, of, watchedTogether, cache))
  const head = of.series.find((one) => one.sector === null) ?? of.series[0]!
  const main = series.find((one) => one.id === head.id)!
  const each = 1 - (1 - of.falseAlarmsPerYear) ** (1 / watchedTogether)
  const sectors = of.series.filter((one) => one.sector !== null && one.measure === head.measure && one.zone === head.zone)
  return result(
    {
      name: of.name,
      headline: head.id,
      verdict: main.warning === null ? 'unreadable' : main.warning.status === 'alarm' ? 'falling' : main.warning.status,
      watchedTogether,
      falseAlarmsPerYear: of.falseAlarmsPerYear,
      falseAlarmsEach: each,
      falseAlarmsInThreeYears: 1 - (1 - each) ** 3,
      series,
      diffusion: diffusionOf(series.filter((one) => sectors.some((sector) => sector.id === one.id))),
    },
    'warningReport',
    of,
    [
      `false alarms: ${of.falseAlarmsPerYear} a quiet year over ${watchedTogether} series watched together`,
      'season and holidays learnt in the quiet months only',
    ],
    series.flatMap((one) => (one.problem ? [`${one.id}: ${one.problem.message}`] : [])),
  )
}

function reportOf(series: WatchedSeries, of: WarningCase, watchedTogether: number, cache: MaximaCache): SeriesReport {
  const months = series.values.map((_, t) => monthAfter(series.start, t))
  const none = { id: series.id, months, quietMonths: null, deviations: null, persistence: null, sigma: null }
  const options = { ...of, start: series.start, falseAlarmsPerYear: of.falseAlarmsPerYear, seriesWatched: watchedTogether }
  try {
    const values = series.values.map((one) => one ?? Number.NaN)
    const n = values.length
    if (n < MINIMUM_MONTHS) return { ...none, warning: utilisationWarning(values, options).value, problem: null }
    const gap = values.findIndex((one) => !Number.isFinite(one))
    if (gap >= 0) utilisationWarning(values, options)
    const quiet = Math.min(n - 1, Math.max(MINIMUM_MONTHS, of.quietMonths ?? n - 12))
    const days = holidayDays(series.start, n)
    const found = standardise(values, quiet, days ? [days.seollal, days.chuseok] : [])
    const limit = limitOfMaxima(maximaFor(series.start, quiet, found.persistence, of.seed ?? 1, cache), { ...of, seriesWatched: watchedTogether })
    const spread = found.sigma / Math.sqrt(1 - found.persistence ** 2)
    return {
      id: series.id,
      months,
      warning: utilisationWarning(values, { ...options, quietMonths: quiet, limit }).value,
      quietMonths: quiet,
      deviations: found.adjusted.map((one) => (one - found.mean) / spread),
      persistence: found.persistence,
      sigma: found.sigma,
      problem: null,
    }
  } catch (error) {
    if (!(error instanceof EconomyError)) throw error
    return { ...none, warning: null, problem: { code: error.code, message: error.message, fix: error.fix } }
  }
}

/**
 * 조용한 해의 모의실험을 한 번만: maxima for a first month, length and memory, simulated to a fifth of memory: prewhitening takes the memory off, so the limit hardly depends on it (`npm run bench -- warning` holds it
 * to that).
 */
export function maximaFor(start: string, quiet: number, persistence: number, seed: number, cache: MaximaCache): Float64Array {
  const rounded = Math.min(0.8, Math.max(-0.8, Math.round(persistence * 5) / 5))
  const key = `${start} ${quiet} ${rounded} ${seed}`
  const kept = cache.get(key)
  if (kept) return kept
  const days = holidayDays(start, quiet + 12)
  const made = quietMaxima({ quiet, persistence: rounded, reference: 0.5, seed, regressors: days ? [days.seollal, days.chuseok] : [] })
  cache.set(key, made)
  return made
}

function diffusionOf(series: readonly SeriesReport[]): { month: string; index: number }[] {
  const known = series.filter((one) => one.deviations !== null)
  if (known.length < 2) return []
  const months = known
    .map((one) => one.months)
    .reduce((shared, own) => shared.filter((month) => own.includes(month)))
    .slice(5)
  return months.map((month) => {
    const changes = known.map((one) => {
      const at = one.months.indexOf(month)
      const mean = (from: number) => (one.deviations![from]! + one.deviations![from + 1]! + one.deviations![from + 2]!) / 3
      return mean(at - 2) - mean(at - 5)
    })
    return { month, index: diffusionIndex(changes)! }
  })
}
