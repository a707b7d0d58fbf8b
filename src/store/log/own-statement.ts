import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ClaimContent } from '#record/claim'
import type { Database } from '../schema.ts'
import { appendClaims } from './claims.ts'
import { newId } from './ids.ts'
import { keepSpans } from './spans.ts'

/** A number typed by hand, as the one sentence of a document of its own. */
export interface OwnStatement {
  /** The whole sentence, such as "남양주시는 카카오 AI 디지털 허브의 투자를 6,000억 원으로 적었다." */
  sentence: string
  /** Where the value stands in it, in UTF-16 units; null when the statement has no value of its own. */
  mark: { start: number; end: number } | null
  content: ClaimContent
  by: string
  title: string
  day: string
}

/** 직접 적은 값: make document, span and claim of it, so that every fact has a claim and every claim a span, without exception. */
export async function appendOwnStatement(
  tx: Kysely<Database>,
  officeId: string,
  statement: OwnStatement,
): Promise<{ documentId: string; claimId: string }> {
  const text = statement.sentence.normalize('NFC')
  const documentId = newId()
  await tx
    .insertInto('document')
    .values({
      office_id: officeId,
      document_id: documentId,
      kind: 'own_statement',
      title: statement.title,
      published_on: statement.day,
      published_from: 'given',
      text_sha256: createHash('sha256').update(text).digest(),
      body: text,
      reading_state: 'none',
      received_by: statement.by,
    })
    .execute()
  const mark = statement.mark ?? { start: 0, end: text.length }
  const [spanId] = await keepSpans(tx, officeId, documentId, text, [{ ...mark, sentenceStart: 0, sentenceEnd: text.length }])
  const { ids } = await appendClaims(
    tx,
    officeId,
    [
      {
        ...statement.content,
        documentId,
        spanId: spanId!,
        reader: 'person',
        readerVersion: '1',
        slots: { value: { ...mark, rule: 'typed' } },
        certainty: 1,
        recordedBy: statement.by,
      },
    ],
    'accepted',
  )
  return { documentId, claimId: ids[0]! }
}
