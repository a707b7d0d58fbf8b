import { digitValue } from '../characters.ts'
import type { DateValue } from '../reading.ts'

/** The day from which 올해, 지난달, 27일 are counted. `day` is 0 where only the month is known. */
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
export interface Parts {
  year?: number
  month?: number
  day?: number
  /** A stretch of the year in months, both inclusive. */
  months?: readonly [number, number]
  decade?: boolean
}

export type Lean = 'past' | 'future' | null

export const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
export const monthText = (year: number, month: number): string => `${year}-${two(month)}`

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

/** Where the last reading of `plain` or of a part ended. */
export const cursor = { end: 0 }

/** A short plain number (no commas) at `at`, at most `most` digits; leaves `cursor` after it. -1 where there is none or it runs on. */
export function plain(text: string, at: number, most: number): number {
  let i = at
  let value = 0
  let digit: number
  while ((digit = digitValue(text.charCodeAt(i))) >= 0) {
    if (i - at >= most) return -1
    value = value * 10 + digit
    i++
  }
  if (i === at) return -1
  cursor.end = i
  return value
}

export const skipSpace = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0xa0 ? at + 1 : at
}

export const isRangeMark = (code: number): boolean =>
  code === 0x7e || code === 0x223c || code === 0xff5e || code === 0x2d || code === 0x2013 || code === 0x2014
export const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0x2032
export const isDateMark = (code: number): boolean =>
  code === 0x2e || code === 0x2d || code === 0x2f || code === 0xff0e || code === 0x2010 || code === 0x2011

/** 년 and 월 and 일 are dates only where they do not go on to be a duration or another word. */
export const YEAR_REFUSED = ['간', '째', '만에', ' 만에', '생', '차', '동안', ' 동안', '새', ' 연속', '연속', ' 내리', '여']
export const DAY_REFUSED = ['간', '째', '차', ' 만에', '만에', ' 동안', '동안', '당', '평균', '대', '이내', ' 이내', '여']
export const refused = (text: string, at: number, list: readonly string[]): boolean => {
  for (const word of list) if (text.startsWith(word, at)) return true
  return false
}

export const HALF: readonly (readonly [string, readonly [number, number]])[] = [
  ['상반기', [1, 6]],
  ['하반기', [7, 12]],
  ['上', [1, 6]],
  ['下', [7, 12]],
  ['1분기', [1, 3]],
  ['2분기', [4, 6]],
  ['3분기', [7, 9]],
  ['4분기', [10, 12]],
  ['Q1', [1, 3]],
  ['Q2', [4, 6]],
  ['Q3', [7, 9]],
  ['Q4', [10, 12]],
  ['H1', [1, 6]],
  ['H2', [7, 12]],
  ['연말', [12, 12]],
  ['말', [12, 12]],
]

/** A syllable that ends a date: what may follow 말 and 초. */
const closes = (next: string): boolean => next === '' || '까부에쯤께 ,.)이의로현기·~∼\n'.includes(next)

/** "1~9월" after the year it is of: so many months of that year. Returns its end, or 0. */
function monthSpan(text: string, at: number, parts: Parts): number {
  const first = plain(text, at, 2)
  if (first < 1 || first > 12) return 0
  const mark = skipSpace(text, cursor.end)
  if (!isRangeMark(text.charCodeAt(mark))) return 0
  const second = plain(text, skipSpace(text, mark + 1), 2)
  if (second <= first || second > 12 || text.charCodeAt(cursor.end) !== 0xc6d4) return 0
  parts.months = [first, second]
  return cursor.end + 1
}

