import type { Discourse } from '../../discourse.ts'
import { isEligibility } from '../../eligibility.ts'
import { AIMED_SHARE, FORWARD, nearestCue } from '../../indicators.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Indicator, Mention, Slot, Span } from '../../reading.ts'
import type { Flow } from '../draft.ts'
import { isAim } from '../layout/aims.ts'
import { type Asked, found, isCensus, isCondition, isCountryWide, isNational } from './asked.ts'
import { isRestated } from './baseline.ts'
import { countIndicator } from './count.ts'
import { moneyIndicator } from './money.ts'
import { isStatistic } from './statistics.ts'
import { lengthOf } from './things.ts'

/** "4만 1000명으로 줄었다": what became of it, promised by nobody. */
const SHRANK =
  /^(?:여)?(?:\s?원)?(?:으로|로|까지)\s?(?:[가-힣]{1,3}\s)?(?:줄었|줄어|감소|떨어|내려앉|반토막|반 토막|쪼그라|급감|곤두박질|추락|주저앉|미끄러)/

/** Land that is sold already. */
const SOLD_SHARE = /^\s?(?:가운데|중|중에서)\s(?:약\s|이미\s)?[\d.]+\s?%(?:가|를|는|인|만)?\s[^.]{0,8}(?:분양|매각|팔|임대|입주)/

/** "9.6㎿급 발전기 10기", "30MW짜리 4동": the size of one of many; "3GW급 데이터센터를 짓는" is the whole. */
const isSizeOfEach = (text: string, mention: Mention, body: string): boolean => {
  const after = text.slice(mention.end, mention.end + 30)
  if (!/^(?:\([A-Za-z]{1,3}\))?\s?(?:짜리|급|당|(?:규모|용량)의 [가-힣 ]{2,14}\d+\s?(?:동|기|대|개|곳|호기))/.test(after)) return false
  if (/용량(?:은|이)\s[^.]{0,30}$/.test(text.slice(Math.max(0, mention.start - 36), mention.start))) return false
  return (
    /^당/.test(after) ||
    /각(?:각)?\s(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 5), mention.start)) ||
    /^(?:\([A-Za-z]{1,3}\))?\s?(?:짜리|급|규모의|용량의)\s?[^.,\d]{0,20}\d+\s?(?:기|동|대|개|곳|호기|척|세트)/.test(after) ||
    !(FORWARD.test(body) || /투자|운영하|짓|건립|조성|건설|구축|세우|들어서|앉히|착공|준공/.test(body))
  )
}

