import { type EvidenceKind, evidenceKinds } from '#data/evidence-kinds'
import { type StageRule, stageRules } from '#data/stage-rules'
import type { StageRow } from '#data/stages'
import { addDays, addMonths, type Day, daysBetween } from '#quantity/day'
import { type Machine, stagesOf } from './stages.ts'

/** The rules of a machine in force on a day. */
export function rulesOf(machine: Machine, day: Day): readonly StageRule[] {
  const latest = new Map<string, StageRule>()
  for (const rule of stageRules) {
    if (rule.machine !== machine || rule.validFrom > day) continue
    const kept = latest.get(rule.id)
    if (!kept || kept.validFrom < rule.validFrom) latest.set(rule.id, rule)
  }
  return [...latest.values()]
}

/** A step that somebody wants to record. */
export interface StepToJudge {
  readonly machine: Machine
  /** The stage that stood when it happened, and since when; null where nothing was known. */
  readonly from: string | null
  readonly fromSince: Day | null
  readonly to: string
  /** When it happened; null where that is not known. */
  readonly on: Day | null
  /** The day whose rules hold where the step has no day of its own. */
  readonly today: Day
  /** The document: as what it is filed, and what it is said to prove. */
  readonly evidence: { readonly filedAs: string; readonly proves: string | null } | null
  readonly reason: string | null
}

export type Refusal =
  /** No step of the machine leads there from here. */
  | 'no_such_step'
  | 'no_evidence'
  /** What the document is said to prove does not carry this step. */
  | 'wrong_evidence'
  /** The document is filed as something that cannot be such a proof. */
  | 'filed_otherwise'
  /** It may prove more than one of the things that are asked for. */
  | 'say_which'
  | 'reason_needed'

export type StageVerdict =
  | { readonly ok: true; readonly ruleId: string; readonly evidence: string; readonly backward: boolean; readonly lateDays: number | null }
  | {
      readonly ok: false
      readonly ruleId: string
      readonly why: Refusal
      readonly accepted: readonly EvidenceKind[]
      readonly from: readonly string[]
    }

/**
 * 단계 규칙으로 본다: whether a step may be made with the evidence that is given, by which rule, and by how many days it is late. From nothing any stage may be the first, with the evidence of its
 * own rule. Backwards is a step by the rule `<machine>.back`: with a reason, and any document. What is not allowed is refused with the rule's name; a head may still record it with a reason.
 *
 * @example
 * judgeStep({ machine: 'project', from: 'mou', fromSince: '2024-03-02', to: 'construction', on: '2025-01-05', today: '2026-01-01', evidence: null, reason: null }).ruleId
 * // => 'project.construction'
 */
export function judgeStep(step: StepToJudge): StageVerdict {
  const day = step.on ?? step.today
  const rule = rulesOf(step.machine, day).find((one) => one.to === step.to)
  const stages = stagesOf(step.machine, day)
  const backward = isBackward(step, rule, stages)
  const ruleId = backward ? `${step.machine}.back` : (rule?.id ?? `${step.machine}.${step.to}`)
  const accepted = evidenceKinds.filter((kind) => backward || rule?.evidence.includes(kind.id))
  const refuse = (why: Refusal): StageVerdict => ({ ok: false, ruleId, why, accepted: backward ? [] : accepted, from: rule?.from ?? [] })
  if (!backward && (!rule || (step.from !== null && !rule.from.includes(step.from)))) return refuse('no_such_step')
  if (step.evidence === null) return refuse('no_evidence')
  if (backward && !step.reason?.trim()) return refuse('reason_needed')
  const { filedAs, proves } = step.evidence
  const fitting = accepted.filter((kind) => (kind.filedAs as readonly string[]).includes(filedAs))
  if (proves !== null) {
    if (!accepted.some((kind) => kind.id === proves)) return refuse('wrong_evidence')
    if (!fitting.some((kind) => kind.id === proves)) return refuse('filed_otherwise')
  } else if (!backward) {
    if (fitting.length === 0) return refuse('filed_otherwise')
    if (fitting.length > 1) return refuse('say_which')
  }
  const late = backward || !rule ? null : lateBy(rule, step)
  return { ok: true, ruleId, evidence: proves ?? fitting[0]?.id ?? filedAs, backward, lateDays: late }
}

