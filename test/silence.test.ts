import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicCounts } from '#capabilities/publishing/index'
import { crawl } from '#support/crawl'
import { copyOf, keepSecret, type Site, secretWords, site } from '#support/public-site'

/**
 * Story 10: what is confidential cannot be inferred. Two databases, one a copy of the other to the last byte; then one gets a confidential lead with everything that can hang on a lead.
 * A stranger asks both for everything there is: bodies, states and headers, ETags among them, are the same to the byte. No id is masked and nothing is sorted.
 */
describe('two copies of one site, one of them with a confidential lead', () => {
  let open: Site
  let secret: Site
  let original: Site
  let hidden: string
  beforeAll(async () => {
    original = await site('silence', false)
    await original.store.close()
    open = await copyOf(original, 'silence_open')
    secret = await copyOf(original, 'silence_secret')
    hidden = (await keepSecret(secret.desk, secret.made)).series
  }, 120_000)
  afterAll(async () => {
    for (const one of [open, secret, original]) await one?.close()
  })

  const shown = async (s: Site, path: string, init?: RequestInit) => {
    const answer = await s.request(path, init)
    // each answer has a number of its own, and its date
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !['x-request-id', 'date'].includes(name)))
    return { path, status: answer.status, headers, body: await answer.text() }
  }
  const same = async (paths: readonly string[], init?: RequestInit) => {
    for (const path of paths) {
      const [a, b] = [await shown(open, path, init), await shown(secret, path, init)]
      expect(b, path).toEqual(a)
      // a search says again what was looked for
      if (!path.includes('/search?q=')) expect(b.body, path).not.toMatch(secretWords)
    }
  }

  test('there is something to hide', async () => {
    const rows = await secret.desk.store.readOffice(secret.desk.officeId, secret.desk.userId, (db) =>
      db.selectFrom('subject').select('name_ko').where('confidential', '=', true).execute(),
    )
    expect(rows).toHaveLength(6)
    expect(hidden).toMatch(/^p-/)
  })

  test('every page that links lead to, in both languages, with its ETag', async () => {
    const { pages, broken } = await crawl(open.get, '/')
    expect(broken).toEqual([])
    const paths = pages.map((page) => page.path)
    expect(paths.length).toBeGreaterThan(25)
    expect(paths.filter((path) => /\/o\/narae(\/(pledges|strategy|c\/|p\/|f\/|projects).*)?$/.test(path)).length).toBeGreaterThan(15)
    await same(paths)
    await same(paths.map((path) => `${path}${path.includes('?') ? '&' : '?'}lang=en`))
    const { headers } = await shown(secret, '/o/narae/strategy')
    expect(headers.etag).toMatch(/^"/)
    expect((await shown(open, '/o/narae/strategy', { headers: { 'if-none-match': headers.etag! } })).status).toBe(304)
  }, 120_000)

  test('feeds, sitemap, robots, downloads and the interface, page by page', async () => {
    const api = '/api/v1/public/offices'
    const series = (JSON.parse((await shown(open, `${api}/narae/publications?limit=200`)).body) as { items: { series: string }[] }).items.map(
      (one) => one.series,
    )
    expect(series.length).toBeGreaterThan(6)
    await same([
      '/sitemap.xml',
      '/robots.txt',
      '/o/narae/feed.atom',
      '/o/dasan/feed.atom',
      api,
      ...['', '?limit=1', '?limit=2&kind=project', '?kind=figure'].map((query) => `${api}/narae/publications${query}`),
      `${api}/narae/csv`,
      ...['oc4ids', 'sdmx', 'ftm'].map((format) => `${api}/narae/exports/${format}`),
      ...series.flatMap((one) => [`${api}/narae/publications/${one}`, `${api}/narae/publications/${one}/csv`]),
    ])
  }, 120_000)

  test('searches, counts, the map, forms, and addresses that only somebody inside could know', async () => {
    const words = ['비밀', '비밀유치사업', '비밀면', '7조 7,700억원', '9999명', '9,999', '1조원', '800', '청년']
    await same([
      ...words.map((word) => `/o/narae/search?q=${encodeURIComponent(word)}`),
      ...publicCounts.map((count) => `/o/narae/c/${count.id}`),
      ...['before', 'announced', 'committed', 'building', 'realised', 'lost', 'unknown'].map((phase) => `/o/narae/projects?phase=${phase}`),
      `/o/narae/p/${hidden}`,
      `/o/narae/p/${hidden}/1`,
      `/o/narae/follow?of=${hidden}`,
      `/o/narae/corrections?of=${hidden}/1`,
      `/api/v1/public/offices/narae/publications/${hidden}`,
      `/api/v1/public/offices/narae/publications/${hidden}/csv`,
    ])
    const form = (body: string) => ({ method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    await same(['/o/narae/follow'], form(`series=${hidden}&address=kim%40example.com`))
    await same(['/o/narae/corrections'], form(`series=${hidden}&edition=1&words=${encodeURIComponent('이 숫자가 다릅니다')}`))
  }, 120_000)
})

describe('two sites that were made apart, one of them with the lead from the beginning', () => {
  test('publish the same: what was frozen beside the lead holds nothing of it', async () => {
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
          '/o/narae/feed.atom',
          '/api/v1/public/offices/narae/publications',
          '/api/v1/public/offices/narae/csv',
          '/api/v1/public/offices/narae/exports/oc4ids',
          '/api/v1/public/offices/narae/exports/sdmx',
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
      expect(b.join('')).not.toMatch(secretWords)
    } finally {
      await open.close()
      await secret.close()
    }
  }, 240_000)
})
