import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, notModified, requireMatch } from '#api/etag'
import { PageQuery } from '#api/paging'
import { notAllowed, notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { readMailSettings } from '#capabilities/accounts/index'
import { readerOf } from '#capabilities/portfolio/index'
import { Id, Instant } from '#record/scalars'
import { chooseDigest, DigestChoice, DigestView, digestOf, sendDigestNow } from './digest.ts'
import { calendarOf, feedsOf, makeFeed, revokeFeed } from './feeds.ts'
import { worklist } from './list.ts'
import { Worklist, WorklistQuery } from './schemas.ts'
import { setWorklistSettings, WorklistSettings } from './settings.ts'

const tags = ['Work list']
const done = { 204: { description: 'Done' } }
const scope = z.enum(['mine', 'office'])

/** Everybody decides about their own mail and calendar, but a token that may only read writes nothing. */
const writing: MiddlewareHandler<ApiEnv> = (c, next) => {
  const caller = c.get('caller')
  if (caller.kind === 'token' && !caller.scopes.includes('write') && !caller.scopes.includes('admin')) throw notAllowed('write')
  return next()
}

/** 월요일 목록과 그 메일, 그 달력. */
export const worklistRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/worklist',
      tags,
      summary: 'What needs somebody: overdue and soon due, limits passed, silence, contradictions, lost sources; by owner and money at stake',
      request: { params: officeParam, query: PageQuery.extend(WorklistQuery.shape) },
      responses: { 200: json(Worklist) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { limit, cursor, ...query } = c.req.valid('query')
      const list = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) => worklist(db, reader, query, { limit, cursor }), { snapshot: true })
      return c.json(list, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'put',
      path: '/offices/{office}/worklist/settings',
      tags,
      summary: 'When something comes onto the list',
      request: { params: officeParam, body: jsonBody(WorklistSettings) },
      responses: done,
    }),
    async (c) => {
      await setWorklistSettings(c.get('store'), officeOf(c).officeId, actorOf(c).userId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/worklist/digest',
      tags,
      summary: "One's own mail of the list: when it comes, when it came last, what went wrong",
      request: { params: officeParam },
      responses: { 200: json(DigestView) },
    }),
    async (c) => {
      const { userId } = actorOf(c)
      const view = await digestOf(c.get('store'), officeOf(c).officeId, userId)
      c.header('etag', etagOf(userId, view.version))
      c.header('cache-control', 'private, no-cache')
      return c.json(view, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      middleware: writing,
      method: 'put',
      path: '/offices/{office}/worklist/digest',
      tags,
      summary: 'Choose when the list comes by mail, or that it does not; needs If-Match',
      request: { params: officeParam, body: jsonBody(DigestChoice) },
      responses: done,
    }),
    async (c) => {
      const { userId } = actorOf(c)
      await chooseDigest(c.get('store'), readerOf(c), userId, c.req.valid('json'), (version) => requireMatch(c, etagOf(userId, version)))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      middleware: writing,
      method: 'post',
      path: '/offices/{office}/worklist/digest/send',
      tags,
      summary: 'Send the mail of the list to oneself now',
      request: { params: officeParam, body: jsonBody(z.object({ scope: scope.default('mine') })) },
      responses: { 200: json(z.object({ to: z.string(), items: z.number().int() })), 409: { description: 'No mail server is set up' } },
    }),
    async (c) => {
      const sent = await sendDigestNow(c.get('store'), officeOf(c).officeId, actorOf(c).userId, c.req.valid('json').scope, c.get('now'))
      return c.json(sent, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/worklist/feeds',
      tags,
      summary: "One's own calendar addresses; their secrets cannot be shown again",
      request: { params: officeParam },
      responses: {
        200: json(z.object({ items: z.array(z.object({ id: Id, scope, createdAt: Instant, readAt: Instant.nullable() })), next: z.null() })),
      },
    }),
    async (c) => c.json({ items: await feedsOf(c.get('store'), officeOf(c).officeId, actorOf(c).userId), next: null }, 200),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      middleware: writing,
      method: 'post',
      path: '/offices/{office}/worklist/feeds',
      tags,
      summary: 'Make a calendar address; it is shown once',
      request: { params: officeParam, body: jsonBody(z.object({ scope: scope.default('mine') })) },
      responses: { 201: json(z.object({ id: Id, url: z.string() }), 'Made') },
    }),
    async (c) => {
      const { officeId, slug } = officeOf(c)
      const { id, secret } = await makeFeed(c.get('store'), officeId, actorOf(c).userId, c.req.valid('json').scope)
      const address = (await readMailSettings(c.get('store')))?.publicAddress ?? c.get('origin')
      c.header('cache-control', 'no-store')
      return c.json({ id, url: `${address}/api/v1/offices/${slug}/calendar/${secret}.ics` }, 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      middleware: writing,
      method: 'delete',
      path: '/offices/{office}/worklist/feeds/{feed}',
      tags,
      summary: 'Take a calendar address back',
      request: { params: officeAnd('feed') },
      responses: done,
    }),
    async (c) => {
      await revokeFeed(c.get('store'), officeOf(c).officeId, actorOf(c).userId, c.req.valid('param').feed, c.get('now'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'public',
      method: 'get',
      path: '/offices/{office}/calendar/{file}',
      tags,
      summary: 'The calendar of a secret address (iCalendar)',
      request: {
        params: officeParam.extend({
          file: z
            .string()
            .max(200)
            .openapi({ param: { name: 'file', in: 'path' }, example: 'SECRET.ics' }),
        }),
      },
      responses: {
        200: { description: 'The calendar', content: { 'text/calendar': { schema: z.string() } } },
        404: { description: 'No such address' },
      },
    }),
    async (c) => {
      const [, secret] = /^([\w-]{40,64})\.ics$/.exec(c.req.valid('param').file) ?? []
      const origin = (await readMailSettings(c.get('store')))?.publicAddress ?? c.get('origin')
      const text = secret === undefined ? null : await calendarOf(c.get('store'), officeOf(c).officeId, secret, c.get('now'), origin)
      if (text === null) throw notFound({ ko: '달력', en: 'The calendar' })
      const same = notModified(c, `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`)
      if (same) return same as never
      return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="gusul.ics"' })
    },
  )
