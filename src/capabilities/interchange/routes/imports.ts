import { z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { actorOf, officeOf } from '#api/caller'
import { decodeCursor, encodeCursor, PageQuery, pageOf } from '#api/paging'
import { invalid, notFound, ProblemError } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { type TableId, tableIds, tableOf } from '#engines/interchange/tables'
import { getBlob } from '#store/blobs'
import { type ChangeRow, importChanges, importRuns } from '../queries/runs.ts'
import { ApplyOrder, ImportChange, ImportRun } from '../schemas.ts'
import { orderWork, runOf, startImport, stopImport } from '../service/orders.ts'
import { lookingOf } from './exports.ts'

const tags = ['Interchange']
const one = officeAnd('import')

/** Largest file; 10,000 rows in five sheets have about 4 MB. */
export const largestImport = 50 * 1024 * 1024

const tooLarge = bodyLimit({
  maxSize: largestImport,
  onError: () => {
    throw new ProblemError(
      413,
      'file-too-large',
      { ko: '파일이 너무 큽니다', en: 'The file is too large' },
      { detail: { ko: '50MB까지 받습니다. 나누어 올려 주세요.', en: 'At most 50 MB; bring it in parts.' } },
    )
  },
})

const run = (row: Awaited<ReturnType<typeof runOf>>) => ImportRun.parse(row)

function change(row: ChangeRow): z.infer<typeof ImportChange> {
  const told = (row.told ?? {}) as { expected?: unknown; todo?: unknown; cells?: unknown }
  const column = row.column === null ? undefined : tableOf(row.table as TableId).columns.find((each) => each.id === row.column)
  return ImportChange.parse({
    ...row,
    columnName: column ? { ko: column.ko, en: column.en } : null,
    expected: told.expected ?? null,
    todo: told.todo ?? null,
    cells: told.cells ?? [],
  })
}

const accepted = { 202: json(ImportRun, 'Put into the queue') }

/** 가져오기: a file is checked first, shown change by change, applied as a whole and taken back as a whole. */
export const importRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/imports',
      tags,
      summary: 'Bring an XLSX or CSV file (multipart); it is checked in the background and nothing is written before it is applied',
      middleware: tooLarge,
      request: {
        params: officeParam,
        body: {
          required: true,
          content: { 'multipart/form-data': { schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }) }) } },
        },
      },
      responses: accepted,
    }),
    async (c) => {
      const { file } = c.req.valid('form')
      if (!(file instanceof File)) throw invalid('form.file', { ko: '파일 하나', en: 'one file' }, typeof file)
      const { officeId } = officeOf(c)
      const by = actorOf(c).userId
      const id = await startImport(c.get('store'), officeId, by, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })
      c.header('location', `/api/v1/offices/${c.req.valid('param').office}/imports/${id}`)
      return c.json(run(await runOf(c.get('store'), officeId, by, id, lookingOf(c).confidential)), 202)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'get',
      path: '/offices/{office}/imports',
      tags,
      summary: 'Imports of the office, the latest first',
      request: { params: officeParam, query: PageQuery },
      responses: { 200: json(pageOf(ImportRun)) },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const looking = lookingOf(c)
      const rows = await c
        .get('store')
        .readOffice(looking.officeId, actorOf(c).userId, (db) =>
          importRuns(db, looking.officeId, { confidential: looking.confidential, limit: limit + 1, after: decodeCursor(cursor, 2) }),
        )
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return c.json({ items: items.map(run), next: rows.length > limit && last ? encodeCursor([last.madeAt, last.id]) : null }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'get',
      path: '/offices/{office}/imports/{import}',
      tags,
      summary: 'One import: how far it is, what was found, what came of it',
      request: { params: one },
      responses: { 200: json(ImportRun) },
    }),
    async (c) => {
      const looking = lookingOf(c)
      c.header('cache-control', 'private, no-cache')
      return c.json(run(await runOf(c.get('store'), looking.officeId, actorOf(c).userId, c.req.valid('param').import, looking.confidential)), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'get',
      path: '/offices/{office}/imports/{import}/changes',
      tags,
      summary: 'What the file changes, adds, conflicts with, and which rows cannot be taken, in the order of its rows',
      request: {
        params: one,
        query: PageQuery.extend({
          kind: z
            .string()
            .regex(/^(change|addition|conflict|error)(,(change|addition|conflict|error))*$/)
            .optional(),
          table: z.enum(tableIds).optional(),
          state: z.enum(['planned', 'applied', 'left', 'undone', 'kept']).optional(),
        }),
      },
      responses: { 200: json(pageOf(ImportChange)) },
    }),
    async (c) => {
      const { limit, cursor, kind, table, state } = c.req.valid('query')
      const looking = lookingOf(c)
      const importId = c.req.valid('param').import
      const by = actorOf(c).userId
      await runOf(c.get('store'), looking.officeId, by, importId, looking.confidential)
      const after = decodeCursor(cursor, 1)?.[0]
      const found = await c.get('store').readOffice(looking.officeId, by, (db) =>
        importChanges(db, looking.officeId, {
          importId,
          kinds: kind?.split(','),
          table,
          state,
          confidential: looking.confidential,
          limit: limit + 1,
          after: typeof after === 'number' ? after : null,
        }),
      )
      const items = found.items.slice(0, limit)
      const last = items.at(-1)
      return c.json({ items: items.map(change), next: found.items.length > limit && last ? encodeCursor([last.ord]) : null, total: found.total }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'get',
      path: '/offices/{office}/imports/{import}/file',
      tags,
      summary: 'The file as it was brought',
      request: { params: one },
      responses: { 200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } } },
    }),
    async (c) => {
      const looking = lookingOf(c)
      const by = actorOf(c).userId
      const found = await runOf(c.get('store'), looking.officeId, by, c.req.valid('param').import, looking.confidential)
      const blob = await c.get('store').readOffice(looking.officeId, by, (db) => getBlob(db, looking.officeId, found.sha256))
      if (!blob) throw notFound({ ko: '파일', en: 'The file' })
      return c.body(new Uint8Array(blob.bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      })
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/imports/{import}/apply',
      tags,
      summary: 'Write what was found, in the background and as a whole; rows that cannot be taken are left',
      request: { params: one, body: jsonBody(ApplyOrder) },
      responses: { ...accepted, 409: { description: 'Not checked yet, or applied already' } },
    }),
    async (c) => {
      const looking = lookingOf(c)
      const by = actorOf(c).userId
      const { conflicts, reason } = c.req.valid('json')
      const id = c.req.valid('param').import
      await orderWork(c.get('store'), looking.officeId, by, id, 'apply', { conflicts, reason })
      return c.json(run(await runOf(c.get('store'), looking.officeId, by, id, looking.confidential)), 202)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/imports/{import}/undo',
      tags,
      summary: 'Take the whole import back, in the background; what somebody changed again since stays',
      request: { params: one },
      responses: { ...accepted, 409: { description: 'Not applied' } },
    }),
    async (c) => {
      const looking = lookingOf(c)
      const by = actorOf(c).userId
      const id = c.req.valid('param').import
      await orderWork(c.get('store'), looking.officeId, by, id, 'undo')
      return c.json(run(await runOf(c.get('store'), looking.officeId, by, id, looking.confidential)), 202)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/imports/{import}/cancel',
      tags,
      summary: 'Stop the work that is under way; what was not written to its end is not written at all',
      request: { params: one },
      responses: { 200: json(ImportRun) },
    }),
    async (c) => {
      const looking = lookingOf(c)
      const by = actorOf(c).userId
      const id = c.req.valid('param').import
      await stopImport(c.get('store'), looking.officeId, by, id)
      return c.json(run(await runOf(c.get('store'), looking.officeId, by, id, looking.confidential)), 200)
    },
  )
