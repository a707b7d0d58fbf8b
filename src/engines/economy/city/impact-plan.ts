import { EconomyError } from '../economy-error.ts'

/** The two times of a project: it is built, then it runs (건설, 운영). */
export type ImpactPhase = 'construction' | 'operation'

/** One line of spending (지출): what is bought from which sector, when. Money in the unit of the table. */
export interface ImpactSpending {
  readonly what: string
  readonly phase: ImpactPhase
  readonly year: number | null
  readonly sector: string
  readonly amount: number
  /** Share bought straight from abroad, 0 to 1 (수입 장비): it does nothing here. Not said: 0. */
  readonly importedShare?: number | null
  /** Share of the rest bought inside the region, 0 to 1. Not said: what the region's quotient allows. */
  readonly localShare?: number | null
}

/** What runs every year from one year to another (운영): its own output, or the persons from which output follows. */
export interface ImpactOperation {
  readonly sector: string
  readonly from: number
  /** The last year, itself counted. */
  readonly to: number
  /** Output a year in the unit of the table. */
  readonly output?: number | null
  /** Persons at work in it, as announced. */
  readonly jobs?: number | null
}

/** A plan as it is put to a table. */
export interface ImpactPlan {
  readonly spending: readonly ImpactSpending[]
  readonly operation?: readonly ImpactOperation[]
}

const share = (value: number | null | undefined, part: string): void => {
  if (value !== null && value !== undefined && !(value >= 0 && value <= 1))
    throw new EconomyError('out-of-range', `expected a share from 0 to 1 for ${part}, got ${value}`, 'write 30 % as 0.3', { part, value })
}

/**
 * A plan that makes sense, or an error that names the line.
 * @throws EconomyError `missing` for a sector that the table does not have or a plan that asks nothing, `out-of-range` for negative money, shares outside 0 to 1, years that run backwards.
 */
export function checkPlan(plan: ImpactPlan, sectors: readonly string[]): void {
  const operation = plan.operation ?? []
  if (plan.spending.length === 0 && operation.length === 0)
    throw new EconomyError(
      'missing',
      'expected a line of spending or of operation, got none',
      'give an amount with its sector, or output or jobs a year',
      { part: 'plan' },
    )
  for (const [i, one] of [...plan.spending, ...operation].entries()) {
    const part = i < plan.spending.length ? `spending[${i}]` : `operation[${i - plan.spending.length}]`
    if (!sectors.includes(one.sector))
      throw new EconomyError(
        'missing',
        `expected a sector of the table, got "${one.sector}" in ${part}`,
        `name one of: ${sectors.slice(0, 40).join(' · ')}`,
        { part, row: one.sector },
      )
  }
  for (const [i, one] of plan.spending.entries()) {
    const part = `spending[${i}]`
    if (!(one.amount >= 0) || !Number.isFinite(one.amount))
      throw new EconomyError(
        'out-of-range',
        `expected an amount of 0 or more in ${part}, got ${one.amount}`,
        'give the amount in the unit of the table',
        { part, value: one.amount },
      )
    share(one.importedShare, `${part}.importedShare`)
    share(one.localShare, `${part}.localShare`)
  }
  for (const [i, one] of operation.entries()) {
    const part = `operation[${i}]`
    if (!(Number.isInteger(one.from) && Number.isInteger(one.to) && one.to >= one.from && one.to - one.from < 200))
      throw new EconomyError(
        'out-of-range',
        `expected years that run forward in ${part}, got ${one.from} to ${one.to}`,
        'give the first and the last year of operation',
        { part },
      )
    if ((one.output ?? null) === null && (one.jobs ?? null) === null)
      throw new EconomyError('missing', `expected output or jobs a year in ${part}, got neither`, 'give one of the two', { part })
    for (const value of [one.output, one.jobs])
      if (value !== null && value !== undefined && !(value >= 0 && Number.isFinite(value)))
        throw new EconomyError(
          'out-of-range',
          `expected a number of 0 or more in ${part}, got ${value}`,
          'give output in the unit of the table and jobs in persons',
          { part, value },
        )
  }
}
