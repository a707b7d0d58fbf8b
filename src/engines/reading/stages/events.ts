import { type CommitmentInput, type Flow, nothing, slot } from '../commitments/draft.ts'
import { choosePlace } from '../commitments/place/place.ts'
import { type Cue, cued } from '../cue.ts'
import { actorsOf, areaOf, type Discourse, isFirm, isOutlet } from '../discourse.ts'
import { isSite } from '../matter.ts'
import type { NameCandidate } from '../names/candidate.ts'
import { namesAt } from '../names/places/colours.ts'
import type { DateValue, Mention, Slot, Span, Stage, StageEvent } from '../reading.ts'
import { saysDenied } from './stages.ts'

/** What happened, said as done: each with the stage it leads to. Order is that of strength. */
const DONE: readonly (readonly [Stage, Cue])[] = (
  [
    [
      'cancelled',
      /(?:협약|계약|투자|사업|계획|지정|건립|설립|증설|이전|공장)(?:을|를|이|가|은|는)?\s?(?:전면\s|공식\s|최종\s|지난\s|(?:지난달|작년|올해|이달)\s|[0-9]{1,4}[년월일]\s){0,3}(?:해지|해제|파기|철회|취소|백지화|무산|포기)(?:했|됐|되었|하였|하기로 (?:했|결정)|를 통보|을 통보|키로)/,
    ],
    [
      'operation',
      /(?:준공식|완공식|개소식|개장식|개관식|개청식)(?:을|이)?\s(?:[가-힣0-9]{1,12}\s){0,3}(?:가졌|열었|열렸|개최했|마쳤|치렀)|(?:완공|준공|개장|개관|개소|개통|개원)(?:했|됐|하였|되었)|(?:상업\s?)?(?:가동|운전|운영)을 시작했|문을 열었/,
    ],
    [
      'construction',
      /(?:착공식|기공식)(?:을|이)?\s(?:[가-힣0-9]{1,12}\s){0,3}(?:가졌|열었|열렸|개최했|마쳤|치렀)|(?:착공|기공)(?:했|됐|하였|되었)|첫 삽을 떴|(?:공사|건설|건립|조성)에 (?:들어갔|착수했|돌입했)/,
    ],
    [
      'contract',
      /(?:본|분양|입주|매매|토지|용지|부지|공급|실시|임대|임대차|투자|시공|도급)\s?계약(?:을|서를|서에|에)?\s?(?:체결했|맺었|서명했|체결하였|마쳤)/,
    ],
    [
      'mou',
      /(?:협약|각서|MOU|의향서|LOI)(?:\([A-Za-z]{2,5}\))?(?:을|를|서를|서에|에)?\s?(?:[가-힣]{1,6}\s)?(?:체결했|맺었|서명했|교환했|체결하였|체결한 바)|협약식을\s?(?:가졌|열었|개최했)/,
    ],
    [
      'result',
      /(?:단지|산단|특구|지구|구역|밸리|클러스터|도시|지역|허브)(?:[가-힣]{0,4})?\s(?:[가-힣]{1,8}\s){0,2}?(?:지정·)?(?:지정|선정|고시)(?:됐|되었|받았|을 받았|했|하였)/,
    ],
  ] as const
).map(([stage, pattern]) => [stage, cued(pattern)])

/** What is not yet, or only wished for, after the words. */
const NOT_YET = /^[^.]{0,12}(?:예정|계획|방침|전망|목표|면\s|다면|지 (?:않|못))/

/**
 * Steps of a matter (단계 사건) that a sentence reports as done and gives no amount for: agreements, contracts, designations, groundbreakings, openings, cancellations.
 * Null where it reports none. Plans and wishes are none, nor is what is denied.
 */
