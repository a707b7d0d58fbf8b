import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { canonicalText } from '../text/canonical.ts'
import { letter } from './fixtures/letter.ts'
import { docx, docxOf, encryptedOffice, hwp, hwpx, xls } from './fixtures/office.ts'
import { flowed, lockedPdf, pdf } from './fixtures/pdf.ts'
import { workbook } from './fixtures/workbook.ts'
import { closeFormats, parseFile } from './parse-file.ts'
import { placeAt, placeLabel } from './text-map.ts'
import type { Parsed, ParsedText } from './types.ts'

afterAll(closeFormats)

const textOf = (parsed: Parsed): ParsedText => {
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  expect(canonicalText(parsed.text)).toBe(parsed.text)
  return parsed
}
const read = async (bytes: Uint8Array, name: string) => textOf(await parseFile(bytes, { name }))
const reasonOf = async (bytes: Uint8Array, name: string, limits = {}) => {
  const parsed = await parseFile(bytes, { name }, limits)
  return parsed.ok ? 'read' : parsed.reason
}
/** Where words stand, in Korean. */
const whereIs = ({ text, map }: ParsedText, words: string) => placeLabel(placeAt(map, text.indexOf(words)) ?? {}).ko

const article =
  '새솔시는 올해 상반기에 누리테크와 투자협약을 맺고 새솔산업단지에 1,200억원을 들여 공장을 짓는다고 밝혔다. 이 공장이 완공되면 지역의 산업 지형이 크게 달라지는 계기가 될 것으로 기대된다. 고용은 300명이다.'
const table = [
  [
    { text: '기업', rows: 2 },
    { text: '투자', columns: 2 },
  ],
  ['금액(억원)', '면적(천㎡)'],
  ['㈜누리테크', '1,200', '120.5'],
]

describe('Hangul and Word', () => {
  test('HWP 5 gives its paragraphs', async () => {
    const parsed = await read(hwp(['투자유치 협약', '투자액은 1,200억원이다.']), '협약.hwp')
    expect(parsed).toMatchObject({ format: 'hwp', text: '투자유치 협약\n투자액은 1,200억원이다.', language: 'ko' })
    expect(whereIs(parsed, '1,200억원')).toBe('2번째 문단')
  })
  test('HWPX gives paragraphs and merged tables, each value with its cell', async () => {
    const parsed = await read(hwpx(['투자유치 협약', table, '끝.']), '협약.hwpx')
    expect(parsed.text).toContain('㈜누리테크 | 투자 금액 1,200억원 | 투자 면적 120.5천㎡')
    expect(whereIs(parsed, '120.5')).toBe('표 1의 3행 3열')
    expect(parsed.text.endsWith('끝.')).toBe(true)
  })
  test('DOCX gives the same', async () => {
    const parsed = await read(
      docx([
        '협약',
        [
          ['기업', '금액(억원)'],
          ['㈜누리테크', '1,200'],
        ],
        '끝.',
      ]),
      '협약.docx',
    )
    expect(parsed.text.split('\n')).toEqual(['협약', '기업 | 금액(억원)', '㈜누리테크 | 금액 1,200억원', '끝.'])
  })
  test('a HWPX that is called .hwp is read, with a word about it', async () => {
    expect((await read(hwpx(['글이다']), '협약.hwp')).warnings.map((one) => one.code)).toEqual(['name-differs'])
  })
})

describe('texts with a broken place', () => {
  const said = '새솔시는 누리테크가 1,200억원을 투자한다고 밝혔다.'
  const broken = Buffer.from([0xec, 0xa0])
  test.each([
    ['글.txt', Buffer.concat([Buffer.from(`${said}\n`), broken, Buffer.from('...')])],
    ['쪽.html', Buffer.concat([Buffer.from(`<html><body><p>${said}</p><p>`), broken, Buffer.from('...</p></body></html>')])],
    ['표.csv', Buffer.concat([Buffer.from(`기업;비고\n누리테크;${said}\n가람;`), broken, Buffer.from('\n')])],
  ])('are read, and the reviewer is told (%s)', async (name, bytes) => {
    const parsed = await read(bytes, name)
    expect(parsed.text).toContain('1,200억원')
    expect(parsed.warnings.map((one) => one.ko)).toEqual([expect.stringContaining('1곳')])
  })
})

