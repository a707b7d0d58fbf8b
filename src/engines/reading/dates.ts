import { digitValue } from './characters.ts'
import type { DateValue } from './reading.ts'

/** The day from which 올해, 지난달, 27일 are counted. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A date found in the text. `value` is null where its year (or month) is nowhere said. `year` is the explicit year, to lend to what follows. */
export interface DateReading {
  readonly start: number
  readonly end: number
  readonly value: DateValue | null
  readonly year: number | null
  readonly rule: string
}

/** What has been fixed so far. Undefined fields are open. */
interface Parts {
  year?: number
  month?: number
  day?: number
  /** A stretch of the year in months, both inclusive. */
  months?: readonly [number, number]
  decade?: boolean
}

type Lean = 'past' | 'future' | null

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const monthText = (year: number, month: number): string => `${year}-${two(month)}`

/** Days in a month of the civil calendar. `daysInMonth(2024, 2) // => 29` */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * `YYYY-MM-DD` as numbers, or null where it is no day of the calendar.
 *
 * `parseDay('2021-02-30') // => null`
 */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return { year, month, day }
}

let cursor = 0

/** A short plain number (no commas) at `at`, at most `most` digits; leaves `cursor` after it. -1 where there is none or it runs on. */
function plain(text: string, at: number, most: number): number {
  let i = at
  let value = 0
  let digit: number
  while ((digit = digitValue(text.charCodeAt(i))) >= 0) {
    if (i - at >= most) return -1
    value = value * 10 + digit
    i++
  }
  if (i === at) return -1
  cursor = i
  return value
}

const skipSpace = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0xa0 ? at + 1 : at
}

const isRangeMark = (code: number): boolean =>
  code === 0x7e || code === 0x223c || code === 0xff5e || code === 0x2d || code === 0x2013 || code === 0x2014
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0x2032
const isDateMark = (code: number): boolean => code === 0x2e || code === 0x2d || code === 0x2f || code === 0xff0e || code === 0x2010 || code === 0x2011

/** 년 and 월 and 일 are dates only where they do not go on to be a duration or another word. */
const YEAR_REFUSED = ['간', '째', '만에', ' 만에', '생', '차', '동안', ' 동안', '새', ' 연속', '연속', ' 내리', '여']
const DAY_REFUSED = ['간', '째', '차', ' 만에', '만에', ' 동안', '동안', '당', '평균', '대', '이내', ' 이내', '여']
const refused = (text: string, at: number, list: readonly string[]): boolean => {
  for (const word of list) if (text.startsWith(word, at)) return true
  return false
}

const HALF: readonly (readonly [string, readonly [number, number]])[] = [
  ['상반기', [1, 6]],
  ['하반기', [7, 12]],
  ['1분기', [1, 3]],
  ['2분기', [4, 6]],
  ['3분기', [7, 9]],
  ['4분기', [10, 12]],
  ['연말', [12, 12]],
  ['연초', [1, 1]],
  ['말', [12, 12]],
  ['초', [1, 1]],
]

/** 상반기, 3분기, 말, 초 after a year. */
function yearPart(text: string, at: number, parts: Parts): number {
  const from = skipSpace(text, at)
  for (const [word, months] of HALF) {
    if (!text.startsWith(word, from)) continue
    const next = text.charAt(from + word.length)
    if (word.length === 1 && next !== '' && !'까부에쯤께 ,.)이의로현기'.includes(next)) continue
    if (word === '초' && next === '기') continue
    parts.months = months
    return from + word.length
  }
  return at
}

/** "7월", "7월 1일", "7월 말" at `at`; 0 where there is none. */
function monthAndDay(text: string, at: number, parts: Parts): number {
  const month = plain(text, at, 2)
  if (month < 1 || month > 12) return 0
  if (text.charCodeAt(skipSpace(text, cursor)) !== 0xc6d4) return 0
  const after = skipSpace(text, cursor) + 1
  if (text.charAt(after) === '별' || text.startsWith('평균', after)) return 0
  parts.month = month
  const day = dayOnly(text, skipSpace(text, after), parts)
  if (day > 0) return day
  const soft = skipSpace(text, after)
  for (const word of ['초순', '중순', '하순', '말', '초']) {
    const next = text.charAt(soft + word.length)
    if (text.startsWith(word, soft) && (word.length > 1 || next === '' || '까부에쯤께 ,.)의'.includes(next))) return soft + word.length
  }
  return after
}

