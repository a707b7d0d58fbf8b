import type { NumberOptions } from './number.ts'
import { DIGIT, digitValue, numberClass } from './number-class.ts'

/**
 * A printed run of figures (아라비아 숫자): `value` without its point, which stands `places` before its end, and `digits` figures before the point.
 * `long` holds the value instead where it has more than fifteen figures.
 */
export type Figures = { end: number; value: number; places: number; digits: number; long: bigint | undefined }

/** True where `at` stands inside a printed number: after a figure, inside a comma group, after a decimal point. `insideFigures('1,234', 2) // => true` */
export function insideFigures(text: string, at: number): boolean {
  if (at === 0) return false
  const before = text.charCodeAt(at - 1)
  if (numberClass[before] === DIGIT) return true
  if (at < 2 || numberClass[text.charCodeAt(at - 2)] !== DIGIT) return false
  if (before === 0x2c) {
    let groups = at - 2
    while (groups >= 0 && numberClass[text.charCodeAt(groups)] === DIGIT) groups--
    const size = at - 2 - groups
    let run = at
    while (numberClass[text.charCodeAt(run)] === DIGIT) run++
    return size <= 3 && run - at === 3
  }
  if (before === 0x2e) {
    let run = at
    while (numberClass[text.charCodeAt(run)] === DIGIT) run++
    if (text.charCodeAt(run) === 0x2e && numberClass[text.charCodeAt(run + 1)] === DIGIT) return false
    let start = at - 2
    while (start >= 0 && (numberClass[text.charCodeAt(start)] === DIGIT || text.charCodeAt(start) === 0x2c)) start--
    return !(text.charCodeAt(start) === 0x2e && start > 0 && numberClass[text.charCodeAt(start - 1)] === DIGIT)
  }
  return false
}

function isPoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && numberClass[text.charCodeAt(at + 1)] === DIGIT
}

function isGroupMark(code: number, options: NumberOptions | undefined): boolean {
  return code === 0x2c || code === 0xff0c || code === 0x202f || code === 0x2009 || (code === 0x20 && options?.spacedGroups === true)
}

/** Figures with commas, a decimal part and an exponent; full-width figures count. `scanFigures('1,234.5억', 0)!.value // => 12345` */
export function scanFigures(text: string, at: number, options?: NumberOptions): Figures | null {
  let p = at
  let value = 0
  let digits = 0
  while (numberClass[text.charCodeAt(p)] === DIGIT) {
    value = value * 10 + digitValue(text.charCodeAt(p++))
    digits++
  }
  const lead = digits
  if (lead >= 1 && lead <= 3) {
    while (isGroupMark(text.charCodeAt(p), options) && threeFigures(text, p + 1)) {
      value = value * 1000 + digitValue(text.charCodeAt(p + 1)) * 100 + digitValue(text.charCodeAt(p + 2)) * 10 + digitValue(text.charCodeAt(p + 3))
      digits += 3
      p += 4
    }
  }
  let places = 0
  // 2025.3.27 and 192.168.1.2 are runs of whole numbers
  const afterPoint = at > 1 && text.charCodeAt(at - 1) === 0x2e && numberClass[text.charCodeAt(at - 2)] === DIGIT
  if (!afterPoint && isPoint(text, p)) {
    let q = p + 1
    while (numberClass[text.charCodeAt(q)] === DIGIT) q++
    if (digits !== lead || !isPoint(text, q)) {
      for (let i = p + 1; i < q; i++) value = value * 10 + digitValue(text.charCodeAt(i))
      places = q - p - 1
      p = q
    }
  }
  if (digits + places === 0) return null
  const run = { end: p, value, places, digits, long: digits + places > 15 ? longValue(text, at, p) : undefined }
  return (text.charCodeAt(p) | 0x20) === 0x65 && lead > 0 ? withExponent(text, run) : run
}

/** 12.32e+14: the exponent moves the point; the value is then held as long. */
function withExponent(text: string, run: Figures): Figures {
  const exponent = /^[eE]([+-]?\d{1,3})(?![0-9A-Za-z.])/.exec(text.slice(run.end, run.end + 7))
  if (!exponent) return run
  const places = run.places - Number(exponent[1])
  const long = run.long ?? BigInt(run.value)
  const end = run.end + exponent[0].length
  if (places >= 0) return { end, value: 0, places, digits: run.digits, long }
  return { end, value: 0, places: 0, digits: run.digits, long: long * 10n ** BigInt(-places) }
}

function longValue(text: string, from: number, to: number): bigint {
  let digits = ''
  for (let i = from; i < to; i++) if (numberClass[text.charCodeAt(i)] === DIGIT) digits += digitValue(text.charCodeAt(i))
  return BigInt(digits)
}

function threeFigures(text: string, at: number): boolean {
  return (
    numberClass[text.charCodeAt(at)] === DIGIT &&
    numberClass[text.charCodeAt(at + 1)] === DIGIT &&
    numberClass[text.charCodeAt(at + 2)] === DIGIT &&
    numberClass[text.charCodeAt(at + 3)] !== DIGIT
  )
}
