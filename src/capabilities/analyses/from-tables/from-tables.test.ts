import { describe, expect, test } from 'vitest'
import { demonstrationEconomy, type EmploymentTable, type TableRow } from '#capabilities/economy/index'
import { chainReport } from '#engines/economy/city/chain-report'
import { readIoTable } from '#engines/economy/index'
import { AnalysisCase } from '../cases.ts'
import { answerOf } from '../service/answer.ts'
import { chainOfTable } from './chain-of-table.ts'
import { regionSplit } from './region-split.ts'
import { structureOfTables } from './structure-of-tables.ts'

const row = (more: Partial<TableRow> = {}): TableRow => ({
  id: '0b9f3a52-0000-4000-8000-000000000001',
  kind: 'employment',
  name: '종사자 표',
  layout: 'regional',
  year: 2023,
  priceBasis: null,
  importTreatment: null,
  unit: '명',
  regionScope: '전국',
  revision: 'KSIC10',
  source: '전국사업체조사',
  licence: '공공누리 1유형',
  synthetic: false,
  sectors: 3,
  regions: [],
  hash: 'ab'.repeat(32),
  fileHash: null,
  notes: [],
  archived: false,
  version: 1,
  createdBy: { id: '0b9f3a52-0000-4000-8000-000000000002', name: '' },
  createdAt: '2026-01-01T00:00:00Z',
  ...more,
})

type Cells = Record<string, Record<string, number>>
const persons = (cells: Cells, revision: EmploymentTable['revision'] = 'KSIC10'): EmploymentTable => ({
  revision,
  lines: Object.entries(cells).flatMap(([region, own]) => Object.entries(own).map(([code, count]) => ({ region, code, name: '', persons: count }))),
})

describe('regions that add up to the whole', () => {
  test('the nation is taken by its name and what is left of it is one region more', () => {
    expect(regionSplit({ 전국: 100, 광주광역시: 3, 경기도: 40 }, '광주광역시')).toEqual({
      nation: '전국',
      regions: ['광주광역시', '경기도'],
      rest: true,
    })
  })
  test('regions that are the whole leave no rest', () => {
    expect(regionSplit({ 계: 43, 광주광역시: 3, 경기도: 40 }, '경기도')).toEqual({ nation: '계', regions: ['광주광역시', '경기도'], rest: false })
  })
  test('시·도 and 시·군·구 in one table are not counted together: those of the kind that is asked about are taken', () => {
    const table = { 전국: 50, 광주광역시: 10, 경기도: 40, 동구: 4, 서구: 6, 성남시: 40 }
    expect(regionSplit(table, '광주광역시').regions).toEqual(['광주광역시', '경기도'])
    expect(regionSplit(table, '동구').regions).toEqual(['동구', '서구', '성남시'])
  })
  test('without a nation all regions are the whole; one region alone is refused', () => {
    expect(regionSplit({ 가시: 1, 나시: 2 }, '가시')).toEqual({ nation: null, regions: ['가시', '나시'], rest: false })
    expect(() => regionSplit({ 가시: 1 }, '가시')).toThrow('beside "가시"')
    expect(() => regionSplit({ 전국: 5, 가시: 1 }, '다시')).toThrow('got "다시"')
    expect(() => regionSplit({ 전국: 5, 가시: 8 }, '가시')).toThrow('smaller than')
  })
})

describe('a structure of imported tables', () => {
  const before = persons({
    전국: { '26': 100, '29': 200, '30': 300 },
    광주광역시: { '26': 10, '29': 10, '30': 30 },
    경기도: { '26': 50, '29': 60, '30': 70 },
  })
  const after = persons({
    전국: { '26': 140, '29': 210, '30': 310 },
    광주광역시: { '26': 20, '29': 12, '30': 33 },
    경기도: { '26': 60, '29': 61, '30': 72 },
  })
  const given = [
    { row: row({ year: 2023, hash: 'cd'.repeat(32) }), employment: after },
    { row: row({ year: 2020 }), employment: before },
  ]
  const asked = { region: '광주광역시', level: 'code' as const, absentIsZero: false }

  test('stands in the order of years, adds up to the nation, and its tables go along with their hashes', () => {
    const made = structureOfTables(given, asked)
    expect(AnalysisCase.safeParse(made).success).toBe(true)
    expect(made.years).toEqual([2020, 2023])
    expect(made.regions.map((one) => one.name)).toEqual(['광주광역시', '경기도', '그 밖의 지역'])
    expect(made.values[1]).toEqual([
      [20, 12, 33],
      [60, 61, 72],
      [60, 137, 205],
    ])
    expect(made.source.tables?.map((one) => one.hash)).toEqual(['ab'.repeat(32), 'cd'.repeat(32)])
    const answer = answerOf(made)
    expect(answer.basis).toMatchObject({ hash: `${'ab'.repeat(32)} ${'cd'.repeat(32)}`, regionScope: '전국' })
    if (answer.kind !== 'structure') throw new Error(answer.kind)
    // 20 of 65 here against 140 of 660
    expect(answer.report.industries.find((one) => one.id === '26')!.quotient).toBeCloseTo(20 / 65 / (140 / 660), 12)
    expect(answer.report.total).toMatchObject({ from: 50, to: 65 })
  })

  test('one year alone tells concentration and no change', () => {
    const answer = answerOf(structureOfTables(given.slice(0, 1), asked))
    if (answer.kind !== 'structure') throw new Error(answer.kind)
    expect(answer.report.shiftShare).toBeNull()
    expect(answer.report.industries.every((one) => one.growth === null && one.quotient !== null)).toBe(true)
    expect(answer.basis.warnings).toContain('one year only: no growth, no shift-share and no resilience')
  })

  test('a cell without a row is refused by name, and 0 only where the person says so', () => {
    const { '29': _, ...short } = { '26': 10, '29': 10, '30': 30 }
    const holed = [{ row: row(), employment: persons({ 전국: { '26': 100, '29': 200, '30': 300 }, 광주광역시: short }) }]
    expect(() => structureOfTables(holed, asked)).toThrow('2023 광주광역시')
    const made = structureOfTables(holed, { ...asked, absentIsZero: true })
    expect(made.values[0]![0]).toEqual([10, 0, 30])
    expect(made.source.notes?.some((one) => one.ko.includes('1개를 0으로'))).toBe(true)
  })

  test('two revisions of the KSIC compare by the 33 sectors only; two tables of a year never', () => {
    const mixed = [{ row: row({ year: 2015, revision: 'KSIC9' }), employment: { ...before, revision: 'KSIC9' as const } }, given[0]!]
    expect(() => structureOfTables(mixed, asked)).toThrow('one revision')
    expect(structureOfTables(mixed, { ...asked, level: 'sector' }).industries.map((one) => one.id)).toEqual(['C09', 'C11', 'C12'])
    expect(() => structureOfTables([given[0]!, given[0]!], asked)).toThrow('one table a year')
  })

  test('regions that hold more than the nation in an industry are refused with the industry', () => {
    const wrong = persons({ 전국: { '26': 100, '29': 200 }, 가도: { '26': 101, '29': 10 } })
    expect(() => structureOfTables([{ row: row(), employment: wrong }], { ...asked, region: '가도' })).toThrow('at most the persons of 전국')
  })
})

