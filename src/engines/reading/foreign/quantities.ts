import { CLASSES, DIGIT, LATIN } from '../characters.ts'
import type { Day } from '../dates/dates.ts'
import type { Span } from '../reading.ts'
import { DATE_WORDS, englishDateAtDigit, englishDateAtWord, joinsRange } from './english/dates.ts'
import { englishQuantity, NUMBER_WORDS, spelledQuantity } from './english/quantities.ts'
import { DATE_SIGNS, hanDate, joinsHanRange } from './han/dates.ts'
import { hanQuantity } from './han/quantities.ts'
import type { Language } from './language.ts'
import type { Found } from './mention.ts'
import { between } from './moment.ts'

const CURRENCY_SIGN = /^(?:US\$|C\$|A\$|KRW|USD|EUR|JPY|CNY|RMB|GBP|Won|WON)/
const START = /[KUEJCRGWA]/

/** A figure inside a longer word or number (GPT-4, A1, 3.5.2, a telephone number) counts nothing. */
function insideWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  if (CLASSES[before] === LATIN || CLASSES[before] === DIGIT) return true
  if (before === 0x2e || before === 0x2c) return CLASSES[text.charCodeAt(at - 2)] === DIGIT
  if (before === 0x2d || before === 0x5f) return CLASSES[text.charCodeAt(at - 2)] === LATIN && /[A-Z0-9]-$/.test(text.slice(at - 2, at))
  return before === 0x23 || (before === 0x2f && CLASSES[text.charCodeAt(at - 2)] === LATIN)
}

/** The dates and quantities of one English sentence, left to right. */
function english(text: string, { start, end }: Span, reference: Day | null, out: Found[]): void {
  for (let i = start; i < end; ) {
    const code = text.charCodeAt(i)
    const kind = CLASSES[code]
    if (kind === DIGIT) {
      const found = insideWord(text, i) ? null : (englishDateAtDigit(text, i, reference) ?? englishQuantity(text, i))
      i = found !== null && found.end <= end ? take(text, out, found, joinsRange) : pastFigure(text, i)
    } else if (kind === LATIN) {
      let stop = i + 1
      while (stop < end && CLASSES[text.charCodeAt(stop)] === LATIN) stop++
      const found = atWord(text, i, stop, reference)
      i = found !== null && found.end <= end ? take(text, out, found, joinsRange) : stop
    } else if (code === 0x24 || code === 0x20a9 || code === 0x20ac || code === 0xa5 || code === 0xa3) {
      const found = englishQuantity(text, i)
      i = found !== null ? take(text, out, found, joinsRange) : i + 1
    } else i++
  }
}

function atWord(text: string, from: number, to: number, reference: Day | null): Found | null {
  if (START.test(text.charAt(from)) && CURRENCY_SIGN.test(text.slice(from, from + 4))) {
    const found = englishQuantity(text, from)
    if (found !== null) return found
  }
  const length = to - from
  if (length > 9) return null
  const word = text.slice(from, to).toLowerCase()
  if (DATE_WORDS.has(word)) {
    const date = englishDateAtWord(text, from, word, reference)
    if (date !== null) return date
  }
  return NUMBER_WORDS.has(word) ? spelledQuantity(text, from, word) : null
}

function pastFigure(text: string, at: number): number {
  let i = at + 1
  while (CLASSES[text.charCodeAt(i)] === DIGIT) i++
  return i
}

/** Keeps what was found; two dates with a mark between are one range. Returns where to go on. */
function take(text: string, out: Found[], found: Found, joins: (text: string, from: number, to: number) => boolean): number {
  const last = out.at(-1)
  if (
    found.kind === 'date' &&
    last?.kind === 'date' &&
    typeof last.value === 'string' &&
    last.end < found.start &&
    joins(text, last.end, found.start)
  ) {
    const value = typeof found.value === 'number' ? null : between(last.value, found.value)
    if (value !== null && typeof value !== 'string' && value.from < value.to) {
      out[out.length - 1] = { ...last, end: found.end, value, rule: 'date:range' }
      return found.end
    }
  }
  out.push(found)
  return found.end
}

/** The day from which every month of a year is nearest in that year. */
const midYear = (year: number): Day => ({ year, month: 6, day: 15 })

