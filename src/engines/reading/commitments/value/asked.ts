import type { Discourse } from '../../discourse.ts'
import type { nearestCue } from '../../indicators.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Indicator, Mention, Slot, Span } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'

/** A quantity with what stands around it: what the rules of its indicator look at. */
export interface Asked {
  readonly text: string
  readonly mention: Mention
  /** Bounds of its own words: the quantities beside it and the sentence. */
  readonly from: number
  readonly to: number
  readonly sentence: Span
  readonly body: string
  /** A few words before and after it. */
  readonly near: string
  readonly cue: ReturnType<typeof nearestCue>
  readonly discourse: Discourse
  readonly actors: readonly NameCandidate[]
  readonly names: readonly NameCandidate[]
  readonly quantities: readonly Mention[]
  readonly flow: Flow
}

/** An indicator with the cue that gave it. */
export const found = ({ cue }: Asked, indicator: Indicator, rule: string): Slot<Indicator> =>
  slot(indicator, cue === null ? null : { start: cue.start, end: cue.start + cue.word.length }, rule)

/** "근로자 10명 이상인 기업", "수출 1천만 달러가 넘는 뿌리기업", "10인 미만 사업체": a condition on firms, promised by nobody. */
const CLASSES =
  /^(?:\s?(?:이상|이하|미만|초과))?,\s(?:\d[\d.,]*(?:조|억|만|천)?\s?[∼~～-]\s?)?\d[\d.,조억만천]*\s?(?:원|달러|유로)?\s?(?:이상|이하|미만|초과)?(?:인\s[가-힣]{0,4}(?:기업|업체|농가|업소|회사|사람|가구)|,\s\d[^.]{0,30}(?:이상|이하|미만|초과)인\s)/

export const isCondition = (text: string, mention: Mention): boolean =>
  // "3개 이상의 소공인이 모인 조합"
  (mention.unit === 'firms' &&
    /(?:이상|이하|미만)의\s/.test(mention.text) &&
    /^(?:이|가|으로|로)\s/.test(text.slice(mention.end, mention.end + 3))) ||
  // "연 매출 1000억원 규모의 기업 5개사"
  (mention.kind === 'money' &&
    /(?:매출|수출)(?:액)?\s?(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start)) &&
    /^(?:\s?(?:이상|규모|대))?(?:의|인)?\s(?:[가-힣]{1,8}\s){0,2}[가-힣]{0,6}(?:기업|업체|회사|유니콘)/.test(
      text.slice(mention.end, mention.end + 34),
    )) ||
  // "법정부담금 40여억 원 중 9억 원가량만 낸 상태": what has to be paid for a permit
  (mention.kind === 'money' &&
    /부담금\s(?:[\d,.여]{1,6}[억만]\s?원\s중\s)?$/.test(text.slice(Math.max(0, mention.start - 18), mention.start)) &&
    /^(?:가량|여)?(?:만)?\s?(?:중|을|를|낸|밖에|납부|미납)/.test(text.slice(mention.end, mention.end + 8))) ||
  // "100만 달러 미만, 100만~500만 달러, 500만 달러 초과인 업체에": classes of those who get it
  (mention.kind === 'money' && CLASSES.test(text.slice(mention.end, mention.end + 60))) ||
  (mention.bound !== null &&
    /(?:상시\s?)?(?:근로자|종업원|직원|고용인원)\s?(?:수)?(?:가|이)?\s?$/.test(text.slice(Math.max(0, mention.start - 10), mention.start)) &&
    (mention.value as number) < 1000) ||
  (/^(?:\s?(?:이상|이하|미만|초과|이내))?(?:이고|인|이며|이거나|의|을 넘는|를 넘는|이 넘는|가 넘는)?\s[가-힣·]{0,8}(?:기업|업체|사업체|법인|회사)(?:이|은|을|에|만|의|과|와|도|비|가|\s|,|$)/.test(
    text.slice(mention.end, mention.end + 24),
  ) &&
    (mention.bound !== null || /^(?:이|가|을|를) 넘는/.test(text.slice(mention.end, mention.end + 5))))

/** "전국 9개 경제자유구역의 누적 신고액", "전국 기초단체의 평균": no body's own. */
export const isNational = (text: string, mention: Mention, sentence: Span): boolean =>
  /전국\s?(?:통계|\d+개|의|기초|광역|시·도|지자체|평균|산업단지)/.test(text.slice(sentence.start, mention.start))

/** "나라 전체 외국인직접투자 신고액 345억 달러", "전국에 깔린 연료전지는 1,042MW": what the whole country has. */
export const isCountryWide = (text: string, mention: Mention, sentence: Span): boolean =>
  WHOLE_COUNTRY.test(text.slice(Math.max(sentence.start, mention.start - 60), mention.start))

const WHOLE_COUNTRY =
  /우리나라의?\s[^\n]{0,50}\d[\d.]*[A-Za-z가-힣%]{1,4}\s(?:중|가운데)\s[가-힣]{1,6}(?:\s[가-힣]{1,6}){0,2}(?:은|는)\s$|(?:나라 전체|국가 전체|우리나라|국내 전체|국내 총|전국|전 세계)(?:에|의|에서)?\s[^.,\d]{0,34}$/

/** "사업체 6만1,400개, 종사자 53만8천 명, 매출액 218조 원": the state of a trade. */
export const isCensus = (body: string): boolean => body.includes('종사자') && /사업체\s?(?:수는?|는|가)?\s?[\d만천,]+\s?(?:여\s?)?개/.test(body)
