import { areaByFullName, areaByShortName } from '../gazetteer/areas.ts'
import type { Span } from '../reading.ts'
import type { Word } from '../words.ts'
import type { NameCandidate } from './candidate.ts'

const isProvince = (name: NameCandidate): boolean =>
  (name.rule.startsWith('place:area') && areaByShortName(name.value)?.level === 'province') ||
  (name.rule === 'organisation:government' && areaByFullName(name.value)?.level === 'province')

const CITY_RULES = new Set(['place:area', 'place:area-if-named', 'place:list', 'place:locality'])

/**
 * "강원 후평, 경남 사천, 전북 전주", and lines of a table that begin with one: where cities are listed after their provinces, each pair is one name.
 * A pair alone in a sentence stays two: "경북 포항에서는".
 */
export function joinPairs(text: string, { start, end }: Span, names: NameCandidate[], colours: NameCandidate[]): void {
  // "강원 후평, 경남 사천": before a place that only its list proves, the province seemed to colour it
  for (let i = 0; i < names.length; i++) {
    if (names[i]!.rule !== 'place:list') continue
    const at = colours.findIndex((one) => one.end === names[i]!.start - 1 && areaByShortName(one.value)?.level === 'province')
    if (at >= 0) names.splice(i++, 0, { ...colours.splice(at, 1)[0]!, rule: 'place:area' })
  }
  const pairs: number[] = []
  for (let i = 0; i + 1 < names.length; i++) {
    const province = names[i]!
    const city = names[i + 1]!
    if (!isProvince(province) || !CITY_RULES.has(city.rule) || isProvince(city)) continue
    if (city.start - province.end !== 1 || text.charCodeAt(province.end) !== 0x20) continue
    if (!/^(?:[,·)]| |$|\n|[에의와과]|등)/.test(text.slice(city.end, city.end + 1))) continue
    pairs.push(i)
  }
  if (pairs.length === 0) return
  const row =
    pairs.length === 1 &&
    end - start < 50 &&
    /^(?:.{0,2}|[가-힣]{2,4}권)$/.test(text.slice(start, names[pairs[0]!]!.start).trim()) &&
    /\d\s*$/.test(text.slice(start, end))
  if (pairs.length < 2 && !row) return
  for (const i of pairs.toReversed()) {
    const city = names[i + 1]!
    const from = names[i]!.start
    names.splice(i, 2, { ...city, kind: 'place', start: from, value: text.slice(from, city.end), rule: 'place:pair' })
  }
}

/** Free economic zones (경제자유구역) that lie in two areas. Source: the Special Act on Free Economic Zones. */
const ZONES = /(?<![가-힣])(?:부산[·ㆍ‧]진해|대구[·ㆍ‧]경북|새만금[·ㆍ‧]군산)(?![가-힣·ㆍ‧]|,? ?경제자유구역청)/g

const ZONE_OFFICE = /(?<![가-힣])(부산|대구)[·ㆍ‧](진해|경북)경제자유구역청/g

/** "인천, 부산·진해, 대구·경북 등 경제자유구역": the zone of two areas is one place. */
export function zonePairs(text: string, { start, end }: Span, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(ZONE_OFFICE)) {
    const from = start + match.index
    const to = from + match[0].length
    const value = `${match[1]}${match[2]}경제자유구역청`
    names.push({ kind: 'organisation', start: from, end: to, value, certainty: 0.95, rule: 'organisation:public-body' })
    words.forEach((word, k) => {
      if (word.start >= from && word.start < to) taken[k] = 1
    })
  }
  for (const match of text.slice(start, end).matchAll(ZONES)) {
    const from = start + match.index
    const to = from + match[0].length
    names.push({ kind: 'place', start: from, end: to, value: match[0], certainty: 0.75, rule: 'place:zone' })
    words.forEach((word, k) => {
      if (word.start >= from && word.start < to) taken[k] = 1
    })
  }
}
