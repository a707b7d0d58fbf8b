import { queryOptions } from '@tanstack/react-query'
import type { twinsRoutes } from '#capabilities/twins/routes'
import { createClient, json } from '#web/shell/api'

const client = createClient<typeof twinsRoutes>()
const at = client.offices[':office'].twins

const readTwins = (office: string, all: boolean) => json(at.$get({ param: { office }, query: { all: all ? 'true' : 'false' } }))
export type Twin = Awaited<ReturnType<typeof readTwins>>['items'][number]

export const twinsQuery = (office: string, all: boolean) =>
  queryOptions({ queryKey: ['portfolio', office, 'twins', all], queryFn: () => readTwins(office, all) })

export const setSharing = (office: string, sharing: boolean) => at.sharing.$put({ param: { office }, json: { sharing } })
export const refreshTwins = (office: string) => json(at.refresh.$post({ param: { office } }))
export const judgeTwin = (office: string, twin: Twin, given: { verdict: 'same' | 'not_same'; share: string | null; reason: string | null }) =>
  json(at.judgements.$post({ param: { office }, json: { subject: twin.subject.id, other: twin.other.slug, ref: twin.ref, ...given } }))
export const undoTwin = (office: string, twin: string) => at.judgements[':twin'].undo.$post({ param: { office, twin } })
