import { z } from '@hono/zod-openapi'
import { HeldFactView, nameKo, optionalText } from '#capabilities/plans/index'
import { DecimalText, Id } from '#record/scalars'

export const LevelName = z.enum(['vision', 'strategy', 'action'])
const YearValue = z.object({ year: z.number().int(), value: DecimalText, id: Id })
const Year = z.number().int().min(1950).max(2200)
const Weight = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, '0보다 작지 않은 비중, 예: 1 또는 0.5 (a weight such as 1 or 0.5)')

export const MeasureProgressView = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      target: YearValue.nullable(),
      actual: YearValue.nullable(),
      attainment: DecimalText.nullable(),
      state: z.enum(['measured', 'not_measured', 'open', 'no_target']),
    }),
  ),
  progress: DecimalText.nullable(),
  actual: YearValue.nullable(),
  target: YearValue.nullable(),
  state: z.enum(['measured', 'not_measured', 'no_target']),
})

export const NodeProgressView = z.object({
  progress: DecimalText.nullable(),
  coverage: DecimalText.nullable(),
  parts: z.array(
    z.object({
      id: Id,
      weight: DecimalText,
      progress: DecimalText.nullable(),
      counted: DecimalText.nullable(),
      share: DecimalText.nullable(),
    }),
  ),
})

export const StrategyMeasure = z
  .object({
    id: Id,
    indicator: z.string(),
    nameKo: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    series: z.string(),
    weight: DecimalText,
    direction: z.number().int(),
    baselineYear: z.number().int().nullable(),
    baseline: YearValue.nullable(),
    progress: MeasureProgressView,
    facts: z.array(HeldFactView),
    version: z.number().int(),
  })
  .openapi('StrategyMeasure')
export type StrategyMeasure = z.infer<typeof StrategyMeasure>

/** A node; those below it name it as their parent. */
export const StrategyNode = z
  .object({
    id: Id,
    nameKo: z.string(),
    nameEn: z.string().nullable(),
    note: z.string().nullable(),
    illustrative: z.boolean(),
    confidential: z.boolean(),
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    level: LevelName,
    parentId: Id.nullable(),
    weight: DecimalText,
    ord: z.number().int(),
    version: z.number().int(),
    nodeVersion: z.number().int(),
    measures: z.array(StrategyMeasure),
    progress: NodeProgressView,
  })
  .openapi('StrategyNode')
export type StrategyNode = z.infer<typeof StrategyNode>

export const NewNodeBody = z.object({
  level: LevelName,
  parentId: Id.nullable().optional(),
  nameKo,
  nameEn: optionalText(300),
  note: optionalText(10_000),
  weight: Weight.optional(),
  ord: z.number().int().min(0).max(1_000_000).optional(),
  confidential: z.boolean().optional(),
  subjectId: Id.nullable().optional(),
})
export const NodeChange = z.object({ weight: Weight.optional(), ord: z.number().int().min(0).max(1_000_000).optional(), parentId: Id.optional() })
export const NewMeasureBody = z.object({
  indicator: z.string().max(60),
  series: z.string().trim().max(120).default(''),
  weight: Weight.default('1'),
  direction: z
    .union([z.literal(1), z.literal(-1)])
    .nullable()
    .default(null),
  baselineYear: Year.nullable().default(null),
})
export const MeasureChange = z.object({
  weight: Weight.optional(),
  direction: z
    .union([z.literal(1), z.literal(-1)])
    .nullable()
    .optional(),
  baselineYear: Year.nullable().optional(),
})
export const YearCell = z.object({
  year: Year,
  facet: z.enum(['target', 'actual']),
  value: DecimalText.nullable(),
  reason: optionalText(2000),
})
