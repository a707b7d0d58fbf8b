import { samePlace } from '#engines/accounting/same-place'
import { addDays } from '#quantity/day'
import { fromInclusive, intervalText } from '#quantity/interval'
import type { ClaimContent } from '#record/claim'
import type { Interval } from '#record/scalars'
import { looksLikeName, nameKey } from './names.ts'
import { otherPart } from './other-part.ts'
import { isMeasure } from './propose.ts'

/** The names of the thing that a claim speaks of: what its sentence says and what its text offers, and the sentence before and behind its value. */
export interface NamesSaid {
  said: readonly string[]
  guessed: readonly string[]
  sentence: string
  lead?: string
  rest?: string
  /** What its document calls its parties besides. */
  called?: readonly string[]
}

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
  said: readonly {
    subject: string | null
    what: string | null
    counterparts: readonly string[]
    place: string | null
    /** The sentence, up to its value and from there on; null where the reader may not see it. */
    lead?: string | null
    rest?: string | null
  }[]
}

/** One thing that was held side by side (견준 것). */
export interface ComparedRow {
  key: 'amount' | 'name' | 'party' | 'place' | 'part' | 'date'
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

export const weights: Record<ComparedRow['key'], number> = { amount: 3, name: 3, party: 3, place: 2, part: 3, date: 1 }

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

/**
 * The name of the thing: what the sentence says, what the text offers, or theirs standing in our sentence. `counted` says that it is evidence of its own: a project that is
 * called by its firm or its site has no name but theirs, which are compared in rows of their own.
 */
function compareThings(
  ours: { said: readonly string[]; guessed: readonly string[]; sentence: string },
  theirs: readonly string[],
  borrowed: ReadonlySet<string>,
) {
  const all = [...ours.said, ...ours.guessed]
  const sentence = nameKey(ours.sentence)
  let lent: { result: 'same'; ours: string; theirs: string; counted: boolean } | undefined
  for (const name of theirs) {
    const same = all.find((own) => sameName(own, name)) ?? (nameKey(name).length >= 4 && sentence.includes(nameKey(name)) ? name : undefined)
    if (same === undefined) continue
    const counted = !borrowed.has(nameKey(same)) && !borrowed.has(nameKey(name))
    if (counted) return { result: 'same' as const, ours: same, theirs: name, counted }
    lent ??= { result: 'same', ours: same, theirs: name, counted }
  }
  if (lent) return lent
  const own = (names: readonly string[]) => names.some((name) => !borrowed.has(nameKey(name)))
  const result = own(ours.said) && own(theirs) ? ('different' as const) : ('unknown' as const)
  return { result, ours: all[0] ?? null, theirs: theirs[0] ?? null, counted: true }
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
  names: NamesSaid,
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
  const sentence = nameKey(names.sentence)
  // a firm that the sentence names without being its subject: 초록바이오로부터 430억원을 유치했다
  const inSentence = theirParties.filter((name) => nameKey(name).length >= 3 && sentence.includes(nameKey(name)))
  const named = ourParties.length > 0 || own ? ourParties : inSentence
  const held = otherAuthority(candidate, named, theirParties) ? officeNames.slice(0, 1) : theirParties
  const parties = compareNames([...named, ...(named.length > 0 ? (names.called ?? []) : [])], held)
  const theirNames = known([
    ...(own ? [] : [candidate.subjectName, ...candidate.aliases]),
    ...candidate.said.map((one) => (one.what !== null && looksLikeName(one.what) && !isMeasure(one.what) ? one.what : null)),
  ])
  const theirPlaces = known([candidate.place, ...candidate.said.map((one) => one.place)])
  const places = theirPlaces.map((place) => (claim.place === null ? null : samePlace(claim.place, place)))
  const elsewhere = theirPlaces.length === 0 && claim.place !== null && isOtherTown(claim.place, officeNames)
  const placeAt = Math.max(0, places.indexOf(true))
  // where nobody is named, and for a site itself, the site is the name
  const ofSite = candidate.subjectKind === 'zone' || named.length + theirParties.length === 0
  const sites = known(ofSite ? [] : [claim.place, ...theirPlaces]).flatMap((place) => [place, lastWord(place)])
  const borrowed = new Set([...ourParties, ...theirParties, ...sites].map(nameKey))
  const things = compareThings(names, theirNames, borrowed)
  const part = otherPart(
    { name: names.guessed[0] ?? names.said[0] ?? null, what: claim.what, lead: names.lead ?? '', rest: names.rest ?? '' },
    candidate.said.map((one) => ({ name: own ? null : candidate.subjectName, what: one.what, lead: one.lead ?? '', rest: one.rest ?? '' })),
    named.length === 0 || own ? officeNames : null,
  )
  const dates = claim.due && candidate.due ? (overlap(claim.due, candidate.due) ? 'same' : 'different') : 'unknown'
  const rows: ComparedRow[] = [
    {
      ...row('name', things.ours, own ? candidate.subjectName : (things.theirs ?? candidate.subjectName), things.result),
      weight: things.counted ? weights.name : 0,
    },
    row('party', named.join(', ') || null, parties.theirs, parties.result),
    row(
      'place',
      claim.place,
      theirPlaces[placeAt] ?? (elsewhere ? officeNames[0]! : null),
      places.includes(true) ? 'same' : elsewhere || (places.length > 0 && places.every((one) => one === false)) ? 'different' : 'unknown',
    ),
    row('amount', amountWords('ours'), amountWords('theirs'), compareAmounts(claim, candidate)),
    ...(part === null ? [] : [row('part', part.ours, part.theirs, part.same ? 'same' : 'different')]),
    row('date', claim.dueText ?? dayWords(claim.due), dayWords(candidate.due), dates),
  ]
  const total = rows.reduce((sum, one) => sum + one.weight, 0)
  const score = rows.reduce((sum, one) => sum + (one.result === 'same' ? one.weight : one.result === 'different' ? -one.weight : 0), 0) / total
  return { score, rows }
}

/** Another city or county than the office's, where the office is one: what the record holds without a place is at home. */
function isOtherTown(place: string, officeNames: readonly string[]): boolean {
  if (!/(?:시|군)$/u.test(officeNames[0] ?? '') || /(?:특별|광역|자치)시$/u.test(officeNames[0]!)) return false
  const towns = place.split(/[\s,·]+/).filter((word) => /[가-힣]{2,}(?:시|군)$/u.test(word))
  return towns.length > 0 && towns.every((town) => officeNames.every((own) => nameKey(own) !== nameKey(town)))
}

const government = /(?:특별자치도|특별자치시|특별시|광역시|[가-힣]도|[가-힣]부|[가-힣]청)$/u

/** Whether another public body says it of a programme that nobody but the office is named for: the money of a province is none of the city's. */
const otherAuthority = (candidate: Candidate, ours: readonly string[], theirs: readonly string[]): boolean =>
  ['programme', 'pledge'].includes(candidate.subjectKind) && theirs.length === 0 && ours.length > 0 && ours.every((name) => government.test(name))

const lastWord = (place: string): string => place.split(/[\s,·]+/).at(-1) ?? ''

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

/**
 * Whether the rows speak for the same value of the same thing: the same amount, and a name or a party that is the same; never where parties, places or parts differ,
 * however much else is alike (the same firm elsewhere, another firm in the same park, the second step).
 */
export const isLikely = (compared: Compared): boolean => {
  const is = (key: ComparedRow['key'], result: ComparedRow['result']) =>
    compared.rows.some((one) => one.key === key && one.result === result && one.weight > 0)
  return (
    compared.score >= likelyFrom &&
    is('amount', 'same') &&
    (is('name', 'same') || is('party', 'same')) &&
    !is('party', 'different') &&
    !is('place', 'different') &&
    !is('part', 'different')
  )
}
