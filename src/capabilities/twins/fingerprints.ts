import { createHmac, randomBytes } from 'node:crypto'
import { cellOf, type Ledger, type LedgerSubject, loadLedger, rowMeasures } from '#capabilities/portfolio/index'
import { type ToFingerprint, type Trait, traitsOf, traitsToSeek } from '#engines/accounting/fingerprint'
import { signedOn } from '#engines/accounting/rate/commitment'
import type { Db, Tx } from '#store/store'
import { partiesOf } from './queries/parties.ts'

const keyName = 'fingerprint'

/** The key of this installation, made the first time: without it a fingerprint cannot be tried against a list of names. */
export async function fingerprintKey(tx: Tx): Promise<Buffer> {
  const read = async () => {
    const row = await tx.selectFrom('installation_setting').select('value').where('key', '=', keyName).executeTakeFirst()
    const secret = (row?.value as { secret?: string } | undefined)?.secret
    return secret ? Buffer.from(secret, 'base64url') : null
  }
  const there = await read()
  if (there) return there
  const value = JSON.stringify({ secret: randomBytes(32).toString('base64url') })
  await tx
    .insertInto('installation_setting')
    .values({ key: keyName, value })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value }))
    .execute()
  return (await read())!
}

export const tokenOf = (key: Buffer, trait: Trait): Buffer => createHmac('sha256', key).update(trait.text.normalize('NFC')).digest()
/** Stands for a subject towards other offices. */
export const refOf = (key: Buffer, officeId: string, subjectId: string): Buffer =>
  createHmac('sha256', key).update(`ref ${officeId} ${subjectId}`).digest().subarray(0, 16)

/** An agreement of this office with what it is compared by. */
export interface Comparable {
  subject: LedgerSubject
  ref: Buffer
  stored: Trait[]
  sought: Trait[]
}

/** 견줄 협약: projects and agreements that were announced or signed, of whom a party is known. Confidential ones never take part. */
export async function comparables(db: Db, officeId: string, key: Buffer, today: string): Promise<Comparable[]> {
  const ledger = await loadLedger(db, officeId, { indicators: ['investment'], asOf: null, knownOn: null, confidential: false, today })
  const parties = await partiesOf(db, officeId)
  const facts = new Map<string, Ledger['facts'][number][]>()
  for (const fact of ledger.facts) facts.set(fact.subject, [...(facts.get(fact.subject) ?? []), fact])
  return ledger.subjects.flatMap((subject) => {
    if ((subject.kind !== 'project' && subject.kind !== 'agreement') || subject.phase === null || subject.phase === 'before') return []
    const names = parties.get(subject.id) ?? []
    if (names.length === 0) return []
    const cell = cellOf(facts.get(subject.id) ?? [], rowMeasures.announcedInvestment)
    const traits: ToFingerprint = {
      parties: names,
      signedOn: signedOn(subject.steps),
      amount: cell?.unit === 'KRW' && cell.valueMax === null ? cell.value : null,
    }
    return [{ subject, ref: refOf(key, officeId, subject.id), stored: traitsOf(traits), sought: traitsToSeek(traits) }]
  })
}

/** The fingerprints of these agreements, as they are shared. */
export const fingerprintsOf = (key: Buffer, own: readonly Comparable[]) =>
  own.flatMap((one) => one.stored.map((trait) => ({ ref: one.ref, token: tokenOf(key, trait), kind: trait.kind })))

/** Write what this office shares: new fingerprints added, those of what is gone or confidential by now removed. */
export async function shareFingerprints(tx: Tx, officeId: string, key: Buffer, own: readonly Comparable[]): Promise<number> {
  const rows = fingerprintsOf(key, own).map((print) => ({ from_office: officeId, ...print }))
  await tx.deleteFrom('shared_fingerprint').where('from_office', '=', officeId).execute()
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto('shared_fingerprint')
      .values(rows.slice(at, at + 1000))
      .onConflict((oc) => oc.doNothing())
      .execute()
  return rows.length
}

export const withdrawFingerprints = (tx: Tx, officeId: string) => tx.deleteFrom('shared_fingerprint').where('from_office', '=', officeId).execute()
