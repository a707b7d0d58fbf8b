import { isDay } from '#quantity/day'
import type { CompareQuestion } from './api.ts'

/** What the screen's address holds, by days: the day asked about and when it was known, the other day and when that is known. */
export interface CompareSearch {
  day?: string
  known?: string
  asOf?: string
  knownNow?: string
  subject?: string
  q?: string
  same?: string
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)
const dayOr = (value: unknown): string | undefined => (isDay(text(value) ?? '') ? text(value) : undefined)
/** The last moment of a day in the office's time (Korea keeps +09:00 all year). */
const endOf = (day: string) => `${day}T23:59:59.999999+09:00`

/** The address as the screen reads it; what it cannot mean is left out. */
export const compareSearchOf = (search: Record<string, unknown>): CompareSearch =>
  Object.fromEntries(
    Object.entries({
      day: dayOr(search.day),
      known: dayOr(search.known),
      asOf: dayOr(search.asOf),
      knownNow: dayOr(search.knownNow),
      subject: text(search.subject),
      q: text(search.q),
      same: search.same === 'true' || search.same === true ? 'true' : undefined,
    }).filter(([, value]) => value !== undefined),
  )

/** The question that an address asks; null until a day is given. */
export function compareQuestionOf({ day, known, asOf, knownNow, subject, q, same }: CompareSearch): CompareQuestion | null {
  if (day === undefined) return null
  return {
    beforeAsOf: day,
    beforeKnownOn: endOf(known ?? day),
    ...(asOf ? { asOf } : {}),
    ...(knownNow ? { knownOn: endOf(knownNow) } : {}),
    ...(subject ? { subject } : {}),
    ...(q ? { q } : {}),
    ...(same ? { same: 'true' as const } : {}),
  }
}
