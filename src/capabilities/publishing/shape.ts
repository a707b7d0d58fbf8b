import { z } from '@hono/zod-openapi'
import { Publication } from '#record/figure'
import { Bound, Day, DecimalText, Id } from '#record/scalars'
import { Payload } from './payload.ts'
import type { PublicationRow } from './queries/publications.ts'

/** A publication as lists show it. */
export const PublicationSummary = Publication.extend({
  subjectId: Id.nullable(),
  formula: z.string().nullable(),
  formulaVersion: z.number().int().nullable(),
  valueMax: DecimalText.nullable(),
  bound: Bound.nullable(),
  approximate: z.boolean(),
  illustrative: z.boolean(),
  order: z.number().int(),
  /** The day on which it opened or will open by itself; null where it was public at once. */
  opensOn: Day.nullable(),
}).openapi('PublicationSummary')
export type PublicationSummary = z.infer<typeof PublicationSummary>

/** A publication with what was frozen. */
export const PublicationWhole = PublicationSummary.extend({ payload: Payload }).openapi('PublicationWhole')
export type PublicationWhole = z.infer<typeof PublicationWhole>

export function toSummary(row: PublicationRow, payload: Payload = row.payload as unknown as Payload): PublicationSummary {
  const figure = payload.kind === 'figure' ? payload : null
  return {
    id: row.publication_id,
    series: row.series,
    edition: row.edition,
    kind: row.kind,
    titleKo: row.title_ko,
    titleEn: row.title_en,
    value: row.value,
    unit: row.unit,
    asOf: row.as_of,
    headline: row.headline,
    reason: row.reason,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    receipt: row.receipt.toString('hex'),
    subjectId: row.subject_id,
    formula: row.formula,
    formulaVersion: row.formula_version,
    valueMax: figure?.valueMax ?? null,
    bound: figure?.bound ?? null,
    approximate: figure?.approximate ?? false,
    illustrative: payload.illustrative,
    order: row.ord,
    opensOn: row.opens_on,
  }
}

export const toWhole = (row: PublicationRow, payload: Payload = row.payload as unknown as Payload): PublicationWhole => ({
  ...toSummary(row, payload),
  payload,
})
