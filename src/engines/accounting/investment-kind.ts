/** 신규 투자 or 증설. */
export type InvestmentKind = 'new' | 'expansion'

/** What is built or put in: "신규 고용 300명" is no new investment. */
const thing = '(?:공장|시설|설비|라인|센터|사업장|본사|연구소|캠퍼스|생산동|생산\\s?시설|단지|법인|plant|factory|facility|site|centre|center|line)'
const fresh = new RegExp(
  `신설|신축|신규\\s?(?:투자|입주|설립|건립|${thing})|새\\s?${thing}|${thing}(?:을|를)?\\s?(?:새로\\s?)?(?:건립|설립)|greenfield|new\\s(?:\\w+\\s){0,2}${thing}`,
  'iu',
)
const more = new RegExp(
  `증설|증축|추가\\s?투자|확대\\s?투자|${thing}(?:을|를)?\\s?(?:\\S+\\s){0,2}(?:확장|확충)|(?:expansion|expand\\w*|enlarg\\w*|extend\\w*)\\s(?:\\w+\\s){0,4}${thing}|${thing}\\sexpansion`,
  'iu',
)

/**
 * 신규인지 증설인지: what a sentence says of an investment; null where it says neither, or both of them (then a person decides).
 *
 * @example
 * investmentKindSaid('가온은 나래산단에 300억원을 들여 공장을 증설한다.') // => 'expansion'
 * investmentKindSaid('가온은 나래산단에 새 공장을 짓는다.') // => 'new'
 * investmentKindSaid('신규 고용은 300명이다.') // => null
 */
export function investmentKindSaid(sentence: string): InvestmentKind | null {
  const [isNew, isMore] = [fresh.test(sentence), more.test(sentence)]
  return isNew === isMore ? null : isNew ? 'new' : 'expansion'
}

/**
 * 여러 문장이 말하는 것: the kind that all sentences agree on which say any; null where none does or two contradict each other.
 *
 * @example
 * agreedKind(['공장을 증설한다.', '300억원을 투자한다.']) // => 'expansion'
 * agreedKind(['공장을 증설한다.', '공장을 신설한다.']) // => null
 */
export function agreedKind(sentences: readonly string[]): InvestmentKind | null {
  const said = new Set(sentences.map(investmentKindSaid).filter((kind) => kind !== null))
  const [only] = said
  return said.size === 1 && only ? only : null
}
