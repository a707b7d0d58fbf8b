import { areaOf, type Discourse, isFirm, isOutlet } from '../../discourse.ts'
import type { Matter } from '../../matter.ts'
import type { SentenceNames } from '../../names/names.ts'
import type { Mention, Slot, Span, Stage } from '../../reading.ts'
import { cancellationIn, type StageReading, saysAgreement } from '../../stages/stages.ts'
import { hasNoTense } from '../../stages/steps.ts'
import { type Draft, type Flow, slot } from '../draft.ts'

const CLAUSE_END =
  /(?:(?<![창최광사재신보권참다라자냐])고(?!\s(?:있|계))|면서|며|지만|으나|는데|(?<=[가-힣]{2})인데|[한온린낸든] 데 이어),?\s|[▲△▶◆■;]|(?:[가-힣](?:해|하여|돼)),\s|,\s(?=[^,]{0,40}(?<![다라자하되있없])(?:은|는|도)\s)/g

/** The clause (절) a number stands in: from the last connective before it to the next one after it. */
export function clauseOf(text: string, mention: Mention, sentence: Span): Span {
  let { start, end } = sentence
  const body = text.slice(sentence.start, sentence.end)
  if (body !== divided.body) divided = { body, ends: endsOf(body) }
  for (const one of divided.ends) {
    const stop = sentence.start + one.end
    if (stop <= mention.start) start = stop
    else if (sentence.start + one.start >= mention.end) {
      end = stop
      break
    }
  }
  return { start, end }
}

/** The sentence that was divided last: its numbers ask in turn. */
let divided: { readonly body: string; readonly ends: readonly Span[] } = { body: '', ends: [] }

/** Where the clauses of a sentence end: the connectives between them. */
function endsOf(body: string): Span[] {
  const out: Span[] = []
  CLAUSE_END.lastIndex = 0
  for (let m = CLAUSE_END.exec(body); m !== null; m = CLAUSE_END.exec(body)) {
    out.push({ start: m.index, end: m.index + m[0].length })
    if (m[0].length === 0) CLAUSE_END.lastIndex++
  }
  return out
}

/** Plan words that look ahead of the opening. */
const LATER = /^(?:계획|예정|방침|추진|목표|구상|겠다|할 것|될 것|키로|하기로|나선다|들여|검토|논의)$/

/** Steps that end a chain of verbs. */
const CHAINED: ReadonlySet<Stage> = new Set(['operation', 'construction'])

