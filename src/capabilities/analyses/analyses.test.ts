import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession } from '#capabilities/accounts/sign-in'
import { seedDemo } from '#capabilities/demo/index'
import type { Role } from '#record/membership'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { demonstrationChain } from './demonstration/chain.ts'
import { demonstrationStructure } from './demonstration/structure.ts'
import type { AnalysisHeadView, ReportView } from './schemas.ts'

interface Page {
  items: AnalysisHeadView[]
  next: string | null
  total: number
}

let t: TestApp
const offices: Record<string, string> = {}
const people: Record<string, Client> = {}

beforeAll(async () => {
  t = await freshApp('analyses')
  t.clock.now = new Date('2026-11-22T00:00:00Z')
  await seedDemo(t.store, t.clock.now)
  for (const row of await t.store.global((db) => db.selectFrom('office').select(['office_id', 'slug']).execute())) offices[row.slug] = row.office_id
  for (const role of ['head', 'officer', 'viewer', 'reviewer'] as Role[]) {
    const user = await t.user(`${role}@city.example`)
    for (const slug of ['gwangju', 'ansan']) await t.member(offices[slug]!, user, role)
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, t.clock.now!))
    people[role] = t.client(`gusul_session=${begun.secret}`, begun.csrf)
  }
})
afterAll(() => t.close())

