import type { DateValue, Mention, Slot, Span, StageEvent } from '../reading.ts'
import type { Flow } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import type { StageFound } from './stage.ts'
import { governs, type Party } from './subject.ts'

const STEPS = new Set(['mou', 'contract', 'construction', 'operation', 'cancelled'])
/** Signing itself; "under the agreement" only speaks of it. */
const SIGNS = /\b(?:sign(?:ed|s)?|concluded|inked|sealed|reached|entered into|exchanged)\b|签署|签订|签约|簽署|簽訂|达成|締結|結んだ|交わした/i
const ENDS = /[.。!！][”"」』)）]?$/

/**
 * A step of a matter (단계 사건) that one sentence without a figure reports as done: signed, begun, opened, called off. Null where it reports none, where nobody acts,
 * and for headlines, which their sentence says again.
 */
export function stageEventIn(
  text: string,
  sentence: Span,
  said: StageFound | null,
  party: Party,
  flow: Flow,
  names: readonly Name[],
  dates: readonly Mention[],
  grammar: Grammar,
): StageEvent | null {
  if (said === null || !said.strong || !STEPS.has(said.stage)) return null
  const body = text.slice(sentence.start, sentence.end)
  if (!ENDS.test(body)) return null
  const signed = said.stage === 'mou' || said.stage === 'contract'
  if (signed && !SIGNS.test(body)) return null
  const subject = party.subject ?? flow.subject
  if (subject.value === null) return null
  const day = dates.find((m) => m.kind === 'date' && typeof m.value === 'string')
  const site = names.find((name) => name.kind === 'place' && name.value !== subject.value && !governs(name.value, grammar))
  return {
    stage: { value: said.stage, span: said.span, rule: 'stage:done' },
    subject,
    counterpart: signed ? party.counterparts : [],
    what: null,
    date: at<DateValue>(day?.value as DateValue | undefined, day, 'date:sentence'),
    place:
      site === undefined
        ? flow.placeOf === subject.value
          ? flow.place
          : at<string>(undefined, undefined, 'place')
        : at(site.value, site, 'place:named'),
    evidence: sentence,
    certainty: 0.7,
  }
}

function at<T>(value: T | undefined, span: Span | undefined, rule: string): Slot<T | null> {
  if (value === undefined || span === undefined) return { value: null, span: null, rule: `${rule.split(':')[0]}:none` }
  return { value, span: { start: span.start, end: span.end }, rule }
}
