import { afterAll, describe, expect, test } from 'vitest'
import { flowed, type Put, pdf } from './fixtures/pdf.ts'
import { closeFormats, parseFile } from './parse-file.ts'
import { latticesOf } from './pdf-lattice.ts'
import { type Rule, rulesOf } from './pdf-rules.ts'
import { placeAt, placeLabel } from './text-map.ts'
import type { ParsedText } from './types.ts'

afterAll(closeFormats)

const read = async (bytes: Uint8Array): Promise<ParsedText> => {
  const parsed = await parseFile(bytes, { name: '표.pdf' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed
}
const level = (y: number, from: number, to: number) => [from, y, to, y] as const
const upright = (x: number, from: number, to: number) => [x, from, x, to] as const
const put = (x: number, y: number, text: string): Put => ({ x, y, text, size: 9 })

/** Narrow columns; titles over titles, a name over two rows, both sides open as Korean papers draw them. */
const rules = [
  level(700, 60, 260),
  level(680, 140, 260),
  level(660, 60, 260),
  level(640, 100, 260),
  level(620, 60, 260),
  level(600, 60, 260),
  upright(100, 620, 700),
  upright(140, 600, 700),
  upright(180, 600, 680),
  upright(220, 600, 700),
]
const words = [
  put(62, 710, '(단위: 억원)'),
  put(70, 676, '구분'),
  put(110, 676, '기업'),
  put(160, 686, '투자액'),
  put(222, 676, '고용(명)'),
  put(150, 666, '국내'),
  put(190, 666, '외국'),
  put(70, 636, '북구'),
  put(104, 646, '가람'),
  put(144, 646, '1,200'),
  put(184, 646, '300'),
  put(224, 646, '50'),
  put(104, 626, '나래'),
  put(144, 626, '800'),
  put(184, 626, '0'),
  put(224, 626, '30'),
  put(90, 606, '합계'),
  put(144, 606, '2,000'),
  put(184, 606, '300'),
  put(224, 606, '80'),
]

describe('a table that is drawn with lines', () => {
  test('keeps its merged titles and rows, however narrow its columns, and each value its cell', async () => {
    const parsed = await read(pdf([words], { rules }))
    expect(parsed.text.split('\n')).toEqual([
      '(단위: 억원)',
      '구분 | 기업 | 투자액 국내 | 투자액 외국 | 고용(명)',
      '북구 | 기업 가람 | 투자액 국내 1,200억원 | 투자액 외국 300억원 | 고용 50명',
      '북구 | 기업 나래 | 투자액 국내 800억원 | 투자액 외국 0억원 | 고용 30명',
      '합계 |  | 투자액 국내 2,000억원 | 투자액 외국 300억원 | 고용 80명',
    ])
    expect(placeLabel(placeAt(parsed.map, parsed.text.indexOf('1,200')) ?? {}).ko).toBe('1쪽 표 1의 3행 3열')
  })
  test('takes words that pdf.js runs together apart where a line stands between them', async () => {
    const apart = words.filter(({ text }) => text !== '1,200' && text !== '300')
    const together = [...apart, put(150, 646, '1,200 300'), put(184, 606, '300')]
    expect((await read(pdf([together], { rules }))).text).toContain('투자액 국내 1,200억원 | 투자액 외국 300억원 | 고용 50명')
  })
  test('stands between the paragraphs around it', async () => {
    const { text } = await read(pdf([[...flowed('앞의 글이다.', { top: 780 }), ...words, put(62, 560, '뒤의 글이다.')]], { rules }))
    expect(text.startsWith('앞의 글이다.\n')).toBe(true)
    expect(text.endsWith('\n뒤의 글이다.')).toBe(true)
  })
  test('is none where a frame with a heading stands around an article', async () => {
    const article = '새솔시는 누리테크와 투자협약을 맺고 새솔산업단지에 1,200억원을 들여 공장을 짓는다고 밝혔다. '.repeat(8).trim()
    const frame = [
      level(800, 50, 540),
      level(770, 50, 540),
      level(100, 50, 540),
      upright(50, 100, 800),
      upright(540, 100, 800),
      upright(300, 770, 800),
    ]
    const { text } = await read(pdf([[put(60, 780, '보도자료'), put(320, 780, '2026. 3. 2.'), ...flowed(article, { top: 750 })]], { rules: frame }))
    expect(text).not.toContain('|')
    expect(text.replace(/\s/g, '')).toContain(article.replace(/\s/g, ''))
  })
})

describe('lines of a page', () => {
  const names = { save: 1, restore: 2, transform: 3, constructPath: 4, stroke: 5, fill: 6, paintFormXObjectBegin: 7, paintFormXObjectEnd: 8 }
  test('strokes, frames and thin bars are rules where they stand on the page; letters and fields of colour are none', () => {
    const drawing = {
      fnArray: [1, 3, 4, 2, 4, 4, 4],
      argsArray: [
        null,
        [2, 0, 0, 2, 10, 10],
        [5, [[0, 0, 0, 1, 50, 0]]],
        null,
        [6, [[0, 0, 0, 1, 100, 0, 1, 100, 1, 1, 0, 1, 4]]],
        [6, [[0, 0, 0, 1, 100, 0, 1, 100, 50, 1, 0, 50, 4]]],
        [6, [[0, 0, 0, 2, 1, 2, 3, 4, 100, 0, 1, 100, 1, 1, 0, 1, 4]]],
      ],
    }
    expect(rulesOf(drawing, names)).toEqual([
      { level: true, at: 10, from: 10, to: 110 },
      { level: true, at: 0.5, from: 0, to: 100 },
    ])
  })
  test('every place of a lattice is in one cell, whichever inner lines are drawn', () => {
    const all: Rule[] = []
    for (let line = 0; line <= 3; line++) {
      all.push({ level: true, at: line * 20, from: 0, to: 90 })
      for (let part = 0; part < 3; part++) all.push({ level: false, at: line * 30, from: part * 20, to: part * 20 + 20 })
    }
    for (let left = 0; left < all.length; left++) {
      const [lattice] = latticesOf(all.filter((_, index) => index !== left && index !== (left * 7) % all.length))
      const covered = lattice!.cells.reduce((sum, cell) => sum + (cell.lastRow - cell.row + 1) * (cell.lastColumn - cell.column + 1), 0)
      expect(covered).toBe(lattice!.rows * lattice!.columns)
    }
  })
  test('a grid of ten thousand places is given up, not worked on', () => {
    const many = Array.from({ length: 120 }, (_, at): Rule[] => [
      { level: true, at: at * 5, from: 0, to: 600 },
      { level: false, at: at * 5, from: 0, to: 600 },
    ]).flat()
    expect(latticesOf(many)).toEqual([])
  })
})
