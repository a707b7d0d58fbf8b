import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beadless, type Crawled, crawl, exempt, farFromSentence, orphanNumbers } from '#support/crawl'
import { type Site, site } from '#support/public-site'

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
      '/o/narae/c/projects-announced',
      '/o/narae/c/pledge-done-rate',
      '/o/narae/c/pledge-secured-rate',
      '/o/narae/data',
      '/o/narae/search',
      '/o/narae/f/announced-area',
      '/o/narae/f/announced-area/1',
      '/o/dasan',
    ])
      expect(paths).toContain(path)
    expect(paths.filter((path) => /^\/o\/narae\/p\/p-[0-9a-f]{12}$/.test(path))).toHaveLength(4)
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