function isBackward(step: StepToJudge, rule: StageRule | undefined, stages: readonly StageRow[]): boolean {
  if (step.from === null || step.from === step.to || rule?.from.includes(step.from)) return false
  const place = (stage: string) => stages.find((row) => row.stage === stage)
  const [from, to] = [place(step.from), place(step.to)]
  return from !== undefined && to !== undefined && to.phase !== 'lost' && to.ord < from.ord
}

/**
 * 기한: the last day on which a step may follow the stage before it; null where no limit is set or the beginning is not known.
 *
 * @example
 * limitOf('project', 'mou', 'contract', '2024-01-01', '2026-01-01') // => { ruleId: 'project.contract', until: '2025-12-31', days: 730, source: '투자협약은 흔히 두 해 동안 유효한 것으로 본다 (지방자치단체 투자유치 실무)' }
 */
export function limitOf(machine: Machine, from: string, to: string, since: Day | null, day: Day) {
  const rule = rulesOf(machine, day).find((one) => one.to === to)
  const limit = rule?.limits.find((one) => one.from === from)
  if (!rule || !limit || since === null) return null
  const until = limit.months === undefined ? addDays(since, limit.days ?? 0) : addMonths(since, limit.months)
  return { ruleId: rule.id, until, days: daysBetween(since, until), source: limit.source }
}

function lateBy(rule: StageRule, step: StepToJudge): number | null {
  if (step.from === null || step.on === null) return null
  const limit = limitOf(rule.machine, step.from, rule.to, step.fromSince, step.on)
  return limit !== null && step.on > limit.until ? daysBetween(limit.until, step.on) : null
}

/** What may come next, in the order of the machine: ways on, ways out, ways back. */
export interface NextStep {
  readonly to: string
  readonly ruleId: string
  readonly way: 'on' | 'out' | 'back'
  readonly evidence: readonly EvidenceKind[]
  /** The last day for it; null where none is set. */
  readonly until: Day | null
  readonly limitSource: string | null
  readonly numbered: boolean
}

/**
 * 다음 단계: the steps that the rules allow from a stage. From nothing every stage that begins something or stands under way may be the first one known.
 *
 * @example
 * stepsFrom('project', 'completion', '2026-01-10', '2026-02-01').map((step) => step.to)
 * // => ['operation', 'withdrawn', 'relocated', 'lead', 'loi', 'mou', 'contract', 'permit', 'construction']
 */
export function stepsFrom(machine: Machine, from: string | null, since: Day | null, day: Day): NextStep[] {
  const rules = rulesOf(machine, day)
  const stages = stagesOf(machine, day)
  const steps = stages.flatMap((row): NextStep[] => {
    const rule = rules.find((one) => one.to === row.stage)
    const backward = isBackward({ machine, from, fromSince: since, to: row.stage, on: null, today: day, evidence: null, reason: null }, rule, stages)
    if (!backward && (!rule || (from !== null && !rule.from.includes(from)))) return []
    const limit = from === null || backward ? null : limitOf(machine, from, row.stage, since, day)
    return [
      {
        to: row.stage,
        ruleId: backward ? `${machine}.back` : rule!.id,
        way: backward ? 'back' : row.phase === 'lost' ? 'out' : 'on',
        evidence: backward ? evidenceKinds : evidenceKinds.filter((kind) => rule!.evidence.includes(kind.id)),
        until: limit?.until ?? null,
        limitSource: limit?.source ?? null,
        numbered: rule?.numbered ?? false,
      },
    ]
  })
  const order = { on: 0, out: 1, back: 2 }
  return steps.sort((a, b) => order[a.way] - order[b.way])
}

/** The name of an evidence kind. `evidenceName('permit').ko // => '인허가 문서'` */
export const evidenceName = (id: string): { ko: string; en: string } => evidenceKinds.find((kind) => kind.id === id) ?? { ko: id, en: id }
