import { COUNTRIES, REGIONS } from './gazetteer/areas.ts'
import type { NameCandidate } from './names/candidate.ts'

/** "A와 B", "A와 금형업체 B": between two that act together. */
const JOINED =
  /^(?:와|과|,|·|ㆍ|‧| 및)\s?(?:(?:[가-힣]{1,8}\s){0,3}[가-힣]{0,6}(?:업체|기업|회사|제조사|운영사|개발사|시행사|운용사|계열사|그룹)\s)?$/

/** "충북도와 보은·옥천·영동군은": cities and counties whose last one alone says its level. */
const SHORT_ROW = /^(?:와|과|·|ㆍ|‧|,)\s?(?:[가-힣]{2,4}(?:·|ㆍ|‧|,\s?)){1,12}$/

/** Whether the words between two names join them, over a trade or a country: "와 덴마크 ". */
export const joins = (gap: string): boolean => {
  if (JOINED.test(gap) || SHORT_ROW.test(gap)) return true
  const country = /^(?:와|과|,|·| 및)\s?([가-힣]{2,6})\s$/.exec(gap)?.[1]
  return country !== undefined && COUNTRIES.has(country)
}

/** "여수시와 순천시, 광양시는": of several that act together, the one named first. */
function leadOf(text: string, names: readonly NameCandidate[], last: NameCandidate): NameCandidate {
  let lead = last
  for (let k = names.indexOf(last) - 1; k >= 0; k--) {
    const name = names[k]!
    // "충북도와 보은·옥천·단양군은"
    if (name.rule === 'place:area' && /^(?:·|ㆍ|‧|,)/.test(text.charAt(name.end))) continue
    if (name.kind === 'place' && (COUNTRIES.has(name.value) || REGIONS.has(name.value))) continue
    if (name.kind !== 'organisation' || name.end > lead.start) break
    if (!joins(text.slice(name.end, lead.start))) break
    lead = name
  }
  return lead
}

/** "성안메디텍의 투자액은", "셀가든바이오의 의약품 공장이", "성안메디텍 새 공장은": what is its own acts for it. */
const OF_WHICH =
  /^\s(?:[가-힣0-9]{1,6}\s)?[가-힣0-9]{0,4}(?:공장|사업장|본사|연구소|생산라인|물류센터)(?:은|는|이|가|도)\s|^(?:\([^)]{1,12}\))?의\s(?:[가-힣0-9]{1,8}\s){0,2}[가-힣]{0,6}(?:투자액|투자금|(?:투자|고용)(?:\s?(?:규모|금액|계획|인원))?|공장|사업장|본사|연구소|생산라인|예산|신고액|유치액|실적|매출|매출액|사업비)(?:은|는|이|가|도)\s/

/** "가람전자 관계자는", "가람전자 김나래 대표는": who speaks for it. */
const SPEAKS_FOR = /^\s(?:(?:고위\s)?관계자|대변인|[가-힣]{2,4}\s(?:대표|대표이사|사장|회장|부사장))(?:은|는|이|가)\s/

/** "전북도와 군산시 등 4개 기관은": public bodies that act together. */
const BODIES = /^ 등 (?:모두 |총 )?\d{1,2}개\s?(?:기관|지자체|시·?군|시군구?|자치단체)(?:은|는|이|가)\s/

/** "산업통상부와 전북도가 함께하는 이 사업에는", "시가 내놓은 땅에": those who help, and who gave the land, only colour what follows. */
const HELPS =
  /^(?:이|가)\s(?:(?:함께하는|지원하는|주관하는|후원하는|돕는)\s|(?:무상으로\s|선뜻\s|새로\s)?(?:내놓은|내준|빌려준|제공한|기부한|무상\s?임대한)\s(?:[가-힣]{1,4}\s)?(?:땅|부지|터|용지|건물))/

/** Names in a sentence that stand as its topic or subject, in order. */
export function actorsOf(text: string, names: readonly NameCandidate[]): NameCandidate[] {
  const out: NameCandidate[] = []
  for (const name of names) {
    if (
      name.kind !== 'organisation' ||
      name.locative ||
      name.rule === 'organisation:in-title' ||
      name.rule === 'organisation:dateline' ||
      name.rule === 'organisation:bracket-alias'
    )
      continue
    const after = text.slice(name.end, name.end + 46)
    if (HELPS.test(after)) continue
    if (
      /^(?:\([^)]{1,40}\))?(?:은|는|이|가|측은|측이|에서는|도)(?=[\s,“"‘'])/.test(after) ||
      /^['’”"]?(?:은|는|이|가)\s/.test(after) ||
      OF_WHICH.test(text.slice(name.end, name.end + 44)) ||
      SPEAKS_FOR.test(after) ||
      /^ 등(?:이|은|도)\s/.test(after) ||
      (after.startsWith(' 등 ') && BODIES.test(after))
    )
      out.push(leadOf(text, names, name))
  }
  return out
}
