import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { CorrectionRequestTable } from '#store/tables-citizens'

export type CorrectionRow = Selectable<CorrectionRequestTable>

/** How many requests came since two moments: a sender's, and all. */
export async function recentCorrections(db: Db, officeId: string, sender: Buffer | null, hourAgo: string, dayAgo: string) {
  const row = await db
    .selectFrom('correction_request')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where sender = ${sender} and created_at > ${hourAgo}))::int`.as('sender'),
    ])
    .where('office_id', '=', officeId)
    .where('created_at', '>', dayAgo)
    .executeTakeFirstOrThrow()
  return row
}

export const insertCorrection = (
  tx: Tx,
  row: Pick<CorrectionRow, 'office_id' | 'request_id' | 'series' | 'edition' | 'words' | 'address' | 'sender' | 'created_at'>,
) => tx.insertInto('correction_request').values(row).execute()

/** Requests by state, newest first, after the key of the page before. */
export async function listCorrections(
  db: Db,
  officeId: string,
  asked: { state: CorrectionRow['state'] | 'all'; series?: string; limit: number; after: readonly (string | number | null)[] | null },
) {
  const base = db
    .selectFrom('correction_request')
    .where('office_id', '=', officeId)
    .$if(asked.state !== 'all', (query) => query.where('state', '=', asked.state as CorrectionRow['state']))
    .$if(asked.series !== undefined, (query) => query.where('series', '=', asked.series!))
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await base
    .selectAll()
    .$if(asked.after !== null, (query) =>
      query.where(sql<boolean>`(created_at, request_id) < (${String(asked.after?.[0])}::timestamptz, ${String(asked.after?.[1])}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('request_id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return { rows, total }
}

export const correctionById = (db: Db, officeId: string, requestId: string) =>
  db.selectFrom('correction_request').selectAll().where('office_id', '=', officeId).where('request_id', '=', requestId).executeTakeFirst()

/** Set state and answer where the version is still the one that was seen; undefined where it is not. */
export const answerCorrection = (
  tx: Tx,
  officeId: string,
  requestId: string,
  version: number,
  change: Pick<CorrectionRow, 'state' | 'answer' | 'answered_by' | 'answered_at'>,
) =>
  tx
    .updateTable('correction_request')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('request_id', '=', requestId)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()

export const markMailed = (tx: Tx, officeId: string, requestId: string, at: string) =>
  tx.updateTable('correction_request').set({ mailed_at: at }).where('office_id', '=', officeId).where('request_id', '=', requestId).execute()

/** How many wait for an answer. */
export async function countOpen(db: Db, officeId: string): Promise<number> {
  const row = await db
    .selectFrom('correction_request')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('office_id', '=', officeId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.open
}
