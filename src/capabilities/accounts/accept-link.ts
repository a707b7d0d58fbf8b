import type { Caller } from '#api/env'
import { conflict, invalid, ProblemError } from '#api/problem'
import { Role } from '#record/membership'
import type { Store, Tx } from '#store/store'
import { noteChange } from './audit-entry.ts'
import { forgetCaller } from './caller-cache.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { startInOffice } from './queries/callers.ts'
import { linkByHash, useLink, withdrawLinks } from './queries/links.ts'
import { holdings, listOffices, officeById } from './queries/offices.ts'
import { lockOfficeAdministrators, putMember, userByEmail, userById } from './queries/people.ts'
import { hashOf } from './secrets.ts'
import { beginSession, checkCredentials, endSessions, type NewSession, type Where } from './sign-in.ts'
import { prepareUser } from './users.ts'

export const linkGone = () =>
  new ProblemError(
    410,
    'link-gone',
    { ko: '이 링크는 더 쓸 수 없습니다', en: 'This link does not work any more' },
    {
      detail: {
        ko: '이미 썼거나, 날이 지났거나, 새 링크가 나왔습니다. 관리자에게 새 링크를 부탁하거나, 이미 썼다면 로그인하세요.',
        en: 'It was used, it is too old, or a newer one was made. Ask the administrator for a new one; if you used it already, sign in.',
      },
    },
  )

/** A link that can still be used, with whom and what it is about. */
export async function openLink(store: Store, secret: string, now: Date) {
  return store.global(async (tx) => {
    const link = await linkByHash(tx, hashOf(secret))
    if (!link || link.used_at || link.withdrawn_at || Date.parse(link.expires_at) <= now.getTime()) throw linkGone()
    const user = link.user_id ? await userById(tx, link.user_id) : link.email ? await userByEmail(tx, link.email) : undefined
    const office = link.for_office ? await officeById(tx, link.for_office) : undefined
    return { link, user, office }
  })
}

/** What the person fills in. */
export interface LinkAnswer {
  email?: string
  name?: string
  password?: string
  locale?: 'ko' | 'en'
}

const needed = (path: string, ko: string, en: string) => invalid(`json.${path}`, { ko, en })

/**
 * 링크 쓰기: use a one-time link: make the first administrator, join an office, or choose a new password. Exactly one of many who try succeeds.
 *
 * @returns a new session, or null when the person is signed in already
 * @throws ProblemError 410 when it cannot be used any more, 422 naming what is missing, 401 or 429 for the password of an existing account
 */
export async function acceptLink(
  store: Store,
  secret: string,
  answer: LinkAnswer,
  caller: Caller,
  where: Where,
  now: Date,
): Promise<NewSession | null> {
  const { link, user } = await openLink(store, secret, now)
  const hash = hashOf(secret)
  const use = async (tx: Tx) => {
    if (!(await useLink(tx, hash, now))) throw linkGone()
  }
  let session: NewSession | null
  if (link.kind === 'administrator') session = await acceptAdministrator(store, answer, use, where, now)
  else if (link.kind === 'password') {
    if (!user) throw linkGone()
    session = await acceptPassword(store, user, answer, use, where, now)
  } else
    session = await acceptInvitation(
      store,
      { email: link.email!, officeId: link.for_office!, role: Role.parse(link.role), by: link.created_by },
      answer,
      user,
      caller,
      use,
      where,
      now,
    )
  forgetCaller(store)
  return session
}

type Use = (tx: Tx) => Promise<void>

