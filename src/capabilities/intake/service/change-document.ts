import { randomUUID } from 'node:crypto'
import { conflict, notFound } from '#api/problem'
import { appendAudit } from '#store/audit'
import { cancelJob, enqueue } from '#store/jobs'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import { documentOfText, documentRow, type KeptDocument } from '../queries/documents.ts'
import type { DocumentChange } from '../schemas.ts'
import { canonicalText, longestText, sha256 } from '../text/canonical.ts'
import { checkDay, readingJob } from './add-document.ts'
import { documentErased, emptyText, noText, textTooLong } from './problems.ts'

/**
 * Change what is known about a document. A changed day of publication, or the text of a file that had none, makes it read anew: judgements stay as they are,
 * claims that wait are superseded by those of the new reading.
 *
 * @param check is given the row as it is now (locked), before anything is changed: for If-Match
 */
export async function changeDocument(
  store: Store,
  officeId: string,
  by: string,
  documentId: string,
  change: DocumentChange,
  check: (row: KeptDocument) => void,
): Promise<void> {
  if (change.publishedOn) checkDay(change.publishedOn)
  await store.inOffice(officeId, by, async (tx) => {
    const row = await lockedDocument(tx, officeId, documentId)
    check(row)
    if (row.erased_at !== null) throw documentErased()
    const set: Record<string, string | boolean | number | Buffer | null> = {}
    const changed: Record<string, Json> = {}
    const note = (column: string, value: string | boolean | null, before: string | boolean | null) => {
      if (value === before) return
      set[column] = value
      changed[column] = [before, value]
    }
    if (change.title) note('title', change.title, row.title)
    if (change.outlet !== undefined) note('outlet', change.outlet || null, row.outlet)
    if (change.url !== undefined) note('url', change.url || null, row.url)
    if (change.kind) note('kind', change.kind, row.kind)
    if (change.confidential !== undefined) note('confidential', change.confidential, row.confidential)
    if (change.illustrative !== undefined) note('illustrative', change.illustrative, row.illustrative)
    if (change.digestOf !== undefined) set.digest_of = change.digestOf ? JSON.stringify(change.digestOf) : null
    if (change.publishedOn !== undefined && (change.publishedOn ?? null) !== row.published_on) {
      note('published_on', change.publishedOn ?? null, row.published_on)
      set.published_from = change.publishedOn ? 'given' : null
    } else if (change.publishedOn && row.published_from !== 'given') set.published_from = 'given'
    if (change.text !== undefined) Object.assign(set, await newText(tx, officeId, row, change.text), { reading_error: null })
    const again = changed.published_on !== undefined || change.text !== undefined
    if (again && (row.body !== null || change.text !== undefined)) Object.assign(set, await readAgain(tx, officeId, by, row))
    if (Object.keys(set).length === 0) return
    await tx
      .updateTable('document')
      .set({ ...(set as object), version: row.version + 1 })
      .where('office_id', '=', officeId)
      .where('document_id', '=', documentId)
      .execute()
    await appendAudit(tx, officeId, {
      actor: by,
      action: 'document.change',
      subjectId: documentId,
      detail: { changed, text: change.text !== undefined },
    })
  })
}

/** The text of a file that could not be read. A text that is there is never replaced: its spans stand in it. */
async function newText(tx: Tx, officeId: string, row: KeptDocument, raw: string): Promise<{ body: string; text_sha256: Buffer }> {
  if (row.body !== null)
    throw conflict(
      'text-fixed',
      '글은 바꿀 수 없습니다. 주장의 자리가 그 글을 가리킵니다. 새 문서로 넣어 주세요.',
      'The text of a document cannot change: claims point into it. Add a new document.',
    )
  const body = canonicalText(raw)
  if (body.trim() === '') throw emptyText()
  if (body.length > longestText) throw textTooLong(body.length, longestText)
  const hash = sha256(body)
  if (await documentOfText(tx, officeId, hash))
    throw conflict('document-there', '같은 글의 문서가 이미 있습니다', 'A document with this text is there already')
  return { body, text_sha256: hash }
}

/** Put the reading of a document into the queue, in place of one that has not ended. */
async function readAgain(tx: Tx, officeId: string, by: string, row: KeptDocument) {
  if (row.job_id) await cancelJob(tx, officeId, row.job_id)
  const jobId = randomUUID()
  await enqueue(tx, { officeId, kind: readingJob, jobId, payload: { documentId: row.document_id }, subjectId: row.document_id, createdBy: by })
  return { job_id: jobId, reading_state: 'waiting' as const, reading_error: null }
}

/** Read a document (again): after a failure, a cancellation, or with a newer reader. */
export async function startReading(store: Store, officeId: string, by: string, documentId: string): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const row = await lockedDocument(tx, officeId, documentId)
    if (row.erased_at !== null) throw documentErased()
    if (row.body === null) throw noText()
    const set = await readAgain(tx, officeId, by, row)
    await tx.updateTable('document').set(set).where('office_id', '=', officeId).where('document_id', '=', documentId).execute()
    await appendAudit(tx, officeId, { actor: by, action: 'document.read', subjectId: documentId })
  })
}

/** Stop the reading of a document; false where none was under way. */
export async function cancelReading(store: Store, officeId: string, by: string, documentId: string): Promise<boolean> {
  return store.inOffice(officeId, by, async (tx) => {
    const row = await lockedDocument(tx, officeId, documentId)
    if (!row.job_id || (row.reading_state !== 'waiting' && row.reading_state !== 'reading')) return false
    const state = await cancelJob(tx, officeId, row.job_id)
    if (state !== 'cancelled' && state !== 'running') return false
    await tx
      .updateTable('document')
      .set({ reading_state: 'cancelled' })
      .where('office_id', '=', officeId)
      .where('document_id', '=', documentId)
      .execute()
    await appendAudit(tx, officeId, { actor: by, action: 'document.cancel-reading', subjectId: documentId })
    return true
  })
}

/** The row of a document, held until the end of the transaction. @throws ProblemError 404 */
export async function lockedDocument(tx: Tx, officeId: string, documentId: string): Promise<KeptDocument> {
  await tx.selectFrom('document').select('document_id').where('office_id', '=', officeId).where('document_id', '=', documentId).forUpdate().execute()
  const row = await documentRow(tx, officeId, documentId)
  if (!row || row.kind === 'own_statement') throw notFound({ ko: '문서', en: 'The document' })
  return row
}
