import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical.ts'
import { decodeCp949 } from './cp949.ts'
import { declaredCharset, decodeText } from './decode.ts'
import { readPage } from './html.ts'

// "투자 1조원" in CP949; 똠 stands outside of EUC-KR proper, inside of CP949
const cp949 = Uint8Array.from([0xc5, 0xf5, 0xc0, 0xda, 0x20, 0x31, 0xc1, 0xb6, 0xbf, 0xf8, 0x8c, 0x63])

describe('the canonical text', () => {
  test('working on its own result changes nothing, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = canonicalText(raw)
        expect(canonicalText(once)).toBe(once)
        expect(once).not.toContain('\u0000')
        expect(once).not.toContain('\r')
      }),
    )
  })
  test('line ends of every kind are one', () => {
    expect(canonicalText('가\r\n나\r다\u2028라\u2029마\u0085바\u000B사\f아')).toBe('가\n나\n다\n라\n마\n바\n사\n아')
  })
  test('decomposed syllables become composed ones', () => {
    expect(canonicalText('남양주'.normalize('NFD'))).toBe('남양주')
  })
})

describe('decoding', () => {
  test('CP949 is read where the bytes are no UTF-8', () => {
    expect(decodeText(cp949)).toEqual({ ok: true, text: '투자 1조원똠', encoding: 'euc-kr' })
  })
  test('every Hangul syllable has its own pair of bytes in CP949', () => {
    const seen = new Set<string>()
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x41; trail <= 0xfe; trail++) {
        const text = decodeCp949(Uint8Array.of(lead, trail))
        if (text !== null && /^[가-힣]$/.test(text)) seen.add(text)
      }
    expect(seen.size).toBe(11_172)
    expect(decodeCp949(Uint8Array.of(0x81, 0x41))).toBe('갂')
    expect(decodeCp949(Uint8Array.of(0xc6, 0x52))).toBe('힣')
  })
  test('UTF-8 text that could pass for EUC-KR stays UTF-8', () => {
    const text = '화도읍에 1조원 규모의 데이터센터'
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ ok: true, text, encoding: 'utf-8' })
  })
  test('a declared charset is asked first', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="euc-kr">'), cp949])
    expect(declaredCharset(page)).toBe('euc-kr')
    expect(decodeText(page, declaredCharset(page))).toMatchObject({ ok: true, encoding: 'euc-kr' })
  })
  test('Chinese and Japanese are read as what they are, declared or not', () => {
    const chinese =
      '\u65b0\u7d22\u5e02\u4e0e\u84dd\u79d1\u79d1\u6280\u7b7e\u7f72\u534f\u8bae\uff0c\u6295\u8d44120\u4ebf\u5143\u5efa\u8bbe\u5de5\u5382\u3002'
    const inGb = Buffer.from('d0c2cbf7cad0d3ebc0b6bfc6bfc6bcbcc7a9caf0d0add2e9a3accdb6d7ca313230d2dad4aabda8c9e8b9a4b3a7a1a3', 'hex')
    expect(decodeText(inGb)).toEqual({ ok: true, text: chinese, encoding: 'gb18030' })
    expect(decodeText(inGb, 'gb2312')).toEqual({ ok: true, text: chinese, encoding: 'gbk' })
    const japanese = '\u5317\u5e02\u306f120\u5104\u5186\u3092\u6295\u8cc7\u3059\u308b\u3068\u767a\u8868\u3057\u305f\u3002'
    const inShiftJis = Buffer.from('966b8e7382cd31323089ad897e82f0938a8e9182b782e982c694ad955c82b582bd8142', 'hex')
    expect(decodeText(inShiftJis)).toEqual({ ok: true, text: japanese, encoding: 'shift_jis' })
  })
  test('a western text keeps its quotation marks and accents, where they pass for Hangul too', () => {
    const said = 'Soci\u00e9t\u00e9 Aster\u2019s plant in S\u00e3o Bento will cost \u20ac120 million, it\u2019s said in a statement of the company.'
    const bytes = Buffer.from(said.replaceAll('\u2019', '\u0092').replace('\u20ac', '\u0080'), 'latin1')
    expect(decodeText(bytes)).toEqual({ ok: true, text: said, encoding: 'windows-1252' })
  })
  test('UTF-16 without its mark is read in either order of bytes', () => {
    const said = '새솔시는 1,200억원을 투자한다.\n'
    const little = Buffer.from(said, 'utf16le')
    expect(decodeText(little)).toEqual({ ok: true, text: said, encoding: 'utf-16le' })
    expect(decodeText(Buffer.from(little).swap16())).toEqual({ ok: true, text: said, encoding: 'utf-16be' })
  })
  test('a Korean page that calls itself western is read as Korean', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="iso-8859-1">'), cp949, cp949, cp949])
    expect(decodeText(page, declaredCharset(page))).toMatchObject({ encoding: 'euc-kr' })
    expect(declaredCharset(Buffer.from('<?xml version="1.0" encoding="euc-kr"?><html>'))).toBe('euc-kr')
  })
  test('a few broken places are let stand and counted, in either encoding; more are no text', () => {
    const said = '새솔시는 누리테크가 1,200억원을 투자한다고 밝혔다.\n'.repeat(3)
    const utf8 = Buffer.concat([Buffer.from(said), Buffer.from([0xec, 0xa0]), Buffer.from('... 이어진다.')])
    expect(decodeText(utf8)).toEqual({ ok: true, text: `${said}\uFFFD... 이어진다.`, encoding: 'utf-8', broken: 1 })
    const korean = Buffer.concat([cp949, cp949, cp949])
    const cut = Buffer.concat([korean, Buffer.from([0xb0]), Buffer.from('...'), korean])
    const whole = decodeText(korean)
    expect(decodeText(cut)).toEqual({ ok: true, text: whole.ok && `${whole.text}\uFFFD...${whole.text}`, encoding: 'euc-kr', broken: 1 })
    expect(decodeText(cut, 'euc-kr')).toMatchObject({ ok: true, broken: 1 })
    expect(decodeText(Buffer.concat([Buffer.from('가나'), Buffer.from([0xec, 0xa0])])).ok).toBe(false)
  })
  test('bytes that are no text are refused', () => {
    expect(decodeText(Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 19)).ok).toBe(false)
  })
})

