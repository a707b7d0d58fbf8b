import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalFromNumber,
  divide,
  make,
  multiply,
  quotient,
  round,
  roundSignificant,
  toText,
} from '#quantity/decimal'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { Words } from './finding.ts'

/** A value as it was read, with what its words allow: `slack` is how far the true value may lie from it. */
export interface Amount {
  readonly value: Decimal
  readonly unit: string
  readonly approximate: boolean
  readonly slack: Decimal
}

const zero = make(0n, 0)

/**
 * How far a value may lie from its words (어림의 폭), in its unit: one unit of its last digit that is not zero where it is approximate (25만여: 1만),
 * half a unit of the last printed digit where it is printed with decimals (1.2조: 500억), else nothing.
 *
 * toText(slackOf(decimal('250000'), true, null)) // => '10000'
 * toText(slackOf(decimal('1200000000000'), false, '1.2')) // => '50000000000'
 * toText(slackOf(decimal('13000'), false, '13000')) // => '0'
 */
export function slackOf(value: Decimal, approximate: boolean, printed: string | null): Decimal {
  if (value.coefficient === 0n) return zero
  if (approximate) {
    const tight = roundSignificant(value, 12)
    let { coefficient, exponent } = tight
    while (coefficient % 10n === 0n) {
      coefficient /= 10n
      exponent++
    }
    return make(1n, exponent)
  }
  const decimals = printed === null ? 0 : (printed.split('.')[1]?.length ?? 0)
  if (decimals === 0) return zero
  const figure = Number(printed)
  if (!Number.isFinite(figure) || figure === 0) return zero
  const scale = quotient(absolute(value), decimalFromNumber(Math.abs(figure)), 12)
  return multiply(scale, make(5n, -decimals - 1))
}

/** The sum of amounts of one unit, with the slack that they carry together. */
export function sumOf(amounts: readonly Amount[]): { value: Decimal; slack: Decimal; approximate: boolean } {
  let value = zero
  let slack = zero
  for (const one of amounts) {
    value = add(value, one.value)
    slack = add(slack, one.slack)
  }
  return { value, slack, approximate: amounts.some((one) => one.approximate) }
}

/**
 * A value with its unit as a person reads it, every digit of it: a sum that is shown must be one that can be checked.
 *
 * amountWords(decimal('250000'), 'persons', { approximate: true }).ko // => '약 25만명'
 * amountWords(decimal('10000000000000'), 'KRW', { approximate: true, bound: 'min' }).ko // => '10조원 이상'
 */
export function amountWords(value: Decimal, unit: string, more: { approximate?: boolean; bound?: 'min' | 'max' | null } = {}): Words {
  if (!hasUnit(unit)) return { ko: `${toText(value)} ${unit}`, en: `${toText(value)} ${unit}` }
  const bound = more.bound === 'min' ? 'atLeast' : more.bound === 'max' ? 'atMost' : undefined
  const shown = quantity(unit === 'm2' ? round(value, 2) : value, unit, { approx: bound === undefined && more.approximate === true, bound })
  // the short form where it says the same: 25만명, KRW 3 trillion
  const words = (locale: 'ko' | 'en') => {
    const short = formatQuantity(shown, locale, 'short')
    return short.rounded || (locale === 'ko' && unit === 'KRW') ? formatQuantity(shown, locale).text : short.text
  }
  return { ko: words('ko'), en: words('en') }
}

/**
 * A rate to three significant digits as it is printed: one decimal from ten on, two below; below one without zeros at the end.
 *
 * rateText(decimal('25')) // => '25.0'
 * rateText(decimal('1.089108')) // => '1.09'
 * rateText(decimal('0.8')) // => '0.8'
 */
export function rateText(rate: Decimal): string {
  const size = absolute(rate)
  if (compare(size, make(1n, 0)) < 0) return toText(roundSignificant(rate, 2))
  if (compare(size, make(1n, 2)) >= 0) return toText(round(rate, 0))
  const places = compare(size, make(1n, 1)) >= 0 ? 1 : 2
  const [whole, fraction = ''] = toText(round(rate, places)).split('.')
  return `${whole}.${fraction.padEnd(places, '0')}`
}

/** a divided by b to twelve places. */
export const over = (a: Decimal, b: Decimal): Decimal => divide(a, b, 12)
