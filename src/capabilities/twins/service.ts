import { randomUUID } from 'node:crypto'
import { josa } from 'es-hangul'
import { conflict, invalid, notFound } from '#api/problem'
import { addRelation, dayIn, officeSubject, type Reader } from '#capabilities/portfolio/index'
import { likenessOf, type Trait } from '#engines/accounting/fingerprint'
import { appendAudit } from '#store/audit'
import { cancelJob, enqueue, type JobContext } from '#store/jobs'
import type { Json } from '#store/schema'
import type { Db, Store, Tx } from '#store/store'
import { type Comparable, comparables, fingerprintKey, fingerprintsOf, shareFingerprints, tokenOf, withdrawFingerprints } from './fingerprints.ts'
import { type Match, matchesOf, verdictsOf } from './queries/matches.ts'

/** The name under which the queue knows the daily renewal of fingerprints. */
export const twinsJob = 'twins.refresh'
const settingName = 'fingerprints'
const dayMs = 86_400_000

/** What an office agreed to. */
interface Sharing {
  sharing: boolean
  refreshedAt: string | null
  jobId: string | null
}

async function sharingOf(db: Db, officeId: string): Promise<Sharing> {
  const row = await db
    .selectFrom('office_setting')
    .select('value')
    .where('office_id', '=', officeId)
    .where('key', '=', settingName)
    .executeTakeFirst()
  return { sharing: false, refreshedAt: null, jobId: null, ...(row?.value as Partial<Sharing> | undefined) }
}

async function setSharing(tx: Tx, officeId: string, sharing: Sharing, by: string | null): Promise<void> {
  const row = { value: JSON.stringify(sharing), changed_at: new Date().toISOString(), changed_by: by }
  await tx
    .insertInto('office_setting')
    .values({ office_id: officeId, key: settingName, ...row })
    .onConflict((oc) => oc.columns(['office_id', 'key']).doUpdateSet(row))
    .execute()
}

/** 지문 나누기를 켜고 끈다: switched on, fingerprints of what is not confidential are shared at once and renewed every day; switched off, all of them are taken back. */
export async function chooseSharing(store: Store, reader: Reader, by: string, sharing: boolean): Promise<void> {
  const { officeId } = reader
  await store.inOffice(officeId, by, async (tx) => {
    const before = await sharingOf(tx, officeId)
    if (before.jobId) await cancelJob(tx, officeId, before.jobId)
    if (sharing) await renew(tx, officeId, reader.today, reader.now, by)
    else {
      await withdrawFingerprints(tx, officeId)
      await setSharing(tx, officeId, { sharing: false, refreshedAt: null, jobId: null }, by)
    }
    await appendAudit(tx, officeId, { actor: by, action: sharing ? 'twins.shared' : 'twins.withdrawn' })
  })
}

/** 다시 견주기. @throws ProblemError 409 while the office shares nothing */
export async function renewNow(store: Store, reader: Reader, by: string): Promise<{ fingerprints: number }> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const before = await sharingOf(tx, reader.officeId)
    if (!before.sharing)
      throw conflict('not-sharing', '지문을 나누지 않고 있습니다. 먼저 켜 주세요', 'The office shares no fingerprints; switch it on first')
    if (before.jobId) await cancelJob(tx, reader.officeId, before.jobId)
    const fingerprints = await renew(tx, reader.officeId, reader.today, reader.now, by)
    await appendAudit(tx, reader.officeId, { actor: by, action: 'twins.renewed', detail: { fingerprints } })
    return { fingerprints }
  })
}

async function renew(tx: Tx, officeId: string, today: string, now: Date, by: string | null): Promise<number> {
  const key = await fingerprintKey(tx)
  const made = await shareFingerprints(tx, officeId, key, await comparables(tx, officeId, key, today))
  const jobId = await enqueue(tx, { officeId, kind: twinsJob, createdBy: by, runAt: new Date(now.getTime() + dayMs) })
  await setSharing(tx, officeId, { sharing: true, refreshedAt: now.toISOString(), jobId }, by)
  return made
}

