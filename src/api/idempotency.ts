import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './env.ts'
import { ProblemError } from './problem.ts'

/** No request works longer than this: after it, one without an answer was cut off. */
const longestWork = 10 * 60_000
const nil = '00000000-0000-0000-0000-000000000000'

/**
 * The same write sent twice happens once: with an `Idempotency-Key`, the first answer is kept for a day and given again.
 * The key is claimed before the work starts, so that two at once cannot both run; an attempt that failed with 5xx gives the key back.
 */
export function idempotency(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    const caller = c.get('caller')
    if (!key || caller.kind === 'anonymous' || ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
    if (key.length > 200)
      throw new ProblemError(422, 'invalid', { ko: 'Idempotency-Key는 200자까지입니다', en: 'An Idempotency-Key has at most 200 characters' })
    const store = c.get('store')
    const officeId = c.get('office')?.officeId ?? nil
    const body = Buffer.from(await c.req.raw.clone().arrayBuffer())
    const hash = createHash('sha256').update(`${c.req.method} ${c.req.path}\n`).update(body).digest()
    const actor = caller.userId
    const kept = await store.inOffice(officeId, actor, async (tx) => {
      const claimed = await tx
        .insertInto('idempotency')
        .values({ office_id: officeId, user_id: caller.userId, key, request_hash: hash })
        .onConflict((oc) => oc.doNothing())
        .executeTakeFirst()
      if (claimed.numInsertedOrUpdatedRows) return null
      return tx
        .selectFrom('idempotency')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('user_id', '=', caller.userId)
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
    })
    if (kept) {
      if (!kept.request_hash.equals(hash))
        throw new ProblemError(422, 'idempotency-key-reused', {
          ko: '같은 열쇠로 다른 내용을 보냈습니다',
          en: 'This key was used with another request',
        })
      if (kept.status === null && c.get('now').getTime() - Date.parse(kept.created_at) > longestWork)
        throw new ProblemError(
          409,
          'outcome-unknown',
          { ko: '그 요청이 끝났는지 알 수 없습니다', en: 'Whether that request was done is not known' },
          {
            detail: {
              ko: '요청을 처리하던 서버가 도중에 멈췄습니다. 이미 되어 있는지 보고, 되어 있지 않으면 새 열쇠로 다시 보내 주세요.',
              en: 'The server that worked on it stopped. See whether it was done; where it was not, send it again with a new key.',
            },
          },
        )
      if (kept.status === null)
        throw new ProblemError(
          409,
          'still-running',
          { ko: '같은 요청을 처리하고 있습니다', en: 'The same request is still being worked on' },
          { headers: { 'retry-after': '1' } },
        )
      if (kept.body === null)
        throw new ProblemError(
          409,
          'done-once',
          { ko: '이미 한 일입니다', en: 'This was done already' },
          {
            detail: {
              ko: '그 답에 든 비밀은 한 번만 보입니다. 잃었다면 새로 만들어 주세요.',
              en: 'Its answer held a secret that is shown once. If you lost it, make a new one.',
            },
          },
        )
      const headers = { ...(kept.headers as Record<string, string>), 'idempotency-replayed': 'true' }
      return kept.status === 204 ? c.body(null, 204, headers) : c.body(kept.body, kept.status as 200, headers)
    }
    const forget = () =>
      store.inOffice(officeId, actor, (tx) =>
        tx.deleteFrom('idempotency').where('office_id', '=', officeId).where('user_id', '=', caller.userId).where('key', '=', key).execute(),
      )
    try {
      await next()
    } catch (error) {
      await forget()
      throw error
    }
    if (c.res.status >= 400 || c.error) {
      await forget()
      return
    }
    // an answer that must not be stored (a new API token, a one-time link) is not kept: only that it was given
    const secret = c.res.headers.get('cache-control')?.includes('no-store') ?? false
    const text = secret ? null : await c.res.clone().text()
    const headers: Record<string, string> = {}
    for (const name of ['content-type', 'location', 'etag']) {
      const value = c.res.headers.get(name)
      if (value) headers[name] = value
    }
    await store.inOffice(officeId, actor, (tx) =>
      tx
        .updateTable('idempotency')
        .set({ status: c.res.status, headers: JSON.stringify(headers), body: text })
        .where('office_id', '=', officeId)
        .where('user_id', '=', caller.userId)
        .where('key', '=', key)
        .execute(),
    )
  }
}