describe('PDF', () => {
  test.each(['korean', 'to-unicode'] as const)('every letter of a %s font comes back, paragraphs whole', async (font) => {
    const parsed = await read(
      pdf([[{ x: 60, y: 800, text: '보도자료', size: 16 }, ...flowed(article, { top: 760 })]], { font, title: '새솔시 투자유치 보도자료' }),
      '보도.pdf',
    )
    expect(parsed.text.replace(/\s/g, '')).toBe(`보도자료${article}`.replace(/\s/g, ''))
    expect(parsed.text).toBe(`보도자료\n${article}`)
    expect(parsed.title).toBe('새솔시 투자유치 보도자료')
    expect(whereIs(parsed, '300명')).toBe('1쪽')
  })
  test('a sentence that runs on to the next page stays one, page numbers go', async () => {
    const [first, second] = [article.slice(0, 90), article.slice(90)]
    const parsed = await read(pdf([[...flowed(first, { top: 80 }), { x: 290, y: 30, text: '- 1 -' }], flowed(second)]), '보도.pdf')
    expect(parsed.text).toBe(article)
    expect(whereIs(parsed, '300명')).toBe('2쪽')
  })
  test('columns become a table with its units', async () => {
    const row = (y: number, ...words: string[]) => words.map((text, at) => ({ x: 60 + at * 130, y, text }))
    const parsed = await read(
      pdf([[{ x: 60, y: 760, text: '(단위: 억원)' }, ...row(740, '기업', '투자액', '고용(명)'), ...row(720, '누리테크', '1,200', '300')]]),
      '표.pdf',
    )
    expect(parsed.text).toContain('누리테크 | 투자액 1,200억원 | 고용 300명')
    expect(whereIs(parsed, '1,200')).toBe('1쪽 표 1의 2행 2열')
  })
  test('pages that are pictures are said: all of them is no text layer, some of them a warning', async () => {
    expect(await reasonOf(pdf([[], []]), '스캔.pdf')).toBe('no-text-layer')
    expect(await reasonOf(pdf([[{ x: 290, y: 30, text: '- 1 -' }]]), '스캔.pdf')).toBe('no-text-layer')
    expect((await read(pdf([flowed(article), []]), '섞임.pdf')).warnings[0]).toMatchObject({
      code: 'page-without-text',
      ko: expect.stringContaining('2쪽'),
    })
  })
  test('a password and too many pages are refused', async () => {
    expect(await reasonOf(lockedPdf(), '암호.pdf')).toBe('encrypted')
    expect(await reasonOf(pdf([flowed('가나다'), flowed('라마바')]), '두쪽.pdf', { pages: 1 })).toBe('too-large')
  })
})

describe('tables', () => {
  test('XLSX values carry title, unit, format and address', async () => {
    const parsed = await read(await workbook(), '투자.xlsx')
    expect(parsed.text).toContain('㈜누리1테크 | 면적 120.5천㎡ | 투자액 1,200억원 | 고용 300명 | 지분율 35% | 준공일 2027-03-01')
    expect(whereIs(parsed, '1,200')).toBe('시트 ‘투자’ D4')
    expect(whereIs(parsed, '투자유치과')).toBe('시트 ‘투자’ C7')
  })
  test('XLS of the old Excel', async () => {
    const parsed = await read(
      xls('투자', [
        ['기업', '투자액(억원)'],
        ['㈜누리', 1200],
      ]),
      '투자.xls',
    )
    expect(parsed.text).toBe('투자\n기업 | 투자액(억원)\n㈜누리 | 투자액 1200억원')
    expect(whereIs(parsed, '1200')).toBe('시트 ‘투자’ 표 1의 2행 2열')
  })
  test('CSV whose lines over the table announce its unit', async () => {
    const parsed = await read(
      Buffer.from('투자협약 현황\n기준일: 2026-03-01\n(단위: 억원)\n\n연번,기업명,투자액,고용(명)\n1,㈜누리,850,150\n'),
      '현황.csv',
    )
    expect(parsed.text).toContain('기업명 ㈜누리 | 투자액 850억원 | 고용 150명')
  })
  test('CSV in CP949 with quotes and another delimiter', async () => {
    // 기업;투자액(억원) / 누리;1200 in CP949
    const bytes = Buffer.from('b1e2bef73bc5f5c0dabed728beefbff8290ab4a9b8ae3b313230300a', 'hex')
    expect((await read(bytes, '투자.csv')).text).toContain('누리 | 투자액 1200억원')
  })
  test('CSV with a byte-order mark, line ends in fields and an unclosed quote loses nothing', async () => {
    expect((await read(Buffer.from('\uFEFF기업,비고\r\n"누리, 주식회사","두\n줄"\r\n'), 'a.csv')).text).toContain('누리, 주식회사 | 두 줄')
    expect((await read(Buffer.from('기업,비고\n"누리,협의\n다온,완료\n'), 'b.csv')).text).toContain('다온 | 완료')
  })
})

