import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { PublicationTable } from '#store/tables-work'

export type PublicationRow = Selectable<PublicationTable>

/** Every edition of a series, newest first. */
export const editionsOf = (db: Db, officeId: string, series: string): Promise<PublicationRow[]> =>
  db.selectFrom('publication').selectAll().where('office_id', '=', officeId).where('series', '=', series).orderBy('edition', 'desc').execute()

/** The newest edition of each series; withdrawn ones too, so that a withdrawal never lets an older value come back. */
export const newestEditions = (db: Db, officeId: string): Promise<PublicationRow[]> =>
  db
    .selectFrom('publication')
    .selectAll()
    .distinctOn('series')
    .where('office_id', '=', officeId)
    .orderBy('series')
    .orderBy('edition', 'desc')
    .execute()

/** All editions of an office, newest first: for feeds and open data. */
export const allEditions = (db: Db, officeId: string, limit: number): Promise<PublicationRow[]> =>
  db
    .selectFrom('publication')
    .selectAll()
    .where('office_id', '=', officeId)
    .orderBy('published_at', 'desc')
    .orderBy('series')
    .orderBy('edition', 'desc')
    .limit(limit)
    .execute()

/** Let one person at a time publish in a series, until the end of the transaction. */
export const holdSeries = (tx: Tx, officeId: string, key: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`publication:${officeId}:${key}`}, 0))`.execute(tx)

/** The series under which a subject's page already stands. */
export async function seriesOfSubject(db: Db, officeId: string, subjectId: string): Promise<string | null> {
  const row = await db
    .selectFrom('publication')
    .select('series')
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('kind', '=', 'project')
    .orderBy('edition', 'desc')
    .executeTakeFirst()
  return row?.series ?? null
}

export const insertPublication = (tx: Tx, row: import('kysely').Insertable<PublicationTable>): Promise<PublicationRow> =>
  tx.insertInto('publication').values(row).returningAll().executeTakeFirstOrThrow()

/** Mark an edition as withdrawn; undefined where it was already. */
export const markWithdrawn = (tx: Tx, officeId: string, publicationId: string, by: string, reason: string, at: string) =>
  tx
    .updateTable('publication')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('office_id', '=', officeId)
    .where('publication_id', '=', publicationId)
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirst()

/** Set which figures stand on top of the office's page, in order. */
export async function putHeadlines(tx: Tx, officeId: string, publicationIds: readonly string[]): Promise<void> {
  await tx.updateTable('publication').set({ headline: false }).where('office_id', '=', officeId).where('headline', '=', true).execute()
  for (const [at, id] of publicationIds.entries())
    await tx
      .updateTable('publication')
      .set({ headline: true, ord: (at + 1) * 10 })
      .where('office_id', '=', officeId)
      .where('publication_id', '=', id)
      .execute()
}

/** Which of these subjects and documents are held back or erased now. */
export async function heldNow(db: Db, officeId: string, subjects: readonly string[], documents: readonly string[]) {
  const subjectRows =
    subjects.length === 0
      ? []
      : await db
          .selectFrom('subject')
          .select(['subject_id', 'name_ko', 'confidential', 'disclose_on'])
          .where('office_id', '=', officeId)
          .where('subject_id', 'in', subjects)
          .where('confidential', '=', true)
          .execute()
  const documentRows =
    documents.length === 0
      ? []
      : await db
          .selectFrom('document')
          .select(['document_id', 'confidential', 'disclose_on', 'erased_at'])
          .where('office_id', '=', officeId)
          .where('document_id', 'in', documents)
          .where((eb) => eb.or([eb('confidential', '=', true), eb('erased_at', 'is not', null)]))
          .execute()
  return { subjects: subjectRows, documents: documentRows }
}

/** Offices that the start page lists. */
export const listedOffices = (db: Db) =>
  db
    .selectFrom('office')
    .select(['office_id', 'slug', 'name_ko', 'name_en', 'kind', 'place', 'contact', 'time_zone', 'demo', 'listed'])
    .where('listed', '=', true)
    .orderBy('name_ko')
    .orderBy('slug')
    .execute()

export const officeRow = (db: Db, slug: string) =>
  db
    .selectFrom('office')
    .select(['office_id', 'slug', 'name_ko', 'name_en', 'kind', 'place', 'contact', 'time_zone', 'demo', 'listed'])
    .where('slug', '=', slug)
    .executeTakeFirst()

export type OfficeForPublic = NonNullable<Awaited<ReturnType<typeof officeRow>>>