/** The stage (단계) of a number: its clause, its sentence, then what the sentences before left standing; an agreement signed before the number outweighs a mere plan. */
export function chooseStage(
  own: StageReading | null,
  stated: StageReading | null,
  flow: Flow,
  discourse: Discourse,
  signedBefore: boolean,
  signedAfter: boolean,
  contrasted: boolean,
  undoneAfter: boolean,
  undone: boolean,
  anew: boolean,
  manySigned: boolean,
  actsBetween: boolean,
): Slot<Stage> {
  // of a matter that is off, what is begun anew is not
  // how many signed, and for how much, is no one matter that is off
  if (discourse.cancelled && !anew && !(own?.stage === 'mou' && own.strong && manySigned)) return slot('cancelled', null, 'stage:document-cancelled')
  const of = (reading: NonNullable<typeof own>, rule: string): Slot<Stage> =>
    slot(reading.stage, { start: reading.start, end: reading.start + reading.word.length }, rule)
  if (contrasted) return slot('result', null, 'stage:contrast')
  // "투자한다고 해 놓고 지난해 12월 분양계약을 해지했다"
  if (undoneAfter && stated !== null && !(own?.strong && own.stage !== 'mou' && own.stage !== 'contract')) return of(stated, 'stage:undone')
  // "짓기로 했지만, 협약 파기를 통보했다"
  if (undone && stated?.stage === 'cancelled' && own?.stage !== 'result' && own?.stage !== 'operation') return of(stated, 'stage:undone')
  if (discourse.candidate !== null && !(own?.strong && own.stage !== 'pledge' && own.stage !== 'mou')) return slot('pledge', null, 'stage:candidate')
  // what an opened plant took
  if (own?.stage === 'result' && /^(?:투(?:자|입)|들였|뽑|채용|고용)/.test(own.word)) {
    if (stated !== null && CHAINED.has(stated.stage)) return of(stated, 'stage:sentence')
    if (flow.stage?.value === 'operation' && flow.stageAge <= 4) return { ...flow.stage, rule: 'stage:flow' }
  }
  // "분양계약을 체결하고 12만㎡를 확보했다"
  if (own?.stage === 'result' && own.word.startsWith('확보') && stated?.stage === 'contract') return of(stated, 'stage:sentence')
  // "382만㎡에 조성됐고 2023년 준공됐다"
  if (own?.stage === 'result' && /^(?:조성|구축|설치)/.test(own.word) && stated?.stage === 'operation') return of(stated, 'stage:sentence')
  // "2021년 착공해 1,150억 원이 들어갔다", of what has just opened
  if (own?.stage === 'construction' && /^착공(?:해|하여|했고)/.test(own.word) && flow.stage?.value === 'operation' && flow.stageAge <= 2)
    return { ...flow.stage, rule: 'stage:flow' }
  if (own?.strong) return of(own, 'stage:clause')
  const flowing = flow.stage !== null && flow.stageAge <= 4 ? flow.stage : null
  // "800억원을 들여 공장을 짓고 시운전에 들어갔다": a chain of verbs has the step of the last one
  if (own?.stage === 'plan' && hasNoTense(own.word) && stated !== null && CHAINED.has(stated.stage) && stated.start > own.start && !actsBetween)
    return of(stated, 'stage:chain')
  if (own !== null) {
    if (signedAfter && stated !== null) return of(stated, 'stage:signed-after')
    if (signedBefore && stated !== null) return { ...of(stated, 'stage:signed-before'), value: 'mou' }
    if (flowing !== null && (flowing.value === 'mou' || flowing.value === 'contract' || flowing.value === 'construction'))
      return { ...flowing, rule: 'stage:flow' }
    // what a plant that has opened makes and holds is no plan
    if (flowing?.value === 'operation' && !LATER.test(own.word)) return { ...flowing, rule: 'stage:flow' }
    return of(own, 'stage:plan-word')
  }
  // what a plant that has opened took is in use, whatever else the sentence counts
  if (flowing?.value === 'operation' && stated?.stage === 'result') return { ...flowing, rule: 'stage:flow' }
  if (stated?.strong) return of(stated, 'stage:sentence')
  if ((flowing?.value === 'result' || flowing?.value === 'cancelled') && stated?.stage === 'plan') return of(stated, 'stage:sentence')
  // a heading speaks for the lines under it
  if (
    flow.heading !== null &&
    flow.sentence - flow.heading.sentence <= (flow.heading.title ? 60 : 8) &&
    (flowing === null || flowing.rule === 'stage:flow' || flow.stageAge > flow.sentence - flow.heading.sentence)
  )
    return flow.heading.stage
  if (flowing !== null) return { ...flowing, rule: 'stage:flow' }
  if (stated !== null) return of(stated, 'stage:sentence')
  // the lead of a text about an agreement: "기업 5곳을 한꺼번에 붙잡았다"
  if (discourse.headAgreement && flow.lineOffice === null && flow.sentence <= flow.bodyFrom + 1) return slot('mou', null, 'stage:head')
  return slot('plan', null, 'stage:default')
}

/** "내건 '기업 50곳 유치' 공약": the number itself is the promise. */
export const isPledged = (text: string, mention: Mention): boolean => /^[^.\d]{0,8}공약/.test(text.slice(mention.end, mention.end + 12))

/** A question to sentences by their index, each asked once: the numbers before a sentence all ask of it. */
function onceEach<T>(ask: (k: number) => T): (k: number) => T {
  const known = new Map<number, T>()
  return (k) => {
    let answer = known.get(k)
    if (answer === undefined) {
      answer = ask(k)
      known.set(k, answer)
    }
    return answer
  }
}

/** What a sentence signs. */
const signing = (body: string): 'contract' | 'mou' | null => (CONCLUDED.test(body) ? 'contract' : saysAgreement(body) ? 'mou' : null)

/** "이 같은 투자 내용을 담은 협약을": all that was told before is signed. */
const THE_SAME = /이(?:런|러한| 같은|와 같은) (?:[가-힣]{1,4} )?(?:내용|계획)[을의이]/

/** How far on a signature may stand that names the firm. */
const FAR = 5

