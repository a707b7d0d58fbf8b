import { conflict, invalid, notFound, ProblemError } from '#api/problem'
import { appendAudit } from '#store/audit'
import { deleteBlob } from '#store/blobs'
import { cancelJob } from '#store/jobs'
import type { Json } from '#store/schema'
import type { Db, Store } from '#store/store'
import {
  documentToErase,
  editionsQuoting,
  factsOnlyFrom,
  fileUsedElsewhere,
  heldBy,
  type LostFact,
  putPayload,
  takeWords,
} from '../queries/erasure.ts'

/** What an erasure takes away and what loses its source. */
export interface Erasure {
  documentId: string
  title: string
  claims: number
  sentences: number
  facts: LostFact[]
  publications: { series: string; edition: number; title: string }[]
}

const own = () =>
  new ProblemError(
    409,
    'own-statement',
    { ko: '기관이 적은 값은 이렇게 지우지 않습니다', en: 'The statement of the office itself is not erased like this' },
    { detail: { ko: '값을 고치거나 철회해 주세요.', en: 'Correct or withdraw the value.' } },
  )

/** What erasing would do; nothing is done. @throws ProblemError 404, or 409 where it is erased already */
export async function erasurePreview(
  db: Db,
  officeId: string,
  documentId: string,
  lock = false,
): Promise<Erasure & { blob: Buffer | null; job: string | null; textSha256: Buffer }> {
  const row = await documentToErase(db, officeId, documentId, lock)
  if (!row) throw notFound({ ko: '문서', en: 'The document' })
  if (row.kind === 'own_statement') throw own()
  if (row.erased_at !== null) throw conflict('document-erased', '이미 지운 문서입니다', 'The document was erased before')
  return {
    documentId,
    title: row.title,
    ...(await heldBy(db, officeId, documentId)),
    facts: await factsOnlyFrom(db, officeId, documentId),
    publications: (await editionsQuoting(db, officeId, documentId)).map(({ series, edition, title }) => ({ series, edition, title })),
    blob: row.blob_sha256,
    job: row.job_id,
    textSha256: row.text_sha256,
  }
}

/**
 * A frozen payload without the words of a document: every number stays, each quote of the document says on which day its source was taken down.
 * The receipt still speaks of the payload as it was.
 */
export function withoutQuotes(payload: Json, documentId: string, day: string): Json {
  if (Array.isArray(payload)) return payload.map((one) => withoutQuotes(one, documentId, day))
  if (payload === null || typeof payload !== 'object') return payload
  const object = payload as { [key: string]: Json }
  if (object.documentId === documentId && 'sentence' in object)
    return { ...object, sentence: null, title: '', outlet: null, publishedOn: null, url: null, mark: null, digestOf: null, takenDownOn: day }
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, withoutQuotes(value, documentId, day)]))
}

/**
 * 문서 지우기 (erasure, takedown): text, sentences, quotes, mentions, map and file go out of every table in one transaction; values and hashes stay.
 * It cannot be taken back, so the title is typed as a confirmation.
 * @throws ProblemError 404, 409 where it is erased already, 422 where the title is not the document's
 */
export async function eraseDocument(
  store: Store,
  place: { officeId: string; timeZone: string; now: Date },
  by: string,
  documentId: string,
  asked: { reason: string; confirm: string },
): Promise<Erasure> {
  const { officeId } = place
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: place.timeZone }).format(place.now)
  return store.inOffice(officeId, by, async (tx) => {
    const { blob, job, textSha256, ...erasure } = await erasurePreview(tx, officeId, documentId, true)
    if (asked.confirm.normalize('NFC').trim() !== erasure.title.normalize('NFC').trim())
      throw invalid(
        'json.confirm',
        { ko: `지울 문서의 제목 그대로: "${erasure.title}"`, en: `the title of the document as it stands: "${erasure.title}"` },
        asked.confirm.slice(0, 200),
      )
    if (job) await cancelJob(tx, officeId, job)
    for (const edition of await editionsQuoting(tx, officeId, documentId))
      await putPayload(tx, officeId, edition.id, withoutQuotes(edition.payload, documentId, day))
    const shared = blob !== null && (await fileUsedElsewhere(tx, officeId, documentId, blob))
    await takeWords(tx, officeId, documentId, by, asked.reason)
    if (blob !== null && !shared) await deleteBlob(tx, officeId, blob.toString('hex'))
    await appendAudit(tx, officeId, {
      actor: by,
      action: 'document.erase',
      subjectId: documentId,
      detail: {
        reason: asked.reason,
        textSha256: textSha256.toString('hex'),
        fileSha256: blob?.toString('hex') ?? null,
        fileKeptFor: shared ? 'another document of the same file' : null,
        claims: erasure.claims,
        factsWithoutSource: erasure.facts.map((fact) => fact.factId),
        publications: erasure.publications.map((one) => `${one.series}/${one.edition}`),
      },
    })
    return erasure
  })
}
