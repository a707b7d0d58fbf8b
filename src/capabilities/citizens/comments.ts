import { notFound, ProblemError } from '#api/problem'
import { publicSeries } from '#capabilities/publishing/index'
import { appendAudit } from '#store/audit'
import { newId } from '#store/log/ids'
import type { Db, Store } from '#store/store'
import { type Addressed, tooMany } from './corrections.ts'
import { type CommentRow, commentById, commentsOn, insertComment, recentComments, setShown } from './queries/comments.ts'
import { type Limit, senderOf, withinLimit } from './sender.ts'

const settingKey = 'comments'
const limit: Limit = { hourly: 5, daily: 200 }
const hour = 3_600_000

/** 의견을 받는가: off until a head switches it on. */
export async function commentsOpen(db: Db, officeId: string): Promise<boolean> {
  const row = await db.selectFrom('office_setting').select('value').where('office_id', '=', officeId).where('key', '=', settingKey).executeTakeFirst()
  return (row?.value as { open?: boolean } | undefined)?.open === true
}

/** Switch comments on or off; off, neither the form nor any comment is on a public page. What was said and decided stays. */
export async function openComments(store: Store, officeId: string, by: string, open: boolean): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const row = { value: JSON.stringify({ open }), changed_at: new Date().toISOString(), changed_by: by }
    await tx
      .insertInto('office_setting')
      .values({ office_id: officeId, key: settingKey, ...row })
      .onConflict((oc) => oc.columns(['office_id', 'key']).doUpdateSet(row))
      .execute()
    await appendAudit(tx, officeId, { actor: by, action: open ? 'comments.opened' : 'comments.closed' })
  })
}

/** A comment as a public page shows it. */
export interface ShownComment {
  name: string
  words: string
  at: string
}

/** 공개된 의견: what stands below a published page; null where the office takes no comments. */
export async function talkOn(db: Db, officeId: string, series: string): Promise<ShownComment[] | null> {
  if (!(await commentsOpen(db, officeId))) return null
  return (await commentsOn(db, officeId, series)).map((row) => ({ name: row.name, words: row.words, at: row.created_at }))
}

/**
 * 의견 보내기: keep what somebody outside says about a published page. Nobody sees it before a head has said yes.
 *
 * @throws ProblemError 404 where the page is not public or comments are off, 429 after five an hour from one place or two hundred a day
 */
export async function sayComment(store: Store, at: Addressed, said: { series: string; name: string; words: string }): Promise<string> {
  const there = await store.readOffice(
    at.officeId,
    null,
    async (db) => (await commentsOpen(db, at.officeId)) && (await publicSeries(db, at.officeId, said.series, at.today)).length > 0,
  )
  if (!there) throw notFound({ ko: '의견을 받는 공표', en: 'A publication that takes comments' })
  const sender = senderOf(at.officeId, at.from)
  const commentId = newId()
  await store.inOffice(at.officeId, null, async (tx) => {
    const since = (ms: number) => new Date(at.now.getTime() - ms).toISOString()
    if (!withinLimit(await recentComments(tx, at.officeId, sender, since(hour), since(24 * hour)), limit)) throw tooMany()
    await insertComment(tx, { office_id: at.officeId, comment_id: commentId, ...said, sender, created_at: at.now.toISOString() })
    await appendAudit(tx, at.officeId, { actor: 'public', action: 'comment.said', detail: { comment: commentId, series: said.series } })
  })
  return commentId
}

/** 공개하거나 거둔다. @throws ProblemError 404 for an unknown one, 412 where somebody decided meanwhile */
export async function decideComment(
  store: Store,
  at: { officeId: string; by: string; now: Date },
  commentId: string,
  version: number,
  shown: boolean,
): Promise<CommentRow> {
  return store.inOffice(at.officeId, at.by, async (tx) => {
    const before = await commentById(tx, at.officeId, commentId)
    if (!before) throw notFound({ ko: '의견', en: 'The comment' })
    const row = await setShown(tx, at.officeId, commentId, version, shown, at.by, at.now.toISOString())
    if (!row) throw new ProblemError(412, 'changed-meanwhile', { ko: '그사이 다른 사람이 판단했습니다', en: 'Somebody decided meanwhile' })
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: shown ? 'comment.shown' : 'comment.hidden',
      detail: { comment: commentId, series: before.series },
    })
    return row
  })
}
