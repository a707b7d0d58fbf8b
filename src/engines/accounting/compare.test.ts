import { describe, expect, test } from 'vitest'
import { compareHeld, type HeldLine } from './compare.ts'

const line = (factId: string, value: string, more: Partial<HeldLine> = {}): HeldLine => ({
  factId,
  subject: 's',
  indicator: 'jobs',
  facet: 'target',
  series: '',
  value,
  valueMax: null,
  bound: null,
  approximate: false,
  unit: 'persons',
  ...more,
})

describe('compareHeld', () => {
  test('110,000 then and 90,000 now is one changed line, 20,000 less', () =>
    expect(compareHeld([line('a', '110000')], [line('b', '90000')])).toMatchObject([
      { change: 'changed', left: { factId: 'a' }, right: { factId: 'b' }, difference: { value: '-20000', bound: null } },
    ]))
  test('what is only on one side was added or is gone', () =>
    expect(
      compareHeld([line('a', '1', { series: 'x' })], [line('b', '2', { series: 'y' })]).map((one) => [one.series, one.change, one.difference]),
    ).toEqual([
      ['x', 'gone', null],
      ['y', 'added', null],
    ]))
  test('two facts that say the same are the same; another bound or unit is not', () => {
    expect(compareHeld([line('a', '5')], [line('b', '5')])[0]?.change).toBe('same')
    expect(compareHeld([line('a', '5')], [line('b', '5', { bound: 'min' })])[0]).toMatchObject({
      change: 'changed',
      difference: { value: '0', bound: 'min' },
    })
    expect(compareHeld([line('a', '5', { unit: 'KRW' })], [line('b', '5', { unit: 'USD' })])[0]).toMatchObject({
      change: 'changed',
      difference: null,
    })
  })
  test('the order of the lists does not matter, and a key that comes twice is refused', () => {
    const [a, b] = [line('a', '1', { series: 'x' }), line('b', '2', { series: 'y' })]
    expect(compareHeld([a, b], [b])).toEqual(compareHeld([b, a], [b]))
    expect(() => compareHeld([a, a], [])).toThrow('expected one value of jobs')
  })
})
