import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, requireMatch } from '#api/etag'
import { localeOf } from '#api/locale'
import { PageQuery } from '#api/paging'
import { invalid, notFound, ProblemError } from '#api/problem'
import { refusedInput } from '#api/refused-input'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { DocumentKind, ReadingState } from '#record/document'
import { Day } from '#record/scalars'
import { getBlob } from '#store/blobs'
import { documentItem, documentRow, documentSorts, listDocuments, outletsOf } from '../queries/documents.ts'
import { AddedDocument, AddedFile, DocumentChange, DocumentItem, DocumentPage, DocumentWithText, NewDocument } from '../schemas.ts'
import { type Added, addFile, addText, type DocumentFacts } from '../service/add-document.ts'
import { cancelReading, changeDocument, startReading } from '../service/change-document.ts'
import { unreadableProblem } from '../service/problems.ts'
import { reading, seesConfidential } from './looking.ts'

const documentPath = officeAnd('document')
const tags = ['Documents']

/** Largest upload. */
export const largestFile = 100 * 1024 * 1024

const tooLarge = bodyLimit({
  maxSize: largestFile,
  onError: () => {
    throw new ProblemError(
      413,
      'file-too-large',
      { ko: '파일이 너무 큽니다', en: 'The file is too large' },
      { detail: { ko: '100MB까지 받습니다. 나누어 올려 주세요.', en: 'At most 100 MB; upload it in parts.' } },
    )
  },
})

const DocumentQuery = PageQuery.extend({
  q: z.string().max(200).optional().openapi({ description: 'Words of title, outlet, file name or text' }),
  state: ReadingState.optional(),
  kind: DocumentKind.optional(),
  outlet: z.string().max(200).optional(),
  from: Day.optional().openapi({ description: 'Published on or after' }),
  to: Day.optional().openapi({ description: 'Published on or before' }),
  only: z.enum(['pending', 'undated']).optional(),
  sort: z.enum(documentSorts).default('-receivedAt'),
})

const FileForm = z.object({
  file: z.any().openapi({ type: 'string', format: 'binary' }),
  title: z.string().max(500).optional(),
  publishedOn: z.string().optional(),
  outlet: z.string().max(200).optional(),
  url: z.string().max(2000).optional(),
  kind: z.string().optional(),
  confidential: z.string().optional(),
})

const added = async (c: Context<ApiEnv>, result: Added): Promise<AddedDocument> => {
  const document = await visible(c, result.documentId)
  return {
    document,
    duplicateOf: result.duplicate ? result.documentId : null,
    problem: result.unreadable ? unreadableProblem(result.unreadable, localeOf(c)) : null,
  }
}

/** A document that the caller may see. @throws ProblemError 404 */
async function visible(c: Context<ApiEnv>, documentId: string): Promise<DocumentItem> {
  const item = await reading(c, (db) => documentItem(db, officeOf(c).officeId, documentId))
  if (!item || (item.confidential && !seesConfidential(c))) throw notFound({ ko: '문서', en: 'The document' })
  return item
}

