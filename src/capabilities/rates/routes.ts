import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { mayInOffice } from '#api/permission'
import { createRoutes, json, officeParam, route } from '#api/route'
import { dayIn } from '#capabilities/portfolio/index'
import { type Asking, ratesOf } from './rates.ts'
import { RateQueryView, RatesAnswer, VintageAnswer, VintageQueryView } from './schemas.ts'
import { vintageOf } from './vintage.ts'

const tags = ['Rates']

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

/** Realisation rates, under /offices/{office}. */
export const ratesRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/rates',
      tags,
      summary: 'Realisation rates of a cohort: every measure by every definition, and what sources state of the whole cohort',
      request: { params: officeParam, query: RateQueryView },
      responses: { 200: json(RatesAnswer) },
    }),
    async (c) => {
      const asking = askingOf(c)
      const query = c.req.valid('query')
      return c.json(await c.get('store').readOffice(asking.officeId, actorOf(c).userId, (db) => ratesOf(db, asking, query), { snapshot: true }), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/rates/vintage',
      tags,
      summary: 'Share come true by months since signing, one curve a year of signing, withdrawals as a competing outcome',
      request: { params: officeParam, query: VintageQueryView },
      responses: { 200: json(VintageAnswer) },
    }),
    async (c) => {
      const asking = askingOf(c)
      const query = c.req.valid('query')
      return c.json(
        await c.get('store').readOffice(asking.officeId, actorOf(c).userId, (db) => vintageOf(db, asking, query), { snapshot: true }),
        200,
      )
    },
  )
