import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { hashedId } from './ids.ts'
import { insertRows } from './insert-rows.ts'

/** Words of a document, and the sentence they stand in; offsets in UTF-16 units of the canonical NFC text. */
export interface SpanToKeep {
  start: number
  end: number
  sentenceStart: number
  sentenceEnd: number
}

/**
 * Keep spans of a document and give their ids in the same order. The quote is cut out of the text here, so that it cannot differ from it.
 *
 * @throws RangeError when a span leaves the text or its sentence
 */
export async function keepSpans(
  tx: Kysely<Database>,
  officeId: string,
  documentId: string,
  text: string,
  spans: readonly SpanToKeep[],
): Promise<string[]> {
  const rows = spans.map((span) => {
    if (
      !(
        span.start >= 0 &&
        span.start < span.end &&
        span.end <= text.length &&
        span.sentenceStart <= span.start &&
        span.end <= span.sentenceEnd &&
        span.sentenceEnd <= text.length
      )
    )
      throw new RangeError(`expected a span inside its sentence inside ${text.length} characters, got ${JSON.stringify(span)}`)
    return {
      office_id: officeId,
      span_id: hashedId('span', documentId, span.start, span.end, span.sentenceStart, span.sentenceEnd),
      document_id: documentId,
      start_at: span.start,
      end_at: span.end,
      quote: text.slice(span.start, span.end),
      sentence_start: span.sentenceStart,
      sentence_end: span.sentenceEnd,
      sentence: text.slice(span.sentenceStart, span.sentenceEnd),
    }
  })
  const unique = [...new Map(rows.map((row) => [row.span_id, row])).values()]
  await insertRows(tx, 'span', unique, 'span_id')
  return rows.map((row) => row.span_id)
}
