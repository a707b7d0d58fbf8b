import { z } from 'zod'
import type { Mention, Reading } from '#engines/reading/reading'
import { decimalFromMeasure, toText } from '#quantity/decimal'
import { SaidStage } from '#record/claim'
import type { SpanToKeep } from '#store/log/spans'
import type { ReadClaim } from '../service/claims-of-reading.ts'

/** Indicators that a proposal may name. */
export const proposedIndicators = [
  'investment',
  'jobs',
  'area',
  'firms',
  'output',
  'value_added',
  'production_inducement',
  'employment_inducement',
  'capacity',
  'budget',
  'exports',
  'revenue',
  'other',
] as const

const words = z.string().max(200).nullish().catch(null)

/** A claim as a language model proposes it. Anything may stand in an answer: what is not of this shape is not looked at. */
export const ProposedClaim = z.object({
  quote: z.string().min(1).max(2000),
  value: z.union([z.number(), z.string().max(40)]).transform(Number),
  unit: z.string().min(1).max(20),
  indicator: z.enum(proposedIndicators),
  subject: words,
  what: words,
  place: words,
  stage: SaidStage.nullish().catch(null),
})
export type ProposedClaim = z.infer<typeof ProposedClaim>

/** Why a proposal is not kept. */
export type Refusal = 'not-shaped' | 'quote-not-found' | 'value-not-read' | 'known-already' | 'twice'

const quantities = new Set(['money', 'area', 'count', 'percent', 'power', 'length'])

/**
 * 제안을 글에 대 본다: a proposal is kept only where its quote stands in the text letter for letter and the grammar reads the very value and unit inside of the quote.
 * Value, unit, bounds and span are then those of the grammar, never the model's; names are kept only where they stand in the text. What the reader says already is not
 * proposed again.
 */
export function verifyProposals(
  reading: Reading,
  documentId: string,
  proposals: readonly unknown[],
  version: string,
): { spans: SpanToKeep[]; claims: ReadClaim[]; refused: Partial<Record<Refusal, number>> } {
  const spans: SpanToKeep[] = []
  const claims: ReadClaim[] = []
  const refused: Partial<Record<Refusal, number>> = {}
  const refuse = (why: Refusal) => {
    refused[why] = (refused[why] ?? 0) + 1
  }
  const read = new Set(reading.commitments.map((one) => `${one.mention} ${one.indicator.value}`))
  const taken = new Set<string>()
  for (const raw of proposals) {
    const parsed = ProposedClaim.safeParse(raw)
    if (!parsed.success || !Number.isFinite(parsed.data.value)) {
      refuse('not-shaped')
      continue
    }
    const proposal = parsed.data
    const found = mentionIn(reading, proposal)
    if (typeof found === 'string') {
      refuse(found)
      continue
    }
    const key = `${found} ${proposal.indicator}`
    if (read.has(key)) refuse('known-already')
    else if (taken.has(key)) refuse('twice')
    else {
      taken.add(key)
      const mention = reading.mentions[found]!
      const sentence = reading.sentences.find((one) => one.start <= mention.start && mention.end <= one.end) ?? mention
      spans.push({ start: mention.start, end: mention.end, sentenceStart: sentence.start, sentenceEnd: sentence.end })
      claims.push(claimOf(reading.text, mention, proposal, documentId, version))
    }
  }
  return { spans, claims, refused }
}

/** The quantity inside of the quote that says the proposed value, wherever the quote stands. */
function mentionIn(reading: Reading, proposal: ProposedClaim): number | Refusal {
  const quote = proposal.quote.normalize('NFC')
  if (quote.trim() === '') return 'quote-not-found'
  let stands = false
  for (let start = reading.text.indexOf(quote); start >= 0; start = reading.text.indexOf(quote, start + 1)) {
    stands = true
    const end = start + quote.length
    const at = reading.mentions.findIndex(
      (one) => quantities.has(one.kind) && one.start >= start && one.end <= end && one.value === proposal.value && one.unit === proposal.unit,
    )
    if (at >= 0) return at
  }
  return stands ? 'value-not-read' : 'quote-not-found'
}

function claimOf(text: string, mention: Mention, proposal: ProposedClaim, documentId: string, version: string): ReadClaim {
  const standing = (name: string | null | undefined): string | null => {
    const said = name?.normalize('NFC').trim() ?? ''
    return said !== '' && text.includes(said) ? said : null
  }
  const decimalOf = (value: number) => toText(decimalFromMeasure(value))
  return {
    documentId,
    kind: 'quantity',
    subject: standing(proposal.subject),
    counterparts: [],
    what: standing(proposal.what),
    indicator: proposal.indicator,
    value: decimalOf(mention.value as number),
    valueMax: mention.valueMax === null ? null : decimalOf(mention.valueMax),
    bound: mention.bound,
    approximate: mention.approximate,
    unit: mention.unit,
    per: mention.per,
    due: null,
    dueText: null,
    start: null,
    startText: null,
    place: standing(proposal.place),
    stage: proposal.stage ?? null,
    reader: 'model',
    readerVersion: version,
    partOf: null,
    slots: { value: { start: mention.start, end: mention.end, rule: mention.rule } },
    // a model's own sureness is no measure: what it adds is looked at after what the grammar is sure of
    certainty: 0.5,
  }
}
