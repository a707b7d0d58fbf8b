import { type Draft, isOpenDue } from './commitment-draft.ts'
import { isFirm } from './discourse.ts'
import type { DateValue, Slot, Stage } from './reading.ts'

/** Stages whose numbers are still to come true by a day. */
const AHEAD: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract', 'construction'])
/** Dates that end a work rather than count a result or name the year of a budget. */
const ENDS = /^due:(?:until|range|finish|bracket|part-of-year|aimed-year|sheet|same-matter|of-total)$/

const key = (value: DateValue | null): string => JSON.stringify(value)

/**
 * One matter has one day on which it ends (기한): where its sentences name exactly one, every number of it that names none takes it.
 * What has opened was due on the day it opened. Results, pledges, counts of firms and what a firm sells or exports keep their own.
 */
export function matterDates(drafts: readonly Draft[]): void {
  const groups = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (draft.matter === null || draft.line !== null) continue
    const group = groups.get(draft.matter.id)
    if (group === undefined) groups.set(draft.matter.id, [draft])
    else group.push(draft)
  }
  for (const group of groups.values()) {
    opened(group)
    for (const subject of new Set(group.map((d) => d.subject.value))) fill(group.filter((d) => d.subject.value === subject))
  }
}

function fill(group: readonly Draft[]): void {
  const said = group.filter((d) => d.due.value !== null && AHEAD.has(d.stage.value) && ENDS.test(d.due.rule))
  const first = said[0]
  if (first === undefined || said.some((d) => key(d.due.value) !== key(first.due.value))) return
  const firm = first.subject.value !== null && isFirm(first.subject.value)
  for (const draft of group) {
    if (!isOpenDue(draft) || !AHEAD.has(draft.stage.value) || draft.indicator.value === 'firms') continue
    if (draft.indicator.value === 'revenue' || draft.indicator.value === 'exports') continue
    // an office has many plans: only what stands close belongs to this one
    if (!firm && Math.abs(draft.sentence - first.sentence) > 2) continue
    if (Math.abs(draft.sentence - first.sentence) > 6) continue
    draft.due = { ...first.due, rule: 'due:of-matter' }
    if (draft.start.value === null && first.start.value !== null) draft.start = { ...first.start, rule: 'start:of-matter' }
  }
}

/** The plant opened on the 22nd: what it cost, holds and makes is of that day. */
function opened(group: readonly Draft[]): void {
  const step = group[0]?.matter?.step
  if (step === undefined || step === null || step.stage.value !== 'operation' || step.date.value === null) return
  const due: Slot<DateValue | null> = { ...step.date, rule: 'due:opened' }
  for (const draft of group) if (draft.stage.value === 'operation' && isOpenDue(draft)) draft.due = due
}
