import { expect, test } from 'vitest'
import { marksBetween, nameOf, percent, plain, short, signed } from './numbers.ts'

test('numbers carry their sign and their thousands', () => {
  expect([plain(-1234.5, 'ko'), plain(-0, 'ko'), signed(12, 'en'), signed(-3.25, 'ko', 1), percent(0.1234, 'ko'), percent(null, 'ko')]).toEqual([
    '−1,235',
    '0',
    '+12',
    '−3.3',
    '12.3%',
    null,
  ])
  expect(short(20000, 'ko')).toBe('2만')
})

test('marks are round and stay inside', () => {
  expect(marksBetween(71.2, 79.6)).toEqual([72, 74, 76, 78])
  expect(marksBetween(-0.03, 0.11)).toEqual([0, 0.05, 0.1])
  expect(marksBetween(3, 3)).toEqual([3])
})

test('the English name stands where there is one', () => {
  expect([nameOf({ name: '가', nameEn: 'a' }, 'en'), nameOf({ name: '가' }, 'en'), nameOf({ name: '가', nameEn: 'a' }, 'ko')]).toEqual([
    'a',
    '가',
    '가',
  ])
})
