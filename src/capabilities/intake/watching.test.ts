import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { secondsOf } from './commands/watch.ts'
import { intakeJobs } from './jobs.ts'
import { DocumentPage } from './schemas.ts'
import { Watch, WatchItem } from './schemas-watch.ts'

const here = '/offices/narae'
let t: TestApp
let jobs: Jobs
let root: Client
let administrator: Client
let folder: string
beforeAll(async () => {
  t = await freshApp('intake_watching')
  const office = await t.office('narae')
  await t.member(office, await t.user('root@narae.example', { administrator: true }), 'administrator')
  await t.member(office, await t.user('admin@narae.example'), 'administrator')
  root = await t.signIn('root@narae.example')
  administrator = await t.signIn('admin@narae.example')
  jobs = await startJobs(t.store, intakeJobs)
  folder = await mkdtemp(join(tmpdir(), 'gusul-watch-'))
})
afterAll(async () => {
  await jobs?.stop()
  await t?.close()
  await rm(folder, { recursive: true, force: true })
})

const list = async () => Watch.array().parse(((await (await root.send('GET', `${here}/watches`)).json()) as { items: unknown }).items)
const add = async (body: object, by = root) => {
  const answer = await by.send('POST', `${here}/watches`, body)
  return { status: answer.status, watch: answer.status < 300 ? Watch.parse(await answer.json()) : null }
}
async function looked(id: string, after: string | null, good: (watch: Watch) => boolean = () => true): Promise<Watch> {
  for (let tries = 0; tries < 600; tries++) {
    const watch = (await list()).find((one) => one.id === id)!
    if (watch.lookedAt !== null && watch.lookedAt !== after && good(watch)) return watch
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`no look came in time: ${JSON.stringify((await list()).find((one) => one.id === id))}`)
}
const itemsOf = async (watch: Watch, since = '') =>
  WatchItem.array().parse(((await (await root.send('GET', `${here}/watches/${watch.id}/items${since}`)).json()) as { items: unknown }).items)
const lookAgain = async (watch: Watch, good?: (watch: Watch) => boolean) => {
  expect((await root.send('POST', `${here}/watches/${watch.id}/look`, {})).status).toBe(202)
  return looked(watch.id, watch.lookedAt, good)
}
const documents = async () => DocumentPage.parse(await (await root.send('GET', `${here}/documents?limit=500&sort=title`)).json()).items
const article = (at: number) => `나래시는 가람${at}소재가 솔빛산단에 ${at}00억원을 투자하는 협약을 맺었다고 밝혔다.`
const put = async (name: string, words: string, secondsAgo = 3600) => {
  const path = join(folder, name)
  await writeFile(path, words)
  const at = new Date(Date.now() - secondsAgo * 1000)
  await utimes(path, at, at)
}

