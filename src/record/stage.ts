import { z } from 'zod'
import { Day, Id, Instant } from './scalars.ts'

/** 단계 사건: a subject went from one stage to another. Appended; a mistake is voided, never deleted. `occurred` is unknown where both ends are null. */
export const StageEvent = z.object({
  id: Id,
  subjectId: Id,
  machine: z.string(),
  fromStage: z.string().nullable(),
  toStage: z.string(),
  occurredFrom: Day.nullable(),
  occurredTo: Day.nullable(),
  occurredText: z.string().nullable(),
  documentId: Id.nullable(),
  claimId: Id.nullable(),
  reason: z.string().nullable(),
  overridden: z.boolean(),
  recordedAt: Instant,
  voidedAt: Instant.nullable(),
})
export type StageEvent = z.infer<typeof StageEvent>

/** 할 일·이정표·의무: something that is due. */
export const Milestone = z.object({
  id: Id,
  subjectId: Id,
  kind: z.enum(['task', 'milestone', 'obligation']),
  title: z.string(),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  waivedOn: Day.nullable(),
  ownerId: Id.nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
})
export type Milestone = z.infer<typeof Milestone>