async function acceptAdministrator(store: Store, answer: LinkAnswer, use: Use, where: Where, now: Date): Promise<NewSession> {
  const { email, name, password } = answer
  if (!email) throw needed('email', '이메일 주소', 'An e-mail address')
  if (!name) throw needed('name', '이름', 'A name')
  if (!password) throw needed('password', '비밀번호', 'A password')
  checkPassword('json.password', password, { email, name })
  const make = await prepareUser({ email, name, password, administrator: true, locale: answer.locale })
  const password_hash = await hashPassword(password)
  const made = await store.global(async (tx) => {
    await use(tx)
    // whoever reads the server's own terminal may take an existing account back into service
    const existing = await userByEmail(tx, email)
    const userId = existing?.user_id ?? (await make(tx))
    if (existing)
      await tx
        .updateTable('app_user')
        .set({ name, password_hash, administrator: true, deactivated_at: null, failed_tries: 0, locked_until: null })
        .where('user_id', '=', userId)
        .execute()
    await endSessions(tx, userId, now)
    return { userId, offices: await listOffices(tx), session: await beginSession(tx, userId, where, now) }
  })
  const adopted: { officeId: string; projects: number; facts: number }[] = []
  for (const office of made.offices) {
    const held = await adoptOffice(store, office.office_id, made.userId)
    if (held) adopted.push({ officeId: office.office_id, ...held })
  }
  // whoever comes for the first time begins where there is most to see (the portfolio first), not where the alphabet begins
  const [fullest] = adopted.sort((a, b) => b.projects - a.projects || b.facts - a.facts)
  if (fullest) await store.global((tx) => startInOffice(tx, made.session.sessionId, fullest.officeId))
  return made.session
}

/** An office that nobody administers (the demonstration's) gets the new administrator. Gives what it holds, null where somebody administers it. */
async function adoptOffice(store: Store, officeId: string, userId: string): Promise<Awaited<ReturnType<typeof holdings>> | null> {
  return store.inOffice(officeId, userId, async (tx) => {
    if ((await lockOfficeAdministrators(tx, officeId)).length > 0) return null
    await putMember(tx, officeId, userId, 'administrator', userId)
    await noteChange(tx, { officeId, by: userId, action: 'member.add', subjectId: userId, detail: { role: 'administrator', adopted: true } })
    return holdings(tx, officeId)
  })
}

type User = NonNullable<Awaited<ReturnType<typeof userById>>>

async function acceptPassword(store: Store, user: User, answer: LinkAnswer, use: Use, where: Where, now: Date): Promise<NewSession> {
  if (user.deactivated_at) throw linkGone()
  if (!answer.password) throw needed('password', '새 비밀번호', 'A new password')
  checkPassword('json.password', answer.password, user)
  const password_hash = await hashPassword(answer.password)
  return store.global(async (tx) => {
    await use(tx)
    await tx.updateTable('app_user').set({ password_hash, failed_tries: 0, locked_until: null }).where('user_id', '=', user.user_id).execute()
    await withdrawLinks(tx, now, { kind: 'password', userId: user.user_id })
    await endSessions(tx, user.user_id, now)
    return beginSession(tx, user.user_id, where, now)
  })
}

interface Invitation {
  email: string
  officeId: string
  role: Role
  by: string | null
}

async function acceptInvitation(
  store: Store,
  invitation: Invitation,
  answer: LinkAnswer,
  user: User | undefined,
  caller: Caller,
  use: Use,
  where: Where,
  now: Date,
): Promise<NewSession | null> {
  const { officeId, email, role, by } = invitation
  const join = async (tx: Tx, userId: string) => {
    await use(tx)
    await putMember(tx, officeId, userId, role, by)
    await noteChange(tx, { officeId, by: userId, action: 'invitation.accept', subjectId: userId, detail: { role, invitedBy: by } })
  }
  if (user) {
    if (user.deactivated_at)
      throw conflict(
        'deactivated',
        '쉬고 있는 계정입니다. 관리자에게 다시 켜 달라고 하세요.',
        'This account is deactivated. Ask the administrator to reactivate it.',
      )
    const isMe = caller.kind === 'session' && caller.userId === user.user_id
    if (!isMe) {
      if (!answer.password) throw needed('password', '이 이메일로 이미 쓰는 비밀번호', 'The password that you use with this e-mail already')
      await checkCredentials(store, email, answer.password, now)
    }
    await store.inOffice(officeId, user.user_id, (tx) => join(tx, user.user_id))
    return isMe ? null : store.global((tx) => beginSession(tx, user.user_id, where, now))
  }
  if (!answer.name) throw needed('name', '이름', 'A name')
  if (!answer.password) throw needed('password', '비밀번호', 'A password')
  checkPassword('json.password', answer.password, { email, name: answer.name })
  const make = await prepareUser({ email, name: answer.name, password: answer.password, locale: answer.locale })
  return store.inOffice(officeId, null, async (tx) => {
    const userId = await make(tx)
    const session = await beginSession(tx, userId, where, now)
    await join(tx, userId)
    return session
  })
}
