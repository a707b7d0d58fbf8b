import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { setPlace } from '#capabilities/citizens/places'
import { setHeadlines } from '#capabilities/publishing/index'
import { beadless, type Crawled, crawl, exempt, farFromSentence, type Get, orphanNumbers } from '#support/crawl'
import { type FreshStore, freshStore } from '#support/database'
import { article, type Desk, figureChoice, hold, portfolioOf, publishNow, subject } from '#support/published-office'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from '#surfaces/portal/routes'

const now = new Date('2026-11-22T03:00:00Z')

interface Site extends FreshStore {
  get: Get
  desk: Desk
  made: Awaited<ReturnType<typeof portfolioOf>>
}

/** A site with one office that has published, restated and withdrawn; with `secret`, also something that must not show. */
async function site(name: string, secret: boolean): Promise<Site> {
  const fresh = await freshStore(name)
  const userId = await fresh.store.global(await prepareUser({ email: 'head@city.example', name: '김하나', password: 'tulip-ladder-river' }))
  const office = await createOffice(
    fresh.store,
    { slug: 'narae', nameKo: '나래시', nameEn: 'Narae City', contact: '투자유치과 000-123-4567' },
    { by: null },
  )
  await createOffice(fresh.store, { slug: 'dasan', nameKo: '다산시', nameEn: 'Dasan City' }, { by: null })
  const desk = { store: fresh.store, officeId: office.office_id, userId }
  const made = await portfolioOf(desk)
  const point = (place: string, north: string, east: string) =>
    setPlace(fresh.store, { officeId: office.office_id, by: userId, now }, place, () => {}, { north, east, source: '지도', illustrative: false })
  await point('송내읍', '37.61', '127.21')
  await point('북면', '37.64', '127.26')
  if (secret) {
    const secretPledge = await subject(desk, '비밀 공약 99', { kind: 'pledge', confidential: true })
    await hold(desk, {
      document: made.news,
      words: '300명 이상',
      subject: secretPledge,
      indicator: 'jobs',
      value: '999',
      unit: 'persons',
      facet: 'target',
    })
    const hidden = await subject(desk, '비밀유치사업 7호', { confidential: true, place: '비밀면' })
    await hold(desk, { document: made.news, words: '약 1조원', subject: hidden, indicator: 'investment', value: '7770000000000', unit: 'KRW' })
    await point('비밀면', '37.7', '127.4')
    const closed = await article(desk, {
      title: '비밀 회의록',
      outlet: null,
      publishedOn: null,
      text: '비밀회의에서 99명을 말했다.',
      confidential: true,
    })
    await hold(desk, { document: closed, words: '99명', subject: made.factory, indicator: 'jobs', value: '99', unit: 'persons' })
  }
  let minute = 0
  const later = () => new Date(now.getTime() - 3_600_000 + ++minute * 60_000)
  await publishNow(desk, figureChoice('announced_investment'), { headline: true, now: later() })
  await publishNow(desk, figureChoice('announced_jobs'), { headline: true, now: later() })
  await publishNow(desk, figureChoice('announced_area'), { now: later() })
  await publishNow(desk, figureChoice('project_count', { kind: 'project' }), { now: later() })
  await publishNow(desk, { kind: 'project', subjectId: made.centre }, { now: later() })
  await publishNow(desk, { kind: 'project', subjectId: made.factory }, { now: later() })
  const pledge = await subject(desk, '청년 일자리 약속', { kind: 'pledge' })
  const promise = await article(desk, {
    title: '공약집',
    outlet: '나래시',
    publishedOn: '2022-05-01',
    text: '청년 일자리 800개를 약속한다. 지난해까지 620개를 만들었다.',
  })
  await hold(desk, { document: promise, words: '800개', subject: pledge, indicator: 'jobs', value: '800', unit: 'persons', facet: 'target' })
  await hold(desk, { document: promise, words: '620개', subject: pledge, indicator: 'jobs', value: '620', unit: 'persons', facet: 'actual' })
  await publishNow(desk, { kind: 'project', subjectId: pledge }, { now: later() })
  await hold(desk, { document: made.notice, words: '15만㎡', subject: made.factory, indicator: 'area', value: '150001', unit: 'm2' })
  await publishNow(desk, figureChoice('announced_area'), { reason: '면적 1㎡를 바로잡음', now: later() })
  await setHeadlines(
    fresh.store,
    { officeId: office.office_id, timeZone: 'Asia/Seoul', now },
    { userId, name: '김하나' },
    ['announced-investment', 'announced-jobs', 'announced-area'],
    () => {},
  )
  const app = createApp({
    store: fresh.store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify: async () => ({ kind: 'anonymous' }),
    api: apiRoutes,
    pages: [portalRoutes(new StaticFiles('/nowhere'))],
    now: () => now,
  })
  return {
    ...fresh,
    desk,
    made,
    get: async (path) => {
      const answer = await app.request(path, { headers: { host: 'gusul.example' } })
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
    },
  }
}

