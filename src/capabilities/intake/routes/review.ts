import { z } from '@hono/zod-openapi'
import { officeOf } from '#api/caller'
import { PageQuery } from '#api/paging'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Id } from '#record/scalars'
import { SubjectKind } from '#record/subject'
import { rankSubjects } from '../queries/candidates.ts'
import { claimById } from '../queries/claims.ts'
import { documentRow, pendingCounts } from '../queries/documents.ts'
import { listJudgements } from '../queries/judgements.ts'
import { reviewQueue } from '../queries/queue.ts'
import {
  Acceptance,
  Correction,
  Decided,
  DecidedBatch,
  Decision,
  JudgementPage,
  Merging,
  Queue,
  QueueCounts,
  Rejection,
  Review,
  SubjectRow,
  Suggestion,
  Undone,
  UndoOptions,
} from '../schemas-review.ts'
import { acceptClaim } from '../service/accept.ts'
import { correctClaim, markNotSame, mergeClaim, rejectClaim } from '../service/decide.ts'
import { decideMany, decideOne, undo } from '../service/decisions.ts'
import { aliasesOf, namesOffered, reviewOf, suggestionsFor } from '../service/review.ts'
import { lookingOf, reading, seesConfidential, whoOf } from './looking.ts'

const claimPath = officeAnd('claim')
const judgementPath = officeAnd('judgement')
const tags = ['Review']
const decided = { 200: json(Decided) }

