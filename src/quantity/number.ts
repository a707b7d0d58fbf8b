import { type Decimal, make, multiply, negate, shift } from './decimal.ts'
import { insideFigures } from './figures.ts'
import { scanFraction, vulgarFraction } from './fraction.ts'
import { standsAlone } from './native-number.ts'
import { blocksMagnitude, scanBody } from './number-body.ts'
import {
  bigMagnitude,
  DIGIT,
  isHangul,
  isSpace,
  NATIVE,
  numberClass,
  POINT,
  SEVERAL,
  SIGN,
  SINO,
  SMALL,
  smallMagnitude,
  VULGAR,
} from './number-class.ts'

export { numberClass } from './number-class.ts'

/**
 * A number found in Korean text (수사). `end` is the UTF-16 offset after it; signs, 점 decimals, 분의 fractions and magnitudes lie inside.
 * - `digits`: at least one figure 0-9 was printed. Words alone (이, 만, 천) are numbers only where a unit follows: the caller decides.
 * - `native`: a native numeral (하나, 스무 …); `adnominal`: its form before a counter (한, 두, 세 …).
 * - `fuzzy`: 수십, 몇백, 여러: the value is the lower end, `high` is null where the words give no upper end.
 * - `ordinal`: 제 stands before it or 번째/째 behind it. `approximateInfix`: 여 stands inside it (10여 만).
 * - `ratio`: a fraction as printed (3분의 1 is 1/3 exactly; `value` is its decimal to 20 digits where it does not end). `slash`: printed as a/b.
 * - `plain`: nothing but a run of figures (with commas): a year, a code or a page number looks like this.
 */
export type ScannedNumber = {
  end: number
  value: Decimal
  digits: boolean
  native: boolean
  adnominal?: boolean
  fuzzy?: { low: Decimal; high: Decimal | null }
  ordinal?: boolean
  approximateInfix?: boolean
  ratio?: { numerator: Decimal; denominator: Decimal }
  slash?: boolean
  plain?: boolean
}

/** `spacedGroups`: also read "1 234 567" with ordinary spaces (never in tables, where it joins two cells). */
export type NumberOptions = { spacedGroups?: boolean }

const MINUS = ['마이너스', '마이나스']

/**
 * The number that starts exactly at `at`, or null. Never starts inside a longer run of figures.
 * Magnitudes descend (4천 450억, 1조 5,904억, 2만5,000, 삼십오만), spaces stand only between magnitude groups.
 * O(length of the number).
 * `toText(scanNumber('4천450억여원', 0)!.value) // => '445000000000'`
 */
export function scanNumber(text: string, at: number, options?: NumberOptions): ScannedNumber | null {
  const code = text.charCodeAt(at)
  const kind = numberClass[code]
  if (kind === undefined || kind === 0) return null
  if (kind === SIGN) return scanSigned(text, at, code, options)
  if (kind === VULGAR) {
    if (at > 0 && numberClass[text.charCodeAt(at - 1)] === DIGIT) return null
    const ratio = vulgarFraction(code)!
    return { end: at + 1, value: ratio.value, digits: true, native: false, ratio: { numerator: ratio.numerator, denominator: ratio.denominator } }
  }
  if ((kind === DIGIT || kind === POINT) && insideFigures(text, at)) return null
  return scanUnsigned(text, at, kind, options)
}

function scanSigned(text: string, at: number, code: number, options?: NumberOptions): ScannedNumber | null {
  let from = at + 1
  let minus = true
  if (code === 0xb9c8) {
    const word = MINUS.find((w) => text.startsWith(w, at))
    if (!word) return scanUnsigned(text, at, NATIVE, options)
    from = at + word.length
    if (text.charCodeAt(from) === 0x20) from++
  } else {
    minus = code !== 0x2b && code !== 0xff0b
    let before = at - 1
    while (before >= 0 && isSpace(text.charCodeAt(before))) before--
    if (before >= 0 && !opensSign(text.charCodeAt(before), before === at - 1)) return null
    if (numberClass[text.charCodeAt(from)] !== DIGIT && numberClass[text.charCodeAt(from)] !== POINT) return null
  }
  const kind = numberClass[text.charCodeAt(from)]
  if (kind === undefined || kind === 0 || kind === SIGN) return null
  const found = scanUnsigned(text, from, kind, options)
  if (!found || found.fuzzy || found.native) return null
  if (minus) {
    found.value = negate(found.value)
    if (found.ratio) found.ratio = { numerator: negate(found.ratio.numerator), denominator: found.ratio.denominator }
  }
  found.plain = false
  return found
}

/** A sign belongs to the number unless a word, figure or bracket stands directly before it (a range, a code), or a figure before a space. */
function opensSign(before: number, adjacent: boolean): boolean {
  if (numberClass[before] === DIGIT) return false
  if (!adjacent) return true
  return !(isHangul(before) || (before >= 0x41 && before <= 0x7a) || before === 0x29 || before === 0x25 || before === 0x2d)
}

