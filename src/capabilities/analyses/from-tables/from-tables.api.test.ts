import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginSession } from '#capabilities/accounts/sign-in'
import { type Client, freshApp, type TestApp } from '#support/app'
import type { ReportView } from '../schemas.ts'

let t: TestApp
const people: Record<string, Client> = {}

beforeAll(async () => {
  t = await freshApp('from-tables')
  const office = await t.office('narae')
  for (const role of ['officer', 'viewer'] as const) {
    const user = await t.user(`${role}@city.example`)
    await t.member(office, user, role)
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    people[role] = t.client(`gusul_session=${begun.secret}`, begun.csrf)
  }
})
afterAll(() => t.close())

async function ask<R>(path: string, body?: unknown, who = 'officer'): Promise<R> {
  const person = people[who]!
  const answer =
    body instanceof FormData
      ? await t.app.request(`/api/v1/offices/narae${path}`, {
          method: 'POST',
          body,
          headers: { cookie: person.cookie!, 'x-gusul-csrf': person.csrf! },
        })
      : await person.send(body === undefined ? 'GET' : 'POST', `/offices/narae${path}`, body)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${text}`)
  return JSON.parse(text) as R
}
const upload = (csv: string, fields: Record<string, string>) => {
  const form = new FormData()
  form.set('file', new File([csv], 'table.csv'))
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return form
}

/** Years over the columns, as KOSIS gives them. */
const kosis = `시도별(1),산업별(1),2021,2022
시도별(1),산업별(1),종사자수 (명),종사자수 (명)
전국,01 농업,1000,1010
,26 전자부품,2000,2200
,30 자동차,3000,3030
나래시,01 농업,10,11
,26 전자부품,20,40
,30 자동차,90,91
다온도,01 농업,500,500
,26 전자부품,900,950
,30 자동차,1000,1000
`
const said = { kind: 'employment', name: '전국사업체조사', source: '통계청 KOSIS', licence: '공공누리 1유형' }

test('a file of several years becomes a table a year, and the tables a structure that names them', async () => {
  const check = await ask<{ years: number[]; missing: unknown[] }>('/economy/tables/check', upload(kosis, said))
  expect(check).toMatchObject({ years: [2021, 2022], missing: [] })
  const { all } = await ask<{ all: string[] }>('/economy/tables', upload(kosis, said))
  expect(all).toHaveLength(2)
  const again = await ask<{ all: string[]; added: boolean }>('/economy/tables', upload(kosis, said))
  expect(again).toMatchObject({ all, added: false })
  const made = await ask<{ id: string; synthetic: boolean }>('/analyses/from-tables', { kind: 'structure', tables: all, region: '나래시' })
  const { answer } = await ask<ReportView>(`/analyses/${made.id}/report`, undefined, 'viewer')
  if (answer.kind !== 'structure') throw new Error(answer.kind)
  expect(answer.report).toMatchObject({ from: 2021, to: 2022, total: { from: 120, to: 142 } })
  // the electronics doubled here and grew by a tenth in the nation
  expect(answer.report.industries.find((one) => one.id === '26')!.growth).toBeCloseTo(1, 9)
  const kept = await ask<{ case: { source: { tables: { name: string; year: number; hash: string }[] } } }>(`/analyses/${made.id}`)
  expect(kept.case.source.tables.map((one) => [one.name, one.year])).toEqual([
    ['전국사업체조사 2021', 2021],
    ['전국사업체조사 2022', 2022],
  ])
  expect(new Set(kept.case.source.tables.map((one) => one.hash)).size).toBe(2)
})

test('what does not fit is refused in the language of the reader', async () => {
  const tables = (await ask<{ items: { id: string; kind: string }[] }>('/economy/tables?kind=employment')).items
  const body = { kind: 'structure', tables: [tables[0]!.id], region: '없는시' }
  const korean = await people.officer!.send('POST', '/offices/narae/analyses/from-tables', body, { 'accept-language': 'ko' })
  expect(korean.status).toBe(422)
  expect(((await korean.json()) as { detail: string }).detail).toMatch(/^“없는시”는 표에 없는 지역입니다 .*이 가운데 하나를 쓰십시오/)
  const english = await people.officer!.send('POST', '/offices/narae/analyses/from-tables', body, { 'accept-language': 'en' })
  expect(((await english.json()) as { detail: string }).detail).toContain('got "없는시"')
})

const flows = `부문,농림수산품,운송장비,민간소비지출,수출,총산출
농림수산품,150,500,300,50,1000
운송장비,200,100,1500,200,2000
부가가치계,650,1400,,,
총투입계,1000,2000,,,
`

test('an input-output table becomes a chain; candidates come from the register, and a viewer may not make one', async () => {
  const { table } = await ask<{ table: { id: string } }>(
    '/economy/tables',
    upload(flows, {
      kind: 'flows',
      name: '시험 표',
      year: '2020',
      priceBasis: 'basic',
      importTreatment: 'total',
      unit: '십억원',
      regionScope: '전국',
      source: '시험',
      licence: 'CC0',
    }),
  )
  const people_ = (await ask<{ items: { id: string; year: number }[] }>('/economy/tables?kind=employment')).items.find((one) => one.year === 2022)!
  await ask('/firms', { name: '들녘농산', ksic: '01', source: '시험', capacity: '3000000000' })
  const body = { kind: 'chain', table: table.id, core: [{ sector: '운송장비', amount: 1000 }], employment: { table: people_.id, region: '나래시' } }
  await expect(ask('/analyses/from-tables', body, 'viewer')).rejects.toThrow('403')
  const made = await ask<{ id: string }>('/analyses/from-tables', body)
  const { answer } = await ask<ReportView>(`/analyses/${made.id}/report`, undefined, 'viewer')
  if (answer.kind !== 'chain') throw new Error(answer.kind)
  const farm = answer.report.nodes.find((one) => one.id === '농림수산품')!
  expect(farm).toMatchObject({ estimated: true, state: 'weak' })
  expect(farm.candidates.map((one) => [one.name, one.why, one.capacity])).toEqual([['들녘농산', 'industry', 30]])
  expect(answer.basis.assumptions).toContain('where firms do not tell more, makers here cover the share of need that their location quotient allows')
})
