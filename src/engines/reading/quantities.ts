import { BULLET, CLASSES, DIGIT, HANGUL, LATIN, MIDDLE_DOT, NEWLINE, SPACE } from './characters.ts'
import { countedUnit } from './counted.ts'
import { type Day, mayBeRelative, readDate, readRelativeDate } from './dates.ts'
import { readNumber } from './numbers.ts'
import type { Bound, Mention, Span } from './reading.ts'
import { type UnitEntry, unitAt } from './units.ts'

/** Words after a quantity that open it upwards or downwards. */
const BOUND_AFTER: readonly (readonly [string, Bound])[] = [
  ['이상', 'min'],
  ['초과', 'min'],
  ['넘', 'min'],
  ['웃도', 'min'],
  ['웃돌', 'min'],
  ['이하', 'max'],
  ['미만', 'max'],
  ['한도', 'max'],
  ['이내', 'max'],
]
const BOUND_BEFORE: readonly (readonly [string, Bound])[] = [
  ['최소', 'min'],
  ['적어도', 'min'],
  ['최대', 'max'],
  ['최고', 'max'],
]
const APPROXIMATE_AFTER = ['가량', '정도', '안팎', '내외', '남짓', '규모 안팎', '쯤', '여']
const APPROXIMATE_BEFORE = ['약', '대략', '어림잡아']

/** Syllables before a number that make it an ordinal or part of a name: 제5차, 레벨4, 시즌2. */
const ORDINAL_BEFORE = '제'

const skipSpace = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f ? at + 1 : at
}

const makeMention = (text: string, start: number, end: number, rest: Omit<Mention, 'text' | 'start' | 'end'>): Mention => ({
  text: text.slice(start, end),
  start,
  end,
  ...rest,
})

/** State of one scan: where a number without its unit stood, so that "100·200·300만원" can lend it one. */
interface Bare {
  start: number
  end: number
  value: number
}

/**
 * Quantities and dates (수량·날짜) of a text, in order: money, area, counts, shares, power, lengths, dates and durations, each with value, unit and bounds.
 * Ordinals (제2차, 민선 8기), enumerations (17대 사업), clock times, counters and file names are not quantities.
 * One pass; what is not a digit or the first syllable of a date word costs one table look-up.
 *
 * `findQuantities('면적은 약 32만㎡다', [{ start: 0, end: 11 }], null)[0]?.value // => 320000`
 */
export function findQuantities(text: string, sentences: readonly Span[], reference: Day | null): Mention[] {
  const out: Mention[] = []
  const state: Memory = { lastCounted: null }
  let headerScale: HeaderScale | null = null
  for (const sentence of sentences) {
    headerScale = readHeaderScale(text, sentence) ?? headerScale
    if (isNoise(text, sentence)) continue
    scanSentence(text, sentence, reference, out, state)
  }
  return out
}

interface Memory {
  /** The noun that a bare 개 last counted. */
  lastCounted: string | null
}

interface HeaderScale {
  readonly unit: string
}

function readHeaderScale(_text: string, _sentence: Span): HeaderScale | null {
  return null
}

/** Page counters, character counters and file names: "전체 49,733 건 - 1 페이지", "0/1000", "bt7fb8dba2.jpg". */
function isNoise(text: string, { start, end }: Span): boolean {
  if (end - start > 80) return false
  const line = text.slice(start, end)
  return /^전체\s*[\d,]+\s*건\b|^전체\s*[\d,]+\s*건|페이지$|\.(?:jpe?g|png|gif|bmp|webp|pdf|hwpx?)$|^조회(?:수)?\s*[\d,]+|^(?:추천|댓글|공감|좋아요)\S*\s*\d+$/.test(
    line,
  )
}

