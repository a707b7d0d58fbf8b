import { countOf, type Worked } from './formula.ts'
import type { Ledger } from './ledger.ts'
import { overdueOf } from './overdue-of.ts'
import { type Parameters, scope } from './scope.ts'

/** 기한이 지난 대상 수: how many subjects in scope have something overdue on the ledger's day. */
export function overdueCount(ledger: Ledger, parameters: Parameters): Worked {
  const late = scope(ledger, parameters)
    .map((subject) => ({ subject, items: overdueOf(ledger, subject) }))
    .filter(({ items }) => items.length > 0)
  return {
    value: countOf(late.length),
    inputs: late.flatMap(({ items }) => items.flatMap((item) => (item.factId === null ? [] : [item.factId]))),
    leftOut: [],
    counted: late.map(({ subject, items }) => ({
      subjectId: subject.id,
      eventId: subject.stageEventId,
      note: items.map((item) => item.note).join(', '),
    })),
  }
}
