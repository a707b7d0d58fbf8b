import { describe, expect, test } from 'vitest'
import { EconomyError } from '../economy-error.ts'
import { seededTable } from '../seeded-table.ts'
import { type RawIoTable, readIoTable } from '../tables/read-io-table.ts'
import type { ImpactPlan } from './impact-plan.ts'
import { projectImpact } from './project-impact.ts'

/** Miller & Blair 2009, table 2.3, with imports, wages and persons of our own beside it. L = [[1.2541, .3300], [.2640, 1.1221]]. */
const book: RawIoTable = {
  source: { id: 'book', importTreatment: 'domestic', year: 2020 },
  sectors: ['건설', '기계'],
  flows: [
    [150, 500],
    [200, 100],
  ],
  importedFlows: [
    [50, 100],
    [50, 200],
  ],
  finalDemand: { 민간소비지출: [250, 1000], 수출: [100, 700] },
  valueAdded: { 피용자보수: [300, 600], 영업잉여: [200, 400], 생산세: [50, 100] },
  employment: { employed: [10_000, 8000], employees: [6000, 7500] },
}
const table = readIoTable(book)
const [l11, l21, l22] = [380 / 303, 80 / 303, 340 / 303]
const near = (value: number | null | undefined, expected: number) => expect(value).toBeCloseTo(expected, 6)
const buy = (amount: number, more = {}) => ({ what: '공사', phase: 'construction', year: 2027, sector: '건설', amount, ...more }) as const

describe('spending', () => {
  const { value, basis } = projectImpact(table, { spending: [buy(100)] })
  const { output, valueAdded, employed, taxes, imports } = value.phases[0]!.effects

  test('has direct and indirect effects that add up to f·L', () => {
    near(output!.direct, 100)
    near(output!.total, 100 * (l11 + l21))
    near(output!.indirect, output!.total - 100)
    near(employed!.total, 100 * (l11 * 10 + l21 * 4))
    near(taxes!.total, 100 * 0.05 * (l11 + l21))
  })
  test('has value added and imports that add up to the money spent', () => near(valueAdded!.total + imports!.total, 100))
  test('says nothing of inside and outside without a region', () => expect([output!.inside, output!.outside]).toEqual([null, null]))
  test('has rounds that run up to the whole', () => {
    near(value.rounds[0]!.output, 100)
    near(value.rounds[1]!.output, 35)
    near(value.rounds.reduce((sum, one) => sum + one.output, 0) / output!.total, value.rounds.at(-1)!.reached)
  })
  test('can cause more where nothing is imported', () => expect(value.ceiling!).toBeGreaterThan(output!.total))
  test('carries the basis of its table', () => expect([basis.method, basis.year, basis.importTreatment]).toEqual(['projectImpact', 2020, 'domestic']))
  test('has no effect as far as it is bought abroad', () => {
    const half = projectImpact(table, { spending: [buy(100, { importedShare: 0.5 })] }).value.phases[0]!
    near(half.effects.output!.total, output!.total / 2)
    expect([half.amount, half.imported]).toEqual([100, 50])
    near(projectImpact(table, { spending: [buy(100, { importedShare: 1 })] }).value.phases[0]!.effects.output!.total, 0)
  })
  test('of two years and sectors adds up by year, by sector and by phase', () => {
    const found = projectImpact(table, { spending: [buy(60), buy(40, { year: 2028 }), buy(30, { year: 2028, sector: '기계' })] }).value
    const [phase] = found.phases
    expect([phase!.from, phase!.to, phase!.years, phase!.amount]).toEqual([2027, 2028, 2, 130])
    for (const measure of ['output', 'valueAdded', 'employed'] as const)
      near(
        found.years.reduce((sum, one) => sum + one.effects[measure]!.total, 0),
        phase!.effects[measure]!.total,
      )
    near(
      found.sectors.reduce((sum, one) => sum + one.direct + one.indirect, 0),
      phase!.effects.output!.total,
    )
    near(
      found.sectors.reduce((sum, one) => sum + one.employed!, 0),
      phase!.effects.employed!.total,
    )
  })
})

describe('wages that are spent again', () => {
  test('add to the effect as in the closed model', () => {
    const found = projectImpact(table, { spending: [buy(100)] }).value.phases[0]!.effects.output!
    // h = .3, .3; consumption over the larger of wages (900) and consumption (1,250): c = .2, .8
    const first = 100 * 0.3 * (l11 + l21)
    const spent = [0.2 * l11 + 0.8 * (100 / 303), 0.2 * l21 + 0.8 * l22] as const
    const loop = 0.3 * (spent[0] + spent[1])
    near(found.induced, ((spent[0] + spent[1]) * first) / (1 - loop))
  })
  test('are not known where the table does not name them', () => {
    const bare = readIoTable({ ...book, valueAdded: { 부가가치: [550, 1100] } })
    const { effects } = projectImpact(bare, { spending: [buy(100)] }).value.phases[0]!
    expect([effects.output!.induced, effects.income, effects.taxes]).toEqual([null, null, null])
  })
})

