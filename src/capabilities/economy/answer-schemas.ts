import { z } from '@hono/zod-openapi'
import { DecimalText } from '#record/scalars'

const Words = z.object({ ko: z.string(), en: z.string() })

/** An effect: money in won, persons to one place. What cannot be told is null. */
export const EffectView = z.object({
  unit: z.enum(['KRW', 'persons']),
  direct: DecimalText.nullable(),
  indirect: DecimalText.nullable(),
  total: DecimalText,
  induced: DecimalText.nullable(),
  inside: z.object({ middle: DecimalText, low: DecimalText, high: DecimalText }).nullable(),
  outside: DecimalText.nullable(),
  /** Of published coefficients: the least and the most by the years that they were published for. */
  band: z.object({ low: DecimalText, high: DecimalText }).nullable(),
})
export type EffectView = z.infer<typeof EffectView>

const measures = ['output', 'valueAdded', 'employed', 'employees', 'income', 'taxes', 'imports'] as const
const Effects = z.object(
  Object.fromEntries(measures.map((one) => [one, EffectView.nullable()])) as Record<(typeof measures)[number], z.ZodNullable<typeof EffectView>>,
)

const Phase = z.enum(['construction', 'operation'])

export const ImpactAnswer = z
  .object({
    title: z.string(),
    method: z.enum(['table', 'coefficients']),
    table: z
      .object({
        id: z.string().nullable(),
        name: z.string(),
        hash: z.string().nullable(),
        year: z.number().int().nullable(),
        priceBasis: z.string().nullable(),
        importTreatment: z.string().nullable(),
        regionScope: z.string().nullable(),
        unit: z.string().nullable(),
        synthetic: z.boolean(),
        source: z.string().nullable(),
        licence: z.string().nullable(),
      })
      .nullable(),
    /** Coefficients that were used in place of a table. */
    coefficients: z.array(z.object({ indicator: z.string(), year: z.number().int(), value: z.number(), source: z.string() })),
    region: z.object({ name: z.string(), source: z.string().nullable(), synthetic: z.boolean(), share: z.number() }).nullable(),
    synthetic: z.boolean(),
    phases: z.array(
      z.object({
        phase: Phase,
        from: z.number().int().nullable(),
        to: z.number().int().nullable(),
        years: z.number().int().nullable(),
        amount: DecimalText,
        imported: DecimalText,
        effects: Effects,
      }),
    ),
    years: z.array(
      z.object({
        phase: Phase,
        year: z.number().int().nullable(),
        amount: DecimalText,
        output: DecimalText.nullable(),
        valueAdded: DecimalText.nullable(),
        employed: DecimalText.nullable(),
        outputInside: DecimalText.nullable(),
        employedInside: DecimalText.nullable(),
      }),
    ),
    sectors: z.array(
      z.object({
        phase: Phase,
        sector: z.string(),
        direct: DecimalText,
        indirect: DecimalText,
        induced: DecimalText.nullable(),
        inside: DecimalText.nullable(),
        valueAdded: DecimalText.nullable(),
        employed: DecimalText.nullable(),
      }),
    ),
    rounds: z.array(z.object({ round: z.number().int(), output: DecimalText, reached: z.number() })),
    operation: z.array(
      z.object({
        sector: z.string(),
        output: DecimalText,
        outputFrom: z.enum(['plan', 'jobs']),
        announcedJobs: z.number().nullable(),
        tableJobs: DecimalText.nullable(),
      }),
    ),
    ceiling: DecimalText.nullable(),
    /** Taxes that the case named: rate times its base, by phase and year; null where the base is not known. */
    taxes: z.array(
      z.object({
        name: z.string(),
        base: z.enum(['output', 'valueAdded', 'income', 'spending']),
        rate: z.number(),
        source: z.string(),
        phases: z.array(
          z.object({
            phase: Phase,
            total: DecimalText.nullable(),
            inside: z.object({ middle: DecimalText, low: DecimalText, high: DecimalText }).nullable(),
          }),
        ),
        years: z.array(z.object({ phase: Phase, year: z.number().int().nullable(), total: DecimalText.nullable() })),
      }),
    ),
    /** Spending that causes nothing: land, imported equipment. */
    leftOut: z.array(z.object({ what: Words, amount: DecimalText })),
    /** Each line of spending as it was understood. */
    read: z.array(
      z.object({
        what: z.string(),
        sector: z.string(),
        sectorFrom: z.enum(['plan', 'kind']),
        amount: DecimalText,
        year: z.number().int().nullable(),
      }),
    ),
    sentence: Words,
    assumed: z.array(Words),
    warnings: z.array(Words),
    /** The same from the engine, in English, with the method. */
    basis: z.object({ method: z.string(), assumptions: z.array(z.string()), warnings: z.array(z.string()) }),
  })
  .openapi('Impact')
export type ImpactAnswer = z.infer<typeof ImpactAnswer>

const Verdict = z.enum(['coherent', 'optimistic', 'outside', 'cannot-judge'])

export const ClaimAnswer = z
  .object({
    title: z.string(),
    verdict: Verdict,
    says: Words,
    tests: z.array(z.object({ test: z.string(), value: z.number(), reference: z.number(), times: z.number(), verdict: Verdict, says: Words })),
    assumed: z.array(Words),
    wouldNeed: z.array(z.object({ name: z.string(), coefficient: z.number(), years: z.number(), amount: DecimalText, jobs: DecimalText })),
    jobsPerYear: DecimalText.nullable(),
    reference: z.object({
      name: z.string(),
      production: z.number(),
      valueAdded: z.number(),
      jobs: z.number(),
      sectors: z.array(z.object({ name: z.string(), jobs: z.number(), year: z.number().int() })),
      sources: z.array(z.string()),
    }),
    warnings: z.array(Words),
  })
  .openapi('ClaimCheck')
export type ClaimAnswer = z.infer<typeof ClaimAnswer>
