import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { dueItems, pledgeOfPublic } from './index.ts'
import type { PledgePage, PledgeSummaryView, PledgeView } from './schemas.ts'
import { summaryOf } from './summary.ts'
import { pledgesOf } from './view.ts'

let t: TestApp
let office: string
let officer: Client
let viewer: Client

beforeAll(async () => {
  t = await freshApp('pledges')
  office = await t.office('narae')
  for (const role of ['officer', 'viewer'] as const) await t.member(office, await t.user(`${role}@city.example`), role)
  officer = await t.signIn('officer@city.example')
  viewer = await t.signIn('viewer@city.example')
})
afterAll(() => t.close())

async function ask<T>(method: string, path: string, body?: unknown, status = 200, by = officer, headers?: Record<string, string>): Promise<T> {
  const answer = await by.send(method, `/offices/narae${path}`, body, headers)
  expect(answer.status, await answer.clone().text()).toBe(status)
  return (await answer.json()) as T
}
const money = (indicator: string, value: string, facet: 'plan' | 'actual') => ({ indicator, facet, value, unit: 'KRW' })
const add = async (nameKo: string, more: object = {}) => (await ask<{ id: string }>('POST', '/pledges', { nameKo, ...more }, 201)).id
const get = (id: string, by = officer) => ask<PledgeView>('GET', `/pledges/${id}`, undefined, 200, by)
const visible = (today = '2026-11-22') => t.store.readOffice(office, null, (db) => pledgesOf(db, office, { kind: 'public', today }, today))

describe('a pledge', () => {
  test('shows its money as a city publishes it: 7,426 of 15,165억 secured is 48.97 %, 5,969 of 10,940억 within the term 54.56 %', async () => {
    const id = await add('도시철도 2호선', {
      promisor: '나래시장',
      promisedOn: '2022-05-20',
      termFrom: '2022-07-01',
      termTo: '2026-06-30',
      values: [
        money('budget', '1516500000000', 'plan'),
        money('budget_secured', '742600000000', 'actual'),
        money('budget_in_term', '1094000000000', 'plan'),
        money('budget_secured_in_term', '596900000000', 'actual'),
      ],
    })
    const found = await get(id)
    expect(Number(found.money.securedRate).toFixed(4)).toBe('0.4897')
    expect(Number(found.money.securedInTermRate).toFixed(4)).toBe('0.5456')
    expect(found.money.total!.quotes[0]!.sentence).toContain('도시철도 2호선의 계획 사업비는 1조 5,165억원')
    expect(found).toMatchObject({ state: null, done: false, promisor: '나래시장' })
  })

  test('has no rate where nothing was secured or nobody knows', async () => {
    const id = await add('청년 주택', { values: [money('budget', '1000', 'plan')] })
    expect((await get(id)).money).toMatchObject({ secured: null, securedRate: null })
  })

  test('sets what was promised beside what came of it, and is done only with proof', async () => {
    const id = await add('일자리 8만개', { values: [{ indicator: 'jobs', facet: 'target', value: '80000', unit: 'persons' }] })
    expect((await get(id)).promises).toMatchObject([{ indicator: 'jobs', actual: null, attainment: null }])
    const answer = await officer.send('GET', `/offices/narae/pledges/${id}`)
    const tag = answer.headers.get('etag')!
    const value = { indicator: 'jobs', facet: 'actual', value: '20000', unit: 'persons', year: 2025 }
    expect((await officer.send('PATCH', `/offices/narae/pledges/${id}`, { values: [value] })).status).toBe(428)
    const changed = await ask<PledgeView>('PATCH', `/pledges/${id}`, { values: [value], dueOn: '2026-06-30' }, 200, officer, { 'if-match': tag })
    expect(changed.promises).toMatchObject([{ attainment: '0.25', actual: { period: { from: '2025-01-01', to: '2026-01-01' } } }])
    expect((await officer.send('PATCH', `/offices/narae/pledges/${id}`, { dueOn: null }, { 'if-match': tag })).status).toBe(412)
    expect(
      (await officer.send('PATCH', `/offices/narae/pledges/${id}`, { termFrom: '2026-01-01', termTo: '2025-01-01' }, { 'if-match': '*' })).status,
    ).toBe(422)
    const due = await t.store.readOffice(office, null, (db) => dueItems(db, office, { today: '2026-11-22', confidential: true }))
    expect(due.find((one) => one.subjectId === id)).toMatchObject({ dueOn: '2026-06-30', kind: 'pledge' })
  })
})

