import type { Indicator, Mention, Slot, Span, Stage } from '../reading.ts'
import type { Draft } from './commitments.ts'
import type { Flow } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Language } from './language.ts'
import type { StageFound } from './stage.ts'
import { governs } from './subject.ts'

const slot = (value: Stage, span: Span | null, rule: string): Slot<Stage> => ({ value, span, rule })

/** The stage of one figure (단계): what its clause says, else its sentence, else what the sentences before brought about. */
export function chooseStage(own: StageFound | null, said: StageFound | null, flow: Flow, subject: string | null): Slot<Stage> | null {
  // 预计 … 新增: what a sentence expects is not achieved yet
  if (own?.stage === 'result' && said?.stage === 'plan') return chooseStage(said, said, flow, subject)
  const best =
    own?.strong === true ? own : said?.strong === true && (own === null || own.stage === 'plan') && said.stage !== 'result' ? said : (own ?? said)
  const carried =
    flow.stage !== null &&
    flow.age <= (flow.stage.value === 'mou' ? 8 : 5) &&
    ((flow.stage.value === 'mou' && isParty(subject, flow)) ||
      (flow.stage.value === 'contract' && flow.reporter !== null) ||
      flow.stageOf === subject)
  if (best?.agreed === true && carried && flow.stage?.value === 'contract') return { ...flow.stage, rule: 'stage:flow' }
  if (best !== null && (best.strong || !carried || flow.stage === null || flow.stage.value === 'plan' || flow.stage.value === 'result'))
    return slot(best.stage, best.span, best === own ? 'stage:clause' : 'stage:sentence')
  if (flow.stage !== null && carried) return { ...flow.stage, rule: 'stage:flow' }
  return best === null ? null : slot(best.stage, best.span, 'stage:sentence')
}

/** Whether an agreement told before may be this one's: it signed, or several did; another firm's plan is no agreement. */
const isParty = (subject: string | null, { stageOf, reporter, parties, firm }: Flow): boolean =>
  subject === null ||
  stageOf === null ||
  reporter !== null ||
  isOne(stageOf, subject) ||
  firm?.value !== subject ||
  parties.some(({ value }) => isOne(value, subject))

/** One name, or the shorter form of it: 甲, 甲集团. */
const isOne = (a: string, b: string): boolean => a === b || (a.length > 1 && b.startsWith(a)) || (b.length > 1 && a.startsWith(b))

/** What a firm was said to plan just before is signed where its governments sign in the next sentence. */
function signedBehind(drafts: Draft[], s: number, said: StageFound, flow: Flow): void {
  for (let k = drafts.length - 1; k >= 0 && s - drafts[k]!.sentence <= 2; k--) {
    const draft = drafts[k]!
    if (draft.stage.value === 'plan' && draft.subject.value === flow.subject.value)
      drafts[k] = { ...draft, stage: slot(said.stage, said.span, 'stage:next') }
  }
}

/**
 * A sentence without figures of its own in which a firm signs what it was said to plan just before. True where only the governments that sign with it are named:
 * the firm stays the one that acts.
 */
export function signsOnly(
  drafts: Draft[],
  s: number,
  said: StageFound,
  acted: Slot<string | null> | null,
  denied: boolean,
  flow: Flow,
  grammar: Grammar,
  language: Language,
): boolean {
  const { value } = flow.subject
  if (acted === null || (said.stage !== 'mou' && !(said.stage === 'contract' && language === 'en'))) return false
  if (
    said.stage === 'mou' &&
    governs(acted.value ?? '', grammar) &&
    drafts.at(-1)?.subject.value === value &&
    value !== null &&
    !governs(value, grammar)
  ) {
    signedBehind(drafts, s, said, flow)
    return true
  }
  if (said.strong && !denied && acted.value === value) signedBehind(drafts, s, said, flow)
  return false
}

/** What says that an amount comes on top of what stands. */
const ON_TOP = /\b(?:additional|further|another|more)\b|追加|さらに|再投|另投|增投|加碼|加码/
/** What is told as done. */
const DONE = /した|しました|已|\b(?:spent|invested|added|hired)\b/
/** A year of its own right behind a figure. */
const IN_A_YEAR = /^(?: (?!and\b)[\w-]+){0,4} (?:in|by|from|until|through) (?:the end of |early |late |mid-)?20\d\d\b/
/** What a firm has in all its plants. */
export const ALL_OF_IT =
  /\b(?:[Tt]otal|[Cc]ombined|[Oo]verall|[Gg]lobal|[Ww]orldwide) (?:[\w-]+ ){0,4}(?:capacity|output|production|workforce|headcount)\b[^.;]{0,48}$/
/** What came up to now, beside an aim. */
const SO_FAR = /これまでに|目前已|迄今|截至目前|\b(?:so far|to date)\b/

/** A figure apart from the stage of its neighbours: more that is to come to a plant that stands, and what an office has drawn in so far beside its aim. */
export function apart(
  text: string,
  clause: Span,
  mention: Mention,
  stage: Slot<Stage>,
  said: StageFound | null,
  indicator: Indicator,
  government: boolean,
): Slot<Stage> {
  const before = text.slice(clause.start, mention.start)
  const words = text.slice(clause.start, mention.end + 10)
  if (
    (stage.value === 'operation' || stage.value === 'construction') &&
    ON_TOP.test(words) &&
    (said?.stage === 'plan' || (stage.rule === 'stage:flow' && !DONE.test(text.slice(clause.start, clause.end))))
  )
    return slot('plan', said?.span ?? null, 'stage:more')
  // what runs already will make so much in a year to come
  if (
    (stage.value === 'operation' || stage.value === 'construction') &&
    stage.rule === 'stage:flow' &&
    said?.stage === 'plan' &&
    (stage.value === 'operation' ? IN_A_YEAR.test(text.slice(mention.end, mention.end + 60)) : ALL_OF_IT.test(before))
  )
    return slot('plan', said.span, 'stage:more')
  if (stage.value === 'plan' && government && (indicator === 'investment' || indicator === 'firms') && SO_FAR.test(before))
    return slot('result', null, 'stage:so-far')
  return stage
}

/** Hands the stage of one sentence to the next: what was signed stays signed when a plan, or in Han script a result, is told behind it. */
export function carryStage(said: StageFound, flow: Flow, language: Language): void {
  const { stage, reporter } = flow
  const same = flow.stageOf === flow.subject.value
  if (said.agreed === true && stage?.value === 'contract') return
  if (language !== 'en' && stage?.value === 'mou' && (said.stage === 'result' || said.stage === 'operation')) return
  if (said.strong || stage === null || (stage.value !== 'mou' && !(stage.value === 'contract' && reporter !== null) && !same)) {
    flow.stageOf = flow.subject.value
    flow.stage = { value: said.stage, span: said.span, rule: 'stage:before' }
    flow.age = 0
  } else if (same && stage.value === said.stage) flow.age = 0
}

/** What a firm plans at another site than the one where it builds or works already is only planned there. */
export function stageAt(stage: Slot<Stage>, own: StageFound | null, place: Slot<string | null>, subject: string | null, flow: Flow): Slot<Stage> {
  const begun = stage.rule === 'stage:flow' && (stage.value === 'construction' || stage.value === 'operation')
  const elsewhere = place.rule === 'place:named' && flow.placeOf === subject && flow.place.value !== null && flow.place.value !== place.value
  return begun && elsewhere && own?.stage === 'plan' ? slot('plan', own.span, 'stage:elsewhere') : stage
}
