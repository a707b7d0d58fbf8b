import { add, compare, type Decimal, decimal, equals, isInteger, subtract, toText } from './decimal.ts'
import { scanEnglishMagnitude } from './english-magnitude.ts'
import { type ScannedNumber, scanNumber } from './number.ts'
import { isHangul, isSpace, numberClass } from './number-class.ts'
import { hasUnit, scanUnit, unit, unitStart } from './unit.ts'
import { currencyOfCent } from './unit-table.ts'

/** An amount of one currency (금액), exact. Won are whole; other currencies may have a fraction. `currency` is the ISO 4217 code. */
export type Money = { readonly amount: Decimal; readonly currency: string }

/** Raised for two currencies in one sum, an unknown currency, or a fraction of a won. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError'
}

/** True for a currency the registry knows. `isCurrency('KRW') // => true` */
export function isCurrency(code: string): boolean {
  return hasUnit(code) && unit(code).dimension === 'money' && !code.includes('/')
}

/**
 * Money from a plain decimal text or a decimal.
 * @throws MoneyError for an unknown currency or a fraction of a won.
 * `toText(money('150', 'KRW').amount) // => '150'`
 */
export function money(amount: Decimal | string, currency: string): Money {
  const value = typeof amount === 'string' ? decimal(amount) : amount
  if (!isCurrency(currency)) throw new MoneyError(`expected an ISO 4217 code such as "KRW", got ${JSON.stringify(currency)}`)
  if (currency === 'KRW' && !isInteger(value)) throw new MoneyError(`expected a whole number of won, got ${toText(value)}`)
  return { amount: value, currency }
}

/** Won (원). `toText(won(445_000_000_000n).amount) // => '445000000000'` */
export function won(amount: bigint): Money {
  return money(String(amount), 'KRW')
}

function oneCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency)
    throw new MoneyError(`expected two amounts of one currency, got ${a.currency} and ${b.currency}; convert one by a dated rate first`)
}

/** a + b. @throws MoneyError for two currencies. `toText(addMoney(won(1n), won(2n)).amount) // => '3'` */
export function addMoney(a: Money, b: Money): Money {
  oneCurrency(a, b)
  return { amount: add(a.amount, b.amount), currency: a.currency }
}

/** a − b. @throws MoneyError for two currencies. `toText(subtractMoney(won(5n), won(2n)).amount) // => '3'` */
export function subtractMoney(a: Money, b: Money): Money {
  oneCurrency(a, b)
  return { amount: subtract(a.amount, b.amount), currency: a.currency }
}

/** −1, 0, 1. @throws MoneyError for two currencies. `compareMoney(won(1n), won(2n)) // => -1` */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  oneCurrency(a, b)
  return compare(a.amount, b.amount)
}

/** True for the same amount of the same currency. `sameMoney(won(1n), won(1n)) // => true` */
export function sameMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && equals(a.amount, b.amount)
}

/**
 * Sums apart by currency, in the order in which currencies first appear; nothing is converted and nothing left out.
 * `sumByCurrency([won(1n), money('2', 'USD'), won(3n)]).length // => 2`
 */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, Money>()
  for (const m of amounts) {
    const before = sums.get(m.currency)
    sums.set(m.currency, before ? addMoney(before, m) : m)
  }
  return [...sums.values()]
}

/** Money found in text: `approximate` where 여 or an inner 여 stands in it; `digits` as in ScannedNumber. */
export type ScannedMoney = { end: number; money: Money; approximate: boolean; digits: boolean }

/**
 * Money that starts exactly at `at`: 4천450억여원, 500만 달러, KRW 1.697 trillion, US$ 500만, 3달러 50센트; null where there is none.
 * `scanMoney('4,450억 원', 0)!.money.currency // => 'KRW'`
 */