function scanUnsigned(text: string, at: number, kind: number, options?: NumberOptions): ScannedNumber | null {
  if (kind === SEVERAL) {
    const several = scanSeveral(text, at)
    if (several) return several
    kind = NATIVE
  } else if (kind === SINO && isNativeSeven(text, at)) kind = NATIVE
  const body = scanBody(text, at, kind, options)
  if (!body) return null
  const fraction = scanFraction(text, at, body, (t, p) => scanNumerator(t, p))
  const found = fraction ?? body
  if (isOrdinalAfter(text, found.end) || (at > 0 && text.charCodeAt(at - 1) === 0xc81c)) found.ordinal = true
  return found
}

/** 일곱 and 일흔 begin with the syllable of 일. */
function isNativeSeven(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0xc77c && (next === 0xacf1 || next === 0xd754)
}

function isOrdinalAfter(text: string, end: number): boolean {
  if (text.charCodeAt(end) === 0xc9f8) return true
  const from = text.charCodeAt(end) === 0x20 ? end + 1 : end
  return text.startsWith('번째', from)
}

/** The number above the line of a fraction: 이, 마이너스 백, 2000; a final 만 or 조 belongs to the next word (일만, 일조각). */
function scanNumerator(text: string, at: number): ScannedNumber | null {
  const minus = MINUS.find((w) => text.startsWith(w, at))
  let from = at
  if (minus) from += minus.length
  if (minus && text.charCodeAt(from) === 0x20) from++
  const kind = numberClass[text.charCodeAt(from)]
  if (kind !== DIGIT && kind !== SINO && kind !== SMALL) return null
  const body = scanBody(text, from, kind, undefined, true)
  if (!body) return null
  if (minus) body.value = negate(body.value)
  return body
}

/** 수십, 수백만, 몇, 몇십, 여러. The lower end of 수 is two of its magnitude, the upper nine. */
function scanSeveral(text: string, at: number): ScannedNumber | null {
  if (at > 0 && isHangul(text.charCodeAt(at - 1))) return null
  const code = text.charCodeAt(at)
  if (code === 0xc5ec) return text.startsWith('여러', at) ? several(at + 2, 0, true) : null
  let p = at + 1
  let exponent = 0
  const small = smallMagnitude(text.charCodeAt(p))
  if (small > 0) {
    exponent += small
    p++
  }
  const big = bigMagnitude(text.charCodeAt(p))
  if (big > 0 && !blocksMagnitude(text, p)) {
    exponent += big
    p++
  }
  if (code === 0xc218 && exponent === 0) return null
  return several(p, exponent, false)
}

function several(end: number, exponent: number, open: boolean): ScannedNumber {
  const low = make(2n, exponent)
  return { end, value: low, digits: false, native: true, fuzzy: { low, high: open ? null : make(9n, exponent) } }
}

/** The half (반) behind a unit, as in 2배 반 and 한 시간 반: the offset after it, or −1. `scanHalfAfter('2배 반', 2) // => 4` */
export function scanHalfAfter(text: string, at: number): number {
  const from = text.charCodeAt(at) === 0x20 ? at + 1 : at
  if (text.charCodeAt(from) !== 0xbc18) return -1
  return standsAlone(text, from + 1, '이은을의만도에') ? from + 1 : -1
}

/**
 * The whole text as one number (surrounding spaces allowed), or null.
 * `toText(parseNumber('삼십오만')!) // => '350000'`
 */
export function parseNumber(text: string): Decimal | null {
  const trimmed = text.trim()
  const found = scanNumber(trimmed, 0)
  return found && found.end === trimmed.length && !found.fuzzy ? found.value : null
}

/**
 * Every number in a text, left to right, without overlaps. With `figuresOnly` numbers written in words alone are passed over.
 * `[...numbersIn('1조 5천억, 3건')].length // => 2`
 */
export function* numbersIn(text: string, options?: NumberOptions & { figuresOnly?: boolean }): Generator<{ start: number } & ScannedNumber> {
  const length = text.length
  for (let p = 0; p < length; ) {
    if (numberClass[text.charCodeAt(p)] === 0) {
      p++
      continue
    }
    const found = scanNumber(text, p, options)
    if (!found || (options?.figuresOnly === true && !found.digits)) {
      p++
      continue
    }
    yield { start: p, ...found }
    p = found.end
  }
}

/** A number times a power of ten or a factor, as in 단위: 백만원. `toText(inUnitsOf(decimal('1234'), decimal('1000000'))) // => '1234000000'` */
export function inUnitsOf(value: Decimal, factor: Decimal): Decimal {
  return factor.coefficient === 1n ? shift(value, factor.exponent) : multiply(value, factor)
}
