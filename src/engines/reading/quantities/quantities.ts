import { CLASSES, DIGIT, HANGUL, LATIN, SPACE } from '../characters.ts'
import { type DateReading, type Day, mayBeRelative, readDate, readRelativeDate, readToldDate } from '../dates/dates.ts'
import { yearHeadings } from '../dates/headings.ts'
import { mayBeLatinDate, readLatinDate } from '../dates/latin.ts'
import { leanFor } from '../dates/lean.ts'
import { stayOf, withinStay } from '../dates/stay.ts'
import type { Mention, Span } from '../reading.ts'
import { countedElsewhere } from './again.ts'
import { counted, type Memory } from './count.ts'
import { currencyBefore, englishMagnitude, isCurrencyCode, PLAIN_AMOUNT } from './currency.ts'
import { type Bare, lendBracket, lendTotal, lendUnit, type Step } from './lending.ts'
import { dateMention, push, scale, skipSpace } from './mention.ts'
import { addMyriad, growGlued, isBareMyriad } from './myriad.ts'
import { opensAmount, readNumber } from './numbers.ts'
import { afterNights, durationAt, withoutUnit } from './unitless.ts'
import { type UnitEntry, unitAt } from './units.ts'

/** Syllables before a number that make it an ordinal or part of a name: 제5차, 레벨4, 시즌2. */
const ORDINAL_BEFORE = '제'

/**
 * Quantities and dates (수량·날짜) of a text, in order: money, area, counts, shares, power, lengths, dates and durations, each with value, unit and bounds.
 * Ordinals (제2차, 민선 8기), enumerations (17대 사업), clock times, counters and file names are not quantities.
 * One pass; what is not a digit or the first syllable of a date word costs one table look-up.
 *
 * `findQuantities('면적은 약 32만㎡다', [{ start: 0, end: 11 }], null)[0]?.value // => 320000`
 */
export function findQuantities(text: string, sentences: readonly Span[], reference: Day | null): Mention[] {
  const out: Mention[] = []
  const state: Memory = { lastCounted: null, lastSites: null, lastYear: null, countedBefore: null, stay: null }
  const headings = yearHeadings(text, sentences)
  let heading: number | null = null
  for (const sentence of sentences) {
    const year = headings.get(sentence.start)
    if (year !== undefined) {
      heading = year
      out.push(dateMention(text, sentence.start, sentence.start + 4, `${year}`, 'date:heading'))
      continue
    }
    if (isNoise(text, sentence)) continue
    scanSentence(text, sentence, reference, heading !== null && sentence.end - sentence.start <= UNDER_YEAR ? heading : null, out, state)
  }
  countedElsewhere(out)
  return out
}

