import type { Day } from './dates.ts'
import { actorsOf, areaByShortName, areaOf, type Discourse, isFirm, readDiscourse } from './discourse.ts'
import { AIMED_SHARE, FORWARD, nearestCue, notPromised, STATISTIC } from './indicators.ts'
import type { NameCandidate, SentenceNames } from './names.ts'
import { stemsOf } from './particles.ts'
import type { Commitment, DateValue, Indicator, Mention, Slot, Span, Stage } from './reading.ts'
import { saysAgreement, saysContract, saysDenied, saysProgress, stageOf } from './stages.ts'
import type { Cell, Tables } from './tables.ts'

export interface CommitmentInput {
  readonly text: string
  /** Sentences and lines: what is quoted as evidence. */
  readonly sentences: readonly Span[]
  /** Sentences put together again where lines break them: what is read. `named` runs beside it. */
  readonly units: readonly Span[]
  readonly named: readonly SentenceNames[]
  readonly mentions: readonly Mention[]
  readonly tables: Tables
  readonly reference: Day | null
}

/** What flows from one sentence to the next. */
interface Flow {
  subject: Slot<string | null> | null
  /** Stage of the matter at hand and how many sentences ago it was said. */
  stage: Slot<Stage> | null
  stageAge: number
  place: Slot<string> | null
  /** Subject that the carried place belongs to. */
  placeOf: string | null
  /** What the last amount of money counted, and whether it stood under a heading. */
  money: Indicator | null
  /** Where the running text begins: the first unit that ends as a sentence. */
  bodyFrom: number
  /** The firm named last. */
  firm: Slot<string> | null
  /** Whether jobs were promised before. */
  jobs: boolean
}

interface Draft {
  readonly mentionIndex: number
  readonly mention: Mention
  readonly sentence: number
  readonly indicator: Slot<Indicator>
  readonly weight: number
  /** The line, where a table states the value. */
  readonly line: Span | null
  subject: Slot<string | null>
  due: Slot<DateValue | null>
  start: Slot<DateValue | null>
  place: Slot<string | null>
  stage: Slot<Stage>
}

const slot = <T>(value: T, span: Span | null, rule: string): Slot<T> => ({ value, span, rule })
const nothing = (rule: string): Slot<null> => ({ value: null, span: null, rule })

/**
 * Commitments (약속된 수치): one for each number that somebody promised, signed, built or achieved.
 * A number becomes one only where a rule names its indicator; averages, prices, markets and per-head ceilings do not.
 */
export function readCommitments(input: CommitmentInput): Commitment[] {
  const { text, units: sentences, named, mentions } = input
  const discourse = readDiscourse(text, sentences, named, mentions)
  const flow: Flow = {
    subject: null,
    stage: null,
    stageAge: 99,
    place: null,
    placeOf: null,
    money: null,
    firm: null,
    jobs: false,
    bodyFrom: sentences.findIndex((u) => /[다요][.”"]/.test(text.slice(u.end - 2, u.end))),
  }
  const drafts: Draft[] = []
  const cells = new CellFinder(input.tables.cells)
  let cursor = 0
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!
    const here: number[] = []
    while (cursor < mentions.length && mentions[cursor]!.start < sentence.end) {
      if (mentions[cursor]!.start >= sentence.start && isQuantity(mentions[cursor]!)) here.push(cursor)
      cursor++
    }
    readSentence(input, discourse, flow, s, here, drafts, cells)
  }
  signedNext(text, sentences, drafts)
  inheritDates(text, sentences, mentions, drafts)
  return finish(input, dropRepeats(drafts), discourse)
}

/** Cells in the order of the text, asked in the order of the text. */
class CellFinder {
  #cells: readonly Cell[]
  #next = 0

  constructor(cells: readonly Cell[]) {
    this.#cells = [...cells].sort((a, b) => a.start - b.start)
  }

  /** The cell that holds a position, or null. Positions must not fall. */
  at(position: number): Cell | null {
    while (this.#next < this.#cells.length && this.#cells[this.#next]!.end <= position) this.#next++
    const cell = this.#cells[this.#next]
    return cell !== undefined && cell.start <= position ? cell : null
  }
}

/** A number of a table: its column says what it measures, its row or block whose it is. */
function draftOfCell(cell: Cell, mentionIndex: number, mention: Mention, sentence: number, flow: Flow, discourse: Discourse): Draft | null {
  if (cell.indicator === null || typeof mention.value !== 'number') return null
  if (mention.kind === 'percent' || mention.kind === 'length') return null
  if (cell.indicator === 'jobs' && mention.unit !== 'persons' && mention.unit !== 'jobs') return null
  if (cell.indicator === 'area' && mention.kind !== 'area') return null
  if ((cell.indicator === 'investment' || cell.indicator === 'budget') && mention.kind !== 'money') return null
  const { facts } = cell
  const subject =
    facts.subject ??
    (discourse.government === null ? (flow.subject ?? nothing('subject:none')) : slot(discourse.government, null, 'subject:document'))
  const place =
    facts.place ??
    (subject.value !== null && areaOf(subject.value) !== null ? slot(areaOf(subject.value), null, 'place:of-government') : nothing('place:none'))
  const stage =
    facts.stage ??
    (discourse.cancelled
      ? slot<Stage>('cancelled', null, 'stage:document-cancelled')
      : flow.stage !== null && flow.stageAge < 12
        ? { ...flow.stage, rule: 'stage:flow' }
        : slot<Stage>(discourse.headAgreement ? 'mou' : 'plan', null, discourse.headAgreement ? 'stage:head' : 'stage:default'))
  return {
    mentionIndex,
    mention,
    sentence,
    indicator: slot(cell.indicator, cell.label, 'indicator:label'),
    weight: 3,
    line: cell.line,
    subject,
    due: facts.due ?? nothing('due:none'),
    start: facts.start ?? nothing('start:none'),
    place,
    stage,
  }
}

const isQuantity = (m: Mention): boolean => m.kind !== 'organisation' && m.kind !== 'place' && m.kind !== 'person'

function readSentence(
  input: CommitmentInput,
  discourse: Discourse,
  flow: Flow,
  s: number,
  here: readonly number[],
  drafts: Draft[],
  cells: CellFinder,
): void {
  const { text, units: sentences, named, mentions } = input
  const sentence = sentences[s]!
  const body = text.slice(sentence.start, sentence.end)
  const { names } = named[s]!
  const actors = actorsOf(text, names)
  flow.stageAge++
  const agreement = saysAgreement(body)
  const quantities = here.map((i) => mentions[i]!).filter((m) => m.kind !== 'date' && m.kind !== 'period')
  const contract = body.includes('계약') && saysContract(body)
  const stated = quantities.length > 0 || agreement || contract || saysProgress(body) ? stageOf(body, sentence.start) : null
  const dates = here.map((i) => mentions[i]!).filter((m) => m.kind === 'date')
  for (const index of here) {
    const mention = mentions[index]!
    if (mention.kind === 'date' || mention.kind === 'period') continue
    const cell = cells.at(mention.start)
    if (cell !== null) {
      const draft = isRestated(text, mention, quantities) ? null : draftOfCell(cell, index, mention, s, flow, discourse)
      if (draft !== null) drafts.push(draft)
      continue
    }
    const k = quantities.indexOf(mention)
    const from = k > 0 ? quantities[k - 1]!.end : sentence.start
    const to = k + 1 < quantities.length ? quantities[k + 1]!.start : sentence.end
    if (isBaseline(text, mention, quantities[k + 1])) continue
    const indicator = indicatorOf(text, mention, from, to, sentence, discourse, actors, names, quantities, flow)
    if (indicator === null) continue
    const clause = clauseOf(text, mention, sentence)
    const own = stageOf(text.slice(clause.start, clause.end), clause.start)
    const aimed = /목표(?:액|치|금액|량)?(?:는|은|인)?\s?$/.test(text.slice(Math.max(sentence.start, mention.start - 8), mention.start))
    const stage = aimed
      ? slot<Stage>('plan', null, 'stage:target')
      : chooseStage(own, stated, flow, discourse, agreement && saysAgreement(text.slice(sentence.start, mention.start)))
    const subject = chooseSubject(text, sentence, mention, actors, names, flow, discourse, indicator.value, stage.value, quantities)
    const summed = subject.rule === 'subject:sum-of-firms'
    const place = summed
      ? nothing('place:sum-of-firms')
      : choosePlace(text, sentence, mention, names, actors, flow, discourse, subject.value, stage.value)
    let { due, start } = datesOf(text, sentence, mention, clause, ownDates(dates, actors, mention), stage.value)
    if (summed) due = nothing('due:sum-of-firms')
    drafts.push({
      mentionIndex: index,
      mention,
      sentence: s,
      indicator,
      weight: weightOf(text, mention, s, s < flow.bodyFrom, sentence, own),
      line: null,
      subject,
      due,
      start,
      place,
      stage,
    })
    if (place.value !== null && place.span !== null) {
      flow.place = place as Slot<string>
      flow.placeOf = subject.value
    }
    if (mention.kind === 'money') flow.money = indicator.value
    if (indicator.value === 'jobs') flow.jobs = true
    flow.stage = stage
    flow.stageAge = 0
  }
  carry(text, sentence, actors, names, flow, discourse)
  if (stated?.strong && quantities.length === 0) {
    if ((stated.stage === 'mou' && agreement) || stated.stage === 'contract' || stated.stage === 'construction') {
      flow.stage = slot<Stage>(stated.stage, { start: stated.start, end: stated.start + stated.word.length }, 'stage:agreement-before')
      flow.stageAge = 0
    }
  }
}

/** "18홀→27홀", "30만원에서 50만원으로": the first is where it comes from. */
function isBaseline(text: string, mention: Mention, next: Mention | undefined): boolean {
  if (
    /^\)?\s?(?:보다|대비|에 비해|에 견줘)/.test(text.slice(mention.end, mention.end + 6)) ||
    /(?:전년|전년도|작년|지난해|동기)\(\s?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start))
  )
    return true
  if (/^(?:이던|였던|이었던|에 그쳤던|에 불과했던|에 머물던)/.test(text.slice(mention.end, mention.end + 8))) return true
  if (next === undefined || next.unit !== mention.unit) return false
  const gap = text.slice(mention.end, next.start)
  if (/^\s?(?:→|➝|->|⇒)\s?$/.test(gap)) return true
  return /^에서\s/.test(gap) && gap.length < 24 && /^(?:으로|로|까지)/.test(text.slice(next.end, next.end + 3))
}

