import { areaOf, type Discourse, isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import { OFFICE_HEAD } from '../../offices.ts'
import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { type StageReading, saysAgreement } from '../../stages/stages.ts'
import { type Flow, slot } from '../draft.ts'
import { selfNamed } from '../subject/clues.ts'
import { INDUCED } from '../value/effects.ts'
import { begunOn } from './begun.ts'
import { aimOfOffice } from './office-aim.ts'
import { chooseStage, isPledged } from './stage.ts'
import { stageBeside } from './told.ts'
import { trackedLine } from './tracked.ts'
import { laterStep, stageOfWhole } from './whole.ts'

/** "뽑겠다고 했는데 1,124명입니다": what came of it. */
const CONTRASTED = /(?:겠다고|기로|약속)[^.]{0,8}(?:했는데|했지만|했으나|하였으나)[^.]{0,16}$/
/** "당초 약속한 300명의 절반인 148명": what was promised once, beside what came of it. */
const PROMISED = /(?:약속한|약속했던|협약한|협약했던)\s(?:[가-힣]{2,4}\s)?$/
/** "투자협약을 맺은 22개 기업 가운데": how many signed, whatever became of some. */
const SIGNERS = /(?:협약|계약)(?:을|를)?\s?(?:맺은|체결한|체결한 기업은 모두)\s$/
/** "실제 들어온 돈은 1조 원" */
const IN_FACT =
  /(?:의\s?(?:약\s)?\d+(?:\.\d+)?%인\s$)|(?:지금까지|현재까지|그동안)\s?(?:집행|투자|투입|고용|채용|이행)(?:된|한)\s[가-힣]{1,6}(?:은|는|이|가)\s(?:약\s|모두\s)?$|(?:낸|내놓은|보탠|들어온|집행된) 돈은\s$|(?:^|\s)집행액은\s(?:약\s)?$|실제(?:로)?\s?(?:돈을\s)?(?:넣은|들어온|들어간|투자된|투자한|집행된|집행한|고용된|고용한|채용된|채용한|쓴|낸|투자|고용|집행|채용)[가-힣\s]{0,10}$/
/** "640명 고용을 약속했으나 실제 고용은": what follows came of it, this did not. */
const PROMISED_BUT = /^[^.]{0,24}(약속|협약|공언)(?:을 맺)?(?:(?:했|하였)?(?:으나|지만|는데)|해 놓고)/
/** "530여명에 머물렀다" */
const FELL_SHORT = /^(?:\([^)]{1,8}\))?에\s?(?:아직\s)?(?:머물렀|머물러|머물고|머무르고|그쳤|불과했|머문|그친)/
/** "400명 고용 약속 중 261명 채용" */
const OF_PROMISED = /(?:약속|협약|목표|공약)(?:한 것)?\s?(?:중|가운데)\s$/
const CAME = /^(?:을|를|이|가)?\s?(?:채용|고용|투자|집행|입주|유치)/
const ENDS_SHORT = /^(?:입니다|이다|뿐|에 불과|에 그|에 머)/

/** A contrast that takes back what stands before it. */
const UNDONE_BY = /(?:지만|으나|는데|다가|했던)[,\s]/

const PROMISED_HERE = /^(?:여)?(?:\s?(?:유치|창출|조성|육성|달성|채용|입주))?(?:을|를)\s(?:약속했|공약했|내걸었)(?:고|으며)/
/** A plan that is told as past. */
const WAS_PLANNED = /(?:기로|겠다고|게)\s?(?:했었|돼 있었|되어 있었)|려(?:고)? 했다|겠다던\s|려던\s|(?:계획|목표|구상)(?:이었|였)다/

/** "다시 추진하기로 하고", "대신 … 짓기로 했다" */
const ANEW = /(?:다시|새로|대신)\s[^.]{0,16}(?:추진|조성|짓|세우|모집|공모|유치)(?:하기로|기로|할 계획|한다|할 예정|에 나선)/

/** What is added to a thing. */
const MORE =
  /^(?:을|를|로|으로)?\s?(?:더|추가로|추가|새로 더)\s?(?:짓|지어|세우|세운|넓히|넓혀|넓힌|넓힐|늘리|늘린|들이|들여|넣|투자|투입|만들|만든|갖추|건설|조성)/
