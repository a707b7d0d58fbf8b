import { sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { RereadProposal } from '../schemas-rereading.ts'
import type { RereadChange } from '../service/reread-diff.ts'

/** A reader as it is now. */
export interface ReaderVersion {
  name: string
  version: string
}

/** Whether none of the present readers has read a document. */
const isOutdated = (readers: readonly ReaderVersion[]) =>
  sql<boolean>`not coalesce(reader || ' ' || reader_version = any(${readers.map((one) => `${one.name} ${one.version}`)}::text[]), false)`

/** Documents that a reader of another version has read; all that are read where `all`. Only `documents` where given. */
export async function documentsToReread(
  db: Db,
  officeId: string,
  look: { readers: readonly ReaderVersion[]; documents: readonly string[] | null; all: boolean },
): Promise<string[]> {
  let query = db
    .selectFrom('document')
    .select('document_id')
    .where('office_id', '=', officeId)
    .where('kind', '<>', 'own_statement')
    .where('reading_state', '=', 'read')
    .where('erased_at', 'is', null)
    .where('body', 'is not', null)
  if (look.documents !== null) query = query.where(sql<boolean>`document_id = any(${[...look.documents]}::uuid[])`)
  else if (!look.all) query = query.where(isOutdated(look.readers))
  return (await query.orderBy('received_at').orderBy('document_id').execute()).map((row) => row.document_id)
}

/** Keep what a document would read otherwise; without differences nothing is kept. */
export async function keepProposal(
  tx: Tx,
  officeId: string,
  proposal: { documentId: string; reader: string; version: string; before: string | null; changes: readonly RereadChange[]; jobId: string },
): Promise<void> {
  await dropProposal(tx, officeId, proposal.documentId)
  if (proposal.changes.length === 0) return
  const count = (kind: RereadChange['kind']) => proposal.changes.filter((one) => one.kind === kind).length
  await tx
    .insertInto('reread_proposal')
    .values({
      office_id: officeId,
      document_id: proposal.documentId,
      reader: proposal.reader,
      reader_version: proposal.version,
      read_before: proposal.before,
      changes: JSON.stringify(proposal.changes),
      added: count('new'),
      changed: count('changed'),
      gone: count('gone'),
      judged: proposal.changes.filter((one) => one.state !== null && one.state !== 'pending').length,
      job_id: proposal.jobId,
    })
    .execute()
}

/** Forget a proposal; false where there was none. */
export async function dropProposal(tx: Tx, officeId: string, documentId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('reread_proposal')
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Proposals with their documents, those with the most changes first. */
export async function proposals(
  db: Db,
  officeId: string,
  confidential: boolean,
  documentId?: string,
): Promise<(RereadProposal & { changes: RereadChange[] })[]> {
  let query = db
    .selectFrom('reread_proposal as p')
    .innerJoin('document as d', (join) => join.onRef('d.office_id', '=', 'p.office_id').onRef('d.document_id', '=', 'p.document_id'))
    .selectAll('p')
    .select(['d.title', 'd.outlet', 'd.published_on', 'd.reading_state'])
    .where('p.office_id', '=', officeId)
    .where('d.erased_at', 'is', null)
    .orderBy(sql`p.added + p.changed + p.gone`, 'desc')
    .orderBy('p.document_id')
    .limit(500)
  if (!confidential) query = query.where('d.confidential', '=', false)
  if (documentId) query = query.where('p.document_id', '=', documentId)
  return (await query.execute()).map((row) => ({
    documentId: row.document_id,
    title: row.title,
    outlet: row.outlet,
    publishedOn: row.published_on,
    reader: row.reader,
    version: row.reader_version,
    before: row.read_before,
    added: row.added,
    changed: row.changed,
    gone: row.gone,
    judged: row.judged,
    madeAt: row.made_at,
    reading: row.reading_state === 'waiting' || row.reading_state === 'reading',
    // what an earlier version of the program compared has no contents
    changes: (row.changes as unknown as RereadChange[]).map((one) => ({ ...one, before: one.before ?? null, after: one.after ?? null })),
  }))
}

/** How many documents a reader of another version has read. */
export async function outdatedCount(db: Db, officeId: string, readers: readonly ReaderVersion[], confidential: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from document where office_id = ${officeId}::uuid and kind <> 'own_statement' and reading_state = 'read' and erased_at is null
      and ${isOutdated(readers)} and (${confidential}::boolean or not confidential)`.execute(db)
  return rows[0]?.count ?? 0
}

/** The last comparison that came to its end: when, of how many documents, and by which readers. */
export async function lastComparison(db: Db, officeId: string, kind: string) {
  const row = await db
    .selectFrom('job')
    .select(['result', 'finished_at'])
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .where('state', '=', 'done')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.result || row.finished_at === null) return null
  return { at: row.finished_at, ...(row.result as unknown as { documents: number; differing: number; readers: string[] }) }
}

/** The latest job of a kind in the office, or about one document. */
export async function latestJob(db: Db | Tx, officeId: string, kind: string, documentId?: string) {
  return db
    .selectFrom('job')
    .select(['job_id', 'state', 'progress', 'total', 'message', 'error', 'created_at'])
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .$if(documentId !== undefined, (query) => query.where('subject_id', '=', documentId!))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