describe('the public pages', () => {
  let s: Site
  let pages: Crawled[]
  let broken: string[]
  beforeAll(async () => {
    s = await site('crawl', true)
    ;({ pages, broken } = await crawl(s.get, '/'))
  })
  afterAll(() => s?.close())

  test('are all reached by links, and no link leads nowhere', () => {
    expect(broken).toEqual([])
    const paths = pages.map((page) => page.path)
    for (const path of [
      '/',
      '/o/narae',
      '/o/narae/projects',
      '/o/narae/pledges',
      '/o/narae/strategy',
      '/o/narae/data',
      '/o/narae/search',
      '/o/narae/f/announced-area',
      '/o/narae/f/announced-area/1',
      '/o/dasan',
    ])
      expect(paths).toContain(path)
    expect(paths.filter((path) => /^\/o\/narae\/p\/p-[0-9a-f]{12}$/.test(path))).toHaveLength(3)
  })

  test('every number stands in a figure, or in a place that is exempt by name', () => {
    // the documentation of the interface holds no office's numbers, only lengths and status codes
    expect(pages.filter((page) => page.path !== '/api/docs').flatMap(orphanNumbers)).toEqual([])
    expect(pages.reduce((sum, page) => sum + page.document.querySelectorAll('[data-figure]').length, 0)).toBeGreaterThan(20)
  })

  test('every figure has its bead and is two clicks at most from its sentence', async () => {
    expect(pages.flatMap(beadless)).toEqual([])
    expect(await farFromSentence(pages)).toEqual([])
  })

  test('a number without a figure is caught', () => {
    const page = pages[0]!
    const stray = page.document.createElement('p')
    stray.textContent = '모두 42건'
    page.document.body.append(stray)
    expect(orphanNumbers(page)).toEqual([`${page.path}: "모두 42건"`])
    stray.remove()
    expect(Object.values(exempt).every((why) => why.length > 5)).toBe(true)
  })

  test('nothing is inline that the content policy refuses', () => {
    for (const { html } of pages) expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<script(?! type="application\/ld\+json")/)
  })

  test('whole articles are nowhere, only quoted sentences', () => {
    for (const { html } of pages) expect(html).not.toContain('이어진 이야기는 인용하지 않는다')
  })

  test('an old edition stays at its address and says that it is old', async () => {
    const old = await s.get('/o/narae/f/announced-area/1')
    expect(old.text).toContain('이것은 지난 판입니다.')
    expect(old.text).toContain('150,000')
    expect((await s.get('/o/narae/f/announced-area')).text).toContain('150,001')
    expect((await s.get('/o/narae/f/announced-area/3')).status).toBe(404)
  })

  test('both languages are whole', async () => {
    const english = await s.get('/o/narae?lang=en')
    expect(english.text).toContain('<html lang="en"')
    expect(english.text).toContain('Narae City')
    expect(english.text).not.toMatch(/undefined|\[object/)
    for (const { html } of pages) expect(html).not.toMatch(/undefined|\[object/)
  })

  test('a value is found however it was written', async () => {
    const found = await s.get(`/o/narae/search?q=${encodeURIComponent('6,400억 원')}`)
    expect(found.text).toContain('투자 금액은 <mark>6천400억원</mark>이다.')
    expect((await s.get(`/o/narae/search?q=${encodeURIComponent('<script>')}`)).text).toContain('&lt;script&gt;')
  })
})

describe('what is confidential', () => {
  test('is not inferable: two sites that differ only in it give the same public bytes', async () => {
    const [open, secret] = [await site('crawl_open', false), await site('crawl_secret', true)]
    try {
      const random = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|p-[0-9a-f]{12}|[0-9a-f]{64}/g
      // ids are random in every site: each is replaced by the order in which it first appears on its page
      const settled = (text: string) => {
        const order = new Map<string, string>()
        return text.replace(random, (id) => {
          const known = order.get(id) ?? `id${order.size}`
          order.set(id, known)
          return known
        })
      }
      const everything = async (s: Site) => {
        const { pages } = await crawl(s.get, '/')
        const more = [
          '/sitemap.xml',
          '/robots.txt',
          '/o/narae/feed.atom',
          '/api/v1/public/offices',
          '/api/v1/public/offices/narae/publications',
          '/api/v1/public/offices/narae/csv',
          '/api/v1/public/offices/narae/exports/oc4ids',
          '/api/v1/public/offices/narae/exports/sdmx',
          `/o/narae/corrections?of=announced-investment/1`,
          '/o/narae/follow',
          '/o/narae/p/p-000000000000',
          `/o/narae/search?q=${encodeURIComponent('비밀')}`,
        ]
        const texts = [...pages.map((page) => page.html), ...(await Promise.all(more.map(async (path) => (await s.get(path)).text)))]
        // entities stand in the order of their random ids: compared as a set of lines
        const entities = (await s.get('/api/v1/public/offices/narae/exports/ftm')).text
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{40}\b/g, 'id')
          .split('\n')
          .sort()
          .join('\n')
        // so is the registered prefix, made up from the office's id where none is given
        const prefix = /oc4ids-[a-z0-9]{6}/g
        return [...texts.map((text) => settled(text).replace(prefix, 'oc4ids-prefix')).sort(), entities]
      }
      const [a, b] = [await everything(open), await everything(secret)]
      expect(b.length).toBeGreaterThan(20)
      // compared one by one, so that a difference names its page and not all of them
      for (const [at, text] of b.entries()) expect(text).toBe(a[at])
      expect(b.join('')).not.toMatch(/비밀유치|비밀면|비밀회의|7770000000000|7조 7,700억/)
    } finally {
      await open.close()
      await secret.close()
    }
  }, 240_000)
})
