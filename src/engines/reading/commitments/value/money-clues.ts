import type { Mention, Span } from '../../reading.ts'
import type { Asked } from './asked.ts'

/** "64억1천만달러로 1년 전보다 9.2% 감소했다": what happened to an amount that nobody in the sentence brings about. */
export function isChange({ text, mention, sentence, actors, cue, discourse }: Asked): boolean {
  if (cue?.indicator === 'budget' || actors.some((a) => a.value === discourse.government || discourse.firms.includes(a.value))) return false
  // what a figure is compared with may stand in brackets: "327억 달러로 전년 동기(304억 달러)보다 7.4% 늘었다"
  const rest = text.slice(mention.end, Math.min(sentence.end, mention.end + 70))
  const after = (/^(?:원)?(?:으로|로)\s[^,(]{0,16}\([^()]{1,24}\)보다/.test(rest) ? rest.replace(/\([^()]{1,24}\)/, '') : rest).slice(0, 40)
  if (/^[^,]{0,12}(?:전국|국내 전체|우리나라 전체)의?\s?(?:약\s)?\d/.test(after)) return true
  return /^[^,]{0,24}?\d%(?:포인트|p)?\s?(?:가량\s|정도\s)?(?:이나\s)?(?:감소|증가|늘|줄|상승|하락|급감|급증|[↑↓▲▼])/.test(after)
}

/** "목표 1조5000억원을 훌쩍 넘긴", "목표였던 8000만달러", "3년 연속 2억달러를 넘겼다": what a result is measured by. */
const AT_FIRST = /(?:때|당시|처음|애초|당초)(?:에)?(?:는|엔|만 해도)\s(?:총|약)?\s?[가-힣]{0,6}\s?(?:은|는|이|가)?\s?$/
const WAS_THEN = /^(?:에|이었고|이고|,)?\s?[^.\n]{0,30}(?:이었|였)(?:다|습니다|지만|으나|는데)/
export const isPastAim = (text: string, mention: Mention): boolean => {
  const before = text.slice(Math.max(0, mention.start - 12), mention.start)
  const after = text.slice(mention.end, mention.end + 12)
  return (
    // "2021년 공모에 뽑힐 때는 총사업비 248억 원에 2024년 6월 준공이었습니다"
    (AT_FIRST.test(text.slice(Math.max(0, mention.start - 26), mention.start)) && WAS_THEN.test(text.slice(mention.end, mention.end + 40))) ||
    /목표(?:치|액)?(?:였던|이던|로 잡았던)\s?$/.test(before) ||
    // "유치해 목표(1조5,000억원)를 121% 초과 달성했다"
    (/목표(?:치|액)?\($/.test(before) && /^\)?(?:를|을)\s[^.]{0,14}(?:초과|넘|웃돌|달성했)/.test(after)) ||
    (/(?:목표(?:치|액)?(?:인)?|연속)\s?(?:약\s)?$/.test(before) && /^(?:을|를)\s?(?:훌쩍\s|크게\s)?(?:넘|웃돌|초과|밑돌)/.test(after))
  )
}

/** "기업당 최대 1억 2천만 원, 시험평가는 최대 4천만 원, 사업화는 3천만 원": sums for one each go on through the list. */
export const isForEach = ({ text, mention, sentence }: Asked): boolean => {
  const before = text.slice(sentence.start, mention.start)
  return (
    (mention.value as number) < 1e9 &&
    mention.unit === 'KRW' &&
    /(?:기업당|업체당|(?:개|회|\d)사당|팀당|과제당|1인당|인당|가구당)/.test(before) &&
    !/(?:총|모두|전체|합계|누적)[가-힣\s]{0,6}$/.test(before)
  )
}

/** "기초 5,000만원, 고도화 2억원 … 2,200개사를 돕는다": sums for one firm each, not a total. */
export function isCeiling(text: string, mention: Mention, quantities: readonly Mention[], sentence: Span): boolean {
  const sums = quantities.filter((q) => q.kind === 'money' && typeof q.value === 'number' && q.value < 1e10)
  if (sums.length < 2 || !sums.includes(mention)) return false
  const firms = quantities.find((q) => q.unit === 'firms' && q.start > mention.start)
  // "기초 5,000만원, 고도화 1억5,000만원까지 대며": the word after the last holds for the list
  let last = mention
  for (const sum of sums)
    if (sum.start > last.end && /^(?:원)?,\s(?:[가-힣A-Za-z0-9·]{1,10}\s){1,2}(?:최대\s)?$/.test(text.slice(last.end, sum.start))) last = sum
  const capped = last.bound === 'max' || /^(?:원)?\s?(?:까지|이내|한도|를 한도)/.test(text.slice(last.end, last.end + 6))
  if ((mention.value as number) < 1e9 && capped) return true
  if (firms === undefined) return false
  return (
    /(?:돕|지원|나눠|차등)/.test(text.slice(mention.end, sentence.end)) &&
    !/(?:총|모두|합계)\s?$/.test(text.slice(Math.max(0, mention.start - 4), mention.start))
  )
}

/** Whom a ceiling is for. */
const EACH_GETS = /받을 수 있는|한 (?:곳|팀|기업|업체|회사|사람|과제)(?:에|이|당)/

/** What one firm, site or team may get at most (한도). */
export function isCapForEach(text: string, mention: Mention, sentence: Span): boolean {
  // "최대 30억 원": what one of those who apply may get; a whole programme is told as a sum, and a range has two ends
  const before = text.slice(Math.max(sentence.start, mention.start - 24), mention.start)
  if ((mention.value as number) < 1e11 && mention.unit === 'KRW' && /최대\s(?:약\s)?$/.test(before) && !/최소|적게는/.test(before)) return true
  // "100억원 범위에서 기반시설 조성비용이 지원된다"
  if (/^\s?(?:범위|한도)(?:에서|\s?(?:내|안)에서)/.test(text.slice(mention.end, mention.end + 8))) return true
  // "최대 1억원, 이차보전 연 3.0%": the terms of a loan to one
  if (
    /^최대\s$/.test(text.slice(sentence.start, mention.start)) &&
    /이차\s?보전|이자|보증|금리|자부담|대출/.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 40)))
  )
    return true
  // "산단 한 곳에 최대 200억원", "기초 5,000만원, 고도화 1억5,000만원까지": ceilings
  if (
    /(?:한|각|매)\s?(?:곳|기업|업체|회사|사람|단지|산단|지구|개소|과제|팀)(?:에|마다|씩)?(?:는)?\s(?:[가-힣]{1,4}\s)?(?:최대|많게는|한도)\s?(?:약\s)?$/.test(
      text.slice(Math.max(sentence.start, mention.start - 24), mention.start),
    )
  )
    return true
  // "우대기업은 최대 5억원까지": a ceiling for each
  if (
    mention.bound === 'max' &&
    (mention.value as number) < 1e10 &&
    mention.unit === 'KRW' &&
    /(?:기업|업체|회사|법인|농가|사람|청년|팀|사업자)(?:\([^)]*\))?(?:은|는|에|에는|에게|이|가)\s(?:연간\s)?(?:최대|많게는)\s?$/.test(
      text.slice(Math.max(sentence.start, mention.start - 40), mention.start),
    )
  )
    return true
  // "받을 수 있는 돈은 … 선도형 3억원까지이고", "한 팀에 최대 2억원을 준다"
  if (
    (mention.value as number) < 1e9 &&
    mention.unit === 'KRW' &&
    EACH_GETS.test(text.slice(sentence.start, mention.start)) &&
    (mention.bound === 'max' ||
      /^\s?까지/.test(text.slice(mention.end, mention.end + 3)) ||
      /최대/.test(text.slice(Math.max(sentence.start, mention.start - 6), mention.start)))
  )
    return true
  // "입주 기업은 … 최대 13억원까지 보조금 혜택을 받을 수 있다"
  if (
    (mention.value as number) < 1e11 &&
    (mention.bound === 'max' || /최대\s(?:약\s)?$/.test(text.slice(Math.max(sentence.start, mention.start - 5), mention.start))) &&
    /^(?:\s?까지)?(?:의|을|를)?\s[^.]{0,30}(?:받을 수 있|받게 된|받는다|지원받|지원된다|지원한다|지원해|인센티브|혜택이)/.test(
      text.slice(mention.end, mention.end + 44),
    ) &&
    /(?:기업|업체|회사|법인|농가|청년|사업자|기업인|소상공인|(?:선정|지원) ?과제)(?:은|는|에|에는|에도|에게|이|가)\s/.test(
      text.slice(sentence.start, mention.start),
    )
  )
    return true
  return false
}

