import { namesOfPeople } from '#capabilities/accounts/index'
import { type FactRow, factRows, type Ledger, type LedgerSubject, loadLedger, notAfter, quotesOfFacts, scope } from '#capabilities/portfolio/index'
import { type ComparedLine, compareHeld, type HeldLine } from '#engines/accounting/compare'
import type { Db } from '#store/store'
import { planLines } from './plan-lines.ts'
import { arrivalsBetween, closersOf, editsBetween, type Hand, handsOfEvents, makersOf } from './queries/who.ts'
import type { CompareLine, CompareQuery, Side } from './schemas.ts'

/** Who asks. */
export interface Asking {
  officeId: string
  confidential: boolean
  now: Date
  timeZone: string
  today: string
}

/** One moment by both clocks. */
export interface Moment {
  asOf: string
  knownOn: string
}

/** The two moments of a question. */
export function momentsOf(query: CompareQuery, asking: Asking): { before: Moment; after: Moment } {
  return {
    before: { asOf: query.beforeAsOf, knownOn: query.beforeKnownOn },
    after: { asOf: query.asOf ?? asking.today, knownOn: query.knownOn ?? asking.now.toISOString() },
  }
}

const everyKind = 'project,agreement,programme,pledge,award,office,zone,strategy,event'
export const narrowingOf = ({ subject, kind, place, industry, team, owner, q }: CompareQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ subject, kind: kind ?? everyKind, place, industry, team, owner, q }).filter((entry): entry is [string, string] => !!entry[1]),
  )

const fields = ['name', 'place', 'industry', 'team', 'ownerId', 'investmentKind'] as const
const fieldNames = {
  name: 'nameKo',
  place: 'place',
  industry: 'industry',
  team: 'team',
  ownerId: 'ownerId',
  investmentKind: 'investmentKind',
} as const

/** What the office held at both moments: one look each, for lines and totals alike. */
export interface BothLedgers {
  left: Ledger
  right: Ledger
}

export async function ledgersOf(db: Db, asking: Asking, query: CompareQuery): Promise<BothLedgers> {
  const { officeId, confidential } = asking
  const { before, after } = momentsOf(query, asking)
  const indicators = (await db.selectFrom('indicator').select('indicator_id').where('office_id', '=', officeId).execute()).map(
    (row) => row.indicator_id,
  )
  const load = (moment: Moment) => loadLedger(db, officeId, { ...moment, indicators, confidential, today: asking.today })
  return { left: await load(before), right: await load(after) }
}

