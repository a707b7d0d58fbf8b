import { type Kysely, sql } from 'kysely'
import type { Database } from '#store/schema'

/** What lists can be narrowed by, from what is there. */
export async function optionsOf(db: Kysely<Database>, officeId: string, confidential: boolean) {
  const among = async (column: 'place' | 'industry' | 'team') => {
    const { rows } = await sql<{ value: string }>`
      select distinct ${sql.ref(column)} as value from subject
      where office_id = ${officeId}::uuid and ${sql.ref(column)} is not null and archived_at is null and kind not in ('organisation', 'person', 'office')
        and (${confidential} or not confidential) order by 1 limit 500`.execute(db)
    return rows.map((row) => row.value)
  }
  const people = await db
    .selectFrom('membership')
    .innerJoin('app_user', 'app_user.user_id', 'membership.user_id')
    .select(['app_user.user_id', 'app_user.name'])
    .where('membership.office_id', '=', officeId)
    .where('membership.ended_at', 'is', null)
    .where('membership.role', '<>', 'partner')
    .orderBy('app_user.name')
    .execute()
  const indicators = await db
    .selectFrom('indicator')
    .select(['indicator_id', 'name_ko', 'name_en', 'unit'])
    .where('office_id', '=', officeId)
    .orderBy('ord')
    .execute()
  return {
    places: await among('place'),
    industries: await among('industry'),
    teams: await among('team'),
    people: people.map((row) => ({ id: row.user_id, name: row.name })),
    indicators: indicators.map((row) => ({ id: row.indicator_id, nameKo: row.name_ko, nameEn: row.name_en, unit: row.unit })),
  }
}
