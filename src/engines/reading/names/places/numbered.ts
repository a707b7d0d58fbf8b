import { areaByShortName, TRACTS } from '../../gazetteer/areas.ts'
import type { Span } from '../../reading.ts'
import type { Word } from '../../words.ts'
import { type NameCandidate, spaced } from '../candidate.ts'

/** "4공단", "1일반산단", "5산단": a park that its city counts. */
const PARK =
  /^(?:\d{1,2}(?:일반|국가|첨단)?|(?:일반|국가)\d{1,2})(?:산업단지|산단|공단|농공단지|외국인투자지역|외투지역|외투단지)(?=$|[은는이가을를의에과와도로내으])/
/** "서귀포 제2관광단지", "제주 제2공항": only with their 제. */
const SECOND = /^\d(?:관광단지|공항|신항|터미널)(?=$|[은는이가을를의에과와도로내으])/
/** The zone inside it: "천안 5산단 외국인투자지역". */
const INNER =
  /^(?:외국인투자지역|외투지역|외투단지|외국인전용단지|확장단지|임대전용산단|임대전용산업단지|자유무역지역)(?=$|[은는이가을를의에과와도로내으])/

/** Parks (산단) that are named by a city and a number: "구미 4공단", "천안 제5산단 외국인투자지역". */
export function numberedParks(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const area = words[i - 1]!
    const tract = area.cls.kind === 'place' && TRACTS.has(area.text)
    if (taken[i] || (area.cls.kind !== 'short-area' && !tract) || area.cls.particle !== '' || taken[i - 1] || !spaced(text, area, word)) continue
    if (areaByShortName(area.cls.stem)?.level === 'province' && !/^(?:제주|대구|광주|대전|울산|세종|부산|인천)$/.test(area.cls.stem)) continue
    const park =
      PARK.exec(word.text.startsWith('제') ? word.text.slice(1) : word.text) ?? (word.text.startsWith('제') ? SECOND.exec(word.text.slice(1)) : null)
    if (park === null) continue
    const length = park[0].length + (word.text.startsWith('제') ? 1 : 0)
    const next = words[i + 1]
    const inner = length === word.text.length && next !== undefined && spaced(text, word, next) ? INNER.exec(next.text) : null
    const end = inner === null ? word.start + length : next!.start + inner[0].length
    names.push({ kind: 'place', start: area.start, end, value: text.slice(area.start, end), certainty: 0.8, rule: 'place:numbered-park' })
    taken[i - 1] = taken[i] = 1
    if (inner !== null) taken[i + 1] = 1
  }
}

const LETTERED = /(?<![A-Za-z])K-[가-힣]{2,8}?\s?(?:클러스터|스퀘어|파크|밸리|타운|시티|단지|랩허브|허브|산단)(?![가-힣]*(?:조성|육성)\s?사업)/g

const EXPLAINED = /(?<![가-힣])([가-힣]{2,4}) ([가-힣]{2,4}\([A-Z]{2,6}\)(?:지구|단지|산단))/g

const WITH_NUMBER =
  /(?<![가-힣])([가-힣]{2,3}) ((?:[가-힣]{2,4}\d{1,2}-\d{1,2}|(?:[가-힣]{2,3} )?제? ?\d{1,2}차|제?\d{1,2}(?:[·ㆍ]\d{1,2}){1,3}) ?(?:외국인투자지역|외투지역|외투단지|(?:일반|국가|첨단|도시첨단)?산업단지|(?:일반|국가)?산단|공단|농공단지))/g

/** "당진 송산2-1 외국인투자지역", "성주 제 2차 일반산업단지": parks of a city with a number of two parts, or in the order they were built. */
export function orderedParks(text: string, { start, end }: Span, names: NameCandidate[], colours: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(WITH_NUMBER)) {
    const area = areaByShortName(match[1]!)
    if (area === undefined || (area.level === 'province' && !/[시]$/.test(area.name))) continue
    const from = start + match.index
    const to = from + match[0].length
    for (const list of [names, colours]) for (let i = list.length - 1; i >= 0; i--) if (list[i]!.start < to && list[i]!.end > from) list.splice(i, 1)
    const value = `${match[1]} ${/[·ㆍ]/.test(match[2]!) ? match[2]! : match[2]!.replace(/^제? ?(?=\d)/, '')}`
    names.push({ kind: 'place', start: from, end: to, value, certainty: 0.75, rule: 'place:in-city' })
  }
}

/** "평택 포승(BIX)지구": letters in brackets inside the name of a park. */
export function explainedPlaces(text: string, { start, end }: Span, names: NameCandidate[], colours: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(EXPLAINED)) {
    const area = areaByShortName(match[1]!)
    const from = start + match.index + match[1]!.length + 1
    const to = from + match[2]!.length
    for (const list of [names, colours])
      for (let i = list.length - 1; i >= 0; i--) if (list[i]!.start < to && list[i]!.end > start + match.index) list.splice(i, 1)
    const whole = area === undefined || area.level === 'province' ? match[2]! : match[0]
    names.push({ kind: 'place', start: from, end: to, value: whole, certainty: 0.75, rule: 'place:in-city' })
  }
}

/** "K-반도체클러스터", "K-바이오 스퀘어": a site that the letter of Korea names. */
export function letteredPlaces(text: string, { start, end }: Span, names: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(LETTERED)) {
    const from = start + match.index
    const to = from + match[0].length
    if (names.some((one) => one.kind === 'place' && one.start <= from && one.end >= to)) continue
    const city = /(?:^|[^가-힣])([가-힣]{2,4})\s$/.exec(text.slice(Math.max(0, from - 6), from))?.[1]
    const area = city === undefined ? undefined : areaByShortName(city)
    const value = area === undefined || area.level === 'province' ? match[0] : `${city} ${match[0]}`
    names.push({ kind: 'place', start: from, end: to, value, certainty: 0.6, rule: 'place:lettered' })
  }
}
