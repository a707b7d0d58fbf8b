import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { notModified, requireMatch } from '#api/etag'
import { decodeCursor, encodeCursor, pageOf } from '#api/paging'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeParam, route } from '#api/route'
import type { Db } from '#store/store'
import { dayIn } from './embargo.ts'
import { shown } from './public.ts'
import { editionsOf, newestEditions, type PublicationRow } from './queries/publications.ts'
import { ChangeAnswer, ChoiceBody, Choices, HeadlineAnswer, ListQuery, PreviewAnswer, PublishBody, seriesParam } from './route-shapes.ts'
import { seriesForm } from './series.ts'
import * as service from './service.ts'
import { PublicationSummary, PublicationWhole, toSummary, toWhole } from './shape.ts'

const tags = ['Publishing 공표']
const placeOf = (c: Context<ApiEnv>): service.Place => {
  const office = officeOf(c)
  return { officeId: office.officeId, timeZone: office.timeZone, now: c.get('now') }
}
const userOf = (c: Context<ApiEnv>) => actorOf(c).userId
const mayReadHeld = (c: Context<ApiEnv>) => ['administrator', 'head', 'officer'].includes(officeOf(c).role ?? '')

/** Publications that the caller may read: what is held back now is not for readers without that permission. */
const readable = (c: Context<ApiEnv>, find: (db: Db) => Promise<PublicationRow[]>): Promise<PublicationRow[]> =>
  c.get('store').readOffice(placeOf(c).officeId, userOf(c), async (db) => {
    const rows = await find(db)
    if (mayReadHeld(c)) return rows
    const place = placeOf(c)
    return (await shown(db, place.officeId, rows, dayIn(place.timeZone, place.now))).map(({ row }) => row)
  })

const headlineTag = (rows: readonly PublicationRow[]) => `"h-${rows.map((row) => `${row.series}.${row.edition}`).join('+') || 'none'}"`

const compareBy: Record<z.infer<typeof ListQuery>['sort'], (a: PublicationRow, b: PublicationRow) => number> = {
  order: (a, b) => a.ord - b.ord,
  title: (a, b) => a.title_ko.localeCompare(b.title_ko, 'ko'),
  '-title': (a, b) => b.title_ko.localeCompare(a.title_ko, 'ko'),
  published: (a, b) => (a.published_at < b.published_at ? -1 : a.published_at > b.published_at ? 1 : 0),
  '-published': (a, b) => (a.published_at > b.published_at ? -1 : a.published_at < b.published_at ? 1 : 0),
}

