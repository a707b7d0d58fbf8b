import { cued } from '../../cue.ts'
import { isFirm } from '../../discourse.ts'
import type { DateValue, Indicator, Mention, Slot, Span } from '../../reading.ts'
import { type Draft, isOpenDue, slot } from '../draft.ts'
import { ONE_STEP } from '../due/dates.ts'
import { ONE_OF_SEVERAL, POSTPONED } from '../due/finish.ts'
import { isListOfWorks } from '../layout/listed-works.ts'
import { stepOf } from '../stage/step.ts'

const MOST_APART = 5
const DONE_BY =
  /^(?:에|까지|년)?\s?(?:[가-힣]{0,6}\s)?(?:완공|준공|개장|가동|상업운전|양산|입주(?!계약|협약|\s계약)|완료)|^[^.]{0,12}(?:완공|준공|개장|가동)이? 목표|^[^.]{0,8}시작할 것/
/** Counted over one year, which says nothing of the years before. */
const isYear = ({ due }: Draft): boolean => typeof due.value === 'string' && due.value.length === 4

/** A time that began long ago and goes on. */
const SINCE = cued(/(?:개청|취임|출범|설립|개항)(?:한|된)?\s?(?:이후|이래|뒤|후)|지금까지\s모두/)
/** "올해 12월로 잡았던 준공 목표": what it once was. */
const ONCE = /^(?:으로|로)\s(?:잡았|잡혔|정했|계획했|예정됐|예정했)던\s/
const BEGINS = /^(?:부터|에)?[^.]{0,12}착공/

/**
 * A date said beside the numbers, not with them: parts take the date of their total, later results that of the first,
 * and a finishing date said once in a short document holds for the whole matter.
 */
