import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, requireMatch } from '#api/etag'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { type AskedClocks, csvAnswer, csvFile, notKnownThen, readingAt } from '#capabilities/plans/index'
import { ClockQuery, readerOf } from '#capabilities/portfolio/index'
import { Id } from '#record/scalars'
import { rowsForCsv } from './csv.ts'
import { MeasureChange, NewMeasureBody, NewNodeBody, NodeChange, StrategyMeasure, StrategyNode, YearCell } from './schemas.ts'
import { addMeasure, addNode, changeMeasure, changeNode, typeYear } from './service.ts'
import { flatten, type NodeView, treeOf } from './view.ts'

const tags = ['strategy']
const nodePath = officeAnd('subject')
const measurePath = officeAnd('measure')
const done = { 204: { description: 'Done' } }

const tree = (c: Context<ApiEnv>, asked: AskedClocks = {}) =>
  readingAt(c, asked, (db, { officeId, seeing, day }) => treeOf(db, officeId, seeing, day))
const lookingBack = (asked: AskedClocks) => asked.asOf !== undefined || asked.knownOn !== undefined
const own = ({ children: _children, ...node }: NodeView) => node as never
const nodeTag = (node: NodeView) => etagOf(node.id, node.version)

const nodeName = { ko: '전략 마디', en: 'The node of the strategy' }
const measureName = { ko: '지표', en: 'The indicator' }
const nodeIn = (nodes: readonly NodeView[], id: string) => flatten(nodes).find((one) => one.id === id)
const measureIn = (nodes: readonly NodeView[], id: string) =>
  flatten(nodes)
    .flatMap((node) => node.measures)
    .find((one) => one.id === id)

/** A node as it was at the clocks; only as it is now with a tag: nobody changes what was. */
async function nodeOf(c: Context<ApiEnv>, id: string, asked: AskedClocks = {}): Promise<NodeView> {
  const found = nodeIn(await tree(c, asked), id)
  if (!found) throw lookingBack(asked) && nodeIn(await tree(c), id) ? notKnownThen(nodeName) : notFound(nodeName)
  if (!lookingBack(asked)) c.header('etag', nodeTag(found))
  return found
}

async function measureOf(c: Context<ApiEnv>, id: string, asked: AskedClocks = {}) {
  const found = measureIn(await tree(c, asked), id)
  if (!found) throw lookingBack(asked) && measureIn(await tree(c), id) ? notKnownThen(measureName) : notFound(measureName)
  if (!lookingBack(asked)) c.header('etag', etagOf(found.id, found.version))
  return found
}

/** 전략 나무, under /offices/{office}. */
export const strategyRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/strategy',
      tags,
      summary: 'The whole tree, parents first: nodes, indicators by year, progress with its components',
      request: { params: officeParam, query: ClockQuery },
      responses: { 200: json(z.object({ items: z.array(StrategyNode) })) },
    }),
    async (c) => c.json({ items: flatten(await tree(c, c.req.valid('query'))).map(own) }, 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/strategy',
      tags,
      summary: 'Add a vision, a strategy or an action; or take a strategy that is there into the tree',
      request: { params: officeParam, body: jsonBody(NewNodeBody) },
      responses: { 201: json(z.object({ id: Id }), 'Made') },
    }),
    async (c) => c.json({ id: await addNode(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('json')) }, 201),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/strategy/{subject}',
      tags,
      summary: 'One node with its indicators and progress',
      request: { params: nodePath, query: ClockQuery },
      responses: { 200: json(StrategyNode) },
    }),
    async (c) => c.json(own(await nodeOf(c, c.req.valid('param').subject, c.req.valid('query'))), 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/strategy/{subject}',
      tags,
      summary: 'Change weight, order or parent; needs If-Match',
      request: { params: nodePath, body: jsonBody(NodeChange) },
      responses: { 200: json(StrategyNode) },
    }),
    async (c) => {
      const id = c.req.valid('param').subject
      const before = await nodeOf(c, id)
      requireMatch(c, nodeTag(before))
      await changeNode(c.get('store'), readerOf(c), actorOf(c).userId, id, before.nodeVersion, c.req.valid('json'))
      return c.json(own(await nodeOf(c, id)), 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/strategy/{subject}/measures',
      tags,
      summary: 'Put an indicator on a node',
      request: { params: nodePath, body: jsonBody(NewMeasureBody) },
      responses: { 201: json(z.object({ id: Id }), 'Made') },
    }),
    async (c) =>
      c.json({ id: await addMeasure(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').subject, c.req.valid('json')) }, 201),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/strategy-measures/{measure}',
      tags,
      summary: 'One indicator of the tree, year by year, with its facts and sentences',
      request: { params: measurePath, query: ClockQuery },
      responses: { 200: json(StrategyMeasure) },
    }),
    async (c) => c.json((await measureOf(c, c.req.valid('param').measure, c.req.valid('query'))) as never, 200),
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'patch',
      path: '/offices/{office}/strategy-measures/{measure}',
      tags,
      summary: 'Change its weight, direction or base year; needs If-Match',
      request: { params: measurePath, body: jsonBody(MeasureChange) },
      responses: { 200: json(StrategyMeasure) },
    }),
    async (c) => {
      const before = await measureOf(c, c.req.valid('param').measure)
      requireMatch(c, etagOf(before.id, before.version))
      await changeMeasure(c.get('store'), readerOf(c), actorOf(c).userId, before.id, before.version, c.req.valid('json'))
      return c.json((await measureOf(c, before.id)) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'delete',
      path: '/offices/{office}/strategy-measures/{measure}',
      tags,
      summary: 'Take an indicator off the tree; its facts stay',
      request: { params: measurePath },
      responses: done,
    }),
    async (c) => {
      const before = await measureOf(c, c.req.valid('param').measure)
      await changeMeasure(c.get('store'), readerOf(c), actorOf(c).userId, before.id, before.version, { removed: true })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'put',
      path: '/offices/{office}/strategy-measures/{measure}/years',
      tags,
      summary: 'Type the target or the actual of a year; null empties the cell. Progress follows',
      request: { params: measurePath, body: jsonBody(YearCell) },
      responses: { 200: json(z.object({ judgementId: Id.nullable(), measure: StrategyMeasure })) },
    }),
    async (c) => {
      const { reason = null, ...cell } = c.req.valid('json')
      const id = c.req.valid('param').measure
      const { judgementId } = await typeYear(c.get('store'), readerOf(c), actorOf(c).userId, id, { ...cell, reason })
      return c.json({ judgementId, measure: await measureOf(c, id) } as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/exports/strategy.csv',
      tags,
      summary: 'The tree as rows: one a year of every indicator',
      request: { params: officeParam, query: ClockQuery },
      responses: csvAnswer,
    }),
    async (c) => csvFile(c, 'strategy', rowsForCsv(await tree(c, c.req.valid('query')))),
  )
