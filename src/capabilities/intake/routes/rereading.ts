import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Id } from '#record/scalars'
import { lastComparison, latestJob, outdatedCount, proposals } from '../queries/rereading.ts'
import { indicatorsOf } from '../queries/subjects.ts'
import { RereadApply, RereadChanges, Rereading, RereadOrder } from '../schemas-rereading.ts'
import { applyReread, dismissReread, presentReaders, rereadJob, startReread, stopReread } from '../service/reread.ts'
import { reading, seesConfidential } from './looking.ts'

const tags = ['Documents']

/** Reading again under /offices/{office}/rereading. */
export const rereadingRoutes = createRoutes()
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/rereading',
      summary: 'What the present reader would read otherwise, by document, and how far the comparing is',
      tags,
      request: { params: officeParam },
      responses: { 200: json(Rereading) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const readers = presentReaders()
      const confidential = seesConfidential(c)
      return c.json(
        await reading(c, async (db) => {
          const job = await latestJob(db, officeId, rereadJob)
          const last = await lastComparison(db, officeId, rereadJob)
          return {
            reader: readers[0]!,
            outdated: await outdatedCount(db, officeId, readers, confidential),
            job: job ? { id: job.job_id, state: job.state, progress: job.progress, total: job.total, message: job.message, error: job.error } : null,
            compared: last && {
              at: last.at,
              documents: last.documents,
              differing: last.differing,
              present: readers.every((one) => last.readers.includes(`${one.name} ${one.version}`)),
            },
            items: (await proposals(db, officeId, confidential)).map(({ changes: _, ...one }) => one),
          }
        }),
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'post',
      path: '/offices/{office}/rereading',
      summary: 'Compare documents with the present reader: those that another version has read, those named, or all; changes nothing',
      tags,
      request: { params: officeParam, body: jsonBody(RereadOrder) },
      responses: { 202: json(z.object({ jobId: Id }), 'In line'), 409: { description: 'Under way already' } },
    }),
    async (c) => c.json({ jobId: await startReread(c.get('store'), officeOf(c).officeId, actorOf(c).userId, c.req.valid('json')) }, 202),
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'delete',
      path: '/offices/{office}/rereading',
      summary: 'Stop comparing; what was found stays',
      tags,
      request: { params: officeParam },
      responses: { 204: { description: 'Stopped' } },
    }),
    async (c) => {
      await stopReread(c.get('store'), officeOf(c).officeId, actorOf(c).userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'post',
      path: '/offices/{office}/rereading/apply',
      summary: 'Take the newer reading of these documents, or of all; claims that were judged stay',
      tags,
      request: { params: officeParam, body: jsonBody(RereadApply) },
      responses: { 202: json(z.object({ applied: z.number().int() }), 'Being read') },
    }),
    async (c) => {
      const { documents } = c.req.valid('json')
      return c.json({ applied: await applyReread(c.get('store'), officeOf(c).officeId, actorOf(c).userId, documents, seesConfidential(c)) }, 202)
    },
  )
  .openapi(
    route({
      access: 'document.read',
      method: 'get',
      path: '/offices/{office}/documents/{document}/rereading',
      summary: 'What the present reader would read otherwise in one document',
      tags,
      request: { params: officeAnd('document') },
      responses: { 200: json(RereadChanges) },
    }),
    async (c) => {
      const { document } = c.req.valid('param')
      const { officeId } = officeOf(c)
      const answer = await reading(c, async (db) => {
        const [found] = await proposals(db, officeId, seesConfidential(c), document)
        if (!found) throw notFound({ ko: '달라지는 것', en: 'A difference' })
        const indicators = (await indicatorsOf(db, officeId)).map((one) => ({ id: one.indicator_id, nameKo: one.name_ko, nameEn: one.name_en }))
        return { ...found, indicators }
      })
      return c.json(answer, 200)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'delete',
      path: '/offices/{office}/documents/{document}/rereading',
      summary: 'Leave the document as it was read',
      tags,
      request: { params: officeAnd('document') },
      responses: { 204: { description: 'Left' } },
    }),
    async (c) => {
      const { document } = c.req.valid('param')
      const [found] = await reading(c, (db) => proposals(db, officeOf(c).officeId, seesConfidential(c), document))
      if (!found) throw notFound({ ko: '달라지는 것', en: 'A difference' })
      await dismissReread(c.get('store'), officeOf(c).officeId, actorOf(c).userId, document)
      return c.body(null, 204)
    },
  )
