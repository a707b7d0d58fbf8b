import { addDays } from '#quantity/day'
import { fromInclusive, intervalText } from '#quantity/interval'
import type { ClaimContent } from '#record/claim'
import type { Interval } from '#record/scalars'
import { looksLikeName, nameKey } from './names.ts'
import { isMeasure } from './propose.ts'

/** What a claim is held against: a fact with its subject and everything that was said about it before. */
export interface Candidate {
  factId: string
  subjectId: string
  subjectName: string
  subjectKind: string
  place: string | null
  indicator: string
  facet: string
  value: string
  valueMax: string | null
  unit: string
  approximate: boolean
  due: Interval | null
  /** Other names of the subject. */
  aliases: readonly string[]
  /** Names of its parties in the record. */
  parties: readonly string[]
  /** What earlier sentences said of it. */
  said: readonly { subject: string | null; what: string | null; counterparts: readonly string[]; place: string | null }[]
}

/** One thing that was held side by side (견준 것). */
export interface ComparedRow {
  key: 'amount' | 'name' | 'party' | 'place' | 'date'
  ours: string | null
  theirs: string | null
  result: 'same' | 'different' | 'unknown'
  weight: number
}

export interface Compared {
  /** −1 to 1: weights of what is the same less those of what differs, over all weights. What is not known counts for neither. */
  score: number
  rows: ComparedRow[]
}

export const weights: Record<ComparedRow['key'], number> = { amount: 3, name: 3, party: 3, place: 2, date: 1 }

/** Two values this close are one where either is a rough one: 약 1조원 beside 9,800억원. */
const roughly = 0.1

/** Whether two names may be one: the same letters, or one of at least three inside the other. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [nameKey(a), nameKey(b)]
  if (x === '' || y === '') return false
  if (x === y) return true
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.length >= 3 && long.includes(short)
}

/** Whether two places may be one: the last word of the one stands in the other (남양주시 화도읍, 화도읍). Null where one only contains the other's district. */
export function samePlace(a: string, b: string): boolean | null {
  // 문산2산단 is 문산2산업단지, 솔빛일반산업단지 is 솔빛산단
  const short = (place: string) => place.replace(/(?:일반|국가|첨단|도시첨단|농공)?\s?산업\s?단지|(?:일반|국가)산단/gu, '산단')
  const words = (place: string) =>
    short(place)
      .split(/[\s,·]+/)
      .filter((word) => word !== '')
  const [x, y] = [words(a), words(b)]
  const [lastX, lastY] = [x.at(-1), y.at(-1)]
  if (!lastX || !lastY) return null
  if (sameName(lastX, lastY)) return true
  if (x.some((word) => sameName(word, lastY)) || y.some((word) => sameName(word, lastX))) return null
  return false
}

function compareAmounts(claim: ClaimContent, candidate: Candidate): ComparedRow['result'] {
  if (claim.value === null || claim.unit === null) return 'unknown'
  if (claim.unit !== candidate.unit) return 'different'
  if (claim.value === candidate.value && claim.valueMax === candidate.valueMax) return 'same'
  const [ours, theirs] = [Number(claim.value), Number(candidate.value)]
  const rough = claim.approximate || candidate.approximate || claim.bound !== null
  return rough && Math.abs(ours - theirs) <= roughly * Math.max(Math.abs(ours), Math.abs(theirs)) ? 'same' : 'different'
}

const overlap = (a: Interval, b: Interval) => (a.from ?? '') < (b.to ?? '9999-12-31') && (b.from ?? '') < (a.to ?? '9999-12-31')

/** Compare two lists of names: same where any two agree, different where both are known and none do. */
function compareNames(ours: readonly string[], theirs: readonly string[]): { result: ComparedRow['result']; theirs: string | null } {
  for (const name of theirs) if (ours.some((own) => sameName(own, name))) return { result: 'same', theirs: name }
  return { result: ours.length > 0 && theirs.length > 0 ? 'different' : 'unknown', theirs: theirs[0] ?? null }
}

/** The name of the thing: what the sentence says, what the text offers, or theirs standing in our sentence. */
function compareThings(ours: { said: readonly string[]; guessed: readonly string[]; sentence: string }, theirs: readonly string[]) {
  const all = [...ours.said, ...ours.guessed]
  const sentence = nameKey(ours.sentence)
  for (const name of theirs) {
    const same = all.find((own) => sameName(own, name)) ?? (nameKey(name).length >= 4 && sentence.includes(nameKey(name)) ? name : undefined)
    if (same !== undefined) return { result: 'same' as const, ours: same, theirs: name }
  }
  const result = ours.said.length > 0 && theirs.length > 0 ? ('different' as const) : ('unknown' as const)
  return { result, ours: all[0] ?? null, theirs: theirs[0] ?? null }
}

