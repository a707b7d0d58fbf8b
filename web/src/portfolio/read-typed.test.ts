import { describe, expect, test } from 'vitest'
import { readTime, readValue } from './read-typed.ts'

const exact = (value: string, unit: string) => ({ value, valueMax: null, bound: null, approximate: false, unit })

describe('readValue', () => {
  test('money is read exactly and keeps its currency', () => {
    expect(readValue('1조원', 'KRW')).toEqual(exact('1000000000000', 'KRW'))
    expect(readValue('4천450억', 'KRW')).toEqual(exact('445000000000', 'KRW'))
    expect(readValue('500만 달러', 'KRW')).toEqual(exact('5000000', 'USD'))
    expect(readValue('1,500,000', 'KRW')).toEqual(exact('1500000', 'KRW'))
  })
  test('what the words leave open is kept', () => {
    expect(readValue('약 300명', 'persons')).toEqual({ ...exact('300', 'persons'), approximate: true })
    expect(readValue('150억원 이상', 'KRW')).toEqual({ ...exact('15000000000', 'KRW'), bound: 'min' })
  })
  test('areas and powers come in the unit that is counted; what does not come out even says so', () => {
    expect(readValue('2ha', 'm2')).toEqual(exact('20000', 'm2'))
    expect(readValue('1.5GW', 'MW')).toEqual(exact('1500', 'MW'))
    expect(readValue('3만평', 'm2')).toEqual({ ...exact('99173.55', 'm2'), approximate: true })
    expect(readValue('121평', 'm2')).toEqual(exact('400', 'm2'))
  })
  test('words that are no value, or a value of something else, are refused', () => {
    for (const words of ['', '약간', '많음', '3만평']) expect(readValue(words, 'KRW')).toBeNull()
    expect(readValue('120MW', 'm2')).toBeNull()
  })
})

describe('readTime', () => {
  test('years, halves, quarters, months and days are read as the time they cover', () => {
    expect(readTime('2027')).toEqual({ from: '2027-01-01', to: '2028-01-01' })
    expect(readTime('2027년 상반기')).toEqual({ from: '2027-01-01', to: '2027-07-01' })
    expect(readTime('2027년 3분기')).toEqual({ from: '2027-07-01', to: '2027-10-01' })
    expect(readTime('2027. 6')).toEqual({ from: '2027-06-01', to: '2027-07-01' })
    expect(readTime('2027년 6월 30일')).toEqual({ from: '2027-06-30', to: '2027-07-01' })
    expect(readTime('2027-02-28')).toEqual({ from: '2027-02-28', to: '2027-03-01' })
  })
  test('a time without a year or outside the calendar is not guessed', () => {
    for (const words of ['', '6월', '내년', '2027-13', '2027-02-30']) expect(readTime(words)).toBeNull()
  })
})
