import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Phase } from '#data/stages'
import { checkPercentage } from '#engines/checking/percentage'
import { decimal, divide, round, shift, toNumber, toText } from '#quantity/decimal'
import { type Commitment, type Held, signedOn } from './commitment.ts'
import { definitions, definitionText, measures } from './definition.ts'
import { type RateQuery, rateOf } from './rate.ts'
import { ratioOf } from './ratio.ts'

const held = (value: string | null, id: string): Held | null =>
  value === null ? null : { value, valueMax: null, bound: null, approximate: false, factIds: [id] }
const commitment = (
  id: string,
  signed: string | null,
  phase: Phase,
  money: string | null,
  spent: string | null = null,
  more: Partial<Commitment> = {},
): Commitment => ({
  id,
  phase,
  steps: [
    { eventId: `${id}-mou`, phase: 'announced', on: signed },
    ...(phase === 'announced' ? [] : [{ eventId: `${id}-now`, phase, on: '2022-01-01' }]),
  ],
  share: null,
  investmentKind: null,
  promised: { money: held(money, `${id}-promised`), jobs: null },
  actual: { money: held(spent, `${id}-spent`), jobs: null },
  ...more,
})
const query = (more: Partial<RateQuery> = {}): RateQuery => ({
  from: '2016-01-01',
  until: '2020-10-01',
  measure: 'count',
  definition: 'operating',
  withdrawals: 'in',
  ...more,
})

/**
 * Six agreements, 억원:  a 100 operating, spent 90 · b 200 being built, spent 50 · c 300 contracted, spent unknown · d 400 withdrawn, spent 0 · e no amount, signed only ·
 * f signed in 2015 (outside) · g signed nobody says when.
 */
const six = [
  commitment('a', '2016-03-01', 'realised', '100', '90'),
  commitment('b', '2017-03-01', 'building', '200', '50'),
  commitment('c', '2018-03-01', 'committed', '300'),
  commitment('d', '2019-03-01', 'lost', '400', '0'),
  commitment('e', '2020-09-30', 'announced', null),
  commitment('f', '2015-12-31', 'realised', '900', '900'),
  commitment('g', null, 'realised', '800', '800'),
]

describe('a rate of a cohort', () => {
  test.each([
    // count of a-e: operating 1/5, + building 2/5, + contracted 3/5, spent anything: a and b of 5
    ['count', 'operating', 'in', '1', '5', '0.2', null],
    ['count', 'building', 'in', '2', '5', '0.4', null],
    ['count', 'contracted', 'in', '3', '5', '0.6', null],
    ['count', 'spent', 'in', '2', '5', '0.4', 'min'],
    // without d: 1/4
    ['count', 'operating', 'out', '1', '4', '0.25', null],
    // money of a-d: 100/1000, 300/1000, 600/1000, spent 140/1000 where c is not known
    ['money', 'operating', 'in', '100', '1000', '0.1', null],
    ['money', 'building', 'in', '300', '1000', '0.3', null],
    ['money', 'contracted', 'in', '600', '1000', '0.6', null],
    ['money', 'spent', 'in', '140', '1000', '0.14', 'min'],
    // without d: 100/600 = 0.1666…
    ['money', 'operating', 'out', '100', '600', '0.166666666667', null],
  ] as const)('%s, %s, withdrawals %s: %s of %s', (measure, definition, withdrawals, above, below, value, bound) => {
    const rate = rateOf(six, query({ measure, definition, withdrawals }))
    expect([rate.numerator?.value, rate.denominator?.value, rate.value?.value, rate.value?.bound]).toEqual([above, below, value, bound])
  })

  test('what is not known is listed with its reason and is not zero', () => {
    const rate = rateOf(six, query({ measure: 'money', definition: 'spent', withdrawals: 'out' }))
    expect(rate.missing).toEqual([
      { id: 'g', reason: 'no_signing_day' },
      { id: 'd', reason: 'withdrawn' },
      { id: 'e', reason: 'not_disclosed' },
      { id: 'c', reason: 'not_measured' },
    ])
    expect(rate.factsAbove).toEqual(['a-spent', 'b-spent'])
    expect(rate.factsBelow).toEqual(['a-promised', 'b-promised', 'c-promised'])
    expect(rateOf([commitment('c', '2018-03-01', 'committed', '300')], query({ measure: 'money', definition: 'spent' })).value).toBeNull()
    // nothing disclosed, nothing to divide by
    expect(rateOf(six, query({ measure: 'jobs' })).value).toBeNull()
  })

  test('a joint agreement counts by our share', () => {
    // a wholly ours (100, operating), h half ours (200 → 100, contracted): 100/200, 1/1.5
    const two = [six[0]!, commitment('h', '2018-01-01', 'committed', '200', null, { share: '0.5' })]
    expect(rateOf(two, query({ measure: 'money' })).value?.value).toBe('0.5')
    expect(rateOf(two, query()).value?.value).toBe('0.666666666667')
    expect(() => rateOf([{ ...two[1]!, share: '1.5' }], query())).toThrow('between 0 and 1')
  })

  test('new investment and expansion are told apart, and what nobody says is listed', () => {
    const three = [{ ...six[0]!, investmentKind: 'new' as const }, { ...six[1]!, investmentKind: 'expansion' as const }, six[2]!]
    const rate = rateOf(three, query({ investmentKind: 'new' }))
    expect([rate.numerator?.value, rate.denominator?.value]).toEqual(['1', '1'])
    expect(rate.missing).toEqual([{ id: 'c', reason: 'kind_unknown' }])
  })

  test('one commitment twice is refused', () => {
    expect(() => rateOf([six[0]!, six[0]!], query())).toThrow('each commitment once')
  })

  test('ends that a source left open stay open', () => {
    const value = (text: string, bound: 'min' | 'max' | null) => ({ value: text, valueMax: null, bound, approximate: false })
    expect(ratioOf(value('5', 'min'), value('10', null))).toMatchObject({ value: '0.5', bound: 'min' })
    expect(ratioOf(value('5', null), value('10', 'min'))).toMatchObject({ value: '0.5', bound: 'max' })
    expect(ratioOf(value('5', 'min'), value('10', 'min'))).toMatchObject({ bound: null, approximate: true })
    expect(ratioOf({ ...value('5', null), valueMax: '6' }, value('10', null))).toMatchObject({ value: '0.5', valueMax: '0.6' })
    expect(ratioOf(value('5', null), value('0', null))).toBeNull()
  })
})

