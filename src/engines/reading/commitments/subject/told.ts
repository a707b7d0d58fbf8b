import type { Discourse } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'

/** A number with what is told around it: what the rules of its subject look at. */
export interface Told {
  readonly text: string
  readonly sentence: Span
  readonly mention: Mention
  readonly body: string
  /** The sentence up to the number. */
  readonly before: string
  readonly actors: readonly NameCandidate[]
  readonly names: readonly NameCandidate[]
  readonly flow: Flow
  readonly discourse: Discourse
  /** The office that speaks where nobody else does. */
  readonly office: string | null
  readonly indicator: Indicator
  readonly stage: Stage
}

/** What a firm brings rather than the office that signs with it. */
export const OF_FIRMS: ReadonlySet<Indicator> = new Set(['investment', 'area', 'jobs', 'capacity'])

/** A subject with the words that name it. */
export const of = (name: NameCandidate, rule: string): Slot<string> => slot(name.value, { start: name.start, end: name.end }, rule)
