import { type Discourse, isCorporation, isFirm } from '../../discourse.ts'
import type { Matter } from '../../matter.ts'
import type { SentenceNames } from '../../names/names.ts'
import type { DateValue, Mention, Span, Stage } from '../../reading.ts'
import { type Draft, endOf, isOpenDue, slot } from '../draft.ts'
import { itemAround } from '../layout/outline.ts'
import { stepOf } from '../stage/step.ts'
import { ONE_STEP } from './dates.ts'
import { finishesAt, lastOf } from './ends.ts'

/** How far back a finishing date reaches, in sentences. */
const REACH = 3
/** And where it is said of all of them. */
const FURTHEST = 5

/** What a sentence opens with that goes on about the same works: "면적은", "총사업비는". */
const GOES_ON = /^(?:총)?(?:면적|사업비|투자|규모|부지|고용|일자리|신규|공사비|생산|용량|설비)/

/** What is built by then. */
const BUILDS = /^(?:까지)?\s[^.]{0,30}(?:짓는|지을|짓기|짓겠|세운|세울|세우|조성|건립|구축|설립|증설|신설|들어선|닦고|닦는|닦아|닦기)/
/** "올해 말까지 터 닦기를 착공할 예정": when it begins. */
const BEGUN_BY = /^(?:까지)?\s[^.,]{0,24}(?:착공|착수)/
/** Those who share one time-table: "세 회사 모두 2028년까지". */
const ALL_OF_THEM = /(?:(?:두|세|네|다섯|\d+개?)\s?(?:회사|기업|업체|곳|사|공장|사업장|시설)|양사|이들|각\s?(?:사|기업)|모두)/
/** "올해 12월에서 2028년 6월로 미뤘다": the new date. */
export const POSTPONED = /^(?:으로|로)\s?(?:[가-힣]{1,5}\s)?(?:미뤘|미루|미룬|미뤄|밀렸|밀린|밀려|연기|늦췄|늦추|늦춘|앞당|조정|변경)/
/** "1단계는 …, 2단계는 2026년 말": the last step ends the whole. */
const FURTHER_STEP = /[2-9]\s?(?:공장|단계|공구|차)(?:은|는|를|을)\s/
/** "먼저 로봇센터를 2028년 완공한다", "둘째, …": one of several works, which says nothing of those before. */
export const ONE_OF_SEVERAL = /^(?:먼저|첫째|둘째|셋째|넷째|다섯째|마지막으로|끝으로),?\s/
/** "○김나래 위원 …?": a question in minutes; the answer's day is of what it asks. */
const QUESTION = /^[○◯●◎]\s?[^\n]{2,}(?:[?]|까)\s*$/
/** "강릉시 1. …": a line of a list has its own dates. */
const LISTED = /^[가-힣]{2,6}(?:시|군|구|도)\s\d+\./

/**
 * A finishing date in a sentence of its own holds for the matter before it (기한): "세 회사 모두 2028년까지 투자를 끝낸다", "준공은 2028년이다", "내년 6월 완공된다".
 * It reaches back over the numbers of the same subject that have no date yet; results, pledges and counts of firms take none.
 */
