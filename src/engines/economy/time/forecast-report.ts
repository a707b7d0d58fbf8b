import { type Result, result, type Sourced } from '../result.ts'
import type { Pipeline } from './pipeline-forecast.ts'
import { type TargetForecast, targetForecast } from './target-forecast.ts'
import { predict, trendLine } from './trend.ts'

/** A target and how far it is (목표와 실적). */
export interface ForecastCase extends Sourced {
  readonly name: string
  readonly unit: string
  readonly actual: readonly { readonly year: number; readonly value: number }[]
  readonly target: { readonly value: number; readonly year: number }
  /** Share of new values that the interval should hold; 0.9 by default. */
  readonly level?: number
  readonly pipeline?: Pipeline
  /** Forecasts made before, to be scored. */
  readonly past?: readonly KeptForecast[]
}

/** A forecast that was made and kept (보관한 전망). */
export interface KeptForecast {
  readonly madeOn: string
  readonly target: { readonly value: number; readonly year: number }
  /** Chance of reaching the target, as it was said then. */
  readonly chance: number | null
  /** Interval of each year, as it was said then. */
  readonly predictions: readonly { readonly year: number; readonly low: number; readonly high: number }[]
}

/** How kept forecasts did. */
export interface ForecastScore {
  /** Share of values that came inside their interval; null where none came yet. */
  readonly coverage: number | null
  readonly intervals: number
  /** Brier's score of the chances whose year is over: 0 is perfect, 0.25 is a coin. */
  readonly brier: number | null
  readonly chances: number
  /** Intervals and chances whose year is not known yet. */
  readonly open: number
  readonly rows: {
    readonly madeOn: string
    readonly year: number
    readonly low: number
    readonly high: number
    readonly actual: number | null
    readonly inside: boolean | null
  }[]
}

/** 목표 달성 전망 한 장. */
export interface ForecastReport {
  readonly name: string
  readonly unit: string
  readonly target: { readonly value: number; readonly year: number }
  readonly last: { readonly year: number; readonly value: number }
  readonly verdict: 'reached' | 'likely' | 'even' | 'doubtful' | 'unlikely' | 'cannot-be-judged'
  /** The chance behind the verdict and where it is from. */
  readonly chance: number | null
  readonly chanceFrom: 'pipeline' | 'trend' | null
  readonly forecast: TargetForecast
  /** Year in which the straight trend reaches the target; null where it never does within 50 years. */
  readonly trendYear: number | null
  /** What each kind of commitment brings on average by the target year: probability × how much of it stands by then, over all delays. */
  readonly expected: {
    readonly name: string
    readonly sector: string
    readonly amount: number
    readonly probability: number
    readonly expected: number
  }[]
  /** Trend forecasts made from earlier years only, against what came. */
  readonly hindcast: { readonly coverage: number; readonly count: number } | null
  readonly score: ForecastScore
}

/**
 * 목표 달성 전망: paces, trend, pipeline and the score of earlier forecasts in one answer. The verdict follows the pipeline's chance where there are commitments, else the trend's: likely from 80 %, even from 50 %,
 * doubtful from 20 %, unlikely below; it cannot be judged with fewer than eight values and no commitments.
 * @throws EconomyError as `targetForecast` does.
 */
export function forecastReport(of: ForecastCase): Result<ForecastReport> {
  const actual = [...of.actual].sort((a, b) => a.year - b.year)
  const years = actual.map((one) => one.year)
  const values = actual.map((one) => one.value)
  const found = targetForecast(
    { years, values, target: of.target.value, targetYear: of.target.year, level: of.level ?? 0.9, ...(of.pipeline ? { pipeline: of.pipeline } : {}) },
    of,
  )
  const forecast = found.value
  const last = actual.at(-1)!
  const chance = forecast.pipeline?.chance ?? forecast.trend?.chance ?? null
  const apart =
    forecast.pipeline && forecast.trend && Math.abs(forecast.pipeline.chance - forecast.trend.chance) > 0.5
      ? ['the trend and the commitments say very different things: look at both']
      : []
  const { value: report, basis } = result(
    {
      name: of.name,
      unit: of.unit,
      target: of.target,
      last,
      verdict: last.value >= of.target.value ? ('reached' as const) : verdictOf(chance),
      chance,
      chanceFrom: forecast.pipeline ? ('pipeline' as const) : forecast.trend ? ('trend' as const) : null,
      forecast,
      trendYear: trendYear(years, values, of.target.value),
      expected: expectedOf(of.pipeline, of.target.year),
      hindcast: hindcast(years, values, of.level ?? 0.9),
      score: scoreKept(of.past ?? [], actual),
    },
    'forecastReport',
    of,
    [
      ...found.basis.assumptions,
      ...(of.pipeline
        ? [
            `commitments: chance by stage, steps up over the ramp, exponential delay, correlation ${of.pipeline.sectorCorrelation ?? 0.3} inside a sector, seed ${of.pipeline.seed}`,
            `what exists already grows ${100 * (of.pipeline.baseGrowth ?? 0)} % a year`,
          ]
        : []),
    ],
    [...found.basis.warnings.filter((one) => !one.startsWith('synthetic')), ...apart],
  )
  return { value: report, basis }
}

