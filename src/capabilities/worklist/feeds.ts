import { randomUUID } from 'node:crypto'
import { mayInOffice } from '#api/permission'
import { notFound } from '#api/problem'
import { hashOf, newSecret } from '#capabilities/accounts/index'
import { dayIn, type Reader } from '#capabilities/portfolio/index'
import type { WorkRule } from '#engines/accounting/worklist'
import { appendAudit } from '#store/audit'
import type { Store } from '#store/store'
import { type CalendarDay, calendarText } from './ics.ts'
import { worklist } from './list.ts'
import { memberNow, officeOfId } from './queries/people.ts'
import type { WorkItemView } from './schemas.ts'
import { aboutWords, type Locale, ruleWords, stakeWords, workWords } from './words.ts'

export type FeedScope = 'mine' | 'office'

/** 달력 주소들: one's own live feeds; their secrets are not kept and cannot be shown again. */
export async function feedsOf(store: Store, officeId: string, userId: string) {
  const rows = await store.readOffice(officeId, userId, (db) =>
    db
      .selectFrom('calendar_feed')
      .select(['feed_id', 'scope', 'created_at', 'read_at'])
      .where('office_id', '=', officeId)
      .where('user_id', '=', userId)
      .where('revoked_at', 'is', null)
      .orderBy('created_at')
      .execute(),
  )
  return rows.map((row) => ({ id: row.feed_id, scope: row.scope, createdAt: row.created_at, readAt: row.read_at }))
}

/** Make a secret address; it is given once. */
export async function makeFeed(store: Store, officeId: string, userId: string, scope: FeedScope): Promise<{ id: string; secret: string }> {
  const [id, secret] = [randomUUID(), newSecret()]
  await store.inOffice(officeId, userId, async (tx) => {
    await tx
      .insertInto('calendar_feed')
      .values({ office_id: officeId, feed_id: id, user_id: userId, secret_hash: hashOf(secret), scope })
      .execute()
    await appendAudit(tx, officeId, { actor: userId, action: 'calendar.made', detail: { feedId: id, scope } })
  })
  return { id, secret }
}

/** Take an address back: it answers nothing from now on. @throws ProblemError 404 */
export async function revokeFeed(store: Store, officeId: string, userId: string, feedId: string, now: Date): Promise<void> {
  await store.inOffice(officeId, userId, async (tx) => {
    const result = await tx
      .updateTable('calendar_feed')
      .set({ revoked_at: now.toISOString() })
      .where('office_id', '=', officeId)
      .where('user_id', '=', userId)
      .where('feed_id', '=', feedId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) throw notFound({ ko: '달력 주소', en: 'The calendar address' })
    await appendAudit(tx, officeId, { actor: userId, action: 'calendar.revoked', detail: { feedId } })
  })
}

/**
 * 달력: what a secret address answers: the dated work of its person as their role lets them see it now. Null for an address that never was, was taken back, or whose person left: they look the same.
 */
export async function calendarOf(store: Store, officeId: string, secret: string, now: Date, origin: string): Promise<string | null> {
  const feed = await store.readOffice(officeId, null, (db) =>
    db
      .selectFrom('calendar_feed')
      .select(['feed_id', 'user_id', 'scope', 'created_at', 'read_at'])
      .where('office_id', '=', officeId)
      .where('secret_hash', '=', hashOf(secret))
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  if (!feed) return null
  const text = await store.readOffice(
    officeId,
    feed.user_id,
    async (db) => {
      const person = await memberNow(db, officeId, feed.user_id)
      if (!person || !mayInOffice(person.role, 'portfolio.read')) return null
      const office = await officeOfId(db, officeId)
      const reader: Reader = {
        officeId,
        userId: feed.user_id,
        confidential: mayInOffice(person.role, 'confidential.read'),
        now,
        timeZone: office.time_zone,
        today: dayIn(now, office.time_zone),
      }
      const query = { sort: 'due' as const, ...(feed.scope === 'mine' ? { owner: 'me' } : {}), rule: dated.join(',') }
      const list = await worklist(db, reader, query, { limit: 2000, aheadDays })
      return calendarText({
        name: person.locale === 'ko' ? `${office.name_ko} 일감` : `${office.name_en}: work list`,
        timeZone: office.time_zone,
        stamp: feed.created_at,
        days: list.items
          .flatMap((item) => dayOf(item, office.slug, person.locale, origin))
          .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1)),
      })
    },
    { snapshot: true },
  )
  // when it was last read, by the hour: enough to know that somebody still does
  if (text !== null && (feed.read_at === null || now.getTime() - Date.parse(feed.read_at) > 3_600_000))
    await store.inOffice(officeId, feed.user_id, async (tx) => {
      await tx
        .updateTable('calendar_feed')
        .set({ read_at: now.toISOString() })
        .where('office_id', '=', officeId)
        .where('feed_id', '=', feed.feed_id)
        .execute()
      await appendAudit(tx, officeId, { actor: feed.user_id, action: 'calendar.read', detail: { feedId: feed.feed_id } })
    })
  return text
}

/** What has a day that a person can plan for. */
const dated = ['overdue', 'soon', 'promise_overdue', 'limit_passed', 'limit_near'] as const

/** A calendar is for planning: it holds what falls due within a year, whatever the list calls soon. */
const aheadDays = 366

/** A task that is soon and then late, or a limit that is near and then passed, stays the one entry that it was. */
const sameThing: Partial<Record<WorkRule, string>> = { overdue: 'task', soon: 'task', limit_passed: 'limit', limit_near: 'limit' }

function dayOf(item: WorkItemView, slug: string, locale: Locale, origin: string): CalendarDay[] {
  if (item.dueOn === null) return []
  const about = item.id.slice(item.id.indexOf(':') + 1)
  const page = item.due?.to ?? (item.subject === null ? null : `/projects/${item.subject.id}`)
  return [
    {
      uid: `${sameThing[item.rule] ?? item.rule}-${about.replace(/[^\w.-]/g, '-')}@${slug}.gusul`,
      day: item.dueOn,
      summary: [aboutWords(item, locale), workWords(item, locale)].filter(Boolean).join(': '),
      description: [ruleWords[item.rule][locale], `${locale === 'ko' ? '걸린 돈' : 'At stake'} ${stakeWords(item, locale)}`, item.owner?.name ?? '']
        .filter(Boolean)
        .join('\n'),
      url: page === null ? null : `${origin}/console${page}`,
      categories: [ruleWords[item.rule][locale]],
    },
  ]
}
