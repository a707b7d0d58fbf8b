import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actorOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { PageQuery, pageOf } from '#api/paging'
import { invalid, ProblemError } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { obligationsOf } from '#capabilities/agreements/index'
import { headsOf, namesOf, pageOfRows, reading, seeingOf } from '#capabilities/plans/index'
import { readerOf } from '#capabilities/portfolio/index'
import { Id } from '#record/scalars'
import type { Blob as StoredBlob } from '#store/blobs'
import { evidenceRows } from './queries/evidence.ts'
import { partnerRows } from './queries/partners.ts'
import { Decision, EvidenceForm, EvidenceView, PartnerRow, PartnerViewBody, Tie } from './schemas.ts'
import { decide, ownFile, type SentFile, sendEvidence, sendPapers, staffFile, tie } from './service.ts'
import { partnerView } from './view.ts'

const tags = ['partners']
const evidencePath = officeAnd('evidence')
const largest = 50 * 1024 * 1024
const file = { 200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } } }
const done = { 204: { description: 'Done' } }

const tooLarge = bodyLimit({
  maxSize: largest,
  onError: () => {
    throw new ProblemError(
      413,
      'file-too-large',
      { ko: '파일이 너무 큽니다', en: 'The file is too large' },
      { detail: { ko: '50MB 아래로 나누어 보내 주세요.', en: 'Send it in parts below 50 MB.' } },
    )
  },
})

/** Always a download: a stranger's HTML must not run under our address. */
const download = (c: Context<ApiEnv>, name: string, blob: StoredBlob) =>
  c.body(new Uint8Array(blob.bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
  }) as never

/** The one file of a form, with what was said about it. @throws ProblemError 422 where there is none */
async function sentFile({ file: sent, note }: z.infer<typeof EvidenceForm>): Promise<SentFile> {
  if (!(sent instanceof File)) throw invalid('form.file', { ko: '파일 하나', en: 'one file' }, typeof sent)
  return {
    name: sent.name.normalize('NFC'),
    mediaType: sent.type || 'application/octet-stream',
    bytes: Buffer.from(await sent.arrayBuffer()),
    note: note?.trim() || null,
  }
}

/** 협력 기관의 화면과 증빙, under /offices/{office}. */
export const partnersRoutes = createRoutes()
  .openapi(
    route({
      access: 'partner.read',
      method: 'get',
      path: '/offices/{office}/partner',
      tags,
      summary: 'What a partner sees: its own projects and obligations, what is due next, whom to ask',
      request: { params: officeParam },
      responses: { 200: json(PartnerViewBody) },
    }),
    async (c) => {
      const reader = readerOf(c)
      return c.json((await reading(c, (db) => partnerView(db, reader.officeId, actorOf(c).userId, reader.today))) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'partner.write',
      method: 'post',
      path: '/offices/{office}/partner/obligations/{obligation}/evidence',
      tags,
      summary: 'Send a file for an obligation of one’s own (multipart)',
      middleware: tooLarge,
      request: {
        params: officeAnd('obligation'),
        body: { required: true, content: { 'multipart/form-data': { schema: EvidenceForm } } },
      },
      responses: { 201: json(z.object({ id: Id }), 'Sent') },
    }),
    async (c) =>
      c.json(
        {
          id: await sendEvidence(
            c.get('store'),
            readerOf(c),
            actorOf(c).userId,
            c.req.valid('param').obligation,
            await sentFile(c.req.valid('form')),
          ),
        },
        201,
      ),
  )
  .openapi(
    route({
      access: 'partner.write',
      method: 'post',
      path: '/offices/{office}/partner/awards/{award}/evidence',
      tags,
      summary: 'Send papers for the next yearly check of one’s own award (multipart)',
      middleware: tooLarge,
      request: {
        params: officeAnd('award'),
        body: { required: true, content: { 'multipart/form-data': { schema: EvidenceForm } } },
      },
      responses: { 201: json(z.object({ id: Id }), 'Sent') },
    }),
    async (c) =>
      c.json(
        { id: await sendPapers(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').award, await sentFile(c.req.valid('form'))) },
        201,
      ),
  )
  .openapi(
    route({
      access: 'partner.read',
      method: 'get',
      path: '/offices/{office}/partner/evidence/{evidence}',
      tags,
      summary: 'A file that one’s own organisation sent',
      request: { params: evidencePath },
      responses: file,
    }),
    async (c) => {
      const found = await ownFile(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').evidence)
      return download(c, found.row.fileName, found.blob)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/evidence',
      tags,
      summary: 'Files that partners sent, the newest first',
      request: { params: officeParam, query: PageQuery.extend({ state: z.enum(['sent', 'accepted', 'returned', 'all']).default('sent') }) },
      responses: { 200: json(pageOf(EvidenceView)) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { state, limit, cursor } = c.req.valid('query')
      const rows = await reading(c, async (db) => {
        const files = await evidenceRows(db, reader.officeId, { state: state === 'all' ? undefined : state })
        const ids = [...new Set(files.map((one) => one.obligationId))]
        const obligations = new Map((await obligationsOf(db, reader.officeId, seeingOf(reader), reader.today, { ids })).map((one) => [one.id, one]))
        return files.flatMap(({ sha256: _hash, sentBy: _by, obligationId, mediaType: _type, ...one }) => {
          const obligation = obligations.get(obligationId)
          return obligation ? [{ ...one, obligation }] : []
        })
      })
      return c.json(pageOfRows(rows, { limit, cursor, descending: true }, (row) => row.sentAt) as never, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/evidence/{evidence}/file',
      tags,
      summary: 'The file itself',
      request: { params: evidencePath },
      responses: file,
    }),
    async (c) => {
      const found = await staffFile(c.get('store'), readerOf(c), c.req.valid('param').evidence)
      return download(c, found.row.fileName, found.blob)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/evidence/{evidence}/decision',
      tags,
      summary: 'Take it (it becomes a document and the obligation is met) or return it with a reason',
      request: { params: evidencePath, body: jsonBody(Decision) },
      responses: done,
    }),
    async (c) => {
      const { state, reason = null, metOn = null } = c.req.valid('json')
      await decide(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').evidence, { state, reason, metOn })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/partners',
      tags,
      summary: 'Partners’ accounts and for which organisation each stands; organisations to choose from',
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(PartnerRow), organisations: z.array(z.object({ id: Id, nameKo: z.string() })) })) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const found = await reading(c, async (db) => {
        const rows = await partnerRows(db, reader.officeId)
        const names = await namesOf(
          db,
          reader.officeId,
          rows.map((one) => one.organisationId),
          seeingOf(reader),
        )
        const organisations = await headsOf(db, reader.officeId, { kinds: ['organisation'], seeing: seeingOf(reader) })
        return {
          items: rows.map((one) => ({
            userId: one.userId,
            name: one.name,
            organisation: one.organisationId === null ? null : (names.get(one.organisationId) ?? null),
          })),
          organisations: organisations.map(({ id, nameKo }) => ({ id, nameKo })),
        }
      })
      return c.json(found, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'put',
      path: '/offices/{office}/partners/{user}',
      tags,
      summary: 'Say for which organisation a partner’s account stands; null: for none',
      request: { params: officeAnd('user'), body: jsonBody(Tie) },
      responses: done,
    }),
    async (c) => {
      await tie(c.get('store'), readerOf(c), actorOf(c).userId, c.req.valid('param').user, c.req.valid('json').organisationId)
      return c.body(null, 204)
    },
  )
