import { officeOf } from '#api/caller'
import { etagOf } from '#api/etag'
import { createRoutes, json, jsonBody, officeParam, route } from '#api/route'
import { tellEconomyErrors } from '#capabilities/economy/index'
import { keeping, reading, seesConfidential } from '../looking.ts'
import { AnalysisView } from '../schemas.ts'
import { keepAnalysis } from '../service/analyses.ts'
import { headView, visibleCase } from '../service/report.ts'
import { caseOfTables, FromTables } from './case-of-tables.ts'

/** Analyses made from imported tables, under /offices/{office}/analyses. */
export const fromTablesRoutes = createRoutes().openapi(
  route({
    access: 'portfolio.write',
    method: 'post',
    path: '/offices/{office}/analyses/from-tables',
    tags: ['Analyses 분석'],
    summary: 'Keep an analysis made from imported tables: a structure from employment tables, a value chain from an input-output table',
    request: { params: officeParam, body: jsonBody(FromTables) },
    responses: { 201: json(AnalysisView, 'Kept') },
  }),
  async (c) => {
    const asked = c.req.valid('json')
    const made = await tellEconomyErrors(() => reading(c, (db) => caseOfTables(db, officeOf(c).officeId, asked)))
    const row = await keepAnalysis(keeping(c), made, asked.confidential)
    c.header('etag', etagOf(row.analysis_id, row.version))
    return c.json({ ...headView(row), case: visibleCase(made, seesConfidential(c)) }, 201)
  },
)
