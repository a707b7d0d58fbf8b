import { z } from '@hono/zod-openapi'
import { Facet } from '#record/fact'
import { Bound, Day, DecimalText, Id, Interval } from '#record/scalars'
import { SubjectKind } from '#record/subject'

export const Named = z.object({ id: Id, nameKo: z.string(), nameEn: z.string().nullable() })

export const HeadView = Named.extend({
  kind: SubjectKind,
  place: z.string().nullable(),
  industry: z.string().nullable(),
  stage: z.string().nullable(),
  stageFrom: Day.nullable(),
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  note: z.string().nullable(),
  illustrative: z.boolean(),
  confidential: z.boolean(),
  version: z.number().int(),
}).openapi('PlanHead')

export const FactSentenceView = z.object({
  documentId: Id,
  title: z.string(),
  outlet: z.string().nullable(),
  publishedOn: Day.nullable(),
  url: z.string().nullable(),
  sentence: z.string(),
  mark: z.object({ start: z.number().int(), end: z.number().int() }),
  digestOf: z.object({ outlet: z.string(), title: z.string(), date: Day.nullable() }).nullable(),
  illustrative: z.boolean(),
  ownStatement: z.boolean(),
})

export const HeldFactView = z
  .object({
    factId: Id,
    subjectId: Id,
    indicator: z.string(),
    facet: Facet,
    series: z.string(),
    period: Interval,
    value: DecimalText,
    valueMax: DecimalText.nullable(),
    bound: Bound.nullable(),
    approximate: z.boolean(),
    unit: z.string(),
    due: Interval.nullable(),
    quotes: z.array(FactSentenceView),
  })
  .openapi('PlanFact')

export const StageProofView = z.object({
  stage: z.string(),
  occurredFrom: Day.nullable(),
  proven: z.boolean(),
  documentId: Id.nullable(),
  documentTitle: z.string().nullable(),
  sentence: z.string().nullable(),
})

/** A value that a person types: its indicator, facet, unit and, for a value of a year, that year. */
export const TypedValue = z.object({
  indicator: z.string().max(60),
  facet: Facet,
  series: z.string().max(120).optional(),
  value: DecimalText,
  unit: z.string().max(30),
  year: z.number().int().min(1950).max(2200).nullable().optional(),
  /** The day on which it was measured, where it is a value of a day. */
  on: Day.nullable().optional(),
  note: z.string().max(2000).nullable().optional(),
})
export type TypedValue = z.infer<typeof TypedValue>

export const nameKo = z.string().trim().min(1, '이름 (a name)').max(300)
export const optionalText = (max: number) => z.string().trim().max(max).nullable().optional()
export const optionalDay = Day.nullable().optional()
