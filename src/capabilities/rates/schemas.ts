import { z } from '@hono/zod-openapi'
import { definitions, measures } from '#engines/accounting/rate/definition'
import { isDay } from '#quantity/day'
import { Figure } from '#record/figure'
import { Bound, Day, DecimalText, Id, Instant } from '#record/scalars'

/** A month or a day that the calendar has. */
const MonthOrDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/, 'a month such as "2016-01" or a day such as "2016-01-31"')
  .refine((text) => text.length === 7 || isDay(text), '달력에 있는 날짜 (a day that the calendar has)')

const RateMeasure = z.enum(measures)
const RateDefinition = z.enum(definitions)
const Withdrawals = z.enum(['in', 'out'])

/** Whose agreements, as of when. */
const CohortQuery = z.object({
  cohortFrom: MonthOrDay.optional().openapi({ example: '2016-01', description: 'Signed in or after this month or day' }),
  cohortTo: MonthOrDay.optional().openapi({ example: '2020-09', description: 'Signed up to and in this month or day' }),
  asOf: Day.refine(isDay, '달력에 있는 날짜 (a day that the calendar has)')
    .optional()
    .openapi({ description: 'True on this day; without it, today' }),
  knownOn: Instant.optional().openapi({ description: 'As known at this instant; without it, now' }),
  kind: z.enum(['project', 'agreement']).optional().openapi({ description: 'Only projects or only agreements' }),
  investmentKind: z
    .enum(['new', 'expansion'])
    .optional()
    .openapi({ description: 'Only new investments or only expansions; those of which it is not known are listed' }),
})

export const RateQueryView = CohortQuery.extend({
  measure: RateMeasure.default('money'),
  definition: RateDefinition.default('spent'),
  withdrawals: Withdrawals.default('in'),
})
export type RateQueryView = z.infer<typeof RateQueryView>
export const VintageQueryView = CohortQuery.extend({
  measure: RateMeasure.default('count'),
  definition: z.enum(['operating', 'building', 'contracted']).default('operating'),
})
export type VintageQueryView = z.infer<typeof VintageQueryView>

const Words = z.object({ ko: z.string(), en: z.string() })
/** A value with the formula that opens it down to its sentences. */
const FigureValue = z.object({
  formula: z.string(),
  parameters: z.record(z.string(), z.string()),
  value: DecimalText.nullable(),
  valueMax: DecimalText.nullable(),
  bound: Bound.nullable(),
  approximate: z.boolean(),
  unit: z.string(),
})
export type FigureValue = z.infer<typeof FigureValue>

const MissingReason = z.enum(['no_signing_day', 'not_disclosed', 'not_measured', 'withdrawn', 'kind_unknown', 'other_currency', 'undated'])
const MissingOne = z.object({ subjectId: Id, subjectName: z.string(), reason: MissingReason })

export const RateRow = z
  .object({
    measure: RateMeasure,
    definition: RateDefinition,
    version: z.number().int(),
    name: Words,
    aboveText: Words,
    belowText: Words,
    text: Words,
    rate: FigureValue,
    above: FigureValue,
    below: FigureValue,
    /** How many agreements stand above and below the line. */
    agreements: z.object({ above: z.number().int(), below: z.number().int() }),
    missing: z.array(MissingOne),
  })
  .openapi('RateRow')
export type RateRow = z.infer<typeof RateRow>

const StatedValue = FigureValue.omit({ formula: true, parameters: true }).extend({ factId: Id })
export const StatedRates = z
  .object({
    subjectId: Id,
    subjectName: z.string(),
    /** Both ends belong to it. */
    from: Day,
    to: Day,
    rates: z.array(z.object({ measure: RateMeasure, name: Words, text: Words, rate: FigureValue, above: StatedValue, below: StatedValue })),
  })
  .openapi('StatedRates')
export type StatedRates = z.infer<typeof StatedRates>

export const RatesAnswer = z
  .object({
    cohort: z.object({ from: Day.nullable(), to: Day.nullable() }),
    measure: RateMeasure,
    definition: RateDefinition,
    withdrawals: Withdrawals,
    investmentKind: z.enum(['new', 'expansion']).nullable(),
    asOf: Day,
    knownOn: Instant.nullable(),
    /** The rate that was asked for, with its facts; the sentences are at /figures/{formula}. */
    figure: Figure,
    /** Every measure by every definition. */
    rows: z.array(RateRow),
    /** What sources state of this cohort as a whole. */
    stated: z.array(StatedRates),
    /** Cohorts that somebody stated, to choose from. */
    cohorts: z.array(z.object({ subjectId: Id, subjectName: z.string(), from: Day, to: Day })),
  })
  .openapi('Rates')
export type RatesAnswer = z.infer<typeof RatesAnswer>

const Point = z.object({ months: z.number().int(), realised: DecimalText, withdrawn: DecimalText, atRisk: DecimalText })
export const VintageAnswer = z
  .object({
    asOf: Day,
    measure: RateMeasure,
    definition: RateDefinition,
    definitionText: Words,
    curves: z.array(
      z.object({
        year: z.number().int(),
        agreements: z.number().int(),
        realised: z.number().int(),
        withdrawn: z.number().int(),
        open: z.number().int(),
        points: z.array(Point),
        /** The plain rate of that year, with its sentences behind it. */
        rate: FigureValue,
      }),
    ),
    missing: z.array(MissingOne),
  })
  .openapi('Vintage')
export type VintageAnswer = z.infer<typeof VintageAnswer>
