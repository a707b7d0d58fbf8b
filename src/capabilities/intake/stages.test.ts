import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { type Jobs, startJobs } from '#store/jobs'
import { type FreshStore, freshStore } from '#support/database'
import { intakeJobs } from './jobs.ts'
import { claimsOfDocument } from './queries/claims.ts'
import { documentItem } from './queries/documents.ts'
import type { Acceptance } from './schemas-review.ts'
import { acceptClaim } from './service/accept.ts'
import { addText } from './service/add-document.ts'
import { markNotSame } from './service/decide.ts'
import { decideOne, undo, type Who } from './service/decisions.ts'
import { namesOfOffice } from './service/propose.ts'
import { type Looking, reviewOf } from './service/review.ts'

let fresh: FreshStore
let jobs: Jobs
let who: Who
let looking: Looking

beforeAll(async () => {
  fresh = await freshStore('intake-stages')
  const by = await fresh.store.global(await prepareUser({ email: 'o@narae.example', name: '담당', password: null }))
  const office = await createOffice(fresh.store, { slug: 'narae', nameKo: '나래시', nameEn: 'Narae', kind: 'city' }, { by })
  who = { store: fresh.store, officeId: office.office_id, by, confidential: true, officeNames: namesOfOffice('나래시', 'Narae') }
  looking = {
    officeId: office.office_id,
    officeNames: who.officeNames,
    confidential: true,
    now: new Date('2026-11-22T00:00:00Z'),
    timeZone: 'Asia/Seoul',
    locale: 'ko',
  }
  jobs = await startJobs(fresh.store, intakeJobs)
})
afterAll(async () => {
  await jobs?.stop()
  await fresh?.close()
})

const read = <T>(work: Parameters<typeof fresh.store.readOffice<T>>[2]) => fresh.store.readOffice(who.officeId, who.by, work)