describe('a watched folder', () => {
  test('new and changed files are taken in once; links, hidden files and half downloads are not; paused, nothing is', async () => {
    await mkdir(join(folder, '안'))
    await put('가.txt', article(1))
    await put('안/나.txt', article(2))
    await put('.숨김.txt', article(3))
    await put('다.txt.part', article(4))
    const { watch } = await add({ kind: 'folder', location: folder, everySeconds: 3600, outlet: '나래시 보도자료' })
    let now = await looked(watch!.id, null)
    expect(now.result).toMatchObject({ added: 2, known: 0, failed: 0 })
    expect((await documents()).map((one) => [one.fileName, one.outlet])).toEqual([
      ['가.txt', '나래시 보도자료'],
      ['나.txt', '나래시 보도자료'],
    ])
    now = await lookAgain(now)
    expect(now.result).toMatchObject({ added: 0, unchanged: true })
    // touched, but the same words; another name, but the same words; other words
    await put('가.txt', article(1), 1800)
    await put('라.txt', article(2), 1800)
    await put('안/나.txt', article(5), 1800)
    now = await lookAgain(now)
    expect(now.result).toMatchObject({ added: 1, known: 2 })
    expect(await documents()).toHaveLength(3)
    const etag = { 'if-match': `"${now.id.slice(0, 8)}-${now.version}"` }
    expect((await root.send('PATCH', `${here}/watches/${now.id}`, { paused: true })).status).toBe(428)
    expect((await root.send('PATCH', `${here}/watches/${now.id}`, { paused: true }, etag)).status).toBe(200)
    expect((await root.send('POST', `${here}/watches/${now.id}/look`, {})).status).toBe(409)
    expect((await list())[0]).toMatchObject({ nextAt: null })
    expect((await root.send('DELETE', `${here}/watches/${now.id}`)).status).toBe(204)
    expect(await list()).toEqual([])
    expect(await documents()).toHaveLength(3)
  })
  test('a file that is being written is waited for', async () => {
    const own = await mkdtemp(join(tmpdir(), 'gusul-watch-'))
    try {
      await writeFile(join(own, '쓰는 중.txt'), '나래시는 가람')
      const { watch } = await add({ kind: 'folder', location: own, everySeconds: 3600 })
      const first = await looked(watch!.id, null)
      expect(first.result).toMatchObject({ added: 0, growing: 1 })
      await writeFile(join(own, '쓰는 중.txt'), article(7))
      const done = await looked(watch!.id, first.lookedAt, (one) => one.result?.growing === 0)
      expect(done.result).toMatchObject({ added: 1 })
      const [document] = (await documents()).filter((one) => one.fileName === '쓰는 중.txt')
      expect(document?.characters).toBe(article(7).length)
    } finally {
      await rm(own, { recursive: true, force: true })
    }
  }, 30_000)
  test('what became of each file is told with its reason, in both languages', async () => {
    const own = await mkdtemp(join(tmpdir(), 'gusul-watch-'))
    const old = new Date(Date.now() - 3_600_000)
    const lay = async (name: string, words: string | Buffer, at = old) => {
      await writeFile(join(own, name), words)
      await utimes(join(own, name), at, at)
    }
    try {
      await lay('a.txt', article(41))
      await lay('b.txt', article(41))
      await lay('c.pdf', Buffer.from('%PDF-1.7 half of a file'))
      await lay('d.txt', article(42), new Date())
      const { watch } = await add({ kind: 'folder', location: own, everySeconds: 3600 })
      const first = await looked(watch!.id, null)
      expect(first.result).toMatchObject({ added: 2, known: 1, unread: 1, growing: 1, failed: 0, same: 0 })
      const told = await itemsOf(first)
      expect(told.map((one) => [one.item, one.outcome, one.documents])).toEqual([
        ['a.txt', 'added', 1],
        ['b.txt', 'known', 0],
        ['c.pdf', 'unread', 1],
        ['d.txt', 'growing', 0],
      ])
      expect(told[2]!.reason).toMatchObject({ ko: expect.stringContaining('손상'), en: expect.stringContaining('damaged') })
      expect(first.troubles).toMatchObject([{ item: 'c.pdf', error: { en: expect.stringContaining('damaged') } }])
      await lay('a.txt', article(43), new Date(old.getTime() + 1000))
      const second = await lookAgain(first)
      expect(second.result).toMatchObject({ added: 1, same: 2 })
      expect((await itemsOf(second, `?since=${encodeURIComponent(second.lookedAt!)}`)).map((one) => [one.item, one.outcome])).toEqual([
        ['a.txt', 'changed'],
      ])
    } finally {
      await rm(own, { recursive: true, force: true })
    }
  })
  test('a folder that is not there is told, and looked for again', async () => {
    const { watch } = await add({ kind: 'folder', location: join(folder, 'none'), everySeconds: 60 })
    const now = await looked(watch!.id, null)
    expect(now).toMatchObject({ error: { code: 'folder' }, result: null })
    expect(Date.parse(now.nextAt!) - Date.parse(now.lookedAt!)).toBeGreaterThan(50_000)
  })
  test('only the administrator of the installation may name a folder or an inside address; a path must be whole', async () => {
    expect((await add({ kind: 'folder', location: '/etc' }, administrator)).status).toBe(403)
    expect((await add({ kind: 'feed', location: 'https://a.example/rss', privateAllowed: true }, administrator)).status).toBe(403)
    expect((await add({ kind: 'folder', location: 'press' })).status).toBe(422)
    expect((await add({ kind: 'feed', location: 'file:///etc/passwd' })).status).toBe(422)
    expect((await add({ kind: 'feed', location: 'http://a:b@c.example/' })).status).toBe(422)
  })
})

