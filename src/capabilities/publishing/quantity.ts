import { decimal, toGrouped } from '#quantity/decimal'
import { formatQuantity, type Part } from '#quantity/format'
import { type Quantity, quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { Bound } from '#record/scalars'

/** A value as facts and figures carry it. */
export interface Valued {
  value: string | null
  valueMax: string | null
  bound: Bound | null
  approximate: boolean
  unit: string | null
}

const bounds = { min: 'atLeast', max: 'atMost', above: 'moreThan', below: 'lessThan' } as const

/** The quantity of a value; null where nothing is known or its unit is not in the table. */
export function quantityOf(valued: Valued): Quantity | null {
  if (valued.value === null || valued.unit === null || !hasUnit(valued.unit)) return null
  return quantity(valued.value, valued.unit, {
    ...(valued.valueMax === null ? {} : { max: valued.valueMax }),
    ...(valued.approximate ? { approx: true } : {}),
    ...(valued.bound === null ? {} : { bound: bounds[valued.bound] }),
  })
}

/**
 * A value in words, in parts so that a page may set the unit smaller. Null where nothing is known: the caller says the word for that.
 *
 * @example
 * printed({ value: '1000000000000', valueMax: null, bound: 'min', approximate: false, unit: 'KRW' }, 'ko')?.map((part) => part.text).join('') // => '1조원 이상'
 */
export function printed(valued: Valued, locale: 'ko' | 'en'): Part[] | null {
  if (valued.value === null) return null
  const known = quantityOf(valued)
  if (known) return formatQuantity(known, locale).parts
  return [
    { type: 'number', text: toGrouped(decimal(valued.value)) },
    { type: 'unit', text: valued.unit ? ` ${valued.unit}` : '' },
  ]
}

/** A value in words; null where nothing is known. */
export const printedText = (valued: Valued, locale: 'ko' | 'en'): string | null =>
  printed(valued, locale)
    ?.map((part) => part.text)
    .join('') ?? null
