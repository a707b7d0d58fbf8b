import { createHash } from 'node:crypto'
import type { DemoDigest } from '#data/demo/types'
import { readDocument } from '#engines/reading/read-document'
import type { Reading } from '#engines/reading/reading'
import type { ClaimContent } from '#record/claim'
import { appendClaims } from '#store/log/claims'
import { newId } from '#store/log/ids'
import { keepSpans, type SpanToKeep } from '#store/log/spans'
import type { Tx } from '#store/store'

/** The account that made the demonstration. It has no password and is deactivated: nobody signs in as it. */
export const demoUserId = '00000000-0000-4000-8000-0000000de300'

/** A digest that is kept as a document, and where each of its sentences begins. */
export interface KeptDigest {
  documentId: string
  text: string
  starts: number[]
  reading: Reading
}

/** Keep a digest: its sentences, one a line. */
export async function keepDigest(tx: Tx, officeId: string, digest: DemoDigest): Promise<KeptDigest> {
  const text = digest.sentences.join('\n').normalize('NFC')
  const starts: number[] = []
  let at = 0
  for (const sentence of digest.sentences) {
    starts.push(at)
    at += sentence.normalize('NFC').length + 1
  }
  const reading = readDocument(text, { published: digest.publishedOn ?? undefined, outlet: digest.digestOf.outlet, title: digest.title })
  const documentId = newId()
  await tx
    .insertInto('document')
    .values({
      office_id: officeId,
      document_id: documentId,
      kind: digest.kind,
      title: digest.title,
      outlet: digest.digestOf.outlet,
      url: digest.digestOf.url,
      published_on: digest.publishedOn,
      published_from: digest.publishedOn === null ? null : 'given',
      digest_of: JSON.stringify(digest.digestOf),
      illustrative: digest.digestOf.outlet === '구슬 예시',
      text_sha256: createHash('sha256').update(text).digest(),
      body: text,
      reading_state: 'read',
      reader: reading.reader,
      reader_version: reading.version,
      mentions: JSON.stringify(reading.mentions),
      received_by: demoUserId,
    })
    .execute()
  return { documentId, text, starts, reading }
}

/** Append one claim with its span. What the digest does not say stays null. */
export async function keepClaim(
  tx: Tx,
  officeId: string,
  digest: KeptDigest,
  span: SpanToKeep,
  said: Pick<ClaimContent, 'kind' | 'subject' | 'what' | 'indicator' | 'value' | 'unit' | 'stage'> & Partial<ClaimContent>,
): Promise<string> {
  const [spanId] = await keepSpans(tx, officeId, digest.documentId, digest.text, [span])
  const { ids } = await appendClaims(tx, officeId, [
    {
      counterparts: [],
      valueMax: null,
      bound: null,
      approximate: false,
      per: null,
      due: null,
      dueText: null,
      start: null,
      startText: null,
      place: null,
      ...said,
      documentId: digest.documentId,
      spanId: spanId!,
      reader: 'person',
      readerVersion: '1',
      slots: { value: { start: span.start, end: span.end, rule: 'person' } },
      certainty: 1,
      recordedBy: demoUserId,
    },
  ])
  return ids[0]!
}
