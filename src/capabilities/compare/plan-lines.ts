import { agreementsOf, linesOfAgreement, linesOfObligation, obligationsOf, partiesOf } from '#capabilities/agreements/index'
import { awardsOf, linesOfAward } from '#capabilities/awards/index'
import { namesOf, type PlanLine, type Seeing, type ToldBy } from '#capabilities/plans/index'
import { linesOfPledge, pledgesOf } from '#capabilities/pledges/index'
import { clustersKnownOn, type LedgerSubject, milestones, notAfter, quotesOfFacts } from '#capabilities/portfolio/index'
import { flatten, linesOfNode, treeOf } from '#capabilities/strategy/index'
import type { Db } from '#store/store'
import type { Asking, Moment } from './answer.ts'
import { entriesOf, papersOf, type ToldEntry } from './queries/told.ts'
import { closersOf, type Hand, makersOf } from './queries/who.ts'
import type { CompareLine, Side } from './schemas.ts'
import { differenceOfSides } from './sides.ts'

/**
 * 계획의 줄마다: agreements, obligations, pledges, awards, the strategy tree, parties and tasks of these subjects as they stood at both moments, beside their facts and stages:
 * what differs (or, where asked, agrees), who made it so, when, and by which document.
 */
export async function planLines(
  db: Db,
  asking: Asking,
  subjects: ReadonlyMap<string, LedgerSubject>,
  before: Moment,
  after: Moment,
  same: boolean,
): Promise<CompareLine[]> {
  const left = await linesAt(db, asking, subjects, before)
  const right = await linesAt(db, asking, subjects, after)
  // what the later day says by the knowledge of the earlier moment differs by time alone
  const between = before.asOf === after.asOf ? left : await linesAt(db, asking, subjects, { asOf: after.asOf, knownOn: before.knownOn })
  const compared = [...new Set([...left.keys(), ...right.keys()])].map((id) => {
    const [a, b] = [left.get(id) ?? null, right.get(id) ?? null]
    const change =
      saidBy(a) === saidBy(b) ? ('same' as const) : a === null ? ('added' as const) : b === null ? ('gone' as const) : ('changed' as const)
    const cause = change === 'same' ? null : saidBy(between.get(id) ?? null) === saidBy(b) ? ('time' as const) : ('knowledge' as const)
    return { id, a, b, line: (b ?? a)!, change, cause }
  })
  // what came or went as a whole says its title beside its state
  const whole = (one: (typeof compared)[number]) => one.line.what.endsWith('.title') && (one.change === 'added' || one.change === 'gone')
  const shown = compared.filter((one) => (same || one.change !== 'same') && !whole(one))
  const changed = compared.filter((one) => one.change !== 'same')
  const [from, until] = notAfter(before.knownOn, after.knownOn) ? [before.knownOn, after.knownOn] : [after.knownOn, before.knownOn]
  const entries = await entriesOf(
    db,
    asking.officeId,
    [...new Set(changed.map((one) => one.line.subject.id))],
    [...new Set(changed.flatMap((one) => one.line.told?.actions ?? []))],
    until,
  )
  const papers = await papersOf(
    db,
    asking.officeId,
    changed.flatMap((one) => one.b?.documentId ?? one.a?.documentId ?? []),
    { confidential: asking.confidential, knownOn: after.knownOn },
  )
  const factsOf = (side: 'a' | 'b') => changed.flatMap((one) => one[side]?.factId ?? [])
  const makers = await makersOf(db, asking.officeId, factsOf('b'))
  const closers = await closersOf(
    db,
    asking.officeId,
    changed.flatMap((one) => (one.b === null ? (one.a?.factId ?? []) : [])),
  )
  const reading = { confidential: asking.confidential }
  const quotesBefore = await quotesOfFacts(db, asking.officeId, factsOf('a'), { ...reading, knownOn: before.knownOn })
  const quotesAfter = await quotesOfFacts(db, asking.officeId, factsOf('b'), { ...reading, knownOn: after.knownOn })
  const handOf = ({ a, b, line, change, cause }: (typeof compared)[number]): Hand | undefined => {
    if (change === 'same') return undefined
    if (line.factId !== undefined) return b?.factId ? makers.get(b.factId) : cause === 'time' ? undefined : closers.get(a?.factId ?? '')
    const told = entries.find((entry) => tells(entry, line, line.told) && (cause === 'time' || !notAfter(entry.at, from)))
    return told && { who: told.who, when: told.at, reason: typeof told.detail.reason === 'string' ? told.detail.reason : null }
  }
  return shown.map((one): CompareLine => {
    const { id, a, b, line, change, cause } = one
    const hand = handOf(one)
    const quote = (quotesAfter.get(b?.factId ?? '') ?? quotesBefore.get(a?.factId ?? '') ?? [])[0]
    const subject = subjects.get(line.subject.id)
    return {
      id,
      kind: 'term',
      subjectId: line.subject.id,
      subjectName: subject?.name ?? line.subject.nameKo,
      subjectKind: line.subject.kind,
      what: line.what,
      facet: null,
      series: line.part,
      before: sideOf(a),
      after: sideOf(b),
      change,
      cause,
      difference: change === 'same' ? null : differenceOfSides(sideOf(a), sideOf(b)),
      who: hand?.who ?? null,
      when: hand?.when ?? null,
      reason: hand?.reason ?? null,
      source: change === 'same' ? null : (quote ?? papers.get(b?.documentId ?? a?.documentId ?? '') ?? null),
    }
  })
}

