import type { BoundKind, Bounds } from './bound.ts'
import { boundsOf } from './bound.ts'
import { type Decimal, decimal, equals, isDecimalText, toText } from './decimal.ts'
import { hasUnit, unit } from './unit.ts'
import type { Dimension } from './unit-table.ts'

/** The kinds of quantity (수량의 갈래); each is one dimension of the unit table. */
export type QuantityKind =
  | 'money'
  | 'area'
  | 'power'
  | 'apparentPower'
  | 'energy'
  | 'length'
  | 'mass'
  | 'volume'
  | 'flow'
  | 'temperature'
  | 'months'
  | 'days'
  | 'seconds'
  | 'count'
  | 'percent'
  | 'points'
  | 'speed'
  | 'data'

type Of<K extends QuantityKind> = {
  readonly kind: K
  /** the number in `unit`, as it was said: 9,916 of ㎡, 75 of % */
  readonly value: Decimal
  /** id of the unit table: m2, KRW, persons, percent, ratio (0.75 is 75 %) … */
  readonly unit: string
  /** the upper end of a range (70~80명) */
  readonly max?: Decimal
  readonly approx?: boolean
  readonly bound?: BoundKind
}

/** A number with its unit, as a source states it: money, area, power, a count … discriminated by `kind`. Values are exact; JSON carries them as text. */
export type Quantity = { [K in QuantityKind]: Of<K> }[QuantityKind]

/** A quantity as JSON: decimals are plain text, absent parts are absent. */
export type QuantityJson = { kind: QuantityKind; value: string; unit: string; max?: string; approx?: boolean; bound?: BoundKind }

/** Raised for JSON that is no quantity. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError'
}

/** The kind of a dimension: ratios are called percent. `kindOfDimension('ratio') // => 'percent'` */
export function kindOfDimension(dimension: Dimension): QuantityKind {
  return dimension === 'ratio' ? 'percent' : dimension
}

/**
 * A quantity of a unit; the kind follows from the unit.
 * @throws UnitError for an unknown unit.
 * `quantity('9916', 'm2').kind // => 'area'`
 */
export function quantity(value: Decimal | string, unitId: string, more?: { max?: Decimal | string; approx?: boolean; bound?: BoundKind }): Quantity {
  const of = (v: Decimal | string) => (typeof v === 'string' ? decimal(v) : v)
  return {
    kind: kindOfDimension(unit(unitId).dimension),
    value: of(value),
    unit: unitId,
    ...(more?.max === undefined ? {} : { max: of(more.max) }),
    ...(more?.approx ? { approx: true } : {}),
    ...(more?.bound === undefined ? {} : { bound: more.bound }),
  } as Quantity
}

/** The JSON form. `toJson(quantity('1.5', 'MW')).value // => '1.5'` */
export function toJson(q: Quantity): QuantityJson {
  return {
    kind: q.kind,
    value: toText(q.value),
    unit: q.unit,
    ...(q.max ? { max: toText(q.max) } : {}),
    ...(q.approx ? { approx: true } : {}),
    ...(q.bound ? { bound: q.bound } : {}),
  }
}

const BOUNDS: readonly string[] = ['atLeast', 'moreThan', 'atMost', 'lessThan']

/**
 * A quantity from its JSON.
 * @throws QuantityError when a part is missing, malformed, or the kind does not fit the unit.
 * `fromJson({ kind: 'power', value: '1.5', unit: 'MW' }).unit // => 'MW'`
 */
export function fromJson(json: unknown): Quantity {
  const j = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>
  const refuse = (what: string): never => {
    throw new QuantityError(`expected ${what}, got ${JSON.stringify(json)}`)
  }
  if (typeof j.unit !== 'string' || !hasUnit(j.unit)) return refuse('the id of a unit in "unit"')
  if (typeof j.value !== 'string' || !isDecimalText(j.value)) return refuse('a decimal text such as "1234.5" in "value"')
  if (j.max !== undefined && (typeof j.max !== 'string' || !isDecimalText(j.max))) return refuse('a decimal text in "max", or none')
  if (j.approx !== undefined && typeof j.approx !== 'boolean') return refuse('true or false in "approx", or none')
  if (j.bound !== undefined && (typeof j.bound !== 'string' || !BOUNDS.includes(j.bound)))
    return refuse(`one of ${BOUNDS.join(', ')} in "bound", or none`)
  const made = quantity(j.value, j.unit, { max: j.max, approx: j.approx, bound: j.bound as BoundKind | undefined })
  return made.kind === j.kind ? made : refuse(`kind "${made.kind}" for the unit ${j.unit}`)
}

/** True when two quantities say the same. `sameQuantity(quantity('1', 'MW'), quantity('1.0', 'MW')) // => true` */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  const max = a.max && b.max ? equals(a.max, b.max) : a.max === b.max
  return a.unit === b.unit && equals(a.value, b.value) && max && (a.approx ?? false) === (b.approx ?? false) && a.bound === b.bound
}

/** The interval of numbers, in its unit, that a quantity leaves open. A range holds both its ends. `boundsText(quantityBounds(quantity('20', 'persons', { bound: 'lessThan' }))) // => '(,20)'` */
export function quantityBounds(q: Quantity): Bounds {
  if (q.max) return { low: q.value, lowClosed: true, high: q.max, highClosed: true, approximate: q.approx ?? false }
  return boundsOf(q.value, q.bound, q.approx ?? false)
}