function verdictOf(chance: number | null): ForecastReport['verdict'] {
  if (chance === null) return 'cannot-be-judged'
  return chance >= 0.8 ? 'likely' : chance >= 0.5 ? 'even' : chance >= 0.2 ? 'doubtful' : 'unlikely'
}

function trendYear(years: readonly number[], values: readonly number[], target: number): number | null {
  if (years.length < 8) return null
  const line = trendLine(years, values)
  for (let year = years.at(-1)! + 1; year <= years.at(-1)! + 50; year++) if (line.intercept + line.slope * year >= target) return year
  return null
}

/** Points of the exponential delay over which an expectation is taken. */
const STEPS = 500

function expectedOf(pipeline: Pipeline | undefined, year: number): ForecastReport['expected'] {
  return (pipeline?.items ?? []).map((one) => {
    let share = 0
    for (let k = 0; k < STEPS; k++) {
      const from = one.startYear - Math.log(1 - (k + 0.5) / STEPS) * one.meanSlipYears
      share += (year < from ? 0 : one.rampYears <= 0 ? 1 : Math.min(1, (year - from) / one.rampYears)) / STEPS
    }
    return { name: one.name, sector: one.sector, amount: one.amount, probability: one.probability, expected: one.amount * one.probability * share }
  })
}

/** Trend from the first k values, k from 8 on, against the years after it, up to five ahead. Null with fewer than nine values. */
function hindcast(years: readonly number[], values: readonly number[], level: number): ForecastReport['hindcast'] {
  let [inside, count] = [0, 0]
  for (let k = 8; k < years.length; k++) {
    const line = trendLine(years.slice(0, k), values.slice(0, k))
    for (let t = k; t < Math.min(years.length, k + 5); t++) {
      const { low, high } = predict(line, years[t]!, level)
      count++
      if (values[t]! >= low && values[t]! <= high) inside++
    }
  }
  return count === 0 ? null : { coverage: inside / count, count }
}

/**
 * 보관한 전망의 성적: intervals against the values that came, chances against whether the target was reached.
 *
 * `scoreKept([{ madeOn: '2020-01-02', target: { value: 10, year: 2022 }, chance: 0.8, predictions: [{ year: 2022, low: 8, high: 12 }] }], [{ year: 2022, value: 11 }]).coverage // => 1`
 */
export function scoreKept(past: readonly KeptForecast[], actual: readonly { readonly year: number; readonly value: number }[]): ForecastScore {
  const came = new Map(actual.map((one) => [one.year, one.value]))
  const rows = past.flatMap((one) =>
    one.predictions.map(({ year, low, high }) => {
      const value = came.get(year) ?? null
      return { madeOn: one.madeOn, year, low, high, actual: value, inside: value === null ? null : value >= low && value <= high }
    }),
  )
  const known = rows.filter((one) => one.inside !== null)
  const said = past.filter((one) => one.chance !== null)
  const over = said.filter((one) => came.has(one.target.year))
  const squares = over.reduce((sum, one) => sum + (one.chance! - (came.get(one.target.year)! >= one.target.value ? 1 : 0)) ** 2, 0)
  return {
    coverage: known.length === 0 ? null : known.filter((one) => one.inside).length / known.length,
    intervals: known.length,
    brier: over.length === 0 ? null : squares / over.length,
    chances: over.length,
    open: rows.length - known.length + said.length - over.length,
    rows,
  }
}
