import { afterAll, describe, expect, test } from 'vitest'
import { publishedDay } from './page.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const article = '새솔시는 2일 ㈜누리소재와 850억원 규모의 투자협약을 맺었다. 누리소재는 150명을 고용한다.'
const page = (inner: string) =>
  Buffer.from(`<html><head><meta charset="utf-8"><title>새솔일보</title></head><body><div><h1>협약</h1>${inner}</div></body></html>`)
const read = async (inner: string): Promise<string> => {
  const parsed = await parseFile(page(inner), { name: '기사.html' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed.text
}

describe('what stands around an article', () => {
  test.each([
    ['a list of related articles', '<h3>관련기사</h3><ul><li><a href="1">가람시 3000억원 유치</a></li></ul>'],
    [
      'links in paragraphs',
      '<p><strong>[관련 기사]</strong></p><p><a href="1">가람시 3000억원 유치</a></p><p><a href="2">나래군 3000억원 유치</a></p>',
    ],
    ['the most read', '<div><h4>많이 본 뉴스</h4></div><ol><li><a href="1">다온 3000억원 유치</a></li></ol>'],
    ['an advertisement', '<div class="ad-template">분양가 3000억원</div>'],
    ['a note on cookies and the price of a subscription', '<div id="cookie-note">쿠키 3000억원</div><section class="paywall">월 3000억원</section>'],
    ['a menu', '<nav><ul><li>투자 3000억원</li></ul></nav>'],
    ['the way to another article between its lines', '<p>▶ <a href="1">가람시 3000억원 유치</a></p>'],
    ['what readers wrote', '<h4>댓글 2</h4><ul><li>3000억원 아닌가요?</li><li>아닙니다</li></ul>'],
    ['what readers wrote, by its class', '<div class="comment-area"><p>3000억원 아닌가요?</p></div>'],
    [
      'neighbours on a board, in a table',
      '<table><tr><th>이전글</th><td><a href="1">가람시 3000억원 유치</a></td></tr><tr><th>다음글</th><td><a href="2">나래시</a></td></tr></table>',
    ],
    ['neighbours on a board, in a list of terms', '<dl><dt>이전 글</dt><dd>가람시 3000억원 유치</dd><dt>다음 글</dt><dd>나래시</dd></dl>'],
  ])('%s: is none of it, however short the article', async (_, noise) => {
    for (const words of [article, `${article} 시는 진입도로를 넓히기로 했다. `.repeat(4)]) {
      const text = await read(`<p>${words}</p>${noise}`)
      expect(text).toContain('850억원')
      expect(text).not.toContain('3000억원')
    }
  })
  test('a heading of the article and its own lists stay', async () => {
    const text = await read(`<p>${article}</p><h3>주요 사업</h3><ul><li>진입도로 30억원</li></ul><p>관련기사를 낸 다음 글을 맺는다.</p>`)
    expect(text).toContain('진입도로 30억원')
    expect(text).toContain('다음 글을 맺는다')
  })
})

test('the words under a picture stand apart from the sentence before them', async () => {
  const caption = '새솔시청 전경'
  const text = await read(`<p>${article}<span class="end_photo_org"><img src="a.jpg"><em class="img_desc">${caption}</em></span></p>`)
  expect(text.split('\n')).toContain(caption)
})

test('an article that the page carries as data alone is read; a note that scripts are needed is none', async () => {
  const data = {
    '@graph': [
      { '@type': 'WebSite', name: '새솔' },
      { '@type': 'NewsArticle', headline: '협약', datePublished: '2026-03-02', articleBody: article },
    ],
  }
  const html = `<html><head><title>새솔일보</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><div id="root"></div><noscript>자바스크립트를 켜 주세요.</noscript></body></html>`
  expect(await parseFile(Buffer.from(html), { name: '기사.html' })).toMatchObject({ text: article, title: '협약', publishedOn: '2026-03-02' })
})

test.each([
  ['<p>승인 2026.03.02 18:30</p>', '2026-03-02'],
  ['<span>등록</span> <em>2026-03-02 오후 6:30</em>', '2026-03-02'],
  ['<p>송고시간2026-03-02 18:30</p>', '2026-03-02'],
  ['<time class="entry-published" datetime="2026-03-02T23:30:00Z">3월 3일</time>', '2026-03-03'],
  ['<p>실시계획 승인 2025.3.2.</p>', null],
  ['<time datetime="2026-05-01T10:00">행사는 5월 1일</time>', null],
] as const)('the day of a page: %s', (html, day) => {
  expect(publishedDay(html)).toBe(day)
})

describe('a feed that was saved as a file', () => {
  const item = (title: string, body: string) =>
    `<item><title>${title}</title><link>https://news.example/1</link><pubDate>Mon, 02 Mar 2026 20:00:00 +0000</pubDate><description>${body.slice(0, 20)}…</description><content:encoded><![CDATA[<p>${body}</p><p>관련기사</p><ul><li><a href="x">가람시 3000억원 유치</a></li></ul>]]></content:encoded></item>`
  test('each item is a page of its own, with its day, its outlet and its full words', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>새솔일보</title>${item('누리소재 협약', article)}${item('가람산단 착공', '가람시는 3일 가람산업단지 45만㎡를 착공했다.')}</channel></rss>`
    const parsed = await parseFile(Buffer.from(xml), { name: 'rss.xml' })
    expect(parsed).toMatchObject({
      ok: true,
      kind: 'bundle',
      entries: [
        { name: '누리소재 협약.html', parsed: { publishedOn: '2026-03-03', outlet: '새솔일보', text: expect.stringContaining('150명을 고용한다') } },
        { name: '가람산단 착공.html', parsed: { text: expect.stringContaining('45만㎡') } },
      ],
    })
    expect(JSON.stringify(parsed)).not.toContain('3000억원 유치"')
  })
  test('Atom, with words as elements; a feed without words is empty', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>새솔시</title><entry><title>협약</title><updated>2026-03-02T10:00:00+09:00</updated><content type="xhtml"><div><p>${article}</p></div></content></entry></feed>`
    expect(await parseFile(Buffer.from(atom), { name: 'atom.xml' })).toMatchObject({
      entries: [{ parsed: { publishedOn: '2026-03-02', text: expect.stringContaining('850억원') } }],
    })
    expect(await parseFile(Buffer.from('<rss><channel><title>빈</title></channel></rss>'), { name: 'rss.xml' })).toMatchObject({
      ok: false,
      reason: 'empty',
    })
  })
})
