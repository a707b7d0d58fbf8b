import { describe, expect, test } from 'vitest'
import { readDate } from './read-date.ts'

describe('readDate', () => {
  const cases: [string, string][] = [
    ['2026-11-22', '2026-11-22'],
    ['2026.11.22.', '2026-11-22'],
    ['2026. 11. 22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['26/1/2', '2026-01-02'],
    ['2026년 11월 22일', '2026-11-22'],
    ['2026년 11월 22일(일)', '2026-11-22'],
    ['11월 22일', '2026-11-22'],
    ['11/22', '2026-11-22'],
    ['２０２６-１１-２２', '2026-11-22'],
    ['오늘', '2026-03-01'],
    ['어제', '2026-02-28'],
    ['tomorrow', '2026-03-02'],
  ]
  for (const [typed, date] of cases) test(`“${typed}” is ${date}`, () => expect(readDate(typed, '2026-03-01')).toBe(date))
  for (const typed of ['', '2026-02-29', '2026-13-01', '11', '다음 달', '2026-11', '1122'])
    test(`“${typed}” is no date`, () => expect(readDate(typed, '2026-03-01')).toBeNull())
})