export function inheritDates(
  text: string,
  sentences: readonly Span[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
  published: string | null,
): void {
  let before: Draft | null = null
  const lastOf = new Map<Indicator, Draft>()
  let counted: Draft | null = null
  let result: Draft | null = null
  for (const draft of drafts) {
    if (draft.counted !== null) counted = draft
    else if (
      counted !== null &&
      draft.stage.value === 'result' &&
      isOpenDue(draft) &&
      draft.subject.value === counted.subject.value &&
      draft.sentence - counted.sentence <= MOST_APART
    )
      draft.due = { ...counted.counted!, rule: 'due:when-counted' }
    const body = text.slice(sentences[draft.sentence]!.start, sentences[draft.sentence]!.end)
    // "2004년 개청 이후 모두 170억 달러": counted over another time
    const since = draft.stage.value === 'result' && SINCE.test(body)
    const open = isOpenDue(draft)
    if (
      open &&
      before !== null &&
      before.subject.value === draft.subject.value &&
      draft.stage.value === before.stage.value &&
      draft.sentence - before.sentence <= MOST_APART &&
      draft.stage.value !== 'pledge'
    ) {
      const line = sentences[before.sentence]!
      // a line of a list is no part of the line before, unless both are parts of what stands over them
      const sibling = before.sentence !== draft.sentence && text.charAt(line.start) === body.charAt(0) && before.due.rule !== 'due:flow'
      const parts = /(?:별로는|별로 보면|이 가운데|이 중|이중|가운데|나머지|항목별)/.test(body) || (/^[■□◆◇▲△○●ㅇ]/.test(body) && !sibling)
      const flows = draft.stage.value === 'result' || parts || (draft.sentence - before.sentence <= 2 && draft.stage.value !== 'plan')
      if (flows && before.due.value !== null && !(since && isYear(before))) {
        // a part goes with the total of its own kind
        const total = parts ? lastOf.get(draft.indicator.value) : undefined
        draft.due = { ...(total ?? before).due, rule: 'due:flow' }
        if (parts && draft.start.value === null && before.start.value !== null) draft.start = { ...before.start, rule: 'start:flow' }
      }
    }
    // results of one year told of several offices in turn
    if (
      isOpenDue(draft) &&
      !since &&
      draft.stage.value === 'result' &&
      result !== null &&
      draft.sentence - result.sentence <= 4 &&
      !isFirm(draft.subject.value ?? '㈜')
    )
      draft.due = { ...result.due, rule: 'due:flow' }
    if (draft.stage.value === 'result' && typeof draft.due.value === 'string' && draft.due.value.length === 4) result = draft
    // the year that one figure is aimed at is of that figure alone
    if ((draft.due.value !== null || draft.due.span !== null) && draft.due.rule !== 'due:aimed-year' && draft.due.rule !== 'due:step') {
      before = draft
      if (draft.due.value !== null) lastOf.set(draft.indicator.value, draft)
    }
  }
  sameMatter(text, sentences, mentions, drafts, published)
}

/** One matter in a short document: its finishing date, wherever it stands. */
function sameMatter(
  text: string,
  sentences: readonly Span[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
  published: string | null,
): void {
  const subjects = new Set(drafts.map((d) => d.subject.value))
  if (subjects.size !== 1 || drafts.some((d) => d.stage.value === 'pledge' || d.stage.value === 'result')) {
    yearOfProgramme(text, sentences, drafts, published)
    return
  }
  if (sentences.length > 24) return
  let due: Slot<DateValue | null> | null = null
  // a date of one number holds for those of its own stage; a finishing date for the whole matter
  let from: Draft | null = null
  let finish = false
  let step: string | null = null
  let start: Slot<DateValue | null> | null = null
  const tableLines = drafts.flatMap((d) => d.line ?? [])
  for (const draft of drafts) {
    if (draft.due.value === null || draft.line !== null || draft.due.rule === 'due:step' || OF_SALES.has(draft.indicator.value)) continue
    if (due !== null && JSON.stringify(due.value) !== JSON.stringify(draft.due.value)) return
    // of one of several works
    if (ONE_OF_SEVERAL.test(text.slice(sentences[draft.sentence]!.start, sentences[draft.sentence]!.start + 8))) continue
    due = draft.due
    from = draft
  }
  for (const mention of mentions) {
    if (mention.kind !== 'date' || mention.value === null || tableLines.some((l) => mention.start >= l.start && mention.start < l.end)) continue
    const own = sentences.findLast(({ start }) => start <= mention.start)
    const ofStep = own === undefined ? null : stepOf(text, own, mention)
    if (own !== undefined && (ONE_STEP.test(text.slice(own.start, own.start + 14)) || ONE_OF_SEVERAL.test(text.slice(own.start, own.start + 8))))
      continue
    const after = text.slice(mention.end, mention.end + 26)
    const span = { start: mention.start, end: mention.end }
    if (BEGINS.test(after) || /^(?:부터)[^.]{0,14}착공/.test(after)) start ??= slot(mention.value as DateValue, span, 'start:document')
    else if (POSTPONED.test(after) || (!finish && DONE_BY.test(after) && !ONCE.test(after))) {
      due = slot(mention.value as DateValue, span, 'due:document')
      finish = true
      step = ofStep
    }
  }
  // a list of works: the day of one line is not that of another
  if (!finish && isListOfWorks(text, sentences, drafts)) return
  for (const draft of drafts) {
    if (draft.line !== null) continue
    // what is in use waits for no day
    if (
      due !== null &&
      isOpenDue(draft) &&
      (finish
        ? draft.stage.value !== 'operation' &&
          (draft.indicator.value !== 'firms' || draft.stage.value === 'plan') &&
          (step === null || draft.step === step)
        : from !== null && isSameThing(text, sentences, draft, from))
    )
      draft.due = { ...due, rule: 'due:document' }
    if (start !== null && draft.start.value === null) draft.start = { ...start, rule: 'start:document' }
  }
}

/** A line of a list tells of something else than the line before, unless its label tells one more thing of the same: "□ 모집 규모: …". */
const ITEM = /^[-–·•○◦ㅇ▲△▶■□◆①-⑳]\s?(?![^:\n]{1,14}:)/

/** Whether two numbers of a text about one office are of the same thing: of the same stage, step and site, and not each of a line of its own. */
function isSameThing(text: string, sentences: readonly Span[], draft: Draft, from: Draft): boolean {
  if (draft.stage.value !== from.stage.value || (draft.step !== null && draft.step !== from.step)) return false
  if (draft.sentence === from.sentence) return true
  const unit = sentences[draft.sentence]!
  return draft.place.value === from.place.value && draft.step === from.step && !ITEM.test(text.slice(unit.start, unit.start + 18))
}

/** What is to be sold by a year says nothing of the works. */
const OF_SALES: ReadonlySet<Indicator> = new Set(['revenue', 'exports'])

/** What a yearly programme counts: its money, and whom it helps. Land and plants have a day of their own. */
const COUNTED: ReadonlySet<Indicator> = new Set(['budget', 'firms', 'jobs', 'investment', 'other'])

/** Lines that say what a call is about. */
const HEAD = 4
/** Who calls for bids. */
const CALLS = /(?:부|처|(?<!구역|경제|자)청|진흥원|공단|테크노파크|위원회)$/

/** A programme of this year or the next: budgets and targets without a date take the year of the first of the same office that has one. */
function yearOfProgramme(text: string, sentences: readonly Span[], drafts: readonly Draft[], published: string | null): void {
  const year = published === null ? null : Number(published.slice(0, 4))
  const programmes = new Map<string | null, Draft>()
  for (const draft of drafts)
    if (
      !programmes.has(draft.subject.value) &&
      draft.indicator.value === 'budget' &&
      draft.stage.value === 'plan' &&
      draft.due.rule !== 'due:of-matter' &&
      // "사업기간 2024~2027년": a work of several years
      draft.due.rule !== 'due:range' &&
      // an undated text tells of the year of its own budget
      (year === null
        ? draft.due.rule === 'due:budget-year' && draft.sentence < HEAD
        : draft.due.value === String(year) || draft.due.value === String(year + 1))
    )
      programmes.set(draft.subject.value, draft)
  // a ministry's call for bids: its money is for the year that the head names
  const head = text.slice(0, sentences[Math.min(HEAD, sentences.length) - 1]?.end ?? 0)
  if (year !== null && (head.includes('올해') || new RegExp(`${year}년도?\\s(?![0-9])`).test(head)))
    for (const draft of drafts)
      if (draft.subject.value !== null && CALLS.test(draft.subject.value) && !programmes.has(draft.subject.value))
        programmes.set(draft.subject.value, { ...draft, sentence: 0, due: slot<DateValue | null>(String(year), null, 'due:programme') })
  for (const draft of drafts) {
    const programme = programmes.get(draft.subject.value)
    if (programme === undefined || !isOpenDue(draft) || draft.stage.value !== 'plan') continue
    if (!COUNTED.has(draft.indicator.value) || draft.mention.unit === 'm' || draft.subject.rule === 'subject:line') continue
    if (Math.abs(draft.sentence - programme.sentence) <= 16) draft.due = { ...programme.due, rule: 'due:programme' }
  }
}
