import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { FollowerTable } from '#store/tables-citizens'

export type FollowerRow = Selectable<FollowerTable>

/** How many asked to follow since two moments: a sender's, and all. */
export const recentFollowers = (db: Db, officeId: string, sender: Buffer | null, hourAgo: string, dayAgo: string) =>
  db
    .selectFrom('follower')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where sender = ${sender} and created_at > ${hourAgo}))::int`.as('sender'),
    ])
    .where('office_id', '=', officeId)
    .where('created_at', '>', dayAgo)
    .executeTakeFirstOrThrow()

/** Keep a new follower, or renew the wish of one who has not confirmed; null where the address follows already. */
export async function keepFollower(
  tx: Tx,
  row: Pick<FollowerRow, 'office_id' | 'follower_id' | 'address' | 'series' | 'locale' | 'token' | 'sender' | 'created_at'>,
): Promise<FollowerRow | null> {
  const kept = await tx
    .insertInto('follower')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['office_id', 'address', 'series'])
        .doUpdateSet({ token: row.token, locale: row.locale, created_at: row.created_at, sender: row.sender })
        .where('follower.confirmed_at', 'is', null),
    )
    .returningAll()
    .executeTakeFirst()
  return kept ?? null
}

export const followerByToken = (db: Db, officeId: string, token: string) =>
  db.selectFrom('follower').selectAll().where('office_id', '=', officeId).where('token', '=', token).executeTakeFirst()

export const confirmFollower = (tx: Tx, officeId: string, followerId: string, at: string) =>
  tx
    .updateTable('follower')
    .set({ confirmed_at: at, sent_up_to: at, sender: null })
    .where('office_id', '=', officeId)
    .where('follower_id', '=', followerId)
    .where('confirmed_at', 'is', null)
    .execute()

export const removeFollower = (tx: Tx, officeId: string, followerId: string) =>
  tx.deleteFrom('follower').where('office_id', '=', officeId).where('follower_id', '=', followerId).executeTakeFirst()

/** Wishes that nobody confirmed are forgotten. */
export const forgetUnconfirmed = (tx: Tx, officeId: string, before: string) =>
  tx.deleteFrom('follower').where('office_id', '=', officeId).where('confirmed_at', 'is', null).where('created_at', '<', before).execute()

export const confirmedFollowers = (db: Db, officeId: string) =>
  db.selectFrom('follower').selectAll().where('office_id', '=', officeId).where('confirmed_at', 'is not', null).orderBy('follower_id').execute()

export const markSent = (tx: Tx, officeId: string, followerId: string, upTo: string) =>
  tx.updateTable('follower').set({ sent_up_to: upTo }).where('office_id', '=', officeId).where('follower_id', '=', followerId).execute()

/** How many follow, by what: `''` is everything. */
export const countFollowers = (db: Db, officeId: string) =>
  db
    .selectFrom('follower')
    .select(['series', sql<number>`count(*)::int`.as('count')])
    .where('office_id', '=', officeId)
    .where('confirmed_at', 'is not', null)
    .groupBy('series')
    .orderBy('series')
    .execute()
