import { sql } from 'kysely'
import type { Facet } from '#record/fact'
import type { Db } from '#store/store'
import { heldBack } from '../embargo.ts'
import type { PublicFact, PublicQuote } from '../payload.ts'
import { quotable } from '../sentence.ts'

/** Facts as the public may read them, and which of the asked ones it may not. */
export interface FactsForPublic {
  facts: PublicFact[]
  /** Held back: the subject, the fact itself, or every document that says it. */
  embargoed: { factId: string; subjectKo: string }[]
  /** Nothing that can be quoted says it any more. */
  unsourced: { factId: string; subjectKo: string }[]
}

const webAddress = (url: string | null): string | null => (url && /^https?:\/\//i.test(url) ? url : null)

interface DigestOf {
  outlet: string
  title: string
  date: string | null
}

/** The digest note of a document row, in the shape of the payload. */
function digestOf(value: unknown): PublicQuote['digestOf'] {
  if (value === null || typeof value !== 'object') return null
  const { outlet, title, date } = value as Partial<DigestOf>
  return { outlet: outlet ?? '', title: title ?? '', date: date ?? null }
}

const quoteColumns = [
  'document.document_id',
  'document.kind as document_kind',
  'document.title',
  'document.outlet',
  'document.published_on',
  'document.url',
  'document.digest_of',
  'document.illustrative',
  'document.confidential',
  'document.disclose_on',
  'document.erased_at',
  'span.sentence',
  'span.start_at',
  'span.end_at',
  'span.sentence_start',
] as const

interface QuoteRow {
  document_id: string
  document_kind: string
  title: string
  outlet: string | null
  published_on: string | null
  url: string | null
  digest_of: unknown
  illustrative: boolean
  confidential: boolean
  disclose_on: string | null
  erased_at: string | null
  sentence: string | null
  start_at: number | null
  end_at: number | null
  sentence_start: number | null
}

function toQuote(row: QuoteRow): PublicQuote {
  const { start_at: start, end_at: end, sentence_start: from } = row
  const mark = start === null || end === null || from === null ? null : { start: start - from, end: end - from }
  const shown = row.sentence === null ? { sentence: null, mark: null } : quotable({ sentence: row.sentence, mark })
  return {
    documentId: row.document_id,
    title: row.title,
    outlet: row.outlet,
    publishedOn: row.published_on,
    url: webAddress(row.url),
    sentence: shown.sentence,
    mark: shown.mark,
    digestOf: digestOf(row.digest_of),
    illustrative: row.illustrative,
    ownStatement: row.document_kind === 'own_statement',
  }
}

const quotableRow = (row: QuoteRow, today: string) => row.sentence !== null && row.erased_at === null && !heldBack(row, today)

/** The sentences that support each fact and that the public may read, by fact id. */
async function quotesOfFacts(db: Db, officeId: string, factIds: readonly string[], today: string) {
  const rows = await db
    .selectFrom('fact_basis')
    .innerJoin('claim', (join) => join.onRef('claim.office_id', '=', 'fact_basis.office_id').onRef('claim.claim_id', '=', 'fact_basis.claim_id'))
    .innerJoin('span', (join) => join.onRef('span.office_id', '=', 'claim.office_id').onRef('span.span_id', '=', 'claim.span_id'))
    .innerJoin('document', (join) => join.onRef('document.office_id', '=', 'claim.office_id').onRef('document.document_id', '=', 'claim.document_id'))
    .select(['fact_basis.fact_id', ...quoteColumns])
    .where('fact_basis.office_id', '=', officeId)
    .where('fact_basis.fact_id', 'in', factIds)
    .where('fact_basis.role', '=', 'supports')
    .where('fact_basis.voided_at', 'is', null)
    .orderBy('document.published_on', (o) => o.asc().nullsLast())
    .orderBy('document.document_id')
    .orderBy('span.start_at')
    .execute()
  const byFact = new Map<string, { quotes: PublicQuote[]; held: boolean }>()
  for (const row of rows) {
    const kept = byFact.get(row.fact_id) ?? { quotes: [], held: false }
    if (quotableRow(row, today)) {
      const quote = toQuote(row)
      if (!kept.quotes.some((q) => q.documentId === quote.documentId && q.sentence === quote.sentence)) kept.quotes.push(quote)
    } else if (heldBack(row, today)) kept.held = true
    byFact.set(row.fact_id, kept)
  }
  return byFact
}

/** Facts by id with everything the public reads about them, in the order asked. */
export async function factsForPublic(db: Db, officeId: string, factIds: readonly string[], today: string, timeZone: string): Promise<FactsForPublic> {
  const result: FactsForPublic = { facts: [], embargoed: [], unsourced: [] }
  if (factIds.length === 0) return result
  const rows = await db
    .selectFrom('fact')
    .innerJoin('subject', (join) => join.onRef('subject.office_id', '=', 'fact.office_id').onRef('subject.subject_id', '=', 'fact.subject_id'))
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.office_id', '=', 'fact.office_id').onRef('indicator.indicator_id', '=', 'fact.indicator_id'),
    )
    .select([
      'fact.fact_id',
      'fact.subject_id',
      'fact.indicator_id',
      'fact.facet',
      'fact.series',
      'fact.value',
      'fact.value_max',
      'fact.bound',
      'fact.approximate',
      'fact.unit',
      'fact.per',
      'fact.due_from',
      'fact.due_to',
      'fact.confidential as fact_confidential',
      'subject.name_ko',
      'subject.name_en',
      'subject.confidential',
      'subject.disclose_on',
      'indicator.name_ko as indicator_ko',
      'indicator.name_en as indicator_en',
      sql<string | null>`lower(fact.period)::text`.as('period_from'),
      sql<string | null>`upper(fact.period)::text`.as('period_to'),
      sql<string>`to_char(lower(fact.recorded) at time zone ${timeZone}, 'YYYY-MM-DD')`.as('known_since'),
    ])
    .where('fact.office_id', '=', officeId)
    .where('fact.fact_id', 'in', factIds)
    .execute()
  const byId = new Map(rows.map((row) => [row.fact_id, row]))
  const quotes = await quotesOfFacts(db, officeId, factIds, today)
  for (const factId of factIds) {
    const row = byId.get(factId)
    if (!row) continue
    const found = quotes.get(factId)
    const named = { factId, subjectKo: row.name_ko }
    if (row.fact_confidential || heldBack(row, today)) result.embargoed.push(named)
    else if (!found || found.quotes.length === 0) result[found?.held ? 'embargoed' : 'unsourced'].push(named)
    else
      result.facts.push({
        factId,
        subjectId: row.subject_id,
        subjectKo: row.name_ko,
        subjectEn: row.name_en,
        indicator: row.indicator_id,
        indicatorKo: row.indicator_ko,
        indicatorEn: row.indicator_en,
        facet: row.facet as Facet,
        part: row.series,
        value: row.value,
        valueMax: row.value_max,
        bound: row.bound,
        approximate: row.approximate,
        unit: row.unit,
        per: row.per,
        period: { from: row.period_from, to: row.period_to },
        due: row.due_from || row.due_to ? { from: row.due_from, to: row.due_to } : null,
        knownSince: row.known_since,
        quotes: found.quotes,
      })
  }
  return result
}