function scanSentence(text: string, sentence: Span, reference: Day | null, out: Mention[], memory: Memory): void {
  const { end } = sentence
  let i = sentence.start
  let previous = SPACE
  let lentYear: number | null = null
  let bare: Bare[] = []
  while (i < end) {
    const code = text.charCodeAt(i)
    const kind = CLASSES[code]!
    if (kind === HANGUL) {
      if (previous !== HANGUL && mayBeRelative(code)) {
        const date = readRelativeDate(text, i, reference, lentYear)
        if (date !== null && date.end <= end) {
          if (date.year !== null) lentYear = date.year
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
    if (kind !== DIGIT) {
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
    const date =
      (beforeKind === HANGUL && text.charAt(i - 1) === ORDINAL_BEFORE) || opensTitle(text, i) ? null : readDate(text, i, reference, lentYear)
    if (date !== null && date.end <= end) {
      if (date.year !== null) lentYear = date.year
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
    const next = readQuantity(text, i, end, out, bare, memory)
    bare = next.bare
    i = next.at
    previous = DIGIT
  }
}

/** "'2024년 창업도약패키지'": a year that opens a quoted name is part of the name. */
function opensTitle(text: string, at: number): boolean {
  if (!'‘\'“"「『<《'.includes(text.charAt(at - 1)) || at === 0) return false
  const inside = /^(?:19|20)\d\d년도? [가-힣A-Za-z0-9·\s]{2,24}[’'”"」』>》]/.exec(text.slice(at, at + 34))
  return inside !== null && !/까지|부터|다$|이후/.test(inside[0].slice(0, -1))
}

const dateMention = (text: string, start: number, end: number, value: Mention['value'], rule: string): Mention =>
  makeMention(text, start, end, {
    kind: 'date',
    value,
    valueMax: null,
    unit: 'date',
    approximate: false,
    bound: null,
    per: null,
    printed: null,
    certainty: value === null ? 0.6 : 0.95,
    rule,
  })

const MOST_DIGITS = 16

function digitRun(text: string, at: number, end: number): number {
  let i = at
  while (i < end && CLASSES[text.charCodeAt(i)] === DIGIT) i++
  return i
}

const CURRENCY_CODES = ['USD', 'US$', 'KRW', 'EUR', 'JPY', 'CNY']
const isCurrencyCode = (text: string, at: number): boolean => CURRENCY_CODES.some((c) => text.startsWith(c, at - c.length))

function skipWord(text: string, at: number, end: number): number {
  let i = at
  while (i < end) {
    const kind = CLASSES[text.charCodeAt(i)]
    if (kind !== DIGIT && kind !== LATIN) break
    i++
  }
  return i
}

const CURRENCY_BEFORE: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['USD', 'USD'],
  ['$', 'USD'],
  ['＄', 'USD'],
  ['€', 'EUR'],
  ['EUR', 'EUR'],
  ['₩', 'KRW'],
  ['￦', 'KRW'],
  ['KRW', 'KRW'],
  ['¥', 'JPY'],
  ['JPY', 'JPY'],
  ['CNY', 'CNY'],
]

/** The currency sign or code before a number, with the place where it begins. */
function currencyBefore(text: string, at: number): readonly [number, string] | null {
  const from = text.charCodeAt(at - 1) === 0x20 ? at - 1 : at
  for (const [sign, unit] of CURRENCY_BEFORE) if (text.startsWith(sign, from - sign.length)) return [from - sign.length, unit]
  return null
}

interface Step {
  readonly at: number
  readonly bare: Bare[]
}

function readQuantity(text: string, at: number, end: number, out: Mention[], bareBefore: Bare[], memory: Memory): Step {
  const number = readNumber(text, at)!
  let { value, end: after } = number
  const { magnitude, plainDigits, fraction } = number
  if (after > end) return { at: end, bare: [] }
  const numberEnd = after
  const ordinal = text.charAt(at - 1) === ORDINAL_BEFORE || /(?:레벨|시즌|버전|타입|단계|민선)\s?$/.test(text.slice(Math.max(0, at - 4), at))
  // upper end of a range: "100억~200억 원", "30~50%"
  let valueMax: number | null = null
  let rangeEnd = after
  let firstUnit: UnitEntry | null = null
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
          }
        }
      }
    }
  }
  if (valueMax !== null) after = rangeEnd
  // 여, 수 between number and unit
  let approximate = false
  let q = after
  const middle = text.charAt(q)
  if (middle === '여' && !isWordGoingOn(text, q + 1)) {
    approximate = true
    q++
  }
  const spaced = skipSpace(text, q)
  let unit = unitAt(text, spaced)
  if (unit !== null && spaced > q && needsTouch(unit, magnitude)) unit = null
  if (unit === null && spaced === q && text.charAt(q) === '\n') unit = null
  const currency = currencyBefore(text, at)
  if (currency !== null && (unit === null || unit.kind !== 'money')) {
    push(text, currency[0], after, 'money', currency[1], value, valueMax, approximate, number.value, '', 0.95, 'money:sign', out)
    return { at: after, bare: [] }
  }
  if (unit === null) return withoutUnit(text, at, after, magnitude, value, valueMax, approximate, ordinal, bareBefore, out, q)
  if (ordinal) return { at: spaced + unit.text.length, bare: [] }
  const unitEnd = spaced + unit.text.length
  if (unitEnd > end) return { at: after, bare: [] }
  const duration = durationAt(text, at, q, value, out)
  if (duration > 0) return { at: duration, bare: [] }
  if (unit.kind === 'count') return counted(text, at, unitEnd, unit, value, valueMax, approximate, bareBefore, out, memory, numberEnd, plainDigits)
  if (unit.kind === 'money' && unit.unit === 'KRW' && fraction && magnitude === 1) return { at: unitEnd, bare: [] }
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

const scale = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))