const PUBLIC_MONEY = /(?:사업비|예산|국비|도비|시비|군비|지방비|추경|기금|보조금|재정|지원사업)/
const PRIVATE_MONEY = /(?:민자|민간자본|민간투자|민간 자본|외자|투자유치|투자 유치|투자액|투자금|투자협약)/
const BUILDS = /(?:들여|들어가|들어갔|들인다|든다|투입|투자|넣어|쏟|짓|건립|건설|신설|증설|조성|세우|구축|쓰인|쓰일|규모)/

function indicatorOf(
  text: string,
  mention: Mention,
  from: number,
  to: number,
  sentence: Span,
  discourse: Discourse,
  actors: readonly NameCandidate[],
  names: readonly NameCandidate[],
  quantities: readonly Mention[],
  flow: Flow,
): Slot<Indicator> | null {
  const body = text.slice(sentence.start, sentence.end)
  const near = text.slice(Math.max(sentence.start, mention.start - 24), Math.min(sentence.end, mention.end + 12))
  const cue = nearestCue(text, mention, from, Math.min(to, mention.end + 30))
  const found = (indicator: Indicator, rule: string): Slot<Indicator> =>
    slot(indicator, cue === null ? null : { start: cue.start, end: cue.start + cue.word.length }, rule)
  switch (mention.kind) {
    case 'money': {
      if ((mention.per !== null && (mention.per !== 'year' || /평균/.test(body))) || typeof mention.value !== 'number') return null
      if (isRestated(text, mention, quantities) || saysDenied(body)) return null
      // a slogan in a headline: "10조 시대 연다"
      if (!/[.”"]$/.test(body) && /^\s?(?:원\s)?시대/.test(text.slice(mention.end, mention.end + 5)) && !body.includes('목표')) return null
      if (
        mention.unit === 'KRW' &&
        mention.value < 1e8 &&
        (mention.value < 1e7 || /(?:장려금|지원금|수당|축하금|장학금|격려금|상금|포상금|바우처|월세|대출|이자|연금|참가비|입장료)/.test(body))
      )
        return null
      if (notPromised(near) || /(?:평균|1인당)/.test(text.slice(sentence.start, mention.start).slice(-90))) return null
      if (cue !== null && (cue.indicator === 'revenue' || cue.indicator === 'exports' || cue.indicator === 'output') && STATISTIC.test(body))
        return null
      if (cue !== null && cue.distance < 22 && cue.indicator !== 'investment' && cue.indicator !== 'budget')
        return found(cue.indicator, `indicator:${cue.word}`)
      if (cue !== null && cue.distance < 8 && cue.indicator === 'budget') return found('budget', `indicator:${cue.word}`)
      if (isCeiling(text, mention, quantities, sentence)) return null
      const heading = /^[■□◆◇▲△○●ㅇ◎▶※]/.test(body)
      const actor =
        lastBefore(actors, mention.start)?.value ??
        actors[0]?.value ??
        names.find((n) => n.kind === 'organisation')?.value ??
        flow.subject?.value ??
        discourse.lead ??
        null
      const privateMoney = PRIVATE_MONEY.test(text.slice(from, Math.min(to, mention.end + 30)).split('(')[0]!) || /^[^(]*투자협약/.test(body)
      if (cue !== null && cue.indicator === 'investment' && cue.distance < 30) {
        if (
          !privateMoney &&
          actor !== null &&
          !isFirm(actor) &&
          discourse.candidate === null &&
          /투자(?:할|하|해|한)/.test(body) &&
          !discourse.unnamedInvestor &&
          !names.some((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value))
        )
          return found('budget', 'indicator:public-outlay')
        return found('investment', `indicator:${cue.word}`)
      }
      if (cue !== null && cue.indicator === 'budget' && cue.distance < 40) return found('budget', `indicator:${cue.word}`)
      if (privateMoney) return found('investment', 'indicator:private')
      if (heading && flow.money === 'budget') return found('budget', 'indicator:heading')
      // an amount without a word of its own goes on counting what the last one counted
      if (!PUBLIC_MONEY.test(body) && flow.stageAge <= 3 && flow.money === 'investment' && !BUILDS.test(body.slice(0, 400)))
        return found('investment', 'indicator:flow')
      if (/협약/.test(body) && !PUBLIC_MONEY.test(body)) return found('investment', 'indicator:agreement')
      if (PUBLIC_MONEY.test(body) && !(actor !== null && isFirm(actor))) return found('budget', 'indicator:public')
      if (BUILDS.test(body) || stageOf(body, sentence.start) !== null || flow.money !== null) {
        if (actor !== null && !isFirm(actor) && discourse.parties.length === 0 && discourse.candidate === null)
          return found('budget', 'indicator:public-actor')
        return found('investment', 'indicator:outlay')
      }
      return null
    }
    case 'area':
      if (isRestated(text, mention, quantities)) return null
      if (/(?:전용면적|전용|연면적당|평형|분양면적|매각|팔렸|팔린|분양률)/.test(near)) return null
      return found('area', 'indicator:area')
    case 'power':
      return /(?:짜리|급|당)/.test(text.slice(mention.end, mention.end + 3)) ? null : found('capacity', 'indicator:power')
    case 'percent':
      if (/^(?:을|를)?\s?(?:달성|향상|감축|절감)(?:했|한|하며)/.test(text.slice(mention.end, mention.end + 8))) return null
      if (!AIMED_SHARE.test(text.slice(mention.end, mention.end + 12)) || !FORWARD.test(body) || /(?:전년|작년|지난해|평균|대비)/.test(body))
        return null
      return cue !== null && cue.distance < 12 ? found(cue.indicator, `indicator:${cue.word}`) : found('other', 'indicator:share')
    case 'count':
      return countIndicator(text, mention, from, to, body, sentence, cue, quantities, flow)
    default:
      return null
  }
}

function countIndicator(
  text: string,
  mention: Mention,
  from: number,
  to: number,
  body: string,
  sentence: Span,
  cue: ReturnType<typeof nearestCue>,
  quantities: readonly Mention[],
  flow: Flow,
): Slot<Indicator> | null {
  const { unit } = mention
  const found = (indicator: Indicator, rule: string): Slot<Indicator> =>
    slot(indicator, cue === null ? null : { start: cue.start, end: cue.start + cue.word.length }, rule)
  const near = text.slice(Math.max(from, mention.start - 30), Math.min(to, mention.end + 24))
  switch (unit) {
    case 'jobs':
      return found('jobs', 'indicator:jobs')
    case 'persons':
      if (/(?:평균|기업당|업체당|정원|인구|참석|명\(|전문가|방문|관람|관광객|이용객)/.test(near)) return null
      if (/(?:기업당|업체당|1인당|평균|사당)/.test(text.slice(sentence.start, mention.start))) return null
      // "392개 기업, 22조 1548억원, 4만 8313명": the same three as before, unnamed
      if (
        cue === null &&
        quantities.some((q) => q.kind === 'money') &&
        quantities.some((q) => q.unit === 'firms') &&
        (flow.jobs || /^(?:\s?(?:의|을|에|이|$)|[.,)]|$)/.test(text.slice(mention.end, mention.end + 2)))
      )
        return found('jobs', 'indicator:parallel')
      // "A와 B는 각각 700명, 500명을 채용한다"
      if (
        (cue === null || cue.distance > 24) &&
        /^,\s?(?:약\s)?\d/.test(text.slice(mention.end, mention.end + 5)) &&
        /(?:고용|채용|뽑)/.test(text.slice(mention.end, sentence.end))
      )
        return found('jobs', 'indicator:shared-verb')
      // "… 80명을, B사는 … 65명을 고용할 계획": the verb comes at the end for all
      if (
        (cue === null || cue.distance > 24) &&
        quantities.some((q) => q.kind === 'money') &&
        /(?:고용|채용|일자리|뽑)/.test(text.slice(mention.end, sentence.end)) &&
        /^(?:을|를|의|\s?,)/.test(text.slice(mention.end, mention.end + 2))
      )
        return found('jobs', 'indicator:shared-verb')
      if (cue === null || cue.distance > 24) return null
      return found(cue.indicator === 'employment_inducement' ? cue.indicator : 'jobs', `indicator:${cue.word}`)
    case 'firms':
      if (/(?:선정\s글로벌|세계\s\d|중\s?$)/.test(near)) return null
      return /(?:유치|협약|입주|투자|지원|육성|돕|달성|만들|창출|모집|선정|참여|이전|발굴|옮겨|끌어|목표)/.test(body) ||
        /에 이른다|이른다|달한다/.test(body)
        ? found('firms', 'indicator:firms')
        : null
    case 'rooms':
    case 'holes':
    case 't':
    case 'L':
      return /(?:조성|건립|짓|건설|확충|들어서|생산|처리|규모|확장|신설|증설|공급|마련)/.test(body) ? found('capacity', 'indicator:capacity') : null
    case 'households':
    case 'factories':
      return /(?:조성|공급|분양|짓|건설|보급|스마트|구축|깔|채운|더해|지원|확대|전환|목표|계획)/.test(body) ? found('other', 'indicator:other') : null
    default:
      void sentence
      return null
  }
}

/** "기초 5,000만원, 고도화 2억원 … 2,200개사를 돕는다": sums for one firm each, not a total. */
function isCeiling(text: string, mention: Mention, quantities: readonly Mention[], sentence: Span): boolean {
  const sums = quantities.filter((q) => q.kind === 'money' && typeof q.value === 'number' && q.value < 1e10)
  if (sums.length < 2 || !sums.includes(mention)) return false
  const firms = quantities.find((q) => q.unit === 'firms' && q.start > mention.start)
  if (firms === undefined) return false
  return (
    /(?:돕|지원|나눠|차등)/.test(text.slice(mention.end, sentence.end)) &&
    !/(?:총|모두|합계)\s?$/.test(text.slice(Math.max(0, mention.start - 4), mention.start))
  )
}

/** "3만3,000㎡(1만 평)", "1200만 달러(약 160억원)": the same amount once more in another unit. */
function isRestated(text: string, mention: Mention, quantities: readonly Mention[]): boolean {
  const k = quantities.indexOf(mention)
  const before = quantities[k - 1]
  if (before === undefined || before.kind !== mention.kind) return false
  if (!/^\s?\(\s?(?:약|한화|우리 돈|우리 돈으로|약 )?\s?$/.test(text.slice(before.end, mention.start))) return false
  if (mention.kind === 'money') return before.unit !== mention.unit
  return Math.abs((before.value as number) - (mention.value as number)) <= 0.05 * (before.value as number)
}

const lastBefore = <T extends Span>(list: readonly T[], at: number): T | undefined => {
  let last: T | undefined
  for (const one of list) if (one.start < at) last = one
  return last
}

const CLAUSE_END = /(?:(?<![창최광사재신보권참])고|며|지만|으나|는데|한 데 이어),?\s|(?:[가-힣](?:해|하여|돼)),\s|,\s(?=[^,]{0,40}(?:은|는|도)\s)/g

/** The clause (절) a number stands in: from the last connective before it to the next one after it. */
function clauseOf(text: string, mention: Mention, sentence: Span): Span {
  let { start, end } = sentence
  CLAUSE_END.lastIndex = 0
  const body = text.slice(sentence.start, sentence.end)
  for (let m = CLAUSE_END.exec(body); m !== null; m = CLAUSE_END.exec(body)) {
    const stop = sentence.start + m.index + m[0].length
    if (stop <= mention.start) start = stop
    else if (sentence.start + m.index >= mention.end) {
      end = stop
      break
    }
    if (m[0].length === 0) CLAUSE_END.lastIndex++
  }
  return { start, end }
}

function chooseStage(
  own: ReturnType<typeof stageOf>,
  stated: ReturnType<typeof stageOf>,
  flow: Flow,
  discourse: Discourse,
  signedBefore: boolean,
): Slot<Stage> {
  if (discourse.cancelled) return slot('cancelled', null, 'stage:document-cancelled')
  const of = (reading: NonNullable<typeof own>, rule: string): Slot<Stage> =>
    slot(reading.stage, { start: reading.start, end: reading.start + reading.word.length }, rule)
  if (discourse.candidate !== null && !(own?.strong && own.stage !== 'pledge' && own.stage !== 'mou')) return slot('pledge', null, 'stage:candidate')
  if (own?.strong) return of(own, 'stage:clause')
  const flowing = flow.stage !== null && flow.stageAge <= 4 ? flow.stage : null
  if (own !== null) {
    if (signedBefore && stated !== null) return { ...of(stated, 'stage:signed-before'), value: 'mou' }
    if (flowing !== null && (flowing.value === 'mou' || flowing.value === 'contract' || flowing.value === 'construction'))
      return { ...flowing, rule: 'stage:flow' }
    return of(own, 'stage:clause')
  }
  if (stated?.strong) return of(stated, 'stage:sentence')
  if (flowing !== null) return { ...flowing, rule: 'stage:flow' }
  if (stated !== null) return of(stated, 'stage:sentence')
  return slot('plan', null, 'stage:default')
}

const FIRM_ANAPHOR = /(?:^|\s)(?:회사|업체|이 회사|이 기업|이 업체|해당 기업|해당 업체)(?:는|은|가|이|측은|측이)\s/

/** "A와 B는 각각 700명, 500명을": the first of the one list goes with the first of the other. */
function respective(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  quantities: readonly Mention[],
): NameCandidate | null {
  const at = text.slice(sentence.start, mention.start).lastIndexOf('각각')
  if (at < 0) return null
  const from = sentence.start + at
  const row = quantities.filter((q) => q.start > from && q.unit === mention.unit)
  const actors = names.filter((n) => n.kind === 'organisation' && n.end <= from && n.rule !== 'organisation:dateline')
  if (row.length < 2 || row.length !== actors.length) return null
  for (let k = 1; k < actors.length; k++) if (!/^(?:와|과|,|·|ㆍ| 및)\s?$/.test(text.slice(actors[k - 1]!.end, actors[k]!.start))) return null
  return actors[row.indexOf(mention)] ?? null
}

/** What a firm brings rather than the office that signs with it. */
const OF_FIRMS: ReadonlySet<Indicator> = new Set(['investment', 'area', 'jobs', 'capacity'])

function chooseSubject(
  text: string,
  sentence: Span,
  mention: Mention,
  actors: readonly NameCandidate[],
  names: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
  indicator: Indicator,
  stage: Stage,
  quantities: readonly Mention[],
): Slot<string | null> {
  const of = (name: NameCandidate, rule: string): Slot<string> => slot(name.value, { start: name.start, end: name.end }, rule)
  const body = text.slice(sentence.start, sentence.end)
  if (stage === 'cancelled' && discourse.unnamedInvestor) return nothing('subject:unnamed')
  if (stage === 'pledge' && discourse.candidate !== null) return slot(discourse.candidate, null, 'subject:candidate')
  // "A는 …, B는 … 각각 투자해 모두 145명을": the sum over firms belongs to none of them
  if (
    actors.filter((a) => isFirm(a.value)).length > 1 &&
    /(?:모두|총|합쳐|합계|합해)\s?$/.test(text.slice(Math.max(0, mention.start - 4), mention.start))
  )
    return discourse.government === null ? nothing('subject:sum-of-firms') : slot(discourse.government, null, 'subject:reports-total')
  const isTotal = /(?:합치면|합계|합쳐|모두 합|두 회사|양사|총\s?\d+개|개사|개 기업|등 \d+곳|\d+곳과)/.test(body)
  if (
    isTotal &&
    discourse.government !== null &&
    discourse.firms.length > 1 &&
    (lastBefore(actors, mention.start) === undefined || !isFirm(lastBefore(actors, mention.start)!.value))
  )
    return slot(discourse.government, null, 'subject:reports-total')
  // "강릉시 1.": a line that opens with a government
  const opener = names[0]
  if (
    opener !== undefined &&
    opener.start === sentence.start &&
    opener.kind === 'organisation' &&
    /^(?:\s\d+\.|,|\s?-|:)/.test(text.slice(opener.end, opener.end + 4))
  )
    return of(opener, 'subject:line')
  const each = respective(text, sentence, mention, names, quantities)
  if (each !== null) return of(each, 'subject:respectively')
  // "회사는", "이 기업이": the firm named last
  if (FIRM_ANAPHOR.test(text.slice(sentence.start, mention.start)) && actors.length === 0 && flow.firm !== null)
    return { ...flow.firm, rule: 'subject:the-firm' }
  const actor = lastBefore(actors, mention.start)
  if (actor !== undefined && (isFirm(actor.value) || indicator === 'budget' || stage !== 'mou')) return of(actor, 'subject:topic')
  // an agreement: the firm in it invests
  if (stage === 'mou' || stage === 'contract') {
    const firm = names.find((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value))
    if (firm !== undefined && indicator !== 'firms') return of(firm, 'subject:party')
  }
  if (actor !== undefined && discourse.firms.length === 1 && stage === 'mou' && OF_FIRMS.has(indicator) && areaOf(actor.value) !== null)
    return slot(discourse.firms[0]!, null, 'subject:only-firm')
  if (actor !== undefined) return of(actor, 'subject:topic')
  const ministry = names.find((n) => n.rule === 'organisation:public-body' && n.start < mention.start && /^의/.test(text.slice(n.end, n.end + 1)))
  if (ministry !== undefined && /지정/.test(body)) return of(ministry, 'subject:by-whom')
  if (selfNamed(text, sentence) && discourse.government !== null) return slot(discourse.government, null, 'subject:self')
  if (stage === 'mou' && (flow.subject === null || !isFirm(flow.subject.value ?? '')) && indicator !== 'firms' && indicator !== 'budget') {
    const lead = discourse.parties.find((p) => isFirm(p)) ?? (discourse.firms.length === 1 ? discourse.firms[0] : undefined)
    if (lead !== undefined) return slot(lead, null, 'subject:lead-party')
  }
  if (
    OF_FIRMS.has(indicator) &&
    discourse.firms.length === 1 &&
    (stage === 'mou' || /(?:이|해당) (?:회사|기업|업체|공장)/.test(body)) &&
    (flow.subject === null || !isFirm(flow.subject.value ?? ''))
  )
    return slot(discourse.firms[0]!, null, 'subject:only-firm')
  if (flow.subject !== null) return { ...flow.subject, rule: 'subject:flow' }
  if (actors[0] !== undefined) return of(actors[0], 'subject:topic-after')
  const first = names.find((n) => n.kind === 'organisation')
  if (first !== undefined) return of(first, 'subject:only-name')
  return discourse.government === null ? nothing('subject:none') : slot(discourse.government, null, 'subject:document')
}

const selfNamed = (text: string, sentence: Span): boolean =>
  /(?:^|[\s“‘"'])(?:시|군|도|구|우리시|우리 시)(?:는|은|가|이)\s/.test(text.slice(sentence.start, sentence.end))

/** The subject that the next sentence may leave out. */
function carry(
  text: string,
  sentence: Span,
  actors: readonly NameCandidate[],
  names: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
): void {
  const actor = actors[0]
  if (actor !== undefined) flow.subject = slot(actor.value, { start: actor.start, end: actor.end }, 'subject:topic')
  else if (selfNamed(text, sentence) && discourse.government !== null) flow.subject = slot(discourse.government, null, 'subject:self')
  const firm = names.findLast((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value))
  if (firm !== undefined) flow.firm = slot(firm.value, { start: firm.start, end: firm.end }, 'subject:firm')
}

/** "속초 파크골프장 확충사업": the works name their site. */
const SITE_OF_WORK =
  /(?:^|[\s'‘“"])([가-힣]{2,3}) ([가-힣]{2,10}(?:장|공원|센터|병원|타운|관|역|공항|터미널|시장)) (?:확충|조성|건립|신축|증축|재개발|정비|확장|이전)/

const TOPIC_PLACE = /^(?:은|는)\s/

const WIDE = /^(?:수도권|비수도권|미국|중국|일본|유럽|실리콘밸리|아시아|서울)$/

function choosePlace(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  actors: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
  subject: string | null,
  stage: Stage,
): Slot<string | null> {
  const actor = lastBefore(actors, mention.start)
  const from = actor === undefined ? sentence.start : actor.start
  let best: NameCandidate | null = null
  // "광주경제자유구역은 … 등 4개 지구 4.371㎢가 지정됐다": the topic is the place, the list its parts
  const topic = names.find((n) => n.kind === 'place' && n.start - sentence.start < 4 && TOPIC_PLACE.test(text.slice(n.end, n.end + 2)))
  if (topic !== undefined && /등 \d/.test(text.slice(sentence.start, mention.start)))
    return slot(topic.value, { start: topic.start, end: topic.end }, 'place:topic')
  for (const name of names) {
    if (name.kind !== 'place' || WIDE.test(name.value)) continue
    if (name.rule === 'place:area' && /^[\s=·]/.test(text.slice(name.end, name.end + 1))) continue
    if (name.start >= mention.start) continue
    // before the topic only what leads the whole sentence, not another firm's site
    if (name.start >= from || (best === null && !actors.some((a) => a.start < name.start && a !== actor))) best = name
  }
  if (best !== null) {
    const near = /^\s?(인근|일대)/.exec(text.slice(best.end, best.end + 3))
    const value = near === null ? best.value : `${best.value} ${near[1]}`
    return slot(value, { start: best.start, end: best.end }, 'place:sentence')
  }
  const site = SITE_OF_WORK.exec(text.slice(sentence.start, Math.min(sentence.end, mention.end + 40)))
  if (site !== null && areaByShortName(site[1]!) !== undefined) {
    const at = sentence.start + site.index + site[0].indexOf(site[1]!)
    return slot(`${site[1]} ${site[2]}`, { start: at, end: at + site[1]!.length + 1 + site[2]!.length }, 'place:site-of-work')
  }
  void stage
  const locative = names.find((n) => n.locative && n.start < mention.start)
  if (locative !== undefined) return slot(text.slice(locative.start, locative.end), { start: locative.start, end: locative.end }, 'place:locative')
  if (flow.place !== null && flow.placeOf === subject && subject !== null && (isFirm(subject) || (areaOf(subject) === null && flow.stageAge <= 1)))
    return { ...flow.place, rule: 'place:flow' }
  if (subject !== null) {
    const area = areaOf(subject)
    if (area !== null) return slot(area, null, 'place:of-government')
  }
  if (subject === null || isFirm(subject)) {
    if (flow.place !== null) return { ...flow.place, rule: 'place:flow' }
    if (discourse.headPlace !== null && !discourse.headPlace.rule.endsWith(':area')) return discourse.headPlace
    const government = discourse.government === null ? null : areaOf(discourse.government)
    if (government !== null && stage !== 'pledge') return slot(government, null, 'place:of-government')
    if (discourse.headPlace !== null) return discourse.headPlace
  }
  if (discourse.candidate !== null && discourse.headPlace !== null) return discourse.headPlace
  return nothing('place:none')
}

/** In "A는 2026년까지 …, B는 2027년까지 …" each has its own dates; one before the first topic is for all. */
function ownDates(dates: readonly Mention[], actors: readonly NameCandidate[], mention: Mention): readonly Mention[] {
  if (actors.length < 2) return dates
  const own = lastBefore(actors, mention.start)
  if (own === undefined) return dates
  const next = actors.find((a) => a.start > mention.start)
  const first = actors[0]!
  return dates.filter((d) => d.start < first.start || (d.start >= own.start && (next === undefined || d.start < next.start)))
}

const DUE_AFTER =
  /^(?:까지|이면|\s안에|\s?(?:[가-힣]{0,4})?\s?(?:완공|준공|개장|개소|개관|가동|양산|입주|마무리|끝|완료)|에\s?(?:완공|준공|개장|가동|끝|마무리|완료)|\s?내에?\s|\s?현재|\s?기준|안에)/
const SIGNING = /^(?:에|,)?[^.]{0,20}?(?:협약|체결|서명|발표|밝혔|고시|공고|제출|선정|개최)/
const THIS_YEAR = /^(?:올해|내년|금년|연내|올해 안|연말)/

function datesOf(
  text: string,
  sentence: Span,
  mention: Mention,
  clause: Span,
  dates: readonly Mention[],
  stage: Stage,
): { due: Slot<DateValue | null>; start: Slot<DateValue | null> } {
  let due: Slot<DateValue | null> = nothing('due:none')
  let start: Slot<DateValue | null> = nothing('start:none')
  let dueRank = 0
  const done = stage === 'result' || stage === 'operation'
  for (const date of dates) {
    const after = text.slice(date.end, date.end + 26)
    const span = { start: date.start, end: date.end }
    const value = date.value as DateValue | null
    const inClause = date.start >= clause.start && date.end <= clause.end
    const near = inClause ? 2 : 0
    if (typeof value === 'object' && value !== null) {
      // 접수 기간 and campaign days are no term of the work
      if (!/^\d{4}(?:-\d{2})?$/.test(value.from)) continue
      const rank = 4 + near + (date.start < mention.start ? 1 : 0)
      const term = date.rule.endsWith(':range') || date.rule === 'date:years' || date.rule === 'date:months'
      // a half-year or a quarter is one date, not a term
      if (!term) {
        if ((DUE_AFTER.test(after) || done || (inClause && date.start < mention.start)) && rank > dueRank) {
          dueRank = rank
          due = slot(value, span, 'due:part-of-year')
        }
        continue
      }
      if (rank > dueRank) {
        dueRank = rank
        due = slot(value.to, span, 'due:range')
        start = slot(value.from, span, 'start:range')
      }
      continue
    }
    if (/^(?:부터|\s?(?:이후|뒤로|이래))/.test(after) || /^[^.,]{0,20}(?:뒤로|이후로|이래)/.test(after) || /^(?:에|부터)?\s?착공/.test(after)) {
      start = slot(value, span, 'start:from')
      continue
    }
    const until = /까지$/.test(date.text) || DUE_AFTER.test(after)
    let rank = 0
    if (until) rank = inClause ? 5 : 2
    else if (done && inClause && !SIGNING.test(after)) rank = 3
    else if (done && dates.length === 1 && !SIGNING.test(after)) rank = 1
    else if (inClause && THIS_YEAR.test(date.text) && date.start < mention.start && !SIGNING.test(after)) rank = 2
    if (rank === 0) continue
    // the last one before the number speaks for it
    rank += near + (date.start < mention.start ? 1 : 0)
    if (rank >= dueRank) {
      dueRank = rank
      due = slot(value, span, until ? 'due:until' : 'due:when-counted')
    }
  }
  void sentence
  return { due, start }
}

/** "… 짓기로 했다. 시는 이 회사와 협약을 맺고": a firm's plan that the next sentences sign is signed. */
function signedNext(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.stage.value !== 'plan' || draft.line !== null || draft.subject.value === null || !isFirm(draft.subject.value)) continue
    for (let k = draft.sentence + 1; k <= draft.sentence + 2 && k < units.length; k++) {
      const { start, end } = units[k]!
      const body = text.slice(start, end)
      if (!saysAgreement(body)) continue
      if (!/(?:이|해당|같은) (?:회사|기업|업체|내용)|이를 위해|이와 관련|이번/.test(body) && !body.includes(draft.subject.value)) continue
      draft.stage = slot('mou', { start, end }, 'stage:signed-next')
      break
    }
  }
}

/** Body before title, the verb's own clause before a passing mention. */
function weightOf(text: string, mention: Mention, s: number, inHead: boolean, sentence: Span, own: ReturnType<typeof stageOf>): number {
  const ends = text.charAt(sentence.end - 1)
  const full = ends === '.' || ends === '”' || ends === '"'
  return (full ? 4 : 0) + (s === 0 || inHead ? -2 : 0) + (own === null ? 0 : 1) + (/^\s?규모/.test(text.slice(mention.end, mention.end + 4)) ? 2 : 0)
}

/** One number said twice is one commitment: the sentence that says it best. */
function dropRepeats(drafts: readonly Draft[]): Draft[] {
  const best = new Map<string, Draft>()
  for (const draft of drafts) {
    const key = `${draft.indicator.value}|${draft.mention.value}|${draft.mention.unit}`
    const other = best.get(key)
    if (other === undefined) {
      best.set(key, draft)
      continue
    }
    if (draft.sentence === other.sentence) {
      best.set(`${key}|${draft.mention.start}`, draft)
      continue
    }
    const [kept, dropped] = draft.weight > other.weight ? [draft, other] : [other, draft]
    if (kept.due.value === null && kept.due.span === null && dropped.due.value !== null) kept.due = { ...dropped.due, rule: 'due:repeated' }
    if (kept.place.span === null && dropped.place.span !== null) kept.place = dropped.place
    best.set(key, kept)
  }
  return withoutRoundedHeads([...best.values()].sort((a, b) => a.mention.start - b.mention.start))
}

/** "3조 투입" in a headline is the 3조1천억 of the body, rounded. */
function withoutRoundedHeads(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => {
    if (draft.sentence > 2 || draft.weight >= 4 || draft.mention.kind !== 'money') return true
    const value = draft.mention.value as number
    return !drafts.some((other) => {
      if (other === draft || other.sentence <= draft.sentence || other.mention.kind !== 'money') return false
      const exact = other.mention.value as number
      return exact !== value && Math.abs(exact - value) <= exact * 0.1 && value % 10 ** (Math.floor(Math.log10(value)) - 1) === 0
    })
  })
}

const MOST_APART = 5
const DONE_BY =
  /^(?:에|까지|년)?\s?(?:[가-힣]{0,6}\s)?(?:완공|준공|개장|가동|상업운전|양산|입주|완료)|^[^.]{0,12}(?:완공|준공|개장|가동)이? 목표|^[^.]{0,8}시작할 것/
const BEGINS = /^(?:부터|에)?[^.]{0,12}착공/

/**
 * A date said beside the numbers, not with them: parts take the date of their total, later results that of the first,
 * and a finishing date said once in a short document holds for the whole matter.
 */
function inheritDates(text: string, sentences: readonly Span[], mentions: readonly Mention[], drafts: readonly Draft[]): void {
  let before: Draft | null = null
  const lastOf = new Map<Indicator, Draft>()
  for (const draft of drafts) {
    const body = text.slice(sentences[draft.sentence]!.start, sentences[draft.sentence]!.end)
    const open = draft.due.value === null && draft.due.span === null
    if (
      open &&
      before !== null &&
      before.subject.value === draft.subject.value &&
      draft.stage.value === before.stage.value &&
      draft.sentence - before.sentence <= MOST_APART &&
      draft.stage.value !== 'pledge'
    ) {
      const parts = /(?:별로는|별로 보면|이 가운데|이 중|이중|가운데|나머지|항목별)/.test(body) || /^[■□◆◇▲△○●ㅇ]/.test(body)
      const flows = draft.stage.value === 'result' || parts || (draft.sentence - before.sentence <= 2 && draft.stage.value !== 'plan')
      if (flows && before.due.value !== null) {
        // a part goes with the total of its own kind
        const total = parts ? lastOf.get(draft.indicator.value) : undefined
        draft.due = { ...(total ?? before).due, rule: 'due:flow' }
        if (parts && draft.start.value === null && before.start.value !== null) draft.start = { ...before.start, rule: 'start:flow' }
      }
    }
    if (draft.due.value !== null || draft.due.span !== null) {
      before = draft
      if (draft.due.value !== null) lastOf.set(draft.indicator.value, draft)
    }
  }
  sameMatter(text, sentences, mentions, drafts)
}

/** One matter in a short document: its finishing date, wherever it stands. */
function sameMatter(text: string, sentences: readonly Span[], mentions: readonly Mention[], drafts: readonly Draft[]): void {
  const subjects = new Set(drafts.map((d) => d.subject.value))
  if (subjects.size !== 1 || drafts.some((d) => d.stage.value === 'pledge' || d.stage.value === 'result')) {
    yearOfProgramme(drafts)
    return
  }
  if (sentences.length > 24) return
  let due: Slot<DateValue | null> | null = null
  let start: Slot<DateValue | null> | null = null
  const tableLines = drafts.flatMap((d) => d.line ?? [])
  for (const draft of drafts) {
    if (draft.due.value === null || draft.line !== null) continue
    if (due !== null && JSON.stringify(due.value) !== JSON.stringify(draft.due.value)) return
    due = draft.due
  }
  for (const mention of mentions) {
    if (mention.kind !== 'date' || mention.value === null || tableLines.some((l) => mention.start >= l.start && mention.start < l.end)) continue
    const after = text.slice(mention.end, mention.end + 26)
    const span = { start: mention.start, end: mention.end }
    if (BEGINS.test(after) || /^(?:부터)[^.]{0,14}착공/.test(after)) start ??= slot(mention.value as DateValue, span, 'start:document')
    else if (due === null && DONE_BY.test(after)) due = slot(mention.value as DateValue, span, 'due:document')
  }
  for (const draft of drafts) {
    if (draft.line !== null) continue
    if (due !== null && draft.due.value === null && draft.due.span === null) draft.due = { ...due, rule: 'due:document' }
    if (start !== null && draft.start.value === null) draft.start = { ...start, rule: 'start:document' }
  }
}

/** A programme of one year: budgets and targets without a date take the year of the first that has one. */
function yearOfProgramme(drafts: readonly Draft[]): void {
  const first = drafts.find(
    (d) => d.indicator.value === 'budget' && d.stage.value === 'plan' && typeof d.due.value === 'string' && /^\d{4}$/.test(d.due.value),
  )
  if (first === undefined) return
  for (const draft of drafts)
    if (
      draft.due.value === null &&
      draft.due.span === null &&
      draft.stage.value === 'plan' &&
      draft.subject.value === first.subject.value &&
      Math.abs(draft.sentence - first.sentence) <= 8
    )
      draft.due = { ...first.due, rule: 'due:programme' }
}

function finish(input: CommitmentInput, drafts: readonly Draft[], discourse: Discourse): Commitment[] {
  const { text, sentences, units } = input
  const parts = partsOf(text, units, drafts)
  return drafts.map((draft, k) => ({
    subject: draft.subject,
    counterpart: counterparts(draft, discourse),
    what: whatOf(text, draft, units[draft.sentence]!),
    indicator: draft.indicator,
    mention: draft.mentionIndex,
    value: draft.mention.value as number,
    valueMax: draft.mention.valueMax,
    unit: draft.mention.unit ?? '',
    approximate: draft.mention.approximate,
    due: draft.due,
    start: draft.start,
    place: draft.place,
    stage: draft.stage,
    partOf: parts[k]!,
    evidence: draft.line ?? lineOf(sentences, draft.mention.start),
    certainty: draft.mention.certainty * 0.8,
  }))
}

function counterparts(draft: Draft, discourse: Discourse): Slot<string>[] {
  if (draft.stage.value !== 'mou' && draft.stage.value !== 'contract') return []
  return discourse.parties.filter((p) => p !== draft.subject.value).map((p) => slot(p, null, 'counterpart:party'))
}

const PROJECT = /[‘'“"「『]([^’'”"」』\n]{3,40})[’'”"」』]/g
const WORDS_BEFORE = /(?:(?:^|[\s(])([가-힣A-Za-z·]{1,14}))?[\s(]([가-힣A-Za-z·]{2,14})\s*(?:약|총|최대|최소|모두|무려|전체)?\s*$/
/** Words that say when, how much or for whom, and nothing of the matter. */
const NO_MATTER =
  /(?:까지|부터|년|월|일|동안|현재|기준|올해|내년|지난해|그동안|이를|함께|또|또한|아울러|이어|[가-힣](?:면|돼|해|며|서|만|로|된|한)|들어오고|짓고|있고|넣고|세우고|놓고|모두|각각|약|총|넘는|규모의|있는|하는|위해|통해|대해|으로|에서|에게|으며|하고|이며|했고|이고|및|등|등의)$/

/**
 * What the number is of (대상): the quoted project of the sentence, else the noun phrase before the number with its particle off
 * ("고용인원", "부품자체 수급률"), else the table's label, else the indicator's id.
 */
function whatOf(text: string, draft: Draft, sentence: Span): Slot<string> {
  if (draft.line !== null && draft.indicator.span !== null) {
    const { span } = draft.indicator
    return slot(text.slice(span.start, span.end), span, 'what:label')
  }
  const before = text.slice(sentence.start, draft.mention.start)
  const match = WORDS_BEFORE.exec(` ${before.slice(-48)}`)
  if (match !== null) {
    const last = withoutParticle(match[2]!)
    if (last.length >= 2 && !NO_MATTER.test(match[2]!) && last !== draft.subject.value) {
      const lead =
        match[1] !== undefined && !NO_MATTER.test(match[1]) && withoutParticle(match[1]) === match[1] && match[1].length > 1 ? match[1] : ''
      const start = sentence.start + before.lastIndexOf(lead === '' ? match[2]! : lead)
      const end = sentence.start + before.lastIndexOf(match[2]!) + last.length
      if (start < end && end - start < 40) return slot(text.slice(start, end).replace(/\s+/g, ' '), { start, end }, 'what:before')
    }
  }
  const body = text.slice(sentence.start, sentence.end)
  PROJECT.lastIndex = 0
  for (let quoted = PROJECT.exec(body); quoted !== null; quoted = PROJECT.exec(body)) {
    if (/[다요까]$|[.?!]/.test(quoted[1]!)) continue
    const start = sentence.start + quoted.index + 1
    return slot(quoted[1]!, { start, end: start + quoted[1]!.length }, 'what:quoted')
  }
  return draft.indicator.span === null
    ? slot(draft.indicator.value, null, 'what:indicator')
    : slot(text.slice(draft.indicator.span.start, draft.indicator.span.end), draft.indicator.span, 'what:cue')
}

/** A word without its particle, where the particle agrees with it. */
function withoutParticle(word: string): string {
  const stem = stemsOf(word).find((one) => one.length >= 2 && /^(?:은|는|이|가|을|를|의|에|도|와|과)$/.test(word.slice(one.length)))
  return stem ?? word
}

/** The total each part belongs to (부분): parts of the same kind that follow it closely and are said to be parts, or add up to it. */
function partsOf(text: string, units: readonly Span[], drafts: readonly Draft[]): (Slot<number> | null)[] {
  const out: (Slot<number> | null)[] = drafts.map(() => null)
  breakdowns(text, units, drafts, out)
  totalsAfter(drafts, out)
  for (let t = 0; t < drafts.length; t++) {
    const total = drafts[t]!
    if (out[t] !== null) continue
    const value = total.mention.value as number
    let sum = 0
    let end = t + 1
    const members: number[] = []
    while (end < drafts.length && end - t <= 16 && drafts[end]!.sentence - total.sentence <= 4) {
      const part = drafts[end]!
      if (part.mention.unit === total.mention.unit && (part.mention.value as number) < value && sameMoney(part, total)) {
        sum += part.mention.value as number
        members.push(end)
        if (Math.abs(sum - value) <= value * 0.005) break
      }
      end++
    }
    if (members.length > 1 && Math.abs(sum - value) <= value * 0.005) for (const m of members) out[m] ??= slot(t, null, 'part:adds-up')
    for (const m of members) {
      if (out[m] !== null) continue
      const part = drafts[m]!
      const unit = units[part.sentence]!
      const lead = text.slice(part.sentence === total.sentence ? total.mention.end : unit.start, part.mention.start)
      if (/^\s?원?\([^)]*$/.test(lead) || /(?:이 가운데|이 중|이중|그중|그 가운데)/.test(lead))
        out[m] = slot(t, { start: part.mention.start - lead.length, end: part.mention.start }, 'part:said')
    }
  }
  return out
}

/** "산업별로는 …": each is a part of the last amount of its kind before the sentence. */
function breakdowns(text: string, units: readonly Span[], drafts: readonly Draft[], out: (Slot<number> | null)[]): void {
  for (let k = 1; k < drafts.length; k++) {
    const { start } = units[drafts[k]!.sentence]!
    const said = /^[^.,]{0,10}별(?:로는|로 보면|로)/.exec(text.slice(start, start + 16))
    if (said === null) continue
    for (let t = k - 1; t >= 0 && k - t <= 16; t--) {
      const total = drafts[t]!
      if (
        total.sentence === drafts[k]!.sentence ||
        total.indicator.value !== drafts[k]!.indicator.value ||
        total.mention.unit !== drafts[k]!.mention.unit
      )
        continue
      if ((total.mention.value as number) > (drafts[k]!.mention.value as number))
        out[k] = slot(t, { start, end: start + said[0].length }, 'part:breakdown')
      break
    }
  }
}

/** A total may come last: "두 회사를 합치면 195억 원". Parts of the same indicator before it add up to it. */
function totalsAfter(drafts: readonly Draft[], out: (Slot<number> | null)[]): void {
  for (let t = 2; t < drafts.length; t++) {
    const total = drafts[t]!
    const value = total.mention.value as number
    let sum = 0
    const members: number[] = []
    for (let k = t - 1; k >= 0 && t - k <= 16; k--) {
      const part = drafts[k]!
      if (part.indicator.value !== total.indicator.value || part.mention.unit !== total.mention.unit || out[k] !== null) continue
      sum += part.mention.value as number
      members.push(k)
      if (sum >= value) break
    }
    if (members.length > 1 && Math.abs(sum - value) <= value * 0.005) for (const m of members) out[m] = slot(t, null, 'part:adds-up')
  }
}

const sameMoney = (a: Draft, b: Draft): boolean =>
  a.mention.kind === b.mention.kind && (a.mention.kind !== 'area' || a.indicator.value === b.indicator.value)

/** The sentence or line that holds a position. Binary search: spans stand in order. */
function lineOf(sentences: readonly Span[], position: number): Span {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.start <= position) low = middle
    else high = middle - 1
  }
  return sentences[low]!
}
