import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { insertGrading, pledgeRubrics, putTerms } from '#capabilities/pledges/index'
import { changes } from '#capabilities/publishing/service'
import { insertMeasure, insertNode } from '#capabilities/strategy/index'
import { gradeByRubric, rubricOn } from '#engines/accounting/pledge-grade'
import { appendAudit } from '#store/audit'
import type { Tx } from '#store/store'
import { type FreshStore, freshStore } from '#support/database'
import { article, type Desk, hold, publishNow, reach, subject } from '#support/published-office'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from './routes.ts'

/** Pledges and targets as the public reads them: frozen with their publication, like everything else. */
const now = new Date('2026-11-22T03:00:00Z')
const day = (on: string) => new Date(`${on}T03:00:00Z`)
let fresh: FreshStore
let desk: Desk
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  fresh = await freshStore('portal_plans')
  app = createApp({
    store: fresh.store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify: async () => ({ kind: 'anonymous' }),
    api: apiRoutes,
    pages: [portalRoutes(new StaticFiles('/nowhere'))],
    now: () => now,
  })
  const office = await createOffice(fresh.store, { slug: 'narae', nameKo: '나래시', nameEn: 'Narae City' }, { by: null })
  const userId = await fresh.store.global(await prepareUser({ email: 'head@city.example', name: '김하나', password: 'tulip-ladder-river' }))
  desk = { store: fresh.store, officeId: office.office_id, userId }
})
afterAll(() => fresh?.close())

const get = async (path: string) => (await app.request(`/o/narae${path}`, { headers: { host: 'gusul.example' } })).text()
const api = async <T>(path: string) => (await (await app.request(`/api/v1/public/offices/narae${path}`)).json()) as T
const write = (work: (tx: Tx) => Promise<unknown>) =>
  desk.store.inOffice(desk.officeId, desk.userId, async (tx) => {
    await work(tx)
    await appendAudit(tx, desk.officeId, { actor: desk.userId, action: 'test.plan' })
  })
const promise = () =>
  article(desk, {
    title: '공약집',
    outlet: '나래시',
    publishedOn: '2022-05-01',
    text: '청년 일자리 800개를 약속한다. 지난해까지 620개를 만들었다. 올해 안에 710개를 만들었다. 계획 사업비는 100억원이다. 확보한 돈은 48억원이다.',
  })

describe('a pledge', () => {
  let pledge: string
  let series: string
  beforeAll(async () => {
    const document = await promise()
    pledge = await subject(desk, '청년 일자리 약속', { kind: 'pledge' })
    const jobs = { document, subject: pledge, indicator: 'jobs', unit: 'persons' }
    const money = { document, subject: pledge, unit: 'KRW' }
    await hold(desk, { ...jobs, words: '800개', value: '800', facet: 'target' })
    await hold(desk, { ...jobs, words: '620개', value: '620', facet: 'actual' })
    await hold(desk, { ...money, indicator: 'budget', words: '100억원', value: '10000000000', facet: 'plan' })
    await hold(desk, { ...money, indicator: 'budget_secured', words: '48억원', value: '4800000000', facet: 'actual' })
    await reach(desk, { subject: pledge, stage: 'in_progress', on: '2023-01-01', document, words: '약속한다' })
    await write((tx) =>
      putTerms(tx, desk.officeId, pledge, 0, {
        promisor: '나래시장',
        promisedOn: '2022-05-01',
        termFrom: '2022-07-01',
        termTo: '2026-07-01',
        dueOn: null,
      }),
    )
    const inputs = { scores: { total: '66' }, gates: { consistency: true } }
    for (const gradedOn of ['2020-12-01', '2021-12-01'])
      await write((tx) =>
        insertGrading(tx, desk.officeId, {
          subjectId: pledge,
          gradedOn,
          assessor: '자체 점검',
          inputs,
          result: gradeByRubric(rubricOn(pledgeRubrics, 'manifesto-delivery', gradedOn)!, inputs),
          documentId: null,
          reason: null,
          by: desk.userId,
        }),
      )
    series = (await publishNow(desk, { kind: 'project', subjectId: pledge }, { now: day('2026-11-01') })).series
  })

  test('is what it was when it was published: 620 / 800 is 77.5 %, 48 of 100억 is 48 %', async () => {
    for (const page of [await get('/pledges'), await get(`/p/${series}`)]) {
      expect(page).toContain('77.5')
      expect(page).toContain('48')
      expect(page).toContain('나래시장')
    }
    const document = await promise()
    await hold(desk, { document, subject: pledge, indicator: 'jobs', unit: 'persons', words: '710개', value: '710', facet: 'actual' })
    await write((tx) => putTerms(tx, desk.officeId, pledge, 1, { promisor: '다른 시장' }))
    for (const page of [await get('/pledges'), await get(`/p/${series}`)]) {
      expect(page).toContain('77.5')
      expect(page).not.toContain('88.75')
      expect(page).not.toContain('다른 시장')
    }
    const found = await desk.store.readOffice(desk.officeId, null, (db) => changes(db, { officeId: desk.officeId, timeZone: 'Asia/Seoul', now }))
    expect(found.map((one) => [one.publication.series, one.changed])).toEqual([[series, ['inputs', 'plan']]])
  })

  test('is restated with a reason; both editions stand at their addresses', async () => {
    await publishNow(desk, { kind: 'project', subjectId: pledge }, { now: day('2026-11-10'), reason: '올해 실적을 더함' })
    expect(await get('/pledges')).toContain('88.75')
    expect(await get(`/p/${series}/1`)).toContain('77.5')
    const newest = await get(`/p/${series}`)
    expect(newest).toContain('88.75')
    expect(newest).toContain('올해 실적을 더함')
    const { items } = await api<{ items: { payload: { plan: { promises: { attainment: string }[]; money: { securedRate: string } } } }[] }>(
      `/publications/${series}`,
    )
    expect(items.map((one) => one.payload.plan.promises[0]!.attainment)).toEqual(['0.8875', '0.775'])
    expect(items[0]!.payload.plan.money.securedRate).toBe('0.48')
    const csv = await (await app.request(`/api/v1/public/offices/narae/publications/${series}/csv`)).text()
    expect(csv).toMatch(/worked,청년 일자리 약속,청년 일자리 약속,pledge_attainment\/1 jobs,,0\.8875,/)
  })

  test('shows its grades with the thresholds of each version: 66 points are SA in 2020 and below in 2021', async () => {
    const page = await get(`/p/${series}`)
    const [, grades = ''] = page.split('id="grades"')
    expect(grades).toMatch(/2021[\s\S]*70점 이상[\s\S]*알려진 기준 아래[\s\S]*2020[\s\S]*65점 이상[\s\S]*SA/)
    expect(grades).toContain('66/100')
  })

  test('is counted with a definition, what was counted, and what the count was before', async () => {
    const second = await subject(desk, '청년 창업공간', { kind: 'pledge' })
    const document = await promise()
    await hold(desk, { document, subject: second, indicator: 'jobs', unit: 'persons', words: '800개', value: '800', facet: 'target' })
    await reach(desk, { subject: second, stage: 'done', on: '2026-11-01', document, words: '만들었다' })
    const other = (await publishNow(desk, { kind: 'project', subjectId: second }, { now: day('2026-11-15') })).series
    const page = await get('/c/pledge-done-rate')
    expect(page).toContain('증거와 함께 완료한 공약 ÷ 공표한 공약')
    expect(page).toContain(`/o/narae/p/${other}`)
    // one pledge, not done, from the 1st; one of two done from the 15th
    expect(
      [...page.matchAll(/<time datetime="(2026-11-\d\d)">[\s\S]*?data-figure="pledge_done_rate\/1">([\d.]+)</g)].map((one) => one.slice(1, 3)),
    ).toEqual([
      ['2026-11-15', '50'],
      ['2026-11-01', '0'],
    ])
    expect(await get('/c/pledge-secured-rate')).toContain('48')
    expect(await get('/c/no-such-count')).toContain('찾으시는 쪽이 없습니다')
  })
})

