import { digitValue } from './characters.ts'
import {
  cursor,
  dayOnly,
  daysInMonth,
  isApostrophe,
  isDateMark,
  monthAndDay,
  type Parts,
  plain,
  refused,
  skipSpace,
  weekday,
  YEAR_REFUSED,
  yearPart,
} from './date-parts.ts'

/** An absolute or partial date at a digit (or an apostrophe before two digits). Fills `parts`; returns its end, or 0. */
export function dateAt(text: string, at: number, parts: Parts): number {
  let from = at
  let short = false
  if (isApostrophe(text.charCodeAt(at))) {
    from = at + 1
    short = true
  }
  const year = plain(text, from, short ? 2 : 4)
  if (year < 0) return 0
  const digits = cursor.end - from
  let end = cursor.end
  const full = short ? (digits === 2 ? 2000 + year : 0) : digits === 4 && year >= 1900 && year <= 2100 ? year : 0
  if (full > 0) {
    const afterSpace = skipSpace(text, end)
    if (text.charCodeAt(afterSpace) === 0xb144) {
      const after = afterSpace + 1
      if (text.charAt(after) === '대') {
        parts.year = full
        parts.decade = true
        return after + 1
      }
      if (refused(text, after, YEAR_REFUSED)) return 0
      parts.year = full
      end = text.charAt(after) === '도' ? after + 1 : after
      const rest = monthAndDay(text, skipSpace(text, end), parts)
      if (rest > 0) return rest
      return yearPart(text, end, parts)
    }
    if (isDateMark(text.charCodeAt(end))) return numericDate(text, end, full, parts)
    return 0
  }
  if (short || digits > 2) return 0
  return monthAndDay(text, at, parts) || dayOnly(text, at, parts)
}

/** "2021-03-12", "2008.05.", "2017/07/27", "2024. 3. 5.", "18.7월" once the year is read. */
export function numericDate(text: string, markAt: number, year: number, parts: Parts): number {
  const mark = text.charCodeAt(markAt)
  const month = plain(text, skipSpace(text, markAt + 1), 2)
  if (month < 1 || month > 12) return 0
  let end = cursor.end
  if (text.charCodeAt(end) === 0xc6d4) {
    parts.year = year
    parts.month = month
    return end + 1
  }
  if (text.charCodeAt(end) === mark) {
    const day = plain(text, skipSpace(text, end + 1), 2)
    if (day >= 1 && day <= daysInMonth(year, month)) {
      parts.year = year
      parts.month = month
      parts.day = day
      end = cursor.end
      if (mark === 0x2e && text.charCodeAt(end) === mark) end++
      return weekday(text, end)
    }
    if (mark !== 0x2e) return 0
    parts.year = year
    parts.month = month
    return end + 1
  }
  if (mark !== 0x2e || text.charAt(markAt + 2) === '' || cursor.end - markAt < 3) return 0
  if (digitValue(text.charCodeAt(end)) >= 0) return 0
  const unitAfter = text.charCodeAt(skipSpace(text, end))
  if (unitAfter >= 0xac00 && text.charCodeAt(end) !== 0x20) return 0
  parts.year = year
  parts.month = month
  return end
}

/** "3. 20." after "2026. 3. 3. ~", "06-30" after "2026-03-02 ~": a month and a day that borrow the year before them. */
export function bareMonthAndDay(text: string, at: number, first: Parts, second: Parts): number {
  if (first.year === undefined || first.day === undefined) return 0
  const month = plain(text, at, 2)
  if (month < 1 || month > 12) return 0
  const mark = text.charCodeAt(cursor.end)
  if (!isDateMark(mark)) return 0
  const day = plain(text, skipSpace(text, cursor.end + 1), 2)
  if (day < 1 || day > daysInMonth(first.year, month)) return 0
  let end = cursor.end
  if (mark === 0x2e) {
    if (text.charCodeAt(end) !== mark) return 0
    end++
  }
  second.month = month
  second.day = day
  return weekday(text, end)
}
