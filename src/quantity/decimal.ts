/**
 * An exact decimal number (십진수): value = coefficient · 10^exponent.
 * Normalised: the coefficient has no trailing zeros and zero is 0 · 10^0, so two equal values have equal parts.
 * Money, areas and rates are carried in this form from the sentence to the printed page; a float never stands in between.
 */
export type Decimal = { readonly coefficient: bigint; readonly exponent: number }

/** Raised when a text or a number cannot be an exact decimal; the message says what was expected and what came. */
export class DecimalError extends Error {
  override readonly name = 'DecimalError'
}

export const ZERO: Decimal = { coefficient: 0n, exponent: 0 }
export const ONE: Decimal = { coefficient: 1n, exponent: 0 }

const MAX_EXPONENT = 4096
const powers: bigint[] = [1n]

/** 10^n as a bigint, for n from 0 upwards. `powerOfTen(3) // => 1000n` */
export function powerOfTen(n: number): bigint {
  for (let i = powers.length; i <= n; i++) powers.push(powers[i - 1]! * 10n)
  return powers[n]!
}

/** A decimal from its parts, with trailing zeros moved into the exponent. `toText(make(4450n, 8)) // => '445000000000'` */
export function make(coefficient: bigint, exponent: number): Decimal {
  if (coefficient === 0n) return ZERO
  let c = coefficient
  let e = exponent
  if (c % 10n === 0n) {
    while (c % 100000000n === 0n) {
      c /= 100000000n
      e += 8
    }
    while (c % 10n === 0n) {
      c /= 10n
      e += 1
    }
  }
  return { coefficient: c, exponent: e }
}

const TEXT = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/**
 * A decimal from plain text: an optional sign, digits, an optional point and exponent; no commas, no units.
 * @throws DecimalError when the text is not such a number, or its exponent lies beyond ±4096.
 * `toText(decimal('1234.50')) // => '1234.5'`
 */
export function decimal(text: string): Decimal {
  const m = TEXT.exec(text)
  const whole = m?.[2] ?? ''
  const part = m?.[3] ?? ''
  if (!m || (whole === '' && part === '')) throw new DecimalError(`expected a plain decimal such as "1234.5", got ${JSON.stringify(text)}`)
  const exponent = (m[4] === undefined ? 0 : Number(m[4])) - part.length
  if (Math.abs(exponent) > MAX_EXPONENT) throw new DecimalError(`expected an exponent within ±${MAX_EXPONENT}, got ${JSON.stringify(text)}`)
  const c = BigInt(whole + part)
  return make(m[1] === '-' ? -c : c, exponent)
}

/**
 * The decimal that a JavaScript number prints as (its shortest exact text), so 0.1 is one tenth.
 * @throws DecimalError on NaN, infinities and integers beyond 2^53 − 1, whose digits are no longer known.
 * `toText(decimalFromNumber(0.1)) // => '0.1'`
 */
export function decimalFromNumber(value: number): Decimal {
  if (!Number.isFinite(value)) throw new DecimalError(`expected a finite number, got ${value}`)
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new DecimalError(`expected an integer within ±9007199254740991, got ${value}; pass its digits as text instead`)
  return decimal(String(value))
}

/**
 * The decimal that a measured number prints as, of any size: beyond 2^53 − 1 its shortest digits that give the number again, so that an amount in 경 is no error.
 * @throws DecimalError on NaN and infinities.
 * `toText(decimalFromMeasure(2.3e16)) // => '23000000000000000'`
 */
export function decimalFromMeasure(value: number): Decimal {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return decimalFromNumber(value)
  return decimalFromInteger(BigInt(Math.abs(value) < 1e21 ? String(value) : value))
}

/** A decimal from a bigint. `toText(decimalFromInteger(42n)) // => '42'` */
export function decimalFromInteger(value: bigint): Decimal {
  return make(value, 0)
}

