import { toText } from '#quantity/decimal'
import { parseMoney } from '#quantity/money'

/** Money as typed: the exact amount, its currency, and whether the words say that it is not exact. */
export interface TypedMoney {
  value: string
  currency: string
  approximate: boolean
}

/**
 * An amount as people type it: 150억 원, 150억, 1조 6,970억원, KRW 1.5 billion, 500만 달러, 15000000000. Without a currency it is won: the offices
 * count in won. Null where it is no amount.
 *
 * readMoney('150억') // => { value: '15000000000', currency: 'KRW', approximate: false }
 */
export function readMoney(text: string): TypedMoney | null {
  const typed = text.trim().normalize('NFKC')
  if (typed === '') return null
  for (const attempt of [typed, `${typed}원`]) {
    const found = parseMoney(attempt)
    if (found.ok) return { value: toText(found.money.amount), currency: found.money.currency, approximate: found.approximate }
  }
  return null
}