describe('a plant that runs', () => {
  const plan = (operation: ImpactPlan['operation']): ImpactPlan => ({ spending: [], operation })
  test('raises the output of its sector by its own', () => {
    const { phases, years } = projectImpact(table, plan([{ sector: '기계', from: 2030, to: 2032, output: 1000 }])).value
    near(phases[0]!.effects.output!.direct, 3000)
    // the other sector sells what the plant and its suppliers need: Q l_12 / l_22
    near(phases[0]!.effects.output!.indirect, (3000 * (100 / 303)) / l22)
    expect(years.map((one) => one.year)).toEqual([2030, 2031, 2032])
    near(years[0]!.effects.output!.total, phases[0]!.effects.output!.total / 3)
  })
  test('told by its jobs alone has the output that they need, and its own jobs are those announced', () => {
    const { operation, phases } = projectImpact(table, plan([{ sector: '기계', from: 2030, to: 2030, jobs: 800 }])).value
    expect(operation[0]).toMatchObject({ output: 200, outputFrom: 'jobs', announcedJobs: 800, tableJobs: 800 })
    near(phases[0]!.effects.employed!.direct, 800)
  })
  test('with output and jobs keeps the announced jobs and says what the table would have', () => {
    const { operation, phases, sectors } = projectImpact(table, plan([{ sector: '기계', from: 2030, to: 2030, output: 1000, jobs: 800 }])).value
    expect(operation[0]).toMatchObject({ outputFrom: 'plan', tableJobs: 4000 })
    near(phases[0]!.effects.employed!.direct, 800)
    near(
      sectors.reduce((sum, one) => sum + one.employed!, 0),
      phases[0]!.effects.employed!.total,
    )
  })
})

describe('a region', () => {
  const region = { name: '가상시', region: [1000, 400], nation: [10_000, 8000] }
  test('keeps no more than the nation, and has a band over delta', () => {
    const { value, basis } = projectImpact(table, { spending: [buy(100), buy(50, { sector: '기계' })] }, { region })
    const { output, employed } = value.phases[0]!.effects
    expect(output!.inside!.low).toBeLessThan(output!.inside!.middle)
    expect(output!.inside!.high).toBeGreaterThan(output!.inside!.middle)
    expect(output!.inside!.high).toBeLessThan(output!.total)
    near(output!.inside!.middle + output!.outside!, output!.total)
    near(employed!.inside!.middle + employed!.outside!, employed!.total)
    expect(basis.assumptions.join()).toContain('delta 0.1, 0.2, 0.3, 0.4')
  })
  test('without makers buys nothing of them at home unless the plan says so', () => {
    const nobody = { name: '가상시', region: [0, 400], nation: [10_000, 8000] }
    const at = (localShare?: number) =>
      projectImpact(table, { spending: [buy(100, { localShare })] }, { region: nobody }).value.phases[0]!.effects.output!.inside!.middle
    expect(at()).toBe(0)
    expect(at(1)).toBeGreaterThan(99)
  })
})

test('twice the money has twice the effect, in any order of sectors', () => {
  const seeded = seededTable({ sectors: 9, seed: 4, imported: 0.25 })
  const sectors = Array.from({ length: 9 }, (_, i) => `s${i}`)
  const plain = readIoTable({ ...seeded, sectors })
  const spending = [buy(7, { sector: 's2' }), buy(3, { sector: 's8' })]
  const once = projectImpact(plain, { spending }).value.phases[0]!.effects
  const twice = projectImpact(plain, { spending: spending.map((one) => ({ ...one, amount: one.amount * 2 })) }).value.phases[0]!.effects
  for (const measure of ['output', 'valueAdded', 'employed'] as const) near(twice[measure]!.total, 2 * once[measure]!.total)
  const turn = <T>(list: readonly T[]) => [...list].reverse()
  const reversed = readIoTable({
    source: seeded.source,
    sectors: turn(sectors),
    flows: turn((seeded.flows as number[][]).map(turn)),
    importedFlows: turn((seeded.importedFlows as number[][]).map(turn)),
    finalDemand: turn(seeded.finalDemand as number[]),
    valueAdded: turn(seeded.valueAdded),
    employment: { employed: turn(seeded.employment!.employed as number[]) },
  })
  near(projectImpact(reversed, { spending }).value.phases[0]!.effects.output!.total, once.output!.total)
})

test.each([
  ['a plan of nothing', { spending: [] }, 'plan'],
  ['a sector that the table does not have', { spending: [buy(1, { sector: '우주' })] }, 'spending[0]'],
  ['money below 0', { spending: [buy(-1)] }, 'spending[0]'],
  ['a share of 30', { spending: [buy(1, { importedShare: 30 })] }, 'spending[0].importedShare'],
  ['years that run backwards', { spending: [], operation: [{ sector: '건설', from: 2030, to: 2029, output: 1 }] }, 'operation[0]'],
  ['a plant of which nothing is known', { spending: [], operation: [{ sector: '건설', from: 2030, to: 2030 }] }, 'operation[0]'],
] as const)('%s is refused with its place', (_what, plan, part) => {
  let told: unknown
  try {
    projectImpact(table, plan)
  } catch (error) {
    told = error
  }
  expect(told).toBeInstanceOf(EconomyError)
  expect((told as EconomyError).cell?.part).toBe(part)
})

test('jobs alone say nothing of output where the table has no persons', () => {
  const { employment: _employment, ...without } = book
  expect(() => projectImpact(readIoTable(without), { spending: [], operation: [{ sector: '기계', from: 2030, to: 2030, jobs: 5 }] })).toThrow(
    /취업자/,
  )
})
