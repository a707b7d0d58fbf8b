import { z } from '@hono/zod-openapi'
import { createRoutes, json, officeParam, route } from '#api/route'
import { Day, DecimalText, Id } from '#record/scalars'
import { listPage } from '../list-page.ts'
import { search } from '../queries/search.ts'
import { timelineOf } from '../queries/timeline.ts'
import { dayOfClocks, readerOf } from '../reader.ts'
import { ClockQuery, Narrowing, Sorting } from './schemas.ts'

const tags = ['portfolio']
/** 한눈에: the timeline, and finding anything. */
export const overviewRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/timeline',
      tags,
      summary: 'Dated stages, due times and milestones of projects (at most 500)',
      request: { params: officeParam, query: Narrowing.extend(ClockQuery.shape).extend({ sort: Sorting }) },
      responses: {
        200: json(
          z.object({
            today: Day,
            items: z.array(
              z.object({
                id: Id,
                nameKo: z.string(),
                nameEn: z.string().nullable(),
                stage: z.string().nullable(),
                stages: z.array(z.object({ stage: z.string(), from: Day, to: Day.nullable() })),
                due: z.array(z.object({ indicator: z.string(), from: Day.nullable(), to: Day })),
                milestones: z.array(z.object({ title: z.string(), dueOn: Day, done: z.boolean() })),
              }),
            ),
            next: z.null(),
          }),
        ),
      },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { sort, overdue, asOf, knownOn, ...filter } = c.req.valid('query')
      const clocks = { asOf: asOf ?? null, knownOn: knownOn ?? null }
      const items = await c.get('store').readOffice(reader.officeId, reader.userId, async (db) => {
        const { items: rows } = await listPage(db, reader, { ...filter, overdue: overdue === 'true' }, { ...sort, limit: 500 }, clocks)
        const lines = await timelineOf(
          db,
          reader.officeId,
          rows.map((row) => row.id),
          reader.confidential,
          clocks,
        )
        // names and stages are those of the list, which knows of when they are
        const byId = new Map(rows.map((row) => [row.id, row]))
        return lines.map((line) => {
          const { nameKo, nameEn, stage } = byId.get(line.id) ?? line
          return { ...line, nameKo, nameEn, stage }
        })
      })
      return c.json({ today: dayOfClocks(reader, clocks), items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/search',
      tags,
      summary: 'Find numbers, names and sentences',
      request: {
        params: officeParam,
        query: z.object({ q: z.string().trim().min(1).max(200), limit: z.coerce.number().int().min(1).max(100).default(20) }),
      },
      responses: {
        200: json(
          z.object({
            items: z.array(
              z.object({
                type: z.enum(['subject', 'fact', 'sentence', 'document']),
                id: Id,
                title: z.string(),
                detail: z.string().nullable(),
                subjectId: Id.nullable(),
                documentId: Id.nullable(),
                value: DecimalText.nullable(),
                unit: z.string().nullable(),
              }),
            ),
            next: z.null(),
          }),
        ),
      },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { q, limit } = c.req.valid('query')
      const items = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) => search(db, reader.officeId, q, reader.confidential, limit))
      return c.json({ items, next: null }, 200)
    },
  )
