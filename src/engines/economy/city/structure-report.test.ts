import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../algebra/seeded.ts'
import { downturns } from '../structure/resilience.ts'
import { candidateParts, rankCandidates, unknownParts } from './candidates.ts'
import { type StructureCase, structureReport } from './structure-report.ts'

const even = seeded(4)
const regions = Array.from({ length: 9 }, (_, i) => ({ id: `r${i}`, name: `지역 ${i}` }))
const industries = Array.from({ length: 8 }, (_, j) => ({ id: `i${j}`, name: `산업 ${j}`, group: `g${Math.floor(j / 3)}` }))
const base = regions.map(() => industries.map(() => Math.round(20 + 2000 * even() ** 3)))
const years = [2020, 2021, 2022, 2023]
const made: StructureCase = {
  name: '시험',
  unit: 'persons',
  region: 'r0',
  regions,
  industries,
  years,
  values: years.map((_, t) => base.map((row) => row.map((one, j) => Math.round(one * (1 + 0.02 * j * t))))),
}

describe('a region', () => {
  const { value } = structureReport(made)

  test('shift-share adds up to the change, by industry and by year', () => {
    const change = value.total.to - value.total.from
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
    expect(sum(value.shiftShare!.national) + sum(value.shiftShare!.mix) + sum(value.shiftShare!.regional)).toBeCloseTo(change, 6)
    expect(sum(value.shiftShareByYear.map((one) => one.total))).toBeCloseTo(change, 6)
  })

  test('candidates are the industries that are not present, ranked by the sum of their points', () => {
    expect(new Set(value.candidates.map((one) => one.industry))).toEqual(new Set(value.industries.filter((one) => !one.present).map((one) => one.id)))
    for (const one of value.candidates) {
      expect(candidateParts.reduce((sum, part) => sum + (one.points[part] ?? 0), 0)).toBeCloseTo(one.score, 9)
      // chain gaps, land and power are not known here: they give nothing and say so
      expect(one.points.chain).toBeNull()
      expect(one.scoreAtMost).toBeGreaterThan(one.score)
    }
    expect([...value.candidates].sort((a, b) => b.score - a.score)).toEqual(value.candidates)
  })

  test('other weights give another order only through their parts', () => {
    const grown = structureReport({ ...made, weights: { growth: 1 } }).value.candidates
    const pace = (id: string) => value.industries.find((one) => one.id === id)!.nationGrowth!
    expect(grown.map((one) => pace(one.industry))).toEqual([...grown.map((one) => pace(one.industry))].sort((a, b) => b - a))
    expect(grown.every((one) => one.scoreAtMost === one.score)).toBe(true)
  })

  test('the order of industries changes nothing but order', () => {
    const turned = structureReport({
      ...made,
      industries: [...industries].reverse(),
      values: made.values.map((year) => year.map((row) => [...row].reverse())),
    }).value
    for (const one of value.industries) {
      const other = turned.industries.find((own) => own.id === one.id)!
      expect(other.quotient).toBeCloseTo(one.quotient!, 12)
      expect(other.density).toBeCloseTo(one.density, 12)
    }
    expect(turned.candidates.map((one) => one.industry)).toEqual(value.candidates.map((one) => one.industry))
  })

  test('related and unrelated variety add up to entropy', () => {
    for (const one of value.diversity) expect(one.related! + one.unrelated!).toBeCloseTo(one.entropy!, 9)
  })

  test('new and vanished industries are named', () => {
    const values = made.values.map((year, t) =>
      year.map((row, i) => row.map((one, j) => (i === 0 && ((j === 1 && t === 0) || (j === 2 && t === 3)) ? 0 : one))),
    )
    expect(structureReport({ ...made, values }).value).toMatchObject({ newHere: ['i1'], vanished: ['i2'] })
  })
})

test('a table that does not fit is refused with its cell', () => {
  expect(() => structureReport({ ...made, region: '없음' })).toThrow('없음')
  const bad = made.values.map((year, t) => year.map((row, i) => row.map((one, j) => (t === 1 && i === 2 && j === 3 ? -1 : one))))
  expect(() => structureReport({ ...made, values: bad })).toThrow('2021 for r2 and i3')
  expect(() => structureReport({ ...made, years: [2020, 2020, 2021, 2022] })).toThrow('rising')
})

test('two regions are enough for everything but complexity', () => {
  const two = structureReport({ ...made, regions: regions.slice(0, 2), values: made.values.map((year) => year.slice(0, 2)) })
  expect(two.value.candidates.every((one) => one.parts.complexity === null)).toBe(true)
  expect(two.basis.warnings.join()).toContain('too few regions')
})

test('a region that falls less than its industries would has resisted', () => {
  const [fall] = downturns(
    [2019, 2020, 2021],
    [
      [10, 10],
      [10, 9],
      [11, 10],
    ],
    [
      [100, 100],
      [90, 90],
      [95, 95],
    ],
  )
  // expected −10 %, came −5 %
  expect(fall).toMatchObject({ peak: 2019, trough: 2020 })
  expect(fall!.resistance).toBeCloseTo(0.5, 9)
  expect(fall!.recovery).toBeCloseTo((2 / 19 - 5 / 90) / (5 / 90), 9)
  expect(downturns([1, 2], [[1], [2]], [[1], [2]])).toEqual([])
})

test('points never pass their weight and never fall below nothing', () => {
  const part = fc.option(fc.double({ min: -5, max: 5, noNaN: true }))
  const parts = fc.record({ relatedness: part, complexity: part, growth: part, chain: part, land: part, power: part })
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (list) => {
      const ranked = rankCandidates(Object.fromEntries(list.map((one, i) => [`c${i}`, one])), { relatedness: 2, growth: 1, land: 1 })
      for (const one of ranked) {
        expect(one.score).toBeGreaterThanOrEqual(-1e-9)
        expect(one.scoreAtMost).toBeLessThanOrEqual(100 + 1e-9)
      }
    }),
  )
  expect(() => rankCandidates({ a: unknownParts }, {})).toThrow('one above 0')
})
