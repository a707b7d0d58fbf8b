import { sql } from 'kysely'
import { basisThen, documentsThen, membersOf } from '#capabilities/portfolio/index'
import type { Facet } from '#record/fact'
import type { Db } from '#store/store'
import { type Seeing, subjectSeen } from '../seeing.ts'

/** A sentence that a fact stands on. */
export interface FactSentence {
  readonly documentId: string
  readonly title: string
  readonly outlet: string | null
  readonly publishedOn: string | null
  readonly url: string | null
  readonly sentence: string
  readonly mark: { readonly start: number; readonly end: number }
  readonly digestOf: { readonly outlet: string; readonly title: string; readonly date: string | null } | null
  readonly illustrative: boolean
  readonly ownStatement: boolean
}

/** 지금 붙들고 있는 사실 with its sentences. */
export interface HeldFact {
  readonly factId: string
  readonly subjectId: string
  readonly indicator: string
  readonly facet: Facet
  readonly series: string
  readonly period: { readonly from: string | null; readonly to: string | null }
  readonly value: string
  readonly valueMax: string | null
  readonly bound: 'min' | 'max' | 'above' | 'below' | null
  readonly approximate: boolean
  readonly unit: string
  readonly due: { readonly from: string | null; readonly to: string | null } | null
  readonly quotes: readonly FactSentence[]
}

interface Row {
  fact_id: string
  subject_id: string
  indicator_id: string
  facet: Facet
  series: string
  period_from: string | null
  period_to: string | null
  value: string
  value_max: string | null
  bound: HeldFact['bound']
  approximate: boolean
  unit: string
  due_from: string | null
  due_to: string | null
  quotes: readonly FactSentence[]
}

/**
 * The facts that the office holds of these subjects (and of those merged into them), each with its sentences. The public sees a fact only with a sentence that it may read;
 * people of the office without the confidential see one only with a document that is open to them. At an earlier clock they are the facts held then; what had not begun by the day
 * had not come about, what was promised was promised whatever time it was promised for.
 */
export async function heldFacts(
  db: Db,
  officeId: string,
  subjectIds: readonly string[],
  seeing: Seeing,
  indicators?: readonly string[],
): Promise<HeldFact[]> {
  if (subjectIds.length === 0) return []
  const open = seeing.kind === 'staff' && seeing.confidential
  const { asOf = null, knownOn = null } = seeing
  const members = await membersOf(db, officeId, subjectIds, seeing)
  const { rows } = await sql<Row>`
    select f.fact_id, f.subject_id, f.indicator_id, f.facet, f.series, lower(f.period)::text as period_from,
           upper(f.period)::text as period_to, f.value, f.value_max, f.bound, f.approximate, f.unit, f.due_from, f.due_to, q.quotes
    from fact f
    join subject s on s.office_id = f.office_id and s.subject_id = f.subject_id
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('documentId', d.document_id, 'title', d.title, 'outlet', d.outlet, 'publishedOn', d.published_on,
          'url', case when d.url ~* '^https?://' then d.url end, 'sentence', p.sentence,
          'mark', jsonb_build_object('start', p.start_at - p.sentence_start, 'end', p.end_at - p.sentence_start), 'digestOf', d.digest_of,
          'illustrative', d.illustrative, 'ownStatement', d.kind = 'own_statement')
          order by d.published_on nulls last, d.document_id, p.start_at) filter (where p.sentence is not null and d.erased_at is null), '[]'::jsonb) as quotes,
        count(d.document_id) as documents
      from fact_basis b
      join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
      join span p on p.office_id = c.office_id and p.span_id = c.span_id
      join document d on d.office_id = c.office_id and d.document_id = c.document_id
      where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and ${basisThen('b', knownOn)} and ${subjectSeen(seeing, 'd')}) q
    where f.office_id = ${officeId}::uuid and f.subject_id = any(${[...members.keys()]}::uuid[])
      and ${knownOn === null ? sql`upper_inf(f.recorded)` : sql`f.recorded @> ${knownOn}::timestamptz`}
      and ${asOf === null ? sql`true` : sql`(f.facet <> 'actual' or coalesce(lower(f.period), '-infinity') <= ${asOf}::date)`}
      and ${indicators ? sql`f.indicator_id = any(${[...indicators]}::text[])` : sql`true`}
      and ${subjectSeen(seeing, 's')}
      and ${open ? sql`true` : sql`not f.confidential`}
      and ${seeing.kind === 'public' ? sql`jsonb_array_length(q.quotes) > 0` : open ? sql`true` : sql`q.documents > 0`}
    order by f.indicator_id, f.facet, f.series, lower(f.period) nulls first, f.fact_id`.execute(db)
  const then = await documentsThen(
    db,
    officeId,
    rows.flatMap((row) => row.quotes.map((quote) => quote.documentId)),
    knownOn,
  )
  const asCalledThen = (quote: FactSentence): FactSentence => {
    const was = then.get(quote.documentId) ?? {}
    return {
      ...quote,
      title: was.title ?? quote.title,
      outlet: was.outlet === undefined ? quote.outlet : was.outlet,
      publishedOn: was.published_on === undefined ? quote.publishedOn : was.published_on,
      url: was.url === undefined ? quote.url : was.url,
    }
  }
  return rows.map((row) => ({
    factId: row.fact_id,
    subjectId: members.get(row.subject_id) ?? row.subject_id,
    indicator: row.indicator_id,
    facet: row.facet,
    series: row.series,
    period: { from: row.period_from, to: row.period_to },
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    due: row.due_from === null && row.due_to === null ? null : { from: row.due_from, to: row.due_to },
    quotes: then.size === 0 ? row.quotes : row.quotes.map(asCalledThen).sort(bySource),
  }))
}

/**
 * The latest fact of an indicator and facet on a day: the one whose period begins last and not after it; one without a period comes first of all.
 *
 * @example
 * latestOf([], 'jobs', 'actual', '2026-01-01') // => null
 */
export function latestOf(facts: readonly HeldFact[], indicator: string, facet: Facet, day: string, series = ''): HeldFact | null {
  const there = facts.filter(
    (one) => one.indicator === indicator && one.facet === facet && one.series === series && (one.period.from === null || one.period.from <= day),
  )
  return there.sort((a, b) => (b.period.from ?? '').localeCompare(a.period.from ?? ''))[0] ?? null
}

const bySource = (a: FactSentence, b: FactSentence) =>
  (a.publishedOn ?? '9999').localeCompare(b.publishedOn ?? '9999') || a.documentId.localeCompare(b.documentId) || a.mark.start - b.mark.start
