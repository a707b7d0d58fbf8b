import { expect, test } from 'vitest'
import { numberFormat, shown } from './number-format.ts'

test.each([
  [0.35, 9, undefined, '35%'],
  [0.123, 164, '0.0%', '12.3%'],
  [1_200_000, 164, '#,##0,', '1,200'],
  [1200, 164, '#,##0"억원"', '1,200억원'],
  [0.1 + 0.2, 0, undefined, '0.3'],
  // serial 46113 is 1 April 2026 in the calendar of 1900
  [46_113, 14, undefined, '2026-04-01'],
  [46_113.5, 164, 'yyyy-mm-dd hh:mm', '2026-04-01 12:00'],
  [46_113, 164, 'yyyy"년" m"월"', '2026년 4월'],
  [0.75, 164, 'h:mm', '18:00'],
  [1e21, 0, undefined, '1000000000000000000000'],
])('%d in format %d %s is shown as %s', (value, id, code, expected) => {
  expect(shown(value, numberFormat(id, code), false)).toBe(expected)
})

test('the calendar of 1904 counts from another day', () => {
  expect(shown(44_651, numberFormat(14), true)).toBe('2026-04-01')
})
