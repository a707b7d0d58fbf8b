import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { decodeCursor, encodeCursor, PageQuery, pageOf } from '#api/paging'
import { notFound } from '#api/problem'
import { createRoutes, json, officeParam, route } from '#api/route'
import type { Db } from '#store/store'
import { publicationsCsv } from './csv.ts'
import { dayIn } from './embargo.ts'
import { type PublicEdition, publicOffice, publicSeries, shown } from './public.ts'
import { allEditions, listedOffices } from './queries/publications.ts'
import { seriesParam } from './route-shapes.ts'
import { PublicationWhole, toWhole } from './shape.ts'

const tags = ['Public 공개']
const PublicOfficeAnswer = z
  .object({ slug: z.string(), nameKo: z.string(), nameEn: z.string(), kind: z.string(), place: z.string().nullable(), page: z.string() })
  .openapi('PublicOffice')
const PublicPublication = PublicationWhole.omit({ order: true, opensOn: true })
  .extend({
    page: z.string().openapi({ description: 'The fixed address of this edition' }),
    redacted: z.boolean().openapi({ description: 'Sentences were taken out since; the receipt speaks of the payload as it was frozen' }),
  })
  .openapi('PublicPublication')

/** The fixed address of an edition on the public pages. */
export const pageOfEdition = (slug: string, { row }: PublicEdition): string =>
  `/o/${slug}/${row.kind === 'figure' ? 'f' : 'p'}/${row.series}/${row.edition}`

function toPublic(origin: string, slug: string, edition: PublicEdition) {
  const { order: _order, opensOn: _opensOn, ...whole } = toWhole(edition.row, edition.payload)
  return { ...whole, page: `${origin}${pageOfEdition(slug, edition)}`, redacted: edition.redacted }
}

/** The key of the list: oldest publication first, so that what comes later never moves a page. */
const placeIn = ({ row }: PublicEdition) => `${row.published_at} ${row.series}`

const today = (c: Context<ApiEnv>) => dayIn(officeOf(c).timeZone, c.get('now'))
const read = <T>(c: Context<ApiEnv>, work: (db: Db) => Promise<T>) => c.get('store').readOffice(officeOf(c).officeId, null, work)

/** May be kept by anybody, and asked about again each time. */
function keep(c: Context<ApiEnv>, body: string): string | null {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  c.header('etag', etag)
  c.header('cache-control', 'public, max-age=0, must-revalidate')
  return c.req.header('if-none-match')?.replace(/^W\//, '') === etag ? null : body
}

const csvAnswer = { description: 'CSV in UTF-8 with a byte order mark', content: { 'text/csv': { schema: z.string() } } }

function csv(c: Context<ApiEnv>, name: string, text: string): Response {
  const body = keep(c, text)
  if (body === null) return c.body(null, 304)
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}

/** 공개 자료: what anybody may read, without signing in. */
export const publicRoutes = createRoutes()
  .openapi(
    route({
      access: 'public',
      method: 'get',
      path: '/public/offices',
      tags,
      summary: 'Offices with public pages',
      responses: { 200: json(z.object({ items: z.array(PublicOfficeAnswer) })) },
    }),
    async (c) => {
      const rows = await c.get('store').global((db) => listedOffices(db))
      const items = rows.map((row) => ({
        slug: row.slug,
        nameKo: row.name_ko,
        nameEn: row.name_en,
        kind: row.kind,
        place: row.place,
        page: `${c.get('origin')}/o/${row.slug}`,
      }))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      access: 'public',
      method: 'get',
      path: '/public/offices/{office}/publications',
      tags,
      summary: 'What the office has published: the newest edition of every series, withdrawn ones marked',
      request: { params: officeParam, query: PageQuery.extend({ kind: z.enum(['figure', 'project']).optional() }) },
      responses: { 200: json(pageOf(PublicPublication)) },
    }),
    async (c) => {
      const { kind, limit, cursor } = c.req.valid('query')
      const office = officeOf(c)
      const found = await read(c, (db) => publicOffice(db, office.officeId, today(c)))
      const editions = [...found.figures, ...found.projects, ...found.withdrawn]
        .filter((edition) => !kind || edition.row.kind === kind)
        .sort((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1))
      const after = decodeCursor(cursor, 1)?.[0]
      const rest = after === undefined || after === null ? editions : editions.filter((edition) => placeIn(edition) > String(after))
      const page = rest.slice(0, limit)
      const last = page.at(-1)
      return c.json(
        {
          items: page.map((edition) => toPublic(c.get('origin'), office.slug, edition)),
          next: last && rest.length > limit ? encodeCursor([placeIn(last)]) : null,
          total: editions.length,
        },
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'public',
      method: 'get',
      path: '/public/offices/{office}/publications/{series}',
      tags,
      summary: 'Every edition of a series, newest first, with facts, sentences and receipts',
      request: { params: seriesParam },
      responses: { 200: json(z.object({ items: z.array(PublicPublication) })) },
    }),
    async (c) => {
      const office = officeOf(c)
      const editions = await read(c, (db) => publicSeries(db, office.officeId, c.req.valid('param').series, today(c)))
      if (editions.length === 0) throw notFound({ ko: '공표', en: 'The publication' })
      return c.json({ items: editions.map((edition) => toPublic(c.get('origin'), office.slug, edition)) }, 200)
    },
  )
  .openapi(
    route({
      access: 'public',
      method: 'get',
      path: '/public/offices/{office}/publications/{series}/csv',
      tags,
      summary: 'Every edition of a series as CSV, one line a sentence',
      request: { params: seriesParam },
      responses: { 200: csvAnswer },
    }),
    async (c) => {
      const office = officeOf(c)
      const { series } = c.req.valid('param')
      const editions = await read(c, (db) => publicSeries(db, office.officeId, series, today(c)))
      if (editions.length === 0) throw notFound({ ko: '공표', en: 'The publication' })
      return csv(c, `${office.slug}-${series}`, publicationsCsv(office.slug, editions))
    },
  )
  .openapi(
    route({
      access: 'public',
      method: 'get',
      path: '/public/offices/{office}/csv',
      tags,
      summary: 'All editions of the office as CSV, newest first, one line a sentence',
      request: { params: officeParam },
      responses: { 200: csvAnswer },
    }),
    async (c) => {
      const office = officeOf(c)
      const editions = await read(c, async (db) => shown(db, office.officeId, await allEditions(db, office.officeId, 10_000), today(c)))
      return csv(c, `${office.slug}-publications`, publicationsCsv(office.slug, editions))
    },
  )
