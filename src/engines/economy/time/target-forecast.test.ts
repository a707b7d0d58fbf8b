import { expect, test } from 'vitest'
import type { PipelineItem } from './pipeline-forecast.ts'
import { targetForecast } from './target-forecast.ts'

const years = Array.from({ length: 10 }, (_, k) => 2015 + k)
const values = [81.2, 82.9, 84.1, 85.6, 84, 79.8, 86.5, 89.3, 91, 92.2]
const item: PipelineItem = { name: '가', sector: '이차전지', amount: 10, probability: 0.5, startYear: 2025, rampYears: 0, meanSlipYears: 0 }
const forecast = (items: PipelineItem[], seed = 1, sectorCorrelation = 0) =>
  targetForecast({ years, values, target: 101, targetYear: 2030, pipeline: { items, seed, sectorCorrelation } }).value.pipeline!

test('fewer than eight values give paces and no trend', () => {
  const { value, basis } = targetForecast({ years: years.slice(0, 5), values: values.slice(0, 5), target: 101, targetYear: 2030 })
  expect(value.trend).toBeNull()
  expect(value.achievedPace).toBeCloseTo((84 / 81.2) ** 0.25 - 1, 12)
  expect(basis.warnings.join()).toContain('fewer than 8')
})

test('a single commitment of half a chance reaches the target half of the time', () => {
  expect(Math.abs(forecast([item]).chance - 0.5)).toBeLessThan(0.03)
  expect(forecast([{ ...item, probability: 1 }]).chance).toBe(1)
  expect(forecast([{ ...item, probability: 0 }]).chance).toBe(0)
})

test('the seed decides the draws', () => {
  expect(forecast([item], 5)).toEqual(forecast([item], 5))
  expect(forecast([item], 5).chance).not.toBe(forecast([item], 6).chance)
})

test('commitments of one sector come together the more they are correlated', () => {
  const pair = [
    { ...item, amount: 5 },
    { ...item, name: '나', amount: 5 },
  ]
  expect(Math.abs(forecast(pair).chance - 0.25)).toBeLessThan(0.03)
  expect(forecast(pair, 1, 0.9).chance).toBeGreaterThan(0.35)
})

test('slips and ramps put the target off', () => {
  const slow = forecast([{ ...item, probability: 1, startYear: 2028, rampYears: 4 }])
  expect(slow.chance).toBe(0)
  expect(slow.medianYearReached).toBe(2032)
  expect(slow.medianShortfall).toBeCloseTo(101 - (92.2 + 5), 9)
})

test('a target year that is over is refused', () => {
  expect(() => targetForecast({ years, values, target: 101, targetYear: 2024 })).toThrow('after 2024')
})
