import { decodeCursor, encodeCursor } from '#api/paging'
import { namesOfPeople } from '#capabilities/accounts/index'
import type { DueItem } from '#capabilities/plans/index'
import {
  announced,
  cellOf,
  type Ledger,
  type LedgerSubject,
  loadLedger,
  type MilestoneRow,
  milestones,
  type Reader,
  total,
} from '#capabilities/portfolio/index'
import { evidenceKinds } from '#data/evidence-kinds'
import { byShare } from '#engines/accounting/rate/commitment'
import { rulesOf } from '#engines/accounting/stage-rules'
import { machineOf, stagesOf } from '#engines/accounting/stages'
import type { OpenValue } from '#engines/accounting/sum'
import { tellsOf, type WorkItem, type WorkRule, type WorkSubject, worklistOf, workRules } from '#engines/accounting/worklist'
import { rules } from '#engines/checking/rules'
import { addMonths, daysBetween } from '#quantity/day'
import { compare, decimal } from '#quantity/decimal'
import type { Db } from '#store/store'
import { dueElsewhere } from './due.ts'
import { contradictions, evidenceOfEvents, type Finding, lostSources, unreadDocuments } from './queries/findings.ts'
import { heardOn } from './queries/heard.ts'
import type { Stake, WorkItemView, Worklist, WorklistQuery } from './schemas.ts'
import { type WorklistSettings, worklistSettings } from './settings.ts'

/** Indicators whose promises fall due, or whose money is at stake. */
const promised = ['grant', 'investment', 'jobs', 'area', 'capacity', 'firms', 'output', 'exports', 'revenue', 'budget']
const kinds = ['project', 'agreement', 'programme', 'pledge', 'award']

/** Everything the list is made of, as the reader may see it. */
interface Found {
  items: WorkItem[]
  ledger: Ledger
  subjects: ReadonlyMap<string, LedgerSubject>
  stakes: ReadonlyMap<string, Stake>
  tasks: ReadonlyMap<string, MilestoneRow>
  due: ReadonlyMap<string, DueItem>
  findings: ReadonlyMap<string, Finding>
  settings: WorklistSettings
}

/** 월요일 목록: what a person must look at, as the office's settings say, with who owns it and what money hangs on it. `aheadDays` looks further than the office's settings do, for calendars. */
export async function worklist(
  db: Db,
  reader: Reader,
  query: WorklistQuery,
  page: { limit: number; cursor?: string; aheadDays?: number },
): Promise<Worklist> {
  const found = await find(db, reader, page.aheadDays)
  const items = found.items.filter(narrowing(found, query, reader.userId))
  if (query.sort === 'due') items.sort((a, b) => (b.days ?? -1e9) - (a.days ?? -1e9) || (a.id < b.id ? -1 : 1))
  // each reason keeps the order by money
  if (query.sort === 'reason') items.sort((a, b) => workRules.indexOf(a.rule) - workRules.indexOf(b.rule))
  const after = decodeCursor(page.cursor, 1)
  const begin = after === null ? 0 : items.findIndex((item) => item.id === after[0]) + 1
  const shown = items.slice(begin, begin + page.limit)
  const last = shown.at(-1)
  const people = await namesOfPeople(
    db,
    items.flatMap((item) => item.ownerId ?? []),
  )
  return {
    today: reader.today,
    settings: found.settings,
    items: shown.map((item) => viewOf(item, found, people)),
    next: begin + page.limit < items.length && last ? encodeCursor([last.id]) : null,
    total: items.length,
    counts: countsOf(items),
    groups: groupsOf(items, found, people),
    unread: await unreadDocuments(db, reader.officeId, reader.confidential),
  }
}

