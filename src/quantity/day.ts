/** A calendar day (날짜) as text YYYY-MM-DD in the proleptic Gregorian calendar. Texts compare in order of time. */
export type Day = string

/** Raised for a day or interval that no calendar has. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError'
}

/** True for a leap year (윤년): divisible by 4, not by 100 unless by 400. `isLeapYear(2000) // => true` */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number of days in a month, 1-12. `daysInMonth(2024, 2) // => 29` */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A day from its parts. @throws CalendarError when no such day exists. `dayOf(2024, 2, 29) // => '2024-02-29'` */
export function dayOf(year: number, month: number, day: number): Day {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new CalendarError(`expected a day of the calendar from 0001 to 9999, got ${year}-${month}-${day}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** True for a text YYYY-MM-DD that the calendar has. `isDay('2025-02-29') // => false` */
export function isDay(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!m) return false
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Year, month and day of a day. @throws CalendarError for other text. `dayParts('2025-07-04').month // => 7` */
export function dayParts(day: Day): { year: number; month: number; day: number } {
  if (!isDay(day)) throw new CalendarError(`expected a day such as "2025-07-04", got ${JSON.stringify(day)}`)
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/**
 * Days since 1970-01-01, by Howard Hinnant's days_from_civil (chrono-Compatible Low-Level Date Algorithms).
 * `dayNumber('1970-01-02') // => 1`
 */
export function dayNumber(day: Day): number {
  const parts = dayParts(day)
  const y = parts.month <= 2 ? parts.year - 1 : parts.year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5) + parts.day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The day with this number. `dayFromNumber(0) // => '1970-01-01'` */
export function dayFromNumber(number: number): Day {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * m + 2) / 5) + 1)
}

/** The day n days later (earlier for negative n). `addDays('2024-02-28', 2) // => '2024-03-01'` */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n)
}

/** The same day n months later; a day that the month lacks becomes its last. `addMonths('2024-01-31', 1) // => '2024-02-29'` */
export function addMonths(day: Day, n: number): Day {
  const parts = dayParts(day)
  const index = parts.year * 12 + parts.month - 1 + n
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayOf(year, month, Math.min(parts.day, daysInMonth(year, month)))
}

/** 1 (Monday) to 7 (Sunday). `weekday('2025-07-04') // => 5` */
export function weekday(day: Day): number {
  const n = (dayNumber(day) + 3) % 7
  return (n < 0 ? n + 7 : n) + 1
}

/** Days from a to b, negative when b is earlier. `daysBetween('2025-01-01', '2025-12-31') // => 364` */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a)
}
