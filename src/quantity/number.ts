import { type Decimal, decimal, make, multiply, negate, shift } from './decimal.ts'
import { scanFraction, vulgarFraction } from './fraction.ts'
import { scanNative } from './native-number.ts'
import {
  BIG,
  bigMagnitude,
  DIGIT,
  digitValue,
  isHangul,
  isSpace,
  NATIVE,
  numberClass,
  POINT,
  SEVERAL,
  SIGN,
  SINO,
  SMALL,
  sinoDigit,
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

/** True where `at` stands inside a printed number: after a figure, inside a comma group, after a decimal point. */
function insideFigures(text: string, at: number): boolean {
  if (at === 0) return false
  const before = text.charCodeAt(at - 1)
  if (numberClass[before] === DIGIT) return true
  if (at < 2 || numberClass[text.charCodeAt(at - 2)] !== DIGIT) return false
  if (before === 0x2c) {
    let groups = at - 2
    while (groups >= 0 && numberClass[text.charCodeAt(groups)] === DIGIT) groups--
    const size = at - 2 - groups
    let run = at
    while (numberClass[text.charCodeAt(run)] === DIGIT) run++
    return size <= 3 && run - at === 3
  }
  if (before === 0x2e) {
    let run = at
    while (numberClass[text.charCodeAt(run)] === DIGIT) run++
    if (text.charCodeAt(run) === 0x2e && numberClass[text.charCodeAt(run + 1)] === DIGIT) return false
    let start = at - 2
    while (start >= 0 && (numberClass[text.charCodeAt(start)] === DIGIT || text.charCodeAt(start) === 0x2c)) start--
    return !(text.charCodeAt(start) === 0x2e && start > 0 && numberClass[text.charCodeAt(start - 1)] === DIGIT)
  }
  return false
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

/** 수십, 수백만, 몇, 몇십, 여러, 십수 is left to words. The lower end of 수 is two of its magnitude, the upper nine. */
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

/** Words that begin with the syllable of a magnitude: 조각, 조건, 조항; 경기, 경우; 해마다. */
const NOT_TRILLION = '각건사직성금치정례합선명항문의차'
const NEEDS_UNIT = new Set([...'원달불유엔위명평여건개톤파여0123456789'].map((c) => c.charCodeAt(0)))

function blocksMagnitude(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  if (code === 0xc870) {
    if (NOT_TRILLION.includes(text.charAt(at + 1)) && isHangul(next)) return true
    return /^ ?\d+[항호]/.test(text.slice(at + 1, at + 6))
  }
  if (code === 0xacbd || code === 0xd574) return isHangul(next) && !NEEDS_UNIT.has(next) && numberClass[next] !== SINO && numberClass[next] !== SMALL
  return false
}

/** Syllables that may directly follow a single 천, 백 or 십 that stands after a space (3만 천명). */
const COUNTER_START = new Set([...'원명개평건곳톤달불'].map((c) => c.charCodeAt(0)))

/** One pass over figures, 일…구, 십백천 and 만억조경해. `numerator` leaves a final big magnitude to the next word. */
function scanBody(text: string, at: number, firstKind: number, options?: NumberOptions, numerator = false): ScannedNumber | null {
  if (firstKind === NATIVE) return text.charCodeAt(at) === 0xbc18 ? scanHalf(text, at) : scanNative(text, at)
  const afterJe = at > 0 && text.charCodeAt(at - 1) === 0xc81c
  let total = 0n
  let places = 0
  let section = 0n
  let element = -1n
  let lastBig = 99
  let lastSmall = 4
  let digits = false
  let words = 0
  let infix = false
  let native = false
  let decimals = false
  let p = at
  let end = -1
  let runs = 0
  let sinoOnly = true

  for (;;) {
    const code = text.charCodeAt(p)
    const kind = numberClass[code]
    if (kind === DIGIT || (kind === POINT && p === at)) {
      if (element >= 0n || decimals) break
      const run = scanFigures(text, p, options)
      if (!run) break
      const continuation = lastSmall < 4 || lastBig < 99
      if (continuation) {
        if (run.places > 0 && lastSmall < 4) break
        if (run.digits > lastSmall && lastSmall < 4) break
        if (run.digits > lastBig) break
        const follow = text.charCodeAt(run.end)
        if (p > end && (follow === 0xb144 || follow === 0xc6d4)) break
      }
      element = run.value
      places = run.places
      decimals = run.places > 0
      digits = true
      sinoOnly = false
      runs++
      p = run.end
      end = p
      // "5 억 달러", "10여 만": a space or 여 between the figures and a big magnitude
      let q = p
      if (text.charCodeAt(q) === 0xc5ec) q++
      if (isSpace(text.charCodeAt(q)) && q - p < 2) q++
      if (q > p && bigMagnitude(text.charCodeAt(q)) > 0 && magnitudeStands(text, q)) {
        infix ||= text.charCodeAt(p) === 0xc5ec
        p = q
      } else if (q > p && text.charCodeAt(p) === 0xc5ec && smallMagnitude(text.charCodeAt(p + 1)) > 0 && bigMagnitude(text.charCodeAt(p + 2)) > 0) {
        infix = true
        p++
      }
    } else if (kind === SINO) {
      if (element >= 0n || decimals) break
      const value = sinoDigit(code)
      if (value === 0 && end >= 0) break
      if (lastSmall <= 0 || (p > end && end >= 0 && !wordContinues(text, p, digits))) break
      if (
        value === 0 ||
        !(sinoOnly || numberClass[text.charCodeAt(p + 1)] === SMALL || numberClass[text.charCodeAt(p + 1)] === BIG || end < 0 || p === end)
      ) {
        if (value !== 0) break
      }
      element = BigInt(value)
      words++
      p++
      end = p
    } else if (kind === SMALL) {
      const power = smallMagnitude(code)
      if (power >= lastSmall || decimals) {
        if (decimals && element >= 0n && lastSmall === 4 && power === 3 && bigMagnitude(text.charCodeAt(p + 1)) > 0) {
          // 1.5천억
          places -= 3
          p++
          continue
        }
        break
      }
      if (element < 0n && p > end && end >= 0 && !smallContinues(text, p)) break
      if (afterJe && digits) break
      section += (element < 0n ? 1n : element) * 10n ** BigInt(power)
      element = -1n
      lastSmall = power
      words++
      p++
      end = p
      if (text.charCodeAt(p) === 0xc5ec && bigMagnitude(text.charCodeAt(p + 1)) > 0) {
        infix = true
        p++
      }
    } else if (kind === BIG) {
      const power = bigMagnitude(code)
      if (power >= lastBig || blocksMagnitude(text, p) || (afterJe && code === 0xc870)) break
      if (p > end && end >= 0 && element < 0n && lastSmall === 4) break
      if (numerator && !isNumberStart(text.charCodeAt(p + 1))) break
      const amount = section + (element < 0n ? 0n : decimals ? 0n : element)
      if (decimals) {
        total += scaled(element, places, power)
        if (places > power) return finish(make(element, power - places), p + 1)
        decimals = false
        places = 0
      } else total += (amount === 0n && element < 0n ? 1n : amount) * 10n ** BigInt(power)
      section = 0n
      element = -1n
      lastBig = power
      lastSmall = 4
      words++
      p++
      end = p
    } else if (kind === NATIVE && !digits && end === p && element < 0n && lastSmall >= 1 && end > at) {
      const tail = nativeTail(text, p, lastSmall)
      if (!tail) break
      section += BigInt(tail.value)
      native = true
      end = tail.end
      return finish(make(total + section, 0), end)
    } else if ((code === 0xc810 || code === 0xca5c) && !digits && words > 0 && end === p) {
      const point = scanPoint(text, p)
      if (!point) break
      const whole = section + (element < 0n ? 0n : element)
      element = whole * 10n ** BigInt(point.places) + point.value
      section = 0n
      places = point.places
      decimals = true
      lastSmall = 4
      p = point.end
      end = p
    } else if (isSpace(code) && p === end && end > at && (lastBig < 99 || lastSmall < 4) && element < 0n) {
      p++
      if (isSpace(text.charCodeAt(p))) p++
      if (!isNumberStart(text.charCodeAt(p))) break
    } else break
  }
  if (end < 0) return null
  if (decimals) return finish(total === 0n ? make(element, -places) : make(total * 10n ** BigInt(places) + element, -places), end)
  return finish(make(total + section + (element < 0n ? 0n : element), 0), end)

  function finish(value: Decimal, stop: number): ScannedNumber {
    const found: ScannedNumber = { end: stop, value, digits, native }
    if (infix) found.approximateInfix = true
    if (runs === 1 && words === 0) found.plain = true
    return found
  }
}

function scaled(element: bigint, places: number, power: number): bigint {
  return places > power ? 0n : element * 10n ** BigInt(power - places)
}

function isNumberStart(code: number): boolean {
  const kind = numberClass[code]
  return kind === DIGIT || kind === SINO || kind === SMALL
}

/** A magnitude after a space counts only where an amount follows it: "5 억 달러", not "3 조가". */
function magnitudeStands(text: string, at: number): boolean {
  if (blocksMagnitude(text, at)) return false
  const next = text.charCodeAt(at + 1)
  return !isHangul(next) || NEEDS_UNIT.has(next)
}

/** After a space a word goes on with the number only where it cannot be a word of its own: 이천만 goes on, 이상 does not. */
function wordContinues(text: string, at: number, digits: boolean): boolean {
  const next = text.charCodeAt(at + 1)
  const kind = numberClass[next]
  if (kind === SMALL || kind === BIG) return true
  return !digits && !isHangul(next)
}

function smallContinues(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  const kind = numberClass[next]
  return kind === SMALL || kind === BIG || kind === SINO || kind === DIGIT || COUNTER_START.has(next) || !isHangul(next)
}

function nativeTail(text: string, at: number, lastSmall: number): { end: number; value: number } | null {
  const found = scanNative(text, at)
  if (!found || found.ordinal) return null
  const value = Number(found.value.coefficient) * 10 ** found.value.exponent
  if (lastSmall === 1) return value < 10 && !found.adnominal ? { end: found.end, value } : null
  return value >= 10 && value < 100 ? { end: found.end, value } : null
}

/** 점 and the figures behind it (삼점일사): each syllable is one figure. After a space a word such as 이상 must not be taken. */
function scanPoint(text: string, at: number): { end: number; value: bigint; places: number } | null {
  let p = at + 1
  const spaced = text.charCodeAt(p) === 0x20
  if (spaced) p++
  let value = 0n
  let places = 0
  while (numberClass[text.charCodeAt(p)] === SINO) {
    value = value * 10n + BigInt(sinoDigit(text.charCodeAt(p)))
    places++
    p++
  }
  // 칠일이다: the 이 of 이다 is no figure
  if (places > 1 && text.charAt(p - 1) === '이' && '다며고면니라'.includes(text.charAt(p)) && p < text.length) {
    value = (value - 2n) / 10n
    places--
    p--
  }
  if (places === 0) return null
  const next = text.charAt(p)
  if (places === 1 && text.charAt(p - 1) === '이' && /[상하내전후며고다나]/.test(next)) return null
  if (spaced && isHangul(next.charCodeAt(0)) && !/^(점|이다|입니다|이며|을|를|로|은|는|도)/.test(text.slice(p, p + 3))) return null
  return { end: p, value, places }
}

/** Figures with commas, a decimal part and an exponent; full-width figures count. */
function scanFigures(text: string, at: number, options?: NumberOptions): { end: number; value: bigint; places: number; digits: number } | null {
  let p = at
  let plain = ''
  const takeRun = () => {
    const from = p
    while (numberClass[text.charCodeAt(p)] === DIGIT) p++
    return p - from
  }
  const copy = (from: number) => {
    for (let i = from; i < p; i++) plain += digitValue(text.charCodeAt(i))
  }
  const lead = takeRun()
  copy(at)
  let grouped = false
  if (lead >= 1 && lead <= 3) {
    for (;;) {
      const mark = text.charCodeAt(p)
      const spaced = mark === 0x202f || mark === 0x2009 || (mark === 0x20 && options?.spacedGroups === true)
      if (mark !== 0x2c && mark !== 0xff0c && !spaced) break
      if (!threeFigures(text, p + 1)) break
      const from = p + 1
      p += 4
      copy(from)
      grouped = true
    }
  }
  let places = 0
  const digits = plain.length
  // 2025.3.27 and 192.168.1.2 are runs of whole numbers
  const afterPoint = at > 1 && text.charCodeAt(at - 1) === 0x2e && numberClass[text.charCodeAt(at - 2)] === DIGIT
  if (!afterPoint && text.charCodeAt(p) === 0x2e && numberClass[text.charCodeAt(p + 1)] === DIGIT) {
    const point = p
    p++
    const run = takeRun()
    const dotted = text.charCodeAt(p) === 0x2e && numberClass[text.charCodeAt(p + 1)] === DIGIT
    if (dotted && !grouped) p = point
    else {
      copy(point + 1)
      places = run
    }
  }
  if (plain === '') return null
  let value = BigInt(plain)
  const exponent = lead > 0 ? /^[eE]([+-]?\d{1,3})(?![0-9A-Za-z.])/.exec(text.slice(p, p + 7)) : null
  if (exponent) {
    const power = Number(exponent[1])
    p += exponent[0].length
    if (power >= places) {
      value *= 10n ** BigInt(power - places)
      places = 0
    } else places -= power
  }
  return { end: p, value, places, digits }
}

function threeFigures(text: string, at: number): boolean {
  return (
    numberClass[text.charCodeAt(at)] === DIGIT &&
    numberClass[text.charCodeAt(at + 1)] === DIGIT &&
    numberClass[text.charCodeAt(at + 2)] === DIGIT &&
    numberClass[text.charCodeAt(at + 3)] !== DIGIT
  )
}

/** 반 as a half by itself: the word must stand alone or carry a particle. */
function scanHalf(text: string, at: number): ScannedNumber | null {
  if (at > 0 && isHangul(text.charCodeAt(at - 1))) return null
  if (!standsAlone(text, at + 1, '은을의만이도')) return null
  return { end: at + 1, value: decimal('0.5'), digits: false, native: true }
}

/** The half (반) behind a unit, as in 2배 반 and 한 시간 반: the offset after it, or −1. `scanHalfAfter('2배 반', 2) // => 4` */
export function scanHalfAfter(text: string, at: number): number {
  const from = text.charCodeAt(at) === 0x20 ? at + 1 : at
  if (text.charCodeAt(from) !== 0xbc18) return -1
  return standsAlone(text, from + 1, '이은을의만도에') ? from + 1 : -1
}

/** True where a word ends at `at`, or one of these particles follows and ends it (반도 ends, 반도체 does not). */
function standsAlone(text: string, at: number, particles: string): boolean {
  if (!isHangul(text.charCodeAt(at))) return true
  return particles.includes(text.charAt(at)) && !isHangul(text.charCodeAt(at + 1))
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
