import { type Flow, lastBefore, nothing, slot } from './commitment-draft.ts'
import { byHead, groupOf, leadOfLine, promisedBy, respective, selfNamed, selfReports, unnamed } from './commitment-subject-clues.ts'
import { areaOf, type Discourse, isFirm, isOutlet } from './discourse.ts'
import type { NameCandidate } from './name-candidate.ts'
import type { Indicator, Mention, Slot, Span, Stage } from './reading.ts'

const FIRM_ANAPHOR = /(?:^|\s)(?:회사|업체|이 회사|이 기업|이 업체|해당 기업|해당 업체)(?:는|은|가|이|측은|측이)\s/

/** "성하진 대표는": he speaks for the firm that the document is about. */
const SPEAKER_OF_FIRM = /[가-힣]{2,4}\s(?:[가-힣A-Za-z]{2,10}\s)?(?:대표|대표이사|회장|사장|부사장)(?:는|은|이|가)\s/
/** "윤 청장은", "예 국장은": he speaks for the office. */
const SPEAKER_OF_OFFICE = /[가-힣]{1,4}\s?(?:청장|시장|군수|지사|구청장|국장|과장|실장|본부장)(?:은|는|이|가)\s/
/** Several named before, spoken of as one. */
export const TOGETHER =
  /(?:^|\s)(?:이들|이들 (?:기업|업체|회사)|참여 기업들?|협약 기업들?|(?:두|세|네|다섯|여섯|\d+개) (?:회사|기업|업체)|\d+개사)(?:은|는|이|가)\s/

/** Several spoken of together, whatever particle follows. */
const SEVERAL = /(?:^|\s)(?:이들|양사|(?:두|세|네|다섯|여섯|\d+개)\s?(?:회사|기업|업체|사))(?:은|는|이|가|의)?\s/

/** What leads to a name behind the number. */
const POINTS = /(?:곳|기업|회사|업체)(?:은|는)\s[^.]{0,24}$/

/** Words that sum up several. */
const TOTAL = /(?:합치면|합계|합쳐|모두 합|두 회사|양사|총\s?\d+개|개사|개 기업|등 \d+곳|\d+곳과)/

/** What a firm brings rather than the office that signs with it. */
const OF_FIRMS: ReadonlySet<Indicator> = new Set(['investment', 'area', 'jobs', 'capacity'])

