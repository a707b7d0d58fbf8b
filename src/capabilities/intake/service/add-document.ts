import { randomUUID } from 'node:crypto'
import { invalid } from '#api/problem'
import { isDay } from '#quantity/day'
import { appendAudit } from '#store/audit'
import { putBlob } from '#store/blobs'
import { enqueue } from '#store/jobs'
import type { Store, Tx } from '#store/store'
import { documentOfText } from '../queries/documents.ts'
import type { NewDocument } from '../schemas.ts'
import { canonicalText, longestText, sha256 } from '../text/canonical.ts'
import { declaredCharset, decodeText } from '../text/decode.ts'
import { formatOf, mediaTypeOf } from '../text/format.ts'
import { readPage } from '../text/html.ts'
import { emptyText, textTooLong, type Unreadable } from './problems.ts'

/** The name under which the queue knows the reading of a document. */
export const readingJob = 'intake.read'

/** What a person gives beside the text. */
export type DocumentFacts = Omit<NewDocument, 'text'>

/** What became of it. `duplicate`: the document was there already and nothing was added. */
export interface Added {
  documentId: string
  duplicate: boolean
  /** Set where the file is kept without a text. */
  unreadable: Unreadable | null
}

/** The first line with words, cut at a length that fits a list. */
export function firstLine(text: string): string {
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words !== '') return words.length > 120 ? `${words.slice(0, 119)}…` : words
  }
  return ''
}

/**
 * 문서를 넣는다: keep a text as a document and put its reading into the queue, in one transaction. The same text a second time is recognised and adds nothing.
 *
 * @throws ProblemError 422 for a text without words, 413 for one that is too long
 */
export async function addText(store: Store, officeId: string, by: string, facts: DocumentFacts, raw: string): Promise<Added> {
  const text = canonicalText(raw)
  return store.inOffice(officeId, by, (tx) => keep(tx, officeId, by, facts, { text, original: null, unreadable: null }))
}

/** An uploaded file. */
export interface UploadedFile {
  name: string
  bytes: Buffer
}

/**
 * 파일을 넣는다: keep the bytes of a file and its text. A file whose format is not read yet is kept too, as a document that waits for its text.
 */
export async function addFile(store: Store, officeId: string, by: string, facts: DocumentFacts, file: UploadedFile): Promise<Added> {
  const read = await textOfFile(file)
  const given = {
    ...facts,
    title: facts.title || (read.ok ? (read.title ?? undefined) : file.name),
    outlet: facts.outlet ?? (read.ok ? read.outlet : null),
  }
  const format = formatOf(file.bytes, file.name)
  const original = { name: file.name, bytes: file.bytes, mediaType: mediaTypeOf[format] }
  return store.inOffice(officeId, by, (tx) =>
    keep(tx, officeId, by, given, { text: read.ok ? read.text : null, original, unreadable: read.ok ? null : read.reason }),
  )
}

type FileText = { ok: true; text: string; title: string | null; outlet: string | null } | { ok: false; reason: Unreadable }

/** The canonical text of a file, or why there is none. */
async function textOfFile(file: UploadedFile): Promise<FileText> {
  const format = formatOf(file.bytes, file.name)
  if (format !== 'text' && format !== 'html') {
    // a name that we do not know may still be plain text
    const decoded = format === 'unknown' ? decodeText(file.bytes) : null
    return decoded?.ok ? words(decoded.text, null, null) : { ok: false, reason: format }
  }
  const decoded = decodeText(file.bytes, format === 'html' ? declaredCharset(file.bytes) : null)
  if (!decoded.ok) return { ok: false, reason: 'not-text' }
  if (format === 'text') return words(decoded.text, null, null)
  const page = await readPage(decoded.text)
  return page.ok ? words(page.page.text, page.page.title, page.page.siteName) : { ok: false, reason: page.reason }
}

function words(raw: string, title: string | null, outlet: string | null): FileText {
  const text = canonicalText(raw)
  return text.trim() === '' ? { ok: false, reason: 'no-words' } : { ok: true, text, title, outlet }
}

interface Content {
  text: string | null
  original: { name: string; bytes: Buffer; mediaType: string } | null
  unreadable: Unreadable | null
}

async function keep(tx: Tx, officeId: string, by: string, facts: DocumentFacts, content: Content): Promise<Added> {
  const { text, original } = content
  if (text !== null && text.trim() === '') throw emptyText()
  if (text !== null && text.length > longestText) throw textTooLong(text.length, longestText)
  if (facts.publishedOn) checkDay(facts.publishedOn)
  const hash = sha256(text ?? original!.bytes)
  const there = await documentOfText(tx, officeId, hash)
  if (there) return { documentId: there, duplicate: true, unreadable: null }
  const blobHash = original ? Buffer.from(await putBlob(tx, officeId, original.bytes, original.mediaType), 'hex') : null
  const documentId = randomUUID()
  const jobId = text === null ? null : randomUUID()
  const added = await tx
    .insertInto('document')
    .values({
      office_id: officeId,
      document_id: documentId,
      kind: facts.kind ?? 'article',
      title: facts.title || (text === null ? original!.name : firstLine(text)),
      outlet: facts.outlet || null,
      url: facts.url || null,
      published_on: facts.publishedOn ?? null,
      published_from: facts.publishedOn ? 'given' : null,
      digest_of: facts.digestOf ? JSON.stringify(facts.digestOf) : null,
      illustrative: facts.illustrative ?? false,
      confidential: facts.confidential ?? false,
      file_name: original?.name.slice(0, 300) ?? null,
      media_type: original?.mediaType ?? 'text/plain',
      blob_sha256: blobHash,
      text_sha256: hash,
      body: text,
      reading_state: text === null ? 'failed' : 'waiting',
      reading_error: content.unreadable,
      job_id: jobId,
      received_by: by,
    })
    // two people pasting the same article at once: the first wins, the second is shown it
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (!added.numInsertedOrUpdatedRows) {
    const winner = await documentOfText(tx, officeId, hash)
    if (!winner) throw new Error('expected the document that has this text, found none')
    return { documentId: winner, duplicate: true, unreadable: null }
  }
  if (jobId) await enqueue(tx, { officeId, kind: readingJob, jobId, payload: { documentId }, subjectId: documentId, createdBy: by })
  await appendAudit(tx, officeId, {
    actor: by,
    action: 'document.add',
    subjectId: documentId,
    detail: { textSha256: hash.toString('hex'), publishedOn: facts.publishedOn ?? null, outlet: facts.outlet ?? null },
  })
  return { documentId, duplicate: false, unreadable: content.unreadable }
}

/** @throws ProblemError 422 for a day that the calendar does not have, such as 2026-02-30 */
export function checkDay(day: string): void {
  if (!isDay(day))
    throw invalid('json.publishedOn', { ko: '달력에 있는 날, 이를테면 2026-02-28', en: 'a day of the calendar, such as 2026-02-28' }, day)
}
