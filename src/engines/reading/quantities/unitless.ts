import type { Mention } from '../reading.ts'
import { nounAfter } from './counted.ts'
import type { Bare, Step } from './lending.ts'
import { makeMention, push, scale, skipSpace } from './mention.ts'

/** What stands before the result of an appraisal: B/C 1.57, AHP 0.612, 편익(B/C) 1.0. */
const INDEX = /(?:B\/C|AHP|(?<![A-Z])PI|NPV|비용 ?대비 ?편익|경제성)\)?(?:는|은|가|이)?[\s:=]{0,2}(?:약 )?$/

const RATIO = /^ 대 1(?![\d,.]\d|\d)/

/** "42만 시민", "10만 자족도시": so many people. */
const OF_PEOPLE = /^(?:여)?\s(?:시민|도민|군민|구민|주민|국민|인구|특례시|(?:자족|명품|스마트|산업|경제|행복|미래)?\s?도시(?!\s?\d|계획|가스))/

/** 3조, 2,230억 and 76만 with no unit: money from 억 upwards, people after 인구, else nothing. */
export function withoutUnit(
  text: string,
  at: number,
  after: number,
  magnitude: number,
  value: number,
  valueMax: number | null,
  approximate: boolean,
  ordinal: boolean,
  bare: Bare[],
  out: Mention[],
  q: number,
): Step {
  const duration = ordinal ? 0 : durationAt(text, at, q, value, valueMax, out)
  if (duration > 0) return { at: duration, bare: [] }
  if (ordinal) return { at: after, bare: [] }
  if (magnitude >= 1e8) {
    // "헌법 제4조 2항", "4조 3교대": articles and shifts
    const next = text.slice(after, after + 5)
    const article = magnitude === 1e12 && value < 1e15 && /^\s?(?:제?\d+항|의\d|각|\d+호|\d?\s?교대)/.test(next)
    if (!article && !/^(?:개|여 ?개|마리|번|년)/.test(next)) {
      const more = valueMax === null ? lowerGroup(text, after, magnitude) : null
      const stop = more?.end ?? after
      const whole = value + (more?.value ?? 0)
      push(text, at, stop, 'money', 'KRW', whole, valueMax, approximate, whole, '', 0.8, 'money:magnitude', out)
      return { at: stop, bare: [] }
    }
  }
  if (
    magnitude >= 1e4 &&
    (/인구(?:가|는|를|수)?\s?(?:약\s?)?$/.test(text.slice(Math.max(0, at - 7), at)) || OF_PEOPLE.test(text.slice(after, after + 12)))
  ) {
    push(text, at, after, 'count', 'persons', value, valueMax, approximate, value, '', 0.85, 'count:population', out)
    return { at: after, bare: [] }
  }
  // "1.4 대 1"
  if (magnitude === 1 && RATIO.test(text.slice(after, after + 6))) {
    const stop = after + 4
    push(text, at, stop, 'count', 'multiple', value, valueMax, approximate, value, '', 0.9, 'count:ratio', out)
    return { at: stop, bare: [] }
  }
  // "1,200여 직원", "50여 협력업체": 여 counts the noun that follows
  if (text.charAt(q - 1) === '여' && magnitude < 1e8) {
    const noun = nounAfter(text, skipSpace(text, q))
    if (noun !== null) {
      push(text, at, noun.end, 'count', noun.unit, value, valueMax, true, value, '', 0.8, 'count:some', out)
      return { at: noun.end, bare: [] }
    }
  }
  if (magnitude === 1 && value < 100 && INDEX.test(text.slice(Math.max(0, at - 16), at))) {
    push(text, at, after, 'count', 'index', value, valueMax, approximate, value, '', 0.85, 'count:index', out)
    return { at: after, bare: [] }
  }
  const total = out.at(-1)
  // "1,840억원(국비 320, 도비 96, 시비 1,424)": parts of the total in its own magnitude
  if (
    total !== undefined &&
    total.kind === 'money' &&
    at - total.start < 90 &&
    /(?:국비|도비|시비|군비|구비|지방비|민자|민간|자부담|기타)\s?$/.test(text.slice(Math.max(0, at - 4), at))
  ) {
    const since = text.slice(total.start, at)
    const open = since.lastIndexOf('(')
    const whole = /(조|억|만|천|백만)\s?원?$/.exec(total.printed?.unit === '' ? total.text : `${total.text}`)
    if (open >= 0 && !since.includes(')', open) && whole !== null) {
      const scaleBy = whole[1] === '조' ? 1e12 : whole[1] === '억' ? 1e8 : whole[1] === '만' ? 1e4 : whole[1] === '백만' ? 1e6 : 1e3
      push(text, at, after, 'money', 'KRW', scale(value, scaleBy), null, false, value, '', 0.8, 'money:part-of-total', out)
      return { at: after, bare: [] }
    }
    if (total.rule === 'money:part-of-total' && typeof total.value === 'number') {
      const ratio = total.value / Number(total.text.replace(/,/g, ''))
      if (Number.isFinite(ratio) && ratio >= 1e3) {
        push(text, at, after, 'money', 'KRW', scale(value, ratio), null, false, value, '', 0.8, 'money:part-of-total', out)
        return { at: after, bare: [] }
      }
    }
  }
  const keep = bare.length < 8 ? bare : bare.slice(1)
  return { at: after, bare: [...keep, { start: at, end: after, value }] }
}

