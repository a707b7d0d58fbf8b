import { differenceOf, type OpenValue } from '#engines/accounting/sum'
import type { Side } from './schemas.ts'

/** A worked value as one side of a total. */
export const sideOfValue = (value: OpenValue | null, unit: string): Side | null =>
  value && { value: value.value, valueMax: value.valueMax, bound: value.bound, approximate: value.approximate, unit, text: null, factId: null }

/** Now less then, where both are known. */
export function differenceOfSides(before: Side | null, after: Side | null): string | null {
  if (before?.value == null || after?.value == null || before.unit !== after.unit) return null
  const open = ({ value, valueMax, bound, approximate }: Side): OpenValue => ({ value: value!, valueMax, bound, approximate })
  return differenceOf(open(after), open(before)).value
}
