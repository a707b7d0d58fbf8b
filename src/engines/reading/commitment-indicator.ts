import { type Flow, lastBefore, slot } from './commitment-draft.ts'
import { cued } from './cue.ts'
import { type Discourse, isFirm } from './discourse.ts'
import { AIMED_SHARE, FORWARD, nearestCue, notPromised, STATISTIC } from './indicators.ts'
import type { NameCandidate } from './name-candidate.ts'
import type { Indicator, Mention, Slot, Span } from './reading.ts'
import { saysDenied, stageOf } from './stages.ts'

/** "18홀→27홀", "30만원에서 50만원으로": the first is where it comes from. */
export function isBaseline(text: string, mention: Mention, next: Mention | undefined): boolean {
  if (
    /^\)?\s?(?:보다|대비|에 비해|에 견줘)/.test(text.slice(mention.end, mention.end + 6)) ||
    /(?:전년|전년도|작년|지난해|동기)\(\s?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start))
  )
    return true
  // "실적(1조5천억원)의 4배": what the present one is measured by
  if (/^\)?의\s?(?:약\s)?\d[\d.]*\s?배/.test(text.slice(mention.end, mention.end + 10))) return true
  if (/^(?:이던|였던|이었던|에 그쳤던|에 불과했던|에 머물던)/.test(text.slice(mention.end, mention.end + 8))) return true
  if (next === undefined || next.unit !== mention.unit) return false
  const gap = text.slice(mention.end, next.start)
  if (/^\s?(?:→|➝|->|⇒)\s?$/.test(gap)) return true
  return /^에서\s/.test(gap) && gap.length < 24 && /^(?:으로|로|까지)/.test(text.slice(next.end, next.end + 3))
}

/** "1,200억원을 1,750억원으로 증액", "180명으로 적었던 고용도 250명으로 커진다": the second is a new plan over an old figure. */
export function isRaised(text: string, mention: Mention, before: Mention | undefined): boolean {
  if (before === undefined || before.kind !== mention.kind) return false
  const gap = text.slice(before.end, mention.start)
  if (gap.length > 24 || !/^(?:을|를|으로\s[가-힣]{1,4}던|로\s[가-힣]{1,4}던)\s/.test(gap)) return false
  return /^(?:으로|로)\s?(?:[가-힣]{1,4}\s)?(?:증액|증원|늘|확대|상향|키우|키운|커지|커진|올리|올린|불어)/.test(
    text.slice(mention.end, mention.end + 14),
  )
}

const PUBLIC_MONEY = cued(/(?:사업비|예산|국비|도비|시비|군비|지방비|추경|기금|보조금|재정|지원사업)/)
const PRIVATE_MONEY = /(?:민자|민간자본|민간투자|민간 자본|외자|투자유치|투자 유치|투자액|투자금|투자\s?협약|투자\s?계약)/
const BUILDS = cued(/(?:들여|들어가|들어갔|들인다|든다|투입|투자|넣어|쏟|짓|건립|건설|신설|증설|조성|세우|구축|쓰인|쓰일|규모)/)

