import { sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { Watch, WatchItem, WatchOutcome } from '../schemas-watch.ts'
import { isGivenUp } from '../watching/tries.ts'

const rows = (db: Db | Tx, officeId: string) => db.selectFrom('watch').selectAll().where('office_id', '=', officeId).where('removed_at', 'is', null)
export type WatchRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** What an item left behind: written since 0142, so that rows of before have none. */
interface Kept {
  kind: WatchOutcome
  documents: number
  reason: { ko: string; en: string } | null
}

const reasonOf = (kept: Kept | null, error: string | null) => kept?.reason ?? (error === null ? null : { ko: error, en: error })

/** What looks of before did not count. */
const nothing = { unread: 0, same: 0, left: 0, movedTo: null }

/** What is watched, the oldest first, with what could not be taken in. */
export async function watches(db: Db | Tx, officeId: string, confidential: boolean): Promise<Watch[]> {
  let query = rows(db, officeId)
  if (!confidential) query = query.where('confidential', '=', false)
  const found = await query.orderBy('created_at').orderBy('watch_id').execute()
  const { rows: troubles } = await sql<{ watch_id: string; item_key: string; error: string | null; outcome: Kept | null; tries: number }>`
    select watch_id, item_key, error, outcome, tries from (
      select *, row_number() over (partition by watch_id order by seen_at desc, item_key) as at from watch_item
      where office_id = ${officeId}::uuid and (state = 'failed' or outcome ->> 'kind' = 'unread')
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
    result: row.last_result === null ? null : { ...nothing, ...(row.last_result as unknown as NonNullable<Watch['result']>) },
    looking: row.job_id !== null && now.has(row.job_id),
    troubles: troubles
      .filter((one) => one.watch_id === row.watch_id)
      .map((one) => ({ item: one.item_key, error: reasonOf(one.outcome, one.error) ?? { ko: '', en: '' }, tries: one.tries })),
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
    .select(['item_key', 'fingerprint', 'state', 'tries', 'seen_at'])
    .where('office_id', '=', officeId)
    .where('watch_id', '=', watchId)
    .execute()
  return new Map(found.map((row) => [row.item_key, row]))
}

const mostItems = 500

/** What became of the files or items of a place, in the order in which it was met; those met at `since` or later. */
export async function watchItems(
  db: Db | Tx,
  officeId: string,
  watchId: string,
  look: { since: string | undefined; confidential: boolean },
): Promise<WatchItem[]> {
  let query = db
    .selectFrom('watch_item as i')
    .leftJoin('document as d', (join) => {
      const on = join.onRef('d.office_id', '=', 'i.office_id').onRef('d.document_id', '=', 'i.document_id').on('d.erased_at', 'is', null)
      // what was there already may be confidential
      return look.confidential ? on : on.on('d.confidential', '=', false)
    })
    .select(['i.item_key', 'i.state', 'i.tries', 'i.error', 'i.outcome', 'i.seen_at', 'd.document_id', 'd.title'])
    .where('i.office_id', '=', officeId)
    .where('i.watch_id', '=', watchId)
  if (look.since !== undefined) query = query.where('i.seen_at', '>=', look.since)
  const rows = await query
    .orderBy('i.seen_at', look.since === undefined ? 'desc' : 'asc')
    .orderBy('i.item_key')
    .limit(mostItems)
    .execute()
  if (look.since === undefined) rows.reverse()
  return rows.map((row) => {
    const kept = row.outcome as Kept | null
    return {
      item: row.item_key,
      outcome: kept?.kind ?? (row.state === 'done' ? 'added' : row.state === 'failed' ? 'refused' : 'growing'),
      reason: reasonOf(kept, row.error),
      documents: kept?.documents ?? (row.state === 'done' ? 1 : 0),
      documentId: row.document_id,
      title: row.title,
      tries: row.tries,
      givenUp: row.state === 'failed' && isGivenUp(row.tries),
      seenAt: row.seen_at,
    }
  })
}

/** Remember what was done with an item. */
export async function noteItem(
  tx: Tx,
  officeId: string,
  watchId: string,
  item: { key: string; fingerprint: string; state: 'growing' | 'done' | 'failed'; tries: number; documentId: string | null; outcome: Kept },
): Promise<void> {
  const row = {
    fingerprint: item.fingerprint,
    state: item.state,
    tries: item.tries,
    error: item.outcome.reason?.ko ?? null,
    outcome: JSON.stringify(item.outcome),
    document_id: item.documentId,
    seen_at: new Date().toISOString(),
  }
  await tx
    .insertInto('watch_item')
    .values({ office_id: officeId, watch_id: watchId, item_key: item.key, ...row })
    .onConflict((oc) => oc.columns(['office_id', 'watch_id', 'item_key']).doUpdateSet(row))
    .execute()
}

/** A person asks for a look: what failed is tried again whatever it was. */
export async function forgetTries(tx: Tx, officeId: string, watchId: string): Promise<void> {
  await tx
    .updateTable('watch_item')
    .set({ tries: 0 })
    .where('office_id', '=', officeId)
    .where('watch_id', '=', watchId)
    .where('state', '=', 'failed')
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
