import type { Mention, Span } from './reading.ts'

/** Labels over what one must be or have to apply (신청 자격). */
const LABEL =
  /^[^가-힣A-Za-z]{0,6}[([【<]?\s?(?:지원\s?대상|신청\s?(?:자격|대상|요건)|지원\s?(?:자격|요건|조건)|참여\s?(?:자격|대상)|모집\s?대상|자격\s?(?:요건|조건)?|대상\s?(?:기업|업체)|우대\s?(?:사항|조건)|지원\s?제외|제외\s?대상|입주\s?(?:자격|조건|대상))/
/** What must be the case. */
const MUST =
  /(?:이어야|여야|해야|하여야|있어야|갖춰야|되어야|돼야)\s?(?:한다|합니다|함|하며|하고|하는|$)|에\s?한(?:함|한다|합니다|하여|해)(?:$|[\s.)])/
/** "5인 미만 고용", "50인 이상인 도내 사업주": the size of those who may. */
const SIZE =
  /^\s?(?:이상|이하|미만|초과|이내|내외)?(?:인|의)?\s?(?:고용(?=\)|(?:한|하는|\s)\s?(?:기업|업체|사업))|사업체|사업장|사업주|기업|업체|법인|중소기업|중견기업|소상공인|소기업|(?:도내|관내|시내|제조업)\s?(?:기업|업체|사업))/

/** "종사자 10인 이상인 도내 비제조 중소기업": words between. */
const SIZE_OF =
  /^\s?(?:이상|이하|미만|초과|이내)?(?:인|의)\s(?:[가-힣]{1,6}\s){0,2}[가-힣]{0,4}(?:기업|업체|사업체|사업장|사업주|법인|소상공인)(?:이|은|만|에|을|의|\s|$)/
/** "총사업비 500억원 이상, 재정지원 300억원 이상인 신규사업", "50만㎡ 이상 개발사업": which works a rule is for. */
const CLASS_OF_WORKS =
  /^\s?(?:이상|이하|미만|초과)?(?:,[^.,]{0,24}(?:이상|이하|미만|초과))?(?:인|의)?\s(?:모든\s)?(?:신규|개발|대형|대규모|공공|건설|투자|관광개발)\s?사업(?!비|자|지)/

const BOUND = /(?:이상|이하|미만|초과|이내|한도)$/

/**
 * Whether a number only says who may apply (자격·대상) and is promised by nobody: it stands under such a label, or bounds what one must have.
 * A sum that a programme hands out is no such number, whatever its line says besides.
 */
export function isEligibility(text: string, mention: Mention, sentence: Span): boolean {
  if (mention.unit !== 'persons' && mention.unit !== 'jobs' && mention.kind !== 'money' && mention.kind !== 'area' && mention.unit !== 'firms')
    return false
  const bounded =
    mention.bound !== null || BOUND.test(mention.text) || /^\s?(?:이상|이하|미만|초과|이내)/.test(text.slice(mention.end, mention.end + 4))
  if (!bounded) return false
  const before = text.slice(sentence.start, mention.start)
  if (CLASS_OF_WORKS.test(text.slice(mention.end, mention.end + 44))) return true
  if (mention.kind === 'area' || /(?:총|예산|사업비|규모)[^.]{0,8}$/.test(before)) return false
  return (
    LABEL.test(before) ||
    MUST.test(text.slice(mention.end, sentence.end)) ||
    (mention.unit === 'persons' && (SIZE.test(text.slice(mention.end, mention.end + 16)) || SIZE_OF.test(text.slice(mention.end, mention.end + 32))))
  )
}