const isWordGoingOn = (text: string, at: number): boolean => '성유건권행객가론섯덟러름'.includes(text.charAt(at)) && at < text.length

/** A one-syllable unit after a space is more often the next word: "3 대" and "5 기" are read only where they touch, except 명, 원, 건, 개 and measures. */
function needsTouch(unit: UnitEntry, magnitude: number): boolean {
  if (unit.kind !== 'count') return unit.text === 'm' || unit.text === 'M' || unit.text === '아르'
  if (unit.text.length > 1) return false
  return !'명개건곳인톤t실배홀'.includes(unit.text) && magnitude < 1000
}

function push(
  text: string,
  start: number,
  unitEnd: number,
  kind: Mention['kind'],
  unit: string,
  value: number,
  valueMax: number | null,
  approximateBy: boolean,
  amount: number,
  unitText: string,
  certainty: number,
  rule: string,
  out: Mention[],
): void {
  let end = unitEnd
  let approximate = approximateBy
  let bound: Bound | null = null
  // "120MW(메가와트)"
  if (text.startsWith('(메가와트)', end) || text.startsWith('(기가와트)', end)) end += 6
  const afterAt = skipSpace(text, end)
  for (const word of APPROXIMATE_AFTER) if (text.startsWith(word, afterAt)) approximate = true
  if (text.charAt(end) === '대' && /^대(?:의|에|로|를|가|\s|$)/.test(text.slice(end, end + 2)) && kind !== 'count') approximate = true
  const bounded = boundAfter(text, end)
  if (bounded !== null) {
    bound = bounded.bound
    approximate = true
    end = bounded.end
  }
  let before = start
  while (before > 0 && (text.charCodeAt(before - 1) === 0x20 || text.charAt(before - 1) === '(')) before--
  for (const word of APPROXIMATE_BEFORE)
    if (text.startsWith(word, before - word.length) && isWordStart(text, before - word.length)) approximate = true
  for (const [word, b] of BOUND_BEFORE)
    if (bound === null && text.startsWith(word, before - word.length) && isWordStart(text, before - word.length)) {
      bound = b
      approximate = true
    }
  out.push(
    makeMention(text, start, end, {
      kind,
      value,
      valueMax,
      unit,
      approximate,
      bound,
      per: kind === 'money' ? perBefore(text, start, out.at(-1)) : null,
      printed: {
        amount: text.slice(start, unitText !== '' && text.endsWith(unitText, unitEnd) ? unitEnd - unitText.length : unitEnd),
        unit: unitText,
      },
      certainty: amount === value || unitText !== '' ? certainty : certainty * 0.9,
      rule,
    }),
  )
}

