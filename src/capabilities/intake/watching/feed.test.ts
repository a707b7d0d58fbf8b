import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../formats/feed-item.ts'
import { cp949 } from '../formats/fixtures/cp949.ts'
import { feedOfPage, feedText, readFeed } from './feed.ts'
import { fetchSafely, isPrivateAddress } from './fetch-safely.ts'

describe('a feed', () => {
  test('RSS 2.0: title, address, name of the item and its Korean day', () => {
    const feed = readFeed(
      `<?xml version="1.0"?><rss><channel><title>나래시 보도자료</title><item><title><![CDATA[투자 <b>협약</b>]]></title><link>/news/1</link><guid>n-1</guid>
       <pubDate>Mon, 02 Mar 2026 23:30:00 +0000</pubDate></item><item><title>주소 없음</title></item><item><link>javascript:alert(1)</link></item></channel></rss>`,
      'https://narae.example/rss',
    )
    expect(feed).toEqual({
      title: '나래시 보도자료',
      items: [{ key: 'n-1', title: '투자 협약', link: 'https://narae.example/news/1', publishedOn: '2026-03-03', page: null }],
      broken: false,
    })
  })
  test('an item without an address is a page of the words that the feed gives of it', () => {
    const item = (more: string) => `<item><title>가람소재 투자</title><description>짧은 글</description>${more}</item>`
    const words =
      '<content:encoded><![CDATA[<p>나래시는 가람소재와 300억 원의 협약을 맺었다.</p>]]></content:encoded><pubDate>Mon, 02 Mar 2026 01:00:00 +0000</pubDate>'
    const read = () =>
      readFeed(
        `<rss xmlns:content="c"><channel><title>나래시</title>${item(words)}${item('<link>javascript:x</link><guid>n-2</guid>')}</channel></rss>`,
        'https://a.example/',
      )
    const [first, second] = read()!.items
    expect(first).toMatchObject({ title: '가람소재 투자', link: null, publishedOn: '2026-03-02', page: { name: '가람소재 투자.html' } })
    expect(Buffer.from(first!.page!.bytes).toString()).toContain('300억 원의 협약')
    expect(second).toMatchObject({ key: 'n-2', link: null })
    // the same words later are the same item
    expect(read()!.items[0]!.key).toBe(first!.key)
    const atom = readFeed(
      '<feed><title>소식</title><entry><id>urn:9</id><title>나</title><content type="xhtml"><div><p>300억 원</p><p>120명</p></div></content></entry></feed>',
      'https://a.example/',
    )
    expect(Buffer.from(atom!.items[0]!.page!.bytes).toString()).toMatch(/300억 원\s+120명/)
  })
  test('Atom: the alternate link, not the feed of comments', () => {
    const feed = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>소식</title><entry><id>urn:1</id><title>가</title><link rel="replies" href="https://a.example/c"/>
       <link rel="alternate" href="https://a.example/1"/><published>2026-03-02T10:00:00+09:00</published></entry></feed>`,
      'https://a.example/',
    )
    expect(feed?.items).toEqual([{ key: 'urn:1', title: '가', link: 'https://a.example/1', publishedOn: '2026-03-02', page: null }])
  })
  test('Atom: addresses are told against the base that the feed or an entry names', () => {
    const entry = (id: number, more = '') => `<entry${more}><id>urn:${id}</id><title>가</title><link href="${id}.html"/></entry>`
    const feed = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/news/"><title>소식</title>${entry(1)}${entry(2, ' xml:base="old/"')}${entry(3)}</feed>`,
      'https://a.example/feeds/atom.xml',
    )
    expect(feed?.items.map((item) => item.link)).toEqual([
      'https://b.example/news/1.html',
      'https://b.example/news/old/2.html',
      'https://b.example/news/3.html',
    ])
  })
  test('a page is no feed, and entities of its own expand to nothing', () => {
    expect(readFeed('<html><body>가</body></html>', 'https://a.example/')).toBeNull()
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`
    expect(readFeed(bomb, 'https://a.example/')?.title).not.toContain('aaaa')
  })
  test('a feed that breaks off gives its whole items; half an address is no address', () => {
    const whole = '<item><title>가</title><link>https://a.example/news/1</link></item>'
    const cut = readFeed(`<rss><channel><title>나래</title>${whole}<item><title>나</title><link>https://a.example/news/12`, 'https://a.example/')
    expect(cut).toMatchObject({ broken: true, items: [{ link: 'https://a.example/news/1' }] })
    expect(cut?.items).toHaveLength(1)
    // words of a sloppy item may leave a <br> open
    const sloppy = readFeed(
      `<rss><channel>${whole.replace('<title>', '<description>가<br>나</description><title>')}</channel></rss>`,
      'https://a.example/',
    )
    expect(sloppy).toMatchObject({ broken: false, items: [{ title: '가' }] })
  })
  test('EUC-KR is read, whether the first line, the server or nobody names it', () => {
    const words = '<rss><channel><title>나래일보</title><item><title>똠방 투자</title><link>/1</link></item></channel></rss>'
    const head = '<?xml version="1.0" encoding="euc-kr"?>'
    for (const [bytes, type] of [
      [cp949(head + words), 'application/rss+xml'],
      [cp949(words), 'text/xml; charset=EUC-KR'],
      [cp949(words), null],
      [Buffer.from(`\uFEFF${words}`), null],
    ] as const)
      expect(readFeed(feedText(bytes, type), 'https://a.example/')).toMatchObject({ title: '나래일보', items: [{ title: '똠방 투자' }] })
  })
  test('the feed that a page names is found', () => {
    expect(
      feedOfPage(
        '<head><link href="/a.css" rel="stylesheet"><link rel="alternate" type="application/atom+xml" href="/atom"></head>',
        'https://a.example/x',
      ),
    ).toBe('https://a.example/atom')
    expect(feedOfPage('<head></head>', 'https://a.example/')).toBeNull()
  })
  test('a day without a clock is that day, words are none', () => {
    expect(dayOf('2026-02-03')).toBe('2026-02-03')
    expect(dayOf('어제')).toBeNull()
  })
})

