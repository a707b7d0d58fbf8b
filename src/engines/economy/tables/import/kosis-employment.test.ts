import { describe, expect, test } from 'vitest'
import { gridOf } from './grid.ts'
import { readRegionalEmployment } from './regional-employment.ts'

const sheet = (rows: readonly (readonly (string | number)[])[], name = '데이터', merged: readonly [number, number, number, number][] = []) =>
  gridOf({
    name,
    cells: rows.flatMap((row, i) => row.flatMap((text, j) => (text === '' ? [] : [{ row: i + 1, column: j + 1, text: String(text) }]))),
    merged: merged.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
  })
const told = (read: ReturnType<typeof readRegionalEmployment>) => read.lines.map((one) => `${one.year} ${one.region} ${one.code} ${one.persons}`)

describe('employment as KOSIS gives it', () => {
  test('as seen: years merged over items, classes by level, repeated words left out', () => {
    const grid = sheet(
      [
        ['행정구역별(1)', '산업별(1)', '2019', '', '2020', ''],
        ['행정구역별(1)', '산업별(1)', '사업체수 (개)', '종사자수 (명)', '사업체수 (개)', '종사자수 (명)'],
        ['전국', 'C.제조업(10~34)', 10, 300, 12, 330],
        ['', '26.전자부품, 컴퓨터, 영상, 음향 및 통신장비 제조업', 4, '100', 5, '1,200'],
        ['', '30.자동차 및 트레일러 제조업', 6, 200, 7, 210],
        ['광주광역시', '26.전자부품, 컴퓨터, 영상, 음향 및 통신장비 제조업', 1, 40, 1, 45],
        ['', '30.자동차 및 트레일러 제조업', 2, 60, 2, '-'],
      ],
      '데이터',
      [
        [1, 3, 1, 4],
        [1, 5, 1, 6],
      ],
    )
    const read = readRegionalEmployment(grid)
    expect(read.years).toEqual([2019, 2020])
    expect(read.regions).toEqual(['전국', '광주광역시'])
    expect(told(read).sort()).toEqual([
      '2019 광주광역시 26 40',
      '2019 광주광역시 30 60',
      '2019 전국 26 100',
      '2019 전국 30 200',
      '2020 광주광역시 26 45',
      '2020 광주광역시 30 0',
      '2020 전국 26 1200',
      '2020 전국 30 210',
    ])
    // the section stands beside its divisions
    expect(read.notes[0]).toContain('2 rows were left out')
  })

  test('long: 시점 and 항목 in columns of their own; other items are left alone', () => {
    const read = readRegionalEmployment(
      sheet([
        ['시점', '시도별', '산업분류별', '항목', '데이터'],
        ['2021 년', '전국', 'C26 전자부품', '사업체수', 7],
        ['2021 년', '전국', 'C26 전자부품', '종사자수', 90],
        ['2022 년', '전국', 'C26 전자부품', '종사자수', 95],
      ]),
    )
    expect(told(read)).toEqual(['2021 전국 26 90', '2022 전국 26 95'])
  })

  test('a CSV of all: codes in a column of their own (C산업분류), items in rows, years in columns', () => {
    const read = readRegionalEmployment(
      sheet([
        ['C행정구역별', '행정구역별', 'C산업분류', '산업분류', '항목', '단위', '2021 년', '2022 년'],
        ['29', '광주광역시', 'C26', '전자부품 제조업', '종사자수', '명', 50, 51],
        ['29', '광주광역시', 'C26', '전자부품 제조업', '사업체수', '개', 5, 5],
      ]),
    )
    expect(told(read)).toEqual(['2021 광주광역시 26 50', '2022 광주광역시 26 51'])
    expect(read.lines[0]!.name).toBe('전자부품 제조업')
  })

  test('sections that are named without a letter are known by their names', () => {
    const read = readRegionalEmployment(
      sheet([
        ['지역', '산업', '종사자수'],
        ['가시', '제조업', 5],
        ['가시', '건설업', 6],
      ]),
      { codeOfName: (name) => ({ 제조업: 'C', 건설업: 'F' })[name] ?? null },
    )
    expect(read.lines.map((one) => one.code)).toEqual(['C', 'F'])
    expect(read.years).toEqual([])
  })

  test('a value that was kept back is refused with its cell', () => {
    expect(() =>
      readRegionalEmployment(
        sheet([
          ['시도별(1)', '산업별(1)', '2020'],
          ['시도별(1)', '산업별(1)', '종사자수 (명)'],
          ['전국', '26.전자부품', 'X'],
        ]),
      ),
    ).toThrow('데이터!C3')
  })
})