async function find(db: Db, reader: Reader, aheadDays = 0): Promise<Found> {
  const { officeId, confidential, today } = reader
  const settings = await worklistSettings(db, officeId)
  const ahead = (days: number) => Math.max(days, aheadDays)
  const ledger = await loadLedger(db, officeId, { indicators: promised, asOf: null, knownOn: null, confidential, today })
  const own = ledger.subjects.filter((subject) => kinds.includes(subject.kind))
  const heard = await heardOn(db, officeId, reader.timeZone, confidential)
  const evidence = await evidenceOfEvents(
    db,
    officeId,
    own.flatMap((subject) => subject.stageEventId ?? []),
  )
  const stakes = stakesOf(ledger, own)
  const tasks = await milestones(db, officeId, { openOnly: true, dueBefore: '9999-12-31', confidential, limit: 100_000 })
  const due = await dueElsewhere(db, officeId, { today, confidential })
  const odd = await contradictions(db, officeId, confidential)
  const lost = await lostSources(db, officeId, confidential)
  const subjects = own.map((subject): WorkSubject => {
    const event = evidence.get(subject.stageEventId ?? '')
    return {
      id: subject.id,
      machine: machineOf(subject.kind),
      phase: subject.phase,
      stage: subject.stage,
      stageSince: subject.stageFrom,
      ownerId: subject.ownerId,
      atStake: stakes.get(subject.id)?.value ?? null,
      heardOn: heard.get(subject.id) ?? subject.createdAt.slice(0, 10),
      weakEvidence: event !== undefined && subject.phase !== 'announced' && subject.phase !== 'before' && !carries(event, today),
    }
  })
  const items = worklistOf(
    {
      subjects,
      tasks: [
        ...tasks.flatMap((task) => (task.dueOn === null ? [] : [{ id: task.id, subject: task.subjectId, ownerId: task.ownerId, dueOn: task.dueOn }])),
        ...due.map((one) => ({ id: one.key, subject: one.subjectId, ownerId: one.ownerId, dueOn: one.dueOn })),
      ],
      promises: openPromises(ledger),
      // a finding about something that the reader may not see is not theirs to look at
      contradictions: odd.filter((one) => one.subjectId === null || ledger.subjects.some((subject) => subject.id === one.subjectId)).map(asFinding),
      lostSources: lost.map(asFinding),
    },
    { today, soonDays: ahead(settings.soonDays), nearDays: ahead(settings.nearDays), silentDays: silentDays(today, settings.silentMonths) },
  )
  // an agreement without a stated end runs out by the limit of its stage: said once, as the limit
  const limited = new Set(items.filter((item) => item.rule === 'limit_passed' || item.rule === 'limit_near').map((item) => item.subject))
  const dueOnce = new Map(due.map((one) => [one.key, one]))
  return {
    items: items.filter((item) => !(dueOnce.get(item.about)?.usual && limited.has(item.subject))),
    ledger,
    subjects: new Map(ledger.subjects.map((subject) => [subject.id, subject])),
    stakes,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    due: dueOnce,
    findings: new Map([...odd, ...lost].map((one) => [one.id, one])),
    settings,
  }
}

const asFinding = ({ id, subjectId, atStake }: Finding) => ({ id, subject: subjectId, atStake })

/** So many months back from today, in days. */
const silentDays = (today: string, months: number): number => daysBetween(addMonths(today, -months), today)

/** Whether the paper that a stage stands on is one that its rule asks for; a step against the rule stands on a reason only. */
function carries(event: { machine: string; to_stage: string; overridden: boolean; filed_as: string | null }, today: string): boolean {
  if (event.overridden || event.filed_as === null) return false
  const rule = rulesOf(event.machine as Parameters<typeof rulesOf>[0], today).find((one) => one.to === event.to_stage)
  return (
    rule === undefined ||
    evidenceKinds.some((kind) => rule.evidence.includes(kind.id) && (kind.filedAs as readonly string[]).includes(event.filed_as!))
  )
}

/** 걸린 돈: by kind the formula that opens it: of an award what was granted, of a pledge its budget, else what was announced, our share of it. */
const atStakeBy: Readonly<Record<string, { formula: string; indicator: string; facets: readonly string[] }>> = {
  award: { formula: 'granted_subsidy', indicator: 'grant', facets: ['actual'] },
  pledge: { formula: 'planned_budget', indicator: 'budget', facets: announced },
}
const investment = { formula: 'announced_investment', indicator: 'investment', facets: announced }

/** What hangs on each subject in won, with the formula that opens it. */
function stakesOf(ledger: Ledger, subjects: readonly LedgerSubject[]): Map<string, Stake> {
  const facts = new Map<string, Ledger['facts'][number][]>()
  for (const fact of ledger.facts) facts.set(fact.subject, [...(facts.get(fact.subject) ?? []), fact])
  const stakes = new Map<string, Stake>()
  for (const subject of subjects) {
    const { formula, indicator, facets } = atStakeBy[subject.kind] ?? investment
    const cell = cellOf(facts.get(subject.id) ?? [], { indicator, facets, unit: 'KRW' })
    if (cell?.unit !== 'KRW') continue
    const value: OpenValue = byShare(cell, ledger.shares.get(subject.id) ?? null)
    stakes.set(subject.id, { formula, parameters: { subject: subject.id, kind: subject.kind }, ...open(value), unit: 'KRW' })
  }
  return stakes
}

const open = ({ value, valueMax, bound, approximate }: OpenValue) => ({ value, valueMax, bound, approximate })

/** Promises of which the time is stated and no actual value is known. */
function openPromises(ledger: Ledger) {
  const met = new Set(ledger.facts.filter((fact) => fact.facet === 'actual' && !fact.ended).map((fact) => `${fact.subject} ${fact.indicator}`))
  return ledger.facts.flatMap((fact) =>
    fact.facet !== 'actual' && !fact.ended && fact.dueTo !== null && !met.has(`${fact.subject} ${fact.indicator}`)
      ? [{ id: fact.factId, subject: fact.subject, until: fact.dueTo }]
      : [],
  )
}

