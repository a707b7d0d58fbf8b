import { areaByShortName } from './areas.ts'

/** Counties whose short name is an everyday word (예산 budget, 부여 grant, 고령 old age), with their province. */
export const HIDDEN_COUNTIES: ReadonlyMap<string, readonly [short: string, full: string]> = new Map([
  ['예산', ['충남', '충청남도']],
  ['부여', ['충남', '충청남도']],
  ['고령', ['경북', '경상북도']],
])

const JOINT = '[·ㆍ‧・,]\\s?'
const said = new Map<string, boolean>()
let of = ''

/**
 * Whether a text speaks of such a county: by its full name (예산군), or in a list with a neighbour of its province ("예산·서천·당진"). Asked often of one text: the
 * last text's answers are kept.
 */
export function speaksOfCounty(text: string, name: string): boolean {
  if (of !== text) {
    of = text
    said.clear()
  }
  const known = said.get(name)
  if (known !== undefined) return known
  const answer = isSaid(text, name)
  said.set(name, answer)
  return answer
}

function isSaid(text: string, name: string): boolean {
  const province = HIDDEN_COUNTIES.get(name)?.[0]
  if (province === undefined) return false
  for (const found of text.matchAll(new RegExp(`(?:([가-힣]{2,3})${JOINT})?${name}(?:(군)(?![가-힣])|(?=${JOINT}([가-힣]{2,3}))|)`, 'g'))) {
    if (found[2] !== undefined) return true
    for (const near of [found[1], found[3]]) if (near !== undefined && isOf(near, province)) return true
  }
  // "서천의 가람은 50억 원, 예산의 나래는 60억 원": beside a neighbour in the same part of the sentence
  for (const found of text.matchAll(new RegExp(`([가-힣]{2})(의|에는|에선|에서는|엔)\\s[^.\\n]{4,80}[,고며]\\s${name}\\2\\s`, 'g')))
    if (isOf(found[1]!, province)) return true
  return false
}

/** 서산, 당진시, "서천과": a place of the province, whatever particle follows. */
const isOf = (word: string, province: string): boolean => [word, word.slice(0, 2)].some((short) => areaByShortName(short)?.province === province)

/** Behind the name of a county that the text speaks of: something of it or in it. "의 바른켐은", "에서는", "에 공장을". */
export const OF_COUNTY =
  /^(?:의\s(?:[가-힣A-Za-z0-9㈜()]{2,12}(?:은|는|이|가|와|과|,|·)\s?)|에(?:는|서|서는|선|도|서도|만)\s|에\s(?=[^.\n]{0,40}(?:공장|생산|라인|설비|본사|연구소|물류|투자|들어서|짓|세우)))/
