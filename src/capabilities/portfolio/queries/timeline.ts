import { type Kysely, sql } from 'kysely'
import type { Database } from '#store/schema'
import { membersOf } from './members-then.ts'
import { milestonesAt } from './milestones.ts'

export interface TimelineRow {
  id: string
  nameKo: string
  nameEn: string | null
  stage: string | null
  stages: { stage: string; from: string; to: string | null }[]
  due: { indicator: string; from: string | null; to: string }[]
  milestones: { title: string; dueOn: string; done: boolean }[]
}

/** 시간표: dated stages, due times and milestones of these subjects; what has no date has no place on it. */
export async function timelineOf(
  db: Kysely<Database>,
  officeId: string,
  ids: readonly string[],
  confidential: boolean,
  clocks: { asOf: string | null; knownOn: string | null } = { asOf: null, knownOn: null },
): Promise<TimelineRow[]> {
  if (ids.length === 0) return []
  const { asOf, knownOn } = clocks
  const members = await membersOf(db, officeId, ids, clocks)
  const known = (at: string, until: string) =>
    knownOn === null
      ? sql`${sql.ref(until)} is null`
      : sql`${sql.ref(at)} <= ${knownOn}::timestamptz and (${sql.ref(until)} is null or ${sql.ref(until)} > ${knownOn}::timestamptz)`
  const { rows } = await sql<{
    id: string
    name_ko: string
    name_en: string | null
    stage: string | null
    stages: TimelineRow['stages'] | null
    due: TimelineRow['due'] | null
    tasks: TimelineRow['milestones'] | null
  }>`
    with own as (
      select m.subject_id as member, o.id from unnest(${[...members.keys()]}::uuid[], ${[...members.values()]}::uuid[]) o(member, id)
      join subject m on m.office_id = ${officeId}::uuid and m.subject_id = o.member
      where (${confidential} or not m.confidential))
    select s.subject_id as id, s.name_ko, s.name_en, s.stage,
      (select json_agg(json_build_object('stage', e.to_stage, 'from', coalesce(e.occurred_from, e.occurred_to), 'to', e.occurred_to) order by coalesce(e.occurred_from, e.occurred_to))
       from stage_event e join own o on o.member = e.subject_id left join document d on d.office_id = e.office_id and d.document_id = e.document_id
       where e.office_id = ${officeId}::uuid and o.id = s.subject_id and ${known('e.recorded_at', 'e.voided_at')} and e.machine = s.kind and coalesce(e.occurred_from, e.occurred_to) is not null
         and ${asOf === null ? sql`true` : sql`coalesce(e.occurred_from, e.occurred_to) <= ${asOf}::date`}
         and (${confidential} or d.confidential is not true)) as stages,
      (select json_agg(distinct jsonb_build_object('indicator', f.indicator_id, 'from', f.due_from, 'to', f.due_to))
       from fact f join own o on o.member = f.subject_id
       where f.office_id = ${officeId}::uuid and o.id = s.subject_id and ${knownOn === null ? sql`upper_inf(f.recorded)` : sql`f.recorded @> ${knownOn}::timestamptz`}
         and ${asOf === null ? sql`true` : sql`f.period @> ${asOf}::date`} and f.facet <> 'actual' and not f.ended and f.due_to is not null
         and (${confidential} or not f.confidential)) as due,
      (select json_agg(json_build_object('title', t.title, 'dueOn', t.due_on, 'done', ${asOf === null ? sql`(t.done_on is not null or t.waived_on is not null)` : sql`(coalesce(t.done_on <= ${asOf}::date, false) or coalesce(t.waived_on <= ${asOf}::date, false))`}) order by t.due_on)
       from ${milestonesAt(knownOn)} t join own o on o.member = t.subject_id where t.office_id = ${officeId}::uuid and o.id = s.subject_id and t.due_on is not null) as tasks
    from subject s where s.office_id = ${officeId}::uuid and s.subject_id = any(${[...ids]}::uuid[])`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row
      ? [
          {
            id,
            nameKo: row.name_ko,
            nameEn: row.name_en,
            stage: row.stage,
            stages: row.stages ?? [],
            due: row.due ?? [],
            milestones: row.tasks ?? [],
          },
        ]
      : []
  })
}
