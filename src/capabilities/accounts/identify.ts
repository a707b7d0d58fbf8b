import type { BySession, ByToken, Caller } from '#api/env'
import type { Scope } from '#api/permission'
import type { Store } from '#store/store'
import { cachedCaller } from './caller-cache.ts'
import { sessionSecret } from './cookies.ts'
import { livingSession, livingToken, rolesOf, touchSession, touchToken } from './queries/callers.ts'
import { hashOf, tokenPrefix } from './secrets.ts'

const nobody: Caller = { kind: 'anonymous' }
/** "Last seen" is written at most this often. */
const touchEveryMs = 60_000

/**
 * Who sends a request: the person of its `Authorization: Bearer gusul_…`, else of its session cookie, else nobody.
 * Ended and expired sessions, revoked and expired tokens, deactivated people and ended memberships count for nothing. A request that carries a
 * token is judged by the token alone: a bad token does not fall back to the cookie, so that no write slips past the CSRF check.
 */
export async function identify(request: Request, store: Store, now: Date = new Date()): Promise<Caller> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
    return token?.startsWith(tokenPrefix) ? byToken(store, token, now) : nobody
  }
  const secret = sessionSecret(request.headers.get('cookie'))
  return secret ? bySession(store, secret, now) : nobody
}

async function bySession(store: Store, secret: string, now: Date): Promise<Caller> {
  const hash = hashOf(secret)
  const caller = await cachedCaller(store, hash.toString('hex'), async () => {
    const row = await store.global(async (tx) => {
      const found = await livingSession(tx, hash, now)
      if (found && now.getTime() - Date.parse(found.seen_at) > touchEveryMs) await touchSession(tx, hash, now)
      return found
    })
    if (!row) return null
    const known: BySession = {
      kind: 'session',
      sessionId: row.session_id,
      csrf: row.csrf,
      userId: row.user_id,
      name: row.name,
      email: row.email,
      administrator: row.administrator,
      roles: await store.global((tx) => rolesOf(tx, row.user_id), row.user_id),
    }
    return known
  })
  return caller ?? nobody
}

async function byToken(store: Store, token: string, now: Date): Promise<Caller> {
  const hash = hashOf(token)
  const caller = await cachedCaller(store, hash.toString('hex'), async () => {
    const row = await store.global(async (tx) => {
      const found = await livingToken(tx, hash, now)
      if (found && (!found.used_at || now.getTime() - Date.parse(found.used_at) > touchEveryMs)) await touchToken(tx, hash, now)
      return found
    })
    if (!row) return null
    const roles = await store.global((tx) => rolesOf(tx, row.user_id), row.user_id)
    const office = row.for_office
    const known: ByToken = {
      kind: 'token',
      tokenId: row.token_id,
      scopes: row.scopes as Scope[],
      userId: row.user_id,
      name: row.name,
      email: row.email,
      // a token made for one office reaches that office alone
      administrator: row.administrator && office === null,
      roles: office === null ? roles : new Map([...roles].filter(([officeId]) => officeId === office)),
    }
    return known
  })
  return caller ?? nobody
}
