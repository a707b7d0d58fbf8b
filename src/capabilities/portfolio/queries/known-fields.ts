import { sql } from 'kysely'
import type { Db } from '#store/store'
import type { SubjectFields } from '../edit.ts'

/** What the fields of a subject were at an earlier moment, as far as they were changed since. */
export interface FieldsThen {
  readonly fields: Partial<SubjectFields>
  /** Whether it was put away then; undefined where that was not changed since. */
  readonly archived?: boolean
}

/**
 * 그때 알던 이름과 곳: the fields of subjects as known at an instant. The present row is the last word; every edit, undo and putting away that came after the instant is taken back, the latest first.
 * Subjects that were not touched since are absent.
 */
export async function fieldsKnownOn(
  db: Db,
  officeId: string,
  knownOn: string,
  ids: readonly string[] | null = null,
): Promise<Map<string, FieldsThen>> {
  const among = (column: string) => (ids === null ? sql`true` : sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`)
  const { rows: edits } = await sql<{ subject_id: string; at: string; before: Partial<SubjectFields> }>`
    select subject_a as subject_id, made_at as at, detail -> 'from' as before from judgement
    where office_id = ${officeId}::uuid and kind = 'edit' and made_at > ${knownOn}::timestamptz and detail ? 'from' and ${among('subject_a')}
    union all
    select subject_a, undone_at, detail -> 'to' from judgement
    where office_id = ${officeId}::uuid and kind = 'edit' and undone_at > ${knownOn}::timestamptz and detail ? 'to' and ${among('subject_a')}
    order by at desc`.execute(db)
  const { rows: put } = await sql<{ subject_id: string; action: string }>`
    select subject_id, action from audit
    where office_id = ${officeId}::uuid and at > ${knownOn}::timestamptz and action in ('subject.archived', 'subject.restored') and ${among('subject_id')}
    order by seq desc`.execute(db)
  const then = new Map<string, { fields: Partial<SubjectFields>; archived?: boolean }>()
  const of = (id: string) => {
    const held = then.get(id) ?? { fields: {} }
    then.set(id, held)
    return held
  }
  for (const edit of edits) Object.assign(of(edit.subject_id).fields, edit.before)
  for (const one of put) of(one.subject_id).archived = one.action === 'subject.restored'
  return then
}
