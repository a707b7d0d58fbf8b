import type { Span } from '../../reading.ts'
import type { NameCandidate } from '../candidate.ts'

const GENERAL = new Set(['place:area', 'place:region', 'place:area-if-named', 'place:abroad'])

/** Where people meet to sign, not where they build. */
export const VENUE = /(?:컨벤션센터|컨벤션|회의실|회의장|호텔|청사|시청|군청|도청|구청|회관|문화센터|국회|홀|전시장|킨텍스|벡스코|엑스코|코엑스)$/
const VILLAGE = /[가-힣](?:읍|면|동|리|가)$/

/** Whether a place is one of the least areas that are governed (읍·면·동·리). `isVillage('소정면 고등리') // => true` */
export const isVillage = (place: string): boolean => VILLAGE.test(place)

/** "장성과 해남 2곳", "광양·순천": areas named as one. */
export function joinedWith(text: string, names: readonly NameCandidate[], last: NameCandidate): { value: string; start: number } | null {
  // "소정면 고등리와 전의면 읍내리": villages, as they are written
  if (isVillage(last.value)) {
    let first = last
    for (let k = names.indexOf(last) - 1; k >= 0; k--) {
      const before = names[k]!
      if (before.kind !== 'place' || !isVillage(before.value) || !/^(?:와|과|·|ㆍ|,)\s?$/.test(text.slice(before.end, first.start))) break
      first = before
    }
    if (first !== last) return { value: text.slice(first.start, last.end), start: first.start }
  }
  if (!GENERAL.has(last.rule)) return null
  // "김제, 상주에 각각": a comma joins where something is done in all of them
  const commas = /^(?:에|에서| 등에| 등지에| 일원에)\s/.test(text.slice(last.end, last.end + 6))
  const joint = commas ? /^(?:와|과|·|ㆍ|,)\s?$/ : /^(?:와|과|·|ㆍ)\s?$/
  let value = last.value
  let start = last.start
  for (let k = names.indexOf(last) - 1; k >= 0; k--) {
    const name = names[k]!
    if (name.kind !== 'place' || !GENERAL.has(name.rule) || !joint.test(text.slice(name.end, start))) break
    value = `${name.value}·${value}`
    start = name.start
  }
  for (let k = names.indexOf(last) + 1, end = last.end; k < names.length; k++) {
    const name = names[k]!
    if (name.kind !== 'place' || !GENERAL.has(name.rule) || !/^(?:와|과|·|ㆍ)\s?$/.test(text.slice(end, name.start))) break
    value = `${value}·${name.value}`
    end = name.end
  }
  return value === last.value ? null : { value, start }
}

/** "가람산단과 나래산단, 다솜밸리 등": one of several. */
const MORE_SITES = /^(?:(?:[과와]|,) ?[가-힣0-9]{2,12}(?:산단|산업단지|밸리|지구|공단|파크))+ 등/
/** "솔은산단과 누리혁신도시가 함께": one of two that something is said of. */
const ONE_OF_TWO = /^[과와] (?:[가-힣·]{2,7} )?[가-힣0-9]{2,12}(?:산단|산업단지|밸리|지구|공단|단지|도시)(?:가|이|는|은)\s/
const OTHER_BEFORE = /(?:산단|산업단지|밸리|지구|공단|단지|도시)[과와] (?:[가-힣·]{2,7} )?$/
const LAST_OF_SITES = /^ 등/
const SITES_BEFORE = /(?:산단|산업단지|밸리|지구|공단)(?:[과와] |, ?)$/
/** Whether a park or zone is named as one of several. */
export const isOneOfSites = (text: string, { start, end }: Span): boolean => {
  const after = text.slice(end, end + 60)
  const before = text.slice(Math.max(0, start - 16), start)
  if (MORE_SITES.test(after) || ONE_OF_TWO.test(after)) return true
  return (LAST_OF_SITES.test(after) && SITES_BEFORE.test(before)) || (/^(?:가|이|는|은)\s/.test(after) && OTHER_BEFORE.test(before))
}

const FACILITY = /(?:센터|스퀘어|(?<!테크노)파크|타워|리조트|기지|발전소|복합단지|플랜트|연구소|병원|박물관|호텔)$/
/** After a facility: it is made, by itself or with others. */
const IS_MADE = /^(?:[와과]|\s?[,·]|\s및)\s?[가-힣·,() 0-9]{0,30}?(?:\s등)?(?:을|를|까지)\s|^(?:\s등)?(?:을|를)\s/

/** Whether a place is a building (시설) rather than the land it stands on. */
export const isFacility = (place: string): boolean => FACILITY.test(place)

/** "마리나와 솔은파크 등을 조성한다": a building that is made, which says nothing of where. */
export const isMadeThing = (text: string, { kind, value, end }: NameCandidate): boolean =>
  kind === 'place' && FACILITY.test(value) && IS_MADE.test(text.slice(end, end + 44))

/** "솔은밸리(누리5산단)", "누리산단(솔은읍 새벽리)": a site in the brackets of another is the same by its other name. */
export function isOtherName(text: string, names: readonly NameCandidate[], { start, end }: NameCandidate): boolean {
  // "솔은특구(구 누리밸리)": a name of the past
  if (/[가-힣]\((?:구|옛) $/.test(text.slice(start - 4, start))) return true
  if (text.charAt(start - 1) !== '(' || text.charAt(end) !== ')') return false
  return names.some((one) => one.kind === 'place' && one.end === start - 1 && !GENERAL.has(one.rule))
}