describe('a watched feed', () => {
  let server: Server
  let at = ''
  let items = 2
  const asked: string[] = []
  beforeAll(async () => {
    server = createServer((request, answer) => {
      asked.push(`${request.url} ${request.headers['if-none-match'] ?? ''}`.trim())
      if (request.url === '/rss') {
        const etag = `"${items}"`
        if (request.headers['if-none-match'] === etag) return void answer.writeHead(304).end()
        const each = Array.from(
          { length: items },
          (_, n) =>
            `<item><title>보도 ${n}</title><link>${at}/news/${n}</link><guid>n${n}</guid><pubDate>Tue, 10 Mar 2026 09:00:00 +0900</pubDate></item>`,
        )
        return void answer
          .writeHead(200, { etag, 'content-type': 'application/rss+xml' })
          .end(`<rss><channel><title>나래시</title>${each.join('')}</channel></rss>`)
      }
      if (request.url === '/news/1' && asked.filter((one) => one.startsWith('/news/1')).length < 2) return void answer.writeHead(500).end()
      const n = Number(request.url!.split('/').at(-1))
      answer
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html><head><title>다른 제목</title></head><body><article><p>${article(20 + n)} ${'시는 지원을 약속했다. '.repeat(20)}</p></article></body></html>`,
        )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  test('nothing inside is fetched unless it was allowed', async () => {
    const { watch } = await add({ kind: 'feed', location: `${at}/rss`, everySeconds: 3600 }, administrator)
    expect(await looked(watch!.id, null)).toMatchObject({ error: { code: 'private-address' } })
    expect(asked).toEqual([])
    await root.send('DELETE', `${here}/watches/${watch!.id}`)
  })
  test('one that was there already may be allowed, and made confidential, by naming it again', async () => {
    const location = 'http://127.0.0.1:9/rss'
    const first = await add({ kind: 'feed', location })
    const refused = await looked(first.watch!.id, null)
    expect(refused.error?.code).toBe('private-address')
    expect((await add({ kind: 'feed', location, privateAllowed: true }, administrator)).status).toBe(403)
    const again = await add({ kind: 'feed', location, privateAllowed: true, confidential: true })
    expect([again.status, again.watch]).toMatchObject([200, { id: first.watch!.id, privateAllowed: true, confidential: true }])
    expect((await add({ kind: 'feed', location })).watch).toMatchObject({ privateAllowed: true, confidential: true })
    // what kept it from looking is gone: it looks at once, not when its time comes
    expect((await looked(first.watch!.id, refused.lookedAt)).error?.code).not.toBe('private-address')
    await root.send('DELETE', `${here}/watches/${first.watch!.id}`)
  })
  test('items become documents with title, outlet and day; one that fails is tried again; what has not changed is not sent', async () => {
    const { watch, status } = await add({ kind: 'feed', location: `${at}/rss`, everySeconds: 3600, privateAllowed: true })
    expect(status).toBe(201)
    expect((await add({ kind: 'feed', location: `${at}/rss`, privateAllowed: true })).status).toBe(200)
    let now = await looked(watch!.id, null)
    expect(now).toMatchObject({ result: { added: 1, failed: 1 }, troubles: [{ item: 'n1', tries: 1 }] })
    now = await lookAgain(now)
    expect(now).toMatchObject({ result: { added: 1, failed: 0 }, troubles: [] })
    const [first] = (await documents()).filter((one) => one.url === `${at}/news/0`)
    expect(first).toMatchObject({ title: '보도 0', outlet: '나래시', publishedOn: '2026-03-10', format: 'html' })
    now = await lookAgain(now)
    expect(now.result).toMatchObject({ unchanged: true })
    expect(asked.at(-1)).toBe('/rss "2"')
    items = 3
    now = await lookAgain(now)
    expect(now.result).toMatchObject({ added: 1 })
    expect(asked.filter((one) => one.startsWith('/news/0'))).toHaveLength(1)
  })
})

describe('a feed that does not answer as it should', () => {
  let server: Server
  let at = ''
  let whole = false
  beforeAll(async () => {
    server = createServer((request, answer) => {
      const page = (n: number) => `<item><link>${at}/news/${n}</link></item>`
      if (request.url === '/moved') return void answer.writeHead(301, { location: '/rss' }).end()
      if (request.url === '/rss') return void answer.writeHead(200).end(`<rss><channel>${page(1)}</channel></rss>`)
      if (request.url === '/page') return void answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>쉬는 중</p>')
      if (request.url === '/down') return void answer.writeHead(503).end()
      if (request.url === '/gone') return void answer.writeHead(410).end()
      if (request.url === '/half')
        return void answer
          .writeHead(request.headers['if-none-match'] ? 304 : 200, { etag: '"1"' })
          .end(`<rss><channel>${page(2)}${whole ? `${page(33)}</channel></rss>` : page(33).slice(0, -14)}`)
      const n = Number(request.url!.split('/').at(-1))
      answer.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(article(50 + n))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const feed = async (path: string) => {
    const { watch } = await add({ kind: 'feed', location: `${at}${path}`, everySeconds: 3600, privateAllowed: true })
    return looked(watch!.id, null)
  }
  test.each([
    ['/down', 'http-status', 'HTTP 503', 'tried again'],
    ['/gone', 'http-status', 'HTTP 410', 'has changed'],
    ['/page', 'no-feed', 'text/html', 'address of the feed'],
  ])('%s says what came and what to do', async (path, code, came, does) => {
    const { error, result } = await feed(path)
    expect(error).toMatchObject({ code, ko: expect.stringContaining(came), en: expect.stringContaining(came) })
    expect(error!.en).toContain(does)
    expect(result).toBeNull()
  })
  test('an address that leads on is followed and told', async () => {
    expect(await feed('/moved')).toMatchObject({ error: null, result: { added: 1, movedTo: `${at}/rss` } })
  })
  test('of one that breaks off the whole items are taken in, it is told, and it is asked for whole again', async () => {
    const first = await feed('/half')
    expect(first).toMatchObject({ error: { code: 'broken-feed' }, result: { added: 1, failed: 0 } })
    whole = true
    expect(await lookAgain(first)).toMatchObject({ error: null, result: { added: 1, same: 1 } })
  })
})

test('--every takes seconds to days and nothing else', () => {
  expect([secondsOf('90s'), secondsOf('10m'), secondsOf('2h'), secondsOf('1d')]).toEqual([90, 600, 7200, 86_400])
  for (const said of ['5s', '10', 'm', '8d', '1.5h']) expect(() => secondsOf(said)).toThrow('10m')
})