function narrowing(found: Found, query: WorklistQuery, me: string | null): (item: WorkItem) => boolean {
  const rules = query.rule?.split(',').filter(Boolean)
  const owner = query.owner === 'me' ? me : query.owner
  return (item) =>
    (!rules || workRules.some((rule) => rules.includes(rule) && tellsOf(item, rule))) &&
    (owner === undefined || owner === '' || (owner === 'none' ? item.ownerId === null : item.ownerId === owner)) &&
    (!query.team || found.subjects.get(item.subject ?? '')?.team === query.team)
}

const countsOf = (items: readonly WorkItem[]) =>
  Object.fromEntries(workRules.map((rule) => [rule, items.filter((item) => tellsOf(item, rule)).length])) as Record<WorkRule, number>

/** Rules that mean that something is late already. */
const late: readonly WorkRule[] = ['overdue', 'promise_overdue', 'limit_passed', 'silent']

/** 담당마다: how much waits for whom, those with the most money at stake first; the money of a group is a figure over its subjects, each won once. */
function groupsOf(items: readonly WorkItem[], found: Found, people: ReadonlyMap<string, string>): Worklist['groups'] {
  const owners = [...new Set(items.map((item) => item.ownerId))]
  const groups = owners.map((ownerId) => {
    const own = items.filter((item) => item.ownerId === ownerId)
    const ids = [
      ...new Set(
        own.flatMap((item) => (item.subject !== null && kinds.includes(found.subjects.get(item.subject)?.kind ?? '') ? [item.subject] : [])),
      ),
    ].sort()
    const parameters = { subject: ids.join(','), kind: kinds.join(',') }
    // announced investment; who has awards or pledges alone is shown their money
    const [stake] = [investment, atStakeBy.award!, atStakeBy.pledge!].flatMap(({ formula, indicator, facets }) => {
      const sum = ids.length === 0 ? null : total(found.ledger, parameters, indicator, 'KRW', facets).value
      return sum === null ? [] : [{ formula, parameters, ...open(sum), unit: 'KRW' }]
    })
    return {
      owner: ownerId === null ? null : { id: ownerId, name: people.get(ownerId) ?? '' },
      count: own.length,
      late: own.filter((item) => late.some((rule) => tellsOf(item, rule))).length,
      atStake: stake ?? null,
    }
  })
  return groups.sort((a, b) => byMoney(a.atStake, b.atStake) || b.count - a.count || ((a.owner?.name ?? '') < (b.owner?.name ?? '') ? -1 : 1))
}

const byMoney = (a: Stake | null, b: Stake | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compare(decimal(b.value), decimal(a.value))

/** A finding of a rule that is no more still stands on the list, by the rule's id. */
const ruleName = (id: string) => rules.find((rule) => rule.id === id)?.name ?? { ko: id, en: id }

function viewOf(item: WorkItem, found: Found, people: ReadonlyMap<string, string>): WorkItemView {
  const subject = found.subjects.get(item.subject ?? '')
  const task = item.rule === 'overdue' || item.rule === 'soon' ? found.tasks.get(item.about) : undefined
  const due = item.rule === 'overdue' || item.rule === 'soon' ? found.due.get(item.about) : undefined
  const finding = item.rule === 'contradiction' || item.rule === 'lost_source' ? found.findings.get(item.about) : undefined
  const fact = item.rule === 'promise_overdue' ? found.ledger.facts.find((one) => one.factId === item.about) : undefined
  const atStake = (item.subject === null ? undefined : found.stakes.get(item.subject)) ?? null
  const step = item.step && subject && stagesOf(machineOf(subject.kind)!, '9999-12-31').find((row) => row.stage === item.step!.to)
  return {
    id: item.id,
    rule: item.rule,
    subject: subject ? { id: subject.id, nameKo: subject.name, nameEn: subject.nameEn, kind: subject.kind, stage: subject.stage } : null,
    owner: item.ownerId === null ? null : { id: item.ownerId, name: people.get(item.ownerId) ?? '' },
    team: subject?.team ?? null,
    dueOn: item.dueOn,
    days: item.days,
    atStake,
    said: atStake === null && finding ? finding.atStake : null,
    silent: item.silent,
    task: task ? { id: task.id, kind: task.kind, title: task.title, version: task.version } : null,
    due: due ? { kind: due.kind, titleKo: due.titleKo, titleEn: due.titleEn, to: due.to } : null,
    step: item.step && step ? { to: step.stage, ko: step.ko, en: step.en, ruleId: item.step.ruleId, source: item.step.source } : null,
    indicator: fact?.indicator ?? finding?.indicator ?? null,
    facet: fact?.facet ?? finding?.facet ?? null,
    values: fact ? [{ factId: fact.factId, value: fact.value, unit: fact.unit }] : (finding?.values ?? []),
    check: finding?.rule ? { id: finding.id, rule: finding.rule, name: ruleName(finding.rule) } : null,
    document: finding?.documentId && finding.documentTitle !== null ? { id: finding.documentId, title: finding.documentTitle } : null,
  }
}
