import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { PublicCommentTable } from '#store/tables-citizens'

export type CommentRow = Selectable<PublicCommentTable>
export type CommentState = 'waiting' | 'shown' | 'hidden' | 'all'

const inState = (state: CommentState) =>
  state === 'all' ? sql<boolean>`true` : state === 'waiting' ? sql<boolean>`shown is null` : sql<boolean>`shown = ${state === 'shown'}`

/** How many comments came since two moments: a sender's, and all. */
export const recentComments = (db: Db, officeId: string, sender: Buffer | null, hourAgo: string, dayAgo: string) =>
  db
    .selectFrom('public_comment')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where sender = ${sender} and created_at > ${hourAgo}))::int`.as('sender'),
    ])
    .where('office_id', '=', officeId)
    .where('created_at', '>', dayAgo)
    .executeTakeFirstOrThrow()

export const insertComment = (tx: Tx, row: Pick<CommentRow, 'office_id' | 'comment_id' | 'series' | 'name' | 'words' | 'sender' | 'created_at'>) =>
  tx.insertInto('public_comment').values(row).execute()

/** Comments by state, newest first, after the key of the page before. */
export async function listComments(
  db: Db,
  officeId: string,
  asked: { state: CommentState; limit: number; after: readonly (string | number | null)[] | null },
) {
  const base = db.selectFrom('public_comment').where('office_id', '=', officeId).where(inState(asked.state))
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await base
    .selectAll()
    .$if(asked.after !== null, (query) =>
      query.where(sql<boolean>`(created_at, comment_id) < (${String(asked.after?.[0])}::timestamptz, ${String(asked.after?.[1])}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('comment_id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return { rows, total }
}

export const commentById = (db: Db, officeId: string, commentId: string) =>
  db.selectFrom('public_comment').selectAll().where('office_id', '=', officeId).where('comment_id', '=', commentId).executeTakeFirst()

/** Show it or keep it back, where the version is still the one that was seen. */
export const setShown = (tx: Tx, officeId: string, commentId: string, version: number, shown: boolean, by: string, at: string) =>
  tx
    .updateTable('public_comment')
    .set({ shown, decided_by: by, decided_at: at, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('comment_id', '=', commentId)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()

/** What a public page shows, the oldest first; the newest two hundred. */
export async function commentsOn(db: Db, officeId: string, series: string): Promise<CommentRow[]> {
  const rows = await db
    .selectFrom('public_comment')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('series', '=', series)
    .where('shown', '=', true)
    .orderBy('created_at', 'desc')
    .orderBy('comment_id', 'desc')
    .limit(200)
    .execute()
  return rows.reverse()
}
