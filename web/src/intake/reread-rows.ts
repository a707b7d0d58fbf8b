import type { Change } from './sources-api.ts'

/** One line of a change: a slot of the claim, or all those that make its amount. */
export interface RowOfChange {
  slot: string
  before: string | null
  after: string | null
}

const amountSlots: ReadonlySet<string> = new Set(['value', 'valueMax', 'bound', 'approximate', 'unit'])

/**
 * The lines of a change: what makes the amount (값, 값의 끝, 한계, 어림, 단위) is one line, for 2,500억원 이상 is one thing to a reader. Of a new claim its name and
 * amount stand at its head and are no lines. What an earlier version of the program compared has no whole contents: its slots stay lines of their own.
 *
 * changedRows({ kind: 'changed', slots: [{ slot: 'value', before: '1', after: '2' }, { slot: 'unit', before: 'MW', after: 'KRW' }], … }) // one line, 'amount'
 */
export function changedRows(change: Pick<Change, 'kind' | 'slots' | 'before' | 'after'>): RowOfChange[] {
  const whole = change.after !== null
  const rows: RowOfChange[] = []
  for (const one of change.slots) {
    const amount = whole && amountSlots.has(one.slot)
    if (change.kind === 'new' && (amount || (whole && one.slot === 'indicator'))) continue
    // a step has its stage at its head where it has no amount
    if (change.kind === 'new' && one.slot === 'stage' && change.after?.kind === 'stage') continue
    if (!amount) rows.push(one)
    else if (!rows.some((row) => row.slot === 'amount')) rows.push({ slot: 'amount', before: null, after: null })
  }
  return rows
}
