import type { Mention } from '../../reading.ts'

/** What stands beside a figure that another is measured by. */
const COMPARED = /^\)?\s?(?:보다|대비|에 비해|에 비하|에 견줘|(?:과|와)\s(?:견주|견줘|비교))/
/** "지난해 같은 기간(6곳, 1천100억원)보다": every figure of the bracket. */
const IN_BRACKET_OF_LAST_YEAR = /(?:전년|전년도|작년|지난해|동기|같은 (?:기간|시기))\(\s?[^()]{0,20}$/
const FORMER = /(?:기정|종전|변경 전|\(당초|\((?:전년|전년도|작년|지난해|전년 동기))\s?$|[(,]\s?(?:증|감|증감)\s?$/
const ONLY_SO_MUCH = /^에\s?(?:그치는|그치던|머무는|머물던|불과한|머물러 있는)\s/
const TIMES = /^\)?의\s?(?:약\s)?(?:(?:\d[\d.]*|두|세|네|다섯|여섯|열)\s?배|[1-9]\d\d(?:\.\d+)?\s?%(?:에|로|을|나|가))/
const PROMISED = /(?:약속한|약속했던|협약한|협약했던|공약한|공약했던) [가-힣\s]{0,12}$/
/** Signed or expected before it came to less. */
const EXPECTED = /(?:예상|약속|협약|예정|계획)(?:한|된|했던)?\s?(?:총\s)?[가-힣\s]{0,10}(?:은|는|이|가|도|액은)\s(?:모두\s|총\s)?$/
/** "선거 때 내건 목표는 2026년 6월까지 40조 원이었으나": what was promised to voters. */
const CAMPAIGN = /(?:선거|후보|유세|공약)[^.]{0,14}(?:내건|내세운|약속한|공약한)\s[^.]{0,24}$/
const RAISED_FROM = /^에\s?(?:머문|그친)\s[^.\d]{0,30}(?:을|를)\s[^.]{0,30}\d[^.\d]{0,8}(?:으로|로|까지)\s?(?:끌어올|늘|올리|올린|높|키우|키운|확대)/
const WAS =
  /^(?:이 채 되지 않|도 채 되지 않|이 채 안 |도 되지 않|이었는데|였는데|이었으나|였으나|이었지만|였지만|이던|였던|이었던|에 그쳤던|에 불과했던|에 머물던)/

/** A record of pledges that were changed: what was pledged at first was pledged as well. */
const OF_PLEDGES = /공약(?:명|사업|사항)?(?:의)?\s?(?:변경|조정)/
const HEAD = 200

const MEASURED = /(?:매출|수출|생산|고용|일자리|종사자|관광객|방문객|인구|기업)[가-힣]{0,3}(?:은|는|이|가)?\s(?:약\s)?$/
const AIMED_AT = /^(?:으로|로|까지)\s?(?:[가-힣]{1,4}\s)?(?:키[우울워운]|늘[리릴려린]|올[리릴려린]|끌어올|높[이일여인]|확대)/

/** "18홀→27홀", "30만원에서 50만원으로": the first is where it comes from. */
export function isBaseline(text: string, mention: Mention, next: Mention | undefined): boolean {
  if (
    COMPARED.test(text.slice(mention.end, mention.end + 6)) ||
    IN_BRACKET_OF_LAST_YEAR.test(text.slice(Math.max(0, mention.start - 30), mention.start))
  )
    return true
  // "2,803억원(기정 2,564억원, 증 239억원)": the figure before, and by how much it grew
  if (FORMER.test(text.slice(Math.max(0, mention.start - 6), mention.start))) return true
  // "지금 연 700t에 그치는 생산량은 2035년 연 20만t으로"
  if (ONLY_SO_MUCH.test(text.slice(mention.end, mention.end + 8))) return true
  // "지난해 850명에 머문 신규 채용을 1천200명으로 끌어올린다"
  if (RAISED_FROM.test(text.slice(mention.end, mention.end + 80))) return true
  // "실적(1조5천억원)의 4배": what the present one is measured by
  if (TIMES.test(text.slice(mention.end, mention.end + 10))) return true
  // "예상 투자 규모는 1조 6천억 원이었으나 실제로는 …": what was signed is told as well
  if (WAS.test(text.slice(mention.end, mention.end + 8)))
    return (
      !EXPECTED.test(text.slice(Math.max(0, mention.start - 24), mention.start)) &&
      !CAMPAIGN.test(text.slice(Math.max(0, mention.start - 40), mention.start))
    )
  // "당초 하루 1t을 목표로 했으나"
  if (
    /^(?:의\s[가-힣\s]{1,12})?(?:을|를)\s(?:당초\s|애초\s)?목표로\s(?:했|하였|잡았|세웠)(?:으나|지만|는데|다가)/.test(
      text.slice(mention.end, mention.end + 30),
    ) &&
    /당초|애초|처음/.test(text.slice(Math.max(0, mention.start - 20), mention.end + 24))
  )
    return true
  if (next === undefined || next.unit !== mention.unit) return false
  // "1곳뿐인 충전소도 2030년까지 10곳으로", "9곳인 기업을 60곳으로", "하루 4t인 생산 능력이 12t으로 뛴다"
  const isNow = /[개곳명건]인\s/.test(mention.text) ? /^[를을]\s[^.]{0,40}$/ : /^(?:뿐|\s?규모|\s?수준)?인\s[^.]{0,40}$/
  if (isNow.test(text.slice(mention.end, next.start)) && /^(?:으로|로|까지)\s/.test(text.slice(next.end, next.end + 3))) return true
  // "2024년 수출액 45억달러를 2030년 100억달러로 끌어올린다": what is sold today is measured, what it grows to is aimed at
  if (
    MEASURED.test(text.slice(Math.max(0, mention.start - 14), mention.start)) &&
    /^(?:을|를)\s(?:[^.,]{0,14}\d년(?:까지)?\s)?(?:약\s)?$/.test(text.slice(mention.end, next.start)) &&
    AIMED_AT.test(text.slice(next.end, next.end + 14))
  )
    return true
  // "약속한 투자액을 650억 원에서 980억 원으로": the first was signed as well
  if (PROMISED.test(text.slice(Math.max(0, mention.start - 24), mention.start))) return false
  const gap = text.slice(mention.end, next.start)
  if (ARROW.test(gap)) return !OF_PLEDGES.test(text.slice(0, HEAD))
  // "128개에서 14개 많아졌다"
  if (/^에서\s/.test(gap) && gap.length < 24 && /^(?:이|가)?\s(?:많아|늘|적어|줄|불|넓어|좁아)/.test(text.slice(next.end, next.end + 6))) return true
  return (
    /^(?:\s?수준)?에서\s/.test(gap) &&
    gap.length < 24 &&
    /^(?:\s?규모|\s?수준)?(?:으로|로|까지|(?:이|가)\s?(?:된다|됩니다|되고|돼))/.test(text.slice(next.end, next.end + 8))
  )
}

const RAISED_TO = /^(?:으로|로)\s?(?:올려|높여|늘려|키워)\s?(?:잡|세)/
const ARROW = /^\s?(?:→|➝|->|⇒)\s?(?:\(?(?:['‘’]\d{2}|\d{4})년?\)?\s)?$/

/** Whether the words before one number speak of the next as well: "사업비 555억원 → 505억원", "매출을 3억에서 5억으로". */
export const leadsTo = (text: string, mention: Mention, next: Mention): boolean =>
  isBaseline(text, mention, next) || (next.unit === mention.unit && ARROW.test(text.slice(mention.end, next.start)))

/** "1,200억원을 1,750억원으로 증액", "180명으로 적었던 고용도 250명으로 커진다": the second is a new plan over an old figure. */
export function isRaised(text: string, mention: Mention, before: Mention | undefined): boolean {
  if (before === undefined || before.kind !== mention.kind) return false
  const gap = text.slice(before.end, mention.start)
  // "41억 원을 넣고 서산에선 나래가 111억 원으로": what another does
  if (/^\s?원?(?:이었|였)(?:으나|지만|는데)\s[^.]{0,10}이를\s$/.test(gap) && RAISED_TO.test(text.slice(mention.end, mention.end + 14))) return true
  if (gap.length > 24 || /[고며,]\s/.test(gap) || !/^(?:을|를|으로\s[가-힣]{1,4}던|로\s[가-힣]{1,4}던)\s/.test(gap)) return false
  return /^(?:으로|로)\s?(?:[가-힣]{1,4}\s)?(?:증액|증원|늘|확대|상향|키우|키운|커지|커진|올리|올린|불어)(?!었|어났|났)/.test(
    text.slice(mention.end, mention.end + 14),
  )
}

/** "3만3,000㎡(1만 평)", "1200만 달러(약 160억원)": the same amount once more in another unit. */
export function isRestated(text: string, mention: Mention, quantities: readonly Mention[]): boolean {
  const k = quantities.indexOf(mention)
  const before = k > 0 ? quantities[k - 1] : undefined
  if (before === undefined || before.kind !== mention.kind) return false
  // "415만 제곱미터 126만 평", "평으로 하면 235만 평"
  if (mention.kind === 'area' && mention.unit === before.unit && /^,?\s?(?:약\s)?$/.test(text.slice(before.end, mention.start)))
    return Math.abs((before.value as number) - (mention.value as number)) <= 0.05 * (before.value as number)
  if (!/^\s?\(\s?(?:(?:한화|원화|미화|한국 돈|우리 ?돈)(?:로|으로)?\s?)?(?:약\s?)?$/.test(text.slice(before.end, mention.start))) return false
  if (mention.kind === 'money') return before.unit !== mention.unit
  // "8만평(28만240㎡)": a round one in the unit of old
  const old = mention.kind === 'area' && /평$/.test(text.slice(before.start, before.end))
  return Math.abs((before.value as number) - (mention.value as number)) <= (old ? 0.1 : 0.05) * (before.value as number)
}
