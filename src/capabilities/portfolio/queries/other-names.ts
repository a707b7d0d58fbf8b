import { sql } from 'kysely'
import { keepPast } from '#store/log/past'
import type { Tx } from '#store/store'

/** 다른 이름을 뗀다: take other names of a subject away; that they were known until now is kept. */
export async function dropNames(tx: Tx, officeId: string, subjectId: string, names: readonly string[]): Promise<void> {
  await keepPast(tx, officeId, 'subject_alias', sql`t.subject_id = ${subjectId}::uuid and t.name = any(${[...names]}::text[])`)
  await tx
    .deleteFrom('subject_alias')
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('name', 'in', [...names])
    .execute()
}
