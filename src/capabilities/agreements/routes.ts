import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { etagOf, requireMatch } from '#api/etag'
import { PageQuery } from '#api/paging'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { csvAnswer, csvFile, notKnownThen, pageOfRows, planReading, readingAt, sortQuery } from '#capabilities/plans/index'
import { ClockQuery, readerOf } from '#capabilities/portfolio/index'
import { Id } from '#record/scalars'
import { rowsForCsv } from './csv.ts'
import {
  AgreementChange,
  AgreementPage,
  AgreementView,
  EndBody,
  NewAgreementBody,
  NewObligationBody,
  ObligationChange,
  ObligationPage,
  ObligationView,
  PartyBody,
  RenewalBody,
} from './schemas.ts'
import { addAgreement, addObligation, addParty, changeAgreement, changeObligation, endAgreement, obligationOf, renewAgreement } from './service.ts'
import { type Agreement, agreementsOf, obligationsOf } from './view.ts'

const tags = ['agreements']
const one = officeAnd('subject')
const obligationPath = officeAnd('obligation')
const done = { 204: { description: 'Done' } }

const { all, whole, forChange } = planReading({ ko: '협약', en: 'The agreement' }, agreementsOf)

const sorts = {
  name: (row: Agreement) => row.nameKo,
  signed: (row: Agreement) => row.signedOn,
  ends: (row: Agreement) => row.validity.endsOn,
}
const answers = { 200: json(AgreementView) }

