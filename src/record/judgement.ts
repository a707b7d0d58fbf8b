import { z } from 'zod'
import { Id, Instant } from './scalars.ts'

/** 판단: a person's decision. Every one can be taken back; the take-back is kept too. */
export const JudgementKind = z.enum(['accept', 'correct', 'reject', 'merge', 'same_subject', 'not_same', 'enter', 'stage', 'override', 'edit'])
export type JudgementKind = z.infer<typeof JudgementKind>

export const Judgement = z.object({
  id: Id,
  kind: JudgementKind,
  claimId: Id.nullable(),
  subjectA: Id.nullable(),
  subjectB: Id.nullable(),
  factId: Id.nullable(),
  batchId: Id.nullable(),
  reason: z.string().nullable(),
  madeBy: z.object({ id: Id, name: z.string() }),
  madeAt: Instant,
  undoneAt: Instant.nullable(),
})
export type Judgement = z.infer<typeof Judgement>
