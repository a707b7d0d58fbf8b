import { type Decimal, decimal, make } from './decimal.ts'
import { type Money, money } from './money.ts'

/** What a table's heading says its figures are in (단위): 원, 천원, 백만원, 억원 …; the power of ten of each. */
const SCALES: Readonly<Record<string, number>> = {
  원: 0,
  천원: 3,
  만원: 4,
  십만원: 5,
  백만원: 6,
  천만원: 7,
  억원: 8,
  십억원: 9,
  백억원: 10,
  조원: 12,
}

/** The factor of a table's unit word, or null. `wonScale('백만원')!.exponent // => 6` */
export function wonScale(word: string): Decimal | null {
  const power = SCALES[word.replaceAll(' ', '')]
  return power === undefined ? null : make(1n, power)
}

/** 억 원 as money: 1 억 = 100,000,000 won. The figure may have a fraction as long as the won are whole. `hundredMillionWon('4450').currency // => 'KRW'` */
export function hundredMillionWon(figure: string): Money {
  const value = decimal(figure)
  return money(make(value.coefficient, value.exponent + 8), 'KRW')
}
