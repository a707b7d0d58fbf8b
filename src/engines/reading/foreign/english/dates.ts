import type { Day } from '../../dates/dates.ts'
import type { DateValue } from '../../reading.ts'
import type { Found } from '../mention.ts'
import { between, dateValue, dayPlus, type Lean, monthPlus, type Parts } from '../moment.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const M =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
const Y = '((?:19|20)\\d{2})(?!\\d|,\\d|\\.\\d|-\\d{4}(?:-\\d)?[A-Za-z])'
const D = '(\\d{1,2})(?:st|nd|rd|th)?\\b(?![.,]\\d|:)'
const S = '[ \\n]'

const MONTH_FIRST = new RegExp(`${M}(?:${S}${D}(?:${S}?[-–]${S}?(\\d{1,2})\\b)?(?:,?${S}${Y})?|,?${S}(?:of${S})?${Y})?`, 'y')
const DAY_FIRST = new RegExp(`${D}${S}(?:of${S})?${M}(?:,?${S}${Y})?`, 'y')
const NUMERIC = /(20\d{2}|19\d{2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y
const YEAR = new RegExp(`(FY${S}?|fiscal (?:year )?)?${Y}(s\\b)?`, 'y')
/** 2027 1H, 2027 Q3. */
const YEAR_HALF = /((?:19|20)\d{2}) (?:([12])H|Q([1-4]))\b/y
const YEARS_SHORT = /((?:19|20)\d{2})[-–](\d{2})(?![\d-])/y
const THE_YEAR = `(?:(this|next|last|the following|the coming|the|the same|the previous)${S}(?:fiscal${S})?year|${Y})`
const PART = new RegExp(
  `(?:(end|close|beginning|start)${S}of|(first|second|1st|2nd|latter|last)${S}half(?:${S}of)?|(first|second|third|fourth|last|final|1st|2nd|3rd|4th)${S}quarter(?:${S}of)?|Q([1-4])(?:${S}of)?|([1-4])Q(?:${S}of)?|H([12])(?:${S}of)?|([12])H(?:${S}of)?|(spring|summer|autumn|fall|winter)(?:${S}of)?)(?:,?${S}${THE_YEAR}|${S}${M}(?:,?${S}${Y})?|${S}(this|next|last)${S}month)`,
  'y',
)
const YEAR_END = new RegExp(`year-?${S}?end(?:${S}${Y})?`, 'y')
const RELATIVE = new RegExp(`(this|next|last|previous|the following|coming)${S}(year|month|quarter)\\b`, 'iy')
/** "on the 4th", "last July", "the end of last month": days that the printed date fixes. */
const THE_DAY = new RegExp(
  `(?<=\\b(?:on|by|until|announced|the|dated)${S})the${S}(\\d{1,2})(?:st|nd|rd|th)(?=[.,;)]|${S}(?:that|and|to|at|of${S}(?:this|last|next)${S}month|as|for|in)\\b)`,
  'y',
)
const OF_MONTH = new RegExp(`(?:end|beginning|start|close|middle)${S}of${S}(this|next|last)${S}month`, 'y')
const LAST_MONTH = new RegExp(
  `(last|next|this)${S}(January|February|March|April|May|June|July|August|September|October|November|December)(?!${S}\\d)`,
  'y',
)
const LOOSE = new RegExp(`(?:early|mid|late|later|earlier)(?:-|${S})(?:in${S})?(?:${THE_YEAR}|${M}(?:,?${S}${Y})?)`, 'y')

const STEP: Readonly<Record<string, number>> = { this: 0, next: 1, last: -1 }

const at = (rule: RegExp, text: string, index: number): RegExpExecArray | null => {
  rule.lastIndex = index
  return rule.exec(text)
}
const monthNumber = (name: string): number => MONTHS.findIndex((full) => full.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1

/** Words before a bare year or month that make a date of it. */
const INTRODUCES =
  /(?:\b(?:in|by|until|till|since|from|through|to|of|before|after|during|for|between|and|or|early|late|mid|year|around|as of|on|next|last|this|target|starting|beginning|ending|ended)[ \n-]|[-–(~/]|,[ \n]?)$/i
const PAST = /(?:\blast|\bsigned|\bsince|\bas of|\bheld|\bannounced|\bended|\bcompleted)[ \n](?:[a-z]+[ \n]){0,2}$/i
const FUTURE = /(?:\bnext|\bby|\buntil|\bbefore|\bwill\b.{0,30}|\bstarting|\bscheduled\b.{0,30}|\bcoming)[ \n](?:[a-z]+[ \n]){0,2}$/i

const leanOf = (before: string): Lean => (PAST.test(before) ? 'past' : FUTURE.test(before) ? 'future' : null)

const relativeYear = (word: string | undefined, reference: Day | null): number | undefined => {
  if (reference === null) return undefined
  if (word === 'next' || word === 'the coming' || word === 'coming' || word === 'the following') return reference.year + 1
  return word === 'last' || word === 'previous' || word === 'the previous' ? reference.year - 1 : reference.year
}

const found = (start: number, end: number, value: DateValue | null, rule: string): Found => ({
  kind: 'date',
  start,
  end,
  value,
  unit: 'date',
  certainty: 0.95,
  rule,
})

/** A part of a year or month: the end of 2027, the first half of next year, Q3 2026. */
function partOf(text: string, index: number, reference: Day | null): Found | null {
  const m = at(PART, text, index)
  if (m === null) return null
  const end = index + m[0].length
  const monthName = m[11]
  if (monthName !== undefined) {
    if (m[1] === undefined) return null
    const year = m[12] === undefined ? undefined : Number(m[12])
    return found(index, end, dateValue({ year, month: monthNumber(monthName) }, reference, year === undefined ? 'future' : null), 'date:part')
  }
  if (m[13] !== undefined)
    return found(index, end, reference === null ? null : monthPlus(reference, m[13] === 'next' ? 1 : m[13] === 'last' ? -1 : 0), 'date:relative')
  const year = m[10] === undefined ? relativeYear(m[9], reference) : Number(m[10])
  let months: readonly [number, number] = [1, 12]
  if (m[1] !== undefined) months = m[1] === 'end' || m[1] === 'close' ? [12, 12] : [1, 1]
  else if (m[2] !== undefined || m[6] !== undefined || m[7] !== undefined) months = /^(?:first|1)/.test(m[2] ?? m[6] ?? m[7]!) ? [1, 6] : [7, 12]
  else if (m[8] !== undefined) months = m[8] === 'spring' ? [3, 5] : m[8] === 'summer' ? [6, 8] : m[8] === 'winter' ? [12, 14] : [9, 11]
  else {
    const word = m[3] ?? m[4] ?? m[5]!
    const quarter = /^[1-4]/.test(word) ? Number(word[0]) : word === 'first' ? 1 : word === 'second' ? 2 : word === 'third' ? 3 : 4
    months = [quarter * 3 - 2, quarter * 3]
  }
  return found(
    index,
    end,
    year === undefined ? null : dateValue({ year, months }, reference, null),
    m[9] === undefined ? 'date:part' : 'date:relative',
  )
}

/** A date that begins at a word. `word` is that word in small letters. */
export function englishDateAtWord(text: string, index: number, word: string, reference: Day | null): Found | null {
  if (word === 'today' || word === 'yesterday' || word === 'tomorrow') {
    const value = reference === null ? null : dayPlus(reference, word === 'today' ? 0 : word === 'tomorrow' ? 1 : -1)
    return found(index, index + word.length, value, 'date:relative')
  }
  const day = at(THE_DAY, text, index)
  if (day !== null) {
    const value = reference === null ? null : dateValue({ year: reference.year, month: reference.month, day: Number(day[1]) }, null, null)
    return found(index, index + day[0].length, value, 'date:relative')
  }
  const month = at(OF_MONTH, text, index)
  if (month !== null)
    return found(index, index + month[0].length, reference === null ? null : monthPlus(reference, STEP[month[1]!]!), 'date:relative')
  const named = at(LAST_MONTH, text, index)
  if (named !== null) {
    const lean = named[1] === 'last' ? 'past' : named[1] === 'next' ? 'future' : null
    return found(index, index + named[0].length, dateValue({ month: monthNumber(named[2]!) }, reference, lean), 'date:relative')
  }
  const part = partOf(text, index, reference)
  if (part !== null) return part
  const yearEnd = at(YEAR_END, text, index)
  if (yearEnd !== null)
    return found(
      index,
      index + yearEnd[0].length,
      dateValue({ year: yearEnd[1] === undefined ? reference?.year : Number(yearEnd[1]), month: 12 }, reference, null),
      'date:part',
    )
  const loose = at(LOOSE, text, index)
  if (loose !== null) {
    const year = loose[2] ?? loose[4]
    const parts: Parts = {
      year: year === undefined ? (loose[1] === undefined ? undefined : relativeYear(loose[1], reference)) : Number(year),
      month: loose[3] === undefined ? undefined : monthNumber(loose[3]),
    }
    if (parts.year === undefined && parts.month === undefined) return found(index, index + loose[0].length, null, 'date:loose')
    return found(index, index + loose[0].length, dateValue(parts, reference, 'future'), 'date:loose')
  }
  const relative = at(RELATIVE, text, index)
  if (relative !== null) {
    const end = index + relative[0].length
    if (reference === null) return found(index, end, null, 'date:relative')
    const step = relativeYear(relative[1]!.toLowerCase(), reference)! - reference.year
    if (relative[2] === 'year') return found(index, end, `${reference.year + step}`, 'date:relative')
    if (relative[2] === 'month') return found(index, end, monthPlus(reference, step), 'date:relative')
    const first = Math.floor((reference.month - 1) / 3) * 3 + 3 * step
    const base = { year: reference.year, month: 1, day: 1 }
    return found(index, end, { from: monthPlus(base, first), to: monthPlus(base, first + 2) }, 'date:relative')
  }
  const fiscal = at(YEAR, text, index)
  if (fiscal?.[1] !== undefined) return found(index, index + fiscal[0].length, fiscal[2]!, 'date:fiscal')
  const m = at(MONTH_FIRST, text, index)
  if (m === null) return null
  let end = index + m[0].length
  const after = text.charCodeAt(end)
  if ((after >= 0x61 && after <= 0x7a) || (m[1]!.length < 4 && after === 0x2e && m[0].length === m[1]!.length)) return null
  const before = text.slice(Math.max(0, index - 48), index)
  if (m[2] === undefined && m[5] === undefined && !INTRODUCES.test(before)) return null
  const year = m[4] ?? m[5]
  const parts: Parts = {
    year: year === undefined ? undefined : Number(year),
    month: monthNumber(m[1]!),
    day: m[2] === undefined ? undefined : Number(m[2]),
  }
  const lean = leanOf(before)
  let value = dateValue(parts, reference, lean)
  if (m[3] !== undefined) value = between(value, dateValue({ ...parts, day: Number(m[3]) }, reference, lean))
  if (text.charAt(end - 1) === '.' && m[2] === undefined) end--
  return found(index, end, value, 'date')
}

/** Nouns that a four-digit number counts: then it is no year. */
const COUNTED =
  /[ \n-](?:new |local |more |additional |square|sq|jobs|people|workers|employees|firms|companies|units|won|megawatts|MW|households|tons|tonnes|km|m2|billion|million|trillion|years)/iy

/** A date that begins with a digit: 3 March 2026, 2026-03-03, 2027, 2025–2030. */
export function englishDateAtDigit(text: string, index: number, reference: Day | null): Found | null {
  const numeric = at(NUMERIC, text, index)
  if (numeric !== null) {
    const value = dateValue({ year: Number(numeric[1]), month: Number(numeric[3]), day: Number(numeric[4]) }, reference, null)
    return value === null ? null : found(index, index + numeric[0].length, value, 'date')
  }
  const dayFirst = at(DAY_FIRST, text, index)
  if (dayFirst !== null) {
    const parts: Parts = {
      year: dayFirst[3] === undefined ? undefined : Number(dayFirst[3]),
      month: monthNumber(dayFirst[2]!),
      day: Number(dayFirst[1]),
    }
    const value = dateValue(parts, reference, leanOf(text.slice(Math.max(0, index - 48), index)))
    if (value !== null || parts.year === undefined) return found(index, index + dayFirst[0].length, value, 'date')
  }
  if (at(/[1-4]Q|[12]H/y, text, index) !== null) return partOf(text, index, reference)
  const short = at(YEARS_SHORT, text, index)
  if (short !== null && Number(short[2]) > Number(short[1]!.slice(2)))
    return found(index, index + short[0].length, { from: short[1]!, to: short[1]!.slice(0, 2) + short[2]! }, 'date:range')
  const half = at(YEAR_HALF, text, index)
  if (half !== null) {
    const months: readonly [number, number] =
      half[2] === undefined ? [Number(half[3]) * 3 - 2, Number(half[3]) * 3] : half[2] === '1' ? [1, 6] : [7, 12]
    return found(index, index + half[0].length, dateValue({ year: Number(half[1]), months }, reference, null), 'date:part')
  }
  const year = at(YEAR, text, index)
  if (year === null || at(COUNTED, text, index + year[0].length) !== null) return null
  const before = text.slice(Math.max(0, index - 16), index)
  const rest = text.charAt(index + year[0].length)
  if (/[A-Za-z%²]/.test(rest) || !(INTRODUCES.test(before) || year[3] !== undefined || /^(?:'s|’s|[-–])/.test(text.slice(index + 4, index + 6))))
    return null
  return found(index, index + year[0].length, dateValue({ year: Number(year[2]), decade: year[3] !== undefined }, reference, null), 'date')
}

/** Words at which an English date may begin, in small letters. */
export const DATE_WORDS: ReadonlySet<string> = new Set([
  ...MONTHS,
  ...'jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow end close beginning start first second third fourth last latter final this next previous coming the early mid late later earlier year spring summer autumn fall winter fiscal fy q h'.split(
    ' ',
  ),
])

/** Whether two dates are the ends of one range: from 2025 to 2030, 2025–2030. */
export const joinsRange = (text: string, from: number, to: number): boolean =>
  to - from < 12 &&
  (/^[ \n]?(?:[-–~]|to|through|until)[ \n]?$/.test(text.slice(from, to)) ||
    (/^[ \n]and[ \n]$/.test(text.slice(from, to)) && /\bbetween[ \n][\w ]{4,20}$/.test(text.slice(Math.max(0, from - 30), from))))
