import { cued } from '../../cue.ts'
import { areaOf, isCorporation, isFirm, isOutlet } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Slot, Stage } from '../../reading.ts'
import { lastBefore, nothing, slot } from '../draft.ts'
import { groupOf, selfOf } from './clues.ts'
import { signedAlone } from './signed-alone.ts'
import { OF_FIRMS, of, type Told } from './told.ts'

/** Several named before, spoken of as one. */
export const TOGETHER =
  /(?:^|\s)(?:이들|이들 (?:투자|협약|입주|참여|이전)?\s?(?:기업|업체|회사)들?|참여 기업들?|협약 기업들?|(?:두|세|네|다섯|여섯|\d+개) (?:회사|기업|업체)|\d+개사)(?:은|는|이|가)\s/

/** Several spoken of together, whatever particle follows. */
const SEVERAL =
  /(?:^|\s)(?:이들(?: (?:투자|협약|입주|참여|이전)\s?(?:기업|업체))?|양사|(?:두|세|네|다섯|여섯|\d+개)\s?(?:회사|기업|업체|사))(?:은|는|이|가|의)?\s/

/** After an amount: several who pay it together. */
const SHARED =
  /^(?:여)?(?:으로|로|을|를|이며),?\s(?:두|세|네) (?:회사|기업|업체)(?:가|이)\s(?:나눠\s|함께\s|같이\s|절반씩\s)?(?:낸다|내기로|댄다|대기로|부담|투자|출자)/
const brings = (name: string): boolean => isFirm(name) || isCorporation(name)

/** Words that sum up several. */
const TOTAL = cued(
  /(?:합치면|합하면|합계|합쳐|모두 합|[둘셋넷](?:을|이) 합|합친 |두 회사|양사|총\s?\d+개|개사|\d개\s?(?:업체|회사)|개 (?:중소|중견|강소|벤처|협력|투자|입주|유망)?기업|등 \d+곳|\d+곳과)/,
)

/** What opens a sentence about all the jobs of an agreement. */
const OPENS_WITH_JOBS =
  /^(?:이에 따라\s|이로써\s)?(?:(?:새로|모두|함께)\s)?(?:(?:생기|생겨나|늘어나|만들어지|뽑|채용하|고용하)는\s|생길\s|늘어날\s|뽑을\s|채용할\s|고용할\s|신규\s|새\s|전체\s|총\s)*(?:일자리|고용|채용|사람|인원|직원)(?:는|은|\s?(?:인원|규모|창출|효과)(?:은|는))\s/
/** "총 700억원 투자에 130명의 고용을": what stands beside a sum. */
const WITH_SUM = /(?:모두|총)\s[\d.,조억만천]+\s?원?의?\s?투자(?:에|와|하고)\s$/

/** Ministries, which bring firms and cities together. */
const MINISTRY = /(?:[가-힣]{2,}부|[가-힣]{2,}처)$/

/** Who reports what several bring: the government that acts in the sentence, then the one that spoke of the agreement, then the office of the text. */
export function reporterOf({ text, sentence, mention, before, actors, flow, discourse, office }: Told): string | null {
  const speaker = lastBefore(actors, mention.start)
  if (speaker !== undefined && (areaOf(speaker.value) !== null || MINISTRY.test(speaker.value))) return speaker.value
  // "산업부는 10개사와 체결식을 가졌다. 이들은 모두 580억 원을": who told of them
  if (speaker === undefined && flow.subject?.value != null && MINISTRY.test(flow.subject.value) && TOGETHER.test(before)) return flow.subject.value
  if (discourse.published || flow.lineOffice !== null) return office
  // "도는 이번 협약으로", beside a city: the one of the two that speaks
  const self = speaker === undefined ? selfOf(text, { start: sentence.start, end: mention.start }, flow, discourse) : null
  if (self !== null && areaOf(self) !== null) return self
  const topic = flow.topicOffice !== null && flow.sentence - flow.topicOffice.sentence <= FEW ? flow.topicOffice.value : null
  return (
    discourse.reporter ?? topic ?? office ?? (discourse.lead !== null && !isFirm(discourse.lead) && !isOutlet(discourse.lead) ? discourse.lead : null)
  )
}

/** What opens the sum of what was told one by one. */
export const SUMMED_UP = /^(?:이렇게 해서|이로써|이렇게|이들을 (?:모두 )?(?:합치면|더하면)|모두 (?:합치면|더하면)|다 합치면)\s/
const FEW = 6

