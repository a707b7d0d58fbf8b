import { compare, decimal, divide, toText } from '#quantity/decimal'
import type { OpenValue } from '../sum.ts'

/** Places that a rate is kept with; printed ones are rounded from it. */
const places = 12
const turned = { min: 'max', max: 'min', above: 'below', below: 'above' } as const

/**
 * 비율: numerator ÷ denominator, with what both left open. Ends of ranges are divided crosswise; at least 5 of 10 is at least a half, 5 of at least 10 at most a half; where both ends are open nothing but "about" can be said.
 * A denominator of zero gives null: there is no rate of nothing.
 *
 * @example
 * ratioOf({ value: '101', valueMax: null, bound: null, approximate: false }, { value: '238', valueMax: null, bound: null, approximate: false })!.value // => '0.424369747899'
 */
export function ratioOf(numerator: OpenValue, denominator: OpenValue): OpenValue | null {
  const below = [decimal(denominator.value), decimal(denominator.valueMax ?? denominator.value)] as const
  if (below.some((one) => one.coefficient === 0n)) return null
  const low = divide(decimal(numerator.value), below[1], places)
  const high = divide(decimal(numerator.valueMax ?? numerator.value), below[0], places)
  const ranged = numerator.valueMax !== null || denominator.valueMax !== null
  const other = denominator.bound === null ? null : turned[denominator.bound]
  const open = [numerator.bound, other].filter((bound) => bound !== null)
  const up = open.some((bound) => bound === 'min' || bound === 'above')
  const down = open.some((bound) => bound === 'max' || bound === 'below')
  return {
    value: toText(low),
    valueMax: ranged && compare(low, high) !== 0 ? toText(high) : null,
    bound: up && down ? null : (open[0] ?? null),
    approximate: numerator.approximate || denominator.approximate || (up && down),
  }
}
