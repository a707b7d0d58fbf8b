import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { compareRoutes } from '#capabilities/compare/routes'
import type { CompareAnswer as Answer, CompareLine as Line, Side as OneSide } from '#capabilities/compare/schemas'
import { createClient, json } from '#web/shell/api'

const client = createClient<typeof compareRoutes>()

export type CompareAnswer = Answer
export type CompareLine = Line
export type Side = OneSide

/** What is asked of the server. */
export interface CompareQuestion {
  beforeAsOf: string
  beforeKnownOn: string
  asOf?: string
  knownOn?: string
  subject?: string
  q?: string
  same?: 'true'
}

export const compareQuery = (office: string, question: CompareQuestion | null) =>
  infiniteQueryOptions({
    queryKey: ['portfolio', office, 'compare', question],
    enabled: question !== null,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      json(
        client.offices[':office'].compare.$get({
          param: { office },
          query: { ...question!, limit: '200', ...(pageParam ? { cursor: pageParam } : {}) },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
