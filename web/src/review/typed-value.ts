import { toText } from '#quantity/decimal'
import { parseQuantity } from '#quantity/scan-quantity'
import { convert, hasUnit, unit as unitOf } from '#quantity/unit'
import type { ReviewClaim } from './api.ts'

/** A value as a person typed it, in the unit in which claims are kept. */
export interface TypedValue {
  value: string
  valueMax: string | null
  unit: string
  approximate: boolean
  bound: ReviewClaim['bound']
}

/** The unit in which claims of a dimension are kept. */
const kept: Readonly<Record<string, string>> = { area: 'm2', power: 'MW', length: 'm', ratio: 'ratio' }
const bounds = { atLeast: 'min', atMost: 'max', moreThan: 'above', lessThan: 'below' } as const

/**
 * A value as people type it: 1조 2천억 원, 300명, 3만평, 50%, 150억원 이상. Without a unit it takes the one of the claim. Null where it is no value.
 *
 * readValue('3,000', 'persons') // => { value: '3000', valueMax: null, unit: 'persons', approximate: false, bound: null }
 */
export function readValue(text: string, unitNow: string | null): TypedValue | null {
  const typed = text.trim().normalize('NFKC')
  if (typed === '') return null
  const signs = unitNow !== null && hasUnit(unitNow) ? [unitNow === 'KRW' ? '원' : (unitOf(unitNow).forms[0] ?? '')] : []
  for (const attempt of [typed, ...signs.map((sign) => `${typed}${sign}`)]) {
    const found = parseQuantity(attempt)
    if (!found) continue
    const from = unitOf(found.unit)
    const to = unitOf(kept[from.dimension] ?? found.unit)
    return {
      value: toText(convert(found.value, from, to)),
      valueMax: found.max ? toText(convert(found.max, from, to)) : null,
      unit: to.id,
      approximate: found.approx ?? false,
      bound: found.bound ? bounds[found.bound] : null,
    }
  }
  return null
}
