import { toText } from '#quantity/decimal'
import { parseNumber } from '#quantity/number'
import { readMoney } from '../ui/money-field/read-money.ts'

/** How many won one of a unit of money is; null where it is none in won. */
const wonIn = (unit: string): number | null => {
  const plain = unit.replace(/\s/g, '')
  const known: Record<string, number> = { 원: 1, 천원: 1e3, 만원: 1e4, 백만원: 1e6, 억원: 1e8, 십억원: 1e9, 조원: 1e12, KRW100m: 1e8, KRW1bn: 1e9 }
  return known[plain] ?? null
}

/**
 * An amount of 0 or more as typed, in the unit of its field: a plain number is one of that unit, an amount with its own unit is brought to it. Null for
 * an empty field, undefined for what is none.
 *
 * [typedAmount('1,400', '억원'), typedAmount('2조원', '억원'), typedAmount('', '억원')] // => [1400, 20000, null]
 */
export function typedAmount(text: string, unit: string): number | null | undefined {
  const typed = text.trim().normalize('NFKC')
  if (typed === '') return null
  const won = wonIn(unit)
  const plain = /^[\d,.\s]+$/.test(typed) ? parseNumber(typed.replace(/\s/g, '')) : null
  if (plain) return Number(toText(plain))
  const money = won === null ? null : readMoney(typed)
  const value = money?.currency === 'KRW' ? Number(money.value) / won! : Number.NaN
  return value >= 0 ? value : undefined
}
