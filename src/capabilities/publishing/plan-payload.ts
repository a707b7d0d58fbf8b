import { z } from '@hono/zod-openapi'
import { Day, DecimalText, Id } from '#record/scalars'
import { PublicQuote } from './quote-payload.ts'

const share = DecimalText.nullable()
/** A fact of the same payload, by its id; null where nothing that may be shown says it. */
const factId = Id.nullable()

/** 등급: points and gates by one version of a rubric, with the thresholds of that version. */
export const PublicGrade = z.object({
  gradedOn: Day,
  assessor: z.string(),
  rubric: z.string(),
  version: z.string(),
  rubricKo: z.string(),
  rubricEn: z.string(),
  source: z.string(),
  parts: z.array(z.object({ id: z.string(), ko: z.string(), en: z.string(), score: DecimalText.nullable(), max: DecimalText })),
  gates: z.array(z.object({ id: z.string(), ko: z.string(), en: z.string(), passed: z.boolean().nullable() })),
  thresholds: z.array(z.object({ grade: z.string(), atLeast: DecimalText })),
  total: DecimalText.nullable(),
  outcome: z.enum(['graded', 'below', 'gate_failed', 'incomplete']),
  grade: z.string().nullable(),
  quotes: z.array(PublicQuote),
})
export type PublicGrade = z.infer<typeof PublicGrade>

/** 공약의 쪽: what was promised beside what came of it, the money, the grades; every value is a fact of the payload. */
export const PledgePlan = z
  .object({
    kind: z.literal('pledge'),
    promisedOn: Day.nullable(),
    promisor: z.string().nullable(),
    termFrom: Day.nullable(),
    termTo: Day.nullable(),
    dueOn: Day.nullable(),
    /** Stage of the record, `unproven` where nothing that may be shown proves that it is done, null where none is known. */
    state: z.string().nullable(),
    done: z.boolean(),
    promises: z.array(z.object({ indicator: z.string(), part: z.string(), promised: Id, actual: factId, attainment: share })),
    money: z.object({
      total: factId,
      inTerm: factId,
      secured: factId,
      securedInTerm: factId,
      securedRate: share,
      securedInTermRate: share,
    }),
    grades: z.array(PublicGrade),
  })
  .openapi('PublicPledge')
export type PledgePlan = z.infer<typeof PledgePlan>

const PublicMeasure = z.object({
  id: Id,
  indicator: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  part: z.string(),
  weight: DecimalText,
  direction: z.number().int(),
  baselineYear: z.number().int().nullable(),
  progress: share,
  state: z.enum(['measured', 'not_measured', 'no_target']),
  years: z.array(
    z.object({
      year: z.number().int(),
      target: factId,
      actual: factId,
      attainment: share,
      state: z.enum(['measured', 'not_measured', 'open', 'no_target']),
    }),
  ),
})
export type PublicMeasure = z.infer<typeof PublicMeasure>

const PublicNode = z.object({
  subjectId: Id,
  /** The node above it in this payload; null at its top. */
  parentId: Id.nullable(),
  level: z.enum(['vision', 'strategy', 'action']),
  nameKo: z.string(),
  nameEn: z.string().nullable(),
  illustrative: z.boolean(),
  weight: DecimalText,
  progress: share,
  coverage: share,
  measures: z.array(PublicMeasure),
})
export type PublicNode = z.infer<typeof PublicNode>

/** 전략의 쪽: a vision or a strategy with everything below it that may be shown, parents first. */
export const StrategyPlan = z.object({ kind: z.literal('strategy'), nodes: z.array(PublicNode) }).openapi('PublicStrategy')
export type StrategyPlan = z.infer<typeof StrategyPlan>

export const Plan = z.discriminatedUnion('kind', [PledgePlan, StrategyPlan])
export type Plan = z.infer<typeof Plan>
