import { dayFromNumber, dayNumber, dayOf, dayParts, daysInMonth } from '#quantity/day'
import type { SpanPart } from './moment.ts'

/** Days since 1970-01-01 of a year, month (any integer: 13 is January of the next year) and day; null where the month lacks the day. `dayAt(2024, 13, 1) // => 20089` */
export function dayAt(year: number, month: number, day: number): number | null {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  if (y < 1 || y > 9999 || day < 1 || day > daysInMonth(y, m)) return null
  return dayNumber(dayOf(y, m, day))
}

/** The first day of a month, as dayAt. @throws CalendarError outside the years 1 to 9999. `monthStart(1970, 2) // => 31` */
export function monthStart(year: number, month: number): number {
  const y = year + Math.floor((month - 1) / 12)
  return dayNumber(dayOf(y, ((((month - 1) % 12) + 12) % 12) + 1, 1))
}

/** Year, month and day of a day number. `partsOf(0).year // => 1970` */
export function partsOf(day: number): { year: number; month: number; day: number } {
  return dayParts(dayFromNumber(day))
}

/** 1 (Monday) to 7 (Sunday). `weekdayOf(0) // => 4` */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the week that holds a day. `weekStart(0) // => -3` */
export function weekStart(day: number): number {
  return day - weekdayOf(day) + 1
}

/** The nth weekday of a month (−1: the last), or null where the month has fewer. `nthWeekdayOf(2016, 11, 1, 5) // => dayAt(2016, 11, 4)` */
export function nthWeekdayOf(year: number, month: number, nth: number, weekday: number): number | null {
  const first = monthStart(year, month)
  const next = monthStart(year, month + 1)
  if (nth < 0) {
    const last = next - 1
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
  return day < next ? day : null
}

/** ISO 8601 week: the year it belongs to and its number. `isoWeek(dayAt(2016, 11, 14)!).week // => 46` */
export function isoWeek(day: number): { year: number; week: number } {
  const thursday = weekStart(day) + 3
  const year = partsOf(thursday).year
  return { year, week: Math.floor((thursday - monthStart(year, 1)) / 7) + 1 }
}

/** The Monday of an ISO week. `isoWeekStart(2016, 46) // => dayAt(2016, 11, 14)` */
export function isoWeekStart(year: number, week: number): number {
  return weekStart(dayAt(year, 1, 4)!) + (week - 1) * 7
}

/** A day moved by a length of time; months keep the day where the month has it, hours and less move nothing by themselves. Null where a count is open. `moveDay(0, [{ count: 1, unit: 'month' }], 1) // => 31` */
export function moveDay(day: number, span: readonly SpanPart[], sign: 1 | -1): number | null {
  let at = day
  for (const { count, unit } of span) {
    if (count === null) return null
    const n = count * sign
    if (unit === 'year' || unit === 'quarter' || unit === 'month') {
      const months = n * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1)
      const whole = Math.trunc(months)
      const p = partsOf(at)
      const start = monthStart(p.year, p.month + whole)
      const length = monthStart(p.year, p.month + whole + 1) - start
      at = start + Math.min(p.day, length) - 1 + Math.round((months - whole) * 30)
    } else if (unit === 'week') at += Math.round(n * 7)
    else if (unit === 'day') at += Math.round(n)
    else if (unit === 'businessDay') at = moveBusinessDays(at, Math.round(n))
    else at += Math.trunc((n * (unit === 'hour' ? 3600 : unit === 'minute' ? 60 : 1)) / 86400)
  }
  return at
}

/** Monday to Friday; public holidays are the office's own calendar and not known here. */
function moveBusinessDays(day: number, n: number): number {
  let at = day
  for (let left = Math.abs(n); left > 0; ) {
    at += n < 0 ? -1 : 1
    if (weekdayOf(at) <= 5) left--
  }
  return at
}

/** Easter Sunday of a year (Gregorian computus, Meeus/Jones/Butcher). `easterOf(2016) // => dayAt(2016, 3, 27)` */
export function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayAt(year, month, ((h + l - 7 * m + 114) % 31) + 1)!
}
