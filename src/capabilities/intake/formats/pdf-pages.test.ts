import { afterAll, describe, expect, test } from 'vitest'
import { type Put, pdf } from './fixtures/pdf.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

type Rule = readonly [number, number, number, number]
const read = async (pages: readonly (readonly Put[])[], rules: readonly Rule[] = []): Promise<string[]> => {
  const parsed = await parseFile(pdf(pages, { rules }), { name: '현황.pdf' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed.text.split('\n')
}
const titles = ['기업', '위치', '투자액(억원)']
const rows = [
  ['누리소재', '새솔읍', '850'],
  ['다온화학', '가람동', '120'],
  ['나래정밀', '나래면', '70'],
  ['라온로봇', '새솔읍', '60'],
]
const edges = [60, 200, 340, 480]
const placed = (lines: readonly (readonly string[])[], top = 760): Put[] =>
  lines.flatMap((row, r) => row.map((text, column) => ({ x: edges[column]! + 5, y: top - r * 20 - 14, text })))
const ruled = (count: number, top = 760): Rule[] => [
  ...Array.from({ length: count + 1 }, (_, row): Rule => [60, top - row * 20, 480, top - row * 20]),
  ...edges.map((x): Rule => [x, top - count * 20, x, top]),
]
const whole = ['기업 | 위치 | 투자액(억원)', ...rows.map(([firm, place, money]) => `${firm} | 위치 ${place} | 투자액 ${money}억원`)]

describe('a table over two pages', () => {
  test('goes on under its titles, which are not repeated, with lines and without', async () => {
    const pages = [placed([titles, ...rows.slice(0, 2)]), placed([titles, ...rows.slice(2)])]
    expect(await read(pages, ruled(3))).toEqual(whole)
    expect(await read(pages)).toEqual(whole)
  })
  test('goes on under its titles where the next page has none', async () => {
    expect(await read([placed([titles, rows[0]!]), placed(rows.slice(1, 3))], ruled(2))).toEqual(whole.slice(0, 4))
  })
  test('is another one where its titles are others, or words stand between', async () => {
    const other = ['구분', '업종', '면적(㎡)']
    const lines = await read([placed([titles, ...rows.slice(0, 2)]), placed([other, ['1구역', '화학', '3,300'], ['2구역', '기계', '500']])], ruled(3))
    expect(lines).toContain('1구역 | 업종 화학 | 면적 3,300㎡')
    const between = await read([
      [...placed([titles, ...rows.slice(0, 2)]), { x: 60, y: 600, text: '위 표는 2월 말의 현황이다.' }],
      placed([titles, ...rows.slice(2)]),
    ])
    expect(between.filter((line) => line === whole[0])).toHaveLength(2)
  })
})

describe('what two pages repeat at their edges', () => {
  test('is no part of a sentence that goes on over the page', async () => {
    const page = (lines: readonly string[], number: number): Put[] => [
      { x: 60, y: 810, text: '새솔시 보도자료', size: 8 },
      ...lines.map((text, at) => ({ x: 60, y: 780 - at * 16, text })),
      { x: 60, y: 30, text: '새솔시 투자유치과 (031-000-1234)', size: 8 },
      { x: 500, y: 30, text: `${number} / 2`, size: 8 },
    ]
    const lines = await read([
      page(
        [
          '새솔시는 누리소재와 협약을 맺고 새솔산업단지에 공장을 짓기로 하고 이에',
          '필요한 진입도로와 용수를 미리 마련하며 나라와 시의 돈을 모두 들여서 국비',
        ],
        1,
      ),
      page(['120억원과 시비 80억원을 내년부터 세 해에 걸쳐 투입하기로 했다고 밝혔다.', '끝.'], 2),
    ])
    expect(lines.join('\n')).toContain('국비 120억원과 시비 80억원')
    expect(lines.filter((line) => line.includes('투자유치과'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('보도자료'))).toHaveLength(1)
  })
})

describe('small letters set high', () => {
  test('numbers of notes are no part of the word before them; powers are', async () => {
    const [line] = await read([
      [
        { x: 60, y: 700, text: '새솔시는 누리소재' },
        { x: 150, y: 704, text: '1)', size: 6 },
        { x: 162, y: 700, text: '와 33,000m' },
        { x: 253, y: 704, text: '2', size: 6 },
        { x: 261, y: 700, text: ' 터에 협약을 맺었다.' },
      ],
    ])
    expect(line).toMatch(/^새솔시는 누리소재와 33,000m\s?2 터에 협약을 맺었다\.$/)
  })
})
