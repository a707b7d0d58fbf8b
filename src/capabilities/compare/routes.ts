import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { localeOf } from '#api/locale'
import { PageQuery } from '#api/paging'
import { mayInOffice } from '#api/permission'
import { createRoutes, json, officeParam, route } from '#api/route'
import { dayIn } from '#capabilities/portfolio/index'
import { type Asking, ledgersOf, linesOf } from './answer.ts'
import { compareCsv } from './export.ts'
import { CompareAnswer, CompareQuery } from './schemas.ts'
import { compareAnswers } from './service.ts'
import { indicatorNames } from './words.ts'

const tags = ['Comparison']

function askingOf(c: Context<ApiEnv>): Asking {
  const office = officeOf(c)
  const now = c.get('now')
  return {
    officeId: office.officeId,
    confidential: office.role !== null && mayInOffice(office.role, 'confidential.read'),
    now,
    timeZone: office.timeZone,
    today: dayIn(now, office.timeZone),
  }
}

/** Two answers side by side, under /offices/{office}. */
export const compareRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/compare',
      tags,
      summary: 'What the office reported of a day as known then, beside another answer: totals, and line by line who, when, on what sentence',
      request: { params: officeParam, query: PageQuery.extend(CompareQuery.shape) },
      responses: { 200: json(CompareAnswer) },
    }),
    async (c) => {
      const asking = askingOf(c)
      const { limit, cursor, ...query } = c.req.valid('query')
      const answer = await c
        .get('store')
        .readOffice(asking.officeId, actorOf(c).userId, (db) => compareAnswers(db, asking, query, { limit, cursor }), { snapshot: true })
      return c.json(answer, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/exports/compare.csv',
      tags,
      summary: 'The lines of a comparison as CSV; the same question of two past moments gives the same bytes',
      request: { params: officeParam, query: CompareQuery },
      responses: { 200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } } },
    }),
    async (c) => {
      const asking = askingOf(c)
      const query = c.req.valid('query')
      const [lines, names] = await c
        .get('store')
        .readOffice(
          asking.officeId,
          actorOf(c).userId,
          async (db) => [await linesOf(db, asking, query, await ledgersOf(db, asking, query)), await indicatorNames(db, asking.officeId)] as const,
          {
            snapshot: true,
          },
        )
      const name = `${officeOf(c).slug}-compare-${query.beforeAsOf}-${query.asOf ?? asking.today}.csv`
      return c.body(compareCsv(lines, names, localeOf(c)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    },
  )
