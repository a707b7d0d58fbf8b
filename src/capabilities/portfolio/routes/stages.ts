import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { mayInOffice } from '#api/permission'
import { createRoutes, json, jsonBody, officeAnd, route } from '#api/route'
import { Day, Id } from '#record/scalars'
import { readerOf } from '../reader.ts'
import { changeStage, voidStage } from '../stage-change.ts'
import { done } from './schemas.ts'

const tags = ['portfolio']
const reason = z.string().trim().max(2000)

/** 단계: record a step with its evidence, or strike one. */
export const stageRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/stages',
      tags,
      summary: 'Record a stage: with a document as evidence, or (head, administrator) with a reason alone',
      request: {
        params: officeAnd('subject'),
        body: jsonBody(
          z.object({
            toStage: z.string().max(40),
            occurredFrom: Day.nullable().default(null),
            occurredTo: Day.nullable().default(null),
            occurredText: z.string().max(200).nullable().default(null),
            documentId: Id.nullable().default(null),
            reason: reason.nullable().default(null),
          }),
        ),
      },
      responses: { 201: json(z.object({ eventId: Id, judgementId: Id, stage: z.string().nullable() }), 'Recorded') },
    }),
    async (c) => {
      const { toStage, occurredFrom, occurredTo, occurredText, documentId, reason: why } = c.req.valid('json')
      const role = officeOf(c).role
      const mayOverride = role !== null && mayInOffice(role, 'portfolio.override')
      const change = { toStage, occurred: { from: occurredFrom, to: occurredTo, text: occurredText }, documentId, reason: why }
      return c.json(await changeStage(c.get('store'), readerOf(c), actorOf(c).userId, mayOverride, c.req.valid('param').subject, change), 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/stages/{event}/void',
      tags,
      summary: 'Strike a stage event; it stays in the record',
      request: { params: officeAnd('subject').extend({ event: Id }), body: jsonBody(z.object({ reason: reason.min(1, '까닭 (a reason)') })) },
      responses: done,
    }),
    async (c) => {
      const { subject, event } = c.req.valid('param')
      await voidStage(c.get('store'), readerOf(c), actorOf(c).userId, subject, event, c.req.valid('json').reason)
      return c.body(null, 204)
    },
  )
