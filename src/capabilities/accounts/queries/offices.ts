import type { Db } from '#store/store'

const columns = [
  'office_id',
  'slug',
  'name_ko',
  'name_en',
  'kind',
  'time_zone',
  'place',
  'contact',
  'listed',
  'demo',
  'version',
  'created_at',
] as const

/** Every office, by Korean name. */
export const listOffices = (db: Db) => db.selectFrom('office').select(columns).orderBy('name_ko').orderBy('office_id').execute()

/** The office of an address name. */
export const officeBySlug = (db: Db, slug: string) => db.selectFrom('office').select(columns).where('slug', '=', slug).executeTakeFirst()

/** The office of an id. */
export const officeById = (db: Db, officeId: string) => db.selectFrom('office').select(columns).where('office_id', '=', officeId).executeTakeFirst()

/** How much an office holds: its projects that are not invented for a demonstration, and the facts of all its subjects. */
export async function holdings(db: Db, officeId: string): Promise<{ projects: number; facts: number }> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('subject')
        .select((of) => of.fn.countAll<string>().as('count'))
        .where('office_id', '=', officeId)
        .where('kind', '=', 'project')
        .where('illustrative', '=', false)
        .as('projects'),
      eb
        .selectFrom('fact')
        .select((of) => of.fn.countAll<string>().as('count'))
        .where('office_id', '=', officeId)
        .as('facts'),
    ])
    .executeTakeFirstOrThrow()
  return { projects: Number(row.projects), facts: Number(row.facts) }
}

/** An office's row as the queries give it. */
export type OfficeRow = NonNullable<Awaited<ReturnType<typeof officeById>>>
