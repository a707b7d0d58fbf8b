import { describe, expect, test } from 'vitest'
import { EconomyError } from '../../economy-error.ts'
import { createModel } from '../../model/model.ts'
import { reproducesBaseline as baseline } from '../../model/shocks.ts'
import { seededTable } from '../../seeded-table.ts'
import { readIoTable } from '../read-io-table.ts'
import { descriptorOf, readDescriptor } from './datapackage.ts'
import { gridOf, type Sheet } from './grid.ts'
import { isLong, longOf, readLong } from './long-table.ts'
import { completeMetadata, missingMetadata } from './metadata.ts'
import { packTable, unpackTable } from './packed-table.ts'
import { readRegionalEmployment } from './regional-employment.ts'
import { readWorkbook } from './workbook.ts'

/** Rows of words as a sheet; null is an empty cell. */
const sheet = (name: string, rows: readonly (readonly (string | number | null)[])[], merged: Sheet['merged'] = []): Sheet => ({
  name,
  cells: rows.flatMap((row, i) => row.flatMap((text, j) => (text === null ? [] : [{ row: i + 1, column: j + 1, text: String(text) }]))),
  merged,
})

/** What went wrong, for tests that want an error of ours. */
function refused(work: () => unknown): EconomyError {
  try {
    work()
  } catch (error) {
    if (error instanceof EconomyError) return error
    throw error
  }
  throw new Error('expected an error, got none')
}

const source = { id: 't', year: 2020, importTreatment: 'domestic' } as const

/** The layout of the Bank of Korea: codes and names, merged heads over two rows, totals, thousands parted by commas. Two sectors of Miller & Blair with imports. */
const bank = {
  domestic: [
    ['국산거래표(기초가격)', null, null, null, null, null, null, null, null],
    ['2020년', null, null, null, null, null, null, null, '(단위: 백만원)'],
    [null, null, 'A', 'C', '중간수요계', '최종수요', null, '최종수요계', '총수요계'],
    [null, null, '농림수산품', '공산품', null, '민간소비지출', '수출', null, null],
    ['A', '농림수산품', '150', '500', '650', '300', '50', '350', '1,000'],
    ['C', '공산품', '200', '100', '300', '1,500', '200', '1,700', '2,000'],
    [null, '중간투입계', '350', '600', '950', null, null, null, null],
    [null, '피용자보수', '400', '800', null, null, null, null, null],
    [null, '영업잉여', '150', '400', null, null, null, null, null],
    [null, '부가가치계', '550', '1,200', null, null, null, null, null],
    [null, '총투입계', '1,000', '2,000', null, null, null, null, null],
  ],
  imports: [
    ['수입거래표', null, null, null],
    [null, null, '농림수산품', '공산품'],
    ['A', '농림수산품', '40', '150'],
    ['C', '공산품', '60', '50'],
  ],
  jobs: [
    ['취업자표 (단위: 천명)', null, null, null],
    [null, '부문', '취업자', '피용자'],
    ['A', '농림수산품', '2', '0.5'],
    ['C', '공산품', '3', '2.8'],
  ],
} as const