describe('a grade', () => {
  test('names the version of its day and keeps it: 66 points are SA in 2020 and nothing in 2021', async () => {
    const id = await add('공약 모두')
    const grade = (gradedOn: string) => ({
      rubric: 'manifesto-delivery',
      gradedOn,
      assessor: '자체 점검',
      scores: { total: '66' },
      gates: { consistency: true },
    })
    await ask('POST', `/pledges/${id}/gradings`, grade('2020-12-01'), 201)
    const after = await ask<PledgeView>('POST', `/pledges/${id}/gradings`, grade('2021-12-01'), 201)
    expect(after.gradings.map((one) => [one.result.version, one.result.grade, one.result.outcome])).toEqual([
      ['2021', null, 'below'],
      ['2020', 'SA', 'graded'],
    ])
    expect(after.gradings[0]!.inputs).toEqual({ scores: { total: '66' }, gates: { consistency: true } })
    const path = `/pledges/${id}/gradings/${after.gradings[0]!.id}/withdrawal`
    const withdrawn = await ask<PledgeView>('POST', path, { reason: '점수를 잘못 옮김' })
    expect(withdrawn.gradings[0]).toMatchObject({ withdrawnReason: '점수를 잘못 옮김' })
    await ask('POST', path, { reason: '다시' }, 409)
    const shown = await t.store.readOffice(office, null, (db) => pledgeOfPublic(db, office, id, '2026-11-22'))
    expect(shown!.gradings.map((one) => one.result.version)).toEqual(['2020'])
  })

  test('is refused before the rubric was, above the points there are, and to a viewer', async () => {
    const id = await add('다른 공약')
    const body = { rubric: 'manifesto-plan', gradedOn: '2022-12-31', assessor: '자체', scores: {}, gates: {} }
    await ask('POST', `/pledges/${id}/gradings`, body, 422)
    await ask('POST', `/pledges/${id}/gradings`, { ...body, gradedOn: '2023-05-01', scores: { completeness: '61' } }, 422)
    await ask('POST', `/pledges/${id}/gradings`, body, 403, viewer)
  })
})

test('the list goes page by page, what is not known last, and the summary counts what is not known as not known', async () => {
  const all = await ask<PledgePage>('GET', '/pledges?limit=500&sort=-money')
  const values = all.items.map((one) => (one.money.total ? Number(one.money.total.value) : null))
  expect(values.slice(0, 2)).toEqual([1516500000000, 1000])
  expect(values.slice(2).every((one) => one === null)).toBe(true)
  const first = await ask<PledgePage>('GET', '/pledges?limit=2&sort=-money')
  const second = await ask<PledgePage>('GET', `/pledges?limit=500&sort=-money&cursor=${first.next}`)
  expect([...first.items, ...second.items].map((one) => one.id)).toEqual(all.items.map((one) => one.id))
  const summary = await ask<PledgeSummaryView>('GET', '/pledges/summary')
  expect(summary).toMatchObject({ total: all.items.length, done: 0, doneRate: '0' })
  expect(summary.money.total).toMatchObject({ value: '1516500001000', unknown: all.items.length - 2 })
  expect(Number(summary.money.securedRate).toFixed(4)).toBe('0.4897')
})

test('what is held back is in nothing that a viewer or the public sees, until its day', async () => {
  const before = await visible()
  const id = await add('비밀 공약', { confidential: true, values: [money('budget', '5000', 'plan')] })
  expect(await visible()).toEqual(before)
  expect((await viewer.send('GET', `/offices/narae/pledges/${id}`)).status).toBe(404)
  const summary = await ask<PledgeSummaryView>('GET', '/pledges/summary', undefined, 200, viewer)
  expect(summary.total).toBe(summaryOf(before).total)
  const csv = await (await viewer.send('GET', '/offices/narae/exports/pledges.csv')).text()
  expect(csv).toContain('도시철도 2호선')
  expect(csv).not.toContain('비밀 공약')
  await t.store.inOffice(office, null, (tx) =>
    tx.updateTable('subject').set({ disclose_on: '2026-12-01' }).where('office_id', '=', office).where('subject_id', '=', id).execute(),
  )
  expect(await visible()).toEqual(before)
  const opened = (await visible('2026-12-01')).find((one) => one.id === id)!
  // its own statement is a confidential document and stays one: the name opens, the value does not
  expect(opened).toMatchObject({ nameKo: '비밀 공약', money: { total: null } })
  expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
})
