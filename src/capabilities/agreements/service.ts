import { conflict, invalid, notFound } from '#api/problem'
import { changedMeanwhile, documentSeen, headOf, makeSubject, seeingOf } from '#capabilities/plans/index'
import { addRelation, ensureOrganisation, officeSubject, type Reader, type RelationToAdd } from '#capabilities/portfolio/index'
import { appendAudit } from '#store/audit'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import { agreementTerms, insertRenewal, putAgreement } from './queries/agreements.ts'
import { insertObligation, type ObligationFields, updateObligation } from './queries/obligations.ts'
import { type Obligation, obligationsOf } from './view.ts'

/** A party that a person names: an organisation by name or id, or the office itself. */
export interface PartyToAdd {
  name?: string | undefined
  partyId?: string | undefined
  ours?: true | undefined
  role: RelationToAdd['role']
  part?: string | null | undefined
}

/** What may carry obligations: an agreement, an investment (co-benefits), an award, a programme. */
export const obligedKinds = ['agreement', 'project', 'award', 'programme', 'pledge'] as const

export interface NewAgreement {
  nameKo: string
  nameEn?: string | null
  place?: string | null
  note?: string | null
  confidential?: boolean
  signedOn?: string | null
  validUntil?: string | null
  parties?: readonly PartyToAdd[]
}

/** 협약을 더한다: with its parties. Its stage comes with a document, like every stage. */
export function addAgreement(store: Store, reader: Reader, by: string, input: NewAgreement): Promise<string> {
  const { parties = [], signedOn = null, validUntil = null, ...subject } = input
  return store.inOffice(reader.officeId, by, async (tx) => {
    checkDays(signedOn, validUntil)
    const id = await makeSubject(tx, reader, by, { kind: 'agreement', ...subject })
    await putAgreement(tx, reader.officeId, id, 0, { signedOn, validUntil })
    for (const party of parties) await relate(tx, reader, by, id, party)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'agreement.added',
      subjectId: id,
      detail: { nameKo: input.nameKo, signedOn, validUntil, parties: parties.length },
    })
    return id
  })
}

/** 협약의 날을 고친다. @throws ProblemError 404, 412, 422 */
export function changeAgreement(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  version: number,
  change: { signedOn?: string | null | undefined; validUntil?: string | null | undefined },
): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const before = await neededTerms(tx, reader, id)
    checkDays(
      change.signedOn === undefined ? before.signedOn : change.signedOn,
      change.validUntil === undefined ? before.validUntil : change.validUntil,
    )
    if (!(await putAgreement(tx, reader.officeId, id, version, change as never))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'agreement.changed',
      subjectId: id,
      detail: { from: { signedOn: before.signedOn, validUntil: before.validUntil }, to: change as Json },
    })
  })
}

/** 당사자를 더한다. @throws ProblemError 404 */
export function addParty(store: Store, reader: Reader, by: string, id: string, party: PartyToAdd): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededTerms(tx, reader, id)
    const partyId = await relate(tx, reader, by, id, party)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'agreement.party_added',
      subjectId: id,
      detail: { partyId, role: party.role, part: party.part ?? null },
    })
  })
}

/** 갱신한다: it holds until a later day; until when it held before is kept. @throws ProblemError 404; 409 for one that has ended; 422 for a day that is no later */
export function renewAgreement(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  renewal: { renewedOn: string; validUntil: string; documentId: string | null; reason: string | null },
): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const before = await neededTerms(tx, reader, id)
    if (before.endedOn !== null)
      throw conflict('agreement-ended', '끝난 협약은 갱신할 수 없습니다. 새 협약으로 적어 주세요.', 'It has ended: record a new one')
    if (before.validUntil !== null && renewal.validUntil <= before.validUntil)
      throw invalid(
        'json.validUntil',
        { ko: `지금 기한(${before.validUntil})보다 늦은 날`, en: `a day after ${before.validUntil}` },
        renewal.validUntil,
      )
    await neededDocument(tx, reader, renewal.documentId)
    await insertRenewal(tx, reader.officeId, { ...renewal, subjectId: id, validBefore: before.validUntil, by })
    if (!(await putAgreement(tx, reader.officeId, id, before.version, { validUntil: renewal.validUntil }))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'agreement.renewed',
      subjectId: id,
      detail: { from: before.validUntil, to: renewal.validUntil, documentId: renewal.documentId, reason: renewal.reason },
    })
  })
}

/** 끝낸다: terminated or fulfilled, on a day, for a reason. @throws ProblemError 404, 409 */
export function endAgreement(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  end: { on: string; how: 'terminated' | 'fulfilled'; reason: string },
): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const before = await neededTerms(tx, reader, id)
    if (before.endedOn !== null) throw conflict('agreement-ended', '이미 끝난 협약입니다', 'It has ended already')
    const fields = { endedOn: end.on, endedHow: end.how, endedReason: end.reason }
    if (!(await putAgreement(tx, reader.officeId, id, before.version, fields))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, { actor: by, action: 'agreement.ended', subjectId: id, detail: end })
  })
}