/** True when a text is a plain decimal that `decimal` takes. `isDecimalText('1,234') // => false` */
export function isDecimalText(text: string): boolean {
  const m = TEXT.exec(text)
  return m !== null && (m[2] !== '' || (m[3] ?? '') !== '') && Math.abs(Number(m[4] ?? 0) - (m[3] ?? '').length) <= MAX_EXPONENT
}

/** a + b, exactly. `toText(add(decimal('0.1'), decimal('0.2'))) // => '0.3'` */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.exponent === b.exponent) return make(a.coefficient + b.coefficient, a.exponent)
  return a.exponent > b.exponent
    ? make(a.coefficient * powerOfTen(a.exponent - b.exponent) + b.coefficient, b.exponent)
    : make(a.coefficient + b.coefficient * powerOfTen(b.exponent - a.exponent), a.exponent)
}

/** −a. `toText(negate(decimal('3'))) // => '-3'` */
export function negate(a: Decimal): Decimal {
  return a.coefficient === 0n ? ZERO : { coefficient: -a.coefficient, exponent: a.exponent }
}

/** |a|. `toText(absolute(decimal('-3'))) // => '3'` */
export function absolute(a: Decimal): Decimal {
  return a.coefficient < 0n ? negate(a) : a
}

/** a − b, exactly. `toText(subtract(decimal('1'), decimal('0.9'))) // => '0.1'` */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

/** a · b, exactly. `toText(multiply(decimal('1.5'), decimal('1e12'))) // => '1500000000000'` */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return make(a.coefficient * b.coefficient, a.exponent + b.exponent)
}

/** a · 10^n, exactly. `toText(shift(decimal('4450'), 8)) // => '445000000000'` */
export function shift(a: Decimal, n: number): Decimal {
  return a.coefficient === 0n ? ZERO : { coefficient: a.coefficient, exponent: a.exponent + n }
}

/** Integer division rounding half away from zero (사사오입), the rule of Korean public statistics. */
function divideRounded(n: bigint, d: bigint): bigint {
  const negative = n < 0n !== d < 0n
  const x = n < 0n ? -n : n
  const y = d < 0n ? -d : d
  const q = (2n * x + y) / (2n * y)
  return negative ? -q : q
}

/**
 * a / b rounded half away from zero to `digits` places after the point.
 * @throws DecimalError when b is zero.
 * `toText(divide(decimal('1'), decimal('3'), 4)) // => '0.3333'`
 */
export function divide(a: Decimal, b: Decimal, digits: number): Decimal {
  if (b.coefficient === 0n) throw new DecimalError(`expected a divisor other than zero, got ${toText(a)} / 0`)
  const scale = a.exponent - b.exponent + digits
  return scale >= 0
    ? make(divideRounded(a.coefficient * powerOfTen(scale), b.coefficient), -digits)
    : make(divideRounded(a.coefficient, b.coefficient * powerOfTen(-scale)), -digits)
}

