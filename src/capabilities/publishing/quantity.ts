import { absolute, compare, type Decimal, decimal, ONE, round, shift, toGrouped, toText } from '#quantity/decimal'
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

// a rate that was worked out has as many places as the division gave; a percentage that a source printed has two at most
const printedPlaces = 4
const rateOf = (value: Decimal): Decimal => (value.exponent < -printedPlaces ? round(value, 3) : value)

/**
 * 반올림: a worked rate as it is printed, to a tenth of a percent; null where it is printed as it is.
 *
 * @example
 * roundedRate({ value: '0.31249263406', valueMax: null, bound: null, approximate: false, unit: 'ratio' })?.value // => '0.312'
 * roundedRate({ value: '0.3125', valueMax: null, bound: null, approximate: false, unit: 'ratio' }) // => null
 */
export function roundedRate(valued: Valued): Valued | null {
  if (valued.unit !== 'ratio' || valued.value === null || decimal(valued.value).exponent >= -printedPlaces) return null
  return { ...valued, value: toText(rateOf(decimal(valued.value))), valueMax: valued.valueMax && toText(rateOf(decimal(valued.valueMax))) }
}

/**
 * A value in words, in parts so that a page may set the unit smaller. Null where nothing is known: the caller says the word for that.
 *
 * @example
 * printed({ value: '1000000000000', valueMax: null, bound: 'min', approximate: false, unit: 'KRW' }, 'ko')?.map((part) => part.text).join('') // => '1조원 이상'
 * printed({ value: '1026500000000', valueMax: null, bound: null, approximate: true, unit: 'KRW' }, 'en')?.map((part) => part.text).join('') // => 'about KRW 1,026.5 billion'
 * printed({ value: '0.312', valueMax: null, bound: null, approximate: false, unit: 'ratio' }, 'ko')?.map((part) => part.text).join('') // => '31.2%'
 */
export function printed(valued: Valued, locale: 'ko' | 'en'): Part[] | null {
  if (valued.value === null) return null
  const known = quantityOf(roundedRate(valued) ?? valued)
  if (known && locale === 'en' && known.kind === 'money') return englishMoney(known)
  if (known) return formatQuantity(known, locale).parts
  return [
    { type: 'number', text: toGrouped(decimal(valued.value)) },
    { type: 'unit', text: valued.unit ? ` ${valued.unit}` : '' },
  ]
}

const magnitudes = [
  [12, ' trillion'],
  [9, ' billion'],
  [6, ' million'],
] as const

/** Money in English with the largest word that still gives it exactly in at most three places: KRW 1,026.5 billion. Nothing is rounded. */
function englishMoney(money: Quantity): Part[] {
  const ends = [money.value, ...(money.max ? [money.max] : [])]
  const fitting = magnitudes.find(([power]) =>
    ends.every((end) => compare(absolute(end), shift(ONE, power)) >= 0 && shift(end, -power).exponent >= -3),
  )
  if (!fitting) return formatQuantity(money, 'en').parts
  const [power, word] = fitting
  const scaled = { ...money, value: shift(money.value, -power), ...(money.max ? { max: shift(money.max, -power) } : {}) } as Quantity
  const parts = formatQuantity(scaled, 'en').parts
  const last = parts.findLastIndex((part) => part.type === 'number')
  return [...parts.slice(0, last + 1), { type: 'unit', text: word }, ...parts.slice(last + 1)]
}

/** A value in words; null where nothing is known. */
export const printedText = (valued: Valued, locale: 'ko' | 'en'): string | null =>
  printed(valued, locale)
    ?.map((part) => part.text)
    .join('') ?? null
