import { sql } from 'kysely'
import type { Db } from '#store/store'

/**
 * 마지막으로 들은 날: the last day on which a source spoke of a subject, or the office wrote a value or a stage of it: the day a document was published (received, where that is not known), else the day of
 * recording. A subject of which nothing was ever said was last heard of when it was made.
 */
export async function heardOn(db: Db, officeId: string, timeZone: string, confidential: boolean): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; day: string }>`
    with own as (
      select subject_id as member, coalesce(canonical_id, subject_id) as id, (created_at at time zone ${timeZone})::date as made
      from subject where office_id = ${officeId}::uuid and kind in ('project', 'agreement', 'programme', 'pledge', 'award')),
    said as (
      select o.id, coalesce(d.published_on, (d.received_at at time zone ${timeZone})::date) as day
      from own o
      join fact f on f.office_id = ${officeId}::uuid and f.subject_id = o.member and upper_inf(f.recorded)
      join fact_basis b on b.office_id = f.office_id and b.fact_id = f.fact_id and b.voided_at is null
      join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
      join document d on d.office_id = c.office_id and d.document_id = c.document_id and (${confidential} or not d.confidential)
      union all
      select o.id, coalesce(d.published_on, (d.received_at at time zone ${timeZone})::date, (e.recorded_at at time zone ${timeZone})::date)
      from own o
      join stage_event e on e.office_id = ${officeId}::uuid and e.subject_id = o.member and e.voided_at is null
      left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id
      left join document d on d.office_id = e.office_id and d.document_id = coalesce(e.document_id, c.document_id)
      where ${confidential} or d.confidential is not true)
    select o.id, coalesce(max(s.day), min(o.made)) as day from own o left join said s on s.id = o.id group by o.id`.execute(db)
  return new Map(rows.map((row) => [row.id, row.day]))
}
