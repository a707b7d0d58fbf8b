import { expect, test } from 'vitest'
import { compareQuestionOf, compareSearchOf } from './question.ts'

test('a day alone asks what was known by its end, beside today', () =>
  expect(compareQuestionOf(compareSearchOf({ day: '2024-06-01' }))).toEqual({
    beforeAsOf: '2024-06-01',
    beforeKnownOn: '2024-06-01T23:59:59.999999+09:00',
  }))
test('without a day nothing is asked, and what is no day is left out', () => {
  expect(compareQuestionOf(compareSearchOf({ known: '2024-06-01' }))).toBeNull()
  expect(compareSearchOf({ day: '2024-02-30', known: 'x', same: true, q: ' ' })).toEqual({ same: 'true' })
})
test('all four clocks are asked for by their days', () =>
  expect(compareQuestionOf({ day: '2024-06-01', known: '2024-07-01', asOf: '2025-01-01', knownNow: '2025-02-01', same: 'true' })).toEqual({
    beforeAsOf: '2024-06-01',
    beforeKnownOn: '2024-07-01T23:59:59.999999+09:00',
    asOf: '2025-01-01',
    knownOn: '2025-02-01T23:59:59.999999+09:00',
    same: 'true',
  }))
