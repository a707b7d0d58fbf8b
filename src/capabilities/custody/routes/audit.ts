import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { PageQuery } from '#api/paging'
import { createRoutes, json, officeParam, route } from '#api/route'
import { Day, Id } from '#record/scalars'
import { verifyAudit } from '#store/audit'
import { auditWords, listAudit } from '../queries/audit.ts'
import { AuditPage, AuditVerification, AuditWords } from '../schemas.ts'

const tags = ['Custody']

/** The history of an office and whether it was tampered with. */
export const auditRoutes = createRoutes()
  .openapi(
    route({
      access: 'audit.read',
      method: 'get',
      path: '/offices/{office}/audit',
      summary: 'The history of the office, the newest first: who did what, when, and who saw confidential records (`action=confidential.read`)',
      tags,
      request: {
        params: officeParam,
        query: PageQuery.extend({
          actor: z.string().max(100).optional(),
          subject: Id.optional(),
          action: z.string().max(100).optional().openapi({ description: 'An action, or a family by its beginning and a dot: `document.`' }),
          from: Day.optional(),
          to: Day.optional(),
        }),
      },
      responses: { 200: json(AuditPage) },
    }),
    async (c) => {
      const { officeId, timeZone } = officeOf(c)
      const page = await c.get('store').readOffice(officeId, actorOf(c).userId, (db) => listAudit(db, officeId, timeZone, c.req.valid('query')))
      return c.json(page, 200)
    },
  )
  .openapi(
    route({
      access: 'audit.read',
      method: 'get',
      path: '/offices/{office}/audit/words',
      summary: 'Whom and what the history can be narrowed by',
      tags,
      request: { params: officeParam },
      responses: { 200: json(AuditWords) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      return c.json(await c.get('store').readOffice(officeId, actorOf(c).userId, (db) => auditWords(db, officeId)), 200)
    },
  )
  .openapi(
    route({
      access: 'audit.read',
      method: 'get',
      path: '/offices/{office}/audit/verification',
      summary: 'Works every hash of the chain out again',
      tags,
      request: { params: officeParam },
      responses: { 200: json(AuditVerification) },
    }),
    async (c) => {
      const verdict = await verifyAudit(c.get('store'), officeOf(c).officeId)
      return c.json(
        verdict.ok
          ? { ok: true, entries: verdict.entries, head: verdict.head, brokenAt: null, reason: null }
          : { ok: false, entries: null, head: null, brokenAt: verdict.seq, reason: verdict.reason },
        200,
      )
    },
  )
