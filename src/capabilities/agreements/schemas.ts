import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { HeadView, HeldFactView, Named, nameKo, optionalDay, optionalText } from '#capabilities/plans/index'
import { Day, Id, Instant } from '#record/scalars'
import { Relation } from '#record/subject'

export const ObligationView = z
  .object({
    id: Id,
    subjectId: Id,
    subject: Named.extend({ kind: z.string() }),
    partyId: Id.nullable(),
    party: Named.nullable(),
    kind: z.enum(['obligation', 'co_benefit']),
    title: z.string(),
    dueOn: Day.nullable(),
    metOn: Day.nullable(),
    waivedOn: Day.nullable(),
    waivedReason: z.string().nullable(),
    documentId: Id.nullable(),
    documentTitle: z.string().nullable(),
    note: z.string().nullable(),
    state: z.enum(['met', 'waived', 'late', 'open']),
    waiting: z.number().int(),
    confidential: z.boolean(),
    version: z.number().int(),
  })
  .openapi('Obligation')
export type ObligationView = z.infer<typeof ObligationView>
export const ObligationPage = pageOf(ObligationView)

export const AgreementView = HeadView.extend({
  signedOn: Day.nullable(),
  validUntil: Day.nullable(),
  endedOn: Day.nullable(),
  endedHow: z.enum(['terminated', 'fulfilled']).nullable(),
  endedReason: z.string().nullable(),
  termsVersion: z.number().int(),
  validity: z.object({
    state: z.enum(['ended', 'expired', 'past_usual', 'ends_soon', 'in_force', 'not_yet', 'unknown']),
    endsOn: Day.nullable(),
    endsBy: z.enum(['stated', 'usual']).nullable(),
    daysLeft: z.number().int().nullable(),
  }),
  parties: z.array(Named.extend({ relationId: Id, role: z.string(), part: z.string().nullable() })),
  obligations: z.array(ObligationView),
  renewals: z.array(
    z.object({
      id: Id,
      subjectId: Id,
      renewedOn: Day,
      validBefore: Day.nullable(),
      validUntil: Day,
      documentId: Id.nullable(),
      reason: z.string().nullable(),
      madeBy: z.string().nullable(),
      madeAt: Instant,
    }),
  ),
  facts: z.array(HeldFactView),
}).openapi('Agreement')
export type AgreementView = z.infer<typeof AgreementView>
export const AgreementPage = pageOf(AgreementView)

const party = { name: z.string().trim().max(300).optional(), partyId: Id.optional(), ours: z.literal(true).optional() }
export const PartyBody = z.object({ ...party, role: Relation.shape.role.default('counterparty'), part: optionalText(500) })
export const NewAgreementBody = z.object({
  nameKo,
  nameEn: optionalText(300),
  place: optionalText(200),
  note: optionalText(10_000),
  confidential: z.boolean().optional(),
  signedOn: optionalDay,
  validUntil: optionalDay,
  parties: z.array(PartyBody).max(100).optional(),
})
export const AgreementChange = z.object({ signedOn: optionalDay, validUntil: optionalDay })
export const RenewalBody = z.object({ renewedOn: Day, validUntil: Day, documentId: Id.nullable().optional(), reason: optionalText(2000) })
export const EndBody = z.object({
  on: Day,
  how: z.enum(['terminated', 'fulfilled']),
  reason: z.string().trim().min(1, '까닭 (a reason)').max(2000),
})

const title = z.string().trim().min(1, '해야 할 것 (what is owed), such as AI 스타트업 공간 100평 제공').max(500)
const kind = z.enum(['obligation', 'co_benefit'])
export const NewObligationBody = z.object({
  title,
  kind: kind.default('obligation'),
  party: z.object(party).nullable().optional(),
  dueOn: optionalDay,
  metOn: optionalDay,
  documentId: Id.nullable().optional(),
  note: optionalText(5000),
})
export const ObligationChange = z.object({
  title: title.optional(),
  kind: kind.optional(),
  dueOn: optionalDay,
  metOn: optionalDay,
  waivedOn: optionalDay,
  waivedReason: optionalText(2000),
  documentId: Id.nullable().optional(),
  note: optionalText(5000),
})
