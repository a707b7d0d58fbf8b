import type { Ledger, LedgerSubject } from './ledger.ts'

/** What of a subject is overdue: open milestones, and values whose time has passed without an actual one beside them. */
export function overdueOf(ledger: Ledger, subject: LedgerSubject): { note: string; factId: string | null }[] {
  if (subject.phase === 'lost') return []
  const milestones = ledger.milestones.filter((one) => one.subject === subject.id && one.open && one.dueOn < ledger.day)
  const own = ledger.facts.filter((fact) => fact.subject === subject.id && !fact.ended)
  const met = new Set(own.filter((fact) => fact.facet === 'actual').map((fact) => fact.indicator))
  const late = own.filter(
    (fact) => fact.facet !== 'actual' && fact.dueTo !== null && fact.dueTo <= ledger.day && !met.has(fact.indicator) && subject.phase !== 'realised',
  )
  return [
    ...milestones.map((one) => ({ note: `${one.title} ${one.dueOn}`, factId: null })),
    ...late.map((fact) => ({ note: `${fact.indicator} ~${fact.dueTo}`, factId: fact.factId })),
  ]
}