/** Every line that was so at a moment, by its id. */
async function linesAt(db: Db, asking: Asking, subjects: ReadonlyMap<string, LedgerSubject>, moment: Moment): Promise<Map<string, PlanLine>> {
  const { officeId } = asking
  const ids = [...subjects.keys()]
  const seeing: Seeing = { kind: 'staff', confidential: asking.confidential, ...moment }
  const day = moment.asOf
  const of = (kind: string) => ({ ids: ids.filter((id) => subjects.get(id)!.kind === kind) })
  const found = async <T>(kind: string, find: (...asked: Parameters<typeof agreementsOf>) => Promise<T[]>): Promise<T[]> =>
    of(kind).ids.length === 0 ? [] : find(db, officeId, seeing, day, of(kind))
  const tree = of('strategy').ids.length === 0 ? [] : flatten(await treeOf(db, officeId, seeing, day))
  const names = new Map(tree.map((node) => [node.id, node.nameKo]))
  const lines = [
    ...(await found('agreement', agreementsOf)).flatMap(linesOfAgreement),
    ...(await obligationsOf(db, officeId, seeing, day, { subjectIds: ids })).flatMap(linesOfObligation),
    ...(await found('pledge', pledgesOf)).flatMap(linesOfPledge),
    ...(await found('award', awardsOf)).flatMap(linesOfAward),
    ...tree.filter((node) => subjects.has(node.id)).flatMap((node) => linesOfNode(node, (id) => names.get(id) ?? null)),
    ...(await partyLines(db, officeId, seeing, subjects)),
    ...(await taskLines(db, officeId, seeing, subjects, moment)),
  ]
  return new Map(lines.map((line) => [line.id, line]))
}

const aboutOf = (subjects: ReadonlyMap<string, LedgerSubject>, id: string) => {
  const subject = subjects.get(id)!
  return { id, nameKo: subject.name, kind: subject.kind as PlanLine['subject']['kind'] }
}

