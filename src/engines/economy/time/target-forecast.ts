import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { type Pipeline, type PipelineForecast, pipelineForecast } from './pipeline-forecast.ts'
import { chanceOfReaching, type Prediction, predict, theilSen, trendLine } from './trend.ts'

/** What is to be reached, and what was reached so far. */
export interface TargetInput {
  readonly years: readonly number[]
  readonly values: readonly number[]
  readonly target: number
  readonly targetYear: number
  /** Share of new values that the interval should hold, such as 0.9. */
  readonly level?: number
  readonly pipeline?: Pipeline
}

/** A value of one year to come. */
export interface YearPrediction extends Omit<Prediction, 'standardError'> {
  readonly year: number
}

/** Where the target stands. */
export interface TargetForecast {
  /** Growth a year that is still needed from the last value, and that was reached from the first to the last. Null where a value is not above 0. */
  readonly requiredPace: number | null
  readonly achievedPace: number | null
  readonly trend: {
    readonly level: YearPrediction[]
    readonly log: YearPrediction[] | null
    readonly chance: number
    readonly chanceByLog: number | null
    readonly robustValue: number
  } | null
  readonly pipeline: PipelineForecast | null
}

const MINIMUM_FOR_TREND = 8

/**
 * 목표 달성 전망: pace needed against pace reached; the trend with its interval, in values and in logarithms, and the value by Theil and Sen's slope as a check; and, with commitments, what they would bring.
 * Fewer than eight values give paces only: an interval from less would promise too much.
 * @throws EconomyError `out-of-range` for a target year that is not after the last value.
 */
export function targetForecast(input: TargetInput, options: Sourced = {}): Result<TargetForecast> {
  const { years, values, target, targetYear, level = 0.9 } = input
  if (years.length === 0 || years.length !== values.length)
    throw new EconomyError('shape', `expected a value for each year, got ${years.length} years and ${values.length} values`, 'give one value a year')
  const [first, last] = [years[0]!, years.at(-1)!]
  if (!(targetYear > last))
    throw new EconomyError('out-of-range', `expected a target year after ${last}, got ${targetYear}`, 'compare the target with the value reached', {
      part: 'target year',
      value: targetYear,
    })
  const [from, to] = [values[0]!, values.at(-1)!]
  const pace = (a: number, b: number, span: number) => (a > 0 && b > 0 && span > 0 ? (b / a) ** (1 / span) - 1 : null)
  const warnings = years.length < MINIMUM_FOR_TREND ? [`${years.length} values: fewer than ${MINIMUM_FOR_TREND}, so paces only and no trend`] : []
  return result(
    {
      requiredPace: pace(to, target, targetYear - last),
      achievedPace: pace(from, to, last - first),
      trend: years.length < MINIMUM_FOR_TREND ? null : trend(input, level),
      pipeline: input.pipeline ? pipelineForecast({ ...input.pipeline, current: to, currentYear: last, target, targetYear }) : null,
    },
    'targetForecast',
    options,
    [`interval holds ${100 * level} % of single new values if the past goes on`],
    warnings,
  )
}

function trend({ years, values, target, targetYear }: TargetInput, level: number): TargetForecast['trend'] {
  const coming = Array.from({ length: targetYear - years.at(-1)! }, (_, k) => years.at(-1)! + 1 + k)
  const line = trendLine(years, values)
  const logs = values.every((one) => one > 0) && target > 0 ? trendLine(years, values.map(Math.log)) : null
  const row = (from: typeof line, year: number, turn: (one: number) => number): YearPrediction => {
    const { value, low, high } = predict(from, year, level)
    return { year, value: turn(value), low: turn(low), high: turn(high) }
  }
  const { slope } = theilSen(years, values)
  const middles = years.map((year, i) => values[i]! - slope * year).sort((a, b) => a - b)
  return {
    level: coming.map((year) => row(line, year, (one) => one)),
    log: logs ? coming.map((year) => row(logs, year, Math.exp)) : null,
    chance: chanceOfReaching(line, targetYear, target),
    chanceByLog: logs ? chanceOfReaching(logs, targetYear, Math.log(target)) : null,
    robustValue: slope * targetYear + middles[Math.floor(middles.length / 2)]!,
  }
}

/** A forecast made in the past, and what came. */
export interface PastForecast {
  readonly low: number
  readonly high: number
  readonly chance: number
  readonly target: number
  readonly actual: number
}

/**
 * 과거 전망의 성적: share of actual values inside their interval, and Brier's score of the chances (0 is perfect, 0.25 is a coin). Null without past forecasts.
 *
 * `scoreForecasts([{ low: 1, high: 3, chance: 1, target: 2, actual: 2.5 }]) // => { coverage: 1, brier: 0, count: 1 }`
 */
export function scoreForecasts(past: readonly PastForecast[]): { coverage: number; brier: number; count: number } | null {
  if (past.length === 0) return null
  const inside = past.filter((one) => one.actual >= one.low && one.actual <= one.high).length
  const brier = past.reduce((sum, one) => sum + (one.chance - (one.actual >= one.target ? 1 : 0)) ** 2, 0) / past.length
  return { coverage: inside / past.length, brier, count: past.length }
}
