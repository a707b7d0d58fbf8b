import { type PlanLine, saying } from '#capabilities/plans/index'
import type { Agreement, Obligation } from './view.ts'

const fields = ['signedOn', 'validUntil', 'endedOn', 'endedHow', 'endedReason'] as const
const madeBy = {
  signedOn: ['agreement.added', 'agreement.changed'],
  validUntil: ['agreement.added', 'agreement.changed', 'agreement.renewed'],
  endedOn: ['agreement.ended'],
  endedHow: ['agreement.ended'],
  endedReason: ['agreement.ended'],
} as const

/** 협약의 줄: its days and how it ended; whether it holds follows from those and the day. */
export function linesOfAgreement(one: Agreement): PlanLine[] {
  const subject = { id: one.id, nameKo: one.nameKo, kind: one.kind }
  const renewal = one.renewals.find((row) => row.validUntil === one.validUntil)
  return saying([
    ...fields.map((field) => ({
      id: `term ${one.id} ${field}`,
      subject,
      what: `agreement.${field}`,
      part: null,
      text: one[field],
      documentId: field === 'validUntil' ? (renewal?.documentId ?? null) : null,
      told: { actions: madeBy[field], field },
    })),
    { id: `term ${one.id} validity`, subject, what: 'agreement.validity', part: null, text: one.validity.state, documentId: null, told: null },
  ])
}

const owedFields = ['title', 'dueOn', 'metOn', 'waivedOn', 'waivedReason', 'note'] as const

/** 의무의 줄: what is owed, by whom, by when, and what came of it, with its proof. */
export function linesOfObligation(one: Obligation): PlanLine[] {
  const subject = { id: one.subject.id, nameKo: one.subject.nameKo, kind: one.subject.kind as PlanLine['subject']['kind'] }
  const of = { keys: ['obligationId'], ids: [one.id] }
  const actions = ['obligation.added', 'obligation.changed', 'obligation.met', 'obligation.waived', 'obligation.removed', 'evidence.accepted']
  const line = (what: string, text: string | null, field?: string) => ({
    id: `obligation ${one.id} ${what}`,
    subject,
    what: `obligation.${what}`,
    part: one.title,
    text,
    documentId: what === 'metOn' || what === 'state' ? one.documentId : null,
    told: { actions, of, ...(field ? { field } : {}) },
  })
  return saying([
    line('state', one.state),
    line('party', one.party?.nameKo ?? null, 'partyId'),
    ...owedFields.map((field) => line(field, one[field], field)),
  ])
}