/** Page counters, character counters and file names: "전체 49,733 건 - 1 페이지", "0/1000", "bt7fb8dba2.jpg". */
function isNoise(text: string, { start, end }: Span): boolean {
  if (end - start > 80) return false
  const line = text.slice(start, end)
  return /^전체\s*[\d,]+\s*건\b|^전체\s*[\d,]+\s*건|페이지$|\d\s?\/\s?\d+\s?페이지|첨부\s?파일\s?[:：(]|\.(?:jpe?g|png|gif|bmp|webp|pdf|hwpx?)$|^조회(?:수)?\s*[\d,]+|^(?:추천|댓글|공감|좋아요)\S*\s*\d+$/.test(
    line,
  )
}

/** A line under a year of its own line is short; running text is not headed by years. */
const UNDER_YEAR = 60

function scanSentence(text: string, sentence: Span, reference: Day | null, heading: number | null, out: Mention[], memory: Memory): void {
  const { end } = sentence
  let i = sentence.start
  let previous = SPACE
  let lentYear = heading
  let bare: Bare[] = []
  while (i < end) {
    const code = text.charCodeAt(i)
    const kind = CLASSES[code]!
    // "천900억 원", "천여 명": a magnitude that says one of itself
    const bareThousand =
      kind === HANGUL && (code === 0xcc9c || code === 0xbc31 || code === 0xb9cc) && previous !== HANGUL && previous !== DIGIT && opensAmount(text, i)
    if (kind === HANGUL && !bareThousand) {
      if (previous !== HANGUL && mayBeRelative(code)) {
        const date: DateReading | null = readRelativeDate(text, i, reference, lentYear) ?? readToldDate(text, i, lentYear ?? memory.lastYear)
        if (date !== null && date.end <= end) {
          if (date.year !== null) memory.lastYear = lentYear = date.year
          out.push(dateMention(text, date.start, date.end, date.value, date.rule))
          i = date.end
          previous = HANGUL
          continue
        }
      }
      previous = HANGUL
      i++
      continue
    }
    if ((code === 0x27 || code === 0x2018 || code === 0x2019) && CLASSES[text.charCodeAt(i + 1)] === DIGIT && previous !== DIGIT) {
      const date = readDate(text, i, reference, lentYear)
      if (date !== null && date.end <= end) {
        out.push(dateMention(text, date.start, date.end, date.value, date.rule))
        i = date.end
        previous = DIGIT
        continue
      }
    }
    if (kind === LATIN && previous !== LATIN && mayBeLatinDate(code)) {
      const date = readLatinDate(text, i, reference)
      if (date !== null && date.end <= end) {
        if (date.year !== null) lentYear = date.year
        out.push(dateMention(text, date.start, date.end, date.value, date.rule))
        i = date.end
        previous = DIGIT
        continue
      }
    }
    if (kind !== DIGIT && !bareThousand) {
      if (code === 0x29 && CLASSES[text.charCodeAt(i - 1)] === DIGIT && lendBracket(text, i, out)) bare = []
      previous = kind
      i++
      continue
    }
    // a digit that goes on from letters is part of a name or a code
    const beforeCode = i > 0 ? text.charCodeAt(i - 1) : 0x20
    const beforeKind = CLASSES[beforeCode]!
    if (beforeKind === LATIN && !isCurrencyCode(text, i)) {
      i = skipWord(text, i, end)
      previous = LATIN
      continue
    }
    const clock = clockEnd(text, i, end)
    if (clock > 0) {
      i = clock
      previous = DIGIT
      continue
    }
    // "6박 9일": how long a journey is
    const nights = afterNights(text, i) ? digitRun(text, i, end) : i
    if (nights > i && text.charAt(nights) === '일') {
      i = nights + 1
      previous = HANGUL
      continue
    }
    const first =
      (beforeKind === HANGUL && text.charAt(i - 1) === ORDINAL_BEFORE) || opensTitle(text, i) ? null : readDate(text, i, reference, lentYear)
    // "21일 본회의에서 확정된다": the verb says on which side of today the day lies
    const lean = first !== null && lentYear === null ? leanFor(first, text, reference, end) : null
    const nearest = lean === null ? first : readDate(text, i, reference, lentYear, lean)
    const date = nearest === null ? null : withinStay(text, nearest, memory.stay)
    if (date !== null && date.end <= end) {
      memory.stay = stayOf(date) ?? memory.stay
      if (date.year !== null) memory.lastYear = lentYear = date.year
      out.push(dateMention(text, date.start, date.end, date.value, date.rule))
      i = date.end
      previous = HANGUL
      continue
    }
    const digits = digitRun(text, i, end)
    // nobody writes an amount of that many digits: a serial number, or noise
    if (digits - i > MOST_DIGITS) {
      i = digits
      previous = DIGIT
      continue
    }
    const before = out.length
    const next = readQuantity(text, i, end, out, bare, memory)
    if (out.length > before && text.charAt(i - 1) === '만') growGlued(text, out, before)
    else if (out.length > before && isBareMyriad(text, i)) addMyriad(text, out, before)
    bare = next.bare
    i = next.at
    previous = DIGIT
  }
  if (bare.length > 1) lendTotal(text, bare, out)
}

/** "00:24", "16:23:10": clock times and marks of subtitles. Returns their end, or 0. */
function clockEnd(text: string, at: number, end: number): number {
  const colon = CLASSES[text.charCodeAt(at + 1)] === DIGIT ? at + 2 : at + 1
  if (text.charCodeAt(colon) !== 0x3a || colon - at !== 2) return 0
  let i = colon
  while (text.charCodeAt(i) === 0x3a && CLASSES[text.charCodeAt(i + 1)] === DIGIT && CLASSES[text.charCodeAt(i + 2)] === DIGIT && i + 3 <= end) i += 3
  return i > colon && CLASSES[text.charCodeAt(i)] !== DIGIT ? i : 0
}

/** "'2024년 창업도약패키지'": a year that opens the quoted name of a programme or a plan is part of the name; "“2030년 준공”" tells when. */
function opensTitle(text: string, at: number): boolean {
  if (at === 0 || !'‘\'“"「『<《'.includes(text.charAt(at - 1))) return false
  return /^(?:19|20)\d\d년도? [가-힣A-Za-z0-9·\s]{0,24}(?:패키지|비전|프로젝트|마스터플랜|계획|로드맵|포럼|박람회|엑스포|총회|대회|어워드)[’'”"」』>》]/.test(
    text.slice(at, at + 40),
  )
}

const MOST_DIGITS = 16

function digitRun(text: string, at: number, end: number): number {
  let i = at
  while (i < end && CLASSES[text.charCodeAt(i)] === DIGIT) i++
  return i
}

function skipWord(text: string, at: number, end: number): number {
  let i = at
  while (i < end) {
    const kind = CLASSES[text.charCodeAt(i)]
    if (kind !== DIGIT && kind !== LATIN) break
    i++
  }
  return i
}

function readQuantity(text: string, at: number, end: number, out: Mention[], bareBefore: Bare[], memory: Memory): Step {
  const number = readNumber(text, at)!
  let { value, end: after } = number
  const { magnitude, plainDigits, fraction, around } = number
  if (after > end) return { at: end, bare: [] }
  const numberEnd = after
  const ordinal = text.charAt(at - 1) === ORDINAL_BEFORE || /(?:(?:레벨|시즌|버전|타입|민선)\s?|단계)$/.test(text.slice(Math.max(0, at - 4), at))
  // upper end of a range: "100억~200억 원", "30~50%"
  let valueMax: number | null = null
  let rangeEnd = after
  let firstUnit: UnitEntry | null = null
  let closing = magnitude
  {
    let q = after
    if (magnitude < 1e4) {
      firstUnit = unitAt(text, q)
      if (firstUnit !== null) q += firstUnit.text.length
    } else if (text.charAt(q) === '원') q++
    q = skipSpace(text, q)
    const mark = text.charCodeAt(q)
    if (mark === 0x7e || mark === 0x223c || mark === 0xff5e || mark === 0x2013 || (mark === 0x2d && q === after)) {
      q = skipSpace(text, q + 1)
      if (CLASSES[text.charCodeAt(q)] === DIGIT) {
        const upper = readNumber(text, q)
        if (upper !== null && upper.end <= end) {
          let high = upper.value
          let low = value
          if (magnitude === 1 && upper.magnitude > 1 && low < 1e4) low *= upper.magnitude
          if (high < low && upper.magnitude === 1 && magnitude > 1) high *= magnitude
          if (high > low) {
            value = low
            valueMax = high
            rangeEnd = upper.end
            closing = upper.magnitude
          }
        }
      }
    }
  }
  if (valueMax !== null) after = rangeEnd
  // 여, 수 between number and unit
  let approximate = around
  let q = after
  const middle = text.charAt(q)
  if (middle === '여' && !isWordGoingOn(text, q + 1)) {
    approximate = true
    q++
  }
  const spaced = skipSpace(text, q)
  let unit = unitAt(text, spaced)
  if (unit !== null && spaced > q && needsTouch(unit, magnitude)) unit = null
  // "예산 612억 편성", "3조 면적": after a magnitude and a space a syllable opens the next word
  if (unit !== null && spaced > q && magnitude >= 1e8 && unit.kind === 'count' && unit.text.length === 1 && !'명개건곳톤'.includes(unit.text))
    unit = null
  // "1조8400억대를 투자해": about so much money
  if (unit !== null && unit.text === '대' && magnitude >= 1e8) unit = null
  if (unit === null && spaced === q && text.charAt(q) === '\n') unit = null
  const currency = currencyBefore(text, at)
  if (currency !== null && (unit === null || unit.kind !== 'money')) {
    // "USD 7.4bn", "EUR 120M", "US$ 1.8 billion"
    const { times, length } = magnitude === 1 ? englishMagnitude(text, after) : PLAIN_AMOUNT
    const stop = after + length
    const high = valueMax === null ? null : scale(valueMax, times)
    push(text, currency[0], stop, 'money', currency[1], scale(value, times), high, approximate, number.value, '', 0.95, 'money:sign', out)
    return { at: stop, bare: [] }
  }
  if (unit === null) return withoutUnit(text, at, after, closing, value, valueMax, approximate, ordinal, bareBefore, out, q)
  if (ordinal) return { at: spaced + unit.text.length, bare: [] }
  const unitEnd = spaced + unit.text.length
  if (unitEnd > end) return { at: after, bare: [] }
  const duration = durationAt(text, at, q, value, valueMax, out)
  if (duration > 0) return { at: duration, bare: [] }
  if (unit.kind === 'count') return counted(text, at, unitEnd, unit, value, valueMax, approximate, bareBefore, out, memory, numberEnd, plainDigits)
  if (unit.kind === 'money' && unit.unit === 'KRW' && fraction && magnitude === 1) return { at: unitEnd, bare: [] }
  // "3.3㎡당 89만원", "1㎡당": the measure of a price
  if (unit.kind === 'area' && (value === 3.3 || value === 1) && text.charAt(unitEnd) === '당') return { at: unitEnd, bare: [] }
  if (unit.kind === 'length' && unit.text === 'M') return { at: unitEnd, bare: [] }
  lendUnit(text, at, bareBefore, magnitude, unit, out)
  push(
    text,
    at,
    unitEnd,
    unit.kind,
    unit.unit,
    scale(value, unit.factor),
    valueMax === null ? null : scale(valueMax, unit.factor),
    approximate,
    value,
    unit.text,
    0.97,
    `${unit.kind}:unit`,
    out,
  )
  return { at: unitEnd, bare: [] }
}

const isWordGoingOn = (text: string, at: number): boolean =>
  !text.startsWith('유로', at) && '성유건권행객가론섯덟러름'.includes(text.charAt(at)) && at < text.length

/** A one-syllable unit after a space is more often the next word: "3 대" and "5 기" are read only where they touch, except 명, 원, 건, 개 and measures. */
function needsTouch(unit: UnitEntry, magnitude: number): boolean {
  if (unit.kind !== 'count') return unit.text === 'm' || unit.text === 'M' || unit.text === '아르'
  if (unit.text.length > 1) return false
  return !'명개건곳인톤t실배홀'.includes(unit.text) && magnitude < 1000
}
