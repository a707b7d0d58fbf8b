import { MailError, readMailSettings, sendMail } from '#capabilities/accounts/index'
import { allEditions, dayIn, isFigure, type PublicEdition, printedText, shown } from '#capabilities/publishing/index'
import { appendAudit } from '#store/audit'
import type { JobHandler } from '#store/jobs'
import type { Json } from '#store/schema'
import { followAddress } from './followers.ts'
import { type NewsLine, newsMail } from './mails.ts'
import { confirmedFollowers, type FollowerRow, markSent } from './queries/followers.ts'

const at = (edition: PublicEdition): string => edition.row.withdrawn_at ?? edition.row.published_at

/** What happened in what a follower follows since their last mail, oldest first. */
export function newsFor(follower: Pick<FollowerRow, 'series' | 'sent_up_to'>, editions: readonly PublicEdition[]): PublicEdition[] {
  return editions
    .filter(({ row }) => follower.series === '' || row.series === follower.series)
    .filter((edition) => follower.sent_up_to === null || at(edition) > follower.sent_up_to)
    .sort((a, b) => (at(a) < at(b) ? -1 : 1))
}

/**
 * 소식 보내기: one mail to each follower with what was published, restated or withdrawn since their last one. Only what the public may see today.
 * A mail that the server refuses is tried with the next round; a process that dies between a mail and its mark sends that one mail twice.
 */
export const newsHandler: JobHandler = async ({ store, officeId, signal, progress }) => {
  const settings = await readMailSettings(store)
  if (!settings) return { sent: 0, refused: 0, reason: 'mail is not set up' } satisfies Json as Json
  const office = await store.global((db) =>
    db.selectFrom('office').select(['slug', 'name_ko', 'name_en', 'time_zone']).where('office_id', '=', officeId).executeTakeFirstOrThrow(),
  )
  const now = new Date()
  const { editions, followers } = await store.readOffice(officeId, null, async (db) => ({
    editions: await shown(db, officeId, await allEditions(db, officeId, 500), dayIn(office.time_zone, now)),
    followers: await confirmedFollowers(db, officeId),
  }))
  let [sent, refused] = [0, 0]
  for (const [index, follower] of followers.entries()) {
    signal.throwIfAborted()
    progress(index, followers.length)
    const news = newsFor(follower, editions)
    const last = news.at(-1)
    if (!last) continue
    const lines = news.map((edition): NewsLine => {
      const { payload, row } = edition
      const path = `/o/${office.slug}/${isFigure(edition) ? 'f' : 'p'}/${row.series}/${row.edition}`
      return {
        title: follower.locale === 'en' ? payload.titleEn || payload.titleKo : payload.titleKo,
        value: isFigure(edition) ? printedText(edition.payload, follower.locale) : null,
        edition: row.edition,
        withdrawn: row.withdrawn_at !== null,
        reason: row.withdrawn_reason ?? row.reason,
        link: `${settings.publicAddress}${path}`,
      }
    })
    const name = follower.locale === 'en' ? office.name_en : office.name_ko
    const end = followAddress(settings.publicAddress, office.slug, 'end', follower.token)
    try {
      await sendMail(settings, newsMail(follower.address, follower.locale, { office: name, lines, end }))
    } catch (error) {
      if (!(error instanceof MailError)) throw error
      refused++
      continue
    }
    sent++
    await store.inOffice(officeId, null, (tx) => markSent(tx, officeId, follower.follower_id, at(last)))
  }
  progress(followers.length, followers.length)
  if (sent + refused > 0)
    await store.inOffice(officeId, null, async (tx) => {
      await appendAudit(tx, officeId, { actor: 'system', action: 'follower.news', detail: { sent, refused } })
    })
  return { sent, refused } satisfies Json as Json
}
