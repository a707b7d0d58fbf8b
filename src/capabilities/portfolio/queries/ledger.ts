import { type Kysely, sql } from 'kysely'
import { clusters, type SameSubject } from '#engines/accounting/clusters'
import { seriesKey } from '#engines/accounting/count-once'
import { fundingOf } from '#engines/accounting/funding'
import { agreedKind } from '#engines/accounting/investment-kind'
import { foldStage } from '#engines/accounting/stage-fold'
import { machineOf, stagesOf } from '#engines/accounting/stages'
import { rowsAt } from '#store/log/past'
import type { Database } from '#store/schema'
import type { Ledger, LedgerFact, LedgerSubject } from '../figures/ledger.ts'
import { notAfter } from '../instants.ts'
import { basisThen } from './basis-then.ts'
import { fieldsKnownOn } from './known-fields.ts'
import { milestonesAt } from './milestones.ts'
import type { Reading } from './quotes.ts'

/** What a ledger is loaded for. */
export interface LedgerQuery extends Reading {
  readonly indicators: readonly string[]
  /** As it was true on this day; null for whatever day. */
  readonly asOf: string | null
  /** Subjects to be taken as the same, to see what joining them would do. */
  readonly supposing?: readonly SameSubject[]
  /** Today in the office's time zone. */
  readonly today: string
  /** What happened counts from the day it began, also when its time is over; what was promised counts whatever time it was promised for. */
  readonly past?: boolean
  /** Whether new and expansion are asked for: then the sentences of investments are read where no person said which. */
  readonly kinds?: boolean
}

