import type { Kysely } from 'kysely'
import { newId } from '#store/log/ids'
import type { Database, Json } from '#store/schema'

export interface SavedView {
  id: string
  screen: string
  name: string
  state: Json
  mine: boolean
  shared: boolean
}

/** 저장한 보기: one's own and the shared ones of a screen. */
export async function viewsOf(db: Kysely<Database>, officeId: string, userId: string, screen: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('screen', '=', screen)
    .where((eb) => eb.or([eb('owner_id', '=', userId), eb('shared', '=', true)]))
    .orderBy('name')
    .orderBy('view_id')
    .execute()
  return rows.map((row) => ({
    id: row.view_id,
    screen: row.screen,
    name: row.name,
    state: row.state,
    mine: row.owner_id === userId,
    shared: row.shared,
  }))
}

export async function saveView(
  tx: Kysely<Database>,
  officeId: string,
  userId: string,
  view: { screen: string; name: string; state: Json; shared: boolean },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('saved_view')
    .values({
      office_id: officeId,
      view_id: id,
      owner_id: userId,
      screen: view.screen,
      name: view.name,
      state: JSON.stringify(view.state),
      shared: view.shared,
    })
    .execute()
  return id
}

/** Change one's own view; false where it is nobody's or another's. */
export async function updateView(
  tx: Kysely<Database>,
  officeId: string,
  userId: string,
  id: string,
  view: { name: string; state: Json; shared: boolean },
): Promise<boolean> {
  const result = await tx
    .updateTable('saved_view')
    .set({ name: view.name, state: JSON.stringify(view.state), shared: view.shared })
    .where('office_id', '=', officeId)
    .where('view_id', '=', id)
    .where('owner_id', '=', userId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Remove one's own view; false where it is nobody's or another's. */
export async function removeView(tx: Kysely<Database>, officeId: string, userId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('saved_view')
    .where('office_id', '=', officeId)
    .where('view_id', '=', id)
    .where('owner_id', '=', userId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
