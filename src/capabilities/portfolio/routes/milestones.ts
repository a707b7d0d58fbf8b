import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { etagOf, requireMatch } from '#api/etag'
import { decodeCursor, encodeCursor, PageQuery, pageOf } from '#api/paging'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Day, Id } from '#record/scalars'
import { milestones } from '../queries/milestones.ts'
import { readerOf } from '../reader.ts'
import { addMilestone, changeMilestone, milestoneOf, removeMilestone } from '../tasks.ts'
import { done, MilestoneView } from './schemas.ts'

const tags = ['portfolio']
const fields = {
  kind: z.enum(['task', 'milestone', 'obligation']).optional(),
  dueOn: Day.nullable().optional(),
  doneOn: Day.nullable().optional(),
  waivedOn: Day.nullable().optional(),
  ownerId: Id.nullable().optional(),
  documentId: Id.nullable().optional(),
  note: z.string().max(5000).nullable().optional(),
}
const title = z.string().trim().min(1, '할 일 (what is to be done), such as 계통평가 접수 확인').max(300)

/** 할 일·이정표·의무. */
export const milestoneRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/milestones',
      tags,
      summary: 'Tasks, milestones and obligations of the office, what is due first at the top',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          open: z.enum(['true', 'false']).default('true'),
          dueBefore: Day.optional(),
          dueFrom: Day.optional(),
          owner: Id.optional(),
        }),
      },
      responses: { 200: json(pageOf(MilestoneView)) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { limit, cursor, open, ...filter } = c.req.valid('query')
      const after = decodeCursor(cursor, 2)
      const rows = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) =>
          milestones(db, reader.officeId, { ...filter, openOnly: open === 'true', confidential: reader.confidential, limit: limit + 1, after }),
        )
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return c.json({ items, next: rows.length > limit && last ? encodeCursor([last.dueOn, last.id]) : null }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/milestones',
      tags,
      summary: 'Add a task, milestone or obligation',
      request: { params: officeAnd('subject'), body: jsonBody(z.object({ title, ...fields })) },
      responses: { 201: json(z.object({ id: Id }), 'Added') },
    }),
    async (c) =>
      c.json({ id: await addMilestone(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').subject, c.req.valid('json')) }, 201),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/milestones/{milestone}',
      tags,
      summary: 'One task, milestone or obligation',
      request: { params: officeAnd('milestone') },
      responses: { 200: json(MilestoneView) },
    }),
    async (c) => {
      const row = await milestoneOf(c.get('store'), readerOf(c), c.req.valid('param').milestone)
      c.header('etag', etagOf(row.id, row.version))
      return c.json(row, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/milestones/{milestone}',
      tags,
      summary: 'Change it, or mark it done or waived; needs If-Match',
      request: { params: officeAnd('milestone'), body: jsonBody(z.object({ title: title.optional(), ...fields })) },
      responses: done,
    }),
    async (c) => {
      const reader = readerOf(c)
      const before = await milestoneOf(c.get('store'), reader, c.req.valid('param').milestone)
      requireMatch(c, etagOf(before.id, before.version))
      await changeMilestone(c.get('store'), reader, actorOf(c).userId, before, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'delete',
      path: '/offices/{office}/milestones/{milestone}',
      tags,
      summary: 'Take it away; the audit keeps what it said',
      request: { params: officeAnd('milestone') },
      responses: done,
    }),
    async (c) => {
      const reader = readerOf(c)
      await removeMilestone(c.get('store'), reader, actorOf(c).userId, await milestoneOf(c.get('store'), reader, c.req.valid('param').milestone))
      return c.body(null, 204)
    },
  )
