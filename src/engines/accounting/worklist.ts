import type { Phase } from '#data/stages'
import { addDays, type Day, daysBetween } from '#quantity/day'
import { compare, decimal } from '#quantity/decimal'
import { stepsFrom } from './stage-rules.ts'
import type { Machine } from './stages.ts'

/** 왜 사람이 보아야 하나. */
export const workRules = [
  /** A task, milestone or obligation past its day. */
  'overdue',
  /** A promised value whose time has passed without an actual one. */
  'promise_overdue',
  /** The time that the stage rules give for the next step has passed (an MOU of more than 730 days without contract). */
  'limit_passed',
  /** … or is about to pass. */
  'limit_near',
  'soon',
  /** Announced, and then nothing heard for months. */
  'silent',
  'contradiction',
  /** A value whose every source was erased. */
  'lost_source',
  /** A stage that stands on a report or a reason where the rule asks for an official paper. */
  'weak_evidence',
] as const
export type WorkRule = (typeof workRules)[number]

/** A subject as the list sees it. */
export interface WorkSubject {
  readonly id: string
  readonly machine: Machine | null
  readonly phase: Phase | null
  readonly stage: string | null
  readonly stageSince: Day | null
  readonly ownerId: string | null
  /** Announced money in won, our share; null where none is disclosed. */
  readonly atStake: string | null
  /** The last day on which a source spoke of it, or the office wrote something about it. */
  readonly heardOn: Day
  /** Its present stage stands on less than the rule asks for. */
  readonly weakEvidence: boolean
}

export interface WorkTask {
  readonly id: string
  readonly subject: string
  readonly ownerId: string | null
  readonly dueOn: Day
}

/** Something found by another rule, with its own money where it has some. */
export interface WorkFinding {
  readonly id: string
  readonly subject: string | null
  readonly atStake: string | null
}

export interface WorkInput {
  readonly subjects: readonly WorkSubject[]
  /** Open ones. */
  readonly tasks: readonly WorkTask[]
  /** Promises without an actual value, by the first day after their time. */
  readonly promises: readonly { readonly id: string; readonly subject: string; readonly until: Day }[]
  readonly contradictions: readonly WorkFinding[]
  readonly lostSources: readonly WorkFinding[]
}

export interface WorkSettings {
  readonly today: Day
  /** How far ahead "soon" looks. */
  readonly soonDays: number
  /** How long nothing may be heard of what was announced. */
  readonly silentDays: number
  /** How long before a limit passes it is told. */
  readonly nearDays: number
}

export interface WorkItem {
  /** `rule` and what it is about: the same tomorrow, so that it can be followed. */
  readonly id: string
  readonly rule: WorkRule
  readonly about: string
  readonly subject: string | null
  readonly ownerId: string | null
  /** The day it is or was due; null where it has none. */
  readonly dueOn: Day | null
  /** Days past (more than 0) or to go (less than 0); null without a day. */
  readonly days: number | null
  readonly atStake: string | null
  /** That nothing was heard of it either, with the day until which that was no matter: said with the limit, not beside it. */
  readonly silent: { readonly dueOn: Day; readonly days: number } | null
  /** Of a limit: the step that is waited for, and the rule. */
  readonly step: { readonly to: string; readonly ruleId: string; readonly source: string | null } | null
}

/**
 * 일감: what a person must look at, the most money at stake first (what is not disclosed last, never as zero), then what is longest overdue. What is lost asks for nothing but its contradictions and lost sources.
 * What waits for its next step and was not heard of either stands there once: as the limit, which says both.
 * The order in which the input is handed in does not matter.
 *
 * @example
 * worklistOf({ subjects: [], tasks: [], promises: [], contradictions: [], lostSources: [] }, { today: '2026-11-23', soonDays: 14, silentDays: 180, nearDays: 60 }) // => []
 */
