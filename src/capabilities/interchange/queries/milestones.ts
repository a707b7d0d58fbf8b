import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#store/store'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { chosen, kept, seen, standsFor } from './fragments.ts'

const columns = sql`office_id, milestone_id, version, subject_id, kind, title, due_on, done_on, waived_on, owner_id, document_id, note, created_at, created_by`
const pastColumns = sql`office_id, milestone_id, version, subject_id, kind, title, due_on, done_on, waived_on, owner_id, document_id, note, created_at, null::uuid as created_by`

/** What was known of tasks at the clock: those that are there and were not changed since, and what others were before they were changed. */
const tasksAt = (knownOn: string | null): RawBuilder<unknown> =>
  knownOn === null
    ? sql`milestone`
    : sql`(select ${columns} from milestone where coalesce(changed_at, created_at) <= ${knownOn}::timestamptz
        union all select ${pastColumns} from milestone_past where known_from <= ${knownOn}::timestamptz and known_to > ${knownOn}::timestamptz)`

/** 할 일의 줄들. */
export async function milestoneRows(db: Db, looking: Looking, which: Which): Promise<RecordRow[]> {
  const { rows } = await sql<{
    milestone_id: string
    version: number
    subject_id: string
    name_ko: string
    hidden: boolean
    kind: string
    title: string
    due_on: string | null
    done_on: string | null
    waived_on: string | null
    owner: string | null
    document_id: string | null
    note: string | null
    created_at: string
    by_name: string | null
  }>`
    select e.milestone_id, e.version, c.subject_id, c.name_ko, (s.confidential or c.confidential) as hidden, e.kind, e.title, e.due_on, e.done_on, e.waived_on,
           lower(o.email) as owner, d.document_id, e.note, e.created_at, m.name as by_name
    from ${tasksAt(looking.knownOn)} e
    join subject s on s.office_id = e.office_id and s.subject_id = e.subject_id
    ${standsFor(looking, 's', 'c')}
    left join app_user o on o.user_id = e.owner_id
    left join app_user m on m.user_id = e.created_by
    left join document d on d.office_id = e.office_id and d.document_id = e.document_id and (${looking.confidential} or not d.confidential)
    where e.office_id = ${looking.officeId}::uuid and ${kept(looking, 's', 'c')} and ${chosen(which, sql`e.milestone_id`)} and ${seen(looking)}
    order by c.created_at, c.subject_id, e.due_on nulls last, e.milestone_id`.execute(db)
  return rows.map((row) => ({
    id: row.milestone_id,
    liveId: row.milestone_id,
    subjectId: row.subject_id,
    subjectName: row.name_ko,
    confidential: row.hidden,
    version: row.version,
    heldBy: row.by_name,
    heldSince: row.created_at,
    values: {
      subjectId: row.subject_id,
      subject: row.name_ko,
      kind: row.kind,
      title: row.title,
      dueOn: row.due_on,
      doneOn: row.done_on,
      waivedOn: row.waived_on,
      owner: row.owner,
      documentId: row.document_id,
      note: row.note,
    },
  }))
}
