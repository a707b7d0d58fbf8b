import { z } from '@hono/zod-openapi'
import { Id } from '#record/scalars'
import { AnalysisCase, kinds, StageAssumption } from './cases.ts'
import type { Answer } from './service/answer.ts'

export const KindName = z.enum(kinds)

/** An analysis as a list shows it. */
export const AnalysisHeadView = z
  .object({
    id: Id,
    kind: KindName,
    name: z.string(),
    source: z.string(),
    synthetic: z.boolean(),
    confidential: z.boolean(),
    archived: z.boolean(),
    changedAt: z.string(),
    version: z.number().int(),
  })
  .openapi('AnalysisHead')
export type AnalysisHeadView = z.infer<typeof AnalysisHeadView>

export const AnalysisView = AnalysisHeadView.extend({ case: AnalysisCase }).openapi('Analysis')
export type AnalysisView = z.infer<typeof AnalysisView>

export const AnalysisBody = z.object({ case: AnalysisCase, confidential: z.boolean().default(false) }).openapi('AnalysisBody')

export const EditionView = z
  .object({ version: z.number().int(), name: z.string(), source: z.string(), changedAt: z.string(), case: AnalysisCase })
  .openapi('AnalysisEdition')

/** What a reader may turn without changing what is kept. */
export const ReportOptions = z.object({
  falseAlarms: z.coerce.number().gt(0).lt(1).optional().openapi({ description: 'Warning: chance that a quiet year alarms, over all series' }),
  quietMonths: z.coerce.number().int().min(36).max(600).optional(),
  region: z.string().max(200).optional().openapi({ description: 'Structure: another region of the table' }),
  from: z.coerce.number().int().min(1900).max(2200).optional().openapi({ description: 'Structure: first year of the table to look at' }),
  to: z.coerce.number().int().min(1900).max(2200).optional().openapi({ description: 'Structure: last year of the table to look at' }),
  weights: z
    .string()
    .max(300)
    .regex(/^([a-z]+:\d+(\.\d+)?)(,[a-z]+:\d+(\.\d+)?)*$/, 'relatedness:3,growth:1처럼 (such as relatedness:3,growth:1)')
    .optional()
    .openapi({ description: 'Structure: weights of the candidates’ parts' }),
  withinKm: z.coerce.number().positive().optional().openapi({ description: 'Chain: how far candidates may be' }),
  level: z.coerce.number().min(0.5).max(0.999).optional(),
  correlation: z.coerce.number().min(0).max(1).optional().openapi({ description: 'Forecast: correlation of success inside a sector' }),
  baseGrowth: z.coerce.number().gt(-1).lt(1).optional(),
})
export type ReportOptions = z.infer<typeof ReportOptions>

export const NoteView = z
  .object({
    id: Id,
    series: z.string(),
    month: z.string(),
    verdict: z.enum(['watching', 'real', 'explained']),
    reason: z.string(),
    madeBy: z.string().nullable(),
    madeAt: z.string(),
  })
  .openapi('AlarmNote')
export type NoteView = z.infer<typeof NoteView>

export const NoteBody = z
  .object({
    series: z.string().min(1).max(200),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '2024-03처럼 (a month such as 2024-03)'),
    verdict: z.enum(['watching', 'real', 'explained']),
    reason: z.string().trim().min(1, '까닭을 적어 주세요 (a reason)').max(2000),
  })
  .openapi('AlarmNoteBody')

export const KeptView = z
  .object({
    id: Id,
    madeOn: z.string(),
    targetValue: z.string(),
    targetYear: z.number().int(),
    chance: z.string().nullable(),
    predictions: z.array(z.object({ year: z.number().int(), low: z.number(), high: z.number() })),
  })
  .openapi('KeptForecast')
export type KeptView = z.infer<typeof KeptView>

const ItemSource = z.object({
  name: z.string(),
  factId: Id,
  subjectId: Id,
  phase: z.string(),
  startYear: z.number().int(),
  rampYears: z.number(),
  meanSlipYears: z.number(),
})

/** An assumption by phase as the forecast used it, beside the default. */
const AssumptionView = StageAssumption.extend({
  own: z.boolean(),
  standard: z.object({ probability: z.number(), meanSlipYears: z.number(), rampYears: z.number(), source: z.string() }),
})

/** The answer to a case; what it holds by kind stands in docs/analyses.md. */
export const AnswerView = z
  .custom<Answer>()
  .openapi({ type: 'object', description: '{ kind, report, basis }: the report of the kind and how it was worked out; see docs/analyses.md' })

export const ReportView = z
  .object({
    answer: AnswerView,
    /** Warning: what people made of alarms. */
    notes: z.array(NoteView),
    /** Forecast: what was kept, and the promises that came from the portfolio. */
    kept: z.array(KeptView),
    promised: z.array(ItemSource),
    assumptions: z.array(AssumptionView),
  })
  .openapi('AnalysisReport')
export type ReportView = z.infer<typeof ReportView>
