import { sql } from 'kysely'
import { basisThen } from '#capabilities/portfolio/index'
import { addDays } from '#quantity/day'
import type { Db } from '#store/store'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { chosen, kept, seen, standsFor } from './fragments.ts'

/** A value with what the database keeps of it beside the columns of a file. */
export interface FactRecord extends RecordRow {
  /** The subject that the fact is kept under: its own, where it was merged into another. */
  readonly keptUnder: string
  /** Whether the value itself was marked confidential, whatever its subject is. */
  readonly hidden: boolean
  readonly partOf: string | null
}

/** Half-open inside, inclusive in files: people write the last day. */
const last = (to: string | null) => (to === null ? null : addDays(to, -1))

/** 값의 줄들: facts held at the clocks. Asked for by id, a fact that was replaced since gives what is held in its place now. */
export async function factRecords(db: Db, looking: Looking, which: Which): Promise<FactRecord[]> {
  const byId = 'ids' in which
  const { rows } = await sql<{
    asked: string
    fact_id: string
    kept_under: string
    subject_id: string
    name_ko: string
    own_hidden: boolean
    hidden: boolean
    indicator_id: string
    facet: string
    series: string
    part_of: string | null
    period_from: string | null
    period_to: string | null
    value: string
    value_max: string | null
    bound: string | null
    approximate: boolean
    unit: string
    per: string | null
    due_from: string | null
    due_to: string | null
    funding: string | null
    ended: boolean
    note: string | null
    document_id: string | null
    known_from: string
    by_name: string | null
  }>`
    with asked as (select f.* from fact f where f.office_id = ${looking.officeId}::uuid and ${byId ? sql`f.fact_id = any(${[...which.ids]}::uuid[])` : sql`true`})
    select a.fact_id as asked, f.fact_id, f.subject_id as kept_under, c.subject_id, c.name_ko, f.confidential as own_hidden, (f.confidential or s.confidential or c.confidential) as hidden,
           f.indicator_id, f.facet, f.series, f.part_of, lower(f.period) as period_from, upper(f.period) as period_to, f.value, f.value_max, f.bound, f.approximate,
           f.unit, f.per, f.due_from, f.due_to, f.funding, f.ended, f.note, d.document_id, lower(f.recorded) as known_from, u.name as by_name
    from asked a
    join fact f on f.office_id = a.office_id and ${
      byId
        ? sql`f.subject_id = a.subject_id and f.indicator_id = a.indicator_id and f.facet = a.facet and f.series = a.series and f.period = a.period`
        : sql`f.fact_id = a.fact_id`
    }
    join subject s on s.office_id = f.office_id and s.subject_id = f.subject_id
    ${standsFor(looking, 's', 'c')}
    left join judgement j on j.office_id = f.office_id and j.judgement_id = f.judgement_id
    left join app_user u on u.user_id = j.made_by
    left join lateral (
      select cl.document_id from fact_basis b
      join claim cl on cl.office_id = b.office_id and cl.claim_id = b.claim_id
      join document dd on dd.office_id = cl.office_id and dd.document_id = cl.document_id
      where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and (${looking.confidential} or not dd.confidential)
        and ${looking.knownOn === null ? sql`true` : basisThen('b', looking.knownOn)}
      order by ${looking.knownOn === null ? sql`dd.published_on` : sql`dd.received_at`} nulls last, dd.document_id limit 1) d on true
    where ${kept(looking, 's', 'c')} and ${byId ? sql`true` : chosen(which, sql`f.fact_id`)} and ${seen(looking)}
      and ${looking.knownOn === null ? sql`upper_inf(f.recorded)` : sql`f.recorded @> ${looking.knownOn}::timestamptz`}
      and ${looking.asOf === null ? sql`true` : sql`f.period @> ${looking.asOf}::date`}
      and ${looking.confidential ? sql`true` : sql`not f.confidential and d.document_id is not null`}
    order by c.created_at, c.subject_id, f.indicator_id, f.facet, f.series, lower(f.period) nulls first, f.fact_id`.execute(db)
  return rows.map((row) => ({
    id: row.asked,
    liveId: row.fact_id,
    subjectId: row.subject_id,
    subjectName: row.name_ko,
    confidential: row.hidden,
    version: null,
    heldBy: row.by_name,
    heldSince: row.known_from,
    keptUnder: row.kept_under,
    hidden: row.own_hidden,
    partOf: row.part_of,
    values: {
      subjectId: row.subject_id,
      subject: row.name_ko,
      indicator: row.indicator_id,
      facet: row.facet,
      series: row.series === '' ? null : row.series,
      periodFrom: row.period_from,
      periodTo: last(row.period_to),
      value: row.value,
      valueMax: row.value_max,
      bound: row.bound,
      approximate: String(row.approximate),
      unit: row.unit,
      per: row.per,
      dueFrom: row.due_from,
      dueTo: last(row.due_to),
      funding: row.funding,
      ended: String(row.ended),
      note: row.note,
      documentId: row.document_id,
      knownFrom: row.known_from,
    },
  }))
}
