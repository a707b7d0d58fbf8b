import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { MoneyField } from './money-field.tsx'
import type { TypedMoney } from './read-money.ts'

function Amount() {
  const [money, setMoney] = useState<TypedMoney | null>(null)
  return <MoneyField label="투자 금액" value={money} onChange={setMoney} />
}

export const examples: Examples = {
  title: { ko: '금액 칸', en: 'Money field' },
  examples: [{ name: { ko: '금액', en: 'An amount' }, draw: () => <Amount /> }],
}
