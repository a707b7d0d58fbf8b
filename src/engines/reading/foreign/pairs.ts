import type { Mention } from '../reading.ts'

/**
 * The one day of a figure in a row of figures that each have their own (짝): 20,000 tons in 2026, 40,000 tons in 2027 and 120,000 tons by 2029. Null where figures
 * and days do not alternate.
 */
export function pairedDay(mention: Mention, figures: readonly Mention[], dates: readonly Mention[]): readonly Mention[] | null {
  const alike = figures.filter((one) => one.unit === mention.unit)
  if (alike.length < 2) return null
  const days = alike.map(({ end }, k) => dates.filter((day) => day.start >= end && (k + 1 === alike.length || day.end <= alike[k + 1]!.start)))
  return days.every((own) => own.length === 1) ? days[alike.indexOf(mention)]! : null
}
