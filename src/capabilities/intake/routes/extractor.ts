import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { notAllowed, notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Id } from '#record/scalars'
import { documentItem } from '../queries/documents.ts'
import { latestJob } from '../queries/rereading.ts'
import { ReadingJob } from '../schemas.ts'
import { ExtractionView, ExtractorInput, ExtractorView } from '../schemas-extractor.ts'
import { extractionsOf, extractJob, startExtraction } from '../service/extract.ts'
import { extractorView, modelSettings, removeModelSettings, writeModelSettings } from '../service/extractor-settings.ts'
import { isInstaller, reading, seesConfidential } from './looking.ts'

const tags = ['Documents']
const Asked = z.object({
  /** Whether the office uses a model at all. */
  enabled: z.boolean(),
  job: ReadingJob.nullable(),
  items: z.array(ExtractionView),
})

/** The optional language model under /offices/{office}/extractor. */
export const extractorRoutes = createRoutes()
  .openapi(
    route({
      access: 'office.administer',
      method: 'get',
      path: '/offices/{office}/extractor',
      summary: 'How the language model is set up, without its key; null where none is',
      tags,
      request: { params: officeParam },
      responses: { 200: json(z.object({ extractor: ExtractorView.nullable() })) },
    }),
    async (c) => {
      const settings = await reading(c, (db) => modelSettings(db, officeOf(c).officeId))
      return c.json({ extractor: settings && extractorView(settings) }, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'put',
      path: '/offices/{office}/extractor',
      summary: 'Set the language model up; an inside address only for the administrator of the installation',
      tags,
      request: { params: officeParam, body: jsonBody(ExtractorInput) },
      responses: { 200: json(z.object({ extractor: ExtractorView })) },
    }),
    async (c) => {
      const given = c.req.valid('json')
      if (given.privateAllowed && !isInstaller(c)) throw notAllowed('installation')
      return c.json({ extractor: extractorView(await writeModelSettings(c.get('store'), officeOf(c).officeId, actorOf(c).userId, given)) }, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'delete',
      path: '/offices/{office}/extractor',
      summary: 'Use no language model any more',
      tags,
      request: { params: officeParam },
      responses: { 204: { description: 'Removed' } },
    }),
    async (c) => {
      await removeModelSettings(c.get('store'), officeOf(c).officeId, actorOf(c).userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'document.write',
      method: 'post',
      path: '/offices/{office}/documents/{document}/extraction',
      summary: 'Ask the language model about a document; what it proposes is kept only where the text says it',
      tags,
      request: { params: officeAnd('document') },
      responses: { 202: json(z.object({ jobId: Id }), 'In line'), 409: { description: 'No model, confidential, or not read yet' } },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const { document } = c.req.valid('param')
      const item = await reading(c, (db) => documentItem(db, officeId, document))
      if (!item || (item.confidential && !seesConfidential(c))) throw notFound({ ko: '문서', en: 'The document' })
      return c.json({ jobId: await startExtraction(c.get('store'), officeId, actorOf(c).userId, document) }, 202)
    },
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/documents/{document}/extraction',
      summary: 'What language models were asked about a document: time, cost, what was kept and why the rest was not',
      tags,
      request: { params: officeAnd('document') },
      responses: { 200: json(Asked) },
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const { document } = c.req.valid('param')
      const asked = await reading(c, async (db) => {
        const item = await documentItem(db, officeId, document)
        if (!item || (item.confidential && !seesConfidential(c))) throw notFound({ ko: '문서', en: 'The document' })
        const job = await latestJob(db, officeId, extractJob, document)
        return {
          enabled: (await modelSettings(db, officeId))?.enabled ?? false,
          job: job ? { id: job.job_id, state: job.state, progress: job.progress, total: job.total, message: job.message } : null,
          items: await extractionsOf(db, officeId, document),
        }
      })
      return c.json(asked, 200)
    },
  )
