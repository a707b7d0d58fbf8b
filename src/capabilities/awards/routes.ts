import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { PageQuery } from '#api/paging'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { csvAnswer, csvFile, pageOfRows, planReading, reading, readingAt, seeingOf, sortQuery } from '#capabilities/plans/index'
import { ClockQuery, readerOf } from '#capabilities/portfolio/index'
import { Id } from '#record/scalars'
import { assessAward, rulesFor } from './assess.ts'
import { rowsForCsv } from './csv.ts'
import {
  AssessBody,
  AwardChange,
  AwardPage,
  AwardView,
  CheckBody,
  ConditionBody,
  KeepBody,
  NewAwardBody,
  PreviewView,
  RuleBody,
  RuleView,
  Withdrawal,
} from './schemas.ts'
import { addAward, addCondition, addRule, changeAward, keepAssessment, recordCheck, removeCondition, withdrawAssessment } from './service.ts'
import { type Award, awardsOf } from './view.ts'

const tags = ['awards']
const one = officeAnd('subject')
const answers = { 200: json(AwardView) }

const { all, whole, forChange } = planReading({ ko: '교부', en: 'The award' }, awardsOf)

const sorts = {
  name: (row: Award) => row.nameKo,
  granted: (row: Award) => row.grantedOn,
  amount: (row: Award) => (row.granted === null ? null : Number(row.granted.value)),
  due: (row: Award) => row.schedule.find((year) => year.check === null)?.dueOn ?? null,
}

/** 보조금 교부와 환수, under /offices/{office}. */
export const awardsRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/awards',
      tags,
      summary: 'Awards with conditions, yearly checks and assessments',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          q: z.string().max(200).optional(),
          due: z.enum(['late', 'all']).default('all').openapi({ description: 'late: only those with a check that is overdue' }),
          sort: sortQuery(['name', 'granted', 'amount', 'due'], 'due', '-amount'),
        }).extend(ClockQuery.shape),
      },
      responses: { 200: json(AwardPage) },
    }),
    async (c) => {
      const { q, due, sort, limit, cursor, ...clocks } = c.req.valid('query')
      const rows = (await all(c, { words: q }, clocks)).filter((row) => due === 'all' || row.schedule.some((year) => year.state === 'late'))
      return c.json(pageOfRows(rows, { limit, cursor, descending: sort.descending }, sorts[sort.by]) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/awards',
      tags,
      summary: 'Add an award with its amount and conditions',
      request: { params: officeParam, body: jsonBody(NewAwardBody) },
      responses: { 201: json(z.object({ id: Id }), 'Made') },
    }),
    async (c) => c.json({ id: await addAward(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('json') as never) }, 201),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/awards/clawback-rules',
      tags,
      summary: 'Every version of every rule: of the product and of this office; at a clock, those in force on the day and known then',
      request: { params: officeParam, query: ClockQuery },
      responses: { 200: json(z.object({ items: z.array(RuleView) })) },
    }),
    async (c) => {
      const clocks = c.req.valid('query')
      const items = await readingAt(c, clocks, (db, { officeId, seeing }) => rulesFor(db, officeId, seeing))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.override',
      method: 'post',
      path: '/offices/{office}/awards/clawback-rules',
      tags,
      summary: 'Add a version of a rule by the office’s own ordinance; what was assessed before stays as it was',
      request: { params: officeParam, body: jsonBody(RuleBody) },
      responses: { 201: json(RuleView, 'Made') },
    }),
    async (c) => {
      const rule = c.req.valid('json')
      await addRule(c.get('store'), readerOf(c), actorOf(c).userId, rule)
      return c.json(rule, 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/awards/{subject}',
      tags,
      summary: 'One award: conditions, years, checks, assessments with rule and inputs, at both clocks',
      request: { params: one, query: ClockQuery },
      responses: answers,
    }),
    async (c) => c.json((await whole(c, c.req.valid('param').subject, c.req.valid('query'))) as never, 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/awards/{subject}',
      tags,
      summary: 'Change its days, project or amount; needs If-Match',
      request: { params: one, body: jsonBody(AwardChange) },
      responses: answers,
    }),
    async (c) => {
      const before = await forChange(c, c.req.valid('param').subject)
      await changeAward(c.get('store'), readerOf(c), actorOf(c).userId, before.id, before.termsVersion, c.req.valid('json') as never)
      return c.json((await whole(c, before.id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/awards/{subject}/conditions',
      tags,
      summary: 'Set a condition: an indicator and what must be reached',
      request: { params: one, body: jsonBody(ConditionBody) },
      responses: answers,
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      await addCondition(c.get('store'), readerOf(c), actorOf(c).userId, id, c.req.valid('json'))
      return c.json((await whole(c, id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'delete',
      path: '/offices/{office}/awards/{subject}/conditions/{indicator}',
      tags,
      summary: 'Take a condition away; its facts stay',
      request: { params: one.extend({ indicator: z.string().openapi({ param: { name: 'indicator', in: 'path' } }) }) },
      responses: answers,
    }),
    async (c) => {
      const { subject, indicator } = c.req.valid('param')
      await removeCondition(c.get('store'), readerOf(c), actorOf(c).userId, subject, indicator)
      return c.json((await whole(c, subject)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/awards/{subject}/checks',
      tags,
      summary: 'Record the check of a year with what was measured',
      request: { params: one, body: jsonBody(CheckBody) },
      responses: answers,
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      const { documentId = null, note = null, ...check } = c.req.valid('json')
      await recordCheck(c.get('store'), readerOf(c), actorOf(c).userId, id, { ...check, documentId, note })
      return c.json((await whole(c, id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/awards/{subject}/assessment-previews',
      tags,
      summary: 'Work a clawback out and keep nothing',
      request: { params: one, body: jsonBody(AssessBody) },
      responses: { 200: json(PreviewView) },
    }),
    async (c) => {
      const award = await whole(c, c.req.valid('param').subject)
      const found = await reading(c, (db, reader) => assessAward(db, reader.officeId, seeingOf(reader), award.id, c.req.valid('json')))
      return c.json(found as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.override',
      method: 'post',
      path: '/offices/{office}/awards/{subject}/assessments',
      tags,
      summary: 'Assess a clawback and keep it with the version of the rule and its inputs',
      request: { params: one, body: jsonBody(KeepBody) },
      responses: { 201: json(AwardView, 'Assessed') },
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      const { year = null, documents = [], reason = null, ...of } = c.req.valid('json')
      await keepAssessment(c.get('store'), readerOf(c), actorOf(c).userId, id, { ...of, year, documents, reason })
      return c.json((await whole(c, id)) as never, 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.override',
      method: 'post',
      path: '/offices/{office}/awards/{subject}/assessments/{assessment}/withdrawal',
      tags,
      summary: 'Withdraw an assessment with a reason; it stays in the record',
      request: { params: one.extend({ assessment: z.uuid().openapi({ param: { name: 'assessment', in: 'path' } }) }), body: jsonBody(Withdrawal) },
      responses: answers,
    }),
    async (c) => {
      const { subject, assessment } = c.req.valid('param')
      await withdrawAssessment(c.get('store'), readerOf(c), actorOf(c).userId, subject, assessment, c.req.valid('json').reason)
      return c.json((await whole(c, subject)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/exports/awards.csv',
      tags,
      summary: 'Every award as a row, at both clocks',
      request: { params: officeParam, query: ClockQuery },
      responses: csvAnswer,
    }),
    async (c) => csvFile(c, 'awards', rowsForCsv(await all(c, {}, c.req.valid('query')))),
  )
