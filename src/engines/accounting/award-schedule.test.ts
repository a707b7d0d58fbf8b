import { expect, test } from 'vitest'
import { awardSchedule } from './award-schedule.ts'

test('three years of investment and five of follow-up give eight checks, the last at year 8', () => {
  const found = awardSchedule({ grantedOn: '2023-03-02', settledOn: null, investmentYears: 3, followUpYears: 5 })
  expect(found.map((one) => one.dueOn)).toEqual([
    '2024-03-02',
    '2025-03-02',
    '2026-03-02',
    '2027-03-02',
    '2028-03-02',
    '2029-03-02',
    '2030-03-02',
    '2031-03-02',
  ])
  expect(found.map((one) => one.expected)).toEqual([false, false, false, true, true, true, true, true])
})

test('follow-up counts from the settlement once it has happened', () => {
  const found = awardSchedule({ grantedOn: '2023-03-02', settledOn: '2026-09-30', investmentYears: 3, followUpYears: 5 })
  expect(found[3]).toEqual({ year: 4, phase: 'follow_up', dueOn: '2027-09-30', expected: false })
})

test('nothing is due while the day of the grant is not known', () => {
  expect(awardSchedule({ grantedOn: null, settledOn: null, investmentYears: 3, followUpYears: 5 })).toEqual([])
})
