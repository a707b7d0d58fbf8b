import type { Db, Tx } from '#store/store'

export type LinkKind = 'administrator' | 'invitation' | 'password'

/** The link of a token hash, whatever its state. */
export const linkByHash = (db: Db, tokenHash: Buffer) =>
  db.selectFrom('one_time_link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()

/** The invitations of an office that may still be accepted. */
export const openInvitations = (db: Db, officeId: string, now: Date) =>
  db
    .selectFrom('one_time_link')
    .select(['link_id', 'email', 'role', 'created_at', 'expires_at'])
    .where('kind', '=', 'invitation')
    .where('for_office', '=', officeId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .orderBy('created_at', 'desc')
    .execute()

/** Withdraw the open links of one kind that are about the same thing, so that only the newest works. */
export function withdrawLinks(tx: Tx, now: Date, about: { kind: LinkKind; userId?: string; officeId?: string; email?: string; linkId?: string }) {
  let update = tx
    .updateTable('one_time_link')
    .set({ withdrawn_at: now.toISOString() })
    .where('kind', '=', about.kind)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
  if (about.userId !== undefined) update = update.where('user_id', '=', about.userId)
  if (about.officeId !== undefined) update = update.where('for_office', '=', about.officeId)
  if (about.email !== undefined) update = update.where('email', '=', about.email)
  if (about.linkId !== undefined) update = update.where('link_id', '=', about.linkId)
  return update.executeTakeFirst()
}

/** Use a link up, if nobody has and it is still good: true for exactly one of many who try. */
export async function useLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('one_time_link')
    .set({ used_at: now.toISOString() })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