const phase = fc.constantFrom<Phase>('announced', 'committed', 'building', 'realised', 'lost')
const amount = fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null })
const many = fc
  .array(fc.record({ phase, money: amount, spent: amount, day: fc.constantFrom('2016-02-01', '2018-05-01', '2021-01-01', null) }), { maxLength: 20 })
  .map((list) => list.map((one, i) => commitment(`c${i}`, one.day, one.phase, one.money?.toString() ?? null, one.spent?.toString() ?? null)))

describe('whatever the commitments', () => {
  test('the order does not matter, a stage further is never more, and withdrawals out is never less', () => {
    fc.assert(
      fc.property(many, (list) => {
        for (const measure of ['count', 'money'] as const) {
          const of = (definition: RateQuery['definition'], withdrawals: 'in' | 'out' = 'in', from = list) =>
            rateOf(from, query({ measure, definition, withdrawals }))
          expect(of('operating', 'in', [...list].reverse())).toEqual(of('operating'))
          const value = (...args: Parameters<typeof of>) => Number(of(...args).value?.value ?? 0)
          expect(value('operating')).toBeLessThanOrEqual(value('building'))
          expect(value('building')).toBeLessThanOrEqual(value('contracted'))
          expect(value('contracted')).toBeLessThanOrEqual(1)
          expect(value('operating', 'out')).toBeGreaterThanOrEqual(value('operating'))
        }
      }),
      { seed: 11 },
    )
  })

  test('every commitment of the cohort is below the line or listed', () => {
    fc.assert(
      fc.property(many, fc.constantFrom(...measures), fc.constantFrom(...definitions), (list, measure, definition) => {
        const rate = rateOf(list, query({ measure, definition, withdrawals: 'out' }))
        const seen = new Set([...rate.below.map((one) => one.id), ...rate.missing.map((one) => one.id)])
        const inCohort = list.filter((one) => (signedOn(one.steps) ?? '2016-01-01') < '2020-10-01')
        expect([...seen].sort()).toEqual(inCohort.map((one) => one.id).sort())
      }),
      { seed: 12 },
    )
  })
})

test('every definition is said in both languages', () => {
  const texts = measures.flatMap((measure) => definitions.map((definition) => definitionText(measure, definition)))
  expect(new Set(texts.map((text) => text.ko)).size).toBe(12)
  expect(new Set(texts.map((text) => text.en)).size).toBe(12)
})

const published = fileURLToPath(new URL('../../../../../shared/data/mou_realisation_published.csv', import.meta.url))
describe.skipIf(!existsSync(published))('published rates (skipped where the table of published rates is absent)', () => {
  const rows = () =>
    readFileSync(published, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))

  test('19 of 23 are reproduced, and 4 are reported as not following from their own numbers', () => {
    const exact = (value: string) => ({ value, valueMax: null, bound: null, approximate: false })
    const outcome = rows().map((row) => {
      const rate = ratioOf(exact(row[5]!), exact(row[6]!))!
      const check = checkPercentage(row[5]!, row[6]!, row[7]!)
      const places = row[7]!.split('.')[1]?.length ?? 0
      // the rate and the check are worked out apart and must round alike
      expect(toText(round(shift(decimal(rate.value), 2), places))).toBe(check.rounded)
      return { id: row[0], agrees: check.agrees }
    })
    expect(outcome.filter((one) => one.agrees)).toHaveLength(19)
    expect(outcome.filter((one) => !one.agrees).map((one) => one.id)).toEqual([
      'chungbuk-2017-building',
      'gyeonggi-2010-amount',
      'chungnam-m8-active',
      'chungnam-m8-preparing',
    ])
  })
})

test('the ratio is exact to its twelfth place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (above, below) => {
      const exact = (value: number) => ({ value: String(value), valueMax: null, bound: null, approximate: false })
      const expected = divide(decimal(String(above)), decimal(String(below)), 20)
      expect(Math.abs(toNumber(decimal(ratioOf(exact(above), exact(below))!.value)) - toNumber(expected))).toBeLessThanOrEqual(1e-12 * (1 + above))
    }),
    { seed: 13 },
  )
})
