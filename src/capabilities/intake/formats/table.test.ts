import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { addTable, type Grid } from './table.ts'
import { TextBuilder } from './text-builder.ts'
import { placeAt } from './text-map.ts'

const grid = (rows: (string | null)[][]): Grid =>
  rows.map((row, r) => row.map((text, c) => (text === null ? null : { text, row: r + 1, column: c + 1 })))
const written = (rows: Grid, above = '') => {
  const builder = new TextBuilder(100_000)
  addTable(builder, rows, { table: 1 }, above)
  return builder.done()
}
const linesOf = (rows: (string | null)[][], above = '') => written(grid(rows), above).text.split('\n')

describe('a table as lines', () => {
  test('a row names itself, then each value behind its title with the unit of the title', () => {
    expect(
      linesOf([
        ['기업', '면적(천㎡)', '투자액(억원)', '비고'],
        ['㈜누리테크', '120.5', '1,200', '협의 중'],
        ['㈜다온', '미정', '', ''],
      ]),
    ).toEqual(['기업 | 면적(천㎡) | 투자액(억원) | 비고', '㈜누리테크 | 면적 120.5천㎡ | 투자액 1,200억원 | 협의 중', '㈜다온 | 면적(천㎡) 미정'])
  })
  test('a place without words between two values stays a place, so that a row of totals stands under its titles', () => {
    const lines = linesOf([
      ['구분', '기업명', '투자액(억원)', '고용(명)'],
      ['1', '㈜누리테크', '1,200', '50'],
      ['합계', '', '1,200', ''],
    ])
    expect(lines[2]).toBe('합계 |  | 투자액 1,200억원')
    expect(
      readDocument(lines.join('\n'))
        .mentions.filter((one) => one.kind === 'organisation')
        .map((one) => one.text),
    ).toEqual(['㈜누리테크'])
  })
  test('a unit announced above holds for bare numbers, not for numbers of rows', () => {
    expect(
      linesOf(
        [
          ['기업', '순번', '투자액', '면적(㎡)'],
          ['가온', '1', '30', '3,300'],
        ],
        '(단위: 억원)',
      )[1],
    ).toBe('가온 | 순번 1 | 투자액 30억원 | 면적 3,300㎡')
  })
  test('an overview of a project is labels and values, though its first value spans the columns below', () => {
    const cell = (row: number, column: number, text: string) => ({ row, column, text })
    const wide = (row: number, text: string) => {
      const value = cell(row, 2, text)
      return [value, value, value]
    }
    const rows: Grid = [
      [cell(1, 1, '사업명'), ...wide(1, '나래산단 이차전지 특화단지 조성')],
      grid([['위치', '나래시 북구 일원', '면적', '1,250천㎡']])[0]!.map((one) => one && { ...one, row: 2 }),
      grid([['사업비(억원)', '3,400', '사업기간', '2026년 ~ 2030년']])[0]!.map((one) => one && { ...one, row: 3 }),
      [cell(4, 1, '주요내용'), ...wide(4, '산업용지 800천㎡ 조성')],
    ]
    expect(written(rows).text.split('\n')).toEqual([
      '사업명 | 나래산단 이차전지 특화단지 조성',
      '위치 | 나래시 북구 일원',
      '면적 | 1,250천㎡',
      '사업비 | 3,400억원',
      '사업기간 | 2026년 ~ 2030년',
      '주요내용 | 산업용지 800천㎡ 조성',
    ])
    // the wide value may stand in a later row only
    expect(written(rows.slice(1)).text.split('\n')).toEqual([
      '위치 | 나래시 북구 일원',
      '면적 | 1,250천㎡',
      '사업비 | 3,400억원',
      '사업기간 | 2026년 ~ 2030년',
      '주요내용 | 산업용지 800천㎡ 조성',
    ])
  })
  test('a title over the table may carry its unit in brackets', () => {
    const title = { text: '연도별 투자유치(억원)', row: 1, column: 1 }
    const rows: Grid = [
      [title, title, title],
      ...grid([
        ['연도', '협약', '비고'],
        ['2025', '1,850', '3'],
      ]).map((row, at) => row.map((cell) => cell && { ...cell, row: at + 2 })),
    ]
    expect(written(rows).text.split('\n').at(-1)).toBe('연도 2025 | 협약 1,850억원 | 3')
  })
  test('titles over titles that a flat file writes once hold for the blanks beside them; a row of units belongs to the titles', () => {
    expect(
      linesOf([
        ['구분', '투자(억원)', '', '고용(명)', ''],
        ['', '계획', '실적', '계획', '실적'],
        ['㈜누리', '850', '120', '150', '32'],
      ]),
    ).toEqual([
      '구분 | 투자(억원) 계획 | 투자(억원) 실적 | 고용(명) 계획 | 고용(명) 실적',
      '㈜누리 | 투자 계획 850억원 | 투자 실적 120억원 | 고용 계획 150명 | 고용 실적 32명',
    ])
    expect(
      linesOf([
        ['기업명', '투자액', '고용', '면적'],
        ['', '(억원)', '(명)', '㎡'],
        ['㈜누리', '850', '150', '33,000'],
      ]),
    ).toEqual(['기업명 | 투자액 (억원) | 고용 (명) | 면적 ㎡', '㈜누리 | 투자액 850억원 | 고용 150명 | 면적 33,000㎡'])
  })
  test('years, what is after them, targets and results share the unit that is announced', () => {
    const rows = [
      ['구분', '합계', '2026', '2027', '2028 이후'],
      ['국비', '1,200', '300', '400', '500'],
    ]
    expect(linesOf(rows, '(단위: 억원)')[1]).toBe('국비 | 합계 1,200억원 | 2026년: 300억원 | 2027년: 400억원 | 2028 이후 500억원')
    expect(
      linesOf(
        [
          ['구분', '목표', '실적'],
          ['국내기업', '1,000', '1,200'],
        ],
        '(단위: 억원)',
      )[1],
    ).toBe('국내기업 | 목표 1,000억원 | 실적 1,200억원')
  })
  test('a unit may be announced in the last line of a table', () => {
    const rows = [
      ['사업명', '총액', '공정률'],
      ['새솔2산단', '240,000', '27%'],
      ['※ 단위: 백만원', null, null],
    ]
    expect(linesOf(rows)[1]).toBe('새솔2산단 | 총액 240,000백만원 | 공정률 27%')
  })
  test('of several announced units each title takes the one that it asks for', () => {
    const rows = [
      ['기업', '투자액', '부지면적', '고용', '비고'],
      ['가온', '30', '3.3', '120', '5'],
    ]
    expect(linesOf(rows, '(단위: 억원, 천㎡, 명)')[1]).toBe('가온 | 투자액 30억원 | 부지면적 3.3천㎡ | 고용 120명 | 5')
    // two of one kind: which of them is meant is not said
    expect(linesOf(rows, '(단위: 억원, 백만원)')[1]).toBe('가온 | 투자액 30 | 부지면적 3.3 | 고용 120명 | 5')
  })
  test('one announced unit is not given to a title of another kind', () => {
    const rows = [
      ['기업', '투자액', '고용', '면적', '구성비'],
      ['가온', '30', '120', '3,300', '12.5'],
    ]
    expect(linesOf(rows, '(단위: 억원)')[1]).toBe('가온 | 투자액 30억원 | 고용 120명 | 면적 3,300 | 구성비 12.5')
  })
  test('a unit in a title over titles holds for all below it', () => {
    const merged = { text: '투자(억원)', row: 1, column: 2 }
    const top = { text: '기업', row: 1, column: 1 }
    const rows: Grid = [
      [top, merged, merged],
      [top, { text: '국내', row: 2, column: 2 }, { text: '외국', row: 2, column: 3 }],
      grid([['가온', '30', '5']])[0]!,
    ]
    expect(written(rows).text.split('\n')[1]).toBe('가온 | 투자 국내 30억원 | 투자 외국 5억원')
  })
  test('under years each row takes the unit of what it measures', () => {
    const rows = [
      ['구분', '2026', '2027'],
      ['투자액', '100', '200'],
      ['고용', '10', '20'],
    ]
    expect(linesOf(rows, '(단위: 억원, 명)').slice(1)).toEqual(['투자액 | 2026년: 100억원 | 2027년: 200억원', '고용 | 2026년: 10명 | 2027년: 20명'])
  })
  test('a day that a spreadsheet shows as its number is the day; the sign of a currency does not unseat the unit of its column', () => {
    const rows = [
      ['기업', '협약일', '물량', '투자액(백만원)'],
      ['가온', '46000', '46000', '₩1,200'],
    ]
    expect(linesOf(rows)[1]).toBe('가온 | 협약일 2025-12-09 | 물량 46000 | 투자액 1,200백만원')
  })
  test('the row may carry the unit, and a year keeps its distance from the number', () => {
    expect(
      linesOf([
        ['구분', '2026', '2027'],
        ['투자(억원)', '100', '200'],
        ['고용(명)', '30', '40'],
      ]).slice(1),
    ).toEqual(['투자(억원) | 2026년: 100억원 | 2027년: 200억원', '고용(명) | 2026년: 30명 | 2027년: 40명'])
  })
  test('labels and values become lines of their own', () => {
    expect(
      linesOf([
        ['사업명', '새솔 산업단지'],
        ['사업비(억원)', '1,200'],
      ]),
    ).toEqual(['사업명 | 새솔 산업단지', '사업비 | 1,200억원'])
    expect(
      linesOf([
        ['위치', '새솔읍', '면적(㎡)', '3,000'],
        ['사업기간', '2026~2030', '사업비', '30억원'],
      ]),
    ).toEqual(['위치 | 새솔읍', '면적 | 3,000㎡', '사업기간 | 2026~2030', '사업비 | 30억원'])
  })
  test('a form is labels and values under the names of their groups, though its first row has words alone', () => {
    const company = { text: '신청 기업', row: 1, column: 1 }
    const plan = { text: '투자 계획', row: 3, column: 1 }
    const cell = (text: string, row: number, column: number) => ({ text, row, column })
    const wide = cell('850억원 (토지 120억원)', 4, 3)
    const statement = cell('위와 같이 신청합니다.', 6, 1)
    const rows: Grid = [
      [company, cell('기업명', 1, 2), cell('㈜누리소재', 1, 3), cell('대표자', 1, 4), cell('김하늘', 1, 5)],
      [company, cell('업종', 2, 2), cell('이차전지 소재', 2, 3), cell('연락처', 2, 4), cell('', 2, 5)],
      [plan, cell('부지면적(㎡)', 3, 2), cell('33,000', 3, 3), cell('고용인원(명)', 3, 4), cell('150', 3, 5)],
      [plan, cell('투자금액', 4, 2), wide, wide, wide],
      [plan, cell('추진경과', 5, 2), cell('협약 체결', 5, 3), cell('착공예정일', 5, 4), cell('2026-09-01', 5, 5)],
      [statement, statement, statement, statement, statement],
    ]
    expect(written(rows).text.split('\n')).toEqual([
      '신청 기업',
      '기업명 | ㈜누리소재',
      '대표자 | 김하늘',
      '업종 | 이차전지 소재',
      '투자 계획',
      '부지면적 | 33,000㎡',
      '고용인원 | 150명',
      '투자금액 | 850억원 (토지 120억원)',
      '추진경과 | 협약 체결',
      '착공예정일 | 2026-09-01',
      '위와 같이 신청합니다.',
    ])
    // without groups
    expect(written(rows.slice(0, 3).map((row) => row.slice(1))).text.split('\n')).toEqual([
      '기업명 | ㈜누리소재',
      '대표자 | 김하늘',
      '업종 | 이차전지 소재',
      '부지면적 | 33,000㎡',
      '고용인원 | 150명',
    ])
  })
  test('titles side by side are no form, nor are firms side by side', () => {
    expect(
      linesOf([
        ['기업명', '소재지', '투자금액(억원)', '고용인원(명)'],
        ['㈜누리', '새솔읍', '850', '150'],
        ['㈜다온', '가람동', '120', '30'],
      ])[1],
    ).toBe('기업명 ㈜누리 | 소재지 새솔읍 | 투자금액 850억원 | 고용인원 150명'.replace('기업명 ', ''))
    expect(
      linesOf([
        ['기업명', '㈜누리', '㈜다온', '㈜가람'],
        ['투자금액(억원)', '850', '120', '70'],
        ['고용인원(명)', '150', '30', '20'],
      ])[1],
    ).toContain('850억원')
  })
  test('a merged title stands before each title below it, a merged row name in each of its rows', () => {
    const company = { text: '기업', row: 1, column: 1 }
    const plan = { text: '투자', row: 1, column: 2 }
    const name = { text: '㈜누리', row: 3, column: 1 }
    const cell = (text: string, row: number, column: number) => ({ text, row, column })
    const { text, map } = written([
      [company, plan, plan],
      [company, cell('금액(억원)', 2, 2), cell('면적(㎡)', 2, 3)],
      [name, cell('10', 3, 2), cell('20', 3, 3)],
      [name, cell('30', 4, 2), cell('40', 4, 3)],
    ])
    expect(text.split('\n')[0]).toBe('기업 | 투자 금액(억원) | 투자 면적(㎡)')
    expect(text.split('\n').slice(1)).toEqual(['㈜누리 | 투자 금액 10억원 | 투자 면적 20㎡', '㈜누리 | 투자 금액 30억원 | 투자 면적 40㎡'])
    expect(placeAt(map, text.indexOf('40㎡'))).toEqual({ table: 1, row: 4, column: 3 })
    expect(placeAt(map, text.lastIndexOf('㈜누리'))).toEqual({ table: 1, row: 3, column: 1 })
    expect(placeAt(map, text.lastIndexOf('투자'))).toBeNull()
  })
  test('the reader finds what the cells say, with row as subject', () => {
    const { text } = written(
      grid([
        ['기업', '면적(천㎡)', '투자액(백만원)', '고용(명)'],
        ['㈜누리테크', '120.5', '1,200', '300'],
      ]),
    )
    const found = readDocument(text, { published: '2026-03-02' }).mentions.map(({ kind, value }) => ({ kind, value }))
    expect(found).toContainEqual({ kind: 'area', value: 120_500 })
    expect(found).toContainEqual({ kind: 'money', value: 1_200_000_000 })
    expect(found).toContainEqual({ kind: 'count', value: 300 })
  })
})