/** The daily renewal. */
export async function renewHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  return store.inOffice(officeId, null, async (tx): Promise<Json> => {
    const before = await sharingOf(tx, officeId)
    if (!before.sharing || before.jobId !== context.jobId) return { superseded: true }
    const office = await tx.selectFrom('office').select('time_zone').where('office_id', '=', officeId).executeTakeFirstOrThrow()
    const now = new Date()
    const fingerprints = await renew(tx, officeId, dayIn(now, office.time_zone), now, null)
    await appendAudit(tx, officeId, { actor: 'system', action: 'twins.renewed', detail: { fingerprints } })
    return { fingerprints }
  })
}

/** One agreement of ours that another office may count, too. Of theirs nothing is known but that it is alike. */
export interface Twin {
  subject: { id: string; nameKo: string; nameEn: string | null; stage: string | null; kind: string }
  other: { slug: string; nameKo: string; nameEn: string; contact: string | null }
  ref: string
  matched: Trait['kind'][]
  verdict: { id: string; verdict: 'same' | 'not_same'; share: string | null; reason: string | null; madeAt: string; madeBy: string | null } | null
}

/** 두 기관이 함께 세는 것: those nobody decided about first, the most alike at the top; what was told apart is listed only where it is asked for. */
export async function twinsOf(store: Store, reader: Reader, all: boolean): Promise<{ sharing: boolean; refreshedAt: string | null; items: Twin[] }> {
  const { officeId } = reader
  const key = await store.global(fingerprintKey)
  const found = await store.readOffice(
    officeId,
    reader.userId,
    async (db) => {
      const { sharing, refreshedAt } = await sharingOf(db, officeId)
      // who shares nothing is shown nothing
      if (!sharing) return { sharing, refreshedAt, byToken: new Map<string, Comparable[]>(), matches: [], verdicts: [] }
      const byToken = new Map<string, Comparable[]>()
      for (const one of await comparables(db, officeId, key, reader.today))
        for (const trait of one.sought) {
          const token = tokenOf(key, trait).toString('hex')
          byToken.set(token, [...(byToken.get(token) ?? []), one])
        }
      const tokens = [...byToken.keys()].map((token) => Buffer.from(token, 'hex'))
      return { sharing, refreshedAt, byToken, matches: await matchesOf(db, officeId, tokens), verdicts: await verdictsOf(db, officeId) }
    },
    { snapshot: true },
  )
  const { sharing, refreshedAt, byToken } = found
  const verdicts = new Map(found.verdicts.map((row) => [`${row.subject_id} ${row.other_office} ${row.other_ref.toString('hex')}`, row]))
  const twins = new Map<string, Twin>()
  for (const match of await stillOpen(store, key, found.matches, reader.now))
    for (const { subject } of byToken.get(match.token.toString('hex')) ?? []) {
      const ref = match.otherRef.toString('hex')
      const id = `${subject.id} ${match.otherOffice} ${ref}`
      const row = verdicts.get(id)
      const twin: Twin = twins.get(id) ?? {
        subject: { id: subject.id, nameKo: subject.name, nameEn: subject.nameEn, stage: subject.stage, kind: subject.kind },
        other: { slug: match.slug, nameKo: match.nameKo, nameEn: match.nameEn, contact: match.contact },
        ref,
        matched: [],
        verdict: row
          ? { id: row.twin_id, verdict: row.verdict, share: row.share, reason: row.reason, madeAt: row.made_at, madeBy: row.made_name }
          : null,
      }
      if (!twin.matched.includes(match.kind)) twin.matched.push(match.kind)
      twins.set(id, twin)
    }
  const items = [...twins.values()]
    .filter((twin) => all || twin.verdict?.verdict !== 'not_same')
    .sort(
      (a, b) =>
        Number(a.verdict !== null) - Number(b.verdict !== null) ||
        likenessOf(b.matched) - likenessOf(a.matched) ||
        (a.subject.nameKo < b.subject.nameKo ? -1 : a.subject.nameKo > b.subject.nameKo ? 1 : a.ref < b.ref ? -1 : 1),
    )
  return { sharing, refreshedAt, items }
}

/**
 * 아직 공개된 지문만: matches that the other office would share at this moment. A fingerprint lies there until the next renewal, so what became confidential
 * since (a project, a party of it, the paper it stands on) is asked of the other office's own books whenever somebody looks.
 */
