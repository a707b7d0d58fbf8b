import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, requireMatch } from '#api/etag'
import { PageQuery } from '#api/paging'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { readerOf } from '#capabilities/portfolio/index'
import { Id } from '#record/scalars'
import { ImpactAnswer } from '../answer-schemas.ts'
import { ImpactCase } from '../case.ts'
import { listStudies, type StudyRow, studyById } from '../queries/studies.ts'
import { NewStudy, StudyPage, StudyView } from '../schemas.ts'
import { officeFinder } from '../service/finder.ts'
import { answerImpact } from '../service/impact.ts'
import { tellEconomyErrors } from '../service/problem-of.ts'
import { archiveStudy, keepStudy, studyToPortfolio } from '../service/studies.ts'
import { reading, seesConfidential } from './looking.ts'

const tags = ['Economy']
const studyPath = officeAnd('study')

const answered = (c: Context<ApiEnv>, asked: ImpactCase): Promise<ImpactAnswer> =>
  tellEconomyErrors(() => reading(c, (db) => answerImpact(asked, officeFinder(db, officeOf(c).officeId))))

/** The study as it stands, with its ETag. @throws ProblemError 404 */
async function whole(c: Context<ApiEnv>, studyId: string): Promise<z.infer<typeof StudyView>> {
  const row = await reading(c, (db) => studyById(db, officeOf(c).officeId, studyId, seesConfidential(c)))
  if (!row) throw notFound({ ko: '검토', en: 'The study' })
  c.header('etag', etagOf(row.id, row.version))
  return row as unknown as z.infer<typeof StudyView>
}

const lineOf = ({ question: _question, answer, ...row }: StudyRow) => {
  const { sentence, synthetic } = answer as unknown as ImpactAnswer
  return { ...row, sentence, synthetic }
}

/** Impact of projects, under /offices/{office}/economy. */
export const impactRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'post',
      path: '/offices/{office}/economy/impact',
      tags,
      summary: 'What a project does: output, value added, jobs, taxes, by phase, year and sector, inside the region and outside. Nothing is kept',
      request: { params: officeParam, body: jsonBody(ImpactCase) },
      responses: { 200: json(ImpactAnswer) },
    }),
    async (c) => c.json(await answered(c, c.req.valid('json')), 200),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/economy/studies',
      tags,
      summary: 'Kept questions of impact with their answers, the newest first',
      request: { params: officeParam, query: PageQuery.extend({ subject: Id.optional(), archived: z.enum(['true', 'false']).default('false') }) },
      responses: { 200: json(StudyPage) },
    }),
    async (c) => {
      const { archived, ...query } = c.req.valid('query')
      const page = await reading(c, (db) =>
        listStudies(db, officeOf(c).officeId, { ...query, archived: archived === 'true', confidential: seesConfidential(c) }),
      )
      return c.json({ items: page.items.map(lineOf), next: page.next }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/economy/studies',
      tags,
      summary: 'Answer a question of impact and keep both',
      request: { params: officeParam, body: jsonBody(NewStudy) },
      responses: { 201: json(StudyView, 'Kept') },
    }),
    async (c) => {
      const { question, subjectId } = c.req.valid('json')
      const answer = await answered(c, question)
      const id = await keepStudy(c.get('store'), readerOf(c), actorOf(c).userId, { question, answer, subjectId: subjectId ?? null })
      return c.json(await whole(c, id), 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/economy/studies/{study}',
      tags,
      summary: 'One kept question with its answer as it was',
      request: { params: studyPath },
      responses: { 200: json(StudyView) },
    }),
    async (c) => c.json(await whole(c, c.req.valid('param').study), 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/economy/studies/{study}',
      tags,
      summary: 'Put a study away or take it out again',
      request: { params: studyPath, body: jsonBody(z.object({ archived: z.boolean() })) },
      responses: { 200: json(StudyView) },
    }),
    async (c) => {
      const before = await whole(c, c.req.valid('param').study)
      requireMatch(c, etagOf(before.id, before.version))
      await archiveStudy(c.get('store'), readerOf(c), actorOf(c).userId, before.id, before.version, c.req.valid('json').archived)
      return c.json(await whole(c, before.id), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/economy/studies/{study}/portfolio',
      tags,
      summary: 'Put the totals of a study into the portfolio as estimates of its project',
      request: { params: studyPath, body: jsonBody(z.object({ subjectId: Id.nullish() })) },
      responses: { 200: json(StudyView) },
    }),
    async (c) => {
      const before = await whole(c, c.req.valid('param').study)
      await studyToPortfolio(c.get('store'), readerOf(c), actorOf(c).userId, before.id, before.version, c.req.valid('json').subjectId ?? null)
      return c.json(await whole(c, before.id), 200)
    },
  )
