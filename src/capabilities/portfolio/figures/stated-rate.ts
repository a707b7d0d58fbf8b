import { type Measure, measureNames, measures, rateVersion } from '#engines/accounting/rate/definition'
import { ratioOf } from '#engines/accounting/rate/ratio'
import { addDays } from '#quantity/day'
import type { Formula, Worked } from './formula.ts'
import type { Ledger, LedgerFact } from './ledger.ts'
import { cohortOfParameters } from './rate.ts'
import type { Parameters } from './scope.ts'

const indicators = { count: 'firms', money: 'investment', jobs: 'jobs' } as const
export const statedUnits: Readonly<Record<Measure, string>> = { count: 'firms', money: 'KRW', jobs: 'persons' }

/** What was stated of a whole cohort at once: promised and come true, for one subject and one time. */
export interface StatedCohort {
  readonly subjectId: string
  readonly subjectName: string
  /** Half-open. */
  readonly from: string
  readonly until: string
  readonly measures: Readonly<Partial<Record<Measure, { readonly above: LedgerFact; readonly below: LedgerFact }>>>
}

/**
 * 통째로 밝혀진 묶음: cohorts of which a source states what was promised and what came true (firms, money, jobs) over the same time. The numbers are the source's; the rate is ours.
 * Only those whose time was over by the ledger's day, and with both ends of it known. Parameters `cohortFrom`, `cohortTo` and `subject` pick among them.
 */
export function statedCohorts(ledger: Ledger, parameters: Parameters): StatedCohort[] {
  const wanted = cohortOfParameters(parameters)
  const names = new Map(ledger.subjects.filter((subject) => subject.kind !== 'office').map((subject) => [subject.id, subject.name]))
  const groups = new Map<string, LedgerFact[]>()
  for (const fact of ledger.facts) {
    if (fact.series !== '' || fact.ended || fact.periodFrom === null || fact.periodTo === null || !names.has(fact.subject)) continue
    if (fact.periodTo > addDays(ledger.day, 1)) continue
    if ((wanted.from !== null && fact.periodFrom !== wanted.from) || (wanted.until !== null && fact.periodTo !== wanted.until)) continue
    if (parameters.subject && !parameters.subject.split(',').includes(fact.subject)) continue
    const key = `${fact.subject} ${fact.periodFrom} ${fact.periodTo}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  const cohorts: StatedCohort[] = []
  for (const [, facts] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found: Partial<Record<Measure, { above: LedgerFact; below: LedgerFact }>> = {}
    for (const measure of measures) {
      const of = (...facets: string[]) => latest(facts.filter((fact) => fact.indicator === indicators[measure] && facets.includes(fact.facet)))
      const [above, below] = [of('actual'), of('announced') ?? of('plan')]
      if (above && below && above.unit === below.unit) found[measure] = { above, below }
    }
    const first = facts[0]!
    if (Object.keys(found).length > 0)
      cohorts.push({
        subjectId: first.subject,
        subjectName: names.get(first.subject)!,
        from: first.periodFrom!,
        until: first.periodTo!,
        measures: found,
      })
  }
  return cohorts
}

const latest = (facts: readonly LedgerFact[]): LedgerFact | undefined =>
  [...facts].sort((a, b) => (a.knownFrom === b.knownFrom ? (a.factId < b.factId ? -1 : 1) : a.knownFrom < b.knownFrom ? 1 : -1))[0]

/** Of several cohorts that fit none is picked: a rate is of one named cohort. */
function work(measure: Measure) {
  return (ledger: Ledger, parameters: Parameters): Worked => {
    const fitting = statedCohorts(ledger, parameters).flatMap((cohort) => cohort.measures[measure] ?? [])
    const only = fitting.length === 1 ? fitting[0] : undefined
    return {
      value: only ? ratioOf(only.above, only.below) : null,
      inputs: only ? [only.above.factId, only.below.factId] : [],
      leftOut: [],
      counted: [],
    }
  }
}

/** 밝혀진 실현율 산식: the rate of a cohort that a source states as a whole, one formula a measure. */
export const statedRateFormulas: readonly Formula[] = measures.map((measure) => ({
  id: `stated_rate_${measure}`,
  version: rateVersion,
  titleKo: `밝혀진 실현율: ${measureNames[measure].ko}`,
  titleEn: `Stated realisation rate: ${measureNames[measure].en}`,
  definitionKo: '한 출처가 묶음 전체를 두고 밝힌 실제 값 ÷ 같은 때의 협약 값입니다. 협약을 하나씩 센 것이 아니라 밝혀진 두 값을 나눈 것입니다.',
  definitionEn:
    'What a source states to have come true of a whole cohort ÷ what was promised over the same time. The two stated values are divided; agreements are not counted one by one.',
  unit: 'ratio',
  parameters: ['cohortFrom', 'cohortTo', 'subject'],
  indicators: Object.values(indicators),
  past: true,
  work: work(measure),
}))
