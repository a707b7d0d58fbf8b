import { addMonths, type Day, dayParts } from '#quantity/day'

/**
 * 지난 달 수: whole months from one day to another; a day before the first gives 0.
 *
 * @example
 * monthsBetween('2018-01-31', '2018-02-28') // => 1
 * monthsBetween('2018-01-15', '2020-01-14') // => 23
 */
export function monthsBetween(from: Day, to: Day): number {
  if (to <= from) return 0
  const a = dayParts(from)
  const b = dayParts(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(from, months) > to ? months - 1 : months
}
