import { notFound, ProblemError } from '#api/problem'
import { agreedKind } from '#engines/accounting/investment-kind'
import { foldStage } from '#engines/accounting/stage-fold'
import { machineOf, stagesOf } from '#engines/accounting/stages'
import type { Fact } from '#record/fact'
import type { FigureQuote } from '#record/figure'
import type { Db } from '#store/store'
import { notAfter } from './instants.ts'
import { type FactRow, factRows } from './queries/facts.ts'
import { auditOf, judgementsOf } from './queries/history.ts'
import { type FieldsThen, fieldsKnownOn } from './queries/known-fields.ts'
import { type MilestoneRow, milestones } from './queries/milestones.ts'
import {
  aliasesOf,
  clusterAt,
  documentsOf,
  membersOfCluster,
  publicationsWith,
  type StageEventRow,
  type SubjectRow,
  stageEventsOf,
  subjectById,
} from './queries/project.ts'
import { quotesOfFacts } from './queries/quotes.ts'
import { relationsOf } from './queries/relations-at.ts'
import { dayOfClocks, type Reader } from './reader.ts'

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
  const present = await subjectById(db, reader.officeId, id, reader.confidential)
  if (!present) throw notFound({ ko: '사업', en: 'The project' })
  const { officeId, confidential } = reader
  const { asOf, knownOn } = clocks
  if (knownOn !== null && !notAfter(present.createdAt, knownOn)) throw notKnownYet(present.createdAt)
  const found =
    knownOn === null ? await membersOfCluster(db, officeId, present.canonicalId ?? present.id) : await clusterAt(db, officeId, id, knownOn)
  const members = found.map((one) => one.id)
  const fields = knownOn === null ? new Map<string, FieldsThen>() : await fieldsKnownOn(db, officeId, knownOn, members)
  const cluster = found.map((one) => ({ ...one, nameKo: fields.get(one.id)?.fields.nameKo ?? one.nameKo }))
  const standsFor = cluster[0]?.id ?? id
  const subject = knownOn === null ? present : { ...asKnown(present, fields.get(id), knownOn), canonicalId: standsFor === id ? null : standsFor }
  const names = new Map(cluster.map((one) => [one.id, one.nameKo]))
  const asThen = <T extends { subjectId: string; subjectName: string }>(row: T): T =>
    knownOn === null ? row : { ...row, subjectId: standsFor, subjectName: names.get(standsFor) ?? row.subjectName }
  const all = (await factRows(db, officeId, { members, confidential })).map(asThen).map((fact) => stillHeld(fact, knownOn))
  const facts = all.filter((fact) => heldAt(fact, clocks))
  const quotes = await quotesOfFacts(
    db,
    officeId,
    all.map((fact) => fact.id),
    { confidential, knownOn },
  )
  const stages = stagesAt(await stageEventsOf(db, officeId, members, confidential, knownOn), clocks)
  const now = stageNow(subject.kind, stages, dayOfClocks(reader, clocks))
  const relations = await relationsOf(db, officeId, members, confidential, clocks)
  const documents = await documentsOf(db, officeId, members, confidential, knownOn)
  const tasks = (await milestones(db, officeId, { members, confidential, knownOn })).map(asThen)
  return {
    ...subject,
    stage: now?.toStage ?? null,
    stageFrom: now?.occurredFrom ?? now?.occurredTo ?? null,
    standsFor,
    members: cluster,
    aliases: await aliasesOf(db, officeId, members, knownOn),
    clocks,
    saidInvestmentKind: saidKind(facts, quotes),
    facts: facts.map((fact) => ({ ...fact, quotes: quotes.get(fact.id) ?? [] })),
    stages,
    relations,
    documents,
    milestones: asOf === null ? tasks : tasks.map((task) => openOn(task, asOf)),
    history: await historyOf(db, reader, members, all, quotes, knownOn),
    publications: await publicationsWith(db, officeId, members, knownOn),
    unknown: unknownOf(
      facts,
      now !== null && stages.some((event) => event.voidedAt === null && event.occurredFrom === null && event.occurredTo === null),
      relations.length,
      documents.length,
      { ...subject, stage: now?.toStage ?? null },
    ),
  }
}

