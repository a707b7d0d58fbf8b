import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { etagOf, requireMatch } from '#api/etag'
import { notAllowed, notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Instant } from '#record/scalars'
import { watches, watchItems } from '../queries/watches.ts'
import { NewWatch, Watch, WatchChange, WatchItem } from '../schemas-watch.ts'
import { addWatch, changeWatch, lookNow, removeWatch, type Watching } from '../service/watch.ts'
import { isInstaller, reading, seesConfidential } from './looking.ts'

const tags = ['Documents']
const one = officeAnd('watch')

const whoOf = (c: Context<ApiEnv>): Watching => ({
  store: c.get('store'),
  officeId: officeOf(c).officeId,
  by: actorOf(c).userId,
  confidential: seesConfidential(c),
})

async function shown(c: Context<ApiEnv>, id: string): Promise<Watch> {
  const all = await reading(c, (db) => watches(db, officeOf(c).officeId, seesConfidential(c)))
  const found = all.find((watch) => watch.id === id)
  if (!found) throw notFound({ ko: '지켜보는 곳', en: 'The watch' })
  return found
}

/** Folders and feeds under /offices/{office}/watches. */
export const watchRoutes = createRoutes()
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/watches',
      summary: 'Folders and feeds that are watched, with what the last look did',
      tags,
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(Watch) })) },
    }),
    async (c) => c.json({ items: await reading(c, (db) => watches(db, officeOf(c).officeId, seesConfidential(c))) }, 200),
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'post',
      path: '/offices/{office}/watches',
      summary: 'Watch a feed; a folder of the server or an inside address only for the administrator of the installation',
      tags,
      request: { params: officeParam, body: jsonBody(NewWatch) },
      responses: { 201: json(Watch, 'Added'), 200: json(Watch, 'It was watched already') },
    }),
    async (c) => {
      const given = c.req.valid('json')
      // the server's own files and what stands behind its firewall are no office's business
      if ((given.kind === 'folder' || given.privateAllowed) && !isInstaller(c)) throw notAllowed('installation')
      const { id, there } = await addWatch(c.get('store'), officeOf(c).officeId, actorOf(c).userId, given)
      return there ? c.json(await shown(c, id), 200) : c.json(await shown(c, id), 201)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'patch',
      path: '/offices/{office}/watches/{watch}',
      summary: 'Pause, go on, or change how often',
      tags,
      request: { params: one, body: jsonBody(WatchChange) },
      responses: { 200: json(Watch) },
    }),
    async (c) => {
      const { watch } = c.req.valid('param')
      await changeWatch(whoOf(c), watch, c.req.valid('json'), (row) => requireMatch(c, etagOf(row.watch_id, row.version)))
      return c.json(await shown(c, watch), 200)
    },
  )
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/watches/{watch}/items',
      summary: 'What became of each file of the folder or item of the feed, and why: the last 500, or those since an instant',
      tags,
      request: { params: one, query: z.object({ since: Instant.optional() }) },
      responses: { 200: json(z.object({ items: z.array(WatchItem) })) },
    }),
    async (c) => {
      const { watch } = c.req.valid('param')
      const { since } = c.req.valid('query')
      await shown(c, watch)
      const items = await reading(c, (db) => watchItems(db, officeOf(c).officeId, watch, { since, confidential: seesConfidential(c) }))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'post',
      path: '/offices/{office}/watches/{watch}/look',
      summary: 'Look now',
      tags,
      request: { params: one },
      responses: { 202: json(Watch, 'In line'), 409: { description: 'Paused' } },
    }),
    async (c) => {
      const { watch } = c.req.valid('param')
      await lookNow(whoOf(c), watch)
      return c.json(await shown(c, watch), 202)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'delete',
      path: '/offices/{office}/watches/{watch}',
      summary: 'Watch no longer; what it brought stays',
      tags,
      request: { params: one },
      responses: { 204: { description: 'Removed' } },
    }),
    async (c) => {
      await removeWatch(whoOf(c), c.req.valid('param').watch)
      return c.body(null, 204)
    },
  )