/** 상반기, 3분기, 말 after a year: the half, the quarter, its last month; 초 is its first as 말 is its last. */
export function yearPart(text: string, at: number, parts: Parts): number {
  const from = skipSpace(text, at)
  const months = monthSpan(text, from, parts)
  if (months > 0) return months
  // "2025년 2/4분기", "1·4분기"
  const fourth = text.charCodeAt(from + 2) === 0x34 && /^([1-4])[/·]4 ?분기/.exec(text.slice(from, from + 6))
  if (fourth) {
    const last = Number(fourth[1]) * 3
    parts.months = [last - 2, last]
    return from + fourth[0].length
  }
  for (const [word, months] of HALF) {
    if (!text.startsWith(word, from)) continue
    if (word === '말' && !closes(text.charAt(from + 1))) continue
    parts.months = months
    return from + word.length
  }
  const open = text.startsWith('연초', from) ? 2 : text.startsWith('초', from) ? 1 : 0
  if (open > 0 && text.charAt(from + open) !== '기' && closes(text.charAt(from + open))) {
    parts.months = [1, 1]
    return from + open
  }
  return at
}

/** "7월", "7월 1일", "7월 말" at `at`; 0 where there is none. */
export function monthAndDay(text: string, at: number, parts: Parts): number {
  const month = plain(text, at, 2)
  if (month < 1 || month > 12) return 0
  if (text.charCodeAt(skipSpace(text, cursor.end)) !== 0xc6d4) return 0
  const after = skipSpace(text, cursor.end) + 1
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

const DAILY =
  /^ ?(?:평균 |최대|최소|(?:처리|생산) ?(?:용량|능력|규모|량))|^ ?(?:약 ?)?[\d,.]+ ?(?:만 ?|천 ?)?(?:톤|t\b|㎥|㎘|kg|리터|L\b|배럴|회\b|회 운|TEU|MWh)/
/** 하루에: whether "1일" measures a day's work and is no first day of a month; a month before it or 지난, 오는 settle that it is one. */
const isDaily = (text: string, at: number, after: number): boolean =>
  DAILY.test(text.slice(after, after + 16)) && !/(?:월|지난|오는|이달|다음 달) ?$/.test(text.slice(Math.max(0, at - 5), at))

/** "27일", "27일(수)" at `at`; 0 where there is none. */
export function dayOnly(text: string, at: number, parts: Parts): number {
  const day = plain(text, at, 2)
  // "3박6일"
  if (day < 1 || day > 31 || text.charCodeAt(at - 1) === 0xbc15) return 0
  const end = cursor.end
  if (text.charCodeAt(end) !== 0xc77c || refused(text, end + 1, DAY_REFUSED)) return 0
  // "송산2일반산업단지", "3일자": a syllable after 일 must be a particle
  const next = text.charAt(end + 1)
  if (next >= '가' && next <= '힣' && !'에은부까자의이로도과와을경께쯤인밤'.includes(next)) return 0
  // "1일 70,000톤", "1일 최대 500명": a day's measure
  if (day === 1 && isDaily(text, at, end + 1)) return 0
  parts.day = day
  return weekday(text, end + 1)
}

/** "(수)" or "(수요일)" belongs to the day it follows. */
export function weekday(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x28 || !'월화수목금토일'.includes(text.charAt(at + 1))) return at
  if (text.charAt(at + 2) === ')') return at + 3
  return text.startsWith('요일)', at + 2) ? at + 5 : at
}

/** Days before the reference day with the same number lie in its month, later ones in the month before; "오는" turns that round. */
export function resolve(parts: Parts, reference: Day | null, lean: Lean, lentYear: number | null): DateValue | null {
  let { year, month } = parts
  const { day } = parts
  if (parts.decade && year !== undefined) return { from: `${year}`, to: `${year + 9}` }
  if (year === undefined) {
    if (month === undefined && parts.months === undefined) {
      // a reference that is a month alone says nothing about a bare day
      if (day === undefined || reference === null || reference.day === 0) return null
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
      // a reference that is a year alone leans nowhere
      if (reference.month === 0) lean = null
      if (parts.months !== undefined && lean === 'past' && parts.months[0] > reference.month) year--
      if (parts.months !== undefined && lean === 'future' && parts.months[1] < reference.month) year++
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

export const startOf = (value: DateValue): string => (typeof value === 'string' ? value : value.from)
export const endOf = (value: DateValue): string => (typeof value === 'string' ? value : value.to)
