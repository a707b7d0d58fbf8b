import { areaOf, type Discourse, isCorporation, isFirm, isOutlet } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { type Flow, lastBefore, nothing, slot } from '../draft.ts'
import { facilityOf, itemOf } from '../layout/item.ts'
import { turnsToOffice } from '../layout/line.ts'
import { rollItem } from '../layout/roll.ts'
import { cameSoFar } from '../stage/came.ts'
import { INDUCED } from '../value/effects.ts'
import { isLaidOutOnPlant } from '../value/money-payer.ts'
import { ofInvestment } from './brings.ts'
import {
  bracketOf,
  byHead,
  isBareInBracket,
  isPublicWork,
  jointOffice,
  leadOfLine,
  promisedBy,
  respective,
  selfNamed,
  selfOf,
  unnamed,
} from './clues.ts'
import { besideFirm, listedWithFirms, sharer } from './listed.ts'
import { GIVES, pointedAt, REST } from './pointed.ts'
import { rivalSpeaks } from './rivals.ts'
import { ofRowName } from './row-name.ts'
import { ofOfficeLine, ofSeveral } from './several.ts'
import { signerGoesOn } from './signed-alone.ts'
import { OF_FIRMS, of, type Told } from './told.ts'

const FIRM_ANAPHOR =
  /(?:^|(?<!개)\s)(?:회사|업체|이 회사|이 기업|이 업체|해당 기업|해당 업체)(?:는|은|가|이|측은|측이)\s|(?:^|\s)이 공장(?:은|에|에는|의|이)\s/

/** "… 이 회사는": said of one firm, and nobody else behind it. */
const THIS_FIRM = /(?<![가-힣])이 (?:회사|기업|업체)(?:는|은|가|이)\s(?!.*(?<![가-힣])이 (?:회사|기업|업체)(?:는|은|가|이)\s)/

/** "성하진 대표는": he speaks for the firm that the document is about. */
const SPEAKER_OF_FIRM = /[가-힣]{2,4}\s(?:[가-힣A-Za-z]{2,10}\s)?(?:대표|대표이사|회장|사장|부사장)(?:는|은|이|가)\s/
/** "윤 청장은", "예 국장은": he speaks for the office. */
const SPEAKER_OF_OFFICE = /[가-힣]{1,4}\s?(?:청장|시장|군수|지사|구청장|국장|과장|실장|본부장)(?:은|는|이|가)\s/
/** "종전 사업자인 ㈜가람이 손을 떼": who had the work before. */
const FORMER = /(?:종전|기존|당초|애초|이전|옛)\s(?:민간\s?)?(?:사업자|시행자|시행사|개발사)인\s$/
/** The mark of one who speaks in minutes. */
const NEXT_SPEAKER = /\n\s?[○◯●◎]/
/** Somebody who invests, by trade alone. */
const BARE_INVESTOR =
  /(?:^|(?<!\d개?)\s)(?:민간\s?)?(?:사업자|투자사|투자자|투자기업|시행사|업체|참여사|참여 업체|해당 업체|해당 기업)(?:가|이|들이|의)\s/

/** "태백공장은": a plant is its firm's. */
const PLANT = /(?:공장|사업장|캠퍼스|연구소|라인)(?:은|에는|에서는)\s/

/** "지식경제부와 해당 지방자치단체에 따르면", at the head of a sentence. */
const isSource = (text: string, { kind, value, start, end }: NameCandidate, sentence: Span): boolean =>
  kind === 'organisation' &&
  start - sentence.start < 8 &&
  !isFirm(value) &&
  /^(?:와\s[가-힣\s]{2,14}|과\s[가-힣\s]{2,14})?(?:\s등)?에 따르면/.test(text.slice(end, end + 26))

/** What opens a breakdown. */
export const BREAKDOWN = /^(?:분야|업종|지역|국가|유형|시군|산업|권역)별로|^내역을 보면/

