import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { ApiEnv } from '#api/env'
import { localeOf } from '#api/locale'
import { createRoutes, officeParam, route } from '#api/route'
import { stillZip } from '#api/still-zip'
import { csv, type Out, table } from '../export.ts'
import { listPage } from '../list-page.ts'
import { readerOf } from '../reader.ts'
import { ClockQuery, Narrowing, type ProjectRow, Sorting } from './schemas.ts'

const tags = ['portfolio']
const query = Narrowing.extend(ClockQuery.shape).extend({ sort: Sorting })
const binary = (mediaType: string) => ({ 200: { description: 'The file', content: { [mediaType]: { schema: z.string() } } } })
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** 내려받기: the list as it is filtered, whole. */
export const exportRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/exports/projects.csv',
      tags,
      summary: 'The filtered list as CSV (UTF-8 with BOM)',
      request: { params: officeParam, query },
      responses: binary('text/csv'),
    }),
    async (c) => {
      const rows = await allRows(c, c.req.valid('query'))
      return c.body(csv(table(rows, localeOf(c))), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': named(c, c.req.valid('query'), 'csv'),
      })
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/exports/projects.xlsx',
      tags,
      summary: 'The filtered list as XLSX',
      request: { params: officeParam, query },
      responses: binary(xlsxType),
    }),
    async (c) => {
      const rows = await allRows(c, c.req.valid('query'))
      const [head = [], ...body] = table(rows, localeOf(c))
      const sheet: SheetData = [
        head.map((cell) => ({ value: cell && 'text' in cell ? cell.text : '', type: String, fontWeight: 'bold' as const })),
        ...body.map((row) => row.map(sheetCell)),
      ]
      const buffer = stillZip(await writeXlsxFile(sheet, { stickyRowsCount: 1 }).toBuffer())
      return c.body(new Uint8Array(buffer), 200, { 'content-type': xlsxType, 'content-disposition': named(c, c.req.valid('query'), 'xlsx') })
    },
  )

async function allRows(c: Context<ApiEnv>, { sort, overdue, asOf, knownOn, ...filter }: z.output<typeof query>): Promise<ProjectRow[]> {
  const reader = readerOf(c)
  return c.get('store').readOffice(
    reader.officeId,
    reader.userId,
    async (db) => {
      const rows: ProjectRow[] = []
      let cursor: string | undefined
      do {
        const page = await listPage(
          db,
          reader,
          { ...filter, overdue: overdue === 'true' },
          { ...sort, limit: 500, cursor },
          { asOf: asOf ?? null, knownOn: knownOn ?? null },
        )
        rows.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      return rows
    },
    { snapshot: true },
  )
}

/** A number that a spreadsheet's floating point would round stays text. */
function sheetCell(out: Out): Cell {
  if (out === null) return null
  if ('text' in out) return { value: out.text, type: String }
  const number = Number(out.number)
  const exact = Number.isSafeInteger(number) || (!/^-?\d{16,}/.test(out.number) && String(number) === out.number)
  return exact ? { value: number, type: Number, format: out.number.includes('.') ? undefined : '#,##0' } : { value: out.number, type: String }
}

/** The name says of when it is, so that two answers are not taken for one another. */
function named(c: Context<ApiEnv>, { asOf, knownOn }: z.output<typeof query>, ending: string): string {
  const { slug } = c.get('office')
  const clocks = [asOf ? `as-of-${asOf}` : '', knownOn ? `known-${knownOn.slice(0, 10)}` : ''].filter(Boolean).join('-')
  return `attachment; filename="${slug}-projects-${clocks || readerOf(c).today}.${ending}"`
}
