import { notFound } from '#api/problem'
import type { Fact } from '#record/fact'
import type { FigureQuote } from '#record/figure'
import type { Db } from '#store/store'
import { type FactRow, factRows } from './queries/facts.ts'
import { auditOf, judgementsOf } from './queries/history.ts'
import { milestones } from './queries/milestones.ts'
import { aliasesOf, documentsOf, membersOfCluster, publicationsWith, relationsOf, stageEventsOf, subjectById } from './queries/project.ts'
import { quotesOfFacts } from './queries/quotes.ts'
import type { Reader } from './reader.ts'

/** Both clocks of a page: true on `asOf`, as known at `knownOn`; null is whatever day, and now. */
export interface Clocks {
  asOf: string | null
  knownOn: string | null
}

/** What an investment project is expected to tell; what is missing is said, not left blank. */
const expected = ['investment', 'jobs', 'area', 'capacity'] as const

/**
 * 사업 한 장: everything that is known of a subject, as known at the asked moment.
 *
 * @throws ProblemError 404 for an unknown one or one that the reader may not see
 */
export async function projectView(db: Db, reader: Reader, id: string, clocks: Clocks) {
  const subject = await subjectById(db, reader.officeId, id, reader.confidential)
  if (!subject) throw notFound({ ko: '사업', en: 'The project' })
  const { officeId, confidential } = reader
  const canonical = subject.canonicalId ?? subject.id
  const cluster = await membersOfCluster(db, officeId, canonical)
  const members = cluster.map((one) => one.id)
  const all = await factRows(db, officeId, { subjectId: canonical, confidential })
  const facts = all.filter((fact) => heldAt(fact, clocks))
  const quotes = await quotesOfFacts(
    db,
    officeId,
    all.map((fact) => fact.id),
    { confidential, knownOn: clocks.knownOn },
  )
  const stages = await stageEventsOf(db, officeId, members, confidential)
  const relations = await relationsOf(db, officeId, members, confidential)
  const documents = await documentsOf(db, officeId, members, confidential)
  return {
    ...subject,
    standsFor: canonical,
    members: cluster,
    aliases: await aliasesOf(db, officeId, members),
    clocks,
    facts: facts.map((fact) => ({ ...fact, quotes: quotes.get(fact.id) ?? [] })),
    stages: stages.filter((event) => clocks.knownOn === null || event.recordedAt <= clocks.knownOn),
    relations,
    documents,
    milestones: await milestones(db, officeId, { members, confidential }),
    history: await historyOf(db, reader, members, all, quotes),
    publications: await publicationsWith(db, officeId, members),
    unknown: unknownOf(
      facts,
      subject.stage !== null && stages.some((event) => event.voidedAt === null && event.occurredFrom === null && event.occurredTo === null),
      relations.length,
      documents.length,
      subject,
    ),
  }
}

const heldAt = (fact: FactRow, { asOf, knownOn }: Clocks): boolean =>
  (knownOn === null ? fact.knownTo === null : fact.knownFrom <= knownOn && (fact.knownTo === null || fact.knownTo > knownOn)) &&
  (asOf === null || ((fact.period.from === null || fact.period.from <= asOf) && (fact.period.to === null || asOf < fact.period.to)))

function unknownOf(
  facts: readonly Fact[],
  stageUndated: boolean,
  parties: number,
  documents: number,
  subject: { place: string | null; industry: string | null; stage: string | null },
) {
  const unknown: string[] = expected.filter((indicator) => !facts.some((fact) => fact.indicator === indicator && fact.facet !== 'actual'))
  if (facts.some((fact) => fact.indicator === 'investment' && fact.facet !== 'actual') && !facts.some((fact) => fact.due?.to)) unknown.push('due')
  if (subject.stage === null) unknown.push('stage')
  if (stageUndated) unknown.push('stageDate')
  if (parties === 0) unknown.push('parties')
  if (subject.place === null) unknown.push('place')
  if (subject.industry === null) unknown.push('industry')
  if (documents === 0) unknown.push('documents')
  return unknown
}

