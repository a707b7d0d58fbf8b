import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { localeOf } from '#api/locale'
import { mayInOffice } from '#api/permission'
import { createRoutes, json, jsonBody, officeParam, route } from '#api/route'
import { dayIn, subjectIds } from '#capabilities/portfolio/index'
import { tableOf, tables } from '#engines/interchange/tables'
import { appendAudit } from '#store/audit'
import type { Db } from '#store/store'
import { csvOf, guideCsv, workbookOf } from '../formats/sheets.ts'
import { officeLists } from '../lists.ts'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { rowsOf } from '../queries/rows.ts'
import { ExportQuery, InterchangeSettings } from '../schemas.ts'
import { dossierOf } from '../service/dossier.ts'
import { exchangeText, exchangeTypes } from '../service/exchange.ts'
import { prefixForm, readPrefix, writePrefix } from '../service/settings.ts'

const tags = ['Interchange']
const everyKind = 'project,agreement,pledge,programme,award,zone,event,strategy'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const csvType = 'text/csv; charset=utf-8'
const file = z.string().openapi({ type: 'string', format: 'binary' })

/** How the caller of a request sees the office, at the clocks that were asked for. */
export function lookingOf(c: Context<ApiEnv>, clocks: { asOf?: string | undefined; knownOn?: string | undefined } = {}): Looking {
  const office = officeOf(c)
  const now = c.get('now')
  return {
    officeId: office.officeId,
    confidential: office.role !== null && mayInOffice(office.role, 'confidential.read'),
    asOf: clocks.asOf ?? null,
    knownOn: clocks.knownOn ?? null,
    today: dayIn(now, office.timeZone),
    now,
    timeZone: office.timeZone,
  }
}

const narrowing = ['kind', 'stage', 'phase', 'place', 'industry', 'team', 'owner', 'subject', 'q'] as const

/** All subjects, or those that the filter leaves. */
async function whichOf(db: Db, looking: Looking, query: ExportQuery): Promise<Which> {
  const narrowed = narrowing.some((name) => query[name]) || query.overdue === 'true'
  // values that the office states of itself belong to no list: they come with everything else
  if (!narrowed) return { subjects: null }
  const filter = Object.fromEntries(narrowing.map((name) => [name, query[name]]))
  const asked = {
    ...filter,
    kind: query.kind ?? everyKind,
    overdue: query.overdue === 'true',
    confidential: looking.confidential,
    today: looking.today,
  }
  const ids = await subjectIds(db, looking.officeId, asked)
  return { subjects: looking.archived ? [...ids, ...(await subjectIds(db, looking.officeId, { ...asked, archived: true }))] : ids }
}

/** Who took confidential records out of the office stands in its history. */
async function noteConfidential(c: Context<ApiEnv>, format: string, rows: readonly RecordRow[]): Promise<void> {
  const subjects = new Set(rows.filter((row) => row.confidential).map((row) => row.subjectId))
  if (subjects.size === 0) return
  const { officeId } = officeOf(c)
  const by = actorOf(c).userId
  await c
    .get('store')
    .inOffice(officeId, by, (tx) =>
      appendAudit(tx, officeId, { actor: by, action: 'confidential.read', detail: { kind: 'export', format, subjects: subjects.size } }),
    )
}

const attachment = (c: Context<ApiEnv>, looking: Looking, ending: string) => ({
  'content-disposition': `attachment; filename="${officeOf(c).slug}-${looking.asOf ?? looking.today}.${ending}"`,
  'cache-control': 'private, no-cache',
})

