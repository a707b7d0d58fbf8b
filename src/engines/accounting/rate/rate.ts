import type { Day } from '#quantity/day'
import { decimal } from '#quantity/decimal'
import { type OpenValue, sumOf } from '../sum.ts'
import { byShare, type Commitment, type Held, signedOn } from './commitment.ts'
import { type Definition, type Measure, phasesOf } from './definition.ts'
import { ratioOf } from './ratio.ts'

/** Which rate: whose commitments, what is counted, what counts as come true. */
export interface RateQuery {
  /** 묶음: commitments signed from this day on; null is from ever. */
  readonly from: Day | null
  /** … and before this day (half-open); null is without end. */
  readonly until: Day | null
  readonly measure: Measure
  readonly definition: Definition
  /** `in` leaves withdrawn commitments in the denominator, `out` takes them out of both. */
  readonly withdrawals: 'in' | 'out'
  /** Only new investments or only expansions; commitments of which no source says which are listed as unknown. */
  readonly investmentKind?: 'new' | 'expansion' | null
}

/** Why a commitment is not in a rate, or not whole: what is unknown is said, never taken as zero. */
export type Missing =
  /** No source says when it was signed: it may or may not belong to the cohort. */
  | 'no_signing_day'
  /** It was promised without an amount. */
  | 'not_disclosed'
  /** Nobody found out what was spent or hired: the rate is at least this much. */
  | 'not_measured'
  | 'withdrawn'
  | 'kind_unknown'

export interface Rate {
  /** Null where there is no denominator. */
  readonly value: OpenValue | null
  /** Null where nothing at all is known about what stands above the line. */
  readonly numerator: OpenValue | null
  readonly denominator: OpenValue | null
  /** Commitments above and below the line. */
  readonly above: readonly Commitment[]
  readonly below: readonly Commitment[]
  /** Facts above and below the line. */
  readonly factsAbove: readonly string[]
  readonly factsBelow: readonly string[]
  readonly missing: readonly { readonly id: string; readonly reason: Missing }[]
}

/**
 * 실현율(이행률): numerator ÷ denominator over the commitments of a cohort, each once.
 * count: Σ share of those come true ÷ Σ share of all. money, jobs by a stage: Σ share · promised of those come true ÷ Σ share · promised of all.
 * `spent`: Σ share · actual ÷ Σ share · promised; as a count, those with anything spent.
 * A commitment without a promised value is in neither sum of that measure; one whose actual is not known leaves the rate "at least".
 * The order of the commitments does not matter. An empty cohort has no rate.
 *
 * @throws RangeError where one commitment comes twice
 * @example
 * rateOf([], { from: null, until: null, measure: 'count', definition: 'operating', withdrawals: 'in' }).value // => null
 */
export function rateOf(commitments: readonly Commitment[], query: RateQuery): Rate {
  const { cohort, missing } = cohortOf(commitments, query)
  const left = [...missing]
  const kept = cohort.filter((one) => {
    if (query.withdrawals === 'in' || one.phase !== 'lost') return true
    left.push({ id: one.id, reason: 'withdrawn' })
    return false
  })
  const { measure } = query
  const below = kept.filter((one) => {
    if (measure === 'count' || one.promised[measure] !== null) return true
    left.push({ id: one.id, reason: 'not_disclosed' })
    return false
  })
  const phases = phasesOf[query.definition]
  const found = (one: Commitment): Held | null => one.actual[measure === 'jobs' ? 'jobs' : 'money']
  const unmeasured = phases === null ? below.filter((one) => found(one) === null) : []
  left.push(...unmeasured.map((one) => ({ id: one.id, reason: 'not_measured' as const })))
  const above = below.filter((one) => {
    if (phases !== null) return one.phase !== null && phases.includes(one.phase)
    const held = found(one)
    return held !== null && (measure !== 'count' || decimal(held.value).coefficient > 0n)
  })
  const promised = (one: Commitment) => (measure === 'count' ? one1 : one.promised[measure]!)
  const reached = (one: Commitment) => (measure === 'count' ? one1 : phases === null ? found(one)! : one.promised[measure]!)
  const denominator = sumOf(below.map((one) => byShare(promised(one), one.share)))
  const sum = sumOf(above.map((one) => byShare(reached(one), one.share)))
  // none of those that were looked at is a true zero; where nobody looked at any, nothing is known
  const looked = below.length > unmeasured.length
  const known = sum ?? (denominator !== null && looked ? nothing : null)
  const numerator = known && unmeasured.length > 0 ? atLeast(known) : known
  return {
    value: numerator && denominator ? ratioOf(numerator, denominator) : null,
    numerator,
    denominator,
    above,
    below,
    factsAbove: factsOf(above, (one) => (phases === null ? found(one) : measure === 'count' ? null : one.promised[measure])),
    factsBelow: factsOf(below, (one) => (measure === 'count' ? null : one.promised[measure])),
    missing: left,
  }
}

/** 협약 묶음: the commitments signed in the cohort, by id, and those of which it is not known. */
export function cohortOf(
  commitments: readonly Commitment[],
  query: Pick<RateQuery, 'from' | 'until' | 'investmentKind'>,
): { cohort: Commitment[]; missing: { id: string; reason: Missing }[] } {
  const cohort: Commitment[] = []
  const missing: { id: string; reason: Missing }[] = []
  const sorted = [...commitments].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const [index, one] of sorted.entries()) {
    if (one.id === sorted[index + 1]?.id)
      throw new RangeError(`expected each commitment once, got ${one.id} twice: fold merged subjects into one first`)
    const day = signedOn(one.steps)
    if (day === null) missing.push({ id: one.id, reason: 'no_signing_day' })
    else if ((query.from !== null && day < query.from) || (query.until !== null && day >= query.until)) continue
    else if (query.investmentKind && one.investmentKind === null) missing.push({ id: one.id, reason: 'kind_unknown' })
    else if (!query.investmentKind || one.investmentKind === query.investmentKind) cohort.push(one)
  }
  return { cohort, missing }
}

const exact = (value: string): OpenValue => ({ value, valueMax: null, bound: null, approximate: false })
const one1 = exact('1')
const nothing = exact('0')
const atLeast = (value: OpenValue): OpenValue =>
  value.bound === 'max' || value.bound === 'below' ? { ...value, bound: null, approximate: true } : { ...value, bound: value.bound ?? 'min' }
const factsOf = (list: readonly Commitment[], of: (one: Commitment) => Held | null) => list.flatMap((one) => of(one)?.factIds ?? [])