/** What a quantity measures (지표), or null where nothing in its surroundings says that somebody committed to it: averages, prices, markets, ceilings, amounts said twice. */
export function indicatorOf(
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
      if (
        /^\s?까지/.test(text.slice(mention.end, mention.end + 3)) &&
        /한 (?:기업|업체|회사|곳|사람)(?:이|가|에)?\s/.test(text.slice(sentence.start, mention.start))
      )
        return null
      if (isCondition(text, mention) || isNational(text, mention, sentence) || isCensus(body)) return null
      if (ATTRACTED.test(text.slice(mention.end, mention.end + 16)) && !/(?:국비|예산|도비|시비)/.test(near))
        return found('investment', 'indicator:attracted')
      if (PAID.test(text.slice(mention.end, mention.end + 10))) return found('budget', 'indicator:paid-out')
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
      // sales and exports that are only stated are statistics
      if (
        cue !== null &&
        (cue.indicator === 'revenue' || cue.indicator === 'exports') &&
        stageOf(body, sentence.start) === null &&
        !FORWARD.test(body) &&
        !AIMED_AMOUNT.test(text.slice(mention.end, mention.end + 12))
      )
        return null
      if (
        cue !== null &&
        cue.distance < (AIMED_AMOUNT.test(text.slice(mention.end, mention.end + 12)) ? 34 : 22) &&
        cue.indicator !== 'investment' &&
        cue.indicator !== 'budget'
      )
        return found(cue.indicator, `indicator:${cue.word}`)
      if (cue !== null && cue.distance < 8 && cue.indicator === 'budget') return found('budget', `indicator:${cue.word}`)
      if (
        /^\s?까지/.test(text.slice(mention.end, mention.end + 3)) &&
        /한 (?:기업|업체|회사|곳|사람)(?:이|가|에)?\s/.test(text.slice(sentence.start, mention.start))
      )
        return null
      if (isCeiling(text, mention, quantities, sentence)) return null
      const heading = /^[■□◆◇▲△○●ㅇ◎▶※]/.test(body)
      const anaphor =
        flow.firm !== null &&
        actors.length === 0 &&
        /(?:^|\s)(?:회사|업체|이 회사|이 기업|이 업체)(?:는|은|가|이)\s/.test(text.slice(sentence.start, mention.start))
      const actor =
        (anaphor ? flow.firm!.value : undefined) ??
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
      if (/협약|투자\s?계약/.test(body) && !PUBLIC_MONEY.test(body)) return found('investment', 'indicator:agreement')
      if (PUBLIC_MONEY.test(body) && !(actor !== null && isFirm(actor))) return found('budget', 'indicator:public')
      if (BUILDS.test(body) || stageOf(body, sentence.start) !== null || flow.money !== null) {
        if (actor !== null && !isFirm(actor) && discourse.parties.length === 0 && discourse.candidate === null)
          return found('budget', 'indicator:public-actor')
        // a project's cost with no payer named is budget; a plant, a hotel or a firm's own outlay is investment
        if (actor !== null && isFirm(actor)) return found('investment', 'indicator:outlay')
        if (
          discourse.parties.some((p) => isFirm(p) && (discourse.firstAt.get(p) ?? 0) < sentence.end) ||
          discourse.unnamedInvestor ||
          /(?:공장|데이터센터|본사|물류센터|리조트|호텔|생산시설|설비|생산라인)/.test(body)
        )
          return found('investment', 'indicator:outlay')
        return found('budget', 'indicator:project-cost')
      }
      return null
    }
    case 'area':
      if (isRestated(text, mention, quantities)) return null
      if (/(?:전용면적|전용|연면적당|평형|분양면적|매각|팔렸|팔린|분양률)/.test(near)) return null
      return found('area', 'indicator:area')
    case 'power':
      return /^(?:짜리|급|당)/.test(text.slice(mention.end, mention.end + 3)) &&
        !/^급\s?(?:발전단지|발전소|단지|풍력)/.test(text.slice(mention.end, mention.end + 8))
        ? null
        : found('capacity', 'indicator:power')
    case 'percent':
      if (/^(?:을|를)?\s?(?:달성|향상|감축|절감)(?:했|한|하며)/.test(text.slice(mention.end, mention.end + 8))) return null
      if (!AIMED_SHARE.test(text.slice(mention.end, mention.end + 12)) || !FORWARD.test(body) || /(?:전년|작년|지난해|평균|대비)/.test(body))
        return null
      return cue !== null && cue.distance < 12 ? found(cue.indicator, `indicator:${cue.word}`) : found('other', 'indicator:share')
    case 'length':
      return ROAD.test(body) &&
        FORWARD.test(body) &&
        /(?:놓|깔|개설|건설|확장|연결|잇는|뚫|신설|조성)/.test(text.slice(mention.end, mention.end + 40))
        ? found('other', 'indicator:length')
        : null
    case 'count':
      if (
        isCondition(text, mention) ||
        isNational(text, mention, sentence) ||
        isCensus(body) ||
        SHRANK.test(text.slice(mention.end, mention.end + 12))
      )
        return null
      return countIndicator(text, mention, from, to, body, sentence, cue, quantities, flow)
    default:
      return null
  }
}

const AIMED_AMOUNT = /^(?:으로|로|까지|을|를)?\s?(?:키우|늘리|늘려|올리|높이|달성|확대)/
/** "4만 1000명으로 줄었다": what became of it, promised by nobody. */
const SHRANK = /^(?:으로|로)\s?(?:[가-힣]{1,3}\s)?(?:줄었|줄어|감소|떨어|내려앉)/
const ROAD = /(?:도로|철도|노선|관로|진입로|송전선로|배관|선로|궤도)/
const ATTRACTED = /^(?:여|\s?규모)?(?:을|를|의\s(?:투자|자본|외자)(?:을|를))?\s?(?:유치했|유치하|유치한|끌어왔|끌어들|끌어모)/
const PAID = /^(?:여)?(?:을|를)?\s?(?:지급|교부|나눠 줬|나눠줬)/

/** "근로자 10명 이상인 기업", "수출 1천만 달러가 넘는 뿌리기업", "10인 미만 사업체": a condition on firms, promised by nobody. */
const isCondition = (text: string, mention: Mention): boolean =>
  /^(?:\s?(?:이상|이하|미만|초과|이내))?(?:이고|인|이며|이거나|의|을 넘는|를 넘는|이 넘는|가 넘는)?\s[가-힣·]{0,8}(?:기업|업체|사업체|법인|회사)(?:이|은|을|에|만|의|과|와|도|비|가|\s|,|$)/.test(
    text.slice(mention.end, mention.end + 24),
  ) &&
  (mention.bound !== null || /^(?:이|가|을|를) 넘는/.test(text.slice(mention.end, mention.end + 5)))

/** "전국 9개 경제자유구역의 누적 신고액", "전국 기초단체의 평균": no body's own. */
const isNational = (text: string, mention: Mention, sentence: Span): boolean =>
  /전국\s?(?:\d+개|의|기초|광역|시·도|지자체|평균|산업단지)/.test(text.slice(sentence.start, mention.start))

