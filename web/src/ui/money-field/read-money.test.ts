import { describe, expect, test } from 'vitest'
import { readMoney } from './read-money.ts'

describe('readMoney', () => {
  const cases: [string, string, string][] = [
    ['150억 원', '15000000000', 'KRW'],
    ['150억', '15000000000', 'KRW'],
    ['1조 6,970억원', '1697000000000', 'KRW'],
    ['15000000000', '15000000000', 'KRW'],
    ['KRW 1.5 billion', '1500000000', 'KRW'],
    ['500만 달러', '5000000', 'USD'],
    ['0', '0', 'KRW'],
  ]
  for (const [typed, value, currency] of cases)
    test(`“${typed}” is ${value} ${currency}`, () => expect(readMoney(typed)).toMatchObject({ value, currency }))
  test('“약 150억” is approximate', () => expect(readMoney('약 150억')).toMatchObject({ value: '15000000000', approximate: true }))
  for (const typed of ['', '약간', '-', '원', '150억 쯤일걸']) test(`“${typed}” is no amount`, () => expect(readMoney(typed)).toBeNull())
})
