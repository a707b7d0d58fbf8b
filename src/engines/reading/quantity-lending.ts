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
    if (!/^\s?[·ㆍ・/,]\s?[가-힣]{0,4}\s?$/.test(text.slice(one.end, next))) break
    lent.push(one)
    next = one.start
  }
  for (const one of lent.reverse()) {
    const value = scale(one.value * (one.value < magnitude * 10 ? magnitude : 1), unit.factor)
    push(text, one.start, one.end, unit.kind, unit.unit, value, null, false, one.value, '', 0.85, `${unit.kind}:lent`, out)
  }
}
