import { randomBytes } from 'node:crypto'
import type { Locale } from '#api/locale'
import { notFound, ProblemError } from '#api/problem'
import { MailError, readMailSettings, sendMail } from '#capabilities/accounts/index'
import { publicSeries } from '#capabilities/publishing/index'
import { appendAudit } from '#store/audit'
import { newId } from '#store/log/ids'
import type { Store } from '#store/store'
import type { Addressed } from './corrections.ts'
import { tooMany } from './corrections.ts'
import { confirmMail } from './mails.ts'
import { confirmFollower, followerByToken, forgetUnconfirmed, keepFollower, recentFollowers, removeFollower } from './queries/followers.ts'
import { type Limit, senderOf, withinLimit } from './sender.ts'

const limit: Limit = { hourly: 5, daily: 500 }
const hour = 3_600_000
const confirmDays = 7

/** Whether mail is set up: without it the pages offer the feed alone. */
export const mayFollow = async (store: Store): Promise<boolean> => (await readMailSettings(store)) !== null

/** Where a follower's own page stands. */
export const followAddress = (origin: string, slug: string, step: 'confirm' | 'end', token: string): string =>
  `${origin.replace(/\/+$/, '')}/o/${slug}/follow/${step}/${token}`

/**
 * 소식 받기, 첫 걸음: keep the wish and mail a link that confirms it. The answer is the same whether the address follows already or not, so that nobody learns who does.
 *
 * @throws ProblemError 404 for an unknown series, 409 where mail is not set up, 429 for too many, 502 where the mail server refused
 */
export async function askToFollow(
  store: Store,
  at: Addressed & { slug: string; officeName: string },
  wish: { address: string; series: string; locale: Locale },
): Promise<void> {
  const settings = await readMailSettings(store)
  if (!settings)
    throw new ProblemError(
      409,
      'mail-not-set-up',
      { ko: '메일을 보낼 수 없습니다', en: 'Mail cannot be sent' },
      { detail: { ko: '이 기관은 메일을 켜지 않았습니다. Atom 소식을 받아 주세요.', en: 'This office has not set mail up. Take the Atom feed.' } },
    )
  if (wish.series !== '') {
    const editions = await store.readOffice(at.officeId, null, (db) => publicSeries(db, at.officeId, wish.series, at.today))
    if (editions.length === 0) throw notFound({ ko: '공표', en: 'The publication' })
  }
  const sender = senderOf(at.officeId, at.from)
  const since = (ms: number) => new Date(at.now.getTime() - ms).toISOString()
  const kept = await store.inOffice(at.officeId, null, async (tx) => {
    await forgetUnconfirmed(tx, at.officeId, since(confirmDays * 24 * hour))
    if (!withinLimit(await recentFollowers(tx, at.officeId, sender, since(hour), since(24 * hour)), limit)) throw tooMany()
    const row = await keepFollower(tx, {
      office_id: at.officeId,
      follower_id: newId(),
      address: wish.address,
      series: wish.series,
      locale: wish.locale,
      token: randomBytes(24).toString('base64url'),
      sender,
      created_at: at.now.toISOString(),
    })
    if (row)
      await appendAudit(tx, at.officeId, { actor: 'public', action: 'follower.ask', detail: { follower: row.follower_id, series: wish.series } })
    return row
  })
  if (!kept) return
  const link = followAddress(settings.publicAddress, at.slug, 'confirm', kept.token)
  try {
    await sendMail(settings, confirmMail(kept.address, wish.locale, { office: at.officeName, link, days: confirmDays }))
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    throw new ProblemError(
      502,
      'mail-refused',
      { ko: '메일 서버가 받지 않았습니다', en: 'The mail server did not take it' },
      { detail: { ko: '주소를 확인하고 다시 보내 주세요.', en: 'Check the address and send it again.' } },
    )
  }
}

/** 둘째 걸음: the follower who holds the link says yes. False where the link is unknown, old or ended. */
export async function confirm(store: Store, officeId: string, token: string, now: Date): Promise<boolean> {
  return store.inOffice(officeId, null, async (tx) => {
    const row = await followerByToken(tx, officeId, token)
    if (!row) return false
    if (row.confirmed_at !== null) return true
    await confirmFollower(tx, officeId, row.follower_id, now.toISOString())
    await appendAudit(tx, officeId, { actor: 'public', action: 'follower.confirm', detail: { follower: row.follower_id } })
    return true
  })
}

/** 그만 받기: the address is deleted. Ending twice is no error. */
export async function endFollowing(store: Store, officeId: string, token: string): Promise<void> {
  await store.inOffice(officeId, null, async (tx) => {
    const row = await followerByToken(tx, officeId, token)
    if (!row) return
    await removeFollower(tx, officeId, row.follower_id)
    await appendAudit(tx, officeId, { actor: 'public', action: 'follower.end', detail: { follower: row.follower_id } })
  })
}

/** Whether a link is known: its page asks for the button, else it says that it is over. */
export const knownFollower = async (store: Store, officeId: string, token: string): Promise<boolean> =>
  (await store.readOffice(officeId, null, (db) => followerByToken(db, officeId, token))) !== undefined