export function finishDates(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
  discourse: Discourse,
  matters: readonly (Matter | null)[] = [],
  steps: readonly (string | null)[] = [],
): void {
  if (drafts.length === 0) return
  const withNumbers = new Set(drafts.map((d) => d.sentence))
  let cursor = 0
  let first = 0
  let asked = 0
  for (let s = 0; s < units.length; s++) {
    const unit = units[s]!
    let due: { value: DateValue; span: Span; explicit: boolean; step: string | null } | null = null
    let told = false
    while (cursor < mentions.length && mentions[cursor]!.start < unit.end) {
      const mention = mentions[cursor++]!
      if (mention.kind !== 'date' || mention.value === null || mention.start < unit.start) continue
      const after = text.slice(mention.end, Math.min(unit.end, mention.end + 34))
      // "2026년 상반기까지 연구소를 짓는다", in a sentence without numbers of its own
      const until = /까지$/.test(mention.text) || /^까지/.test(after)
      const builds: boolean = until && !told && BUILDS.test(after) && !BEGUN_BY.test(after) && !withNumbers.has(s)
      const explicit: boolean = builds || finishesAt(text, unit, mention)
      if (/착공(?:을|은|이|시기를|시점을)?\s$/.test(text.slice(Math.max(unit.start, mention.start - 8), mention.start))) continue
      const term = builds && typeof mention.value === 'object'
      told ||= explicit && !builds
      // "연말까지 다 짓고 내년 2월부터 생산한다": the day it is built
      if (told && !builds && due?.explicit && after.startsWith('부터')) continue
      if (explicit || POSTPONED.test(after))
        due = {
          value: term ? (mention.value as { to: string }).to : lastOf(mention),
          span: { start: mention.start, end: mention.end },
          explicit,
          step: stepOf(text, unit, mention, steps[s] ?? null),
        }
    }
    while (first < drafts.length && drafts[first]!.sentence < s - FURTHEST) first++
    // a line of a list has its date for itself
    const body = text.slice(unit.start, unit.end)
    if (QUESTION.test(body)) asked = s
    // "제1공장은 올해 하반기 준공하며": the day of one step
    const step = ONE_STEP.test(text.slice(unit.start, unit.start + 14)) && !FURTHER_STEP.test(body)
    const item =
      step ||
      ONE_OF_SEVERAL.test(body) ||
      (due?.explicit === true && !/[다요까죠임함음][.!?”"]*$/.test(text.slice(Math.max(unit.start, unit.end - 4), unit.end)))
    if (due === null || LISTED.test(text.slice(unit.start, unit.start + 16))) continue
    // the date first, the numbers after it: "배후단지를 2029년까지 조성한다. 면적은 36만㎡다."
    const own = matters[s]
    if (own != null && !withNumbers.has(s))
      for (let k = first; k < drafts.length && drafts[k]!.sentence <= s + 1; k++) {
        const draft = drafts[k]!
        if (
          draft.sentence > s &&
          takesDue(draft) &&
          draft.line === null &&
          draft.matter?.id === own.id &&
          GOES_ON.test(text.slice(units[draft.sentence]!.start, draft.mention.start)) &&
          !/[0-9]년|까지/.test(text.slice(units[draft.sentence]!.start, draft.mention.start))
        )
          draft.due = slot(due.value, due.span, 'due:finish')
      }
    const firm = named[s]!.names.find((n) => n.kind === 'organisation' && isFirm(n.value) && discourse.firms.includes(n.value))?.value ?? null
    const all = ALL_OF_THEM.test(body)
    let anchor: string | null | undefined = firm ?? undefined
    for (let k = first; k < drafts.length && drafts[k]!.mention.start < due.span.start; k++)
      if (firm === null && !PAST.has(drafts[k]!.stage.value) && drafts[k]!.indicator.value !== 'firms') anchor = drafts[k]!.subject.value
    const topic = named[s]!.names.find((n) => n.kind === 'place' && /^(?:은|는)\s/.test(text.slice(n.end, n.end + 2)))?.value ?? null
    for (let k = first; k < drafts.length && drafts[k]!.sentence <= s; k++) {
      const draft = drafts[k]!
      if (!takesDue(draft) || draft.line !== null || draft.sentence < asked || (!all && draft.sentence < s - REACH)) continue
      if (draft.sentence === s && draft.mention.start > due.span.start && firm === null && !all) continue
      if (item && draft.sentence !== s) continue
      if (due.step !== null && draft.step !== due.step && (draft.step !== null || !FURTHER_STEP.test(body))) continue
      if (draft.sentence === s && draft.stage.value === 'operation') continue
      if (topic !== null && draft.sentence < s && draft.place.value !== topic) continue
      if (!all && anchor !== undefined && draft.subject.value !== anchor) continue
      draft.due = slot(due.value, due.span, 'due:finish')
    }
  }
}

const PAST: ReadonlySet<Stage> = new Set(['result', 'operation'])

const takesDue = (draft: Draft): boolean =>
  isOpenDue(draft) &&
  draft.stage.value !== 'result' &&
  draft.stage.value !== 'pledge' &&
  draft.stage.value !== 'operation' &&
  draft.indicator.value !== 'firms'

/** The words that make a sentence a break-down of the amount before it. */
const BREAKDOWN = /^(?:주요|세부|분야별|항목별|사업별|재원(?:은|별)|이 가운데|이 중|이중|그중)|[▲△▶■◆]/
const SHARE = /(?:국비|도비|시비|군비|구비|지방비|민자|민간자본|자부담|융자)\s?(?:는|은|로)?\s?(?:약\s|총\s)?$/

/** Parts take the date of their total (기한 승계): items of a list after it, and shares of it in its own sentence. */
export function partDates(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  for (let k = 1; k < drafts.length; k++) {
    const draft = drafts[k]!
    if (!isOpenDue(draft) || draft.line !== null || (draft.indicator.value === 'firms' && draft.stage.value !== 'plan')) continue
    const { start } = units[draft.sentence]!
    const body = text.slice(start, Math.min(units[draft.sentence]!.end, start + 400))
    const share = draft.mention.kind === 'money' && SHARE.test(text.slice(Math.max(start, draft.mention.start - 10), draft.mention.start))
    if (!share && !BREAKDOWN.test(body) && !BREAKDOWN.test(text.slice(start - 1, start + 1))) continue
    const total = drafts
      .slice(Math.max(0, k - 12), k)
      .findLast(
        (d) =>
          d.due.value !== null &&
          d.mention.kind === 'money' &&
          draft.sentence - d.sentence <= 2 &&
          (share ? (d.mention.value as number) > (draft.mention.value as number) : d.sentence < draft.sentence) &&
          d.subject.value === draft.subject.value,
      )
    // its own whole stands in the same line, and has its day from there
    const own = drafts[k - 1]!
    const whole =
      share &&
      total !== undefined &&
      total.sentence < draft.sentence &&
      own.sentence === draft.sentence &&
      own.mention.kind === 'money' &&
      isOpenDue(own)
    if (total === undefined || whole) continue
    draft.due = { ...total.due, rule: 'due:of-total' }
    if (share && draft.start.value === null) draft.start = total.start
  }
}

/** An agreement of several firms with one date for all: each firm's own numbers take it where they have none. */
export function totalDates(drafts: readonly Draft[]): void {
  for (let t = 0; t < drafts.length; t++) {
    const total = drafts[t]!
    if (total.due.value === null || total.stage.value !== 'mou' || total.subject.rule !== 'subject:reports-total') continue
    for (const part of drafts.slice(t + 1, t + 24))
      if (
        takesDue(part) &&
        part.line === null &&
        part.stage.value === 'mou' &&
        part.subject.value !== null &&
        isFirm(part.subject.value) &&
        part.sentence - total.sentence <= 6
      )
        part.due = { ...total.due, rule: 'due:of-total' }
  }
}

const WEAK_PLACE = /^place:(?:of-government|head|head:area|none|flow)$/

const SHARED: ReadonlySet<string> = new Set(['mou', 'contract', 'construction', 'operation'])

/** A firm's amount that the head states, and its site and date that the next sentence adds: one matter. */
export function siblings(drafts: readonly Draft[]): void {
  for (let k = 0; k < drafts.length; k++) {
    const draft = drafts[k]!
    const { value } = draft.subject
    if (draft.line !== null || value === null || !(isFirm(value) || isCorporation(value)) || !SHARED.has(draft.stage.value)) continue
    const later = drafts
      .slice(k + 1, k + 8)
      .filter((next) => next.subject.value === value && next.sentence !== draft.sentence && next.sentence - draft.sentence <= 3)
    const before = drafts[k - 1]
    const told = before !== undefined && before.subject.value === value && before.due.value !== null && draft.sentence - before.sentence <= 1
    if (takesDue(draft) && !told) {
      const from = sibling(draft, later)
      if (from !== undefined) draft.due = { ...from.due, rule: 'due:same-matter' }
    }
    for (const next of later)
      if (WEAK_PLACE.test(draft.place.rule) && /^place:(?:sentence|beside|behind|here)$/.test(next.place.rule))
        draft.place = { ...next.place, rule: 'place:same-matter' }
  }
}

/** The first of the later numbers that has a day for the whole; of several steps of one thing, the last. */
function sibling(draft: Draft, later: readonly Draft[]): Draft | undefined {
  const dated = later.filter(
    ({ due, step, indicator }) =>
      due.value !== null &&
      due.rule !== 'due:step' &&
      due.rule !== 'due:flow' &&
      (step === null || step === draft.step) &&
      indicator.value !== 'revenue' &&
      indicator.value !== 'exports' &&
      // "내년 100명을 뽑는다": when people are hired says nothing of the works
      !(indicator.value === 'jobs' && due.rule === 'due:when-counted'),
  )
  const steps =
    dated.length > 1 && dated.every(({ indicator, sentence }) => indicator.value === dated[0]!.indicator.value && sentence - dated[0]!.sentence <= 1)
  return steps ? dated.reduce((a, b) => (endOf(b.due.value) > endOf(a.due.value) ? b : a)) : dated[0]
}

const TERM_LABEL = /(?:^|\n|\s)(?:사업|지원|추진|수행|협약)\s?기\s?간\s*[:：]?\s*$/

/** "2. 사업 기간: 2026. 4. 1. ~ 2026. 11. 30.": the one term of a notice holds for every amount it plans. */
export function noticeTerm(text: string, mentions: readonly Mention[], drafts: readonly Draft[]): void {
  let term: { from: DateValue; to: DateValue; span: Span } | null = null
  for (const mention of mentions) {
    if (mention.kind !== 'date' || mention.value === null || typeof mention.value !== 'object') continue
    if (!TERM_LABEL.test(text.slice(Math.max(0, mention.start - 14), mention.start))) continue
    if (term !== null) return
    term = { from: mention.value.from, to: mention.value.to, span: { start: mention.start, end: mention.end } }
  }
  if (term === null) return
  // the term of one numbered item is that of its lines
  const item = itemAround(text, term.span.start)
  for (const draft of drafts) {
    if (item !== null && (draft.mention.start < item.start || draft.mention.start >= item.end)) continue
    if (draft.line !== null || draft.stage.value !== 'plan' || !isOpenDue(draft)) continue
    draft.due = slot(term.to, term.span, 'due:term')
    if (draft.start.value === null) draft.start = slot(term.from, term.span, 'start:term')
  }
}

const YEAR_OF_TITLE =
  /^['’]?(20\d{2}|\d{2})년도?\s[^\n]{0,60}(?:공고|모집|지원사업|지원계획|시행계획|추진계획|융자지원|육성자금|업무계획|예산안?(?:\s|$))/

/** "2026년 경북 중소기업 정책자금 융자지원 공고": the amounts of a yearly notice are for its year. */
export function noticeYear(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  for (const unit of units.slice(0, 3)) {
    const match = YEAR_OF_TITLE.exec(text.slice(unit.start, Math.min(unit.end, unit.start + 80)))
    if (match === null) continue
    const value = match[1]!.length === 2 ? `20${match[1]}` : match[1]!
    for (const draft of drafts)
      if (draft.line === null && draft.stage.value === 'plan' && isOpenDue(draft) && (draft.subject.value === null || !isFirm(draft.subject.value)))
        draft.due = slot(value, { start: unit.start, end: unit.start + match[0].indexOf('년') + 1 }, 'due:title-year')
    return
  }
}

/** Days that another sentence gave. */
const GIVEN = /^due:(?:finish|of-project|of-total|flow|document|same-matter|programme|matter)/
const AHEAD: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract', 'construction'])

/** What is still to come takes no day from a sentence about the past: "1970년 문을 연 회사" says nothing of the new plant. */
export function pastDates(drafts: readonly Draft[], published: string | null): void {
  if (published === null) return
  for (const draft of drafts) {
    const { value, rule } = draft.due
    if (value === null || draft.line !== null || !GIVEN.test(rule) || !AHEAD.has(draft.stage.value)) continue
    const last = typeof value === 'string' ? value : value.to
    if (last < published.slice(0, last.length)) draft.due = { value: null, span: null, rule: 'due:none' }
  }
}
