import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, notModified, requireMatch } from '#api/etag'
import { decodeCursor, encodeCursor, PageQuery, pageOf } from '#api/paging'
import { mayInOffice } from '#api/permission'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { dayIn, publicSeries } from '#capabilities/publishing/index'
import type { Db } from '#store/store'
import { askForCorrection, decideCorrection } from './corrections.ts'
import { placeList } from './place-list.ts'
import { degree, setPlace, unsetPlace } from './places.ts'
import { type CorrectionRow, correctionById, countOpen, listCorrections } from './queries/corrections.ts'
import { countFollowers } from './queries/followers.ts'
import { placePoint, placePoints, placesNamed } from './queries/places.ts'
import { Complaint, Correction, CorrectionAnswer, CorrectionState, Place, PointBody } from './schemas.ts'

export { commentRoutes } from './comment-routes.ts'

const tags = ['Citizens 시민']
const requestPath = officeAnd('request')
const placeId = '00000000'

const read = <T>(c: Context<ApiEnv>, work: (db: Db) => Promise<T>): Promise<T> =>
  c.get('store').readOffice(officeOf(c).officeId, actorOf(c).userId, work)
const today = (c: Context<ApiEnv>) => dayIn(officeOf(c).timeZone, c.get('now'))

/** A request with the title of the page that it speaks of. */
async function viewOf(db: Db, c: Context<ApiEnv>, row: CorrectionRow): Promise<Correction> {
  const office = officeOf(c)
  const editions = await publicSeries(db, office.officeId, row.series, today(c))
  const edition = editions.find((one) => one.row.edition === row.edition)
  return {
    id: row.request_id,
    series: row.series,
    edition: row.edition,
    titleKo: edition?.payload.titleKo ?? null,
    titleEn: edition?.payload.titleEn ?? null,
    page: edition ? `/o/${office.slug}/${edition.row.kind === 'figure' ? 'f' : 'p'}/${row.series}/${row.edition}` : null,
    words: row.words,
    address: row.address,
    state: row.state,
    answer: row.answer,
    answeredAt: row.answered_at,
    mailedAt: row.mailed_at,
    createdAt: row.created_at,
    version: row.version,
  }
}

/** 시민: requests for correction, the sketch's places, and who follows. */
export const citizensRoutes = createRoutes()
  .openapi(
    route({
      access: 'public',
      method: 'post',
      path: '/public/offices/{office}/corrections',
      tags,
      summary: 'Say that a public page is wrong; five letters an hour from one place',
      request: { params: officeParam, body: jsonBody(Complaint) },
      responses: { 202: json(z.object({ id: z.uuid() }), 'Taken') },
    }),
    async (c) => {
      const office = officeOf(c)
      const { address, ...said } = c.req.valid('json')
      const id = await askForCorrection(
        c.get('store'),
        { officeId: office.officeId, today: today(c), now: c.get('now'), from: c.get('address') },
        { ...said, address: address || null },
      )
      return c.json({ id }, 202)
    },
  )
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/corrections',
      tags,
      summary: 'What people outside say is wrong, newest first',
      request: {
        params: officeParam,
        query: PageQuery.extend({ state: z.union([CorrectionState, z.literal('all')]).default('open'), series: z.string().max(80).optional() }),
      },
      responses: { 200: json(pageOf(Correction).extend({ open: z.number().int() })) },
    }),
    async (c) => {
      const { state, series, limit, cursor } = c.req.valid('query')
      const office = officeOf(c)
      return c.json(
        await read(c, async (db) => {
          const { rows, total } = await listCorrections(db, office.officeId, {
            state,
            limit,
            after: decodeCursor(cursor, 2),
            ...(series ? { series } : {}),
          })
          const page = rows.slice(0, limit)
          const last = page.at(-1)
          const items: Correction[] = []
          for (const row of page) items.push(await viewOf(db, c, row))
          return {
            items,
            next: last && rows.length > limit ? encodeCursor([last.created_at, last.request_id]) : null,
            total,
            open: await countOpen(db, office.officeId),
          }
        }),
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'post',
      path: '/offices/{office}/corrections/{request}/answer',
      tags,
      summary: 'Say what came of a request (corrected, or it stands), or open it again; If-Match with the version that was read',
      request: {
        params: requestPath,
        body: jsonBody(z.object({ state: CorrectionState, answer: z.string().max(4000).nullable().default(null) }).openapi('CorrectionDecision')),
      },
      responses: { 200: json(CorrectionAnswer) },
    }),
    async (c) => {
      const office = officeOf(c)
      const { request } = c.req.valid('param')
      const before = await read(c, (db) => correctionById(db, office.officeId, request))
      if (!before) throw notFound({ ko: '정정 요청', en: 'The request' })
      requireMatch(c, etagOf(request, before.version))
      const { row, mailProblem } = await decideCorrection(
        c.get('store'),
        { officeId: office.officeId, officeName: office.nameKo, by: actorOf(c).userId, now: c.get('now') },
        request,
        before.version,
        c.req.valid('json'),
      )
      c.header('etag', etagOf(request, row.version))
      return c.json({ ...(await read(c, (db) => viewOf(db, c, row))), mailProblem }, 200)
    },
  )
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/followers',
      tags,
      summary: 'How many follow by mail, by what they follow; no address leaves the house',
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(z.object({ series: z.string(), count: z.number().int() })) })) },
    }),
    async (c) => c.json({ items: await read(c, (db) => countFollowers(db, officeOf(c).officeId)) }, 200),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/places',
      tags,
      summary: 'Places that subjects name, and where they stand on the public sketch',
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(Place) })), 304: { description: 'As you have it' } },
    }),
    async (c) => {
      const office = officeOf(c)
      const items = await read(c, async (db) =>
        placeList(
          await placesNamed(db, office.officeId, office.role !== null && mayInOffice(office.role, 'confidential.read')),
          await placePoints(db, office.officeId),
        ),
      )
      if (notModified(c, `"places-${items.length}-${items.reduce((sum, one) => sum + one.version, 0)}"`)) return c.body(null, 304)
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'put',
      path: '/offices/{office}/places',
      tags,
      summary: 'Give a place its point; If-Match "00000000-0" for a new one, else with its version',
      request: { params: officeParam, body: jsonBody(PointBody) },
      responses: { 200: json(PointBody.extend({ version: z.number().int() })) },
    }),
    async (c) => {
      const office = officeOf(c)
      const { name, ...body } = c.req.valid('json')
      const point = { ...body, north: degree('json.north', body.north, 33, 39), east: degree('json.east', body.east, 124, 132) }
      const row = await setPlace(
        c.get('store'),
        { officeId: office.officeId, by: actorOf(c).userId, now: c.get('now') },
        name,
        (before) => requireMatch(c, etagOf(placeId, before?.version ?? 0)),
        point,
      )
      c.header('etag', etagOf(placeId, row.version))
      return c.json({ name, north: row.north, east: row.east, source: row.source, illustrative: row.illustrative, version: row.version }, 200)
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'delete',
      path: '/offices/{office}/places',
      tags,
      summary: 'Take a place off the sketch',
      request: { params: officeParam, query: z.object({ name: z.string().min(1).max(200) }) },
      responses: { 204: { description: 'Taken off' } },
    }),
    async (c) => {
      const office = officeOf(c)
      const { name } = c.req.valid('query')
      const before = await read(c, (db) => placePoint(db, office.officeId, name))
      requireMatch(c, etagOf(placeId, before?.version ?? 0))
      await unsetPlace(c.get('store'), { officeId: office.officeId, by: actorOf(c).userId }, name)
      return c.body(null, 204)
    },
  )
