import { digitValue } from '../characters.ts'
import { readNumber } from '../quantities/numbers.ts'

/** A number (수) as printed, with its magnitude words: `4.2 trillion`, `3亿5000万`. */
export interface Figure {
  readonly start: number
  readonly end: number
  readonly value: number
  /** Nothing but at most four digits without comma or point: may be a year. */
  readonly plain: boolean
  /** A magnitude word was read. */
  readonly magnitude: boolean
}

const scaled = (value: number, factor: number): number => Number((value * factor).toPrecision(15))

const ENGLISH = /[ \u00a0-]?(thousand|million|billion|trillion|bn|bln|mn|mln|tn|trn|trln)\b/iy
const SHORT = /[kKmMbBtT](?![A-Za-z0-9²])/y
const POWER: Readonly<Record<string, number>> = {
  k: 1e3,
  t: 1e12,
  m: 1e6,
  b: 1e9,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  trillion: 1e12,
  tn: 1e12,
  trn: 1e12,
  trln: 1e12,
}

/**
 * A figure of English text at a digit, with the magnitude behind it; one-letter magnitudes only where `money` says that a currency stands in front. Null where no digit stands.
 *
 * `englishFigure('4.2 trillion won', 0, false)!.value // => 4200000000000`
 */
export function englishFigure(text: string, at: number, money: boolean): Figure | null {
  const read = readNumber(text, at)
  if (read === null) return null
  const { end, value, grouped, fraction, plainDigits } = read
  ENGLISH.lastIndex = end
  let found = ENGLISH.exec(text)
  if (found === null && money) {
    SHORT.lastIndex = end
    found = SHORT.exec(text)
  }
  if (found === null) return { start: at, end, value, plain: !grouped && !fraction && plainDigits <= 4, magnitude: false }
  const word = (found[1] ?? found[0]).toLowerCase()
  return { start: at, end: end + found[0].length, value: scaled(value, POWER[word]!), plain: false, magnitude: true }
}

const small = (char: string): number => (char === '千' ? 1e3 : char === '百' ? 100 : char === '十' ? 10 : 0)
const big = (char: string): number => (char === '万' || char === '萬' ? 1e4 : char === '亿' || char === '億' ? 1e8 : char === '兆' ? 1e12 : 0)

/** 兆瓦 is a megawatt, 千瓦 and 千米 a kilowatt and a kilometre: the first sign belongs to the unit. */
const unitBegins = (text: string, at: number): boolean =>
  (text.charAt(at) === '兆' && /[瓦赫]/.test(text.charAt(at + 1))) || (text.charAt(at) === '千' && /[瓦米克伏]/.test(text.charAt(at + 1)))

/**
 * A figure of Chinese or Japanese text at a digit: 1兆2,000億, 3亿5000万, 1.2万亿. Magnitudes must fall; 万亿 is a magnitude of its own.
 *
 * `hanFigure('1兆2,000億円', 0)!.value // => 1200000000000`
 */
export function hanFigure(text: string, at: number): Figure | null {
  const first = readNumber(text, at)
  if (first === null) return null
  const plain = !first.grouped && !first.fraction && first.plainDigits <= 4
  let pending = first.value
  let { end } = first
  let total = 0
  let section = 0
  let ceiling = Number.POSITIVE_INFINITY
  let magnitude = false
  for (;;) {
    // 25.3 亿: a space between the figures and their magnitude
    if (text.charCodeAt(end) === 0x20 && big(text.charAt(end + 1)) > 0 && !unitBegins(text, end + 1)) end++
    if (unitBegins(text, end)) break
    const little = small(text.charAt(end))
    if (little > 0) {
      section += scaled(pending, little)
      pending = 0
      end++
      magnitude = true
    }
    const large = unitBegins(text, end) ? 0 : big(text.charAt(end))
    if (large > 0 && large < ceiling) {
      let factor = large
      end++
      if (large === 1e4 && big(text.charAt(end)) === 1e8) {
        factor = 1e12
        end++
      }
      total += scaled(section + pending, factor)
      section = 0
      pending = 0
      ceiling = factor
      magnitude = true
    } else if (little === 0) break
    if (digitValue(text.charCodeAt(end)) < 0) break
    const next = readNumber(text, end)
    if (next === null) break
    pending = next.value
    end = next.end
  }
  return { start: at, end, value: Number((total + section + pending).toPrecision(15)), plain: plain && !magnitude, magnitude }
}
