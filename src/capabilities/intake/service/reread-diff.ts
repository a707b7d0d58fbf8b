import type { ClaimContent, ClaimStateName } from '#record/claim'
import { contentOf } from './claim-content.ts'

/** Words of a document with the sentence they stand in. */
export interface Standing {
  start: number
  end: number
  sentenceStart: number
  sentenceEnd: number
}

/** A claim that is there, as it was read. */
export interface KeptClaim extends ClaimContent {
  id: string
  state: ClaimStateName
  span: Standing
}

/** A claim that the newer reader makes. */
export type ReadAgain = ClaimContent & { span: Standing }

/** One thing that a newer reader reads otherwise. */
export interface RereadChange {
  kind: 'new' | 'changed' | 'gone'
  /** The claim that is there; null of a new one. */
  claimId: string | null
  /** Where it stands; a judged one stays as it is whatever is applied. */
  state: ClaimStateName | null
  start: number
  end: number
  quote: string
  sentence: string
  indicator: string | null
  slots: { slot: string; before: string | null; after: string | null }[]
  /** All that is read there now, so that it can be said in words (약 2,500억원); null of a new one. */
  before: ClaimContent | null
  /** All that the newer reader reads there; null of one that is gone. */
  after: ClaimContent | null
}

const slots = [
  'subject',
  'counterparts',
  'what',
  'indicator',
  'value',
  'valueMax',
  'bound',
  'approximate',
  'unit',
  'per',
  'due',
  'start',
  'place',
  'stage',
] as const satisfies readonly (keyof ClaimContent)[]

function words(content: ClaimContent, slot: (typeof slots)[number]): string | null {
  const value = content[slot]
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  if (typeof value === 'object') return 'from' in value ? `${value.from ?? ''}/${value.to ?? ''}` : value.join(', ')
  return String(value)
}

const differing = (before: ClaimContent, after: ClaimContent): RereadChange['slots'] =>
  slots.flatMap((slot) => {
    const [was, is] = [words(before, slot), words(after, slot)]
    return was === is ? [] : [{ slot, before: was, after: is }]
  })

const sameWords = (a: Standing, b: Standing) => a.start === b.start && a.end === b.end

/**
 * 다시 읽으면 달라지는 것: what a newer reader makes of a document beside the claims that are there: claims that would be new, slots that would change, claims that
 * would not be found any more. What a person wrote is not compared. Nothing is decided.
 */
export function rereadDifferences(text: string, kept: readonly KeptClaim[], read: readonly ReadAgain[]): RereadChange[] {
  const left = new Set(kept)
  const changes: RereadChange[] = []
  const open: ReadAgain[] = []
  const take = (fits: (one: KeptClaim) => boolean): KeptClaim | undefined => {
    for (const one of left)
      if (fits(one)) {
        left.delete(one)
        return one
      }
    return undefined
  }
  // what is read just as before goes first, so that no changed claim takes its place
  for (const claim of read) if (!take((one) => sameWords(one.span, claim.span) && differing(one, claim).length === 0)) open.push(claim)
  const shown = (span: Standing) => ({
    start: span.start,
    end: span.end,
    quote: text.slice(span.start, span.end),
    sentence: text.slice(span.sentenceStart, span.sentenceEnd),
  })
  for (const claim of open) {
    const before =
      take((one) => sameWords(one.span, claim.span) && one.indicator === claim.indicator) ??
      take((one) => sameWords(one.span, claim.span)) ??
      take((one) => one.span.start < claim.span.end && claim.span.start < one.span.end && one.indicator === claim.indicator)
    changes.push({
      kind: before ? 'changed' : 'new',
      claimId: before?.id ?? null,
      state: before?.state ?? null,
      ...shown(claim.span),
      indicator: claim.indicator,
      slots: before
        ? [
            ...(sameWords(before.span, claim.span)
              ? []
              : [{ slot: 'words', before: text.slice(before.span.start, before.span.end), after: text.slice(claim.span.start, claim.span.end) }]),
            ...differing(before, claim),
          ]
        : slots.flatMap((slot) => {
            const after = words(claim, slot)
            return after === null || after === 'false' ? [] : [{ slot, before: null, after }]
          }),
      before: before ? contentOf(before) : null,
      after: contentOf(claim),
    })
  }
  for (const one of left)
    changes.push({
      kind: 'gone',
      claimId: one.id,
      state: one.state,
      ...shown(one.span),
      indicator: one.indicator,
      slots: [],
      before: contentOf(one),
      after: null,
    })
  return changes.sort((a, b) => a.start - b.start || a.end - b.end)
}
