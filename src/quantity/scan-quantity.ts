import { scanBoundAfter, scanBoundBefore } from './bound.ts'
import { add, compare, type Decimal, decimal, shift } from './decimal.ts'
import { moneyBehind, scanMoney } from './money.ts'
import { type ScannedNumber, scanHalfAfter, scanNumber } from './number.ts'
import { isHangul, isSpace, numberClass } from './number-class.ts'
import { type Quantity, quantity } from './quantity.ts'
import { scanUnit, unitStart } from './unit.ts'

/** A quantity in text. The span [start, end) runs from the first digit to the unit, with a trailing 이상/가량 inside and a leading 약/최대 outside. */
export type ScannedQuantity = { start: number; end: number; quantity: Quantity; digits: boolean }

/** One number with its unit, without ranges or bounds. */
function scanOne(text: string, at: number): One | null {
  return numberClass[text.charCodeAt(at)] === 0 ? prefixed(text, at) : withUnit(text, scanNumber(text, at))
}

type One = { end: number; value: Decimal; unit: string; approx: boolean; digits: boolean }

/** A currency in front: KRW 500 million. */
function prefixed(text: string, at: number): One | null {
  const money = scanMoney(text, at)
  return money && { end: money.end, value: money.money.amount, unit: money.money.currency, approx: money.approximate, digits: money.digits }
}

/** A number that has been read, with the unit behind it. */
function withUnit(text: string, number: ScannedNumber | null): One | null {
  if (!number || number.fuzzy || number.ordinal) return null
  const money = moneyBehind(text, number)
  if (money) return { end: money.end, value: money.money.amount, unit: money.money.currency, approx: money.approximate, digits: money.digits }
  let p = number.end
  let approx = number.approximateInfix === true
  if (text.charAt(p) === '여') {
    approx = true
    p++
  }
  if (isSpace(text.charCodeAt(p))) p++
  const found = scanUnit(text, p)
  if (!found?.clean || found.unit.dimension === 'money') return null
  let value = number.value
  let end = found.end
  const half = found.unit.dimension === 'count' || found.unit.dimension === 'seconds' ? scanHalfAfter(text, end) : -1
  if (half > 0) {
    value = add(value, decimal('0.5'))
    end = half
  }
  return { end, value, unit: found.unit.id, approx, digits: number.digits }
}

const DASH = '~-–—∼〜～'

/** The offset after the mark of a range (~, -, 에서, 부터), or −1. */
function rangeMark(text: string, at: number): number {
  let p = isSpace(text.charCodeAt(at)) ? at + 1 : at
  if (DASH.includes(text.charAt(p)) && p < text.length) p++
  else if (text.startsWith('에서', p) || text.startsWith('부터', p)) p += 2
  else return -1
  return isSpace(text.charCodeAt(p)) ? p + 1 : p
}

/** The offset after 와 or 과 between two quantities of which 사이 says that they are the ends of a range, or −1. */
function joinMark(text: string, at: number): number {
  if (text.charAt(at) !== '와' && text.charAt(at) !== '과') return -1
  return isSpace(text.charCodeAt(at + 1)) ? at + 2 : at + 1
}

/** The offset after 사이 (10달러에서 20달러 사이), or −1. */
function betweenEnd(text: string, at: number): number {
  const p = isSpace(text.charCodeAt(at)) ? at + 1 : at
  return text.startsWith('사이', p) ? p + 2 : -1
}

/**
 * The quantity whose number starts exactly at `at`, with its range (70~80명, 25000 - 30000원), its bound (이상, 미만; 최소, 최대 in front) and its
 * approximation (약, 여, 가량); null where no unit follows the number. A range whose second end is smaller is no range.
 * `scanQuantity('약 3천500억여원', 2)!.quantity.approx // => true`
 */
