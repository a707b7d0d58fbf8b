import { areaOf, type Discourse, isFirm } from '../discourse.ts'
import type { NameCandidate } from '../names/candidate.ts'
import { joinedWith } from '../names/joined-places.ts'
import type { Indicator, Mention, Slot, Span } from '../reading.ts'
import { type Flow, nothing, slot } from './draft.ts'
import { besideOf, isCountry } from './place-clues.ts'
import { placeInList } from './place-list.ts'

const TOPIC_PLACE = /^(?:은|는)\s/
const WIDE = /^(?:수도권|비수도권|미국|중국|일본|유럽|실리콘밸리|아시아|서울)$/

/** Nothing beside the number says where: its place is weighed once the whole text is read (`weighing/`). */
const OPEN = 'place:open'
export const isOpenPlace = ({ rule }: Slot<string | null>): boolean => rule === OPEN

/** Where (장소), as far as the form of the sentence settles it: the items of a list, a bracket, the place right before the number. Else open. */
export function placeByForm(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
  subject: string | null,
  rule: string,
  indicator: Indicator | null,
  quantities: readonly Mention[],
): Slot<string | null> {
  // "새솔경제자유구역은 … 등 4개 지구 4.371㎢가 지정됐다": the topic is the place, the list its parts
  const topic = names.find((n) => n.kind === 'place' && n.start - sentence.start < 4 && TOPIC_PLACE.test(text.slice(n.end, n.end + 2)))
  if (topic !== undefined && /등 \d/.test(text.slice(sentence.start, mention.start)))
    return slot(topic.value, { start: topic.start, end: topic.end }, 'place:topic')
  const listed = placeInList({ text, sentence, mention, names, flow, discourse, subject, rule, indicator, quantities })
  if (listed !== null) return listed
  const next = besideOf(text, mention, names)
  if (next !== null && !WIDE.test(next.value) && !isCountry(next.value)) {
    const both = joinedWith(text, names, next)
    if (both !== null && rule === 'subject:reports-total' && subject !== null && areaOf(subject) !== null)
      return slot(areaOf(subject), null, 'place:of-total')
    return both === null
      ? slot(next.value, { start: next.start, end: next.end }, 'place:beside')
      : slot(both.value, { start: both.start, end: next.end }, 'place:beside')
  }
  // what a whole firm sells and exports is of no place
  if ((indicator === 'revenue' || indicator === 'exports') && subject !== null && isFirm(subject)) return nothing('place:whole-firm')
  return nothing(OPEN)
}
