import type { DateValue, Reading, Slot, StageEvent } from '#engines/reading/reading'
import { decimalFromMeasure, toText } from '#quantity/decimal'
import { calendarInterval, span } from '#quantity/interval'
import type { SlotSource } from '#record/claim'
import type { Interval } from '#record/scalars'
import type { ClaimToAppend } from '#store/log/claims'
import type { SpanToKeep } from '#store/log/spans'
import { partiesOf } from './co-signers.ts'

/** A claim whose span is still to be kept. */
export type ReadClaim = Omit<ClaimToAppend, 'spanId'>

/** A date of a reading, whose ends are inclusive at their own grain, as the record's half-open interval. */
export function intervalOf(value: DateValue | null): Interval | null {
  if (value === null) return null
  const found = typeof value === 'string' ? calendarInterval(value) : span(calendarInterval(value.from), calendarInterval(value.to))
  return { from: found.start, to: found.end }
}

const decimalTextOf = (value: number): string => toText(decimalFromMeasure(value))

/** What a reading says, as claims with the spans that they stand on: the words of the value, or of the step, inside their sentence. */
export function claimsOfReading(reading: Reading, documentId: string): { spans: SpanToKeep[]; claims: ReadClaim[] } {
  const spans: SpanToKeep[] = []
  const claims: ReadClaim[] = []
  const partiesIn = partiesOf(reading)
  for (const commitment of reading.commitments) {
    const parties = partiesIn(commitment)
    const mention = reading.mentions[commitment.mention]
    if (!mention) throw new Error(`expected mention ${commitment.mention} of ${reading.mentions.length}`)
    // a value that the sentence continues over a line end may reach past the evidence line
    spans.push({
      start: mention.start,
      end: mention.end,
      sentenceStart: Math.min(commitment.evidence.start, mention.start),
      sentenceEnd: Math.max(commitment.evidence.end, mention.end),
    })
    const slots: Record<string, SlotSource> = { value: { start: mention.start, end: mention.end, rule: mention.rule } }
    const note = (name: string, slot: Slot<unknown> | null) => {
      if (slot?.span) slots[name] = { start: slot.span.start, end: slot.span.end, rule: slot.rule }
    }
    note('subject', commitment.subject)
    note('what', commitment.what)
    note('indicator', commitment.indicator)
    note('due', commitment.due)
    note('start', commitment.start)
    note('place', commitment.place)
    note('stage', commitment.stage)
    parties.forEach((slot, order) => {
      note(`counterpart${order}`, slot)
    })
    const words = (slot: Slot<unknown>) => (slot.span ? reading.text.slice(slot.span.start, slot.span.end) : null)
    claims.push({
      documentId,
      kind: 'quantity',
      subject: commitment.subject.value,
      counterparts: parties.map((slot) => slot.value),
      what: commitment.what.value,
      indicator: commitment.indicator.value,
      value: decimalTextOf(commitment.value),
      valueMax: commitment.valueMax === null ? null : decimalTextOf(commitment.valueMax),
      bound: mention.bound,
      approximate: commitment.approximate,
      unit: commitment.unit,
      per: mention.per,
      due: intervalOf(commitment.due.value),
      dueText: words(commitment.due),
      start: intervalOf(commitment.start.value),
      startText: words(commitment.start),
      place: commitment.place.value,
      stage: commitment.stage.value,
      reader: reading.reader,
      readerVersion: reading.version,
      partOf: commitment.partOf?.value ?? null,
      slots,
      certainty: commitment.certainty,
    })
  }
  for (const event of reading.stages) {
    const { span, claim } = claimOfEvent(reading, event, documentId)
    spans.push(span)
    claims.push(claim)
  }
  return { spans, claims }
}

/** 단계 주장: a step that a sentence reports without an amount. The day it happened stands in `start`; of an agreement all that signed are parties. */
function claimOfEvent(reading: Reading, event: StageEvent, documentId: string): { span: SpanToKeep; claim: ReadClaim } {
  const at = event.stage.span
  if (at === null) throw new Error('expected the words that report the step')
  const slots: Record<string, SlotSource> = {}
  const note = (name: string, slot: Slot<unknown> | null) => {
    if (slot?.span) slots[name] = { start: slot.span.start, end: slot.span.end, rule: slot.rule }
  }
  note('stage', event.stage)
  note('subject', event.subject)
  note('what', event.what)
  note('start', event.date)
  note('place', event.place)
  event.counterpart.forEach((slot, index) => {
    note(`counterpart${index}`, slot)
  })
  return {
    span: {
      start: at.start,
      end: at.end,
      sentenceStart: Math.min(event.evidence.start, at.start),
      sentenceEnd: Math.max(event.evidence.end, at.end),
    },
    claim: {
      documentId,
      kind: 'stage',
      subject: event.subject.value,
      counterparts: event.counterpart.map((slot) => slot.value),
      what: event.what?.value ?? null,
      indicator: null,
      value: null,
      valueMax: null,
      bound: null,
      approximate: false,
      unit: null,
      per: null,
      due: null,
      dueText: null,
      start: intervalOf(event.date.value),
      startText: event.date.span === null ? null : reading.text.slice(event.date.span.start, event.date.span.end),
      place: event.place.value,
      stage: event.stage.value,
      reader: reading.reader,
      readerVersion: reading.version,
      partOf: null,
      slots,
      certainty: event.certainty,
    },
  }
}