async function partyLines(db: Db, officeId: string, seeing: Seeing, subjects: ReadonlyMap<string, LedgerSubject>): Promise<PlanLine[]> {
  const rows = await partiesOf(db, officeId, [...subjects.keys()], seeing)
  const names = await namesOf(
    db,
    officeId,
    rows.map((row) => row.partyId),
    seeing,
  )
  return rows.flatMap((row): PlanLine[] => {
    const name = names.get(row.partyId)
    if (!name || !subjects.has(row.subjectId)) return []
    return [
      {
        id: `party ${row.subjectId} ${row.partyId} ${row.role} ${row.part ?? ''}`,
        subject: aboutOf(subjects, row.subjectId),
        what: 'party',
        part: name.nameKo,
        text: row.part ?? row.role,
        documentId: null,
        told: {
          actions: ['relation.added', 'relation.ended', 'agreement.party_added', 'agreement.added', 'subject.created'],
          of: { keys: ['partyId', 'relationId', 'other'], ids: [row.partyId, row.relationId] },
        },
      },
    ]
  })
}

async function taskLines(
  db: Db,
  officeId: string,
  seeing: Seeing,
  subjects: ReadonlyMap<string, LedgerSubject>,
  { asOf, knownOn }: Moment,
): Promise<PlanLine[]> {
  const confidential = seeing.kind === 'staff' && seeing.confidential
  const stood = await clustersKnownOn(db, officeId, knownOn)
  const members = [...subjects.keys(), ...[...stood].flatMap(([id, whole]) => (subjects.has(whole) ? [id] : []))]
  const rows = await milestones(db, officeId, { members, confidential, knownOn })
  const by = (day: string | null) => day !== null && day <= asOf
  return rows.flatMap((row) => {
    const subjectId = stood.get(row.subjectId) ?? row.subjectId
    if (!subjects.has(subjectId)) return []
    const told: ToldBy = {
      actions: ['milestone.added', 'milestone.changed', 'milestone.done', 'milestone.removed'],
      of: { keys: ['milestoneId'], ids: [row.id] },
    }
    const line = (what: string, text: string | null, field?: string): PlanLine[] =>
      text === null
        ? []
        : [
            {
              id: `task ${row.id} ${what}`,
              subject: aboutOf(subjects, subjectId),
              what: `task.${what}`,
              part: row.title,
              text,
              documentId: what === 'state' && by(row.doneOn) ? row.documentId : null,
              told: { ...told, ...(field ? { field } : {}) },
            },
          ]
    return [
      ...line('state', by(row.doneOn) ? 'met' : by(row.waivedOn) ? 'waived' : row.dueOn !== null && row.dueOn < asOf ? 'late' : 'open'),
      ...line('dueOn', row.dueOn, 'dueOn'),
      ...line('title', row.title, 'title'),
    ]
  })
}

const saidBy = (line: PlanLine | null): string | null =>
  line === null ? null : line.amount ? `${line.amount.value} ${line.amount.unit}` : (line.text ?? '')

const sideOf = (line: PlanLine | null): Side | null =>
  line && {
    value: line.amount?.value ?? null,
    valueMax: null,
    bound: null,
    approximate: false,
    unit: line.amount?.unit ?? null,
    text: line.text,
    factId: line.factId ?? null,
  }

/** Whether an entry tells how a line came to say what it says. */
function tells(entry: ToldEntry, line: PlanLine, told: ToldBy | null): boolean {
  if (told === null || entry.subjectId !== line.subject.id || !told.actions.includes(entry.action)) return false
  if (told.of !== undefined) {
    const { keys, ids } = told.of
    const made = /\.(added|created)$/.test(entry.action) && !keys.some((key) => key in entry.detail)
    if (!made && !keys.some((key) => ids.includes(String(entry.detail[key])))) return false
  }
  return told.field === undefined || entry.action.endsWith('removed') || touched(entry.detail, told.field)
}

/** Whether a change says that it touched a field; what made a thing touched them all. */
function touched(detail: ToldEntry['detail'], field: string): boolean {
  const differs = (from: unknown, to: unknown) => JSON.stringify(from ?? null) !== JSON.stringify(to ?? null)
  if (Array.isArray(detail.changes)) return detail.changes.some((one) => one?.name === field && differs(one.from, one.to))
  if (typeof detail.to !== 'object' || detail.to === null) return true
  const [from, to] = [(detail.from ?? {}) as Record<string, unknown>, detail.to as Record<string, unknown>]
  return field in to && differs(from[field], to[field])
}
