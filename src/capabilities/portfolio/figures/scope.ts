import type { Ledger, LedgerSubject } from './ledger.ts'
import { overdueOf } from './overdue-of.ts'

/** Parameters of a figure, as text; a missing one narrows nothing. */
export type Parameters = Readonly<Record<string, string>>

/** Names of the parameters that narrow the subjects; the same names filter the project list. */
export const scopeParameters = ['kind', 'stage', 'phase', 'place', 'industry', 'team', 'owner', 'subject', 'q', 'overdue'] as const

/** The kinds that hold investment values of their own. The office itself is none of them: what it says of itself is another figure. */
const defaultKinds = ['project', 'agreement']

/** 범위: the subjects that a figure's parameters leave in. Several values of one parameter are written with commas and mean any of them. `none` means: not known. */
export function scope(ledger: Ledger, parameters: Parameters): LedgerSubject[] {
  const kinds = parameters.kind ? parameters.kind.split(',') : defaultKinds
  const tests: ((subject: LedgerSubject) => boolean)[] = [(subject) => kinds.includes(subject.kind)]
  const among = (name: string, of: (subject: LedgerSubject) => string | null) => {
    const wanted = parameters[name]
    if (wanted === undefined || wanted === '') return
    const values = wanted.split(',')
    tests.push((subject) => values.includes(of(subject) ?? 'none'))
  }
  among('stage', (subject) => subject.stage)
  among('phase', (subject) => subject.phase)
  among('place', (subject) => subject.place)
  among('industry', (subject) => subject.industry)
  among('team', (subject) => subject.team)
  among('owner', (subject) => subject.ownerId)
  among('subject', (subject) => subject.id)
  const words = (parameters.q ?? '').normalize('NFC').toLowerCase().trim()
  if (words !== '') tests.push((subject) => subject.words.includes(words))
  if (parameters.overdue === 'true') tests.push((subject) => overdueOf(ledger, subject).length > 0)
  return ledger.subjects.filter((subject) => tests.every((test) => test(subject)))
}
