import type { Role } from '#record/membership'
import type { Tx } from '#store/store'

/** Idle sessions end after this many hours, however long they may still live. */
export const idleHours = 12

/** The living session of a token hash, with its person: not ended, not past its end, seen within the idle time, of an active person. */
export function livingSession(tx: Tx, tokenHash: Buffer, now: Date) {
  return tx
    .selectFrom('session as s')
    .innerJoin('app_user as u', 'u.user_id', 's.user_id')
    .select(['s.session_id', 's.csrf', 's.seen_at', 'u.user_id', 'u.name', 'u.email', 'u.administrator'])
    .where('s.token_hash', '=', tokenHash)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now.toISOString())
    .where('s.seen_at', '>', new Date(now.getTime() - idleHours * 3_600_000).toISOString())
    .where('u.deactivated_at', 'is', null)
    .executeTakeFirst()
}

/** Note that a session was used. */
export function touchSession(tx: Tx, tokenHash: Buffer, now: Date) {
  return tx.updateTable('session').set({ seen_at: now.toISOString() }).where('token_hash', '=', tokenHash).execute()
}

/** The office in which a new session begins, unless its person has used one lately. */
export function startInOffice(tx: Tx, sessionId: string, officeId: string) {
  return tx
    .updateTable('session')
    .set({ office_id_in_use: officeId })
    .where('session_id', '=', sessionId)
    .where('office_id_in_use', 'is', null)
    .execute()
}

/** The living API token of a hash, with its person. */
export function livingToken(tx: Tx, tokenHash: Buffer, now: Date) {
  return tx
    .selectFrom('api_token as t')
    .innerJoin('app_user as u', 'u.user_id', 't.user_id')
    .select(['t.token_id', 't.scopes', 't.for_office', 't.used_at', 'u.user_id', 'u.name', 'u.email', 'u.administrator'])
    .where('t.token_hash', '=', tokenHash)
    .where('t.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('t.expires_at', 'is', null), eb('t.expires_at', '>', now.toISOString())]))
    .where('u.deactivated_at', 'is', null)
    .executeTakeFirst()
}

/** Note that a token was used. */
export function touchToken(tx: Tx, tokenHash: Buffer, now: Date) {
  return tx.updateTable('api_token').set({ used_at: now.toISOString() }).where('token_hash', '=', tokenHash).execute()
}

/** The roles of a person by office; ended memberships are left out. Row-level security shows them only to a `global` whose user is this person. */
export async function rolesOf(tx: Tx, userId: string): Promise<Map<string, Role>> {
  const rows = await tx.selectFrom('membership').select(['office_id', 'role']).where('user_id', '=', userId).where('ended_at', 'is', null).execute()
  return new Map(rows.map((row) => [row.office_id, row.role]))
}
