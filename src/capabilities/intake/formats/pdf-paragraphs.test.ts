import { describe, expect, test } from 'vitest'
import { isPageNumber, type Line, linesOfPage, withoutRunning } from './pdf-lines.ts'
import { between, edgesOf, goesOn, habitsOf } from './pdf-paragraphs.ts'
import { gridOfLines, tableLength } from './pdf-tables.ts'

/** Lines of full width one under the other; words parted by a bar stand in columns. */
const page = (number: number, ...texts: string[]): Line[] =>
  texts.map((text, row) => {
    const segments = text
      .split(' | ')
      .map((words, column) => ({ text: words, left: 60 + column * 130, right: 60 + column * 130 + words.length * 10 }))
    return { page: number, segments, left: 60, right: segments.at(-1)!.right, y: 780 - row * 16, size: 10, endsInSpace: false }
  })
const habits = { words: new Set(['산업단지', '투자', '협약']), beginnings: new Set(['산업', '산업단', '투자', '협약', '체결']), cutsWords: false }

describe('two lines of one paragraph', () => {
  test.each([
    ['지형이 달라지', '는 계기', ''],
    ['새솔산업', '단지에', ' '],
    ['새 산업', '단지 조성', ''],
    ['투자', '협약 체결', ' '],
    ['사업비 1,2', '00억원', ''],
    ['비율은 3.', '5%로', ''],
    ['기준일 2026. 3.', '2. 현재', ' '],
    ['사업비 1,200', '억원을', ''],
    ['고용 300', '명을', ' '],
    ['the data', 'centre', ' '],
    ['기업(', '누리', ''],
    ['맺었다고 2026', '년 11월', ''],
    ['공장을 2028', '년까지 짓고', ''],
    ['올해 3월 2', '일 밝혔다', ''],
    ['면적 2026', '일반산단', ' '],
    ['상·', '하수도', ''],
  ])('“%s / %s” is parted by “%s”', (before, after, separator) => {
    const known = separator === '' ? { ...habits, words: new Set([...habits.words, '산업단지']) } : habits
    expect(between(before, after, false, known)).toBe(separator)
  })
  test.each([
    ['새솔산업', '단지에', ''],
    ['투자를', '늘린다', ' '],
    ['공장을 짓는 계', '획이다', ''],
    ['2026년 20', '30년까지', ''],
    ['1,200억원', '(5.1%)', ''],
    ['“맺었다”', '고 밝혔다', ''],
    ['체결하고,', '고용을', ' '],
  ])('where a document cuts its words, “%s / %s” is parted by “%s”', (before, after, separator) => {
    expect(between(before, after, false, { ...habits, cutsWords: true })).toBe(separator)
  })
  test('a document cuts words where lines begin with what begins none', () => {
    const cut = page(
      1,
      '새솔시는 오늘 누리와 협약을 맺었',
      '다고 밝혔다 이어 공장을 짓는다',
      '는 계획과 함께 고용을 늘리겠다',
      '고 말했다 시는 내년부터 공사를',
    )
    expect(habitsOf(cut).cutsWords).toBe(true)
    const kept = page(
      1,
      '새솔시는 오늘 누리와 협약을 맺고',
      '공장을 함께 짓는다고 밝혔다 이',
      '계획과 함께 고용을 늘리겠다고',
      '말했다 시는 내년부터 공사를 한',
    )
    expect(habitsOf(kept).cutsWords).toBe(false)
  })
  test('a space that the page drew stays', () => {
    expect(between('달라지', '는', true, habits)).toBe(' ')
  })
  test('a word cut before “다.” goes on, a heading “다.” after a sentence does not', () => {
    const [cut, rest] = page(1, '새솔시는 협약을 맺었다고 지난달 밝혔', '다. 고용은 300명')
    const edge = { left: 60, right: cut!.right, leading: 16 }
    expect(goesOn(cut!, rest!, edge)).toBe(true)
    const [done, heading] = page(1, '새솔시는 협약을 맺었다고 지난 2일 밝혔다.', '다. 고용 계획')
    expect(goesOn(done!, heading!, { ...edge, right: done!.right })).toBe(false)
  })
  test('bullets, short lines, other sizes and lines of contents begin anew', () => {
    const [first, bullet] = page(1, '새솔시는 협약을 맺었다고 밝혔다', '□ 추진 계획')
    const edge = { left: 60, right: first!.right, leading: 16 }
    expect(goesOn(first!, bullet!, edge)).toBe(false)
    expect(goesOn({ ...first!, right: 100 }, { ...first!, y: 764 }, edge)).toBe(false)
    expect(goesOn(first!, { ...first!, y: 764, size: 16 }, edge)).toBe(false)
    expect(goesOn(page(1, '개요 ········ 3')[0]!, { ...first!, y: 764 }, edge)).toBe(false)
    expect(goesOn(first!, { ...first!, y: 764 }, edge)).toBe(true)
  })
})

describe('pages', () => {
  test('numbers and running titles go, the first running title stays', () => {
    const pages = [1, 2, 3, 4].map((number) =>
      page(number, '새솔시 투자유치 계획', `본문 ${number}`, `또 본문 ${'가나다라'[number - 1]}`, `- ${number} -`),
    )
    expect(isPageNumber(pages[0]!.at(-1)!)).toBe(true)
    expect(withoutRunning(pages).map((lines) => lines.length)).toEqual([3, 2, 2, 2])
  })
  test('runs of glyphs on one height are a line, a wide gap parts columns, an end of line ends it', () => {
    const run = (str: string, x: number, y: number, hasEOL = false) => ({
      str,
      transform: [10, 0, 0, 10, x, y],
      width: str.length * 10,
      height: 10,
      hasEOL,
    })
    const lines = linesOfPage([run('기업', 60, 700), run('투자액', 200, 700, true), run('누리', 60, 684), run('테크', 80, 684)], 1)
    expect(lines.map((line) => line.segments.map((segment) => segment.text))).toEqual([['기업', '투자액'], ['누리테크']])
  })
  test('rows of columns are a table, two columns of running text are none', () => {
    const rows = page(1, '기업 | 투자액 | 고용', '누리 | 1,200 | 300', '본문이 이어진다')
    expect(tableLength(rows, 0)).toBe(2)
    expect(gridOfLines(rows.slice(0, 2))[1]!.map((cell) => cell?.text)).toEqual(['누리', '1,200', '300'])
    const long = '가나다라마바사아자차카타파하'.repeat(4)
    expect(tableLength(page(1, `${long} | ${long}`, `${long} | ${long}`), 0)).toBe(0)
  })
  test('a document shows its words and its edges', () => {
    const lines = page(1, '새솔시는 산업단지 조성을 시작했다', '누리는 투자 협약을 맺었다')
    expect(habitsOf(lines).words.has('산업단지')).toBe(true)
    expect(edgesOf(lines).leading).toBe(16)
  })
})