/** "… 짓기로 했다. 시는 이 회사와 협약을 맺고": a firm's plan that the next sentences sign is signed. */
export function signedNext(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  const signs = onceEach((k) => signing(text.slice(units[k]!.start, units[k]!.end)))
  for (const draft of drafts) {
    if (draft.stage.value !== 'plan' || draft.line !== null || draft.subject.value === null) continue
    const told = draft.subject.rule === 'subject:reports-total'
    if (!told && !isFirm(draft.subject.value)) continue
    for (let k = draft.sentence + 1; k <= draft.sentence + FAR && k < units.length; k++) {
      const signed = signs(k)
      if (signed === null) continue
      const { start, end } = units[k]!
      const body = text.slice(start, end)
      // further on only where it names the firm
      const named = body.includes(draft.subject.value)
      const whole = THE_SAME.test(body)
      if (told && !whole) continue
      if (
        !named &&
        !whole &&
        (k > draft.sentence + (/^이(?:와 관련|를 위해)/.test(body) ? 4 : 2) ||
          !/(?:이|해당|같은|두|세|양) (?:회사|기업|업체|내용|곳|기관|측)|양측|이를 위해|이와 관련|이번/.test(body))
      )
        continue
      if (k > draft.sentence + 2 && /이와 별도|별개로|지난/.test(body)) continue
      draft.stage = slot(signed, { start, end }, 'stage:signed-next')
      break
    }
  }
}

/** Nobody's own numbers yet: told of the place, in the opening. */
const OF_NOBODY = /^subject:(?:only-name|document|issuer|none|flow)$/
const OF_PROJECT: ReadonlySet<string> = new Set(['investment', 'budget', 'capacity', 'area', 'jobs'])

/** "가평군에 120MW 데이터센터가 들어선다. 군은 7일 ㈜가람과 이런 협약을 체결했다": what the opening tells is the firm's that the next sentences sign with. */
export function openingSigned(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  drafts: readonly Draft[],
  bodyFrom: number,
): void {
  for (const draft of drafts) {
    if (draft.sentence > bodyFrom + 1) return
    if (draft.stage.value !== 'plan' || draft.line !== null || !OF_NOBODY.test(draft.subject.rule) || !OF_PROJECT.has(draft.indicator.value)) continue
    // "네이버 데이터센터의 3배": a firm named only by the way
    if (draft.subject.value !== null && isFirm(draft.subject.value) && draft.subject.rule !== 'subject:only-name') continue
    for (let k = draft.sentence + 1; k <= draft.sentence + 3 && k < units.length; k++) {
      const { start, end } = units[k]!
      const body = text.slice(start, end)
      if (signing(body) !== 'mou' || !/이런|이 같은|이날|오늘|\d일/.test(body) || /\d\s?(?:개\s?(?:기업|업체|회사|사)|개사|곳)/.test(body)) continue
      const firm = named[k]!.names.find(
        (n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value) && !isOutlet(n.value),
      )
      if (firm === undefined) break
      draft.stage = slot('mou', { start, end }, 'stage:signed-next')
      draft.subject = slot(firm.value, { start: firm.start, end: firm.end }, 'subject:signed-next')
      break
    }
  }
}

/** Words of bringing a firm in, which may only be its signature. */
const BROUGHT_IN = /^(?:유치|끌어|이끌어|붙잡|데려)/
/** A time over which it was counted. */
const OVER_TIME = /올해|올 들어|올들어|지난해|작년|\d{4}년|\d월까지|민선|누적|동안|지금까지/

const opensWithIt = (text: string, unit: Span | undefined): boolean =>
  unit !== undefined && /^이(?:번|날) (?:투자)?협약/.test(text.slice(unit.start, unit.start + 8))

/** "이번에는 협력사 5곳을 유치했다. 시는 5일 이들과 투자협약을 맺었다": what the lead calls brought in has been signed. */
export function broughtBySigning(text: string, units: readonly Span[], drafts: readonly Draft[], bodyFrom: number): void {
  for (const draft of drafts) {
    const { span, value } = draft.stage
    if (draft.sentence > bodyFrom + 1) return
    if (value !== 'result' || span === null || draft.line !== null || !BROUGHT_IN.test(text.slice(span.start, span.end))) continue
    const unit = units[draft.sentence]!
    if (OVER_TIME.test(text.slice(clauseOf(text, draft.mention, unit).start, draft.mention.start))) continue
    const next =
      units
        .slice(draft.sentence + 1, draft.sentence + 3)
        .find((u) => /\d일|이날|이번/.test(text.slice(u.start, u.end)) && signing(text.slice(u.start, u.end)) === 'mou') ??
      // "도가 투자협약을 맺었습니다. 8개 기업과 777억원의 투자를 유치했습니다. 이번 협약에 따라": told between the two
      (opensWithIt(text, units[draft.sentence + 1])
        ? units.slice(Math.max(0, draft.sentence - 1), draft.sentence).find((u) => signing(text.slice(u.start, u.end)) === 'mou')
        : undefined)
    if (next === undefined) continue
    draft.stage = slot('mou', { start: next.start, end: next.end }, 'stage:signed-next')
    if (draft.indicator.value === 'firms' || draft.due.rule === 'due:when-counted')
      draft.due = { value: null, span: null, rule: 'due:count-of-firms' }
  }
}

