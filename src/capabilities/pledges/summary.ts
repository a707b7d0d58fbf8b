import { securedRate } from '#engines/accounting/pledge-grade'
import { add, decimal, decimalFromNumber, quotient, toText, ZERO } from '#quantity/decimal'
import type { Pledge, PledgeMoney } from './view.ts'

/** A sum of money over pledges, with how many could not be counted. */
export interface MoneySum {
  readonly value: string | null
  readonly unit: 'KRW'
  readonly factIds: readonly string[]
  readonly unknown: number
}

/** 공약 모두: how many stand where, the share that is done, and the money. */
export interface PledgeSummary {
  readonly total: number
  readonly done: number
  /** done / total; null without pledges. */
  readonly doneRate: string | null
  readonly byState: readonly { readonly state: string | null; readonly count: number }[]
  readonly money: {
    readonly total: MoneySum
    readonly inTerm: MoneySum
    readonly secured: MoneySum
    readonly securedInTerm: MoneySum
    /** Over those pledges alone of which both are known. */
    readonly securedRate: string | null
    readonly securedInTermRate: string | null
  }
}

/** 공약을 센다: a pledge of unknown state counts below the line and not above it; money that is not known is counted as not known, never as none. */
export function summaryOf(pledges: readonly Pledge[]): PledgeSummary {
  const done = pledges.filter((one) => one.done).length
  const states = [...new Set(pledges.map((one) => one.state))]
  const sum = (key: keyof PledgeMoney & ('total' | 'inTerm' | 'secured' | 'securedInTerm'), only: readonly Pledge[] = pledges): MoneySum => {
    const facts = only.flatMap((one) => (one.money[key]?.unit === 'KRW' ? [one.money[key]] : []))
    return {
      value: facts.length === 0 ? null : toText(facts.map((one) => decimal(one.value)).reduce(add, ZERO)),
      unit: 'KRW',
      factIds: facts.map((one) => one.factId),
      unknown: only.length - facts.length,
    }
  }
  const both = (above: 'secured' | 'securedInTerm', below: 'total' | 'inTerm') => {
    const known = pledges.filter((one) => one.money[above]?.unit === 'KRW' && one.money[below]?.unit === 'KRW')
    return securedRate(sum(above, known).value, sum(below, known).value)
  }
  return {
    total: pledges.length,
    done,
    doneRate: pledges.length === 0 ? null : toText(quotient(decimalFromNumber(done), decimalFromNumber(pledges.length), 17)),
    byState: states
      .map((state) => ({ state, count: pledges.filter((one) => one.state === state).length }))
      .sort((a, b) => b.count - a.count || String(a.state).localeCompare(String(b.state))),
    money: {
      total: sum('total'),
      inTerm: sum('inTerm'),
      secured: sum('secured'),
      securedInTerm: sum('securedInTerm'),
      securedRate: both('secured', 'total'),
      securedInTermRate: both('securedInTerm', 'inTerm'),
    },
  }
}
