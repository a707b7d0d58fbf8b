import { sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { Watch } from '../schemas-watch.ts'

const rows = (db: Db | Tx, officeId: string) => db.selectFrom('watch').selectAll().where('office_id', '=', officeId).where('removed_at', 'is', null)
export type WatchRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** What is watched, the oldest first, with what could not be taken in. */
export async function watches(db: Db | Tx, officeId: string, confidential: boolean): Promise<Watch[]> {
  let query = rows(db, officeId)
  if (!confidential) query = query.where('confidential', '=', false)
  const found = await query.orderBy('created_at').orderBy('watch_id').execute()
  const { rows: troubles } = await sql<{ watch_id: string; item_key: string; error: string; tries: number }>`
    select watch_id, item_key, error, tries from (
      select *, row_number() over (partition by watch_id order by seen_at desc, item_key) as at from watch_item where office_id = ${officeId}::uuid and state = 'failed'
    ) t where at <= 5 order by at`.execute(db)
  const running = await db
    .selectFrom('job')
    .select('job_id')
    .where('office_id', '=', officeId)
    .where('state', '=', 'running')
    .where('kind', '=', 'intake.watch')
    .execute()
  const now = new Set(running.map((row) => row.job_id))
  return found.map((row) => ({
    id: row.watch_id,
    kind: row.kind,
    location: row.location,
    everySeconds: row.every_seconds,
    outlet: row.outlet,
    confidential: row.confidential,
    privateAllowed: row.private_allowed,
    pausedAt: row.paused_at,
    lookedAt: row.looked_at,
    lookedWellAt: row.looked_well_at,
    nextAt: row.next_at,
    error: row.last_error as Watch['error'],
    result: row.last_result as Watch['result'],
    looking: row.job_id !== null && now.has(row.job_id),
    troubles: troubles.filter((one) => one.watch_id === row.watch_id).map((one) => ({ item: one.item_key, error: one.error, tries: one.tries })),
    version: row.version,
  }))
}

/** One watch; with `lock` held until the end of the transaction. */
export async function watchRow(db: Db | Tx, officeId: string, watchId: string, lock = false): Promise<WatchRow | undefined> {
  const query = rows(db, officeId).where('watch_id', '=', watchId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** What was done with what stood at a place, by its key. */
export async function itemsOf(db: Db, officeId: string, watchId: string) {
  const found = await db
    .selectFrom('watch_item')
    .select(['item_key', 'fingerprint', 'state', 'tries'])
    .where('office_id', '=', officeId)
    .where('watch_id', '=', watchId)
    .execute()
  return new Map(found.map((row) => [row.item_key, row]))
}

/** Remember what was done with an item. */
export async function noteItem(
  tx: Tx,
  officeId: string,
  watchId: string,
  item: { key: string; fingerprint: string; state: 'growing' | 'done' | 'failed'; tries: number; error: string | null; documentId: string | null },
): Promise<void> {
  const row = {
    fingerprint: item.fingerprint,
    state: item.state,
    tries: item.tries,
    error: item.error,
    document_id: item.documentId,
    seen_at: new Date().toISOString(),
  }
  await tx
    .insertInto('watch_item')
    .values({ office_id: officeId, watch_id: watchId, item_key: item.key, ...row })
    .onConflict((oc) => oc.columns(['office_id', 'watch_id', 'item_key']).doUpdateSet(row))
    .execute()
}

/** Looks that ended more than a day ago leave no rows behind. */
export async function forgetOldLooks(tx: Tx, officeId: string, watchId: string): Promise<void> {
  await tx
    .deleteFrom('job')
    .where('office_id', '=', officeId)
    .where('kind', '=', 'intake.watch')
    .where('subject_id', '=', watchId)
    .where(sql<boolean>`finished_at < now() - interval '1 day'`)
    .execute()
}
