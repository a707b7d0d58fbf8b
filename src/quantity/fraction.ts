import { add, type Decimal, decimalFromInteger, multiply, quotient } from './decimal.ts'
import type { ScannedNumber } from './number.ts'
import { DIGIT, isHangul, numberClass } from './number-class.ts'

type Ratio = { numerator: Decimal; denominator: Decimal; value: Decimal }

const VULGAR: Readonly<Record<string, readonly [bigint, bigint]>> = {
  '½': [1n, 2n],
  '⅓': [1n, 3n],
  '⅔': [2n, 3n],
  '¼': [1n, 4n],
  '¾': [3n, 4n],
  '⅕': [1n, 5n],
  '⅖': [2n, 5n],
  '⅗': [3n, 5n],
  '⅘': [4n, 5n],
  '⅙': [1n, 6n],
  '⅚': [5n, 6n],
  '⅛': [1n, 8n],
  '⅜': [3n, 8n],
  '⅝': [5n, 8n],
  '⅞': [7n, 8n],
}

/** The ratio that one character such as ½ stands for, or null. `toText(vulgarFraction('½'.charCodeAt(0))!.value) // => '0.5'` */
export function vulgarFraction(code: number): Ratio | null {
  const pair = VULGAR[String.fromCharCode(code)]
  return pair ? ratioOf(decimalFromInteger(pair[0]), decimalFromInteger(pair[1])) : null
}

function ratioOf(numerator: Decimal, denominator: Decimal): Ratio {
  return { numerator, denominator, value: quotient(numerator, denominator) }
}

/** What may follow a numerator of one syllable: a particle, or the counter of things that come in parts. */
const AFTER_NUMERATOR = '은는이가을를의로와과도만다입인라조씩보에개명점척원'

/**
 * The fraction that a number opens: 3분의 1, 삼분의 이, 1/3, 2 1/4, 2½, 일과 이분의 일; null where none follows.
 * `body` is the number already read from `at`; `numeratorAt` reads the number above the line.
 */
export function scanFraction(
  text: string,
  at: number,
  body: ScannedNumber,
  numeratorAt: (text: string, at: number) => ScannedNumber | null,
): ScannedNumber | null {
  const p = body.end
  const code = text.charCodeAt(p)
  if (code === 0x2f) return slash(text, at, body)
  if (numberClass[code] === 7 && body.plain) {
    const part = vulgarFraction(code)!
    return mixed(body, part, p + 1)
  }
  // a space, 분, 과 or 와
  if (code !== 0x20 && code !== 0xbd84 && code !== 0xacfc && code !== 0xc640) return null
  const gap = code === 0x20 ? 1 : 0
  if (text.startsWith('분의', p + gap)) return under(text, body, p + gap + 2, numeratorAt)
  if (gap === 1 && body.plain && (text.charCodeAt(p + 1) === 0x20 || numberClass[text.charCodeAt(p + 1)] === DIGIT)) {
    const parts = /^ {1,2}(\d{1,4})\/(\d{1,4})(?![\d/]|\.\d)/.exec(text.slice(p, p + 14))
    if (parts && Number(parts[2]) > Number(parts[1])) {
      return mixed(body, ratioOf(decimalFromInteger(BigInt(parts[1]!)), decimalFromInteger(BigInt(parts[2]!))), p + parts[0].length)
    }
    return null
  }
  if ((code === 0xacfc || code === 0xc640) && text.charCodeAt(p + 1) === 0x20) return joined(text, body, p + 2, numeratorAt)
  return null
}

function parts(ratio: Ratio): { numerator: Decimal; denominator: Decimal } {
  return { numerator: ratio.numerator, denominator: ratio.denominator }
}

function slash(text: string, at: number, body: ScannedNumber): ScannedNumber | null {
  if (!body.plain || text.charCodeAt(at - 1) === 0x2f) return null
  const below = /^(\d{1,6})(?![\d/.,]*[/\d])/.exec(text.slice(body.end + 1, body.end + 9))
  if (!below || /^0+$/.test(below[1]!)) return null
  const ratio = ratioOf(body.value, decimalFromInteger(BigInt(below[1]!)))
  return { end: body.end + 1 + below[1]!.length, value: ratio.value, digits: true, native: false, ratio: parts(ratio), slash: true }
}

function under(
  text: string,
  body: ScannedNumber,
  from: number,
  numeratorAt: (text: string, at: number) => ScannedNumber | null,
): ScannedNumber | null {
  if (body.value.coefficient === 0n) return null
  const start = text.charCodeAt(from) === 0x20 ? from + 1 : from
  const above = numeratorAt(text, start)
  if (!above) return null
  const next = text.charCodeAt(above.end)
  // "30분의 이동" is thirty minutes of moving, not two thirtieths
  if (!above.digits && above.end === start + 1 && isHangul(next) && !AFTER_NUMERATOR.includes(text.charAt(above.end))) return null
  const ratio = ratioOf(above.value, body.value)
  return { end: above.end, value: ratio.value, digits: body.digits || above.digits, native: false, ratio: parts(ratio) }
}

/** 일과 이분의 일: a whole number joined to a fraction by 과/와. */
function joined(
  text: string,
  body: ScannedNumber,
  from: number,
  numeratorAt: (text: string, at: number) => ScannedNumber | null,
): ScannedNumber | null {
  const below = numeratorAt(text, from)
  if (!below) return null
  const gap = text.charCodeAt(below.end) === 0x20 ? 1 : 0
  if (!text.startsWith('분의', below.end + gap)) return null
  const part = under(text, below, below.end + gap + 2, numeratorAt)
  return part?.ratio ? mixed(body, { ...part.ratio, value: part.value }, part.end) : null
}

function mixed(body: ScannedNumber, part: Ratio, end: number): ScannedNumber {
  const ratio = ratioOf(add(multiply(body.value, part.denominator), part.numerator), part.denominator)
  return { end, value: ratio.value, digits: body.digits, native: false, ratio: parts(ratio) }
}
