import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { HeadView, HeldFactView, Named, nameKo, optionalDay, optionalText } from '#capabilities/plans/index'
import { Day, DecimalText, Id, Instant } from '#record/scalars'

const fact = HeldFactView.nullable()

export const RuleView = z
  .object({
    id: z.string(),
    version: z.number().int(),
    ko: z.string(),
    en: z.string(),
    validFrom: Day,
    tolerance: DecimalText,
    combine: z.enum(['largest', 'weighted']),
    source: z.string(),
  })
  .openapi('ClawbackRule')

const AssessedValue = z.object({ factId: Id, value: DecimalText, unit: z.string() }).nullable()
export const InputsView = z.object({
  granted: AssessedValue,
  withdrawn: z.boolean(),
  conditions: z.array(z.object({ indicator: z.string(), weight: DecimalText, promised: AssessedValue, reached: AssessedValue })),
})
export const ResultView = z.object({
  conditions: z.array(
    z.object({
      id: z.string(),
      promised: DecimalText.nullable(),
      reached: DecimalText.nullable(),
      weight: DecimalText,
      missing: DecimalText.nullable(),
      shortfall: DecimalText.nullable(),
      counted: DecimalText.nullable(),
    }),
  ),
  shortfall: DecimalText.nullable(),
  amount: DecimalText.nullable(),
  unknown: z.array(z.string()),
})
export const PreviewView = z.object({ rule: RuleView, inputs: InputsView, result: ResultView, documents: z.array(Id) }).openapi('ClawbackPreview')
export type PreviewView = z.infer<typeof PreviewView>

export const AssessmentView = z
  .object({
    id: Id,
    subjectId: Id,
    assessedOn: Day,
    year: z.number().int().nullable(),
    rule: RuleView,
    inputs: InputsView,
    result: ResultView,
    shortfall: DecimalText.nullable(),
    amount: DecimalText.nullable(),
    documents: z.array(Id),
    evidence: z.array(z.object({ documentId: Id, title: z.string() })),
    reason: z.string().nullable(),
    madeBy: z.string().nullable(),
    madeAt: Instant,
    withdrawnAt: Instant.nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .openapi('ClawbackAssessment')

export const AwardView = HeadView.extend({
  programme: z.string().nullable(),
  grantedOn: Day.nullable(),
  settledOn: Day.nullable(),
  investmentYears: z.number().int(),
  followUpYears: z.number().int(),
  withdrawnOn: Day.nullable(),
  termsVersion: z.number().int(),
  recipient: Named.nullable(),
  project: Named.nullable(),
  granted: fact,
  conditions: z.array(
    z.object({
      indicator: z.string(),
      nameKo: z.string(),
      nameEn: z.string(),
      unit: z.string(),
      weight: DecimalText,
      note: z.string().nullable(),
      promised: fact,
      reached: fact,
      attainment: DecimalText.nullable(),
    }),
  ),
  schedule: z.array(
    z.object({
      year: z.number().int(),
      phase: z.enum(['investment', 'follow_up']),
      dueOn: Day,
      expected: z.boolean(),
      state: z.enum(['checked', 'late', 'open']),
      check: z
        .object({
          id: Id,
          year: z.number().int(),
          dueOn: Day,
          checkedOn: Day,
          documentId: Id.nullable(),
          documentTitle: z.string().nullable(),
          note: z.string().nullable(),
          madeBy: z.string().nullable(),
          madeAt: Instant,
        })
        .nullable(),
    }),
  ),
  assessments: z.array(AssessmentView),
  facts: z.array(HeldFactView),
}).openapi('Award')
export type AwardView = z.infer<typeof AwardView>
export const AwardPage = pageOf(AwardView)

const positive = DecimalText.refine((text) => !text.startsWith('-') && /[1-9]/.test(text), '0보다 큰 수 (a number above 0)')
const years = z.number().int().min(0).max(20)
export const ConditionBody = z.object({
  indicator: z.string().max(60),
  target: positive,
  unit: z.string().max(30).optional(),
  weight: positive.optional(),
  note: optionalText(2000),
})
const terms = {
  projectId: Id.nullable().optional(),
  programme: optionalText(300),
  grantedOn: optionalDay,
  settledOn: optionalDay,
  investmentYears: years.optional(),
  followUpYears: years.optional(),
  withdrawnOn: optionalDay,
}
export const NewAwardBody = z.object({
  nameKo,
  nameEn: optionalText(300),
  note: optionalText(10_000),
  confidential: z.boolean().optional(),
  recipient: optionalText(300),
  granted: positive.nullable().optional(),
  conditions: z.array(ConditionBody).max(20).optional(),
  ...terms,
})
export const AwardChange = z.object({ granted: positive.nullable().optional(), reason: optionalText(2000), ...terms })
export const CheckBody = z.object({
  year: z.number().int().min(1).max(40),
  checkedOn: Day,
  documentId: Id.nullable().optional(),
  note: optionalText(5000),
  values: z
    .array(z.object({ indicator: z.string().max(60), value: DecimalText, unit: z.string().max(30) }))
    .max(20)
    .default([]),
})
export const AssessBody = z.object({ ruleId: z.string().max(60), assessedOn: Day })
export const KeepBody = AssessBody.extend({
  year: z.number().int().min(1).max(40).nullable().optional(),
  documents: z.array(Id).max(50).optional(),
  reason: optionalText(2000),
})
export const RuleBody = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, '영문 소문자와 - (lower-case letters and -)'),
  version: z.number().int().min(1).max(1000),
  ko: z.string().trim().min(1).max(300),
  en: z.string().trim().min(1).max(300),
  validFrom: Day,
  tolerance: z.string().regex(/^0(\.\d{1,6})?$/, '0 이상 1 미만 (from 0 to less than 1)'),
  combine: z.enum(['largest', 'weighted']),
  source: z.string().trim().min(1, '근거 (the source: an ordinance, an article)').max(2000),
})
export const Withdrawal = z.object({ reason: z.string().trim().min(1, '까닭 (a reason)').max(2000) })
