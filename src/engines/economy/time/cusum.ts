import { kolmogorovTail } from '../algebra/distribution.ts'
import { EconomyError } from '../economy-error.ts'

/** Whether a series broke, looking back over all of it. */
export interface FluctuationTest {
  /** Running sum of residuals, scaled; starts and ends at 0. */
  readonly process: number[]
  readonly sup: number
  /** Chance of a run this far from 0 where nothing broke. */
  readonly p: number
  /** Index of the last value before the most likely break. */
  readonly at: number
}

/** OLS-CUSUM 검정: residuals from the mean, summed and scaled by σ√n, against a Brownian bridge. Source: Ploberger & Krämer 1992. @throws EconomyError `missing` for a series without variation */
export function olsCusum(y: readonly number[]): FluctuationTest {
  const n = y.length
  const mean = y.reduce((a, b) => a + b, 0) / n
  const sigma = Math.sqrt(y.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1))
  if (!(sigma > 0))
    throw new EconomyError('missing', 'expected values that vary, got the same value throughout', 'a constant series has no break to find')
  const walk = [0]
  for (const one of y) walk.push(walk.at(-1)! + (one - mean) / (sigma * Math.sqrt(n)))
  let at = 0
  for (let i = 1; i < walk.length; i++) if (Math.abs(walk[i]!) > Math.abs(walk[at]!)) at = i
  const sup = Math.abs(walk[at]!)
  return { process: walk, sup, p: kolmogorovTail(sup), at: at - 1 }
}

/**
 * 하향 누적합(CUSUM): S_t = max(0, S_{t−1} − z_t − k) over standardised values z: grows with values that lie k deviations under the mean and more. Source: Page 1954.
 *
 * `downwardCusum([0, -2, -2], 0.5) // => [0, 1.5, 3]`
 */
export function downwardCusum(z: readonly number[], k: number): number[] {
  let s = 0
  return z.map((one) => (s = Math.max(0, s - one - k)))
}

/**
 * 평균 런 길이: months until a CUSUM of limit h alarms though nothing changed (Siegmund 1985): [exp(2kb) − 2kb − 1] / 2k², b = h + 1.166.
 *
 * `Math.round(averageRunLength(0.5, 5)) // => 938`
 */
export function averageRunLength(k: number, h: number): number {
  const b = h + 1.166
  return (Math.exp(2 * k * b) - 2 * k * b - 1) / (2 * k * k)
}

/** The limit h at which quiet series alarm so often a month. `limitFor(0.5, 1 / averageRunLength(0.5, 5)).toFixed(6) // => '5.000000'` */
export function limitFor(k: number, falseAlarmsPerMonth: number): number {
  if (!(falseAlarmsPerMonth > 0 && falseAlarmsPerMonth < 1))
    throw new EconomyError(
      'out-of-range',
      `expected a rate of false alarms between 0 and 1 a month, got ${falseAlarmsPerMonth}`,
      'give for example 0.05 a year divided by 12',
      { part: 'false alarm rate', value: falseAlarmsPerMonth },
    )
  let low = 0
  let high = 60
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (averageRunLength(k, middle) < 1 / falseAlarmsPerMonth) low = middle
    else high = middle
  }
  return (low + high) / 2
}
