import { cued } from '../../cue.ts'
import { areaOf, isFirm, isPublicPayer } from '../../discourse.ts'
import { OF_COUNTY, speaksOfCounty } from '../../gazetteer/hidden-counties.ts'
import { FORWARD, notPromised, STATISTIC } from '../../indicators.ts'
import type { Indicator, Slot } from '../../reading.ts'
import { saysDenied, stageOf } from '../../stages/stages.ts'
import { lastBefore } from '../draft.ts'
import { isAim } from '../layout/aims.ts'
import { facilityOf } from '../layout/item.ts'
import { selfNamed } from '../subject/clues.ts'
import { TOGETHER } from '../subject/several.ts'
import { signerGoesOn } from '../subject/signed-alone.ts'
import { type Asked, found, isCensus, isCondition, isCountryWide, isNational } from './asked.ts'
import { isRestated } from './baseline.ts'
import { definesWord, isByPlace, isForWorks, isInWon, moneyBeside } from './money-beside.ts'
import {
  actTogether,
  clauseAround,
  IN_BUDGET,
  isCapForEach,
  isCeiling,
  isChange,
  isClass,
  isForEach,
  isNobodys,
  isPastAim,
  listTail,
  SOME_FIRM,
} from './money-clues.ts'
import { effectOf, LISTED_EFFECTS } from './money-effects.ts'
import { headPromises, isLaidOutOnPlant, isOwnOutlay, isPrivate, PRIVATE_PAYER } from './money-payer.ts'
import { ofRoll } from './money-roll.ts'

const PUBLIC_MONEY = cued(
  /(?:사업비|예산(?!군|읍|\s[가-힣0-9]{1,8}(?:산단|농공단지|산업단지|읍|면)|[·ㆍ])|국비|도비|시비|군비|지방비|추경|기금|보조금|재정|지원사업|회계|융자|이차보전|(?:운영|운전|시설|설비|특별|안정|육성|정책)자금|교부세|출연금)/,
)
/** Whether a sentence speaks of public money; a county that is written like a budget (예산) is none. */
const saysPublicMoney = (text: string, body: string): boolean =>
  PUBLIC_MONEY.test(body) &&
  !(
    body.includes('예산') &&
    speaksOfCounty(text, '예산') &&
    !PUBLIC_MONEY.test(body.replace(/예산(?=(.{0,60}))/g, (name, after) => (OF_COUNTY.test(after) ? '◌◌' : name)))
  )

const PRIVATE_MONEY =
  /(?:민자|민간자본|민간투자|민간 자본|외자|투자유치|투자 유치|투자액|투자금|투자\s?협약|투자\s?계약|투자(?:하는|할|하기로 한|한다는)\s(?:내용의\s|등의\s)?(?:업무)?(?:협약|양해각서|약정|MOU))/
const BUILDS = cued(
  /(?:들여|들이는|들이기|들인\s|들였|넣는|넣기로|쏟아|붓|들어가|들어갔|들어간|들인다|든다|투입|투자|넣어|쏟|짓|건립|건설|신설|증설|조성|세우|세울|지을|닦|구축|쓰인|쓰일|쓰지만|쓰기로|쓴다|규모)/,
)
/** "들일 돈은", "들어간 비용이": money by the verb that lays it out, whoever pays. */
const LAID_OUT =
  /(?:들|드|든|들이|들인|들일|들어가|들어간|들어갈|쓰|쓴|쓸|넣|넣은|넣을|붓|부은|부을|투입되|투입된|투입될|투입하|투입한|투입할|집행한|집행할|투자하|투자한|투자할|(?:들이|넣|쓰|투입하|투자하)(?:기로 한|겠다는|려는))(?:는)?\s(?:돈|비용|금액|자금|액수)(?:은|이|만|으로는)\s/
