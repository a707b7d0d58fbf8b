import { sql } from 'kysely'
import type { Db } from '#store/store'

/**
 * 마지막으로 들은 날: the last day on which a source spoke of a subject, or the office wrote a value or a stage of it: the day a document was published (received, where that is not known), else the day of
 * recording. A subject of which nothing was ever said was last heard of when it was made.
 */
export async function heardOn(db: Db, officeId: string, timeZone: string, confidential: boolean): Promise<Map<string, string>> {
  // three plain questions, put together here: one that joins them all is planned badly on tables that were filled a moment ago
  const own = await sql<{ member: string; id: string; made: string }>`
    select subject_id as member, coalesce(canonical_id, subject_id) as id, (created_at at time zone ${timeZone})::date as made
    from subject where office_id = ${officeId}::uuid and kind in ('project', 'agreement', 'programme', 'pledge', 'award')`.execute(db)
  const values = await sql<{ member: string; day: string }>`
    select f.subject_id as member, max(coalesce(d.published_on, (d.received_at at time zone ${timeZone})::date)) as day
    from fact f
    join fact_basis b on b.office_id = f.office_id and b.fact_id = f.fact_id and b.voided_at is null
    join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
    join document d on d.office_id = c.office_id and d.document_id = c.document_id and (${confidential} or not d.confidential)
    where f.office_id = ${officeId}::uuid and upper_inf(f.recorded) group by f.subject_id`.execute(db)
  const steps = await sql<{ member: string; day: string }>`
    select e.subject_id as member,
           max(coalesce(d.published_on, (d.received_at at time zone ${timeZone})::date, (e.recorded_at at time zone ${timeZone})::date)) as day
    from stage_event e
    left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id
    left join document d on d.office_id = e.office_id and d.document_id = coalesce(e.document_id, c.document_id)
    where e.office_id = ${officeId}::uuid and e.voided_at is null and (${confidential} or d.confidential is not true) group by e.subject_id`.execute(
    db,
  )
  const said = new Map<string, string>()
  for (const { member, day } of [...values.rows, ...steps.rows]) if (day > (said.get(member) ?? '')) said.set(member, day)
  const heard = new Map<string, string>()
  for (const { member, id } of own.rows) {
    const day = said.get(member)
    if (day !== undefined && day > (heard.get(id) ?? '')) heard.set(id, day)
  }
  const first = new Map<string, string>()
  for (const { id, made } of own.rows) if (!first.has(id) || made < first.get(id)!) first.set(id, made)
  return new Map([...first].map(([id, made]) => [id, heard.get(id) ?? made]))
}
