import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, notModified, requireMatch } from '#api/etag'
import { PageQuery } from '#api/paging'
import { mayInOffice } from '#api/permission'
import { invalid, notFound, ProblemError } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import type { Db } from '#store/store'
import { firmById, firmSorts, listFirms } from './queries/firms.ts'
import { FirmChange, FirmPage, FirmsCheck, FirmsForm, FirmView, NewFirm } from './schemas.ts'
import { firmsCsv } from './service/export.ts'
import { checkFirms, type FirmsFile, importFirms } from './service/import.ts'
import { editFirm, type Keeper, keepFirm } from './service/keep.ts'
import { firmView } from './service/view.ts'

const tags = ['Firms 기업 명부']
const firmPath = officeAnd('firm')

const seesConfidential = (c: Context<ApiEnv>): boolean => {
  const { role } = officeOf(c)
  return role !== null && mayInOffice(role, 'confidential.read')
}
const reading = <T>(c: Context<ApiEnv>, work: (db: Db) => Promise<T>): Promise<T> =>
  c.get('store').readOffice(officeOf(c).officeId, actorOf(c).userId, work)
const keeper = (c: Context<ApiEnv>): Keeper => ({
  store: c.get('store'),
  officeId: officeOf(c).officeId,
  by: actorOf(c).userId,
  now: c.get('now'),
  confidential: seesConfidential(c),
})

/** The firm as it stands, with its ETag. @throws ProblemError 404 */
async function whole(c: Context<ApiEnv>, id: string): Promise<FirmView> {
  const row = await reading(c, (db) => firmById(db, officeOf(c).officeId, id, seesConfidential(c)))
  if (!row) throw notFound({ ko: '기업', en: 'The firm' })
  c.header('etag', etagOf(row.subject_id, row.version))
  return firmView(row)
}

const limited = bodyLimit({
  maxSize: 20 * 1024 * 1024,
  onError: () => {
    throw new ProblemError(
      413,
      'file-too-large',
      { ko: '파일이 너무 큽니다', en: 'The file is too large' },
      { detail: { ko: '20MB까지 받습니다.', en: 'At most 20 MB.' } },
    )
  },
})
const formBody = { required: true as const, content: { 'multipart/form-data': { schema: FirmsForm } } }

async function fileOf(form: z.infer<typeof FirmsForm>): Promise<FirmsFile> {
  const { file } = form
  if (!(file instanceof File)) throw invalid('form.file', { ko: '파일 하나 (CSV, XLSX)', en: 'one file (CSV, XLSX)' }, typeof file)
  return { name: file.name.normalize('NFC'), bytes: new Uint8Array(await file.arrayBuffer()), source: form.source || null }
}

/** The register of firms, under /offices/{office}/firms. */
export const firmsRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/firms',
      tags,
      summary: 'Firms of the register: organisations with their industry, what they make, where, and how much they can sell',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          q: z.string().max(200).optional().openapi({ description: 'Words in the name or in what it makes' }),
          ksic: z
            .string()
            .regex(/^[A-U]?\d{2,5}$/)
            .optional()
            .openapi({ description: 'KSIC code; finer codes are found with it' }),
          place: z.string().max(200).optional(),
          archived: z.enum(['true', 'false']).default('false'),
          sort: z.enum(firmSorts).default('name'),
        }),
      },
      responses: { 200: json(FirmPage) },
    }),
    async (c) => {
      const { archived, ...query } = c.req.valid('query')
      const page = await reading(c, (db) =>
        listFirms(db, officeOf(c).officeId, { ...query, archived: archived === 'true', confidential: seesConfidential(c) }),
      )
      return c.json({ ...page, items: page.items.map(firmView) }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/firms',
      tags,
      summary: 'Put a firm into the register; its organisation is found by its name or made',
      request: { params: officeParam, body: jsonBody(NewFirm) },
      responses: { 201: json(FirmView, 'Added') },
    }),
    async (c) => c.json(await whole(c, await keepFirm(keeper(c), c.req.valid('json'))), 201),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/firms/check',
      tags,
      summary: 'What a CSV or XLSX file would do to the register, row by row, with what cannot be read; nothing is kept',
      middleware: limited,
      request: { params: officeParam, body: formBody },
      responses: { 200: json(FirmsCheck) },
    }),
    async (c) => {
      const file = await fileOf(c.req.valid('form'))
      return c.json((await reading(c, (db) => checkFirms(db, officeOf(c).officeId, file, seesConfidential(c)))).check, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/firms/import',
      tags,
      summary: 'Put the rows of a CSV or XLSX file into the register, in one piece; a blank cell leaves what is there',
      middleware: limited,
      request: { params: officeParam, body: formBody },
      responses: { 200: json(FirmsCheck) },
    }),
    async (c) => {
      const form = c.req.valid('form')
      return c.json(await importFirms(keeper(c), await fileOf(form), form.skipErrors === 'true'), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/firms/file',
      tags,
      summary: 'The whole register as CSV, in the columns that the import reads',
      request: { params: officeParam },
      responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } },
    }),
    async (c) =>
      c.body(await reading(c, (db) => firmsCsv(db, officeOf(c).officeId, seesConfidential(c))), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('기업 명부.csv')}`,
      }),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/firms/{firm}',
      tags,
      summary: 'One firm with its ETag',
      request: { params: firmPath },
      responses: { 200: json(FirmView) },
    }),
    async (c) => {
      const firm = await whole(c, c.req.valid('param').firm)
      return (notModified(c, etagOf(firm.id, firm.version)) as never) ?? c.json(firm, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/firms/{firm}',
      tags,
      summary: 'Change a firm, put it away or take it out again; If-Match with the version that was read',
      request: { params: firmPath, body: jsonBody(FirmChange) },
      responses: { 200: json(FirmView) },
    }),
    async (c) => {
      const id = c.req.valid('param').firm
      await editFirm(keeper(c), id, (version) => requireMatch(c, etagOf(id, version)), c.req.valid('json'))
      return c.json(await whole(c, id), 200)
    },
  )
