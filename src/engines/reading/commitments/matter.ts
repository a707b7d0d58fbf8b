import { isFirm } from '../discourse.ts'
import type { DateValue, Indicator, Slot, Stage } from '../reading.ts'
import { type Draft, endOf, isOpenDue } from './draft.ts'

/** Stages whose numbers are still to come true by a day. */
const AHEAD: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract', 'construction'])
/** Dates that end a work rather than count a result or name the year of a budget. */
const ENDS = /^due:(?:until|range|finish|bracket|part-of-year|sheet|same-matter|of-total)$/

const key = (value: DateValue | null): string => JSON.stringify(value)

/**
 * One matter has one day on which it ends (기한): where its sentences name exactly one, every number of it that names none takes it.
 * What has opened was due on the day it opened. Results, pledges, counts of firms and what a firm sells or exports keep their own.
 * In a list of works (`listed`) each line is a matter of its own.
 * A day before the text was published (`now`) ends nothing that is still to come.
 */
export function matterDates(drafts: readonly Draft[], now: string | null, listed: boolean): void {
  const groups = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (draft.matter === null || draft.line !== null) continue
    const group = groups.get(draft.matter.id)
    if (group === undefined) groups.set(draft.matter.id, [draft])
    else group.push(draft)
  }
  for (const group of groups.values()) {
    opened(group)
    const parts = new Map<string, Draft[]>()
    for (const draft of group) {
      // a firm has one matter; of an office's many, those of one site belong together
      const { value } = draft.subject
      const line = listed ? ` ${draft.sentence}` : ''
      const owner = value !== null && isFirm(value) ? `firm ${value}${line}` : `site ${draft.place.value} ${value === null}${line}`
      const part = parts.get(owner)
      if (part === undefined) parts.set(owner, [draft])
      else part.push(draft)
    }
    // nobody writes of one thing at such length: a page of repeated lines is filled piece by piece
    for (const part of parts.values()) for (let at = 0; at < part.length; at += MOST) fill(part.slice(at, at + MOST), now)
  }
}

function fill(group: readonly Draft[], now: string | null): void {
  const said = group.filter(
    (d) =>
      d.due.value !== null &&
      AHEAD.has(d.stage.value) &&
      (ENDS.test(d.due.rule) || (d.step !== null && d.due.rule === 'due:step')) &&
      // how many are to be reached by a day says nothing of the works
      !NO_DAY.has(d.indicator.value) &&
      // "내년 100명을 뽑는다": when people are hired says nothing of the works
      !(d.indicator.value === 'jobs' && d.due.rule === 'due:when-counted') &&
      (now === null || endOf(d.due.value) >= now.slice(0, endOf(d.due.value).length)),
  )
  if (said.length === 0) return
  const firm = said[0]!.subject.value !== null && isFirm(said[0]!.subject.value)
  for (const draft of group) {
    if (!isOpenDue(draft) || !AHEAD.has(draft.stage.value) || NO_DAY.has(draft.indicator.value)) continue
    const from = dayFor(draft, said)
    if (from === undefined || Math.abs(draft.sentence - from.sentence) > (firm ? 6 : 2)) continue
    draft.due = { ...from.due, rule: 'due:of-matter' }
    if (draft.start.value === null && from.start.value !== null) draft.start = { ...from.start, rule: 'start:of-matter' }
  }
}

/** Of the days that a matter names, the one that a number without a day is due on: that of its own step, else that of the whole; the whole ends with the last of several steps. */
function dayFor(draft: Draft, said: readonly Draft[]): Draft | undefined {
  const alike = said.filter(({ step }) => step === draft.step)
  const whole = said.filter(({ step }) => step === null)
  const of = alike.length > 0 ? alike : whole
  const latest = (all: readonly Draft[]): Draft => all.reduce((a, b) => (endOf(b.due.value) > endOf(a.due.value) ? b : a))
  // days of steps only: the last of them, where there is more than one
  if (of.length === 0) return draft.step === null && new Set(said.map(({ step }) => step)).size > 1 ? latest(said) : undefined
  if (of.every((d) => key(d.due.value) === key(of[0]!.due.value))) return of[0]
  // steps without a name: 41 MW by 2027, 103 MW by 2029
  if (of.every((d) => d.indicator.value === of[0]!.indicator.value)) return latest(of)
  return of.findLast((d) => d.sentence < draft.sentence && draft.sentence - d.sentence <= 1)
}

/** Numbers of one matter that are looked at together. */
const MOST = 64

/** Counts of firms, and what a whole firm sells, are of no one matter. */
const NO_DAY: ReadonlySet<Indicator> = new Set(['firms', 'revenue', 'exports'])

/** The plant opened on the 22nd: what it cost, holds and makes is of that day. */
function opened(group: readonly Draft[]): void {
  const step = group[0]?.matter?.step
  if (step === undefined || step === null || step.stage.value !== 'operation' || step.date.value === null) return
  const due: Slot<DateValue | null> = { ...step.date, rule: 'due:opened' }
  for (const draft of group) if (draft.stage.value === 'operation' && isOpenDue(draft)) draft.due = due
}