/** Of those that act together the first; of those that sign together the first that invests. */
const leadOf = (names: readonly NameCandidate[], stage: Stage): NameCandidate =>
  (stage === 'mou' || stage === 'contract' ? names.find(({ value }) => isFirm(value)) : undefined) ?? names[0]!

/** "㈜가람 등 3개 기업과": more than one, though one is named. */
const WITH_SEVERAL = /(?:[2-9]|\d\d)\s?(?:개\s?(?:중소|중견|협력|투자)?(?:기업|업체|회사|사)|곳)(?:와|과|이|가)\s/

/** "이번 협약에 따라 새 일자리 225개가": what an agreement of several brings. */
const BY_AGREEMENT =
  /^(?:이번|이날|이|해당)?\s?(?:투자\s?|합동\s?)?(?:협약|MOU|양해각서)(?:\(MOU\))?(?:식)?\s?(?:체결)?(?:에 따라|에 따르면|에 의하면|으로|로|을 통해|를 통해)/

/** "…등 3개사와 협약을 맺었다. 나래화학은 수안보면에 공장을 신설한다. 투자 규모는 300억원이다": what follows one firm's plan without a word of a sum is that firm's. */
const goesOnOfOne = ({ body, flow }: Told): boolean =>
  flow.subject !== null &&
  flow.subject.value !== null &&
  flow.subject.span !== null &&
  flow.subject.rule !== 'subject:first-of-several' &&
  isFirm(flow.subject.value) &&
  flow.agreement !== null &&
  flow.agreement.sentence < flow.sentence - 1 &&
  flow.several?.sentence !== flow.sentence - 1 &&
  !SUMS.test(body)
const SUMS = /총|전체|모두|합쳐|합해|합계|합하면|이들|양사|[두세네] (?:회사|기업|업체)|개사|협약|\d개 (?:기업|업체|회사)/

