import { type CountableFact, countOnce, type NotCounted } from '#engines/accounting/count-once'
import { type Commitment, type Held, signedOn } from '#engines/accounting/rate/commitment'
import {
  type Definition,
  definitionNames,
  definitions,
  definitionText,
  type Measure,
  measureNames,
  measures,
  partsInWords,
  rateVersion,
} from '#engines/accounting/rate/definition'
import { type Missing, type Rate, type RateQuery, rateOf } from '#engines/accounting/rate/rate'
import { sumOf } from '#engines/accounting/sum'
import { calendarInterval } from '#quantity/interval'
import type { Formula, Worked } from './formula.ts'
import type { Ledger, LedgerFact } from './ledger.ts'
import { type Parameters, scope, scopeParameters } from './scope.ts'
import { actual, announced } from './total.ts'

const indicatorOf = { money: 'investment', jobs: 'jobs' } as const
export const unitOf: Readonly<Record<Measure, string>> = { count: 'cases', money: 'KRW', jobs: 'persons' }

/** Parameters of a rate: the cohort by month or day, both ends in it, whether withdrawn ones stay in, and whether only new investments or only expansions (신규·증설) count. */
export const rateParameters = [...scopeParameters, 'cohortFrom', 'cohortTo', 'withdrawals', 'investmentKind', 'currency'] as const

/** The cohort of parameters, half-open. `cohortOfParameters({ cohortFrom: '2016-01', cohortTo: '2020-09' }).until // => '2020-10-01'` */
export function cohortOfParameters(parameters: Parameters): { from: string | null; until: string | null } {
  return {
    from: parameters.cohortFrom ? calendarInterval(parameters.cohortFrom).start : null,
    until: parameters.cohortTo ? calendarInterval(parameters.cohortTo).end : null,
  }
}

/** 신규·증설 of parameters; null is both. `kindOfParameters({ investmentKind: 'new' }) // => 'new'` */
export const kindOfParameters = (parameters: Parameters): 'new' | 'expansion' | null =>
  parameters.investmentKind === 'new' || parameters.investmentKind === 'expansion' ? parameters.investmentKind : null

/** What a rate looks at, of a ledger. */
export interface Commitments {
  readonly commitments: readonly Commitment[]
  /** Facts that could not count, such as another currency. */
  readonly left: readonly NotCounted[]
}

/**
 * 협약 목록: the commitments of a ledger, each once. A commitment is a project or an agreement that somebody announced or signed: leads are none. What is part of a signed one counts with it;
 * values of a whole go before those of its parts.
 */
export function commitmentsOf(ledger: Ledger, parameters: Parameters): Commitments {
  const worked = lists.get(ledger) ?? new Map<string, Commitments>()
  lists.set(ledger, worked)
  const asked = JSON.stringify([...scopeParameters, 'currency'].map((name) => parameters[name] ?? ''))
  const found = worked.get(asked) ?? listCommitments(ledger, parameters)
  worked.set(asked, found)
  return found
}

/** One list for the rates of every measure and definition of a ledger: it depends on scope and currency alone, and goes with the ledger. */
const lists = new WeakMap<Ledger, Map<string, Commitments>>()

function listCommitments(ledger: Ledger, parameters: Parameters): Commitments {
  const inScope = scope(ledger, parameters).filter((subject) => subject.phase !== null && subject.phase !== 'before')
  const byId = new Map(inScope.map((subject) => [subject.id, subject]))
  const signed = new Set(inScope.filter((subject) => signedOn(subject.steps) !== null).map((subject) => subject.id))
  const rootOf = (id: string) => rootAmong(id, ledger.wholes, signed)
  const units = inScope.filter((subject) => rootOf(subject.id) === subject.id)
  const unitIds = new Set(units.map((subject) => subject.id))
  const left: NotCounted[] = []
  const heldBy = (measure: 'money' | 'jobs', facets: readonly string[]): Map<string, Held> => {
    const unit = measure === 'money' ? (parameters.currency ?? 'KRW') : unitOf.jobs
    const facts = ledger.facts
      .filter((fact) => fact.indicator === indicatorOf[measure] && facets.includes(fact.facet) && unitIds.has(rootOf(fact.subject)))
      .map((fact): LedgerFact => (fact.ended && byId.get(rootOf(fact.subject))?.phase === 'lost' ? { ...fact, ended: false } : fact))
    const result = countOnce(facts, unit, facets, ledger.wholes)
    left.push(...result.left.filter((one) => one.reason === 'other_currency'))
    const groups = new Map<string, CountableFact[]>()
    for (const fact of result.counted) groups.set(rootOf(fact.subject), [...(groups.get(rootOf(fact.subject)) ?? []), fact])
    return new Map([...groups].map(([id, own]) => [id, { ...sumOf(own)!, factIds: own.map((fact) => fact.factId) }]))
  }
  const promised = { money: heldBy('money', announced), jobs: heldBy('jobs', announced) }
  const found = { money: heldBy('money', actual), jobs: heldBy('jobs', actual) }
  const commitments = units.map(
    (subject): Commitment => ({
      id: subject.id,
      phase: subject.phase,
      steps: subject.steps,
      share: ledger.shares.get(subject.id) ?? null,
      investmentKind: subject.investmentKind,
      promised: { money: promised.money.get(subject.id) ?? null, jobs: promised.jobs.get(subject.id) ?? null },
      actual: { money: found.money.get(subject.id) ?? null, jobs: found.jobs.get(subject.id) ?? null },
    }),
  )
  return { commitments, left }
}

