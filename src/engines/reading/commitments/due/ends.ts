import type { DateValue, Mention, Span } from '../../reading.ts'

/**
 * How Korean says by when works are finished (끝나는 때): closed classes of what ends, in the forms that look ahead. Every rule about a finishing day asks here,
 * so that a verb that is missing is added once.
 */

/** Nouns of finishing, as "완공한다", "완공 예정", "완공을 목표로". */
const NOUNS = '완공|준공|개장|개소|개관|개원|개교|개통|개항|상업\\s?(?:가동|운전|생산)|가동|양산|완료|마무리|완성'
/** Verbs of finishing: their stems with the syllables of what is to come, so that "끝난 뒤" of the past stays out as little as it can. */
const VERBS =
  '마[치친칠칩]|끝[내낸낼냅난나날납]|다\\s(?:짓|지어|지을|지은)|문을?\\s(?:연|여는|열|엽|여)|열기로|들어[선설섭]|첫 제품|첫 출하|뚫[리린릴]|지어[지진질집]|돌[린릴립]|돌아[가간갈갑]|돌리기\\s시작'
/** What a plant does from the day on. */
const SERVES =
  '판다|팝니다|팔기|돌면|돌아[가간갈갑]|돌린다|돌립니다|돌릴|돌리기|내보낸다|내놓[는을]|나온다|나올|나옵니다|쏟아[내진]|찍어[낸낼]|만들\\s|만든다|공급한다|(?:생산|운영|영업)(?:을|에)\\s(?:들어[가간갈갑]|시작|나[서선설섭])|(?<!상업\\s)생산(?:한다|할\\s)|문을 [여연열엽]'
/** What is opened. */
const OPENED = '(?:공장|센터|연구소|체육관|도서관|박물관|미술관|시설|병원|학교|터널|다리|대교|도로|매장|라인|단지|공원)'

/** After a date: what ends the work. */
const FINISHES = new RegExp(
  [
    `^(?:까지|에|에는|이면|께|쯤|부터)?(?:\\s(?:차례로|잇따라|나란히|함께|모두|한꺼번에|순서대로))?(?:\\s?[가-힣0-9]{1,8}(?:을|를|이|가)?){0,2}\\s?(?:${NOUNS}|${VERBS})`,
    '^(?:에|에는|께|쯤)?\\s(?:(?:먼저|우선|정식으로|일부|새로)\\s)?(?:연다|엽니다|열린다|열립니다)[.”"]',
    '^(?:이|가)\\s(?:기한|시한|마감)',
    `^(?:에|께|쯤|에는)?\\s(?:[가-힣0-9]{1,6}\\s)?[가-힣0-9]{0,6}${OPENED}(?:을|를)\\s(?:연다|열\\s|엽니다|여는)`,
    `^부터(?:는)?\\s[^.,]{0,16}(?:${SERVES})`,
    '^(?:에|께|쯤)?\\s(?:[^\\s.,]{1,10}\\s){0,4}?[^\\s.,]{1,12}(?:이|가)\\s들어[서선설섭]',
    '^까지\\s(?:이어[진질집]|계속[된될됩]|진행[된될됩])',
  ].join('|'),
)
/** Before a date: "준공은 2028년", "가동 시점은 내년 6월". */
const FINISH_BEFORE =
  /(?:완공|준공|개장|개소|개관|개통|가동|양산|완료|입주)(?:\s?(?:예정일|시기|시점|시한|목표|예정|일)){0,2}(?:은|는|이|가|:)\s?$|(?:완공|준공|개장|개소|개관|가동)(?:되|하)는\s$|(?:끝나|마무리되|문을 여|지어지|완공되|준공되)는\s(?:때|시기|시점|해)?(?:는|은)?\s?$/
/** "공사는 2031년까지다", "투자 기간은 2026년부터 2028년까지": the term of the work. */
const TERM_BEFORE = /(?:공사|공기|조성|건설|(?:투자|사업|공사|추진)\s?(?:기간|시기))(?:은|는)\s(?:[^\s.,]{1,8}(?:\s\d{1,2}월)?부터\s)?$/
/** What was meant first. */
const ONCE = /(?:^|\s)(?:당초|애초|원래|처음)\s/
const DONE = /^(?:했|됐|하였|되었|돼|한 |된 )/
/** "착공은 올해 9월, ": what begins, up to its comma. */
const BEGINS_BEFORE = /착공\s?(?:예정)?\s?(?:시기|시점|예정일|일정)?(?:은|는)\s[^.,]*$/
/** After a date: what begins, "내년에 착공해", "내년 3월 공사를 시작해". */
export const BEGINS_AFTER = /^(?:에|께|쯤)?\s?(?:착공|기공|첫\s?삽|공사(?:를|에)\s(?:시작|들어|착수))/

/** The end of a term, the date itself otherwise; a half-year is one date. */
export const lastOf = ({ value, rule }: Mention): DateValue =>
  typeof value === 'object' && value !== null && (rule.endsWith(':range') || rule === 'date:years' || rule === 'date:months')
    ? (value as { to: string }).to
    : (value as DateValue)

/** Whether a date says when works are finished: "내년 6월 완공된다", "준공은 2028년이다". */
export function finishesAt(text: string, unit: Span, mention: Mention): boolean {
  const after = text.slice(mention.end, Math.min(unit.end, mention.end + 34))
  // "올해 12월로 잡았던 준공 목표는": what it once was
  if (/^(?:으로|로)\s(?:잡았|잡혔|정했|계획했|예정됐|예정했)던\s/.test(after)) return false
  // "당초 준공 목표는 2026년이었다"
  if (/^(?:이|까지)?(?:었|였)다/.test(after) && ONCE.test(text.slice(Math.max(unit.start, mention.start - 24), mention.start))) return false
  // "착공 시기는 단지 조성이 끝나는 내년이다": when the work begins
  if (BEGINS_BEFORE.test(text.slice(unit.start, mention.start))) return false
  if (BEGINS_AFTER.test(after)) return false
  // "내년에 새 고속도로가 뚫린다는 점을 따졌다": a reason, no work of theirs
  if (/[다라]는\s(?:점|이유|데|사실)/.test(after)) return false
  // "올해로 문을 연 지 10년": an anniversary
  const ends = /^로\s/.test(after) ? null : FINISHES.exec(after)
  return (
    (ends !== null && !DONE.test(after.slice(ends[0].length))) ||
    FINISH_BEFORE.test(text.slice(Math.max(unit.start, mention.start - 14), mention.start)) ||
    (TERM_BEFORE.test(text.slice(Math.max(unit.start, mention.start - 24), mention.start)) &&
      (mention.text.endsWith('까지') || after.startsWith('까지')))
  )
}