export function worklistOf(input: WorkInput, settings: WorkSettings): WorkItem[] {
  const { today } = settings
  const subjects = new Map(input.subjects.map((subject) => [subject.id, subject]))
  const items: WorkItem[] = []
  const add = (rule: WorkRule, about: string, subject: WorkSubject | null, more: Partial<WorkItem> & { until?: Day | null } = {}) => {
    const { until = null, ...rest } = more
    items.push({
      id: `${rule}:${about}`,
      rule,
      about,
      subject: subject?.id ?? null,
      ownerId: subject?.ownerId ?? null,
      dueOn: until,
      days: until === null ? null : daysBetween(until, today),
      atStake: subject?.atStake ?? null,
      silent: null,
      step: null,
      ...rest,
    })
  }
  for (const task of input.tasks) {
    const subject = subjects.get(task.subject)
    if (!subject || subject.phase === 'lost') continue
    const own = { until: task.dueOn, ownerId: task.ownerId ?? subject.ownerId }
    if (task.dueOn < today) add('overdue', task.id, subject, own)
    else if (task.dueOn <= addDays(today, settings.soonDays)) add('soon', task.id, subject, own)
  }
  for (const promise of input.promises) {
    const subject = subjects.get(promise.subject)
    if (subject && subject.phase !== 'lost' && subject.phase !== 'realised' && promise.until <= today)
      add('promise_overdue', promise.id, subject, { until: addDays(promise.until, -1) })
  }
  for (const subject of input.subjects) {
    if (subject.phase === 'lost') continue
    const limit = nextLimit(subject, today)
    const expected = subject.phase === 'announced' || subject.phase === 'committed' || subject.phase === 'building'
    const until = addDays(subject.heardOn, settings.silentDays)
    const silent = expected && until < today ? { dueOn: until, days: daysBetween(until, today) } : null
    if (limit && limit.until < today) add('limit_passed', subject.id, subject, { ...limit, silent })
    else if (limit && limit.until <= addDays(today, settings.nearDays)) add('limit_near', subject.id, subject, { ...limit, silent })
    else if (silent) add('silent', subject.id, subject, { until })
    if (subject.weakEvidence) add('weak_evidence', subject.id, subject)
  }
  for (const [rule, found] of [
    ['contradiction', input.contradictions],
    ['lost_source', input.lostSources],
  ] as const)
    for (const one of found) {
      const subject = one.subject === null ? null : (subjects.get(one.subject) ?? null)
      add(rule, one.id, subject, { atStake: one.atStake ?? subject?.atStake ?? null })
    }
  return items.sort(inOrder)
}

/** The first step onward whose limit is counted from the present stage. */
function nextLimit(subject: WorkSubject, today: Day) {
  if (subject.machine === null || subject.stage === null) return null
  const steps = stepsFrom(subject.machine, subject.stage, subject.stageSince, today).filter((step) => step.way === 'on' && step.until !== null)
  const [first] = steps.sort((a, b) => (a.until! < b.until! ? -1 : a.until! > b.until! ? 1 : 0))
  return first ? { until: first.until!, step: { to: first.to, ruleId: first.ruleId, source: first.limitSource } } : null
}

/**
 * Whether a line tells of this: by its own rule, or as silence said with a limit.
 *
 * @example
 * tellsOf({ rule: 'limit_passed', silent: { dueOn: '2026-05-22', days: 185 } }, 'silent') // => true
 */
export const tellsOf = (item: Pick<WorkItem, 'rule' | 'silent'>, rule: WorkRule): boolean =>
  item.rule === rule || (rule === 'silent' && item.silent !== null)

function inOrder(a: WorkItem, b: WorkItem): number {
  if (a.atStake !== b.atStake) {
    if (a.atStake === null) return 1
    if (b.atStake === null) return -1
    const order = compare(decimal(b.atStake), decimal(a.atStake))
    if (order !== 0) return order
  }
  return (b.days ?? -1e9) - (a.days ?? -1e9) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
