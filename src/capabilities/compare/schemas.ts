import { z } from '@hono/zod-openapi'
import { isDay } from '#quantity/day'
import { FigureQuote } from '#record/figure'
import { Bound, Day, DecimalText, Id, Instant } from '#record/scalars'

const CalendarDay = Day.refine(isDay, '달력에 있는 날짜 (a day that the calendar has)')
const text = z.string().max(200).optional()

/** Two questions: before and after. What is left out of the second is today, and what is known now. */
export const CompareQuery = z.object({
  beforeAsOf: CalendarDay.openapi({ example: '2024-06-01', description: 'The day that was asked about' }),
  // `describe` first: a schema made before the API's extension was loaded has no `openapi` of its own, a copy made now has
  beforeKnownOn: Instant.describe('What was known then').openapi({ example: '2024-06-01T23:59:59+09:00' }),
  asOf: CalendarDay.optional().openapi({ description: 'The other day; without it, today' }),
  knownOn: Instant.optional().openapi({ description: 'The other moment of knowing; without it, now' }),
  subject: Id.optional(),
  kind: text,
  place: text,
  industry: text,
  team: text,
  owner: text,
  q: text,
  same: z.enum(['true', 'false']).default('false').openapi({ description: 'Also lines that say the same' }),
})
export type CompareQuery = z.infer<typeof CompareQuery>

const Side = z
  .object({
    value: DecimalText.nullable(),
    valueMax: DecimalText.nullable(),
    bound: Bound.nullable(),
    approximate: z.boolean(),
    unit: z.string().nullable(),
    /** A stage, a name, a place: what is no number. */
    text: z.string().nullable(),
    factId: Id.nullable(),
  })
  .openapi('ComparedSide')
export type Side = z.infer<typeof Side>

export const CompareLine = z
  .object({
    id: z.string(),
    /** `term`: what a plan says beside its facts and its stage: days, parties, obligations, tasks, grades, conditions, checks, weights. */
    kind: z.enum(['value', 'stage', 'field', 'subject', 'term']),
    subjectId: Id,
    subjectName: z.string(),
    subjectKind: z.string(),
    /** The indicator, the field, `stage` or `subject`. */
    what: z.string(),
    facet: z.string().nullable(),
    series: z.string().nullable(),
    before: Side.nullable(),
    after: Side.nullable(),
    change: z.enum(['same', 'changed', 'added', 'gone']),
    /** `time`: both were known then, the days differ; `knowledge`: it came, was corrected or taken back since. Null for what is the same. */
    cause: z.enum(['time', 'knowledge']).nullable(),
    difference: DecimalText.nullable(),
    /** Who made it so, and when. */
    who: z.string().nullable(),
    when: Instant.nullable(),
    reason: z.string().nullable(),
    source: FigureQuote.nullable(),
  })
  .openapi('ComparedLine')
export type CompareLine = z.infer<typeof CompareLine>

const Total = z.object({
  formula: z.string(),
  titleKo: z.string(),
  titleEn: z.string(),
  unit: z.string(),
  before: Side.nullable(),
  after: Side.nullable(),
  difference: DecimalText.nullable(),
})
const Clocks = z.object({ asOf: Day, knownOn: Instant })

export const CompareAnswer = z
  .object({
    before: Clocks,
    after: Clocks,
    totals: z.array(Total),
    counts: z.object({ changed: z.number().int(), added: z.number().int(), gone: z.number().int(), same: z.number().int() }),
    items: z.array(CompareLine),
    next: z.string().nullable(),
  })
  .openapi('Compared')
export type CompareAnswer = z.infer<typeof CompareAnswer>
