import { type Kysely, sql } from 'kysely'
import type { FigureQuote } from '#record/figure'
import type { Database } from '#store/schema'
import { basisThen } from './basis-then.ts'
import { documentsThen } from './documents-then.ts'

/** Who reads, and what they held to be known when. */
export interface Reading {
  /** Whether confidential subjects and documents are seen. */
  readonly confidential: boolean
  /** As known at this instant; null is now. */
  readonly knownOn: string | null
}

const columns = [
  'document.document_id',
  'document.title',
  'document.outlet',
  'document.published_on',
  'document.digest_of',
  'document.illustrative',
  'span.sentence',
  'span.start_at',
  'span.end_at',
  'span.sentence_start',
] as const

interface QuoteRow {
  document_id: string
  title: string
  outlet: string | null
  published_on: string | null
  digest_of: unknown
  illustrative: boolean
  sentence: string | null
  start_at: number | null
  end_at: number | null
  sentence_start: number | null
}

/** 인용: the sentences that facts stand on, newest document first; those of documents the reader may not see are absent. */
export async function quotesOfFacts(
  db: Kysely<Database>,
  officeId: string,
  factIds: readonly string[],
  reading: Reading,
): Promise<Map<string, FigureQuote[]>> {
  const quotes = new Map<string, FigureQuote[]>()
  if (factIds.length === 0) return quotes
  const rows = await db
    .selectFrom('fact_basis')
    .innerJoin('claim', (join) => join.onRef('claim.office_id', '=', 'fact_basis.office_id').onRef('claim.claim_id', '=', 'fact_basis.claim_id'))
    .innerJoin('span', (join) => join.onRef('span.office_id', '=', 'claim.office_id').onRef('span.span_id', '=', 'claim.span_id'))
    .innerJoin('document', (join) => join.onRef('document.office_id', '=', 'claim.office_id').onRef('document.document_id', '=', 'claim.document_id'))
    .select([...columns, 'fact_basis.fact_id'])
    .distinct()
    .where('fact_basis.office_id', '=', officeId)
    .where(sql<boolean>`fact_basis.fact_id = any(${[...factIds]}::uuid[])`)
    .where('fact_basis.role', '=', 'supports')
    .where(basisThen('fact_basis', reading.knownOn))
    .$if(!reading.confidential, (query) => query.where('document.confidential', '=', false))
    .orderBy('document.published_on', (order) => order.desc().nullsLast())
    .orderBy('document.document_id')
    .orderBy('span.start_at')
    .execute()
  for (const row of await asCalledThen(db, officeId, rows, reading)) {
    const list = quotes.get(row.fact_id) ?? []
    list.push(quoteOf(row))
    quotes.set(row.fact_id, list)
  }
  return quotes
}

/** The sentences (or, without one, the documents) that stage events stand on. */
export async function quotesOfStageEvents(
  db: Kysely<Database>,
  officeId: string,
  eventIds: readonly string[],
  reading: Reading,
): Promise<Map<string, FigureQuote[]>> {
  if (eventIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('stage_event')
    .leftJoin('claim', (join) => join.onRef('claim.office_id', '=', 'stage_event.office_id').onRef('claim.claim_id', '=', 'stage_event.claim_id'))
    .leftJoin('span', (join) => join.onRef('span.office_id', '=', 'claim.office_id').onRef('span.span_id', '=', 'claim.span_id'))
    .innerJoin('document', (join) =>
      join
        .onRef('document.office_id', '=', 'stage_event.office_id')
        .on('document.document_id', '=', sql<string>`coalesce(stage_event.document_id, claim.document_id)`),
    )
    .select([...columns, 'stage_event.event_id'])
    .where('stage_event.office_id', '=', officeId)
    .where(sql<boolean>`stage_event.event_id = any(${[...eventIds]}::uuid[])`)
    .$if(!reading.confidential, (query) => query.where('document.confidential', '=', false))
    .execute()
  return new Map((await asCalledThen(db, officeId, rows, reading)).map((row) => [row.event_id, [quoteOf(row)]]))
}

/** Rows with the titles and days that their documents had at the clock, in the order of those. */
async function asCalledThen<R extends QuoteRow>(db: Kysely<Database>, officeId: string, rows: readonly R[], reading: Reading): Promise<R[]> {
  const then = await documentsThen(
    db,
    officeId,
    rows.map((row) => row.document_id),
    reading.knownOn,
  )
  if (then.size === 0) return [...rows]
  const place = (row: R) => [row.published_on ?? '', row.document_id] as const
  return rows
    .map((row) => ({ ...row, ...then.get(row.document_id) }))
    .sort((a, b) => order(place(b)[0], place(a)[0]) || order(place(a)[1], place(b)[1]) || (a.start_at ?? 0) - (b.start_at ?? 0))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function quoteOf(row: QuoteRow): FigureQuote {
  const digest = row.digest_of as { outlet?: string; title?: string; date?: string | null } | null
  return {
    documentId: row.document_id,
    title: row.title,
    outlet: row.outlet,
    publishedOn: row.published_on,
    sentence: row.sentence,
    mark:
      row.sentence === null || row.start_at === null || row.end_at === null || row.sentence_start === null
        ? null
        : { start: row.start_at - row.sentence_start, end: row.end_at - row.sentence_start },
    digestOf: digest ? { outlet: digest.outlet ?? '', title: digest.title ?? '', date: digest.date ?? null } : null,
    illustrative: row.illustrative,
  }
}
