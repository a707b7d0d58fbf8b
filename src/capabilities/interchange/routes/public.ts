import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { officeOf } from '#api/caller'
import { createRoutes, officeParam, route } from '#api/route'
import { publicExport } from '../public-export.ts'
import { exchangeFormats, exchangeTypes } from '../service/exchange.ts'

const file = z.string().openapi({ type: 'string', format: 'binary' })

/** 공개 내려받기: what is published, in the formats that others read. */
export const publicExportRoutes = createRoutes().openapi(
  route({
    access: 'public',
    method: 'get',
    path: '/public/offices/{office}/exports/{format}',
    tags: ['Public 공개'],
    summary: 'What the office has published, as OC4IDS 0.9.5, SDMX-JSON 2 or FollowTheMoney',
    request: {
      params: officeParam.extend({ format: z.enum(exchangeFormats).openapi({ param: { name: 'format', in: 'path' }, example: 'oc4ids' }) }),
    },
    responses: {
      200: { description: 'The file', content: { 'application/json': { schema: file }, 'application/x-ndjson': { schema: file } } },
      409: { description: 'OC4IDS where no project is published' },
    },
  }),
  async (c) => {
    const office = officeOf(c)
    const { format } = c.req.valid('param')
    const text = await c
      .get('store')
      .readOffice(office.officeId, null, (db) => publicExport(db, office, format, { origin: c.get('origin'), now: c.get('now') }))
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate' }
    if (c.req.header('if-none-match')?.replace(/^W\//, '') === etag) return c.body(null, 304, headers)
    return c.body(text, 200, {
      ...headers,
      'content-type': exchangeTypes[format].type,
      'content-disposition': `attachment; filename="${office.slug}.${exchangeTypes[format].ending}"`,
    })
  },
)
