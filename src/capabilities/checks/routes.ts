import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf } from '#api/etag'
import { PageQuery } from '#api/paging'
import { mayInOffice } from '#api/permission'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { rules } from '#engines/checking/rules'
import { Id } from '#record/scalars'
import type { Db } from '#store/store'
import { countItems, decisionsOf, itemById, listItems } from './queries/list.ts'
import { CheckCounts, CheckItemWhole, CheckPage, Closing, Reopening, RuleName, RuleView } from './schemas.ts'
import { closeItem, type Deciding, reopenItem, undoDecision } from './service/decide.ts'
import { checkAgain } from './service/run-again.ts'

const tags = ['Checks']
const itemPath = officeAnd('item')

const seesConfidential = (c: Context<ApiEnv>): boolean => {
  const { role } = officeOf(c)
  return role !== null && mayInOffice(role, 'confidential.read')
}
const reading = <T>(c: Context<ApiEnv>, work: (db: Db) => Promise<T>): Promise<T> =>
  c.get('store').readOffice(officeOf(c).officeId, actorOf(c).userId, work)
const whoOf = (c: Context<ApiEnv>): Deciding => ({
  store: c.get('store'),
  officeId: officeOf(c).officeId,
  by: actorOf(c).userId,
  confidential: seesConfidential(c),
})

/** The item as it stands, with its history and its ETag. */
async function whole(c: Context<ApiEnv>, itemId: string) {
  const { officeId } = officeOf(c)
  const found = await reading(c, async (db) => {
    const item = await itemById(db, officeId, itemId, seesConfidential(c))
    return item && { ...item, decisions: await decisionsOf(db, officeId, itemId) }
  })
  if (!found) throw notFound({ ko: '점검 항목', en: 'The item' })
  c.header('etag', etagOf(found.id, found.version))
  return found
}

const answers = { 200: json(CheckItemWhole) }

/** Checks and what people decide about them, under /offices/{office}. */
export const checksRoutes = createRoutes()
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/checks',
      summary: 'What does not add up: work items with their sentences, the most money at stake first',
      tags,
      request: {
        params: officeParam,
        query: PageQuery.extend({
          rule: RuleName.optional(),
          state: z.enum(['open', 'left_open', 'closed', 'holds', 'all']).optional(),
          document: Id.optional(),
          subject: Id.optional(),
          claim: Id.optional(),
          sort: z.enum(['-atStake', '-openedAt']).optional(),
        }),
      },
      responses: { 200: json(CheckPage) },
    }),
    async (c) =>
      c.json(await reading(c, (db) => listItems(db, officeOf(c).officeId, { ...c.req.valid('query'), confidential: seesConfidential(c) })), 200),
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/checks/counts',
      summary: 'How many items wait, by rule',
      tags,
      request: { params: officeParam },
      responses: { 200: json(CheckCounts) },
    }),
    async (c) => c.json(await reading(c, (db) => countItems(db, officeOf(c).officeId, seesConfidential(c))), 200),
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/checks/rules',
      summary: 'Every rule: its name, its version, what it says',
      tags,
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(RuleView) })) },
    }),
    (c) => c.json({ items: rules.map((one) => ({ ...one })) }, 200),
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/checks/{item}',
      summary: 'One item: its sentences with marks, the numbers worked out, the rule, what was decided',
      tags,
      request: { params: itemPath },
      responses: answers,
    }),
    async (c) => c.json(await whole(c, c.req.valid('param').item), 200),
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/checks/{item}/close',
      summary: 'Close an item with a resolution and a reason; `leave_open` records that it was looked at and stays',
      tags,
      request: { params: itemPath, body: jsonBody(Closing) },
      responses: answers,
    }),
    async (c) => {
      const { resolution, reason } = c.req.valid('json')
      await closeItem(whoOf(c), c.req.valid('param').item, resolution, reason)
      return c.json(await whole(c, c.req.valid('param').item), 200)
    },
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/checks/{item}/reopen',
      summary: 'Open a closed item again, with a reason',
      tags,
      request: { params: itemPath, body: jsonBody(Reopening) },
      responses: answers,
    }),
    async (c) => {
      await reopenItem(whoOf(c), c.req.valid('param').item, c.req.valid('json').reason)
      return c.json(await whole(c, c.req.valid('param').item), 200)
    },
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/checks/{item}/undo',
      summary: 'Take the last decision about an item back',
      tags,
      request: { params: itemPath },
      responses: answers,
    }),
    async (c) => {
      await undoDecision(whoOf(c), c.req.valid('param').item)
      return c.json(await whole(c, c.req.valid('param').item), 200)
    },
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/documents/{document}/checks',
      summary: 'Run the checks of a document again',
      tags,
      request: { params: officeAnd('document') },
      responses: { 200: json(z.object({ added: z.number().int(), gone: z.number().int(), open: z.number().int() })) },
    }),
    async (c) => c.json(await checkAgain(whoOf(c), c.req.valid('param').document), 200),
  )
