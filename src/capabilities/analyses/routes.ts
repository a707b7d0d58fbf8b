import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, notModified, requireMatch } from '#api/etag'
import { decodeCursor, encodeCursor, PageQuery, pageOf } from '#api/paging'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { AnalysisCase } from './cases.ts'
import { fromTablesRoutes } from './from-tables/routes.ts'
import { keeping, reading, seesConfidential, today } from './looking.ts'
import { type AnalysisRow, analysisById, editionsOf, listAnalyses } from './queries/analyses.ts'
import {
  AnalysisBody,
  AnalysisHeadView,
  AnalysisView,
  AnswerView,
  EditionView,
  KeptView,
  KindName,
  NoteBody,
  NoteView,
  ReportOptions,
  ReportView,
} from './schemas.ts'
import { editAnalysis, keepAnalysis, keepForecast, noteAlarm } from './service/analyses.ts'
import { answerOrProblem } from './service/answer.ts'
import { headView, keptView, reportOf, visibleCase } from './service/report.ts'

const tags = ['Analyses 분석']
const analysisPath = officeAnd('analysis')

const view = (c: Context<ApiEnv>, row: AnalysisRow): z.infer<typeof AnalysisView> => ({
  ...headView(row),
  case: visibleCase(row.body as unknown as AnalysisCase, seesConfidential(c)),
})
const absent = () => notFound({ ko: '분석', en: 'The analysis' })

/** Analyses that an office keeps, under /offices/{office}. */
export const analysesRoutes = createRoutes()
  .route('/', fromTablesRoutes)
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/analyses',
      tags,
      summary: 'Analyses that the office keeps: structure, value chain, early warning, forecast',
      request: {
        params: officeParam,
        query: PageQuery.extend({
          kind: KindName.optional(),
          words: z.string().max(200).optional(),
          archived: z.enum(['true', 'false']).default('false'),
          sort: z.enum(['-changedAt', 'name']).default('-changedAt'),
        }),
      },
      responses: { 200: json(pageOf(AnalysisHeadView)) },
    }),
    async (c) => {
      const { kind, words, archived, sort, limit, cursor } = c.req.valid('query')
      const { rows, total } = await reading(c, (db) =>
        listAnalyses(db, officeOf(c).officeId, {
          kind,
          words,
          sort,
          limit,
          archived: archived === 'true',
          confidential: seesConfidential(c),
          after: decodeCursor(cursor, 2),
        }),
      )
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      const next = last && rows.length > limit ? encodeCursor([sort === 'name' ? last.name : last.changed_at, last.analysis_id]) : null
      return c.json({ items: page.map(headView), next, total }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/analyses',
      tags,
      summary: 'Keep a case with its data; refused with its cell where it cannot be worked out',
      request: { params: officeParam, body: jsonBody(AnalysisBody) },
      responses: { 201: json(AnalysisView, 'Kept') },
    }),
    async (c) => {
      const body = c.req.valid('json')
      const row = await keepAnalysis(keeping(c), body.case, body.confidential)
      c.header('etag', etagOf(row.analysis_id, row.version))
      return c.json(view(c, row), 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'post',
      path: '/offices/{office}/analyses/answer',
      tags,
      summary: 'The answer to a case that is not kept',
      request: { params: officeParam, body: jsonBody(AnalysisCase) },
      responses: { 200: json(AnswerView) },
    }),
    (c) => c.json(answerOrProblem(c.req.valid('json')), 200),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/analyses/{analysis}',
      tags,
      summary: 'One analysis with its data and its ETag',
      request: { params: analysisPath },
      responses: { 200: json(AnalysisView) },
    }),
    async (c) => {
      const row = await reading(c, (db) => analysisById(db, officeOf(c).officeId, c.req.valid('param').analysis, seesConfidential(c)))
      if (!row) throw absent()
      const same = notModified(c, etagOf(row.analysis_id, row.version))
      return (same as never) ?? c.json(view(c, row), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'put',
      path: '/offices/{office}/analyses/{analysis}',
      tags,
      summary: 'Change the data; If-Match with the version that was read. What it was stays as an edition',
      request: { params: analysisPath, body: jsonBody(AnalysisBody) },
      responses: { 200: json(AnalysisView) },
    }),
    async (c) => {
      const id = c.req.valid('param').analysis
      const { case: of, confidential } = c.req.valid('json')
      const row = await editAnalysis(keeping(c), id, (version) => requireMatch(c, etagOf(id, version)), { case: of, confidential })
      c.header('etag', etagOf(id, row.version))
      return c.json(view(c, row), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/analyses/{analysis}/archive',
      tags,
      summary: 'Put an analysis away, or take it back (`archived: false`)',
      request: { params: analysisPath, body: jsonBody(z.object({ archived: z.boolean().default(true) })) },
      responses: { 200: json(AnalysisHeadView) },
    }),
    async (c) => {
      const row = await editAnalysis(keeping(c), c.req.valid('param').analysis, () => {}, { archived: c.req.valid('json').archived })
      return c.json(headView(row), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/analyses/{analysis}/editions',
      tags,
      summary: 'What the analysis was before, the newest first',
      request: { params: analysisPath },
      responses: { 200: json(z.object({ items: z.array(EditionView) })) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const id = c.req.valid('param').analysis
      const rows = await reading(c, async (db) => ((await analysisById(db, officeId, id, seesConfidential(c))) ? editionsOf(db, officeId, id) : null))
      if (!rows) throw absent()
      const items = rows.map((row) => ({
        version: row.version,
        name: row.name,
        source: row.source,
        changedAt: row.changed_at,
        case: visibleCase(row.body as unknown as AnalysisCase, seesConfidential(c)),
      }))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/analyses/{analysis}/report',
      tags,
      summary: 'The answer, as far as the reader turned it, with notes on alarms and kept forecasts',
      request: { params: analysisPath, query: ReportOptions },
      responses: { 200: json(ReportView) },
    }),
    async (c) => {
      const at = { officeId: officeOf(c).officeId, confidential: seesConfidential(c), today: today(c) }
      return c.json(await reading(c, (db) => reportOf(db, at, c.req.valid('param').analysis, c.req.valid('query'))), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/analyses/{analysis}/kept',
      tags,
      summary: 'Keep what the forecast says today, to be scored when the years have come',
      request: { params: analysisPath },
      responses: { 201: json(KeptView, 'Kept') },
    }),
    async (c) => c.json(keptView(await keepForecast(keeping(c), c.req.valid('param').analysis)), 201),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/analyses/{analysis}/notes',
      tags,
      summary: 'Say what was made of an alarm: watching, real, or explained, with a reason',
      request: { params: analysisPath, body: jsonBody(NoteBody) },
      responses: { 201: json(NoteView, 'Noted') },
    }),
    async (c) => {
      const row = await noteAlarm(keeping(c), c.req.valid('param').analysis, c.req.valid('json'))
      const { note_id, made_by, made_at, analysis_id: _, office_id: __, ...note } = row
      return c.json({ id: note_id, ...note, madeBy: actorOf(c).name, madeAt: made_at }, 201)
    },
  )