/** "7억 2천", "4조 1,200": the group below, its own magnitude left out, where nothing else can follow. */
function lowerGroup(text: string, after: number, magnitude: number): { value: number; end: number } | null {
  const found =
    /^\s?(?:(\d)천(?:\s?(\d)백)?|(\d,\d{3}|(?!19|20)\d{3,4}))(?=(?:을|은|이|에|의|으로|씩|과)?(?:[\s·,.)\]]|$))(?!\s?[만원억])(?!,\d)/.exec(
      text.slice(after, after + 12),
    )
  if (found === null || (magnitude !== 1e12 && magnitude !== 1e8)) return null
  const amount = found[3] === undefined ? Number(found[1]) * 1000 + Number(found[2] ?? 0) * 100 : Number(found[3].replace(',', ''))
  return { value: (amount * magnitude) / 1e4, end: after + found[0].length }
}

const DURATION: readonly (readonly [string, string])[] = [
  ['개월', 'month'],
  ['개년', 'year'],
  ['달', 'month'],
  ['년', 'year'],
  ['주년', 'year'],
  ['주일', 'week'],
  ['주간', 'week'],
  ['주', 'week'],
  ['일', 'day'],
  ['시간', 'hour'],
]

/** What 일 may begin after a number: 일자리, 일대. */
const NOT_DAYS = /^(?:자[리일]|대|원|반|본|부|곱|반|당)/

/** "6박 9일": nights and days of a journey. */
export const afterNights = (text: string, at: number): boolean =>
  text.charAt(at - 1 - Number(text.charAt(at - 1) === ' ')) === '박' && /\d박 ?$/.test(text.slice(Math.max(0, at - 4), at))

/** 20개월, 1년 만에, 7년 연속, 3일간: a duration (기간). Returns its end, or 0. */
export function durationAt(text: string, at: number, q: number, value: number, valueMax: number | null, out: Mention[]): number {
  const from = skipSpace(text, q)
  for (const [word, unit] of DURATION) {
    if (!text.startsWith(word, from)) continue
    const after = from + word.length
    const next = text.charAt(after)
    if (word === '달' && '러성'.includes(next) && next !== '') return 0
    // "백년 기업", "100년 비전": a figure of speech
    if (word === '년' && value >= 100 && /^\s?(?:비전|대계|기업|먹거리|도시|미래)/.test(text.slice(after, after + 4))) return 0
    if (
      word === '년' &&
      (next === '대' || next === '생' || next === '도' || next === '차' || /^ 차(?!이)/.test(text.slice(after, after + 3)) || value >= 1000)
    )
      return 0
    if (word === '주' && '년요차택민거도주식최말'.includes(next) && next !== '') return 0
    if (
      word === '일' &&
      // no month has so many days
      !(value > 31 && value < 1000 && !NOT_DAYS.test(text.slice(after, after + 2))) &&
      // "3.2일": a day of no month
      !(!Number.isInteger(value) && value < 1000) &&
      !(text.charAt(at - 1) === '(' && text.charAt(after) === ')') &&
      !/^일(?:간|째|동안| 동안| 만에|만에| 이내|이내)/.test(text.slice(from, from + 5))
    )
      return 0
    if (word === '시간' && next === '대') return 0
    let end = after
    // "6년 10개월", "2년 반": one stretch of time
    const longer =
      word === '년' && after < text.length ? /^\s?(?:(\d{1,2})\s?개월|(반)(?=[\s,.)간만의을이]|$))/.exec(text.slice(after, after + 8)) : null
    if (longer !== null) {
      end += longer[0].length
      out.push(
        periodOf(text, at, end, longer[1] === undefined ? value * 12 + 6 : value * 12 + Number(longer[1]), null, 'month', text.slice(at, q), word),
      )
      return end
    }
    if (text.startsWith('간', end) && !text.startsWith('간부', end)) end++
    else if (text.startsWith(' 만에', end)) end += 3
    else if (text.startsWith('만에', end)) end += 2
    else if (next === '새' || next === '째') end++
    else if (word === '일' && /^ ?(?:동안|이내)/.test(text.slice(end, end + 3))) end += text.charCodeAt(end) === 0x20 ? 3 : 2
    out.push(periodOf(text, at, end, value, valueMax, unit, text.slice(at, q), word))
    return end
  }
  return 0
}

function periodOf(
  text: string,
  start: number,
  end: number,
  value: number,
  valueMax: number | null,
  unit: string,
  amount: string,
  word: string,
): Mention {
  return makeMention(text, start, end, {
    kind: 'period',
    value,
    valueMax,
    unit,
    approximate: amount.endsWith('여') || /(?:약|대략)\s?$/.test(text.slice(Math.max(0, start - 3), start)),
    bound: null,
    per: null,
    printed: { amount, unit: word },
    certainty: 0.9,
    rule: 'period:unit',
  })
}