/** "이상" at once or after a particle: "40%가 넘는", "39세이하". */
function boundAfter(text: string, end: number): { bound: Bound; end: number } | null {
  let at = skipSpace(text, end)
  const particle = text.charAt(end)
  if ((particle === '이' || particle === '가' || particle === '을' || particle === '를') && text.charAt(end + 1) === ' ') at = end + 2
  for (const [word, bound] of BOUND_AFTER) {
    if (!text.startsWith(word, at)) continue
    if (at > end + 1 && word.length > 1 && word !== '웃도' && word !== '웃돌') continue
    return { bound, end: at === end || at === end + 1 ? (word.length > 1 && word !== '웃도' && word !== '웃돌' ? at + word.length : end) : end }
  }
  return null
}

const isWordStart = (text: string, at: number): boolean => at <= 0 || CLASSES[text.charCodeAt(at - 1)] !== HANGUL

const PER_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:1인당|인당|1명당|한 사람당|개인당)[^.。\n]{0,14}$/, 'person'],
  [/(?:시민|국민|도민|군민|주민|전 시민|가입자)\s?(?:1인당|1명당|에게)[^.。\n]{0,20}$/, 'person'],
  [/전 (?:시민|도민|군민|구민|국민|주민|가구) [가-힣\s]{0,12}(?:지원금|연금|수당|바우처|페이)\s?(?:약 |최대 )?$/, 'person'],
  [/(?:기업당|업체당|개사당|1개사당|사당|기업별|업체별|기업 1곳당)[^.。\n]{0,14}$/, 'firm'],
  [/(?:가구당|세대당)[^.。\n]{0,14}$/, 'household'],
  [/(?:월 한도|매월|매달|월평균|한 달에|한 달 평균|(?<![\d0-9])월)[^.。\n]{0,12}$/, 'month'],
  [/(?:연간|매년|해마다|연평균|한 해 평균|연 평균|한 해)[^.。\n]{0,14}$/, 'year'],
  [/(?:팀당|팀별)[^.。\n]{0,14}$/, 'team'],
  [/(?:개소당|곳당|1곳당|지구당)[^.。\n]{0,14}$/, 'site'],
]
function perBefore(text: string, start: number, last: Mention | undefined): string | null {
  // "업체당 3천만 원씩 총 1,500억 원": what was said per firm ends with its own amount
  const from =
    last !== undefined && last.kind === 'money' && last.end <= start && /총|모두|전체|합계/.test(text.slice(last.end, start)) ? last.end : start - 26
  const before = text.slice(Math.max(0, from, start - 26), start)
  for (const [pattern, unit] of PER_BEFORE) if (pattern.test(before)) return unit
  return null
}

/** "100·200·300만원": the numbers before take unit and magnitude of the last, if only a dot or comma and a short label stand between. */
function lendUnit(text: string, at: number, bare: readonly Bare[], magnitude: number, unit: UnitEntry, out: Mention[]): void {
  let next = at
  const lent: Bare[] = []
  for (let i = bare.length - 1; i >= 0; i--) {
    const one = bare[i]!
    if (!/^\s?[·ㆍ・/,]\s?[가-힣]{0,4}\s?$/.test(text.slice(one.end, next))) break
    lent.push(one)
    next = one.start
  }
  for (const one of lent.reverse()) {
    const value = scale(one.value * (one.value < magnitude * 10 ? magnitude : 1), unit.factor)
    push(text, one.start, one.end, unit.kind, unit.unit, value, null, false, one.value, '', 0.85, `${unit.kind}:lent`, out)
  }
}

