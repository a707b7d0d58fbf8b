import { decodeCursor, encodeCursor } from '#api/paging'
import { invalid } from '#api/problem'
import { stageRows } from '#data/stages'
import { compare, decimal } from '#quantity/decimal'
import type { Db } from '#store/store'
import type { LedgerFact, LedgerSubject } from './figures/ledger.ts'
import { scope } from './figures/scope.ts'
import { microsecondsOf } from './instants.ts'
import { cellOf, type Measure, measures } from './queries/cells.ts'
import { loadLedger } from './queries/ledger.ts'
import type { ListFilter, Sort } from './queries/list.ts'
import { quotesOfFacts } from './queries/quotes.ts'
import { rowsById } from './queries/rows-by-id.ts'
import { dayOfClocks, type Reader } from './reader.ts'
import type { ProjectRow } from './routes/schemas.ts'

/** How a page is asked for. */
export interface PageAsked {
  sort: Sort
  descending: boolean
  limit: number
  cursor?: string
}

/** Both clocks; at least one of them is set here. */
export interface ListClocks {
  asOf: string | null
  knownOn: string | null
}

const indicators = [...new Set(Object.values(measures).map((measure) => measure.indicator))]

/**
 * 그때의 목록: the list as it was true on a day and known at an instant, from the same ledger as the figures, so that a total belongs to its rows. The same question gives the same rows, whatever
 * was entered, corrected, renamed, joined or struck since.
 *
 * @throws ProblemError 422 for putting away asked together with a clock
 */
export async function listAtClocks(
  db: Db,
  reader: Reader,
  filter: ListFilter,
  page: PageAsked,
  clocks: ListClocks,
): Promise<{ items: ProjectRow[]; next: string | null; total?: number }> {
  if (filter.archived)
    throw invalid('query.archived', {
      ko: '보관한 것은 지금 시각으로만 봅니다',
      en: 'what was put away is listed as of now only: leave archived or the clocks out',
    })
  const ledger = await loadLedger(db, reader.officeId, {
    ...clocks,
    indicators,
    confidential: reader.confidential,
    today: dayOfClocks(reader, clocks),
  })
  const parameters = Object.fromEntries(
    Object.entries({ kind: 'project', ...filter, overdue: filter.overdue ? 'true' : undefined }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  )
  const factsOf = new Map<string, LedgerFact[]>()
  for (const fact of ledger.facts) factsOf.set(fact.subject, [...(factsOf.get(fact.subject) ?? []), fact])
  const rows = scope(ledger, parameters).map((subject) => {
    const facts = factsOf.get(subject.id) ?? []
    const cells = Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, cellOf(facts, measure)])) as Record<
      Measure,
      ProjectRow['area']
    >
    const next = ledger.milestones.find((one) => one.subject === subject.id && one.open) ?? null
    return { subject, facts, cells, next, key: keyOf(page.sort, subject, facts, cells, next?.dueOn ?? null) }
  })
  const order = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    compareKeys(page.sort, a.key, b.key, page.descending) || (a.subject.id < b.subject.id ? -1 : a.subject.id > b.subject.id ? 1 : 0)
  rows.sort(order)
  const after = decodeCursor(page.cursor, 2)
  const begin = after === null ? 0 : beginAfter(rows, after, page)
  const shown = rows.slice(begin, begin + page.limit)
  const fields = await rowsById(
    db,
    reader.officeId,
    shown.map((row) => row.subject.id),
    shown.flatMap((row) => row.subject.ownerId ?? []),
  )
  const quotes = await quotesOfFacts(
    db,
    reader.officeId,
    shown.flatMap((row) => row.facts.map((fact) => fact.factId)),
    { confidential: reader.confidential, knownOn: clocks.knownOn },
  )
  const items = shown.map(({ subject, facts, cells, next }): ProjectRow => {
    const own = fields.subjects.get(subject.id)!
    const promised = facts.flatMap((fact) => (fact.facet !== 'actual' && fact.dueTo !== null ? [fact.dueTo] : [])).sort()
    return {
      id: subject.id,
      kind: subject.kind,
      nameKo: subject.name,
      nameEn: subject.nameEn,
      place: subject.place,
      industry: subject.industry,
      team: subject.team,
      owner: subject.ownerId === null ? null : { id: subject.ownerId, name: fields.people.get(subject.ownerId) ?? '' },
      stage: subject.stage,
      stageFrom: subject.stageFrom,
      illustrative: own.illustrative,
      confidential: own.confidential,
      archivedAt: null,
      // nobody edits what was, so an old answer has no version to edit from
      version: clocks.knownOn === null ? own.version : 0,
      createdAt: own.createdAt,
      ...cells,
      next: next === null ? null : { id: next.id, title: next.title, dueOn: next.dueOn, kind: next.kind },
      dueTo: promised.at(-1) ?? null,
      sources: new Set(facts.flatMap((fact) => (quotes.get(fact.factId) ?? []).map((quote) => quote.documentId))).size,
    }
  })
  const last = shown.at(-1)
  const more = begin + page.limit < rows.length
  return {
    items,
    next: more && last ? encodeCursor([last.key, last.subject.id]) : null,
    total: after === null ? rows.length : undefined,
  }
}

const stagePlace = new Map(stageRows.map((row, index) => [`${row.machine} ${row.stage}`, index]))

function keyOf(
  sort: Sort,
  subject: LedgerSubject,
  facts: readonly LedgerFact[],
  cells: Record<Measure, ProjectRow['area']>,
  due: string | null,
): string | null {
  switch (sort) {
    case 'name':
      return subject.name
    case 'stage':
      return subject.stage === null ? null : String(stagePlace.get(`${subject.kind} ${subject.stage}`) ?? '')
    case 'investment':
      return cells.announcedInvestment?.unit === 'KRW' ? cells.announcedInvestment.value : null
    case 'place':
      return subject.place
    case 'industry':
      return subject.industry
    case 'team':
      return subject.team
    case 'created':
      return String(microsecondsOf(subject.createdAt))
    case 'changed':
      return String(Math.max(microsecondsOf(subject.changedAt), ...facts.map((fact) => microsecondsOf(fact.knownFrom))))
    case 'due':
      return due
  }
}

const numeric: readonly Sort[] = ['stage', 'investment', 'created', 'changed']

/** Rows without a key stand last, whichever way the order goes. */
function compareKeys(sort: Sort, a: string | null, b: string | null, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order = numeric.includes(sort) ? compare(decimal(a), decimal(b)) : a < b ? -1 : a > b ? 1 : 0
  return descending ? -order : order
}

function beginAfter(
  rows: readonly { key: string | null; subject: LedgerSubject }[],
  after: readonly (string | number | null)[],
  page: PageAsked,
): number {
  const key = after[0] === null || after[0] === undefined ? null : String(after[0])
  const id = String(after[1])
  const found = rows.findIndex((row) => {
    const order = compareKeys(page.sort, row.key, key, page.descending)
    return order > 0 || (order === 0 && row.subject.id > id)
  })
  return found < 0 ? rows.length : found
}
