import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { partsOfFile } from '../service/file-text.ts'
import { cp949, quotedPrintable } from './fixtures/cp949.ts'
import { letter } from './fixtures/letter.ts'
import { hwp, hwpx } from './fixtures/office.ts'
import { publishedDay } from './page.ts'
import { closeFormats, parseFile } from './parse-file.ts'
import type { ParsedText, ParseFailure } from './types.ts'

afterAll(closeFormats)

const said = '새솔시는 똠방산단에 1,200억원을 투자한다.'
const read = async (bytes: Uint8Array, name: string): Promise<ParsedText> => {
  const parsed = await parseFile(bytes, { name })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed
}
const refused = async (bytes: Uint8Array, name: string): Promise<ParseFailure> => {
  const parsed = await parseFile(bytes, { name })
  if (parsed.ok) throw new Error('expected a failure')
  return parsed
}
const bytesOf = (...parts: (string | Uint8Array)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const head = (...lines: string[]) =>
  `${['From: press@city.example', 'To: desk@news.example', 'Date: Mon, 02 Mar 2026 23:30:00 +0000', 'MIME-Version: 1.0', ...lines].join('\r\n')}\r\n`

describe('letters of Korean programs', () => {
  test.each(['ks_c_5601-1987', 'euc-kr', 'cp949', 'ms949', '"uhc"', 'x-nothing', 'us-ascii'])(
    'every syllable of quoted-printable CP949 that is called %s comes back',
    async (charset) => {
      const subject = `Subject: =?${charset.replace(/"/g, '')}?B?${cp949('똠방산단 투자협약').toString('base64')}?=`
      const bytes =
        head(subject, `Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: quoted-printable', '') +
        quotedPrintable(cp949(said))
      expect(await read(Buffer.from(bytes), '편지.eml')).toMatchObject({ title: '똠방산단 투자협약', text: `똠방산단 투자협약\n\n${said}` })
    },
  )
  test('raw bytes without a name of their encoding are read', async () => {
    expect(await read(bytesOf(head().trimEnd(), '\r\nSubject: ', cp949('똠방 투자'), '\r\n\r\n', cp949(said)), '편지.eml')).toMatchObject({
      title: '똠방 투자',
      text: `똠방 투자\n\n${said}`,
    })
  })
  test('a letter in a letter is a document of its own, with its own attachments', async () => {
    const inner = letter({ subject: '속 편지', text: said }, [{ name: '속.hwpx', bytes: hwpx(['속의 속']) }])
    const outer = bytesOf(
      head('Subject: FW', 'Content-Type: multipart/mixed; boundary="outer"', ''),
      '--outer\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n전달합니다.\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n',
      inner,
      '\r\n--outer--\r\n',
    )
    const parts = await partsOfFile(outer, '전달.eml')
    expect(parts.map((part) => [part.name, part.within, part.parsed.ok && part.parsed.title])).toEqual([
      ['전달.eml', null, 'FW'],
      ['첨부 1.eml', '전달.eml', '속 편지'],
      ['속.hwpx', '전달.eml / 첨부 1.eml', null],
    ])
  })
  test.each([
    { subject: '', text: '' },
    { subject: '...', text: ' ' },
    { subject: '...', html: '<img src="cid:logo">' },
  ])('a letter without words keeps what is attached to it (%o)', async (words) => {
    const parts = await partsOfFile(letter(words, [{ name: '협약.hwpx', bytes: hwpx([said]) }]), '편지.eml')
    expect(parts.map((part) => [part.name, part.parsed.ok && part.parsed.text])).toEqual([
      ['편지.eml', '(제목 없음)'],
      ['협약.hwpx', said],
    ])
    expect((await partsOfFile(letter(words), '편지.eml'))[0]!.parsed.ok).toBe(false)
  })
  test('a stub that stands in for HTML is not taken for the words', async () => {
    const bytes = bytesOf(
      head('Subject: S', 'Content-Type: multipart/alternative; boundary="edge"', ''),
      '--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHTML 메일입니다.\r\n--edge\r\nContent-Type: text/html; charset=utf-8\r\n\r\n',
      `<style>p{color:red}</style><p>${said} 공장은 2028년 3월에 준공한다.</p>`,
      '\r\n--edge--\r\n',
    )
    expect((await read(bytes, '편지.eml')).text).toBe(`S\n\n${said} 공장은 2028년 3월에 준공한다.`)
  })
  test('a page that a browser saved in the form of a letter has no sender and no pictures', async () => {
    const bytes = bytesOf(
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://city.example/news\r\nSubject: news\r\nDate: Mon, 2 Mar 2026 09:00:00 +0900\r\n',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html; charset=utf-8\r\n\r\n',
      `<html><body><p>${said}</p></body></html>\r\n--edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://city.example/a.png\r\n\r\niVBORw0KGgo=\r\n--edge--\r\n`,
    )
    expect(await read(bytes, '소식.mht')).toMatchObject({ outlet: null, entries: [], text: `news\n\n${said}` })
  })
})

describe('pages whose words are elsewhere', () => {
  const quoted = (html: string) => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
  test('frames that carry their page are read in their place, at any depth', async () => {
    const inner = `<html><body><p>본문이다. ${said}</p><iframe srcdoc="${quoted('<p>안의 안은 50억원이다.</p>')}"></iframe></body></html>`
    const parsed = await read(Buffer.from(`<html><body><p>머리글</p><iframe srcdoc="${quoted(inner)}"></iframe></body></html>`), '틀.html')
    expect(parsed.text.split(/\n+/)).toEqual(['머리글', `본문이다. ${said}`, '안의 안은 50억원이다.'])
  })
  test('a frame that is not in the file is named', async () => {
    const frame = '<iframe id="mainFrame" src="/PostView?no=1"></iframe>'
    const empty = await refused(Buffer.from(`<html><body>${frame}</body></html>`), '블로그.html')
    expect(empty).toMatchObject({
      reason: 'empty',
      detail: { ko: expect.stringContaining('/PostView?no=1'), en: expect.stringContaining('/PostView?no=1') },
    })
    const few = await read(Buffer.from(`<html><body><p>블로그 이름</p>${frame}</body></html>`), '블로그.html')
    expect(few.warnings).toMatchObject([{ code: 'words-elsewhere', ko: expect.stringContaining('/PostView?no=1') }])
    const enough = await read(Buffer.from(`<html><body><p>${said.repeat(20)}</p>${frame}</body></html>`), '기사.html')
    expect(enough.warnings).toEqual([])
  })
  test('a page that a script draws says so', async () => {
    const { detail } = await refused(Buffer.from('<html><body><div id="root"></div><script>draw()</script></body></html>'), '앱.html')
    expect(detail.ko).toContain('스크립트')
  })
})

describe('pages as they come', () => {
  test('lines of preformatted text and pairs of term and value stay', async () => {
    const html = `<html><body><pre>${said}\n  고용은 50명이다.</pre><dl><dt>사업비</dt><dd>300억원</dd><dt>면적</dt><dd>3만㎡</dd></dl></body></html>`
    expect((await read(Buffer.from(html), '옛.html')).text.split(/\n+/)).toEqual([said, '고용은 50명이다.', '사업비 300억원', '면적 3만㎡'])
  })
  test('UTF-16 is a page, and words without a mark of one are read with a warning', async () => {
    const page = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(`<html><body><p>${said}</p></body></html>`, 'utf16le')])
    expect(await read(page, '저장.html')).toMatchObject({ format: 'html', text: said })
    expect(await read(Buffer.from(said), '글.html')).toMatchObject({ format: 'text', warnings: [{ code: 'name-differs' }] })
  })
  test.each([
    ['2026-03-02T23:00:00Z', '2026-03-03'],
    ['2026-03-02T23:00:00+09:00', '2026-03-02'],
    ['2026-03-02T20:00:00-0500', '2026-03-03'],
    ['2026-03-02 23:00', '2026-03-02'],
    ['20260302', '2026-03-02'],
  ])('published at %s is the day %s in Korea', (at, day) => {
    expect(publishedDay(`<meta property="article:published_time" content="${at}">`)).toBe(day)
    if (at.includes('-')) expect(publishedDay(`<script>{"datePublished":"${at}"}</script>`)).toBe(day)
  })
})