export function stageEventOf(
  input: CommitmentInput,
  discourse: Discourse,
  flow: Flow,
  s: number,
  line: (position: number) => Span,
  dates: readonly Mention[],
): StageEvent | null {
  const { text } = input
  const sentence = input.units[s]!
  const body = text.slice(sentence.start, sentence.end)
  if (!/[다요음함됨임][.!”"]*$/.test(body) || saysDenied(body)) return null
  const found = eventIn(body)
  if (found === null) return null
  const at: Span = { start: sentence.start + found.index, end: sentence.start + found.index + found.word.length }
  const names = namesAt(text, input.named[s]!)
  const parties = names.filter((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && !isOutlet(n.value) && n.start < at.start)
  const subject = subjectOf(found.stage, /협약|계약/.test(found.word), parties, actorsOf(text, names), at, flow)
  const date = dateOf(text, dates, sentence, at)
  const counterpart =
    found.stage === 'mou' || found.stage === 'contract'
      ? [
          ...new Map(
            parties.filter((p) => p.value !== subject.value).map((p) => [p.value, slot(p.value, spanOf(p), 'counterpart:sentence')]),
          ).values(),
        ]
      : []
  const asked: Mention = { ...BLANK, ...at }
  const what = quotedThing(text, sentence) ?? (found.stage === 'result' ? siteBefore(names, at) : null)
  // works opened under a name of their own are what was opened, not where
  const elsewhere = names.filter((name) => name.rule !== 'place:quoted-works')
  const actors = actorsOf(text, elsewhere)
  const place = choosePlace(text, sentence, asked, elsewhere, actors, flow, discourse, subject.value, found.stage, subject.rule, null)
  return {
    stage: slot(found.stage, wholeWords(text, at), `event:${found.stage}`),
    subject,
    counterpart,
    what,
    date,
    place: what?.rule === 'what:quoted' && place.value === what.value ? nothing('place:none') : place,
    evidence: line(at.start),
    certainty: subject.value === null ? 0.5 : subject.span === null ? 0.6 : 0.75,
  }
}

/** A reader is shown whole words: "투자협약을 체결했다". */
function wholeWords(text: string, { start, end }: Span): Span {
  const before = /[가-힣A-Za-z0-9]*$/.exec(text.slice(Math.max(0, start - 12), start))![0].length
  const after = /^[가-힣]*/.exec(text.slice(end, end + 12))![0].length
  return { start: start - before, end: end + after }
}

/** A number that is none: the rules of place ask where a number stands. */
const BLANK: Mention = {
  kind: 'count',
  text: '',
  start: 0,
  end: 0,
  value: null,
  valueMax: null,
  unit: null,
  approximate: false,
  bound: null,
  per: null,
  printed: null,
  certainty: 1,
  rule: 'event',
}

const spanOf = (name: NameCandidate): Span => ({ start: name.start, end: name.end })

function eventIn(body: string): { stage: Stage; index: number; word: string } | null {
  for (const [stage, pattern] of DONE) {
    const match = pattern.exec(body)
    if (match === null || NOT_YET.test(body.slice(match.index + match[0].length))) continue
    return { stage, index: match.index, word: match[0] }
  }
  return null
}

/** The lead investor of an agreement; of anything else who did it, else the firm or the body spoken of. */
function subjectOf(
  stage: Stage,
  agreement: boolean,
  parties: readonly NameCandidate[],
  actors: readonly NameCandidate[],
  at: Span,
  flow: Flow,
): Slot<string | null> {
  const of = (name: NameCandidate, rule: string): Slot<string> => slot(name.value, spanOf(name), rule)
  // an agreement, made or undone, is its investor's
  if (stage === 'mou' || stage === 'contract' || (stage === 'cancelled' && agreement)) {
    const firm = parties.find((p) => isFirm(p.value))
    if (firm !== undefined) return of(firm, 'subject:party')
  }
  const actor =
    actors.findLast((a) => a.start < at.start && (stage === 'mou' || areaOf(a.value) === null)) ?? actors.findLast((a) => a.start < at.start)
  if (actor !== undefined) return of(actor, 'subject:topic')
  if (parties[0] !== undefined) return of(parties[0], 'subject:only-name')
  return flow.subject === null ? nothing('subject:none') : { ...flow.subject, rule: 'subject:flow' }
}

/** After a date: it says when it was told, or when something else comes. */
const OTHER_DAY = /^(?:까지|부터|\s?(?:기준|현재)|\s?(?:밝혔|발표|전했|말했|보도)|[^.]{0,6}(?:예정|목표))/

/** The day it happened: the last one before the words of it. */
function dateOf(text: string, dates: readonly Mention[], sentence: Span, at: Span): Slot<DateValue | null> {
  const date = dates.findLast((d) => d.start >= sentence.start && d.end <= at.end && !OTHER_DAY.test(text.slice(d.end, d.end + 14)))
  // a day without a year keeps its words, so that a person can settle it
  return date === undefined ? nothing('date:none') : slot(date.value as DateValue | null, { start: date.start, end: date.end }, 'date:before')
}

const QUOTED = /[‘'“"「『]([^’'”"」』\n]{3,40})[’'”"」』]/

/** What was designated: the site named before the words of it. */
function siteBefore(names: readonly NameCandidate[], at: Span): Slot<string> | null {
  const site = names.find((n) => isSite(n) && n.start < at.start)
  return site === undefined ? null : slot(site.value, spanOf(site), 'what:site')
}

/** The name in quotation marks that the sentence gives to the matter. */
function quotedThing(text: string, { start, end }: Span): Slot<string> | null {
  const match = QUOTED.exec(text.slice(start, end))
  if (match === null || /[다요까]$|[.?!]/.test(match[1]!)) return null
  const from = start + match.index + 1
  return slot(match[1]!, { start: from, end: from + match[1]!.length }, 'what:quoted')
}

/** One step told twice is one: the sentence that dates it. */
export function onceEach(events: readonly StageEvent[]): StageEvent[] {
  const best = new Map<string, StageEvent>()
  for (const event of events) {
    const key = `${event.stage.value}|${event.subject.value}|${event.what?.value ?? ''}`
    const other = best.get(key)
    if (other === undefined || (other.date.value === null && event.date.value !== null)) best.set(key, event)
  }
  return [...best.values()].sort((a, b) => a.evidence.start - b.evidence.start)
}
