import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { PageQuery } from '#api/paging'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { csvAnswer, csvFile, pageOfRows, planReading, sortQuery } from '#capabilities/plans/index'
import { ClockQuery, readerOf } from '#capabilities/portfolio/index'
import { pledgeRubrics } from '#data/pledge-rubrics'
import { Id } from '#record/scalars'
import { rowsForCsv } from './csv.ts'
import { NewGrading, NewPledgeBody, PledgeChange, PledgePage, PledgeSummaryView, PledgeView, RubricView } from './schemas.ts'
import { addPledge, changePledge, gradePledge, withdrawGrading } from './service.ts'
import { summaryOf } from './summary.ts'
import { type Pledge, pledgesOf } from './view.ts'

const tags = ['pledges']
const one = officeAnd('subject')

const { all, whole, forChange } = planReading({ ko: '공약', en: 'The pledge' }, pledgesOf)

const sorts = {
  name: (row: Pledge) => row.nameKo,
  due: (row: Pledge) => row.dueOn ?? row.termTo,
  money: (row: Pledge) => (row.money.total === null ? null : Number(row.money.total.value)),
  secured: (row: Pledge) => (row.money.securedRate === null ? null : Number(row.money.securedRate)),
  state: (row: Pledge) => row.state,
}

/** 공약, under /offices/{office}. */
export const pledgesRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/pledges',
      tags,
      summary: 'Pledges with state, promises, money and grades',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          q: z.string().max(200).optional(),
          state: z.string().max(60).optional().openapi({ description: 'A stage, unproven, or none where no stage is known' }),
          sort: sortQuery(['name', 'due', 'money', 'secured', 'state'], 'name', '-money'),
        }).extend(ClockQuery.shape),
      },
      responses: { 200: json(PledgePage) },
    }),
    async (c) => {
      const { q, state, sort, limit, cursor, ...clocks } = c.req.valid('query')
      const rows = (await all(c, { words: q }, clocks)).filter((row) => state === undefined || (row.state ?? 'none') === state)
      return c.json(pageOfRows(rows, { limit, cursor, descending: sort.descending }, sorts[sort.by]) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/pledges',
      tags,
      summary: 'Add a pledge by hand; its values become own statements',
      request: { params: officeParam, body: jsonBody(NewPledgeBody) },
      responses: { 201: json(z.object({ id: Id }), 'Made') },
    }),
    async (c) => c.json({ id: await addPledge(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('json')) }, 201),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/pledges/summary',
      tags,
      summary: 'How many pledges stand where, the share that is done, the money',
      request: { params: officeParam, query: ClockQuery },
      responses: { 200: json(PledgeSummaryView) },
    }),
    async (c) => c.json(summaryOf(await all(c, {}, c.req.valid('query'))) as never, 200),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/pledges/rubrics',
      tags,
      summary: 'The rubrics with every version, its thresholds and its source',
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(RubricView) })) },
    }),
    (c) => c.json({ items: pledgeRubrics.map((row) => ({ ...row, parts: [...row.parts], gates: [...row.gates], grades: [...row.grades] })) }, 200),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/pledges/{subject}',
      tags,
      summary: 'One pledge: what was promised, what came of it, its money, its grades with their inputs',
      request: { params: one, query: ClockQuery },
      responses: { 200: json(PledgeView) },
    }),
    async (c) => c.json((await whole(c, c.req.valid('param').subject, c.req.valid('query'))) as never, 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/pledges/{subject}',
      tags,
      summary: 'Change its term and its values; needs If-Match',
      request: { params: one, body: jsonBody(PledgeChange) },
      responses: { 200: json(PledgeView) },
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      const before = await forChange(c, id)
      await changePledge(c.get('store'), readerOf(c), actorOf(c).userId, id, before.termsVersion, c.req.valid('json'))
      return c.json((await whole(c, id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/pledges/{subject}/gradings',
      tags,
      summary: 'Grade it by the version of a rubric that holds on the day; version and inputs are kept',
      request: { params: one, body: jsonBody(NewGrading) },
      responses: { 201: json(PledgeView, 'Graded') },
    }),
    async (c) => {
      const { scores, gates, documentId = null, reason = null, ...rest } = c.req.valid('json')
      const id = c.req.valid('param').subject
      await gradePledge(c.get('store'), readerOf(c), actorOf(c).userId, id, { ...rest, inputs: { scores, gates }, documentId, reason })
      return c.json((await whole(c, id)) as never, 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/pledges/{subject}/gradings/{grading}/withdrawal',
      tags,
      summary: 'Withdraw a grade with a reason; it stays in the record',
      request: {
        params: one.extend({ grading: z.uuid().openapi({ param: { name: 'grading', in: 'path' } }) }),
        body: jsonBody(z.object({ reason: z.string().trim().min(1, '까닭 (a reason)').max(2000) })),
      },
      responses: { 200: json(PledgeView) },
    }),
    async (c) => {
      const { subject, grading } = c.req.valid('param')
      await withdrawGrading(c.get('store'), readerOf(c), actorOf(c).userId, subject, grading, c.req.valid('json').reason)
      return c.json((await whole(c, subject)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/exports/pledges.csv',
      tags,
      summary: 'Every pledge as a row, exact values, at both clocks',
      request: { params: officeParam, query: ClockQuery },
      responses: csvAnswer,
    }),
    async (c) => csvFile(c, 'pledges', rowsForCsv(await all(c, {}, c.req.valid('query')))),
  )
