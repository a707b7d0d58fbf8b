import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { DocumentKind, ReadingState } from '#record/document'
import { Day, DecimalText, Id, Instant } from '#record/scalars'

/** What a document digests, where it is a digest in our own words. */
export const DigestOf = z.object({ outlet: z.string(), title: z.string(), date: Day.nullable(), url: z.string().nullable().optional() })

/** How far the reading of a document is. */
export const ReadingJob = z.object({
  id: Id,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().int(),
  total: z.number().int().nullable(),
  message: z.string().nullable(),
})

/** A document in the list: all but its text. */
export const DocumentItem = z
  .object({
    id: Id,
    kind: DocumentKind,
    title: z.string(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string(),
    publishedOn: Day.nullable(),
    publishedFrom: z.enum(['found', 'given', 'file']).nullable(),
    digestOf: DigestOf.nullable(),
    illustrative: z.boolean(),
    confidential: z.boolean(),
    fileName: z.string().nullable(),
    /** The archive or letter that the file came in. */
    cameIn: z.string().nullable(),
    format: z.string().nullable(),
    /** What the parser said about the file: why it has no text, pages without words, hidden sheets. */
    notes: z.array(z.object({ code: z.string(), ko: z.string(), en: z.string() })),
    mediaType: z.string(),
    hasText: z.boolean(),
    hasOriginal: z.boolean(),
    characters: z.number().int().nullable(),
    readingState: ReadingState,
    readingError: z.string().nullable(),
    job: ReadingJob.nullable(),
    receivedAt: Instant,
    receivedBy: z.object({ id: Id, name: z.string() }).nullable(),
    version: z.number().int(),
    erasedAt: Instant.nullable(),
    /** Claims of the document: those that wait for a person, and all that were not superseded. */
    pending: z.number().int(),
    claims: z.number().int(),
    /** Won in claims that wait, parts of a total not counted beside it; null where no amount is stated. For the order of the queue, never a total to print. */
    atStake: DecimalText.nullable(),
  })
  .openapi('DocumentItem')
export type DocumentItem = z.infer<typeof DocumentItem>

export const DocumentPage = pageOf(DocumentItem)

/** A document with its canonical text. */
export const DocumentWithText = DocumentItem.extend({ text: z.string().nullable() }).openapi('DocumentWithText')
export type DocumentWithText = z.infer<typeof DocumentWithText>

const facts = {
  title: z.string().trim().max(500).optional(),
  publishedOn: Day.nullish(),
  outlet: z.string().trim().max(200).nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
  kind: DocumentKind.exclude(['own_statement']).optional(),
  confidential: z.boolean().optional(),
  digestOf: DigestOf.nullish(),
  illustrative: z.boolean().optional(),
}

/** A document to add by its text (붙여넣기). */
export const NewDocument = z
  .object({ ...facts, text: z.string().min(1).openapi({ description: 'The text; line ends and Unicode form are made canonical' }) })
  .openapi('NewDocument')
export type NewDocument = z.infer<typeof NewDocument>

/** What a person may change of a document. `publishedOn` and `text` (of a file that we could not read) make it read anew. */
export const DocumentChange = z.object({ ...facts, text: z.string().min(1).optional() }).openapi('DocumentChange')
export type DocumentChange = z.infer<typeof DocumentChange>

/** What became of an added document. `duplicateOf` names the document that was there already (then answered with 200, nothing added). */
export const AddedDocument = z
  .object({
    document: DocumentItem,
    duplicateOf: Id.nullable(),
    /** A file that is kept but gave no text: what is the matter and what to do. */
    problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
  })
  .openapi('AddedDocument')
export type AddedDocument = z.infer<typeof AddedDocument>

/** What a file became: its document, and further ones where it was an archive or carried attachments. */
export const AddedFile = AddedDocument.extend({ others: z.array(AddedDocument) }).openapi('AddedFile')
export type AddedFile = z.infer<typeof AddedFile>
