import { expect, test } from 'vitest'
import { typedAmount } from './typed-amount.ts'

test('amounts are read in the unit of their field', () => {
  expect(['1,400', '1,400억', '1,400억원', '1.4조', '０', '1400 억 원'].map((one) => typedAmount(one, '억원'))).toEqual([
    1400, 1400, 1400, 14_000, 0, 1400,
  ])
  expect(typedAmount('3조원', '십억원')).toBe(3000)
})

test('what is no amount of the unit is none, and an empty field is not known', () => {
  expect(['많이', '-5', '500만 달러', '억쯤'].map((one) => typedAmount(one, '억원'))).toEqual([undefined, undefined, undefined, undefined])
  expect(typedAmount('  ', '억원')).toBeNull()
  expect([typedAmount('12', '대'), typedAmount('2조원', '대')]).toEqual([12, undefined])
})
