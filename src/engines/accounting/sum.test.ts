import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, type OpenValue, sumOf } from './sum.ts'

const value = (text: string, more: Partial<OpenValue> = {}): OpenValue => ({ value: text, valueMax: null, bound: null, approximate: false, ...more })

describe('sumOf and differenceOf', () => {
  test('no values give no sum: nothing known is not zero', () => expect(sumOf([])).toBeNull())
  test('ranges add end to end and an approximate part makes the sum approximate', () =>
    expect(sumOf([value('1', { valueMax: '3' }), value('10', { approximate: true })])).toEqual({
      value: '11',
      valueMax: '13',
      bound: null,
      approximate: true,
    }))
  test('at least and at most together say only about', () =>
    expect(sumOf([value('1', { bound: 'min' }), value('2', { bound: 'max' })])).toEqual({
      value: '3',
      valueMax: null,
      bound: null,
      approximate: true,
    }))
  test('three jo less one jo leaves two jo, exactly', () =>
    expect(differenceOf(value('3000000000000'), value('1000000000000'))).toEqual(value('2000000000000')))
  test('the sum is exact, in any order, and its difference gives the part back', () =>
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 30n }), { minLength: 1 }), (numbers) => {
        const total = numbers.reduce((a, b) => a + b, 0n)
        const sum = sumOf(numbers.map((number) => value(String(number))))
        expect(sum).toEqual(value(String(total)))
        expect(sumOf(numbers.toReversed().map((number) => value(String(number))))).toEqual(sum)
        expect(differenceOf(sum!, value(String(numbers[0])))).toEqual(value(String(total - numbers[0]!)))
      }),
      { seed: 20261122 },
    ))
})
