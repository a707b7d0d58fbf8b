import { createHash } from 'node:crypto'
import { canonicalJson } from '#store/canonical-json'
import type { Payload, ProjectPayload, PublicFact } from './payload.ts'

const sha256 = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest()

/** 영수증: SHA-256 of the canonical JSON (RFC 8785) of a frozen payload. Whoever holds the payload can work it out again. */
export const receiptOf = (payload: Payload): Buffer => sha256(payload)

/** What a payload says, without the moment at which it was asked: two previews of the same content have one hash. */
export const contentHash = (payload: Payload): string => {
  const { knownOn: _asked, ...content } = payload
  return sha256(content).toString('hex')
}

/** A place where the published content and today's differ. */
export interface Difference {
  field: 'value' | 'title' | 'definition' | 'asOf' | 'inputs' | 'leftOut' | 'stage' | 'parties' | 'place' | 'plan' | 'sources'
}

const factSaid = (fact: PublicFact) => [
  fact.subjectKo,
  fact.indicator,
  fact.facet,
  fact.part,
  fact.value,
  fact.valueMax,
  fact.bound,
  fact.approximate,
  fact.unit,
  fact.per,
  fact.due,
  fact.period,
]
/** A plan by what it says: facts by their content, not by their ids. */
function planSaid(payload: ProjectPayload): unknown {
  const byId = new Map(payload.facts.map((fact) => [fact.factId, factSaid(fact)]))
  return JSON.parse(JSON.stringify(payload.plan ?? null), (_key, value) => (typeof value === 'string' ? (byId.get(value) ?? value) : value))
}
const sorted = (list: readonly unknown[]) => list.map((one) => canonicalJson(one)).sort()

/** What is compared, by the name that a person reads. Ids and the order of inputs do not count: holding the same value again is no change. */
function aspects(payload: Payload): Record<Difference['field'], unknown> {
  const facts = payload.kind === 'figure' ? payload.inputs : payload.facts
  const sources = sorted(facts.map((fact) => [factSaid(fact), sorted(fact.quotes.map((quote) => [quote.documentId, quote.sentence]))]))
  const counted = payload.kind === 'figure' ? payload.counted.map((one) => [one.subjectKo, one.stage]) : []
  const shared = { title: [payload.titleKo, payload.titleEn], inputs: sorted([...facts.map(factSaid), ...counted]), sources }
  if (payload.kind === 'figure')
    return {
      ...shared,
      value: [payload.value, payload.valueMax, payload.bound, payload.approximate, payload.unit],
      definition: [payload.formula, payload.formulaVersion, payload.parameters, payload.definitionKo, payload.definitionEn],
      asOf: payload.asOf,
      leftOut: sorted(payload.leftOut),
      stage: null,
      parties: null,
      place: null,
      plan: null,
    }
  return {
    ...shared,
    value: null,
    definition: null,
    asOf: null,
    leftOut: null,
    stage: payload.stages.map((one) => [one.stage, one.occurredFrom, one.occurredTo, one.occurredText]),
    parties: sorted(payload.parties.map((party) => [party.nameKo, party.role])),
    place: [payload.place, payload.industry, payload.illustrative],
    plan: planSaid(payload),
  }
}

/** Where two payloads of one series differ; an empty list means that the public reads the same. */
export function differences(published: Payload, today: Payload): Difference['field'][] {
  const before = aspects(published)
  const after = aspects(today)
  const differing = (Object.keys(before) as Difference['field'][]).filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))
  // a changed fact always changes its line of sources too; say it once
  return differing.includes('inputs') ? differing.filter((field) => field !== 'sources') : differing
}
