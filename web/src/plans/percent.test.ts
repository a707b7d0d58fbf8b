import { expect, test } from 'vitest'
import { percentOf } from './percent.ts'

test('a share is printed with one decimal, and what is not known is not a number', () => {
  expect(percentOf('0.35')).toBe('35.0%')
  expect(percentOf('0.48968018463567425')).toBe('49.0%')
  expect(percentOf(null)).toBeNull()
})
