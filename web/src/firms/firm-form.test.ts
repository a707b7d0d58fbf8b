import { expect, test } from 'vitest'
import { bodyOf, draftOf, wrongIn } from './firm-form.ts'

const typed = { ...draftOf(null), name: ' 가람센서 ', source: '조사' }

test('what is empty is not known, and lists are parted', () => {
  expect(bodyOf({ ...typed, products: '라이다, 레이더;', employees: '1천 200명' })).toEqual({
    name: '가람센서',
    nameEn: null,
    ksic: null,
    products: ['라이다', '레이더'],
    place: null,
    latitude: null,
    longitude: null,
    capacity: null,
    employees: 1200,
    source: '조사',
  })
})

test('fields that cannot be read are named; latitude and longitude stand together', () => {
  expect(wrongIn(typed)).toEqual([])
  expect(wrongIn(draftOf(null))).toEqual(['name', 'source'])
  expect(wrongIn({ ...typed, latitude: '35.1' })).toEqual(['longitude'])
  expect(wrongIn({ ...typed, latitude: '95', longitude: '126', employees: '3.5', ksic: '자동차' })).toEqual(['ksic', 'latitude', 'employees'])
})

test('a capacity that cannot be read is named and never dropped', () => {
  const won = (value: string, currency = 'KRW') => ({ value, currency, approximate: false })
  expect(wrongIn({ ...typed, money: null, words: '많이' })).toEqual(['money'])
  expect(wrongIn({ ...typed, money: won('5000000', 'USD') })).toEqual(['money'])
  expect(wrongIn({ ...typed, money: won('-1') })).toEqual(['money'])
  expect([wrongIn({ ...typed, money: won('0') }), wrongIn({ ...typed, money: null, words: ' ' })]).toEqual([[], []])
})
