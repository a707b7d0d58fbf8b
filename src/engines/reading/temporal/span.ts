import { isSyllable, NATIVE_NUMBER, readAt, SINO_NUMBER, smallNumber, sticky } from './lexicon.ts'
import type { Scan, SpanPart, SpanUnit } from './moment.ts'

/** A length of time as said. `close` names a word of extent that was taken along: 내내/종일 whole, 더/이상/초과 more, 이하/미만 less. */
export type Span = { parts: SpanPart[]; close?: 'whole' | 'more' | 'less'; wordOnly: boolean }

/** Native words that are a number of days (고유어 날수). */
const DAY_WORDS: Readonly<Record<string, number>> = {
  ...{ 하루: 1, 이틀: 2, 사흘: 3, 나흘: 4, 닷새: 5, 엿새: 6, 이레: 7, 여드레: 8, 아흐레: 9, 열흘: 10, 보름: 15 },
}
const WORDS: Readonly<Record<string, SpanPart>> = {
  ...Object.fromEntries(Object.entries(DAY_WORDS).map(([word, count]) => [word, { count, unit: 'day' as const }])),
  한나절: { count: 6, unit: 'hour' },
  반나절: { count: 3, unit: 'hour' },
  반년: { count: 0.5, unit: 'year' },
  반달: { count: 0.5, unit: 'month' },
  며칠: { count: null, unit: 'day' },
  몇일: { count: null, unit: 'day' },
}

const UNITS: readonly (readonly [string, SpanUnit])[] = [
  ['분기', 'quarter'],
  ['영업일', 'businessDay'],
  ['개월', 'month'],
  ['주일', 'week'],
  ['주간', 'week'],
  ['시간', 'hour'],
  ['년', 'year'],
  ['해', 'year'],
  ['달', 'month'],
  ['주', 'week'],
  ['일', 'day'],
  ['날', 'day'],
  ['분', 'minute'],
  ['초', 'second'],
]
const UNIT = `(${UNITS.map(([word]) => word).join('|')})`
const FIGURES = '[0-9０-９]+(?:\\.[0-9]+)?'

const WORD = sticky(`(${Object.keys(WORDS).join('|')})`)
// a whole count: figures or Sino-Korean words; the words give back a final 일 or 이 that is the unit's
const COUNTED = sticky(`(${FIGURES}|${NATIVE_NUMBER}|${SINO_NUMBER}|몇|여러|수) ?${UNIT}`)
const BUSINESS_DAY = sticky(`영업일 ?(?:기준)?(?:으로)? ?`)
const HALF_UNIT = sticky('반 ?(시간|달|년)')
const HALF = sticky(' ?반(?![가-힣])| ?반(?=[ 은을이에의만]|동안|후|전)')
const JOIN = sticky(' ?그리고 ?|, ?| ?하고 ?| ')
const SIZE: readonly SpanUnit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']

/** Words that begin like a unit and are none. */
const NOT_UNIT = sticky(
  '주년|년대|년도|년생|주차|주택|주식|주요|주민|분의|분야|분기|일부|일정|일반|해상|해외|초기|초반|달러|달성|달력|날씨|주말|주소|분양',
)

function partAt(text: string, at: number): Scan<SpanPart & { word: boolean }> {
  const word = readAt(WORD, text, at)
  if (word) return { end: at + word[0].length, value: { ...WORDS[word[1]!]!, word: true } }
  const half = readAt(HALF_UNIT, text, at)
  if (half) return { end: at + half[0].length, value: { count: 0.5, unit: UNITS.find(([w]) => w === half[1])![1], word: false } }
  const found = readAt(COUNTED, text, at)
  if (!found || found[1] === '') return null
  const unit = UNITS.find(([w]) => w === found[2])![1]
  const end = at + found[0].length
  if (found[2] !== '분기' && readAt(NOT_UNIT, text, end - found[2]!.length)) return null
  const open = found[1] === '몇' || found[1] === '여러' || found[1] === '수'
  const count = open ? null : smallNumber(found[1]!)
  if (count !== null && Number.isNaN(count)) return null
  return { end, value: { count, unit, word: false } }
}

/**
 * A length of time (기간) that starts exactly at `at`: 2시간 30분, 1년 한 달 21일, 3년 반, 사흘, 며칠, 여러 날, 영업일 기준으로 하루; null where none.
 * Units descend, so that 3일 2일 is two lengths. A year of four figures (2016년) is no length.
 * `spanAt('2시간 30분 동안', 0)!.value.parts.length // => 2`
 */
