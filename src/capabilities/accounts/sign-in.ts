import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { ProblemError } from '#api/problem'
import type { Store, Tx } from '#store/store'
import { forgetCaller } from './caller-cache.ts'
import { restAfter, UnknownTries } from './lockout.ts'
import { passwordFits } from './passwords.ts'
import { userByEmail } from './queries/people.ts'
import { hashOf, newSecret } from './secrets.ts'

/** A session ends after this many days at the latest. */
export const sessionDays = 30

/** Where a session comes from, as its owner sees it in the list of sessions. */
export interface Where {
  userAgent: string | null
  address: string | null
}

/** A new session: the secret goes into the cookie and is kept nowhere. */
export interface NewSession {
  secret: string
  sessionId: string
  csrf: string
  expires: Date
}

/** Begin a session of a person. Always a new secret: one that somebody planted before sign-in is worth nothing after it. */
export async function beginSession(tx: Tx, userId: string, where: Where, now: Date): Promise<NewSession> {
  const session = { secret: newSecret(), sessionId: randomUUID(), csrf: newSecret(), expires: new Date(now.getTime() + sessionDays * 86_400_000) }
  const lately = await tx
    .selectFrom('session')
    .select('office_id_in_use')
    .where('user_id', '=', userId)
    .where('office_id_in_use', 'is not', null)
    .orderBy('seen_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .insertInto('session')
    .values({
      token_hash: hashOf(session.secret),
      session_id: session.sessionId,
      user_id: userId,
      office_id_in_use: lately?.office_id_in_use ?? null,
      csrf: session.csrf,
      user_agent: where.userAgent?.slice(0, 300) ?? null,
      address: where.address,
      created_at: now.toISOString(),
      seen_at: now.toISOString(),
      expires_at: session.expires.toISOString(),
      ended_at: null,
    })
    .execute()
  return session
}

/** End sessions of a person: one, all, or all but one. How many ended. */
export async function endSessions(tx: Tx, userId: string, now: Date, which: { only?: string; except?: string } = {}): Promise<number> {
  let update = tx.updateTable('session').set({ ended_at: now.toISOString() }).where('user_id', '=', userId).where('ended_at', 'is', null)
  if (which.only !== undefined) update = update.where('session_id', '=', which.only)
  if (which.except !== undefined) update = update.where('session_id', '<>', which.except)
  return Number((await update.executeTakeFirst()).numUpdatedRows)
}

const unknownTries = new WeakMap<Store, UnknownTries>()
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'short' })

const wrong = () =>
  new ProblemError(
    401,
    'wrong-credentials',
    { ko: '이메일이나 비밀번호가 맞지 않습니다', en: 'The e-mail or the password is not right' },
    {
      detail: {
        ko: '다시 확인해 주세요. 비밀번호를 잊었으면 관리자에게 재설정 링크를 부탁하세요.',
        en: 'Check both. If you forgot the password, ask the administrator for a reset link.',
      },
    },
  )

const resting = (until: number, now: Date) => {
  const at = clock.format(until)
  return new ProblemError(
    429,
    'sign-in-rests',
    { ko: '여러 번 틀려 로그인을 잠시 멈췄습니다', en: 'Too many failed tries: sign-in rests for a while' },
    {
      detail: { ko: `${at} (한국 시간) 뒤에 다시 해 주세요.`, en: `Try again after ${at} (Korean time).` },
      headers: { 'retry-after': String(Math.max(1, Math.ceil((until - now.getTime()) / 1000))) },
    },
  )
}

/**
 * Check an e-mail and a password, counting the try before it is judged, so that many at once cannot get more tries than one after another.
 * An e-mail that nobody has is answered alike and takes the same time.
 *
 * @returns the id of the person
 * @throws ProblemError 401 when they do not fit, 429 while sign-in rests (says until when)
 */
export async function checkCredentials(store: Store, email: string, password: string, now: Date): Promise<string> {
  const found = await store.global(async (tx) => {
    const user = await userByEmail(tx, email)
    if (!user || user.deactivated_at || user.password_hash === null) return null
    if (user.locked_until && Date.parse(user.locked_until) > now.getTime()) return { user, resting: Date.parse(user.locked_until), failed: 0 }
    const counted = await tx
      .updateTable('app_user')
      .set((eb) => ({ failed_tries: eb('failed_tries', '+', 1) }))
      .where('user_id', '=', user.user_id)
      .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now.toISOString())]))
      .returning('failed_tries')
      .executeTakeFirst()
    const failed = counted?.failed_tries ?? 0
    if (!counted) {
      const again = await tx.selectFrom('app_user').select('locked_until').where('user_id', '=', user.user_id).executeTakeFirstOrThrow()
      return { user, resting: Date.parse(again.locked_until ?? now.toISOString()), failed }
    }
    const rest = restAfter(failed)
    const until = rest > 0 ? now.getTime() + rest : 0
    if (until)
      await tx
        .updateTable('app_user')
        .set({ locked_until: new Date(until).toISOString() })
        .where('user_id', '=', user.user_id)
        .execute()
    return { user, resting: null, failed, until }
  })
  if (!found) {
    const tries = unknownTries.get(store) ?? new UnknownTries()
    unknownTries.set(store, tries)
    const claimed = tries.claim(email, now.getTime())
    if (claimed.resting) throw resting(claimed.until, now)
    await passwordFits(null, password)
    throw claimed.until ? resting(claimed.until, now) : wrong()
  }
  if (found.resting !== null) throw resting(found.resting, now)
  if (!(await passwordFits(found.user.password_hash, password))) throw found.until ? resting(found.until, now) : wrong()
  await store.global((tx) =>
    tx.updateTable('app_user').set({ failed_tries: 0, locked_until: null }).where('user_id', '=', found.user.user_id).execute(),
  )
  return found.user.user_id
}

/** 로그인: sign a person in. The session that the browser had before ends. */
export async function signIn(
  store: Store,
  input: { email: string; password: string; former: string | null },
  where: Where,
  now: Date,
): Promise<NewSession> {
  const userId = await checkCredentials(store, input.email, input.password, now)
  const session = await store.global(async (tx) => {
    if (input.former)
      await tx
        .updateTable('session')
        .set({ ended_at: now.toISOString() })
        .where('token_hash', '=', hashOf(input.former))
        .where('ended_at', 'is', null)
        .execute()
    // long-ended sessions are of no use to anybody
    await sql`delete from session where user_id = ${userId} and expires_at < ${new Date(now.getTime() - 30 * 86_400_000).toISOString()}`.execute(tx)
    return beginSession(tx, userId, where, now)
  })
  forgetCaller(store)
  return session
}
