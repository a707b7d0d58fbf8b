import { expect, test } from 'vitest'
import { recurrencesIn } from './set.ts'

test.each([
  ['회의는 매주 수요일에 연다', '매주 수요일', { every: { count: 1, unit: 'week' }, weekday: 3 }],
  ['매월 10일 납부', '매월 10일', { every: { count: 1, unit: 'month' }, day: 10 }],
  ['3개월마다 점검', '3개월마다', { every: { count: 3, unit: 'month' } }],
  ['격년 개최', '격년', { every: { count: 2, unit: 'year' } }],
  ['분기마다', '분기마다', undefined],
])('%s', (text, words, recurrence) => {
  const found = recurrencesIn(text)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(recurrence ? [words] : [])
  if (recurrence) expect(found[0]!.recurrence).toEqual(recurrence)
})
test('매장, 매출 and 매일유업 begin no recurrence where the word goes on', () => expect(recurrencesIn('매장 매출 매입')).toEqual([]))
