import { expect, test } from 'vitest'
import { endAfter, intervalWords, lastDay } from './interval-words.ts'

test.each([
  [{ from: '2026-02-03', to: '2026-02-04' }, '2026-02-03'],
  [{ from: '2026-02-01', to: '2026-03-01' }, '2026-02'],
  [{ from: '2026-01-01', to: '2027-01-01' }, '2026'],
  [{ from: '2026-01-15', to: '2026-03-02' }, '2026-01-15 – 2026-03-01'],
  [{ from: '2026-01-15', to: null }, '2026-01-15 –'],
  [{ from: null, to: '2031-01-01' }, '– 2030-12-31'],
])('%o reads “%s”', (interval, words) => {
  expect(intervalWords(interval)).toBe(words)
})

test('a last day and its open end give each other back', () => {
  expect(endAfter(lastDay('2024-03-01'))).toBe('2024-03-01')
  expect(lastDay(null)).toBeNull()
})
