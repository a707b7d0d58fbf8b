import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from '#api/env'
import { appendAudit } from '#store/audit'
import type { Store } from '#store/store'
import { confidentialOf, type Named } from '../queries/confidential.ts'

/** A person who looks at one record again within this time is written down once: screens ask again while they are open. */
export const quietMs = 10 * 60_000
const keptAtMost = 20_000
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const seen = new WeakMap<Store, Map<string, number>>()

/**
 * 누가 보았는가: after a successful read of something confidential, an entry of its own in the office's chain before the answer leaves.
 * An answer whose entry cannot be written is not given. Writes have an entry already and are left alone.
 */
export function noteReads(named: Named, parameter: string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    // Read before: what stands behind may move the request on to another path.
    const id = c.req.param(parameter)
    await next()
    const caller = c.get('caller')
    const office = c.get('office')
    if (c.req.method !== 'GET' || c.res.status >= 300 || caller.kind === 'anonymous' || !office || !id || !uuidForm.test(id)) return
    const store = c.get('store')
    const found = await store.readOffice(office.officeId, caller.userId, (db) => confidentialOf(db, office.officeId, named, id))
    if (!found) return
    const memory = seen.get(store) ?? new Map<string, number>()
    seen.set(store, memory)
    const key = `${caller.userId} ${found.id}`
    const now = c.get('now').getTime()
    const before = memory.get(key)
    if (before !== undefined && now - before < quietMs) return
    await store.inOffice(office.officeId, caller.userId, (tx) =>
      appendAudit(tx, office.officeId, {
        actor: caller.userId,
        action: 'confidential.read',
        subjectId: found.id,
        detail: { kind: found.kind, by: caller.kind },
      }),
    )
    // The oldest go first: a Map keeps the order of its insertions.
    memory.delete(key)
    memory.set(key, now)
    for (const oldest of memory.keys()) {
      if (memory.size <= keptAtMost) break
      memory.delete(oldest)
    }
  }
}
