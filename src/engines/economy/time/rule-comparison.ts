import { normalOf, seeded } from '../algebra/seeded.ts'
import { downwardCusum } from './cusum.ts'
import { type StandardisedSeries, standardiser } from './standardise.ts'
import { quietSeries } from './warning-limit.ts'

/** What quiet series are like, and which fall is to be found. */
export interface RuleInput {
  readonly quiet: number
  readonly persistence: number
  /** Standard deviation of what a month does not inherit, in the unit of the fall. */
  readonly sigma: number
  /** The fall, in the unit of the series. */
  readonly step: number
  /** Limit of the CUSUM in use. */
  readonly limit: number
  readonly seed: number
  readonly runs?: number
}

/** How a rule does. */
export interface RuleScore {
  readonly rule: 'cusum' | 'cusum-plain' | 'year-on-year' | 'three-falls'
  /** Share of quiet three years in which it alarms. */
  readonly falseInThreeYears: number
  /** Share of falls that it finds within twelve months of the fall. */
  readonly found: number
  /** Month after the fall in which half of the found ones are found; 1 is the month of the fall. Null where none is. */
  readonly medianMonth: number | null
}

const MONTHS = 36

/**
 * 규칙 견주기: rules of alarm on the same simulated series, quiet and with a step at the end of the quiet months. `cusum` is the rule in use (prewhitened, calibrated limit); `cusum-plain` the same sum on
 * the adjusted series that still remembers, limit 5; `year-on-year` three quarters of the step under the same month a year ago; `three-falls` is the press's “석 달 연속 하락”.
 */
export function compareRules(input: RuleInput): RuleScore[] {
  const { quiet, persistence, sigma, step, limit, seed, runs = 2000 } = input
  const normal = normalOf(seeded(seed))
  const standardised = standardiser(quiet)
  const seen = (series: readonly number[]): Seen => ({ series, standardised: standardised(series) })
  const alarms = { cusum: 0, 'cusum-plain': 0, 'year-on-year': 0, 'three-falls': 0 }
  const found: Record<RuleScore['rule'], number[]> = { cusum: [], 'cusum-plain': [], 'year-on-year': [], 'three-falls': [] }
  for (let run = 0; run < runs; run++) {
    const calm = seen(quietSeries(quiet + MONTHS, persistence, normal).map((one) => one * sigma))
    const low = seen(fallen(calm.series, quiet, step))
    for (const rule of Object.keys(alarms) as RuleScore['rule'][]) {
      if (firstAlarm(rule, calm, quiet, limit, step) < MONTHS) alarms[rule]++
      const month = firstAlarm(rule, low, quiet, limit, step)
      if (month < 12) found[rule].push(month + 1)
    }
  }
  return (Object.keys(alarms) as RuleScore['rule'][]).map((rule) => {
    const months = found[rule].sort((a, b) => a - b)
    return {
      rule,
      falseInThreeYears: alarms[rule] / runs,
      found: months.length / runs,
      medianMonth: months.length === 0 ? null : months[Math.floor(months.length / 2)]!,
    }
  })
}

const fallen = (series: readonly number[], quiet: number, step: number): number[] => series.map((one, t) => (t >= quiet ? one - step : one))

interface Seen {
  readonly series: readonly number[]
  readonly standardised: StandardisedSeries
}

/** Months after the quiet ones until a rule alarms; infinite where it does not. */
function firstAlarm(rule: RuleScore['rule'], { series, standardised }: Seen, quiet: number, limit: number, step: number): number {
  if (rule === 'year-on-year') return after(series, quiet, (t) => series[t]! - series[t - 12]! < -0.75 * step)
  const { z, adjusted, mean } = standardised
  if (rule === 'cusum') return after(downwardCusum(z.slice(quiet), 0.5), 0, (t, sums) => sums[t]! > limit)
  if (rule === 'three-falls')
    return after(
      adjusted,
      quiet,
      (t) => adjusted[t]! < adjusted[t - 1]! && adjusted[t - 1]! < adjusted[t - 2]! && adjusted[t - 2]! < adjusted[t - 3]!,
    )
  const base = adjusted.slice(0, quiet)
  const spread = Math.sqrt(base.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (quiet - 1))
  const plain = adjusted.slice(quiet).map((one) => (one - mean) / spread)
  return after(downwardCusum(plain, 0.5), 0, (t, sums) => sums[t]! > 5)
}

function after(series: readonly number[], from: number, alarms: (t: number, series: readonly number[]) => boolean): number {
  for (let t = from; t < series.length; t++) if (alarms(t, series)) return t - from
  return Number.POSITIVE_INFINITY
}
