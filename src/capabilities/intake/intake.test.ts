import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { computeFigure } from '#capabilities/portfolio/index'
import { type Jobs, startJobs } from '#store/jobs'
import { type FreshStore, freshStore } from '#support/database'
import { intakeJobs } from './jobs.ts'
import { claimsOfDocument } from './queries/claims.ts'
import { documentItem, documentRow, listDocuments } from './queries/documents.ts'
import { reviewQueue } from './queries/queue.ts'
import type { Acceptance } from './schemas-review.ts'
import { acceptClaim } from './service/accept.ts'
import { addFile, addText } from './service/add-document.ts'
import { changeDocument, lockedDocument, startReading } from './service/change-document.ts'
import { correctClaim, markNotSame, mergeClaim, rejectClaim } from './service/decide.ts'
import { decideMany, decideOne, undo, type Who } from './service/decisions.ts'
import { namesOfOffice } from './service/propose.ts'
import { type Looking, reviewOf } from './service/review.ts'

const first = `나래시, 데이터센터 유치

나래시는 지난 3일 한빛아이디씨 유한회사와 물빛읍에 1조원 규모의 ‘별빛 데이터센터’를 건립하는 투자협약을 체결했다.
시는 이 사업으로 일자리 300명이 생길 것으로 기대한다고 밝혔다.`
const second = `나래시는 한빛아이디씨와 물빛읍에 약 1조원을 들여 별빛 데이터센터를 건립하는 투자협약을 맺었다고 16일 밝혔다.`

let fresh: FreshStore
let jobs: Jobs
let who: Who
let looking: Looking
const now = new Date('2026-11-22T00:00:00Z')

beforeAll(async () => {
  fresh = await freshStore('intake')
  const by = await fresh.store.global(await prepareUser({ email: 'o@narae.example', name: '담당', password: null }))
  const office = await createOffice(fresh.store, { slug: 'narae', nameKo: '나래시', nameEn: 'Narae', kind: 'city' }, { by })
  const officeId = office.office_id
  who = { store: fresh.store, officeId, by, confidential: true, officeNames: namesOfOffice('나래시', 'Narae') }
  looking = { officeId, officeNames: who.officeNames, confidential: true, now, timeZone: 'Asia/Seoul', locale: 'ko' }
  jobs = await startJobs(fresh.store, intakeJobs)
})
afterAll(async () => {
  await jobs?.stop()
  await fresh?.close()
})

const read = <T>(work: Parameters<typeof fresh.store.readOffice<T>>[2]) => fresh.store.readOffice(who.officeId, who.by, work)

