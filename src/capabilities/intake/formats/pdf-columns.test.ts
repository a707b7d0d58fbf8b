import { afterAll, describe, expect, test } from 'vitest'
import { flowed, type Put, pdf } from './fixtures/pdf.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const first =
  '새솔시는 누리테크와 투자협약을 맺고 새솔산업단지에 1,200억원을 들여 공장을 짓는다고 밝혔다. 이 공장이 완공되면 지역의 산업 지형이 크게 달라지는 계기가 될 것으로 기대된다. 고용은 300명이다.'
const second =
  '한편 가람시는 다온소재와 손잡고 가람일반산업단지 3만㎡ 터에 500억원 규모의 연구소를 세운다. 연구소는 2027년 6월 문을 열며 연구원 70명을 새로 뽑을 계획이라고 시는 설명했다.'
const third =
  '나래군도 나래정밀이 900억원을 들여 농공단지에 생산 시설을 늘리기로 했다고 전했다. 군은 도로와 용수를 미리 갖추고 2028년까지 일자리 120개를 만들 방침이다.'

/** Lines of a column, broken between words. */
const broken = (text: string, width: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    if (lines.length > 0 && `${lines.at(-1)} ${word}`.length <= width) lines.push(`${lines.pop()} ${word}`)
    else lines.push(word)
  }
  return lines
}
const read = async (puts: readonly Put[]): Promise<string[]> => {
  const parsed = await parseFile(pdf([puts]), { name: '소식지.pdf' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed.text.split('\n')
}
/** Columns side by side at those places, drawn line by line; `lower` sets the lines of later columns lower, each by so much. */
const abreast = (columns: readonly (readonly string[])[], places: readonly number[], top: number, lower = 0): Put[] =>
  Array.from({ length: Math.max(...columns.map((lines) => lines.length)) }, (_, row) =>
    columns.flatMap((lines, column) => (lines[row] ? [{ x: places[column]!, y: top - row * 15 - column * lower, text: lines[row] }] : [])),
  ).flat()

describe('columns that are drawn line by line', () => {
  test('two columns are read one after the other, whatever stands over both', async () => {
    const puts = [
      { x: 60, y: 790, text: '새솔 소식 제12호', size: 16 },
      ...abreast([broken(first, 22), broken(second, 22)], [60, 310], 750),
      ...abreast([broken(`이 소식지는 분기마다 낸다. ${third}`, 46)], [60], 560),
    ]
    expect(await read(puts)).toEqual(['새솔 소식 제12호', first, second, `이 소식지는 분기마다 낸다. ${third}`])
  })
  test('columns whose lines do not stand on one height, and columns that are cut inside of words', async () => {
    const cut = (text: string) => flowed(text, { width: 21 }).map((put) => put.text)
    expect(await read(abreast([broken(first, 22), broken(second, 22)], [60, 310], 750, 4))).toEqual([first, second])
    const lines = await read(abreast([cut(first), cut(second)], [60, 310], 750))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('1,200억원을 들여')
    expect(lines[1]).toContain('500억원')
  })
  test('a sentence goes on from the foot of the first column to the top of the next', async () => {
    const all = broken(`${first} ${second}`, 22)
    const half = Math.ceil(all.length / 2)
    expect(await read(abreast([all.slice(0, half), all.slice(half)], [60, 310], 750))).toEqual([`${first} ${second}`])
  })
  test('three columns', async () => {
    const columns = [first, second, third].map((text) => broken(text, 14))
    expect(await read(abreast(columns, [40, 215, 390], 750))).toEqual([first, second, third])
  })
  test('rows of a table without rules stay rows', async () => {
    const rows = [
      ['기업', '투자액(억원)'],
      ['누리테크', '1,200'],
      ['다온소재', '500'],
      ['나래정밀', '900'],
      ['가람화학', '70'],
      ['해솔바이오', '30'],
      ['세움기계', '45'],
    ]
    const puts = rows.flatMap((row, r) => row.map((text, column) => ({ x: 60 + column * 250, y: 750 - r * 15, text })))
    expect(await read(puts)).toContain('누리테크 | 투자액 1,200억원')
    const items = rows.flatMap((_, r) => [
      { x: 60, y: 750 - r * 15, text: `추진 과제의 이름 ${r + 1}`.padEnd(12 + (r % 3) * 4, '가') },
      { x: 310, y: 750 - r * 15, text: `2026년 ${r + 1}월까지 ${r + 1}00억원` },
    ])
    for (const [index, line] of (await read(items)).entries()) expect(line).toContain(`${index + 1}00억원`)
  })
  describe('a note beside a text', () => {
    const text = broken(`${first} ${second}`, 26)
    const note = ['용어 설명', '산업단지란 공장과', '연구소를 모은', '땅을 말한다.']
    const said = note.join(' ')
    /** The note at a place beside the second line of the text and those after it. */
    const beside = (lines: readonly string[], [at, notesAt]: readonly [number, number], lower = 0): Put[] =>
      lines
        .flatMap((line, row) => [
          { x: at, y: 750 - row * 15, text: line },
          ...(note[row - 1] ? [{ x: notesAt, y: 750 - row * 15 - lower, text: note[row - 1]!, size: 8 }] : []),
        ])
        .sort((a, b) => b.y - a.y || a.x - b.x)
    test.each([
      ['right of it', [60, 380], 0],
      ['right of it, a little lower', [60, 380], 4],
      ['left of it, under the title', [170, 60], 0],
    ] as const)('stands %s and is no row of a table', async (_, places, lower) => {
      const lines = await read([{ x: 60, y: 790, text: '새솔 소식', size: 16 }, ...beside(text, places, lower)])
      expect(lines[0]).toBe('새솔 소식')
      expect([...lines.slice(1)].sort()).toEqual([`${first} ${second}`, said].sort())
    })
    test('labels beside their texts are none: each stays with its own', async () => {
      const items = ['추진 배경', '추진 내용', '기대 효과'].flatMap((label, item) => {
        const lines = broken([first, second, third][item]!, 26)
        return lines.map((line, row) => [row === 0 ? label : '', line] as const)
      })
      const puts = items.flatMap(([label, line], row) => [
        ...(label === '' ? [] : [{ x: 60, y: 750 - row * 15, text: label }]),
        { x: 170, y: 750 - row * 15, text: line },
      ])
      const lines = await read(puts)
      for (const [label, text] of [
        ['추진 배경', '새솔시는 누리테크와'],
        ['추진 내용', '한편 가람시는'],
        ['기대 효과', '나래군도'],
      ])
        expect(lines.findIndex((line) => line.includes(label!))).toBe(lines.findIndex((line) => line.includes(text!)))
    })
  })
})
