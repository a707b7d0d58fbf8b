import type { checksRoutes } from '#capabilities/checks/routes'
import { createClient, json } from '#web/shell/api'

/** The typed client of the checks. */
export const client = createClient<typeof checksRoutes>()
const checks = client.offices[':office'].checks
const item = checks[':item']

export type CheckState = 'open' | 'left_open' | 'closed' | 'holds'
export type Resolution = 'different_scope' | 'one_is_wrong' | 'source_corrected' | 'leave_open'

/** What the list is narrowed by. */
export interface CheckQuery {
  state: CheckState | 'all'
  rule?: string
  document?: string
  limit?: string
}

export const readChecks = (office: string, query: CheckQuery, cursor?: string) =>
  json(checks.$get({ param: { office }, query: { limit: '50', ...query, ...(cursor ? { cursor } : {}) } as never }))
export type CheckItem = Awaited<ReturnType<typeof readChecks>>['items'][number]
export type Witness = CheckItem['witnesses'][number]

export const readCounts = (office: string) => json(checks.counts.$get({ param: { office } }))
export const readRules = (office: string) => json(checks.rules.$get({ param: { office } }))
export const readWhole = (office: string, id: string) => json(item.$get({ param: { office, item: id } }))
export const closeCheck = (office: string, id: string, resolution: Resolution, reason: string) =>
  json(item.close.$post({ param: { office, item: id }, json: { resolution, reason } }))
export const reopenCheck = (office: string, id: string, reason: string) => json(item.reopen.$post({ param: { office, item: id }, json: { reason } }))
export const undoCheck = (office: string, id: string) => json(item.undo.$post({ param: { office, item: id } }))
