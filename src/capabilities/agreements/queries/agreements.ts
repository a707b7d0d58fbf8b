import { sql } from 'kysely'
import { type Clocks, happenedThen, knownThen } from '#capabilities/plans/index'
import { clustersKnownOn, membersOf } from '#capabilities/portfolio/index'
import { newId } from '#store/log/ids'
import { keepPast, knownNow, rowsAt } from '#store/log/past'
import type { Db, Tx } from '#store/store'

/** What an agreement says of its own time. */
export interface AgreementTerms {
  signedOn: string | null
  validUntil: string | null
  endedOn: string | null
  endedHow: 'terminated' | 'fulfilled' | null
  endedReason: string | null
  version: number
}

interface TermsRow {
  subject_id: string
  signed_on: string | null
  valid_until: string | null
  ended_on: string | null
  ended_how: AgreementTerms['endedHow']
  ended_reason: string | null
  version: number
}

/** The terms of agreements by subject, as they were written at the clock; one nobody had written any for is absent. */
export async function agreementTerms(
  db: Db,
  officeId: string,
  ids: readonly string[],
  { knownOn = null }: Clocks = {},
): Promise<Map<string, AgreementTerms>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<TermsRow>`
    select t.* from ${rowsAt(officeId, 'agreement', knownOn)} t
    where t.office_id = ${officeId}::uuid and t.subject_id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.subject_id,
      {
        signedOn: row.signed_on,
        validUntil: row.valid_until,
        endedOn: row.ended_on,
        endedHow: row.ended_how,
        endedReason: row.ended_reason,
        version: row.version,
      },
    ]),
  )
}

const columns = {
  signedOn: 'signed_on',
  validUntil: 'valid_until',
  endedOn: 'ended_on',
  endedHow: 'ended_how',
  endedReason: 'ended_reason',
} as const

/** Write terms over a known version (0: none yet); false where somebody changed them since. */
export async function putAgreement(
  tx: Tx,
  officeId: string,
  subjectId: string,
  version: number,
  fields: Partial<Omit<AgreementTerms, 'version'>>,
): Promise<boolean> {
  const set = Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [columns[name as keyof typeof columns], value]),
  )
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('agreement')
      .values({
        office_id: officeId,
        subject_id: subjectId,
        signed_on: null,
        valid_until: null,
        ended_on: null,
        ended_how: null,
        ended_reason: null,
        ...set,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  await keepPast(tx, officeId, 'agreement', sql`t.subject_id = ${subjectId}::uuid and t.version = ${version}`)
  const { numUpdatedRows } = await tx
    .updateTable('agreement')
    .set({ ...set, version: version + 1, known_from: knownNow })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** 갱신: until when it held before and until when it holds now. */
export interface Renewal {
  id: string
  subjectId: string
  renewedOn: string
  validBefore: string | null
  validUntil: string
  documentId: string | null
  reason: string | null
  madeBy: string | null
  madeAt: string
}

/** Renewals that had been made by the day and were known at the clock, the latest first. */
export async function renewalsOf(db: Db, officeId: string, ids: readonly string[], clocks: Clocks = {}): Promise<Renewal[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('agreement_renewal as r')
    .leftJoin('app_user as u', 'u.user_id', 'r.made_by')
    .selectAll('r')
    .select('u.name')
    .where('r.office_id', '=', officeId)
    .where('r.subject_id', 'in', ids)
    .where(knownThen(clocks, 'r.made_at'))
    .where(happenedThen(clocks, 'r.renewed_on'))
    .orderBy('r.renewed_on', 'desc')
    .orderBy('r.made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.renewal_id,
    subjectId: row.subject_id,
    renewedOn: row.renewed_on,
    validBefore: row.valid_before,
    validUntil: row.valid_until,
    documentId: row.document_id,
    reason: row.reason,
    madeBy: row.name,
    madeAt: row.made_at,
  }))
}

export async function insertRenewal(tx: Tx, officeId: string, renewal: Omit<Renewal, 'id' | 'madeBy' | 'madeAt'> & { by: string }): Promise<void> {
  await tx
    .insertInto('agreement_renewal')
    .values({
      office_id: officeId,
      renewal_id: newId(),
      subject_id: renewal.subjectId,
      renewed_on: renewal.renewedOn,
      valid_before: renewal.validBefore,
      valid_until: renewal.validUntil,
      document_id: renewal.documentId,
      reason: renewal.reason,
      made_by: renewal.by,
    })
    .execute()
}

/** A party of a subject, by the relation that makes it one. */
export interface PartyRow {
  relationId: string
  subjectId: string
  partyId: string
  role: string
  part: string | null
}

/** 당사자: who is what to these subjects at the clocks; merged organisations stand as the one they were merged into, and so do the subjects. */
export async function partiesOf(db: Db, officeId: string, ids: readonly string[], clocks: Clocks = {}): Promise<PartyRow[]> {
  if (ids.length === 0) return []
  const { asOf = null, knownOn = null } = clocks
  const members = await membersOf(db, officeId, ids, clocks)
  const { rows } = await sql<{
    relation_id: string
    to_subject: string
    from_subject: string
    canonical_id: string | null
    role: string
    part: string | null
  }>`
    select r.relation_id, r.to_subject, r.from_subject, o.canonical_id, r.role, r.part
    from relation r join subject o on o.office_id = r.office_id and o.subject_id = r.from_subject
    where r.office_id = ${officeId}::uuid and r.to_subject = any(${[...members.keys()]}::uuid[]) and ${knownThen(clocks, 'r.created_at', 'r.voided_at')}
      and ${asOf === null ? sql`true` : sql`(r.since is null or r.since <= ${asOf}::date) and (r.until is null or r.until > ${asOf}::date)`}
      and o.kind in ('organisation', 'office', 'person')
    order by r.created_at, r.relation_id`.execute(db)
  const stood = knownOn === null ? null : await clustersKnownOn(db, officeId, knownOn)
  const parties = new Map<string, PartyRow>()
  for (const row of rows) {
    const subjectId = members.get(row.to_subject) ?? row.to_subject
    const partyId = (stood === null ? row.canonical_id : stood.get(row.from_subject)) ?? row.from_subject
    const key = [subjectId, partyId, row.role, row.part ?? ''].join('\u0000')
    if (!parties.has(key)) parties.set(key, { relationId: row.relation_id, subjectId, partyId, role: row.role, part: row.part })
  }
  return [...parties.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
