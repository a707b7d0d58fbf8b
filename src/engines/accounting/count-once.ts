import type { OpenValue } from './sum.ts'

/** A fact as counting needs it. `subject` is the one that stands for its cluster. */
export interface CountableFact extends OpenValue {
  readonly factId: string
  readonly subject: string
  readonly facet: string
  readonly series: string
  readonly unit: string
  /** The series of the whole that this is a part of, as `seriesKey` writes it. */
  readonly partOfSeries: string | null
  readonly knownFrom: string
  /** Start of the time it is true for; a later one replaces an earlier one in a total. */
  readonly periodFrom: string | null
  /** The source says that it will not come to pass. */
  readonly ended: boolean
}

export type NotCountedReason = 'other_currency' | 'part_of_whole' | 'said_again' | 'withdrawn'
export interface NotCounted {
  readonly fact: CountableFact
  readonly reason: NotCountedReason
}

/** What a part points to: the series of its whole, which stays the same when the fact itself is held anew. */
export const seriesKey = (subject: string, facet: string, series: string): string => `${subject} ${facet} ${series}`

/**
 * 한 번만 세기: which facts of one indicator go into a total, so that every won counts once.
 * Of each subject only the first facet of `facets` that it has a value in counts; of a series only the value for the latest period, held last; a subject's whole (`''`) goes before its parts;
 * what is part of something counted is not counted beside it, be it by the fact (`partOfSeries`) or by the subject (`wholes`: subject → those it is part of); other units and ended values stay out.
 * The order of the facts does not matter.
 */
export function countOnce(
  facts: readonly CountableFact[],
  unit: string,
  facets: readonly string[],
  wholes: ReadonlyMap<string, readonly string[]>,
): { counted: CountableFact[]; left: NotCounted[] } {
  const left: NotCounted[] = []
  const leave = (fact: CountableFact, reason: NotCountedReason) => void left.push({ fact, reason })
  const bySubject = new Map<string, CountableFact[]>()
  for (const fact of facts) {
    if (fact.ended) leave(fact, 'withdrawn')
    else if (fact.unit !== unit) leave(fact, 'other_currency')
    else bySubject.set(fact.subject, [...(bySubject.get(fact.subject) ?? []), fact])
  }
  const candidates = new Map<string, CountableFact[]>()
  for (const [subject, own] of bySubject) {
    const facet = facets.find((one) => own.some((fact) => fact.facet === one))
    const latest = new Map<string, CountableFact>()
    for (const fact of own.filter((one) => one.facet === facet).sort(newestFirst)) {
      if (latest.has(fact.series)) leave(fact, 'said_again')
      else latest.set(fact.series, fact)
    }
    const whole = latest.get('')
    for (const fact of latest.values()) if (whole && fact !== whole) leave(fact, 'part_of_whole')
    candidates.set(subject, whole ? [whole] : [...latest.values()])
  }
  const byKey = new Map([...candidates.values()].flat().map((fact) => [seriesKey(fact.subject, fact.facet, fact.series), fact]))
  const has = (subject: string) => (candidates.get(subject)?.length ?? 0) > 0
  const counted: CountableFact[] = []
  for (const fact of [...candidates.values()].flat()) {
    if (insideCountedWhole(fact, byKey) || insideCountedSubject(fact.subject, wholes, has)) leave(fact, 'part_of_whole')
    else counted.push(fact)
  }
  return { counted, left }
}

/** Walks up the wholes of a fact; a circle ends the walk, and its first member by id stands for it. */
function insideCountedWhole(fact: CountableFact, byKey: ReadonlyMap<string, CountableFact>): boolean {
  const seen = new Set<CountableFact>([fact])
  for (let at = fact; at.partOfSeries !== null; ) {
    const whole = byKey.get(at.partOfSeries)
    if (!whole) return at !== fact
    if (seen.has(whole)) return whole !== fact || [...seen].some((one) => one.factId < fact.factId)
    seen.add(whole)
    at = whole
  }
  return seen.size > 1
}

function insideCountedSubject(subject: string, wholes: ReadonlyMap<string, readonly string[]>, has: (subject: string) => boolean): boolean {
  const seen = new Set([subject])
  const open = [...(wholes.get(subject) ?? [])]
  for (let whole = open.pop(); whole !== undefined; whole = open.pop()) {
    // in a circle of parts somebody must count: the first by id does
    if (seen.has(whole)) continue
    seen.add(whole)
    if (has(whole) && !(reaches(whole, subject, wholes) && subject < whole)) return true
    open.push(...(wholes.get(whole) ?? []))
  }
  return false
}

function reaches(from: string, to: string, wholes: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...(wholes.get(at) ?? []))
  }
  return false
}

const newestFirst = (a: CountableFact, b: CountableFact) =>
  compare(b.periodFrom ?? '', a.periodFrom ?? '') || compare(b.knownFrom, a.knownFrom) || compare(a.factId, b.factId)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
