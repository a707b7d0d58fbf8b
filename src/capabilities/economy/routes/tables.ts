import { z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { actorOf, officeOf } from '#api/caller'
import { etagOf, requireMatch } from '#api/etag'
import { PageQuery } from '#api/paging'
import { invalid, notFound, ProblemError } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { descriptorOf, longOf, type SaidMetadata, valueAddedOf } from '#engines/economy/index'
import { decimalText } from '../amounts.ts'
import { csvText } from '../csv-text.ts'
import { listTables, tableById, tableSorts } from '../queries/tables.ts'
import { AddedTable, TableCheck, TableForm, TablePage, TableView, TableWhole } from '../schemas.ts'
import { openTable } from '../service/open-table.ts'
import { tellEconomyErrors } from '../service/problem-of.ts'
import { readTableFile, type TableFile } from '../service/read-file.ts'
import { editTable, employmentOf, flowsOf, importTable } from '../service/tables.ts'
import { reading } from './looking.ts'

const tags = ['Economy']
const tablePath = officeAnd('table')

const limited = bodyLimit({
  maxSize: 60 * 1024 * 1024,
  onError: () => {
    throw new ProblemError(
      413,
      'file-too-large',
      { ko: '파일이 너무 큽니다', en: 'The file is too large' },
      { detail: { ko: '60MB까지 받습니다.', en: 'At most 60 MB.' } },
    )
  },
})

/** The file of a form with what was said of it. */
async function fileOf(form: z.infer<typeof TableForm>): Promise<TableFile> {
  const { file } = form
  if (!(file instanceof File)) throw invalid('form.file', { ko: '표 파일 하나 (XLSX, CSV)', en: 'one table file (XLSX, CSV)' }, typeof file)
  const said: SaidMetadata = {
    name: form.name ?? null,
    year: form.year ?? null,
    priceBasis: form.priceBasis ?? null,
    importTreatment: form.importTreatment ?? null,
    unit: form.unit ?? null,
    regionScope: form.regionScope ?? null,
    source: form.source ?? null,
    licence: form.licence ?? null,
  }
  return {
    name: file.name.normalize('NFC'),
    bytes: new Uint8Array(await file.arrayBuffer()),
    descriptor: form.descriptor,
    persons: await personsOf(form.persons),
    said,
    kind: form.kind,
    blankIsZero: form.blankIsZero === 'true',
    employmentUnit: form.employmentUnit,
    region: form.region,
  }
}

async function personsOf(given: unknown): Promise<TableFile['persons']> {
  if (given === undefined || given === '') return undefined
  if (!(given instanceof File))
    throw invalid('form.persons', { ko: '고용표 파일 하나 (XLSX, CSV)', en: 'one file of persons (XLSX, CSV)' }, typeof given)
  return { name: given.name.normalize('NFC'), bytes: new Uint8Array(await given.arrayBuffer()) }
}

const formBody = { required: true as const, content: { 'multipart/form-data': { schema: TableForm } } }
const sum = (values: readonly number[] | null | undefined): string | null =>
  values
    ? decimalText(
        values.reduce((a, b) => a + b, 0),
        3,
      )
    : null

/** Tables of an economy, under /offices/{office}/economy/tables. */
export const tableRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/economy/tables',
      tags,
      summary: 'Input-output tables and tables of regional employment that the office holds',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          kind: z.enum(['flows', 'employment']).optional(),
          archived: z.enum(['true', 'false']).default('false'),
          q: z.string().max(200).optional(),
          sort: z.enum(tableSorts).default('-year'),
        }),
      },
      responses: { 200: json(TablePage) },
    }),
    async (c) => {
      const { archived, ...query } = c.req.valid('query')
      return c.json(await reading(c, (db) => listTables(db, officeOf(c).officeId, { ...query, archived: archived === 'true' })), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/economy/tables/check',
      tags,
      summary: 'Read a table file and tell what it holds and what is missing; nothing is kept',
      middleware: limited,
      request: { params: officeParam, body: formBody },
      responses: { 200: json(TableCheck) },
    }),
    async (c) => {
      const read = await tellEconomyErrors(async () => readTableFile(await fileOf(c.req.valid('form'))))
      const { metadata } = read
      return c.json(
        {
          kind: read.kind,
          layout: read.layout,
          found: {
            name: metadata.name ?? null,
            year: metadata.year ?? null,
            priceBasis: metadata.priceBasis ?? null,
            importTreatment: metadata.importTreatment ?? null,
            unit: metadata.unit ?? null,
            regionScope: metadata.regionScope ?? null,
            source: metadata.source ?? null,
            licence: metadata.licence ?? null,
          },
          missing: read.missing,
          sheets: [...read.sheets],
          notes: [...read.notes],
          sectors: [...read.sectors],
          regions: [...read.regions],
          years: [...read.years],
          output: sum(read.flows?.output),
          valueAdded: sum(read.flows ? valueAddedOf(read.flows) : null),
          employed: sum(read.flows?.employment?.employed ?? read.employment?.lines.map((one) => one.persons)),
        },
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/economy/tables',
      tags,
      summary:
        'Import a table file (multipart): XLSX of the Bank of Korea, KOSIS or the OECD, wide CSV, long CSV with a data package, regional employment by KSIC',
      middleware: limited,
      request: { params: officeParam, body: formBody },
      responses: { 201: json(AddedTable, 'Kept'), 200: json(AddedTable, 'The same numbers are there already') },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const keeper = { store: c.get('store'), officeId, by: actorOf(c).userId }
      const { tableId, added, all } = await tellEconomyErrors(async () => importTable(keeper, await fileOf(c.req.valid('form'))))
      const table = (await reading(c, (db) => tableById(db, officeId, tableId)))!
      return added ? c.json({ table, added, all }, 201) : c.json({ table, added, all }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/economy/tables/{table}',
      tags,
      summary: 'One table, sector by sector, with its multipliers and what its check finds',
      request: { params: tablePath },
      responses: { 200: json(TableWhole) },
    }),
    async (c) => {
      const whole = await tellEconomyErrors(() => reading(c, (db) => openTable(db, officeOf(c).officeId, c.req.valid('param').table)))
      c.header('etag', etagOf(whole.id, whole.version))
      return c.json(whole, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/economy/tables/{table}',
      tags,
      summary: 'Rename a table, put it away or take it out again',
      request: {
        params: tablePath,
        body: jsonBody(z.object({ name: z.string().trim().min(1).max(200).optional(), archived: z.boolean().optional() })),
      },
      responses: { 200: json(TableView) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const { table: tableId } = c.req.valid('param')
      const before = await reading(c, (db) => tableById(db, officeId, tableId))
      if (!before) throw notFound({ ko: '표', en: 'The table' })
      requireMatch(c, etagOf(before.id, before.version))
      await editTable({ store: c.get('store'), officeId, by: actorOf(c).userId }, tableId, before.version, c.req.valid('json'))
      const after = (await reading(c, (db) => tableById(db, officeId, tableId)))!
      c.header('etag', etagOf(after.id, after.version))
      return c.json(after, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/economy/tables/{table}/data',
      tags,
      summary: 'The numbers of a table as long CSV, or its datapackage.json',
      request: { params: tablePath, query: z.object({ part: z.enum(['csv', 'datapackage']).default('csv') }) },
      responses: { 200: { description: 'CSV or JSON', content: { 'text/csv': { schema: z.string() } } } },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const { table: tableId } = c.req.valid('param')
      const row = await reading(c, (db) => tableById(db, officeId, tableId))
      if (!row) throw notFound({ ko: '표', en: 'The table' })
      const named = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
      if (row.kind === 'employment') {
        const { employment } = await reading(c, (db) => employmentOf(db, officeId, tableId))
        const lines = [['region', 'code', 'name', 'persons'], ...employment.lines.map((one) => [one.region, one.code, one.name, one.persons])]
        return c.body(csvText(lines), 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': named(`${row.name}.csv`) })
      }
      const { table } = await reading(c, (db) => flowsOf(db, officeId, tableId))
      if (c.req.valid('query').part === 'datapackage')
        return c.body(JSON.stringify(descriptorOf(table, { name: row.name, source: row.source, path: `${row.name}.csv` }), null, 1), 200, {
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': named('datapackage.json'),
        })
      return c.body(csvText(longOf(table)), 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': named(`${row.name}.csv`) })
    },
  )
