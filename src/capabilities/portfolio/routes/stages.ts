import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { mayInOffice } from '#api/permission'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { evidenceKinds } from '#data/evidence-kinds'
import { rulesOf } from '#engines/accounting/stage-rules'
import { stagesOf } from '#engines/accounting/stages'
import { Day, DecimalText, Id } from '#record/scalars'
import { nextStages } from '../next-stages.ts'
import { readerOf } from '../reader.ts'
import { changeStage, voidStage } from '../stage-change.ts'
import { done } from './schemas.ts'

const tags = ['portfolio']
const reason = z.string().trim().max(2000)

const machines = ['project', 'fdi', 'agreement', 'programme', 'pledge', 'award'] as const
const Words = z.object({ id: z.string(), ko: z.string(), en: z.string() })
const Evidence = Words.extend({ filedAs: z.array(z.string()) })
const Changed = z.object({
  eventId: Id,
  judgementId: Id,
  stage: z.string().nullable(),
  ruleId: z.string(),
  overridden: z.boolean(),
  lateDays: z.number().int().nullable(),
  ordinal: z.number().int().nullable(),
})

/** 단계: what may come next, recording a step with its evidence, striking one; the rules as data. */
export const stageRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/stage-rules',
      tags,
      summary: 'The stage machines as they hold on a day: stages, the rules of their steps, the kinds of evidence',
      request: { params: officeParam, query: z.object({ on: Day.optional() }) },
      responses: {
        200: json(
          z.object({
            on: Day,
            machines: z.array(
              z.object({
                machine: z.enum(machines),
                stages: z.array(z.object({ stage: z.string(), ko: z.string(), en: z.string(), phase: z.string(), final: z.boolean() })),
                rules: z.array(
                  z.object({
                    id: z.string(),
                    to: z.string(),
                    from: z.array(z.string()),
                    evidence: z.array(z.string()),
                    limits: z.array(
                      z.object({ from: z.string(), days: z.number().int().optional(), months: z.number().int().optional(), source: z.string() }),
                    ),
                    numbered: z.boolean(),
                    validFrom: Day,
                  }),
                ),
              }),
            ),
            evidence: z.array(Evidence),
          }),
        ),
      },
    }),
    (c) => {
      const on = c.req.valid('query').on ?? readerOf(c).today
      return c.json(
        {
          on,
          machines: machines.map((machine) => ({
            machine,
            stages: stagesOf(machine, on).map(({ stage, ko, en, phase, final }) => ({ stage, ko, en, phase, final })),
            rules: rulesOf(machine, on).map(({ machine: _machine, ...rule }) => ({
              ...rule,
              from: [...rule.from],
              evidence: [...rule.evidence],
              limits: rule.limits.map((limit) => ({ ...limit })),
            })),
          })),
          evidence: evidenceKinds.map((kind) => ({ ...kind, filedAs: [...kind.filedAs] })),
        },
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/projects/{subject}/next-stages',
      tags,
      summary: 'Where a subject stands on each of its tracks, and what may come next: the rule, the evidence, the last day',
      request: { params: officeAnd('subject'), query: z.object({ on: Day.optional() }) },
      responses: {
        200: json(
          z.object({
            tracks: z.array(
              z.object({
                machine: z.enum(machines),
                stage: z.string().nullable(),
                since: Day.nullable(),
                next: z.array(
                  z.object({
                    to: z.string(),
                    ko: z.string(),
                    en: z.string(),
                    ruleId: z.string(),
                    way: z.enum(['on', 'out', 'back']),
                    evidence: z.array(Evidence),
                    until: Day.nullable(),
                    limitSource: z.string().nullable(),
                    numbered: z.boolean(),
                  }),
                ),
              }),
            ),
          }),
        ),
      },
    }),
    async (c) => {
      const reader = readerOf(c)
      const id = c.req.valid('param').subject
      const on = c.req.valid('query').on ?? null
      const tracks = await c.get('store').readOffice(reader.officeId, reader.userId, (db) => nextStages(db, reader, id, on))
      return c.json({ tracks }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/stages',
      tags,
      summary: 'Record a step: by its rule with a document as evidence, or (head, administrator) against the rule with a reason. 422 names the rule',
      request: {
        params: officeAnd('subject'),
        body: jsonBody(
          z.object({
            machine: z.enum(machines).optional().openapi({ description: 'The track; the own one of the subject where it is left out' }),
            toStage: z.string().max(40),
            occurredFrom: Day.nullable().default(null),
            occurredTo: Day.nullable().default(null),
            occurredText: z.string().max(200).nullable().default(null),
            documentId: Id.nullable().default(null),
            evidenceKind: z
              .string()
              .max(40)
              .nullable()
              .default(null)
              .openapi({ description: 'What the document proves, such as construction_notice' }),
            reason: reason.nullable().default(null),
            amount: z
              .object({ value: DecimalText, unit: z.string().max(30) })
              .nullable()
              .default(null),
          }),
        ),
      },
      responses: { 201: json(Changed, 'Recorded') },
    }),
    async (c) => {
      const { machine, toStage, occurredFrom, occurredTo, occurredText, documentId, evidenceKind, reason: why, amount } = c.req.valid('json')
      const role = officeOf(c).role
      const mayOverride = role !== null && mayInOffice(role, 'portfolio.override')
      const occurred = { from: occurredFrom, to: occurredTo, text: occurredText }
      const change = { machine, toStage, occurred, documentId, evidenceKind, reason: why, amount }
      return c.json(await changeStage(c.get('store'), readerOf(c), actorOf(c).userId, mayOverride, c.req.valid('param').subject, change), 201)
    },
  )
  .openapi(
    route({
      access: 'portfolio.write',
      method: 'post',
      path: '/offices/{office}/projects/{subject}/stages/{event}/void',
      tags,
      summary: 'Strike a stage event; it stays in the record',
      request: { params: officeAnd('subject').extend({ event: Id }), body: jsonBody(z.object({ reason: reason.min(1, '까닭 (a reason)') })) },
      responses: done,
    }),
    async (c) => {
      const { subject, event } = c.req.valid('param')
      await voidStage(c.get('store'), readerOf(c), actorOf(c).userId, subject, event, c.req.valid('json').reason)
      return c.body(null, 204)
    },
  )
