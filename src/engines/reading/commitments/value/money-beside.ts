import type { Indicator, Slot } from '../../reading.ts'
import { type Asked, found } from './asked.ts'

/** "FDI는 투자액이 1억원 이상인 투자를 가리킨다": what a word means. */
const DEFINES = /(?:이상|이하|미만|초과)[^.]{0,40}(?:을|를)\s(?:가리킨다|가리킵니다|뜻한다|뜻합니다|일컫는다|일컫습니다|의미한다|의미합니다)/
/** "우리 돈으로 2,490억 원 규모다": the foreign money that was just told, once more. */
const IN_WON = /(?:우리\s?돈|한화|원화)(?:로|으로)?\s(?:치면\s|환산하면\s|따지면\s)?(?:약\s|모두\s)?$/
export const isInWon = ({ text, mention, sentence }: Asked): boolean =>
  mention.unit === 'KRW' && IN_WON.test(text.slice(Math.max(sentence.start, mention.start - 20), mention.start))

/** Whether a sentence only says what a word means. */
export const definesWord = (body: string): boolean => DEFINES.test(body)

const PROMISED = /(?:약속했던|약속한|협약했던|협약한)\s(?:투자액\s|투자금\s)?(?:총\s|약\s)?$/
const TO_FIRMS = /\d\s?(?:개사|개 (?:기업|업체)|곳)(?:에|에게)\s(?:약\s|총\s|모두\s)?$/
const GAVE = /^(?:여)?(?:을|를)\s(?:지원|지급|보조|융자|나눠)/

/** What the words right beside an amount say of it: "약속했던 5천7백억 원과 일자리 4천2백 개도" is what firms would have invested, "98개사에 46억원을 지원했다" what an office gave. */
export function moneyBeside(asked: Asked): Slot<Indicator> | null {
  const { text, mention, sentence, quantities } = asked
  const before = text.slice(Math.max(sentence.start, mention.start - 14), mention.start)
  if (PROMISED.test(before) && quantities.some((q) => q.unit === 'jobs' || q.unit === 'persons'))
    return found(asked, 'investment', 'indicator:promised')
  return GAVE.test(text.slice(mention.end, mention.end + 12)) && TO_FIRMS.test(before) ? found(asked, 'budget', 'indicator:paid-out') : null
}

const BY_PLACE =
  /^[가-힣·]{2,14}(?:에|에는)\s[^.]{0,24}[조억]\s?(?:\d[\d,]*억\s?)?원(?:,|을|이)\s[^.]{2,24}에(?:는)?\s[^.]*(?:들어간다|투입된다|들인다|투자한다|투자된다|쏟)/
/** "용인에 2042년까지 562조원, 구미에 2026년까지 4조7000억원이 들어간다", of what firms have just been said to invest. */
export const isByPlace = ({ body, flow }: Asked): boolean => flow.money === 'investment' && flow.stageAge <= 1 && BY_PLACE.test(body)

const FOR_WORKS = /(?:조성|건설|정비|확장|개설|재생)(?:사업|공사)?에(?:는)?\s(?:총\s|약\s|모두\s)?$/
const INTO_WORKS = /^(?:여)?(?:을|를)\s(?:투입|들여|들이|들인)/
/** "세풍산단 2단계 조성에 1,480억 원을 투입해": works, whoever attracts firms beside them. */
export const isForWorks = ({ text, mention, sentence }: Asked): boolean =>
  FOR_WORKS.test(text.slice(Math.max(sentence.start, mention.start - 12), mention.start)) &&
  INTO_WORKS.test(text.slice(mention.end, mention.end + 14))