/** An agreement with several firms whose single amounts follow: its own amount is their total, which the office reports. */
export function totalsOfParties(drafts: readonly Draft[], discourse: Discourse): void {
  const office = discourse.reporter ?? discourse.government
  if (office === null || discourse.firms.length < 2) return
  const area = areaOf(office)
  for (let k = 0; k < drafts.length; k++) {
    const draft = drafts[k]!
    if (draft.subject.rule !== 'subject:party' || draft.mention.kind !== 'money') continue
    const parts = drafts
      .slice(k + 1, k + 24)
      .filter(
        (d) =>
          d.mention.unit === draft.mention.unit &&
          /^subject:(?:topic|line|roll|item)$/.test(d.subject.rule) &&
          d.subject.value !== null &&
          isFirm(d.subject.value),
      )
    // of one firm alone there is no total
    if (new Set(parts.filter((d) => d.stage.value === draft.stage.value).map((d) => d.subject.value)).size < 2) continue
    const smaller = parts.filter((d) => (d.mention.value as number) < (draft.mention.value as number))
    if (smaller.length === 0 || smaller.length < parts.length) continue
    draft.subject = slot(office, null, 'subject:reports-total')
    if (area !== null) draft.place = slot(area, null, 'place:of-government')
  }
}

/** "투자를 포기해 협약을 해지했다": a later sentence that cancels takes the firm's plans before it along. */
export function cancelledNext(
  text: string,
  units: readonly Span[],
  drafts: readonly Draft[],
  discourse: Discourse,
  matters: readonly (Matter | null)[],
): void {
  // whose numbers each sentence itself takes back
  const takenBack = new Map<number, string>()
  for (const { sentence, stage, subject } of drafts) if (stage.value === 'cancelled') takenBack.set(sentence, subject.value ?? '')
  const takes = onceEach((k) => cancellationIn(text.slice(units[k]!.start, units[k]!.end), units[k]!.start))
  for (const draft of drafts) {
    const { value } = draft.subject
    if (draft.line !== null || value === null) continue
    // "한 사모펀드와 2조 원의 협약을 맺었다": of one who has no name the office tells
    if (!isFirm(value) && !(discourse.unnamedInvestor && draft.indicator.value === 'investment' && draft.stage.value === 'mou')) continue
    // what only flowed in from the matter before is no step of this one
    if (!UNDONE.has(draft.stage.value) && !(draft.stage.value === 'construction' && draft.stage.rule === 'stage:flow')) continue
    for (let k = draft.sentence + 1; k <= draft.sentence + 3 && k < units.length; k++) {
      const cancelled = takes(k)
      if (cancelled === null) continue
      const body = text.slice(units[k]!.start, units[k]!.end)
      // the sentence takes back somebody else's number
      if ((takenBack.get(k) ?? value) !== value) continue
      const other = discourse.firms.some((firm) => firm !== value && body.includes(firm))
      if (!body.includes(value) && matters[k]?.id !== draft.matter?.id && isFirm(value)) continue
      const undone = !isFirm(value) && SAID_OFF.test(body)
      if (
        !body.includes(value) &&
        !undone &&
        (other || !/^(?:그러나|하지만|그런데)\s|(?:^|\s)(?:회사|업체|이 회사|해당 기업|이 기업)(?:가|이|는|은|측)/.test(body))
      )
        continue
      draft.stage = slot('cancelled', { start: cancelled.start, end: cancelled.start + cancelled.word.length }, 'stage:cancelled-next')
      break
    }
  }
}

/** "협약 해지를 통보했다": the very agreement that the office told of. */
const SAID_OFF = /(?:협약|계약)(?:을|를)?\s?(?:해지|파기|취소|철회)/

/** "두 회사는 이달 초 입주계약을 마쳤다" */
const CONCLUDED = /(?:입주|분양|매매|토지|용지|부지|임대)\s?계약(?:을|를)?\s?(?:체결했|맺었|마쳤|체결해|맺고|했다|했고|했으며|하고)/
const UNDONE: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract'])
