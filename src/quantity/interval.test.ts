import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, CalendarError, dayFromNumber, dayNumber, dayOf, daysBetween, isDay, weekday } from './day.ts'
import { calendarInterval, compareIntervals, contains, fromInclusive, intervalText, overlaps, toInclusive, week } from './interval.ts'
import { formatInterval } from './interval-format.ts'

describe('days', () => {
  test('leap years follow the Gregorian rule', () => {
    expect([isDay('2024-02-29'), isDay('2025-02-29'), isDay('1900-02-29'), isDay('2000-02-29')]).toEqual([true, false, false, true])
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2024-03-31', -13)).toBe('2023-02-28')
    expect(() => dayOf(2025, 2, 29)).toThrow(CalendarError)
  })

  test('numbers and weekdays agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719000, max: 2900000 }), (n) => {
        const day = dayFromNumber(n)
        expect(dayNumber(day)).toBe(n)
        const date = new Date(n * 86_400_000)
        expect(day).toBe(date.toISOString().slice(0, 10))
        expect(weekday(day) % 7).toBe(date.getUTCDay())
      }),
      { seed: 10 },
    )
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  })
})

describe('calendar intervals', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31', '2025년', '2025'],
    ['2025-H2', '2025-07-01', '2025-12-31', '2025년 하반기', 'second half of 2025'],
    ['2025-Q3', '2025-07-01', '2025-09-30', '2025년 3분기', 'Q3 2025'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024년 2월', 'February 2024'],
    ['2024-02-T3', '2024-02-21', '2024-02-29', '2024년 2월 하순', 'late February 2024'],
    ['2025-W01', '2024-12-30', '2025-01-05', '2025년 1주', 'week 1 of 2025'],
    ['2025-07-04', '2025-07-04', '2025-07-04', '2025년 7월 4일', '4 July 2025'],
    ['2025-01-15/2025-06-30', '2025-01-15', '2025-06-30', '2025년 1월 15일 ~ 2025년 6월 30일', '15 January 2025 – 30 June 2025'],
  ])('%s runs from %s to %s', (text, from, to, korean, english) => {
    const interval = calendarInterval(text)
    expect(toInclusive(interval)).toEqual({ from, to })
    expect(intervalText(interval)).toBe(text)
    expect(formatInterval(interval, 'ko')).toBe(korean)
    expect(formatInterval(interval, 'en')).toBe(english)
  })

  test('the end does not belong to the interval', () => {
    const half = calendarInterval('2025-H1')
    expect([contains(half, '2025-06-30'), contains(half, '2025-07-01')]).toEqual([true, false])
    expect(overlaps(half, calendarInterval('2025-H2'))).toBe(false)
    expect(compareIntervals(half, calendarInterval('2025'))).toBe(-1)
  })

  test('inclusive days take the grain that their ends make', () => {
    expect(fromInclusive('2025-01-01', '2025-12-31').grain).toBe('year')
    expect(fromInclusive('2025-04-01', '2025-06-30').grain).toBe('quarter')
    expect(fromInclusive('2025-04-02', '2025-06-30').grain).toBe('range')
    expect(fromInclusive('2025-04-02', '2025-04-02').grain).toBe('day')
  })

  test('what the calendar does not have is refused', () => {
    for (const text of ['2025-13', '2025-02-30', '2025-H3', '2025-W53', '2025/2024', '25-01', ''])
      expect(() => calendarInterval(text), text).toThrow(CalendarError)
    expect(week(2020, 53).start).toBe('2020-12-28')
  })

  test('any inclusive pair of days reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40000 }), fc.integer({ min: 0, max: 800 }), (n, length) => {
        const from = dayFromNumber(n)
        const to = addDays(from, length)
        const interval = fromInclusive(from, to)
        expect(toInclusive(calendarInterval(intervalText(interval)))).toEqual({ from, to })
      }),
      { seed: 11 },
    )
  })
})