/** Whose commitment it is (주체): the topic before the number, a party of the agreement, the office that reports a total, else the subject carried from before. */
export function chooseSubject(
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
  const office = flow.lineOffice ?? discourse.office
  const body = text.slice(sentence.start, sentence.end)
  if (stage === 'cancelled' && discourse.unnamedInvestor) return nothing('subject:unnamed')
  const rival = promisedBy(text, mention, names, discourse.candidate)
  if (rival !== null) return of(rival, 'subject:whose-pledge')
  if (stage === 'pledge' && discourse.candidate !== null) return slot(discourse.candidate, null, 'subject:candidate')
  // "A는 …, B는 … 각각 투자해 모두 145명을": the sum over firms belongs to none of them
  if (
    actors.filter((a) => isFirm(a.value)).length > 1 &&
    /(?:모두|총|합쳐|합계|합해)\s?$/.test(text.slice(Math.max(0, mention.start - 4), mention.start))
  )
    return office === null ? nothing('subject:sum-of-firms') : slot(office, null, 'subject:reports-total')
  // "강릉시 1.": a line that opens with a government
  const opener = names[0]
  if (
    opener !== undefined &&
    opener.start === sentence.start &&
    opener.kind === 'organisation' &&
    /^(?:\s\d+\.|,|\s?-|:)/.test(text.slice(opener.end, opener.end + 4))
  ) {
    // "대전광역시 4. SK온 연구원 증설": the matter is the firm's
    const head = names[1]
    if (
      head !== undefined &&
      head.kind === 'organisation' &&
      isFirm(head.value) &&
      head.end < mention.start &&
      /^\s\d+\.\s$/.test(text.slice(opener.end, head.start))
    )
      return of(head, 'subject:line')
    // "진천군 1. 진천군은 ㈜가람과 투자협약을 체결": a line of a list that signs speaks of the firm's own numbers; "영동군 5. 한국수력원자력이": of who stands there
    const party = names.find((n) => n.kind === 'organisation' && isFirm(n.value) && !isOutlet(n.value))
    if ((stage === 'mou' || stage === 'contract') && OF_FIRMS.has(indicator) && party !== undefined) return of(party, 'subject:party')
    if (
      head !== undefined &&
      head.kind === 'organisation' &&
      head.value !== opener.value &&
      areaOf(head.value) === null &&
      /^\s\d+\.\s$/.test(text.slice(opener.end, head.start)) &&
      /^(?:이|가|은|는)\s/.test(text.slice(head.end, head.end + 2))
    )
      return of(head, 'subject:line')
    return of(opener, 'subject:line')
  }
  if (OF_FIRMS.has(indicator) && unnamed(text, sentence, mention, actors)) return nothing('subject:unnamed')
  // "총 투자액은 2,340억 원, 신규 고용은 280명이다", after the list of those who signed
  if (
    office !== null &&
    actors.length === 0 &&
    (flow.agreement?.counted ?? false) &&
    discourse.firms.length > 1 &&
    /^(?:[○ㅇ\-·]\s?)?(?:총|전체|이들의 총)\s?(?:투자|고용|신규)/.test(body)
  )
    return slot(office, null, 'subject:reports-total')
  // "두 회사의 신규 고용은 모두 130명이다", where no office reports it
  if (
    office === null &&
    actors.length === 0 &&
    /(?:두|세|네) (?:회사|기업|업체)의|이들(?:의)?\s/.test(body) &&
    /(?:모두|총|합쳐)\s?(?:약\s)?$/.test(text.slice(sentence.start, mention.start))
  )
    return nothing('subject:sum-of-firms')
  const before = text.slice(sentence.start, mention.start)
  // "입주 협약은 ㈜가람, 나래텍 등 3개사가 마쳤다": of firms that act, the one named first
  if (indicator === 'firms' && /^(?:이|가|은|는)\s/.test(text.slice(mention.end, mention.end + 2))) {
    const listed = groupOf(
      text,
      names.filter((n) => n.end <= mention.start),
    )
    const last = listed.at(-1) ?? names.findLast((n) => n.kind === 'organisation' && n.end <= mention.start)
    if (last !== undefined && isFirm(last.value) && /^\s등\s(?:총\s|모두\s)?$/.test(text.slice(last.end, mention.start)))
      return of(listed[0] ?? last, 'subject:first-of-several')
  }
  // "두 회사는 2031년까지 더 세운다": what two do together is the first one's
  if (
    actors.length === 0 &&
    flow.group !== null &&
    flow.sentence - flow.group.sentence <= 4 &&
    isFirm(flow.group.names[0]!.value) &&
    /(?:^|\s)(?:두|세) (?:회사|기업|업체)(?:는|은|가|이)\s|(?:^|\s)양사(?:는|가)\s/.test(before) &&
    !/(?:모두|총|합쳐|합해|합계)\s?(?:약\s)?$/.test(before) &&
    indicator !== 'jobs'
  )
    return of(flow.group.names[0]!, 'subject:lead')
  // "두 회사가 들이는 돈은 모두 177억 원, 새로 뽑는 사람은 25명이다"
  if (
    office !== null &&
    actors.length === 0 &&
    SEVERAL.test(before) &&
    /(?:모두|총|합쳐|합해|합계|다 합|더하면)\s?/.test(body) &&
    indicator !== 'capacity'
  )
    return slot(office, null, 'subject:reports-total')
  // "이들은 2028년까지 모두 …": those named before, together
  if (office !== null && discourse.firms.length > 1 && actors.length === 0 && TOGETHER.test(text.slice(sentence.start, mention.start)))
    return slot(office, null, 'subject:reports-total')
  const isTotal = TOTAL.test(body)
  if (
    isTotal &&
    office !== null &&
    (discourse.firms.length > 1 || /합치면|합하면/.test(body)) &&
    (lastBefore(actors, mention.start) === undefined || !isFirm(lastBefore(actors, mention.start)!.value))
  )
    return slot(office, null, 'subject:reports-total')
  const led = leadOfLine(text, sentence, mention, names)
  if (led !== null) return of(led, 'subject:line')
  // "3000만 달러로 몫이 가장 큰 곳은 ㈜가람이다"
  const pointed = names.find(
    (n) =>
      n.kind === 'organisation' &&
      n.start > mention.end &&
      isFirm(n.value) &&
      POINTS.test(text.slice(mention.end, n.start)) &&
      /^(?:이다|다[.\s]|이었|였|으로|로[,\s])/.test(text.slice(n.end, n.end + 3)),
  )
  if (pointed !== undefined) return of(pointed, 'subject:pointed')
  // "시와 시행자인 ㈜가람이 닦는 땅은": the one named first leads
  if (discourse.government !== null && /^(?:시|도|군|구)(?:와|과)\s/.test(body) && actors.some((a) => isFirm(a.value) && a.start < mention.start))
    return slot(discourse.government, null, 'subject:joint')
  // "A와 6억 위안, B와 4,500만 달러 규모의 계약": each with its own
  const beside = names.findLast((n) => n.kind === 'organisation' && n.end < mention.start)
  if (
    beside !== undefined &&
    (stage === 'mou' || stage === 'contract') &&
    isFirm(beside.value) &&
    /^(?:와|과)\s(?:각각\s)?$/.test(text.slice(beside.end, mention.start)) &&
    !/[,·]\s?$/.test(text.slice(Math.max(sentence.start, beside.start - 2), beside.start))
  )
    return of(beside, 'subject:partner')
  // "A 70명, B 55명": the name right before its number
  if (
    beside !== undefined &&
    beside.rule !== 'organisation:dateline' &&
    isFirm(beside.value) &&
    /^(?:의)?\s(?:약\s)?$/.test(text.slice(beside.end, mention.start))
  )
    return of(beside, 'subject:beside')
  const each = respective(text, sentence, mention, names, quantities, flow)
  if (each !== null) return each
  // "회사는", "이 기업이": the firm named last
  if (FIRM_ANAPHOR.test(text.slice(sentence.start, mention.start)) && actors.length === 0 && flow.firm !== null)
    return { ...flow.firm, rule: 'subject:the-firm' }
  const actor = lastBefore(actors, mention.start)
  // "시는 ㈜가람과 맺은 투자협약이 해지됐다고 밝혔다": the firm's plan is undone
  if (stage === 'cancelled' && OF_FIRMS.has(indicator) && (actor === undefined || areaOf(actor.value) !== null) && /협약|계약/.test(body)) {
    const firm = names.find((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value) && !isOutlet(n.value))
    if (firm !== undefined) return of(firm, 'subject:party')
  }
  const partner =
    stage === 'contract' &&
    indicator !== 'budget' &&
    actor !== undefined &&
    areaOf(actor.value) !== null &&
    names.some((n) => n.kind === 'organisation' && isFirm(n.value) && !isOutlet(n.value))
  if (actor !== undefined && !partner && (isFirm(actor.value) || indicator === 'budget' || stage !== 'mou')) return of(actor, 'subject:topic')
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
  const headed = byHead(text, sentence, discourse)
  if (headed !== null) return slot(headed, null, 'subject:head-noun')
  if ((selfNamed(text, sentence) || selfReports(text, sentence)) && discourse.government !== null)
    return slot(flow.lineOffice ?? discourse.government, null, 'subject:self')
  if (
    (stage === 'mou' || (stage === 'contract' && discourse.firms.length === 1)) &&
    (flow.subject === null || !isFirm(flow.subject.value ?? '')) &&
    indicator !== 'firms' &&
    indicator !== 'budget'
  ) {
    const lead = discourse.parties.find((p) => isFirm(p)) ?? (discourse.firms.length === 1 ? discourse.firms[0] : undefined)
    if (lead !== undefined && (discourse.firstAt.get(lead) ?? 0) < sentence.end) return slot(lead, null, 'subject:lead-party')
  }
  if (
    OF_FIRMS.has(indicator) &&
    discourse.firms.length === 1 &&
    (discourse.firstAt.get(discourse.firms[0]!) ?? 0) < sentence.end &&
    (stage === 'mou' || /(?:이|해당) (?:회사|기업|업체|공장)/.test(body)) &&
    (flow.subject === null || !isFirm(flow.subject.value ?? ''))
  )
    return slot(discourse.firms[0]!, null, 'subject:only-firm')
  if (SPEAKER_OF_FIRM.test(text.slice(sentence.start, mention.start)) && discourse.firms[0] !== undefined)
    return slot(discourse.firms[0], null, 'subject:speaker')
  // another firm's matter is over: what follows without a name is the office's
  const over = flow.subject !== null && flow.subjectMatter !== flow.matter?.id && isFirm(flow.subject.value ?? '') && office !== null
  // lines of a notice without a name are its publisher's
  if (discourse.published && office !== null && actors.length === 0 && !/[다요까죠][.!?”"]*$/.test(body) && flow.lineOffice === null)
    return slot(office, null, 'subject:document')
  if (
    flow.subject !== null &&
    isFirm(flow.subject.value ?? '') &&
    office !== null &&
    actors.length === 0 &&
    SPEAKER_OF_OFFICE.test(text.slice(sentence.start, mention.start))
  )
    return slot(office, null, 'subject:speaker')
  if (flow.subject !== null && !over) return { ...flow.subject, rule: 'subject:flow' }
  if (actors[0] !== undefined) return of(actors[0], 'subject:topic-after')
  const first = names.find(
    (n) => (office === null || n.start < mention.start) && n.kind === 'organisation' && n.rule !== 'organisation:dateline' && !isOutlet(n.value),
  )
  if (first !== undefined) return of(first, 'subject:only-name')
  if (office !== null) return slot(office, null, 'subject:document')
  return discourse.issuer === null ? nothing('subject:none') : slot(discourse.issuer, null, 'subject:issuer')
}

/** "농림축산식품부가 공모한 …": who called for bids only colours what follows. */
const BY_THE_WAY =
  /^(?:이|가)\s(?:함께하는|지원하는|주관하는|후원하는|돕는|운영을|운영|시공을|설계를|공사를|관리를|공모|주관|주최|발표|선정|지정|조사|집계|고시)한\s/

/** The subject that the next sentence may leave out. */
export function carry(
  text: string,
  sentence: Span,
  actors: readonly NameCandidate[],
  names: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
): void {
  const actor = actors.find((a) => !isOutlet(a.value) && !BY_THE_WAY.test(text.slice(a.end, a.end + 10)))
  if (actor !== undefined) flow.subject = slot(actor.value, { start: actor.start, end: actor.end }, 'subject:topic')
  else if (byHead(text, sentence, discourse) !== null) flow.subject = slot(byHead(text, sentence, discourse), null, 'subject:head-noun')
  else if ((selfNamed(text, sentence) || selfReports(text, sentence)) && discourse.government !== null)
    flow.subject = slot(flow.lineOffice ?? discourse.government, null, 'subject:self')
  const firm = names.findLast((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value))
  if (firm !== undefined) flow.firm = slot(firm.value, { start: firm.start, end: firm.end }, 'subject:firm')
}
