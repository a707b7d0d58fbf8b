import { expect, test } from 'vitest'
import { moneyUnit } from './money-unit.ts'

test.each([
  [10e12, 'ko', '조원'],
  [1e12, 'ko', '조원'],
  [271e8, 'ko', '억원'],
  [5e7, 'ko', '만원'],
  [0, 'ko', '만원'],
  [271e8, 'en', 'KRW bn'],
  [4e8, 'en', 'KRW m'],
] as const)('%d won in %s are drawn in %s', (largest, locale, name) => {
  expect(moneyUnit(largest, locale).name).toBe(name)
})
