import type { Discourse } from '../../discourse.ts'
import type { Matter } from '../../matter.ts'
import { isVillage } from '../../names/joined-places.ts'
import type { SentenceNames } from '../../names/names.ts'
import type { Slot, Span } from '../../reading.ts'
import { slot } from '../draft.ts'
import { type Candidate, candidatesOf } from './clues.ts'
import type { Asking } from './facts.ts'
import { POINTS } from './points.ts'
import { type Places, placesTold } from './told.ts'

/** What a text is known to be about before its places are weighed. */
export interface Told {
  readonly text: string
  readonly units: readonly Span[]
  readonly named: readonly SentenceNames[]
  readonly discourse: Discourse
  readonly bodyFrom: number
  readonly matters: readonly (Matter | null)[]
}

/** How much speaks for a candidate. */
function weightOf({ clues }: Candidate): number {
  let points = 0
  for (const clue of clues) points += POINTS[clue] ?? 0
  return points
}

/** "쌍둥이공장 일대" is the land around it; "금산리 일대" is the village itself. */
const AROUND = /^\s?(인근|일대|옆|맞은편)/

/** A place as the text tells of it. */
export function asTold(text: string, { value, span, rule, clues }: Candidate): Slot<string | null> {
  if (value === null || span === null || clues.some((clue) => clue.endsWith(':joint'))) return slot(value, span, rule)
  const around = AROUND.exec(text.slice(span.end, span.end + 5))
  return around === null || (around[1] === '일대' && isVillage(value)) ? slot(value, span, rule) : slot(`${value} ${around[1]}`, span, rule)
}

/**
 * Where a number is (장소): of all places that the text tells of, the area of the office and none, the one that most speaks for.
 * Asked of every number of a text in turn; the places of the text are read once, when the first number asks.
 */
export function placeWeigher(about: Told): (asking: Asking) => Slot<string | null> {
  const { text, units, named, discourse, bodyFrom, matters } = about
  let places: Places | null = null
  return (draft) => {
    places ??= placesTold(text, units, named, bodyFrom)
    const unit = units[draft.sentence]!
    let best: Candidate | null = null
    let most = Number.NEGATIVE_INFINITY
    for (const candidate of candidatesOf({ text, unit, units, body: text.slice(unit.start, unit.end), draft, places, discourse, matters })) {
      const points = weightOf(candidate)
      if (points <= most) continue
      most = points
      best = candidate
    }
    return asTold(text, best!)
  }
}
