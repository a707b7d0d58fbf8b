import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { branchOfPublic, dueItems } from './index.ts'
import type { StrategyMeasure, StrategyNode } from './schemas.ts'
import { treeOf } from './view.ts'

let t: TestApp
let office: string
let officer: Client
let viewer: Client

beforeAll(async () => {
  t = await freshApp('strategy')
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
const add = async (level: string, nameKo: string, parentId: string | null, more: object = {}) =>
  (await ask<{ id: string }>('POST', '/strategy', { level, nameKo, parentId, ...more }, 201)).id
const measure = async (node: string, indicator: string, more: object = {}) =>
  (await ask<{ id: string }>('POST', `/strategy/${node}/measures`, { indicator, ...more }, 201)).id
const type = (id: string, year: number, facet: 'target' | 'actual', value: string | null) =>
  ask<{ judgementId: string | null; measure: StrategyMeasure }>('PUT', `/strategy-measures/${id}/years`, { year, facet, value })
const node = (id: string) => ask<StrategyNode>('GET', `/strategy/${id}`)
const visible = (today = '2026-11-22') => t.store.readOffice(office, null, (db) => treeOf(db, office, { kind: 'public', today }, today))

describe('a tree', () => {
  test('works progress out of facts: jobs 90,000 / 110,000 with weight 1 and firms 30 / 100 with weight 3 make 43.0 %', async () => {
    const vision = await add('vision', '나래 2030', null)
    const strategy = await add('strategy', '미래차', vision)
    const jobs = await measure(strategy, 'jobs')
    const firms = await measure(strategy, 'firms', { weight: '3' })
    await type(jobs, 2030, 'target', '110000')
    expect((await node(strategy)).progress).toMatchObject({ progress: null, coverage: '0' })
    const typed = await type(jobs, 2025, 'actual', '90000')
    expect(typed.measure.progress).toMatchObject({ progress: '0.81818181818181818', target: { year: 2030 } })
    expect(typed.measure.facts.flatMap((one) => one.quotes.map((quote) => quote.sentence)).join()).toContain('2025년 실적 일자리')
    await type(firms, 2030, 'target', '100')
    expect((await node(strategy)).progress).toMatchObject({ coverage: '0.25' })
    await type(firms, 2026, 'actual', '30')
    const found = await node(strategy)
    // (1 x 0.81818... + 3 x 0.3) / 4 = 0.42954545...
    expect(Number(found.progress.progress).toFixed(6)).toBe('0.429545')
    expect(found.progress.parts.map((one) => [one.weight, one.share])).toEqual(
      found.measures.map((one) => (one.indicator === 'jobs' ? ['1', '0.25'] : ['3', '0.75'])),
    )
    expect((await node(vision)).progress.progress).toBe(found.progress.progress)
    const all = await ask<{ items: StrategyNode[] }>('GET', '/strategy')
    expect(all.items.map((one) => one.nameKo)).toEqual(['나래 2030', '미래차'])
  })

  test('says that a year which is over was not measured, and keeps the same value of two years apart', async () => {
    const vision = await add('vision', '가동률', null)
    const id = await measure(vision, 'revenue')
    await type(id, 2024, 'target', '100')
    await type(id, 2025, 'target', '100')
    await type(id, 2024, 'actual', '80')
    const { measure: found } = await type(id, 2027, 'target', '120')
    expect(found.progress.years.map((one) => [one.year, one.state])).toEqual([
      [2024, 'measured'],
      [2025, 'not_measured'],
      [2027, 'open'],
    ])
    const due = await t.store.readOffice(office, null, (db) => dueItems(db, office, { today: '2026-11-22', confidential: true }))
    expect(due.filter((one) => one.subjectId === vision)).toMatchObject([{ titleKo: '2025년 매출·세수 실적 측정', dueOn: '2026-01-31' }])
  })

  test('turns round where less is better, and asks for a direction where the indicator has none', async () => {
    const vision = await add('vision', '빈 공장', null)
    expect((await officer.send('POST', `/offices/narae/strategy/${vision}/measures`, { indicator: 'area' })).status).toBe(422)
    const id = await measure(vision, 'area', { direction: -1, baselineYear: 2020 })
    await type(id, 2020, 'actual', '50')
    await type(id, 2026, 'target', '20')
    expect((await type(id, 2026, 'actual', '30')).measure.progress.progress).toBe('0.66666666666666667')
  })

  test('empties a cell and takes that back; what was held stays known', async () => {
    const vision = await add('vision', '수출', null)
    const id = await measure(vision, 'exports')
    await type(id, 2026, 'target', '100')
    await type(id, 2026, 'actual', '40')
    const emptied = await type(id, 2026, 'actual', null)
    expect(emptied.measure.progress).toMatchObject({ state: 'not_measured' })
    await ask('POST', `/portfolio/judgements/${emptied.judgementId}/undo`, undefined, 204)
    expect((await ask<StrategyMeasure>('GET', `/strategy-measures/${id}`)).progress).toMatchObject({ progress: '0.4' })
  })

  test('refuses a place that there is not, a stale change and a viewer', async () => {
    const vision = await add('vision', '자리', null)
    expect((await officer.send('POST', '/offices/narae/strategy', { level: 'action', nameKo: '과제', parentId: vision })).status).toBe(422)
    expect((await officer.send('POST', '/offices/narae/strategy', { level: 'strategy', nameKo: '전략' })).status).toBe(422)
    const tag = (await officer.send('GET', `/offices/narae/strategy/${vision}`)).headers.get('etag')!
    await ask('PATCH', `/strategy/${vision}`, { weight: '2' }, 200, officer, { 'if-match': tag })
    await ask('PATCH', `/strategy/${vision}`, { weight: '3' }, 412, officer, { 'if-match': tag })
    await ask('POST', '/strategy', { level: 'vision', nameKo: '아니다' }, 403, viewer)
    const id = await measure(vision, 'firms')
    await ask('POST', `/strategy/${vision}/measures`, { indicator: 'firms' }, 409)
    await ask('DELETE', `/strategy-measures/${id}`, undefined, 204)
    await measure(vision, 'firms')
  })

  test('is downloaded with a row a year', async () => {
    const csv = await (await officer.send('GET', '/offices/narae/exports/strategy.csv')).text()
    expect(csv.split('\r\n').find((line) => line.includes('가동률') && line.includes('2025'))).toContain('측정 안 됨')
  })
})

test('what is held back leaves no trace in the public tree: not a node, not a weight, not a share of progress', async () => {
  const vision = await add('vision', '공개 비전', null)
  const open = await add('strategy', '공개 전략', vision)
  const first = await measure(open, 'jobs')
  await type(first, 2026, 'target', '100')
  await type(first, 2026, 'actual', '50')
  const before = JSON.stringify(await visible())
  const secret = await add('strategy', '비밀 전략', vision, { confidential: true, weight: '9' })
  const hidden = await measure(secret, 'jobs')
  await type(hidden, 2026, 'target', '100')
  await type(hidden, 2026, 'actual', '100')
  expect(JSON.stringify(await visible())).toBe(before)
  expect((await node(vision)).progress.progress).toBe('0.95')
  expect((await viewer.send('GET', `/offices/narae/strategy/${secret}`)).status).toBe(404)
  expect((await viewer.send('GET', `/offices/narae/strategy-measures/${hidden}`)).status).toBe(404)
  const shown = (await t.store.readOffice(office, null, (db) => branchOfPublic(db, office, vision, '2026-11-22')))!
  expect(shown).toMatchObject({ progress: { progress: '0.5', coverage: '1' }, children: [{ nameKo: '공개 전략' }] })
  expect(shown.children[0]!.measures[0]!.facts.every((one) => one.quotes.length > 0)).toBe(true)
  expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
})
