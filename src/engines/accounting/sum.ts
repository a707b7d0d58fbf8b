import { add, type Decimal, decimal, subtract, toText, ZERO } from '#quantity/decimal'

/** A value as facts hold it: exact decimal text, with what the source left open. */
export interface OpenValue {
  readonly value: string
  readonly valueMax: string | null
  readonly bound: 'min' | 'max' | 'above' | 'below' | null
  readonly approximate: boolean
}

/**
 * 합: the exact sum of values of one unit. Ranges add end to end; a sum with a lower bound in it is at least that much, one with an upper bound at most; with both nothing but "about" can be said.
 * No values give null: an empty sum is not zero.
 *
 * @example
 * sumOf([{ value: '1', valueMax: null, bound: 'min', approximate: false }, { value: '2', valueMax: null, bound: null, approximate: true }])
 * // => { value: '3', valueMax: null, bound: 'min', approximate: true }
 */
export function sumOf(values: readonly OpenValue[]): OpenValue | null {
  if (values.length === 0) return null
  let low: Decimal = ZERO
  let high: Decimal = ZERO
  for (const one of values) {
    low = add(low, decimal(one.value))
    high = add(high, decimal(one.valueMax ?? one.value))
  }
  const { bound, mixed } = boundOf(values.map((one) => one.bound))
  return {
    value: toText(low),
    valueMax: values.some((one) => one.valueMax !== null) ? toText(high) : null,
    bound,
    approximate: mixed || values.some((one) => one.approximate),
  }
}

/**
 * 차: what is left of one value after another is taken away, with the bounds turned accordingly: less "at least 2" is "at most". May be negative.
 *
 * @example
 * differenceOf({ value: '3', valueMax: null, bound: null, approximate: false }, { value: '1', valueMax: null, bound: 'min', approximate: false })
 * // => { value: '2', valueMax: null, bound: 'max', approximate: false }
 */
export function differenceOf(from: OpenValue, taken: OpenValue): OpenValue {
  const low = subtract(decimal(from.value), decimal(taken.valueMax ?? taken.value))
  const high = subtract(decimal(from.valueMax ?? from.value), decimal(taken.value))
  const { bound, mixed } = boundOf([from.bound, taken.bound === null ? null : turned[taken.bound]])
  return {
    value: toText(low),
    valueMax: from.valueMax !== null || taken.valueMax !== null ? toText(high) : null,
    bound,
    approximate: mixed || from.approximate || taken.approximate,
  }
}

const turned = { min: 'max', max: 'min', above: 'below', below: 'above' } as const

/** `above` holds for a sum where any part is above; `min` where the parts with a bound are only at least. */
function boundOf(bounds: readonly OpenValue['bound'][]): { bound: OpenValue['bound']; mixed: boolean } {
  const up = bounds.some((bound) => bound === 'min' || bound === 'above')
  const down = bounds.some((bound) => bound === 'max' || bound === 'below')
  if (up && down) return { bound: null, mixed: true }
  if (up) return { bound: bounds.includes('above') ? 'above' : 'min', mixed: false }
  if (down) return { bound: bounds.includes('below') ? 'below' : 'max', mixed: false }
  return { bound: null, mixed: false }
}