/** Money that nobody undertakes: by how much something grew, a sum for each year beside its total, what once was, what was talked of, works that end. */
export function isNobodys(text: string, mention: Mention, sentence: Span): boolean {
  // "전년도 1조 218억 원보다 318억 원이 늘었다", "매년 150억원씩 10년간 1500억원": what is added, and what comes each year
  if (
    /보다\s(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 5), mention.start)) &&
    /^(?:\([^)]{1,8}\))?(?:이|가)?\s(?:늘|증가|줄|많|적)/.test(text.slice(mention.end, mention.end + 16))
  )
    return true
  if (
    /(?:매년|해마다)\s(?:각각\s|약\s)?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start)) &&
    /^씩(?:을)?\s(?:\d+년간|[가-힣]{2,4}(?:해|하여)\s\d)/.test(text.slice(mention.end, mention.end + 8))
  )
    return true
  // "1년 전보다 1조 원 이상 많은 3조 7363억 원"
  if (
    /^\s?(?:이상|가량|정도)?\s(?:더\s)?(?:많은|늘어난|증가한|줄어든|적은)\s/.test(text.slice(mention.end, mention.end + 14)) &&
    /(?:보다|대비)\s[^.]{0,8}$/.test(text.slice(Math.max(sentence.start, mention.start - 14), mention.start))
  )
    return true
  // "가동 중단 전인 2016년 기준 생산유발효과 2조 2천억 원": what once was
  if (/(?:중단|폐쇄|철수)\s?(?:되기\s)?전인/.test(text.slice(sentence.start, mention.start))) return true
  // "2000만 달러 규모의 상담": talked of
  if (/^\s규모의\s(?:[가-힣]{1,6}\s)?상담/.test(text.slice(mention.end, mention.end + 18))) return true
  // "20조원에서 25조원으로 5조원 상향": by how much
  if (
    /\d[조억만천]*\s?(?:원|달러)(?:으로|로)\s(?:약\s)?$/.test(text.slice(Math.max(sentence.start, mention.start - 10), mention.start)) &&
    /^(?:을|를|이|가)?\s?(?:상향|증액|인상|확대|늘|올[려렸린]|높)/.test(text.slice(mention.end, mention.end + 6))
  )
    return true
  // "370억원어치를 판 회사", "첫 1조원까지 한 걸음 남았다"
  if (
    /^어치(?:를|을)?\s(?:[가-힣]{1,4}\s)?(?:팔았|팔아|판\s|수출했|수출한\s|사들)|^까지\s[^.,\d]{0,12}(?:남았|남은|남겨|앞두)/.test(
      text.slice(mention.end, mention.end + 20),
    )
  )
    return true
  // "국비 사업 199건 3천332억원이 끝나는 만큼"
  if (/^[^.,]{0,14}사업(?:이|들이)\s(?:끝나|종료|마무리)/.test(text.slice(mention.end, mention.end + 30))) return true
  return false
}

