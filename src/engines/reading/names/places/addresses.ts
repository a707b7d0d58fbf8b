import { areaByFullName, areaByShortName, TRACTS } from '../../gazetteer/areas.ts'
import type { NameCandidate } from '../candidate.ts'

/** What closes an address that lists towns: 일원, 일대. */
const CLOSED = /^ ?(?:일원|일대)/
const GAP = /^(?:, |와 |과 | 및 |(?: · [가-힣]{2,3}리)* · )$/

/** Kinds of park that say nothing of their own: every county has its 첨단일반산업단지. */
const OF_ITS_AREA = /^(?:도시)?(?:첨단|미래|복합|친환경|스마트|그린|소재|식품|바이오|항공){1,3}(?:일반|국가|농공)?(?:산업단지|산단|단지)$/

/**
 * Places of several words (여러 말로 된 곳), once all names of a sentence stand in order:
 * two addresses that one site lies in ("진주시 정촌면과 사천시 축동면 일원"), a bay in its town, a park known by its county alone, and parks that share their kind and city.
 * Three towns and more listed with commas are places each.
 */
export function joinAddresses(text: string, names: NameCandidate[], colours: NameCandidate[]): void {
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    const next = names[i + 1]
    if (name.kind === 'place') sharedPark(text, names, i, colours)
    if (beginsWithTract(name) && tractInCity(text, names, i, colours)) i--
    if (next === undefined) continue
    const gap = next.start - name.end
    if (gap > 24) continue
    // "거제시 사등면 사곡만"
    const bay = name.rule === 'place:town' && next.rule === 'place:bay' && gap === 1
    // "거창군 첨단일반산업단지"
    const own = name.rule === 'organisation:government' && next.kind === 'place' && gap === 1 && OF_ITS_AREA.test(text.slice(next.start, next.end))
    if (gap === 1 && !own && holdsPark(text, name, next)) {
      names[i + 1] = { ...next, rule: 'place:in-city', value: text.slice(name.start, next.start) + next.value }
      // a district or a county stands beside its park; a city is named with it
      if (!/[구군]$/.test(name.value)) names[i] = { ...name, absorbed: true }
      continue
    }
    if (bay || own || isAddressOfTwo(text, names, i)) {
      const value = name.value + text.slice(name.end, next.end)
      names.splice(i, 2, { ...name, kind: 'place', rule: own ? 'place:of-area' : name.rule, end: next.end, value, locative: undefined })
    }
  }
}

const PARK = /(?:단지|산단|공단|지구|특구|밸리|허브|파크|랜드|타운|캠퍼스|도시)$/

/** "새솔시 가람산단", "누리읍 가람단지": a park is named in full with the city or the township that stands right before it; a longer address is a place of its own. */
function holdsPark(text: string, area: NameCandidate, park: NameCandidate): boolean {
  if (text.charCodeAt(area.end) !== 0x20 || !(park.rule === 'place:form' || park.rule === 'place:joined') || !PARK.test(park.value)) return false
  if (area.rule === 'place:town') return park.rule === 'place:form' && !area.value.includes(' ')
  const province = /(?:^|[^가-힣])([가-힣]{2,7}) $/.exec(text.slice(Math.max(0, area.start - 9), area.start))?.[1]
  if (province !== undefined && (areaByShortName(province) ?? areaByFullName(province)) !== undefined) return false
  // many cities have a 서구
  return (
    area.rule === 'organisation:government' && !/^.구$/.test(area.value) && area.locative === true && areaByFullName(area.value)?.level !== 'province'
  )
}

/** 송도, and 오송 in "오송 제3국가산단". */
const beginsWithTract = ({ rule, value }: NameCandidate): boolean =>
  (rule === 'place:form' && TRACTS.has(value)) ||
  ((rule === 'place:joined' || rule === 'place:numbered-park') && value.indexOf(' ') > 0 && TRACTS.has(value.slice(0, value.indexOf(' '))))

/** "해남 솔라시도에", "인천 송도에": a tract with a name of its own is named in full with its city. A province stands alone: "전남 율촌". */
function tractInCity(text: string, names: NameCandidate[], i: number, colours: NameCandidate[]): boolean {
  const name = names[i]!
  const city = /(?:^|[^가-힣])([가-힣]{2,3}) $/.exec(text.slice(Math.max(0, name.start - 5), name.start))?.[1]
  const area = city === undefined ? undefined : areaByShortName(city)
  if (area === undefined || (area.level === 'province' && !area.name.endsWith('시'))) return false
  names[i] = { ...name, rule: 'place:in-city', value: `${city} ${name.value}` }
  const colour = colours.findIndex((one) => one.end === name.start - 1)
  if (colour >= 0) colours.splice(colour, 1)
  const alone = names.findIndex((one) => one.kind === 'place' && one.end === name.start - 1 && one.start === name.start - 1 - city!.length)
  if (alone >= 0) names.splice(alone, 1)
  return alone >= 0 && alone < i
}

function isAddressOfTwo(text: string, names: readonly NameCandidate[], i: number): boolean {
  const first = names[i]!
  const second = names[i + 1]!
  if (first.rule !== 'place:town' || second.rule !== 'place:town') return false
  // "서구 솔은동, 북구 새벽동 일대": wards of two districts
  if (text.charCodeAt(first.end) === 0x2c && /^[가-힣]{1,3}구 /.test(second.value)) return false
  if (!GAP.test(text.slice(first.end, second.start)) || !CLOSED.test(text.slice(second.end, second.end + 4))) return false
  const before = names[i - 1]
  return !(before?.rule === 'place:town' && GAP.test(text.slice(before.end, first.start)))
}

/** "창녕 대합·영남산단": parks that share their kind are named in full with their city. */
function sharedPark(text: string, names: NameCandidate[], i: number, colours: NameCandidate[]): void {
  const name = names[i]!
  if (name.rule !== 'place:joined' || !/[·ㆍ・‧]/.test(text.slice(name.start, name.end)) || text.charCodeAt(name.start - 1) !== 0x20) return
  const city = /(?:^|[^가-힣])([가-힣]{2,3}) $/.exec(text.slice(Math.max(0, name.start - 5), name.start))?.[1]
  const area = city === undefined ? undefined : (areaByShortName(city) ?? areaByFullName(city))
  if (area === undefined || area.level === 'province') return
  names[i] = { ...name, rule: 'place:in-city', value: `${city} ${text.slice(name.start, name.end)}` }
  const at = colours.findIndex((one) => one.end === name.start - 1)
  if (at >= 0) colours.splice(at, 1)
}