/** What a stage event stands on: `held` where it is a document that may not be shown. Without a sentence the document itself is the evidence. */
export interface StageEvidence {
  quotes: PublicQuote[]
  held: boolean
}

/** The evidence of stage events, by event id; events without any document are absent. */
export async function evidenceOfStages(db: Db, officeId: string, eventIds: readonly string[], today: string): Promise<Map<string, StageEvidence>> {
  const byEvent = new Map<string, StageEvidence>()
  if (eventIds.length === 0) return byEvent
  const rows = await db
    .selectFrom('stage_event')
    .leftJoin('claim', (join) => join.onRef('claim.office_id', '=', 'stage_event.office_id').onRef('claim.claim_id', '=', 'stage_event.claim_id'))
    .leftJoin('span', (join) =>
      join
        .onRef('span.office_id', '=', 'stage_event.office_id')
        .on((eb) => eb('span.span_id', '=', eb.fn.coalesce('stage_event.span_id', 'claim.span_id'))),
    )
    .innerJoin('document', (join) =>
      join
        .onRef('document.office_id', '=', 'stage_event.office_id')
        .on((eb) => eb('document.document_id', '=', eb.fn.coalesce('span.document_id', 'stage_event.document_id', 'claim.document_id'))),
    )
    .select(['stage_event.event_id', ...quoteColumns])
    .where('stage_event.office_id', '=', officeId)
    .where('stage_event.event_id', 'in', eventIds)
    .execute()
  for (const row of rows) {
    const kept = byEvent.get(row.event_id) ?? { quotes: [], held: false }
    if (row.erased_at !== null || heldBack(row, today)) kept.held = true
    else kept.quotes.push(toQuote(row))
    byEvent.set(row.event_id, kept)
  }
  return byEvent
}

/** Title and text of documents. */
export async function bodiesOf(db: Db, officeId: string, documentIds: readonly string[]): Promise<{ documentId: string; text: string }[]> {
  if (documentIds.length === 0) return []
  const rows = await db
    .selectFrom('document')
    .select(['document_id', 'title', 'body'])
    .where('office_id', '=', officeId)
    .where('document_id', 'in', documentIds)
    .execute()
  return rows.map((row) => ({ documentId: row.document_id, text: `${row.title}\n${row.body ?? ''}` }))
}

/** Documents that the public may know of, as evidence without a sentence, by id. */
export async function documentsForPublic(db: Db, officeId: string, documentIds: readonly string[], today: string): Promise<Map<string, PublicQuote>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('document')
    .select([
      'document_id',
      'kind as document_kind',
      'title',
      'outlet',
      'published_on',
      'url',
      'digest_of',
      'illustrative',
      'confidential',
      'disclose_on',
      'erased_at',
    ])
    .where('office_id', '=', officeId)
    .where('document_id', 'in', [...new Set(documentIds)])
    .execute()
  const none = { sentence: null, start_at: null, end_at: null, sentence_start: null }
  return new Map(rows.filter((row) => row.erased_at === null && !heldBack(row, today)).map((row) => [row.document_id, toQuote({ ...row, ...none })]))
}

/** Web addresses of documents, where they have one that a reader may open. */
export async function addressesOf(db: Db, officeId: string, documentIds: readonly string[]) {
  if (documentIds.length === 0) return new Map<string, { url: string | null; ownStatement: boolean }>()
  const rows = await db
    .selectFrom('document')
    .select(['document_id', 'url', 'kind'])
    .where('office_id', '=', officeId)
    .where('document_id', 'in', documentIds)
    .where('confidential', '=', false)
    .where('erased_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.document_id, { url: webAddress(row.url), ownStatement: row.kind === 'own_statement' }]))
}
