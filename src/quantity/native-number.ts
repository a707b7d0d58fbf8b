import { decimal, decimalFromNumber } from './decimal.ts'
import type { ScannedNumber } from './number.ts'
import { isHangul } from './number-class.ts'

const TENS: readonly (readonly [string, number])[] = [
  ['스물', 20],
  ['스무', 20],
  ['서른', 30],
  ['마흔', 40],
  ['예순', 60],
  ['일흔', 70],
  ['여든', 80],
  ['아흔', 90],
  ['열', 10],
  ['쉰', 50],
]

/** Unit numerals; those of the second kind stand only before a counter (한 명, 두 곳). Longer forms first. */
const UNITS: readonly (readonly [string, number, boolean])[] = [
  ['하나', 1, false],
  ['다섯', 5, false],
  ['여섯', 6, false],
  ['일곱', 7, false],
  ['여덟', 8, false],
  ['아홉', 9, false],
  ['둘', 2, false],
  ['셋', 3, false],
  ['넷', 4, false],
  ['한', 1, true],
  ['두', 2, true],
  ['세', 3, true],
  ['석', 3, true],
  ['서', 3, true],
  ['네', 4, true],
  ['넉', 4, true],
  ['너', 4, true],
]

/**
 * A native numeral (고유어 수사) from 하나 to 아흔아홉, or 첫 before 째/번째, starting exactly at `at`.
 * `scanNative('스물한 곳', 0)!.end // => 3`
 */
export function scanNative(text: string, at: number): ScannedNumber | null {
  if (text.charCodeAt(at) === 0xccab) {
    return /^ ?(번째|째)/.test(text.slice(at + 1, at + 4)) ? { ...one(at + 1), ordinal: true } : null
  }
  const tens = TENS_START.includes(text.charAt(at)) ? TENS.find(([word]) => text.startsWith(word, at)) : undefined
  const from = tens ? at + tens[0].length : at
  const unit = unitAt(text, from)
  if (!tens) return unit ? result(from + unit[0].length, unit[1], unit[2]) : null
  if (unit) return result(from + unit[0].length, tens[1] + unit[1], unit[2])
  if (text.charCodeAt(from) === 0x20 && tens[0] !== '스무') {
    const apart = unitAt(text, from + 1)
    // "스물 한번째" is one numeral; "열 세대" is left apart
    if (apart && (/^ ?번째/.test(text.slice(from + 1 + apart[0].length)) || !isHangul(text.charCodeAt(from + 1 + apart[0].length))))
      return result(from + 1 + apart[0].length, tens[1] + apart[1], apart[2])
  }
  return result(from, tens[1], tens[0] === '스무')
}

const TENS_START = '스서마예일여아열쉰'
const UNITS_START = '하다여일아둘셋넷한두세석서네넉너'

function unitAt(text: string, at: number) {
  if (at >= text.length || !UNITS_START.includes(text.charAt(at))) return undefined
  return UNITS.find(([word]) => text.startsWith(word, at))
}

function result(end: number, value: number, adnominal: boolean): ScannedNumber {
  const found: ScannedNumber = { end, value: decimalFromNumber(value), digits: false, native: true }
  if (adnominal) found.adnominal = true
  return found
}

function one(end: number): ScannedNumber {
  return result(end, 1, true)
}

/** 반 as a half by itself: the word must stand alone or carry a particle. `scanHalf('반도체', 0) // => null` */
export function scanHalf(text: string, at: number): ScannedNumber | null {
  if (at > 0 && isHangul(text.charCodeAt(at - 1))) return null
  if (!standsAlone(text, at + 1, '은을의만이도')) return null
  return { end: at + 1, value: decimal('0.5'), digits: false, native: true }
}

/** True where a word ends at `at`, or one of these particles follows and ends it (반도 ends, 반도체 does not). `standsAlone('반도', 1, '도') // => true` */
export function standsAlone(text: string, at: number, particles: string): boolean {
  if (!isHangul(text.charCodeAt(at))) return true
  return particles.includes(text.charAt(at)) && !isHangul(text.charCodeAt(at + 1))
}
