import type { Day } from '#quantity/day'
import { add, decimal, divide, multiply, toNumber } from '#quantity/decimal'
import { type Commitment, signedOn } from './commitment.ts'
import { phasesOf } from './definition.ts'
import { type IncidencePoint, incidence, type Watched } from './incidence.ts'
import { monthsBetween } from './months.ts'
import { cohortOf, type Missing, type RateQuery } from './rate.ts'

/** 같은 해에 맺은 협약: one curve. */
export interface VintageCurve {
  readonly year: number
  /** Commitments that the curve is made of. */
  readonly commitments: readonly string[]
  readonly realised: number
  readonly withdrawn: number
  readonly open: number
  readonly points: readonly IncidencePoint[]
}

export interface VintageQuery extends Omit<RateQuery, 'definition' | 'withdrawals'> {
  /** A stage: money that was spent in parts has no one day on which it came true. */
  readonly definition: Exclude<RateQuery['definition'], 'spent'>
  /** The last day that is known about. */
  readonly asOf: Day
}

/**
 * 나이를 맞춘 곡선(빈티지): of the commitments of each year of signing, the share come true by months since signing, with withdrawals as a competing outcome, weighted by the measure and our share.
 * What came true or went without a day is listed (`undated`) and stands in no curve. Ranges weigh by their middle.
 *
 * @example
 * vintageCurves([], { from: null, until: null, measure: 'count', definition: 'operating', asOf: '2020-09-30' }).curves // => []
 */
export function vintageCurves(
  commitments: readonly Commitment[],
  query: VintageQuery,
): { curves: VintageCurve[]; missing: { id: string; reason: Missing | 'undated' }[] } {
  const { cohort, missing } = cohortOf(commitments, query)
  const left: { id: string; reason: Missing | 'undated' }[] = [...missing]
  const years = new Map<number, { id: string; age: number; watched: Watched }[]>()
  for (const one of cohort) {
    const signed = signedOn(one.steps)!
    if (signed > query.asOf) continue
    const weight = weightOf(one, query.measure)
    const end = endOf(one, query)
    if (weight === null) left.push({ id: one.id, reason: 'not_disclosed' })
    else if (end.on === null) left.push({ id: one.id, reason: 'undated' })
    else {
      const year = Number(signed.slice(0, 4))
      const own = years.get(year) ?? []
      own.push({
        id: one.id,
        age: monthsBetween(signed, query.asOf),
        watched: { months: monthsBetween(signed, end.on), outcome: end.outcome, weight },
      })
      years.set(year, own)
    }
  }
  const curves = [...years.entries()]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) => {
      const number = (outcome: Watched['outcome']) => own.filter(({ watched }) => watched.outcome === outcome).length
      return {
        year,
        commitments: own.map(({ id }) => id),
        realised: number('realised'),
        withdrawn: number('withdrawn'),
        open: number('open'),
        points: settled(incidence(own.map(({ watched }) => watched)), Math.max(...own.map(({ age }) => age))),
      }
    })
  return { curves, missing: left }
}

/** Where nothing is open any more, the curve is known as far as the oldest agreement's age. */
function settled(points: IncidencePoint[], age: number): IncidencePoint[] {
  const last = points.at(-1)
  if (!last || last.months >= age || last.realised + last.withdrawn < 1 - 1e-9) return points
  return [...points, { ...last, months: age, atRisk: 0 }]
}

/** How it stands now says what became of it; the first day of that says when. */
function endOf(one: Commitment, { definition, asOf }: VintageQuery): { outcome: Watched['outcome']; on: Day | null } {
  const phases = phasesOf[definition]!
  const wanted = one.phase === null ? null : phases.includes(one.phase) ? phases : one.phase === 'lost' ? (['lost'] as const) : null
  if (wanted === null) return { outcome: 'open', on: asOf }
  const days = one.steps.filter((step) => (wanted as readonly string[]).includes(step.phase)).map((step) => step.on)
  const first = days.reduce<Day | null>((early, day) => (day !== null && (early === null || day < early) ? day : early), null)
  return { outcome: one.phase === 'lost' ? 'withdrawn' : 'realised', on: first }
}

function weightOf(one: Commitment, measure: RateQuery['measure']): number | null {
  const share = decimal(one.share ?? '1')
  if (measure === 'count') return toNumber(share)
  const promised = one.promised[measure]
  if (promised === null) return null
  const middle = divide(add(decimal(promised.value), decimal(promised.valueMax ?? promised.value)), decimal('2'), 6)
  return toNumber(multiply(middle, share))
}