async function ask<R>(who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<R> {
  const answer = await people[who]!.send(method, `/offices${path}`, body, headers)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${text}`)
  return JSON.parse(text) as R
}
const status = async (who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  (await people[who]!.send(method, `/offices${path}`, body, headers)).status
const first = async (office: string, kind: string) => (await ask<Page>('viewer', 'GET', `/${office}/analyses?kind=${kind}`)).items[0]!

describe('the demonstration answers the questions of its cities', () => {
  test('which links of the self-driving parts chain are missing', async () => {
    const { answer } = await ask<ReportView>('viewer', 'GET', `/gwangju/analyses/${(await first('gwangju', 'chain')).id}/report`)
    if (answer.kind !== 'chain') throw new Error(answer.kind)
    const names = answer.report.missing.map((id) => answer.report.nodes.find((one) => one.id === id)!.name)
    expect(names).toEqual(expect.arrayContaining(['라이다', '배터리 셀', 'AI 반도체']))
    expect(answer.report.nodes.find((one) => one.id === 'lidar')!.candidates[0]!.distanceKm).toBe(5)
    expect(answer.report.completenessAtLeast).toBe(true)
    expect(answer.basis.warnings[0]).toContain('synthetic')
  })

  test('is the fall in utilisation real', async () => {
    const { answer } = await ask<ReportView>('viewer', 'GET', `/ansan/analyses/${(await first('ansan', 'warning')).id}/report`)
    if (answer.kind !== 'warning') throw new Error(answer.kind)
    expect(answer.report.verdict).toBe('falling')
    expect(answer.report.series.filter((one) => one.warning?.status === 'alarm').map((one) => one.id)).toEqual(['all', 'electronics', 'machinery'])
    expect(answer.report.series.find((one) => one.id === 'plating')!.warning!.status).toBe('insufficient-history')
    const press = answer.report.rules.find((one) => one.rule === 'three-falls')!
    expect(press.falseInThreeYears).toBeGreaterThan(0.8)
  })

  test('will 110,000 jobs by 2030 be reached, with the sentence of the target and the promises', async () => {
    const report = await ask<ReportView>('viewer', 'GET', `/gwangju/analyses/${(await first('gwangju', 'forecast')).id}/report`)
    if (report.answer.kind !== 'forecast') throw new Error(report.answer.kind)
    const { report: found } = report.answer
    expect(found.target).toMatchObject({ value: 110_000, year: 2030 })
    expect(found.chanceFrom).toBe('pipeline')
    expect(['unlikely', 'doubtful']).toContain(found.verdict)
    // parts of season 2 are not counted beside their whole
    expect(report.promised.length).toBeGreaterThan(1)
    expect(report.promised.every((one) => one.factId)).toBe(true)
    const { factId } = found.target as unknown as { factId: string }
    const fact = await ask<{ quotes: { sentence: string }[] }>('viewer', 'GET', `/gwangju/facts/${factId}`)
    expect(fact.quotes[0]!.sentence).toContain('11만명')
    expect(found.score).toMatchObject({ chances: 3 })
  })

  test('what should be attracted, and other weights change the order', async () => {
    const { id } = await first('gwangju', 'structure')
    const order = async (query: string) => {
      const { answer } = await ask<ReportView>('viewer', 'GET', `/gwangju/analyses/${id}/report${query}`)
      if (answer.kind !== 'structure') throw new Error(answer.kind)
      return answer.report.candidates.map((one) => one.industry)
    }
    const plain = await order('')
    expect(plain.length).toBeGreaterThan(3)
    expect(await order('?weights=growth:1')).not.toEqual(plain)
    expect(await status('viewer', 'GET', `/gwangju/analyses/${id}/report?weights=love:1`)).toBe(422)
    expect(await order('?region=11')).not.toEqual(plain)
  })
})

describe('keeping', () => {
  const small = { ...demonstrationChain(), name: '작은 사슬' }

  test('a case is kept, changed against its version, and stays as an edition', async () => {
    const made = await ask<{ id: string; version: number }>('officer', 'POST', '/gwangju/analyses', { case: small })
    const path = `/gwangju/analyses/${made.id}`
    const seen = await people.officer!.send('GET', `/offices${path}`)
    const etag = seen.headers.get('etag')!
    expect(await status('officer', 'PUT', path, { case: small })).toBe(428)
    const next = { ...small, core: { vehicle: 30_000 } }
    expect(await status('officer', 'PUT', path, { case: next }, { 'if-match': etag })).toBe(200)
    expect(await status('officer', 'PUT', path, { case: next }, { 'if-match': etag })).toBe(412)
    const { items } = await ask<{ items: { version: number; case: typeof small }[] }>('viewer', 'GET', `${path}/editions`)
    expect(items.map((one) => [one.version, one.case.core.vehicle])).toEqual([[1, 20_000]])
    expect(await status('viewer', 'PUT', path, { case: next }, { 'if-match': '*' })).toBe(403)
    expect(await status('officer', 'POST', `${path}/archive`, { archived: true })).toBe(200)
    expect((await ask<Page>('viewer', 'GET', '/gwangju/analyses?kind=chain')).items.some((one) => one.id === made.id)).toBe(false)
    expect((await ask<Page>('viewer', 'GET', '/gwangju/analyses?archived=true')).items.map((one) => one.id)).toEqual([made.id])
    expect(await status('officer', 'POST', `${path}/archive`, { archived: false })).toBe(200)
  })

  test('what cannot be worked out is refused with its cell', async () => {
    const answer = await people.officer!.send('POST', '/offices/gwangju/analyses', { case: { ...small, core: { ship: 1 } } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('ship')
    const table = demonstrationStructure()
    expect(await status('officer', 'POST', '/gwangju/analyses/answer', { ...table, region: '99' })).toBe(422)
    expect(await status('viewer', 'POST', '/gwangju/analyses/answer', table)).toBe(200)
  })

  test('a confidential analysis is not there for those who may not see it, and a confidential firm is somebody', async () => {
    const hidden = await ask<{ id: string }>('officer', 'POST', '/gwangju/analyses', { case: { ...small, name: '숨긴 사슬' }, confidential: true })
    expect(await status('viewer', 'GET', `/gwangju/analyses/${hidden.id}`)).toBe(404)
    expect(await status('viewer', 'GET', `/gwangju/analyses/${hidden.id}/report`)).toBe(404)
    expect(await status('viewer', 'GET', `/gwangju/analyses/${hidden.id}/editions`)).toBe(404)
    expect((await ask<Page>('viewer', 'GET', '/gwangju/analyses?words=숨긴')).total).toBe(0)
    expect((await ask<Page>('officer', 'GET', '/gwangju/analyses?words=숨긴')).total).toBe(1)
    const firms = small.firms.map((one, i) => (i === 0 ? { ...one, confidential: true } : one))
    const half = await ask<{ id: string }>('officer', 'POST', '/gwangju/analyses', { case: { ...small, name: '반쯤 숨긴 사슬', firms } })
    for (const path of ['', '/report']) {
      const words = await (await people.viewer!.send('GET', `/offices/gwangju/analyses/${half.id}${path}`)).text()
      expect(words).not.toContain(small.firms[0]!.name)
      expect(words).toContain('비공개 기업')
    }
    expect(await (await people.officer!.send('GET', `/offices/gwangju/analyses/${half.id}/report`)).text()).toContain(small.firms[0]!.name)
  })

  test('a forecast is kept once a day and scored with the others', async () => {
    const { id } = await first('gwangju', 'forecast')
    expect(await status('viewer', 'POST', `/gwangju/analyses/${id}/kept`)).toBe(403)
    const kept = await ask<{ madeOn: string; targetYear: number; predictions: unknown[] }>('officer', 'POST', `/gwangju/analyses/${id}/kept`)
    expect(kept).toMatchObject({ madeOn: '2026-11-22', targetYear: 2030 })
    expect(kept.predictions).toHaveLength(5)
    expect(await status('officer', 'POST', `/gwangju/analyses/${id}/kept`)).toBe(409)
    const { kept: list, answer } = await ask<ReportView>('viewer', 'GET', `/gwangju/analyses/${id}/report`)
    expect(list).toHaveLength(1)
    if (answer.kind !== 'forecast') throw new Error(answer.kind)
    // five intervals and one chance whose years have not come
    expect(answer.report.score.open).toBe(6)
  })

  test('what a person makes of an alarm stands with a reason and a name', async () => {
    const { id } = await first('ansan', 'warning')
    const note = { series: 'all', month: '2026-03', verdict: 'watching', reason: '전기·전자 수주를 물어본다' }
    expect(await status('officer', 'POST', `/ansan/analyses/${id}/notes`, { ...note, reason: ' ' })).toBe(422)
    expect(await status('officer', 'POST', `/ansan/analyses/${id}/notes`, { ...note, series: 'nobody' })).toBe(404)
    expect(await status('officer', 'POST', `/ansan/analyses/${id}/notes`, note)).toBe(201)
    const { notes } = await ask<ReportView>('viewer', 'GET', `/ansan/analyses/${id}/report`)
    expect(notes).toMatchObject([{ ...note, madeBy: 'officer' }])
  })

  test('lists go page by page', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const page: Page = await ask('officer', 'GET', `/gwangju/analyses?limit=2&sort=name${cursor}`)
      seen.push(...page.items.map((one) => one.name))
      cursor = page.next ? `&cursor=${page.next}` : ''
    } while (cursor)
    expect(seen).toHaveLength(new Set(seen).size)
    expect(seen.length).toBeGreaterThanOrEqual(5)
  })

  test('every write is in the audit', async () => {
    expect((await verifyAudit(t.store, offices.gwangju!)).ok).toBe(true)
    const { items } = await ask<{ items: { action: string }[] }>('head', 'GET', '/gwangju/audit?limit=100')
    const actions = items.map((one) => one.action)
    for (const action of ['analysis.keep', 'analysis.change', 'analysis.archive', 'analysis.restore', 'forecast.keep'])
      expect(actions).toContain(action)
  })
})

describe('assumptions of a forecast by stage', () => {
  test('an office writes its own with a source; the default stands beside, and the promises follow', async () => {
    const head = await first('gwangju', 'forecast')
    const path = `/gwangju/analyses/${head.id}`
    const before = await ask<ReportView>('viewer', 'GET', `${path}/report`)
    expect(before.assumptions.map((one) => [one.phase, one.own])).toEqual([
      ['before', false],
      ['announced', false],
      ['committed', false],
      ['building', false],
    ])
    const answer = await people.officer!.send('GET', `/offices${path}`)
    const { case: of } = (await answer.json()) as { case: ReturnType<typeof JSON.parse> }
    const own = { phase: 'announced', probability: 0.211, meanSlipYears: 3, rampYears: 3, source: '우리 기관 2016–2020 협약' }
    const tag = answer.headers.get('etag')!
    expect(
      await status('officer', 'PUT', path, { case: { ...of, pipeline: { ...of.pipeline, chances: [{ ...own, source: '' }] } } }, { 'if-match': tag }),
    ).toBe(422)
    await ask('officer', 'PUT', path, { case: { ...of, pipeline: { ...of.pipeline, chances: [own] } } }, { 'if-match': tag })
    const after = await ask<ReportView>('viewer', 'GET', `${path}/report`)
    expect(after.assumptions[1]).toMatchObject({ ...own, own: true, standard: { probability: 0.3 } })
    if (after.answer.kind !== 'forecast' || before.answer.kind !== 'forecast') throw new Error('expected forecasts')
    const promised = after.answer.report.expected.filter((one) => after.promised.some((from) => from.name === one.name && from.phase === 'announced'))
    expect(promised.length).toBeGreaterThan(0)
    for (const one of promised) expect(one.probability).toBe(0.211)
    expect(after.answer.report.chance!).toBeLessThanOrEqual(before.answer.report.chance!)
  })
})
