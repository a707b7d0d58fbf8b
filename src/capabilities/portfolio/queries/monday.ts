import { type Kysely, sql } from 'kysely'
import type { Database } from '#store/schema'
import type { Reader } from '../reader.ts'
import { milestones } from './milestones.ts'

/** A value that two sources (or two joined subjects) give differently. */
export interface Contradiction {
  subjectId: string
  subjectName: string
  indicator: string
  facet: string
  values: { factId: string; value: string; unit: string }[]
}

/** 월요일 목록: what needs somebody now: what is overdue, what is due within a fortnight, documents nobody has read, values that contradict each other. */
export async function mondayOf(db: Kysely<Database>, reader: Reader, soon: string) {
  const { officeId, confidential, today } = reader
  const overdue = await milestones(db, officeId, { openOnly: true, dueBefore: today, confidential, limit: 100 })
  const coming = await milestones(db, officeId, { openOnly: true, dueFrom: today, dueBefore: soon, confidential, limit: 100 })
  return { overdue, coming, unread: await unread(db, officeId, confidential), contradictions: await contradictions(db, officeId, confidential) }
}

async function unread(db: Kysely<Database>, officeId: string, confidential: boolean) {
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

async function contradictions(db: Kysely<Database>, officeId: string, confidential: boolean): Promise<Contradiction[]> {
  const { rows } = await sql<{ subject: string; name_ko: string; indicator_id: string; facet: string; facts: Contradiction['values'] }>`
    select coalesce(s.canonical_id, s.subject_id) as subject, min(s.name_ko) as name_ko, f.indicator_id, f.facet,
           json_agg(json_build_object('factId', f.fact_id, 'value', f.value::text, 'unit', f.unit) order by lower(f.recorded)) as facts
    from fact f join subject s on s.office_id = f.office_id and s.subject_id = f.subject_id
    where f.office_id = ${officeId}::uuid and upper_inf(f.recorded) and not f.ended and s.archived_at is null and (${confidential} or not (f.confidential or s.confidential))
    group by 1, f.indicator_id, f.facet, f.series, f.unit, f.period
    having count(distinct f.value) > 1
    order by max(f.value) desc, 1 limit 50`.execute(db)
  return rows.map((row) => ({ subjectId: row.subject, subjectName: row.name_ko, indicator: row.indicator_id, facet: row.facet, values: row.facts }))
}
