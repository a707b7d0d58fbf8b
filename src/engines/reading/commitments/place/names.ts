import { isFirm } from '../../discourse.ts'
import { areaByShortName } from '../../gazetteer/areas.ts'
import type { Slot } from '../../reading.ts'
import type { Draft } from '../draft.ts'

/** A place by the fuller name that the text gives it elsewhere: "새만금" of a firm, where the text speaks of "새만금 국가산업단지". */
export function byMainSite(draft: Draft, full: readonly string[]): Slot<string | null> {
  const { place, subject } = draft
  if (place.value === null || !/^place:(?:head|flow)$/.test(place.rule) || subject.value === null || !isFirm(subject.value)) return place
  const longer = full.find((name) => name.startsWith(`${place.value} `))
  return longer === undefined ? place : { ...place, value: longer }
}

/** "경남 거제시 사등면" in running text: the city alone says where, the province before it is for readers elsewhere. What a sheet gives as its 위치 is kept whole. */
const PROVINCE_FIRST = /^(?:경기|강원|충북|충남|전북|전남|경북|경남) (?=[가-힣]{1,4}[시군] [가-힣])/

/** A place by its fullest name in the document: "나래융합단지" where "밀양 나래융합단지" was named. */
export function inFull(text: string, place: Slot<string | null>, full: readonly string[]): Slot<string | null> {
  if (place.value !== null && !/:(?:table|sheet)$/.test(place.rule) && PROVINCE_FIRST.test(place.value))
    return { ...place, value: place.value.replace(PROVINCE_FIRST, '') }
  // "사벌면에 조성되는" where the text writes "사벌면 엄암리"
  if (
    place.value !== null &&
    place.span !== null &&
    /[읍면동]$/.test(place.value) &&
    /^(?:에|의|은|는|이|가)/.test(text.slice(place.span.end, place.span.end + 1))
  ) {
    const villages = full.filter((name) => name.startsWith(`${place.value} `) && /^[가-힣]+\d?리$/.test(name.slice(place.value!.length + 1)))
    if (villages.length > 0 && villages.every((name) => name === villages[0])) return { ...place, value: villages[0]! }
  }
  if (place.value === null || place.value.includes(' ')) return place
  const longer = full.find((name) => name.endsWith(` ${place.value}`))
  return longer === undefined ? place : { ...place, value: longer }
}

const SHORT = /산단$/
/** A first line that is no sentence. */
const HEADLINE = /^[^\n]{4,120}?(?<![다요죠까][.!?”"]{0,3})\s?\n/

/** Where the headline of a text ends (제목), or its beginning. */
export const headlineEnd = (text: string): number => HEADLINE.exec(text)?.[0].length ?? 0

/**
 * "음성용산산단" behind "음성용산산업단지": one park (산업단지), by the full name that the text gave it first. What only the headline shortened goes by its full name as well.
 */
export function parkAsFirst(place: Slot<string | null>, parks: ReadonlyMap<string, number>, headline: number): Slot<string | null> {
  const { value } = place
  if (value === null || !SHORT.test(value)) return place
  const kin = fullerPark(value, parks)
  if (kin !== null) return { ...place, value: kin }
  const other = value.replace(SHORT, '산업단지')
  const first = parks.get(other)
  const short = parks.get(value) ?? Number.POSITIVE_INFINITY
  return first === undefined || (first > short && short >= headline) ? place : { ...place, value: other }
}

/** What a park is called without its kind: 종포 of 종포산단 and 종포일반산업단지. */
const stemOfPark = (name: string): string =>
  name.slice(name.lastIndexOf(' ') + 1).replace(/(?:도시첨단|일반|국가|첨단|지방|농공)?(?:산업단지|산단|공단)$/, '')

/** The full name that a text gave a park before it shortened it: 종포산단 is the 종포일반산업단지 told first. */
function fullerPark(value: string, parks: ReadonlyMap<string, number>): string | null {
  const at = parks.get(value)
  const stem = stemOfPark(value)
  if (at === undefined || stem.length < 2 || value.includes(' ')) return null
  for (const [name, start] of parks)
    if (start < at && name !== value && name.length > value.length && name.endsWith('산업단지') && stemOfPark(name) === stem) return name
  return null
}

const ZONE_IN_REGION = /^([가-힣]{2,5}권)경제자유구역$/
/** "전국 경제자유구역 9곳": zones are what the text is about. */
const ZONE_ITSELF = /경제자유구역(?!청|\s?(?:개발)?사업)/

/** A short name where it says where: "서울에", "부산 지역", and not in 서울시 or 서울미래. */
const asPlace = (short: string): RegExp =>
  new RegExp(
    `(?<![가-힣])${short}(?=[^가-힣]|$|(?:에|에서|에는|에도|에선|의|은|는|이|가|을|를|과|와|로|까지|부터)(?![가-힣])|(?:지역|시내|도내|관내|권))`,
  )

/** The full name of an area where a text writes it before its office's own spelling (서울시, 충남도); else the short one. */
function writtenAs(text: string, full: string, short: string): string {
  const written = [full, `${short}시`, `${short}도`].filter((form) => text.includes(form))
  return written.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))[0] === full ? full : short
}

/** The area of an office as the text writes it: 경상남도 where it never says 경남; 세종 is a city; the office of a zone in a region (광양만권경제자유구역청) works in the region where the text never names the zone itself. */
export function areasOf(text: string): (place: Slot<string | null>) => Slot<string | null> {
  const known = new Map<string, string>()
  return (place) => {
    if (place.value === null || (place.rule !== 'place:of-government' && place.rule !== 'place:of-list')) return place
    const region = ZONE_IN_REGION.exec(place.value)?.[1]
    if (region !== undefined) return ZONE_ITSELF.test(text) ? place : { ...place, value: region }
    const area = areaByShortName(place.value)
    if (area === undefined || area.level !== 'province') return place
    let name = known.get(place.value)
    if (name === undefined) {
      name = place.value === '세종' ? '세종시' : asPlace(place.value).test(text) ? place.value : writtenAs(text, area.name, place.value)
      known.set(place.value, name)
    }
    return name === place.value ? place : { ...place, value: name }
  }
}
