import { type Decimal, make } from './decimal.ts'

const WORDS: Readonly<Record<string, number>> = {
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  mln: 6,
  m: 6,
  billion: 9,
  bn: 9,
  b: 9,
  trillion: 12,
  tn: 12,
  trn: 12,
}

/** An English magnitude behind a number (trillion, bn …) and the value with it; null where none stands. One-letter forms must be attached (500k). `scanEnglishMagnitude('1.697 trillion', 5, { coefficient: 1697n, exponent: -3 })!.end // => 14` */
export function scanEnglishMagnitude(text: string, at: number, value: Decimal): { end: number; value: Decimal } | null {
  const code = text.charCodeAt(at)
  if (code !== 0x20 && !(code >= 0x41 && code <= 0x7a)) return null
  const found = /^( ?)([A-Za-z]+)/.exec(text.slice(at, at + 12))
  if (!found) return null
  const word = found[2]!.toLowerCase()
  const power = WORDS[word]
  if (power === undefined || (word.length === 1 && found[1] !== '')) return null
  return { end: at + found[0].length, value: make(value.coefficient, value.exponent + power) }
}