/** 협약과 의무, under /offices/{office}. */
export const agreementsRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/agreements',
      tags,
      summary: 'Agreements with parties, what each owes, validity',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          q: z.string().max(200).optional(),
          state: z.enum(['ended', 'expired', 'past_usual', 'ends_soon', 'in_force', 'not_yet', 'unknown']).optional(),
          sort: sortQuery(['name', 'signed', 'ends'], 'ends', 'ends'),
        }).extend(ClockQuery.shape),
      },
      responses: { 200: json(AgreementPage) },
    }),
    async (c) => {
      const { q, state, sort, limit, cursor, ...clocks } = c.req.valid('query')
      const rows = (await all(c, { words: q }, clocks)).filter((row) => state === undefined || row.validity.state === state)
      return c.json(pageOfRows(rows, { limit, cursor, descending: sort.descending }, sorts[sort.by]) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/agreements',
      tags,
      summary: 'Add an agreement with its parties',
      request: { params: officeParam, body: jsonBody(NewAgreementBody) },
      responses: { 201: json(z.object({ id: Id }), 'Made') },
    }),
    async (c) => c.json({ id: await addAgreement(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('json')) }, 201),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/agreements/{subject}',
      tags,
      summary: 'One agreement, as it was and was known at both clocks',
      request: { params: one, query: ClockQuery },
      responses: answers,
    }),
    async (c) => c.json((await whole(c, c.req.valid('param').subject, c.req.valid('query'))) as never, 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/agreements/{subject}',
      tags,
      summary: 'Change the day of signing or the end; needs If-Match',
      request: { params: one, body: jsonBody(AgreementChange) },
      responses: answers,
    }),
    async (c) => {
      const before = await forChange(c, c.req.valid('param').subject)
      await changeAgreement(c.get('store'), readerOf(c), actorOf(c).userId, before.id, before.termsVersion, c.req.valid('json'))
      return c.json((await whole(c, before.id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/agreements/{subject}/parties',
      tags,
      summary: 'Add a party with its role and its part',
      request: { params: one, body: jsonBody(PartyBody) },
      responses: answers,
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      await addParty(c.get('store'), readerOf(c), actorOf(c).userId, id, c.req.valid('json'))
      return c.json((await whole(c, id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/agreements/{subject}/renewals',
      tags,
      summary: 'Renew it until a later day',
      request: { params: one, body: jsonBody(RenewalBody) },
      responses: answers,
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      const { documentId = null, reason = null, ...days } = c.req.valid('json')
      await renewAgreement(c.get('store'), readerOf(c), actorOf(c).userId, id, { ...days, documentId, reason })
      return c.json((await whole(c, id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/agreements/{subject}/end',
      tags,
      summary: 'It was terminated or fulfilled',
      request: { params: one, body: jsonBody(EndBody) },
      responses: answers,
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      await endAgreement(c.get('store'), readerOf(c), actorOf(c).userId, id, c.req.valid('json'))
      return c.json((await whole(c, id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/obligations',
      tags,
      summary: 'Who owes what by when; what is due first at the top',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          subject: Id.optional(),
          kind: z.enum(['obligation', 'co_benefit']).optional(),
          state: z.enum(['met', 'waived', 'late', 'open', 'due', 'all']).default('due').openapi({ description: 'due: late or open' }),
        }).extend(ClockQuery.shape),
      },
      responses: { 200: json(ObligationPage) },
    }),
    async (c) => {
      const { subject, kind, state, limit, cursor, ...clocks } = c.req.valid('query')
      const rows = await readingAt(c, clocks, (db, { officeId, seeing, day }) =>
        obligationsOf(db, officeId, seeing, day, subject ? { subjectIds: [subject] } : {}),
      )
      const kept = rows.filter(
        (row) =>
          (kind === undefined || row.kind === kind) &&
          (state === 'all' || (state === 'due' ? row.state === 'late' || row.state === 'open' : row.state === state)),
      )
      return c.json(pageOfRows(kept, { limit, cursor, descending: false }, (row) => row.dueOn) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/subjects/{subject}/obligations',
      tags,
      summary: 'Add an obligation (or a co-benefit of an investment) with who owes it and by when',
      request: { params: one, body: jsonBody(NewObligationBody) },
      responses: { 201: json(ObligationView, 'Made') },
    }),
    async (c) => {
      const reader = readerOf(c)
      const id = await addObligation(c.get('store'), reader, actorOf(c).userId, c.req.valid('param').subject, c.req.valid('json'))
      return c.json((await obligationOf(c.get('store'), reader, id)) as never, 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/obligations/{obligation}',
      tags,
      summary: 'One obligation, as it was and was known at both clocks',
      request: { params: obligationPath, query: ClockQuery },
      responses: { 200: json(ObligationView) },
    }),
    async (c) => {
      const clocks = c.req.valid('query')
      const id = c.req.valid('param').obligation
      const back = clocks.asOf !== undefined || clocks.knownOn !== undefined
      const [then] = back
        ? await readingAt(c, clocks, (db, { officeId, seeing, day }) => obligationsOf(db, officeId, seeing, day, { ids: [id] }))
        : []
      if (then) return c.json(then as never, 200)
      const found = await obligationOf(c.get('store'), readerOf(c), id)
      if (back) throw notKnownThen({ ko: '의무', en: 'The obligation' })
      c.header('etag', etagOf(found.id, found.version))
      return c.json(found as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/obligations/{obligation}',
      tags,
      summary: 'Change it, mark it met (with its proof) or waived (with a reason); needs If-Match',
      request: { params: obligationPath, body: jsonBody(ObligationChange) },
      responses: { 200: json(ObligationView) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const before = await obligationOf(c.get('store'), reader, c.req.valid('param').obligation)
      requireMatch(c, etagOf(before.id, before.version))
      await changeObligation(c.get('store'), reader, actorOf(c).userId, before, c.req.valid('json') as never)
      return c.json((await obligationOf(c.get('store'), reader, before.id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'delete',
      path: '/offices/{office}/obligations/{obligation}',
      tags,
      summary: 'Take it away; the audit keeps what it said',
      request: { params: obligationPath },
      responses: done,
    }),
    async (c) => {
      const reader = readerOf(c)
      const before = await obligationOf(c.get('store'), reader, c.req.valid('param').obligation)
      await changeObligation(c.get('store'), reader, actorOf(c).userId, before, { removed: true })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/exports/agreements.csv',
      tags,
      summary: 'Every agreement as a row, at both clocks',
      request: { params: officeParam, query: ClockQuery },
      responses: csvAnswer,
    }),
    async (c) => csvFile(c, 'agreements', rowsForCsv(await all(c, {}, c.req.valid('query')))),
  )