export function scanQuantity(text: string, at: number): ScannedQuantity | null {
  const kind = numberClass[text.charCodeAt(at)]
  if (kind === 0 && unitStart[text.charCodeAt(at)] !== 1) return null
  const number = kind === 0 ? null : scanNumber(text, at)
  const first: (One & { max?: Decimal }) | null = kind === 0 ? prefixed(text, at) : (withUnit(text, number) ?? sharedUnit(text, number))
  if (!first) return null
  let { end } = first
  let max: Decimal | undefined = first.max
  let digits = first.digits
  if (max === undefined) {
    const marked = rangeMark(text, end)
    const from = marked < 0 ? joinMark(text, end) : marked
    const second = from < 0 ? null : scanOne(text, from)
    const between = second ? betweenEnd(text, second.end) : -1
    if (second && second.unit === first.unit && compare(first.value, second.value) < 0 && (marked >= 0 || between >= 0)) {
      max = second.value
      end = between < 0 ? second.end : between
      digits ||= second.digits
    }
  }
  const after = scanBoundAfter(text, end)
  const before = scanBoundBefore(text, at)
  if (after) end = after.end
  const bound = max ? undefined : (after?.kind ?? before?.kind)
  const approx = first.approx || after?.approximate === true || before?.approximate === true
  return { start: at, end, digits, quantity: quantity(first.value, first.unit, { max, approx, bound }) }
}

const MAGNITUDES: Readonly<Record<string, number>> = { 십: 1, 백: 2, 천: 3, 만: 4, 억: 8, 조: 12 }

/** "3~5억 원", "1~2천만 원": a bare first end is in the magnitude that closes the second. */
function withMagnitude(text: string, first: ScannedNumber, from: number): Decimal {
  const second = scanNumber(text, from)
  if (second === null || first.plain !== true) return first.value
  let power = 0
  for (let p = second.end - 1; p >= from && MAGNITUDES[text.charAt(p)] !== undefined; p--) power += MAGNITUDES[text.charAt(p)]!
  return power === 0 || compare(first.value, decimal('10000')) >= 0 ? first.value : shift(first.value, power)
}

/** 70~80명: the first number has no unit of its own and takes that of the second. */
function sharedUnit(text: string, number: ScannedNumber | null) {
  if (!number || number.fuzzy || number.ordinal || number.slash) return null
  const from = rangeMark(text, number.end)
  if (from < 0) return null
  const second = scanOne(text, from)
  if (!second || compare(number.value, second.value) >= 0) return null
  const value = withMagnitude(text, number, from)
  return {
    end: second.end,
    value: compare(value, second.value) < 0 ? value : number.value,
    max: second.value,
    unit: second.unit,
    approx: second.approx,
    digits: number.digits || second.digits,
  }
}

/**
 * The whole text as one quantity, with 약 or 최대 in front and 이상 or 가량 behind; or null.
 * `parseQuantity('약 9,916㎡')!.kind // => 'area'`
 */
export function parseQuantity(text: string): Quantity | null {
  const body = text.trim()
  for (let p = 0; p < body.length && p < 8; p++) {
    const found = scanQuantity(body, p)
    if (!found) continue
    if (found.end !== body.length) return null
    if (p === 0) return found.quantity
    const lead = scanBoundBefore(body, p)
    return lead?.start === 0 ? found.quantity : null
  }
  return null
}

/** Every quantity in a text, left to right, without overlaps. Numbers in words alone count only at the start of a word. `[...quantitiesIn('3건 150억원')].length // => 2` */
export function* quantitiesIn(text: string): Generator<ScannedQuantity> {
  for (let p = 0; p < text.length; ) {
    const code = text.charCodeAt(p)
    const kind = numberClass[code]
    const insideWord = kind !== 1 && p > 0 && isHangul(text.charCodeAt(p - 1)) && isHangul(code)
    const found = (kind === 0 && unitStart[code] !== 1) || insideWord ? null : scanQuantity(text, p)
    if (found) yield found
    p = found ? found.end : p + 1
  }
}
