import { sql } from 'kysely'
import type { Db } from '#store/store'

/** Indicators of announced effects, and of what they are said to come from. */
export const effectIndicators = ['production_inducement', 'value_added', 'employment_inducement', 'output', 'investment', 'jobs', 'other'] as const

/** An announced value with the sentence it stands on. */
export interface AnnouncedRow {
  id: string
  claimId: string
  factId: string | null
  subjectId: string | null
  subjectName: string
  series: string
  what: string | null
  indicator: string
  facet: string | null
  value: string
  valueMax: string | null
  bound: 'min' | 'max' | 'above' | 'below' | null
  approximate: boolean
  unit: string
  dueFrom: string | null
  dueTo: string | null
  documentId: string
  title: string
  outlet: string | null
  publishedOn: string | null
  illustrative: boolean
  sentence: string | null
  sentenceStart: number | null
  mark: { start: number; end: number } | null
}

/**
 * 발표된 값: live facts that announce something with the claims they stand on, then claims that wait for review; each with its sentence. Actual values are no announcements.
 * Nothing of confidential subjects or documents for those who may not see it.
 */
export async function announcedValues(
  db: Db,
  officeId: string,
  which: { confidential: boolean; subjectId?: string | undefined },
): Promise<AnnouncedRow[]> {
  const { rows } = await sql<{
    claim_id: string
    fact_id: string | null
    subject_id: string | null
    subject_name: string
    series: string
    what: string | null
    indicator_id: string
    facet: string | null
    value: string
    value_max: string | null
    bound: AnnouncedRow['bound']
    approximate: boolean
    unit: string
    due_from: string | null
    due_to: string | null
    document_id: string
    title: string
    outlet: string | null
    published_on: string | null
    illustrative: boolean
    sentence: string | null
    sentence_start: number | null
    start_at: number | null
    end_at: number | null
  }>`
    with live as (
      select distinct on (f.fact_id) f.fact_id, c.claim_id, coalesce(x.canonical_id, x.subject_id) as subject_id, x.name_ko as subject_name, f.series, c.what,
             f.indicator_id, f.facet, f.value, f.value_max, f.bound, f.approximate, f.unit, f.due_from, f.due_to, c.document_id, c.span_id, 0 as waits, lower(f.recorded) as at
      from fact f
      join subject x on x.office_id = f.office_id and x.subject_id = f.subject_id
      join fact_basis b on b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and b.voided_at is null
      join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
      join document d on d.office_id = c.office_id and d.document_id = c.document_id
      where f.office_id = ${officeId}::uuid and upper_inf(f.recorded) and not f.ended and f.facet <> 'actual' and f.facet <> 'estimate'
        and f.indicator_id = any(${[...effectIndicators]}::text[])
        and (${which.confidential} or (not f.confidential and not x.confidential and not d.confidential))
      order by f.fact_id, d.published_on desc nulls last, c.claim_id
    ), waiting as (
      select null::uuid as fact_id, c.claim_id, t.subject_id, coalesce(x.name_ko, c.subject_text, d.title) as subject_name, '' as series, c.what,
             c.indicator_id, null::text as facet, c.value, c.value_max, c.bound, c.approximate, c.unit, c.due_from, c.due_to, c.document_id, c.span_id, 1 as waits, c.recorded_at as at
      from claim c
      join claim_state t on t.office_id = c.office_id and t.claim_id = c.claim_id and t.state = 'pending'
      join document d on d.office_id = c.office_id and d.document_id = c.document_id
      left join subject x on x.office_id = t.office_id and x.subject_id = t.subject_id
      where c.office_id = ${officeId}::uuid and c.value is not null and c.unit is not null and c.indicator_id = any(${[...effectIndicators]}::text[])
        and coalesce(c.stage, '') not in ('result', 'operation')
        and (${which.confidential} or (not d.confidential and not coalesce(x.confidential, false)))
    )
    select a.claim_id, a.fact_id, a.subject_id, a.subject_name, a.series, a.what, a.indicator_id, a.facet, a.value, a.value_max, a.bound, a.approximate, a.unit,
           a.due_from, a.due_to, a.document_id, d.title, d.outlet, d.published_on, d.illustrative, s.sentence, s.sentence_start, s.start_at, s.end_at
    from (select * from live union all select * from waiting) a
    join document d on d.office_id = ${officeId}::uuid and d.document_id = a.document_id and d.erased_at is null
    left join span s on s.office_id = ${officeId}::uuid and s.span_id = a.span_id
    where ${which.subjectId ? sql`a.subject_id = ${which.subjectId}::uuid` : sql`true`}
    order by a.waits, a.subject_name, a.at, a.claim_id
    limit 5000`.execute(db)
  return rows.map((row) => ({
    id: row.claim_id,
    claimId: row.claim_id,
    factId: row.fact_id,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    series: row.series,
    what: row.what,
    indicator: row.indicator_id,
    facet: row.facet,
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    dueFrom: row.due_from,
    dueTo: row.due_to,
    documentId: row.document_id,
    title: row.title,
    outlet: row.outlet,
    publishedOn: row.published_on,
    illustrative: row.illustrative,
    sentence: row.sentence,
    sentenceStart: row.sentence_start,
    mark:
      row.sentence !== null && row.start_at !== null && row.sentence_start !== null
        ? { start: row.start_at - row.sentence_start, end: row.end_at! - row.sentence_start }
        : null,
  }))
}