const SHARE_RAISED = /\d%에서\s(?:\d{4}년(?:까지)?\s)?$/
const LIST_RAISED = /^(?:로|까지),\s[^.]{4,60}에서\s[^.]{2,24}(?:으로|로)\s(?:각각\s)?(?:높이|올리|끌어올|늘리|키우)/

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
  // "기업당 최대 3,000만 원이며 총예산은 28억 원": a total is not measured by what stands before the last amount
  const own = /(?:총|모두|전체|합계|합쳐|누적)[가-힣\s]{0,6}$/.test(text.slice(Math.max(from, mention.start - 10), mention.start))
    ? from
    : sentence.start
  const near = text.slice(Math.max(own, mention.start - 24), Math.min(sentence.end, mention.end + 12))
  const cue = nearestCue(text, mention, from, Math.min(to, mention.end + 30))
  const asked: Asked = { text, mention, from, to, sentence, body, near, cue, discourse, actors, names, quantities, flow }
  if (isStatistic(asked) || isEligibility(text, mention, sentence)) return null
  switch (mention.kind) {
    case 'money':
      return SHRANK.test(text.slice(mention.end, mention.end + 14)) && cue?.indicator !== 'budget' ? null : moneyIndicator(asked)
    case 'area':
      if (isRestated(text, mention, quantities) || isCountryWide(text, mention, sentence)) return null
      // "1410㎢에서 15㎢ 넓어졌다"
      if (
        /^(?:가|나)?\s(?:넓어졌|넓어진|좁아졌|늘었|늘어났|줄었)/.test(text.slice(mention.end, mention.end + 6)) &&
        !/산단|공장|단지에/.test(text.slice(Math.max(sentence.start, mention.start - 6), mention.start))
      )
        return null
      // "112만원/3.3㎡": what the price is for
      if (
        text.charAt(mention.start - 1) === '/' &&
        /\d[\d,.]*\s?[천만억]*\s?원\s?\/$/.test(text.slice(Math.max(0, mention.start - 12), mention.start))
      )
        return null
      // "공장 터 8만8천㎡가 10년째 비어 있다"
      if (/^(?:가|이|는|은)\s[^.,]{0,16}(?:비어|놀고|방치돼|방치되어|버려져)\s?있/.test(text.slice(mention.end, mention.end + 30))) return null
      // "산불로 1만4140ha가 피해를 봤고"
      if (/^(?:가|이)\s(?:피해|불에|불탔|소실|침수|훼손)/.test(text.slice(mention.end, mention.end + 8))) return null
      // "장흥의 면적은 622.4㎢, 인구는 3만6102명이다": how large a county is
      if (body.includes('인구') && /의\s(?:전체\s)?면적은\s(?:약\s)?$/.test(text.slice(Math.max(sentence.start, mention.start - 14), mention.start)))
        return null
      // "전체 259만㎡ 가운데 88%가 분양됐다", "1인당 0.5ha"
      if (
        SOLD_SHARE.test(text.slice(mention.end, mention.end + 30)) ||
        /(?:1인당|가구당|기업당|업체당|농가당|필지당)\s?(?:최대\s|약\s)?$/.test(text.slice(Math.max(0, mention.start - 12), mention.start))
      )
        return null
      // "전체 106만8천㎡ 가운데 54만8천㎡ 분양(51.33%)": how much is sold
      if (
        /^\s?(?:가운데|중)\s(?:약\s)?\d[\d만천.,]*㎡(?:가|를)?\s?분양/.test(text.slice(mention.end, mention.end + 26)) ||
        (/㎡\s?(?:가운데|중)\s(?:약\s)?$/.test(text.slice(Math.max(sentence.start, mention.start - 8), mention.start)) &&
          /^(?:가|를)?\s?분양(?!할|하기|한다|을 시작)/.test(text.slice(mention.end, mention.end + 8)))
      )
        return null
      // "사유지 6만㎡ 가운데 1만㎡는 보상이": whose the land still is
      if (
        /(?:사유지|국유지|공유지|편입\s?(?:토지|면적))\s(?:[\d만천,.]+㎡\s(?:가운데|중)\s)?(?:약\s)?$/.test(
          text.slice(Math.max(sentence.start, mention.start - 24), mention.start),
        )
      )
        return null
      // "남은 땅이 2만6천㎡뿐인데", "13개 업체의 희망 면적은 25만㎡나 된다": what is left, what is wished for
      if (/^뿐/.test(text.slice(mention.end, mention.end + 1))) return null
      // "당초보다 3천평 감축", "2000평대에서 8000평대로": by how much, and how large each lot is
      if (/^(?:이|가|를|을)?\s?(?:감축|축소|줄[었여어인]|감소)|^대(?:에서|로|의|다|까지)/.test(text.slice(mention.end, mention.end + 6))) return null
      // "수요조사에서 300여 기업이 263만㎡를 바랐고"
      if (
        body.includes('수요조사') &&
        /^(?:를|을|\s이상을)\s(?:[가-힣]{1,4}\s)?(?:바랐|바란|원했|원한|희망|신청)/.test(text.slice(mention.end, mention.end + 14))
      )
        return null
      // "이들이 요구한 면적은 188만㎡다"
      if (
        /(?:요구한|희망하는|희망한|원하는|바라는|신청한)\s(?:[가-힣]{1,4}\s)?(?:면적|땅|부지|용지)(?:은|는|이|가)\s/.test(
          text.slice(sentence.start, mention.start),
        )
      )
        return null
      if (/(?:평으로 (?:하면|치면|환산)|수요\s?면적|희망\s?면적|제한지역)/.test(near)) return null
      if (
        /(?:전용면적|(?<!임대|수출|외국인|기업)전용(?!\s?(?:공장|공단|단지|라인|부두|산업|기지|구역|부지|센터))|연면적당|평형|분양면적|매각|팔렸|팔린|분양률)/.test(
          near,
        )
      )
        return null
      return found(asked, 'area', 'indicator:area')
    case 'power':
      if (
        isCountryWide(text, mention, sentence) ||
        (/^(?:가|이)?\s?(?:이미\s)?(?:가동|운영|운전)\s?(?:중|되고|하고)/.test(text.slice(mention.end, mention.end + 10)) &&
          /(?:현재|지금)/.test(text.slice(sentence.start, mention.start))) ||
        /^에 불과/.test(text.slice(mention.end, mention.end + 5)) ||
        /(?:가동 중인|설치된) [가-힣\s]{0,8}(?:은|는)\s$/.test(text.slice(Math.max(sentence.start, mention.start - 18), mention.start))
      )
        return null
      return isSizeOfEach(text, mention, body) ? null : found(asked, 'capacity', 'indicator:power')
    case 'percent':
      // "목표 68% 달성": how much of an aim was reached
      if (/목표(?:의|치의|액의| 대비)?\s?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start))) return null
      if (/^(?:을|를)?\s?(?:달성|향상|감축|절감)(?:했|한|하며)/.test(text.slice(mention.end, mention.end + 8))) return null
      if (isAim(text, mention, flow.aims)) return found(asked, 'other', 'indicator:aim')
      // "고용률은 71.3%에서 73%로, 부가가치는 … 높이겠다": one verb for the list
      if (
        SHARE_RAISED.test(text.slice(Math.max(sentence.start, mention.start - 12), mention.start)) &&
        LIST_RAISED.test(text.slice(mention.end, sentence.end))
      )
        return found(asked, 'other', 'indicator:share')
      if (!AIMED_SHARE.test(text.slice(mention.end, mention.end + 12)) || !FORWARD.test(body) || /(?:전년|작년|지난해|평균|대비)/.test(body))
        return null
      return cue !== null && cue.distance < 12 ? found(asked, cue.indicator, `indicator:${cue.word}`) : found(asked, 'other', 'indicator:share')
    case 'length':
      return lengthOf(asked)
    case 'count':
      if (
        isCondition(text, mention) ||
        // "협약은행 13개사": banks that lend
        (mention.unit === 'firms' && /(?:은행|금융기관|금융사|보증기관)\s?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start))) ||
        isNational(text, mention, sentence) ||
        ((mention.unit === 'jobs' || mention.unit === 'persons') && isCountryWide(text, mention, sentence)) ||
        /^(?:이|뿐이)?뿐이었/.test(text.slice(mention.end, mention.end + 6)) ||
        isCensus(body) ||
        SHRANK.test(text.slice(mention.end, mention.end + 12))
      )
        return null
      return countIndicator(asked)
    default:
      return null
  }
}