/** "2400억원을 마련했다", "2400억원짜리 공장", "2400억원이 들었다" */
const RAISED = /^(?:여)?(?:원)?(?:짜리\s|(?:을|를)\s(?:[가-힣]{2,4}\s)?(?:마련|조달|배정)|(?:이|가)\s(?:들었|들며|들고|들 (?:것|전망|예정)))/
const AIMED_AMOUNT = /^(?:\s?규모|\s?수준|\s?이상)?(?:으로|로|까지|을|를)?\s?(?:키[우울워운]|늘[리릴려린]|올[리릴려린]|끌어올|높[이일여인]|달성|확대)/
/** How large a market is, promised by nobody. */
const MARKET = cued(/(?:국내|세계|글로벌|전 세계|내수|아시아|북미|유럽)\s(?:[가-힣A-Za-z·]{1,12}\s?){0,2}시장(?:이|은|의 규모|은 올해| 규모)\s?/)
const ATTRACTED =
  /^(?:여|\s?규모)?(?:을|를|의\s(?:투자|자본|외자)(?:을|를))?\s?(?:유치했|유치하|유치한|유치해|유치함|끌어왔|끌어와|끌어들|끌어모|채우겠)|^\s(?:추가|신규)\s유치(?=$|[\s(·,])/
/** The mark, office and name of one who speaks in minutes. */
const SPEAKER = /^[○◯●◎]\s?[가-힣]{2,14}(?:과장|국장|실장|단장|본부장|시장|군수|구청장|위원장|위원|의원)\s(?:[가-힣]{2,4}\s)?/
const PAYS =
  /^(?:여)?(?:\s?원)?(?:을|를|씩|,)?\s?(?:[^.]{0,60})(?:낸다|내고|냅니다|대고|댄다|댑니다|보탠|보태|출연|출자|부담|지원|분담|쓴다|쓰기로|들여|들인다|투입|넣는다)/
const PAID = /^(?:여)?(?:을|를)?\s?(?:지급|교부|나눠 줬|나눠줬)/

const FIRM_OF = /^(?:\s?규모|대)?의\s(?:[가-힣]{1,6}\s){0,2}$/
const LAST_YEARS = /(?:지난해|작년|전년|재작년|지지난해)\s(?:한 해\s)?(?:연결\s)?매출(?:액)?(?:은|이)?\s(?:약\s)?$/
/** What an amount of money counts, or null where nobody committed to it: prices, markets, ceilings, amounts said twice. */
export function moneyIndicator(asked: Asked): Slot<Indicator> | null {
  const { text, mention, from, to, sentence, body, near, cue, discourse, actors, names, quantities, flow } = asked
  if ((mention.per !== null && (mention.per !== 'year' || /평균/.test(body))) || typeof mention.value !== 'number') return null
  if (isRestated(text, mention, quantities) || saysDenied(body) || definesWord(body) || isInWon(asked)) return null
  if (cue !== null && cue.indicator !== 'budget' && isAim(text, mention, flow.aims)) return found(asked, cue.indicator, 'indicator:aim')
  if (
    /^\s?까지/.test(text.slice(mention.end, mention.end + 3)) &&
    /한 (?:기업|업체|회사|곳|사람)(?:이|가|에)?\s/.test(text.slice(sentence.start, mention.start))
  )
    return null
  if (isCondition(text, mention) || isNational(text, mention, sentence) || isCountryWide(text, mention, sentence) || isCensus(body)) return null
  if (isNobodys(text, mention, sentence) || isClass(text, mention)) return null
  const rolled = ofRoll(asked)
  if (rolled !== null) return rolled
  const facility = facilityOf(text, mention, names)
  if (facility !== null && isFirm(facility.owner.value)) return found(asked, 'investment', 'indicator:of-facility')
  if (isPrivate(asked)) return found(asked, 'investment', 'indicator:private-payer')
  if (ATTRACTED.test(text.slice(mention.end, mention.end + 16)) && !/(?:국비|예산|도비|시비)/.test(near))
    return found(asked, 'investment', 'indicator:attracted')
  // "4300억 원 규모 생산센터 유치를 비롯해"
  if (
    /^\s규모(?:의)?\s(?:[가-힣A-Za-z0-9·]{1,12}\s){0,3}[가-힣]{0,10}(?:공장|센터|연구소|본사|시설|리조트|호텔|캠퍼스)(?:를|을)?\s유치/.test(
      text.slice(mention.end, mention.end + 50),
    )
  )
    return found(asked, 'investment', 'indicator:attracted')
  // "유치를 발표했던 백신 공장(900억원)": what was to come from outside
  if (/유치[가-힣\s]{0,12}(?:공장|연구소|본사|물류센터|호텔|리조트|데이터센터)\s?\($/.test(text.slice(sentence.start, mention.start)))
    return found(asked, 'investment', 'indicator:attracted')
  // "A도는 9개 기업과 투자협약을 맺었다. 규모는 4천482억 원이며"
  if (
    flow.stage?.value === 'mou' &&
    flow.stageAge <= 1 &&
    flow.agreement?.withFirms &&
    /^(?:전체\s|총\s)?(?:투자\s)?규모는\s(?:모두\s|총\s)?$/.test(text.slice(sentence.start, mention.start))
  )
    return found(asked, 'investment', 'indicator:of-agreement')
  const beside = moneyBeside(asked)
  if (beside !== null) return beside
  if (PAID.test(text.slice(mention.end, mention.end + 10))) return found(asked, 'budget', 'indicator:paid-out')
  // a slogan in a headline: "10조 시대 연다"
  if (!/[.”"]$/.test(body) && /^\s?(?:원\s)?시대/.test(text.slice(mention.end, mention.end + 5)) && !body.includes('목표')) return null
  // less than 100 million won is what one person or firm gets, unless it is called a budget
  if (
    mention.unit === 'KRW' &&
    mention.value < 1e8 &&
    (mention.value < 1e7 ||
      !/(?:사업비|예산|국비|도비|시비|군비|구비|추경|교부세|투자|공사비|용역비)/.test(
        text.slice(Math.max(sentence.start, mention.start - 24), mention.start),
      ) ||
      /(?:장려금|지원금|수당|축하금|장학금|격려금|상금|포상금|바우처|월세|대출|이자|연금|참가비|입장료)/.test(body))
  )
    return null
  // "총 121억원(국비 54억원, 민자 50억원, 도 현물 16억원)": who pays a project
  if (/^\s?\((?:[^()\d]{0,6}\s)?(?:국비|도비|시비|군비|구비|지방비)/.test(text.slice(mention.end, mention.end + 12)))
    return found(asked, 'budget', 'indicator:shared')
  if (/[(,]\s?(?:도|시|군|구)\s현물\s$/.test(text.slice(Math.max(0, mention.start - 7), mention.start)))
    return found(asked, 'budget', 'indicator:in-kind')
  if (isCapForEach(text, mention, sentence)) return null
  if (MARKET.test(body) && !actors.some((a) => isFirm(a.value))) return null
  if (isForEach(asked)) return null
  if (isChange(asked) || isPastAim(text, mention)) return null
  const induced = cue !== null && cue.distance < 8 && (cue.indicator === 'production_inducement' || cue.indicator === 'value_added')
  if (notPromised(clauseAround(near, asked)) || (!induced && /(?:평균|1인당)/.test(text.slice(Math.max(from, mention.start - 90), mention.start))))
    return null
  const effect = effectOf(asked)
  if (effect !== null) return effect
  if (
    cue !== null &&
    (cue.indicator === 'revenue' || cue.indicator === 'exports' || (cue.indicator === 'output' && /다[.”"]?\s*$/.test(body))) &&
    STATISTIC.test(body)
  )
    return null
  // "매출액 200억원대를 기록하고 있으며"
  if (cue?.indicator === 'revenue' && /^대?(?:를|을)\s기록하고 있/.test(text.slice(mention.end, mention.end + 12))) return null
  // "매출 100억원 규모의 ㈜가람은", "지난해 매출 870억원" is what a firm is known by
  if (
    cue?.indicator === 'revenue' &&
    names.some((n) => n.kind === 'organisation' && n.start >= mention.end && FIRM_OF.test(text.slice(mention.end, n.start)))
  )
    return null
  if (cue?.indicator === 'revenue' && LAST_YEARS.test(text.slice(Math.max(sentence.start, mention.start - 16), mention.start))) return null
  // sales and exports that are only stated are statistics
  if (
    cue !== null &&
    (cue.indicator === 'revenue' || cue.indicator === 'exports' || (cue.indicator === 'output' && /다[.”"]?\s*$/.test(body))) &&
    stageOf(body, sentence.start) === null &&
    !FORWARD.test(body) &&
    !flow.expecting &&
    !/효과(?:는|가|로)\s/.test(body) &&
    !AIMED_AMOUNT.test(text.slice(mention.end, mention.end + 14))
  )
    return null
  if (
    cue !== null &&
    cue.distance < (AIMED_AMOUNT.test(text.slice(mention.end, mention.end + 14)) ? 34 : 22) &&
    cue.indicator !== 'investment' &&
    cue.indicator !== 'budget'
  )
    return found(
      asked,
      cue.indicator === 'output' && cue.word.endsWith('효과') && LISTED_EFFECTS.test(body) ? 'production_inducement' : cue.indicator,
      `indicator:${cue.word}`,
    )
  const before = quantities[quantities.indexOf(mention) - 1]
  // "최소 500억 원, 최대 700억 원"
  if (
    before?.kind === 'money' &&
    flow.money !== null &&
    flow.stageAge === 0 &&
    /^,?\s?(?:최대|많게는|길게는)\s$/.test(text.slice(before.end, mention.start))
  )
    return found(asked, flow.money, 'indicator:range')
  // "투자액은 목표 5조 원의 48%인 2조 4,000억 원"
  if (/의\s?(?:약\s)?\d+(?:\.\d+)?%인\s$/.test(text.slice(Math.max(sentence.start, mention.start - 16), mention.start)) && flow.money !== null)
    return found(asked, flow.money, 'indicator:share-of-aim')
  // "A와 총사업비 2400억원 규모의 관광호텔 개발 투자협약을 체결했다": the cost that a firm undertakes
  if (
    cue !== null &&
    cue.word === '사업비' &&
    /^[^.]{0,60}투자\s?(?:협약|양해각서|계약)/.test(text.slice(mention.end, sentence.end)) &&
    names.some((n) => n.kind === 'organisation' && isFirm(n.value))
  )
    return found(asked, 'investment', 'indicator:agreed-cost')
  // "나래에너지는 발전단지를 조성한다. 총사업비는 2조3천억원이며": the one who builds goes on
  const builder =
    lastBefore(actors, mention.start) ??
    (actors.length === 0 && flow.stageAge <= 1 && flow.subjectMatter === (flow.matter?.id ?? null) ? flow.subject : undefined) ??
    undefined
  // "가람바이오는 … 전체 사업비 480억원 가운데": a firm's own outlay
  if (
    cue !== null &&
    cue.word === '사업비' &&
    builder !== undefined &&
    builder.value !== null &&
    isFirm(builder.value) &&
    !isPublicPayer(builder.value) &&
    !/국비|도비|시비|군비|지방비|보조금/.test(body)
  )
    return found(asked, 'investment', 'indicator:own-cost')
  if (cue !== null && cue.distance < 8 && cue.indicator === 'budget') return found(asked, 'budget', `indicator:${cue.word}`)
  if (isCeiling(text, mention, quantities, sentence)) return null
  // "○투자유치과장 이하늘 6개사": a title says nothing of the money
  const said = body.replace(SPEAKER, '')
  const heading = /^[■□◆◇▲△○●ㅇ◎▶※]/.test(body)
  const anaphor =
    flow.firm !== null &&
    actors.length === 0 &&
    (/(?:^|\s)(?:(?:회사|업체|이 회사|이 기업|이 업체)(?:는|은|가|이)|이 공장(?:은|에|에는|의|이))\s/.test(
      text.slice(sentence.start, mention.start),
    ) ||
      isLaidOutOnPlant(text, mention))
  const actor =
    (anaphor ? flow.firm!.value : undefined) ??
    lastBefore(actors, mention.start)?.value ??
    actors[0]?.value ??
    names.find((n) => n.kind === 'organisation')?.value ??
    (selfNamed(text, sentence) ? null : signerGoesOn(body, flow, actors.length)) ??
    flow.subject?.value ??
    discourse.lead ??
    null
  const payer = lastBefore(actors, mention.start)
  if (
    payer !== undefined &&
    isPublicPayer(payer.value) &&
    !payer.value.endsWith('구역청') &&
    !actors.some((a) => a.start > mention.end && a.start < to && isFirm(a.value)) &&
    PAYS.test(text.slice(mention.end, sentence.end)) &&
    !/투자|유치|협약을|민자|민간/.test(text.slice(payer.end, sentence.end))
  )
    return found(asked, 'budget', 'indicator:public-payer')
  if (payer === undefined && headPromises(asked)) return found(asked, 'budget', 'indicator:public-payer')
  const privateMoney =
    PRIVATE_PAYER.test(text.slice(Math.max(sentence.start, mention.start - 14), mention.start)) ||
    PRIVATE_MONEY.test(listTail(asked)) ||
    PRIVATE_MONEY.test(text.slice(from, Math.min(to, mention.end + 30)).split('(')[0]!) ||
    /^[^(]*투자협약/.test(body)
  // "2000억원 규모의 … 투자 펀드를 조성한다": what offices put together
  if (FUND.test(body) && actor !== null && !isFirm(actor) && !/유치|민자/.test(near)) return found(asked, 'budget', 'indicator:fund')
  const together = actTogether(asked)
  if (cue !== null && cue.indicator === 'investment' && cue.distance < 30) {
    const said = actors.length > 0 || selfNamed(text, sentence)
    if (
      !privateMoney &&
      !together &&
      !(flow.money === 'investment' && !said) &&
      !TOGETHER.test(text.slice(sentence.start, mention.start)) &&
      actor !== null &&
      !isFirm(actor) &&
      discourse.candidate === null &&
      /투자(?:할|하|해|한|했|됐|돼|된)/.test(body) &&
      !discourse.unnamedInvestor &&
      !SOME_FIRM.test(text.slice(sentence.start, mention.start)) &&
      !names.some((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value))
    )
      return found(asked, 'budget', 'indicator:public-outlay')
    return found(asked, 'investment', `indicator:${cue.word}`)
  }
  if (cue !== null && cue.indicator === 'budget' && cue.distance < 40) return found(asked, 'budget', `indicator:${cue.word}`)
  // what comes in foreign money comes from investors
  if (mention.unit !== 'KRW' && flow.money !== 'budget' && (flow.money === 'investment' || BUILDS.test(body) || /목표/.test(body)))
    return found(asked, 'investment', 'indicator:foreign-money')
  if (privateMoney) return found(asked, 'investment', 'indicator:private')
  if (actors.length === 0 && discourse.candidate === null && isOwnOutlay(asked)) return found(asked, 'budget', 'indicator:own-outlay')
  // "목표 20조 원을 21조 3천억 원으로 초과 달성했다"
  if (
    before?.kind === 'money' &&
    before.unit === mention.unit &&
    flow.money !== null &&
    /^(?:을|를)\s(?:이미\s|훌쩍\s|벌써\s)?$/.test(text.slice(before.end, mention.start)) &&
    /^(?:으로|로)\s(?:[가-힣]{2}\s)?(?:달성|넘|채웠)/.test(text.slice(mention.end, mention.end + 10))
  )
    return found(asked, flow.money, 'indicator:of-aim')
  // "2021년 1조 8,000억 원, 2022년 2조 5,000억 원": one of a list
  if (
    before?.kind === 'money' &&
    before.unit === mention.unit &&
    flow.money !== null &&
    flow.stageAge === 0 &&
    (cue === null || cue.start < before.start) &&
    /^(?:\([^)]*\))?,\s(?:[’']?\d{2,4}년\s)?(?:[가-힣A-Za-z·]{1,10}\s)?$/.test(text.slice(before.end, mention.start))
  )
    return found(asked, flow.money, 'indicator:list')
  if (/^[-–·ㆍ•∙]/.test(body) && (flow.money === 'budget' || flow.money === 'investment') && flow.stageAge <= 4)
    return found(asked, flow.money, 'indicator:item')
  if (/까\?[”"]?$/.test(body)) return null
  if (heading && flow.money === 'budget') return found(asked, 'budget', 'indicator:heading')
  // "용인에 2042년까지 562조원, 구미에 2026년까지 4조7000억원이 들어간다", of what firms have just been said to invest
  if (isByPlace(asked) && !saysPublicMoney(text, body)) return found(asked, 'investment', 'indicator:by-place')
  // an amount without a word of its own goes on counting what the last one counted
  if (!saysPublicMoney(text, body) && flow.stageAge <= 3 && flow.money === 'investment' && !BUILDS.test(said.slice(0, 400)))
    return found(asked, 'investment', 'indicator:flow')
  if (
    !saysPublicMoney(text, body) &&
    (flow.stage?.value === 'mou' || flow.stage?.value === 'contract') &&
    flow.stageAge <= 2 &&
    flow.money === 'investment' &&
    actors.length === 0
  )
    return found(asked, 'investment', 'indicator:of-agreement')
  if (/협약|투자\s?계약/.test(body) && !saysPublicMoney(text, body)) return found(asked, 'investment', 'indicator:agreement')
  // "박물관 154억 원과 타당성 조사 3억 원도 들어갔다", where a budget was told of
  if (flow.money === 'budget' && flow.stageAge <= 3 && IN_BUDGET.test(body) && !privateMoney) return found(asked, 'budget', 'indicator:in-budget')
  if (saysPublicMoney(text, body) && !(actor !== null && isFirm(actor))) return found(asked, 'budget', 'indicator:public')
  // "세풍산단 2단계 조성에 1,480억 원을 투입해": works of the office itself
  if (isForWorks(asked) && !(actor !== null && isFirm(actor))) return found(asked, 'budget', 'indicator:own-works')
  // an office of a free economic zone tells what it attracts
  if (actor?.endsWith('경제자유구역청') || actor?.endsWith('경자청')) return found(asked, 'investment', 'indicator:attracting-office')
  if (
    BUILDS.test(said) ||
    LAID_OUT.test(said) ||
    RAISED.test(text.slice(mention.end, mention.end + 16)) ||
    stageOf(body, sentence.start) !== null ||
    flow.money !== null
  ) {
    // "한 유통업체가 지으려던 물류센터(720억원)": somebody's own, though nobody names it
    if (together) return found(asked, 'investment', 'indicator:of-firms')
    if (SOME_FIRM.test(text.slice(sentence.start, mention.start))) return found(asked, 'investment', 'indicator:outlay')
    // a text about what was attracted counts the money of firms
    if (discourse.headAttraction && actor !== null && areaOf(actor) !== null && !/들여|들인|투입|지원|공사|조성비/.test(near))
      return found(asked, 'investment', 'indicator:attraction')
    if (actor !== null && !isFirm(actor) && discourse.parties.length === 0 && discourse.candidate === null)
      return found(asked, 'budget', 'indicator:public-actor')
    if (actor !== null && isFirm(actor)) return found(asked, 'investment', 'indicator:outlay')
    if (
      discourse.parties.some((p) => isFirm(p) && (discourse.firstAt.get(p) ?? 0) < sentence.end) ||
      discourse.unnamedInvestor ||
      /(?:공장|데이터센터|본사|물류센터|리조트|호텔|생산시설|설비|생산라인)/.test(body)
    )
      return found(asked, 'investment', 'indicator:outlay')
    // a project's cost with no payer named
    return found(asked, 'budget', 'indicator:project-cost')
  }
  if (actor !== null && isFirm(actor) && actors.length > 0 && flow.stageAge <= 4 && (flow.stage?.value === 'mou' || flow.stage?.value === 'contract'))
    return found(asked, 'investment', 'indicator:of-party')
  return null
}

/** Money put together for others to use. */
const FUND = /(?:(?<!사)모펀드|자펀드|투자\s?펀드|(?<!사모)펀드(?:를|가|의)|투자조합|투자기관|출자)/
