import { randomUUID } from 'node:crypto'
import type { Scope } from '#api/permission'
import { invalid } from '#api/problem'
import type { Store } from '#store/store'
import { officeBySlug } from './queries/offices.ts'
import { hashOf, newToken } from './secrets.ts'

/** What a token is made of. */
export interface TokenWish {
  userId: string
  name: string
  scopes: readonly Scope[]
  /** Null for one that does not expire. */
  expiresInDays: number | null
  /** The address name of the one office it may reach; null for all of the person's. */
  office: string | null
  /** Whether the person belongs to an office. */
  reaches: (officeId: string) => boolean
}

/**
 * API 토큰: make one. The token itself is in the answer and nowhere else.
 *
 * @throws ProblemError 422 for an office that the person does not belong to
 */
export async function createToken(store: Store, wish: TokenWish, now: Date) {
  const token = newToken()
  const tokenId = randomUUID()
  const expiresAt = wish.expiresInDays === null ? null : new Date(now.getTime() + wish.expiresInDays * 86_400_000).toISOString()
  const scopes = [...new Set(wish.scopes)]
  await store.global(async (tx) => {
    const office = wish.office === null ? null : await officeBySlug(tx, wish.office)
    if (office === undefined || (office && !wish.reaches(office.office_id)))
      throw invalid('json.office', { ko: '내가 속한 기관', en: 'An office that you belong to' }, wish.office ?? undefined)
    await tx
      .insertInto('api_token')
      .values({
        token_hash: hashOf(token),
        token_id: tokenId,
        user_id: wish.userId,
        for_office: office?.office_id ?? null,
        name: wish.name,
        scopes,
        created_at: now.toISOString(),
        expires_at: expiresAt,
        used_at: null,
        revoked_at: null,
      })
      .execute()
  })
  return { id: tokenId, name: wish.name, scopes, office: wish.office, createdAt: now.toISOString(), expiresAt, usedAt: null, token }
}
