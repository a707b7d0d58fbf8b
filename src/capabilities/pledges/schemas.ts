import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { HeadView, HeldFactView, nameKo, optionalDay, optionalText, StageProofView, TypedValue } from '#capabilities/plans/index'
import { Day, DecimalText, Id, Instant } from '#record/scalars'

const fact = HeldFactView.nullable()

export const GradingResult = z.object({
  rubric: z.string(),
  version: z.string(),
  outcome: z.enum(['graded', 'below', 'gate_failed', 'incomplete']),
  grade: z.string().nullable(),
  total: DecimalText.nullable(),
  parts: z.array(z.object({ id: z.string(), score: DecimalText.nullable(), max: DecimalText })),
  gates: z.array(z.object({ id: z.string(), passed: z.boolean().nullable() })),
  missing: z.array(z.string()),
  next: z.object({ grade: z.string(), atLeast: DecimalText, short: DecimalText }).nullable(),
})

export const GradeInputsView = z.object({
  scores: z.record(z.string(), DecimalText.nullable()),
  gates: z.record(z.string(), z.boolean().nullable()),
})

export const GradingView = z
  .object({
    id: Id,
    subjectId: Id,
    gradedOn: Day,
    assessor: z.string(),
    inputs: GradeInputsView,
    result: GradingResult,
    documentId: Id.nullable(),
    documentTitle: z.string().nullable(),
    reason: z.string().nullable(),
    madeBy: z.string().nullable(),
    madeAt: Instant,
    withdrawnAt: Instant.nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .openapi('PledgeGrading')

export const PledgeView = HeadView.extend({
  promisedOn: Day.nullable(),
  promisor: z.string().nullable(),
  termFrom: Day.nullable(),
  termTo: Day.nullable(),
  dueOn: Day.nullable(),
  termsVersion: z.number().int(),
  state: z.string().nullable(),
  done: z.boolean(),
  proof: StageProofView.nullable(),
  promises: z.array(
    z.object({
      indicator: z.string(),
      nameKo: z.string(),
      nameEn: z.string(),
      series: z.string(),
      promised: HeldFactView,
      actual: fact,
      attainment: DecimalText.nullable(),
    }),
  ),
  money: z.object({
    total: fact,
    inTerm: fact,
    secured: fact,
    securedInTerm: fact,
    securedRate: DecimalText.nullable(),
    securedInTermRate: DecimalText.nullable(),
  }),
  gradings: z.array(GradingView),
  facts: z.array(HeldFactView),
}).openapi('Pledge')
export type PledgeView = z.infer<typeof PledgeView>

export const PledgePage = pageOf(PledgeView).openapi('PledgePage')
export type PledgePage = z.infer<typeof PledgePage>

const MoneySum = z.object({ value: DecimalText.nullable(), unit: z.literal('KRW'), factIds: z.array(Id), unknown: z.number().int() })
export const PledgeSummaryView = z
  .object({
    total: z.number().int(),
    done: z.number().int(),
    doneRate: DecimalText.nullable(),
    byState: z.array(z.object({ state: z.string().nullable(), count: z.number().int() })),
    money: z.object({
      total: MoneySum,
      inTerm: MoneySum,
      secured: MoneySum,
      securedInTerm: MoneySum,
      securedRate: DecimalText.nullable(),
      securedInTermRate: DecimalText.nullable(),
    }),
  })
  .openapi('PledgeSummary')
export type PledgeSummaryView = z.infer<typeof PledgeSummaryView>

export const RubricView = z.object({
  id: z.string(),
  version: z.string(),
  ko: z.string(),
  en: z.string(),
  validFrom: Day,
  parts: z.array(z.object({ id: z.string(), ko: z.string(), en: z.string(), max: DecimalText })),
  gates: z.array(z.object({ id: z.string(), ko: z.string(), en: z.string() })),
  grades: z.array(z.object({ grade: z.string(), atLeast: DecimalText })),
  source: z.string(),
})

const terms = { promisedOn: optionalDay, promisor: optionalText(200), termFrom: optionalDay, termTo: optionalDay, dueOn: optionalDay }
export const NewPledgeBody = z.object({
  nameKo,
  nameEn: optionalText(300),
  field: optionalText(200),
  note: optionalText(10_000),
  confidential: z.boolean().optional(),
  values: z.array(TypedValue).max(50).optional(),
  ...terms,
})
export const PledgeChange = z.object({ values: z.array(TypedValue).max(50).optional(), reason: optionalText(2000), ...terms })
export const NewGrading = GradeInputsView.extend({
  rubric: z.string().max(60),
  gradedOn: Day,
  assessor: z.string().trim().min(1, '평가한 곳 (who assessed)').max(200),
  documentId: Id.nullable().optional(),
  reason: optionalText(2000),
})
