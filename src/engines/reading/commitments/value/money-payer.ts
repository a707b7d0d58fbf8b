import { OFFICE_HEAD } from '../../offices.ts'
import type { Mention } from '../../reading.ts'
import type { Asked } from './asked.ts'

/** "민간 400억", "한양에너젠 등 민간이 자기자본 3,100억원을": who pays is private. */
export const PRIVATE_PAYER = /민간(?:이|은|에서)?\s?(?:자기자본|자본|투자|자금)?\s?(?:약\s)?$/

/** "1조 2,900억원을 민간이 대기로 하고", "나머지 188억 원은 두 회사가 부담합니다": who pays stands behind the amount. */
const PAID_PRIVATELY =
  /^(?:여)?(?:\s?원)?(?:을|를|은|는|으로|로|이며)?,?\s(?:전액\s)?(?:민간|두 회사|세 회사|네 회사|두 기업|세 기업|회사|업체|기업|사업자|시행사|투자사)(?:이|가|에서|들이)\s(?:[가-힣]{1,6}\s)?(?:대[기고며는]|댄다|댑|낸다|내[고며기는]|냅|부담|조달|맡)|^(?:여)?(?:은|는|을|를)?\s(?:전액\s|모두\s)(?:민자|민간\s?(?:자본|투자|자금))(?:다|이다|로|으로)/
/** "10일까지 유치한 게 3조 6천억 원", "유치한 금액은 7조" */
const ATTRACTED_BEFORE =
  /(?:유치|끌어온|들여온)(?:한|했다는|된)?\s(?:게|것이|것은|돈은|돈이|금액은|액수는|투자는|투자액은|규모는)\s(?:모두\s|총\s|약\s)?$|유치[^.]{0,24}금액으로는?\s$|투자\s?유치\s?(?:총액|금액|액|규모)[^.)]{0,16}$|투자\s?(?:금액|액|규모)(?:은|는)\s[^.]{0,24}(?:보다|대비)\s[^.]{0,20}$|투자\s?유치(?:는|은)\s[^.]{0,40}$|유치\s?(?:목표|실적)(?:를|은|는|액은|액을)?\s(?:[^.]{0,10}[,·]\s?)?$/

/** "군에 500억원을 투자하기로 했던 가람은": who pays stands behind the clause. */
const WHO_WAS_TO =
  /^(?:을|를)\s(?:투자하|들이|투입하|넣|쏟)(?:기로\s(?:했던|한)|려던|려는|겠다던)\s(?:[가-힣]{2,8}\s)?[가-힣A-Za-z㈜]{1,12}?(?<![시도군구부청])(?:은|는|이|가)\s/
/** "컨소시엄이 낸 사업계획에는", "시행사가 제안한 계획은" */
const PROPOSED =
  /(?:컨소시엄|사업자|시행사|투자사|업체|회사|기업|㈜[가-힣]{1,10})(?:이|가)\s(?:[가-힣]{1,5}에\s)?(?:낸|제출한|제안한|내놓은|밝힌)\s(?:[가-힣]{1,6}\s)?(?:사업|투자|개발)?\s?(?:계획|제안|구상)[^.]{0,30}$/

/** "총사업비 434억원인 이 사업은 ㈜가람개발이 민간투자방식으로 진행한다" */
const PRIVATE_WAY = /^[^.]{0,80}(?:민간투자|민자)\s?(?:방식|유치 방식|사업)으로\s/

/** Money of firms by the words right around it, whoever speaks. */
/** "기업들이 20년간 614조원을 들이겠다고 약속했다" */
const BY_FIRMS = /(?:기업|업체|회사|민간)(?:들)?이\s[^.,]{0,24}$/
const FIRMS_WILL = /^(?:여|가량)?(?:을|를)\s(?:들이|투자하|쏟|넣|투입하)[^.,]{0,8}(?:겠다|기로|는다|한다)/

export function isPrivate({ text, mention, sentence }: Asked): boolean {
  return (
    PRIVATE_WAY.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 100))) ||
    WHO_WAS_TO.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 60))) ||
    (FIRMS_WILL.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 24))) &&
      BY_FIRMS.test(text.slice(Math.max(sentence.start, mention.start - 40), mention.start))) ||
    PROPOSED.test(text.slice(Math.max(sentence.start, mention.start - 70), mention.start)) ||
    PAID_PRIVATELY.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 36))) ||
    ATTRACTED_BEFORE.test(text.slice(Math.max(sentence.start, mention.start - 48), mention.start))
  )
}

/** "시는 진입도로에 30억원을 투입한다": what the office itself lays out, beside the firms it signed with. */
const OWN_OUTLAY = /^(?:한편\s|또\s|또한\s|아울러\s)?(?:시|군|도|구)(?:는|은)\s(?![^.]*(?:투자|유치|협약|기업|업체|회사|공장|민자))/
const LAID_OUT = /^(?:여)?(?:\s?원)?(?:을|를)\s(?:[가-힣]{1,4}\s)?(?:들여|들이|들인|투입|편성|확보|지원|쓴다|쓰기로)/
export const isOwnOutlay = ({ text, mention, sentence }: Asked): boolean =>
  LAID_OUT.test(text.slice(mention.end, mention.end + 16)) && OWN_OUTLAY.test(text.slice(sentence.start, sentence.end))

const ON_PLANT =
  /^(?:여)?(?:\s?원)?(?:이|가|을|를)\s(?:투입된|들어간|투자된|든|들인|들여 지은|투입한|투자한)\s이\s(?:공장|사업장|연구소|물류센터)(?:은|는|이|가|에)\s/
/** "2조원이 투입된 이 공장은": what the firm spoken of laid out on its plant. */
export const isLaidOutOnPlant = (text: string, mention: Mention): boolean => ON_PLANT.test(text.slice(mention.end, mention.end + 28))

const GIVES = /^(?:여)?(?:\s?원)?(?:을|를)\s(?:[가-힣]{2,4}\s)?(?:지원|보태|대겠|배정|편성)/
/** "한가람 군수는 “진입도로 개설에 25억원을 지원하겠다”고": the head of an office promises its money. */
export const headPromises = ({ text, mention, sentence }: Asked): boolean =>
  OFFICE_HEAD.test(text.slice(sentence.start, mention.start)) && GIVES.test(text.slice(mention.end, mention.end + 16))