/** The signed subject that something counts with: the last signed one on the way up; itself where there is none. In a circle the first by id. */
function rootAmong(id: string, wholes: ReadonlyMap<string, readonly string[]>, signed: ReadonlySet<string>): string {
  const seen = new Set([id])
  let open = [...(wholes.get(id) ?? [])].sort()
  let root = id
  while (open.length > 0) {
    const fresh = open.filter((whole) => !seen.has(whole))
    for (const whole of fresh) {
      seen.add(whole)
      if (signed.has(whole)) root = whole
    }
    open = fresh.flatMap((whole) => [...(wholes.get(whole) ?? [])]).sort()
  }
  const circle = [...(wholes.get(root) ?? [])].includes(id) || id === root
  return circle && root !== id ? [root, id].sort()[0]! : root
}

/** The rate of a measure and definition with everything that went in. */
export function rateOfLedger(
  ledger: Ledger,
  parameters: Parameters,
  measure: Measure,
  definition: Definition,
): { rate: Rate; left: readonly NotCounted[] } {
  const { commitments, left } = commitmentsOf(ledger, parameters)
  const query: RateQuery = {
    ...cohortOfParameters(parameters),
    measure,
    definition,
    withdrawals: parameters.withdrawals === 'out' ? 'out' : 'in',
    investmentKind: kindOfParameters(parameters),
  }
  return { rate: rateOf(commitments, query), left: measure === 'money' ? left : [] }
}

const leftReasons: Readonly<Record<Missing, 'not_disclosed' | 'withdrawn'>> = {
  no_signing_day: 'not_disclosed',
  not_disclosed: 'not_disclosed',
  not_measured: 'not_disclosed',
  kind_unknown: 'not_disclosed',
  withdrawn: 'withdrawn',
}

/** The formula ids of a rate and of what stands above and below its line. */
export const formulaIds = (measure: Measure, definition: Definition) => ({
  rate: `rate_${measure}_${definition}`,
  above: `rate_${measure}_${definition}_above`,
  below: `rate_${measure}_below`,
})

function work(part: 'rate' | 'above' | 'below', measure: Measure, definition: Definition) {
  return (ledger: Ledger, parameters: Parameters): Worked => {
    const { rate, left } = rateOfLedger(ledger, parameters, measure, definition)
    const subjects = new Map(ledger.subjects.map((subject) => [subject.id, subject]))
    const name = (id: string) => subjects.get(id)?.name ?? ''
    const listed = part === 'above' ? rate.above : rate.below
    const facts = part === 'rate' ? [...rate.factsAbove, ...rate.factsBelow] : part === 'above' ? rate.factsAbove : rate.factsBelow
    return {
      value: part === 'rate' ? rate.value : part === 'above' ? rate.numerator : rate.denominator,
      inputs: [...new Set(facts)],
      leftOut: [
        ...rate.missing
          .filter((one) => part !== 'below' || one.reason !== 'not_measured')
          .map(({ id, reason }) => ({ subjectId: id, subjectName: name(id), reason: leftReasons[reason] })),
        ...left.map(({ fact }) => ({ subjectId: fact.subject, subjectName: name(fact.subject), reason: 'other_currency' as const })),
      ],
      counted: listed.map((one) => ({ subjectId: one.id, eventId: subjects.get(one.id)?.stageEventId ?? null, note: shareNote(one) })),
    }
  }
}

const shareNote = (one: Commitment): string | null => (one.share === null ? null : `× ${one.share}`)

function formulaFor(part: 'rate' | 'above' | 'below', measure: Measure, definition: Definition): Formula {
  const parts = partsInWords(measure, definition)
  const words = definitionText(measure, definition)
  const [m, d] = [measureNames[measure], definitionNames[definition]]
  return {
    id: formulaIds(measure, definition)[part],
    version: rateVersion,
    titleKo: part === 'rate' ? `실현율: ${m.ko}, ${d.ko}` : parts[part].ko,
    titleEn: part === 'rate' ? `Realisation rate: ${m.en}, ${d.en}` : parts[part].en,
    definitionKo: part === 'rate' ? words.ko : `실현율(${m.ko})의 ${part === 'above' ? '분자' : '분모'}입니다. ${words.ko}`,
    definitionEn: part === 'rate' ? words.en : `The ${part === 'above' ? 'numerator' : 'denominator'} of a realisation rate (${m.en}). ${words.en}`,
    unit: part === 'rate' ? 'ratio' : unitOf[measure],
    parameters: [...rateParameters],
    indicators: ['investment', 'jobs'],
    past: true,
    work: work(part, measure, definition),
  }
}

/** 실현율 산식: one formula a measure and definition. */
export const rateFormulas: readonly Formula[] = measures.flatMap((measure) =>
  definitions.map((definition) => formulaFor('rate', measure, definition)),
)

/** What stands above and below the line of each rate, so that they too lead to their sentences. */
export const rateParts: readonly Formula[] = measures.flatMap((measure) => [
  formulaFor('below', measure, 'operating'),
  ...definitions.map((definition) => formulaFor('above', measure, definition)),
])
