import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ratesRoutes } from '#capabilities/rates/routes'
import type { RatesAnswer as Answer, FigureValue as Value, VintageAnswer as Vintage } from '#capabilities/rates/schemas'
import { createClient, json } from '#web/shell/api'

/** The typed client of the rates. */
export const client = createClient<typeof ratesRoutes>()
const at = client.offices[':office'].rates

export type RatesAnswer = Answer
export type RateRow = Answer['rows'][number]
export type VintageAnswer = Vintage
export type FigureValue = Value

/** What is asked, as the address holds it; nothing is everything. */
export interface RateQuestion {
  cohortFrom?: string
  cohortTo?: string
  measure: 'count' | 'money' | 'jobs'
  definition: 'operating' | 'building' | 'contracted' | 'spent'
  withdrawals: 'in' | 'out'
  investmentKind?: 'new' | 'expansion'
  asOf?: string
  knownOn?: string
}

export const ratesQuery = (office: string, question: RateQuestion) =>
  queryOptions({
    queryKey: ['portfolio', office, 'rates', question],
    queryFn: () => json(at.$get({ param: { office }, query: { ...question } })),
    placeholderData: keepPreviousData,
  })

/** Money that was spent in parts has no one day; its curve is that of what operates. */
export const vintageQuery = (office: string, { withdrawals: _withdrawals, definition, ...question }: RateQuestion) => {
  const query = { ...question, definition: definition === 'spent' ? ('operating' as const) : definition }
  return queryOptions({
    queryKey: ['portfolio', office, 'rates', 'vintage', query],
    queryFn: () => json(at.vintage.$get({ param: { office }, query })),
    placeholderData: keepPreviousData,
  })
}
