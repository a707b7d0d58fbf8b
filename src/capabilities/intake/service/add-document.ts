import { randomUUID } from 'node:crypto'
import { invalid } from '#api/problem'
import { isDay } from '#quantity/day'
import { appendAudit } from '#store/audit'
import { putBlob } from '#store/blobs'
import { enqueue } from '#store/jobs'
import type { Store, Tx } from '#store/store'
import { failure } from '../formats/failure.ts'
import type { ParsedText, ParseFailure } from '../formats/types.ts'
import { documentOfFile, documentOfText } from '../queries/documents.ts'
import type { NewDocument } from '../schemas.ts'
import { canonicalText, longestText, sha256 } from '../text/canonical.ts'
import { type FilePart, hasPlaces, mediaTypeOf, partsOfFile } from './file-text.ts'
import { firstTitle } from './first-title.ts'
import { emptyText, textTooLong } from './problems.ts'

/** The name under which the queue knows the reading of a document. */
export const readingJob = 'intake.read'

/** What a person gives beside the text. */
export type DocumentFacts = Omit<NewDocument, 'text'>

/** What became of it. `duplicate`: the document was there already and nothing was added. */
export interface Added {
  documentId: string
  duplicate: boolean
  /** Set where the file is kept without a text. */
  unreadable: ParseFailure | null
}

/** What became of a file: its first document, and the further ones of an archive or a letter. */
export interface AddedFile extends Added {
  others: Added[]
}

/**
 * 문서를 넣는다: keep a text as a document and put its reading into the queue, in one transaction. The same text a second time is recognised and adds nothing.
 *
 * @throws ProblemError 422 for a text without words, 413 for one that is too long
 */
export async function addText(store: Store, officeId: string, by: string, facts: DocumentFacts, raw: string): Promise<Added> {
  const text = canonicalText(raw)
  return store.inOffice(officeId, by, (tx) => keep(tx, officeId, by, facts, { text, original: null, parsed: null, unreadable: null }))
}

/** An uploaded file. */
export interface UploadedFile {
  name: string
  bytes: Buffer
}

/**
 * 파일을 넣는다: keep the bytes of a file and its text with the way back to page and cell. Files of an archive and of a letter become documents of their own.
 * A file that gives no text (protected, damaged, empty, disguised, pictures alone) is kept too, with the reason, and waits for its text.
 */
export async function addFile(store: Store, officeId: string, by: string, facts: DocumentFacts, file: UploadedFile): Promise<AddedFile> {
  if (facts.publishedOn) checkDay(facts.publishedOn)
  const parts = await partsOfFile(file.bytes, file.name)
  const added: Added[] = []
  for (const part of parts) {
    // a title belongs to one document, an address to the page that stands at it
    const own = part.within === null ? facts : { ...facts, title: undefined, url: undefined, digestOf: undefined }
    added.push(await store.inOffice(officeId, by, (tx) => keep(tx, officeId, by, own, contentOf(part))))
  }
  return { ...added[0]!, others: added.slice(1) }
}

/** A part of a file as it is kept. */
function contentOf(part: FilePart): Content {
  const { parsed } = part
  const bytes = Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength)
  const original = { name: part.name, bytes, mediaType: parsed.ok ? mediaTypeOf[parsed.format] : 'application/octet-stream', within: part.within }
  if (!parsed.ok) return { text: null, original, parsed: null, unreadable: parsed }
  const text = canonicalText(parsed.text)
  if (text.trim() === '') return { text: null, original, parsed: null, unreadable: failure('empty') }
  return { text, original, parsed, unreadable: null }
}

interface Content {
  text: string | null
  original: { name: string; bytes: Buffer; mediaType: string; within: string | null } | null
  parsed: ParsedText | null
  unreadable: ParseFailure | null
}

async function keep(tx: Tx, officeId: string, by: string, facts: DocumentFacts, content: Content): Promise<Added> {
  const { text, original, parsed, unreadable } = content
  if (text !== null && text.trim() === '') throw emptyText()
  if (text !== null && text.length > longestText) throw textTooLong(text.length, longestText)
  if (facts.publishedOn) checkDay(facts.publishedOn)
  const publishedOn = facts.publishedOn ?? parsed?.publishedOn ?? null
  // offsets of the map count in the very text that is kept
  const map = parsed && hasPlaces(parsed.format) && parsed.text === text ? parsed.map : null
  const hash = sha256(text ?? original!.bytes)
  const there = (await documentOfText(tx, officeId, hash)) ?? (text === null ? await documentOfFile(tx, officeId, hash) : undefined)
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
      title: facts.title || parsed?.title || firstTitle(text, original?.name ?? null, parsed?.format ?? null),
      outlet: facts.outlet || parsed?.outlet || null,
      url: facts.url || null,
      published_on: publishedOn,
      published_from: facts.publishedOn ? 'given' : publishedOn ? 'file' : null,
      source_note: original?.within?.slice(0, 500) ?? null,
      digest_of: facts.digestOf ? JSON.stringify(facts.digestOf) : null,
      illustrative: facts.illustrative ?? false,
      confidential: facts.confidential ?? false,
      file_name: original?.name.slice(-300) ?? null,
      media_type: original?.mediaType ?? 'text/plain',
      blob_sha256: blobHash,
      text_sha256: hash,
      body: text,
      body_map: map && JSON.stringify(map),
      format: parsed?.format ?? null,
      parse_notes: JSON.stringify(unreadable ? [{ code: unreadable.reason, ...unreadable.detail }] : (parsed?.warnings ?? [])),
      ...(parsed?.language ? { language: parsed.language } : {}),
      reading_state: text === null ? 'failed' : 'waiting',
      reading_error: unreadable?.reason ?? null,
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
    detail: { textSha256: hash.toString('hex'), publishedOn, outlet: facts.outlet ?? null, file: original?.name ?? null },
  })
  return { documentId, duplicate: false, unreadable }
}

/** @throws ProblemError 422 for a day that the calendar does not have, such as 2026-02-30 */
export function checkDay(day: string): void {
  if (!isDay(day))
    throw invalid('json.publishedOn', { ko: '달력에 있는 날, 이를테면 2026-02-28', en: 'a day of the calendar, such as 2026-02-28' }, day)
}
