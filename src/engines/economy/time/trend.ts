import { studentT, studentTQuantile } from '../algebra/distribution.ts'
import { EconomyError } from '../economy-error.ts'

/** A straight line through points, with what is needed to say how sure it is. */
export interface TrendLine {
  readonly slope: number
  readonly intercept: number
  readonly n: number
  /** Residual standard error, n − 2 degrees of freedom. */
  readonly sigma: number
  readonly meanX: number
  readonly squaresX: number
}

/** 최소제곱 추세선. `trendLine([1, 2, 3], [2, 4, 6]).slope // => 2` @throws EconomyError `missing` with fewer than three points */
export function trendLine(x: readonly number[], y: readonly number[]): TrendLine {
  const n = x.length
  if (n < 3 || y.length !== n)
    throw new EconomyError('missing', `expected at least three points with a value each, got ${n} and ${y.length}`, 'give more years')
  const meanX = x.reduce((a, b) => a + b, 0) / n
  const meanY = y.reduce((a, b) => a + b, 0) / n
  const squaresX = x.reduce((sum, one) => sum + (one - meanX) ** 2, 0)
  if (squaresX === 0) throw new EconomyError('out-of-range', 'expected points at different times, got one time only', 'give one value a year')
  const slope = x.reduce((sum, one, i) => sum + (one - meanX) * (y[i]! - meanY), 0) / squaresX
  const intercept = meanY - slope * meanX
  const rest = y.reduce((sum, one, i) => sum + (one - intercept - slope * x[i]!) ** 2, 0)
  return { slope, intercept, n, sigma: Math.sqrt(rest / (n - 2)), meanX, squaresX }
}

/** A value to come, with the interval in which a single new value falls. */
export interface Prediction {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly standardError: number
}

/** 예측구간: the line at x with the interval for one new value (Student's t, n − 2). */
export function predict(line: TrendLine, x: number, level: number): Prediction {
  const value = line.intercept + line.slope * x
  const standardError = line.sigma * Math.sqrt(1 + 1 / line.n + (x - line.meanX) ** 2 / line.squaresX)
  const t = studentTQuantile((1 + level) / 2, line.n - 2)
  return { value, low: value - t * standardError, high: value + t * standardError, standardError }
}

/** P(new value ≥ target) at x. 0 or 1 where the points lie on the line exactly. */
export function chanceOfReaching(line: TrendLine, x: number, target: number): number {
  const { value, standardError } = predict(line, x, 0.9)
  if (standardError === 0) return value >= target ? 1 : 0
  return 1 - studentT((target - value) / standardError, line.n - 2)
}

/** 중앙값. `median([3, 1, 2]) // => 2` */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Slope that outliers do not move, and the count behind its significance. */
export interface RobustTrend {
  /** Median of the slopes of all pairs (Theil 1950; Sen 1968). */
  readonly slope: number
  /** Pairs that rise less pairs that fall (Mann 1945; Kendall 1975). */
  readonly s: number
}

/** 타일·센 기울기와 만·켄들 S. `theilSen([1, 2, 3], [1, 5, 3]) // => { slope: 1, s: 1 }` */
export function theilSen(x: readonly number[], y: readonly number[]): RobustTrend {
  const slopes: number[] = []
  let s = 0
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) {
      if (x[j] === x[i]) continue
      slopes.push((y[j]! - y[i]!) / (x[j]! - x[i]!))
      s += Math.sign(y[j]! - y[i]!) * Math.sign(x[j]! - x[i]!)
    }
  if (slopes.length === 0) throw new EconomyError('missing', 'expected at least two points at different times', 'give more years')
  return { slope: median(slopes), s }
}
