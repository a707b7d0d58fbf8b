import { add, type Decimal, make, ZERO } from './decimal.ts'
import { scanFigures } from './figures.ts'
import { scanHalf, scanNative } from './native-number.ts'
import type { NumberOptions, ScannedNumber } from './number.ts'
import { BIG, bigMagnitude, DIGIT, isHangul, isSpace, NATIVE, numberClass, POINT, SINO, SMALL, sinoDigit, smallMagnitude } from './number-class.ts'

const POWERS = [1, 10, 100, 1000, 10000, 100000, 1000000]

/** A section (at most fifteen figures) as a decimal. */
function whole(n: number): Decimal {
  return n === 0 ? ZERO : make(BigInt(n), 0)
}

/** Words that begin with the syllable of a magnitude: 조각, 조건, 조항; 경기, 경우; 해마다. */
const NOT_TRILLION = '각건사직성금치정례합선명항문의차'
const NEEDS_UNIT = new Set([...'원달불유엔위명평여건개톤파여0123456789'].map((c) => c.charCodeAt(0)))

/** True where the magnitude at `at` begins another word (3조각, 3조 2항, 경기). `blocksMagnitude('3조각', 1) // => true` */
export function blocksMagnitude(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  if (code === 0xc870) {
    if (NOT_TRILLION.includes(text.charAt(at + 1)) && isHangul(next)) return true
    if (next !== 0x20 && numberClass[next] !== DIGIT) return false
    return /^ ?\d+[항호]/.test(text.slice(at + 1, at + 6))
  }
  // 180만큼: the particle 만큼 is no ten thousand
  if (code === 0xb9cc) return next === 0xd07c
  if (code === 0xacbd || code === 0xd574) return isHangul(next) && !NEEDS_UNIT.has(next) && numberClass[next] !== SINO && numberClass[next] !== SMALL
  return false
}

/** Syllables that may directly follow a single 천, 백 or 십 that stands after a space (3만 천명). */
const COUNTER_START = new Set([...'원명개평건곳톤달불'].map((c) => c.charCodeAt(0)))

/** One pass over figures, 일…구, 십백천 and 만억조경해. `numerator` leaves a final big magnitude to the next word. */
export function scanBody(text: string, at: number, firstKind: number, options?: NumberOptions, numerator = false): ScannedNumber | null {
  if (firstKind === NATIVE) return text.charCodeAt(at) === 0xbc18 ? scanHalf(text, at) : scanNative(text, at)
  const afterJe = at > 0 && text.charCodeAt(at - 1) === 0xc81c
  let total = ZERO
  let places = 0
  let section = 0
  let element = -1
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

  for (;;) {
    const code = text.charCodeAt(p)
    const kind = numberClass[code]
    if (kind === DIGIT || (kind === POINT && p === at)) {
      if (element >= 0 || decimals) break
      const run = scanFigures(text, p, options)
      if (!run) break
      if (run.long !== undefined) {
        if (end >= 0) break
        return { end: run.end, value: make(run.long, -run.places), digits: true, native: false, plain: true }
      }
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
      if (element >= 0 || decimals) break
      const value = sinoDigit(code)
      if (value === 0 && end >= 0) break
      if (value === 2 && end === p && isCopula(text, p + 1)) break
      if (lastSmall <= 0 || (p > end && end >= 0 && !wordContinues(text, p, digits))) break
      element = value
      words++
      p++
      end = p
    } else if (kind === SMALL) {
      const power = smallMagnitude(code)
      if (power >= lastSmall || decimals) {
        if (decimals && element >= 0 && lastSmall === 4 && power === 3 && bigMagnitude(text.charCodeAt(p + 1)) > 0) {
          // 1.5천억
          places -= 3
          p++
          continue
        }
        break
      }
      if (element < 0 && p > end && end >= 0 && !smallContinues(text, p)) break
      if ((afterJe && digits) || element >= 1e12) break
      section += (element < 0 ? 1 : element) * POWERS[power]!
      element = -1
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
      if (p > end && end >= 0 && element < 0 && lastSmall === 4) break
      if (numerator && !isNumberStart(text.charCodeAt(p + 1))) break
      if (decimals) total = add(total, make(BigInt(element), power - places))
      else {
        const amount = section + Math.max(element, 0)
        total = add(total, make(BigInt(amount === 0 && element < 0 ? 1 : amount), power))
      }
      decimals = false
      places = 0
      section = 0
      element = -1
      lastBig = power
      lastSmall = 4
      words++
      p++
      end = p
    } else if (kind === NATIVE && !digits && end === p && element < 0 && lastSmall >= 1 && end > at) {
      const tail = nativeTail(text, p, lastSmall)
      if (!tail) break
      section += tail.value
      native = true
      end = tail.end
      return finish(add(total, whole(section)), end)
    } else if ((code === 0xc810 || code === 0xca5c) && !digits && words > 0 && end === p) {
      const point = scanPoint(text, p)
      if (!point) break
      if (point.places > 6) break
      element = (section + Math.max(element, 0)) * POWERS[point.places]! + point.value
      section = 0
      places = point.places
      decimals = true
      lastSmall = 4
      p = point.end
      end = p
    } else if (isSpace(code) && p === end && end > at && (lastBig < 99 || lastSmall < 4) && element < 0) {
      p++
      if (isSpace(text.charCodeAt(p))) p++
      if (!isNumberStart(text.charCodeAt(p))) break
    } else break
  }
  if (end < 0) return null
  if (decimals) return finish(add(total, make(BigInt(element), -places)), end)
  return finish(add(total, whole(section + Math.max(element, 0))), end)

  function finish(value: Decimal, stop: number): ScannedNumber {
    const found: ScannedNumber = { end: stop, value, digits, native }
    if (infix) found.approximateInfix = true
    if (runs === 1 && words === 0) found.plain = true
    return found
  }
}

function isNumberStart(code: number): boolean {
  const kind = numberClass[code]
  return kind === DIGIT || kind === SINO || kind === SMALL
}

/** 백이다, 이십이며: behind a number the 이 of 이다 is no two. */
function isCopula(text: string, at: number): boolean {
  const next = text.charAt(at)
  if (next === '다' || next === '며' || next === '고') return !isHangul(text.charCodeAt(at + 1))
  return next === '라'
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
function scanPoint(text: string, at: number): { end: number; value: number; places: number } | null {
  let p = at + 1
  const spaced = text.charCodeAt(p) === 0x20
  if (spaced) p++
  let value = 0
  let places = 0
  while (numberClass[text.charCodeAt(p)] === SINO) {
    value = value * 10 + sinoDigit(text.charCodeAt(p))
    places++
    p++
  }
  // 칠일이다: the 이 of 이다 is no figure
  if (places > 1 && text.charAt(p - 1) === '이' && '다며고면니라'.includes(text.charAt(p)) && p < text.length) {
    value = (value - 2) / 10
    places--
    p--
  }
  if (places === 0) return null
  const next = text.charAt(p)
  if (places === 1 && text.charAt(p - 1) === '이' && /[상하내전후며고다나]/.test(next)) return null
  if (spaced && isHangul(next.charCodeAt(0)) && !/^(점|이다|입니다|이며|을|를|로|은|는|도|퍼센트|프로)/.test(text.slice(p, p + 3))) return null
  return { end: p, value, places }
}
