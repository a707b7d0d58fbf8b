import { addDays, isDay } from '#quantity/day'
import { compare, decimal, isDecimalText, round, toText } from '#quantity/decimal'
import { calendarInterval } from '#quantity/interval'
import type { Quantity } from '#quantity/quantity'
import { parseQuantity } from '#quantity/scan-quantity'
import { convert, hasUnit, unit as unitOf } from '#quantity/unit'

/** A value as typed, in the unit that its indicator is counted in. */
export interface TypedValue {
  value: string
  valueMax: string | null
  bound: 'min' | 'max' | 'above' | 'below' | null
  approximate: boolean
  unit: string
}

const bounds = { atLeast: 'min', moreThan: 'above', atMost: 'max', lessThan: 'below' } as const

/**
 * A value of an indicator as people type it: 1조원, 150억 이상, 약 300명, 3만평, 120MW, or a bare number in the indicator's own unit. Areas and powers are
 * turned into the unit that is counted; where that does not come out even (평) the value is marked approximate. Money keeps its currency. Null where it is none.
 */
export function readValue(text: string, unit: string): TypedValue | null {
  const typed = text.trim().normalize('NFKC').replaceAll('m2', '㎡')
  if (typed === '') return null
  const bare = typed.replaceAll(',', '')
  if (isDecimalText(bare)) return { value: toText(decimal(bare)), valueMax: null, bound: null, approximate: false, unit }
  if (!hasUnit(unit)) return null
  for (const attempt of [typed, ...(suffixes[unit] ?? []).map((suffix) => `${typed}${suffix}`)]) {
    const found = parseQuantity(attempt)
    const read = found && inUnit(found, unit)
    if (read) return read
  }
  return null
}

const suffixes: Record<string, readonly string[]> = { KRW: ['원'], persons: ['명'], m2: ['㎡'], MW: ['MW'], firms: ['개사'] }

function inUnit(quantity: Quantity, unit: string): TypedValue | null {
  const wanted = unitOf(unit)
  const money = wanted.dimension === 'money'
  if (quantity.kind !== (wanted.dimension === 'ratio' ? 'percent' : wanted.dimension)) return null
  const keep = money || wanted.dimension === 'count'
  if (wanted.dimension === 'count' && quantity.unit !== unit && !(unit === 'persons' && quantity.unit === 'jobs')) return null
  const from = unitOf(quantity.unit)
  const turn = (value: Quantity['value']) => (keep ? value : convert(value, from, wanted))
  const comesOut = (said: Quantity['value']) => keep || compare(convert(turn(said), wanted, from), said) === 0
  const written = (said: Quantity['value']) => toText(comesOut(said) ? turn(said) : rounded(turn(said)))
  const even = comesOut(quantity.value) && (!quantity.max || comesOut(quantity.max))
  return {
    value: written(quantity.value),
    valueMax: quantity.max ? written(quantity.max) : null,
    bound: quantity.bound ? bounds[quantity.bound] : null,
    approximate: quantity.approx === true || !even,
    unit: money ? quantity.unit : unit,
  }
}

const rounded = (value: Quantity['value']) => round(value, 2)

/**
 * A time as people type it, half-open: 2027, 2027-06, 2027년 6월, 2027년 상반기, 2027년 3분기, 2027-06-30. Null where it is none: a time without a year is not guessed.
 *
 * readTime('2027년 상반기') // => { from: '2027-01-01', to: '2027-07-01' }
 */
export function readTime(text: string): { from: string; to: string } | null {
  const typed = text.trim().normalize('NFKC')
  const match =
    /^(\d{4})\s*(?:년|[-./])?\s*(?:(상반기|하반기|H[12])|([1-4])\s*분기|Q([1-4])|(연말|말)|(\d{1,2})\s*(?:월|[-./])?\s*(?:(\d{1,2})\s*일?)?)?$/i.exec(
      typed,
    )
  if (!match) return null
  const [, year, half, quarter, q, end, month, day] = match
  try {
    const form = half
      ? `${year}-H${/상|1/.test(half) ? 1 : 2}`
      : quarter || q
        ? `${year}-Q${quarter ?? q}`
        : end
          ? `${year}-12`
          : month
            ? `${year}-${month.padStart(2, '0')}${day ? `-${day.padStart(2, '0')}` : ''}`
            : (year ?? '')
    if (isDay(form)) return { from: form, to: addDays(form, 1) }
    const interval = calendarInterval(form)
    return { from: interval.start, to: interval.end }
  } catch {
    return null
  }
}
