import { type Day, daysInMonth } from '../dates/dates.ts'
import type { DateValue } from '../reading.ts'

/** Whether the words around a date without a year look back or ahead. */
export type Lean = 'past' | 'future' | null

/** What the words fix; open parts come from the reference day. */
export interface Parts {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  /** A stretch of months, both inclusive; above 12 they run into the next year (the Japanese fiscal year). */
  readonly months?: readonly [number, number] | undefined
  readonly decade?: boolean | undefined
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const monthText = (year: number, month: number): string => (month > 12 ? `${year + 1}-${two(month - 12)}` : `${year}-${two(month)}`)

/** The year that brings a month nearest to the reference day, on the side the words lean to. */
function yearFor(month: number, day: number | undefined, reference: Day, lean: Lean): number {
  const distance = month - reference.month
  const ahead = distance > 0 || (distance === 0 && day !== undefined && day > reference.day)
  if (lean === 'future') return distance < 0 ? reference.year + 1 : reference.year
  if (lean === 'past') return ahead ? reference.year - 1 : reference.year
  if (distance > 6) return reference.year - 1
  return distance < -6 ? reference.year + 1 : reference.year
}

/**
 * The value of a date (날짜) from its parts: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a stretch. Null where the year is nowhere said and no reference day is known.
 * A day that is no day of the calendar gives null.
 *
 * `dateValue({ month: 3, day: 2 }, { year: 2026, month: 2, day: 20 }, null) // => '2026-03-02'`
 */
export function dateValue(parts: Parts, reference: Day | null, lean: Lean): DateValue | null {
  const { month, day, months } = parts
  let { year } = parts
  if (parts.decade === true && year !== undefined) return { from: `${year}`, to: `${year + 9}` }
  if (year === undefined) {
    if (reference === null) return null
    year = yearFor(month ?? months?.[0] ?? reference.month, day, reference, lean)
  }
  if (months !== undefined)
    return months[0] === months[1] ? monthText(year, months[0]) : { from: monthText(year, months[0]), to: monthText(year, months[1]) }
  if (month === undefined && day === undefined) return `${year}`
  const inMonth = month ?? reference?.month
  if (inMonth === undefined || inMonth < 1 || inMonth > 12) return null
  if (day === undefined) return monthText(year, inMonth)
  return day >= 1 && day <= daysInMonth(year, inMonth) ? `${monthText(year, inMonth)}-${two(day)}` : null
}

/** A day of the calendar as it is written. `isoDay({ year: 2026, month: 3, day: 1 }) // => '2026-03-01'` */
export const isoDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`

/**
 * A day so many days from another, by the civil calendar.
 *
 * `dayPlus({ year: 2026, month: 3, day: 1 }, -1) // => '2026-02-28'`
 */
export function dayPlus(from: Day, days: number): string {
  let { year, month, day } = from
  day += days
  while (day < 1) {
    month--
    if (month < 1) {
      month = 12
      year--
    }
    day += daysInMonth(year, month)
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month)
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
  return `${year}-${two(month)}-${two(day)}`
}

/**
 * A month so many months from the reference.
 *
 * `monthPlus({ year: 2026, month: 12, day: 3 }, 1) // => '2027-01'`
 */
export function monthPlus(from: Day, months: number): string {
  const index = from.year * 12 + from.month - 1 + months
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`
}

/** Two ends of a printed range as one value; null where either is unresolved. `between('2025', { from: '2027-01', to: '2027-06' }) // => ({ from: '2025', to: '2027-06' })` */
export function between(from: DateValue | null, to: DateValue | null): DateValue | null {
  if (from === null || to === null) return null
  return { from: typeof from === 'string' ? from : from.from, to: typeof to === 'string' ? to : to.to }
}
