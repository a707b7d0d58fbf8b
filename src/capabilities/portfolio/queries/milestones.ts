import { type Kysely, sql } from 'kysely'
import type { Milestone } from '#record/stage'
import { newId } from '#store/log/ids'
import type { Database } from '#store/schema'

export type MilestoneRow = Milestone & { subjectName: string; ownerName: string | null; documentId: string | null }

/** What narrows a list of milestones. */
export interface MilestoneFilter {
  ids?: readonly string[]
  members?: readonly string[]
  openOnly?: boolean
  dueBefore?: string
  dueFrom?: string
  owner?: string
  confidential: boolean
  limit?: number
  /** As known at this instant; null or left out is now. */
  knownOn?: string | null
  after?: readonly (string | number | null)[] | null
}

/** The milestones as they were known at an instant; null is now. */
export const milestonesAt = (knownOn: string | null) =>
  knownOn === null
    ? sql`milestone`
    : sql`(
        select office_id, milestone_id, subject_id, kind, title, due_on, done_on, waived_on, owner_id, document_id, note, version
        from milestone where coalesce(changed_at, created_at) <= ${knownOn}::timestamptz
        union all
        select office_id, milestone_id, subject_id, kind, title, due_on, done_on, waived_on, owner_id, document_id, note, version
        from milestone_past where known_from <= ${knownOn}::timestamptz and known_to > ${knownOn}::timestamptz)`

/** 할 일·이정표·의무, what is due first at the top, things without a day last. */
export async function milestones(db: Kysely<Database>, officeId: string, filter: MilestoneFilter): Promise<MilestoneRow[]> {
  const { rows } = await sql<{
    milestone_id: string
    subject: string
    name_ko: string
    kind: Milestone['kind']
    title: string
    due_on: string | null
    done_on: string | null
    waived_on: string | null
    owner_id: string | null
    owner_name: string | null
    document_id: string | null
    note: string | null
    version: number
  }>`
    select e.milestone_id, coalesce(s.canonical_id, s.subject_id) as subject, s.name_ko, e.kind, e.title, e.due_on, e.done_on, e.waived_on, e.owner_id,
           u.name as owner_name, e.document_id, e.note, e.version
    from ${milestonesAt(filter.knownOn ?? null)} e
    join subject s on s.office_id = e.office_id and s.subject_id = e.subject_id
    left join app_user u on u.user_id = e.owner_id
    where e.office_id = ${officeId}::uuid and (${filter.confidential} or not s.confidential)
      and ${filter.members ? sql`e.subject_id = any(${[...filter.members]}::uuid[])` : sql`s.archived_at is null`}
      and ${filter.ids ? sql`e.milestone_id = any(${[...filter.ids]}::uuid[])` : sql`true`}
      and ${filter.openOnly ? sql`e.done_on is null and e.waived_on is null` : sql`true`}
      and ${filter.dueBefore ? sql`e.due_on < ${filter.dueBefore}::date` : sql`true`}
      and ${filter.dueFrom ? sql`e.due_on >= ${filter.dueFrom}::date` : sql`true`}
      and ${filter.owner ? sql`e.owner_id = ${filter.owner}::uuid` : sql`true`}
      and ${
        filter.after
          ? filter.after[0] === null
            ? sql`e.due_on is null and e.milestone_id > ${filter.after[1]}::uuid`
            : sql`(e.due_on > ${filter.after[0]}::date or (e.due_on = ${filter.after[0]}::date and e.milestone_id > ${filter.after[1]}::uuid) or e.due_on is null)`
          : sql`true`
      }
    order by e.due_on nulls last, e.milestone_id
    limit ${filter.limit ?? 500}`.execute(db)
  return rows.map((row) => ({
    id: row.milestone_id,
    subjectId: row.subject,
    subjectName: row.name_ko,
    kind: row.kind,
    title: row.title,
    dueOn: row.due_on,
    doneOn: row.done_on,
    waivedOn: row.waived_on,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    documentId: row.document_id,
    note: row.note,
    version: row.version,
  }))
}

/** The part of a milestone that people write. */
export interface MilestoneFields {
  kind?: Milestone['kind']
  title?: string
  dueOn?: string | null
  doneOn?: string | null
  waivedOn?: string | null
  ownerId?: string | null
  documentId?: string | null
  note?: string | null
}

export async function insertMilestone(
  tx: Kysely<Database>,
  officeId: string,
  subjectId: string,
  fields: MilestoneFields & { title: string },
  by: string,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('milestone')
    .values({ office_id: officeId, milestone_id: id, subject_id: subjectId, created_by: by, ...columnsOf(fields), title: fields.title.trim() })
    .execute()
  return id
}

/** Change a milestone of a known version; false where somebody changed it since. What was known of it until now is kept. */
export async function updateMilestone(
  tx: Kysely<Database>,
  officeId: string,
  id: string,
  version: number,
  fields: MilestoneFields,
): Promise<boolean> {
  if (!(await keepPast(tx, officeId, id, version))) return false
  await tx
    .updateTable('milestone')
    .set({ ...columnsOf(fields), version: version + 1, changed_at: sql<string>`now()` })
    .where('office_id', '=', officeId)
    .where('milestone_id', '=', id)
    .execute()
  return true
}

export async function deleteMilestone(tx: Kysely<Database>, officeId: string, id: string, version: number): Promise<boolean> {
  if (!(await keepPast(tx, officeId, id, version))) return false
  await tx.deleteFrom('milestone').where('office_id', '=', officeId).where('milestone_id', '=', id).execute()
  return true
}

/** Keep what was known of a milestone of this version until now (the moment of the transaction); false where there is none. */
async function keepPast(tx: Kysely<Database>, officeId: string, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into milestone_past (office_id, milestone_id, version, subject_id, kind, title, due_on, done_on, waived_on, owner_id, document_id, note, created_at, known_from, known_to)
    select office_id, milestone_id, version, subject_id, kind, title, due_on, done_on, waived_on, owner_id, document_id, note, created_at, coalesce(changed_at, created_at), now()
    from (select * from milestone where office_id = ${officeId}::uuid and milestone_id = ${id}::uuid and version = ${version} for update) m`.execute(
    tx,
  )
  return (numAffectedRows ?? 0n) > 0n
}

function columnsOf(fields: MilestoneFields) {
  const columns = {
    kind: fields.kind,
    title: fields.title?.trim(),
    due_on: fields.dueOn,
    done_on: fields.doneOn,
    waived_on: fields.waivedOn,
    owner_id: fields.ownerId,
    document_id: fields.documentId,
    note: fields.note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as typeof columns
}
