import type { Acceptance, Correction, Decision, ReviewClaim } from './api.ts'

/** What a person has chosen for a claim before accepting it; what is left out follows the proposal. */
export interface Choice {
  subject: { id: string; name: string; kind: string } | { name: string; kind: string } | { office: true; name: string }
  facet?: Acceptance['facet']
  series?: string
  period?: Acceptance['period']
  due?: Acceptance['due']
  stage?: Acceptance['stage']
  parties?: NonNullable<Acceptance['parties']>
  /** 재원; null where a person says that nobody knows. */
  funding?: Acceptance['funding']
  note?: string
}

/** The choice that the proposal makes. */
export function proposedChoice(claim: ReviewClaim): Choice | null {
  const { proposal } = claim
  if (!proposal) return null
  const { kind, name } = proposal.subject
  return { subject: kind === 'office' ? { office: true, name } : { kind, name } }
}

/** A choice as the API takes it. */
export function acceptanceOf(choice: Choice, claim: ReviewClaim): Acceptance {
  const { subject, ...rest } = choice
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  if ('office' in subject) return { ...given, subject: { office: true } }
  if ('id' in subject) return { ...given, subject: { id: subject.id } }
  const place = claim.proposal?.subject.place ?? claim.place
  return { ...given, subject: { new: { kind: subject.kind as 'project', nameKo: subject.name, place } } }
}

/**
 * A choice as a correction takes it: a subject that nobody chose is left out, for the corrected words say whose the value is.
 */
export function acceptanceOfCorrected(choice: Choice, claim: ReviewClaim): NonNullable<Correction['accept']> {
  const { subject, ...rest } = acceptanceOf(choice, claim)
  const proposed = proposedChoice(claim)?.subject
  const unchosen =
    choice.subject.name === '' || (!('id' in choice.subject) && proposed !== undefined && JSON.stringify(proposed) === JSON.stringify(choice.subject))
  return unchosen ? rest : { ...rest, subject }
}

/** One line of "all at once": what would be done with a claim. */
export interface Planned {
  claim: ReviewClaim
  action: 'accept' | 'merge' | 'ask'
  /** What it goes to, in words. */
  to: string
  decision: Decision | null
  /** How many claims of the text are its parts and go elsewhere: accepted with them, its amount would count twice. */
  sumOf: number
}

/**
 * 한꺼번에: what would be done with each claim that waits: merged where it looks like a value that is there, merged with an earlier claim that says the same,
 * else accepted as proposed. A sum whose parts the text gives to others
 * is named as one: it is left out unless a person chose where it goes. A claim without an indicator or a name, and a step that leads to no stage, is left for a person to look at. Only a plan: a person says yes to each line.
 */
export function planAll(claims: readonly ReviewClaim[], choices: ReadonlyMap<string, Choice> = new Map()): Planned[] {
  const waiting = claims.filter((claim) => claim.state === 'pending')
  const accepted = new Set<string>()
  return waiting.map((claim): Planned => {
    const likely = claim.suggestions.find((one) => one.likely)
    if (likely)
      return { claim, action: 'merge', to: likely.subject.name, decision: { action: 'merge', claimId: claim.id, factId: likely.factId }, sumOf: 0 }
    const same = claim.sameAs ? claims.find((one) => one.id === claim.sameAs) : undefined
    if (same && (accepted.has(same.id) || same.state === 'accepted'))
      return {
        claim,
        action: 'merge',
        to: same.about?.nameKo ?? same.proposal?.subject.name ?? '',
        decision: { action: 'merge', claimId: claim.id, sameAsClaim: same.id },
        sumOf: 0,
      }
    const choice = choices.get(claim.id) ?? proposedChoice(claim)
    if (!choice || choice.subject.name.trim() === '' || !writesSomething(claim, choice))
      return { claim, action: 'ask', to: '', decision: null, sumOf: 0 }
    accepted.add(claim.id)
    return {
      claim,
      action: 'accept',
      to: choice.subject.name,
      decision: { action: 'accept', claimId: claim.id, accept: acceptanceOf(choice, claim) },
      sumOf: choices.has(claim.id) ? 0 : partsElsewhere(claim, claims),
    }
  })
}

/** 합계의 부분: claims that the reader took for parts of this one and that are of another matter. What an office says of itself is no sum of what stands in the text. */
export function partsElsewhere(claim: ReviewClaim, claims: readonly ReviewClaim[]): number {
  const whose = (one: ReviewClaim) => one.about?.nameKo ?? one.proposal?.subject.name
  const nobodys = claim.subject === null && claim.counterparts.length === 0
  if (claim.proposal?.subject.kind === 'office' && !nobodys) return 0
  return claims.filter(
    (one) =>
      one.partOf === claim.id && (one.state === 'pending' || one.state === 'accepted' || one.state === 'merged') && whose(one) !== whose(claim),
  ).length
}

/** Whether accepting would write a value, or, of a step, a stage. */
const writesSomething = (claim: ReviewClaim, choice: Choice): boolean =>
  claim.kind === 'stage' ? (choice.stage ?? claim.proposal?.stage ?? null) !== null : claim.indicator !== null && claim.unit !== null

/** The claim to look at after one was decided: the next that waits, else the first that does. */
export function nextWaiting(claims: readonly ReviewClaim[], after: string | null): string | null {
  const at = claims.findIndex((claim) => claim.id === after)
  const order = [...claims.slice(at + 1), ...claims.slice(0, Math.max(0, at))]
  return order.find((claim) => claim.state === 'pending')?.id ?? null
}
