import { describe, expect, test } from 'vitest'
import { EconomyError } from '../../economy-error.ts'
import { createModel } from '../../model/model.ts'
import { importInducement, valueAddedMultipliers } from '../../model/multipliers.ts'
import { readIoTable } from '../read-io-table.ts'
import { readWorkbook } from './workbook.ts'

// The layout of the Bank of Korea's 2020 files (투입산출표_생산자가격): title, year, note and unit above; codes in row 5 and names in row 6, the totals with codes of their own; value added and output
// in the sheet of all goods alone, one row of sums under the domestic and the import sheet; sheets of coefficients in the same workbook. Sectors are few and the numbers made up.
const codes = ['A', 'B', 'C01', 'C12', 'F', 'T']
const names = ['농림수산품', '광산품', '음식료품', '운송장비', '건설', '기타']
const uses = ['민간소비지출', '정부소비지출', '민간고정자본형성', '정부고정자본형성', '재고증감', '귀중품순취득', '수출']
const useCodes = ['9111', '9112', '9121', '9122', '9123', '9124', '9140']
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const down = (table: readonly (readonly number[])[], j: number) => sum(table.map((row) => row[j]!))
const domestic = names.map((_, i) => names.map((_, j) => (i === 4 ? 0 : 10 * (i + 1) + j)))
const imported = names.map((_, i) => names.map((_, j) => (i > 3 ? 0 : 2 * (i + 1) + j)))
const domesticUse = names.map((_, i) => uses.map((_, k) => (k === 4 ? -3 : 90 + i + k)))
const importedUse = names.map((_, i) => uses.map((_, k) => (i > 3 || k === 6 ? 0 : 4 + k)))
const added = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) => a.map((row, i) => row.map((one, j) => one + b[i]![j]!))
const [total, totalUse] = [added(domestic, imported), added(domesticUse, importedUse)]
const output = names.map((_, i) => sum(domestic[i]!) + sum(domesticUse[i]!))
const bought = names.map((_, i) => sum(imported[i]!) + sum(importedUse[i]!))
const valueAdded = names.map((_, j) => output[j]! - down(total, j))
const wages = valueAdded.map((one) => Math.round(one / 2))

type Row = readonly (string | number)[]
const sheet = (name: string, rows: readonly Row[]) => ({
  name,
  cells: rows.flatMap((row, i) => row.flatMap((text, j) => (text === '' ? [] : [{ row: i + 1, column: j + 1, text: String(text) }]))),
})
const head = (title: string): Row[] => [[title], ['2020년'], ['주: 2020년 실측표'], ['(단위 : 백만원)']]
const demandCodes = ['9090', ...useCodes, '9190', '9290']
const demandNames = ['중간수요계', ...uses.map((one) => `${one.slice(0, 2)}\n${one.slice(2)}`), '최종수요계', '총수요계']
const supplyCodes = ['9310', '9321', '9322', '9323', '9330', '9341', '9342', '9390']
const supplyNames = ['총산출', '수입', '관세', '수입상품세', '수입계', '도소매마진', '화물운임', '총공급계']
const side = (table: readonly (readonly number[])[], demand: readonly (readonly number[])[], i: number): Row => [
  sum(table[i]!),
  ...demand[i]!,
  sum(demand[i]!),
  sum(table[i]!) + sum(demand[i]!),
]
const totals = (label: string, code: string, table: readonly (readonly number[])[], demand: readonly (readonly number[])[]): Row => [
  code,
  label,
  ...names.map((_, j) => down(table, j)),
  sum(table.map(sum)),
  ...uses.map((_, k) => down(demand, k)),
  sum(demand.map(sum)),
  sum(table.map(sum)) + sum(demand.map(sum)),
]

const totalSheet = (more: Partial<{ unit: string }> = {}) =>
  sheet('A표_총거래표(생산자)', [
    ...head('투입산출표(생산자가격 총거래표)').map((row) => row.map((cell) => (more.unit ? String(cell).replace('백만원', more.unit) : cell))),
    ['', '', ...codes, ...demandCodes, ...supplyCodes],
    ['', '', ...names, ...demandNames, ...supplyNames],
    ...names.map(
      (name, i): Row => [
        codes[i]!,
        name,
        ...total[i]!,
        ...side(total, totalUse, i),
        output[i]!,
        bought[i]! - 2,
        1,
        1,
        bought[i]!,
        0,
        0,
        output[i]! + bought[i]!,
      ],
    ),
    totals('중간투입계', '9590', total, totalUse),
    ['9610', '피용자보수', ...wages, sum(wages)],
    ['9621', '영업잉여', ...valueAdded.map((one, j) => one - wages[j]! - 13), 1],
    ['9622', '고정자본소모', ...valueAdded.map(() => 10), 60],
    ['9630', '생산세(보조금공제)', ...valueAdded.map(() => 3), 18],
    ['9690', '부가가치계', ...valueAdded, sum(valueAdded)],
    ['9790', '총투입계', ...output, sum(output)],
  ])