/** 3조, 2,230억 and 76만 with no unit: money from 억 upwards, people after 인구, else nothing. */
function withoutUnit(
  text: string,
  at: number,
  after: number,
  magnitude: number,
  value: number,
  valueMax: number | null,
  approximate: boolean,
  ordinal: boolean,
  bare: Bare[],
  out: Mention[],
  q: number,
): Step {
  const duration = ordinal ? 0 : durationAt(text, at, q, value, out)
  if (duration > 0) return { at: duration, bare: [] }
  if (ordinal) return { at: after, bare: [] }
  if (magnitude >= 1e8) {
    const next = text.slice(after, after + 4)
    const article = magnitude === 1e12 && value < 1e15 && /^\s?(?:제?\d+항|의\d|각|\d+호)/.test(next)
    if (!article && !/^(?:개|여 ?개|마리|번|년)/.test(next)) {
      push(text, at, after, 'money', 'KRW', value, valueMax, approximate, value, '', 0.8, 'money:magnitude', out)
      return { at: after, bare: [] }
    }
  }
  if (magnitude >= 1e4 && /인구(?:가|는|를|수)?\s?(?:약\s?)?$/.test(text.slice(Math.max(0, at - 7), at))) {
    push(text, at, after, 'count', 'persons', value, valueMax, approximate, value, '', 0.85, 'count:population', out)
    return { at: after, bare: [] }
  }
  const total = out.at(-1)
  // "1,840억원(국비 320, 도비 96, 시비 1,424)": parts of the total in its own magnitude
  if (
    total !== undefined &&
    total.kind === 'money' &&
    at - total.start < 90 &&
    /(?:국비|도비|시비|군비|구비|지방비|민자|민간|자부담|기타)\s?$/.test(text.slice(Math.max(0, at - 4), at))
  ) {
    const since = text.slice(total.start, at)
    const open = since.lastIndexOf('(')
    const whole = /(조|억|만|천|백만)\s?원?$/.exec(total.printed?.unit === '' ? total.text : `${total.text}`)
    if (open >= 0 && !since.includes(')', open) && whole !== null) {
      const scaleBy = whole[1] === '조' ? 1e12 : whole[1] === '억' ? 1e8 : whole[1] === '만' ? 1e4 : whole[1] === '백만' ? 1e6 : 1e3
      push(text, at, after, 'money', 'KRW', scale(value, scaleBy), null, false, value, '', 0.8, 'money:part-of-total', out)
      return { at: after, bare: [] }
    }
    if (total.rule === 'money:part-of-total' && typeof total.value === 'number') {
      const ratio = total.value / Number(total.text.replace(/,/g, ''))
      if (Number.isFinite(ratio) && ratio >= 1e3) {
        push(text, at, after, 'money', 'KRW', scale(value, ratio), null, false, value, '', 0.8, 'money:part-of-total', out)
        return { at: after, bare: [] }
      }
    }
  }
  const keep = bare.length < 8 ? bare : bare.slice(1)
  return { at: after, bare: [...keep, { start: at, end: after, value }] }
}

const DURATION: readonly (readonly [string, string])[] = [
  ['개월', 'month'],
  ['달', 'month'],
  ['년', 'year'],
  ['주일', 'week'],
  ['주간', 'week'],
  ['주', 'week'],
  ['일', 'day'],
  ['시간', 'hour'],
]

/** 20개월, 1년 만에, 7년 연속, 3일간: a duration (기간). Returns its end, or 0. */
function durationAt(text: string, at: number, q: number, value: number, out: Mention[]): number {
  const from = skipSpace(text, q)
  for (const [word, unit] of DURATION) {
    if (!text.startsWith(word, from)) continue
    const after = from + word.length
    const next = text.charAt(after)
    if (word === '달' && '러성'.includes(next) && next !== '') return 0
    if (word === '년' && (next === '대' || next === '생' || next === '도' || next === '차' || value >= 100)) return 0
    if (word === '주' && '년요차택민거도주식최'.includes(next) && next !== '') return 0
    if (word === '일' && !/^일(?:간|째|동안| 동안| 만에|만에| 이내|이내)/.test(text.slice(from, from + 5))) return 0
    if (word === '시간' && next === '대') return 0
    if (word === '년' && text.startsWith('주년', from - 1)) return 0
    let end = after
    if (text.startsWith('간', end) && !text.startsWith('간부', end)) end++
    else if (text.startsWith(' 만에', end)) end += 3
    else if (text.startsWith('만에', end)) end += 2
    else if (next === '새' || next === '째') end++
    out.push(
      makeMention(text, at, end, {
        kind: 'period',
        value,
        valueMax: null,
        unit,
        approximate: /(?:약|대략)\s?$/.test(text.slice(Math.max(0, at - 3), at)),
        bound: null,
        per: null,
        printed: { amount: text.slice(at, q), unit: word },
        certainty: 0.9,
        rule: 'period:unit',
      }),
    )
    return end
  }
  return 0
}