describe('a strategy', () => {
  test('is frozen with everything below it, and what is held back leaves no trace', async () => {
    const document = await promise()
    const vision = await subject(desk, '나래 2030', { kind: 'strategy' })
    const open = await subject(desk, '청년 전략', { kind: 'strategy' })
    const secret = await subject(desk, '비밀 전략', { kind: 'strategy', confidential: true })
    await write(async (tx) => {
      await insertNode(tx, desk.officeId, { id: vision, level: 'vision', parentId: null, weight: '1', ord: 10 })
      for (const [at, id] of [open, secret].entries()) {
        await insertNode(tx, desk.officeId, { id, level: 'strategy', parentId: vision, weight: '1', ord: at })
        await insertMeasure(tx, desk.officeId, { nodeId: id, indicator: 'jobs', series: '', weight: '1', direction: null, baselineYear: null })
      }
    })
    const value = (of: string, words: string, number: string, facet: 'target' | 'actual', year: number) =>
      hold(desk, {
        document,
        subject: of,
        indicator: 'jobs',
        unit: 'persons',
        words,
        value: number,
        facet,
        period: { from: `${year}-01-01`, to: `${year + 1}-01-01` },
      })
    await value(open, '800개', '800', 'target', 2026)
    await value(open, '620개', '620', 'actual', 2025)
    await value(secret, '800개', '800', 'target', 2026)
    await value(secret, '710개', '9999', 'actual', 2025)
    const { series } = await publishNow(desk, { kind: 'project', subjectId: vision }, { now: day('2026-11-02') })
    for (const page of [await get('/strategy'), await get(`/p/${series}`), await get('')]) {
      expect(page).toContain('77.5')
      expect(page).not.toMatch(/비밀 전략|9,999/)
    }
    await value(open, '710개', '710', 'actual', 2026)
    expect(await get('/strategy')).not.toContain('88.75')
    await publishNow(desk, { kind: 'project', subjectId: vision }, { now: day('2026-11-20'), reason: '올해 실적을 더함' })
    expect(await get('/strategy')).toContain('88.75')
    expect(await get(`/p/${series}/1`)).toContain('77.5')
    // a node that is closed later takes the page back, every edition of it
    await write((tx) =>
      tx.updateTable('subject').set({ confidential: true }).where('office_id', '=', desk.officeId).where('subject_id', '=', open).execute(),
    )
    expect(await get('/strategy')).not.toContain('청년 전략')
    expect(await get(`/p/${series}/1`)).toContain('찾으시는 쪽이 없습니다')
  })
})
