import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DigestChoice as Choice } from '#capabilities/worklist/digest'
import type { worklistRoutes } from '#capabilities/worklist/routes'
import type { Worklist as List, WorkItemView } from '#capabilities/worklist/schemas'
import type { WorklistSettings as Settings } from '#capabilities/worklist/settings'
import { createClient, ifMatch, json, jsonWithTag } from '#web/shell/api'

const client = createClient<typeof worklistRoutes>()
const at = client.offices[':office'].worklist

export type WorkItem = WorkItemView
export type Worklist = List
export type DigestChoice = Choice
export type WorklistSettings = Settings

/** What narrows the list, as its address holds it. */
export interface WorkNarrowing {
  owner?: string
  rule?: string
  sort?: 'stake' | 'due' | 'reason'
}

export const worklistQuery = (office: string, narrowing: WorkNarrowing) =>
  infiniteQueryOptions({
    queryKey: ['portfolio', office, 'worklist', narrowing],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      json(at.$get({ param: { office }, query: { ...narrowing, limit: '100', ...(pageParam ? { cursor: pageParam } : {}) } })),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** The number beside the list: all that waits, hot where something is late. */
export async function countWaiting(office: string): Promise<{ count: number; hot: boolean }> {
  const { total, counts } = await json(at.$get({ param: { office }, query: { limit: '1' } }))
  return { count: total, hot: (counts.overdue ?? 0) + (counts.limit_passed ?? 0) + (counts.promise_overdue ?? 0) > 0 }
}

export const digestQuery = (office: string) =>
  queryOptions({ queryKey: ['worklist', office, 'digest'], queryFn: () => jsonWithTag(at.digest.$get({ param: { office } })) })

export const chooseDigest = (office: string, choice: DigestChoice, etag: string | null) =>
  at.digest.$put({ param: { office }, json: choice }, ifMatch(etag))

export const sendDigest = (office: string, scope: 'mine' | 'office') => json(at.digest.send.$post({ param: { office }, json: { scope } }))

export const feedsQuery = (office: string) =>
  queryOptions({ queryKey: ['worklist', office, 'feeds'], queryFn: async () => (await json(at.feeds.$get({ param: { office } }))).items })

export const makeFeed = (office: string, scope: 'mine' | 'office') => json(at.feeds.$post({ param: { office }, json: { scope } }))
export const revokeFeed = (office: string, feed: string) => at.feeds[':feed'].$delete({ param: { office, feed } })
export const setSettings = (office: string, settings: WorklistSettings) => at.settings.$put({ param: { office }, json: settings })