/** 신규·증설 as the sentences say it, with one of them; own statements do not count. */
function saidKind(facts: readonly FactRow[], quotes: ReadonlyMap<string, FigureQuote[]>) {
  const own = facts
    .filter((fact) => fact.indicator === 'investment' && fact.facet !== 'actual' && fact.method !== 'entered')
    .flatMap((fact) => quotes.get(fact.id) ?? [])
  const kind = agreedKind(own.flatMap((quote) => quote.sentence ?? []))
  const quote = kind && own.find((one) => one.sentence !== null && agreedKind([one.sentence]) === kind)
  return kind && quote ? { kind, quote } : null
}

const notKnownYet = (since: string) =>
  new ProblemError(
    404,
    'not-known-yet',
    { ko: '그때는 모르던 사업입니다', en: 'It was not known then' },
    { detail: { ko: `${since.slice(0, 10)}부터 알고 있습니다.`, en: `Known since ${since.slice(0, 10)}.` } },
  )

function asKnown(present: SubjectRow, then: FieldsThen | undefined, knownOn: string): SubjectRow {
  const { confidential: _confidential, discloseOn: _discloseOn, ...fields } = then?.fields ?? {}
  const archived = then?.archived ?? (present.archivedAt !== null && notAfter(present.archivedAt, knownOn))
  // nobody edits what was, so an old answer has no version to edit from
  return { ...present, ...fields, version: 0, archivedAt: archived ? (present.archivedAt ?? knownOn) : null }
}

/** Stage events as known then, those that had happened by the day; one that was struck only later stands unstruck. */
function stagesAt(events: readonly StageEventRow[], { asOf, knownOn }: Clocks): StageEventRow[] {
  return events
    .filter((event) => knownOn === null || notAfter(event.recordedAt, knownOn))
    .filter((event) => asOf === null || (event.occurredFrom ?? event.occurredTo ?? event.recordedAt.slice(0, 10)) <= asOf)
    .map((event) =>
      knownOn !== null && event.voidedAt !== null && !notAfter(event.voidedAt, knownOn) ? { ...event, voidedAt: null, voidedBy: null } : event,
    )
}

function stageNow(kind: SubjectRow['kind'], events: readonly StageEventRow[], today: string): StageEventRow | null {
  const machine = machineOf(kind)
  if (machine === null) return null
  const steps = events.filter((event) => event.machine === machine).map((event) => ({ ...event, deliberate: event.reason !== null }))
  return foldStage(steps, stagesOf(machine, today))
}

/** A fact that was closed only later was held without an end. */
const stillHeld = (fact: FactRow, knownOn: string | null): FactRow =>
  knownOn !== null && fact.knownTo !== null && !notAfter(fact.knownTo, knownOn) ? { ...fact, knownTo: null } : fact

/** What was done or waived after a day was still open on it. */
const openOn = (task: MilestoneRow, day: string): MilestoneRow => ({
  ...task,
  doneOn: task.doneOn !== null && task.doneOn > day ? null : task.doneOn,
  waivedOn: task.waivedOn !== null && task.waivedOn > day ? null : task.waivedOn,
})

const heldAt = (fact: FactRow, { asOf, knownOn }: Clocks): boolean =>
  (knownOn === null ? fact.knownTo === null : notAfter(fact.knownFrom, knownOn) && (fact.knownTo === null || !notAfter(fact.knownTo, knownOn))) &&
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
  knownOn: string | null,
): Promise<HistoryItem[]> {
  const known = <T extends { undoneAt: string | null; undoneBy: string | null }>(row: T): T =>
    knownOn !== null && row.undoneAt !== null && !notAfter(row.undoneAt, knownOn) ? { ...row, undoneAt: null, undoneBy: null } : row
  const judgements = (await judgementsOf(db, reader.officeId, members)).filter((row) => knownOn === null || notAfter(row.madeAt, knownOn)).map(known)
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
  const audit = (await auditOf(db, reader.officeId, members)).filter((entry) => knownOn === null || notAfter(entry.at, knownOn))
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
const wordOf = (value: unknown): string | null => {
  const word = Array.isArray(value) ? value.join('; ') : String(value ?? '')
  return word === '' ? null : word
}