/** 17대 핵심 사업, 2000대 기업, 3대 전략: an enumeration names its members and counts nothing that was promised. */
const isEnumeration = (text: string, unitEnd: number, unit: UnitEntry): boolean =>
  unit.text === '대' &&
  /^[ ]?[가-힣‘'“]/.test(text.slice(unitEnd, unitEnd + 2)) &&
  !/^(?:를|가|의|로|와|에|이|은|는|씩|분|규)/.test(text.slice(unitEnd, unitEnd + 1))

function counted(
  text: string,
  at: number,
  unitEnd: number,
  unit: UnitEntry,
  value: number,
  valueMax: number | null,
  approximate: boolean,
  bare: readonly Bare[],
  out: Mention[],
  memory: Memory,
  numberEnd: number,
  plainDigits: number,
): Step {
  const skip: Step = { at: unitEnd, bare: [] }
  if (isEnumeration(text, unitEnd, unit)) return skip
  // "대 1", "3동 15층" are fine; ranks and school years are not
  if (unit.text === '기' && /민선\s?$/.test(text.slice(Math.max(0, at - 3), at))) return skip
  if (
    unit.text === '기' &&
    !/(?:발전|데이터센터|저장|원전|풍력|터빈|설비|타워|호기|크레인|충전|위성|로켓|전투|엔진|탱크|반응)/.test(
      text.slice(Math.max(0, at - 24), Math.min(text.length, unitEnd + 10)),
    )
  )
    return skip
  if (unit.text === '부' || unit.text === '국' || unit.text === '과') {
    if (value > 60 || !/\d\s?(?:국|과|팀|부|본부)/.test(text.slice(Math.max(0, at - 16), at) + text.slice(unitEnd, unitEnd + 24))) return skip
  }
  if (
    unit.text === '자' &&
    !/(?:협약|협의|협력|체결|간|합의|회담|업무)/.test(text.slice(unitEnd, unitEnd + 24) + text.slice(Math.max(0, at - 12), at))
  )
    return skip
  if (unit.text === '층' && plainDigits > 3) return skip
  if (
    unit.text === '동' &&
    !/(?:건물|아파트|공장|센터|창고|동\b|주택|규모|짜리|건축|조성|짓|건립|신축|MW|㎡)/.test(
      text.slice(Math.max(0, at - 24), Math.min(text.length, unitEnd + 16)),
    )
  )
    return skip
  if (unit.text === '세' && text.charAt(unitEnd) === '기') return skip
  if (unit.text === '자' && value < 2) return skip
  if (unit.text === '인' && value === 1) return skip
  if (unit.text === '종' || unit.text === '가지' || unit.text === '면' || unit.text === '권' || unit.text === '편') return skip
  let name = unit.unit
  let end = unitEnd
  let rule = 'count:unit'
  let certainty = 0.95
  if (unit.countsNoun) {
    const noun = countedUnit(text, at, unitEnd, unit.text)
    if (noun !== null) {
      name = noun.unit
      if (noun.end > end) end = noun.end
      memory.lastCounted = noun.unit
      rule = `count:${noun.rule}`
    } else if (unit.text === '개' && memory.lastCounted !== null) {
      name = memory.lastCounted
      rule = 'count:carried'
      certainty = 0.7
    } else certainty = 0.7
  } else if (unit.text === '대' && /\d:\s?$|대\s?$/.test(text.slice(Math.max(0, at - 3), at))) return skip
  // a list that shares the unit: "3·4·5동"
  lendUnit(text, at, bare, 1, unit, out)
  pushCount(text, at, unitEnd, end, name, value, valueMax, approximate, certainty, rule, unit.text, out)
  void numberEnd
  return { at: unitEnd, bare: [] }
}

function pushCount(
  text: string,
  at: number,
  unitEnd: number,
  end: number,
  unit: string,
  value: number,
  valueMax: number | null,
  approximate: boolean,
  certainty: number,
  rule: string,
  unitText: string,
  out: Mention[],
): void {
  push(text, at, unitEnd, 'count', unit, value, valueMax, approximate, value, unitText, certainty, rule, out)
  const last = out.length - 1
  const mention = out[last]!
  if (mention.end < end) out[last] = { ...mention, end, text: text.slice(mention.start, end) }
}

export { BULLET, MIDDLE_DOT, NEWLINE }
