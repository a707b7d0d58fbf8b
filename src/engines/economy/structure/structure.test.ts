import { describe, expect, test } from 'vitest'
import { deltaBand } from '../regional/regionalise.ts'
import { ellisonGlaeser, gini } from './concentration.ts'
import { giniOfSpecialisation, herfindahl } from './diversity.ts'
import { clusterIndex, locationQuotient } from './location-quotient.ts'
import { gerfinIndices, shiftShare } from './shift-share.ts'

/** Region A and its nation at two times: the example of Farhauer & Kröll 2013. */
const regionA = {
  regionBefore: [90, 20, 10, 60],
  regionAfter: [100, 40, 10, 55],
  nationBefore: [400, 150, 150, 400],
  nationAfter: [440, 210, 135, 480],
}

describe('shift-share of region A', () => {
  test('the index form is the product of structure and place', () => {
    const { industrialMix, regionalShare, netTotal } = gerfinIndices(regionA).value
    expect(industrialMix * regionalShare).toBeCloseTo(netTotal, 12)
    expect(netTotal).toBeCloseTo(205 / 180 / (1265 / 1100), 12)
  })

  test('an industry new to the region is all regional, and the result says so', () => {
    const { value, basis } = shiftShare({ ...regionA, regionBefore: [90, 0, 10, 60] }, 'classic')
    expect(value.regional[1]).toBe(40)
    expect(value.national[1]).toBe(0)
    expect(basis.warnings.join()).toContain('industries 1 are new')
  })

  test('a region with what its nation does not have is refused', () => {
    expect(() => shiftShare({ ...regionA, nationBefore: [400, 0, 150, 400] }, 'classic')).toThrow('add the region to the nation')
  })
})

test('what is not defined is null beside values that are', () => {
  expect(
    locationQuotient([
      [1, 0],
      [0, 0],
    ]).value,
  ).toEqual([
    [1, null],
    [null, null],
  ])
  expect(
    herfindahl([
      [0, 0],
      [3, 0],
    ]).value,
  ).toEqual([null, 1])
  expect(gini([0, 0])).toBeNull()
  expect(giniOfSpecialisation([0, 0], [1, 1])).toBeNull()
})

test('a negative count is refused with its place', () => {
  expect(() => locationQuotient([[1, -2]])).toThrow('-2')
})

test('plants spread like all persons are not localised, plants in one place are', () => {
  const even = ellisonGlaeser({
    plants: new Array<number>(40).fill(5),
    region: Array.from({ length: 40 }, (_, k) => k % 4),
    regionTotals: [100, 100, 100, 100],
  }).value
  const one = ellisonGlaeser({
    plants: new Array<number>(40).fill(5),
    region: new Array<number>(40).fill(0),
    regionTotals: [100, 100, 100, 100],
  }).value
  expect(even.gamma!).toBeLessThan(0)
  expect(one.gamma!).toBeGreaterThan(0.9)
})

test('a cluster index is 1 for a region like its nation and null where nobody knows the plants', () => {
  const nation = { employment: 1000, area: 50, population: 2000, plants: 40 }
  expect(clusterIndex({ employment: 100, area: 5, population: 200, plants: 4 }, nation)).toBeCloseTo(1, 12)
  expect(clusterIndex({ employment: 100, area: 5, population: 200, plants: 0 }, nation)).toBeNull()
})

test('a band over delta holds every multiplier, and smaller deltas give larger ones', () => {
  const { low, high, multipliers } = deltaBand(
    [
      [0.2, 0.2],
      [0.3, 0.1],
    ],
    { region: [100, 300], nation: [5000, 9000] },
  ).value
  multipliers.forEach((row) => {
    row.forEach((one, j) => {
      expect(one >= low[j]! && one <= high[j]!).toBe(true)
    })
  })
  expect(multipliers[0]![0]!).toBeGreaterThan(multipliers[3]![0]!)
})
