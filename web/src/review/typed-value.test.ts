import { describe, expect, test } from 'vitest'
import { readValue } from './typed-value.ts'

describe('a typed value', () => {
  test.each([
    ['1조 2천억 원', null, '1200000000000', 'KRW'],
    ['1조 2천억', 'KRW', '1200000000000', 'KRW'],
    ['3,000', 'persons', '3000', 'persons'],
    ['120만㎡', null, '1200000', 'm2'],
    ['121평', 'm2', '400', 'm2'],
    ['50%', null, '0.5', 'ratio'],
    ['1.5GW', null, '1500', 'MW'],
  ])('“%s” is read exactly', (text, unit, value, unitRead) => {
    expect(readValue(text, unit)).toMatchObject({ value, unit: unitRead })
  })
  test('bounds and 약 are kept', () => {
    expect(readValue('150억원 이상', 'KRW')).toMatchObject({ value: '15000000000', bound: 'min' })
    expect(readValue('약 150억원', 'KRW')).toMatchObject({ value: '15000000000', approximate: true })
  })
  test.each(['', '많이', '약간'])('“%s” is no value', (text) => {
    expect(readValue(text, 'KRW')).toBeNull()
  })
})
