import { sql } from 'kysely'
import type { Role } from '#record/membership'
import type { Db, Tx } from '#store/store'

/** The account of an e-mail (in its kept form), active or not. */
export const userByEmail = (db: Db, email: string) => db.selectFrom('app_user').selectAll().where(sql`lower(email)`, '=', email).executeTakeFirst()

/** The account of an id, active or not. */
export const userById = (db: Db, userId: string) => db.selectFrom('app_user').selectAll().where('user_id', '=', userId).executeTakeFirst()

/** Whether anybody can administer the installation. */
export async function hasActiveAdministrator(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('app_user')
    .select('user_id')
    .where('administrator', '=', true)
    .where('deactivated_at', 'is', null)
    .where('password_hash', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The active administrators of the installation, locked until the transaction ends: two people cannot remove each other at once. */
export const lockAdministrators = (tx: Tx) =>
  tx.selectFrom('app_user').select('user_id').where('administrator', '=', true).where('deactivated_at', 'is', null).forUpdate().execute()

/** Everybody with an account, by name. */
export const listUsers = (db: Db) =>
  db
    .selectFrom('app_user')
    .select(['user_id', 'email', 'name', 'administrator', 'locale', 'locked_until', 'deactivated_at', 'version', 'created_at'])
    .orderBy('name')
    .orderBy('user_id')
    .execute()

/** Who belongs to an office, those who left included. */
export const listMembers = (db: Db, officeId: string) =>
  db
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.user_id', 'm.user_id')
    .select(['m.user_id', 'u.name', 'u.email', 'm.role', 'm.created_at', 'm.ended_at', 'u.deactivated_at'])
    .where('m.office_id', '=', officeId)
    .orderBy('u.name')
    .orderBy('m.user_id')
    .execute()

/** One membership, ended or not. */
export const memberOf = (db: Db, officeId: string, userId: string) =>
  db.selectFrom('membership').selectAll().where('office_id', '=', officeId).where('user_id', '=', userId).executeTakeFirst()

/** Make a person a member, or give a former or present member this role. */
export const putMember = (tx: Tx, officeId: string, userId: string, role: Role, by: string | null) =>
  tx
    .insertInto('membership')
    .values({ office_id: officeId, user_id: userId, role, created_by: by })
    .onConflict((oc) => oc.columns(['office_id', 'user_id']).doUpdateSet({ role, ended_at: null }))
    .execute()

/** The administrators of an office, locked until the transaction ends. Run inside the office. */
export async function lockOfficeAdministrators(tx: Tx, officeId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('user_id')
    .where('office_id', '=', officeId)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute()
  if (rows.length === 0) return []
  const active = await tx
    .selectFrom('app_user')
    .select('user_id')
    .where(
      'user_id',
      'in',
      rows.map((row) => row.user_id),
    )
    .where('deactivated_at', 'is', null)
    .execute()
  return active.map((row) => row.user_id)
}

/** Names of people by their ids. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('app_user')
    .select(['user_id', 'name'])
    .where('user_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.user_id, row.name]))
}
