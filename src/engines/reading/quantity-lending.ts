import { push, scale } from './quantity-mention.ts'
import type { Mention } from './reading.ts'
import type { UnitEntry } from './units.ts'

/** State of one scan: where a number without its unit stood, so that "100·200·300만원" can lend it one. */
export interface Bare {
  start: number
  end: number
  value: number
}

export interface Step {
  readonly at: number
  readonly bare: Bare[]
}

/** "100·200·300만원": the numbers before take unit and magnitude of the last, if only a dot or comma and a short label stand between. */
export function lendUnit(text: string, at: number, bare: readonly Bare[], magnitude: number, unit: UnitEntry, out: Mention[]): void {
  let next = at
  const lent: Bare[] = []
  for (let i = bare.length - 1; i >= 0; i--) {
    const one = bare[i]!
    if (!/^\s?[·ㆍ・/,]\s?(?:[가-힣]{0,4}|[가-힣]{2,3} (?:이상|이후|부터))\s?$/.test(text.slice(one.end, next))) break
    lent.push(one)
    next = one.start
  }
  for (const one of lent.reverse()) {
    const own = /[만억조]/.test(text.slice(one.start, one.end))
    const value = scale(one.value * (!own && one.value < magnitude * 10 ? magnitude : 1), unit.factor)
    push(text, one.start, one.end, unit.kind, unit.unit, value, null, false, one.value, '', 0.85, `${unit.kind}:lent`, out)
  }
}

/** How far back the total of a list may stand. */
const TOTAL_REACH = 240
const SCALES = [1e3, 1e4, 1e6, 1e8, 1e12]

/** "총사업비 21,400백만원 … 2024년 6,200 2025년 7,400 2026년 7,800": bare numbers that add up to an amount before them are its parts, in its own magnitude. */
export function lendTotal(text: string, bare: readonly Bare[], out: Mention[]): void {
  if (bare.some((one) => one.value < 10)) return
  const sum = bare.reduce((total, one) => total + one.value, 0)
  for (let k = out.length - 1; k >= 0 && bare[0]!.start - out[k]!.end < TOTAL_REACH; k--) {
    const total = out[k]!
    if (total.kind !== 'money' || typeof total.value !== 'number') continue
    const by = total.value / sum
    if (!SCALES.some((one) => Math.abs(by / one - 1) < 1e-9)) continue
    for (const one of bare)
      push(
        text,
        one.start,
        one.end,
        'money',
        total.unit ?? 'KRW',
        scale(one.value, Math.round(by)),
        null,
        false,
        one.value,
        '',
        0.8,
        'money:adds-up',
        out,
      )
    return
  }
}
