import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { actorOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { notAllowed, notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Id } from '#record/scalars'
import { appendAudit } from '#store/audit'
import type { Json } from '#store/schema'
import { removeView, saveView, updateView, viewsOf } from '../queries/views.ts'
import { readerOf } from '../reader.ts'
import { done } from './schemas.ts'

const tags = ['portfolio']
const State = z.record(z.string().max(60), z.union([z.string().max(4000), z.boolean(), z.number(), z.array(z.string().max(200)).max(100)]))
const name = z.string().trim().min(1, '이름 (a name), such as 왕숙 데이터센터').max(100)
/** Every member keeps views of their own, but a token that may only read writes nothing. */
const writing: MiddlewareHandler<ApiEnv> = (c, next) => {
  const caller = c.get('caller')
  if (caller.kind === 'token' && !caller.scopes.includes('write') && !caller.scopes.includes('admin')) throw notAllowed('write')
  return next()
}
const missing = () => notFound({ ko: '보기', en: 'The view' })

/** 저장한 보기: filters, order and columns under a name, one's own or shared. */
export const viewRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/views',
      tags,
      summary: "Saved views of a screen: one's own and shared ones",
      request: { params: officeParam, query: z.object({ screen: z.string().max(60).default('projects') }) },
      responses: {
        200: json(
          z.object({
            items: z.array(z.object({ id: Id, screen: z.string(), name: z.string(), state: State, mine: z.boolean(), shared: z.boolean() })),
            next: z.null(),
          }),
        ),
      },
    }),
    async (c) => {
      const reader = readerOf(c)
      const rows = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) => viewsOf(db, reader.officeId, actorOf(c).userId, c.req.valid('query').screen))
      return c.json({ items: rows.map((row) => ({ ...row, state: State.catch({}).parse(row.state) })), next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      middleware: writing,
      method: 'post',
      path: '/offices/{office}/views',
      tags,
      summary: 'Save a view',
      request: {
        params: officeParam,
        body: jsonBody(z.object({ screen: z.string().max(60).default('projects'), name, state: State, shared: z.boolean().default(false) })),
      },
      responses: { 201: json(z.object({ id: Id }), 'Saved') },
    }),
    async (c) => {
      const by = actorOf(c).userId
      const { officeId } = readerOf(c)
      const view = c.req.valid('json')
      const id = await c.get('store').inOffice(officeId, by, async (tx) => {
        const made = await saveView(tx, officeId, by, { ...view, state: view.state as Json })
        await appendAudit(tx, officeId, { actor: by, action: 'view.saved', detail: { viewId: made, name: view.name, shared: view.shared } })
        return made
      })
      return c.json({ id }, 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      middleware: writing,
      method: 'put',
      path: '/offices/{office}/views/{view}',
      tags,
      summary: "Change one's own view",
      request: { params: officeAnd('view'), body: jsonBody(z.object({ name, state: State, shared: z.boolean() })) },
      responses: done,
    }),
    async (c) => {
      const by = actorOf(c).userId
      const { officeId } = readerOf(c)
      const view = c.req.valid('json')
      const id = c.req.valid('param').view
      await c.get('store').inOffice(officeId, by, async (tx) => {
        if (!(await updateView(tx, officeId, by, id, { ...view, state: view.state as Json }))) throw missing()
        await appendAudit(tx, officeId, { actor: by, action: 'view.changed', detail: { viewId: id, name: view.name, shared: view.shared } })
      })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      middleware: writing,
      method: 'delete',
      path: '/offices/{office}/views/{view}',
      tags,
      summary: "Remove one's own view",
      request: { params: officeAnd('view') },
      responses: done,
    }),
    async (c) => {
      const by = actorOf(c).userId
      const { officeId } = readerOf(c)
      const id = c.req.valid('param').view
      await c.get('store').inOffice(officeId, by, async (tx) => {
        if (!(await removeView(tx, officeId, by, id))) throw missing()
        await appendAudit(tx, officeId, { actor: by, action: 'view.removed', detail: { viewId: id } })
      })
      return c.body(null, 204)
    },
  )
