import { areaByFullName, areaByShortName, isAmbiguousArea } from '../../gazetteer/areas.ts'
import type { Span } from '../../reading.ts'
import type { Word } from '../../words.ts'
import { type NameCandidate, spaced } from '../candidate.ts'

/** "횡성군청에서", "새솔시청 시민홀", "충북도청 전경": the building, not the office. */
export const isVenue = (text: string, word: Word): boolean =>
  /[시도군구]청$/.test(word.cls.stem) &&
  areaByFullName(word.cls.value) !== undefined &&
  (/^(?:에서|서|에|에서는|에는|으로|앞)$/.test(word.cls.particle) ||
    (word.cls.particle === '' &&
      /^ (?!등|및|관계자|측|산하|공무원|소속)[가-힣\d]/.test(text.slice(word.end, word.end + 5)) &&
      // "새솔시청 투자유치과": a department of the office
      !/^ [가-힣]{2,10}(?:과|담당관|정책관)(?:[,(（ ☎)]|에|와|$)/.test(text.slice(word.end, word.end + 14))))

/** "경기도 평택에": a province before a city of its own says where. */
export const liesInProvince = (word: Word, next: Word | undefined): boolean => {
  if (next?.cls.kind !== 'short-area') return false
  const province = areaByFullName(word.cls.stem)
  return province?.level === 'province' && areaByShortName(next.cls.stem)?.province === province.province
}

/** "기장군 오리산단에", "창원 성산구 두산에너빌리티 본사": an area before what lies in it does not act. */
export function liesThere(text: string, words: readonly Word[], i: number): boolean {
  const { cls } = words[i]!
  const next = words[i + 1]
  const before = i > 0 ? words[i - 1] : undefined
  const district = areaByFullName(cls.stem)?.level === 'district'
  // "창원시 진해구의 두동지구에"
  if (cls.particle === '의' && district && before?.cls.kind === 'area' && before.cls.particle === '' && spaced(text, before, words[i]!)) return true
  if (cls.particle !== '') return false
  if (next === undefined || !/^ [‘'“"]?$/.test(text.slice(words[i]!.end, next.start))) {
    // "부산 강서구" alone on its line
    return district && next === undefined && before?.cls.kind === 'short-area' && spaced(text, before, words[i]!)
  }
  const { kind } = next.cls
  if (kind === 'place' || kind === 'place-ending' || kind === 'town' || (kind === 'body' && isVenue(text, next))) return true
  return (
    district &&
    before !== undefined &&
    before.cls.particle === '' &&
    (before.cls.kind === 'short-area' || before.cls.kind === 'area') &&
    spaced(text, before, words[i]!)
  )
}

/** "대덕구 신탄진 인입선로": an area before an unknown word that is neither a person nor a department is where it lies. */
export function holdsUnknown(text: string, words: readonly Word[], i: number, taken: Uint8Array): boolean {
  const word = words[i]!
  const next = words[i + 1]
  if (word.cls.particle !== '' || next === undefined || next.cls.kind !== 'unknown' || !spaced(text, word, next)) return false
  // "천안시 등 8개 시군과", "사천시 및 함안군과"
  if (next.text.length < 2) return false
  return !taken[i + 1] && next.cls.particle === '' && words[i + 2]?.cls.kind !== 'title' && !/[과국실팀단처부관]$/.test(next.text)
}

/** "경상남도 창원시" alone on its line: a field that tells where, one place. */
export function areaField(text: string, { start, end }: Span, words: readonly Word[]): NameCandidate | null {
  if (words.length !== 2 || !spaced(text, words[0]!, words[1]!)) return null
  const [province, city] = words as [Word, Word]
  if (province.cls.particle !== '' || city.cls.particle !== '' || !/(?:area)$/.test(city.cls.kind) || !liesInLevel(province, city)) return null
  if (text.slice(start, province.start).trim() !== '' || text.slice(city.end, end).trim() !== '') return null
  if ((province.start > 0 && text.charCodeAt(province.start - 1) !== 0x0a) || (city.end < text.length && text.charCodeAt(city.end) !== 0x0a))
    return null
  return { kind: 'place', start: province.start, end: city.end, value: text.slice(province.start, city.end), certainty: 0.8, rule: 'place:field' }
}

function liesInLevel(province: Word, city: Word): boolean {
  const over = areaByFullName(province.cls.stem) ?? areaByShortName(province.cls.stem)
  const under = areaByFullName(city.cls.stem) ?? areaByShortName(city.cls.stem)
  return (
    over?.level === 'province' &&
    under !== undefined &&
    under.level !== 'province' &&
    (under.province === over.province || under.level === 'district')
  )
}

const NEXT_AREA = /^(?: ?\d[\d,]*(?:개사|곳|건|명|개))?(?:\([^()\n]{1,30}\))?(?:[·ㆍ‧・~∼/]|, |[와과] )([가-힣]{2,3})/
const AREA_BEFORE = /(?<![가-힣])([가-힣]{2,3})(?: ?\d[\d,]*(?:개사|곳|건|명|개))?(?:\([^()\n]{1,30}\))?(?:[·ㆍ‧・~∼/]|, |[와과] )$/

const SITES_BEFORE = /(?:단지|산단|공단|지구|특구|구역|곳|개소|지역)$/
const AREAS_ALONE = /^[가-힣]{2,4}[시군구도](?:(?:, ?|[·ㆍ])[가-힣]{2,4}[시군구도])+\)/

