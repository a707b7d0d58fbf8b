import type { DateValue } from '../reading.ts'
import { bareMonthAndDay, dateAt } from './absolute.ts'
import {
  cursor,
  DAY_REFUSED,
  type DateReading,
  type Day,
  dayOnly,
  endOf,
  isApostrophe,
  isDateMark,
  isRangeMark,
  type Lean,
  type Parts,
  plain,
  refused,
  resolve,
  skipSpace,
  startOf,
  YEAR_REFUSED,
} from './parts.ts'

/**
 * Dates (날짜) that begin with a digit or an apostrophe: `2021-03-12`, `2008.05.`, `’18.7월`, `2026년 7월 2일`, `1월17일부터 2월22일까지`, `2025~2026년`, `27일(수)`.
 * A month or a day without its year is counted from `reference`; without one its value is null.
 *
 * `readDate('2025~2026년에', 0, null, null)?.value // => { from: '2025', to: '2026' }`
 */
export function readDate(text: string, at: number, reference: Day | null, lentYear: number | null, lean: Lean = null): DateReading | null {
  const open = shortYears(text, at) ?? plainMonths(text, at) ?? openRange(text, at, reference, lentYear, lean)
  if (open !== null) return open
  const parts: Parts = {}
  const end = dateAt(text, at, parts)
  if (end === 0) return null
  const value = resolve(parts, reference, lean, lentYear)
  return closeRange(text, at, end, parts, value, reference, lentYear, lean, 'date')
}

/** "’26~’30", "’26~’37년", "’29~32년": years of two figures. */
function shortYears(text: string, at: number): DateReading | null {
  if (!isApostrophe(text.charCodeAt(at))) return null
  const first = plain(text, at + 1, 2)
  if (first < 0 || cursor.end - at !== 3) return null
  let i = cursor.end
  if (text.charCodeAt(i) === 0xb144) i++
  i = skipSpace(text, i)
  if (!isRangeMark(text.charCodeAt(i))) return null
  i = skipSpace(text, i + 1)
  const marked = isApostrophe(text.charCodeAt(i))
  if (marked) i++
  const from = i
  const second = plain(text, i, 2)
  if (second <= first || cursor.end - from !== 2) return null
  let { end } = cursor
  const named = text.charCodeAt(end) === 0xb144
  if (!named && (!marked || isDateMark(text.charCodeAt(end)))) return null
  if (named) end++
  return { start: at, end, value: { from: `${2000 + first}`, to: `${2000 + second}` }, year: null, rule: 'date:years' }
}

const PLAIN_MONTHS = /^((?:19|20)\d\d)\.(\d{1,2})\s?[~∼～〜]\s?((?:19|20)\d\d)\.(\d{1,2})(?![\d.,]|\s?\d)/

/** "2009.8~2012.12": two months with nothing behind them, which one alone would make a number. */
function plainMonths(text: string, at: number): DateReading | null {
  const code = text.charCodeAt(at)
  if ((code !== 0x31 && code !== 0x32) || text.charCodeAt(at + 4) !== 0x2e) return null
  const found = PLAIN_MONTHS.exec(text.slice(at, at + 20))
  if (found === null) return null
  const [whole, year, month, toYear, toMonth] = found
  if (Number(month) < 1 || Number(month) > 12 || Number(toMonth) < 1 || Number(toMonth) > 12 || year! > toYear!) return null
  const value = { from: `${year}-${month!.padStart(2, '0')}`, to: `${toYear}-${toMonth!.padStart(2, '0')}` }
  return { start: at, end: at + whole.length, value, year: null, rule: 'date:months' }
}