/** 줄마다: every line in which two answers of the office differ (or, where asked, agree), with who made it so, when, and on what sentence. */
export async function linesOf(db: Db, asking: Asking, query: CompareQuery, { left, right }: BothLedgers): Promise<CompareLine[]> {
  const { officeId, confidential } = asking
  const { before, after } = momentsOf(query, asking)
  const narrowing = narrowingOf(query)
  const ids = new Set([...scope(left, narrowing), ...scope(right, narrowing)].map((subject) => subject.id))
  const subjects = { left: byId(left, ids), right: byId(right, ids) }
  const compared = compareHeld(held(left, ids), held(right, ids))
  const changed = compared.filter((line) => line.change !== 'same')
  const shown = query.same === 'true' ? compared : changed
  const factIds = changed.flatMap((line) => [line.left?.factId, line.right?.factId].filter((id) => id !== undefined))
  const facts = new Map((await factRows(db, officeId, { factIds, confidential })).map((fact) => [fact.id, fact]))
  const makers = await makersOf(
    db,
    officeId,
    changed.flatMap((line) => line.right?.factId ?? []),
  )
  const closers = await closersOf(
    db,
    officeId,
    changed.flatMap((line) => (line.right === null ? (line.left?.factId ?? []) : [])),
  )
  const quotes = {
    before: await quotesOfFacts(
      db,
      officeId,
      changed.flatMap((line) => line.left?.factId ?? []),
      { confidential, knownOn: before.knownOn },
    ),
    after: await quotesOfFacts(
      db,
      officeId,
      changed.flatMap((line) => line.right?.factId ?? []),
      { confidential, knownOn: after.knownOn },
    ),
  }
  const nameOf = (id: string) => (subjects.right.get(id) ?? subjects.left.get(id))!
  const values = shown.map((line): CompareLine => {
    const subject = nameOf(line.subject)
    const hand = line.right === null ? closers.get(line.left?.factId ?? '') : makers.get(line.right.factId)
    const cause = line.change === 'same' ? null : causeOf(line, facts, before, after)
    return {
      ...aboutSubject(subject),
      id: `value ${line.subject} ${line.indicator} ${line.facet} ${line.series}`,
      kind: 'value',
      what: line.indicator,
      facet: line.facet,
      series: line.series,
      before: line.left && sideOf(line.left),
      after: line.right && sideOf(line.right),
      change: line.change,
      cause,
      difference: line.difference?.value ?? null,
      ...handOf(line.change === 'same' || (line.right === null && cause === 'time') ? undefined : hand),
      source: (quotes.after.get(line.right?.factId ?? '') ?? quotes.before.get(line.left?.factId ?? '') ?? [])[0] ?? null,
    }
  })
  const others = await otherLines(db, officeId, subjects, before, after, query.same === 'true')
  const terms = await planLines(db, asking, new Map([...subjects.left, ...subjects.right]), before, after, query.same === 'true')
  const kindOrder = { subject: 0, field: 1, stage: 2, term: 3, value: 4 }
  // a value of a year of the strategy tree stands among its lines
  const told = new Set(terms.flatMap((line) => [line.before?.factId, line.after?.factId].filter((one) => typeof one === 'string')))
  const ownValues = values.filter((line) => ![line.before?.factId, line.after?.factId].some((one) => typeof one === 'string' && told.has(one)))
  return [...ownValues, ...others, ...terms].sort(
    (a, b) => order(a.subjectName, b.subjectName) || order(a.subjectId, b.subjectId) || kindOrder[a.kind] - kindOrder[b.kind] || order(a.id, b.id),
  )
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byId = (ledger: Ledger, ids: ReadonlySet<string>) =>
  new Map(ledger.subjects.filter((subject) => ids.has(subject.id)).map((subject) => [subject.id, subject]))
const aboutSubject = (subject: LedgerSubject) => ({ subjectId: subject.id, subjectName: subject.name, subjectKind: subject.kind })
const handOf = (hand: Hand | undefined) => ({ who: hand?.who ?? null, when: hand?.when ?? null, reason: hand?.reason ?? null })

/** What is held, one fact a key: of merged subjects that say one thing twice, the newest stands. */
function held(ledger: Ledger, ids: ReadonlySet<string>): HeldLine[] {
  const lines = new Map<string, HeldLine>()
  for (const fact of ledger.facts) {
    if (!ids.has(fact.subject) || fact.ended) continue
    const { factId, subject, indicator, facet, series, unit, value, valueMax, bound, approximate } = fact
    lines.set([subject, indicator, facet, series].join('\u0000'), {
      factId,
      subject,
      indicator,
      facet,
      series,
      unit,
      value,
      valueMax,
      bound,
      approximate,
    })
  }
  return [...lines.values()]
}

const sideOf = ({ value, valueMax, bound, approximate, unit, factId }: HeldLine): Side => ({
  value,
  valueMax,
  bound,
  approximate,
  unit,
  text: null,
  factId,
})
const textSide = (text: string | null): Side => ({ value: null, valueMax: null, bound: null, approximate: false, unit: null, text, factId: null })

/** A line differs by time alone where what stands on the later side was known at the earlier moment already. */
function causeOf(line: ComparedLine, facts: ReadonlyMap<string, FactRow>, before: Moment, after: Moment): 'time' | 'knowledge' {
  if (line.right !== null) {
    const fact = facts.get(line.right.factId)
    return fact && notAfter(fact.knownFrom, before.knownOn) ? 'time' : 'knowledge'
  }
  const fact = facts.get(line.left!.factId)
  return fact && (fact.knownTo === null || !notAfter(fact.knownTo, after.knownOn)) ? 'time' : 'knowledge'
}

async function otherLines(
  db: Db,
  officeId: string,
  { left, right }: { left: ReadonlyMap<string, LedgerSubject>; right: ReadonlyMap<string, LedgerSubject> },
  before: Moment,
  after: Moment,
  same: boolean,
): Promise<CompareLine[]> {
  const [from, until] = notAfter(before.knownOn, after.knownOn) ? [before.knownOn, after.knownOn] : [after.knownOn, before.knownOn]
  const ids = [...new Set([...left.keys(), ...right.keys()])]
  const alone = ids.filter((id) => !left.has(id) || !right.has(id))
  const arrivals = await arrivalsBetween(db, officeId, from, until, alone)
  const edits = await editsBetween(db, officeId, from, until)
  const events = await handsOfEvents(
    db,
    officeId,
    ids.flatMap((id) => [left.get(id)?.stageEventId, right.get(id)?.stageEventId].filter((one) => typeof one === 'string')),
  )
  const base = { facet: null, series: null, difference: null, source: null }
  const people = await namesOfPeople(
    db,
    ids.flatMap((id) => [left.get(id)?.ownerId, right.get(id)?.ownerId].filter((one) => typeof one === 'string')),
  )
  const shown = (field: (typeof fields)[number], value: string) => textSide(field === 'ownerId' ? (people.get(value) ?? null) : value)
  return ids.flatMap((id): CompareLine[] => {
    const [a, b] = [left.get(id), right.get(id)]
    if (!a || !b) {
      const subject = (a ?? b)!
      const change = a ? ('gone' as const) : ('added' as const)
      const sides = { before: a ? textSide(a.name) : null, after: b ? textSide(b.name) : null }
      return [
        {
          ...base,
          ...aboutSubject(subject),
          ...sides,
          id: `subject ${id}`,
          kind: 'subject',
          what: 'subject',
          change,
          cause: 'knowledge',
          ...handOf(arrivals.get(id)),
        },
      ]
    }
    const lines: CompareLine[] = []
    for (const field of fields) {
      const differs = a[field] !== b[field]
      if (!differs && !(same && a[field] !== null)) continue
      const edit = differs ? edits.find((one) => one.subject_id === id && one.fields.includes(fieldNames[field])) : undefined
      lines.push({
        ...base,
        ...aboutSubject(b),
        id: `field ${id} ${field}`,
        kind: 'field',
        what: fieldNames[field],
        before: a[field] === null ? null : shown(field, a[field]),
        after: b[field] === null ? null : shown(field, b[field]),
        change: !differs ? 'same' : a[field] === null ? 'added' : b[field] === null ? 'gone' : 'changed',
        cause: differs ? 'knowledge' : null,
        ...handOf(edit && { who: edit.name, when: edit.at, reason: edit.reason }),
      })
    }
    if (a.stage !== b.stage || (same && b.stage !== null)) lines.push({ ...base, ...stageLine(a, b, events, before) })
    return lines
  })
}

function stageLine(a: LedgerSubject, b: LedgerSubject, events: Awaited<ReturnType<typeof handsOfEvents>>, before: Moment) {
  const differs = a.stage !== b.stage
  const came = events.get(b.stageEventId ?? '')
  const went = events.get(a.stageEventId ?? '')
  const struck =
    went?.voided_at && !notAfter(went.voided_at, before.knownOn) ? { who: went.void_name, when: went.voided_at, reason: null } : undefined
  const late = came && !notAfter(came.recorded_at, before.knownOn)
  const hand = struck && !late ? struck : came && { who: came.by_name, when: came.recorded_at, reason: came.reason }
  return {
    ...aboutSubject(b),
    id: `stage ${b.id}`,
    kind: 'stage' as const,
    what: 'stage',
    before: a.stage === null ? null : textSide(a.stage),
    after: b.stage === null ? null : textSide(b.stage),
    change: !differs ? ('same' as const) : a.stage === null ? ('added' as const) : b.stage === null ? ('gone' as const) : ('changed' as const),
    cause: !differs ? null : late || struck ? ('knowledge' as const) : ('time' as const),
    ...handOf(differs ? hand : undefined),
  }
}