export type NewObligation = Omit<ObligationFields, 'partyId'> & { title: string; party?: Omit<PartyToAdd, 'role' | 'part'> | null | undefined }

/** 의무를 더한다: who owes what by when; a co-benefit of an investment is one, too. @throws ProblemError 404 */
export function addObligation(store: Store, reader: Reader, by: string, subjectId: string, input: NewObligation): Promise<string> {
  const { party, ...fields } = input
  return store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await headOf(tx, reader.officeId, subjectId, obligedKinds, seeingOf(reader)))) throw notFound({ ko: '대상', en: 'The subject' })
    await neededDocument(tx, reader, fields.documentId ?? null)
    const partyId = party ? await partyIdOf(tx, reader, by, party) : null
    const id = await insertObligation(tx, reader.officeId, subjectId, { ...fields, partyId }, by)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'obligation.added',
      subjectId,
      detail: { obligationId: id, title: fields.title, partyId, dueOn: fields.dueOn ?? null, kind: fields.kind ?? 'obligation' },
    })
    return id
  })
}

/** 의무를 고친다: met with its proof, waived for a reason, another day; or taken away. @throws ProblemError 404, 412, 422 */
export function changeObligation(
  store: Store,
  reader: Reader,
  by: string,
  before: Obligation,
  change: ObligationFields & { removed?: true },
): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededDocument(tx, reader, change.documentId ?? null)
    const after = { ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) }
    if (after.metOn !== null && after.waivedOn !== null)
      throw invalid('json.waivedOn', { ko: '이행하였거나 면제하였거나, 둘 가운데 하나', en: 'either met or waived, not both' })
    if (after.waivedOn !== null && !after.waivedReason?.trim())
      throw invalid('json.waivedReason', { ko: '면제한 까닭', en: 'a reason for waiving it' })
    if (!(await updateObligation(tx, reader.officeId, before.id, before.version, change))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: change.removed ? 'obligation.removed' : change.metOn ? 'obligation.met' : change.waivedOn ? 'obligation.waived' : 'obligation.changed',
      subjectId: before.subjectId,
      detail: {
        obligationId: before.id,
        title: before.title,
        changes: Object.entries(change).map(([name, value]) => ({
          name,
          from: ((before as unknown as Record<string, Json>)[name] ?? null) as Json,
          to: (value ?? null) as Json,
        })),
      },
    })
  })
}

/** The obligation that the reader may see. @throws ProblemError 404 */
export async function obligationOf(store: Store, reader: Reader, id: string): Promise<Obligation> {
  const [found] = await store.readOffice(reader.officeId, reader.userId, (db) =>
    obligationsOf(db, reader.officeId, seeingOf(reader), reader.today, { ids: [id] }),
  )
  if (!found) throw notFound({ ko: '의무', en: 'The obligation' })
  return found
}

async function partyIdOf(tx: Tx, reader: Reader, by: string, party: Omit<PartyToAdd, 'role' | 'part'>): Promise<string> {
  if (party.ours) return officeSubject(tx, reader.officeId)
  if (party.partyId !== undefined) {
    if (!(await headOf(tx, reader.officeId, party.partyId, ['organisation', 'office', 'person'], seeingOf(reader))))
      throw notFound({ ko: '당사자', en: 'The party' })
    return party.partyId
  }
  if (!party.name?.trim()) throw invalid('json.party', { ko: '당사자의 이름', en: 'the name of the party' })
  return ensureOrganisation(tx, reader.officeId, party.name, by)
}

async function relate(tx: Tx, reader: Reader, by: string, id: string, party: PartyToAdd): Promise<string> {
  const partyId = await partyIdOf(tx, reader, by, party)
  await addRelation(tx, reader.officeId, { fromSubject: partyId, toSubject: id, role: party.role, part: party.part ?? null, by })
  return partyId
}

async function neededTerms(tx: Tx, reader: Reader, id: string) {
  if (!(await headOf(tx, reader.officeId, id, ['agreement'], seeingOf(reader)))) throw notFound({ ko: '협약', en: 'The agreement' })
  const found = (await agreementTerms(tx, reader.officeId, [id])).get(id)
  return found ?? { signedOn: null, validUntil: null, endedOn: null, endedHow: null, endedReason: null, version: 0 }
}

async function neededDocument(tx: Tx, reader: Reader, id: string | null): Promise<void> {
  if (id !== null && !(await documentSeen(tx, reader.officeId, id, seeingOf(reader)))) throw notFound({ ko: '문서', en: 'The document' })
}

function checkDays(signedOn: string | null, validUntil: string | null): void {
  if (signedOn !== null && validUntil !== null && validUntil < signedOn)
    throw invalid(
      'json.validUntil',
      { ko: `체결한 날(${signedOn})이나 그 뒤의 날`, en: `the day of signing (${signedOn}) or a later one` },
      validUntil,
    )
}