/** Documents under /offices/{office}/documents. */
export const documentRoutes = createRoutes()
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/documents',
      summary: 'Documents of the office, filtered and sorted',
      tags,
      request: { params: officeParam, query: DocumentQuery },
      responses: { 200: json(DocumentPage) },
    }),
    async (c) => {
      const query = c.req.valid('query')
      return c.json(await reading(c, (db) => listDocuments(db, officeOf(c).officeId, { ...query, confidential: seesConfidential(c) })), 200)
    },
  )
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/documents/outlets',
      summary: 'Outlets that the office has documents of',
      tags,
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(z.string()) })) },
    }),
    async (c) => c.json({ items: await reading(c, (db) => outletsOf(db, officeOf(c).officeId, seesConfidential(c))) }, 200),
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'post',
      path: '/offices/{office}/documents',
      summary: 'Add a document by its text; the same text a second time is answered with 200 and `duplicateOf`',
      tags,
      request: { params: officeParam, body: jsonBody(NewDocument) },
      responses: { 201: json(AddedDocument, 'Added'), 200: json(AddedDocument, 'It was there already') },
    }),
    async (c) => {
      const { text, ...facts } = c.req.valid('json')
      const result = await addText(c.get('store'), officeOf(c).officeId, actorOf(c).userId, facts, text)
      return result.duplicate ? c.json(await added(c, result), 200) : c.json(await added(c, result), 201)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'post',
      path: '/offices/{office}/documents/files',
      summary:
        'Add a file (multipart): its documents, several for an archive or a letter with attachments; one that gives no text is kept and its problem told',
      tags,
      middleware: tooLarge,
      request: { params: officeParam, body: { required: true, content: { 'multipart/form-data': { schema: FileForm } } } },
      responses: { 201: json(AddedFile, 'Added'), 200: json(AddedFile, 'It was there already') },
    }),
    async (c) => {
      const { file, ...form } = c.req.valid('form')
      if (!(file instanceof File)) throw invalid('form.file', { ko: '파일 하나', en: 'one file' }, typeof file)
      const facts = factsOfForm(form)
      const bytes = Buffer.from(await file.arrayBuffer())
      const result = await addFile(c.get('store'), officeOf(c).officeId, actorOf(c).userId, facts, { name: file.name.normalize('NFC'), bytes })
      const others: AddedDocument[] = []
      for (const one of result.others) others.push(await added(c, one))
      const answer = { ...(await added(c, result)), others }
      return answer.duplicateOf !== null && others.every((one) => one.duplicateOf !== null) ? c.json(answer, 200) : c.json(answer, 201)
    },
  )
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/documents/{document}',
      summary: 'A document with its text',
      tags,
      request: { params: documentPath },
      responses: { 200: json(DocumentWithText) },
    }),
    async (c) => {
      const { document } = c.req.valid('param')
      const item = await visible(c, document)
      // reading states and counts move without a new version: only the text and facts are what the ETag vouches for on writes
      c.header('etag', etagOf(item.id, item.version))
      c.header('cache-control', 'private, no-cache')
      const row = await reading(c, (db) => documentRow(db, officeOf(c).officeId, document))
      return c.json({ ...item, text: row?.body ?? null }, 200)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'patch',
      path: '/offices/{office}/documents/{document}',
      summary: 'Change what is known of a document; another day of publication makes it read anew',
      tags,
      request: { params: documentPath, body: jsonBody(DocumentChange) },
      responses: { 200: json(DocumentItem) },
    }),
    async (c) => {
      const { document } = c.req.valid('param')
      await visible(c, document)
      await changeDocument(c.get('store'), officeOf(c).officeId, actorOf(c).userId, document, c.req.valid('json'), (row) =>
        requireMatch(c, etagOf(row.document_id, row.version)),
      )
      const item = await visible(c, document)
      c.header('etag', etagOf(item.id, item.version))
      return c.json(item, 200)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'post',
      path: '/offices/{office}/documents/{document}/reading',
      summary: 'Read a document again: after a failure or a cancellation, or with a newer reader',
      tags,
      request: { params: documentPath },
      responses: { 202: json(DocumentItem) },
    }),
    async (c) => {
      const { document } = c.req.valid('param')
      await visible(c, document)
      await startReading(c.get('store'), officeOf(c).officeId, actorOf(c).userId, document)
      return c.json(await visible(c, document), 202)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'delete',
      path: '/offices/{office}/documents/{document}/reading',
      summary: 'Stop the reading of a document',
      tags,
      request: { params: documentPath },
      responses: { 200: json(DocumentItem) },
    }),
    async (c) => {
      const { document } = c.req.valid('param')
      await visible(c, document)
      await cancelReading(c.get('store'), officeOf(c).officeId, actorOf(c).userId, document)
      return c.json(await visible(c, document), 200)
    },
  )
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/documents/{document}/original',
      summary: 'The bytes of the file that was uploaded',
      tags,
      request: { params: documentPath },
      responses: { 200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } } },
    }),
    async (c) => {
      const { document } = c.req.valid('param')
      const item = await visible(c, document)
      const row = await reading(c, (db) => documentRow(db, officeOf(c).officeId, document))
      const blob = row?.blob_sha256 ? await reading(c, (db) => getBlob(db, officeOf(c).officeId, row.blob_sha256!.toString('hex'))) : null
      if (!blob) throw notFound({ ko: '원본 파일', en: 'The original file' })
      const name = encodeURIComponent(item.fileName ?? 'document')
      // always a download: a stranger's HTML must not run under our address
      return c.body(new Uint8Array(blob.bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'x-content-type-options': 'nosniff',
      }) as never
    },
  )

/** The facts of a form, whose fields are all text. @throws ProblemError 422 that names the field */
function factsOfForm(form: Omit<z.infer<typeof FileForm>, 'file'>): DocumentFacts {
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = NewDocument.omit({ text: true }).safeParse({
    ...given,
    ...(form.confidential === undefined ? {} : { confidential: form.confidential === 'true' }),
  })
  if (parsed.success) return parsed.data
  throw refusedInput('form', parsed.error.issues, form)
}