const sideSheet = (name: string, label: string, table: readonly (readonly number[])[], demand: readonly (readonly number[])[]) =>
  sheet(name, [
    ...head(name),
    ['', '', ...codes, ...demandCodes],
    ['', '', ...names, ...demandNames],
    ...names.map((one, i): Row => [codes[i]!, one, ...table[i]!, ...side(table, demand, i)]),
    totals(label, '9590', table, demand),
  ])
const coefficientSheet = (name: string, table: readonly (readonly number[])[]) =>
  sheet(name, [
    ...head(name),
    ['', '', ...codes],
    ['', '', ...names],
    ...names.map((one, i): Row => [codes[i]!, one, ...table[i]!.map((cell, j) => (cell / output[j]!).toFixed(6))]),
  ])
const workbook = () => [
  totalSheet(),
  sideSheet('A표_수입거래표(생산자)', '수입중간투입계', imported, importedUse),
  sideSheet('A표_국산거래표(생산자)', '국산중간투입계', domestic, domesticUse),
  coefficientSheet('A표_총투입계수(생산자)', total),
  coefficientSheet('A표_국산투입계수(생산자)', domestic),
  coefficientSheet('A표_수입투입계수(생산자)', imported),
  coefficientSheet('A표_생산유발계수(생산자)', domestic),
]

describe('the Bank of Korea’s workbook of 2020 at producers’ prices', () => {
  test('takes domestic and imported flows from their sheets, value added and output from the sheet of all goods', () => {
    const read = readWorkbook(workbook())
    expect(read.found).toEqual({ unit: '백만원', year: 2020, importTreatment: 'domestic', priceBasis: 'producer' })
    const table = readIoTable({ ...read.raw, source: { importTreatment: 'domestic' } })
    expect(table.sectors).toEqual(names)
    expect(Array.from(table.flows.values)).toEqual(domestic.flat())
    expect(Array.from(table.importedFlows!.values)).toEqual(imported.flat())
    expect(table.output).toEqual(output)
    expect(table.finalDemand.map((one) => one.name.replace(/\s/g, ''))).toEqual(uses)
    expect(table.valueAdded.map((one) => one.name)).toEqual(['피용자보수', '영업잉여', '고정자본소모', '생산세(보조금공제)'])
    const model = createModel(table)
    const inside = valueAddedMultipliers(model).value
    for (const [j, one] of importInducement(model).value.entries()) expect(one + inside[j]!).toBeCloseTo(1, 10)
  })

  test('names what each sheet is; sheets of coefficients are left alone', () => {
    expect(readWorkbook(workbook()).sheets.map((one) => one.kind)).toEqual([
      'total',
      'import',
      'domestic',
      'coefficients',
      'coefficients',
      'coefficients',
      'coefficients',
    ])
  })

  test('the sheet of all goods alone is a table of total flows; imports leave its final demand', () => {
    const read = readWorkbook([totalSheet()])
    expect(read.found.importTreatment).toBe('total')
    const table = readIoTable({ ...read.raw, source: { importTreatment: 'total' } })
    expect(table.output).toEqual(output)
    expect(Array.from(table.flows.values)).toEqual(total.flat())
  })

  test('a workbook of coefficients alone is refused, and says which sheets are wanted', () => {
    expect(() => readWorkbook([coefficientSheet('A표_국산투입계수(생산자)', domestic)])).toThrow(EconomyError)
    expect(() => readWorkbook([coefficientSheet('A표_국산투입계수(생산자)', domestic)])).toThrow('coefficients')
  })

  test('the sheets of another order and the blanks of large tables come to the same', () => {
    const turned = workbook().reverse()
    const blank = turned.map((one) => ({ ...one, cells: one.cells.filter(({ text, row, column }) => !(text === '0' && row > 6 && column > 2)) }))
    const [plain, sparse] = [readWorkbook(turned), readWorkbook(blank, { blankIsZero: true })]
    expect(plain.raw.flows).toEqual(domestic)
    expect(sparse.raw).toEqual(plain.raw)
    expect(() => readWorkbook(blank)).toThrow('empty cell')
  })
})

describe('persons in a file of their own (부속표_고용표)', () => {
  const years = ['2019', '2020']
  const jobs = sheet('취업자수 및 피용자수(상품)', [
    ['고용표(통합대분류)'],
    [''],
    ['취업자수 및 피용자수'],
    ['', '', '', '', '', '(단위 : 명)'],
    ['', '', ...years.flatMap((year) => [year, ''])],
    ['', '', ...years.flatMap(() => ['취업자수', '피용자수'])],
    ...names.map((name, i): Row => [codes[i]!, name, 1000 + i, 800 + i, 1100 + i, 900 + i]),
    ['', '합계', 1, 1, 1, 1],
    ['주: 1) 전업환산 기준'],
  ])

  test('stand beside the table’s sectors; of several years the table’s own counts', () => {
    const read = readWorkbook([...workbook(), jobs])
    expect(read.raw.employment).toEqual({ employed: names.map((_, i) => 1100 + i), employees: names.map((_, i) => 900 + i), unit: 'persons' })
  })

  test('of years that the table is not of, nobody may choose in silence', () => {
    const other = { ...jobs, cells: jobs.cells.map((cell) => (cell.text === '2020' ? { ...cell, text: '2018' } : cell)) }
    expect(() => readWorkbook([...workbook(), other])).toThrow('2020')
  })
})
