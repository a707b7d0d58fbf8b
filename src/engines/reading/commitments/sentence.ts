import { cued } from '../cue.ts'
import { actorsOf, areaOf, type Discourse, isFirm } from '../discourse.ts'
import { noteMatter, saysLongThere } from '../matter.ts'
import type { NameCandidate } from '../names/candidate.ts'
import type { Mention, Slot, Span, Stage } from '../reading.ts'
import { headlineOpens, saysAgreement, saysContract, saysDenied, saysProgress, saysRumour, stageOf } from '../stages/stages.ts'
import { type CommitmentInput, type Draft, type Flow, isOpenDue, nothing, slot } from './draft.ts'
import { countedPast } from './due/counted-past.ts'
import { datesOf, ownDates } from './due/dates.ts'
import { aimedOnLine, aimsAfter, aimsHold, yearBehindArrow } from './layout/aims.ts'
import { type CellFinder, draftOfCell } from './layout/cell.ts'
import { isAsked, isDialogue, noteAskedPlace, noteInterview, noteQuestion } from './layout/dialogue.ts'
import { EFFECTS, NEXT_PART, noteHeading } from './layout/heading.ts'
import { firmOfFigures, measuredBare, noteItemFirm } from './layout/item-figures.ts'
import { noteLine, noteTopicCity, turnsToOffice } from './layout/line.ts'
import { noteNewsItem } from './layout/news-item.ts'
import { noteCountedOff, noteOutline } from './layout/outline.ts'
import { wasPromised } from './layout/pledge-list.ts'
import { noteDraft } from './note.ts'
import { weightOf } from './parts/repeats.ts'
import { noteCeremony, noteComers, noteFirmSite, noteLed, notePlace, noteRespectiveSites } from './place/note.ts'
import { choosePlace } from './place/place.ts'
import { isNewWork, noteAnew } from './stage/anew.ts'
import { attainedIn } from './stage/attained.ts'
import { noteAgreement, stageOfNumber } from './stage/flow.ts'
import { noteStageLeft } from './stage/left.ts'
import { clauseOf } from './stage/stage.ts'
import { stepOf } from './stage/step.ts'
import { carry } from './subject/carry.ts'
import { eachOf, firmsOf, groupOf } from './subject/clues.ts'
import { noteRivals } from './subject/rivals.ts'
import { chooseSubject } from './subject/subject.ts'
import { isBaseline, isRaised, isRestated, leadsTo } from './value/baseline.ts'
import { isBrought, isExpected } from './value/effects.ts'
import { indicatorOf } from './value/indicator.ts'
import { payer } from './value/payer.ts'
import { isMinistrysCount, isNationalCount } from './value/statistics.ts'
import { asWhole, wholeOf } from './value/within.ts'

export const isQuantity = (m: Mention): boolean => m.kind !== 'organisation' && m.kind !== 'place' && m.kind !== 'person'

/** "2022년 지방선거에서 … 만들겠다고 약속했다": a promise of the one who ran. */
const ELECTION = cued(
  /(?:지방선거|선거)(?:에서|\s?때|\s?당시)[^.]{0,80}(?:약속|공약|내걸|내세|하겠다|만들겠다)|(?:후보\s?(?:때|시절|당시)|취임\s?(?:때|당시|하면서|하며))[^.]{0,60}(?:약속|공약|내걸|내세|겠다|장담|공언|호언)/,
)

/** What turns from a promise to what came of it. */
const BUT = /^[가-힣]{0,6}(?:으나|지만|는데)[,\s]/

/** "한국개발연구원은 7,700명의 고용이 생길 것으로 추정했다": who works it out promises nothing. */
const ESTIMATORS = /(?:연구원|연구소|연구회|한국은행|학회|협회)$/
const ESTIMATE = /(?:추정|분석|추산|전망|내다|예측)(?:했|한다|하고|됐|봤|본다)/

/** What papers told. */
const REPORTED = cued(/(?:언론|매체|방송|신문)(?:은|는|이|가|에서|들은|들이)\s[^.]*보도(?:했|한 바|된 바)/)

