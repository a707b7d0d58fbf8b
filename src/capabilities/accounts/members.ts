import { conflict, notFound } from '#api/problem'
import type { Role } from '#record/membership'
import type { Store, Tx } from '#store/store'
import { noteChange } from './audit-entry.ts'
import { forgetCaller } from './caller-cache.ts'
import { makeLink } from './links.ts'
import { withdrawLinks } from './queries/links.ts'
import { lockOfficeAdministrators, memberOf, putMember, userByEmail } from './queries/people.ts'

const lastAdministrator = () =>
  conflict(
    'last-administrator',
    '마지막 관리자입니다. 먼저 다른 사람을 관리자로 정하세요.',
    'This is the last administrator. Make somebody else administrator first.',
  )

async function otherAdministratorStays(tx: Tx, officeId: string, userId: string): Promise<void> {
  if (!(await lockOfficeAdministrators(tx, officeId)).some((id) => id !== userId)) throw lastAdministrator()
}

async function presentMember(tx: Tx, officeId: string, userId: string) {
  const member = await memberOf(tx, officeId, userId)
  if (!member || member.ended_at) throw notFound({ ko: '구성원', en: 'The member' })
  return member
}

/**
 * 역할 바꾸기: give a member another role.
 *
 * @throws ProblemError 404 for somebody who is no member, 409 when the office would have no administrator left
 */
export async function changeRole(store: Store, officeId: string, userId: string, role: Role, by: string): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const member = await presentMember(tx, officeId, userId)
    if (member.role === role) return
    if (member.role === 'administrator') await otherAdministratorStays(tx, officeId, userId)
    await putMember(tx, officeId, userId, role, by)
    await noteChange(tx, { officeId, by, action: 'member.change', subjectId: userId, detail: { from: member.role, to: role } })
  })
  forgetCaller(store, userId)
}

/**
 * 내보내기: end a membership. What the person did stays; the account lives on for other offices.
 *
 * @throws ProblemError 404 for somebody who is no member, 409 when the office would have no administrator left
 */
export async function endMembership(store: Store, officeId: string, userId: string, by: string, now: Date): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const member = await presentMember(tx, officeId, userId)
    if (member.role === 'administrator') await otherAdministratorStays(tx, officeId, userId)
    await tx.updateTable('membership').set({ ended_at: now.toISOString() }).where('office_id', '=', officeId).where('user_id', '=', userId).execute()
    await noteChange(tx, { officeId, by, action: 'member.end', subjectId: userId, detail: { role: member.role } })
  })
  forgetCaller(store, userId)
}

/**
 * 초대: a link by which the person of an e-mail joins an office. An older open invitation of the same e-mail is withdrawn.
 *
 * @throws ProblemError 409 for somebody who is a member already
 */
export async function invite(store: Store, officeId: string, input: { email: string; role: Role }, by: string, now: Date) {
  return store.inOffice(officeId, by, async (tx) => {
    const user = await userByEmail(tx, input.email)
    const member = user && (await memberOf(tx, officeId, user.user_id))
    if (member && !member.ended_at)
      throw conflict(
        'already-member',
        '이미 이 기관의 구성원입니다. 목록에서 역할을 바꾸세요.',
        'Already a member of this office. Change the role in the list.',
      )
    await withdrawLinks(tx, now, { kind: 'invitation', officeId, email: input.email })
    const made = await makeLink(tx, { kind: 'invitation', email: input.email, officeId, role: input.role, by }, now)
    await noteChange(tx, { officeId, by, action: 'invitation.make', subjectId: null, detail: { email: input.email, role: input.role } })
    return made
  })
}

/** Take an invitation back. @throws ProblemError 404 when it is not open */
export async function withdrawInvitation(store: Store, officeId: string, linkId: string, by: string, now: Date): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const done = await withdrawLinks(tx, now, { kind: 'invitation', officeId, linkId })
    if (done.numUpdatedRows === 0n) throw notFound({ ko: '초대', en: 'The invitation' })
    await noteChange(tx, { officeId, by, action: 'invitation.withdraw', subjectId: null, detail: { invitation: linkId } })
  })
}
