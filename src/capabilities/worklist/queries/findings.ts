import { sql } from 'kysely'
import type { Db } from '#store/store'

/** Something that contradicts itself, or has lost its source. */
export interface Finding {
  id: string
  subjectId: string | null
  /** The rule of the check, or null for two values of one fact. */
  rule: string | null
  indicator: string | null
  facet: string | null
  documentId: string | null
  /** Title of the document; what was erased keeps its own. */
  documentTitle: string | null
  atStake: string | null
  values: { factId: string; value: string; unit: string }[]
}

const none = { rule: null, indicator: null, facet: null, documentId: null, documentTitle: null, values: [] }

/** 어긋남: open findings of the checks with the subject they speak of, and values that joined subjects give differently. */
export async function contradictions(db: Db, officeId: string, confidential: boolean): Promise<Finding[]> {
  const { rows: checks } = await sql<{
    item_id: string
    rule: string
    subject: string | null
    document_id: string | null
    title: string | null
    at_stake: string | null
  }>`
    select w.item_id, w.rule, w.at_stake, d.document_id, d.title, (
        select coalesce(s.canonical_id, s.subject_id) from subject s
        -- firms and people have no page of their own here: what is found of them stands by its document
        where s.kind not in ('organisation', 'person') and s.office_id = w.office_id and s.subject_id = coalesce(w.subject_id, (
          select t.subject_id from claim_state t where t.office_id = w.office_id and t.claim_id = any (w.claims) and t.subject_id is not null order by t.claim_id limit 1))) as subject
    from work_item w
    left join document d on d.office_id = w.office_id and d.document_id = coalesce(w.document_id, w.documents[1])
    where w.office_id = ${officeId}::uuid and w.state = 'open' and w.resolution is null and w.outcome = 'odd' and w.gone_at is null
      and (${confidential}::boolean or (not w.confidential and not exists (
        select 1 from document d where d.office_id = w.office_id and d.document_id = any (w.documents) and d.confidential)))
    order by w.item_id`.execute(db)
  const { rows: facts } = await sql<{ subject: string; indicator_id: string; facet: string; series: string; facts: Finding['values'] }>`
    -- of one subject the log holds one value a series and time: only joined ones can contradict each other
    with joined as (
      select subject_id as id from subject where office_id = ${officeId}::uuid and canonical_id is not null
      union select canonical_id from subject where office_id = ${officeId}::uuid and canonical_id is not null)
    select coalesce(s.canonical_id, s.subject_id) as subject, f.indicator_id, f.facet, f.series,
           json_agg(json_build_object('factId', f.fact_id, 'value', f.value::text, 'unit', f.unit) order by lower(f.recorded), f.fact_id) as facts
    from joined k
    join subject s on s.office_id = ${officeId}::uuid and s.subject_id = k.id
    join fact f on f.office_id = s.office_id and f.subject_id = s.subject_id
    where upper_inf(f.recorded) and not f.ended and s.archived_at is null and (${confidential} or not (f.confidential or s.confidential))
    group by 1, f.indicator_id, f.facet, f.series, f.unit, f.period
    having count(distinct f.value) > 1`.execute(db)
  return [
    ...checks.map(
      (row): Finding => ({
        ...none,
        id: row.item_id,
        subjectId: row.subject,
        rule: row.rule,
        documentId: row.document_id,
        documentTitle: row.title,
        atStake: row.at_stake,
      }),
    ),
    ...facts.map(
      (row): Finding => ({
        ...none,
        id: `${row.subject}.${row.indicator_id}.${row.facet}.${row.series}`,
        subjectId: row.subject,
        indicator: row.indicator_id,
        facet: row.facet,
        atStake: null,
        values: row.facts,
      }),
    ),
  ]
}

/** 출처를 잃은 값: values held today of which every supporting sentence stands in a document that was erased. */
export async function lostSources(db: Db, officeId: string, confidential: boolean): Promise<Finding[]> {
  const { rows } = await sql<{
    fact_id: string
    subject: string
    indicator_id: string
    facet: string
    value: string
    unit: string
    document_id: string
  }>`
    select f.fact_id, coalesce(s.canonical_id, s.subject_id) as subject, f.indicator_id, f.facet, f.value, f.unit,
      (select c.document_id from fact_basis b join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
       where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' order by c.document_id limit 1) as document_id
    from fact f join subject s on s.office_id = f.office_id and s.subject_id = f.subject_id
    where f.office_id = ${officeId}::uuid and upper_inf(f.recorded) and s.archived_at is null and (${confidential} or not (f.confidential or s.confidential))
      and f.fact_id in (
        select b.fact_id from document e
        join claim c on c.office_id = e.office_id and c.document_id = e.document_id
        join fact_basis b on b.office_id = c.office_id and b.claim_id = c.claim_id
        where e.office_id = ${officeId}::uuid and e.erased_at is not null)
      and not exists (
        select 1 from fact_basis b join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
        join document d on d.office_id = c.office_id and d.document_id = c.document_id
        where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and b.voided_at is null and d.erased_at is null)
    order by f.fact_id`.execute(db)
  return rows.map((row) => ({
    ...none,
    id: row.fact_id,
    subjectId: row.subject,
    indicator: row.indicator_id,
    facet: row.facet,
    documentId: row.document_id,
    atStake: row.indicator_id === 'investment' && row.unit === 'KRW' ? row.value : null,
    values: [{ factId: row.fact_id, value: row.value, unit: row.unit }],
  }))
}

/** On what the present stages stand: how the document of each event is filed, and whether a head went against the rule. */
export async function evidenceOfEvents(db: Db, officeId: string, eventIds: readonly string[]) {
  const { rows } = await sql<{ event_id: string; machine: string; to_stage: string; overridden: boolean; filed_as: string | null }>`
    select e.event_id, e.machine, e.to_stage, e.overridden, d.kind as filed_as
    from stage_event e
    left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id
    left join document d on d.office_id = e.office_id and d.document_id = coalesce(e.document_id, c.document_id)
    where e.office_id = ${officeId}::uuid and e.event_id = any(${[...eventIds]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.event_id, row]))
}

/** 읽어야 할 것: documents with claims that nobody decided on, the most money first. */
export async function unreadDocuments(db: Db, officeId: string, confidential: boolean) {
  const { rows } = await sql<{
    document_id: string
    title: string
    outlet: string | null
    published_on: string | null
    pending: string
    at_stake: string | null
  }>`
    select d.document_id, d.title, d.outlet, d.published_on, count(*)::text as pending, max(c.at_stake) as at_stake
    from claim_state c join document d on d.office_id = c.office_id and d.document_id = c.document_id
    where c.office_id = ${officeId}::uuid and c.state = 'pending' and d.erased_at is null and (${confidential} or not d.confidential)
    group by d.document_id, d.title, d.outlet, d.published_on
    order by max(c.at_stake) desc nulls last, d.document_id limit 50`.execute(db)
  return rows.map((row) => ({
    id: row.document_id,
    title: row.title,
    outlet: row.outlet,
    publishedOn: row.published_on,
    pending: Number(row.pending),
    atStake: row.at_stake,
  }))
}
