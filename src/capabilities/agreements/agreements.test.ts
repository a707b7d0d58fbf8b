import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { dueItems } from './index.ts'
import type { AgreementView, ObligationView } from './schemas.ts'

let t: TestApp
let office: string
let officer: Client
let viewer: Client

beforeAll(async () => {
  t = await freshApp('agreements')
  t.clock.now = new Date('2026-11-22T03:00:00Z')
  office = await t.office('narae')
  for (const role of ['officer', 'viewer'] as const) await t.member(office, await t.user(`${role}@city.example`), role)
  officer = await t.signIn('officer@city.example')
  viewer = await t.signIn('viewer@city.example')
})
afterAll(() => t.close())

async function ask<T>(method: string, path: string, body?: unknown, status = 200, by = officer, headers?: Record<string, string>): Promise<T> {
  const answer = await by.send(method, `/offices/narae${path}`, body, headers)
  expect(answer.status, await answer.clone().text()).toBe(status)
  return (status === 204 ? null : await answer.json()) as T
}
const add = async (nameKo: string, more: object = {}) => (await ask<{ id: string }>('POST', '/agreements', { nameKo, ...more }, 201)).id
const get = (id: string) => ask<AgreementView>('GET', `/agreements/${id}`)
const owe = (id: string, body: object) => ask<ObligationView>('POST', `/subjects/${id}/obligations`, body, 201)

describe('an agreement', () => {
  test('holds for what it states, warns after 730 days where it states nothing, and keeps its renewals', async () => {
    const id = await add('3자 협약', {
      signedOn: '2024-11-22',
      parties: [{ ours: true }, { name: '한빛은행', part: '고객 연결' }, { name: '나래테크노파크' }],
    })
    // 730 days after 2024-11-22 is 2026-11-22, today
    expect(await get(id)).toMatchObject({ validity: { state: 'ends_soon', endsOn: '2026-11-22', endsBy: 'usual', daysLeft: 0 } })
    expect((await get(id)).parties.map((one) => one.nameKo).sort()).toEqual(['narae시', '나래테크노파크', '한빛은행'].sort())
    const tag = (await officer.send('GET', `/offices/narae/agreements/${id}`)).headers.get('etag')!
    await ask('PATCH', `/agreements/${id}`, { validUntil: '2024-01-01' }, 422, officer, { 'if-match': tag })
    await ask('PATCH', `/agreements/${id}`, { validUntil: '2026-10-31' }, 200, officer, { 'if-match': tag })
    await ask('PATCH', `/agreements/${id}`, { validUntil: '2027-10-31' }, 412, officer, { 'if-match': tag })
    expect((await get(id)).validity.state).toBe('expired')
    await ask('POST', `/agreements/${id}/renewals`, { renewedOn: '2026-11-01', validUntil: '2026-10-01' }, 422)
    const renewed = await ask<AgreementView>('POST', `/agreements/${id}/renewals`, {
      renewedOn: '2026-11-01',
      validUntil: '2028-10-31',
      reason: '2년 연장',
    })
    expect(renewed).toMatchObject({
      validity: { state: 'in_force', endsOn: '2028-10-31' },
      renewals: [{ validBefore: '2026-10-31', validUntil: '2028-10-31' }],
    })
    const ended = await ask<AgreementView>('POST', `/agreements/${id}/end`, { on: '2026-11-20', how: 'terminated', reason: '상대방의 통보' })
    expect(ended).toMatchObject({ validity: { state: 'ended' }, endedHow: 'terminated' })
    await ask('POST', `/agreements/${id}/renewals`, { renewedOn: '2026-11-21', validUntil: '2030-01-01' }, 409)
    await ask('POST', `/agreements/${id}/end`, { on: '2026-11-21', how: 'fulfilled', reason: '다시' }, 409)
  })

  test('carries what each party owes, with its day and its proof', async () => {
    const id = await add('생태계 협약', { signedOn: '2026-01-05', parties: [{ name: '산업부', role: 'authority' }] })
    const late = await owe(id, { title: '행정 지원 계획 통보', party: { name: '산업부' }, dueOn: '2026-06-30' })
    const solar = await owe(id, { title: '부지 제공', party: { ours: true }, dueOn: '2027-03-31' })
    expect(late).toMatchObject({ state: 'late', party: { nameKo: '산업부' } })
    expect(solar.state).toBe('open')
    const path = `/obligations/${late.id}`
    const tag = (await officer.send('GET', `/offices/narae${path}`)).headers.get('etag')!
    await ask('PATCH', path, { waivedOn: '2026-11-01' }, 422, officer, { 'if-match': tag })
    const met = await ask<ObligationView>('PATCH', path, { metOn: '2026-11-02' }, 200, officer, { 'if-match': tag })
    expect(met).toMatchObject({ state: 'met', documentId: null })
    await ask('PATCH', path, { metOn: null }, 412, officer, { 'if-match': tag })
    const due = await t.store.readOffice(office, null, (db) => dueItems(db, office, { today: '2026-11-22', confidential: true }))
    expect(due.filter((one) => one.subjectId === id).map((one) => [one.kind, one.dueOn])).toEqual([
      ['agreement', '2028-01-05'],
      ['obligation', '2027-03-31'],
    ])
    await ask('DELETE', `/obligations/${solar.id}`, undefined, 204)
    await ask('GET', `/obligations/${solar.id}`, undefined, 404)
  })
})

