import { conflict, notFound } from '#api/problem'
import type { Role } from '#record/membership'
import type { Store } from '#store/store'
import { noteChange } from './audit-entry.ts'
import { forgetCaller } from './caller-cache.ts'
import { makeLink } from './links.ts'
import { operatorId } from './operator.ts'
import { rolesOf } from './queries/callers.ts'
import { withdrawLinks } from './queries/links.ts'
import { listOffices } from './queries/offices.ts'
import { listMembers, listUsers, lockAdministrators, userById } from './queries/people.ts'
import { endSessions } from './sign-in.ts'

const noUser = () => notFound({ ko: '계정', en: 'The account' })

/** Everybody with an account and the offices they belong to. The command line's own account is no person and is left out. */
export async function usersWithOffices(store: Store, by: string) {
  const { users, offices } = await store.global(async (tx) => ({ users: await listUsers(tx), offices: await listOffices(tx) }))
  const byUser = new Map<string, { slug: string; nameKo: string; nameEn: string; role: Role }[]>()
  for (const office of offices) {
    const members = await store.readOffice(office.office_id, by, (db) => listMembers(db, office.office_id))
    for (const member of members) {
      if (member.ended_at) continue
      const entry = { slug: office.slug, nameKo: office.name_ko, nameEn: office.name_en, role: member.role }
      byUser.set(member.user_id, [...(byUser.get(member.user_id) ?? []), entry])
    }
  }
  return users.filter((user) => user.user_id !== operatorId).map((user) => ({ ...user, offices: byUser.get(user.user_id) ?? [] }))
}

/** Tell every office of a person what happened to their account. */
async function noteInOffices(store: Store, userId: string, by: string, action: string, detail: Record<string, boolean | string> = {}): Promise<void> {
  const roles = await store.global((tx) => rolesOf(tx, userId), userId)
  for (const officeId of roles.keys()) await store.inOffice(officeId, by, (tx) => noteChange(tx, { officeId, by, action, subjectId: userId, detail }))
}

/**
 * 계정 쉬게 하기: a deactivated person cannot sign in; sessions, tokens and links stop at once. What they did stays.
 *
 * @throws ProblemError 409 for oneself and for the last administrator of the installation
 */
export async function deactivate(store: Store, userId: string, by: string, now: Date): Promise<void> {
  if (userId === by)
    throw conflict(
      'oneself',
      '자기 계정은 쉬게 할 수 없습니다. 다른 관리자에게 부탁하세요.',
      'You cannot deactivate yourself. Ask another administrator.',
    )
  await store.global(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const user = await userById(tx, userId)
    if (!user || userId === operatorId) throw noUser()
    if (user.administrator && !administrators.some((one) => one.user_id !== userId)) throw lastOfAll()
    await tx
      .updateTable('app_user')
      .set((eb) => ({ deactivated_at: now.toISOString(), version: eb('version', '+', 1) }))
      .where('user_id', '=', userId)
      .where('deactivated_at', 'is', null)
      .execute()
    await endSessions(tx, userId, now)
    await withdrawLinks(tx, now, { kind: 'password', userId })
    await tx.updateTable('api_token').set({ revoked_at: now.toISOString() }).where('user_id', '=', userId).where('revoked_at', 'is', null).execute()
  })
  forgetCaller(store, userId)
  await noteInOffices(store, userId, by, 'account.deactivate')
}

const lastOfAll = () =>
  conflict(
    'last-administrator',
    '설치의 마지막 관리자입니다. 먼저 다른 사람을 관리자로 정하세요.',
    'This is the last administrator of the installation. Make somebody else administrator first.',
  )

/** 계정 다시 켜기. Sessions and tokens that ended stay ended. */
export async function reactivate(store: Store, userId: string, by: string): Promise<void> {
  await store.global(async (tx) => {
    if (!(await userById(tx, userId)) || userId === operatorId) throw noUser()
    await tx
      .updateTable('app_user')
      .set((eb) => ({ deactivated_at: null, failed_tries: 0, locked_until: null, version: eb('version', '+', 1) }))
      .where('user_id', '=', userId)
      .execute()
  })
  forgetCaller(store, userId)
  await noteInOffices(store, userId, by, 'account.reactivate')
}

/**
 * Make a person administrator of the installation, or no longer.
 *
 * @throws ProblemError 409 when nobody would be left
 */
export async function setAdministrator(store: Store, userId: string, administrator: boolean, by: string): Promise<void> {
  await store.global(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const user = await userById(tx, userId)
    if (!user || userId === operatorId || user.deactivated_at) throw noUser()
    if (!administrator && !administrators.some((one) => one.user_id !== userId)) throw lastOfAll()
    await tx
      .updateTable('app_user')
      .set((eb) => ({ administrator, version: eb('version', '+', 1) }))
      .where('user_id', '=', userId)
      .execute()
  })
  forgetCaller(store, userId)
  await noteInOffices(store, userId, by, 'account.administrator', { administrator })
}

/** 비밀번호 재설정 링크: the older one stops working. The person's password and sessions stay as they are until it is used. */
export async function makePasswordLink(store: Store, userId: string, by: string, now: Date) {
  const made = await store.global(async (tx) => {
    const user = await userById(tx, userId)
    if (!user || user.deactivated_at) throw noUser()
    await withdrawLinks(tx, now, { kind: 'password', userId })
    return { ...(await makeLink(tx, { kind: 'password', userId, email: user.email, by }, now)), email: user.email }
  })
  await noteInOffices(store, userId, by, 'account.password-link')
  return made
}
