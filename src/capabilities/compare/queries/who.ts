import { sql } from 'kysely'
import type { Db } from '#store/store'

/** Who did it, when and why. */
export interface Hand {
  who: string | null
  when: string
  reason: string | null
}

/** Who made facts so: the judgement behind each. */
export async function makersOf(db: Db, officeId: string, factIds: readonly string[]): Promise<Map<string, Hand>> {
  const { rows } = await sql<{ fact_id: string; name: string | null; at: string; reason: string | null }>`
    select f.fact_id, u.name, lower(f.recorded) as at, j.reason
    from fact f join judgement j on j.office_id = f.office_id and j.judgement_id = f.judgement_id left join app_user u on u.user_id = j.made_by
    where f.office_id = ${officeId}::uuid and f.fact_id = any(${[...factIds]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.fact_id, { who: row.name, when: row.at, reason: row.reason }]))
}

/** Who ended facts without putting another value in their place: the undoing of their own judgement, or the judgement that closed them. */
export async function closersOf(db: Db, officeId: string, factIds: readonly string[]): Promise<Map<string, Hand>> {
  const { rows } = await sql<{ fact_id: string; name: string | null; at: string; reason: string | null }>`
    select distinct on (f.fact_id) f.fact_id, coalesce(u.name, v.name) as name, upper(f.recorded) as at, c.reason
    from fact f
    left join judgement c on c.office_id = f.office_id and (c.detail -> 'replaced' ? f.fact_id::text or c.detail -> 'closed' ? f.fact_id::text)
    left join judgement own on own.office_id = f.office_id and own.judgement_id = f.judgement_id and own.undone_at is not null
    left join app_user u on u.user_id = c.made_by
    left join app_user v on v.user_id = own.undone_by
    where f.office_id = ${officeId}::uuid and f.fact_id = any(${[...factIds]}::uuid[]) and not upper_inf(f.recorded)
    order by f.fact_id, c.made_at desc nulls last`.execute(db)
  return new Map(rows.map((row) => [row.fact_id, { who: row.name, when: row.at, reason: row.reason }]))
}

/** Who recorded stage events, and who struck them. */
export async function handsOfEvents(db: Db, officeId: string, eventIds: readonly string[]) {
  const { rows } = await sql<{
    event_id: string
    recorded_at: string
    by_name: string | null
    reason: string | null
    voided_at: string | null
    void_name: string | null
  }>`
    select e.event_id, e.recorded_at, u.name as by_name, e.reason, e.voided_at, v.name as void_name
    from stage_event e left join app_user u on u.user_id = e.recorded_by left join app_user v on v.user_id = e.voided_by
    where e.office_id = ${officeId}::uuid and e.event_id = any(${[...eventIds]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.event_id, row]))
}

/** Edits of fields between two moments, the latest first: who changed which field of which subject. */
export async function editsBetween(db: Db, officeId: string, from: string, until: string) {
  const { rows } = await sql<{ subject_id: string; fields: string[]; name: string | null; at: string; reason: string | null }>`
    select e.subject_id, e.fields, u.name, e.at, e.reason from (
      select subject_a as subject_id, array(select jsonb_object_keys(detail -> 'to')) as fields, made_by as by_id, made_at as at, reason
      from judgement where office_id = ${officeId}::uuid and kind = 'edit' and made_at > ${from}::timestamptz and made_at <= ${until}::timestamptz
        and jsonb_typeof(detail -> 'to') = 'object'
      union all
      select subject_a, array(select jsonb_object_keys(detail -> 'to')), undone_by, undone_at, null
      from judgement where office_id = ${officeId}::uuid and kind = 'edit' and undone_at > ${from}::timestamptz and undone_at <= ${until}::timestamptz
        and jsonb_typeof(detail -> 'to') = 'object') e
    left join app_user u on u.user_id = e.by_id
    order by e.at desc`.execute(db)
  return rows
}

/** Who made, put away, took out, joined or parted subjects between two moments; the latest of each. */
export async function arrivalsBetween(db: Db, officeId: string, from: string, until: string, ids: readonly string[]): Promise<Map<string, Hand>> {
  const { rows } = await sql<{ subject_id: string; name: string | null; at: string; reason: string | null }>`
    with told as (
      select s.id, a.actor, a.at, a.detail ->> 'reason' as reason, 1 as rank
      from unnest(${[...ids]}::uuid[]) s(id)
      join audit a on a.office_id = ${officeId}::uuid and (a.subject_id = s.id or a.detail ->> 'other' = s.id::text)
        and a.action in ('subject.created', 'subject.archived', 'subject.restored', 'subject.joined', 'subject.parted', 'judgement.undone')
      -- an import puts many away under one entry: each has a judgement of its own
      union all select j.subject_a, j.made_by::text, j.made_at, j.reason, 2 from judgement j
        where j.office_id = ${officeId}::uuid and j.kind = 'edit' and j.subject_a = any(${[...ids]}::uuid[]) and j.detail -> 'to' ? 'archived'
      union all select j.subject_a, j.undone_by::text, j.undone_at, null, 2 from judgement j
        where j.office_id = ${officeId}::uuid and j.kind = 'edit' and j.subject_a = any(${[...ids]}::uuid[]) and j.detail -> 'to' ? 'archived' and j.undone_at is not null
      -- what was accepted in review, imported or made with something else says itself when it came
      union all select o.subject_id, o.created_by::text, o.created_at, null, 3 from subject o
        where o.office_id = ${officeId}::uuid and o.subject_id = any(${[...ids]}::uuid[]))
    select distinct on (t.id) t.id as subject_id, coalesce(u.name, t.actor) as name, t.at, t.reason
    from told t left join app_user u on u.user_id::text = t.actor
    where t.at > ${from}::timestamptz and t.at <= ${until}::timestamptz
    order by t.id, t.at desc, t.rank`.execute(db)
  return new Map(rows.map((row) => [row.subject_id, { who: row.name, when: row.at, reason: row.reason }]))
}
