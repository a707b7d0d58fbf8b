import { z } from 'zod'
import { Bound, DecimalText, Id, Instant, Interval } from './scalars.ts'

/** 단계, as a source says it (label guide). */
export const SaidStage = z.enum(['pledge', 'plan', 'mou', 'contract', 'construction', 'operation', 'result', 'cancelled'])
export type SaidStage = z.infer<typeof SaidStage>

/** Where a slot of a claim was read, and by which rule. */
export const SlotSource = z.object({ start: z.number().int(), end: z.number().int(), rule: z.string() })
export type SlotSource = z.infer<typeof SlotSource>

/** What a source said, in slots. The part of a claim that a person may correct. */
export const ClaimContent = z.object({
  kind: z.enum(['quantity', 'stage']),
  subject: z.string().nullable(),
  counterparts: z.array(z.string()),
  what: z.string().nullable(),
  indicator: z.string().nullable(),
  value: DecimalText.nullable(),
  valueMax: DecimalText.nullable(),
  bound: Bound.nullable(),
  approximate: z.boolean(),
  unit: z.string().nullable(),
  per: z.string().nullable(),
  due: Interval.nullable(),
  dueText: z.string().nullable(),
  start: Interval.nullable(),
  startText: z.string().nullable(),
  place: z.string().nullable(),
  stage: SaidStage.nullable(),
})
export type ClaimContent = z.infer<typeof ClaimContent>

/** 주장: what a source said, with the exact sentence. Never changed; two claims may contradict each other and both stay. */
export const Claim = ClaimContent.extend({
  id: Id,
  documentId: Id,
  spanId: Id,
  reader: z.string(),
  readerVersion: z.string(),
  partOf: Id.nullable(),
  slots: z.record(z.string(), SlotSource),
  certainty: z.number().min(0).max(1),
  /** The claim that this one corrects, when a person wrote it. */
  corrects: Id.nullable(),
  recordedAt: Instant,
})
export type Claim = z.infer<typeof Claim>

export const ClaimStateName = z.enum(['pending', 'accepted', 'corrected', 'rejected', 'merged', 'superseded'])
export type ClaimStateName = z.infer<typeof ClaimStateName>