/** The year of the last date of this sentence, or null. */
function yearBefore(out: readonly Found[], start: number): number | null {
  for (let k = out.length - 1; k >= 0 && out[k]!.start >= start && out.length - k < 12; k--) {
    const { kind, value } = out[k]!
    if (kind === 'date' && typeof value === 'string') return Number(value.slice(0, 4))
  }
  return null
}

/** 3月11日，某市举行2026年…: without a day of publication, a day takes the year that its sentence names just behind. */
function inYearOf(text: string, at: number, end: number, found: Found, language: Language): Found {
  if (!/^\d{1,2}月\d{1,2}日/.test(text.slice(at, at + 6))) return found
  const year = /^[^。]{0,24}?((?:19|20)\d{2})年/.exec(text.slice(found.end, Math.min(end, found.end + 32)))
  return year === null ? found : (hanDate(text, at, midYear(Number(year[1])), language) ?? found)
}

const MONTH_ALONE = /^\d{1,2}月/
/** 2027年2月から3月: a bare month just behind one with its year goes on in that year. Null for any other figure. */
function sameYear(text: string, at: number, start: number, out: readonly Found[]): Day | null {
  const last = out.at(-1)
  if (
    last === undefined ||
    last.kind !== 'date' ||
    last.start < start ||
    at - last.end > 12 ||
    typeof last.value !== 'string' ||
    last.value.length < 7
  )
    return null
  if (!MONTH_ALONE.test(text.slice(at, at + 3)) || /\d{4}年/.test(text.slice(last.start, last.end)) !== /年/.test(text.slice(last.start, last.end)))
    return null
  const [year, month] = last.value.split('-').map(Number)
  return Number.parseInt(text.slice(at), 10) >= month! ? midYear(year!) : null
}

/** The dates and quantities of one Chinese or Japanese sentence. */
function han(text: string, { start, end }: Span, reference: Day | null, language: Language, out: Found[]): void {
  for (let i = start; i < end; ) {
    const code = text.charCodeAt(i)
    const digit = CLASSES[code] === DIGIT
    let found: Found | null = null
    if (digit) {
      if (!insideWord(text, i)) found = hanDate(text, i, sameYear(text, i, start, out) ?? reference, language) ?? hanQuantity(text, i, language)
    } else if (code === 0x540c && text.startsWith('同年', i)) {
      const year = yearBefore(out, start)
      const month = year === null ? null : hanDate(text, i + 2, midYear(year), language)
      if (month !== null && month.kind === 'date') found = { ...month, start: i }
    } else if (DATE_SIGNS.includes(text.charAt(i))) found = hanDate(text, i, reference, language)
    else if (
      code === 0x24 ||
      code === 0x20a9 ||
      code === 0x20ac ||
      code === 0xa5 ||
      code === 0xffe5 ||
      (code === 0x4eba && text.startsWith('人民', i)) ||
      (code === 0x65b0 && text.startsWith('新台', i)) ||
      (code < 0x80 && CURRENCY_SIGN.test(text.slice(i, i + 4)))
    )
      found = hanQuantity(text, i, language)
    if (found !== null && found.value === null && found.kind === 'date' && reference === null) found = inYearOf(text, i, end, found, language)
    if (found !== null && found.end <= end) i = take(text, out, found, joinsHanRange)
    else i = digit ? pastFigure(text, i) : i + 1
  }
}

/**
 * Dates, periods and quantities of a document in English, Chinese or Japanese, in the order of the text. Linear: each figure and word is looked at once.
 *
 * `foreignQuantities('It hires 300 people.', [{ start: 0, end: 20 }], null, 'en')[0]!.value // => 300`
 */
export function foreignQuantities(text: string, sentences: readonly Span[], reference: Day | null, language: Language): Found[] {
  const out: Found[] = []
  for (const sentence of sentences)
    if (language === 'en') english(text, sentence, reference, out)
    else han(text, sentence, reference, language, out)
  const head = language === 'zh' ? text.slice(0, 4000) : ''
  return TAIWAN.test(head) && !MAINLAND.test(head) ? out.map(inTaiwan) : out
}

/** A text of Taiwan (대만) counts in its own yuan where it names no other. */
const TAIWAN = /新台币|台湾/
const MAINLAND = /人民币/
const inTaiwan = (found: Found): Found => (found.unit === 'CNY' && found.printed?.unit === '元' ? { ...found, unit: 'TWD' } : found)
