import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { createRoutes, json, jsonBody, officeParam, route } from '#api/route'
import { keepApart } from '#capabilities/portfolio/index'
import { Id } from '#record/scalars'
import { indicatorsOf } from '../queries/subjects.ts'
import { SameSubjects, ToldApart } from '../schemas-identity.ts'
import { sameSubjects } from '../service/same-subjects.ts'
import { reading, seesConfidential } from './looking.ts'

const tags = ['Documents']

/** Names across documents under /offices/{office}/identity. Joining two is the portfolio's `/projects/{subject}/join`. */
export const identityRoutes = createRoutes()
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/identity/suggestions',
      summary: 'Organisations, agreements or projects of several documents that may be one, each explained; a person decides',
      tags,
      request: { params: officeParam, query: z.object({ kind: z.enum(['organisation', 'agreement', 'project']).default('organisation') }) },
      responses: {
        200: json(
          z.object({ items: z.array(SameSubjects), indicators: z.array(z.object({ id: z.string(), nameKo: z.string(), nameEn: z.string() })) }),
        ),
      },
    }),
    async (c) => {
      const { kind } = c.req.valid('query')
      const { officeId } = officeOf(c)
      const answer = await reading(c, async (db) => {
        const indicators = (await indicatorsOf(db, officeId)).map((one) => ({ id: one.indicator_id, nameKo: one.name_ko, nameEn: one.name_en }))
        return { items: await sameSubjects(db, officeId, kind, seesConfidential(c)), indicators }
      })
      return c.json(answer, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/identity/not-same',
      summary: 'These two are not the same; remembered, so that they are not proposed again',
      tags,
      request: { params: officeParam, body: jsonBody(ToldApart) },
      responses: { 200: json(z.object({ judgementId: Id })), 409: { description: 'They are joined' } },
    }),
    async (c) => {
      const { a, b, reason } = c.req.valid('json')
      const who = { officeId: officeOf(c).officeId, confidential: seesConfidential(c) }
      return c.json(await keepApart(c.get('store'), who, actorOf(c).userId, a, b, reason || null), 200)
    },
  )