describe('attacks', () => {
  test('entities are not followed, neither into the file system nor into a flood', async () => {
    const flood = [
      '<!ENTITY a "가가가가가가가가가가">',
      ...[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`),
    ].join('')
    const words = (name: string) => `<w:p><w:r><w:t>첫 글 &${name}; 끝</w:t></w:r></w:p>`
    expect((await read(docxOf(words('j'), `<!DOCTYPE w:document [${flood}]>`), '폭탄.docx')).text.length).toBeLessThan(100)
    expect((await read(docxOf(words('x'), '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), '엿보기.docx')).text).not.toContain(
      'root:',
    )
  })
  test('elements nested a hundred thousand deep are refused', async () => {
    const cells = '<w:tbl><w:tr><w:tc>'.repeat(100_000)
    expect(['damaged', 'too-deep']).toContain(await reasonOf(docxOf(cells), '깊음.docx', { milliseconds: 30_000 }))
    expect(await reasonOf(Buffer.from(`<!doctype html><html><body>${'<div>'.repeat(100_000)}글</body></html>`), '깊음.html')).toBe('too-deep')
  })
})

describe('pages, letters and archives', () => {
  test('a page says its title and its day', async () => {
    const html =
      '<!doctype html><html><head><title>협약 체결</title><meta property="article:published_time" content="2026-03-02T09:00:00+09:00"></head><body><p>새솔시는 1조원을 유치했다.</p></body></html>'
    expect(await read(Buffer.from(html), '기사.html')).toMatchObject({
      format: 'html',
      title: '협약 체결',
      publishedOn: '2026-03-02',
      text: '새솔시는 1조원을 유치했다.',
    })
  })
  test('a table in a page is lines with units, and so is the page that a system calls an Excel file', async () => {
    const rows = '<table><tr><th>기업</th><th>투자액(억원)</th></tr><tr><td>㈜누리&amp;테크</td><td>1,200</td></tr></table>'
    expect((await read(Buffer.from(`<!doctype html><html><body><p>투자 현황</p>${rows}</body></html>`), '표.html')).text).toContain(
      '㈜누리&테크 | 투자액 1,200억원',
    )
    const exported = await read(Buffer.from(`<html><body>${rows}</body></html>`), '현황.xls')
    expect(exported).toMatchObject({ format: 'html', warnings: [{ code: 'name-differs' }] })
    expect(exported.text).toContain('투자액 1,200억원')
  })
  test('what stands over a table of a page announces its units, and its caption is kept', async () => {
    const rows = '<tr><th>기업</th><th>투자액</th><th>고용</th></tr><tr><td>가온</td><td>30</td><td>120</td></tr>'
    const line = '가온 | 투자액 30억원 | 고용 120명'
    expect((await read(Buffer.from(`<html><body><p>현황 (단위: 억원, 명)</p><table>${rows}</table></body></html>`), '가.html')).text).toContain(line)
    const captioned = await read(
      Buffer.from(`<html><body><table><caption>표 1. 현황 (단위: 억원, 명)</caption>${rows}</table></body></html>`),
      '나.html',
    )
    expect(captioned.text.split(/\n+/)).toEqual(['표 1. 현황 (단위: 억원, 명)', '기업 | 투자액 | 고용', line])
  })
  test('a letter says subject, sender and day in Korea, and carries its attachments', async () => {
    const parsed = await read(
      letter({ subject: '투자협약 보도자료', text: '투자액은 1,200억원이다.' }, [{ name: '계획.hwpx', bytes: hwpx(['첨부 문서의 글']) }]),
      '편지.eml',
    )
    expect(parsed).toMatchObject({ title: '투자협약 보도자료', outlet: '새솔시 투자유치과', publishedOn: '2026-03-03' })
    expect(parsed.text).toBe('투자협약 보도자료\n\n투자액은 1,200억원이다.')
    expect(parsed.entries[0]).toMatchObject({ name: '계획.hwpx', parsed: { ok: true, text: '첨부 문서의 글' } })
  })
  test('a letter of HTML alone is read as a page', async () => {
    expect((await read(letter({ subject: '제목이다', html: '<p>투자액은 <b>1,200억원</b>이다.</p>' }), 'h.eml')).text).toBe(
      '제목이다\n\n투자액은 1,200억원이다.',
    )
  })
  test('each file of an archive is a document; a bad one among them spoils none', async () => {
    const parsed = await parseFile(
      zipSync({ '보도/계획.hwpx': hwpx(['첫 문서']), '글.txt': Buffer.from('둘째 문서'), '깨짐.pdf': Buffer.from('%PDF-1.7 깨짐') }),
      { name: '묶음.zip' },
    )
    if (!parsed.ok || parsed.kind !== 'bundle') throw new Error('expected a bundle')
    expect(parsed.entries.map((one) => [one.name, one.parsed.ok ? 'read' : one.parsed.reason])).toEqual([
      ['보도/계획.hwpx', 'read'],
      ['글.txt', 'read'],
      ['깨짐.pdf', 'damaged'],
    ])
  })
  test('archives in archives end somewhere', async () => {
    let bytes: Uint8Array = zipSync({ '글.txt': Buffer.from('안의 글') })
    for (let depth = 0; depth < 5; depth++) bytes = zipSync({ 'in.zip': bytes })
    let parsed = await parseFile(bytes, { name: '깊음.zip' })
    while (parsed.ok && parsed.kind === 'bundle') parsed = parsed.entries[0]!.parsed
    expect(parsed).toMatchObject({ ok: false, reason: 'too-deep' })
  })
})

describe('files that cannot be read get a clear answer', () => {
  const garbage = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256)
  test.each([
    ['암호.hwp', () => hwp(['글'], 2), 'encrypted'],
    ['암호.docx', encryptedOffice, 'encrypted'],
    ['암호.xlsx', encryptedOffice, 'encrypted'],
    ['계획.pdf', () => zipSync({ 'a.txt': Buffer.from('글') }), 'disguised'],
    ['계획.hwp', () => Buffer.from('MZ\u0090\u0000 program'), 'disguised'],
    ['계획.txt', () => Buffer.from('<!doctype html><html><body>글</body></html>'), 'disguised'],
    ['계획.xlsx', () => docx(['글']), 'disguised'],
    ['계획.hwp', () => garbage, 'damaged'],
    ['계획.docx', () => docx(['글']).slice(0, 300), 'damaged'],
    ['빈.txt', () => new Uint8Array(), 'empty'],
    ['공백.txt', () => Buffer.from(' \n\t '), 'empty'],
    ['빈.docx', () => docx(['']), 'empty'],
    ['사진.png', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'unsupported'],
    ['폭탄.zip', () => zipSync({ a: new Uint8Array(40_000_000) }), 'too-large'],
  ] as const)('%s', async (name, make, reason) => {
    const parsed = await parseFile(make(), { name })
    expect(parsed).toMatchObject({ ok: false, reason })
    if (!parsed.ok) expect(parsed.detail.ko).toMatch(/[가-힣]/)
  })
  test('a file that takes too long is given up, and the next is read', async () => {
    expect(await reasonOf(pdf([flowed(article)]), '느림.pdf', { milliseconds: 1 })).toBe('too-slow')
    expect(await reasonOf(pdf([flowed(article)]), '다음.pdf')).toBe('read')
  })
  test('a file that takes too much memory is given up, and the next is read', async () => {
    const bytes = Buffer.from(`a,b\n${'가나다,라마바사아자차카타파하\n'.repeat(300_000)}`)
    expect(await reasonOf(bytes, '큼.csv', { megabytes: 40, characters: 1e9, cells: 1e9 })).toBe('too-large')
    expect(await reasonOf(Buffer.from('가나다'), '다음.txt')).toBe('read')
  })
  test('cells and characters have their limit', async () => {
    expect(await reasonOf(Buffer.from('가,나\n'.repeat(100)), '표.csv', { cells: 50 })).toBe('too-large')
    expect(await reasonOf(Buffer.from('가나다라마'), '글.txt', { characters: 3 })).toBe('too-large')
    expect(await reasonOf(Buffer.from('가나다라마'), '글.txt', { bytes: 3 })).toBe('too-large')
  })
})

test.each([
  ['빈.hwp', Buffer.alloc(0)],
  ['빈칸.txt', Buffer.from(' \n')],
  ['빈.zip', zipSync({})],
  ['잘린.docx', docx(['글이다']).subarray(0, 300)],
  ['폭탄.zip', zipSync({ '0.txt': new Uint8Array(60_000_000) })],
  ['보고.hwp', docx(['글이다'])],
  ['보고.pdf', Buffer.from('MZ'.padEnd(200, 'x'))],
  ['설치.exe', Buffer.from('MZ'.padEnd(200, 'x'))],
  ['암호.hwp', hwp(['글'], 2)],
  ['그림.pdf', pdf([[]])],
] as const)('a refusal says what to do, in both languages (%s)', async (name, bytes) => {
  const parsed = await parseFile(bytes, { name })
  expect(parsed.ok ? '' : parsed.detail.ko).toMatch(/주십시오\.$/)
  expect(parsed.ok ? '' : parsed.detail.en).toMatch(/\b(?:Add|add|Check|Get|Save|Look|Remove)\b[^.]*\.$/)
})