/** One line of the history: when it happened, when we knew, who decided what, from what to what, why. */
export interface HistoryItem {
  id: string
  kind: string
  at: string
  by: string | null
  reason: string | null
  undoneAt: string | null
  undoneBy: string | null
  /** Whether this capability can take it back. */
  undoable: boolean
  changes: { what: string; facet: string | null; unit: string | null; from: string | null; to: string | null }[]
  quote: FigureQuote | null
  /** The first fact it made, which leads to the sentence. */
  factId: string | null
}

async function historyOf(
  db: Db,
  reader: Reader,
  members: readonly string[],
  facts: readonly FactRow[],
  quotes: ReadonlyMap<string, FigureQuote[]>,
): Promise<HistoryItem[]> {
  const judgements = await judgementsOf(db, reader.officeId, members)
  const madeIn = await db
    .selectFrom('fact')
    .select(['fact_id', 'judgement_id'])
    .where('office_id', '=', reader.officeId)
    .where('subject_id', 'in', [...members])
    .execute()
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const items = judgements.map((judgement): HistoryItem => {
    const detail = (judgement.detail ?? {}) as {
      origin?: string
      from?: Record<string, unknown>
      to?: Record<string, unknown>
      stageFrom?: string | null
      stageTo?: string
      names?: string[]
    }
    const own = madeIn
      .flatMap((row) => (row.judgement_id === judgement.id ? [byId.get(row.fact_id)] : []))
      .filter((fact): fact is FactRow => fact !== undefined)
    // a fact that was held again after an undo is a copy: the first of each series tells it
    const first = own.filter(
      (fact, index) => own.findIndex((other) => seriesOf(other) === seriesOf(fact) && other.knownFrom <= fact.knownFrom) === index,
    )
    return {
      id: judgement.id,
      kind: judgement.kind,
      at: judgement.madeAt,
      by: judgement.madeBy,
      reason: judgement.reason,
      undoneAt: judgement.undoneAt,
      undoneBy: judgement.undoneBy,
      undoable: detail.origin === 'portfolio' && judgement.undoneAt === null,
      changes: [
        ...Object.keys(detail.to ?? {}).map((what) => ({
          what,
          facet: null,
          unit: null,
          from: wordOf(detail.from?.[what]),
          to: wordOf(detail.to?.[what]),
        })),
        ...(detail.stageTo ? [{ what: 'stage', facet: null, unit: null, from: detail.stageFrom ?? null, to: detail.stageTo }] : []),
        ...(detail.names ? [{ what: 'identity', facet: null, unit: null, from: detail.names[0] ?? null, to: detail.names[1] ?? null }] : []),
        ...first.map((fact) => ({
          what: fact.indicator,
          facet: fact.facet,
          unit: fact.unit,
          from: previousOf(fact, facts)?.value ?? null,
          to: fact.value,
        })),
      ],
      quote: first.flatMap((fact) => quotes.get(fact.id) ?? [])[0] ?? null,
      factId: first[0]?.id ?? null,
    }
  })
  const audit = await auditOf(db, reader.officeId, members)
  const others = audit.map((entry): HistoryItem => {
    const detail = (entry.detail ?? {}) as { reason?: unknown; title?: unknown; from?: unknown; to?: unknown }
    const told = [detail.from, detail.to, detail.title].some((one) => typeof one === 'string')
    return {
      id: `audit-${entry.seq}`,
      kind: entry.action,
      at: entry.at,
      by: entry.actor,
      reason: wordOf(detail.reason),
      undoneAt: null,
      undoneBy: null,
      undoable: false,
      changes: told ? [{ what: 'text', facet: null, unit: null, from: wordOf(detail.from), to: wordOf(detail.to) ?? wordOf(detail.title) }] : [],
      quote: null,
      factId: null,
    }
  })
  return [...items, ...others].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))
}

const seriesOf = (fact: FactRow) => `${fact.indicator} ${fact.facet} ${fact.series}`
const previousOf = (fact: FactRow, facts: readonly FactRow[]) =>
  facts.find((other) => other.id !== fact.id && seriesOf(other) === seriesOf(fact) && other.knownTo !== null && other.knownFrom < fact.knownFrom)
const wordOf = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : String(value))
