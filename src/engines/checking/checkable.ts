import type { Commitment, Mention, Reading, Span } from '#engines/reading/reading'
import { spanAt } from '#engines/reading/sentences'
import { decimalFromMeasure } from '#quantity/decimal'
import { type Amount, amountWords, slackOf } from './amounts.ts'
import type { Witness, WitnessRole, Words } from './finding.ts'

/** A commitment with what the rules ask of it. */
export interface Said extends Amount, Span {
  /** Position in `Reading.commitments`. */
  readonly at: number
  readonly commitment: Commitment
  readonly mention: Mention
  readonly sentence: Span
  /** Position of its sentence in `Reading.sentences`. */
  readonly sentenceAt: number
  /** Values of one family are comparable and may be added. */
  readonly family: string
}

/** A quantity of the text, whether or not it is a commitment. */
export interface Counted extends Amount, Span {
  readonly mention: Mention
  readonly sentence: Span
  readonly sentenceAt: number
}

/** A reading, laid out for the rules. */
export interface Checkable {
  readonly reading: Reading
  readonly text: string
  readonly said: readonly Said[]
  readonly counted: readonly Counted[]
  /** Claims and quantities of one sentence, by its position: rules look near by, so that a long document costs no more a word than a short one. */
  readonly saidIn: (sentenceAt: number) => readonly Said[]
  readonly countedIn: (sentenceAt: number) => readonly Counted[]
  /** The claim that stands on exactly these words. */
  readonly saidOn: (span: Span) => Said | undefined
  /** The parts that the reader gave to a claim, by its position. */
  readonly partsOf: (at: number) => readonly Said[]
  readonly sentenceAt: (position: number) => number
}

const people = new Set(['persons', 'jobs'])

/**
 * The family of an indicator and a unit: persons and jobs are one for 일자리, investment and budget one for money.
 *
 * familyOf('jobs', 'persons') // => 'jobs:persons'
 * familyOf('budget', 'KRW') // => 'money:KRW'
 */
export function familyOf(indicator: string, unit: string): string {
  if (indicator === 'jobs' && people.has(unit)) return 'jobs:persons'
  if (indicator === 'investment' || indicator === 'budget') return `money:${unit}`
  return `${indicator}:${unit}`
}

/** Lay a reading out for the rules: every commitment and every quantity with its sentence and its slack. Values that the text does not settle are left out. */
export function checkable(reading: Reading): Checkable {
  const { text, sentences } = reading
  const sentenceAt = (position: number): number => spanAt(sentences, position)
  const around = (mention: Mention) => {
    const at = sentenceAt(mention.start)
    const found = sentences[at]
    const sentence = found ? { start: Math.min(found.start, mention.start), end: Math.max(found.end, mention.end) } : mention
    return { at, sentence: { start: sentence.start, end: sentence.end } }
  }
  const amountOf = (mention: Mention, value: number): Pick<Amount, 'value' | 'slack'> => {
    const exact = decimalFromMeasure(value)
    return { value: exact, slack: slackOf(exact, mention.approximate, mention.printed?.amount ?? null) }
  }
  const counted: Counted[] = []
  for (const mention of reading.mentions) {
    if (typeof mention.value !== 'number' || !Number.isFinite(mention.value) || mention.unit === null) continue
    const { at, sentence } = around(mention)
    counted.push({
      ...amountOf(mention, mention.value),
      unit: mention.unit,
      approximate: mention.approximate,
      start: mention.start,
      end: mention.end,
      mention,
      sentence,
      sentenceAt: at,
    })
  }
  const said: Said[] = []
  reading.commitments.forEach((commitment, at) => {
    const mention = reading.mentions[commitment.mention]
    if (!mention || !Number.isFinite(commitment.value)) return
    const place = around(mention)
    said.push({
      ...amountOf(mention, commitment.value),
      unit: commitment.unit,
      approximate: commitment.approximate,
      start: mention.start,
      end: mention.end,
      at,
      commitment,
      mention,
      sentence: place.sentence,
      sentenceAt: place.at,
      family: familyOf(commitment.indicator.value, commitment.unit),
    })
  })
  said.sort((a, b) => a.start - b.start)
  const saidIn = grouped(said, (one) => one.sentenceAt)
  const countedIn = grouped(counted, (one) => one.sentenceAt)
  const parts = grouped(said, (one) => one.commitment.partOf?.value ?? -1)
  const byWords = new Map([...said].reverse().map((one) => [`${one.start} ${one.end}`, one]))
  return {
    reading,
    text,
    said,
    counted,
    saidIn: (at) => saidIn.get(at) ?? [],
    countedIn: (at) => countedIn.get(at) ?? [],
    saidOn: (span) => byWords.get(`${span.start} ${span.end}`),
    partsOf: (at) => parts.get(at) ?? [],
    sentenceAt,
  }
}

function grouped<K, T>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** A value with what its own words say of it: 약, 이상. */
export const shownAmount = (one: Said | Counted): Words =>
  amountWords(one.value, one.unit, { approximate: one.approximate, bound: one.mention.bound })

/** A quantity as a witness, tied to its claim where it is one. */
export const countedWitness = (check: Checkable, role: WitnessRole, one: Counted): Witness => words(check, role, one, one.sentence)

/** The words of a claim as a witness. */
export const witness = (role: WitnessRole, one: Said): Witness => ({
  role,
  commitment: one.at,
  start: one.start,
  end: one.end,
  sentence: one.sentence,
})

/** Any words as a witness, tied to the claim that stands on the same words where there is one. */
export function words(check: Checkable, role: WitnessRole, span: Span, sentence?: Span): Witness {
  const claim = check.saidOn(span)
  return { role, commitment: claim?.at ?? null, start: span.start, end: span.end, sentence: sentence ?? sentenceAround(check, span) }
}

/** The sentence around words. */
export function sentenceAround(check: Checkable, span: Span): Span {
  const found = check.reading.sentences[check.sentenceAt(span.start)]
  return found && found.start <= span.start && span.start < found.end
    ? { start: Math.min(found.start, span.start), end: Math.max(found.end, span.end) }
    : { start: span.start, end: span.end }
}

/** The words of a span. */
export const wordsOf = (check: Checkable, span: Span): string => check.text.slice(span.start, span.end)

/** The largest won among claims, as decimal text; null where none is in won. */
export function stakeOf(claims: readonly Said[]): string | null {
  let most: number | null = null
  for (const one of claims) if (one.unit === 'KRW') most = Math.max(most ?? 0, one.commitment.valueMax ?? one.commitment.value)
  return most === null ? null : String(BigInt(Math.round(most)))
}

/** Said of the time to come: a value that is not yet there. */
export const isAhead = (one: Said): boolean => ['pledge', 'plan', 'mou', 'contract', 'construction'].includes(one.commitment.stage.value)