/** "사업체 6만1,400개, 종사자 53만8천 명, 매출액 218조 원": the state of a trade. */
const isCensus = (body: string): boolean => body.includes('종사자') && /사업체\s?(?:수는?|는|가)?\s?[\d만천,]+\s?(?:여\s?)?개/.test(body)

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
    case 'persons': {
      if (/(?:평균|기업당|업체당|정원|인구|참석|명\(|전문가|방문|관람|관광객|이용객)/.test(near)) return null
      if (/(?:기업당|업체당|1인당|평균|사당)/.test(text.slice(sentence.start, mention.start))) return null
      // "기술인력 2,400명을 교육한다": taught, not hired
      if (
        /^(?:여|가량)?(?:을|를|에게|이|의)?\s?[^.,]{0,10}(?:교육|양성|배출|육성|훈련|수료|길러|키운|키워|멘토링|상담)/.test(
          text.slice(mention.end, mention.end + 22),
        ) &&
        !/(?:고용|채용|일자리|뽑)/.test(near)
      )
        return found('other', 'indicator:trained')
      // "창고를 지난 5월 완공해 38명이 일하고 있다"
      if (
        /^(?:이|가)?\s?(?:일하고 있|근무\s?중|근무하고 있|일한다)/.test(text.slice(mention.end, mention.end + 10)) &&
        /(?:완공|준공|개장|문을 열|가동)/.test(text.slice(sentence.start, mention.start))
      )
        return found('jobs', 'indicator:at-work')
      // "210명 중 156명이 지역 사람이다"
      if (/\d명\s(?:중|가운데)\s?(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 8), mention.start)) && /(?:뽑|고용|채용)/.test(body))
        return found('jobs', 'indicator:share-of-jobs')
      // "392개 기업, 22조 1548억원, 4만 8313명": the same three as before, unnamed
      if (
        cue === null &&
        quantities.some((q) => q.kind === 'money') &&
        quantities.some((q) => q.unit === 'firms') &&
        (flow.jobs || /^(?:\s?(?:의|을|에|이|$)|[.,)]|$)/.test(text.slice(mention.end, mention.end + 2)))
      )
        return found('jobs', 'indicator:parallel')
      // "신규 고용은 A 70명, B 55명 등 모두 160명": one word for the whole list
      const first = quantities.find((q) => q.unit === 'persons')
      if (
        (cue === null || cue.distance > 24) &&
        first !== undefined &&
        first !== mention &&
        /(?:고용|채용|일자리)[^.,]{0,24}$/.test(text.slice(sentence.start, first.start)) &&
        /^(?:,|·| 등|,? 모두)/.test(text.slice(quantities[quantities.indexOf(mention) - 1]?.end ?? 0, mention.start)) &&
        mention.start - (quantities[quantities.indexOf(mention) - 1]?.end ?? 0) < 24
      )
        return found('jobs', 'indicator:list')
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
      // "제조업 취업자는 438만 명": how many work, not how many will
      if (/취업자/.test(near) && !FORWARD.test(text.slice(mention.end, mention.end + 30))) return null
      return found(cue.indicator === 'employment_inducement' ? cue.indicator : 'jobs', `indicator:${cue.word}`)
    }
    case 'firms':
      if (/(?:기업당|업체당|사당)[^()]{0,24}\(\s?$/.test(text.slice(sentence.start, mention.start)))
        return found('firms', 'indicator:firms-in-brackets')
      if (/(?:선정\s글로벌|세계\s\d|중\s?$)/.test(near)) return null
      return /(?:유치|협약|입주|투자|지원|육성|돕|달성|만들|창출|모집|선정|참여|이전|발굴|옮겨|끌어|목표|데려오|그쳤|그친|그칩|대상)/.test(body) ||
        /에 이른다|이른다|달한다/.test(body)
        ? found('firms', 'indicator:firms')
        : null
    case 'rooms':
    case 'holes':
    case 't':
    case 'L':
      return /(?:조성|건립|짓|건설|확충|들어서|생산|처리|액화|설비|규모|확장|신설|증설|공급|마련)/.test(body)
        ? found('capacity', 'indicator:capacity')
        : null
    case 'teams':
      return /(?:지원|선발|선정|육성|뽑|준다|발굴|보육)/.test(body) ? found('other', 'indicator:teams') : null
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
export function isRestated(text: string, mention: Mention, quantities: readonly Mention[]): boolean {
  const k = quantities.indexOf(mention)
  const before = quantities[k - 1]
  if (before === undefined || before.kind !== mention.kind) return false
  if (!/^\s?\(\s?(?:약|한화|우리 돈|우리 돈으로|약 )?\s?$/.test(text.slice(before.end, mention.start))) return false
  if (mention.kind === 'money') return before.unit !== mention.unit
  return Math.abs((before.value as number) - (mention.value as number)) <= 0.05 * (before.value as number)
}