/** "2020~2024년", "70~80년대", "5~7월", "3~5일": one unit for both ends. */
export function openRange(text: string, at: number, reference: Day | null, lentYear: number | null, lean: Lean): DateReading | null {
  const first = plain(text, at, 4)
  if (first < 0) return null
  const digits = cursor.end - at
  let i = skipSpace(text, cursor.end)
  if (!isRangeMark(text.charCodeAt(i))) return null
  i = skipSpace(text, i + 1)
  const secondAt = i
  const second = plain(text, i, 4)
  if (second < 0 || second <= first) return null
  const secondDigits = cursor.end - secondAt
  const end = cursor.end
  // "2023~2026.9월말": a bare year up to a written date
  if (digits === 4 && secondDigits === 4 && first >= 1990 && second <= 2100) {
    const parts: Parts = {}
    const dateEnd = dateAt(text, secondAt, parts)
    const last = dateEnd > 0 && parts.year === second && parts.month !== undefined ? resolve(parts, reference, lean, lentYear) : null
    if (last !== null) return { start: at, end: dateEnd, value: { from: `${first}`, to: endOf(last) }, year: null, rule: 'date:years' }
    cursor.end = end
  }
  const unit = text.charCodeAt(skipSpace(text, end))
  if (unit === 0xb144) {
    const after = skipSpace(text, end) + 1
    if (text.charAt(after) === '대' && first % 10 === 0 && second % 10 === 0) {
      const from = digits === 2 ? 1900 + first : first
      const to = secondDigits === 2 ? 1900 + second : second
      return { start: at, end: after + 1, value: { from: `${from}`, to: `${to + 9}` }, year: null, rule: 'date:decades' }
    }
    // "97∼99년 동안"
    if (digits === 2 && secondDigits === 2 && first >= 80 && /^ ?(?:동안|사이|까지|중에|에는?|의) ?/.test(text.slice(after, after + 4)))
      return { start: at, end: after, value: { from: `${1900 + first}`, to: `${1900 + second}` }, year: null, rule: 'date:years' }
    if (digits !== 4 || first < 1900 || first > 2100 || refused(text, after, YEAR_REFUSED)) return null
    const last = secondDigits === 4 ? second : secondDigits === 2 ? first - (first % 100) + second : 0
    if (last <= first || last > 2100) return null
    return { start: at, end: after, value: { from: `${first}`, to: `${last}` }, year: null, rule: 'date:years' }
  }
  // "2022~2027" with no unit at all: two years, where no counter follows
  if (
    digits === 4 &&
    secondDigits === 4 &&
    first >= 1990 &&
    second <= 2100 &&
    ((text.charCodeAt(at + 4) !== 0x2d && text.charCodeAt(secondAt - 1) !== 0x2d) || isHyphened(text, at, end, second - first))
  ) {
    const next = text.charCodeAt(end)
    const closes = !(next >= 0xac00 && next <= 0xd7a3) && !(next >= 0x41 && next <= 0x7a) && !isDateMark(next) && next !== 0x25 && next !== 0x2c
    if ((closes || isFullStop(text, end)) && !/^\s?(?:[명원개건호곳㎡ha%]|억|만|천)/.test(text.slice(end, end + 2)))
      return { start: at, end, value: { from: `${first}`, to: `${second}` }, year: null, rule: 'date:years' }
  }
  if (unit === 0xc6d4 && digits <= 2 && second <= 12 && first >= 1) {
    const a = resolve({ month: first }, reference, lean, lentYear)
    const b = resolve({ month: second }, reference, lean, lentYear)
    return { start: at, end: end + 1, value: a && b ? { from: startOf(a), to: endOf(b) } : null, year: null, rule: 'date:months' }
  }
  if (unit === 0xc77c && digits <= 2 && second <= 31 && first >= 1 && !refused(text, end + 1, DAY_REFUSED)) {
    const a = resolve({ day: first }, reference, lean, lentYear)
    const b = resolve({ day: second }, reference, lean, lentYear)
    return { start: at, end: end + 1, value: a && b ? { from: startOf(a), to: endOf(b) } : null, year: null, rule: 'date:days' }
  }
  return null
}

/** "(2026-2027)", "사업기간 2026-2030": years on both sides of a hyphen, no number of a telephone or a notice. */
const isHyphened = (text: string, at: number, end: number, years: number): boolean =>
  years <= 30 &&
  /(?:^|[\s(:：])$/.test(text.slice(Math.max(0, at - 1), at)) &&
  /^(?:[\s),]|$)/.test(text.slice(end, end + 1)) &&
  !/(?:번호|공고|고시|제|No\.?)\s?$/i.test(text.slice(Math.max(0, at - 4), at))