/** Whose a number is that several bring together (합계의 주체): the office that reports their total, the first of them, or nobody. Null where the sentence speaks of no several. */
export function ofSeveral(told: Told): Slot<string | null> | null {
  const { text, mention, body, before, actors, names, flow, discourse, indicator, stage } = told
  const office = reporterOf(told)
  // "이 사업에 투자하는 기업은 A, B 3곳이다. 이들은 …": one work of them all, of which the first leads
  if (actors.length === 0 && flow.subject?.rule === 'subject:lead-investor' && TOGETHER.test(before)) return flow.subject
  // "A는 …, B는 … 각각 투자해 모두 145명을": the sum over firms belongs to none of them
  if (
    actors.filter((a) => isFirm(a.value)).length > 1 &&
    (/(?:모두|총|합쳐|합계|합해)\s?$/.test(text.slice(Math.max(0, mention.start - 4), mention.start)) || WITH_SUM.test(before.slice(-30)))
  )
    return office === null ? nothing('subject:sum-of-firms') : slot(office, null, 'subject:reports-total')
  // "총 투자액은 2,340억 원, 신규 고용은 280명이다", after the list of those who signed
  if (
    office !== null &&
    actors.length === 0 &&
    (flow.agreement?.counted ?? false) &&
    discourse.firms.length > 1 &&
    !goesOnOfOne(told) &&
    /^(?:[○ㅇ\-·]\s?)?(?:(?:총|전체|이들의 총)\s?(?:투자|고용|신규|부지|면적|땅|일자리)|(?:이번\s)?(?:투자|고용)\s?(?:금액|규모|인원|유치액|액)(?:은|는)\s)/.test(
      body,
    )
  )
    return slot(office, null, 'subject:reports-total')
  if (
    office !== null &&
    actors.length === 0 &&
    (flow.agreement?.counted ?? false) &&
    BY_AGREEMENT.test(body) &&
    !names.some((n) => n.kind === 'organisation' && isFirm(n.value) && n.start < mention.start)
  )
    return slot(office, null, 'subject:reports-total')
  // "6개 기업과 투자협약을 맺었다고 밝혔다. 신규 일자리는 271명이다"
  if (
    office !== null &&
    actors.length === 0 &&
    indicator === 'jobs' &&
    OPENS_WITH_JOBS.test(body) &&
    !goesOnOfOne(told) &&
    (flow.agreement?.counted ?? false) &&
    // "A가 500억 원, B가 400억 원을 투자한다. 새로 생기는 일자리는 320개다"
    (flow.sentence - flow.agreement!.sentence <= 1 || flow.several?.sentence === flow.sentence - 1)
  )
    return slot(office, null, 'subject:reports-total')
  // "이렇게 해서 국내 투자는 2천500억 원, 새 일자리는 333개로 집계됐다", after the firms one by one
  if (office !== null && actors.length === 0 && (flow.agreement?.counted ?? false) && SUMMED_UP.test(body))
    return slot(office, null, 'subject:reports-total')
  // a ministry tells what the firms it helps bring
  const teller = office ?? (flow.subject !== null && /(?:부|처|청)$/.test(flow.subject.value ?? '') ? flow.subject.value : null)
  if (office === null && teller !== null && actors.length === 0 && TOGETHER.test(before)) return slot(teller, null, 'subject:reports-total')
  // "두 회사의 신규 고용은 모두 130명이다", where no office reports it
  if (
    office === null &&
    actors.length === 0 &&
    /(?:두|세|네) (?:회사|기업|업체)의|이들(?:의)?\s/.test(body) &&
    /(?:모두|총|합쳐)\s?(?:약\s)?$/.test(before)
  )
    return nothing('subject:sum-of-firms')
  // "입주 협약은 ㈜가람, 나래텍 등 3개사가 마쳤다": of firms that act, the one named first
  if (indicator === 'firms' && ACT.test(text.slice(mention.end, mention.end + 8))) {
    const listed = groupOf(
      text,
      names.filter((n) => n.end <= mention.start),
    )
    const last = listed.at(-1) ?? names.findLast((n) => n.kind === 'organisation' && n.end <= mention.start)
    if (last !== undefined && isFirm(last.value) && AND_MORE.test(text.slice(last.end, mention.start)))
      return of(
        names.find((n) => n.kind === 'organisation' && LEADS.test(text.slice(n.end, n.end + 7)) && n.end < last.start) ?? listed[0] ?? last,
        'subject:first-of-several',
      )
  }
  // "사업비는 2,850억 원으로 세 회사가 나눠 댄다": of those who share it, the one named first
  const payer =
    SHARED.test(text.slice(mention.end, mention.end + 30)) && flow.group !== null ? flow.group.names.find(({ value }) => brings(value)) : undefined
  if (payer !== undefined && flow.sentence - flow.group!.sentence <= 3) return of(payer, 'subject:lead')
  // "채용 인원은 모두 300명이다", behind the office's agreement with two firms
  if (
    indicator === 'jobs' &&
    office !== null &&
    actors.length === 0 &&
    /(?:모두|총|합쳐|합계)\s?(?:약\s)?$/.test(before) &&
    flow.agreement !== null &&
    flow.sentence - flow.agreement.sentence <= 2 &&
    flow.agreement.parties.has(office) &&
    [...flow.agreement.parties].filter((party) => isFirm(party) && !isOutlet(party)).length > 1
  )
    return slot(office, null, 'subject:reports-total')
  // "두 회사가 들이는 돈은 모두 177억 원, 새로 뽑는 사람은 25명이다"
  if (
    office !== null &&
    actors.length === 0 &&
    SEVERAL.test(before) &&
    indicator !== 'capacity' &&
    (/(?:모두|총|합쳐|합해|합계|다 합|더하면)\s?/.test(body) ||
      // what the firms of an agreement bring that the office signed
      (stage === 'mou' && indicator !== 'area' && (flow.agreement?.parties.has(office) ?? false)))
  )
    return slot(office, null, 'subject:reports-total')
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
    return of(leadOf(flow.group.names, stage), 'subject:lead')
  // "두 기관은 … 늘리겠다는 목표를 세웠다": two bodies that do it together, the first of them
  if (
    actors.length === 0 &&
    discourse.office !== null &&
    flow.group !== null &&
    flow.sentence - flow.group.sentence <= 4 &&
    /(?:^|\s)(?:두|세|네) (?:기관|지자체|도시)(?:은|는)\s/.test(before)
  )
    return of(leadOf(flow.group.names, stage), 'subject:lead')
  // "이들은 2028년까지 모두 …": those named before, together
  if (office !== null && discourse.firms.length > 1 && actors.length === 0 && TOGETHER.test(before))
    return slot(office, null, 'subject:reports-total')
  // "㈜가람 등 9개 기업이 협약을 맺었다. 1천6백억원을 들여 …": what all of them bring
  if (
    office !== null &&
    actors.length === 0 &&
    flow.subject?.rule === 'subject:first-of-several' &&
    OF_FIRMS.has(indicator) &&
    (flow.agreement?.counted ?? false)
  )
    return slot(office, null, 'subject:reports-total')
  const isTotal = TOTAL.test(body)
  // "두 필지를 합쳐 220억 원이 들어가고", of the one firm that signed
  const alone = isTotal && OF_FIRMS.has(indicator) && indicator !== 'firms' && actors.length === 0 && !OF_MANY.test(body) ? signedAlone(flow) : null
  if (alone !== null) return slot(alone, null, 'subject:party')
  if (
    isTotal &&
    office !== null &&
    (discourse.firms.length > 1 || /합치면|합하면/.test(body) || ((stage === 'mou' || stage === 'contract') && WITH_SEVERAL.test(body))) &&
    (lastBefore(actors, mention.start) === undefined || !isFirm(lastBefore(actors, mention.start)!.value))
  )
    return slot(office, null, 'subject:reports-total')
  return null
}

