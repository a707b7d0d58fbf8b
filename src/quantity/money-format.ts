import { absolute, compare, type Decimal, decimal, equals, isInteger, make, round, shift, toGrouped, ZERO } from './decimal.ts'
import type { Money } from './money.ts'
import { unit } from './unit.ts'

/** A language of printed quantities. */
export type Locale = 'ko' | 'en' | 'zh' | 'ja'

/** `exact` reads back to the same value; `short` may round and then says so. */
export type Style = 'exact' | 'short'

/** A printed amount; `rounded` is true where the text no longer gives the exact value. `sign` is "-" or "". */
export type PrintedNumber = { sign: string; text: string; rounded: boolean }

const GROUPS: Readonly<Record<'ko' | 'zh' | 'ja', readonly (readonly [number, string])[]>> = {
  ko: [
    [12, '조'],
    [8, '억'],
    [4, '만'],
  ],
  zh: [
    [12, '万亿'],
    [8, '亿'],
    [4, '万'],
  ],
  ja: [
    [12, '兆'],
    [8, '億'],
    [4, '万'],
  ],
}

function sizeOf(value: Decimal): bigint {
  return value.exponent >= 0 ? value.coefficient * 10n ** BigInt(value.exponent) : value.coefficient / 10n ** BigInt(-value.exponent)
}

/**
 * A number in groups of ten thousand, exactly: 조, 억, 만 and the rest in figures.
 * `myriads(decimal('1697000000000'), 'ko').text // => '1조 6,970억'`
 */
export function myriads(value: Decimal, locale: 'ko' | 'zh' | 'ja'): PrintedNumber {
  const size = absolute(value)
  let rest = sizeOf(size)
  const parts: string[] = []
  for (const [power, name] of GROUPS[locale]) {
    const unitSize = 10n ** BigInt(power)
    const group = rest / unitSize
    rest %= unitSize
    if (group > 0n) parts.push(`${toGrouped(make(group, 0))}${name}`)
  }
  const fraction = isInteger(size) ? ZERO : make(size.coefficient % 10n ** BigInt(-size.exponent), size.exponent)
  if (rest > 0n || fraction.coefficient > 0n || parts.length === 0) {
    const tail =
      fraction.coefficient === 0n ? make(rest, 0) : make(rest * 10n ** BigInt(-fraction.exponent) + fraction.coefficient, fraction.exponent)
    parts.push(toGrouped(tail))
  }
  return { sign: value.coefficient < 0n ? '-' : '', text: parts.join(locale === 'ko' ? ' ' : ''), rounded: false }
}

/** Rounded in the largest group that fits: one place below a hundred of it. `shortMyriads(decimal('1697000000000'), 'ko').text // => '1.7조'` */
export function shortMyriads(value: Decimal, locale: 'ko' | 'zh' | 'ja'): PrintedNumber {
  const size = absolute(value)
  const sign = value.coefficient < 0n ? '-' : ''
  for (const [power, name] of GROUPS[locale]) {
    // 9,999.6억 rounds up into the next group
    if (compare(round(shift(size, 4 - power), 0), decimal('10000')) < 0) continue
    const scaled = shift(size, -power)
    const shown = round(scaled, compare(scaled, decimal('100')) < 0 ? 1 : 0)
    return { sign, text: `${toGrouped(shown)}${name}`, rounded: !equals(shown, scaled) }
  }
  const shown = round(size, 2)
  return { sign, text: toGrouped(shown), rounded: !equals(shown, size) }
}

const ENGLISH: readonly (readonly [number, string, string])[] = [
  [12, 'trillion', 'tn'],
  [9, 'billion', 'bn'],
  [6, 'million', 'm'],
]

/**
 * English short form: in words where at most three places give it exactly, else one place and the abbreviation, marked as rounded.
 * `shortEnglish(decimal('1697000000000')).text // => '1.697 trillion'`
 */
export function shortEnglish(value: Decimal): PrintedNumber {
  const size = absolute(value)
  const sign = value.coefficient < 0n ? '-' : ''
  for (const [power, word, abbreviation] of ENGLISH) {
    if (compare(round(shift(size, 3 - power), 1), decimal('1000')) < 0) continue
    const scaled = shift(size, -power)
    if (scaled.exponent >= -3) return { sign, text: `${toGrouped(scaled)} ${word}`, rounded: false }
    const shown = round(scaled, 1)
    const text = toGrouped(shown)
    return { sign, text: `${text.includes('.') ? text : `${text}.0`} ${abbreviation}`, rounded: true }
  }
  const shown = round(size, 2)
  return { sign, text: toGrouped(shown), rounded: !equals(shown, size) }
}

/** The number part of a printed quantity in a language and style. `printNumber(decimal('445000000000'), 'en', 'exact').text // => '445,000,000,000'` */
export function printNumber(value: Decimal, locale: Locale, style: Style): PrintedNumber {
  if (locale === 'en')
    return style === 'short' ? shortEnglish(value) : { sign: value.coefficient < 0n ? '-' : '', text: toGrouped(absolute(value)), rounded: false }
  return style === 'short' ? shortMyriads(value, locale) : myriads(value, locale)
}

const NAMES: Readonly<Record<string, { zh: string; ja: string }>> = {
  KRW: { zh: '韩元', ja: 'ウォン' },
  USD: { zh: '美元', ja: 'ドル' },
  EUR: { zh: '欧元', ja: 'ユーロ' },
  JPY: { zh: '日元', ja: '円' },
  CNY: { zh: '元', ja: '人民元' },
}

/** The word or code of a currency and whether it stands before the number. `currencySign('KRW', 'en').before // => true` */
export function currencySign(currency: string, locale: Locale): { text: string; before: boolean } {
  if (locale === 'ko') return { text: unit(currency).sign[0], before: false }
  const name = locale === 'en' ? undefined : NAMES[currency]?.[locale]
  return name === undefined ? { text: currency, before: true } : { text: name, before: false }
}

/**
 * Money in words: exact forms read back to the same value (`parseMoney`, ko and en); a short form that lost digits says `rounded`.
 * `formatMoney({ amount: decimal('1697000000000'), currency: 'KRW' }, 'ko').text // => '1조 6,970억원'`
 */
export function formatMoney(value: Money, locale: Locale, style: Style = 'exact'): { text: string; rounded: boolean } {
  const number = printNumber(value.amount, locale, style)
  const sign = currencySign(value.currency, locale)
  if (sign.before) return { text: `${number.sign}${sign.text} ${number.text}`, rounded: number.rounded }
  const gap = locale === 'ko' && value.currency !== 'KRW' ? ' ' : ''
  return { text: `${number.sign}${number.text}${gap}${sign.text}`, rounded: number.rounded }
}