describe('fetching', () => {
  let server: Server
  let at = ''
  beforeAll(async () => {
    server = createServer((request, answer) => {
      if (request.url === '/slow') return
      if (request.url === '/large') return void answer.end(Buffer.alloc(50_000))
      if (request.url === '/loop') return void answer.writeHead(302, { location: '/loop' }).end()
      if (request.url === '/out') return void answer.writeHead(302, { location: 'file:///etc/hosts' }).end()
      if (request.headers['if-none-match'] === '"1"') return void answer.writeHead(304).end()
      answer.writeHead(request.url === '/gone' ? 404 : 200, { etag: '"1"' }).end('가')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  test('what has not changed is not sent again', async () => {
    const first = await fetchSafely(`${at}/`, { privateAllowed: true })
    expect(first.body?.toString()).toBe('가')
    expect(await fetchSafely(`${at}/`, { privateAllowed: true, etag: first.etag })).toMatchObject({ status: 304, body: null })
  })
  test.each([
    ['/slow', 'too-slow'],
    ['/large', 'too-large'],
    ['/loop', 'too-many-redirects'],
    ['/out', 'not-http'],
    ['/gone', 'http-status'],
  ])('%s is given up as %s', async (path, code) => {
    await expect(fetchSafely(`${at}${path}`, { privateAllowed: true, limits: { milliseconds: 300, bytes: 10_000 } })).rejects.toMatchObject({ code })
  })
  test('a private address is refused however it is written', async () => {
    const port = new URL(at).port
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0'])
      await expect(fetchSafely(`http://${host}:${port}/`), host).rejects.toMatchObject({ code: 'private-address' })
    for (const address of [
      '10.0.0.1',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
    ])
      expect(isPrivateAddress(address), address).toBe(true)
    for (const address of ['1.1.1.1', '211.43.1.1', '2606:4700::1111', '172.32.0.1']) expect(isPrivateAddress(address), address).toBe(false)
  })
  test('other ways than http, and addresses with a password, are refused', async () => {
    for (const address of ['file:///etc/passwd', 'ftp://a.example/', 'http://user:word@a.example/', 'nonsense'])
      await expect(fetchSafely(address)).rejects.toMatchObject({ code: 'not-http' })
  })
})
