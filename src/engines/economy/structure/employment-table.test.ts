import { expect, test } from 'vitest'
import { employmentTable } from './employment-table.ts'

const head = ['연도', '시도', '업종', '종사자수']

test('rows in any order become years, regions and industries', () => {
  const rows = [
    head,
    ['2021', '나', 'b', '4'],
    ['2020년', '가', 'a', '1,200명'],
    ['2020', '가', 'b', '0'],
    ['2020', '나', 'a', '2'],
    ['2020', '나', 'b', '3'],
    ['2021', '가', 'a', '5'],
    ['2021', '가', 'b', '6'],
    ['2021', '나', 'a', '7'],
    ['', '', '', ''],
  ]
  const table = employmentTable(rows)
  expect([table.years, table.regions.map((one) => one.id), table.industries.map((one) => one.id)]).toEqual([
    [2020, 2021],
    ['나', '가'],
    ['b', 'a'],
  ])
  expect(table.values).toEqual([
    [
      [3, 2],
      [0, 1200],
    ],
    [
      [4, 7],
      [6, 5],
    ],
  ])
})

test('what cannot be read, and a cell that is left out, is named', () => {
  const read =
    (...rows: string[][]) =>
    () =>
      employmentTable([head, ...rows])
  expect(() => employmentTable([['해', '지역', '값']])).toThrow('산업')
  expect(read(['올해', '가', 'a', '1'])).toThrow('row 2')
  expect(read(['2020', '가', 'a', ''])).toThrow('got ""')
  expect(read(['2020', '', 'a', '1'])).toThrow('fill both')
  expect(read(['2020', '가', 'a', '1'], ['2020', '가', 'a', '1'])).toThrow('again in row 3')
  expect(read(['2020', '가', 'a', '1'], ['2021', '나', 'a', '1'])).toThrow('2020 나 a')
})
