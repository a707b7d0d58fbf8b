import { expect, test } from 'vitest'
import { axisTop, pathOf, percentWords, shareAt } from './curve.ts'

const points = [
  { months: 0, realised: '0' },
  { months: 12, realised: '0.25' },
  { months: 30, realised: '0.5' },
]

test('a curve keeps its value until something happens, and says nothing beyond what was watched', () => {
  expect([0, 11, 12, 29, 30, 31].map((months) => shareAt(points, months))).toEqual(['0', '0', '0.25', '0.25', '0.5', null])
  expect(shareAt([], 0)).toBeNull()
})

test('the line goes in steps', () => {
  expect(
    pathOf(
      points,
      (m) => m,
      (s) => 100 * (1 - s),
    ),
  ).toBe('M0.0 100.0H12.0V75.0H30.0V50.0')
})

test('the axis holds the highest share', () => {
  expect([axisTop([]), axisTop([0.2]), axisTop([0.3, 0.1]), axisTop([0.5])]).toEqual([0.1, 0.25, 0.5, 1])
})

test('percent is rounded from the exact share', () => {
  expect([percentWords('0.312493'), percentWords('1'), percentWords('0')]).toEqual(['31.2%', '100%', '0%'])
})
