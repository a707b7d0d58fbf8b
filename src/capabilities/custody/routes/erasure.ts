import { actorOf, officeOf } from '#api/caller'
import { createRoutes, json, jsonBody, officeAnd, route } from '#api/route'
import { Erasure, ErasureOrder } from '../schemas.ts'
import { eraseDocument, erasurePreview } from '../service/erase.ts'

const tags = ['Custody']
const path = '/offices/{office}/documents/{document}/erasure' as const
const params = officeAnd('document')

/** Erasure of a document by law or takedown. */
export const erasureRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.override',
      method: 'get',
      path,
      summary: 'What erasing the document would take away and which facts would lose their source; nothing is done',
      tags,
      request: { params },
      responses: { 200: json(Erasure) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const found = await c.get('store').readOffice(officeId, actorOf(c).userId, (db) => erasurePreview(db, officeId, c.req.valid('param').document))
      return c.json(Erasure.parse(found), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.override',
      method: 'post',
      path,
      summary: 'Erase the document everywhere. It cannot be taken back: `confirm` is its title, typed',
      tags,
      request: { params, body: jsonBody(ErasureOrder) },
      responses: { 200: json(Erasure) },
    }),
    async (c) => {
      const { officeId, timeZone } = officeOf(c)
      const done = await eraseDocument(
        c.get('store'),
        { officeId, timeZone, now: c.get('now') },
        actorOf(c).userId,
        c.req.valid('param').document,
        c.req.valid('json'),
      )
      return c.json(done, 200)
    },
  )
