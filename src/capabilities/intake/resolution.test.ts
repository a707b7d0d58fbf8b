import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinSubjects } from '#capabilities/portfolio/index'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { intakeJobs } from './jobs.ts'
import { AddedDocument, DocumentWithText } from './schemas.ts'
import { SameSubjects } from './schemas-identity.ts'
import { Decided, Review, type ReviewClaim } from './schemas-review.ts'

const here = '/offices/narae'
let t: TestApp
let jobs: Jobs
let officer: Client
let officeId: string
let userId: string
beforeAll(async () => {
  t = await freshApp('intake_resolution')
  officeId = await t.office('narae')
  userId = await t.user('officer@narae.example')
  await t.member(officeId, userId, 'officer')
  officer = await t.signIn('officer@narae.example')
  jobs = await startJobs(t.store, intakeJobs)
})
afterAll(async () => {
  await jobs?.stop()
  await t?.close()
})

async function reviewOf(text: string, publishedOn: string, outlet: string): Promise<Review> {
  const { document } = AddedDocument.parse(await (await officer.send('POST', `${here}/documents`, { text, publishedOn, outlet })).json())
  for (let tries = 0; tries < 400; tries++) {
    const now = DocumentWithText.parse(await (await officer.send('GET', `${here}/documents/${document.id}`)).json())
    if (now.readingState === 'read') return Review.parse(await (await officer.send('GET', `${here}/documents/${document.id}/review`)).json())
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the document was not read in time')
}
const decide = async (claim: ReviewClaim, what: string, body: unknown): Promise<Decided> => {
  const answer = await officer.send('POST', `${here}/claims/${claim.id}/${what}`, body)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return Decided.parse(await answer.json())
}
const organisations = () =>
  t.store.readOffice(officeId, userId, (db) =>
    db
      .selectFrom('subject as s')
      .leftJoin('subject_alias as a', (join) => join.onRef('a.office_id', '=', 's.office_id').onRef('a.subject_id', '=', 's.subject_id'))
      .select(['s.subject_id', 's.name_ko', 'a.name as alias'])
      .where('s.office_id', '=', officeId)
      .where('s.kind', '=', 'organisation')
      .where('s.archived_at', 'is', null)
      .orderBy('s.name_ko')
      .execute(),
  )
const suggestions = async (kind: string) =>
  SameSubjects.array().parse(
    ((await (await officer.send('GET', `${here}/identity/suggestions?kind=${kind}`)).json()) as { items: unknown }).items,
  ) as SameSubjects[]

describe('one thing under several names', () => {
  test('spellings of a firm inside a document become one organisation; taken back, the spelling goes too', async () => {
    const review = await reviewOf(
      '나래시는 ㈜신라이노텍과 물빛읍에 300억원 규모의 공장을 짓는 투자협약을 체결했다.\n신라이노텍은 2027년까지 50명을 고용한다.',
      '2026-05-01',
      '나래일보',
    )
    const [money, people] = ['investment', 'jobs'].map((indicator) => review.claims.find((claim) => claim.indicator === indicator)!)
    const project = { subject: { new: { kind: 'project', nameKo: '물빛읍 공장' } } }
    await decide(money!, 'accept', project)
    const second = await decide(people!, 'accept', project)
    expect((await organisations()).map((one) => [one.name_ko, one.alias])).toEqual([['㈜신라이노텍', '신라이노텍']])
    await officer.send('POST', `${here}/judgements/${second.judgementId}/undo`, {})
    expect((await organisations()).map((one) => one.name_ko)).toEqual(['㈜신라이노텍'])
  })
  test('three articles on one agreement become one value with three sources, and no total grows', async () => {
    const articles = [
      ['2026-06-02', '가람일보', '나래시는 2일 누리전지와 솔빛산단에 4,500억원 규모의 배터리 공장을 건립하는 투자협약을 체결했다.'],
      ['2026-06-03', '나래신문', '누리전지㈜가 나래시 솔빛산단에 4500억 원을 들여 배터리 공장을 짓는다. 시와 회사는 전날 협약식을 열었다.'],
      [
        '2026-06-05',
        '솔빛방송',
        '나래시 솔빛산단에 배터리 공장이 들어섭니다. 누리전지는 나래시와 협약을 맺고 솔빛산단에 약 4천5백억 원을 투자합니다.',
      ],
    ] as const
    const reviews: Review[] = []
    for (const [day, outlet, text] of articles) reviews.push(await reviewOf(text, day, outlet))
    const money = (review: Review) => review.claims.find((claim) => claim.value === '450000000000')!
    const accepted = await decide(money(reviews[0]!), 'accept', {
      subject: { new: { kind: 'agreement', nameKo: '누리전지 배터리 공장 투자협약', place: '솔빛산단' } },
      parties: [{ name: '누리전지', role: 'investor' }],
    })
    for (const review of reviews.slice(1)) {
      // read again: what was accepted meanwhile is now a candidate
      const now = Review.parse(await (await officer.send('GET', `${here}/documents/${review.document.id}/review`)).json())
      const [best] = money(now).suggestions
      expect(best).toMatchObject({ factId: accepted.factId, subject: { kind: 'agreement' }, likely: true })
      expect(best!.rows.filter((row) => row.result === 'same').map((row) => row.key)).toEqual(expect.arrayContaining(['amount', 'place']))
      expect((await decide(money(now), 'merge', { factId: best!.factId })).factId).toBe(accepted.factId)
    }
    const held = await t.store.readOffice(officeId, userId, (db) =>
      db
        .selectFrom('fact as f')
        .innerJoin('fact_basis as b', (join) => join.onRef('b.office_id', '=', 'f.office_id').onRef('b.fact_id', '=', 'f.fact_id'))
        .innerJoin('claim as c', (join) => join.onRef('c.office_id', '=', 'b.office_id').onRef('c.claim_id', '=', 'b.claim_id'))
        .select(['f.fact_id', 'c.document_id'])
        .where('f.office_id', '=', officeId)
        .where('f.value', '=', '450000000000')
        .where('b.voided_at', 'is', null)
        .execute(),
    )
    expect(new Set(held.map((row) => row.fact_id)).size).toBe(1)
    expect(held.map((row) => row.document_id).sort()).toEqual(reviews.map((one) => one.document.id).sort())
  })
  test('organisations of two documents are proposed as one, explained; told apart they are not again, until that is taken back', async () => {
    for (const [name, at] of [
      ['한울에너지', 1],
      ['한울에너지솔루션', 2],
    ] as const) {
      const review = await reviewOf(`나래시는 ${name}와 솔빛산단에 ${at}70억원을 투자하는 협약을 맺었다.`, `2026-07-0${at}`, '나래일보')
      const claim = review.claims.find((one) => one.indicator === 'investment')!
      await decide(claim, 'accept', {
        subject: { new: { kind: 'project', nameKo: '솔빛 수소 공장', place: '솔빛산단' } },
        parties: [{ name, role: 'investor' }],
        series: `${at}차`,
      })
    }
    const find = async () =>
      (await suggestions('organisation')).find((one) => [one.a.nameKo, one.b.nameKo].sort().join() === '한울에너지,한울에너지솔루션')
    const pair = (await find())!
    expect(pair.rows.find((row) => row.key === 'related')).toMatchObject({ result: 'same', ours: '솔빛 수소 공장' })
    expect(pair.rows.find((row) => row.key === 'name')).toMatchObject({ result: 'near' })
    // a firm is told by its projects
    expect(pair.rows.find((row) => row.key === 'values')!.ours).toMatch(/^investment [\d.]+ KRW/)
    expect(pair.rows.find((row) => row.key === 'place')).toMatchObject({ ours: '솔빛산단', theirs: '솔빛산단' })
    expect(Math.min(pair.a.documents, pair.b.documents)).toBeGreaterThan(0)
    const told = await officer.send('POST', `${here}/identity/not-same`, { a: pair.a.id, b: pair.b.id, reason: '다른 회사' })
    expect(told.status).toBe(200)
    const { judgementId } = (await told.json()) as { judgementId: string }
    expect(await find()).toBeUndefined()
    const undone = await officer.send('POST', `${here}/portfolio/judgements/${judgementId}/undo`, {})
    if (undone.status === 404) throw new Error('expected the way back of the portfolio')
    expect(await find()).toBeDefined()
    await joinSubjects(
      t.store,
      { officeId, userId, confidential: true, now: new Date(), timeZone: 'Asia/Seoul', today: '2026-11-22' },
      userId,
      pair.a.id,
      pair.b.id,
      null,
    )
    expect(await find()).toBeUndefined()
    expect((await officer.send('POST', `${here}/identity/not-same`, { a: pair.a.id, b: pair.b.id })).status).toBe(409)
  })
})
