import { z } from 'zod'
import { Day, Id, Instant } from './scalars.ts'

/** 문서: what came in, with one canonical NFC text. A number typed by hand is the one sentence of an `own_statement`. */
export const DocumentKind = z.enum(['article', 'press_release', 'mou', 'plan', 'pledge', 'minutes', 'evidence', 'own_statement', 'other'])
export type DocumentKind = z.infer<typeof DocumentKind>

export const ReadingState = z.enum(['waiting', 'reading', 'read', 'failed', 'cancelled', 'none'])

export const Document = z.object({
  id: Id,
  kind: DocumentKind,
  title: z.string(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string(),
  publishedOn: Day.nullable(),
  /** `found` in the text, `given` by a person, stated by the `file` (the head of a page, the date of a letter), null while not known. */
  publishedFrom: z.enum(['found', 'given', 'file']).nullable(),
  /** Of a digest in our own words: what it digests. */
  digestOf: z.object({ outlet: z.string(), title: z.string(), date: Day.nullable(), url: z.string().nullable().optional() }).nullable(),
  illustrative: z.boolean(),
  confidential: z.boolean(),
  fileName: z.string().nullable(),
  mediaType: z.string(),
  readingState: ReadingState,
  readingError: z.string().nullable(),
  receivedAt: Instant,
  version: z.number().int(),
  erasedAt: Instant.nullable(),
})
export type Document = z.infer<typeof Document>

/**
 * 구간: words of a document. `start` and `end` count UTF-16 units of the document's canonical (NFC) text, half-open;
 * the sentence around them likewise. This holds for every offset in Gusul.
 */
export const Span = z.object({
  id: Id,
  documentId: Id,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  quote: z.string().nullable(),
  sentenceStart: z.number().int(),
  sentenceEnd: z.number().int(),
  sentence: z.string().nullable(),
})
export type Span = z.infer<typeof Span>
