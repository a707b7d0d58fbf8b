import { nameKey } from './names.ts'

/** How two names may be spellings of one: the same sounds written otherwise, or the one shortened. */
export type Variant = 'spelling' | 'short'

const country = /^(?:한국|대한)|(?:코리아|korea)$/u
const syllable = (letter: string): number => letter.charCodeAt(0) - 0xac00
const isHangul = (letter: string): boolean => syllable(letter) >= 0 && syllable(letter) < 11172

/**
 * 같은 이름의 다른 표기: whether two names of organisations are one name written otherwise: a vowel of a loanword (데이타, 데이터), the country before or behind (한국벤트라,
 * 벤트라코리아), or one shortened in its middle or by its country (새한빛첨단소재, 새한빛소재). Another first consonant (가온소재, 다온소재) or a longer end
 * (한울에너지솔루션) makes another name. Null where it is none of these.
 *
 * nameVariant('소닉데이타', '소닉데이터') // => 'spelling'
 * nameVariant('가온소재', '다온소재') // => null
 */
export function nameVariant(a: string, b: string): Variant | null {
  const [x, y] = [nameKey(a), nameKey(b)]
  if (x === y || Math.min(x.length, y.length) < 3) return null
  const [bareX, bareY] = [x.replace(country, ''), y.replace(country, '')]
  if (bareX === bareY && bareX.length >= 3) return 'spelling'
  if (x.length === y.length) return x.length >= 4 && isVowelOf(x, y) ? 'spelling' : null
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  return short.length >= 4 && isShortened(short, long) ? 'short' : null
}

/** One syllable differs, and in nothing but its vowel. */
function isVowelOf(x: string, y: string): boolean {
  const other = [...x].flatMap((letter, at) => (letter === y[at] ? [] : [[letter, y[at]!] as const]))
  if (other.length !== 1 || !other[0]!.every(isHangul)) return false
  const [left, right] = other[0]!.map(syllable) as [number, number]
  return Math.floor(left / 588) === Math.floor(right / 588) && left % 28 === right % 28
}

/** A few syllables left out of the middle; both ends, two syllables or more, stay. */
function isShortened(short: string, long: string): boolean {
  if (long.length - short.length > 4 || /\d/u.test(long)) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  let tail = 0
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++
  return head >= 2 && tail >= 2 && head + tail === short.length
}

/** 물빛 데이터센터, 물빛 제2데이터센터: whether two names differ in a number alone. The first of several may go without. */
export function differInNumber(a: string, b: string): boolean {
  const without = (name: string) => nameKey(name).replace(/제?\d{1,2}/gu, '')
  const number = (name: string) => Number(/\d{1,2}/u.exec(nameKey(name))?.[0] ?? 1)
  return without(a) !== '' && without(a) === without(b) && number(a) !== number(b)
}
