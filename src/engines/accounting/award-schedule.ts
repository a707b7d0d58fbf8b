import { addMonths } from '#quantity/day'

/** A yearly check of an award. */
export interface AwardCheckDue {
  /** 1 is the first year after the grant. */
  readonly year: number
  readonly phase: 'investment' | 'follow_up'
  readonly dueOn: string
  /** Whether the day rests on a settlement that has not happened: it moves with it. */
  readonly expected: boolean
}

/**
 * 점검 일정: one check a year through the years of investment and of follow-up. Investment counts from the grant; follow-up from the settlement, and as long as that has not happened
 * from the end of the investment years. Source: 지방투자촉진보조금 practice, 3 + 5 years with a yearly visit.
 *
 * @example
 * awardSchedule({ grantedOn: '2023-03-02', settledOn: null, investmentYears: 3, followUpYears: 5 }).at(-1)
 * // => { year: 8, phase: 'follow_up', dueOn: '2031-03-02', expected: true }
 */
export function awardSchedule(of: {
  grantedOn: string | null
  settledOn: string | null
  investmentYears: number
  followUpYears: number
}): AwardCheckDue[] {
  if (of.grantedOn === null) return []
  const granted = of.grantedOn
  const settled = of.settledOn ?? addMonths(granted, of.investmentYears * 12)
  return [
    ...Array.from(
      { length: of.investmentYears },
      (_, at): AwardCheckDue => ({
        year: at + 1,
        phase: 'investment',
        dueOn: addMonths(granted, (at + 1) * 12),
        expected: false,
      }),
    ),
    ...Array.from(
      { length: of.followUpYears },
      (_, at): AwardCheckDue => ({
        year: of.investmentYears + at + 1,
        phase: 'follow_up',
        dueOn: addMonths(settled, (at + 1) * 12),
        expected: of.settledOn === null,
      }),
    ),
  ]
}
