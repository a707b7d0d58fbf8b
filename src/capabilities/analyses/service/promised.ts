import { announced, loadLedger, unitOf } from '#capabilities/portfolio/index'
import { undatedStart } from '#data/economy/stage-chances'
import { countOnce } from '#engines/accounting/count-once'
import type { PipelineItem } from '#engines/economy/time/pipeline-forecast'
import { addDays } from '#quantity/day'
import type { Db } from '#store/store'
import type { StageAssumption } from '../cases.ts'
import { assumptionsOf } from './stage-assumptions.ts'

/** A promise of the portfolio as the forecast takes it, with the fact it stands on. */
export interface PromisedItem extends PipelineItem {
  readonly factId: string
  readonly subjectId: string
  readonly phase: string
}

/**
 * 약속에서 오는 것: what subjects of the portfolio announced of an indicator, each once, with the chance and delay of the phase it stands in. What operates already is left out (it is in the values), and so is
 * what was withdrawn, what the office itself or a strategy states as its aim, and everything confidential: a forecast may be shown to all of the office.
 */
export async function promisedItems(
  db: Db,
  officeId: string,
  indicator: string,
  today: string,
  own: readonly StageAssumption[] = [],
): Promise<PromisedItem[]> {
  const chances = assumptionsOf(own)
  const ledger = await loadLedger(db, officeId, { indicators: [indicator], asOf: null, knownOn: null, confidential: false, today })
  const subjects = new Map(ledger.subjects.filter((one) => one.kind !== 'office' && one.kind !== 'strategy').map((one) => [one.id, one]))
  const stated = ledger.facts.filter(
    (fact) => fact.indicator === indicator && announced.some((facet) => facet === fact.facet) && subjects.has(fact.subject),
  )
  const unit = indicator === 'jobs' ? unitOf.jobs : (stated[0]?.unit ?? '')
  const year = Number(today.slice(0, 4))
  return countOnce(stated, unit, announced, ledger.wholes).counted.flatMap((fact): PromisedItem[] => {
    const subject = subjects.get(fact.subject)!
    const phase = subject.phase ?? 'announced'
    const chance = chances.find((one) => one.phase === phase)
    if (!chance || fact.value === null) return []
    const { dueTo: due, periodTo } = stated.find((one) => one.factId === fact.factId)!
    // promised for a time that is over: what came of it is in the values
    if (periodTo !== null && periodTo <= today) return []
    return [
      {
        name: fact.series === '' ? subject.name : `${subject.name} (${fact.series})`,
        sector: subject.industry ?? subject.kind,
        amount: Number(fact.value),
        probability: chance.probability,
        startYear: due === null ? year + undatedStart : Math.max(year, Number(addDays(due, -1).slice(0, 4)) - chance.rampYears),
        rampYears: chance.rampYears,
        meanSlipYears: chance.meanSlipYears,
        factId: fact.factId,
        subjectId: subject.id,
        phase,
      },
    ]
  })
}
