import { z } from '@hono/zod-openapi'
import { ClaimContent, ClaimStateName } from '#record/claim'
import { Day, Id, Instant } from '#record/scalars'
import { ReadingJob } from './schemas.ts'

/** 다시 읽으면 달라지는 것: what a newer reader would read otherwise in one document. */
export const RereadProposal = z
  .object({
    documentId: Id,
    title: z.string(),
    outlet: z.string().nullable(),
    publishedOn: Day.nullable(),
    reader: z.string(),
    version: z.string(),
    /** The version that has read it. */
    before: z.string().nullable(),
    added: z.number().int(),
    changed: z.number().int(),
    gone: z.number().int(),
    /** Differences on claims that a person has judged: those stay whatever is applied. */
    judged: z.number().int(),
    madeAt: Instant,
    /** It was taken and is being read anew. */
    reading: z.boolean(),
  })
  .openapi('RereadProposal')
export type RereadProposal = z.infer<typeof RereadProposal>

export const RereadChanges = RereadProposal.extend({
  changes: z.array(
    z.object({
      kind: z.enum(['new', 'changed', 'gone']),
      claimId: Id.nullable(),
      state: ClaimStateName.nullable(),
      start: z.number().int(),
      end: z.number().int(),
      quote: z.string(),
      sentence: z.string(),
      indicator: z.string().nullable(),
      slots: z.array(z.object({ slot: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      /** All that is read there now; null of a new one, and of what an earlier version of the program compared. */
      before: ClaimContent.nullable(),
      after: ClaimContent.nullable(),
    }),
  ),
  indicators: z.array(z.object({ id: z.string(), nameKo: z.string(), nameEn: z.string() })),
}).openapi('RereadChanges')

export const Rereading = z
  .object({
    reader: z.object({ name: z.string(), version: z.string() }),
    /** Documents that another version has read. */
    outdated: z.number().int(),
    job: ReadingJob.extend({ error: z.string().nullable() }).nullable(),
    /** The last comparison that came to its end; null where none ever did. */
    compared: z
      .object({
        at: Instant,
        documents: z.number().int(),
        differing: z.number().int(),
        /** Whether the present readers made it. */
        present: z.boolean(),
      })
      .nullable(),
    items: z.array(RereadProposal),
  })
  .openapi('Rereading')
export type Rereading = z.infer<typeof Rereading>

export const RereadOrder = z.object({ documents: z.array(Id).max(10_000).optional(), all: z.boolean().default(false) }).openapi('RereadOrder')
export const RereadApply = z.object({ documents: z.array(Id).max(10_000).optional() }).openapi('RereadApply')
