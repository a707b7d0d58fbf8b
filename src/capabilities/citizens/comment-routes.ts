import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { etagOf, requireMatch } from '#api/etag'
import { decodeCursor, encodeCursor, PageQuery, pageOf } from '#api/paging'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { dayIn } from '#capabilities/publishing/index'
import { commentsOpen, decideComment, openComments, sayComment } from './comments.ts'
import { type CommentRow, commentById, listComments } from './queries/comments.ts'
import { Comment, NewComment } from './schemas.ts'

const tags = ['Citizens 시민']

const viewOf = (row: CommentRow) => ({
  id: row.comment_id,
  series: row.series,
  name: row.name,
  words: row.words,
  shown: row.shown,
  decidedAt: row.decided_at,
  createdAt: row.created_at,
  version: row.version,
})

/** 의견: off by default; what people outside say stands on a page only after a head said yes. */
export const commentRoutes = createRoutes()
  .openapi(
    route({
      access: 'public',
      method: 'post',
      path: '/public/offices/{office}/comments',
      tags,
      summary: 'Comment on a published page, where the office takes comments; shown after a person said yes',
      request: { params: officeParam, body: jsonBody(NewComment) },
      responses: { 202: json(z.object({ id: z.uuid() }), 'Taken') },
    }),
    async (c) => {
      const office = officeOf(c)
      const at = { officeId: office.officeId, today: dayIn(office.timeZone, c.get('now')), now: c.get('now'), from: c.get('address') }
      return c.json({ id: await sayComment(c.get('store'), at, c.req.valid('json')) }, 202)
    },
  )
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/comments',
      tags,
      summary: 'Comments of people outside, newest first, and whether the office takes any',
      request: { params: officeParam, query: PageQuery.extend({ state: z.enum(['waiting', 'shown', 'hidden', 'all']).default('waiting') }) },
      responses: { 200: json(pageOf(Comment).extend({ open: z.boolean() })) },
    }),
    async (c) => {
      const { state, limit, cursor } = c.req.valid('query')
      const { officeId } = officeOf(c)
      const found = await c.get('store').readOffice(officeId, actorOf(c).userId, async (db) => ({
        open: await commentsOpen(db, officeId),
        ...(await listComments(db, officeId, { state, limit, after: decodeCursor(cursor, 2) })),
      }))
      const page = found.rows.slice(0, limit)
      const last = page.at(-1)
      const next = last && found.rows.length > limit ? encodeCursor([last.created_at, last.comment_id]) : null
      return c.json({ items: page.map(viewOf), next, total: found.total, open: found.open }, 200)
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'put',
      path: '/offices/{office}/comments',
      tags,
      summary: 'Switch comments on public pages on or off',
      request: { params: officeParam, body: jsonBody(z.object({ open: z.boolean() })) },
      responses: { 204: { description: 'Done' } },
    }),
    async (c) => {
      await openComments(c.get('store'), officeOf(c).officeId, actorOf(c).userId, c.req.valid('json').open)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'put',
      path: '/offices/{office}/comments/{comment}',
      tags,
      summary: 'Show a comment on its page, or keep it back; If-Match with the version that was read',
      request: { params: officeAnd('comment'), body: jsonBody(z.object({ shown: z.boolean() })) },
      responses: { 200: json(Comment) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const { comment } = c.req.valid('param')
      const before = await c.get('store').readOffice(officeId, actorOf(c).userId, (db) => commentById(db, officeId, comment))
      if (!before) throw notFound({ ko: '의견', en: 'The comment' })
      requireMatch(c, etagOf(comment, before.version))
      const at = { officeId, by: actorOf(c).userId, now: c.get('now') }
      const row = await decideComment(c.get('store'), at, comment, before.version, c.req.valid('json').shown)
      c.header('etag', etagOf(comment, row.version))
      return c.json(viewOf(row), 200)
    },
  )