/** a / b when the quotient ends, else null. `divideExactly(decimal('1'), decimal('3')) // => null` */
export function divideExactly(a: Decimal, b: Decimal): Decimal | null {
  if (b.coefficient === 0n) return null
  let d = b.coefficient < 0n ? -b.coefficient : b.coefficient
  let twos = 0
  let fives = 0
  const common = gcd(a.coefficient < 0n ? -a.coefficient : a.coefficient, d)
  if (common === 0n) return ZERO
  d /= common
  while (d % 2n === 0n) {
    d /= 2n
    twos++
  }
  while (d % 5n === 0n) {
    d /= 5n
    fives++
  }
  if (d !== 1n) return null
  const places = Math.max(twos, fives)
  return make((a.coefficient * powerOfTen(places)) / b.coefficient, a.exponent - b.exponent - places)
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** numerator / denominator, exact where it ends, else to `digits` significant digits (20 unless told). `toText(fromRatio(1n, 8n)) // => '0.125'` */
export function fromRatio(numerator: bigint, denominator: bigint, digits = 20): Decimal {
  return quotient(decimalFromInteger(numerator), decimalFromInteger(denominator), digits)
}

/**
 * a / b, exact where it ends, else to `digits` significant digits (20 unless told).
 * @throws DecimalError when b is zero.
 * `toText(quotient(decimal('400'), decimal('121'), 7)) // => '3.305785'`
 */
export function quotient(a: Decimal, b: Decimal, digits = 20): Decimal {
  const exact = divideExactly(a, b)
  if (exact) return exact
  const size = magnitude(a) - magnitude(b)
  const rough = divide(a, b, Math.max(0, digits - size + 1))
  return roundSignificant(rough, digits)
}

/** The power of ten of the first digit: 0 for 1..9, 3 for 1000..9999, 0 for zero. `magnitude(decimal('4450')) // => 3` */
export function magnitude(a: Decimal): number {
  if (a.coefficient === 0n) return 0
  const digits = String(a.coefficient < 0n ? -a.coefficient : a.coefficient).length
  return digits - 1 + a.exponent
}

/** a rounded half away from zero to `digits` places after the point (negative: before it). `toText(round(decimal('2.345'), 2)) // => '2.35'` */
export function round(a: Decimal, digits: number): Decimal {
  return -a.exponent <= digits ? a : make(divideRounded(a.coefficient, powerOfTen(-a.exponent - digits)), -digits)
}

/** a rounded to `digits` significant digits. `toText(roundSignificant(decimal('12345'), 2)) // => '12000'` */
export function roundSignificant(a: Decimal, digits: number): Decimal {
  return round(a, digits - 1 - magnitude(a))
}

/** −1, 0 or 1 as a is less than, equal to or greater than b. `compare(decimal('2'), decimal('10')) // => -1` */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const e = Math.min(a.exponent, b.exponent)
  const x = a.coefficient * powerOfTen(a.exponent - e)
  const y = b.coefficient * powerOfTen(b.exponent - e)
  return x < y ? -1 : x > y ? 1 : 0
}

/** True when both are the same number. `equals(decimal('1.50'), decimal('1.5')) // => true` */
export function equals(a: Decimal, b: Decimal): boolean {
  return a.coefficient === b.coefficient && a.exponent === b.exponent
}

/** True for a whole number. `isInteger(decimal('1.5')) // => false` */
export function isInteger(a: Decimal): boolean {
  return a.exponent >= 0
}

/** The whole number as a bigint. @throws DecimalError when there is a fraction. `toInteger(decimal('1e3')) // => 1000n` */
export function toInteger(a: Decimal): bigint {
  if (a.exponent < 0) throw new DecimalError(`expected a whole number, got ${toText(a)}`)
  return a.coefficient * powerOfTen(a.exponent)
}

/** Plain digits without grouping or exponent; `decimal` reads them back. `toText(decimal('4.45e11')) // => '445000000000'` */
export function toText(a: Decimal): string {
  const negative = a.coefficient < 0n
  let digits = String(negative ? -a.coefficient : a.coefficient)
  if (a.exponent >= 0) digits += '0'.repeat(a.exponent)
  else {
    digits = digits.padStart(1 - a.exponent, '0')
    digits = `${digits.slice(0, a.exponent)}.${digits.slice(a.exponent)}`
  }
  return negative ? `-${digits}` : digits
}

/** The nearest JavaScript number, for drawing and for statistics that are floats anyway; never for a printed amount. `toNumber(decimal('0.75')) // => 0.75` */
export function toNumber(a: Decimal): number {
  return Number(`${a.coefficient}e${a.exponent}`)
}

/** Digits with a comma every three places (천 단위 쉼표). `toGrouped(decimal('1234567.5')) // => '1,234,567.5'` */
export function toGrouped(a: Decimal): string {
  const text = toText(a)
  const point = text.indexOf('.')
  const whole = point < 0 ? text : text.slice(0, point)
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (point < 0 ? '' : text.slice(point))
}
