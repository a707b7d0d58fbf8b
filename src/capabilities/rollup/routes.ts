import { z } from '@hono/zod-openapi'
import { createRoutes, json, route } from '#api/route'
import { ClockQuery } from '#capabilities/portfolio/index'
import { DecimalText, Instant } from '#record/scalars'
import { rollUpAt } from './at-clocks.ts'
import { officesRolledUp, totalsByPhase } from './queries.ts'
import { askForRound } from './refresh.ts'

const tags = ['Installation 설치']
const Phase = z.enum(['before', 'announced', 'committed', 'building', 'realised', 'lost', 'unknown'])

export const RollUp = z
  .object({
    phases: z.array(
      z.object({
        phase: Phase,
        commitments: z.number().int(),
        undisclosed: z.number().int().openapi({ description: 'Commitments whose money nobody disclosed: not in the sums' }),
        announced: DecimalText.nullable(),
        actual: DecimalText.nullable(),
        announcedJobs: DecimalText.nullable(),
        actualJobs: DecimalText.nullable(),
        approximate: z.boolean(),
      }),
    ),
    offices: z.array(
      z.object({
        slug: z.string(),
        nameKo: z.string(),
        nameEn: z.string(),
        commitments: z.number().int(),
        realised: z.number().int(),
        lost: z.number().int(),
        announced: DecimalText.nullable(),
        actual: DecimalText.nullable(),
        approximate: z.boolean(),
        computedAt: Instant.nullable(),
      }),
    ),
    /** How many offices are older than a day or were never worked out; a round for them waits in the queue. */
    waiting: z.number().int(),
  })
  .openapi('NationalRollUp')
export type RollUp = z.infer<typeof RollUp>

const order = Phase.options
const dayLong = 86_400_000

/** 모아 보기: all offices of the installation together. */
export const rollUpRoutes = createRoutes()
  .openapi(
    route({
      access: 'installation',
      method: 'get',
      path: '/installation/roll-up',
      tags,
      summary:
        'Commitments of all offices by phase, as of the last round (offices older than a day are asked for again); with a clock, worked out as of that day and as known then',
      request: { query: ClockQuery },
      responses: { 200: json(RollUp) },
    }),
    async (c) => {
      const store = c.get('store')
      const { asOf = null, knownOn = null } = c.req.valid('query')
      const past = asOf !== null || knownOn !== null
      const { phases, offices } = past
        ? await rollUpAt(store, { asOf, knownOn }, c.get('now'))
        : await store.global(async (db) => ({ phases: await totalsByPhase(db), offices: await officesRolledUp(db) }))
      const limit = new Date(c.get('now').getTime() - dayLong).toISOString()
      const stale = past ? [] : offices.filter((one) => one.computed_at === null || one.computed_at < limit)
      for (const office of stale) await store.inOffice(office.office_id, null, (tx) => askForRound(tx, office.office_id))
      return c.json(
        {
          phases: phases
            .sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase))
            .map((row) => ({
              phase: row.phase,
              commitments: row.commitments,
              undisclosed: row.undisclosed,
              announced: row.announced,
              actual: row.actual,
              announcedJobs: row.announced_jobs,
              actualJobs: row.actual_jobs,
              approximate: row.approximate,
            })),
          offices: offices.map((row) => ({
            slug: row.slug,
            nameKo: row.name_ko,
            nameEn: row.name_en,
            commitments: row.commitments,
            realised: row.realised,
            lost: row.lost,
            announced: row.announced,
            actual: row.actual,
            approximate: row.approximate,
            computedAt: row.computed_at,
          })),
          waiting: stale.length,
        },
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/installation/roll-up',
      tags,
      summary: 'Work all offices out anew, in the queue',
      responses: { 202: json(z.object({ asked: z.number().int() }), 'In the queue') },
    }),
    async (c) => {
      const store = c.get('store')
      const offices = await store.global((db) => db.selectFrom('office').select('office_id').execute())
      let asked = 0
      for (const { office_id: id } of offices) if (await store.inOffice(id, null, (tx) => askForRound(tx, id))) asked++
      return c.json({ asked }, 202)
    },
  )