/** Load the ledger at both clocks, with merged subjects folded into one, and nothing that the reader may not see. */
export async function loadLedger(db: Kysely<Database>, officeId: string, query: LedgerQuery): Promise<Ledger> {
  const known = query.knownOn
  const by = (at: string, until: string) =>
    known === null
      ? sql<boolean>`${sql.ref(until)} is null`
      : sql<boolean>`${sql.ref(at)} <= ${known} and (${sql.ref(until)} is null or ${sql.ref(until)} > ${known})`
  const edges = await db
    .selectFrom('resolver_edge')
    .select(['a', 'b'])
    .where('office_id', '=', officeId)
    .where('judgement', '=', 'positive')
    .where(by('decided_at', 'voided_at'))
    .execute()
  const subjects = await subjectsAt(db, officeId, known)
  const created = new Map(subjects.map((row) => [row.subject_id, `${row.created_at} ${row.subject_id}`]))
  const canonical = clusters([...edges, ...(query.supposing ?? [])], (id) => created.get(id) ?? `~${id}`)
  const stands = (id: string) => canonical.get(id) ?? id
  // a cluster with one confidential member is confidential as a whole
  const hidden = new Set(query.confidential ? [] : subjects.filter((row) => row.confidential).map((row) => stands(row.subject_id)))
  const { rows: named } = await sql<{ subject_id: string; name: string }>`
    select a.subject_id, a.name from ${rowsAt(officeId, 'subject_alias', known)} a where a.office_id = ${officeId}::uuid`.execute(db)
  const aliases = new Map([...group(named, (row) => stands(row.subject_id))].map(([id, rows]) => [id, rows.map((row) => row.name)]))
  const events = await db
    .selectFrom('stage_event')
    .select(['event_id', 'subject_id', 'machine', 'to_stage', 'occurred_from', 'occurred_to', 'recorded_at', 'reason'])
    .where('office_id', '=', officeId)
    .where(by('recorded_at', 'voided_at'))
    .where(
      query.confidential
        ? sql<boolean>`true`
        : sql<boolean>`not exists (
            select 1 from document d left join claim c on c.office_id = stage_event.office_id and c.claim_id = stage_event.claim_id
            where d.office_id = stage_event.office_id and d.document_id in (stage_event.document_id, c.document_id) and d.confidential)`,
    )
    .where(query.asOf === null ? sql<boolean>`true` : sql<boolean>`coalesce(occurred_from, occurred_to, recorded_at::date) <= ${query.asOf}::date`)
    .execute()
  const eventsOf = group(events, (event) => stands(event.subject_id))
  const sentences = query.kinds ? await investmentSentences(db, officeId, query, stands) : new Map<string, string[]>()
  const day = query.asOf ?? query.today
  const members = subjects.filter((row) => stands(row.subject_id) === row.subject_id && !hidden.has(row.subject_id))
  const ledgerSubjects = members.map((row): LedgerSubject => {
    const machine = machineOf(row.kind)
    const stages = machine === null ? [] : stagesOf(machine, day)
    const steps = (eventsOf.get(row.subject_id) ?? [])
      .filter((event) => event.machine === machine)
      .map((event) => ({
        eventId: event.event_id,
        toStage: event.to_stage,
        occurredFrom: event.occurred_from,
        occurredTo: event.occurred_to,
        recordedAt: event.recorded_at,
        voidedAt: null,
        deliberate: event.reason !== null,
      }))
    const now = foldStage(steps, stages)
    return {
      id: row.subject_id,
      kind: row.kind,
      name: row.name_ko,
      nameEn: row.name_en,
      createdAt: row.created_at,
      words: [row.name_ko, row.name_en, row.place, row.industry, ...(aliases.get(row.subject_id) ?? [])].join(' ').toLowerCase(),
      place: row.place,
      industry: row.industry,
      team: row.team,
      ownerId: row.owner_id,
      investmentKind: row.investment_kind ?? agreedKind(sentences.get(row.subject_id) ?? []),
      changedAt: [row.created_at, ...(eventsOf.get(row.subject_id) ?? []).map((event) => event.recorded_at)].sort().at(-1)!,
      stage: now?.toStage ?? null,
      phase: stages.find((stage) => stage.stage === now?.toStage)?.phase ?? null,
      stageFrom: now?.occurredFrom ?? now?.occurredTo ?? null,
      stageEventId: now?.eventId ?? null,
      steps: steps.flatMap((step) => {
        const phase = stages.find((stage) => stage.stage === step.toStage)?.phase
        return phase ? [{ eventId: step.eventId, phase, on: step.occurredFrom ?? step.occurredTo }] : []
      }),
    }
  })
  const visible = new Set(ledgerSubjects.map((subject) => subject.id))
  const relations = await db
    .selectFrom('relation')
    .select(['from_subject', 'to_subject', 'role', 'share'])
    .where('office_id', '=', officeId)
    .where((eb) => eb.or([eb('role', '=', 'part_of'), eb('share', 'is not', null)]))
    .where(by('created_at', 'voided_at'))
    .execute()
  const wholes = new Map<string, string[]>()
  const offices = new Set(ledgerSubjects.filter((subject) => subject.kind === 'office').map((subject) => subject.id))
  const shares = new Map<string, string>()
  for (const row of relations) {
    const part = stands(row.from_subject)
    if (row.role !== 'part_of') {
      if (row.share !== null && offices.has(part)) shares.set(stands(row.to_subject), row.share)
      continue
    }
    const whole = stands(row.to_subject)
    if (part !== whole) wholes.set(part, [...(wholes.get(part) ?? []), whole])
  }
  const { rows: milestones } = await sql<{
    milestone_id: string
    subject_id: string
    kind: 'task' | 'milestone' | 'obligation'
    title: string
    due_on: string
    done_on: string | null
    waived_on: string | null
    owner_id: string | null
  }>`
    select milestone_id, subject_id, kind, title, due_on, done_on, waived_on, owner_id from ${milestonesAt(known)} m
    where m.office_id = ${officeId}::uuid and m.due_on is not null order by m.due_on, m.milestone_id`.execute(db)
  return {
    subjects: ledgerSubjects,
    facts: (await loadFacts(db, officeId, query, stands)).filter((fact) => visible.has(fact.subject)),
    wholes,
    shares,
    milestones: milestones.map((row) => ({
      id: row.milestone_id,
      subject: stands(row.subject_id),
      kind: row.kind,
      title: row.title,
      dueOn: row.due_on,
      ownerId: row.owner_id,
      open: (row.done_on === null || row.done_on > day) && (row.waived_on === null || row.waived_on > day),
    })),
    day,
  }
}

/** Subjects that were there and not put away, with the fields that they had. */
async function subjectsAt(db: Kysely<Database>, officeId: string, known: string | null) {
  const rows = await db
    .selectFrom('subject')
    .select([
      'subject_id',
      'kind',
      'name_ko',
      'name_en',
      'place',
      'industry',
      'team',
      'owner_id',
      'confidential',
      'investment_kind',
      'created_at',
      'archived_at',
    ])
    .where('office_id', '=', officeId)
    .where('kind', 'in', ['project', 'agreement', 'programme', 'pledge', 'award', 'office', 'zone', 'strategy', 'event'])
    .where(known === null ? sql<boolean>`archived_at is null` : sql<boolean>`created_at <= ${known}`)
    // what is listed by subject stands in one order whatever was written since: a preview and its publication are the same to the letter
    .orderBy('created_at')
    .orderBy('subject_id')
    .execute()
  if (known === null) return rows
  const then = await fieldsKnownOn(db, officeId, known)
  return rows.flatMap((row) => {
    const { fields, archived } = then.get(row.subject_id) ?? { fields: {} }
    if (archived ?? (row.archived_at !== null && notAfter(row.archived_at, known))) return []
    return [
      {
        ...row,
        name_ko: fields.nameKo ?? row.name_ko,
        name_en: fields.nameEn === undefined ? row.name_en : fields.nameEn,
        place: fields.place === undefined ? row.place : fields.place,
        industry: fields.industry === undefined ? row.industry : fields.industry,
        team: fields.team === undefined ? row.team : fields.team,
        owner_id: fields.ownerId === undefined ? row.owner_id : fields.ownerId,
        investment_kind: fields.investmentKind === undefined ? row.investment_kind : fields.investmentKind,
      },
    ]
  })
}

