import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { Day, DecimalText, Id, Instant } from '#record/scalars'

const Words = z.object({ ko: z.string(), en: z.string() })

export const ruleIds = [
  'part-above-whole',
  'jobs-per-money',
  'parts-of-total',
  'remainder-without-sentence',
  'printed-percentage',
  'sources-disagree',
  'unit',
  'impossible-date',
  'date-order',
  'document-date',
  'unresolved-date',
] as const
export const RuleName = z.enum(ruleIds)

export const RuleView = z.object({ id: RuleName, version: z.number().int(), name: Words, says: Words })

/** 풀이: what a person decides about a finding. `leave_open` records that it was looked at and stays. */
export const resolutions = ['different_scope', 'one_is_wrong', 'source_corrected', 'leave_open'] as const

/** Where an item stands: `open` nobody has decided, `left_open` somebody has and it stays, `closed` decided or gone, `holds` the arithmetic is right. */
export const CheckState = z.enum(['open', 'left_open', 'closed', 'holds'])

export const WitnessView = z.object({
  role: z.string(),
  documentId: Id,
  documentTitle: z.string(),
  outlet: z.string().nullable(),
  publishedOn: Day.nullable(),
  claimId: Id.nullable(),
  factId: Id.nullable(),
  /** The words, and where they stand in the document's text; null words where the document was erased. */
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string().nullable(),
  sentence: z.string().nullable(),
  /** Where the words stand in the sentence, in UTF-16 units. */
  mark: z.object({ start: z.number().int(), end: z.number().int() }),
})

export const CheckItem = z
  .object({
    id: Id,
    rule: RuleView,
    /** The version of the rule that made the finding. */
    ruleVersion: z.number().int(),
    state: CheckState,
    resolution: z.enum(['different_scope', 'one_is_wrong', 'source_corrected', 'left_open', 'holds', 'gone']).nullable(),
    reason: z.string().nullable(),
    title: Words,
    detail: Words,
    numbers: z.array(z.object({ name: Words, value: DecimalText, unit: z.string() })),
    witnesses: z.array(WitnessView),
    claims: z.array(Id),
    documentId: Id.nullable(),
    subjectId: Id.nullable(),
    atStake: DecimalText.nullable(),
    openedAt: Instant,
    closedAt: Instant.nullable(),
    closedBy: z.object({ id: Id, name: z.string() }).nullable(),
    version: z.number().int(),
  })
  .openapi('CheckItem')
export type CheckItem = z.infer<typeof CheckItem>

export const DecisionView = z.object({
  id: Id,
  kind: z.enum(['close', 'leave_open', 'reopen']),
  resolution: z.enum(['different_scope', 'one_is_wrong', 'source_corrected']).nullable(),
  reason: z.string(),
  madeBy: z.object({ id: Id, name: z.string() }),
  madeAt: Instant,
  undoneAt: Instant.nullable(),
})
export const CheckItemWhole = CheckItem.extend({ decisions: z.array(DecisionView) }).openapi('CheckItemWhole')
export type CheckItemWhole = z.infer<typeof CheckItemWhole>

export const CheckPage = pageOf(CheckItem)
export const CheckCounts = z.object({
  open: z.number().int(),
  leftOpen: z.number().int(),
  closed: z.number().int(),
  holds: z.number().int(),
  byRule: z.array(z.object({ rule: RuleName, open: z.number().int() })),
})
const Reason = z.string().trim().min(1, '까닭 (a reason), such as "기사가 말하는 범위가 다르다"').max(2000)
export const Closing = z.object({ resolution: z.enum(resolutions), reason: Reason })
export const Reopening = z.object({ reason: Reason })
