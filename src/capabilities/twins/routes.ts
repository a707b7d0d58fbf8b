import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { readerOf } from '#capabilities/portfolio/index'
import { DecimalText, Id, Instant } from '#record/scalars'
import { chooseSharing, judgeTwin, renewNow, twinsOf, undoTwin } from './service.ts'

const tags = ['Counted twice']
const done = { 204: { description: 'Done' } }
const Ref = z.string().regex(/^[0-9a-f]{32}$/, '목록이 준 이름 (a ref as the list gives it)')

const Twin = z
  .object({
    subject: z.object({ id: Id, nameKo: z.string(), nameEn: z.string().nullable(), stage: z.string().nullable(), kind: z.string() }),
    other: z.object({ slug: z.string(), nameKo: z.string(), nameEn: z.string(), contact: z.string().nullable() }),
    ref: Ref,
    matched: z.array(z.enum(['party_month', 'party_amount'])),
    verdict: z
      .object({
        id: Id,
        verdict: z.enum(['same', 'not_same']),
        share: DecimalText.nullable(),
        reason: z.string().nullable(),
        madeAt: Instant,
        madeBy: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('Twin')

/** 두 기관이 함께 세는 협약. */
export const twinsRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/twins',
      tags,
      summary: 'Agreements that another office may count, too; of theirs only that they are alike is known',
      request: { params: officeParam, query: z.object({ all: z.enum(['true', 'false']).default('false') }) },
      responses: { 200: json(z.object({ sharing: z.boolean(), refreshedAt: Instant.nullable(), items: z.array(Twin), next: z.null() })) },
    }),
    async (c) => c.json({ ...(await twinsOf(c.get('store'), readerOf(c), c.req.valid('query').all === 'true')), next: null }, 200),
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'put',
      path: '/offices/{office}/twins/sharing',
      tags,
      summary: 'Share fingerprints of what is not confidential with other offices of this installation, or take all of them back',
      request: { params: officeParam, body: jsonBody(z.object({ sharing: z.boolean() })) },
      responses: done,
    }),
    async (c) => {
      await chooseSharing(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('json').sharing)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/twins/refresh',
      tags,
      summary: 'Renew the fingerprints now',
      request: { params: officeParam },
      responses: { 200: json(z.object({ fingerprints: z.number().int() })), 409: { description: 'The office shares nothing' } },
    }),
    async (c) => c.json(await renewNow(c.get('store'), readerOf(c), actorOf(c).userId), 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/twins/judgements',
      tags,
      summary: 'The same agreement (with our share), or not the same, which is remembered',
      request: {
        params: officeParam,
        body: jsonBody(
          z.object({
            subject: Id,
            other: z.string().max(60),
            ref: Ref,
            verdict: z.enum(['same', 'not_same']),
            share: z
              .string()
              .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'a share between 0 and 1 such as "0.5"')
              .nullable()
              .default(null),
            reason: z.string().trim().max(2000).nullable().default(null),
          }),
        ),
      },
      responses: { 201: json(z.object({ id: Id }), 'Decided'), 409: { description: 'Decided already' } },
    }),
    async (c) => c.json(await judgeTwin(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('json')), 201),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/twins/judgements/{twin}/undo',
      tags,
      summary: 'Take a verdict back',
      request: { params: officeAnd('twin') },
      responses: done,
    }),
    async (c) => {
      await undoTwin(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').twin)
      return c.body(null, 204)
    },
  )
