import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { dueItems } from './index.ts'
import type { AwardView, PreviewView } from './schemas.ts'

let t: TestApp
let office: string
let head: Client
let officer: Client
let viewer: Client

beforeAll(async () => {
  t = await freshApp('awards')
  t.clock.now = new Date('2026-03-10T03:00:00Z')
  office = await t.office('narae')
  for (const role of ['head', 'officer', 'viewer'] as const) await t.member(office, await t.user(`${role}@city.example`), role)
  head = await t.signIn('head@city.example')
  officer = await t.signIn('officer@city.example')
  viewer = await t.signIn('viewer@city.example')
})
afterAll(() => t.close())

async function ask<T>(method: string, path: string, body?: unknown, status = 200, by = officer, headers?: Record<string, string>): Promise<T> {
  const answer = await by.send(method, `/offices/narae${path}`, body, headers)
  expect(answer.status, await answer.clone().text()).toBe(status)
  return (await answer.json()) as T
}
const add = async (more: object = {}) =>
  (
    await ask<{ id: string }>(
      'POST',
      '/awards',
      {
        nameKo: '한빛전자 지방투자촉진보조금',
        recipient: '㈜한빛전자',
        granted: '1000000000',
        grantedOn: '2023-03-02',
        conditions: [{ indicator: 'jobs', target: '80' }],
        ...more,
      },
      201,
    )
  ).id
const check = (year: number, checkedOn: string, jobs: string) => ({ year, checkedOn, values: [{ indicator: 'jobs', value: jobs, unit: 'persons' }] })
const assess = { ruleId: 'shortfall-pro-rata', assessedOn: '2026-03-05' }

describe('80 jobs promised, 52 at year 3, 10억 granted', () => {
  test('is a shortfall of 28/80 = 35 %, 3억 5,000만원 by rule version 1, with its evidence and due days to year 8; a later version changes nothing of it', async () => {
    const id = await add()
    const before = await ask<AwardView>('GET', `/awards/${id}`)
    expect(before.schedule.map((one) => [one.year, one.phase, one.dueOn, one.state])).toEqual([
      [1, 'investment', '2024-03-02', 'late'],
      [2, 'investment', '2025-03-02', 'late'],
      [3, 'investment', '2026-03-02', 'late'],
      [4, 'follow_up', '2027-03-02', 'open'],
      [5, 'follow_up', '2028-03-02', 'open'],
      [6, 'follow_up', '2029-03-02', 'open'],
      [7, 'follow_up', '2030-03-02', 'open'],
      [8, 'follow_up', '2031-03-02', 'open'],
    ])
    const preview = () => ask<PreviewView>('POST', `/awards/${id}/assessment-previews`, assess)
    // nothing was measured: the amount is not known, it is not the whole and not zero
    expect((await preview()).result).toMatchObject({ shortfall: null, amount: null, unknown: ['jobs'] })
    await ask('POST', `/awards/${id}/checks`, check(1, '2024-03-04', '30'))
    await ask('POST', `/awards/${id}/checks`, check(2, '2025-03-03', '41'))
    const document = await ask<{ document: { id: string } }>(
      'POST',
      '/documents',
      { text: '한빛전자 현장 점검: 고용보험 명부 52명', kind: 'evidence', title: '고용보험 명부' },
      201,
    )
    await ask('POST', `/awards/${id}/checks`, { ...check(3, '2026-03-02', '52'), documentId: document.document.id })
    await ask('POST', `/awards/${id}/checks`, check(3, '2026-03-03', '60'), 409)
    expect((await preview()).result).toMatchObject({ shortfall: '0.35', amount: '350000000', unknown: [] })

    await ask('POST', `/awards/${id}/assessments`, assess, 403, officer)
    const kept = await ask<AwardView>('POST', `/awards/${id}/assessments`, { ...assess, year: 3, reason: '3년 차 고용 미달' }, 201, head)
    expect(kept.assessments).toMatchObject([{ shortfall: '0.35', amount: '350000000', year: 3, rule: { id: 'shortfall-pro-rata', version: 1 } }])
    expect(kept.assessments[0]!.inputs.conditions).toMatchObject([{ indicator: 'jobs', promised: { value: '80' }, reached: { value: '52' } }])
    expect(kept.assessments[0]!.evidence.map((one) => one.title)).toContain('고용보험 명부')

    // the ordinance of the office forgives up to 40 % from the next day on
    const rule = {
      id: 'shortfall-pro-rata',
      version: 2,
      ko: '조례 개정: 40%까지 봐준다',
      en: 'Ordinance: up to 40 % is forgiven',
      validFrom: '2026-03-06',
      tolerance: '0.4',
      combine: 'largest',
      source: '시험 조례',
    }
    await ask('POST', '/awards/clawback-rules', rule, 403, officer)
    await ask('POST', '/awards/clawback-rules', rule, 201, head)
    await ask('POST', '/awards/clawback-rules', rule, 409, head)
    expect((await ask<AwardView>('GET', `/awards/${id}`)).assessments).toEqual(kept.assessments)
    expect((await preview()).rule.version).toBe(1)
    const later = await ask<PreviewView>('POST', `/awards/${id}/assessment-previews`, { ...assess, assessedOn: '2026-03-06' })
    expect(later).toMatchObject({ rule: { version: 2 }, result: { shortfall: '0', amount: '0' } })

    // a corrected measurement changes what would be assessed now, not what was
    const typed = await ask<AwardView>('POST', `/awards/${id}/checks`, check(4, '2026-03-05', '80'))
    expect(typed.assessments).toEqual(kept.assessments)
    expect((await preview()).result).toMatchObject({ shortfall: '0', amount: '0' })
    const path = `/awards/${id}/assessments/${kept.assessments[0]!.id}/withdrawal`
    expect((await ask<AwardView>('POST', path, { reason: '인원을 잘못 셈' }, 200, head)).assessments[0]).toMatchObject({
      withdrawnReason: '인원을 잘못 셈',
    })
    await ask('POST', path, { reason: '다시' }, 409, head)
  })
})

