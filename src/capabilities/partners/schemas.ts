import { z } from '@hono/zod-openapi'
import { ObligationView } from '#capabilities/agreements/index'
import { Named } from '#capabilities/plans/index'
import { Day, Id, Instant } from '#record/scalars'

const State = z.enum(['sent', 'accepted', 'returned'])
export const OwnEvidenceView = z.object({
  id: Id,
  fileName: z.string(),
  size: z.number().int(),
  note: z.string().nullable(),
  state: State,
  sentAt: Instant,
  decidedAt: Instant.nullable(),
  decidedReason: z.string().nullable(),
})

export const PartnerViewBody = z
  .object({
    office: z.object({ nameKo: z.string(), nameEn: z.string(), contact: z.string().nullable() }),
    organisation: Named.nullable(),
    projects: z.array(
      Named.extend({
        kind: z.string(),
        place: z.string().nullable(),
        stage: z.string().nullable(),
        stageFrom: Day.nullable(),
        owner: z.string().nullable(),
      }),
    ),
    obligations: z.array(
      z.object({
        id: Id,
        subjectId: Id,
        subjectName: z.string(),
        subjectNameEn: z.string().nullable(),
        kind: z.enum(['obligation', 'co_benefit']),
        title: z.string(),
        dueOn: Day.nullable(),
        metOn: Day.nullable(),
        state: z.enum(['met', 'waived', 'late', 'open']),
        evidence: z.array(OwnEvidenceView),
      }),
    ),
    next: z.array(
      z.object({
        key: z.string(),
        titleKo: z.string(),
        titleEn: z.string(),
        subjectName: z.string(),
        subjectNameEn: z.string().nullable(),
        dueOn: Day,
        sendTo: z.object({ kind: z.enum(['obligation', 'award']), id: Id }),
      }),
    ),
  })
  .openapi('PartnerView')
export type PartnerViewBody = z.infer<typeof PartnerViewBody>

export const EvidenceView = OwnEvidenceView.extend({ sentByName: z.string(), documentId: Id.nullable(), obligation: ObligationView }).openapi(
  'Evidence',
)
export type EvidenceView = z.infer<typeof EvidenceView>

export const PartnerRow = z.object({ userId: Id, name: z.string(), organisation: Named.nullable() }).openapi('Partner')
export type PartnerRow = z.infer<typeof PartnerRow>

export const Decision = z.object({
  state: z.enum(['accepted', 'returned']),
  reason: z.string().trim().max(2000).nullable().optional(),
  metOn: Day.nullable().optional(),
})
export const Tie = z.object({ organisationId: Id.nullable() })
export const EvidenceForm = z.object({
  file: z.any().openapi({ type: 'string', format: 'binary' }),
  note: z.string().max(2000).optional(),
})