/** "4개 농공단지(영광군, 해남군)": areas alone in brackets say where what stands before them lies. "도와 3개 시(…)가" acts. */
export function isBracketedArea(text: string, word: Word): boolean {
  const from = Math.max(0, word.start - 70)
  const opening = from + text.slice(from, word.start).lastIndexOf('(')
  if (opening < from) return false
  const alone = AREAS_ALONE.exec(text.slice(opening + 1, opening + 90))
  if (alone === null) return false
  // "10개 시군(고양시, 파주시)에 입주할 기업"
  return SITES_BEFORE.test(text.slice(Math.max(0, opening - 3), opening)) || text.startsWith('에', opening + 1 + alone[0].length)
}

/** "천안과 공주, 홍성에", "하동(이차전지)·고성(풍력)": listed with an area that is no everyday word. */
export function besideArea(text: string, word: Word): boolean {
  const next = NEXT_AREA.exec(text.slice(word.start + word.cls.name.length, word.end + 38))?.[1]
  const before = AREA_BEFORE.exec(text.slice(Math.max(0, word.start - 38), word.start))?.[1]
  // "동해와 삼척에": the particle may stand in the three syllables
  return [next, next?.slice(0, 2), before].some((name) => name !== undefined && areaByShortName(name) !== undefined && !isAmbiguousArea(name))
}

/** Deeds and things as often as areas: 양산 is mass production. */
const DEEDS = new Set('기장 성주 경기 강화 양산 구리 진도 보은 의성 영광 장수'.split(' '))
const FROM_THERE = new Set(['에서', '에서는', '에선', '에서도'])
const IN_THERE = new Set(['에', '에는', '에도'])
/** What a firm has or builds somewhere. */
const SITED_THERE =
  /^ (?:새 |신규 )?(?:본사|본점|공장|사업장|연구소|캠퍼스|물류센터|생산기지|생산공장|생산시설|생산라인|데이터센터|둥지|터|거점)[를을]? (?:둔|두|짓|지어|지은|지을|세|설립|신축|준공|보유|가진|운영|옮|틀|갖|마련|건립|잡)/
const LIES_THERE = /^ (?:있는|있던|위치한|소재한|자리한|자리 ?잡은|들어서|들어선|들어설) /

/** "이천에 본사를 둔", "공주에서 만들던": an area that is an everyday word too, where something is made, built or has its seat. */
export function seatedThere(text: string, word: Word): boolean {
  const { particle, stem } = word.cls
  const deed = DEEDS.has(stem)
  if (particle === '소재') return true
  if (particle === '') return !deed && /^ 소재(?:의|한|하는)? [가-힣]/.test(text.slice(word.end, word.end + 7))
  if (FROM_THERE.has(particle)) return !deed
  if (!IN_THERE.has(particle)) return false
  const after = text.slice(word.end, word.end + 24)
  return SITED_THERE.test(after) || (!deed && LIES_THERE.test(after))
}

/** A bare 경남 or 남양주 is a place where a particle, a mark or a full name follows; before a noun it only colours it (속초 파크골프장). */
export function standsAlone(text: string, words: readonly Word[], i: number): boolean {
  const word = words[i]!
  const { particle } = word.cls
  if (particle !== '') return particle !== '로' || true
  const next = words[i + 1]
  if (next === undefined || next.start - word.end !== 1) return true
  if (text.charCodeAt(word.end) !== 0x20) return true
  // "경북 경주 SMR": after its province a city says where
  const before = i > 0 ? words[i - 1] : undefined
  if (before !== undefined && before.cls.particle === '' && areaByShortName(before.text)?.level === 'province' && spaced(text, before, word))
    return true
  if (next.cls.kind === 'area' || next.cls.kind === 'town' || next.cls.kind === 'short-area') return true
  // "김천, 칠곡, 성주 산단": the last of a list of areas
  if (before?.cls.kind === 'short-area' && before.cls.particle === '' && /^(?:, |[·ㆍ‧・~∼])$/.test(text.slice(before.end, word.start))) return true
  // "강원 홍천군수", "울산 물미르산단", "충북 도민"
  if (next.cls.kind === 'title' && areaByFullName(next.cls.stem.replace(/(?<=[시구])장$|수$/, '')) !== undefined) return true
  // "창원 700억원, 구미 550억원"
  if (/^\d[\d,.]*(?:억|조|만|천|백|명|개|곳|건|㎡|$)/.test(next.text) && !/^\d+[년월일]/.test(next.text)) return true
  if (next.cls.kind === 'place' && areaByShortName(word.cls.stem)?.level === 'province') return true
  return /^(?:도민|시민|군민|주민|사람|출신|앞바다|앞|해상|연안|도심|원도심|시내|등|및|지역|일대|일원|인근|전역|소재|출신|인구)/.test(next.text)
}
