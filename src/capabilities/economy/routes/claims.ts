import { z } from '@hono/zod-openapi'
import { officeOf } from '#api/caller'
import { decodeCursor, encodeCursor, PageQuery } from '#api/paging'
import { createRoutes, json, jsonBody, officeParam, route } from '#api/route'
import { coefficients } from '#data/economy/coefficients'
import { Id } from '#record/scalars'
import { ClaimAnswer } from '../answer-schemas.ts'
import { ClaimCase } from '../case.ts'
import { CheckedEffectPage, CoefficientList } from '../schemas.ts'
import { answerClaim } from '../service/claim.ts'
import { checkedEffects } from '../service/claims.ts'
import { tellEconomyErrors } from '../service/problem-of.ts'
import { reading, seesConfidential } from './looking.ts'

const tags = ['Economy']

/** Announced effects held to published coefficients, under /offices/{office}/economy. */
export const claimRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/economy/claims',
      tags,
      summary: 'Every announced effect of the portfolio with its sentences and its verdict, the least believable first',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          verdict: z.enum(['coherent', 'optimistic', 'outside', 'cannot-judge']).optional(),
          subject: Id.optional(),
          sort: z.enum(['verdict', 'name']).default('verdict'),
        }),
      },
      responses: { 200: json(CheckedEffectPage) },
    }),
    async (c) => {
      const { limit, cursor, verdict, subject, sort } = c.req.valid('query')
      const all = await tellEconomyErrors(() =>
        reading(c, (db) => checkedEffects(db, officeOf(c).officeId, { confidential: seesConfidential(c), subjectId: subject })),
      )
      const sorted = sort === 'name' ? [...all].sort((a, b) => a.subjectName.localeCompare(b.subjectName, 'ko') || (a.id < b.id ? -1 : 1)) : all
      const items = sorted.filter((one) => verdict === undefined || one.answer.verdict === verdict)
      const after = decodeCursor(cursor, 1)
      const from = after ? items.findIndex((one) => one.id === after[0]) + 1 : 0
      const page = items.slice(from, from + limit)
      const last = page.at(-1)
      return c.json({ items: page, next: from + limit < items.length && last ? encodeCursor([last.id]) : null, total: items.length }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'post',
      path: '/offices/{office}/economy/claim-check',
      tags,
      summary: 'Hold any announced effect to the published coefficients. Nothing is kept',
      request: { params: officeParam, body: jsonBody(ClaimCase) },
      responses: { 200: json(ClaimAnswer) },
    }),
    async (c) => c.json(await tellEconomyErrors(() => answerClaim(c.req.valid('json'))), 200),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/economy/coefficients',
      tags,
      summary: 'Published national coefficients, each with its year, scope and source',
      request: { params: officeParam },
      responses: { 200: json(CoefficientList) },
    }),
    (c) => c.json({ items: coefficients.map((one) => ({ ...one })), next: null }, 200),
  )