export function spanAt(text: string, at: number): Scan<Span> {
  let p = at
  const business = readAt(BUSINESS_DAY, text, p)
  if (business) p += business[0].length
  const parts: SpanPart[] = []
  let end = -1
  let smallest = SIZE.length
  let wordOnly = true
  for (;;) {
    const part = partAt(text, p)
    if (!part) break
    const size = SIZE.indexOf(part.value.unit)
    if (size >= smallest || (part.value.unit === 'year' && part.value.count !== null && part.value.count >= 1000)) break
    smallest = size
    let { count, unit } = part.value
    wordOnly &&= part.value.word
    end = part.end
    const half = count === null ? null : readAt(HALF, text, end)
    if (half) {
      count = count! + 0.5
      end += half[0].length
    }
    if (business && unit === 'day') unit = 'businessDay'
    parts.push({ count, unit })
    const join = readAt(JOIN, text, end)
    if (half) break
    p = join ? end + join[0].length : end
  }
  return end < 0 ? null : { end, value: { parts, wordOnly } }
}

const EXTENT = sticky(' ?(내내|종일)| (더)(?![가-힣])| ?(이상|이하|초과|미만)(?![가-힣])| ?(이상|이하|초과|미만)(?=[은이을의]|으로)')

/** A length of time with the word of extent behind it: 한 달 내내, 하루 종일, 일주일 더. `durationAt('한 시간 더 기다려', 0)!.value.close // => 'more'` */
export function durationAt(text: string, at: number): Scan<Span> {
  const span = spanAt(text, at)
  if (!span) return null
  const extent = readAt(EXTENT, text, span.end)
  if (!extent) return span
  return { end: span.end + extent[0].length, value: { ...span.value, close: closeOf(extent) } }
}

function closeOf(extent: RegExpExecArray): 'whole' | 'more' | 'less' {
  if (extent[1]) return 'whole'
  return extent[2] || ['이상', '초과'].includes((extent[3] ?? extent[4])!) ? 'more' : 'less'
}

const MAY_START = /[0-9０-９일이삼사오육칠팔구십백천한두세석네넉다여일아열스서마쉰하나반며몇수닷엿보영]/

/** True where a length of time may start. `mayStartSpan('며칠', 0) // => true` */
export function mayStartSpan(text: string, at: number): boolean {
  return MAY_START.test(text.charAt(at)) && !(at > 0 && /[0-9０-９.,]/.test(text.charAt(at - 1)))
}

/** Every length of time in a text, left to right, without overlaps; never from the middle of a word. `durationsIn('나는 2시간 자고 사흘 쉰다').length // => 2` */
export function durationsIn(text: string): { start: number; end: number; span: Span }[] {
  const found: { start: number; end: number; span: Span }[] = []
  for (let p = 0; p < text.length; p++) {
    if (!mayStartSpan(text, p) || (isSyllable(text, p) && p > 0 && isSyllable(text, p - 1))) continue
    const span = durationAt(text, p)
    if (!span) continue
    found.push({ start: p, end: span.end, span: span.value })
    p = span.end - 1
  }
  return found
}

const SECONDS: Readonly<Record<SpanUnit, number>> = {
  ...{
    year: 365 * 86400,
    quarter: 91 * 86400,
    month: 30 * 86400,
    week: 7 * 86400,
    day: 86400,
    businessDay: 86400,
    hour: 3600,
    minute: 60,
    second: 1,
  },
}

/** The seconds of a length of time, with a year of 365 and a month of 30 days; null where a count is open. `spanSeconds([{ count: 2, unit: 'week' }]) // => 1209600` */
export function spanSeconds(parts: readonly SpanPart[]): number | null {
  let total = 0
  for (const { count, unit } of parts) {
    if (count === null) return null
    total += count * SECONDS[unit]
  }
  return total
}

const LETTERS: Readonly<Record<SpanUnit, string>> = {
  ...{ year: 'Y', quarter: 'Q', month: 'M', week: 'W', day: 'D', businessDay: 'BD', hour: 'H', minute: 'M', second: 'S' },
}

/** TIMEX text of a length of time; X stands for an open count. `spanTimex([{ count: 1, unit: 'hour' }]) // => 'PT1H'` */
export function spanTimex(parts: readonly SpanPart[]): string {
  const text = (small: boolean) =>
    parts
      .filter(({ unit }) => ['hour', 'minute', 'second'].includes(unit) === small)
      .map(({ count, unit }) => (unit === 'quarter' ? `${count === null ? 'X' : count * 3}M` : `${count ?? 'X'}${LETTERS[unit]}`))
      .join('')
  const time = text(true)
  return `P${text(false)}${time === '' ? '' : `T${time}`}`
}
