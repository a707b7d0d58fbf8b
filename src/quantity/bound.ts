import { compare, type Decimal, decimal, isDecimalText, toText } from './decimal.ts'

/** How a number bounds the value it speaks of: 이상 atLeast [x, · 초과 moreThan (x, · 이하 atMost x] · 미만 lessThan x). */
export type BoundKind = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan'

/** An interval of numbers (범위); a null end is open without limit. `approximate` where 약, 여, 가량, 안팎, 내외 … stand with it. */
export type Bounds = { low: Decimal | null; lowClosed: boolean; high: Decimal | null; highClosed: boolean; approximate: boolean }

/** The interval of one number under a bound, or the point itself. `boundsText(boundsOf(decimal('20'), 'atLeast')) // => '[20,)'` */
export function boundsOf(value: Decimal, kind?: BoundKind, approximate = false): Bounds {
  const low = kind === 'atMost' || kind === 'lessThan' ? null : value
  const high = kind === 'atLeast' || kind === 'moreThan' ? null : value
  return { low, lowClosed: low !== null && kind !== 'moreThan', high, highClosed: high !== null && kind !== 'lessThan', approximate }
}

/** Interval notation: "[20,35)", "(5000,)", "(,30]". `boundsText({ low: decimal('20'), lowClosed: true, high: decimal('35'), highClosed: false, approximate: false }) // => '[20,35)'` */
export function boundsText(b: Bounds): string {
  return `${b.lowClosed ? '[' : '('}${b.low ? toText(b.low) : ''},${b.high ? toText(b.high) : ''}${b.highClosed ? ']' : ')'}`
}

/** Interval notation back to bounds, or null. `parseBoundsText('[20,35)')!.highClosed // => false` */
export function parseBoundsText(text: string): Bounds | null {
  const m = /^([[(])([^,]*),([^,]*)([\])])$/.exec(text.trim())
  if (!m) return null
  const end = (part: string) => (part === '' ? null : isDecimalText(part) ? decimal(part) : undefined)
  const low = end(m[2]!)
  const high = end(m[3]!)
  if (low === undefined || high === undefined || (low && high && compare(low, high) > 0)) return null
  return { low, lowClosed: low !== null && m[1] === '[', high, highClosed: high !== null && m[4] === ']', approximate: false }
}

/** The bounds in Korean: "20 이상 35 미만". `boundsKorean(parseBoundsText('[20,35)')!) // => '20 이상 35 미만'` */
export function boundsKorean(b: Bounds): string {
  const about = b.approximate ? '약 ' : ''
  if (b.low && b.high && b.lowClosed && b.highClosed && compare(b.low, b.high) === 0) return about + toText(b.low)
  const parts: string[] = []
  if (b.low) parts.push(`${toText(b.low)} ${b.lowClosed ? '이상' : '초과'}`)
  if (b.high) parts.push(`${toText(b.high)} ${b.highClosed ? '이하' : '미만'}`)
  return parts.length === 0 ? '제한 없음' : about + parts.join(' ')
}

/** The Korean bounds back to the interval, or null. `boundsText(parseBoundsKorean('20 초과 35 이하')!) // => '(20,35]'` */
export function parseBoundsKorean(text: string): Bounds | null {
  let body = text.trim()
  const approximate = body.startsWith('약 ')
  if (approximate) body = body.slice(2)
  if (body === '제한 없음') return { low: null, lowClosed: false, high: null, highClosed: false, approximate: false }
  if (isDecimalText(body)) return boundsOf(decimal(body), undefined, approximate)
  const m = /^(?:(\S+) (이상|초과))? ?(?:(\S+) (이하|미만))?$/.exec(body)
  if (!m || (!m[1] && !m[3])) return null
  if ((m[1] && !isDecimalText(m[1])) || (m[3] && !isDecimalText(m[3]))) return null
  return {
    low: m[1] ? decimal(m[1]) : null,
    lowClosed: m[2] === '이상',
    high: m[3] ? decimal(m[3]) : null,
    highClosed: m[4] === '이하',
    approximate,
  }
}

/** True when a number lies within. `within(parseBoundsText('[20,35)')!, decimal('35')) // => false` */
export function within(b: Bounds, value: Decimal): boolean {
  const low = b.low ? compare(value, b.low) : 1
  const high = b.high ? compare(value, b.high) : -1
  return (low > 0 || (low === 0 && b.lowClosed)) && (high < 0 || (high === 0 && b.highClosed))
}

/** A word of bound or approximation beside a number. `strict` where the word excludes the number itself. */
export type ScannedBound = { start: number; end: number; kind?: BoundKind; approximate: boolean }

const AFTER: readonly (readonly [string, BoundKind | null])[] = [
  ['이상', 'atLeast'],
  ['초과', 'moreThan'],
  ['이하', 'atMost'],
  ['이내', 'atMost'],
  ['미만', 'lessThan'],
  ['한도', 'atMost'],
  ['넘는', 'moreThan'],
  ['넘게', 'moreThan'],
  ['웃도는', 'moreThan'],
  ['웃돌', 'moreThan'],
  ['밑도는', 'lessThan'],
  ['밑돌', 'lessThan'],
  ['육박', 'lessThan'],
  ['가량', null],
  ['안팎', null],
  ['내외', null],
  ['정도', null],
  ['남짓', null],
  ['쯤', null],
  ['전후', null],
]

/**
 * The bound behind a quantity (이상, 미만, 을 넘는, 가량 …) starting at `at`, after an optional space and an optional object particle; null where none.
 * `scanBoundAfter('100명 이상', 4)!.kind // => 'atLeast'`
 */
export function scanBoundAfter(text: string, at: number): ScannedBound | null {
  let p = text.charCodeAt(at) === 0x20 ? at + 1 : at
  const particle = /^[을를이가에] ?(?=넘|웃|밑|육)/.exec(text.slice(at, at + 4))
  if (particle) p = at + particle[0].length
  for (const [word, kind] of AFTER) {
    if (!text.startsWith(word, p)) continue
    return kind
      ? { start: p, end: p + word.length, kind, approximate: kind === 'lessThan' && word === '육박' }
      : { start: p, end: p + word.length, approximate: true }
  }
  return null
}

const BEFORE: readonly (readonly [string, BoundKind | null])[] = [
  ['최소한', 'atLeast'],
  ['최소', 'atLeast'],
  ['적어도', 'atLeast'],
  ['최대', 'atMost'],
  ['최고', 'atMost'],
  ['많아야', 'atMost'],
  ['기껏해야', 'atMost'],
  ['대략', null],
  ['약', null],
  ['어림잡아', null],
]

/**
 * The bound in front of a quantity that starts at `at` (약, 대략, 최소, 최대 …), with at most one space between; null where none.
 * `scanBoundBefore('최대 10억원', 3)!.kind // => 'atMost'`
 */
export function scanBoundBefore(text: string, at: number): ScannedBound | null {
  const stop = text.charCodeAt(at - 1) === 0x20 ? at - 1 : at
  for (const [word, kind] of BEFORE) {
    const start = stop - word.length
    if (start < 0 || !text.startsWith(word, start)) continue
    const before = text.charCodeAt(start - 1)
    if (before >= 0xac00 && before <= 0xd7a3) continue
    return kind ? { start, end: stop, kind, approximate: false } : { start, end: stop, approximate: true }
  }
  return null
}
