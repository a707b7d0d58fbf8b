import {
  type Head,
  type HeldFact,
  headsOf,
  heldFacts,
  type IndicatorRow,
  indicatorsOf,
  latestOf,
  type Seeing,
  type StageProof,
  stageProofs,
} from '#capabilities/plans/index'
import { pledgeStanding, securedRate } from '#engines/accounting/pledge-grade'
import { attainment } from '#engines/accounting/strategy-progress'
import type { Db } from '#store/store'
import { type GradingRow, gradingsOf } from './queries/gradings.ts'
import { type PledgeFields, pledgeTerms } from './queries/pledges.ts'

/** One promised value and what came of it. */
export interface PromisedValue {
  readonly indicator: string
  readonly nameKo: string
  readonly nameEn: string
  readonly series: string
  readonly promised: HeldFact
  readonly actual: HeldFact | null
  /** actual / promised; null where nothing was measured. */
  readonly attainment: string | null
}

/** 공약의 돈: planned in all and within the term, secured of each. */
export interface PledgeMoney {
  readonly total: HeldFact | null
  readonly inTerm: HeldFact | null
  readonly secured: HeldFact | null
  readonly securedInTerm: HeldFact | null
  readonly securedRate: string | null
  readonly securedInTermRate: string | null
}

/** 공약 한 건. */
export interface Pledge extends Head, PledgeFields {
  /** Of the terms; 0 where none were written. */
  readonly termsVersion: number
  readonly state: string | null
  readonly done: boolean
  readonly proof: StageProof | null
  readonly promises: readonly PromisedValue[]
  readonly money: PledgeMoney
  readonly gradings: readonly GradingRow[]
  readonly facts: readonly HeldFact[]
}

const moneyIndicators = ['budget', 'budget_in_term', 'budget_secured', 'budget_secured_in_term'] as const

/** 공약들: pledges with their state, promises, money and grades, as one may see them, at the clocks of the look; `today` is the day by which they are judged. */
export async function pledgesOf(
  db: Db,
  officeId: string,
  seeing: Seeing,
  today: string,
  narrow: { ids?: readonly string[]; words?: string | undefined } = {},
): Promise<Pledge[]> {
  const heads = await headsOf(db, officeId, { kinds: ['pledge'], seeing, ...narrow })
  const ids = heads.map((one) => one.id)
  const [facts, terms, proofs, gradings, indicators] = [
    await heldFacts(db, officeId, ids, seeing),
    await pledgeTerms(db, officeId, ids, seeing),
    await stageProofs(db, officeId, ids, seeing),
    await gradingsOf(db, officeId, ids, seeing),
    await indicatorsOf(db, officeId),
  ]
  return heads.map((head) => {
    const own = facts.filter((one) => one.subjectId === head.id)
    const proof = proofs.get(head.id) ?? null
    const { version: termsVersion, ...term } = terms.get(head.id) ?? { ...nothing, version: 0 }
    return {
      ...head,
      ...term,
      stage: proof?.stage ?? null,
      stageFrom: proof?.occurredFrom ?? null,
      termsVersion: seeing.knownOn ? 0 : termsVersion,
      ...pledgeStanding({ stage: proof?.stage ?? null, proven: proof?.proven ?? false }),
      proof,
      promises: promisesOf(own, indicators, today),
      money: moneyOf(own, today),
      gradings: gradings.filter((one) => one.subjectId === head.id),
      facts: own,
    }
  })
}

const nothing: PledgeFields = { promisedOn: null, promisor: null, termFrom: null, termTo: null, dueOn: null }

/** What was promised (a target before a plan before what was announced), each beside the latest actual of the same indicator and part. */
function promisesOf(facts: readonly HeldFact[], indicators: ReadonlyMap<string, IndicatorRow>, today: string): PromisedValue[] {
  const order = ['target', 'plan', 'announced'] as const
  const keys = new Map<string, HeldFact>()
  for (const facet of order)
    for (const fact of facts)
      if (fact.facet === facet && !(moneyIndicators as readonly string[]).includes(fact.indicator)) {
        const key = `${fact.indicator}\u001f${fact.series}`
        const before = keys.get(key)
        if (!before || (before.facet === facet && (before.period.from ?? '') < (fact.period.from ?? ''))) keys.set(key, fact)
      }
  return [...keys.values()].map((promised) => {
    const actual = latestOf(facts, promised.indicator, 'actual', today, promised.series)
    const row = indicators.get(promised.indicator)
    return {
      indicator: promised.indicator,
      nameKo: row?.nameKo ?? promised.indicator,
      nameEn: row?.nameEn ?? promised.indicator,
      series: promised.series,
      promised,
      actual,
      attainment:
        actual !== null && actual.unit === promised.unit ? attainment(actual.value, promised.value, row?.direction === -1 ? -1 : 1, null) : null,
    }
  })
}

function moneyOf(facts: readonly HeldFact[], today: string): PledgeMoney {
  const total = latestOf(facts, 'budget', 'plan', today) ?? latestOf(facts, 'budget', 'announced', today)
  const inTerm = latestOf(facts, 'budget_in_term', 'plan', today)
  const secured = latestOf(facts, 'budget_secured', 'actual', today)
  const securedInTerm = latestOf(facts, 'budget_secured_in_term', 'actual', today)
  const rate = (above: HeldFact | null, below: HeldFact | null) =>
    above && below && above.unit === below.unit ? securedRate(above.value, below.value) : null
  return { total, inTerm, secured, securedInTerm, securedRate: rate(secured, total), securedInTermRate: rate(securedInTerm, inTerm) }
}
