import type { Db } from '#store/store'

/** What a row shows that no clock changes, and the names of owners. */
export async function rowsById(db: Db, officeId: string, ids: readonly string[], owners: readonly string[]) {
  const subjects =
    ids.length === 0
      ? []
      : await db
          .selectFrom('subject')
          .select(['subject_id', 'illustrative', 'confidential', 'version', 'created_at'])
          .where('office_id', '=', officeId)
          .where('subject_id', 'in', [...ids])
          .execute()
  const people =
    owners.length === 0
      ? []
      : await db
          .selectFrom('app_user')
          .select(['user_id', 'name'])
          .where('user_id', 'in', [...new Set(owners)])
          .execute()
  return {
    subjects: new Map(
      subjects.map((row) => [
        row.subject_id,
        { illustrative: row.illustrative, confidential: row.confidential, version: row.version, createdAt: row.created_at },
      ]),
    ),
    people: new Map(people.map((row) => [row.user_id, row.name])),
  }
}
