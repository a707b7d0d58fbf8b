import { expect, test } from 'vitest'
import { roundScale } from './scale.ts'

test('a scale holds its largest value with a few round marks', () => {
  expect(roundScale(27)).toEqual({ top: 30, marks: [0, 10, 20, 30] })
  expect(roundScale(25).top).toBe(25)
  for (const largest of [0.3, 1, 7, 99, 1234, 8.8e12]) {
    const { top, marks } = roundScale(largest)
    expect(top).toBeGreaterThanOrEqual(largest)
    expect(marks.length).toBeGreaterThan(2)
    expect(marks.length).toBeLessThan(8)
  }
  expect(roundScale(0)).toEqual({ top: 1, marks: [0, 1] })
})
