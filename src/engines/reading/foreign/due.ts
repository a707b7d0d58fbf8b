import type { Day } from '../dates/dates.ts'
import type { DateValue, Mention, Slot, Span, Stage } from '../reading.ts'
import type { Draft, ForeignInput } from './commitments.ts'
import { isLater } from './dated-ahead.ts'
import type { Grammar } from './grammar.ts'
import { isoDay } from './moment.ts'

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
  const today = reference === null ? null : isoDay(reference)
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
    // established in 2012, 2002年落户以来: when something came about that is no part of the matter
    const since = done && m.rule === 'date:relative' && typeof m.value === 'string' && m.value.length === 4 && /^以来/.test(after)
    if ((!done && grammar.cameAbout.test(before)) || (!since && grammar.cameAboutAfter.test(after))) continue
    // up 12 % from 2023 says what a rise is counted from
    if (/(?:%|percent|times) (?:higher |more |up )?(?:than |from |compared (?:with|to) )(?:in )?$/.test(before)) continue
    // from October the plant will run: the matter is done by then
    const runs = grammar.runsFrom.test(`${text.slice(Math.max(sentence.start, m.start - 90), m.start)}\u0000${after}`)
    const begins = !runs && !since && m.rule !== 'date:range' && (grammar.startBefore.test(before) || grammar.startAfter.test(after))
    if (begins) {
      if (start === null || weight < start.weight) start = { m, weight }
      continue
    }
    // what is done was not done on a day still to come
    if ((past && !done) || (done && isLater(m.value, reference))) continue
    if (exactDay && !done && today !== null && last <= today) continue
    const cued = runs || grammar.dueBefore.test(before) || grammar.dueAfter.test(after)
    if (!cued && typeof m.value === 'string') weight += exactDay ? 200 : 25
    if (weight < 200 && (due === null || weight < due.weight)) due = { m, weight }
  }
  return {
    due: due === null ? slot(null, null, 'due:none') : slot(due.m.value as DateValue, { start: due.m.start, end: due.m.end }, 'due:date'),
    start:
      start === null ? slot(null, null, 'start:none') : slot(start.m.value as DateValue, { start: start.m.start, end: start.m.end }, 'start:date'),
  }
}

/** A sentence without figures that says when a matter is finished: its day is due for what its subject, or all of them together, promised just before without a day. */
export function finishes(
  { text, grammar, sentences, mentions }: ForeignInput,
  s: number,
  here: readonly number[],
  subject: string | null,
  drafts: Draft[],
): void {
  const sentence = sentences[s]!
  const body = text.slice(sentence.start, sentence.end)
  if (!grammar.finish.test(body)) return
  const all = grammar.together.test(body)
  const days = here.map((k) => mentions[k]!).filter((m) => m.kind === 'date' && isFinish(text, sentence, m, grammar))
  // 第1段階は2026年、第2段階は2028年の竣工: all of it is done with its last part
  const day = PHASES.test(body) ? days.at(-1) : days[0]
  if (day === undefined) return
  for (let k = drafts.length - 1; k >= 0 && s - drafts[k]!.sentence <= 3; k--) {
    const draft = drafts[k]!
    if (draft.due.value === null && isPromised(draft) && (all || draft.subject.value === subject))
      drafts[k] = { ...draft, due: slot(day.value as DateValue, { start: day.start, end: day.end }, 'due:finish') }
  }
}

const PHASES = /段階|段阶|[一二三1-3]期|phases?\b/i

/** The number of firms that signed is due on no day. */
const isPromised = ({ stage, indicator }: Draft): boolean => isAhead(stage.value) && indicator.value !== 'firms'

const isAhead = (stage: Stage): boolean => stage !== 'result' && stage !== 'operation' && stage !== 'cancelled' && stage !== 'pledge'

