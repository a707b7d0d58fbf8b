import { isCorporation, isFirm, isPublicPayer } from '../../discourse.ts'
import type { Indicator, Slot, Stage } from '../../reading.ts'

/** Rules that know an amount only by what is done with it. */
const WEAK_MONEY = /^indicator:(?:outlay|project-cost|public-actor|public-outlay)$/

/** What a work costs, whoever pays; and that it was spent. */
const COST = /^indicator:(?:사업비|공사비|총공사비|건립비)$/

const SPENDS = /^(?:여)?(?:\s?원)?(?:을|를)\s(?:[가-힣]{1,4}\s)?(?:들여|들인|들였|투입|투자|넣)/

/** Who pays settles what an amount is where its own words do not: public bodies have budgets, firms invest. */
export function payer(indicator: Slot<Indicator>, subject: Slot<string | null>, stage: Stage, after: string): Slot<Indicator> {
  if (indicator.rule === 'indicator:flow' && subject.rule === 'subject:public-work')
    return { ...indicator, value: 'budget', rule: 'indicator:public-payer' }
  if (indicator.value === 'budget' && subject.rule === 'subject:giver' && isFirm(subject.value ?? '') && !isPublicPayer(subject.value ?? ''))
    return { ...indicator, value: 'investment', rule: 'indicator:private-payer' }
  // "총사업비 150억 원을 들여 지었고", told of a firm: its own outlay
  if (
    indicator.value === 'budget' &&
    COST.test(indicator.rule) &&
    SPENDS.test(after) &&
    subject.value !== null &&
    isFirm(subject.value) &&
    !isCorporation(subject.value) &&
    !isPublicPayer(subject.value)
  )
    return { ...indicator, value: 'investment', rule: 'indicator:private-payer' }
  if (!WEAK_MONEY.test(indicator.rule) || subject.value === null) return indicator
  const public_ =
    isPublicPayer(subject.value) || (/:(?:document|issuer)$/.test(subject.rule) && !isFirm(subject.value) && !/구역청$|경자청$/.test(subject.value))
  // what firms bring together is theirs, though an office adds it up
  if (indicator.value === 'investment' && stage !== 'mou' && public_ && subject.rule !== 'subject:reports-total')
    return { ...indicator, value: 'budget', rule: 'indicator:public-payer' }
  if (indicator.value === 'budget' && subject.span !== null && isFirm(subject.value) && !isPublicPayer(subject.value))
    return { ...indicator, value: 'investment', rule: 'indicator:private-payer' }
  return indicator
}