export const isFullStop = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0x2e && !(text.charCodeAt(at + 1) >= 0x30 && text.charCodeAt(at + 1) <= 0x39)

/** "11월 5~7일": days of one month, the unit said once. */
function daysOf(
  text: string,
  start: number,
  at: number,
  parts: Parts,
  reference: Day | null,
  lean: Lean,
  lentYear: number | null,
): DateReading | null {
  const first = plain(text, skipSpace(text, at), 2)
  if (first < 1 || first > 31) return null
  const mark = skipSpace(text, cursor.end)
  if (!isRangeMark(text.charCodeAt(mark))) return null
  const second = plain(text, skipSpace(text, mark + 1), 2)
  const end = skipSpace(text, cursor.end)
  if (second <= first || second > 31 || text.charCodeAt(end) !== 0xc77c || refused(text, end + 1, DAY_REFUSED)) return null
  const a = resolve({ ...parts, day: first }, reference, lean, lentYear)
  const b = resolve({ ...parts, day: second }, reference, lean, lentYear)
  const value = a !== null && b !== null ? { from: startOf(a), to: endOf(b) } : null
  return { start, end: end + 1, value, year: parts.year ?? null, rule: 'date:days' }
}

/** "2013.07.~09.", "2017. 09 ~ 11.": a month alone that ends what a month of the same year began. */
const MONTH_ALONE = /^(\d{1,2})(?:\.(?! ?\d)|(?=[\s),]|$))/

/** The second end of "A부터 B까지", "A ~ B": it borrows from the first what it leaves open. */
export function closeRange(
  text: string,
  start: number,
  end: number,
  parts: Parts,
  value: DateValue | null,
  reference: Day | null,
  lentYear: number | null,
  lean: Lean,
  rule: string,
): DateReading {
  const single: DateReading = { start, end, value, year: parts.year ?? null, rule: `${rule}` }
  const days = parts.month !== undefined && parts.day === undefined ? daysOf(text, start, end, parts, reference, lean, lentYear) : null
  if (days !== null) return days
  let i = end
  const from = text.startsWith('부터', i)
  if (from) i += 2
  i = skipSpace(text, i)
  const marked = isRangeMark(text.charCodeAt(i))
  if (marked) i = skipSpace(text, i + 1)
  if (!from && !marked) return single
  const second: Parts = {}
  let secondEnd = dateAt(text, i, second)
  if (secondEnd === 0) secondEnd = bareMonthAndDay(text, i, parts, second)
  if (secondEnd === 0 && marked && parts.day === undefined && parts.month !== undefined) {
    const until = MONTH_ALONE.exec(text.slice(i, i + 6))
    const month = until === null ? 0 : Number(until[1])
    if (month > parts.month && month <= 12 && text.slice(start, end).includes('.')) {
      second.month = month
      secondEnd = i + until![0].length
    }
  }
  if (secondEnd === 0) {
    if (parts.day === undefined) return single
    secondEnd = dayOnly(text, i, second)
    if (secondEnd === 0) return single
  }
  if (from && !marked && !text.startsWith('까지', secondEnd)) return single
  // "올해부터 2028년까지": one end counted from today and one written out stay two dates, as in "2023년부터 올해 8월까지"
  if (from && !marked && rule === 'date:relative' && second.year !== undefined) return single
  if (second.year === undefined && parts.year !== undefined) second.year = parts.year
  if (second.month === undefined && second.months === undefined && second.day !== undefined && parts.month !== undefined) second.month = parts.month
  const last = resolve(second, reference, lean, lentYear)
  if (text.startsWith('까지', secondEnd)) secondEnd += 2
  return {
    start,
    end: secondEnd,
    value: value !== null && last !== null ? { from: startOf(value), to: endOf(last) } : null,
    year: null,
    rule: `${rule}:range`,
  }
}
