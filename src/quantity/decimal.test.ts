import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  type Decimal,
  DecimalError,
  decimal,
  decimalFromNumber,
  divide,
  divideExactly,
  equals,
  fromRatio,
  make,
  multiply,
  round,
  subtract,
  toGrouped,
  toInteger,
  toText,
} from './decimal.ts'

const anyDecimal = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: -12, max: 16 })).map(([c, e]) => make(c, e))

describe('an exact decimal', () => {
  test('keeps no trailing zeros, so equal numbers have equal parts', () => {
    expect(decimal('445000000000')).toEqual({ coefficient: 445n, exponent: 9 })
    expect(decimal('0.000')).toEqual({ coefficient: 0n, exponent: 0 })
    expect(equals(decimal('1.50'), decimal('15e-1'))).toBe(true)
  })

  test('adds a tenth and two tenths to three tenths', () => {
    expect(toText(add(decimal('0.1'), decimal('0.2')))).toBe('0.3')
  })

  test('rounds half away from zero on both sides', () => {
    expect(toText(round(decimal('2.345'), 2))).toBe('2.35')
    expect(toText(round(decimal('-2.345'), 2))).toBe('-2.35')
    expect(toText(divide(decimal('-1'), decimal('3'), 3))).toBe('-0.333')
    expect(toText(divide(decimal('2'), decimal('3'), 0))).toBe('1')
  })

  test('names what it cannot read', () => {
    expect(() => decimal('1,234')).toThrow(/expected a plain decimal such as "1234.5", got "1,234"/)
    expect(() => decimal('')).toThrow(DecimalError)
    expect(() => decimal('.')).toThrow(DecimalError)
    expect(() => decimalFromNumber(Number.NaN)).toThrow(DecimalError)
    expect(() => decimalFromNumber(2 ** 53)).toThrow(/pass its digits as text/)
    expect(() => divide(decimal('1'), decimal('0'), 2)).toThrow(DecimalError)
    expect(() => toInteger(decimal('1.5'))).toThrow(DecimalError)
  })

  test('knows which quotients end', () => {
    expect(toText(divideExactly(decimal('1'), decimal('8'))!)).toBe('0.125')
    expect(divideExactly(decimal('1'), decimal('3'))).toBeNull()
    expect(toText(fromRatio(2n, 3n, 5))).toBe('0.66667')
  })

  test('groups figures by three and leaves the decimals alone', () => {
    expect(toGrouped(decimal('-1234567.12345'))).toBe('-1,234,567.12345')
  })

  test('prints what it reads back, whatever the number', () => {
    fc.assert(
      fc.property(anyDecimal, (a) => equals(decimal(toText(a)), a)),
      { seed: 1 },
    )
  })

  test('obeys the laws of arithmetic', () => {
    const same = (a: Decimal, b: Decimal) => equals(a, b)
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        expect(same(add(a, b), add(b, a))).toBe(true)
        expect(same(subtract(add(a, b), b), a)).toBe(true)
        expect(same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true)
        expect(compare(a, b)).toBe(-compare(b, a) + 0)
        if (b.coefficient !== 0n) expect(same(divideExactly(multiply(a, b), b)!, a)).toBe(true)
      }),
      { seed: 2 },
    )
  })
})
