import { sql } from 'kysely'
import type { Db } from '#store/store'
import type { SubjectFields } from '../edit.ts'
import { notAfter } from '../instants.ts'

/** What the fields of a subject were at an earlier moment, as far as they were changed since. */
export interface FieldsThen {
  readonly fields: Partial<SubjectFields>
  /** Whether it was put away then; undefined where that was not changed since. */
  readonly archived?: boolean
}

/** What an edit found: fields, and of imports also whether it was put away and what other names it had. */
type Before = Partial<SubjectFields> & { archived?: boolean; aliases?: readonly string[] }

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
  const { rows: edits } = await sql<{ subject_id: string; at: string; before: Before }>`
    select subject_a as subject_id, made_at as at, detail -> 'from' as before from judgement
    where office_id = ${officeId}::uuid and kind = 'edit' and made_at > ${knownOn}::timestamptz and detail ? 'from' and ${among('subject_a')}
    union all
    select subject_a, undone_at, detail -> 'to' from judgement
    where office_id = ${officeId}::uuid and kind = 'edit' and undone_at > ${knownOn}::timestamptz and detail ? 'to' and ${among('subject_a')}
    order by at desc`.execute(db)
  const { rows: put } = await sql<{ subject_id: string; at: string; action: string }>`
    select subject_id, at, action from audit
    where office_id = ${officeId}::uuid and at > ${knownOn}::timestamptz and action in ('subject.archived', 'subject.restored') and ${among('subject_id')}
    order by seq desc`.execute(db)
  const then = new Map<string, { fields: Partial<SubjectFields>; archived?: boolean }>()
  /** When each was put away or taken out first since then: what was so before that is what was so at the instant. */
  const putAt = new Map<string, string>()
  const of = (id: string) => {
    const held = then.get(id) ?? { fields: {} }
    then.set(id, held)
    return held
  }
  for (const { subject_id: id, at, before } of edits) {
    // other names have the present alone
    const { archived, aliases: _present, ...fields } = before
    Object.assign(of(id).fields, fields)
    if (archived === undefined) continue
    of(id).archived = archived
    putAt.set(id, at)
  }
  for (const { subject_id: id, at, action } of put) {
    const earlier = putAt.get(id)
    if (earlier !== undefined && notAfter(earlier, at)) continue
    of(id).archived = action === 'subject.restored'
    putAt.set(id, at)
  }
  return then
}
