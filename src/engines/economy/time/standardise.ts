import { EconomyError } from '../economy-error.ts'
import { stl } from './stl.ts'

/** A series as a chart of control sees it. */
export interface StandardisedSeries {
  /** Without season and holidays. */
  readonly adjusted: number[]
  /** Prewhitened and in standard deviations of the quiet months. */
  readonly z: number[]
  readonly mean: number
  /** How much of a month's deviation stays to the next (AR(1)). */
  readonly persistence: number
  readonly sigma: number
  /** Change of the value for each day of a holiday in the month, where it was fitted. */
  readonly holidayEffects: number[]
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/**
 * 계절조정과 사전백색화: season (the same every year) and holidays are learnt in the quiet months at the start and taken off all months; then what a month inherits from the one before is taken off too,
 * so that a CUSUM sees numbers that chance would make independent. Nothing after the quiet months changes what was learnt.
 * @throws EconomyError `missing` for a series of quiet months that do not vary.
 */
export function standardise(series: readonly number[], quiet: number, regressors: readonly (readonly number[])[] = []): StandardisedSeries {
  const period = 12
  const effects = holidayEffects(
    series.slice(0, quiet),
    regressors.map((one) => one.slice(0, quiet)),
  )
  const cleaned = series.map((one, t) => one - effects.reduce((sum, effect, k) => sum + effect * regressors[k]![t]!, 0))
  const { seasonal } = stl(cleaned.slice(0, quiet), { period, seasonal: 'periodic' }).value
  return finished(cleaned, seasonal, quiet, effects)
}

/** What is left when season and holidays are off: its mean, its memory, and the prewhitened months. */
function finished(cleaned: readonly number[], seasonal: ArrayLike<number>, quiet: number, effects: number[]): StandardisedSeries {
  const adjusted = cleaned.map((one, t) => one - seasonal[t % 12]!)
  const base = adjusted.slice(0, quiet)
  const centre = mean(base)
  const deviation = adjusted.map((one) => one - centre)
  let [above, below] = [0, 0]
  for (let t = 1; t < quiet; t++) {
    above += deviation[t]! * deviation[t - 1]!
    below += deviation[t - 1]! ** 2
  }
  // rounding alone is no variation
  if (!(below > 1e-20 * quiet * (1 + centre * centre)))
    throw new EconomyError(
      'missing',
      'expected quiet months that vary, got the same value throughout',
      'a constant series cannot be watched by its own variation',
    )
  // the least-squares estimate is too small in short series (Kendall 1954)
  const raw = above / below
  const persistence = Math.min(0.95, Math.max(-0.95, raw + (1 + 3 * raw) / quiet))
  const rest = deviation.map((one, t) => (t === 0 ? one * Math.sqrt(1 - persistence ** 2) : one - persistence * deviation[t - 1]!))
  // a mean, a slope and the twelve months of the season were fitted
  const sigma = Math.sqrt(rest.slice(0, quiet).reduce((sum, one) => sum + one * one, 0) / Math.max(1, quiet - 13))
  return { adjusted, z: rest.map((one) => one / sigma), mean: centre, persistence, sigma, holidayEffects: effects }
}

/**
 * 같은 절차를 빠르게: season and holiday effects are linear in the quiet months, so their operators are made once and applied to every series of simulations. Gives what `standardise` gives, to rounding.
 */
export function standardiser(quiet: number, regressors: readonly (readonly number[])[] = []): (series: readonly number[]) => StandardisedSeries {
  const season = Array.from({ length: 12 }, () => new Float64Array(quiet))
  const remainder = Array.from({ length: quiet }, () => new Float64Array(quiet))
  for (let k = 0; k < quiet; k++) {
    const unit = new Array<number>(quiet).fill(0)
    unit[k] = 1
    const found = stl(unit, { period: 12, seasonal: 'periodic' }).value
    for (let m = 0; m < 12; m++) season[m]![k] = found.seasonal[m]!
    if (regressors.length > 0) for (let t = 0; t < quiet; t++) remainder[t]![k] = found.remainder[t]!
  }
  const inner = (row: ArrayLike<number>, values: ArrayLike<number>) => {
    let sum = 0
    for (let k = 0; k < quiet; k++) sum += row[k]! * values[k]!
    return sum
  }
  const learn = regressors.map((one) => one.slice(0, quiet))
  const x = learn.map((one) => remainder.map((row) => inner(row, one)))
  return (series) => {
    const left = regressors.length === 0 ? [] : remainder.map((row) => inner(row, series))
    const effects = solved(x, left)
    const cleaned = series.map((one, t) => one - effects.reduce((sum, effect, k) => sum + effect * regressors[k]![t]!, 0))
    return finished(
      cleaned,
      season.map((row) => inner(row, cleaned)),
      quiet,
      effects,
    )
  }
}

/** Holiday effects by regression of what season and trend leave (Frisch & Waugh 1933), the regressors filtered like the series. */
function holidayEffects(series: readonly number[], regressors: readonly (readonly number[])[]): number[] {
  if (regressors.length === 0) return []
  const left = (values: readonly number[]) => stl(values, { period: 12, seasonal: 'periodic' }).value.remainder
  const y = left(series)
  return solved(regressors.map(left), y)
}

/** Least squares of at most two regressors; one that does not vary has no effect. */
function solved(x: readonly (readonly number[])[], y: readonly number[]): number[] {
  if (x.length === 0) return []
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, t) => sum + one * b[t]!, 0)
  if (x.length === 1) return [dot(x[0]!, x[0]!) > 1e-9 ? dot(x[0]!, y) / dot(x[0]!, x[0]!) : 0]
  const [a, b, c] = [dot(x[0]!, x[0]!), dot(x[0]!, x[1]!), dot(x[1]!, x[1]!)]
  const [p, q] = [dot(x[0]!, y), dot(x[1]!, y)]
  const determinant = a * c - b * b
  if (determinant > 1e-9 * Math.max(1, a * c)) return [(p * c - q * b) / determinant, (q * a - p * b) / determinant]
  return [a > 1e-9 ? p / a : 0, c > 1e-9 ? q / c : 0]
}
