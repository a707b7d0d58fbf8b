import { type Head, type HeldFact, headsOf, heldFacts, namesOf, onlyBy, type Seeing, titlesOf } from '#capabilities/plans/index'
import { type AgreementValidity, agreementValidity } from '#engines/accounting/agreement-validity'
import type { Db } from '#store/store'
import { type AgreementTerms, agreementTerms, partiesOf, type Renewal, renewalsOf } from './queries/agreements.ts'
import { type ObligationFilter, type ObligationRow, obligationRows } from './queries/obligations.ts'

export interface NamedParty {
  readonly id: string
  readonly nameKo: string
  readonly nameEn: string | null
}

/** 의무 한 건 with the names a reader may see. */
export interface Obligation extends ObligationRow {
  readonly subject: NamedParty & { readonly kind: string }
  readonly party: NamedParty | null
  readonly documentTitle: string | null
  /** `late`: the day has gone by and it is neither met nor waived. */
  readonly state: 'met' | 'waived' | 'late' | 'open'
  readonly confidential: boolean
}

/** 협약 한 건. */
export interface Agreement extends Head, Omit<AgreementTerms, 'version'> {
  readonly termsVersion: number
  readonly validity: AgreementValidity
  readonly parties: readonly (NamedParty & { readonly relationId: string; readonly role: string; readonly part: string | null })[]
  readonly obligations: readonly Obligation[]
  readonly renewals: readonly Renewal[]
  readonly facts: readonly HeldFact[]
}

/** 의무들: obligations of subjects that may be seen; those of what may not are absent, and so is the name of a party that may not be seen. */
export async function obligationsOf(db: Db, officeId: string, seeing: Seeing, today: string, filter: ObligationFilter = {}): Promise<Obligation[]> {
  const rows = await obligationRows(db, officeId, filter, seeing)
  if (rows.length === 0) return []
  const heads = new Map((await headsOf(db, officeId, { ids: [...new Set(rows.map((row) => row.subjectId))], seeing })).map((one) => [one.id, one]))
  const parties = await namesOf(
    db,
    officeId,
    rows.map((row) => row.partyId),
    seeing,
  )
  const titles = await titlesOf(
    db,
    officeId,
    rows.map((row) => row.documentId),
    seeing,
  )
  return rows.flatMap((row) => {
    const head = heads.get(row.subjectId)
    if (!head) return []
    const party = row.partyId === null ? null : (parties.get(row.partyId) ?? null)
    const title = row.documentId === null ? null : (titles.get(row.documentId) ?? null)
    return [
      {
        ...row,
        documentId: title === null ? null : row.documentId,
        documentTitle: title,
        subject: { id: head.id, kind: head.kind, nameKo: head.nameKo, nameEn: head.nameEn },
        partyId: party?.id ?? null,
        party,
        state: stateOf(row, today),
        confidential: head.confidential,
      },
    ]
  })
}

const stateOf = (row: ObligationRow, today: string): Obligation['state'] =>
  row.metOn !== null ? 'met' : row.waivedOn !== null ? 'waived' : row.dueOn !== null && row.dueOn < today ? 'late' : 'open'

/** 협약 대장: agreements with their time, their parties and what each owes, as one may see them, at the clocks of the look; `today` is the day by which they are judged. */
export async function agreementsOf(
  db: Db,
  officeId: string,
  seeing: Seeing,
  today: string,
  narrow: { ids?: readonly string[]; words?: string | undefined } = {},
): Promise<Agreement[]> {
  const heads = await headsOf(db, officeId, { kinds: ['agreement'], seeing, ...narrow })
  const ids = heads.map((one) => one.id)
  const terms = await agreementTerms(db, officeId, ids, seeing)
  const parties = await partiesOf(db, officeId, ids, seeing)
  const names = await namesOf(
    db,
    officeId,
    parties.map((one) => one.partyId),
    seeing,
  )
  const obligations = await obligationsOf(db, officeId, seeing, today, { subjectIds: ids })
  const renewals = await renewalsOf(db, officeId, ids, seeing)
  // a renewal that had not been made by the day had not moved the end yet
  const later = seeing.asOf ? await renewalsOf(db, officeId, ids, { knownOn: seeing.knownOn }) : []
  const facts = await heldFacts(db, officeId, ids, seeing)
  return heads.map((head) => {
    const { version: termsVersion, ...written } = terms.get(head.id) ?? { ...nothing, version: 0 }
    const own = termsOn(
      written,
      later.filter((one) => one.subjectId === head.id),
      seeing,
    )
    // where nobody wrote the day of signing, the stage says it
    const signedOn = own.signedOn ?? (head.stage === 'signed' ? head.stageFrom : null)
    return {
      ...head,
      ...own,
      signedOn,
      termsVersion: seeing.knownOn ? 0 : termsVersion,
      validity: agreementValidity({ ...own, signedOn }, today),
      parties: parties.flatMap((one) => {
        const named = one.subjectId === head.id ? names.get(one.partyId) : undefined
        return named ? [{ ...named, relationId: one.relationId, role: one.role, part: one.part }] : []
      }),
      obligations: obligations.filter((one) => one.subjectId === head.id),
      renewals: renewals.filter((one) => one.subjectId === head.id),
      facts: facts.filter((one) => one.subjectId === head.id),
    }
  })
}

/** What the terms said of a day: an end that had not come and a renewal that had not been made are not in them. */
function termsOn<T extends Omit<AgreementTerms, 'version'>>(written: T, renewals: readonly Renewal[], seeing: Seeing): T {
  const { asOf = null } = seeing
  if (asOf === null) return written
  const first = renewals.filter((one) => one.renewedOn > asOf).sort((a, b) => (a.renewedOn < b.renewedOn ? -1 : 1))[0]
  const validUntil = first ? first.validBefore : written.validUntil
  const endedOn = onlyBy(seeing, written.endedOn)
  return { ...written, validUntil, ...(endedOn === null ? { endedOn: null, endedHow: null, endedReason: null } : {}) }
}

const nothing = { signedOn: null, validUntil: null, endedOn: null, endedHow: null, endedReason: null }
