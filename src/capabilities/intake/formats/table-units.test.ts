import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { takesUnitOfRow } from './column-unit.ts'
import { addTable, type Grid } from './table.ts'
import { TextBuilder } from './text-builder.ts'

const grid = (rows: string[][]): Grid => rows.map((row, r) => row.map((text, c) => ({ text, row: r + 1, column: c + 1 })))
const linesOf = (rows: string[][], above = '') => {
  const builder = new TextBuilder(100_000)
  addTable(builder, grid(rows), { table: 1 }, above)
  return builder.done().text.split('\n')
}

describe('where a table says its units', () => {
  test('a column of units says the unit of its row, before and behind the numbers', () => {
    expect(
      linesOf([
        ['연번', '지표', '단위', '2026', '목표'],
        ['1', '투자액', '억원', '100', '250'],
        ['2', '부지', '(천㎡)', '30', '33.5'],
        ['3', '만족도', '점', '80', '85'],
      ]).slice(1),
    ).toEqual([
      '연번 1 | 지표 투자액 | 단위 억원 | 2026년: 100억원 | 목표 250억원',
      '연번 2 | 지표 부지 | 단위 (천㎡) | 2026년: 30천㎡ | 목표 33.5천㎡',
      '연번 3 | 지표 만족도 | 단위 점 | 2026년: 80 | 목표 85',
    ])
    expect(
      linesOf([
        ['사업명', '사업비', '단위', '기준연도'],
        ['도로 확충', '42', '억원', '2026'],
        ['기숙사 건립', '1,500', '백만원', '2027'],
      ])[2],
    ).toBe('기숙사 건립 | 사업비 1,500백만원 | 단위 백만원 | 기준연도 2027')
  })
  test('a column with a unit of its own keeps it, days and numbers of rows take none', () => {
    expect(
      linesOf([
        ['지표', '단위', '실적', '달성률(%)', '준공'],
        ['투자액', '억원', '90', '75', '2027'],
        ['고용', '명', '30', '60', '2028'],
      ])[1],
    ).toBe('투자액 | 단위 억원 | 실적 90억원 | 달성률 75% | 준공 2027')
    for (const title of ['연번', '순위', '기간', '준공', '비율', '전화번호']) expect(takesUnitOfRow([title]), title).toBe(false)
    for (const title of ['2026', '3월', '목표치', '사업비', '누계']) expect(takesUnitOfRow([title]), title).toBe(true)
  })
  test('a unit over the names of the rows is that of the table', () => {
    expect(
      linesOf([
        ['구분(억원)', '2026', '2027'],
        ['국비', '100', '250'],
        ['㈜누리', '20', '60'],
      ]).slice(1),
    ).toEqual(['국비 | 2026년: 100억원 | 2027년: 250억원', '㈜누리 | 2026년: 20억원 | 2027년: 60억원'])
    expect(
      linesOf([
        ['(단위: 백만원)', '국비', '시비'],
        ['도로 확충', '4,200', '1,200'],
        ['기숙사 건립', '1,500', '300'],
      ])[2],
    ).toBe('기숙사 건립 | 국비 1,500백만원 | 시비 300백만원')
  })
  test('what is announced above holds before the corner, and numbers under a unit keep theirs to themselves', () => {
    expect(
      linesOf(
        [
          ['구분(억원)', '당초', '변경'],
          ['국비', '100', '250'],
          ['시비', '20', '60'],
        ],
        '(단위: 백만원)',
      )[1],
    ).toBe('국비 | 당초 100백만원 | 변경 250백만원')
    expect(
      linesOf([
        ['면적(㎡)', '필지', '비고'],
        ['1,200', '3', '매각'],
        ['1,500', '4', '임대'],
      ])[1],
    ).toBe('면적 1,200㎡ | 필지 3 | 매각')
  })
  test('months and days that stand side by side are titles; one beside a label is its value', () => {
    expect(
      linesOf([
        ['구분', '2026년 1월', '2026년 2월'],
        ['투자(억원)', '100', '250'],
        ['고용(명)', '20', '60'],
      ])[1],
    ).toBe('투자(억원) | 2026년 1월: 100억원 | 2026년 2월: 250억원')
    expect(
      linesOf([
        ['기준일', '2026. 3. 31.', '2026. 6. 30.'],
        ['투자액(억원)', '100', '250'],
      ])[1],
    ).toBe('투자액(억원) | 2026. 3. 31.: 100억원 | 2026. 6. 30.: 250억원')
    expect(
      linesOf([
        ['착공', '2026. 3.', '준공', '2027. 6.'],
        ['협약', '2026. 1.', '가동', '2027. 9.'],
      ])[0],
    ).toBe('착공 | 2026. 3.')
  })
  test('about so much is in the unit of its title', () => {
    expect(
      linesOf([
        ['기업', '투자액(억원)', '고용(명)'],
        ['㈜누리', '약 1,200', '３０'],
        ['㈜다온', '830', '95'],
      ])[1],
    ).toBe('㈜누리 | 투자액 약 1,200억원 | 고용 ３０명')
  })
  test('a year with what its values are is a time like others', () => {
    expect(
      linesOf([
        ['성과지표', '측정단위', '2025 실적', "'26년 목표치"],
        ['투자유치액', '억원', '900', '1,100'],
        ['신규 고용', '명', '210', '250'],
      ])[1],
    ).toBe("투자유치액 | 측정단위 억원 | 2025 실적 900억원 | '26년 목표치 1,100억원")
  })
  test('names of rows under a blank corner are named, so that titles stay over their values', () => {
    const lines = linesOf([
      ['', '투자액(억원)', '고용(명)'],
      ['㈜누리테크', '610', '70'],
      ['㈜다온소재', '95.5', '12'],
    ])
    expect(lines).toEqual(['구분 | 투자액(억원) | 고용(명)', '㈜누리테크 | 투자액 610억원 | 고용 70명', '㈜다온소재 | 투자액 95.5억원 | 고용 12명'])
    expect(readDocument(lines.join('\n')).commitments.map((one) => [one.subject.value, one.value])).toEqual([
      ['㈜누리테크', 61_000_000_000],
      ['㈜누리테크', 70],
      ['㈜다온소재', 9_550_000_000],
      ['㈜다온소재', 12],
    ])
  })
})
