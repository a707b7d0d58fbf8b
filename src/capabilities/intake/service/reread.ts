import { conflict } from '#api/problem'
import { readDocument } from '#engines/reading/read-document'
import { appendAudit } from '#store/audit'
import { cancelJob, enqueue, type JobContext } from '#store/jobs'
import type { Json } from '#store/schema'
import type { Store } from '#store/store'
import { claimsOfDocument } from '../queries/claims.ts'
import { documentRow } from '../queries/documents.ts'
import { documentsToReread, dropProposal, keepProposal, latestJob, proposals } from '../queries/rereading.ts'
import { readInThread } from '../reading-thread/read-in-thread.ts'
import { startReading } from './change-document.ts'
import { claimsOfReading } from './claims-of-reading.ts'
import { readingOptions } from './read-job.ts'
import { rereadDifferences } from './reread-diff.ts'

/** The name under which the queue knows reading again. */
export const rereadJob = 'intake.reread'

/** The built-in reader of this version of Gusul: the one of Korean first, then those of the other languages. */
export function presentReaders(): { name: string; version: string }[] {
  const found = ['', 'The company will invest in the city.', '公司将在该市投资建设工厂。', 'その会社は市に工場を建設します。'].map((text) =>
    readDocument(text),
  )
  return [...new Map(found.map((one) => [one.reader, { name: one.reader, version: one.version }])).values()]
}

/** Put the comparing of documents with the present reader into the queue. @throws ProblemError 409 where one is under way */
export async function startReread(
  store: Store,
  officeId: string,
  by: string,
  order: { documents?: readonly string[] | undefined; all: boolean },
): Promise<string> {
  return store.inOffice(officeId, by, async (tx) => {
    const before = await latestJob(tx, officeId, rereadJob)
    if (before && (before.state === 'waiting' || before.state === 'running'))
      throw conflict('rereading', '이미 다시 읽어 보는 중입니다', 'Documents are being read again already')
    const payload = { documents: order.documents ? [...order.documents] : null, all: order.all }
    const jobId = await enqueue(tx, { officeId, kind: rereadJob, payload, createdBy: by, maxAttempts: 3 })
    await appendAudit(tx, officeId, {
      actor: by,
      action: 'document.reread',
      detail: { jobId, documents: payload.documents?.length ?? null, all: order.all },
    })
    return jobId
  })
}

/** Stop comparing; what was found so far stays. */
export async function stopReread(store: Store, officeId: string, by: string): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const job = await latestJob(tx, officeId, rereadJob)
    if (!job) return
    await cancelJob(tx, officeId, job.job_id)
    await appendAudit(tx, officeId, { actor: by, action: 'document.reread-stopped', detail: { jobId: job.job_id } })
  })
}

/** 다시 읽어 본다: the job that reads documents with the present reader and keeps what it would read otherwise. Claims and judgements stay untouched. */
export async function rereadHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  const order = context.payload as { documents: string[] | null; all: boolean }
  const present = presentReaders()
  const documents = await store.readOffice(officeId, null, (db) => documentsToReread(db, officeId, { readers: present, ...order }))
  let differing = 0
  for (const [at, documentId] of documents.entries()) {
    context.signal.throwIfAborted()
    context.progress(at, documents.length, 'comparing')
    const kept = await store.readOffice(officeId, null, async (db) => ({
      row: await documentRow(db, officeId, documentId),
      claims: await claimsOfDocument(db, officeId, documentId),
    }))
    const { row } = kept
    if (!row || row.body === null || row.erased_at !== null || row.reading_state !== 'read') continue
    const reading = await readInThread(row.body, readingOptions(row), context.signal)
    const { spans, claims } = claimsOfReading(reading, documentId)
    const changes = rereadDifferences(
      row.body,
      kept.claims.filter((claim) => claim.reader !== 'person' && claim.reader !== 'model'),
      claims.map((claim, index) => ({ ...claim, span: spans[index]! })),
    )
    if (changes.length > 0) differing++
    await store.inOffice(officeId, null, async (tx) => {
      await keepProposal(tx, officeId, {
        documentId,
        reader: reading.reader,
        version: reading.version,
        before: row.reader_version,
        changes,
        jobId: context.jobId,
      })
      // a document that reads the same is up to date
      if (changes.length === 0)
        await tx
          .updateTable('document')
          .set({ reader: reading.reader, reader_version: reading.version })
          .where('office_id', '=', officeId)
          .where('document_id', '=', documentId)
          .execute()
    })
  }
  context.progress(documents.length, documents.length, 'compared')
  const result = { documents: documents.length, differing, readers: present.map((one) => `${one.name} ${one.version}`) }
  await store.inOffice(officeId, null, (tx) =>
    appendAudit(tx, officeId, { actor: context.createdBy ?? 'system', action: 'document.was-reread', detail: result }),
  )
  return result
}

/**
 * Take what a newer reader reads: claims that wait give way to the new ones; what a person has judged stays. All documents with a proposal that the caller may see, or
 * those named. Gives how many are being read.
 */
export async function applyReread(
  store: Store,
  officeId: string,
  by: string,
  documents: readonly string[] | undefined,
  confidential: boolean,
): Promise<number> {
  const open = await store.readOffice(officeId, by, (db) => proposals(db, officeId, confidential))
  const chosen = open.filter((one) => documents === undefined || documents.includes(one.documentId))
  for (const one of chosen) await startReading(store, officeId, by, one.documentId)
  return chosen.length
}

/** Leave a document as it was read. */
export async function dismissReread(store: Store, officeId: string, by: string, documentId: string): Promise<boolean> {
  return store.inOffice(officeId, by, async (tx) => {
    if (!(await dropProposal(tx, officeId, documentId))) return false
    await appendAudit(tx, officeId, { actor: by, action: 'document.reread-dismissed', subjectId: documentId })
    return true
  })
}
