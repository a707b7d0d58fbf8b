import { type CountableFact, countOnce } from '#engines/accounting/count-once'
import { sumOf } from '#engines/accounting/sum'
import type { Worked } from './formula.ts'
import type { Ledger } from './ledger.ts'
import { type Parameters, scope } from './scope.ts'

/** Facets of what was announced, the source's word before an approved programme; and of what happened. */
export const announced = ['announced', 'plan'] as const
export const actual = ['actual'] as const
/** What was worked out by a model, such as the impact of a project by an input-output table. */
export const estimated = ['estimate'] as const

/**
 * 합계: the sum of an indicator over the subjects in scope, each won once. Values of subjects in a lost phase stay out as withdrawn; projects without a value are listed as not disclosed,
 * except where they are part of something that was counted.
 */
export function total(ledger: Ledger, parameters: Parameters, indicator: string, unit: string, facets: readonly string[]): Worked {
  const subjects = new Map(scope(ledger, parameters).map((subject) => [subject.id, subject]))
  const facts: CountableFact[] = ledger.facts
    .filter((fact) => fact.indicator === indicator && subjects.has(fact.subject) && facets.includes(fact.facet))
    .map((fact) => (subjects.get(fact.subject)?.phase === 'lost' && facets !== actual ? { ...fact, ended: true } : fact))
  const wholes = new Map([...ledger.wholes].map(([part, own]) => [part, own.filter((whole) => subjects.has(whole))]))
  const { counted, left } = countOnce(facts, unit, facets, wholes)
  const said = new Set(facts.map((fact) => fact.subject))
  const silent = [...subjects.values()].filter(
    (subject) =>
      subject.kind === 'project' &&
      subject.phase !== 'lost' &&
      !said.has(subject.id) &&
      !(wholes.get(subject.id) ?? []).some((whole) => said.has(whole)),
  )
  return {
    value: sumOf(counted),
    inputs: counted.map((fact) => fact.factId),
    leftOut: [
      ...left.map(({ fact, reason }) => ({ subjectId: fact.subject, subjectName: subjects.get(fact.subject)?.name ?? '', reason })),
      ...silent.map((subject) => ({ subjectId: subject.id, subjectName: subject.name, reason: 'not_disclosed' as const })),
    ],
    counted: [],
  }
}

/** 기관이 밝힌 값: what the office says of itself, its latest whole value. */
export function reported(ledger: Ledger, indicator: string, unit: string): Worked {
  const office = ledger.subjects.find((subject) => subject.kind === 'office')
  const facts = ledger.facts.filter((fact) => fact.indicator === indicator && fact.subject === office?.id && fact.series === '')
  const { counted } = countOnce(facts, unit, ['actual', 'announced', 'plan'], new Map())
  return { value: sumOf(counted), inputs: counted.map((fact) => fact.factId), leftOut: [], counted: [] }
}
