import { addDays } from '#quantity/day'
import { fromInclusive, intervalText } from '#quantity/interval'

/** A calendar interval of the record: half-open, null where an end is open or not known. */
export interface Ends {
  from: string | null
  to: string | null
}

/**
 * An interval as people read it, both ends inside: a day, month or year by its name.
 *
 * intervalWords({ from: '2026-02-01', to: '2026-03-01' }) // => '2026-02'
 */
export function intervalWords(interval: Ends): string {
  const { from, to } = interval
  if (from === null || to === null) return `${from ?? ''} – ${to === null ? '' : lastDay(to)}`.trim()
  return intervalText(fromInclusive(from, addDays(to, -1))).replace('/', ' – ')
}

/** The last day inside of an interval that ends before `to`. */
export const lastDay = (to: string | null): string | null => (to === null ? null : addDays(to, -1))

/** The open end of an interval whose last day is `day`. */
export const endAfter = (day: string | null): string | null => (day === null ? null : addDays(day, 1))
