import { describe, expect, test } from 'vitest'
import { createModel } from '../../model/model.ts'
import { importInducement, valueAddedMultipliers } from '../../model/multipliers.ts'
import { spilloverFeedback } from '../../model/spillover-feedback.ts'
import { readIoTable } from '../read-io-table.ts'
import { readWorkbook } from './workbook.ts'

// The layout of 지역산업연관표: regions in row 5, codes in row 6, names in row 7; the rows begin with region, code and name; imported products stand under 수입. The numbers are made up.
const regions = ['서울', '광주', '제주']
const codes = ['A', 'C01', 'T']
const names = ['농림수산품', '음식료품', '기타']
const places = regions.flatMap((region) => names.map((name, i) => ({ region, name, code: codes[i]! })))
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const flows = places.map((from, i) => places.map((to, j) => (from.region === to.region ? 20 + i + j : 1 + ((i * j) % 4))))
const imports = names.map((_, i) => places.map((_, j) => 2 + i + (j % 3)))
const uses = ['민간소비지출', '정부소비지출']
const demand = places.map((_, i) => [...regions.flatMap((_, r) => uses.map((_, k) => 10 + i + r + k)), 90])
const output = places.map((_, i) => sum(flows[i]!) + sum(demand[i]!))
const valueAdded = places.map((_, j) => output[j]! - sum(flows.map((row) => row[j]!)) - sum(imports.map((row) => row[j]!)))

type Row = readonly (string | number)[]
const sheet = (name: string, rows: readonly Row[], merged: readonly [number, number, number, number][] = []) => ({
  name,
  cells: rows.flatMap((row, i) => row.flatMap((text, j) => (text === '' ? [] : [{ row: i + 1, column: j + 1, text: String(text) }]))),
  merged: merged.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
})
const rowsOf = (over: Row, beside: (i: number) => string): Row[] => [
  ['2020년 지역산업연관표 총거래표(생산자가격)'],
  ['2020년'],
  [],
  ['(단위: 백만원)'],
  ['', '', '', ...over, '', ...regions.flatMap((region) => [region, region]), '', '', ''],
  ['', '', '', ...places.map((one) => one.code), '9090', ...regions.flatMap(() => ['9111', '9112']), '9140', '9190', '9310'],
  ['지역', '부문', '부문명', ...places.map((one) => one.name), '중간수요계', ...regions.flatMap(() => uses), '수출', '최종수요계', '총산출'],
  ...places.map((one, i): Row => [beside(i), one.code, one.name, ...flows[i]!, sum(flows[i]!), ...demand[i]!, sum(demand[i]!), output[i]!]),
  ...names.map((name, i): Row => [i === 0 || beside(1) !== '' ? '수입' : '', codes[i]!, name, ...imports[i]!, sum(imports[i]!)]),
  ['', '9590', '중간투입계', ...places.map((_, j) => sum(flows.map((row) => row[j]!)) + sum(imports.map((row) => row[j]!)))],
  ['', '9690', '부가가치계', ...valueAdded],
  ['', '9790', '총투입계', ...output],
]
const each = rowsOf(
  places.map((one) => one.region),
  (i) => places[i]!.region,
)
const once = rowsOf(
  places.map((one, i) => (i % 3 === 0 ? one.region : '')),
  (i) => (i % 3 === 0 ? places[i]!.region : ''),
)

describe('a table of several regions in the layout of 지역산업연관표', () => {
  test.each([
    ['over each column and beside each row', sheet('총거래표', each)],
    ['over the first column and beside the first row', sheet('총거래표', once)],
    [
      'merged over their columns and rows',
      sheet(
        '총거래표',
        once,
        [0, 1, 2].flatMap((r): [number, number, number, number][] => [
          [5, 4 + 3 * r, 5, 6 + 3 * r],
          [8 + 3 * r, 1, 10 + 3 * r, 1],
        ]),
      ),
    ],
  ])('is read with its regions %s', (_how, one) => {
    const read = readWorkbook([one])
    const table = readIoTable({ ...read.raw, source: { importTreatment: 'domestic' } })
    expect(table.regions).toEqual(places.map(({ region }) => region))
    expect(table.sectors).toEqual(places.map(({ name }) => name))
    expect(Array.from(table.flows.values)).toEqual(flows.flat())
    expect(table.output).toEqual(output)
    expect(read.found).toMatchObject({ unit: '백만원', year: 2020, importTreatment: 'domestic', priceBasis: 'producer' })
    const model = createModel(table)
    const inside = valueAddedMultipliers(model).value
    for (const [j, share] of importInducement(model).value.entries()) expect(share + inside[j]!).toBeCloseTo(1, 10)
    expect(spilloverFeedback(model, '광주').value.intra).toHaveLength(3)
  })

  test('seventeen regions of 33 sectors are read in a moment', () => {
    const many = Array.from({ length: 17 }, (_, r) => `지역${String.fromCharCode(0xac00 + r * 28)}`)
    const goods = Array.from({ length: 33 }, (_, i) => `부문 ${String.fromCharCode(0xac00 + i * 588)}`)
    const all = many.flatMap((region) => goods.map((name) => ({ region, name })))
    const rows: Row[] = [
      ['총거래표'],
      ['', '', ...all.map((one) => one.region), '', ''],
      ['지역', '부문명', ...all.map((one) => one.name), '최종수요계', '총산출'],
      ...all.map((one): Row => [one.region, one.name, ...all.map(() => 1), 1000, 1561]),
    ]
    const from = Date.now()
    const read = readWorkbook([sheet('총거래표', rows)])
    expect(read.raw.sectors).toHaveLength(561)
    expect(new Set(read.raw.regions).size).toBe(17)
    expect(Date.now() - from).toBeLessThan(20_000)
  })

  test('a sheet of one region stays one', () => {
    const alone = sheet('표', [
      ['', '갑', '을', '총산출'],
      ['갑', 1, 2, 10],
      ['을', 3, 4, 20],
    ])
    expect(readWorkbook([alone]).raw.regions).toBeUndefined()
  })
})
