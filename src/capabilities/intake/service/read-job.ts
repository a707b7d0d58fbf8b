import { checkDocument } from '#capabilities/checks/index'
import type { Reading, ReadOptions } from '#engines/reading/reading'
import { appendAudit } from '#store/audit'
import { type JobContext, JobRefused } from '#store/jobs'
import { appendClaims } from '#store/log/claims'
import { keepSpans } from '#store/log/spans'
import type { Json } from '#store/schema'
import type { Tx } from '#store/store'
import { supersedeUnread } from '../queries/claims.ts'
import { documentRow, type KeptDocument } from '../queries/documents.ts'
import { dropProposal } from '../queries/rereading.ts'
import { readInThread } from '../reading-thread/read-in-thread.ts'
import { lockedDocument } from './change-document.ts'
import { claimsOfReading } from './claims-of-reading.ts'
import { firstTitle, isLetterhead, isTable } from './first-title.ts'

/**
 * 읽기: the job that reads a document. All that it finds is written in one transaction, so that it is either read or not; running it again adds nothing.
 */
export async function readingHandler(context: JobContext): Promise<Json> {
  const { store, officeId, payload } = context
  const documentId = (payload as { documentId: string }).documentId
  const row = await store.readOffice(officeId, null, (db) => documentRow(db, officeId, documentId))
  if (!row) throw new JobRefused('the document is not there any more')
  if (row.erased_at !== null || row.body === null) throw new JobRefused('the document has no text')
  if (row.job_id !== context.jobId) return { superseded: true }
  const total = row.body.length
  context.progress(0, total, 'reading')
  await store.inOffice(officeId, null, (tx) =>
    tx.updateTable('document').set({ reading_state: 'reading' }).where('office_id', '=', officeId).where('document_id', '=', documentId).execute(),
  )
  let reading: Reading
  try {
    // understanding the text is half of the way, keeping what was found the other
    const onProgress = (read: number) => context.progress(read * readingShare, total, 'reading')
    reading = await readInThread(row.body, { ...readingOptions(row), onProgress }, context.signal)
    if (reading.text !== row.body) throw new Error('expected the reader to keep the canonical text, got another')
    context.signal.throwIfAborted()
    context.progress(total * readingShare, total, 'writing')
    return await store.inOffice(officeId, null, (tx) => writeReading(tx, officeId, documentId, context, reading))
  } catch (error) {
    const cancelled = context.signal.aborted
    await store.inOffice(officeId, null, (tx) =>
      tx
        .updateTable('document')
        .set({
          reading_state: cancelled ? 'cancelled' : 'failed',
          reading_error: cancelled ? null : error instanceof Error ? error.message : String(error),
        })
        .where('office_id', '=', officeId)
        .where('document_id', '=', documentId)
        .where('job_id', '=', context.jobId)
        .execute(),
    )
    throw error
  }
}

/** How much of the progress of a reading is understanding its text. */
const readingShare = 0.5

/** What the reader is told about a document besides its text. */
export const readingOptions = (row: KeptDocument): ReadOptions => ({
  published: isStated(row) ? (row.published_on ?? undefined) : undefined,
  outlet: row.outlet ?? undefined,
  title: titleGiven(row) ? row.title : undefined,
})

/** Whether the document keeps its name: a person or the file gave it, or it is a table, whose first line is the names of columns. Else the reader's title comes in its place. */
const titleGiven = (row: KeptDocument): boolean =>
  isTable(row.format) || (row.title !== row.file_name && row.title !== firstTitle(row.body ?? '', row.file_name, row.format))

/** Whether a person or the file itself states the day of publication; else the reader looks for it in the words. */
export const isStated = (row: Pick<KeptDocument, 'published_from'>): boolean => row.published_from === 'given' || row.published_from === 'file'

async function writeReading(tx: Tx, officeId: string, documentId: string, context: JobContext, reading: Reading): Promise<Json> {
  const row = await lockedDocument(tx, officeId, documentId)
  // another reading was asked for meanwhile (a changed date): its answer counts, not this one
  if (row.job_id !== context.jobId || row.body !== reading.text) return { superseded: true }
  const { spans, claims } = claimsOfReading(reading, documentId)
  const kept = (share: number) => context.progress(reading.text.length * share, reading.text.length, 'writing')
  const spanIds = await keepSpans(tx, officeId, documentId, reading.text, spans)
  kept(0.6)
  const { ids, added } = await appendClaims(
    tx,
    officeId,
    claims.map((claim, at) => ({ ...claim, spanId: spanIds[at]! })),
  )
  kept(0.8)
  await dropProposal(tx, officeId, documentId)
  const superseded = await supersedeUnread(tx, officeId, documentId, ids)
  const checks = await checkDocument(tx, officeId, documentId, reading)
  kept(0.95)
  const found = reading.published
  const mentions = reading.mentions.map((mention) => ({
    start: mention.start,
    end: mention.end,
    kind: mention.kind,
    value: mention.value as Json,
    unit: mention.unit,
  }))
  await tx
    .updateTable('document')
    .set({
      reading_state: 'read',
      reading_error: null,
      reader: reading.reader,
      reader_version: reading.version,
      mentions: JSON.stringify(mentions),
      ...(!isStated(row) ? { published_on: found?.date ?? null, published_from: found ? ('found' as const) : null } : {}),
      ...(!titleGiven(row) && reading.title && !isLetterhead(reading.title.text) ? { title: reading.title.text } : {}),
      ...(row.outlet === null && reading.outlet ? { outlet: reading.outlet.name } : {}),
      version: row.version + 1,
    })
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .execute()
  const result = { claims: ids.length, added, superseded, mentions: mentions.length }
  await appendAudit(tx, officeId, {
    actor: context.createdBy ?? 'system',
    action: 'document.was-read',
    subjectId: documentId,
    detail: { ...result, checks: { ...checks }, reader: reading.reader, version: reading.version },
  })
  context.progress(reading.text.length, reading.text.length, 'read')
  return result
}
