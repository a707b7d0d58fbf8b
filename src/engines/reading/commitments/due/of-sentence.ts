import type { Indicator, Stage } from '../../reading.ts'
import { type Draft, isOpenDue } from '../draft.ts'

/** Stages whose numbers are still to come true by a day. */
const AHEAD: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract', 'construction'])
/** Dates that end a work. */
const ENDS = /^due:(?:until|range|finish)$/
/** What one work costs and holds. */
const OF_WORK: ReadonlySet<Indicator> = new Set(['investment', 'budget', 'area', 'capacity'])
/** Between two clauses of one sentence about two things. */
const TURNS = /(?:나머지|반면|지만|으나|한편|별도로|더해|외에)/

/** Between two numbers that one verb takes: "FDI 2억 달러, 국내 투자 6,000억 원을 목표로". */
const JOINED = /^(?:여|가량)?(?:와|과|,|·| 및| 그리고|하고)\s?(?:[가-힣A-Za-z·]{1,8}\s?){0,3}$/

/** A year that stands before the first of several joined numbers is that of them all. */
export function joinedDates(text: string, drafts: readonly Draft[]): void {
  for (let k = 1; k < drafts.length; k++) {
    const [first, next] = [drafts[k - 1]!, drafts[k]!]
    if (next.sentence !== first.sentence || next.line !== null || first.due.value === null || !isOpenDue(next)) continue
    if (first.due.span === null || first.due.span.end > first.mention.start || first.stage.value !== next.stage.value) continue
    if (
      first.subject.value === next.subject.value &&
      first.mention.kind === next.mention.kind &&
      JOINED.test(text.slice(first.mention.end, next.mention.start))
    )
      next.due = { ...first.due, rule: 'due:joined' }
  }
}

/**
 * "18만㎡에 들어서는 단지에는 2031년까지 7000억원이 든다": one sentence about one work of one subject gives one day; what it costs, holds and makes is due then,
 * on whichever side of the date the number stands.
 */
export function sentenceDates(text: string, drafts: readonly Draft[]): void {
  for (let from = 0; from < drafts.length; ) {
    let to = from
    while (to < drafts.length && drafts[to]!.sentence === drafts[from]!.sentence) to++
    const group = drafts.slice(from, to)
    from = to
    const dated = group.filter((d) => d.due.value !== null && ENDS.test(d.due.rule) && OF_WORK.has(d.indicator.value))
    const [first] = dated
    if (first === undefined || dated.some((d) => JSON.stringify(d.due.value) !== JSON.stringify(first.due.value))) continue
    for (const draft of group) {
      if (!isOpenDue(draft) || draft.line !== null || !AHEAD.has(draft.stage.value) || !OF_WORK.has(draft.indicator.value)) continue
      // a second amount is another thing's
      if (draft.subject.value !== first.subject.value || draft.step !== first.step || draft.mention.kind === first.mention.kind) continue
      const [a, b] = draft.mention.start < first.mention.start ? [draft, first] : [first, draft]
      if (!TURNS.test(text.slice(a.mention.end, b.mention.start))) draft.due = { ...first.due, rule: 'due:of-sentence' }
    }
  }
}