/** 공표: what a person of the office does with publications. */
export const publishingRoutes = createRoutes()
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/publications',
      tags,
      summary: 'The newest edition of every series, standing or withdrawn',
      request: { params: officeParam, query: ListQuery },
      responses: { 200: json(pageOf(PublicationSummary)) },
    }),
    async (c) => {
      const { state, kind, q, sort, limit, cursor } = c.req.valid('query')
      const place = placeOf(c)
      const rows = await readable(c, (db) => newestEditions(db, place.officeId))
      const words = q?.normalize('NFC').toLowerCase().trim()
      const chosen = rows
        .filter((row) => state === 'all' || (row.withdrawn_at === null) === (state === 'standing'))
        .filter((row) => !kind || row.kind === kind)
        .filter((row) => !words || `${row.title_ko} ${row.title_en ?? ''} ${row.series}`.toLowerCase().includes(words))
        .sort((a, b) => compareBy[sort](a, b) || (a.series < b.series ? -1 : 1))
      const after = decodeCursor(cursor, 1)?.[0]
      const from = after === undefined ? 0 : chosen.findIndex((row) => row.series === after) + 1
      const page = chosen.slice(from, from + limit)
      const last = page.at(-1)
      return c.json(
        {
          items: page.map((row) => toSummary(row)),
          next: last && from + limit < chosen.length ? encodeCursor([last.series]) : null,
          total: chosen.length,
        },
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/publication-choices',
      tags,
      summary: 'Figures and projects that may be published, with what stands already',
      request: { params: officeParam },
      responses: { 200: json(Choices) },
    }),
    async (c) => {
      const place = placeOf(c)
      const found = await c.get('store').readOffice(place.officeId, userOf(c), (db) => service.choices(db, place))
      const open = mayReadHeld(c)
      return c.json(
        {
          figures: found.figures.map(({ formula, published }) => ({
            formula: formula.id,
            version: formula.version,
            titleKo: formula.titleKo,
            titleEn: formula.titleEn,
            definitionKo: formula.definitionKo,
            definitionEn: formula.definitionEn,
            unit: formula.unit,
            parameters: [...formula.parameters],
            published: published && toSummary(published),
          })),
          projects: found.projects
            .filter((row) => open || !row.confidential)
            .map((row) => ({
              subjectId: row.subject_id,
              kind: row.kind,
              nameKo: row.name_ko,
              nameEn: row.name_en,
              place: row.place,
              stage: row.stage,
              illustrative: row.illustrative,
              confidential: row.confidential,
              published: row.published && toSummary(row.published),
            })),
        },
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'post',
      path: '/offices/{office}/publication-previews',
      tags,
      summary: 'Exactly what publishing this would make public; nothing is published',
      request: { params: officeParam, body: jsonBody(ChoiceBody) },
      responses: { 200: json(PreviewAnswer) },
    }),
    async (c) => {
      const place = placeOf(c)
      const view = await c
        .get('store')
        .readOffice(place.officeId, userOf(c), (db) => service.preview(db, place, c.req.valid('json')), { snapshot: true })
      return c.json({ ...view, previous: view.previous && toSummary(view.previous) }, 200)
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'post',
      path: '/offices/{office}/publications',
      tags,
      summary: 'Publish, or restate beside the earlier edition with a reason',
      request: { params: officeParam, body: jsonBody(PublishBody) },
      responses: { 201: json(PublicationWhole, 'Published') },
    }),
    async (c) => {
      const { reason, headline, contentHash, ...choice } = c.req.valid('json')
      const row = await service.publish(c.get('store'), placeOf(c), actorOf(c), choice as service.Choice, { reason, headline, contentHash })
      return c.json(toWhole(row), 201)
    },
  )
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/publication-changes',
      tags,
      summary: 'Standing publications that differ from what is held today',
      request: { params: officeParam },
      responses: { 200: json(ChangeAnswer) },
    }),
    async (c) => {
      const place = placeOf(c)
      const found = await c.get('store').readOffice(place.officeId, userOf(c), (db) => service.changes(db, place), { snapshot: true })
      const open = mayReadHeld(c)
      return c.json(
        {
          items: found.map((one) => ({
            publication: toSummary(one.publication),
            changed: one.changed,
            // today's content of something that is held back now is not for readers without that permission
            today: open || one.refusals.every((refusal) => refusal.code !== 'embargoed') ? one.today : null,
            refusals: one.refusals.filter((refusal) => open || refusal.code !== 'embargoed'),
          })),
        },
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/publications/{series}',
      tags,
      summary: 'Every edition of a series with what was frozen, newest first',
      request: { params: seriesParam },
      responses: { 200: json(z.object({ items: z.array(PublicationWhole) })) },
    }),
    async (c) => {
      const place = placeOf(c)
      const { series } = c.req.valid('param')
      const rows = await readable(c, (db) => editionsOf(db, place.officeId, series))
      if (rows.length === 0) throw notFound({ ko: '공표', en: 'The publication' })
      return c.json({ items: rows.map((row) => toWhole(row)) }, 200)
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'post',
      path: '/offices/{office}/publications/{series}/withdrawal',
      tags,
      summary: 'Withdraw the newest edition; it stays readable as withdrawn, with the reason',
      request: {
        params: seriesParam,
        body: jsonBody(z.object({ reason: z.string().trim().min(1, '까닭 (a reason)').max(2000) }).openapi('Withdrawal')),
      },
      responses: { 200: json(PublicationSummary) },
    }),
    async (c) => {
      const row = await service.withdraw(c.get('store'), placeOf(c), actorOf(c), c.req.valid('param').series, c.req.valid('json').reason)
      return c.json(toSummary(row), 200)
    },
  )
  .openapi(
    route({
      access: 'publication.read',
      method: 'get',
      path: '/offices/{office}/headlines',
      tags,
      summary: "The figures on top of the office's public page, in order",
      request: { params: officeParam },
      responses: { 200: json(HeadlineAnswer), 304: { description: 'As you have it' } },
    }),
    async (c) => {
      const place = placeOf(c)
      const rows = await readable(c, (db) => service.headlines(db, place.officeId))
      if (notModified(c, headlineTag(rows))) return c.body(null, 304)
      return c.json({ items: rows.map((row) => toSummary(row)) }, 200)
    },
  )
  .openapi(
    route({
      access: 'publication.write',
      method: 'put',
      path: '/offices/{office}/headlines',
      tags,
      summary: 'Choose the headline figures and their order; send the ETag of the list as If-Match',
      request: {
        params: officeParam,
        body: jsonBody(z.object({ series: z.array(z.string().regex(seriesForm)).max(12) }).openapi('HeadlineOrder')),
      },
      responses: { 200: json(HeadlineAnswer) },
    }),
    async (c) => {
      const { series } = c.req.valid('json')
      const rows = await service.setHeadlines(c.get('store'), placeOf(c), actorOf(c), [...new Set(series)], (now) =>
        requireMatch(c, headlineTag(now)),
      )
      c.header('etag', headlineTag(rows))
      return c.json({ items: rows.map((row) => toSummary(row)) }, 200)
    },
  )

export { publicRoutes } from './public-routes.ts'