/** Firms that act together: "이들 기업은 …에 5천억 원을 들여". */
const GROUP_OF_FIRMS =
  /(?:^|\s)(?:이들|이들 (?:기업|업체|회사)(?:들)?|\d+\s?개\s?(?:사|기업체?|업체)|(?:두|세|네|다섯|여섯) (?:회사|기업|업체))(?:은|는|이|가)\s/

/** Whether firms without names act in the sentence, or were counted right before the amount: "신발업체 4곳… 300억원 규모". */
export const actTogether = ({ text, mention, sentence, quantities }: Asked): boolean =>
  GROUP_OF_FIRMS.test(text.slice(sentence.start, mention.start)) ||
  quantities.some((q) => q.unit === 'firms' && q.end <= mention.start && mention.start - q.end < 8)

const EFFECTS_LISTED = /생산 (?:약 |총 )?\d[^.]{0,30}부가가치 (?:약 |총 )?\d/
/** "생산 61조3000억원, 부가가치 25조원, 취업 39만5000명 등 유발효과": one word behind the list says that all of it is induced (유발). */
export const isInduced = ({ text, mention, sentence }: Asked, before: RegExp): boolean =>
  before.test(text.slice(Math.max(sentence.start, mention.start - 8), mention.start)) &&
  (/(?:등|^|[명원개])(?:의|이|을|를)?\s?유발/.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 60))) ||
    // "생산 3300억원, 부가가치 840억원, 고용 820명의 효과"
    (EFFECTS_LISTED.test(text.slice(sentence.start, sentence.end)) && /^[^.]{0,60}효과/.test(text.slice(mention.end, sentence.end))))