describe('a page', () => {
  test('paragraphs stay apart, scripts and styles are left out', async () => {
    const long = '남양주시는 왕숙지구에 데이터센터를 유치한다고 밝혔다. '.repeat(8)
    const result = await readPage(
      `<html><head><title>제목</title><style>p{}</style></head><body><nav>메뉴</nav><article><h1>제목</h1><p>${long}</p><p>둘째 문단이다.</p><script>alert(1)</script></article></body></html>`,
    )
    expect(result.ok && result.page.title).toBe('제목')
    expect(result.ok && result.page.text).toContain('\n')
    expect(result.ok && result.page.text).toContain('둘째 문단이다.')
    expect(result.ok && result.page.text).not.toContain('alert')
  })
  test('a short page is read without its menus, its foot and its advertisements', async () => {
    const result = await readPage(
      '<html><body><nav><a>홈</a><a>전체 49,733건</a></nav><div class="side ad">1등 20억원</div><main><h1>가온소재, 한들산단에 투자</h1><p>나래시는 가온소재와 1,200억 원의 투자협약을 맺었다고 12일 밝혔다.</p></main><footer>무단 전재 금지</footer></body></html>',
    )
    expect(result.ok && result.page.text).toBe('가온소재, 한들산단에 투자\n\n나래시는 가온소재와 1,200억 원의 투자협약을 맺었다고 12일 밝혔다.')
  })
  test('a page that is nothing but a menu is read with it', async () => {
    const result = await readPage('<html><body><nav>한들산업단지 투자 1,200억원</nav></body></html>')
    expect(result.ok && result.page.text).toBe('한들산업단지 투자 1,200억원')
  })
  test('one that nests without end keeps its words, at a cost that grows with them alone', async () => {
    const html = `<html><body>${Array.from({ length: 300 }, (_, at) => `<div><p>${at + 1}번 업체는 1,200억원을 투자한다고 밝혔다.</p>`).join('')}</body></html>`
    const result = await readPage(html)
    expect(result.ok && result.page.text.match(/\d+번 업체/g)).toHaveLength(300)
  })
  test('one that takes too long is given up', async () => {
    // a thread that waits may read a short page before the clock is looked at
    const result = await readPage('<p>가</p>'.repeat(200_000), { milliseconds: 1 })
    expect(result).toEqual({ ok: false, reason: 'too-slow' })
  })
})
