import { describe, expect, test } from 'vitest'
import { boundWords, exactText, quantityParts, quantityText } from './quantity-parts.ts'

describe('quantityParts', () => {
  test('the last Korean magnitude goes with the unit', () => {
    expect(quantityParts('1697000000000', 'KRW', 'ko')).toEqual({ before: '', number: '1조 6,970', after: '억원', rounded: false })
    expect(quantityParts('1000000000000', 'KRW', 'ko')).toMatchObject({ number: '1', after: '조원' })
  })
  test('won below ten thousand keeps its digits', () => expect(quantityText('9999', 'KRW', 'ko')).toBe('9,999원'))
  test('zero is zero and not nothing', () => expect(quantityText('0', 'KRW', 'ko')).toBe('0원'))
  test('a loss has its sign before the number', () => expect(quantityText('-64000000000', 'KRW', 'ko')).toBe('−640억원'))
  test('a ratio is a percentage with one place and says that it is rounded', () => {
    expect(quantityParts('0.31249', 'ratio', 'ko')).toEqual({ before: '', number: '31.2', after: '%', rounded: true })
    expect(quantityParts('0.5', 'ratio', 'en')).toMatchObject({ number: '50', rounded: false })
  })
  test('behind a rounded ratio stands the whole of it', () => expect(exactText('0.31249', 'ratio', 'ko')).toBe('31.249%'))
  test('one person is not persons', () =>
    expect([quantityText('1', 'persons', 'en'), quantityText('2', 'persons', 'en')]).toEqual(['1 person', '2 persons']))
  test('a bound is said where the language says it', () =>
    expect([boundWords('atLeast', 'ko').behind, boundWords('lessThan', 'en').before]).toEqual([' 이상', 'less than ']))
  test('counts below a hundred thousand are read in figures', () =>
    expect(quantityParts('99999', 'persons', 'ko')).toMatchObject({ number: '99,999', after: '명' }))
  test('English money has its currency before it', () => expect(quantityText('445000000000', 'KRW', 'en')).toBe('KRW 445 billion'))
  test('what an English magnitude would round keeps its digits', () => expect(quantityText('445123456789', 'KRW', 'en')).toBe('KRW 445,123,456,789'))
  test('an English amount between two magnitudes is printed in the smaller one', () => {
    expect(quantityText('1096500000000', 'KRW', 'en')).toBe('KRW 1,096.5 billion')
    expect(quantityText('-1131234500000', 'KRW', 'en')).toBe('−KRW 1,131,234.5 million')
  })
  test('a short form that loses digits says so', () => expect(quantityParts('445123456789', 'KRW', 'ko', 'short')).toMatchObject({ rounded: true }))
  test("a unit of the office's own is printed by its name", () => expect(quantityText('3', 'booths', 'en')).toBe('3 booths'))
  test('what is no number is refused', () => expect(() => quantityParts('약간', 'KRW', 'ko')).toThrow(/decimal text/))
})
