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
  test('one that takes too long is given up', async () => {
    const result = await readPage('<p>가</p>', { milliseconds: 0 })
    expect(result).toEqual({ ok: false, reason: 'too-slow' })
  })
})
