import type { NameCandidate } from '../../names/candidate.ts'
import { OFFICE_HEAD } from '../../offices.ts'
import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import type { StageReading } from '../../stages/stages.ts'
import { type Flow, slot } from '../draft.ts'
import { selfNamed } from '../subject/clues.ts'

/** After a number: what one means to reach with it. */
const OFFICE_AIMS =
  /^(?:여)?(?:을|를|으로|로|까지)\s?[^.,\d]{0,6}(?:유치하겠|유치할 (?:계획|방침)|끌어오겠|끌어올 (?:계획|방침)|늘리겠|늘릴 (?:계획|방침)|달성하겠|달성할 (?:계획|방침)|채우겠)/

/** What an office counts of others. */
const COUNTED: ReadonlySet<Indicator> = new Set(['firms', 'investment', 'jobs'])

/** "청장은 올해 2억 달러를 유치하겠다고 했다", "도는 20곳으로 늘릴 방침이다": what an office aims at is no part of what firms signed or build (기관의 목표). */
export function aimOfOffice(
  text: string,
  sentence: Span,
  mention: Mention,
  actors: readonly NameCandidate[],
  indicator: Indicator,
  own: StageReading | null,
  flow: Flow,
): Slot<Stage> | null {
  if (own?.stage !== 'plan' || flow.stage === null || flow.stage.value === 'cancelled' || !COUNTED.has(indicator)) return null
  if (!OFFICE_AIMS.test(text.slice(mention.end, mention.end + 16))) return null
  const office =
    OFFICE_HEAD.test(text.slice(sentence.start, mention.start)) ||
    (actors.length === 0 && selfNamed(text, { start: sentence.start, end: mention.start }))
  return office ? slot<Stage>('plan', { start: own.start, end: own.start + own.word.length }, 'stage:aim-of-office') : null
}
