import { areaByShortName, areaOf } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Span } from '../../reading.ts'
import { type Flow, nothingGoesOn, slot } from '../draft.ts'
import { ENTRY_NUMBER } from './register.ts'

/** A line that opens with an office and a number belongs to that office, with the sentences after it: "강릉시 1. …". */
export function noteLine(text: string, sentence: Span, names: readonly NameCandidate[], flow: Flow): void {
  const opener = names[0]
  if (
    opener !== undefined &&
    opener.start === sentence.start &&
    areaOf(opener.value) !== null &&
    ENTRY_NUMBER.test(text.slice(opener.end, opener.end + 10))
  ) {
    nothingGoesOn(flow)
    flow.lineOffice = opener.value
    flow.matter = null
    flow.jobs = false
    flow.agreement = null
    flow.totalPlace = null
    flow.subject = slot(opener.value, { start: opener.start, end: opener.end }, 'subject:line')
  }
}

/** "다만": a line about an office comes back to the office's own plans. */
export const turnsToOffice = (body: string, flow: Flow): boolean => flow.lineOffice !== null && /^다만\s/.test(body)

/** "구미에서는": the city that is spoken of from here on; 시가 of the next sentences is its office. */
export function noteTopicCity(text: string, sentence: Span, s: number, names: readonly NameCandidate[], flow: Flow): void {
  const [opener] = names
  if (opener?.rule !== 'place:area' || opener.start !== sentence.start || !TOPIC.test(text.slice(opener.end, opener.end + 4))) return
  const city = areaByShortName(opener.value)
  flow.topicCity = city === undefined || city.level === 'province' ? null : { value: city.name, sentence: s }
}
const TOPIC = /^(?:에서는|에선|에서도|에는|은|는)\s?/