const AIMS = /목표|계획|포부|방침|겠다|기로/
const TO_COME = /올해 안|연내|연말까지|내년|내후년|앞으로/

/** "더 넣는 방안도 검토하고 있다": not even decided. */
const CONSIDERED =
  /^[^,.]{0,40}(?:방안|안)(?:을|도|까지)?\s(?:[가-힣]{1,6}\s)?(?:검토|논의|협의|추진|구상|저울질|타진)|^[^,.]{0,24}(?:검토|저울질|타진)(?:하고 있|한다|중)/

/** "목표는 투자 3조 원, 고용": what is aimed at. */
/** In a list of promises, those that nothing has come of. */
const ONLY_SAID = /선언 단계|구상 (?:단계|중)|구상에 (?:그|머)|비전으로 (?:제시|내)/
const SET_OUT = /^[^.,\d]{0,12}(?:목표로|비전으로) (?:내걸|내세|제시|삼)/

const AIMED = /목표(?:액|치|금액|량)?(?:는|은|인)?\s?(?:[^.]{0,24}[,·]\s?[가-힣]{1,6}\s)?$|목표(?:액|치)?(?:는|은)\s[가-힣]{1,6}\s$/

const FOR_AIM = /^(?:\s이상)?(?:을|를)?\s(?:[가-힣]{2,4}\s)?목표로\s/
/** A number that ends its sentence: stated, not planned. */
const STATED =
  /^(?:,\s[가-힣\s]{1,12}(?:은|는)\s[\d,천백만\s]+여?\s?(?:명|곳|개사))?(?:에 (?:이른|달한)다|이다|다|입니다|으로 (?:집계|나타|예상|전망|추산|추정)[가-힣]{1,3})?[.”"]*$/

/** Stages that one matter has reached by itself; an agreement may be one of several firms. */
const OF_ITS_MATTER: ReadonlySet<Stage> = new Set(['construction', 'operation', 'cancelled'])

/** What an office expects of an agreement rather than does itself. */
const EXPECTED: ReadonlySet<Indicator> = new Set([
  'jobs',
  'production_inducement',
  'value_added',
  'employment_inducement',
  'investment',
  'revenue',
  'exports',
  'output',
  'other',
])

/** What follows from what was signed, as an office works it out. */
const EFFECTS_TOLD = /(?:유발|파급|고용|경제적?|생산)\s?효과|것으로 (?:기대|전망|예상|내다|추산|추정|분석|셈|봤|보고|본다)/

/** Whether the agreement spoken of last is one of the present matter. */
function agreementHolds(
  flow: Flow,
  actors: readonly NameCandidate[],
  self: boolean,
  indicator: Indicator,
  unit: string | null,
  discourse: Discourse,
  works: boolean,
): boolean {
  // the works of the one firm of the text, which signed
  const onlyFirm = works && discourse.firms.length === 1 && (flow.agreement?.parties.has(discourse.firms[0]!) ?? false)
  const office = self || (actors.length > 0 && actors.every((a) => !isFirm(a.value)))
  // an agreement among public bodies is theirs; of one with firms they only expect
  if (
    office &&
    flow.agreement !== null &&
    !flow.agreement.withFirms &&
    (flow.stageMatter === flow.matter?.id || flow.sentence - flow.agreement.sentence <= 4)
  )
    return actors.length === 0 || actors.some((a) => flow.agreement!.parties.has(a.value))
  if (office) return EXPECTED.has(indicator) && (indicator !== 'other' || unit === 'KRW')
  if (flow.stageMatter === flow.matter?.id || flow.agreement === null) return true
  const firm = flow.matter?.subject ?? null
  // "목포에는 2개 기업이 81억 원을 투자한다", of those that signed
  if (firm === null) return flow.matter?.place == null || EXPECTED.has(indicator) || onlyFirm || (indicator === 'firms' && flow.agreement.several)
  return flow.agreement.several || flow.agreement.parties.has(firm)
}

/** Works of a firm say nothing about what the office does beside them: "도는 설비 보조금을 지원한다". */
function stageFlow(
  flow: Flow,
  actors: readonly NameCandidate[],
  self: boolean,
  indicator: Indicator,
  unit: string | null,
  discourse: Discourse,
  works: boolean,
): Flow {
  const induced = INDUCED.has(indicator)
  // an agreement holds for its parties, and for what the office expects of them
  if (
    flow.stage !== null &&
    (flow.stage.value === 'mou' || flow.stage.value === 'contract') &&
    !agreementHolds(flow, actors, self, indicator, unit, discourse, works)
  )
    return { ...flow, stage: null, stageAge: 0 }
  // what one matter has come to says nothing about another
  if (flow.stage !== null && flow.stageMatter !== flow.matter?.id && OF_ITS_MATTER.has(flow.stage.value) && flow.stage.rule !== 'stage:headline') {
    // the firm that signed right before, beside works of others
    const signed =
      flow.agreement !== null &&
      flow.sentence - flow.agreement.sentence <= 2 &&
      actors.some((x) => isFirm(x.value) && flow.agreement!.parties.has(x.value))
    return { ...flow, stage: signed ? slot<Stage>('mou', null, 'stage:agreement-before') : induced ? flow.officeStage : null, stageAge: 0 }
  }
  const office = actors.length > 0 ? actors.every((a) => areaOf(a.value) !== null) : self
  const begun =
    flow.stage !== null && (flow.stage.value === 'construction' || flow.stage.value === 'operation') && flow.stage.rule !== 'stage:agreement-before'
  if (!office || !begun || flow.stageSubject === null || !discourse.firms.includes(flow.stageSubject)) return flow
  return { ...flow, stage: induced ? flow.officeStage : null, stageAge: 0 }
}

/** "8천만유로를 투자하기로 하고 이달 1일 계약을 맺었다": what the same one signs in the same sentence. */
const signedAfter = (text: string, stated: StageReading | null, mention: Mention, actors: readonly NameCandidate[]): boolean =>
  stated?.strong === true &&
  (stated.stage === 'mou' || stated.stage === 'contract') &&
  stated.start > mention.end &&
  /기로\s?(?:하고|하며|해|한)/.test(text.slice(mention.end, stated.start)) &&
  !actors.some((a) => a.start > mention.end && a.start < stated.start)

/** Whether the same one takes it back later in the sentence; firms that are counted in between take back their own part. */
const undoneAfter = (stated: StageReading | null, mention: Mention, actors: readonly NameCandidate[], quantities: readonly Mention[]): boolean =>
  stated?.stage === 'cancelled' &&
  stated.start > mention.end &&
  !actors.some((a) => a.start > mention.end && a.start < stated.start) &&
  !quantities.some((q) => q.unit === 'firms' && q.start > mention.end && q.end < stated.start)

/** Who signs, as far as the sentences about the signing name them; "5개 기업과" leaves them to the sentences after it. */
export function noteAgreement(body: string, names: readonly NameCandidate[], flow: Flow): void {
  const parties = new Set(
    flow.agreement === null || flow.sentence - flow.agreement.sentence > 3 || flow.agreement.parties.size > 48 ? [] : flow.agreement.parties,
  )
  for (const name of names) if (name.kind === 'organisation') parties.add(name.value)
  const counted =
    /(?:\d+|(?:^|\s)(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열))\s?(?:개\s?(?:[가-힣]{2,4}기업|기업|업체|회사|사)|개사|곳)|기업들|업체들|(?:기업|업체)\s?대표들/.test(
      body,
    ) ||
    (flow.agreement?.counted ?? false)
  const several = counted || names.filter((n) => n.kind === 'organisation' && isFirm(n.value)).length > 2
  const withFirms = counted || [...parties].some((p) => isFirm(p)) || /(?:업체|기업|회사|투자사|그룹)(?:와|과|의|가|이|는|은)?\s/.test(body)
  flow.agreement = { parties, withFirms, several: several || (flow.agreement?.several ?? false), counted, sentence: flow.sentence }
}

/** A clause that its own verb closes, before another one acts. */
const CLOSED = /^(?:여|가량)?(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:투자|투입|집행)하(?:고|며),?\s$/

/** The stage of one number: what stands beside it, else what its clause, its sentence and the sentences before say. */
export function stageOfNumber(
  text: string,
  sentence: Span,
  mention: Mention,
  quantities: readonly Mention[],
  actors: readonly NameCandidate[],
  indicator: Indicator,
  own: StageReading | null,
  told: StageReading | null,
  agreement: boolean,
  flow: Flow,
  discourse: Discourse,
  dates: readonly Mention[],
  now: string | null,
): Slot<Stage> {
  const before = text.slice(sentence.start, mention.start)
  // "A는 2025년까지 2,400억 원을 투자하고 B는 … 완공했다": what another has done says nothing of this
  const next = actors.find((a) => a.start > mention.end)
  const others = next !== undefined && told !== null && told.start > next.start && CLOSED.test(text.slice(mention.end, next.start))
  const stated = others ? null : told
  if (
    PROMISED.test(before.slice(-14)) &&
    quantities.length > 1 &&
    !(stated?.stage === 'cancelled' && stated.start + stated.word.length > mention.end)
  )
    return slot<Stage>('mou', null, 'stage:promised')
  if (indicator === 'firms' && SIGNERS.test(before.slice(-20))) return slot<Stage>('mou', null, 'stage:signers')
  if (isPledged(text, mention)) return slot<Stage>('pledge', null, 'stage:pledge')
  const beside = stageBeside(text, others ? { start: sentence.start, end: next.start } : sentence, mention, actors, indicator, own, stated, flow)
  if (beside !== null && discourse.candidate === null && !discourse.cancelled) return beside
  // "기업 50개사 유치를 약속했고 2026년 8월까지 12개사를": in a list of promises
  if (flow.lineOffice !== null && PROMISED_HERE.test(text.slice(mention.end, mention.end + 20))) return slot<Stage>('pledge', null, 'stage:pledge')
  if (
    flow.lineOffice !== null &&
    own?.strong !== true &&
    (SET_OUT.test(text.slice(mention.end, mention.end + 24)) ||
      (ONLY_SAID.test(text.slice(sentence.start, sentence.end)) && stated?.stage !== 'result'))
  )
    return slot<Stage>('pledge', null, 'stage:only-said')
  const begun = begunOn(text, sentence, dates, now)
  if (begun !== null && own?.strong !== true && stated?.strong !== true) return begun
  const tracked = trackedLine(text, sentence, mention, quantities)
  if (tracked !== null && own?.strong !== true) return tracked
  // "2025년까지 닦기로 했었다", after it was taken back
  if (
    flow.stage?.value === 'cancelled' &&
    flow.stageAge <= 4 &&
    !own?.strong &&
    !/^(?:으로|로|까지)/.test(text.slice(mention.end, mention.end + 2)) &&
    WAS_PLANNED.test(text.slice(Math.max(sentence.start, mention.start - 24), sentence.end))
  )
    return { ...flow.stage, rule: 'stage:was-planned' }
  const step = laterStep(text, mention, actors, own, stated)
  if (step !== null) return step
  if (own?.stage === 'plan' && CONSIDERED.test(text.slice(mention.end, sentence.end))) return slot<Stage>('plan', null, 'stage:considered')
  // "7곳은 투자를 포기했고 이들의 협약액은 4천200억 원이었다"
  if (
    stated?.stage === 'cancelled' &&
    stated.start < mention.start &&
    /(?:^|\s)(?:이들|이들 기업|해당 기업|그)(?:의|이|가)?\s/.test(text.slice(stated.start, mention.start))
  )
    return slot<Stage>('cancelled', { start: stated.start, end: stated.start + stated.word.length }, 'stage:of-cancelled')
  // "두 회사는 2029년까지 200㎿를 더 세운다", of what has opened
  if (
    own === null &&
    stated?.stage === 'plan' &&
    flow.stage?.value === 'operation' &&
    stated.start > mention.end &&
    /(?:내년|내후년|\d{4}년)[^.,]{0,8}까지\s/.test(before)
  )
    return slot<Stage>('plan', { start: stated.start, end: stated.start + stated.word.length }, 'stage:more')
  const ahead = own ?? (stated?.stage === 'plan' && stated.start > mention.end ? stated : null)
  if (
    ahead?.stage === 'plan' &&
    (flow.stage?.value === 'operation' || (flow.stage?.value === 'construction' && OFFICE_HEAD.test(before))) &&
    !signedAfter(text, stated, mention, actors) &&
    (MORE.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 24))) || TO_COME.test(before))
  )
    return slot<Stage>('plan', { start: ahead.start, end: ahead.start + ahead.word.length }, 'stage:more')
  // what a firm means to sell is an aim, however far its plant is
  if (
    own?.stage === 'plan' &&
    (indicator === 'revenue' || indicator === 'exports' || indicator === 'output') &&
    AIMS.test(text.slice(mention.end, sentence.end)) &&
    !/^[^.]{0,6}\s?(?:생산\s?)?효과/.test(text.slice(mention.end, mention.end + 14))
  )
    return slot<Stage>('plan', { start: own.start, end: own.start + own.word.length }, 'stage:aim')
  // "올해도 2조원 이상을 목표로 뛰겠다"
  if (flow.stage !== null && flow.stage.value !== 'cancelled' && own?.stage === 'plan' && FOR_AIM.test(text.slice(mention.end, mention.end + 14)))
    return slot<Stage>('plan', { start: own.start, end: own.start + own.word.length }, 'stage:as-aim')
  const aim = aimOfOffice(text, sentence, mention, actors, indicator, own, flow)
  if (aim !== null) return aim
  // "이들 기업이 새로 뽑기로 한 인원은 1240명이다", of what was attracted
  if (
    (indicator === 'jobs' || indicator === 'firms') &&
    (own ?? stated)?.stage === 'plan' &&
    flow.stage?.value === 'result' &&
    flow.stageAge <= 1 &&
    flow.money === 'investment' &&
    !before.includes('목표') &&
    STATED.test(text.slice(mention.end, sentence.end))
  )
    return { ...flow.stage, rule: 'stage:of-attracted' }
  // "도는 이들 투자로 생산유발 9천억원의 효과를 낼 것으로 봤다": effects of what was attracted
  if (INDUCED.has(indicator) && own?.stage === 'plan') {
    const attracted = flow.stage?.value === 'result' && flow.stageAge <= 2 ? flow.stage : /이들|이번|유치/.test(before) ? flow.officeStage : null
    if (attracted?.value === 'result') return { ...attracted, rule: 'stage:of-attracted' }
  }
  if (AIMED.test(before.slice(-36))) return slot<Stage>('plan', null, 'stage:target')
  const chosen = chooseStage(
    own,
    stated,
    stageFlow(
      flow,
      actors,
      selfNamed(text, { start: sentence.start, end: mention.start }),
      indicator,
      mention.unit,
      discourse,
      /공장|투자/.test(text.slice(sentence.start, sentence.end)),
    ),
    discourse,
    agreement && saysAgreement(before),
    signedAfter(text, stated, mention, actors),
    (ENDS_SHORT.test(text.slice(mention.end, mention.end + 8)) && CONTRASTED.test(before)) ||
      IN_FACT.test(before) ||
      FELL_SHORT.test(text.slice(mention.end, mention.end + 18)) ||
      (OF_PROMISED.test(before.slice(-24)) && CAME.test(text.slice(mention.end, mention.end + 6))),
    undoneAfter(stated, mention, actors, quantities),
    UNDONE_BY.test(text.slice(mention.end, sentence.end)) && !quantities.some((q) => q.unit === 'firms' && q.start > mention.end),
    flow.anew || ANEW.test(text.slice(mention.end, sentence.end)),
    quantities.some((q) => q.unit === 'firms' && (q.value as number) > 1),
    actors.some((a) => a.start > mention.end && a.start < (stated?.start ?? 0)),
  )
  // "시는 900명의 고용과 2조원의 생산유발효과가 따를 것으로 셈했다", at the end of a text about an agreement with firms
  if (
    chosen.rule === 'stage:default' &&
    flow.agreement?.withFirms === true &&
    flow.matter?.step == null &&
    EXPECTED.has(indicator) &&
    EFFECTS_TOLD.test(text.slice(sentence.start, sentence.end))
  )
    return slot<Stage>('mou', null, 'stage:effects-of-agreement')
  // what is off as a whole has no part that alone was given up
  const whole = chosen.rule === 'stage:document-cancelled' ? null : stageOfWhole(text, mention, before, quantities, chosen.value, flow)
  if (whole !== null) return whole
  const but = chosen.value === 'result' ? PROMISED_BUT.exec(text.slice(mention.end, Math.min(sentence.end, mention.end + 40))) : null
  return but === null ? chosen : slot<Stage>(but[1] === '협약' || flow.agreement !== null ? 'mou' : 'plan', null, 'stage:promised')
}