test('co-benefits of an investment stand on the project: start-up space and solar panels', async () => {
  const { id } = await ask<{ id: string }>('POST', '/projects', { kind: 'project', nameKo: '나래 데이터센터' }, 201)
  await owe(id, { title: 'AI 스타트업 지원 공간', kind: 'co_benefit', party: { name: '나래아이디씨' }, dueOn: '2028-12-31' })
  await owe(id, { title: '태양광 시설', kind: 'co_benefit', party: { name: '나래아이디씨' } })
  const page = await ask<{ items: ObligationView[] }>('GET', '/obligations?kind=co_benefit')
  expect(page.items.map((one) => [one.title, one.subject.nameKo, one.dueOn])).toEqual([
    ['AI 스타트업 지원 공간', '나래 데이터센터', '2028-12-31'],
    ['태양광 시설', '나래 데이터센터', null],
  ])
})

test('a party that was joined into another keeps what it owes under that name, and one that was put away keeps its own', async () => {
  const id = await add('이름 협약', { signedOn: '2026-01-05', parties: [{ name: '가온은행' }, { name: '가온은행 나래지점' }] })
  const parties = (await get(id)).parties
  const of = (name: string) => parties.find((one) => one.nameKo === name)!.id
  await owe(id, { title: '창구 열기', party: { name: '가온은행 나래지점' } })
  await ask('POST', `/projects/${of('가온은행')}/join`, { other: of('가온은행 나래지점'), reason: '한 은행' })
  const joined = await get(id)
  const whole = joined.parties[0]!
  expect([joined.parties, joined.obligations.map((one) => one.party?.id)]).toMatchObject([[{ id: whole.id }], [whole.id]])
  await ask('POST', `/projects/${whole.id}/archive`, { archived: true, reason: '정리' }, 204)
  const away = await get(id)
  expect([away.parties.map((one) => one.nameKo), away.obligations.map((one) => one.party?.nameKo)]).toEqual([[whole.nameKo], [whole.nameKo]])
})

test('a confidential agreement is in no list, no obligation and no download of those who may not see it', async () => {
  const id = await add('비밀 협약', { confidential: true, signedOn: '2026-01-01' })
  const hidden = await owe(id, { title: '비밀 의무', dueOn: '2027-01-01' })
  const seen = async (path: string, by: Client) => (await by.send('GET', `/offices/narae${path}`)).text()
  for (const path of ['/agreements?limit=500', '/obligations?limit=500', '/exports/agreements.csv']) {
    expect(await seen(path, viewer)).not.toContain('비밀')
    expect(await seen(path, officer)).toContain('비밀')
  }
  await ask('GET', `/obligations/${hidden.id}`, undefined, 404, viewer)
  await ask('GET', `/agreements/${id}`, undefined, 404, viewer)
  await ask('POST', '/agreements', { nameKo: '아니다' }, 403, viewer)
  expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
})