/** "27일", "27일(수)" at `at`; 0 where there is none. */
function dayOnly(text: string, at: number, parts: Parts): number {
  const day = plain(text, at, 2)
  if (day < 1 || day > 31) return 0
  const end = cursor
  if (text.charCodeAt(end) !== 0xc77c || refused(text, end + 1, DAY_REFUSED)) return 0
  // "송산2일반산업단지", "3일자": a syllable after 일 must be a particle
  const next = text.charAt(end + 1)
  if (next >= '가' && next <= '힣' && !'에은부까자의이로도과와을경께쯤인밤'.includes(next)) return 0
  parts.day = day
  return weekday(text, end + 1)
}

/** "(수)" or "(수요일)" belongs to the day it follows. */
function weekday(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x28 || !'월화수목금토일'.includes(text.charAt(at + 1))) return at
  if (text.charAt(at + 2) === ')') return at + 3
  return text.startsWith('요일)', at + 2) ? at + 5 : at
}

/** An absolute or partial date at a digit (or an apostrophe before two digits). Fills `parts`; returns its end, or 0. */
function dateAt(text: string, at: number, parts: Parts): number {
  let from = at
  let short = false
  if (isApostrophe(text.charCodeAt(at))) {
    from = at + 1
    short = true
  }
  const year = plain(text, from, short ? 2 : 4)
  if (year < 0) return 0
  const digits = cursor - from
  let end = cursor
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
function numericDate(text: string, markAt: number, year: number, parts: Parts): number {
  const mark = text.charCodeAt(markAt)
  const month = plain(text, skipSpace(text, markAt + 1), 2)
  if (month < 1 || month > 12) return 0
  let end = cursor
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
      end = cursor
      if (mark === 0x2e && text.charCodeAt(end) === mark) end++
      return weekday(text, end)
    }
    if (mark !== 0x2e) return 0
    parts.year = year
    parts.month = month
    return end + 1
  }
  if (mark !== 0x2e || text.charAt(markAt + 2) === '' || cursor - markAt < 3) return 0
  if (digitValue(text.charCodeAt(end)) >= 0) return 0
  const unitAfter = text.charCodeAt(skipSpace(text, end))
  if (unitAfter >= 0xac00 && text.charCodeAt(end) !== 0x20) return 0
  parts.year = year
  parts.month = month
  return end
}

/** "3. 20." after "2026. 3. 3. ~", "06-30" after "2026-03-02 ~": a month and a day that borrow the year before them. */
function bareMonthAndDay(text: string, at: number, first: Parts, second: Parts): number {
  if (first.year === undefined || first.day === undefined) return 0
  const month = plain(text, at, 2)
  if (month < 1 || month > 12) return 0
  const mark = text.charCodeAt(cursor)
  if (!isDateMark(mark)) return 0
  const day = plain(text, skipSpace(text, cursor + 1), 2)
  if (day < 1 || day > daysInMonth(first.year, month)) return 0
  let end = cursor
  if (mark === 0x2e) {
    if (text.charCodeAt(end) !== mark) return 0
    end++
  }
  second.month = month
  second.day = day
  return weekday(text, end)
}

/** Days before the reference day with the same number lie in its month, later ones in the month before; "오는" turns that round. */
function resolve(parts: Parts, reference: Day | null, lean: Lean, lentYear: number | null): DateValue | null {
  let { year, month } = parts
  const { day } = parts
  if (parts.decade && year !== undefined) return { from: `${year}`, to: `${year + 9}` }
  if (year === undefined) {
    if (month === undefined && parts.months === undefined) {
      if (day === undefined || reference === null) return null
      year = reference.year
      month = reference.month
      const step = lean === 'future' ? (day >= reference.day ? 0 : 1) : day > reference.day ? -1 : 0
      month += step
      if (month === 0) [year, month] = [year - 1, 12]
      if (month === 13) [year, month] = [year + 1, 1]
    } else if (lentYear !== null && lean === null) year = lentYear
    else if (reference === null) return null
    else {
      year = reference.year
      if (month !== undefined) {
        const later = month > reference.month || (month === reference.month && day !== undefined && day > reference.day)
        const earlier = month < reference.month || (month === reference.month && day !== undefined && day < reference.day)
        if (lean === 'past' && later) year--
        if (lean === 'future' && earlier) year++
      }
    }
  }
  if (parts.months !== undefined) {
    const [from, to] = parts.months
    return from === to ? monthText(year, from) : { from: monthText(year, from), to: monthText(year, to) }
  }
  if (month === undefined) return `${year}`
  if (day === undefined) return monthText(year, month)
  return day <= daysInMonth(year, month) ? `${monthText(year, month)}-${two(day)}` : null
}

