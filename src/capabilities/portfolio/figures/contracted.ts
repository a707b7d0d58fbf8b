import type { Formula, Worked } from './formula.ts'
import type { Ledger } from './ledger.ts'
import { type Parameters, scope, scopeParameters } from './scope.ts'
import { announced, total } from './total.ts'

/** Phases of what has at least a contract or a permit behind it. */
const contractedPhases = ['committed', 'building', 'realised']

/** 계약 이후: the money that those promised who have come as far as a contract, each by the step that brought it there; what was only announced stays out, what was spent is another figure. */
export const contractedInvestment: Formula = {
  id: 'contracted_investment',
  version: 1,
  titleKo: '계약 이후 투자',
  titleEn: 'Investment contracted or later',
  definitionKo:
    '계약·인허가·공사·준공·가동 단계인 사업의 발표된(발표가 없으면 계획된) 투자액의 합입니다. 협약까지만 온 것과 철회된 것은 뺍니다. 실제로 쓴 돈은 따로 셉니다. 같은 대상은 한 번만, 부분은 전체와 함께 세지 않습니다. 다른 통화는 더하지 않습니다.',
  definitionEn:
    'The sum of the announced (where there is none: planned) investment of what is contracted, permitted, being built, completed or in operation. What is only signed and what was withdrawn stays out; money spent is another figure. Each subject counts once, parts never beside their whole. Other currencies are not added.',
  unit: 'KRW',
  parameters: [...scopeParameters, 'currency'],
  indicators: ['investment'],
  work: (ledger, parameters) => contracted(ledger, parameters),
}

function contracted(ledger: Ledger, parameters: Parameters): Worked {
  const asked = parameters.phase ? parameters.phase.split(',') : contractedPhases
  const phases = asked.filter((phase) => contractedPhases.includes(phase))
  if (phases.length === 0) return { value: null, inputs: [], leftOut: [], counted: [] }
  const narrowed = { ...parameters, phase: phases.join(',') }
  const worked = total(ledger, narrowed, 'investment', parameters.currency ?? 'KRW', announced)
  const inputs = new Set(worked.inputs)
  const holders = new Set(ledger.facts.filter((fact) => inputs.has(fact.factId)).map((fact) => fact.subject))
  const counted = scope(ledger, narrowed).flatMap((subject) =>
    holders.has(subject.id) ? [{ subjectId: subject.id, eventId: subject.stageEventId, note: null }] : [],
  )
  return { ...worked, counted }
}
