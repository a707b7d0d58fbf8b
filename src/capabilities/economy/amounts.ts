import { decimal, multiply, round, toText } from '#quantity/decimal'

/** A number of the engine as an exact text, to so many places. `decimalText(1234.567, 1) // => '1234.6'` */
export const decimalText = (value: number, places = 0): string => toText(round(decimal(value.toPrecision(15)), places))

/** Engine money (in a unit of so many won) in whole won. `wonText(2.5, 1000000000) // => '2500000000'` */
export const wonText = (value: number, wonPerUnit: number): string =>
  toText(round(multiply(decimal(value.toPrecision(15)), decimal(String(wonPerUnit))), 0))

/** Persons to one place. `personsText(12.345) // => '12.3'` */
export const personsText = (value: number): string => decimalText(value, 1)
