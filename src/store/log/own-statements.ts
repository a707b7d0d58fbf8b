import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ClaimContent } from '#record/claim'
import type { Database } from '../schema.ts'
import { appendClaims, type ClaimToAppend } from './claims.ts'
import { hashedId, newId } from './ids.ts'
import { insertRows } from './insert-rows.ts'

/** What was entered about one thing at one time: a document of as many sentences as there are values. */
export interface Statements {
  title: string
  day: string
  by: string
  confidential: boolean
  sentences: readonly {
    text: string
    /** Where the value stands in the sentence, in UTF-16 units. */
    mark: { start: number; end: number }
    content: ClaimContent
  }[]
}

const atOnce = 500

/**
 * 한꺼번에 적은 값들: like `appendOwnStatement`, for many values in few statements of SQL. Every value has its claim, every claim its span, every span its sentence.
 *
 * @returns for each entry its document and its claims, in the same order
 */
export async function appendOwnStatements(
  tx: Kysely<Database>,
  officeId: string,
  entries: readonly Statements[],
): Promise<{ documentId: string; claimIds: string[] }[]> {
  const made: { documentId: string; claimIds: string[] }[] = []
  for (let from = 0; from < entries.length; from += atOnce) made.push(...(await appendSome(tx, officeId, entries.slice(from, from + atOnce))))
  return made
}

async function appendSome(
  tx: Kysely<Database>,
  officeId: string,
  entries: readonly Statements[],
): Promise<{ documentId: string; claimIds: string[] }[]> {
  const documents = entries.map((entry) => {
    const sentences = entry.sentences.map((one) => ({ ...one, text: one.text.normalize('NFC') }))
    return { id: newId(), entry, sentences, body: sentences.map((one) => one.text).join('\n') }
  })
  await insertRows(
    tx,
    'document',
    documents.map(({ id, entry, body }) => ({
      office_id: officeId,
      document_id: id,
      kind: 'own_statement',
      title: entry.title,
      published_on: entry.day,
      published_from: 'given',
      confidential: entry.confidential,
      text_sha256: `\\x${createHash('sha256').update(body).digest('hex')}`,
      body,
      reading_state: 'none',
      received_by: entry.by,
    })),
    'document_id',
  )
  const spans: { [column: string]: string | number }[] = []
  const claims: ClaimToAppend[] = []
  for (const { id, entry, sentences } of documents) {
    let at = 0
    for (const { text, mark, content } of sentences) {
      const [start, end, sentenceEnd] = [at + mark.start, at + mark.end, at + text.length]
      if (!(mark.start >= 0 && mark.start < mark.end && mark.end <= text.length))
        throw new RangeError(`expected a mark inside ${text.length} characters, got ${JSON.stringify(mark)}`)
      const spanId = hashedId('span', id, start, end, at, sentenceEnd)
      spans.push({
        office_id: officeId,
        span_id: spanId,
        document_id: id,
        start_at: start,
        end_at: end,
        quote: text.slice(mark.start, mark.end),
        sentence_start: at,
        sentence_end: sentenceEnd,
        sentence: text,
      })
      claims.push({
        ...content,
        documentId: id,
        spanId,
        reader: 'person',
        readerVersion: '1',
        slots: { value: { start, end, rule: 'typed' } },
        certainty: 1,
        recordedBy: entry.by,
      })
      at = sentenceEnd + 1
    }
  }
  await insertRows(tx, 'span', spans, 'span_id')
  const { ids } = await appendClaims(tx, officeId, claims, 'accepted')
  let next = 0
  return documents.map(({ id, sentences }) => {
    const own = ids.slice(next, next + sentences.length)
    next += sentences.length
    return { documentId: id, claimIds: own }
  })
}
