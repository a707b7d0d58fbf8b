import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { PlacePointTable } from '#store/tables-citizens'

export type PlacePointRow = Selectable<PlacePointTable>

/** Points that an office gave its places. */
export const placePoints = (db: Db, officeId: string): Promise<PlacePointRow[]> =>
  db.selectFrom('place_point').selectAll().where('office_id', '=', officeId).orderBy('name').execute()

export const placePoint = (db: Db, officeId: string, name: string) =>
  db.selectFrom('place_point').selectAll().where('office_id', '=', officeId).where('name', '=', name).executeTakeFirst()

export const putPlacePoint = (
  tx: Tx,
  row: Pick<PlacePointRow, 'office_id' | 'name' | 'north' | 'east' | 'source' | 'illustrative' | 'changed_by' | 'changed_at'>,
): Promise<PlacePointRow> =>
  tx
    .insertInto('place_point')
    .values(row)
    .onConflict((on) =>
      on.columns(['office_id', 'name']).doUpdateSet({
        north: row.north,
        east: row.east,
        source: row.source,
        illustrative: row.illustrative,
        changed_by: row.changed_by,
        changed_at: row.changed_at,
        version: sql<number>`place_point.version + 1`,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()

export const removePlacePoint = (tx: Tx, officeId: string, name: string) =>
  tx.deleteFrom('place_point').where('office_id', '=', officeId).where('name', '=', name).executeTakeFirst()

/** Places that subjects of the office name, with how many; the confidential only where the caller may see them. */
export const placesNamed = (db: Db, officeId: string, confidential: boolean) =>
  db
    .selectFrom('subject')
    .select(['place', sql<number>`count(*)::int`.as('subjects')])
    .where('office_id', '=', officeId)
    .where('place', 'is not', null)
    .where('archived_at', 'is', null)
    .$if(!confidential, (query) => query.where('confidential', '=', false))
    .groupBy('place')
    .orderBy('place')
    .execute()