async function added(text: string, publishedOn: string) {
  const { documentId } = await addText(fresh.store, who.officeId, who.by, { publishedOn }, text)
  for (let tries = 0; tries < 400; tries++) {
    const item = await read((db) => documentItem(db, who.officeId, documentId))
    if (item?.readingState === 'read') return documentId
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the document was not read in time')
}

const stepOf = async (documentId: string) => {
  const steps = (await read((db) => claimsOfDocument(db, who.officeId, documentId))).filter((claim) => claim.kind === 'stage')
  expect(steps).toHaveLength(1)
  return steps[0]!
}
const history = (subjectId: string) =>
  read((db) =>
    db
      .selectFrom('stage_event')
      .select(['to_stage', 'occurred_from', 'claim_id', 'voided_at'])
      .where('office_id', '=', who.officeId)
      .where('subject_id', '=', subjectId)
      .orderBy('recorded_at')
      .execute(),
  )
const stageNow = async (subjectId: string) =>
  (
    await read((db) =>
      db.selectFrom('subject').select('stage').where('office_id', '=', who.officeId).where('subject_id', '=', subjectId).executeTakeFirstOrThrow(),
    )
  ).stage
const accept = (claimId: string, acceptance: Acceptance) => decideOne(who, 'accept', (deciding) => acceptClaim(deciding, claimId, acceptance))

describe('steps that carry no amount', () => {
  test('an agreement, then a groundbreaking, are claims whose acceptance makes the history of one project', async () => {
    const signed = await added('나래시는 지난 3월 5일 ㈜가온소재, ㈜너울건설과 ‘달빛 소재공장’ 투자협약을 체결했다.', '2025-03-06')
    const claim = await stepOf(signed)
    expect(claim).toMatchObject({
      stage: 'mou',
      subject: '㈜가온소재',
      counterparts: ['㈜너울건설'],
      what: '달빛 소재공장',
      value: null,
      indicator: null,
    })
    expect(claim.start).toEqual({ from: '2025-03-05', to: '2025-03-06' })
    expect(claim.span.quote).toContain('협약')
    const shown = (await read((db) => reviewOf(db, looking, signed)))!.claims.find((one) => one.id === claim.id)!
    expect(shown.proposal).toMatchObject({
      subject: { kind: 'project', name: '달빛 소재공장' },
      stage: { to: 'mou', occurred: { from: '2025-03-05' } },
    })
    const first = await accept(claim.id, { subject: { new: { kind: 'project', nameKo: '달빛 소재공장', place: null } } })
    expect(first).toMatchObject({ state: 'accepted', factId: null })
    const begun = await added('㈜가온소재는 지난 2일 나래시에서 ‘달빛 소재공장’ 착공식을 열었다.', '2026-02-04')
    const second = await accept((await stepOf(begun)).id, { subject: { id: first.subjectId! } })
    expect(await history(first.subjectId!)).toMatchObject([
      { to_stage: 'mou', occurred_from: '2025-03-05', claim_id: claim.id },
      { to_stage: 'construction', occurred_from: '2026-02-02' },
    ])
    expect(await stageNow(first.subjectId!)).toBe('construction')
    await undo(who, { judgementId: second.judgementId }, false)
    expect(await stageNow(first.subjectId!)).toBe('mou')
    expect((await stepOf(begun)).state).toBe('pending')
  })

  test('an older step read later belongs into the history and leaves the present stage as it is', async () => {
    const opened = await added('㈜나무전자는 지난 1일 나래시 새물산단에서 ‘새물 전자공장’ 준공식을 열었다.', '2026-05-03')
    const done = await accept((await stepOf(opened)).id, { subject: { new: { kind: 'project', nameKo: '새물 전자공장', place: null } } })
    expect(await stageNow(done.subjectId!)).toBe('operation')
    const before = await added('나래시는 지난 2일 ㈜나무전자와 ‘새물 전자공장’ 투자협약을 맺었다.', '2024-09-03')
    await accept((await stepOf(before)).id, { subject: { id: done.subjectId! } })
    expect((await history(done.subjectId!)).map((one) => one.to_stage).sort()).toEqual(['mou', 'operation'])
    expect(await stageNow(done.subjectId!)).toBe('operation')
  })

  test('a step of what is there is offered to it by name, parties and place, until a person says it is another', async () => {
    const first = await added('나래시는 지난 4월 5일 ㈜바다소재와 물빛읍에 ‘은빛 소재공장’을 짓는 투자협약을 체결했다.', '2025-04-06')
    const made = await accept((await stepOf(first)).id, { subject: { new: { kind: 'project', nameKo: '은빛 소재공장', place: '물빛읍' } } })
    const alikeOf = async (documentId: string) => {
      const step = await stepOf(documentId)
      return (await read((db) => reviewOf(db, looking, documentId)))!.claims.find((one) => one.id === step.id)!.alike
    }
    // the paper calls it otherwise: name inside the name, the same firm
    const begun = await added('㈜바다소재는 지난 2일 나래시에서 ‘나래 은빛 소재공장’ 착공식을 열었다.', '2026-03-04')
    const [offer, ...more] = await alikeOf(begun)
    expect(more).toEqual([])
    expect(offer).toMatchObject({ subject: { id: made.subjectId, name: '은빛 소재공장', kind: 'project' }, stage: 'mou', likely: true })
    expect(offer!.rows.map((row) => [row.key, row.result])).toEqual([
      ['name', 'same'],
      ['party', 'same'],
      ['place', 'unknown'],
    ])
    // one word more: near, and still the same firm
    const nearby = await added('㈜바다소재는 지난 9일 나래시에서 ‘은빛 첨단 소재공장’ 상량식과 준공식을 열었다.', '2026-03-14')
    expect((await alikeOf(nearby)).map((one) => [one.subject.id, one.rows[0]!.result, one.rows[1]!.result, one.likely])).toEqual([
      [made.subjectId, 'near', 'same', false],
    ])
    // another firm's plant of another name is no offer
    const other = await added('㈜하늘식품은 지난 2일 나래시에서 ‘하늘 식품공장’ 착공식을 열었다.', '2026-03-04')
    expect(await alikeOf(other)).toEqual([])
    const step = await stepOf(begun)
    await decideOne(who, 'not-same', (deciding) => markNotSame(deciding, step.id, made.subjectId!, null))
    expect(await alikeOf(begun)).toEqual([])
  })

  test('a designation is proposed as the permit of a project', async () => {
    const documentId = await added(
      '정부는 지난 15일 ‘나래 바이오밸리’를 바이오 특화단지로 지정했다. 나래 바이오밸리는 지난 15일 바이오 특화단지에 지정됐다.',
      '2026-06-16',
    )
    const claim = await stepOf(documentId)
    expect(claim.stage).toBe('result')
    const shown = (await read((db) => reviewOf(db, looking, documentId)))!.claims.find((one) => one.id === claim.id)!
    expect(shown.proposal).toMatchObject({ subject: { kind: 'project' }, stage: { to: 'permit' } })
  })

  test('a step is refused for what has no stages: nothing would be written', async () => {
    const documentId = await added('나래시는 지난 7일 ㈜여울과 투자협약을 해지했다.', '2026-07-08')
    const claim = await stepOf(documentId)
    expect(claim.stage).toBe('cancelled')
    await expect(accept(claim.id, { subject: { office: true } })).rejects.toMatchObject({ status: 422 })
    expect((await stepOf(documentId)).state).toBe('pending')
  })

  test('whose money it is comes with the acceptance, or with the name of the part', async () => {
    const documentId = await added('나래시는 ㈜노을에너지와 ‘노을 발전소’에 300억원을 투자하는 협약을 지난 3일 체결했다.', '2026-07-04')
    const claim = (await read((db) => claimsOfDocument(db, who.officeId, documentId))).find((one) => one.indicator === 'investment')!
    const into: Acceptance = { subject: { new: { kind: 'project', nameKo: '노을 발전소', place: null } } }
    const fundingOf = async (acceptance: Acceptance) => {
      const { factId, judgementId } = await accept(claim.id, acceptance)
      const row = await read((db) => db.selectFrom('fact').select('funding').where('fact_id', '=', factId!).executeTakeFirstOrThrow())
      await undo(who, { judgementId }, true)
      return row.funding
    }
    expect(await fundingOf(into)).toBeNull()
    expect(await fundingOf({ ...into, funding: 'private' })).toBe('private')
  })
})
