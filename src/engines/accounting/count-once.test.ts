import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountableFact, countOnce, seriesKey } from './count-once.ts'
import { sumOf } from './sum.ts'

const fact = (factId: string, subject: string, value: string, more: Partial<CountableFact> = {}): CountableFact => ({
  factId,
  subject,
  value,
  valueMax: null,
  bound: null,
  approximate: false,
  facet: 'announced',
  series: '',
  unit: 'KRW',
  partOfSeries: null,
  knownFrom: '2026-01-01T00:00:00Z',
  periodFrom: null,
  ended: false,
  ...more,
})
const facets = ['announced', 'plan']
const none = new Map<string, string[]>()

describe('countOnce', () => {
  test('a value said again for the same series counts once, the last one held', () => {
    const { counted, left } = countOnce([fact('a', 's', '1'), fact('b', 's', '2', { knownFrom: '2026-02-01T00:00:00Z' })], 'KRW', facets, none)
    expect(counted.map((one) => one.factId)).toEqual(['b'])
    expect(left.map((one) => [one.fact.factId, one.reason])).toEqual([['a', 'said_again']])
  })
  test('parts of a whole are not counted beside it, in whatever subject they stand', () => {
    const whole = fact('w', 's', '3')
    const part = fact('p', 't', '1', { partOfSeries: seriesKey('s', 'announced', '') })
    const { counted, left } = countOnce([part, whole], 'KRW', facets, none)
    expect(counted).toEqual([whole])
    expect(left).toEqual([{ fact: part, reason: 'part_of_whole' }])
  })
  test('parts without their whole in sight are counted', () => {
    const part = fact('p', 't', '1', { partOfSeries: seriesKey('elsewhere', 'announced', '') })
    expect(countOnce([part], 'KRW', facets, none).counted).toEqual([part])
  })
  test('a part of a part is not counted beside the whole, even when the middle is missing a value of this unit', () => {
    const middle = fact('m', 'm', '2', { partOfSeries: seriesKey('s', 'announced', '') })
    const small = fact('q', 'q', '1', { partOfSeries: seriesKey('m', 'announced', '') })
    expect(countOnce([fact('w', 's', '3'), middle, small], 'KRW', facets, none).counted.map((one) => one.factId)).toEqual(['w'])
  })
  test('a subject that is part of another is counted only where the other has no value', () => {
    const wholes = new Map([['part', ['whole']]])
    expect(countOnce([fact('a', 'part', '1'), fact('b', 'whole', '5')], 'KRW', facets, wholes).counted.map((one) => one.factId)).toEqual(['b'])
    expect(countOnce([fact('a', 'part', '1')], 'KRW', facets, wholes).counted.map((one) => one.factId)).toEqual(['a'])
  })
  test('two subjects that are each part of the other do not both vanish', () => {
    const wholes = new Map([
      ['a', ['b']],
      ['b', ['a']],
    ])
    expect(countOnce([fact('1', 'a', '1'), fact('2', 'b', '5')], 'KRW', facets, wholes).counted).toHaveLength(1)
  })
  test('an announced value goes before a planned one, another currency and an ended value stay out', () => {
    const facts = [
      fact('plan', 's', '9', { facet: 'plan' }),
      fact('said', 's', '1'),
      fact('usd', 't', '5', { unit: 'USD' }),
      fact('gone', 'u', '7', { ended: true }),
    ]
    const { counted, left } = countOnce(facts, 'KRW', facets, none)
    expect(counted.map((one) => one.factId)).toEqual(['said'])
    expect(left.map((one) => one.reason).sort()).toEqual(['other_currency', 'withdrawn'])
  })
  test('the order of the facts does not change what is counted, and no series counts twice', () => {
    const facts = fc.array(
      fc.record({
        subject: fc.constantFrom('a', 'b', 'c'),
        series: fc.constantFrom('', 'x', 'y'),
        value: fc.integer({ min: 1, max: 1e6 }),
        facet: fc.constantFrom('announced', 'plan'),
        whole: fc.option(fc.constantFrom('a', 'b', 'c')),
        known: fc.integer({ min: 10, max: 28 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (rows, shuffle) => {
        const all = rows.map((row, index) =>
          fact(`f${index}`, row.subject, String(row.value), {
            series: row.series,
            facet: row.facet,
            knownFrom: `2026-01-${row.known}T00:00:00Z`,
            partOfSeries: row.whole === null || row.whole === row.subject ? null : seriesKey(row.whole, row.facet, ''),
          }),
        )
        const ranks = new Map(all.map((one) => [one.factId, Number(shuffle.next().value)]))
        const mixed = [...all].sort((a, b) => ranks.get(a.factId)! - ranks.get(b.factId)!)
        const one = countOnce(all, 'KRW', facets, none).counted
        const other = countOnce(mixed, 'KRW', facets, none).counted
        expect(sumOf(other)).toEqual(sumOf(one))
        const keys = one.map((each) => `${each.subject} ${each.series}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const each of one) expect(one.some((whole) => each.partOfSeries === seriesKey(whole.subject, whole.facet, whole.series))).toBe(false)
      }),
      { seed: 20261122 },
    )
  })
})