describe('a workbook of the Bank of Korea', () => {
  const book = [sheet('국산거래표', bank.domestic), sheet('수입거래표', bank.imports), sheet('취업자', bank.jobs)]
  const found = readWorkbook(book)
  const table = readIoTable({ ...found.raw, source })

  test('is read with both origins, value added by its parts and persons in persons', () => {
    expect(table.sectors).toEqual(['농림수산품', '공산품'])
    expect(Array.from(table.flows.values)).toEqual([150, 500, 200, 100])
    expect(Array.from(table.importedFlows!.values)).toEqual([40, 150, 60, 50])
    expect(table.finalDemand.map((one) => [one.name, one.values])).toEqual([
      ['민간소비지출', [300, 1500]],
      ['수출', [50, 200]],
    ])
    expect(table.valueAdded.map((one) => one.name)).toEqual(['피용자보수', '영업잉여'])
    expect(table.output).toEqual([1000, 2000])
    expect(table.employment).toEqual({ employed: [2000, 3000], employees: [500, 2800], unit: 'persons' })
    expect(baseline(createModel(table))).toBe(true)
  })

  test('says what it states of itself and what each sheet is', () => {
    expect(found.found).toEqual({ unit: '백만원', year: 2020, importTreatment: 'domestic', priceBasis: 'basic' })
    expect(found.sheets.map((one) => one.kind)).toEqual(['domestic', 'import', 'employment'])
  })

  test('with a total sheet beside it is held to total = domestic + imported', () => {
    const total = [
      [null, '농림수산품', '공산품'],
      ['농림수산품', 190, 650],
      ['공산품', 260, 150],
      ['총투입계', 1000, 2000],
    ]
    expect(readWorkbook([...book, sheet('총거래표', total)]).raw.sectors).toHaveLength(2)
    total[1]![2] = 600
    const error = refused(() => readWorkbook([...book, sheet('총거래표', total)]))
    expect([error.code, error.cell?.row, error.cell?.column]).toEqual(['unbalanced-row', '농림수산품', '공산품'])
    expect(error.message).toContain('650 against 600')
  })

  test.each([
    ['a word where a number should stand', 4, 3, 'X', 'not-a-number', 'D5'],
    ['an empty cell', 4, 3, null, 'not-a-number', 'D5'],
    ['a total of final demand that is not the sum of its parts', 4, 7, '360', 'unbalanced-row', 'H5'],
    ['a total of value added that is not the sum of its parts', 9, 2, '560', 'unbalanced-column', 'C10'],
  ] as const)('with %s is refused with the cell', (_what, row, column, words, code, cell) => {
    const rows = bank.domestic.map((one) => [...one]) as (string | null)[][]
    rows[row]![column] = words
    const error = refused(() => readWorkbook([sheet('국산거래표', rows)]))
    expect(error.code).toBe(code)
    expect(error.message).toContain(cell)
    expect(error.fix.length).toBeGreaterThan(10)
  })

  test('empty cells are 0 only where the person says so', () => {
    const rows = bank.domestic.map((one) => [...one]) as (string | null)[][]
    rows[4]![3] = null
    rows[4]![6] = '550'
    rows[4]![7] = '850'
    const read = readWorkbook([sheet('국산거래표', rows)], { blankIsZero: true })
    expect(read.raw.flows).toEqual([
      [150, 0],
      [200, 100],
    ])
    expect(read.notes.join()).toContain('empty cells')
  })
})

test('a sector that only the rows or only the columns have is refused by name; codes may stand for names', () => {
  const rows = (name: string, head: string) => [
    ['', '갑', '을', head, '소비'],
    ['갑', 1, 2, 0, 7],
    ['을', 3, 4, 0, 13],
    [name, 0, 0, 1, 1],
    ['총산출', 10, 20, 2, null],
  ]
  for (const [name, head] of [
    ['병', '정'],
    ['정', '병'],
  ] as const)
    expect(refused(() => readWorkbook([sheet('표', rows(name, head))])).code).toBe('sector-order')
  const coded = bank.domestic.map((one) => [...one]) as (string | null)[][]
  coded[5]![1] = '제조품'
  expect(readWorkbook([sheet('국산거래표', coded)]).raw.sectors).toEqual(['농림수산품', '제조품'])
})

test('words merged over a block are its columns’ names', () => {
  const rows = [
    ['', '갑', '을', '최종수요계'],
    [null, null, null, null],
    ['갑', 1, 2, 7],
    ['을', 3, 4, 13],
    ['총산출', 10, 20, null],
  ]
  const merged = [
    { top: 1, left: 2, bottom: 2, right: 2 },
    { top: 1, left: 3, bottom: 2, right: 3 },
    { top: 1, left: 4, bottom: 2, right: 4 },
  ]
  expect(readWorkbook([sheet('표', rows, merged)]).raw.output).toEqual([10, 20])
})

test('imports beside total flows are deducted from demand, whether printed with their sign or without', () => {
  const rows = (imports: number[]) => [
    ['', '갑', '을', '소비', '수출', '수입', '총산출'],
    ['갑', 20, 30, 40, 20, imports[0]!, 100],
    ['을', 30, 60, 120, 20, imports[1]!, 200],
    ['부가가치', 50, 110, null, null, null, null],
    ['총투입계', 100, 200, null, null, null, null],
  ]
  for (const imports of [
    [10, 30],
    [-10, -30],
  ]) {
    const table = readIoTable({ ...readWorkbook([sheet('총거래표', rows(imports))]).raw, source: { ...source, importTreatment: 'total' } })
    expect(table.finalDemand.at(-1)).toEqual({ name: '수입(공제)', values: [-10, -30] })
    expect(table.output).toEqual([100, 200])
  }
})