const startOf = (value: DateValue): string => (typeof value === 'string' ? value : value.from)
const endOf = (value: DateValue): string => (typeof value === 'string' ? value : value.to)

/**
 * Dates (날짜) that begin with a digit or an apostrophe: `2021-03-12`, `2008.05.`, `’18.7월`, `2026년 7월 2일`, `1월17일부터 2월22일까지`, `2025~2026년`, `27일(수)`.
 * A month or a day without its year is counted from `reference`; without one its value is null.
 *
 * `readDate('2025~2026년에', 0, null, null)?.value // => { from: '2025', to: '2026' }`
 */
export function readDate(text: string, at: number, reference: Day | null, lentYear: number | null, lean: Lean = null): DateReading | null {
  const open = openRange(text, at, reference, lentYear, lean)
  if (open !== null) return open
  const parts: Parts = {}
  const end = dateAt(text, at, parts)
  if (end === 0) return null
  const value = resolve(parts, reference, lean, lentYear)
  return closeRange(text, at, end, parts, value, reference, lentYear, lean, 'date')
}

/** "2020~2024년", "70~80년대", "5~7월", "3~5일": one unit for both ends. */
function openRange(text: string, at: number, reference: Day | null, lentYear: number | null, lean: Lean): DateReading | null {
  const first = plain(text, at, 4)
  if (first < 0) return null
  const digits = cursor - at
  let i = skipSpace(text, cursor)
  if (!isRangeMark(text.charCodeAt(i))) return null
  i = skipSpace(text, i + 1)
  const secondAt = i
  const second = plain(text, i, 4)
  if (second < 0 || second <= first) return null
  const secondDigits = cursor - secondAt
  const end = cursor
  const unit = text.charCodeAt(skipSpace(text, end))
  if (unit === 0xb144) {
    const after = skipSpace(text, end) + 1
    if (text.charAt(after) === '대' && first % 10 === 0 && second % 10 === 0) {
      const from = digits === 2 ? 1900 + first : first
      const to = secondDigits === 2 ? 1900 + second : second
      return { start: at, end: after + 1, value: { from: `${from}`, to: `${to + 9}` }, year: null, rule: 'date:decades' }
    }
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
    text.charCodeAt(at + 4) !== 0x2d &&
    text.charCodeAt(secondAt - 1) !== 0x2d
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

const isFullStop = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0x2e && !(text.charCodeAt(at + 1) >= 0x30 && text.charCodeAt(at + 1) <= 0x39)

/** The second end of "A부터 B까지", "A ~ B": it borrows from the first what it leaves open. */
function closeRange(
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
  if (secondEnd === 0) {
    if (parts.day === undefined) return single
    secondEnd = dayOnly(text, i, second)
    if (secondEnd === 0) return single
  }
  if (from && !marked && !text.startsWith('까지', secondEnd)) return single
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

interface RelativeWord {
  readonly word: string
  /** Years or months counted from the reference. */
  readonly years?: number
  readonly months?: number
  /** Weeks from Monday to Sunday, counted from the one of the reference. */
  readonly weeks?: number
  readonly part?: readonly [number, number]
  readonly lean?: Lean
}

const RELATIVE: readonly RelativeWord[] = [
  { word: '지난해', years: -1 },
  { word: '지난달', months: -1 },
  { word: '지난 달', months: -1 },
  { word: '지난', lean: 'past' },
  { word: '오는', lean: 'future' },
  { word: '올해', years: 0 },
  { word: '올 ', years: 0 },
  { word: '금년', years: 0 },
  { word: '내후년', years: 2 },
  { word: '내년', years: 1 },
  { word: '내달', months: 1 },
  { word: '다음 달', months: 1 },
  { word: '다음달', months: 1 },
  { word: '이달', months: 0 },
  { word: '이번 달', months: 0 },
  { word: '이번달', months: 0 },
  { word: '작년', years: -1 },
  { word: '재작년', years: -2 },
  { word: '연말', years: 0, part: [12, 12] },
  { word: '연초', years: 0, part: [1, 1] },
  { word: '연내', years: 0 },
  { word: '상반기', years: 0, part: [1, 6] },
  { word: '하반기', years: 0, part: [7, 12] },
  { word: '내년도', years: 1 },
  { word: '지난주', weeks: -1 },
  { word: '지난 주', weeks: -1 },
  { word: '이번 주', weeks: 0 },
  { word: '이번주', weeks: 0 },
  { word: '다음 주', weeks: 1 },
  { word: '다음주', weeks: 1 },
]

const relativeByFirst = new Map<number, RelativeWord[]>()
for (const entry of RELATIVE) {
  const code = entry.word.charCodeAt(0)
  const list = relativeByFirst.get(code)
  if (list) list.push(entry)
  else relativeByFirst.set(code, [entry])
}
for (const list of relativeByFirst.values()) list.sort((a, b) => b.word.length - a.word.length)

/** Whether a word that begins with this syllable may be a relative date; asked once a word. */
export const mayBeRelative = (code: number): boolean => relativeByFirst.has(code)

/**
 * Dates that begin with a word: `올해 말`, `지난해 12월 5일`, `다음 달`, `지난 3일`, `오는 2027년`, `연말`, `내년 상반기`.
 * The bare leading words 지난 and 오는 only lean what follows and count as part of it.
 *
 * `readRelativeDate('작년 말까지', 0, { year: 2022, month: 1, day: 17 }, null)?.value // => '2021-12'`
 */
export function readRelativeDate(text: string, at: number, reference: Day | null, lentYear: number | null): DateReading | null {
  const list = relativeByFirst.get(text.charCodeAt(at))
  if (list === undefined) return null
  for (const entry of list) {
    if (!text.startsWith(entry.word, at)) continue
    const end = at + entry.word.length
    if (entry.lean) {
      const from = skipSpace(text, end)
      if (from === end || digitValue(text.charCodeAt(from)) < 0) return null
      const read = readDate(text, from, reference, lentYear, entry.lean)
      return read && { ...read, start: at, rule: `${read.rule}:${entry.lean}` }
    }
    if (entry.weeks !== undefined) return relativeWeek(text, at, end, entry.weeks, reference)
    if (entry.months !== undefined) return relativeMonth(text, at, end, entry.months, reference)
    const parts: Parts = {}
    if (reference) parts.year = reference.year + entry.years!
    let stop = end
    if (entry.word === '올 ') {
      stop = monthAndDay(text, end, parts) || yearPart(text, end, parts)
      if (stop === end) return null
    } else if (entry.part) parts.months = entry.part
    else {
      if (text.charAt(stop) === '도') stop++
      const rest = monthAndDay(text, skipSpace(text, stop), parts)
      stop = rest > 0 ? rest : yearPart(text, stop, parts)
    }
    if (text.startsWith(' 내', stop) && /^(?: 내)(?:[에 ,]|$)/.test(text.slice(stop, stop + 3))) stop += 2
    const value = reference ? resolve(parts, reference, null, null) : null
    return closeRange(text, at, stop, parts, value, reference, null, null, 'date:relative')
  }
  return null
}

/** Days from 1 January of the year 0 (proleptic): tells weekdays apart and counts over months. */
function dayNumber({ year, month, day }: Day): number {
  let days = day + 365 * year + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400)
  for (let m = 1; m < month; m++) days += daysInMonth(year, m)
  return days
}

function addDays(from: Day, count: number): string {
  let { year, month } = from
  let day = from.day + count
  while (day < 1) {
    month--
    if (month === 0) [year, month] = [year - 1, 12]
    day += daysInMonth(year, month)
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month)
    month++
    if (month === 13) [year, month] = [year + 1, 1]
  }
  return `${monthText(year, month)}-${two(day)}`
}

const MONDAY = dayNumber({ year: 2024, month: 1, day: 1 }) % 7

/** 지난주, 이번 주, 다음 주: seven days from Monday. */
function relativeWeek(text: string, at: number, end: number, weeks: number, reference: Day | null): DateReading | null {
  if (/^(?:년|말(?=[^\s에부까])|민|택|식|도)/.test(text.slice(end, end + 2))) return null
  const rule = 'date:relative-week'
  if (reference === null) return { start: at, end, value: null, year: null, rule }
  const monday = -((dayNumber(reference) - MONDAY + 7 * 1000) % 7) + weeks * 7
  return { start: at, end, value: { from: addDays(reference, monday), to: addDays(reference, monday + 6) }, year: null, rule }
}

function relativeMonth(text: string, at: number, end: number, months: number, reference: Day | null): DateReading {
  const parts: Parts = {}
  if (reference) {
    const index = reference.year * 12 + reference.month - 1 + months
    parts.year = Math.floor(index / 12)
    parts.month = (index % 12) + 1
  }
  const from = skipSpace(text, end)
  const day = dayOnly(text, from, parts)
  const stop = day > 0 ? day : end
  return { start: at, end: stop, value: reference ? resolve(parts, reference, null, null) : null, year: null, rule: 'date:relative-month' }
}
