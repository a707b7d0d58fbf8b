import { expect, test } from 'vitest'
import { readIoTable } from '../read-io-table.ts'
import { readWorkbook } from './workbook.ts'

// a small table in the layout of the Bank of Korea's workbooks: title, year and unit above, codes and names in two header rows, every total that they print; the numbers are made up
const codes = ['A', 'B', 'C01', 'C12', 'T']
const names = ['농림수산품', '광산품', '음식료품', '운송장비', '기타']
const uses = ['민간소비지출', '정부소비지출', '민간고정자본형성', '정부고정자본형성', '재고증감', '귀중품순취득', '수출']
const domestic = names.map((_, i) => names.map((_, j) => 10 * (i + 1) + j))
const imported = names.map((_, i) => names.map((_, j) => 2 * (i + 1) + j))
const demand = names.map((_, i) => uses.map((_, k) => (k === 4 ? -3 : 20 + i + k)))
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const down = (table: readonly (readonly number[])[], j: number) => sum(table.map((row) => row[j]!))
const output = names.map((_, i) => sum(domestic[i]!) + sum(demand[i]!))
const taxes = names.map((_, j) => 3 + j)
const added = names.map((_, j) => output[j]! - down(domestic, j) - down(imported, j) - taxes[j]!)
const wages = added.map((one) => Math.round(one / 2))

type Row = readonly (string | number)[]
const sheet = (name: string, rows: readonly Row[]) => ({
  name,
  cells: rows.flatMap((row, i) => row.flatMap((text, j) => (text === '' ? [] : [{ row: i + 1, column: j + 1, text: String(text) }]))),
})

test('a workbook of the Bank of Korea is read with every total that it prints', () => {
  const read = readWorkbook(
    [
      sheet('국산거래표', [
        ['국산거래표(기초가격, 통합대분류)'],
        ['2020년', '', '', '', '', '', '', '', '', '', '(단위 : 백만원)'],
        ['', '', ...codes],
        ['', '', ...names, '중간수요계', ...uses, '최종수요계', '총수요계', '총산출(기초가격)'],
        ...names.map((name, i) => [codes[i]!, name, ...domestic[i]!, sum(domestic[i]!), ...demand[i]!, sum(demand[i]!), output[i]!, output[i]!]),
        ['', '국산중간투입계', ...names.map((_, j) => down(domestic, j))],
        ['', '수입중간투입계', ...names.map((_, j) => down(imported, j))],
        ['', '순생산물세(보조금공제)', ...taxes],
        ['', '중간투입계', ...names.map((_, j) => down(domestic, j) + down(imported, j) + taxes[j]!)],
        ['', '피용자보수', ...wages],
        ['', '영업잉여', ...added.map((one, j) => one - wages[j]! - 10)],
        ['', '고정자본소모', ...added.map(() => 8)],
        ['', '기타생산세(보조금공제)', ...added.map(() => 2)],
        ['', '부가가치계', ...added],
        ['', '총투입계', ...output],
      ]),
      sheet('수입거래표', [
        ['수입거래표(기초가격, 통합대분류)'],
        ['2020년', '', '', '', '', '', '', '', '', '', '(단위 : 백만원)'],
        ['', '', ...codes],
        ['', '', ...names, '중간수요계', ...uses, '최종수요계', '총수입'],
        ...names.map((name, i) => [
          codes[i]!,
          name,
          ...imported[i]!,
          sum(imported[i]!),
          ...uses.map(() => 1),
          uses.length,
          sum(imported[i]!) + uses.length,
        ]),
      ]),
      sheet('고용표', [
        ['취업자 및 피용자'],
        ['', '', '', '(단위 : 명, 전업환산)'],
        ['', '부문', '취업자수', '피용자수'],
        ...names.map((name, i) => [codes[i]!, name, 100 + i, 80 + i]),
      ]),
    ],
    { blankIsZero: false },
  )
  expect(read.found).toEqual({ unit: '백만원', year: 2020, importTreatment: 'domestic', priceBasis: 'basic' })
  const table = readIoTable({ ...read.raw, source: { importTreatment: 'domestic' } })
  expect(table.sectors).toEqual(names)
  expect(table.output).toEqual(output)
  expect(table.importedFlows!.values[1]).toBe(3)
  expect(table.valueAdded.map((one) => one.name)).toEqual([
    '피용자보수',
    '영업잉여',
    '고정자본소모',
    '기타생산세(보조금공제)',
    '순생산물세(보조금공제)',
  ])
  expect(table.employment).toMatchObject({ employed: [100, 101, 102, 103, 104], employees: [80, 81, 82, 83, 84] })
})