test('a table of the OECD is read by its codes, taxes on products beside value added', () => {
  const rows = [
    ['', 'D01T02', 'D03', 'HFCE', 'EXPO', 'IMPO'],
    ['TTL_01T02', 10, 20, 60, 20, -10],
    ['TTL_03', 30, 40, 100, 50, -20],
    ['TXS_INT_FNL', 2, 5, null, null, null],
    ['TTL_INT_FNL', 42, 65, null, null, null],
    ['VALU', 58, 135, null, null, null],
    ['OUTPUT', 100, 200, null, null, null],
  ]
  const read = readWorkbook([sheet('BEL2020ttl', rows)])
  const table = readIoTable({ ...read.raw, source: { ...source, importTreatment: 'total' } })
  expect(table.sectors).toEqual(['01T02', '03'])
  expect(table.valueAdded.map((one) => one.name)).toEqual(['VALU', 'TXS_INT_FNL'])
  expect(table.finalDemand.map((one) => one.name)).toEqual(['HFCE', 'EXPO', 'IMPO(공제)'])
  expect(read.notes.join()).toContain('taxes less subsidies')
})

test('domestic and imported rows of one OECD sheet become two matrices', () => {
  const rows = [
    ['', 'D01', 'D02', 'HFCE'],
    ['DOM_01', 1, 2, 7],
    ['DOM_02', 3, 4, 13],
    ['IMP_01', 5, 6, 1],
    ['IMP_02', 7, 8, 1],
    ['OUTPUT', 10, 20, null],
  ]
  const { raw } = readWorkbook([sheet('kor', rows)])
  expect([raw.flows, raw.importedFlows]).toEqual([
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
  ])
})

test('columns in another order than the rows are refused by name', () => {
  const rows = [
    ['', '을', '갑', '소비', '총산출'],
    ['갑', 1, 2, 7, 10],
    ['을', 3, 4, 13, 20],
  ]
  expect(refused(() => readIoTable({ ...readWorkbook([sheet('표', rows)]).raw, source })).code).toBe('sector-order')
})

test('coefficients in place of flows and a file without a table are refused by name', () => {
  const rows = [
    ['', '갑', '을', '총산출'],
    ['갑', 0.1, 0.2, null],
    ['을', 0.3, 0.1, null],
    ['총투입계', 1000, 2000, null],
  ]
  expect(
    refused(() =>
      readIoTable({
        ...readWorkbook([
          sheet(
            '투입계수',
            rows.map((one) => one.slice(0, 3)),
          ),
        ]).raw,
        source,
      }),
    ).code,
  ).toBe('coefficients-as-flows')
  expect(refused(() => readWorkbook([sheet('메모', [['안녕', '하세요']])])).code).toBe('missing')
  expect(refused(() => readWorkbook([])).code).toBe('missing')
})

describe('the long form', () => {
  const made = readIoTable(seededTable({ sectors: 7, seed: 3, empty: 0.3, imported: 0.2 }))
  const grid = gridOf(sheet('flows', longOf(made)))

  test('gives the same table again', () => {
    expect(isLong(grid)).toBe(true)
    const again = readIoTable({ ...readLong(grid), source })
    expect(again.sectors).toEqual(made.sectors)
    expect(Array.from(again.flows.values)).toEqual(Array.from(made.flows.values))
    expect(Array.from(again.importedFlows!.values)).toEqual(Array.from(made.importedFlows!.values))
    expect([again.output, again.finalDemand, again.valueAdded]).toEqual([made.output, made.finalDemand, made.valueAdded])
    expect(again.employment?.employed).toEqual(made.employment?.employed)
  })

  test('has a data package that tells the rest', () => {
    const about = { name: '시험표', source: '통계 기관', path: 'flows.csv' }
    const { metadata, path } = readDescriptor(
      JSON.parse(
        JSON.stringify(
          descriptorOf(
            { ...made, licence: 'CC0', source: { ...made.source, year: 2020, unit: 'KRW 1bn', priceBasis: 'basic', regionScope: '전국' } },
            about,
          ),
        ),
      ),
    )
    expect(path).toBe('flows.csv')
    expect(completeMetadata(metadata)).toMatchObject({ name: '시험표', licence: 'CC0', year: 2020, unit: 'KRW 1bn', synthetic: true })
    expect(refused(() => readDescriptor({ economy: { priceBasis: 'market' } })).cell?.part).toBe('datapackage.json economy.priceBasis')
    expect(refused(() => readDescriptor([])).code).toBe('shape')
  })

  test.each([
    ['a flow that is no flow', [['갑', '갑', 'sale', 1]], 'out-of-range', 'C2'],
    ['a value that is no number', [['갑', '갑', 'intermediate', 'many']], 'not-a-number', 'D2'],
    [
      'a flow that stands twice',
      [
        ['갑', '갑', 'intermediate', 1],
        ['갑', '갑', 'intermediate', 2],
      ],
      'sector-order',
      'rows 2 and 3',
    ],
    [
      'a sector that nobody knows',
      [
        ['갑', '갑', 'intermediate', 1],
        ['을', '소비', 'final', 2],
      ],
      'missing',
      '을',
    ],
  ] as const)('with %s is refused with its place', (_what, lines, code, place) => {
    const error = refused(() => readLong(gridOf(sheet('flows', [['from_sector', 'to_sector', 'flow', 'value'], ...lines]))))
    expect(error.code).toBe(code)
    expect(error.message).toContain(place)
  })
})

