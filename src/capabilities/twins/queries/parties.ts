import { sql } from 'kysely'
import type { Db } from '#store/store'

/** 당사자 이름: the names and other names of the investors and counterparts of each subject, those of merged organisations too. Confidential organisations are left out. */
export async function partiesOf(db: Db, officeId: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ subject: string; names: string[] }>`
    with party as (
      select coalesce(s.canonical_id, s.subject_id) as subject, coalesce(o.canonical_id, o.subject_id) as organisation
      from relation r
      join subject s on s.office_id = r.office_id and s.subject_id = r.to_subject
      join subject o on o.office_id = r.office_id and o.subject_id = r.from_subject
      where r.office_id = ${officeId}::uuid and r.voided_at is null and r.role in ('investor', 'counterparty') and o.kind = 'organisation'),
    named as (
      select coalesce(o.canonical_id, o.subject_id) as organisation, o.name_ko as name, o.confidential from subject o
      where o.office_id = ${officeId}::uuid and o.kind = 'organisation'
      union all
      select coalesce(o.canonical_id, o.subject_id), o.name_en, o.confidential from subject o
      where o.office_id = ${officeId}::uuid and o.kind = 'organisation' and o.name_en is not null
      union all
      select coalesce(o.canonical_id, o.subject_id), a.name, o.confidential from subject o
      join subject_alias a on a.office_id = o.office_id and a.subject_id = o.subject_id
      where o.office_id = ${officeId}::uuid and o.kind = 'organisation')
    select p.subject, array_agg(distinct n.name order by n.name) as names
    from party p join named n on n.organisation = p.organisation
    where not exists (select 1 from named h where h.organisation = p.organisation and h.confidential)
    group by p.subject`.execute(db)
  return new Map(rows.map((row) => [row.subject, row.names]))
}
