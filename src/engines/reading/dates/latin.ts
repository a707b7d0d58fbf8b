import type { DateReading, Day } from './parts.ts'
import { daysInMonth, monthText, two } from './parts.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_FIRST =
  /^(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:, ?((?:19|20)\d\d))?(?![\d.])|^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ((?:19|20)\d\d)(?!\d)/
const PART_FIRST = /^([QH])([1-4]) ?((?:19|20)\d\d)(?!\d)/

/** Whether a Latin letter may begin a date: the first of a month's name, Q or H. */
export const mayBeLatinDate = (code: number): boolean => code < 0x5b && 'JFMASONDQH'.includes(String.fromCharCode(code))

/**
 * Dates in Latin letters inside Korean text (영문 날짜): "Oct. 28", "Nov. 3, 2026", "Q1 2027", "H2 2026". A day without its year is counted in the reference's year.
 *
 * `readLatinDate('Q1 2027에', 0, null)?.value // => { from: '2027-01', to: '2027-03' }`
 */
export function readLatinDate(text: string, at: number, reference: Day | null): DateReading | null {
  const words = text.slice(at, at + 24)
  const part = PART_FIRST.exec(words)
  if (part !== null) {
    const [whole, kind, which, year] = part
    const length = kind === 'Q' ? 3 : 6
    const last = Number(which) * length
    if (last > 12) return null
    const value = { from: monthText(Number(year), last - length + 1), to: monthText(Number(year), last) }
    return { start: at, end: at + whole.length, value, year: null, rule: 'date:latin' }
  }
  const found = MONTH_FIRST.exec(words)
  if (found === null) return null
  const month = MONTHS.indexOf((found[1] ?? found[4]!).slice(0, 3).toLowerCase()) + 1
  const end = at + found[0].length
  if (found[5] !== undefined) return { start: at, end, value: monthText(Number(found[5]), month), year: Number(found[5]), rule: 'date:latin' }
  const year = found[3] === undefined ? reference?.year : Number(found[3])
  const day = Number(found[2])
  if (day < 1 || day > daysInMonth(year ?? 2024, month)) return null
  return { start: at, end, value: year === undefined ? null : `${monthText(year, month)}-${two(day)}`, year: year ?? null, rule: 'date:latin' }
}