test('what must be known of a table is asked for by name', () => {
  const said = {
    name: '표',
    year: 2020,
    priceBasis: 'basic',
    importTreatment: 'domestic',
    unit: '백만원',
    regionScope: '전국',
    source: '한국은행',
  } as const
  expect(missingMetadata(said).map((one) => one.field)).toEqual(['licence'])
  const error = refused(() => completeMetadata(said))
  expect([error.code, error.cell?.part]).toEqual(['missing', 'licence'])
  expect(error.message).toContain('공공누리')
  expect(refused(() => completeMetadata({ ...said, licence: 'CC0', year: 20 })).code).toBe('out-of-range')
})

test('a packed table comes back as it was, and the same table gives the same bytes', () => {
  const table = readIoTable(seededTable({ sectors: 6, seed: 9, imported: 0.3, source: { unit: '백만원', regionScope: '가상 도시' } }))
  const bytes = packTable(table)
  const again = unpackTable(bytes, 'abc')
  expect(again).toEqual({ ...table, source: { ...table.source, hash: 'abc' } })
  expect(packTable(again)).toEqual(bytes)
  expect(refused(() => unpackTable(bytes.subarray(0, bytes.length - 8))).code).toBe('shape')
  expect(refused(() => unpackTable(new Uint8Array(3))).code).toBe('shape')
})

describe('employment of regions', () => {
  const rows = [
    ['시도별', '산업별', '2022', '2022'],
    [null, null, '사업체수 (개)', '종사자수 (명)'],
    ['나래시', 'C 제조업(10~34)', 3, 300],
    [null, '26 전자부품 제조업', 2, 200],
    [null, '30 자동차 제조업', 1, 100],
    ['다온군', '26 전자부품 제조업', 1, '-'],
    [null, '전산업', 9, 900],
  ]
  test('counts nobody twice where sections and divisions stand together', () => {
    const found = readRegionalEmployment(gridOf(sheet('시군구', rows)))
    expect(found.lines.map((one) => [one.region, one.code, one.persons])).toEqual([
      ['나래시', '26', 200],
      ['나래시', '30', 100],
      ['다온군', '26', 0],
    ])
    expect(found.regions).toEqual(['나래시', '다온군'])
    expect(found.notes.join()).toContain('전산업')
  })
  test('needs its columns, its region and numbers', () => {
    expect(
      refused(() =>
        readRegionalEmployment(
          gridOf(
            sheet('표', [
              ['이름', '값'],
              ['가', 1],
            ]),
          ),
        ),
      ).code,
    ).toBe('missing')
    const plain = [
      ['산업', '종사자'],
      ['C26 전자', 5],
    ]
    expect(refused(() => readRegionalEmployment(gridOf(sheet('표', plain)))).message).toContain('지역')
    expect(readRegionalEmployment(gridOf(sheet('표', plain)), { region: '나래시' }).lines[0]!.region).toBe('나래시')
    expect(
      refused(() =>
        readRegionalEmployment(
          gridOf(
            sheet('표', [
              ['산업', '종사자'],
              ['C26', '*'],
            ]),
          ),
          { region: '가' },
        ),
      ).message,
    ).toContain('B2')
  })
})
