import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { loess, loessAt } from './loess.ts'

/** A series in three parts that add up to it. */
export interface SeasonalParts {
  readonly seasonal: number[]
  readonly trend: number[]
  readonly remainder: number[]
  /** Robustness weight of each month, 1 where nothing was weighed down. */
  readonly weights: number[]
}

/** How smooth the parts are. */
export interface StlOptions extends Sourced {
  /** Months in a year, or whatever returns. */
  readonly period: number
  /** `periodic`: the same season every year; or an odd span of years, 7 or more. */
  readonly seasonal: 'periodic' | number
  /** Weighs outliers down. */
  readonly robust?: boolean
  readonly trend?: number
}

const odd = (value: number): number => {
  const whole = Math.ceil(value)
  return whole % 2 === 0 ? whole + 1 : whole
}

interface Spans {
  readonly seasonal: number
  readonly trend: number
  readonly low: number
}

/**
 * 계절조정(STL): season, trend and remainder by loess, season by season of the year. With `robust` fifteen rounds weigh outliers down. Source: Cleveland, Cleveland, McRae & Terpenning 1990; defaults as in R's stats::stl,
 * with which it agrees.
 *
 * `stl([1, 2, 1, 2, 1, 2], { period: 2, seasonal: 'periodic' }).value.seasonal.map((one) => Math.round(one * 10) / 10) // => [-0.5, 0.5, -0.5, 0.5, -0.5, 0.5]`
 * @throws EconomyError `missing` with less than two periods, `not-a-number` for a gap in the series.
 */
export function stl(series: readonly number[], options: StlOptions): Result<SeasonalParts> {
  const { period } = options
  const n = series.length
  if (!(period >= 2) || n < 2 * period)
    throw new EconomyError(
      'missing',
      `expected at least two periods of ${period}, got ${n} values`,
      'give more years, or do not adjust for the season',
    )
  const gap = series.findIndex((one) => !Number.isFinite(one))
  if (gap >= 0)
    throw new EconomyError('not-a-number', `expected a value for every month, got ${series[gap]} at ${gap}`, 'fill the gap or start after it', {
      part: 'series',
      row: gap,
    })
  const periodic = options.seasonal === 'periodic'
  const seasonal = options.seasonal === 'periodic' ? 10 * n + 1 : odd(options.seasonal)
  const spans: Spans = { seasonal: Math.max(3, seasonal), trend: odd(options.trend ?? (1.5 * period) / (1 - 1.5 / seasonal)), low: odd(period) }
  const found = rounds(Float64Array.from(series), period, spans, options.robust ?? false)
  const season = periodic ? meanBySeason(found.season, period) : Array.from(found.season)
  return result(
    {
      seasonal: season,
      trend: Array.from(found.trend),
      remainder: series.map((one, i) => one - season[i]! - found.trend[i]!),
      weights: Array.from(found.weights),
    },
    'stl',
    options,
    [periodic ? 'the same season every year' : `season over ${spans.seasonal} years`, options.robust ? 'robust' : 'not robust'],
  )
}

function meanBySeason(season: Float64Array, period: number): number[] {
  const means = Array.from({ length: period }, (_, k) => {
    let sum = 0
    let count = 0
    for (let i = k; i < season.length; i += period) {
      sum += season[i]!
      count++
    }
    return sum / count
  })
  return Array.from(season, (_, i) => means[i % period]!)
}

function rounds(
  y: Float64Array,
  period: number,
  spans: Spans,
  robust: boolean,
): { season: Float64Array; trend: Float64Array; weights: Float64Array } {
  const n = y.length
  const season = new Float64Array(n)
  const trend = new Float64Array(n)
  let weights: Float64Array | null = null
  const outer = robust ? 15 : 0
  const inner = robust ? 1 : 2
  for (let k = 0; ; k++) {
    for (let step = 0; step < inner; step++) innerStep(y, period, spans, weights, season, trend)
    if (k >= outer) break
    weights = robustness(y, season, trend)
  }
  return { season, trend, weights: weights ?? new Float64Array(n).fill(1) }
}

function innerStep(y: Float64Array, period: number, spans: Spans, weights: Float64Array | null, season: Float64Array, trend: Float64Array): void {
  const n = y.length
  const cycles = smoothSeasons(
    y.map((one, i) => one - trend[i]!),
    period,
    spans,
    weights,
  )
  const averaged = movingAverage(movingAverage(movingAverage(cycles, period), period), 3)
  const low = loess(averaged, { span: spans.low, degree: 1, jump: Math.ceil(spans.low / 10), weights: null })
  for (let i = 0; i < n; i++) season[i] = cycles[period + i]! - low[i]!
  trend.set(
    loess(
      y.map((one, i) => one - season[i]!),
      { span: spans.trend, degree: 1, jump: Math.ceil(spans.trend / 10), weights },
    ),
  )
}

/** Each month's own series smoothed over the years and carried one year further at both ends. */
function smoothSeasons(y: Float64Array, period: number, spans: Spans, weights: Float64Array | null): Float64Array {
  const n = y.length
  const made = new Float64Array(n + 2 * period)
  for (let j = 0; j < period; j++) {
    const k = Math.floor((n - 1 - j) / period) + 1
    const own = Float64Array.from({ length: k }, (_, i) => y[i * period + j]!)
    const ownWeights = weights ? Float64Array.from({ length: k }, (_, i) => weights[i * period + j]!) : null
    const options = { span: spans.seasonal, degree: 0 as const, jump: Math.ceil(spans.seasonal / 10), weights: ownWeights }
    const smooth = loess(own, options)
    const first = loessAt(own, k, 0, 1, Math.min(spans.seasonal, k), options) ?? smooth[0]!
    const last = loessAt(own, k, k + 1, Math.max(1, k - spans.seasonal + 1), k, options) ?? smooth[k - 1]!
    made[j] = first
    for (let i = 0; i < k; i++) made[(i + 1) * period + j] = smooth[i]!
    made[(k + 1) * period + j] = last
  }
  return made
}

function movingAverage(x: Float64Array, length: number): Float64Array {
  const made = new Float64Array(x.length - length + 1)
  let sum = 0
  for (let i = 0; i < length; i++) sum += x[i]!
  made[0] = sum / length
  for (let i = 1; i < made.length; i++) {
    sum += x[i + length - 1]! - x[i - 1]!
    made[i] = sum / length
  }
  return made
}

/** Bisquare weights by distance from the fit, six medians wide. */
function robustness(y: Float64Array, season: Float64Array, trend: Float64Array): Float64Array {
  const n = y.length
  const distance = y.map((one, i) => Math.abs(one - season[i]! - trend[i]!))
  const sorted = Float64Array.from(distance).sort()
  const upper = Math.floor(n / 2) + 1
  const six = 3 * (sorted[upper - 1]! + sorted[n - upper]!)
  return distance.map((one) => (one <= 0.001 * six ? 1 : one <= 0.999 * six ? (1 - (one / six) ** 2) ** 2 : 0))
}
