import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { Db, Tx } from '#store/store'
import type { DocumentItem } from '../schemas.ts'

/** Which documents, in which order. */
export interface DocumentFilter {
  q?: string | undefined
  state?: string | undefined
  kind?: string | undefined
  outlet?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** `pending` those with claims that wait, `undated` those without a published date. */
  only?: 'pending' | 'undated' | undefined
  sort: DocumentSort
  limit: number
  cursor?: string | undefined
  /** Whether the reader may see confidential documents. */
  confidential: boolean
}

export const documentSorts = ['-receivedAt', 'receivedAt', '-publishedOn', 'publishedOn', 'title', '-title', '-atStake'] as const
export type DocumentSort = (typeof documentSorts)[number]

const sortKeys: Record<string, string> = {
  receivedAt: 'd.received_at',
  publishedOn: 'd.published_on',
  title: 'd.title',
  atStake: 'w.at_stake',
}

/** Documents with their waiting claims and their reading job. */
function documentRows(db: Db, officeId: string) {
  return db
    .selectFrom('document as d')
    .leftJoin('job as j', (join) => join.onRef('j.office_id', '=', 'd.office_id').onRef('j.job_id', '=', 'd.job_id'))
    .leftJoin('app_user as u', 'u.user_id', 'd.received_by')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('claim_state as s')
          .innerJoin('claim as c', (join) => join.onRef('c.office_id', '=', 's.office_id').onRef('c.claim_id', '=', 's.claim_id'))
          .select([
            sql<string>`count(*) filter (where s.state = 'pending')`.as('pending'),
            sql<string>`count(*) filter (where s.state not in ('superseded', 'corrected'))`.as('claims'),
            sql<string | null>`sum(s.at_stake) filter (where s.state = 'pending' and c.part_of is null)`.as('at_stake'),
          ])
          .whereRef('s.office_id', '=', 'd.office_id')
          .whereRef('s.document_id', '=', 'd.document_id')
          .as('w'),
      (join) => join.onTrue(),
    )
    .select([
      'd.document_id',
      'd.kind',
      'd.title',
      'd.outlet',
      'd.url',
      'd.language',
      'd.published_on',
      'd.published_from',
      'd.digest_of',
      'd.illustrative',
      'd.confidential',
      'd.file_name',
      'd.source_note',
      'd.format',
      'd.parse_notes',
      'd.media_type',
      'd.reading_state',
      'd.reading_error',
      'd.received_at',
      'd.received_by',
      'd.version',
      'd.erased_at',
      'd.characters',
      sql<boolean>`d.blob_sha256 is not null`.as('has_original'),
      'u.name as received_by_name',
      'j.job_id',
      'j.state as job_state',
      'j.progress as job_progress',
      'j.total as job_total',
      'j.message as job_message',
      'w.pending',
      'w.claims',
      'w.at_stake',
    ])
    .where('d.office_id', '=', officeId)
}

type DocumentRow = Awaited<ReturnType<ReturnType<typeof documentRows>['execute']>>[number]

function itemOf(row: DocumentRow): DocumentItem {
  return {
    id: row.document_id,
    kind: row.kind,
    title: row.title,
    outlet: row.outlet,
    url: row.url,
    language: row.language,
    publishedOn: row.published_on,
    publishedFrom: row.published_from,
    digestOf: row.digest_of as DocumentItem['digestOf'],
    illustrative: row.illustrative,
    confidential: row.confidential,
    fileName: row.file_name,
    cameIn: row.source_note,
    format: row.format,
    notes: row.parse_notes as DocumentItem['notes'],
    mediaType: row.media_type,
    hasText: row.characters !== null,
    hasOriginal: row.has_original,
    characters: row.characters,
    readingState: row.reading_state,
    readingError: row.reading_error,
    job:
      row.job_id && row.job_state
        ? { id: row.job_id, state: row.job_state, progress: row.job_progress ?? 0, total: row.job_total, message: row.job_message }
        : null,
    receivedAt: row.received_at,
    receivedBy: row.received_by && row.received_by_name ? { id: row.received_by, name: row.received_by_name } : null,
    version: row.version,
    erasedAt: row.erased_at,
    pending: Number(row.pending ?? 0),
    claims: Number(row.claims ?? 0),
    atStake: row.at_stake,
  }
}

/** `%` and `_` in what a person typed mean themselves. */
export const likePattern = (q: string): string =>
  `%${q
    .normalize('NFC')
    .trim()
    .replace(/[\\%_]/g, (c) => `\\${c}`)}%`

