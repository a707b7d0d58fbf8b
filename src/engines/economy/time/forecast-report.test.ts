import { expect, test } from 'vitest'
import { type ForecastCase, forecastReport, scoreKept } from './forecast-report.ts'

const actual = Array.from({ length: 12 }, (_, k) => ({
  year: 2014 + k,
  value: 70_000 + 1500 * k + [0, 400, -300, 200, -500, 100, 300, -200, 0, 250, -150, 50][k]!,
}))
const item = { name: '가', sector: '전자', amount: 20_000, probability: 1, startYear: 2026, rampYears: 2, meanSlipYears: 0 }
const of = (more: Partial<ForecastCase> = {}): ForecastCase => ({
  name: '고용',
  unit: 'persons',
  actual,
  target: { value: 110_000, year: 2030 },
  ...more,
})

test('a target far over the trend is unlikely, and the trend says when it would come', () => {
  const report = forecastReport(of()).value
  expect(report.verdict).toBe('unlikely')
  expect(report.chanceFrom).toBe('trend')
  // 70 000 + 1500 a year: 110 000 in the 27th year
  expect(report.trendYear).toBe(2041)
  expect(report.forecast.requiredPace!).toBeGreaterThan(report.forecast.achievedPace!)
})

test('commitments that are sure and large enough make it likely, and it says that the trend disagrees', () => {
  const { value, basis } = forecastReport(of({ pipeline: { items: [item, { ...item, name: '나' }], seed: 1 } }))
  expect(value).toMatchObject({ verdict: 'likely', chanceFrom: 'pipeline', chance: 1 })
  expect(value.expected.map((one) => Math.round(one.expected))).toEqual([20_000, 20_000])
  expect(basis.warnings.join()).toContain('look at both')
})

test('few values and no commitments cannot be judged; a target that is reached is reached', () => {
  expect(forecastReport(of({ actual: actual.slice(0, 4) })).value).toMatchObject({
    verdict: 'cannot-be-judged',
    chance: null,
    hindcast: null,
    trendYear: null,
  })
  expect(forecastReport(of({ target: { value: 80_000, year: 2030 } })).value.verdict).toBe('reached')
})

test('forecasts from earlier years are held to what came', () => {
  // from 8, 9, 10 and 11 values on, up to five years ahead: 4 + 3 + 2 + 1
  expect(forecastReport(of()).value.hindcast).toMatchObject({ count: 10 })
})

test('kept forecasts are scored where their year is over and wait where it is not', () => {
  const score = scoreKept(
    [
      {
        madeOn: '2020-01-02',
        target: { value: 80_000, year: 2024 },
        chance: 0.7,
        predictions: [
          { year: 2021, low: 79_000, high: 83_000 },
          { year: 2024, low: 90_000, high: 95_000 },
        ],
      },
      { madeOn: '2022-01-02', target: { value: 110_000, year: 2030 }, chance: 0.2, predictions: [{ year: 2030, low: 90_000, high: 99_000 }] },
    ],
    actual,
  )
  expect(score).toMatchObject({ coverage: 0.5, intervals: 2, chances: 1, open: 2 })
  expect(score.brier).toBeCloseTo(0.09, 12)
  expect(scoreKept([], actual)).toMatchObject({ coverage: null, brier: null, open: 0 })
})
