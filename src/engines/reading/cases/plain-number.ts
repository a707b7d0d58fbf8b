import { type Decimal, toNumber } from '#quantity/decimal'

/**
 * A number with at most fifteen significant digits, with an exponent from 10^15 on and from 10^−5 down (the "G15" form of the Recognizers suite).
 * `plainNumber(decimal('1232000000000000')) // => '1.232E+15'`
 */
export function plainNumber(value: Decimal | number): string {
  const n = typeof value === 'number' ? value : toNumber(value)
  if (n === 0) return '0'
  const [mantissa, power] = n.toExponential(14).split('e') as [string, string]
  const exponent = Number(power)
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
  if (exponent >= 15 || exponent <= -5) return `${short}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  return fixed(short, exponent)
}

function fixed(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole, rest = ''] = mantissa.replace('-', '').split('.') as [string, string?]
  const digits = whole + rest
  const point = 1 + exponent
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