/** A page of documents. Rows without the sorted value come last in either direction. */
export async function listDocuments(db: Db, officeId: string, filter: DocumentFilter): Promise<{ items: DocumentItem[]; next: string | null }> {
  const descending = filter.sort.startsWith('-')
  const key = sql.raw(sortKeys[filter.sort.replace('-', '')]!)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  let query = documentRows(db, officeId)
  if (filter.kind) query = query.where('d.kind', '=', filter.kind as 'article')
  else query = query.where('d.kind', '<>', 'own_statement')
  if (!filter.confidential) query = query.where('d.confidential', '=', false)
  if (filter.state) query = query.where('d.reading_state', '=', filter.state as 'read')
  if (filter.outlet) query = query.where('d.outlet', '=', filter.outlet)
  if (filter.from) query = query.where('d.published_on', '>=', filter.from)
  if (filter.to) query = query.where('d.published_on', '<=', filter.to)
  if (filter.only === 'undated') query = query.where('d.published_on', 'is', null)
  if (filter.only === 'pending') query = query.where('w.pending', '>', '0')
  if (filter.q?.trim()) query = query.where(wordsMatch(likePattern(filter.q)))
  const after = decodeCursor(filter.cursor, 2)
  if (after) {
    const [value, id] = after
    const typed = filter.sort.endsWith('receivedAt')
      ? sql`${value}::timestamptz`
      : filter.sort.endsWith('publishedOn')
        ? sql`${value}::date`
        : filter.sort.endsWith('atStake')
          ? sql`${value}::numeric`
          : sql`${value}::text`
    query =
      value === null
        ? query.where(sql<boolean>`${key} is null and d.document_id > ${id}::uuid`)
        : query.where(
            descending
              ? sql<boolean>`(${key} < ${typed} or (${key} = ${typed} and d.document_id > ${id}::uuid) or ${key} is null)`
              : sql<boolean>`(${key} > ${typed} or (${key} = ${typed} and d.document_id > ${id}::uuid) or ${key} is null)`,
          )
  }
  const rows = await query
    // microseconds matter to a cursor: the instant as text, not as a JavaScript date
    .select(sql<string | null>`(${key})::text`.as('sort_key'))
    .orderBy(sql`${key} ${direction} nulls last`)
    .orderBy('d.document_id')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { items: page.map(itemOf), next: rows.length > filter.limit && last ? encodeCursor([last.sort_key, last.document_id]) : null }
}

const wordsMatch = (pattern: string) =>
  sql<boolean>`(d.title ilike ${pattern} or d.outlet ilike ${pattern} or d.file_name ilike ${pattern} or d.body ilike ${pattern})`

/** One document without its text, or undefined. */
export async function documentItem(db: Db, officeId: string, documentId: string): Promise<DocumentItem | undefined> {
  const row = await documentRows(db, officeId).where('d.document_id', '=', documentId).executeTakeFirst()
  return row && itemOf(row)
}

/** How many documents have claims that wait, and how many claims. */
export async function pendingCounts(
  db: Db,
  officeId: string,
  confidential: boolean,
): Promise<{ documents: number; claims: number; atStake: string | null }> {
  let query = db
    .selectFrom('claim_state as s')
    .innerJoin('claim as c', (join) => join.onRef('c.office_id', '=', 's.office_id').onRef('c.claim_id', '=', 's.claim_id'))
    .innerJoin('document as d', (join) => join.onRef('d.office_id', '=', 's.office_id').onRef('d.document_id', '=', 's.document_id'))
    .select([
      sql<string>`count(distinct s.document_id)`.as('documents'),
      sql<string>`count(*)`.as('claims'),
      sql<string | null>`sum(s.at_stake) filter (where c.part_of is null)`.as('at_stake'),
    ])
    .where('s.office_id', '=', officeId)
    .where('s.state', '=', 'pending')
  if (!confidential) query = query.where('d.confidential', '=', false)
  const row = await query.executeTakeFirstOrThrow()
  return { documents: Number(row.documents), claims: Number(row.claims), atStake: row.at_stake }
}

/** The row of a document as it is kept, with its text. */
export function documentRow(db: Db | Tx, officeId: string, documentId: string) {
  return db
    .selectFrom('document')
    .select([
      'document_id',
      'kind',
      'title',
      'outlet',
      'url',
      'body',
      'body_map',
      'mentions',
      'published_on',
      'published_from',
      'confidential',
      'illustrative',
      'blob_sha256',
      'media_type',
      'file_name',
      'format',
      'job_id',
      'reading_state',
      'reader',
      'reader_version',
      'version',
      'erased_at',
    ])
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
}
export type KeptDocument = NonNullable<Awaited<ReturnType<typeof documentRow>>>

/** The document with this very text, if the office has it. */
export async function documentOfText(db: Db | Tx, officeId: string, hash: Buffer): Promise<string | undefined> {
  const row = await db
    .selectFrom('document')
    .select('document_id')
    .where('office_id', '=', officeId)
    .where('text_sha256', '=', hash)
    .where('kind', '<>', 'own_statement')
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row?.document_id
}

/** The document that this very file became, where it gave no text. */
export async function documentOfFile(db: Db | Tx, officeId: string, blob: Buffer): Promise<string | undefined> {
  const row = await db
    .selectFrom('document')
    .select('document_id')
    .where('office_id', '=', officeId)
    .where('blob_sha256', '=', blob)
    .where('kind', '<>', 'own_statement')
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row?.document_id
}

/** Outlets that the office has documents of, the most frequent first: choices for a filter. */
export async function outletsOf(db: Db, officeId: string, confidential: boolean): Promise<string[]> {
  let query = db
    .selectFrom('document')
    .select('outlet')
    .where('office_id', '=', officeId)
    .where('outlet', 'is not', null)
    .where('kind', '<>', 'own_statement')
    .groupBy('outlet')
    .orderBy(sql`count(*)`, 'desc')
    .limit(100)
  if (!confidential) query = query.where('confidential', '=', false)
  return (await query.execute()).map((row) => row.outlet!)
}