test('follow-up moves with the settlement, and what is not checked is due', async () => {
  const id = await add({ nameKo: '두리소재 보조금' })
  const tag = (await officer.send('GET', `/offices/narae/awards/${id}`)).headers.get('etag')!
  const after = await ask<AwardView>('PATCH', `/awards/${id}`, { settledOn: '2026-09-30' }, 200, officer, { 'if-match': tag })
  expect(after.schedule.at(-1)).toMatchObject({ year: 8, dueOn: '2031-09-30', expected: false })
  await ask('PATCH', `/awards/${id}`, { settledOn: null }, 412, officer, { 'if-match': tag })
  const due = await t.store.readOffice(office, null, (db) => dueItems(db, office, { today: '2026-03-10', confidential: true }))
  expect(due.filter((one) => one.subjectId === id)).toHaveLength(8)
  expect(due.find((one) => one.subjectId === id)).toMatchObject({ titleKo: '1년 차 투자기간 점검', dueOn: '2024-03-02' })
})

test('a condition that is no indicator, a year that there is not and a day before the rule are refused', async () => {
  const id = await add({ nameKo: '다솔 보조금', grantedOn: null, conditions: [] })
  await ask('POST', `/awards/${id}/checks`, check(1, '2026-03-02', '1'), 422)
  await ask('POST', `/awards/${id}/conditions`, { indicator: 'no_such', target: '1' }, 422)
  await ask('POST', `/awards/${id}/conditions`, { indicator: 'jobs', target: '0' }, 422)
  await ask('POST', `/awards/${id}/assessment-previews`, { ...assess, assessedOn: '1999-12-31' }, 422)
  expect((await ask<PreviewView>('POST', `/awards/${id}/assessment-previews`, assess)).result.unknown).toEqual(['conditions'])
})

test('a confidential award is in nothing that a viewer reads', async () => {
  const id = await add({ nameKo: '비밀 보조금', confidential: true, recipient: null })
  await ask('GET', `/awards/${id}`, undefined, 404, viewer)
  for (const path of ['/awards?limit=500', '/exports/awards.csv']) {
    expect(await (await viewer.send('GET', `/offices/narae${path}`)).text()).not.toContain('비밀')
    expect(await (await officer.send('GET', `/offices/narae${path}`)).text()).toContain('비밀')
  }
  expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
})