/** Words that sum up firms rather than what one of them builds. */
const OF_MANY = cued(/기업(?!도시)|업체|회사|개사|양사|이들/)

/** "가람산업을 비롯해 나래텍, 다온 등" */
const LEADS = /^(?:을|를)\s비롯(?:해|한)/
/** "㈜가람 등 국내 9개 기업 대표가" */
const AND_MORE = /^\s(?:등|외)\s(?:(?:총|모두|국내|도내|관내|지역|국내외)\s){0,2}$/
const ACT = /^(?:\s(?:대표|관계자)(?:들)?)?(?:이|가|은|는)\s/

/** A firm whose agreement or plan is spoken of. */
const ITS_OWN = /^(?:와의|과의|와\s|과\s|이\s|가\s|은\s|는\s|의\s)/

/** "가람전자, 나래화학은": the first of several firms opens no line of its own. */
const isJoined = (text: string, first: NameCandidate, second: NameCandidate | undefined): boolean =>
  second !== undefined &&
  second.kind === 'organisation' &&
  isFirm(first.value) &&
  isFirm(second.value) &&
  text.slice(first.end, second.start) === ', '

/** Whose a number is in a line that opens with an office: "강릉시 1. …". Null for other lines. */
export function ofOfficeLine({ text, sentence, mention, names, indicator, stage }: Told): Slot<string | null> | null {
  // "강릉시 1.": a line that opens with a government
  const opener = names[0]
  if (
    opener !== undefined &&
    opener.start === sentence.start &&
    opener.kind === 'organisation' &&
    /^(?:\s\d+\.|,|\s?-|:)/.test(text.slice(opener.end, opener.end + 4)) &&
    !isJoined(text, opener, names[1])
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
    // "함안군 1. 경남도·함안군·㈜가람·나래와 협약을": one of those that sign is the office of the line
    if (stage === 'mou' && names.slice(1).some((n) => n.value === opener.value && /^[·ㆍ,]/.test(text.slice(n.end, n.end + 1))))
      return of(opener, 'subject:line')
    // "진천군 1. 진천군은 ㈜가람과 투자협약을 체결": a line of a list that signs speaks of the firm's own numbers; "영동군 5. 한국수력원자력이": of who stands there
    const party = names.find((n) => n.kind === 'organisation' && isFirm(n.value) && !isOutlet(n.value))
    if (
      OF_FIRMS.has(indicator) &&
      party !== undefined &&
      (stage === 'mou' || stage === 'contract' || (stage === 'cancelled' && ITS_OWN.test(text.slice(party.end, party.end + 3))))
    )
      return of(party, 'subject:party')
    // "청주시 1. 첫 성과로 솔숲제약이 2조원 투자계획을 발표했고, 나루텍도": who invests acts for itself
    const acting = names.findLast(
      (n) => n.kind === 'organisation' && isFirm(n.value) && n.end <= mention.start && /^(?:이|가|은|는|도)\s/.test(text.slice(n.end, n.end + 2)),
    )
    if (OF_FIRMS.has(indicator) && acting !== undefined && !isOutlet(acting.value)) return of(acting, 'subject:party')
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
  return null
}
