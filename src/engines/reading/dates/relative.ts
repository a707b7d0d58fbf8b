import { digitValue } from '../characters.ts'
import {
  type DateReading,
  type Day,
  dayOnly,
  daysInMonth,
  endOf,
  type Lean,
  monthAndDay,
  monthText,
  type Parts,
  resolve,
  skipSpace,
  startOf,
  two,
  yearPart,
} from './parts.ts'
import { closeRange, readDate } from './range.ts'

export interface RelativeWord {
  readonly word: string
  /** Years or months counted from the reference. */
  readonly years?: number
  readonly months?: number
  /** Weeks from Monday to Sunday, counted from the one of the reference. */
  readonly weeks?: number
  readonly part?: readonly [number, number]
  readonly lean?: Lean
}

export const RELATIVE: readonly RelativeWord[] = [
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
  { word: '연초', years: 0 },
  { word: '올 한 해', years: 0 },
  { word: '올 한해', years: 0 },
  { word: '지난 한 해', years: -1 },
  { word: '지난 한해', years: -1 },
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

export const relativeByFirst = new Map<number, RelativeWord[]>()
for (const entry of RELATIVE) {
  const code = entry.word.charCodeAt(0)
  const list = relativeByFirst.get(code)
  if (list) list.push(entry)
  else relativeByFirst.set(code, [entry])
}
for (const list of relativeByFirst.values()) list.sort((a, b) => b.word.length - a.word.length)

/** "그해 말", "이듬해 3월": years counted from the year said last. */
const TOLD: readonly (readonly [string, number])[] = [
  ['그해 ', 0],
  ['그 해 ', 0],
  ['같은 해 ', 0],
  ['이듬해 ', 1],
  ['그 이듬해 ', 1],
]
for (const [word] of TOLD) if (!relativeByFirst.has(word.charCodeAt(0))) relativeByFirst.set(word.charCodeAt(0), [])

/** Whether a word that begins with this syllable may be a relative date; asked once a word. */
export const mayBeRelative = (code: number): boolean => relativeByFirst.has(code)

/**
 * Dates that begin with a word: `올해 말`, `지난해 12월 5일`, `다음 달`, `지난 3일`, `오는 2027년`, `연말`, `내년 상반기`.
 * The bare leading words 지난 and 오는 only lean what follows and count as part of it.
 *
 * `readRelativeDate('작년 말까지', 0, { year: 2022, month: 1, day: 17 }, null)?.value // => '2021-12'`
 */
export function readRelativeDate(text: string, at: number, reference: Day | null, lentYear: number | null): DateReading | null {
  const first = relativeDate(text, at, reference, lentYear)
  // "지난해 10월부터 올해 3월까지": two relative dates make one stretch
  if (first === null || !text.startsWith('부터 ', first.end) || !mayBeRelative(text.charCodeAt(first.end + 3))) return first
  const second = relativeDate(text, first.end + 3, reference, lentYear)
  if (second === null || !text.startsWith('까지', second.end)) return first
  const value = first.value === null || second.value === null ? null : { from: startOf(first.value), to: endOf(second.value) }
  return { start: first.start, end: second.end + 2, value, year: null, rule: 'date:relative:range' }
}

/**
 * A part of the year that was said last: `그해 말`, `같은 해 10월`, `이듬해 상반기`. The year alone (같은 해까지) says nothing new and is no date.
 *
 * `readToldDate('그해 말', 0, 2027)?.value // => '2027-12'`
 */
export function readToldDate(text: string, at: number, lastYear: number | null): DateReading | null {
  for (const [word, years] of TOLD) {
    if (!text.startsWith(word, at)) continue
    const from = at + word.length
    const parts: Parts = lastYear === null ? {} : { year: lastYear + years }
    const end = monthAndDay(text, from, parts) || yearPart(text, from, parts)
    // "이듬해 마을 공모에서": the year after says something new by itself
    if (end <= from && years === 0) return null
    const stop = end <= from ? from - 1 : end
    const value = lastYear === null ? null : resolve(parts, null, null, null)
    return { start: at, end: stop, value, year: parts.year ?? null, rule: 'date:told' }
  }
  return null
}

/** "오는 28년까지", "지난 97년": a year of two figures after a word that leans. "지난 10년" is a stretch of time. */
function shortYear(text: string, at: number, from: number, lean: Lean, reference: Day | null): DateReading | null {
  if (text.charCodeAt(from + 2) !== 0xb144) return null
  const said = /^\d\d년(?!간|만에| 만에|동안| 동안|여|째)/.test(text.slice(from, from + 6)) ? Number(text.slice(from, from + 2)) : -1
  const year = said < 0 ? 0 : lean === 'past' ? (said >= 80 ? 1900 + said : 0) : said >= 80 ? 1900 + said : said >= 10 ? 2000 + said : 0
  // nobody looks forward to a year that is over
  if (year === 0 || (lean === 'future' && reference !== null && year < reference.year)) return null
  const parts: Parts = { year }
  const end = yearPart(text, from + 3, parts)
  return closeRange(text, at, end, parts, resolve(parts, reference, null, null), reference, null, null, 'date:short-year')
}

function relativeDate(text: string, at: number, reference: Day | null, lentYear: number | null): DateReading | null {
  const list = relativeByFirst.get(text.charCodeAt(at))
  if (list === undefined) return null
  for (const entry of list) {
    if (!text.startsWith(entry.word, at)) continue
    // "상·하반기"
    if (entry.part !== undefined && text.charAt(at - 1) === '·') return null
    const end = at + entry.word.length
    if (entry.lean) {
      const from = skipSpace(text, end)
      if (from === end || digitValue(text.charCodeAt(from)) < 0) return null
      const read = readDate(text, from, reference, lentYear, entry.lean) ?? shortYear(text, at, from, entry.lean, reference)
      return read && { ...read, start: at, rule: `${read.rule}:${entry.lean}` }
    }
    if (entry.weeks !== undefined) return relativeWeek(text, at, end, entry.weeks, reference)
    if (entry.months !== undefined) return relativeMonth(text, at, end, entry.months, reference)
    const parts: Parts = {}
    if (reference) parts.year = reference.year + entry.years!
    let stop = end
    if (entry.word === '올 ') {
      stop = monthAndDay(text, end, parts) || yearPart(text, end, parts)
      // "올 2,000억 원 규모로"
      if (stop === end && !THIS_YEARS.test(text.slice(end, end + 14))) return null
      if (stop === end) stop = at + 1
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

/** An amount right behind 올. */
const THIS_YEARS = /^(?:총 |약 )?\d[\d,.]*(?:조|억|만|천|여|개|명|건|곳|%)/

/** Days from 1 January of the year 0 (proleptic): tells weekdays apart and counts over months. */
export function dayNumber({ year, month, day }: Day): number {
  let days = day + 365 * year + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400)
  for (let m = 1; m < month; m++) days += daysInMonth(year, m)
  return days
}

export function addDays(from: Day, count: number): string {
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

export const MONDAY = dayNumber({ year: 2024, month: 1, day: 1 }) % 7

/** 지난주, 이번 주, 다음 주: seven days from Monday. */
export function relativeWeek(text: string, at: number, end: number, weeks: number, reference: Day | null): DateReading | null {
  if (/^(?:년|말(?=[^\s에부까])|민|택|식|도)/.test(text.slice(end, end + 2))) return null
  const rule = 'date:relative-week'
  if (reference === null || reference.day === 0) return { start: at, end, value: null, year: null, rule }
  const monday = -((dayNumber(reference) - MONDAY + 7 * 1000) % 7) + weeks * 7
  return { start: at, end, value: { from: addDays(reference, monday), to: addDays(reference, monday + 6) }, year: null, rule }
}

export function relativeMonth(text: string, at: number, end: number, months: number, reference: Day | null): DateReading {
  const parts: Parts = {}
  if (reference && reference.month > 0) {
    const index = reference.year * 12 + reference.month - 1 + months
    parts.year = Math.floor(index / 12)
    parts.month = (index % 12) + 1
  }
  const from = skipSpace(text, end)
  const day = dayOnly(text, from, parts)
  let stop = day > 0 ? day : end
  // "지난달(11월)": the bracket says which month it is
  const named = stop === end ? /^\((\d{1,2})월\)/.exec(text.slice(end, end + 5)) : null
  if (named !== null && (parts.month === undefined || Number(named[1]) === parts.month)) stop += named[0].length
  return {
    start: at,
    end: stop,
    value: parts.month === undefined ? null : resolve(parts, reference, null, null),
    year: null,
    rule: 'date:relative-month',
  }
}