describe('other kinds of files say what to do', () => {
  test.each([
    ['글.rtf', Buffer.from('{\\rtf1\\ansi 1,200}'), 'unsupported', 'DOCX'],
    ['글.doc', Buffer.from('{\\rtf1\\ansi 1,200}'), 'unsupported', 'DOCX'],
    ['발표.pptx', zipSync({ 'ppt/presentation.xml': Buffer.from('<a/>') }), 'unsupported', 'PDF'],
    ['표.xlsb', zipSync({ '[Content_Types].xml': Buffer.from('<a/>'), 'xl/workbook.bin': Buffer.from('1') }), 'unsupported', 'XLSX'],
    ['그림.vsdx', zipSync({ '[Content_Types].xml': Buffer.from('<a/>'), 'visio/document.xml': Buffer.from('<a/>') }), 'unsupported', 'PDF'],
    ['책.epub', zipSync({ mimetype: Buffer.from('application/epub+zip'), 'META-INF/container.xml': Buffer.from('<a/>') }), 'unsupported', 'PDF'],
    ['묶음.egg', Buffer.from('EGGA\u0000\u0001'), 'unsupported', 'zip'],
    ['묶음.alz', Buffer.from('ALZ\u0001\n\u0000'), 'unsupported', 'zip'],
    ['사진.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'unsupported', 'OCR'],
    ['잘림.hwp', hwp(['글']).slice(0, 900), 'damaged', '원본'],
  ] as const)('%s', async (name, bytes, reason, advice) => {
    const failed = await refused(bytes, name)
    expect(failed.reason).toBe(reason)
    expect(failed.detail.ko).toContain(advice)
    expect(failed.detail.ko).not.toContain('은(는)')
  })
})

describe('an archive of which part cannot be taken out', () => {
  const archive = Buffer.from(zipSync({ '가.txt': Buffer.from(said), '나.txt': Buffer.from('잠긴 글') }, { level: 0 }))
  // the mark of encryption on the second file of the directory
  const second = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 4)
  archive.writeUInt16LE(archive.readUInt16LE(second + 8) | 1, second + 8)
  test('is kept itself, with the names of what it still holds', async () => {
    const parts = await partsOfFile(archive, '묶음.zip')
    expect(parts.map((part) => [part.name, part.parsed.ok])).toEqual([
      ['가.txt', true],
      ['묶음.zip', false],
    ])
    expect(parts[1]).toMatchObject({ bytes: archive, parsed: { reason: 'encrypted', detail: { ko: expect.stringContaining('나.txt') } } })
  })
})

describe('tables of text', () => {
  test('a first line that tells Excel the separator is no row', async () => {
    expect((await read(Buffer.from('sep=;\r\n기업;투자액(억원)\r\n가람;1200\r\n'), '표.csv')).text).toBe(
      '표\n\n기업 | 투자액(억원)\n가람 | 투자액 1200억원',
    )
  })
})
