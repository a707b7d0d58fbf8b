import { isDay } from '#quantity/day'
import type { RateQuestion } from './api.ts'
import { readMonth } from './month-field.tsx'

export const measures = ['money', 'count', 'jobs'] as const
export const definitions = ['spent', 'operating', 'building', 'contracted'] as const

/** What the screen's address holds. `known` is a day: what was known by its end in the office's time. */
export interface RateSearch {
  from?: string
  to?: string
  measure?: string
  definition?: string
  withdrawals?: string
  investment?: string
  asOf?: string
  known?: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const dayOr = (value: unknown): string | undefined => (isDay(text(value)) ? text(value) : undefined)

/** The question that an address asks; what it cannot mean is left out. */
export function questionOf(search: Record<string, unknown>): RateQuestion {
  const cohortFrom = readMonth(text(search.from))
  const cohortTo = readMonth(text(search.to))
  const asOf = dayOr(search.asOf)
  const known = dayOr(search.known)
  return {
    ...(cohortFrom ? { cohortFrom } : {}),
    ...(cohortTo ? { cohortTo } : {}),
    measure: measures.find((one) => one === search.measure) ?? 'money',
    definition: definitions.find((one) => one === search.definition) ?? 'spent',
    withdrawals: search.withdrawals === 'out' ? 'out' : 'in',
    ...(search.investment === 'new' || search.investment === 'expansion' ? { investmentKind: search.investment } : {}),
    ...(asOf ? { asOf } : {}),
    ...(known ? { knownOn: `${known}T23:59:59.999+09:00` } : {}),
  }
}