const known = (names: readonly (string | null)[]): string[] => names.filter((name): name is string => name !== null && name.trim() !== '')

/**
 * 같은 것인가: hold a claim against a fact, row by row. Never decides; it only orders and explains what a person decides.
 *
 * score = (Σ weight of same − Σ weight of different) / Σ weight of all rows
 *
 * @param names names that the sentence gives to the thing (`said`) and those that the text offers for it (`guessed`): a guess may agree, never disagree
 * @param officeNames names of the office itself: that both sentences speak of the city says nothing about a project
 */
export function compareClaim(
  claim: ClaimContent,
  candidate: Candidate,
  names: { said: readonly string[]; guessed: readonly string[]; sentence: string },
  officeNames: readonly string[],
  amountWords: (value: 'ours' | 'theirs') => string | null,
): Compared {
  const ofOffice = (name: string) => officeNames.some((own) => nameKey(own) === nameKey(name))
  const own = candidate.subjectKind === 'office'
  const ourParties = known([claim.subject, ...claim.counterparts]).filter((name) => own || !ofOffice(name))
  const theirParties = known([
    ...candidate.parties,
    ...candidate.said.flatMap((one) => [one.subject, ...one.counterparts]),
    ...(own ? officeNames : []),
  ]).filter((name) => own || !ofOffice(name))
  const parties = compareNames(ourParties, theirParties)
  const theirNames = known([
    ...(own ? [] : [candidate.subjectName, ...candidate.aliases]),
    ...candidate.said.map((one) => (one.what !== null && looksLikeName(one.what) && !isMeasure(one.what) ? one.what : null)),
  ])
  const named = compareThings(names, theirNames)
  const theirPlaces = known([candidate.place, ...candidate.said.map((one) => one.place)])
  const places = theirPlaces.map((place) => (claim.place === null ? null : samePlace(claim.place, place)))
  const placeAt = Math.max(0, places.indexOf(true))
  const dates = claim.due && candidate.due ? (overlap(claim.due, candidate.due) ? 'same' : 'different') : 'unknown'
  const rows: ComparedRow[] = [
    row('name', named.ours, own ? candidate.subjectName : (named.theirs ?? candidate.subjectName), named.result),
    row('party', ourParties.join(', ') || null, parties.theirs, parties.result),
    row(
      'place',
      claim.place,
      theirPlaces[placeAt] ?? null,
      places.includes(true) ? 'same' : places.length > 0 && places.every((one) => one === false) ? 'different' : 'unknown',
    ),
    row('amount', amountWords('ours'), amountWords('theirs'), compareAmounts(claim, candidate)),
    row('date', claim.dueText ?? dayWords(claim.due), dayWords(candidate.due), dates),
  ]
  const total = rows.reduce((sum, one) => sum + one.weight, 0)
  const score = rows.reduce((sum, one) => sum + (one.result === 'same' ? one.weight : one.result === 'different' ? -one.weight : 0), 0) / total
  return { score, rows }
}

const row = (key: ComparedRow['key'], ours: string | null, theirs: string | null, result: ComparedRow['result']): ComparedRow => ({
  key,
  ours,
  theirs,
  result,
  weight: weights[key],
})

/** A due date as its reader reads it, both ends inside. */
function dayWords(interval: Interval | null): string | null {
  if (interval === null) return null
  const { from, to } = interval
  if (from === null || to === null) return `${from ?? ''} – ${to === null ? '' : addDays(to, -1)}`.trim()
  return intervalText(fromInclusive(from, addDays(to, -1))).replace('/', ' – ')
}

/** From this score on, with the same amount, a merge is what the screen offers first. */
export const likelyFrom = 0.4
/** Below this nothing is shown. */
export const shownFrom = 0.2

/** Whether the rows speak for the same value of the same thing, not only for the same amount. */
export const isLikely = (compared: Compared): boolean =>
  compared.score >= likelyFrom &&
  compared.rows.some((one) => one.key === 'amount' && one.result === 'same') &&
  compared.rows.some((one) => one.key !== 'amount' && one.result === 'same')