/** 내보내기: the office's records as files that come back, and as others read them. */
export const exportRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/export',
      tags,
      summary: 'Records as a file: XLSX or CSV that can be edited and imported again, the data dictionary, OC4IDS, SDMX-JSON or FollowTheMoney',
      request: { params: officeParam, query: ExportQuery },
      responses: {
        200: {
          description: 'The file',
          content: {
            [xlsxType]: { schema: file },
            'text/csv': { schema: file },
            'application/json': { schema: file },
            'application/x-ndjson': { schema: file },
          },
        },
        409: { description: 'OC4IDS without a project' },
      },
    }),
    async (c) => {
      const query = c.req.valid('query')
      const looking: Looking = { ...lookingOf(c, query), archived: query.archived === 'true' }
      const locale = localeOf(c)
      const store = c.get('store')
      const office = officeOf(c)
      const reading = <T>(work: (db: Db) => Promise<T>) => store.readOffice(looking.officeId, actorOf(c).userId, work, { snapshot: true })
      if (query.format === 'dictionary') {
        const lists = await reading((db) => officeLists(db, looking.officeId))
        return c.body(guideCsv(lists, locale), 200, { 'content-type': csvType, ...attachment(c, looking, 'dictionary.csv') })
      }
      if (query.format === 'xlsx' || query.format === 'csv') {
        const wanted = query.format === 'csv' ? [tableOf(query.table)] : tables
        const { lists, filled } = await reading(async (db) => {
          const which = await whichOf(db, looking, query)
          const filled = []
          for (const table of wanted) filled.push({ table, rows: await rowsOf(table.id, db, looking, which) })
          return { lists: await officeLists(db, looking.officeId), filled }
        })
        await noteConfidential(
          c,
          query.format,
          filled.flatMap((one) => [...one.rows]),
        )
        if (query.format === 'csv')
          return c.body(csvOf(filled[0]!, lists, locale), 200, { 'content-type': csvType, ...attachment(c, looking, `${query.table}.csv`) })
        return c.body(new Uint8Array(await workbookOf(filled, lists, locale)), 200, { 'content-type': xlsxType, ...attachment(c, looking, 'xlsx') })
      }
      const format = query.format
      const { dossier, prefix, rows } = await reading(async (db) => {
        const which = await whichOf(db, looking, query)
        const page = `${c.get('origin')}/o/${office.slug}`
        return {
          dossier: await dossierOf(db, looking, which, { nameKo: office.nameKo, nameEn: office.nameEn, page }),
          prefix: await readPrefix(db, looking.officeId),
          rows: await rowsOf('projects', db, looking, which),
        }
      })
      await noteConfidential(c, format, rows)
      const uri = `${c.get('origin')}/api/v1/offices/${office.slug}/export?format=${format}`
      const body = exchangeText(format, dossier, { prefix: prefix.prefix, uri, timeZone: office.timeZone })
      return c.body(body, 200, { 'content-type': exchangeTypes[format].type, ...attachment(c, looking, exchangeTypes[format].ending) })
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/export/count',
      tags,
      summary: 'How many subjects a download would hold',
      request: { params: officeParam, query: ExportQuery },
      responses: { 200: json(z.object({ subjects: z.number().int() })) },
    }),
    async (c) => {
      const looking = lookingOf(c)
      const query = c.req.valid('query')
      const ids = await c.get('store').readOffice(looking.officeId, actorOf(c).userId, async (db) => {
        const filter = Object.fromEntries(narrowing.map((name) => [name, query[name]]))
        const asked = {
          ...filter,
          kind: query.kind ?? everyKind,
          overdue: query.overdue === 'true',
          confidential: looking.confidential,
          today: looking.today,
        }
        const ids = await subjectIds(db, looking.officeId, asked)
        return query.archived === 'true' ? [...ids, ...(await subjectIds(db, looking.officeId, { ...asked, archived: true }))] : ids
      })
      return c.json({ subjects: ids.length }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/interchange-settings',
      tags,
      summary: 'The prefix of OC4IDS project ids',
      request: { params: officeParam },
      responses: { 200: json(InterchangeSettings) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const setting = await c.get('store').readOffice(officeId, actorOf(c).userId, (db) => readPrefix(db, officeId))
      return c.json({ oc4idsPrefix: setting.prefix, registered: setting.registered }, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'put',
      path: '/offices/{office}/interchange-settings',
      tags,
      summary: 'Enter the OC4IDS prefix that the office was given; null goes back to the stand-in',
      request: {
        params: officeParam,
        body: jsonBody(
          z.object({
            oc4idsPrefix: z.string().regex(prefixForm, '여섯 자의 영문 소문자·숫자 (six small letters or digits), such as bu3kcz').nullable(),
          }),
        ),
      },
      responses: { 200: json(InterchangeSettings) },
    }),
    async (c) => {
      const setting = await writePrefix(c.get('store'), officeOf(c).officeId, actorOf(c).userId, c.req.valid('json').oc4idsPrefix)
      return c.json({ oc4idsPrefix: setting.prefix, registered: setting.registered }, 200)
    },
  )