/** "50억원 미만이 75개로 가장 많았고 50~99억원 11개": the bounds of a class that firms are counted by. */
export const isClass = (text: string, mention: Mention): boolean =>
  (mention.valueMax !== null || /(?:이상|미만|이하|초과)/.test(text.slice(mention.end - 2, mention.end + 4))) &&
  /^(?:\s?(?:이상|미만|이하|초과))?(?:이|가|은|는)?\s\d{1,3}(?:개|곳|건|명)(?:사)?(?:로|[,.\s])/.test(text.slice(mention.end, mention.end + 14))

/** The words around an amount without the clause after it: "312억원이며 기업당 최대 3억원". */
export function clauseAround(near: string, { text, mention, sentence }: Asked): string {
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 12))
  const cut = after.search(/(?:이며|이고|이지만|으로,|(?:지원|투입|확보|조성|융자),)\s?/)
  return cut < 0 ? near : near.slice(0, near.length - after.length + cut)
}

/** The words after a list that holds for all its items: "청주 4.2조원(셀), 포항 12.1조원(양극재) … 규모의 민간투자". */
export function listTail({ text, mention, sentence, quantities }: Asked): string {
  let k = quantities.indexOf(mention)
  const before = k
  while (
    k + 1 < quantities.length &&
    quantities[k + 1]!.kind === 'money' &&
    /^(?:원)?\s?(?:\([^)]{1,30}\))?,\s[^.]{1,24}$/.test(text.slice(quantities[k]!.end, quantities[k + 1]!.start))
  )
    k++
  return k === before ? '' : text.slice(quantities[k]!.end, Math.min(sentence.end, quantities[k]!.end + 40))
}

/** What takes its place in a budget. */
export const IN_BUDGET = /반영|담겼|담았|들어갔|포함됐|편성|배정|꼽힌다|꼽혔/

/** A firm without a name. */
export const SOME_FIRM =
  /(?:^|\s)(?:한|어느|모|민간|외국)\s?[가-힣]{0,8}(?:업체|기업|회사|사업자)(?:\s[가-힣A-Za-z0-9㈜()]{2,14})?(?:가|이|는|은)\s|(?:기업|업체|회사)들이\s(?:[가-힣]{1,5}\s)?투자(?:한|할|하는)\s/