async function whenRead(documentId: string) {
  for (let tries = 0; tries < 400; tries++) {
    const item = await read((db) => documentItem(db, who.officeId, documentId))
    if (item && !['waiting', 'reading'].includes(item.readingState) && !['waiting', 'running'].includes(item.job?.state ?? 'done')) return item
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the document was not read in time')
}

async function added(text: string, facts: Parameters<typeof addText>[3] = {}) {
  const { documentId } = await addText(fresh.store, who.officeId, who.by, facts, text)
  const item = await whenRead(documentId)
  expect(item.readingState, item.readingError ?? '').toBe('read')
  return documentId
}

const claims = (documentId: string) => read((db) => claimsOfDocument(db, who.officeId, documentId))
const review = async (documentId: string) => (await read((db) => reviewOf(db, looking, documentId)))!
const total = async () =>
  (await read((db) => computeFigure(db, who.officeId, { formula: 'announced_investment', confidential: true, now: new Date(Date.now() + 60_000) })))
    .value
const money = async (documentId: string) => (await claims(documentId)).find((claim) => claim.value === '1000000000000' && claim.state === 'pending')!
const asProject = (nameKo: string): Acceptance => ({ subject: { new: { kind: 'project', nameKo, place: '물빛읍' } } })
const state = async (claimId: string) =>
  read((db) =>
    db
      .selectFrom('claim_state')
      .select(['state', 'fact_id', 'subject_id'])
      .where('office_id', '=', who.officeId)
      .where('claim_id', '=', claimId)
      .executeTakeFirstOrThrow(),
  )

describe('adding and reading', () => {
  test('a pasted text is read: every claim stands on words of the canonical text', async () => {
    const documentId = await added(first, { publishedOn: '2026-11-04' })
    const row = (await read((db) => documentRow(db, who.officeId, documentId)))!
    const found = await claims(documentId)
    expect(found.length).toBeGreaterThan(0)
    for (const claim of found) {
      expect(row.body!.slice(claim.span.start, claim.span.end)).toBe(claim.span.quote)
      expect(row.body!.slice(claim.span.sentenceStart, claim.span.sentenceEnd)).toBe(claim.span.sentence)
      expect(claim.state).toBe('pending')
    }
    expect(await money(documentId)).toMatchObject({ indicator: 'investment', unit: 'KRW' })
    expect(await total()).toBeNull()
  })
  test('the same text a second time, with other line ends, adds nothing', async () => {
    const again = await addText(fresh.store, who.officeId, who.by, {}, first.replaceAll('\n', '\r\n').normalize('NFD'))
    expect(again.duplicate).toBe(true)
    const rows = await read((db) =>
      db
        .selectFrom('document')
        .select('document_id')
        .where('office_id', '=', who.officeId)
        .where(
          'text_sha256',
          '=',
          db.selectFrom('document').select('text_sha256').where('document_id', '=', again.documentId).where('office_id', '=', who.officeId),
        )
        .execute(),
    )
    expect(rows).toHaveLength(1)
  })
  test('a file that gives no text is kept, and its text can follow', async () => {
    const bytes = Buffer.from(`%PDF-1.7 ${randomUUID()}`)
    const kept = await addFile(fresh.store, who.officeId, who.by, {}, { name: '계획.pdf', bytes })
    expect(kept.unreadable).toMatchObject({ reason: 'damaged' })
    const item = (await read((db) => documentItem(db, who.officeId, kept.documentId)))!
    expect(item).toMatchObject({ readingState: 'failed', hasOriginal: true, hasText: false, title: '계획.pdf' })
    await changeDocument(
      fresh.store,
      who.officeId,
      who.by,
      kept.documentId,
      { text: '나래시는 2027년까지 500억원을 투자해 공장을 짓기로 했다.' },
      () => {},
    )
    expect((await whenRead(kept.documentId)).readingState).toBe('read')
  })
  test('reading again adds nothing; another date is another reading and leaves judgements alone', async () => {
    const text = '나래시는 가온전자와 내년까지 2,500억원을 투자하는 협약을 맺었다. 나래시는 가온전자가 내년까지 120명을 채용한다고 밝혔다.'
    const documentId = await added(text, { publishedOn: '2025-05-01' })
    const before = await claims(documentId)
    await fresh.store.inOffice(who.officeId, who.by, (tx) => lockedDocument(tx, who.officeId, documentId))
    await startReading(fresh.store, who.officeId, who.by, documentId)
    await whenRead(documentId)
    expect((await claims(documentId)).map((claim) => claim.id)).toEqual(before.map((claim) => claim.id))
    const judged = before[0]!
    await decideOne(who, 'reject', (deciding) => rejectClaim(deciding, judged.id, '시험'))
    await changeDocument(fresh.store, who.officeId, who.by, documentId, { publishedOn: '2026-05-01' }, () => {})
    await whenRead(documentId)
    const after = await claims(documentId)
    expect(after.find((claim) => claim.id === judged.id)?.state).toBe('rejected')
    const dated = after.filter((claim) => claim.state === 'pending' && claim.due !== null)
    for (const claim of dated) expect(claim.due!.from! >= '2026' || claim.due!.to! > '2027').toBe(true)
    // what was rejected is not asked again under another date
    expect(after.some((claim) => claim.state === 'pending' && claim.span.start === judged.span.start)).toBe(false)
  })
})

describe('deciding', () => {
  test('accept: the value is in the portfolio; undo: it is out, the project archived, the claim waits again', async () => {
    const documentId = await added(`${first}\n하나.`, { publishedOn: '2026-11-04' })
    const claim = await money(documentId)
    const decided = await decideOne(who, 'accept', (deciding) => acceptClaim(deciding, claim.id, asProject('첫째 데이터센터')))
    expect(await total()).toBe('1000000000000')
    expect(await state(claim.id)).toMatchObject({ state: 'accepted', fact_id: decided.factId, subject_id: decided.subjectId })
    await expect(decideOne(who, 'accept', (deciding) => acceptClaim(deciding, claim.id, asProject('다른 이름')))).rejects.toMatchObject({
      code: 'claim-judged',
    })
    expect(await undo(who, { judgementId: decided.judgementId }, false)).toEqual([decided.judgementId])
    expect(await total()).toBeNull()
    expect(await state(claim.id)).toMatchObject({ state: 'pending', fact_id: null })
    const subject = await read((db) =>
      db
        .selectFrom('subject')
        .select('archived_at')
        .where('office_id', '=', who.officeId)
        .where('subject_id', '=', decided.subjectId!)
        .executeTakeFirstOrThrow(),
    )
    expect(subject.archived_at).not.toBeNull()
    expect(await undo(who, { judgementId: decided.judgementId }, false)).toEqual([])
  })

  test('a second article is proposed as the same, merged without changing a total; taken back it is not proposed again', async () => {
    const one = await added(`${first}\n둘.`, { publishedOn: '2026-11-04' })
    const accepted = await decideOne(who, 'accept', async (deciding) => acceptClaim(deciding, (await money(one)).id, asProject('별빛 데이터센터')))
    const before = await total()
    const two = await added(second, { publishedOn: '2026-11-16' })
    const claim = (await review(two)).claims.find((one) => one.value === '1000000000000')!
    const suggestion = claim.suggestions[0]!
    expect(suggestion).toMatchObject({ factId: accepted.factId, likely: true })
    expect(suggestion.rows.find((row) => row.key === 'amount')?.result).toBe('same')
    expect(suggestion.effect).toMatchObject({ merged: before, apart: '2000000000000' })
    expect(suggestion.sentences[0]?.sentence).toContain('1조원')
    const merged = await decideOne(who, 'merge', (deciding) => mergeClaim(deciding, claim.id, { factId: accepted.factId! }))
    expect(await total()).toBe(before)
    // what the merge stands on cannot be taken back under it
    await expect(undo(who, { judgementId: accepted.judgementId }, false)).rejects.toMatchObject({ code: 'later-decisions' })
    await undo(who, { judgementId: merged.judgementId }, false)
    expect(await total()).toBe(before)
    expect((await review(two)).claims.find((one) => one.id === claim.id)).toMatchObject({ state: 'pending', suggestions: [] })
    // with its dependents it goes in one step
    await decideOne(who, 'merge', (deciding) => mergeClaim(deciding, claim.id, { factId: accepted.factId! }))
    expect(await undo(who, { judgementId: accepted.judgementId }, true)).toHaveLength(2)
    expect(await total()).toBeNull()
    expect(await state(claim.id)).toMatchObject({ state: 'pending' })
  })

  test('another value for the same series needs a yes; taking it back holds the old one again', async () => {
    const one = await added(`${first}\n셋.`, { publishedOn: '2026-11-04' })
    const claim = await money(one)
    const accepted = await decideOne(who, 'accept', (deciding) => acceptClaim(deciding, claim.id, asProject('셋째 데이터센터')))
    const two = await added('나래시는 한빛아이디씨가 물빛읍 셋째 데이터센터에 1조 2000억원을 투자하는 협약을 맺었다고 밝혔다.', {
      publishedOn: '2026-11-20',
    })
    const raised = (await claims(two)).find((one) => one.value === '1200000000000')!
    const accept = { subject: { id: accepted.subjectId! }, facet: 'announced' as const }
    await expect(decideOne(who, 'accept', (deciding) => acceptClaim(deciding, raised.id, accept))).rejects.toMatchObject({
      code: 'value-held',
      more: { detail: { ko: expect.stringContaining('셋째 데이터센터 투자액: 지금 값은 1조원, 이 문장은 1조 2,000억원입니다.') } },
    })
    const replaced = await decideOne(who, 'accept', (deciding) => acceptClaim(deciding, raised.id, { ...accept, replace: true }))
    expect(replaced.replaced).toEqual([accepted.factId])
    expect(await total()).toBe('1200000000000')
    await undo(who, { judgementId: replaced.judgementId }, false)
    expect(await total()).toBe('1000000000000')
    await undo(who, { judgementId: accepted.judgementId }, false)
    expect(await total()).toBeNull()
  })

  test('a correction is a new claim; the old one stays, and both come back by undo', async () => {
    const documentId = await added(`${first}\n넷.`, { publishedOn: '2026-11-04' })
    const claim = await money(documentId)
    const text = (await read((db) => documentRow(db, who.officeId, documentId)))!.body!
    const at = text.indexOf('1조원 규모')
    const decided = await decideOne(who, 'correct', (deciding) =>
      correctClaim(deciding, claim.id, {
        content: { what: '넷째 데이터센터', approximate: true },
        span: { start: at, end: at + '1조원 규모'.length },
        accept: asProject('넷째 데이터센터'),
      }),
    )
    const now = await claims(documentId)
    expect(now.find((one) => one.id === claim.id)).toMatchObject({ state: 'corrected', what: claim.what })
    expect(now.find((one) => one.id === decided.newClaimId)).toMatchObject({
      state: 'accepted',
      corrects: claim.id,
      reader: 'person',
      span: { quote: '1조원 규모' },
    })
    const correction = (await claims(documentId)).find((one) => one.id === claim.id)!.judgementId!
    await expect(undo(who, { judgementId: correction }, false)).rejects.toMatchObject({ code: 'later-decisions' })
    await undo(who, { judgementId: correction }, true)
    expect(await state(claim.id)).toMatchObject({ state: 'pending' })
    expect(await state(decided.newClaimId!)).toMatchObject({ state: 'superseded' })
    expect(await total()).toBeNull()
    // the same correction once more
    await decideOne(who, 'correct', (deciding) =>
      correctClaim(deciding, claim.id, {
        content: { what: '넷째 데이터센터', approximate: true },
        span: { start: at, end: at + '1조원 규모'.length },
      }),
    )
    expect(await state(decided.newClaimId!)).toMatchObject({ state: 'pending' })
  })

  test('many at once: one batch, all or none, one undo', async () => {
    const one = await added(`${first}\n다섯.`, { publishedOn: '2026-11-04' })
    const two = await added(`${second}\n다섯.`, { publishedOn: '2026-11-16' })
    const [a, b] = [await money(one), await money(two)]
    const jobsClaim = (await claims(one)).find((claim) => claim.indicator === 'jobs')
    const decisions = [
      { action: 'accept' as const, claimId: a.id, accept: asProject('다섯째 데이터센터') },
      { action: 'merge' as const, claimId: b.id, sameAsClaim: a.id },
      ...(jobsClaim ? [{ action: 'reject' as const, claimId: jobsClaim.id, reason: '기대일 뿐' }] : []),
    ]
    await expect(decideMany(who, [...decisions, { action: 'reject', claimId: randomUUID(), reason: '없음' }])).rejects.toMatchObject({ status: 404 })
    expect(await total()).toBeNull()
    const batch = await decideMany(who, decisions)
    expect(await total()).toBe('1000000000000')
    expect((await undo(who, { batchId: batch.batchId }, false)).sort()).toEqual(batch.decided.map((one) => one.judgementId).sort())
    expect(await total()).toBeNull()
    for (const id of [a.id, b.id]) expect(await state(id)).toMatchObject({ state: 'pending', fact_id: null })
  })

  test('said not to be the same, a subject is not proposed; taken back it is again', async () => {
    const one = await added(`${first}\n여섯.`, { publishedOn: '2026-11-04' })
    const accepted = await decideOne(who, 'accept', async (deciding) => acceptClaim(deciding, (await money(one)).id, asProject('여섯째 데이터센터')))
    const two = await added(`${second}\n여섯.`, { publishedOn: '2026-11-16' })
    const claim = await money(two)
    const suggested = async () => (await review(two)).claims.find((one) => one.id === claim.id)!.suggestions.map((one) => one.subject.id)
    expect(await suggested()).toContain(accepted.subjectId)
    const said = await decideOne(who, 'not-same', (deciding) => markNotSame(deciding, claim.id, accepted.subjectId!, null))
    expect(await suggested()).not.toContain(accepted.subjectId)
    await undo(who, { judgementId: said.judgementId }, false)
    expect(await suggested()).toContain(accepted.subjectId)
    await undo(who, { judgementId: accepted.judgementId }, false)
  })

  test('a confidential document stays unseen by those who may not see it, and its fact is confidential', async () => {
    const documentId = await added(`${first}\n일곱.`, { publishedOn: '2026-11-04', confidential: true })
    const stranger = { ...who, confidential: false }
    const claim = await money(documentId)
    await expect(decideOne(stranger, 'reject', (deciding) => rejectClaim(deciding, claim.id, '아니오'))).rejects.toMatchObject({ status: 404 })
    expect(await read((db) => reviewOf(db, { ...looking, confidential: false }, documentId))).toBeUndefined()
    const queue = await read((db) => reviewQueue(db, who.officeId, { limit: 500, confidential: false }))
    expect(queue.items.map((one) => one.documentId)).not.toContain(documentId)
    const decided = await decideOne(who, 'accept', (deciding) => acceptClaim(deciding, claim.id, asProject('일곱째 데이터센터')))
    const subject = await read((db) =>
      db
        .selectFrom('subject')
        .select('confidential')
        .where('office_id', '=', who.officeId)
        .where('subject_id', '=', decided.subjectId!)
        .executeTakeFirstOrThrow(),
    )
    expect(subject.confidential).toBe(true)
    await undo(who, { judgementId: decided.judgementId }, false)
  })
})

describe('lists', () => {
  test('every sort pages through every document exactly once', async () => {
    const all = await read((db) => listDocuments(db, who.officeId, { sort: '-receivedAt', limit: 500, confidential: true }))
    for (const sort of ['-receivedAt', 'receivedAt', '-publishedOn', 'publishedOn', 'title', '-title', '-atStake'] as const) {
      const seen: string[] = []
      for (let cursor: string | undefined; ; ) {
        const page = await read((db) => listDocuments(db, who.officeId, { sort, limit: 3, cursor, confidential: true }))
        seen.push(...page.items.map((one) => one.id))
        if (page.next === null) break
        cursor = page.next
      }
      expect([...seen].sort()).toEqual(all.items.map((one) => one.id).sort())
    }
  })
  test('the queue stands in the order of the money at stake', async () => {
    const { items } = await read((db) => reviewQueue(db, who.officeId, { limit: 500, confidential: true }))
    const stakes = items.map((one) => (one.atStake === null ? -1n : BigInt(one.atStake)))
    expect(items.length).toBeGreaterThan(2)
    expect(stakes).toEqual([...stakes].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
  })
})
