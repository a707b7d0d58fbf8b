import type { Day } from '../dates.ts'
import type { DateValue, Mention, Slot, Span, Stage } from '../reading.ts'
import type { Grammar } from './grammar.ts'

const slot = <T>(value: T, span: Span | null, rule: string): Slot<T> => ({ value, span, rule })

/** The day by which, and the day from which. A day that has passed when a plan was published is when it was said, not when it is due. */
export function datesOf(
  text: string,
  sentence: Span,
  mention: Mention,
  dates: readonly Mention[],
  clause: Span,
  grammar: Grammar,
  stage: Stage,
  reference: Day | null,
): { due: Slot<DateValue | null>; start: Slot<DateValue | null> } {
  let due: { m: Mention; weight: number } | null = null
  let start: { m: Mention; weight: number } | null = null
  const done = stage === 'result' || stage === 'operation'
  const today = reference === null ? null : `${reference.year}-${`${reference.month}`.padStart(2, '0')}-${`${reference.day}`.padStart(2, '0')}`
  for (const m of dates) {
    if (m.value === null || typeof m.value === 'number') continue
    const before = text.slice(Math.max(sentence.start, m.start - 48), m.start)
    const after = text.slice(m.end, Math.min(sentence.end, m.end + 24))
    const last = typeof m.value === 'string' ? m.value : m.value.to
    const past = today !== null && last < today.slice(0, last.length)
    const exactDay = typeof m.value === 'string' && m.value.length === 10
    let weight = m.start >= clause.start && m.end <= clause.end ? 0 : 60
    weight += Math.min(50, Math.abs(m.start - mention.start) / 8)
    // 2025–2030 is when something is done; a quarter or half that work begins in is a start
    const begins = m.rule !== 'date:range' && (grammar.startBefore.test(before) || grammar.startAfter.test(after))
    if (begins) {
      if (start === null || weight < start.weight) start = { m, weight }
      continue
    }
    if (past && !done) continue
    if (exactDay && !done && today !== null && last <= today) continue
    const cued = grammar.dueBefore.test(before) || grammar.dueAfter.test(after)
    if (!cued && typeof m.value === 'string') weight += exactDay ? 200 : 25
    if (weight < 200 && (due === null || weight < due.weight)) due = { m, weight }
  }
  return {
    due: due === null ? slot(null, null, 'due:none') : slot(due.m.value as DateValue, { start: due.m.start, end: due.m.end }, 'due:date'),
    start:
      start === null ? slot(null, null, 'start:none') : slot(start.m.value as DateValue, { start: start.m.start, end: start.m.end }, 'start:date'),
  }
}