/** Behind the name of one who only gives something, or bounds it. */
const BY_NAME = /^(?:\s공모(?:사업)?에|의|까지|부터|에|에서|\s[가-힣]{1,4}(?:동|읍|면|리)(?=\s)|(?:와|과)(?!\s[가-힣]{1,5}[시군구도]\s))\s/

/** What an office attracts. */
const OF_ATTRACTED: ReadonlySet<Indicator> = new Set(['firms', 'investment', 'jobs'])

/** What several of an agreement gave up is told by the office that counts them. */
const COUNTED_FIRMS = /\d\s?(?:개\s?(?:기업|업체|회사|사)|개사|곳)/

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
  const office = flow.lineOffice ?? discourse.office
  const body = text.slice(sentence.start, sentence.end)
  if (stage === 'cancelled' && discourse.unnamedInvestor) return nothing('subject:unnamed')
  // "투자협약은 사업자가 이행보증금을 내지 않아 해지됐다": who took it back has no name
  if (
    stage === 'cancelled' &&
    OF_FIRMS.has(indicator) &&
    BARE_INVESTOR.test(body) &&
    !(office !== null && COUNTED_FIRMS.test(body)) &&
    !names.some((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value) && !isOutlet(n.value)) &&
    flow.lineOffice === null &&
    (flow.subject === null || !isFirm(flow.subject.value ?? ''))
  )
    return nothing('subject:unnamed')
  const row = ofRowName(text, sentence, mention, names)
  if (row !== null) return row
  const rival = promisedBy(text, mention, names, discourse.candidate)
  if (rival !== null) return of(rival, 'subject:whose-pledge')
  const runner = stage === 'pledge' && flow.rivals.size > 0 ? rivalSpeaks(text.slice(sentence.start, mention.start), flow) : null
  if (runner !== null) return runner
  if (stage === 'pledge' && discourse.candidate !== null) return slot(discourse.candidate, null, 'subject:candidate')
  const told: Told = {
    text,
    sentence,
    mention,
    body,
    before: text.slice(sentence.start, mention.start),
    actors,
    names,
    flow,
    discourse,
    office,
    indicator,
    stage,
  }
  if (
    stage === 'result' &&
    office !== null &&
    OF_ATTRACTED.has(indicator) &&
    cameSoFar(told.before, '') &&
    !names.some((n) => n.kind === 'organisation' && n.end <= mention.start && isFirm(n.value) && !isOutlet(n.value))
  )
    return slot(office, null, 'subject:of-office')
  const facility = OF_FIRMS.has(indicator) || indicator === 'budget' ? facilityOf(text, mention, names) : null
  if (facility !== null && isFirm(facility.owner.value)) return of(facility.owner, 'subject:facility')
  const share = sharer(told)
  if (share !== null) return share
  const bracket =
    (OF_FIRMS.has(indicator) && indicator !== 'firms') || (indicator === 'budget' && isBareInBracket(told.before, body))
      ? bracketOf(text, sentence, mention, names)
      : null
  if (bracket !== null) return of(bracket, 'subject:bracket')
  if (OF_FIRMS.has(indicator) && unnamed(text, sentence, mention, actors)) return nothing('subject:unnamed')
  const line = ofOfficeLine(told)
  if (line !== null) return line
  // "다만 1.5조원 규모 물류거점 조성은 아직 계획 발표 수준": the office of the line again
  if (turnsToOffice(body, flow) && !names.some((n) => n.kind === 'organisation')) return slot(flow.lineOffice, null, 'subject:line')
  const pointed = pointedAt(told)
  if (pointed !== null) return pointed
  // "가람에서 갈라져 나온 이 회사는": the firm named last, whoever its sentence names before
  const anaphor = flow.firm !== null && OF_FIRMS.has(indicator) ? THIS_FIRM.exec(told.before) : null
  if (
    anaphor !== null &&
    !actors.some((a) => a.start >= sentence.start + anaphor.index && a.start < mention.start) &&
    flow.firm!.span !== null &&
    flow.firm!.span.end <= sentence.start
  )
    return { ...flow.firm!, rule: 'subject:the-firm' }
  const each = respective(text, sentence, mention, names, quantities, flow)
  if (each !== null) return each
  // "시와 시행자인 ㈜가람이 닦는 땅은": the one named first leads
  const joint = jointOffice(
    body,
    discourse,
    actors.some((a) => isFirm(a.value) && a.start < mention.start),
  )
  if (joint !== null) return slot(joint, null, 'subject:joint')
  const roll = OF_FIRMS.has(indicator) ? rollItem(text, sentence, mention, quantities, names, flow) : null
  if (roll !== null) return of(roll.owner, 'subject:roll')
  const several = listedWithFirms(told, quantities) ?? ofSeveral(told) ?? ofInvestment(told)
  if (several !== null) return several
  const signer = OF_FIRMS.has(indicator) && !selfNamed(text, sentence) ? signerGoesOn(body, flow, actors.length) : null
  if (signer !== null && stage !== 'result' && stage !== 'cancelled') return slot(signer, null, 'subject:signer')
  const led = leadOfLine(text, sentence, mention, names)
  if (led !== null) return of(led, 'subject:line')
  const beside = besideFirm(told)
  if (beside !== null) return beside
  const item = OF_FIRMS.has(indicator) ? itemOf(text, sentence, mention, quantities, names) : null
  if (item !== null && isFirm(item.owner.value)) return of(item.owner, 'subject:item')
  // "회사는", "이 기업이": the firm named last
  if ((FIRM_ANAPHOR.test(text.slice(sentence.start, mention.start)) || isLaidOutOnPlant(text, mention)) && actors.length === 0 && flow.firm !== null)
    return { ...flow.firm, rule: 'subject:the-firm' }
  const actor = lastBefore(
    actors.length > 1 ? actors.filter((a, k) => k === 0 || !ORGANISES.test(text.slice(a.end, a.end + 24))) : actors,
    mention.start,
  )
  // "시는 ㈜가람과 맺은 투자협약이 해지됐다고 밝혔다": the firm's plan is undone
  if (stage === 'cancelled' && OF_FIRMS.has(indicator) && (actor === undefined || areaOf(actor.value) !== null) && /협약|계약|MOU|각서/.test(body)) {
    const firm = names.find((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value) && !isOutlet(n.value))
    if (firm !== undefined) return of(firm, 'subject:party')
  }
  const partner =
    stage === 'contract' &&
    indicator !== 'budget' &&
    actor !== undefined &&
    areaOf(actor.value) !== null &&
    names.some((n) => n.kind === 'organisation' && isFirm(n.value) && !isOutlet(n.value))
  // "새솔시는 62만㎡가 산업통상자원부의 특구로 지정됐다고 밝혔다": who designates it
  const by =
    indicator === 'area' && stage === 'result'
      ? names.find((n) => DESIGNATES.test(n.value) && BY_IT.test(text.slice(n.end, sentence.end)))
      : undefined
  if (by !== undefined) return of(by, 'subject:by-whom')
  if (actor !== undefined && !partner && (isFirm(actor.value) || isCorporation(actor.value) || indicator === 'budget' || stage !== 'mou'))
    return of(actor, 'subject:topic')
  // an agreement: the firm in it invests
  if (stage === 'mou' || stage === 'contract') {
    const firm = names.find((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value))
    if (firm !== undefined && indicator !== 'firms') return of(firm, 'subject:party')
  }
  if (
    actor !== undefined &&
    !flow.agreement?.counted &&
    discourse.firms.length === 1 &&
    stage === 'mou' &&
    OF_FIRMS.has(indicator) &&
    areaOf(actor.value) !== null
  )
    return slot(discourse.firms[0]!, null, 'subject:only-firm')
  if (actor !== undefined) return of(actor, 'subject:topic')
  const ministry = names.find((n) => n.rule === 'organisation:public-body' && n.start < mention.start && /^의/.test(text.slice(n.end, n.end + 1)))
  if (ministry !== undefined && /지정/.test(body)) return of(ministry, 'subject:by-whom')
  const headed = byHead(text, sentence, discourse)
  if (headed !== null) return slot(headed, null, 'subject:head-noun')
  // "시는" of a text that names no city: nobody's firm at any rate
  if (
    selfNamed(text, { start: sentence.start, end: mention.start }) &&
    discourse.government === null &&
    flow.lineOffice === null &&
    (flow.subject === null || flow.subject.value === null || isFirm(flow.subject.value))
  )
    return nothing('subject:self')
  const self = selfOf(text, sentence, flow, discourse)
  if (self !== null) return slot(self, null, 'subject:self')
  if (
    (stage === 'mou' || (stage === 'contract' && discourse.firms.length === 1)) &&
    (flow.subject === null || (!isFirm(flow.subject.value ?? '') && !isCorporation(flow.subject.value ?? ''))) &&
    indicator !== 'firms' &&
    indicator !== 'budget'
  ) {
    // of several that signed what is told of none of them is theirs together: the office that counts them reports it
    if (flow.agreement?.counted && flow.sentence - flow.agreement.sentence <= 2 && office !== null && areaOf(office) !== null)
      return slot(office, null, 'subject:reports-total')
    const lead = discourse.parties.find((p) => isFirm(p) || isCorporation(p)) ?? (discourse.firms.length === 1 ? discourse.firms[0] : undefined)
    if (lead !== undefined && (discourse.firstAt.get(lead) ?? 0) < sentence.end) return slot(lead, null, 'subject:lead-party')
  }
  if (
    OF_FIRMS.has(indicator) &&
    discourse.firms.length === 1 &&
    (discourse.firstAt.get(discourse.firms[0]!) ?? 0) < sentence.end &&
    (stage === 'mou' || stage === 'cancelled' || /(?:이|해당) (?:회사|기업|업체|공장)|공장(?:은|에는|에서는)\s/.test(body)) &&
    (flow.subject === null || (!isFirm(flow.subject.value ?? '') && !isCorporation(flow.subject.value ?? '')))
  )
    return slot(discourse.firms[0]!, null, 'subject:only-firm')
  if (SPEAKER_OF_FIRM.test(text.slice(sentence.start, mention.start)) && discourse.firms[0] !== undefined)
    return slot(discourse.firms[0], null, 'subject:speaker')
  // a plan of private money that nobody named is given up; land that a notice takes back is its publisher's
  if (
    stage === 'cancelled' &&
    // land that a ministry takes out of a zone
    !(indicator === 'area' && (discourse.published || /(?:부|처|청)$/.test(flow.subject?.value ?? ''))) &&
    !(office !== null && COUNTED_FIRMS.test(text.slice(Math.max(0, sentence.start - 90), sentence.end))) &&
    OF_FIRMS.has(indicator) &&
    actors.length === 0 &&
    flow.lineOffice === null &&
    (flow.subject === null || !isFirm(flow.subject.value ?? '')) &&
    !names.some((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value) && !isOutlet(n.value))
  )
    return nothing('subject:unnamed')
  // "지난해 유치 총액을 웃도는": what came in another year came to the office
  const fallback = office ?? (discourse.lead !== null && !isFirm(discourse.lead) && !isOutlet(discourse.lead) ? discourse.lead : null)
  if (
    stage === 'result' &&
    fallback !== null &&
    actors.length === 0 &&
    /유치\s?(?:총액|액|실적|금액)|유치(?:됐|되었|돼)|(?:신고|도착)(?:액|금액)(?:은|이)\s/.test(body) &&
    isFirm(flow.subject?.value ?? '')
  )
    return slot(fallback, null, 'subject:of-office')
  // another firm's matter is over: what follows without a name is the office's
  const over =
    flow.subject !== null && flow.subjectMatter !== flow.matter?.id && isFirm(flow.subject.value ?? '') && fallback !== null && !PLANT.test(body)
  // lines of a notice without a name are its publisher's
  if (discourse.published && office !== null && actors.length === 0 && !/[다요까죠][.!?”"]*$/.test(body) && flow.lineOffice === null)
    return slot(office, null, 'subject:document')
  if (
    flow.subject !== null &&
    office !== null &&
    actors.length === 0 &&
    areaOf(flow.subject.value ?? '') === null &&
    SPEAKER_OF_OFFICE.test(text.slice(sentence.start, mention.start))
  )
    return slot(office, null, 'subject:speaker')
  // "테크노폴리스에서 착공한 국가로봇테스트필드는": a public work, whoever was spoken of before
  if (office !== null && actors.length === 0 && flow.subject !== null && isFirm(flow.subject.value ?? '') && isPublicWork(text, sentence, mention))
    return slot(office, null, 'subject:public-work')
  // "지식경제부에 따르면 생산유발 17조 원": who works out what it brings
  const source =
    INDUCED.has(indicator) && actors.length === 0 && !isFirm(flow.subject?.value ?? '') ? names.find((n) => isSource(text, n, sentence)) : undefined
  if (source !== undefined) return of(source, 'subject:source')
  // what a work that another builds is looked to bring is told by the office
  if (flow.subject?.rule === 'subject:builder' && fallback !== null && (INDUCED.has(indicator) || /효과/.test(body)))
    return slot(fallback, null, 'subject:document')
  // "분야별로는 바이오 7개 업체": a breakdown of what the office counted
  if (fallback !== null && BREAKDOWN.test(body) && isFirm(flow.subject?.value ?? '') && (flow.officeStage !== null || indicator === 'firms'))
    return slot(fallback, null, 'subject:of-office')
  if (flow.subject !== null && !over) return { ...flow.subject, rule: 'subject:flow' }
  if (
    actors[0] !== undefined &&
    !FORMER.test(text.slice(Math.max(sentence.start, actors[0].start - 12), actors[0].start)) &&
    !(REST.test(body) && GIVES.test(text.slice(actors[0].end, sentence.end)))
  )
    return of(actors[0], 'subject:topic-after')
  const first = names.find(
    (n) =>
      (office === null || n.start < mention.start) &&
      !(REST.test(body) && GIVES.test(text.slice(n.end, sentence.end))) &&
      n.kind === 'organisation' &&
      n.rule !== 'organisation:dateline' &&
      !isOutlet(n.value) &&
      // "정부 예산안에": the state's own paper; "진흥원의 공모에 뽑혀", "세종시까지": named by the way
      !(n.value === '정부' && text.charAt(n.end) === ' ') &&
      (fallback === null || !BY_NAME.test(text.slice(n.end, n.end + 9))),
  )
  if (first !== undefined) return of(first, 'subject:only-name')
  if (fallback !== null) return slot(fallback, null, 'subject:document')
  // a body that the next speaker of minutes names gave nothing out
  return discourse.issuer === null ||
    NEXT_SPEAKER.test(text.slice(sentence.end, Math.max(sentence.end, discourse.firstAt.get(discourse.issuer) ?? 0)))
    ? nothing('subject:none')
    : slot(discourse.issuer, null, 'subject:issuer')
}

const DESIGNATES = /(?:부|처|정부|산림청|시대위원회)$/
const BY_IT = /^(?:의|로부터|에서|에 의해)\s[^,.]{0,40}지정(?:됐|되었|되|받|·고시됐)/

/** "진흥원(KITA)이 주관한 행사에서": who organises something else, beside the one who acts. */
const ORGANISES = /^(?:\([^)]{1,20}\))?(?:이|가)\s(?:공동\s?)?(?:주최|주관|후원|개최|운영|공모|발주|고시|지정|선정)(?:한|하는|하고|하며|해)\s/
