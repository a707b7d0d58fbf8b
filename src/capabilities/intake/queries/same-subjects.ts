import { sql } from 'kysely'
import type { Db } from '#store/store'
import type { SubjectToCompare } from '../service/compare-subjects.ts'

/** Most pairs that are looked at for one list. */
const mostPairs = 400

interface Row {
  a: string
  b: string
}

/**
 * Pairs of live subjects of a kind that may be one: by the likeness of their names (pg_trgm), a name that is the alias of the other, or a shared related subject.
 * Pairs that a person has joined or told apart are absent.
 */
export async function pairsToCompare(db: Db, officeId: string, kind: string, confidential: boolean): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with live as (
      select subject_id, name_ko, lower(regexp_replace(name_ko, '\\s|㈜|\\(주\\)|주식회사', '', 'g')) as key,
        regexp_replace(lower(regexp_replace(name_ko, '\\s|㈜|\\(주\\)|주식회사', '', 'g')), '^(한국|대한)|(코리아|korea)$', '') as bare from subject
      where office_id = ${officeId}::uuid and kind = ${kind} and archived_at is null and canonical_id is null and (${confidential}::boolean or not confidential)
    ), alike as (
      select a.subject_id as a, b.subject_id as b, similarity(a.name_ko, b.name_ko) as likeness
      from live a join live b on a.subject_id < b.subject_id and (a.name_ko % b.name_ko or position(a.key in b.key) > 0 or position(b.key in a.key) > 0)
      where length(a.key) >= 2 and length(b.key) >= 2
      union
      select a.subject_id, b.subject_id, 0.6
      from live a join live b on a.subject_id < b.subject_id and a.bare = b.bare and length(a.bare) >= 3
      union
      select least(a.subject_id, b.subject_id), greatest(a.subject_id, b.subject_id), 1
      from live a join subject_alias x on x.office_id = ${officeId}::uuid and x.subject_id = a.subject_id
      join live b on b.subject_id <> a.subject_id and b.name_ko = x.name
      union
      select least(r.from_subject, q.from_subject), greatest(r.from_subject, q.from_subject), 0.5
      from relation r join relation q on q.office_id = r.office_id and q.to_subject = r.to_subject and q.from_subject <> r.from_subject and q.voided_at is null
      join live a on a.subject_id = r.from_subject join live b on b.subject_id = q.from_subject
      where r.office_id = ${officeId}::uuid and r.voided_at is null and a.name_ko % b.name_ko
      union
      select least(r.to_subject, q.to_subject), greatest(r.to_subject, q.to_subject), 0.5
      from relation r join relation q on q.office_id = r.office_id and q.from_subject = r.from_subject and q.to_subject <> r.to_subject and q.voided_at is null
      join live a on a.subject_id = r.to_subject join live b on b.subject_id = q.to_subject
      where r.office_id = ${officeId}::uuid and r.voided_at is null
    )
    select a, b from alike
    where not exists (select 1 from resolver_edge e where e.office_id = ${officeId}::uuid and e.voided_at is null and e.judgement <> 'suggested' and e.a = alike.a and e.b = alike.b)
    group by a, b order by max(likeness) desc, a, b limit ${mostPairs}`.execute(db)
  return rows
}

/**
 * Subjects with what they are compared by. An organisation is told by its projects and agreements too: their values, places and documents are held as its own,
 * for it rarely has any of its own.
 */
export async function subjectsToCompare(
  db: Db,
  officeId: string,
  ids: readonly string[],
  confidential: boolean,
): Promise<Map<string, SubjectToCompare>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    subject_id: string
    kind: string
    name_ko: string
    name_en: string | null
    place: string | null
    aliases: string[] | null
    related: string[] | null
    held: string[] | null
    documents: string
  }>`
    select s.subject_id, s.kind, s.name_ko, s.name_en,
      coalesce(s.place, (select string_agg(distinct p.place, ', ' order by p.place) from subject p where p.office_id = s.office_id and p.subject_id = any(told.by))) as place,
      (select array_agg(x.name order by x.name) from subject_alias x where x.office_id = s.office_id and x.subject_id = s.subject_id) as aliases,
      (select array_agg(distinct o.name_ko) from relation r join subject o on o.office_id = r.office_id
         and o.subject_id = case when r.to_subject = s.subject_id then r.from_subject else r.to_subject end
       where r.office_id = s.office_id and r.voided_at is null and s.subject_id in (r.from_subject, r.to_subject) and (${confidential}::boolean or not o.confidential)) as related,
      (select array_agg(distinct f.indicator_id || ' ' || f.value::text || ' ' || f.unit) from fact f
       where f.office_id = s.office_id and f.subject_id = any(told.by) and upper_inf(f.recorded) and (${confidential}::boolean or not f.confidential)) as held,
      (select count(distinct t.document_id) from claim_state t where t.office_id = s.office_id and t.subject_id = any(told.by)) as documents
    from subject s cross join lateral (
      select array_agg(w.subject_id) || s.subject_id as by from relation r
      join subject w on w.office_id = r.office_id and w.subject_id = case when r.to_subject = s.subject_id then r.from_subject else r.to_subject end
      where r.office_id = s.office_id and r.voided_at is null and s.subject_id in (r.from_subject, r.to_subject)
        and s.kind = 'organisation' and w.kind <> 'organisation' and (${confidential}::boolean or not w.confidential)
    ) told
    where s.office_id = ${officeId}::uuid and s.subject_id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.subject_id,
      {
        id: row.subject_id,
        kind: row.kind,
        nameKo: row.name_ko,
        nameEn: row.name_en,
        aliases: row.aliases ?? [],
        place: row.place,
        related: row.related ?? [],
        values: row.held ?? [],
        documents: Number(row.documents),
      },
    ]),
  )
}
