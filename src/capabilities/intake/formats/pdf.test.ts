import { afterAll, describe, expect, test } from 'vitest'
import { flowed, type Put, pdf } from './fixtures/pdf.ts'
import { closeFormats, parseFile } from './parse-file.ts'
import { knownLetters } from './pdf-letters.ts'
import type { Glyphs } from './pdf-lines.ts'
import type { ParsedText } from './types.ts'

afterAll(closeFormats)

const article =
  '새솔시는 올해 상반기에 누리테크와 투자협약을 맺고 새솔산업단지에 1,200억원을 들여 공장을 짓는다고 밝혔다. 이 공장이 완공되면 지역의 산업 지형이 크게 달라지는 계기가 될 것으로 기대된다. 고용은 300명이다.'
const read = async (bytes: Uint8Array): Promise<ParsedText> => {
  const parsed = await parseFile(bytes, { name: '보고.pdf' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed
}
const glyphs = (fontName: string, str: string): Glyphs => ({ str, fontName, transform: [10, 0, 0, 10, 60, 700], width: 10, height: 10, hasEOL: true })

describe('fonts that do not say which letters they draw', () => {
  test('a file of them alone is refused with what to do', async () => {
    const parsed = await parseFile(pdf([flowed(article)], { font: 'unmapped' }), { name: '보고.pdf' })
    expect(parsed).toMatchObject({
      ok: false,
      reason: 'letters-unknown',
      detail: { ko: expect.stringContaining('OCR'), en: expect.stringContaining('OCR') },
    })
  })
  test('their words are left out where others are in the main, and told by page', () => {
    const [first, second] = knownLetters([[glyphs('a', article)], [glyphs('a', article), glyphs('b', '\u1AC8\u1B94\u1CDC\u2C2E')]])
    expect(first).toMatchObject({ unknown: 0, glyphs: [{ str: article }] })
    expect(second).toMatchObject({ unknown: 4, glyphs: [{ str: article }] })
  })
  test('a page that is mostly such gives nothing: its numbers would stand without what they are said of', () => {
    const [page] = knownLetters([[glyphs('a', '1,200'), glyphs('b', '\u1AC8\u1B94\u1CDC\u2C2E\u1971\u2B4C'), glyphs('a', '300')]])
    expect(page!.glyphs).toEqual([])
    const [control] = knownLetters([[glyphs('a', '\u0003\u0011 $%\u0007&\u0005()*+,')]])
    expect(control!.glyphs).toEqual([])
  })
  test('bullets of symbol fonts, Chinese, Japanese and Greek are letters', () => {
    const page = [
      glyphs('a', '\uF06C 투자 α'),
      glyphs('b', '\uF0A8'),
      glyphs('c', '北九州市は協定を結び'),
      glyphs('d', '投资亿元'),
      glyphs('e', 'Société μ'),
      glyphs('f', '□ ㈜누리 ㎡ ①'),
    ]
    expect(knownLetters([page])[0]).toMatchObject({ unknown: 0, glyphs: page })
  })
})

describe('pages laid out otherwise', () => {
  test('text and tables that lie on their side are read upright', async () => {
    const turned = (turn: 90 | 270, sign: 1 | -1) => {
      const put = (along: number, down: number, text: string): Put =>
        turn === 90 ? { x: 60 + down * sign, y: 60 + along, text, turn } : { x: 540 - down, y: 780 - along, text, turn }
      const rows = [
        ['기업', '투자액(억원)', '고용(명)'],
        ['누리테크', '1,200', '300'],
        ['다온', '80', '20'],
      ]
      return pdf([
        [
          ...[article.slice(0, 60), article.slice(60)].map((text, at) => put(0, at * 16, text)),
          ...rows.flatMap((row, r) => row.map((text, column) => put(column * 150, 60 + r * 20, text))),
        ],
      ])
    }
    for (const bytes of [turned(90, 1), turned(270, -1)]) {
      const { text } = await read(bytes)
      expect(text).toContain(article)
      expect(text).toContain('누리테크 | 투자액 1,200억원 | 고용 300명')
    }
  })
  test('each column of a page has paragraphs of its own', async () => {
    const column = (text: string, x: number): Put[] => {
      const lines: string[] = []
      for (const word of text.split(' ')) {
        if (lines.length > 0 && `${lines.at(-1)} ${word}`.length <= 22) lines.push(`${lines.pop()} ${word}`)
        else lines.push(word)
      }
      return lines.map((line, at) => ({ x, y: 690 - at * 14, text: line }))
    }
    const columns = pdf([
      [...flowed(`머리글은 너비 전체에 걸친다. ${article}`, { top: 790 }), ...column(article, 60), ...column(`둘째 단이다. ${article}`, 320)],
    ])
    const { text } = await read(columns)
    expect(text.split('\n')).toEqual([`머리글은 너비 전체에 걸친다. ${article}`, article, `둘째 단이다. ${article}`])
  })
  test('a file that is half scanned and half text tells which pages were not read', async () => {
    const { text, warnings } = await read(pdf([flowed(article), [], flowed('다음 쪽이다.'), []]))
    expect(text).toContain('다음 쪽이다.')
    expect(warnings).toMatchObject([{ code: 'page-without-text', ko: expect.stringContaining('2, 4쪽'), en: expect.stringContaining('2, 4') }])
  })
})
