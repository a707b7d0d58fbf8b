import type { custodyRoutes } from '#capabilities/custody/routes'
import { createClient, json } from '#web/shell/api'

const client = createClient<typeof custodyRoutes>()
const audit = client.offices[':office'].audit
const erasure = client.offices[':office'].documents[':document'].erasure

/** What the history is narrowed by. */
export interface AuditQuery {
  actor?: string
  action?: string
  subject?: string
}

export const readAudit = (office: string, query: AuditQuery, cursor?: string) =>
  json(audit.$get({ param: { office }, query: { limit: '50', ...query, ...(cursor ? { cursor } : {}) } as never }))
export type AuditItem = Awaited<ReturnType<typeof readAudit>>['items'][number]
export const readAuditWords = (office: string) => json(audit.words.$get({ param: { office } }))
export const verifyChain = (office: string) => json(audit.verification.$get({ param: { office } }))
export const previewErasure = (office: string, document: string) => json(erasure.$get({ param: { office, document } }))
export const eraseDocument = (office: string, document: string, reason: string, confirm: string) =>
  json(erasure.$post({ param: { office, document }, json: { reason, confirm } }))