function isFinish(text: string, sentence: Span, m: Mention, grammar: Grammar): boolean {
  if (m.value === null || typeof m.value === 'number') return false
  const before = text.slice(Math.max(sentence.start, m.start - 48), m.start)
  const after = text.slice(m.end, Math.min(sentence.end, m.end + 24))
  // to produce from 2027: done by then
  if (grammar.runsFrom.test(`${text.slice(Math.max(sentence.start, m.start - 90), m.start)}\u0000${after}`)) return true
  if (grammar.startBefore.test(before) || grammar.startAfter.test(after)) return false
  // break ground before June: that is no end
  if (
    /\b(?:break ground|[Gg]round (?:will|is to|would|to) be broken|(?:begin|start|commence) (?:construction|work|building))\b[^.,;]{0,24}$/.test(
      before,
    )
  )
    return false
  if (/^(?:[-•*·] ?)?(?:opening|completion|finish|operation|production|commissioning|ready)(?: date)?: $/i.test(text.slice(sentence.start, m.start)))
    return true
  return grammar.dueBefore.test(before) || grammar.dueAfter.test(after)
}

/** What one project has in common is done on one day; sales and effects come after it. */
const SHARES = new Set(['investment', 'budget', 'area', 'jobs', 'capacity'])

/** How far a due day reaches over the sentences about one firm's matter. */
const REACH = 2

/** What one firm promises is due when its matter is: a figure without a day takes that of the nearest one of the same subject and stage, an earlier one first. */
export function inheritDue(drafts: readonly Draft[], spoken: readonly Spoken[]): readonly Draft[] {
  const own = withSpoken(drafts, spoken)
  return own.map((draft, k) => {
    if (!SHARES.has(draft.indicator.value)) return draft
    if (draft.due.value !== null || draft.subject.value === null || !isPromised(draft)) return draft
    let best: { due: Draft['due']; distance: number } | null = null
    for (let j = Math.max(0, k - 8); j < Math.min(own.length, k + 9); j++) {
      const other = own[j]!
      const away = Math.abs(other.sentence - draft.sentence)
      if (
        away > REACH ||
        !SHARES.has(other.indicator.value) ||
        other.due.value === null ||
        other.subject.value !== draft.subject.value ||
        other.stage.value !== draft.stage.value
      )
        continue
      // another site is another matter
      if (other.place.value !== null && draft.place.value !== null && other.place.value !== draft.place.value) continue
      const distance = away * 2 + (j > k ? 1 : 0)
      if (best === null || distance < best.distance) best = { due: other.due, distance }
    }
    return best === null ? draft : { ...draft, due: { ...best.due, rule: 'due:same-matter' } }
  })
}

/** A finishing day said in a sentence without figures (준공 시점), before the figures it belongs to. */
export interface Spoken {
  readonly sentence: number
  readonly subject: string
  readonly due: Slot<DateValue | null>
}

/** The finishing day that a sentence without figures says of its subject, in a list of none or one; only where words say that it is yet to come. */
export function finishSpoken(
  { text, language, grammar, sentences, mentions }: ForeignInput,
  s: number,
  here: readonly number[],
  subject: string | null,
): Spoken[] {
  const sentence = sentences[s]!
  if (language === 'en' || subject === null) return []
  const body = text.slice(sentence.start, sentence.end)
  if (!grammar.finish.test(body) || !grammar.plan.test(body)) return []
  const day = here.map((k) => mentions[k]!).find((m) => m.kind === 'date' && isFinish(text, sentence, m, grammar))
  if (day === undefined) return []
  return [{ sentence: s, subject, due: slot(day.value as DateValue, { start: day.start, end: day.end }, 'due:finish') }]
}

/** What a subject promises in the sentences just behind its finishing day is due on it. */
function withSpoken(drafts: readonly Draft[], spoken: readonly Spoken[]): readonly Draft[] {
  let from = 0
  return drafts.map((draft) => {
    if (!SHARES.has(draft.indicator.value) || draft.due.value !== null || !isPromised(draft)) return draft
    while (from < spoken.length && draft.sentence - spoken[from]!.sentence > 3) from++
    for (let k = from; k < spoken.length && spoken[k]!.sentence < draft.sentence; k++)
      if (spoken[k]!.subject === draft.subject.value) return { ...draft, due: spoken[k]!.due }
    return draft
  })
}
