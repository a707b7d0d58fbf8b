import type { intakeRoutes } from '#capabilities/intake/routes'
import { apiBase, apiFetch, createClient, json } from '#web/shell/api'

/** The typed client of intake and review. */
export const client = createClient<typeof intakeRoutes>()

const documents = client.offices[':office'].documents

/** How a list of documents is narrowed and ordered. */
export interface DocumentQuery {
  q?: string
  state?: 'waiting' | 'reading' | 'read' | 'failed' | 'cancelled'
  only?: 'pending' | 'undated'
  outlet?: string
  sort: '-receivedAt' | 'receivedAt' | '-publishedOn' | 'publishedOn' | 'title' | '-title' | '-atStake'
}

/** One page of documents. */
export const readDocuments = (office: string, query: DocumentQuery, cursor?: string) =>
  json(documents.$get({ param: { office }, query: { ...query, limit: '50', ...(cursor ? { cursor } : {}) } }))
export type DocumentItem = Awaited<ReturnType<typeof readDocuments>>['items'][number]

/** What a person gives with a document. */
export interface DocumentFacts {
  title?: string
  publishedOn?: string | null
  outlet?: string
  confidential?: boolean
}

export const addPasted = (office: string, text: string, facts: DocumentFacts) =>
  json(documents.$post({ param: { office }, json: { text, ...facts } }))
export type Added = Awaited<ReturnType<typeof addPasted>>

/** What a file became: its document, and those of an archive or a letter. */
export type AddedFile = Added & { others: Added[] }

/** Send one file. The multipart body is made by the browser, which hc would not leave to it. */
export async function addFile(office: string, file: File, facts: DocumentFacts, signal?: AbortSignal): Promise<AddedFile> {
  const form = new FormData()
  form.set('file', file)
  if (facts.title) form.set('title', facts.title)
  if (facts.publishedOn) form.set('publishedOn', facts.publishedOn)
  if (facts.outlet) form.set('outlet', facts.outlet)
  if (facts.confidential) form.set('confidential', 'true')
  const answer = await apiFetch(`${apiBase}/offices/${encodeURIComponent(office)}/documents/files`, {
    method: 'POST',
    body: form,
    ...(signal ? { signal } : {}),
  })
  return (await answer.json()) as AddedFile
}

/** One document as it stands now. */
export const readDocument = (office: string, document: string) => json(documents[':document'].$get({ param: { office, document } }))

/** Change what is known of a document as it was when it was read. */
export const changeDocument = (
  office: string,
  item: { id: string; version: number },
  change: { publishedOn?: string | null; outlet?: string | null; title?: string; text?: string; confidential?: boolean },
) =>
  json(
    documents[':document'].$patch(
      { param: { office, document: item.id }, json: change },
      { headers: { 'if-match': `"${item.id.slice(0, 8)}-${item.version}"` } },
    ),
  )

export const readAgain = (office: string, document: string) => json(documents[':document'].reading.$post({ param: { office, document } }))
export const stopReading = (office: string, document: string) => json(documents[':document'].reading.$delete({ param: { office, document } }))
export const readOutlets = (office: string) => json(documents.outlets.$get({ param: { office } }))
export const readCounts = (office: string) => json(client.offices[':office'].review.counts.$get({ param: { office } }))
export const readQueue = (office: string) => json(client.offices[':office'].review.queue.$get({ param: { office }, query: { limit: '20' } }))

/** Whether a document is still on its way through the reader. */
export const isUnderWay = (item: Pick<DocumentItem, 'readingState'>): boolean => item.readingState === 'waiting' || item.readingState === 'reading'
