/** What a thing that is built, run or paid for ends with: 공장, 센터, 산단, 프로젝트, 기금. */
const heads = [
  '공장|플랜트|라인|설비|발전소|발전|풍력|태양광|수소|충전소|정수장|처리장|처리시설|소각장|시설|인프라',
  '센터|캠퍼스|연구소|연구원|교육원|훈련원|대학교|대학원|대학|학교|기숙사|사옥|본사|타워|빌딩|허브|기지|거점|실증단지|테스트베드',
  '단지|산단|클러스터|밸리|파크|타운|시티|지구|특구|구역|마을|농장|양식장|스마트팜|목장|공원|터미널|부두|선석|항만|공항|물류센터|물류창고|창고',
  '병원|의료원|호텔|리조트|콘도|박물관|미술관|기념관|체험관|전시관|도서관|회관|체육관|경기장|골프장|야구장|테마파크|케이블카|시장|쇼핑몰|아울렛|백화점|주차장|주택|아파트|(?:시험|연구|생산|공장|사무|관리|업무|지원)동',
  '도로|철도|고속도로|터널|대교|역사|정거장|도시철도|노선|트램|모노레일|댐',
  '사업|프로젝트|펀드|기금|자금|보험|지원금|장려금|보조금|바우처|축제|박람회|엑스포|플랫폼|시스템|네트워크',
].join('|')
const endsAsThing = new RegExp(`(?:${heads})$`, 'u')

/** A word that says of what sort or which part a thing is, not which thing: 신규 공장, 전체 사업, 1단계 시설. */
const says =
  /^(?:해당|관련|신규|새|새로운|주요|기존|각종|전체|총|같은|이|그|두|세|여러|다른|일부|나머지|자체|공동|첫|국내|국내외|해외|현지|지역|시군|도내|관내|시내)$/u
/** Words of sorts, and totals of an office: no name alone. */
const bare = new RegExp(
  `^(?:신규|기존|관련|주요|투자|유치|건립|조성|개발|생산|제조|건설|연구|지원|추진|산업|농공|일반|국가|첨단|도시|총|본|해당)*(?:${heads}|분야|업종|부문|업체|제조업)(?:들|내|등)?$`,
  'u',
)
/** A word before the thing that belongs to a clause of its own: 깔고, 뽑혀, 높이려, 터에, 시는, 들여. */
const ofClause =
  /(?:[가-힣](?:[고며려혀켜져]|면서|해|하여|되어|돼|에|에서|에게|으로|까지|부터|[을를은는])|달라|위해|통해|따라|거쳐|들여|받아|맞아|지어|세워|늘려)$|^(?:지난|오는|내년|올해|작년|이번|약|가운데|중|등|및|또는|만)$/u
/** Nouns that end as such words do. */
const nounAfterAll = /(?:창고|재고|광고|신고|보고|수소|도로|철도|은행|병원은|[가-힣]국제|지에|전국)$/u

/**
 * 무엇의 이름: the name of the thing that a claim speaks of, out of the words that stand before its value; null where they name none. Only what ends as things do is a
 * name (이차전지 소재 공장); words of a clause before it are left out (깔고 인력양성 센터), and a mere sort (공장, 신규 공장), a measure (면적, 규모) or
 * the rest of a clause (돈은, 늘려 달라) is none: then the firm or the place gives the name.
 *
 * thingName('뽑혀 해양바이오 실증센터') // => '해양바이오 실증센터'
 * thingName('오고 나머지') // => null
 */
export function thingName(what: string): string | null {
  const words = afterClause(what)
  let from = 0
  while (from < words.length - 1 && says.test(words[from]!)) from++
  const name = words.slice(from).join(' ')
  if (name.length > 40 || /[\d(（‘“'"]\S*$/u.test(words.at(-1)!) || !endsAsThing.test(name)) return null
  return bare.test(name.replace(/\s/g, '')) ? null : name
}

const endsClause = (word: string): boolean => ofClause.test(word) && !nounAfterAll.test(word)
/** The words behind the last that belongs to a clause; the last word stays whatever it is. */
function afterClause(what: string): string[] {
  const words = what.trim().split(/\s+/)
  return words.slice(words.findLastIndex((word, at) => at < words.length - 1 && endsClause(word)) + 1)
}

/**
 * 부분의 이름: what a part of a total is called in the words before its value, without the rest of a clause; null where only such a rest stands there.
 *
 * partName('뽑혀 국비') // => '국비'
 * partName('거쳐') // => null
 */
export function partName(what: string): string | null {
  const words = afterClause(what)
  const name = words.join(' ')
  return name === '' || name.length > 40 || endsClause(words.at(-1)!) ? null : name
}

/**
 * 무엇의 종류: the sort of thing that words name without saying which; null where they name none, or a thing of its own.
 *
 * sortOf('신규 공장') // => '공장'
 */
export function sortOf(what: string): string | null {
  const last = what.trim().split(/\s+/).at(-1) ?? ''
  return thingName(what) === null && bare.test(last) && endsAsThing.test(last) ? last : null
}