/** The sentences that announced and planned investments stand on, by subject; own statements say only what a person typed. */
async function investmentSentences(
  db: Kysely<Database>,
  officeId: string,
  query: LedgerQuery,
  stands: (id: string) => string,
): Promise<Map<string, string[]>> {
  const known = query.knownOn
  const { rows } = await sql<{ subject_id: string; sentence: string }>`
    select distinct f.subject_id, p.sentence
    from fact f
    join fact_basis b on b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and ${basisThen('b', known)}
    join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
    join span p on p.office_id = c.office_id and p.span_id = c.span_id and p.sentence is not null
    join document d on d.office_id = c.office_id and d.document_id = c.document_id and d.kind <> 'own_statement'
    where f.office_id = ${officeId}::uuid and f.indicator_id = 'investment' and f.facet in ('announced', 'plan')
      and ${known === null ? sql`upper_inf(f.recorded)` : sql`f.recorded @> ${known}::timestamptz`}
      and ${query.confidential ? sql`true` : sql`not f.confidential and not d.confidential`}`.execute(db)
  return new Map([...group(rows, (row) => stands(row.subject_id))].map(([id, own]) => [id, own.map((row) => row.sentence)]))
}

async function loadFacts(db: Kysely<Database>, officeId: string, query: LedgerQuery, stands: (id: string) => string): Promise<LedgerFact[]> {
  if (query.indicators.length === 0) return []
  const { rows } = await sql<{
    fact_id: string
    subject_id: string
    indicator_id: string
    facet: string
    series: string
    value: string
    value_max: string | null
    bound: LedgerFact['bound']
    approximate: boolean
    unit: string
    due_to: string | null
    funding: LedgerFact['funding']
    ended: boolean
    known_from: string
    period_from: string | null
    period_to: string | null
    whole_subject: string | null
    whole_facet: string | null
    whole_series: string | null
  }>`
    select f.fact_id, f.subject_id, f.indicator_id, f.facet, f.series, f.value, f.value_max, f.bound, f.approximate, f.unit, f.due_to, f.funding, f.ended,
           lower(f.recorded) as known_from, lower(f.period) as period_from, upper(f.period) as period_to,
           w.subject_id as whole_subject, w.facet as whole_facet, w.series as whole_series
    from fact f
    left join fact w on w.office_id = f.office_id and w.fact_id = f.part_of
    where f.office_id = ${officeId}::uuid and f.indicator_id = any(${[...query.indicators]}::text[])
      and ${query.knownOn === null ? sql`upper_inf(f.recorded)` : sql`f.recorded @> ${query.knownOn}::timestamptz`}
      and ${query.asOf === null ? sql`true` : query.past ? sql`(f.facet <> 'actual' or coalesce(lower(f.period), '-infinity') <= ${query.asOf}::date)` : sql`f.period @> ${query.asOf}::date`}
      and ${
        query.confidential
          ? sql`true`
          : sql`not f.confidential and exists (
              select 1 from fact_basis b
              join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
              join document d on d.office_id = c.office_id and d.document_id = c.document_id
              where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and not d.confidential)`
      }
    order by f.recorded, f.fact_id`.execute(db)
  return rows.map((row) => ({
    factId: row.fact_id,
    subject: stands(row.subject_id),
    indicator: row.indicator_id,
    funding: fundingOf(row.funding, row.series),
    facet: row.facet,
    series: row.series,
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    partOfSeries: row.whole_subject === null ? null : seriesKey(stands(row.whole_subject), row.whole_facet ?? '', row.whole_series ?? ''),
    knownFrom: row.known_from,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    dueTo: row.due_to,
    ended: row.ended,
  }))
}

/** Rows by key. (Map.groupBy is not in Node 20.) */
function group<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const own = groups.get(key(row))
    if (own) own.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
