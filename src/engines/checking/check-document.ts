import type { Reading } from '#engines/reading/reading'
import { checkable } from './checkable.ts'
import { dateOrder } from './date-order.ts'
import { documentDate } from './document-date.ts'
import type { Finding } from './finding.ts'
import { impossibleDates } from './impossible-date.ts'
import { jobsPerMoney } from './jobs-per-money.ts'
import { partAboveWhole } from './part-above-whole.ts'
import { partsOfTotal } from './parts-of-total.ts'
import { printedPercentages } from './printed-percentage.ts'
import { remainderWithoutSentence } from './remainder.ts'
import { rules } from './rules.ts'
import { unitSense } from './unit-sense.ts'
import { unresolvedDates } from './unresolved-date.ts'

/**
 * 문서 점검: everything that the rules find in one reading, what is odd first, then by rule, then in the order of the text.
 * Pure: the same reading gives the same findings. An empty reading gives none.
 */
export function checkReading(reading: Reading): readonly Finding[] {
  const check = checkable(reading)
  const impossible = impossibleDates(check)
  const found = [
    ...partAboveWhole(check),
    ...jobsPerMoney(check),
    ...partsOfTotal(check),
    ...remainderWithoutSentence(check),
    ...printedPercentages(check),
    ...unitSense(check),
    ...impossible,
    ...dateOrder(check),
    ...documentDate(check),
    ...unresolvedDates(
      check,
      impossible.flatMap((one) => one.witnesses),
    ),
  ]
  const order = new Map(rules.map((rule, at) => [rule.id, at]))
  const place = (one: Finding) => one.witnesses[0]?.start ?? 0
  return found.sort(
    (a, b) => Number(a.outcome === 'holds') - Number(b.outcome === 'holds') || order.get(a.rule)! - order.get(b.rule)! || place(a) - place(b),
  )
}