/** Claims, the queue and decisions under /offices/{office}. */
export const reviewRoutes = createRoutes()
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/review/queue',
      summary: 'Documents with claims that wait, the most money at stake first',
      tags,
      request: { params: officeParam, query: PageQuery },
      responses: { 200: json(Queue) },
    }),
    async (c) =>
      c.json(await reading(c, (db) => reviewQueue(db, officeOf(c).officeId, { ...c.req.valid('query'), confidential: seesConfidential(c) })), 200),
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/review/counts',
      summary: 'How many documents and claims wait',
      tags,
      request: { params: officeParam },
      responses: { 200: json(QueueCounts) },
    }),
    async (c) => c.json(await reading(c, (db) => pendingCounts(db, officeOf(c).officeId, seesConfidential(c))), 200),
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/documents/{document}/review',
      summary: 'A document with its claims, what accepting would write and what each may be the same as',
      tags,
      request: { params: officeAnd('document') },
      responses: { 200: json(Review) },
    }),
    async (c) => {
      const review = await reading(c, (db) => reviewOf(db, lookingOf(c), c.req.valid('param').document))
      if (!review) throw notFound({ ko: '문서', en: 'The document' })
      c.header('etag', `"${review.document.id.slice(0, 8)}-${review.document.version}"`)
      return c.json(review, 200)
    },
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/claims/{claim}/suggestions',
      summary: 'What a claim may be the same as, each row explained',
      tags,
      request: { params: claimPath },
      responses: { 200: json(z.object({ items: z.array(Suggestion) })) },
    }),
    async (c) => {
      const looking = lookingOf(c)
      const items = await reading(c, async (db) => {
        const claim = await visibleClaim(db, looking.officeId, c.req.valid('param').claim, looking.confidential)
        const document = await documentRow(db, looking.officeId, claim.documentId)
        const offered = namesOffered(document?.body ?? null, [claim])
        return (await suggestionsFor(db, looking, [claim], offered, document ? aliasesOf(document) : undefined)).get(claim.id) ?? []
      })
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/claims/{claim}/subjects',
      summary: 'Existing subjects that a claim may be about, by name, parties and place',
      tags,
      request: {
        params: claimPath,
        query: z.object({
          q: z.string().max(200).default(''),
          kind: SubjectKind.optional(),
          limit: z.coerce.number().int().min(1).max(50).default(8),
        }),
      },
      responses: { 200: json(z.object({ items: z.array(SubjectRow) })) },
    }),
    async (c) => {
      const looking = lookingOf(c)
      const { q, kind, limit } = c.req.valid('query')
      const items = await reading(c, async (db) => {
        const claim = await visibleClaim(db, looking.officeId, c.req.valid('param').claim, looking.confidential)
        return rankSubjects(db, looking.officeId, {
          q: (q || [claim.what].filter(Boolean).join(' ')).normalize('NFC').trim(),
          parties: [claim.subject, ...claim.counterparts].filter((name): name is string => name !== null),
          place: q ? null : claim.place,
          kinds: kind ? [kind] : ['project', 'agreement', 'pledge', 'programme', 'award', 'zone', 'event', 'strategy', 'organisation'],
          confidential: looking.confidential,
          limit,
        })
      })
      return c.json({ items: items.map((one) => ({ ...one, kind: one.kind as z.infer<typeof SubjectKind> })) }, 200)
    },
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/claims/{claim}/accept',
      summary: 'Accept a claim: it becomes a fact',
      tags,
      request: { params: claimPath, body: jsonBody(Acceptance) },
      responses: decided,
    }),
    async (c) =>
      c.json(await decideOne(whoOf(c), 'accept', (deciding) => acceptClaim(deciding, c.req.valid('param').claim, c.req.valid('json'))), 200),
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/claims/{claim}/correct',
      summary: 'Correct a claim in any slot or its words: a new claim, the old one stays',
      tags,
      request: { params: claimPath, body: jsonBody(Correction) },
      responses: decided,
    }),
    async (c) =>
      c.json(await decideOne(whoOf(c), 'correct', (deciding) => correctClaim(deciding, c.req.valid('param').claim, c.req.valid('json'))), 200),
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/claims/{claim}/reject',
      summary: 'Reject a claim, with the reason',
      tags,
      request: { params: claimPath, body: jsonBody(Rejection) },
      responses: decided,
    }),
    async (c) =>
      c.json(await decideOne(whoOf(c), 'reject', (deciding) => rejectClaim(deciding, c.req.valid('param').claim, c.req.valid('json').reason)), 200),
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/claims/{claim}/merge',
      summary: 'Merge a claim with a fact: it supports it, totals stay',
      tags,
      request: { params: claimPath, body: jsonBody(Merging) },
      responses: decided,
    }),
    async (c) => c.json(await decideOne(whoOf(c), 'merge', (deciding) => mergeClaim(deciding, c.req.valid('param').claim, c.req.valid('json'))), 200),
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/claims/{claim}/not-same',
      summary: 'Remember that a claim does not speak of a subject',
      tags,
      request: { params: claimPath, body: jsonBody(z.object({ subjectId: Id, reason: z.string().max(2000).nullish() })) },
      responses: decided,
    }),
    async (c) => {
      const { subjectId, reason } = c.req.valid('json')
      return c.json(
        await decideOne(whoOf(c), 'not-same', (deciding) => markNotSame(deciding, c.req.valid('param').claim, subjectId, reason ?? null)),
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/claims/decisions',
      summary: 'Decide many claims at once, all or none; one undo takes them back',
      tags,
      request: { params: officeParam, body: jsonBody(z.object({ decisions: z.array(Decision).max(500) })) },
      responses: { 200: json(DecidedBatch) },
    }),
    async (c) => c.json(await decideMany(whoOf(c), c.req.valid('json').decisions), 200),
  )
  .openapi(
    route({
      access: 'review.read',
      method: 'get',
      path: '/offices/{office}/judgements',
      summary: 'Decisions about claims, the last first, with those taken back',
      tags,
      request: { params: officeParam, query: PageQuery.extend({ document: Id.optional(), claim: Id.optional() }) },
      responses: { 200: json(JudgementPage) },
    }),
    async (c) => {
      const { document, claim, ...page } = c.req.valid('query')
      const list = await reading(c, (db) =>
        listJudgements(db, officeOf(c).officeId, { ...page, documentId: document, claimId: claim, confidential: seesConfidential(c) }),
      )
      return c.json(list, 200)
    },
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/judgements/{judgement}/undo',
      summary: 'Take a decision back',
      tags,
      request: { params: judgementPath, body: jsonBody(UndoOptions) },
      responses: { 200: json(Undone) },
    }),
    async (c) =>
      c.json({ undone: await undo(whoOf(c), { judgementId: c.req.valid('param').judgement }, c.req.valid('json').withDependents ?? false) }, 200),
  )
  .openapi(
    route({
      access: 'review.write',
      method: 'post',
      path: '/offices/{office}/judgement-batches/{batch}/undo',
      summary: 'Take back everything that was decided at once',
      tags,
      request: { params: officeAnd('batch'), body: jsonBody(UndoOptions) },
      responses: { 200: json(Undone) },
    }),
    async (c) => c.json({ undone: await undo(whoOf(c), { batchId: c.req.valid('param').batch }, c.req.valid('json').withDependents ?? false) }, 200),
  )

/** A claim of a document that the caller may see. @throws ProblemError 404 */
async function visibleClaim(db: Parameters<typeof claimById>[0], officeId: string, claimId: string, confidential: boolean) {
  const claim = await claimById(db, officeId, claimId)
  const document = claim && (await documentRow(db, officeId, claim.documentId))
  if (!claim || !document || (document.confidential && !confidential)) throw notFound({ ko: '주장', en: 'The claim' })
  return claim
}
