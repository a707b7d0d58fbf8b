import { add, type Decimal, decimal, divideExactly, equals, multiply, ONE, quotient, roundSignificant, toText } from './decimal.ts'
import { type Unit, UnitError } from './unit.ts'

/** A fraction of two decimals (비), never rounded: 3,000평 is 1,200,000/121 ㎡ and comes back as 3,000평. */
export type Ratio = { readonly numerator: Decimal; readonly denominator: Decimal }

/** The ratio of a whole decimal. `ratioText(wholeRatio(decimal('3'))) // => '3'` */
export function wholeRatio(value: Decimal): Ratio {
  return { numerator: value, denominator: ONE }
}

/** True when two ratios are the same number (a·d = b·c). `sameRatio(wholeRatio(decimal('2')), { numerator: decimal('4'), denominator: decimal('2') }) // => true` */
export function sameRatio(a: Ratio, b: Ratio): boolean {
  return equals(multiply(a.numerator, b.denominator), multiply(b.numerator, a.denominator))
}

/** a + b, exactly. `ratioText(addRatios(wholeRatio(decimal('1')), wholeRatio(decimal('2')))) // => '3'` */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  if (equals(a.denominator, b.denominator)) return { numerator: add(a.numerator, b.numerator), denominator: a.denominator }
  return {
    numerator: add(multiply(a.numerator, b.denominator), multiply(b.numerator, a.denominator)),
    denominator: multiply(a.denominator, b.denominator),
  }
}

/** The decimal, when the division ends, else null. `exactDecimal({ numerator: decimal('1'), denominator: decimal('3') }) // => null` */
export function exactDecimal(ratio: Ratio): Decimal | null {
  return divideExactly(ratio.numerator, ratio.denominator)
}

/** The decimal to a number of significant digits (20 unless told) and whether that rounded it. `approximateDecimal({ numerator: decimal('400'), denominator: decimal('121') }, 5).rounded // => true` */
export function approximateDecimal(ratio: Ratio, digits = 20): { value: Decimal; rounded: boolean } {
  const exact = exactDecimal(ratio)
  if (exact) {
    const value = roundSignificant(exact, digits)
    return { value, rounded: !equals(value, exact) }
  }
  return { value: quotient(ratio.numerator, ratio.denominator, digits), rounded: true }
}

/** "a" or "a/b" in plain digits. `ratioText({ numerator: decimal('400'), denominator: decimal('121') }) // => '400/121'` */
export function ratioText(ratio: Ratio): string {
  const exact = exactDecimal(ratio)
  return exact ? toText(exact) : `${toText(ratio.numerator)}/${toText(ratio.denominator)}`
}

/**
 * A ratio from one unit to another of the same dimension, exactly: there and back is the same ratio.
 * @throws UnitError across dimensions, currencies, counts and temperature scales.
 * `ratioText(convertRatio(wholeRatio(decimal('121')), unit('pyeong'), unit('m2'))) // => '400'`
 */
export function convertRatio(value: Ratio, from: Unit, to: Unit): Ratio {
  if (from.id === to.id) return value
  if (from.dimension !== to.dimension || ['money', 'count', 'temperature'].includes(from.dimension))
    throw new UnitError(`expected a unit that ${from.id} converts to, got ${to.id}`)
  return {
    numerator: multiply(multiply(value.numerator, from.numerator), to.denominator),
    denominator: multiply(multiply(value.denominator, from.denominator), to.numerator),
  }
}

/** A decimal text as a whole ratio. `ratioText(ratioOf('1.5')) // => '1.5'` */
export function ratioOf(text: string): Ratio {
  return wholeRatio(decimal(text))
}
