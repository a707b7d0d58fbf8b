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

/** An office's row as the queries give it. */
export type OfficeRow = NonNullable<Awaited<ReturnType<typeof officeById>>>
