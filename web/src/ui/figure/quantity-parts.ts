import { absolute, type Decimal, decimal, equals, isDecimalText, round, shift, toGrouped } from '#quantity/decimal'
import { unitSign } from '#quantity/format'
import { currencySign, printNumber } from '#quantity/money-format'
import { hasUnit, unit as unitOf } from '#quantity/unit'
import type { Locale } from '#web/shell/locale'

/** A printed value in parts, so that the unit can stand smaller than the number. `rounded` is true where the text no longer gives the exact value. */
export interface QuantityParts {
  before: string
  number: string
  after: string
  rounded: boolean
}

/**
 * 값 적기: a value of the API (decimal text and unit id) in the parts that a figure draws. The last Korean magnitude goes with the unit, as in 640 억원.
 *
 * - `ratio` is a share of one (0.312) and is printed as a percentage with one place.
 * - `exact` keeps every digit (1.697 trillion does, 1.2 bn would not); `short` rounds to what a headline holds and says so.
 * - a unit that the registry does not know is printed by its id.
 *
 * @throws RangeError when the value is no decimal text.
 * quantityParts('1697000000000', 'KRW', 'ko') // => { before: '', number: '1조 6,970', after: '억원', rounded: false }
 */
export function quantityParts(value: string, unit: string, locale: Locale, style: 'exact' | 'short' = 'exact'): QuantityParts {
  if (!isDecimalText(value)) throw new RangeError(`expected a value in decimal text such as "1000000000000", got ${JSON.stringify(value)}`)
  const amount = decimal(value)
  const minus = amount.coefficient < 0n ? '−' : ''
  if (unit === 'ratio' || unit === 'percent') return percentParts(unit === 'ratio' ? shift(amount, 2) : amount, minus)
  const known = hasUnit(unit) ? unitOf(unit) : undefined
  const money = known?.dimension === 'money'
  // Counts and measures are read in figures up to 99,999; money always in 조·억·만.
  const plain = !money && (locale === 'en' || amount.coefficient === 0n || magnitudeBelow(amount, 100_000n))
  const printed = plain ? { text: toGrouped(absolute(amount)), rounded: false } : printMagnitude(amount, locale, style)
  const split = /^(.*\d)\s*([조억만]|trillion|billion|million|tn|bn|m)$/.exec(printed.text)
  const number = split?.[1] ?? printed.text
  const magnitude = split?.[2] ?? ''
  if (money) {
    const sign = currencySign(unit, locale)
    if (sign.before) return { before: `${minus}${sign.text} `, number, after: magnitude ? ` ${magnitude}` : '', rounded: printed.rounded }
    return { before: minus, number, after: `${magnitude}${unit === 'KRW' ? '' : ' '}${sign.text}`, rounded: printed.rounded }
  }
  const sign = known ? unitSign(unit, amount, locale).trim() : unit
  const gap = locale === 'ko' && /^[가-힣㎀-㏿%°℃]/.test(sign) ? '' : ' '
  return {
    before: minus,
    number,
    after: locale === 'en' && magnitude ? ` ${magnitude}${gap}${sign}` : `${magnitude}${gap}${sign}`,
    rounded: printed.rounded,
  }
}

/** Fifteen digits are hard to read: in English an amount is printed by its magnitude (1.697 trillion) wherever that loses nothing. */
function printMagnitude(amount: Decimal, locale: Locale, style: 'exact' | 'short') {
  if (style === 'short' || locale === 'ko') return printNumber(amount, locale, style)
  const short = printNumber(amount, locale, 'short')
  if (!short.rounded) return short
  // 1.0965 trillion is read as 1,096.5 billion
  for (const [places, word] of [
    [9, 'billion'],
    [6, 'million'],
  ] as const) {
    const size = shift(absolute(amount), -places)
    if (size.exponent >= -mostDecimals && !magnitudeBelow(size, 1n)) return { text: `${toGrouped(size)} ${word}`, rounded: false }
  }
  return printNumber(amount, locale, 'exact')
}

/** As many decimals as the short forms print. */
const mostDecimals = 3

function percentParts(percent: Decimal, minus: string): QuantityParts {
  const size = absolute(percent)
  const shown = round(size, 1)
  return { before: minus, number: toGrouped(shown), after: '%', rounded: !equals(shown, size) }
}

function magnitudeBelow(value: Decimal, limit: bigint): boolean {
  const size = absolute(value)
  return size.exponent >= 0 ? size.coefficient * 10n ** BigInt(size.exponent) < limit : size.coefficient < limit * 10n ** BigInt(-size.exponent)
}

/** The whole value as one text, no digit left out: what stands behind a rounded figure. */
export function exactText(value: string, unit: string, locale: Locale): string {
  if (unit !== 'ratio' && unit !== 'percent') return quantityText(value, unit, locale, 'exact')
  const percent = unit === 'ratio' ? shift(decimal(value), 2) : decimal(value)
  return `${percent.coefficient < 0n ? '−' : ''}${toGrouped(absolute(percent))}%`
}

/** How a bound is said: before the number in English, behind it in Korean. */
export function boundWords(bound: 'atLeast' | 'moreThan' | 'atMost' | 'lessThan', locale: Locale): { before: string; behind: string } {
  if (locale === 'ko') return { before: '', behind: { atLeast: ' 이상', moreThan: ' 초과', atMost: ' 이하', lessThan: ' 미만' }[bound] }
  return { before: { atLeast: 'at least ', moreThan: 'more than ', atMost: 'at most ', lessThan: 'less than ' }[bound], behind: '' }
}

/** The same as one text, for labels and titles. */
export function quantityText(value: string, unit: string, locale: Locale, style: 'exact' | 'short' = 'exact'): string {
  const parts = quantityParts(value, unit, locale, style)
  return parts.before + parts.number + parts.after
}
