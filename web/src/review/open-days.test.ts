import { expect, test } from 'vitest'
import { openDays } from './open-days.ts'

const day = { from: '2026-02-03', to: '2026-02-04' }

test('each word for a day that stays open is named once; a day that is known is not', () => {
  const claims = [
    { due: null, dueText: '지난 3일', start: null, startText: null },
    { due: null, dueText: '지난 3일', start: day, startText: '지난달 28일' },
    { due: null, dueText: null, start: null, startText: '다음 달' },
    { due: day, dueText: '내년', start: null, startText: null },
  ]
  expect(openDays(claims)).toEqual(['지난 3일', '다음 달'])
})

test('three are enough to understand what is asked', () => {
  const claims = ['내년', '올해', '내달', '하반기'].map((dueText) => ({ due: null, dueText, start: null, startText: null }))
  expect(openDays(claims)).toHaveLength(3)
})
