import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Phase } from '#data/stages'
import type { Commitment } from './commitment.ts'
import { incidence } from './incidence.ts'
import { monthsBetween } from './months.ts'
import { rateOf } from './rate.ts'
import { vintageCurves } from './vintage.ts'

describe('cumulative incidence', () => {
  test('a worked example with one of each outcome', () => {
    // four of weight 1: month 6 realised, 12 withdrawn, 18 open, 24 realised
    // 6: 4 at risk, realised 1/4, open 3/4 · 12: 3 at risk, withdrawn 3/4 · 1/3 = 1/4, open 1/2 · 18: leaves · 24: 1 at risk, realised 1/4 + 1/2 · 1/1 = 3/4
    expect(
      incidence([
        { months: 24, outcome: 'realised', weight: 1 },
        { months: 18, outcome: 'open', weight: 1 },
        { months: 12, outcome: 'withdrawn', weight: 1 },
        { months: 6, outcome: 'realised', weight: 1 },
      ]),
    ).toEqual([
      { months: 0, realised: 0, withdrawn: 0, atRisk: 4 },
      { months: 6, realised: 0.25, withdrawn: 0, atRisk: 4 },
      { months: 12, realised: 0.25, withdrawn: 0.25, atRisk: 3 },
      { months: 24, realised: 0.75, withdrawn: 0.25, atRisk: 1 },
    ])
  })

  test('nothing watched has no curve, and nonsense is refused', () => {
    expect(incidence([])).toEqual([])
    expect(incidence([{ months: 3, outcome: 'open', weight: 0 }])).toEqual([])
    expect(() => incidence([{ months: Number.NaN, outcome: 'open', weight: 1 }])).toThrow('expected months')
    expect(() => incidence([{ months: 1, outcome: 'open', weight: -1 }])).toThrow('expected months')
  })

  test('curves never fall, never pass one together, and without open ones end at the plain shares', () => {
    const watched = fc.record({
      months: fc.integer({ min: 0, max: 60 }),
      outcome: fc.constantFrom('realised' as const, 'withdrawn' as const, 'open' as const),
      weight: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(fc.array(watched, { minLength: 1, maxLength: 40 }), (list) => {
        const points = incidence(list)
        for (const [i, point] of points.entries()) {
          expect(point.realised + point.withdrawn).toBeLessThanOrEqual(1 + 1e-9)
          const before = points[i - 1]
          if (before) {
            expect(point.realised).toBeGreaterThanOrEqual(before.realised)
            expect(point.withdrawn).toBeGreaterThanOrEqual(before.withdrawn)
            expect(point.months).toBeGreaterThan(before.months)
          }
        }
        const ended = list.map((one) => (one.outcome === 'open' ? { ...one, months: 61 } : one))
        const total = list.reduce((sum, one) => sum + one.weight, 0)
        const came = list.filter((one) => one.outcome === 'realised').reduce((sum, one) => sum + one.weight, 0)
        expect(incidence(ended).at(-1)!.realised).toBeCloseTo(came / total, 9)
      }),
      { seed: 21 },
    )
  })
})

test('months are whole ones', () => {
  expect(monthsBetween('2016-02-29', '2017-02-28')).toBe(12)
  expect(monthsBetween('2016-02-29', '2017-02-27')).toBe(11)
  expect(monthsBetween('2020-01-01', '2019-01-01')).toBe(0)
})

const watched = (id: string, signed: string | null, phase: Phase, on: string | null, money: string | null = '10'): Commitment => ({
  id,
  phase,
  steps: [{ eventId: `${id}1`, phase: 'announced', on: signed }, ...(phase === 'announced' ? [] : [{ eventId: `${id}2`, phase, on }])],
  share: null,
  investmentKind: null,
  promised: { money: money === null ? null : { value: money, valueMax: null, bound: null, approximate: false, factIds: [id] }, jobs: null },
  actual: { money: null, jobs: null },
})
const query = { from: null, until: null, measure: 'count', definition: 'operating', asOf: '2020-09-30' } as const

describe('vintage curves', () => {
  const list = [
    watched('a', '2016-01-01', 'realised', '2017-01-01', '100'), // 2016: true after 12 months
    watched('b', '2016-07-01', 'lost', '2018-07-01', '300'), // 2016: gone after 24
    watched('c', '2018-09-30', 'building', '2019-01-01'), // 2018: open after 24
    watched('d', '2018-03-01', 'realised', null), // true, nobody says when
    watched('e', null, 'realised', '2019-01-01'), // signed nobody says when
    watched('f', '2021-01-01', 'announced', null), // after the day asked about
  ]

  test('each year has its curve at the age of its agreements', () => {
    const { curves, missing } = vintageCurves(list, query)
    expect(curves).toEqual([
      {
        year: 2016,
        commitments: ['a', 'b'],
        realised: 1,
        withdrawn: 1,
        open: 0,
        points: [
          { months: 0, realised: 0, withdrawn: 0, atRisk: 2 },
          { months: 12, realised: 0.5, withdrawn: 0, atRisk: 2 },
          { months: 24, realised: 0.5, withdrawn: 0.5, atRisk: 1 },
          // nothing is open any more: known up to the age of a, 56 months from 2016-01-01 to 2020-09-30
          { months: 56, realised: 0.5, withdrawn: 0.5, atRisk: 0 },
        ],
      },
      {
        year: 2018,
        commitments: ['c'],
        realised: 0,
        withdrawn: 0,
        open: 1,
        points: [
          { months: 0, realised: 0, withdrawn: 0, atRisk: 1 },
          { months: 24, realised: 0, withdrawn: 0, atRisk: 1 },
        ],
      },
    ])
    expect(missing).toEqual([
      { id: 'e', reason: 'no_signing_day' },
      { id: 'd', reason: 'undated' },
    ])
  })

  test('by money the larger agreement weighs more: 100 of 400 came true', () => {
    expect(vintageCurves(list, { ...query, measure: 'money' }).curves[0]!.points.at(-1)).toMatchObject({ realised: 0.25, withdrawn: 0.75 })
  })

  test('where all were signed on one day a curve ends at the rate', () => {
    const one = fc.record({
      phase: fc.constantFrom<Phase>('announced', 'committed', 'building', 'realised', 'lost'),
      on: fc.constantFrom('2016-05-01', '2017-09-09', '2020-01-01'),
      money: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 15 }), fc.constantFrom('count' as const, 'money' as const), (drawn, measure) => {
        const all = drawn.map((item, i) => watched(`x${i}`, '2016-01-01', item.phase, item.on, String(item.money)))
        const rate = rateOf(all, { ...query, measure, withdrawals: 'in' })
        const curve = vintageCurves(all, { ...query, measure }).curves[0]!
        expect(curve.points.at(-1)!.realised).toBeCloseTo(Number(rate.value!.value), 9)
      }),
      { seed: 22 },
    )
  })
})