describe('a value chain of an imported table', () => {
  const source = {
    id: '표',
    hash: null,
    year: 2020,
    priceBasis: 'basic' as const,
    importTreatment: 'domestic' as const,
    regionScope: '전국',
    unit: 'KRW 1bn',
  }
  // x = 1000, 2000; domestic and imported inputs
  const table = readIoTable({
    source,
    sectors: ['농림수산품', '운송장비'],
    flows: [
      [150, 400],
      [200, 100],
    ],
    importedFlows: [
      [50, 100],
      [0, 100],
    ],
    finalDemand: { all: [450, 1700] },
    valueAdded: { all: [600, 1300] },
  })
  const flows = row({ kind: 'flows', importTreatment: 'domestic', priceBasis: 'basic', year: 2020, unit: 'KRW 1bn' })
  const employment = {
    row: row(),
    employment: persons({ 전국: { '01': 1000, '30': 1000 }, 가시: { '01': 10, '30': 190 } }),
    region: '가시',
  }

  test('needs are the coefficients of both origins, and makers here cover their quotient less what is imported', () => {
    const made = chainOfTable({ row: flows, table, core: [{ sector: '운송장비', amount: 1000 }], employment })
    expect(AnalysisCase.safeParse(made).success).toBe(true)
    expect(made.parts[1]!.inputs).toEqual({ 농림수산품: 0.25, 운송장비: 0.1 })
    // LQ 0.05 / 0.5 = 0.1, of 700 that are bought 550 are domestic
    expect(made.parts[0]!.supplyShare).toBeCloseTo(0.1 * (550 / 700), 12)
    const { value } = chainReport(made)
    const farm = value.nodes.find((one) => one.id === '농림수산품')!
    // need = 0.25 of 1,000, and 0.2 of itself
    expect(farm.need).toBeCloseTo(250 / 0.8, 9)
    expect(farm).toMatchObject({ state: 'missing', estimated: true })
    expect(farm.selfSupply).toBeCloseTo(0.1 * (550 / 700), 12)
    expect(made.source.tables?.map((one) => one.kind)).toEqual(['flows', 'employment'])
  })

  test('a sector in which nobody is counted is unknown, not missing', () => {
    const none = { ...employment, employment: persons({ 전국: { '30': 1000 }, 가시: { '30': 190 } }) }
    const { value } = chainReport(chainOfTable({ row: flows, table, core: [{ sector: '운송장비', amount: 1000 }], employment: none }))
    expect(value.nodes.find((one) => one.id === '농림수산품')!.state).toBe('unknown')
    expect(value.completenessAtLeast).toBe(true)
  })

  test('sectors that are not there and amounts that are none are refused by name', () => {
    expect(() => chainOfTable({ row: flows, table, core: [{ sector: '배', amount: 1 }], employment: null })).toThrow('got "배"')
    expect(() => chainOfTable({ row: flows, table, core: [{ sector: '운송장비', amount: 0 }], employment: null })).toThrow('above 0')
  })

  test('the made-up nation of 33 sectors gives a chain whose links all lie between nothing and everything', () => {
    const made = demonstrationEconomy()
    const of = chainOfTable({
      row: flows,
      table: made.table,
      core: [{ sector: '운송장비', amount: 20000 }],
      employment: { row: row(), employment: made.employment, region: made.region.name },
    })
    const { value } = chainReport(of)
    expect(value.nodes).toHaveLength(33)
    for (const one of value.nodes) if (one.selfSupply !== null) expect(one.selfSupply >= 0 && one.selfSupply <= 1).toBe(true)
    expect(of.source.synthetic).toBe(false)
  })
})
