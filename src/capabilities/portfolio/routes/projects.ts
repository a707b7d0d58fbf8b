import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { etagOf, requireMatch } from '#api/etag'
import { PageQuery, pageOf } from '#api/paging'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Id } from '#record/scalars'
import { addSubject, archiveSubject, editSubject } from '../edit.ts'
import { listPage } from '../list-page.ts'
import { projectView } from '../project-view.ts'
import { optionsOf } from '../queries/options.ts'
import { subjectById } from '../queries/project.ts'
import { readerOf } from '../reader.ts'
import { undoJudgement } from '../undo.ts'
import { ClockQuery, done, Narrowing, NewProject, ProjectChange, ProjectRow, ProjectView, Sorting, Undoable } from './schemas.ts'

const tags = ['portfolio']
const one = officeAnd('subject')

/** 사업: list, look up, add, edit, put away; take judgements back. */
export const projectRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/projects',
      tags,
      summary: 'Projects and other subjects, filtered and sorted; at both clocks',
      request: {
        params: officeParam,
        query: PageQuery.extend(Narrowing.shape)
          .extend(ClockQuery.shape)
          .extend({ sort: Sorting, archived: z.enum(['true', 'false']).optional() }),
      },
      responses: { 200: json(pageOf(ProjectRow)) },
    }),
    async (c) => {
      const { sort, limit, cursor, overdue, archived, asOf, knownOn, ...filter } = c.req.valid('query')
      const reader = readerOf(c)
      const page = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) =>
          listPage(
            db,
            reader,
            { ...filter, overdue: overdue === 'true', archived: archived === 'true' },
            { ...sort, limit, cursor },
            { asOf: asOf ?? null, knownOn: knownOn ?? null },
          ),
        )
      return c.json(page, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects',
      tags,
      summary: 'Add a project by hand; its values become own statements',
      request: { params: officeParam, body: jsonBody(NewProject) },
      responses: { 201: json(z.object({ id: Id, judgementId: Id }), 'Made') },
    }),
    async (c) => {
      const reader = readerOf(c)
      const made = await addSubject(c.get('store'), reader, actorOf(c).userId, c.req.valid('json'))
      c.header('location', `/api/v1/offices/${c.req.valid('param').office}/projects/${made.id}`)
      c.header('etag', etagOf(made.id, 1))
      return c.json(made, 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/project-options',
      tags,
      summary: 'What lists can be narrowed by: places, industries, teams, people, indicators',
      request: { params: officeParam },
      responses: {
        200: json(
          z.object({
            places: z.array(z.string()),
            industries: z.array(z.string()),
            teams: z.array(z.string()),
            people: z.array(z.object({ id: Id, name: z.string() })),
            indicators: z.array(z.object({ id: z.string(), nameKo: z.string(), nameEn: z.string(), unit: z.string() })),
          }),
        ),
      },
    }),
    async (c) => {
      const reader = readerOf(c)
      return c.json(await c.get('store').readOffice(reader.officeId, reader.userId, (db) => optionsOf(db, reader.officeId, reader.confidential)), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/projects/{subject}',
      tags,
      summary: 'Everything that is known of a project, at both clocks',
      request: { params: one, query: ClockQuery },
      responses: { 200: json(ProjectView), 404: { description: 'Unknown, or not to be seen' } },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { asOf, knownOn } = c.req.valid('query')
      const clocks = { asOf: asOf ?? null, knownOn: knownOn ?? null }
      const view = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) => projectView(db, reader, c.req.valid('param').subject, clocks))
      c.header('etag', etagOf(view.id, view.version))
      c.header('cache-control', 'private, no-cache')
      return c.json(view, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/projects/{subject}',
      tags,
      summary: 'Change fields and values; needs If-Match',
      request: { params: one, body: jsonBody(ProjectChange) },
      responses: { 200: json(Undoable) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const id = c.req.valid('param').subject
      const before = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) => subjectById(db, reader.officeId, id, reader.confidential))
      if (!before) throw notFound({ ko: '사업', en: 'The project' })
      requireMatch(c, etagOf(id, before.version))
      const version = c.req.header('if-match') === '*' ? null : before.version
      return c.json(await editSubject(c.get('store'), reader, actorOf(c).userId, id, version, c.req.valid('json')), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/archive',
      tags,
      summary: 'Put a project away, or take it out again',
      request: { params: one, body: jsonBody(z.object({ archived: z.boolean(), reason: z.string().max(2000).nullable().optional() })) },
      responses: done,
    }),
    async (c) => {
      const { archived, reason } = c.req.valid('json')
      await archiveSubject(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').subject, archived, reason ?? null)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/portfolio/judgements/{judgement}/undo',
      tags,
      summary: 'Take a judgement of the portfolio back',
      request: { params: officeAnd('judgement') },
      responses: { ...done, 409: { description: 'Taken back already, or changed since' } },
    }),
    async (c) => {
      await undoJudgement(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').judgement)
      return c.body(null, 204)
    },
  )