async function stillOpen(store: Store, key: Buffer, matches: readonly Match[], now: Date): Promise<Match[]> {
  const open = new Set<string>()
  for (const officeId of new Set(matches.map((match) => match.otherOffice))) {
    const shared = await store.readOffice(officeId, null, (db) => sharedNow(db, officeId, key, now), { snapshot: true })
    for (const { ref, token } of shared) open.add(`${officeId} ${ref.toString('hex')} ${token.toString('hex')}`)
  }
  return matches.filter((match) => open.has(`${match.otherOffice} ${match.otherRef.toString('hex')} ${match.token.toString('hex')}`))
}

async function sharedNow(db: Db, officeId: string, key: Buffer, now: Date) {
  const { time_zone } = await db.selectFrom('office').select('time_zone').where('office_id', '=', officeId).executeTakeFirstOrThrow()
  return fingerprintsOf(key, await comparables(db, officeId, key, dayIn(now, time_zone)))
}

export interface TwinVerdict {
  subject: string
  /** Slug of the other office. */
  other: string
  ref: string
  verdict: 'same' | 'not_same'
  /** Our share of the joint agreement, where both offices count it. */
  share: string | null
  reason: string | null
}

/**
 * 판단한다: the same agreement (with our share of it, so that both offices together count it once), or not the same, which is remembered and not proposed again.
 *
 * @throws ProblemError 404 for what is not proposed, 409 where it was decided already, 422 for a share of what is not the same
 */
export async function judgeTwin(store: Store, reader: Reader, by: string, given: TwinVerdict): Promise<{ id: string }> {
  if (given.verdict === 'not_same' && given.share !== null)
    throw invalid('json.share', { ko: '같은 협약일 때만 우리 몫을 적습니다', en: 'a share only of what is the same' }, given.share)
  const { items } = await twinsOf(store, reader, true)
  const twin = items.find((one) => one.subject.id === given.subject && one.other.slug === given.other && one.ref === given.ref)
  if (!twin) throw notFound({ ko: '견준 협약', en: 'The pair' })
  if (twin.verdict) throw conflict('decided-already', '이미 판단한 것입니다. 먼저 물리세요', 'It was decided already; take that back first')
  const { officeId } = reader
  return store.inOffice(officeId, by, async (tx) => {
    const other = await tx.selectFrom('office').select('office_id').where('slug', '=', given.other).executeTakeFirstOrThrow()
    const id = randomUUID()
    const relationId =
      given.share === null
        ? null
        : await addRelation(tx, officeId, {
            fromSubject: await officeSubject(tx, officeId),
            toSubject: given.subject,
            role: 'counterparty',
            part: `${josa(twin.other.nameKo, '와/과')} 공동`,
            share: given.share,
            by,
          })
    await tx
      .insertInto('twin_judgement')
      .values({
        office_id: officeId,
        twin_id: id,
        subject_id: given.subject,
        other_office: other.office_id,
        other_ref: Buffer.from(given.ref, 'hex'),
        verdict: given.verdict,
        share: given.share,
        relation_id: relationId,
        reason: given.reason,
        made_by: by,
      })
      .execute()
    await appendAudit(tx, officeId, {
      actor: by,
      action: given.verdict === 'same' ? 'twin.same' : 'twin.not-same',
      subjectId: given.subject,
      detail: { twinId: id, other: given.other, share: given.share, reason: given.reason },
    })
    return { id }
  })
}

/** 물린다: the pair is proposed again, and the share that came with it ends. @throws ProblemError 404 */
export async function undoTwin(store: Store, reader: Reader, by: string, twinId: string): Promise<void> {
  const { officeId } = reader
  await store.inOffice(officeId, by, async (tx) => {
    const row = await tx
      .updateTable('twin_judgement')
      .set({ undone_at: reader.now.toISOString(), undone_by: by })
      .where('office_id', '=', officeId)
      .where('twin_id', '=', twinId)
      .where('undone_at', 'is', null)
      .returning(['subject_id', 'relation_id', 'verdict'])
      .executeTakeFirst()
    if (!row) throw notFound({ ko: '판단', en: 'The judgement' })
    if (row.relation_id)
      await tx
        .updateTable('relation')
        .set({ voided_at: reader.now.toISOString() })
        .where('office_id', '=', officeId)
        .where('relation_id', '=', row.relation_id)
        .where('voided_at', 'is', null)
        .execute()
    await appendAudit(tx, officeId, { actor: by, action: 'twin.undone', subjectId: row.subject_id, detail: { twinId, verdict: row.verdict } })
  })
}