/** A line under a mark that is a sentence: with numbers by its verb, without any only by its full stop ("▶젊은이가 떠난다" is what an interviewer asks). */
const CLOSED = /[다요까죠][.!?”"]*$/
const TOLD = /[다요죠][.!]["”]?$/

/** "■ 무엇이 들어서나": asks on about the same matter. */
const ASKS_ON = /(?:무엇|무슨|왜|어디|언제|얼마|어떻게|누가)[^.]*(?:나|가|까)\??$/

/** Abbreviations and funds that are no party of anything. */
const ABBREVIATIONS = new Set(['SPC', 'FDI', 'MOU', 'IR', 'ESG', 'PF', 'PFV', 'R&D'])
const isNoParty = ({ value }: NameCandidate): boolean => (value.length < 4 && ABBREVIATIONS.has(value)) || value.endsWith('펀드')

/** How many sentences an answer in minutes may have, and places that nobody named in it. */
const ANSWER = 12
const OF_OFFICE = /^place:(?:of-government|none|flow|matter)$/
const FELL_OUT = /^(?:계획|사업|예산).*(?:제외|빠졌|뺐)/
const AIMED_NOTE = /[함임됨][.]?$/
/** A line of a list, and how far its heading holds. */
const ITEM = /^(?:[○◦ㅇ❍●]|[-–]\s|\d{1,2}[.)]\s)/
const OF_HEADING = 24
/** "경북도는": the topic. */
const OPENS_TOPIC = /^(?:은|는)\s/

/** One of many in a list is not who goes on. */
const ONE_OF_LIST = /^subject:(?:listed|beside|giver)$/

const SIGNERS = cued(/(?:체결한|맺은)\s(?:업체|기업|회사)(?:는|은)\s/)

/** Reads the numbers of one sentence as drafts, and leaves in the flow what the next sentence may take for granted. */
export function readSentence(
  input: CommitmentInput,
  discourse: Discourse,
  flow: Flow,
  s: number,
  here: readonly number[],
  drafts: Draft[],
  cells: CellFinder,
  earlier: readonly Mention[],
): void {
  const { text, units: sentences, named, mentions } = input
  const sentence = sentences[s]!
  const body = text.slice(sentence.start, sentence.end)
  const all = named[s]!.names
  const names = all.some(isNoParty) ? all.filter((n) => !isNoParty(n)) : all
  const actors = actorsOf(text, names).filter((a) => !(ESTIMATORS.test(a.value) && ESTIMATE.test(body)))
  flow.stageAge++
  const agreement = saysAgreement(body)
  if (isDialogue(text, sentences, s)) {
    flow.stage = null
    flow.lastPlace = null
    flow.place = null
    flow.subject = null
  }
  noteQuestion(body, sentence, names, flow)
  if (discourse.cancelled) noteAnew(body, sentence, flow)
  noteLine(text, sentence, names, flow)
  if (turnsToOffice(body, flow) && !names.some((n) => n.kind === 'organisation')) flow.stage = null
  noteOutline(body, flow)
  noteCountedOff(body, flow)
  noteMatter(text, sentence, names, actors, flow, s)
  noteLed(text, sentence, names, flow, s)
  noteComers(text, names, flow)
  noteCeremony(text, body, names, flow, s)
  noteRespectiveSites(text, sentence, names, flow)
  flow.matters[s] = flow.matter
  // a heading of its own line closes the agreement told above it
  if (
    body.length < 44 &&
    /^[■◆◇▶●①-⑳]\s?\S/.test(body) &&
    !(here.length === 0 && ASKS_ON.test(body)) &&
    !(here.length === 0 ? TOLD : CLOSED).test(body)
  ) {
    flow.stage = null
    flow.agreement = null
    if (here.length === 0) {
      if (/^▶/.test(body)) flow.topics++
      if (discourse.office !== null && isFirm(flow.subject?.value ?? '시')) flow.subject = null
      flow.sites.clear()
      flow.lastPlace = null
      flow.money = null
    }
  }
  noteNewsItem(text, sentence, body, all, flow)
  const known = drafts.length
  const headline = s < flow.bodyFrom && headlineOpens(body)
  if (headline) {
    flow.stage = slot<Stage>('operation', sentence, 'stage:headline')
    flow.stageAge = 0
  }
  const isDenied = (u: Span): boolean => saysDenied(text.slice(u.start, u.end))
  const denied =
    saysDenied(body) ||
    (saysRumour(body) && sentences.slice(s + 1, s + 3).some(isDenied)) ||
    // "확정된 바 없다고 밝혔다. 일부 언론은 … 보도했다"
    (REPORTED.test(body) && s > 0 && isDenied(sentences[s - 1]!))
  flow.national = isNationalCount(body) || (flow.national && all.length === 0 && !body.includes('\n'))
  noteHeading(body, s, here.every((index) => mentions[index]!.kind === 'date') && !input.tables.lines.has(sentence.start), flow)
  if (body.length <= 30 && EFFECTS.test(body)) flow.expecting = true
  else if (flow.expecting && NEXT_PART.test(body)) flow.expecting = false
  const quantities: Mention[] = []
  const dates: Mention[] = []
  for (const index of here) {
    const mention = mentions[index]!
    if (mention.kind === 'date') dates.push(mention)
    else if (mention.kind !== 'period') quantities.push(mention)
  }
  const [first] = actors
  if (first !== undefined && first.start === sentence.start && areaOf(first.value) !== null && OPENS_TOPIC.test(text.slice(first.end, first.end + 2)))
    flow.topicOffice = { value: first.value, sentence: s }
  noteTopicCity(text, sentence, s, names, flow)
  noteAskedPlace(text, sentence, s, flow)
  noteItemFirm(text, sentence, names, flow)
  const itemFirm = firmOfFigures(body, flow)
  noteInterview(body, sentence, s, dates, names, flow)
  if (discourse.candidate !== null) noteRivals(text, body, names, discourse.candidate, flow)
  flow.aims = aimsAfter(body, s, dates, quantities.length > 0, flow.aims)
  const toldSoFar = dates.length === 0 ? earlier : [...earlier, ...dates]
  const contract = body.includes('계약') && saysContract(body)
  const stated =
    quantities.length > 0 || agreement || contract || saysProgress(body) || body.includes('부결')
      ? stageOf(body, sentence.start, input.published)
      : null
  const election = ELECTION.exec(body)
  // "후보 때 300억을 장담했으나 맺은 협약은 60억이다": the promise ends where it is taken back
  const promisedTo =
    election === null
      ? sentence.start
      : sentence.start + (BUT.exec(body.slice(election.index + election[0].length))?.index ?? body.length) + election.index + election[0].length
  const asked = isAsked(body)
  for (const index of here) {
    const mention = mentions[index]!
    if (mention.kind === 'date' || mention.kind === 'period') continue
    const elected = mention.start < promisedTo
    const cell = cells.at(mention.start)
    if (cell !== null) {
      const k = quantities.indexOf(mention)
      const spare = isRestated(text, mention, quantities) || isBaseline(text, mention, quantities[k + 1])
      const draft = spare ? null : draftOfCell(text, cell, index, mention, s, flow, discourse, input.published)
      if (draft !== null && isOpenDue(draft) && aimsHold(flow.aims, draft.stage.value)) draft.due = flow.aims.due
      if (draft !== null) drafts.push(draft)
      if (draft?.stage.rule === 'stage:table-title') {
        flow.stage = draft.stage
        flow.stageAge = 0
      }
      // "청년 일자리 창출 / 500명 → 420명": the title of a promise is no label
      if (draft !== null || !flow.pledges || cell.label === null) continue
    }
    if ((denied && !agreement) || asked || (flow.national && !agreement)) continue
    const k = quantities.indexOf(mention)
    // of "A에서 B로" both have the words before A
    const led = k > 0 && leadsTo(text, quantities[k - 1]!, mention) ? k - 1 : k
    const from = led > 0 ? quantities[led - 1]!.end : sentence.start
    const to = k + 1 < quantities.length ? quantities[k + 1]!.start : sentence.end
    if (isBaseline(text, mention, quantities[k + 1]) && !(flow.pledges && wasPromised(text, mention, quantities[k + 1]))) continue
    const whole = typeof mention.value === 'number' ? wholeOf(text, mention, drafts, sentence.start) : null
    const bare = itemFirm === null ? null : measuredBare(mention)
    const indicator =
      bare !== null
        ? slot(bare, null, 'indicator:item-figures')
        : whole !== null
          ? asWhole(whole)
          : indicatorOf(text, mention, from, to, sentence, discourse, actors, names, quantities, flow)
    if (indicator === null) continue
    const clause = clauseOf(text, mention, sentence)
    const own = stageOf(text.slice(clause.start, clause.end), clause.start, input.published)
    // "100개사 공약은 10월 기준 68개사로": the promise is the other number
    const past = own?.strong === true && own.stage !== 'pledge' ? null : countedPast(text, clause, mention, dates, input.published)
    const attained =
      own?.stage === 'cancelled' || own?.stage === 'pledge' ? null : attainedIn(text, sentence, mention, dates, indicator.value, input.published)
    let stage = elected
      ? slot<Stage>('pledge', null, 'stage:election')
      : (past ??
        attained?.stage ??
        stageOfNumber(text, sentence, mention, quantities, actors, indicator.value, own, stated, agreement, flow, discourse, dates, input.published))
    // each line of a paper's list is a matter of its own, as far as its heading says
    if (stage.rule === 'stage:flow' && ITEM.test(body) && flow.heading !== null && s - flow.heading.sentence <= OF_HEADING && !elected)
      stage = flow.heading.stage
    if (stage.rule === 'stage:flow' && own?.stage === 'plan' && (stage.value === 'construction' || stage.value === 'operation') && isNewWork(body))
      stage = slot<Stage>('plan', null, 'stage:new-work')
    // a part that was given up is told by who told of the whole, what fell out of a plan by whose plan it is
    const out = stage.value === 'cancelled' && own !== null && FELL_OUT.test(own.word)
    const asTold = stage.rule === 'stage:given-up' ? 'mou' : out ? 'plan' : stage.value
    // "누계 14개사 → (’28) 40개사": what stands behind the arrow is aimed at
    if (indicator.rule === 'indicator:aim' && stage.value !== 'pledge') stage = slot<Stage>('plan', null, 'stage:aims')
    // "연말까지 30개사를 유치하고 분양률 70%를 달성함", under 목표: what notes aim at
    if (
      flow.aims !== null &&
      flow.aims.done !== true &&
      stage.value === 'result' &&
      /^stage:(?:clause|sentence)$/.test(stage.rule) &&
      AIMED_NOTE.test(body)
    )
      stage = slot<Stage>('plan', null, 'stage:aims')
    let subject = chooseSubject(text, sentence, mention, actors, names, flow, discourse, indicator.value, asTold, quantities)
    if (bare !== null) subject = itemFirm!
    if (elected) {
      // who asks in minutes promised nothing
      const person = names.find(
        (n) => n.kind === 'person' && n.start < mention.start && !/[○◯◎●]\s?[가-힣\s]{0,14}$/.test(text.slice(Math.max(0, n.start - 18), n.start)),
      )
      if (person !== undefined) subject = slot<string | null>(person.value, { start: person.start, end: person.end }, 'subject:elected')
    }
    // how many work somewhere, told of nobody, is a statistic
    if (indicator.value === 'jobs' && stage.rule === 'stage:default' && subject.value === null && !flow.pledges) continue
    if (isMinistrysCount(indicator.value, mention, body, subject.value, stage.value)) continue
    const paid = payer(indicator, subject, stage.value, text.slice(mention.end, mention.end + 16))
    const summed = subject.rule === 'subject:sum-of-firms'
    const chosen = summed
      ? nothing('place:sum-of-firms')
      : choosePlace(text, sentence, mention, names, actors, flow, discourse, subject.value, stage.value, subject.rule, indicator.value, quantities)
    // a bare figure of an item lies where its firm does
    const ofItem =
      bare === null ? chosen : (flow.sites.get(itemFirm!.value) ?? (chosen.rule === 'place:of-government' ? chosen : nothing('place:item')))
    const asksOf = flow.askedPlace !== null && s - flow.askedPlace.sentence <= ANSWER && OF_OFFICE.test(ofItem.rule) ? flow.askedPlace.slot : ofItem
    const place = inOthersTerms(text, asksOf, mention, subject.rule) ? nothing('place:of-another') : asksOf
    const found = datesOf(text, sentence, mention, clause, ownDates(text, dates, actors, mention), asTold, toldSoFar, input.published, quantities)
    const { start, counted } = found
    let { due } = found
    if (stage.rule === 'stage:attained' && due.value === null) due = attained!.due
    if (due.value === null && aimsHold(flow.aims, stage.value)) due = flow.aims.due
    if (due.value === null && stage.value === 'plan') due = aimedOnLine(body, dates) ?? due
    if (indicator.rule === 'indicator:aim') due = yearBehindArrow(text, mention, dates) ?? due
    if (summed) due = nothing('due:sum-of-firms')
    if (indicator.value === 'firms' && stage.value === 'mou') due = nothing('due:count-of-firms')
    if (due.value === null && /^당시\s|\s당시\s(?:[가-힣]+\s)?$/.test(text.slice(sentence.start, mention.start).slice(0, 4)))
      due = nothing('due:expected')
    if (due.value === null && flow.expecting && isBrought(indicator.value)) due = nothing('due:expected')
    if (due.value === null && isExpected(text, mention, sentence, indicator.value, subject.value === null || !isFirm(subject.value)))
      due = nothing('due:expected')
    // "6월까지 8조 원 … 목표 10조 원의 81%": the date was the other number's
    const { span } = due
    if (stage.rule === 'stage:target' && span !== null && quantities.some((q) => q.start > span.end && q.end < mention.start))
      due = nothing('due:none')
    const raised = isRaised(text, mention, k > 0 ? quantities[k - 1] : undefined)
    // "100만명을 2028년까지 150만명으로": a date between the two is that of the second
    if (raised && !(due.span !== null && due.span.start >= quantities[k - 1]!.end)) due = nothing('due:raised')
    drafts.push({
      mentionIndex: index,
      mention,
      sentence: s,
      indicator: paid,
      weight: weightOf(text, mention, s, s < flow.bodyFrom, sentence, own),
      step: stepOf(text, sentence, mention, flow.steps[s] ?? null),
      line: null,
      matter: flow.matter,
      subject,
      due,
      counted,
      start,
      place,
      stage: raised && stage.value !== 'pledge' && stage.value !== 'cancelled' ? slot<Stage>('plan', null, 'stage:raised') : stage,
    })
    noteDraft(drafts.at(-1)!, indicator.value, stage, flow)
    for (const other of eachOf(text, sentence, mention, names, subject, quantities))
      drafts.push({ ...drafts.at(-1)!, subject: other, place: flow.sites.get(other.value!) ?? nothing('place:none') })
  }
  const group = groupOf(text, names)
  if (group.length > 0) flow.group = { names: group, sentence: s }
  const firms = firmsOf(names)
  if (firms.length > 1) flow.several = { names: firms, sentence: s }
  const carried = flow.subject
  // "이날 분양을 체결한 업체는 ㈜가람, 나래다": parties of what was just signed
  const signers = flow.agreement !== null && SIGNERS.test(body)
  if (agreement || contract || signers) noteAgreement(body, names, flow)
  carry(text, sentence, actors, names, flow, discourse)
  // whose the last number was is who goes on: "청은 A가 8천만유로를 투자한다고 했다. 면적은 …"
  const last = drafts.length > known && drafts.at(-1)!.line === null ? drafts.at(-1)!.subject : null
  if (
    last !== null &&
    last.value !== null &&
    last.span !== null &&
    last.span.start >= sentence.start &&
    flow.subject?.rule !== 'subject:lead-investor' &&
    !ONE_OF_LIST.test(last.rule) &&
    (isFirm(last.value) || last.rule === 'subject:elected')
  )
    flow.subject = last
  // a number of the present matter that is the same one's makes the matter its own
  if (last !== null && last.value !== null && last.value === flow.subject?.value) flow.subjectMatter = flow.matter?.id ?? null
  // "시와 시행자인 ㈜가람이 닦는 땅은": the one named first goes on
  if (drafts.length > known && drafts.at(-1)!.subject.rule === 'subject:joint') flow.subject = drafts.at(-1)!.subject
  if (flow.subject !== null && flow.subject !== carried) flow.subjectMatter = flow.matter?.id ?? null
  if (saysLongThere(body)) flow.sentence = s + 1
  else {
    notePlace(text, names, flow, s)
    if (drafts.length === known && firms.length === 1) noteFirmSite(body, firms[0]!.value, flow, s)
  }
  if (drafts.length === known) noteStageLeft(body, sentence.start, quantities, stated, agreement, flow)
}

/** Terms of several firms in brackets: a place in the brackets of one is no other's. */
const inOthersTerms = (text: string, place: Slot<string | null>, mention: Mention, rule: string): boolean =>
  rule === 'subject:bracket' && place.span !== null && place.span.start > mention.end && text.slice(mention.end, place.span.start).includes(')')