export function scanMoney(text: string, at: number): ScannedMoney | null {
  const code = text.charCodeAt(at)
  const kind = numberClass[code]
  if (unitStart[code] === 1 && !isHangul(code)) {
    const before = at > 0 ? text.charCodeAt(at - 1) : 0
    const latinWord = isLatin(before) && isLatin(code)
    const prefix = latinWord ? null : scanUnit(text, at)
    if (prefix?.unit.dimension === 'money') return prefixed(text, prefix.end, prefix.unit.id)
  }
  if (kind === undefined || kind === 0) return null
  const number = scanNumber(text, at)
  return number && moneyBehind(text, number)
}

/** The money that a number becomes by the currency behind it, or null; for a scanner that has the number already. `moneyBehind('3억원', scanNumber('3억원', 0)!)!.end // => 3` */
export function moneyBehind(text: string, number: ScannedNumber): ScannedMoney | null {
  if (number.fuzzy || number.ordinal) return null
  const scaled = scanEnglishMagnitude(text, number.end, number.value) ?? number
  let p = scaled.end
  let approximate = number.approximateInfix === true
  if (text.charAt(p) === '여') {
    approximate = true
    p++
  }
  if (isSpace(text.charCodeAt(p))) p++
  const found = scanUnit(text, p)
  if (found?.unit.dimension !== 'money' || !found.clean) return null
  const cent = currencyOfCent(found.unit.id)
  if (cent) return done(found.end, { coefficient: scaled.value.coefficient, exponent: scaled.value.exponent - 2 }, cent, approximate, number.digits)
  const small = scanCents(text, found.end, found.unit.id)
  return done(small?.end ?? found.end, small ? add(scaled.value, small.value) : scaled.value, found.unit.id, approximate, number.digits)
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function prefixed(text: string, from: number, currency: string): ScannedMoney | null {
  const start = isSpace(text.charCodeAt(from)) ? from + 1 : from
  const number = scanNumber(text, start)
  if (!number?.digits || number.fuzzy || number.ordinal) return null
  const scaled = scanEnglishMagnitude(text, number.end, number.value) ?? { end: number.end, value: number.value }
  return done(scaled.end, scaled.value, currency, number.approximateInfix === true, true)
}

/** The hundredths behind a currency: 50센트 of 3달러 50센트. */
function scanCents(text: string, at: number, currency: string): { end: number; value: Decimal } | null {
  const start = isSpace(text.charCodeAt(at)) ? at + 1 : at
  const number = scanNumber(text, start)
  if (!number || number.fuzzy) return null
  const gap = isSpace(text.charCodeAt(number.end)) ? 1 : 0
  const found = scanUnit(text, number.end + gap)
  if (!found || currencyOfCent(found.unit.id) !== currency) return null
  return { end: found.end, value: { coefficient: number.value.coefficient, exponent: number.value.exponent - 2 } }
}

function done(end: number, value: Decimal, currency: string, approximate: boolean, digits: boolean): ScannedMoney | null {
  const amount = decimal(`${value.coefficient}e${value.exponent}`)
  if (currency === 'KRW' && !isInteger(amount)) return null
  return { end, money: { amount, currency }, approximate, digits }
}

/** What `parseMoney` answers: the money, or why the text is none. */
export type MoneyResult = { ok: true; money: Money; approximate: boolean } | { ok: false; reason: string }

/**
 * The whole text as money; 약 in front and 여 inside make it approximate; a leading minus is kept.
 * `parseMoney('1조 6,970억원').ok // => true`
 */
export function parseMoney(text: string): MoneyResult {
  let body = text.trim()
  const about = /^(약|대략|approximately|about|c\.) ?/.exec(body)
  if (about) body = body.slice(about[0].length)
  const minus = /^[-−](?=[^\d])/.exec(body)
  if (minus) body = body.slice(1)
  const found = scanMoney(body, 0)
  if (!found || found.end !== body.length)
    return { ok: false, reason: `expected an amount such as "150억 원" or "KRW 1.5 billion", got ${JSON.stringify(text)}` }
  const amount = minus ? { coefficient: -found.money.amount.coefficient, exponent: found.money.amount.exponent } : found.money.amount
  return { ok: true, money: { amount, currency: found.money.currency }, approximate: found.approximate || about !== null }
}
