import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { withdraw } from '#capabilities/publishing/index'
import { type FreshStore, freshStore } from '#support/database'
import { type Desk, figureChoice, portfolioOf, publishNow } from '#support/published-office'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from './routes.ts'

const now = new Date('2026-11-22T03:00:00Z')
let fresh: FreshStore
let desk: Desk
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  fresh = await freshStore('portal')
  app = createApp({
    store: fresh.store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify: async () => ({ kind: 'anonymous' }),
    api: apiRoutes,
    pages: [portalRoutes(new StaticFiles('/nowhere'))],
    now: () => now,
  })
})
afterAll(() => fresh?.close())

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers: { host: 'gusul.example', ...headers } })
const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text()

describe('before anything is published', () => {
  test('the start page says that there is no office yet', async () => {
    expect(await text('/')).toContain('아직 공개한 기관이 없습니다')
  })

  test('an office alone is the start page, and says that nothing is published', async () => {
    const office = await createOffice(fresh.store, { slug: 'narae', nameKo: '나래시', nameEn: 'Narae City' }, { by: null })
    const userId = await fresh.store.global(await prepareUser({ email: 'head@city.example', name: '김하나', password: 'tulip-ladder-river' }))
    desk = { store: fresh.store, officeId: office.office_id, userId }
    const page = await text('/')
    expect(page).toContain('나래시의 산업과 투자')
    expect(page).toContain('아직 공표한 것이 없습니다')
    expect(page).not.toContain('data-figure')
    const portfolio = await portfolioOf(desk)
    expect(await text('/')).not.toContain('한빛')
    await publishNow(desk, figureChoice('announced_investment'), { headline: true, now })
    await publishNow(desk, { kind: 'project', subjectId: portfolio.factory }, { now })
  })
})

describe('a public page', () => {
  test('speaks the language of its address, then of the cookie, then of the browser, and keeps a choice', async () => {
    const chosen = await get('/o/narae?lang=en')
    expect(await chosen.text()).toContain('<html lang="en"')
    expect(chosen.headers.get('set-cookie')).toContain('gusul_locale=en')
    expect(await text('/o/narae', { cookie: 'gusul_locale=en', 'accept-language': 'ko' })).toContain('<html lang="en"')
    expect(await text('/o/narae', { 'accept-language': 'en-US,en;q=0.9' })).toContain('<html lang="en"')
    const korean = await text('/o/narae', { 'accept-language': 'de' })
    expect(korean).toContain('<html lang="ko"')
    expect(korean).toContain('hreflang="en" href="http://gusul.example/o/narae?lang=en"')
  })

  test('looks as the reader asked, by a form without script', async () => {
    const answer = await app.request('/preferences', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ theme: 'dark', contrast: 'high', back: '/o/narae/projects?phase=building' }).toString(),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/o/narae/projects?phase=building'])
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    expect(await text('/o/narae', { cookie: cookie.join('; ') })).toContain('data-theme="dark" data-contrast="high"')
  })

  test('leads nobody to another site after the form', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/x\r\nset-cookie: a=b']) {
      const answer = await app.request('/preferences', { method: 'POST', body: new URLSearchParams({ back }) })
      expect(answer.headers.get('location')).toBe('/')
    }
  })

  test('is not sent again to who has it, and is another one in another language', async () => {
    const first = await get('/o/narae')
    const etag = first.headers.get('etag')!
    expect((await get('/o/narae', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/o/narae', { 'if-none-match': etag, cookie: 'gusul_locale=en' })).status).toBe(200)
    expect(first.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  test('carries its facts as schema.org data that reads back', async () => {
    const page = await text('/o/narae/f/announced-investment')
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
    const data = JSON.parse(block) as { '@type': string; value: string; citation: { text: string }[] }
    expect([data['@type'], data.value]).toEqual(['Observation', '1640000000000'])
    expect(data.citation.map((one) => one.text)).toContain('투자 금액은 6천400억원이다.')
  })

  test('weighs little: HTML under 20 KB compressed', async () => {
    const answer = await get('/o/narae', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(20_000)
  })

  test('that is not there is a page, and an API address that is not there is a problem', async () => {
    const page = await get('/o/narae/f/no-such')
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect((await get('/o/nowhere')).status).toBe(404)
    expect((await get('/nothing')).status).toBe(404)
    const api = await get('/api/v1/nothing')
    expect([api.status, api.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
  })

  test('stands in the sitemap and the feed while it stands, and is marked when it is withdrawn', async () => {
    expect(await text('/sitemap.xml')).toContain('<loc>http://gusul.example/o/narae/f/announced-investment</loc>')
    expect(await text('/robots.txt')).toContain('Sitemap: http://gusul.example/sitemap.xml')
    await withdraw(
      desk.store,
      { officeId: desk.officeId, timeZone: 'Asia/Seoul', now },
      { userId: desk.userId, name: '김하나' },
      'announced-investment',
      '두 번 <더해져> 있었음',
    )
    expect(await text('/sitemap.xml')).not.toContain('announced-investment')
    expect(await text('/o/narae/feed.atom')).toContain('두 번 &lt;더해져&gt; 있었음')
    const page = await text('/o/narae/f/announced-investment')
    expect(page).toContain('이 공표는 <time datetime="2026-11-22">2026-11-22</time>에 철회되었습니다.')
    expect(page).toContain('두 번 &lt;더해져&gt; 있었음')
    expect(page).toMatch(/<p class="old"><span class="fig fig--xl/)
    expect(page).toMatch(/data-plain="words">(?:(?!<\/p>)[\s\S])*2026-11-22<\/time> 철회됨\.<\/p>/)
    expect(await text('/o/narae')).not.toContain('announced-investment')
    expect(await text('/o/narae/data')).toContain('철회됨')
  })
})
