import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, route } from '#api/route'
import { Figure } from '#record/figure'
import { Day, Id } from '#record/scalars'
import { Relation } from '#record/subject'
import { computeFigures } from '../compute.ts'
import { joinSubjects, partSubject } from '../identity.ts'
import { similarSubjects } from '../queries/identity.ts'
import { subjectById } from '../queries/project.ts'
import { readerOf } from '../reader.ts'
import { relate, setAliases, unrelate } from '../relations.ts'
import { done } from './schemas.ts'

const tags = ['portfolio']
const one = officeAnd('subject')
const reason = z.string().max(2000).nullable().default(null)

/** 같은 것과 당사자: join, part, propose; aliases and relations. */
export const identityRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/projects/{subject}/similar',
      tags,
      summary: 'Subjects that may be the same; a person decides',
      request: { params: one },
      responses: {
        200: json(
          z.object({
            items: z.array(
              z.object({
                id: Id,
                nameKo: z.string(),
                nameEn: z.string().nullable(),
                place: z.string().nullable(),
                stage: z.string().nullable(),
                similarity: z.number(),
                samePlace: z.boolean().nullable(),
                sharedInvestors: z.array(z.string()),
              }),
            ),
            next: z.null(),
          }),
        ),
      },
    }),
    async (c) => {
      const reader = readerOf(c)
      const id = c.req.valid('param').subject
      const items = await c.get('store').readOffice(reader.officeId, reader.userId, async (db) => {
        if (!(await subjectById(db, reader.officeId, id, reader.confidential))) throw notFound({ ko: '사업', en: 'The project' })
        return similarSubjects(db, reader.officeId, id, reader.confidential)
      })
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/projects/{subject}/join-preview/{other}',
      tags,
      summary: 'What joining two subjects would do to the totals',
      request: { params: one.extend({ other: Id }) },
      responses: { 200: json(z.object({ before: z.array(Figure), after: z.array(Figure) })) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { subject, other } = c.req.valid('param')
      const query = { confidential: reader.confidential, now: reader.now, timeZone: reader.timeZone, quotes: false }
      const ids = ['announced_investment', 'project_count']
      const both = await c.get('store').readOffice(
        reader.officeId,
        reader.userId,
        async (db) => ({
          before: await computeFigures(db, reader.officeId, ids, query),
          after: await computeFigures(db, reader.officeId, ids, { ...query, supposing: [{ a: subject, b: other }] }),
        }),
        { snapshot: true },
      )
      return c.json(both, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/join',
      tags,
      summary: 'These two are one and the same',
      request: { params: one, body: jsonBody(z.object({ other: Id, reason })) },
      responses: { 200: json(z.object({ judgementId: Id, canonical: Id })), 409: { description: 'One already' } },
    }),
    async (c) => {
      const { other, reason: why } = c.req.valid('json')
      return c.json(await joinSubjects(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').subject, other, why), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/part',
      tags,
      summary: 'This one is not the same as those it was joined with',
      request: { params: one, body: jsonBody(z.object({ reason })) },
      responses: { 200: json(z.object({ judgementId: Id })), 409: { description: 'Joined with nothing' } },
    }),
    async (c) =>
      c.json(await partSubject(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').subject, c.req.valid('json').reason), 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'put',
      path: '/offices/{office}/projects/{subject}/aliases',
      tags,
      summary: 'The other names of a subject',
      request: { params: one, body: jsonBody(z.object({ names: z.array(z.string().trim().min(1).max(300)).max(100) })) },
      responses: done,
    }),
    async (c) => {
      await setAliases(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').subject, c.req.valid('json').names)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/relations',
      tags,
      summary: 'Add a party or another relation; an organisation is found by its name or made',
      request: {
        params: one,
        body: jsonBody(
          z
            .object({
              role: Relation.shape.role,
              name: z.string().trim().min(1).max(200).optional(),
              other: Id.optional(),
              ours: z.literal(true).optional().openapi({ description: 'The office itself: with a share, its part of a joint agreement' }),
              direction: z.enum(['from', 'to']).default('from'),
              part: z.string().max(300).nullable().default(null),
              share: z
                .string()
                .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'a share between 0 and 1 such as "0.5"')
                .nullable()
                .default(null),
              since: Day.nullable().default(null),
              until: Day.nullable().default(null),
            })
            .refine(
              (value) => [value.name, value.other, value.ours].filter((one) => one !== undefined).length === 1,
              '이름(name), 대상(other), 우리 기관(ours) 가운데 하나 (one of name, other and ours)',
            ),
        ),
      },
      responses: { 201: json(z.object({ id: Id }), 'Added') },
    }),
    async (c) => c.json({ id: await relate(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').subject, c.req.valid('json')) }, 201),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'delete',
      path: '/offices/{office}/projects/{subject}/relations/{relation}',
      tags,
      summary: 'End a relation; that it was held stays in the record',
      request: { params: one.extend({ relation: Id }) },
      responses: done,
    }),
    async (c) => {
      const { subject, relation } = c.req.valid('param')
      await unrelate(c.get('store'), readerOf(c), actorOf(c).userId, subject, relation)
      return c.body(null, 204)
    },
  )
