import { HOLIDAY_FORMS, holidayOfForm } from './holidays.ts'
import { DAY_NUMBER, ORDINAL, ordinalNumber, readAt, SINO_NUMBER, smallNumber, sticky, WEEKDAY, weekdayNumber } from './lexicon.ts'
import type { Moment, Part, Scan, Season, YearRef } from './moment.ts'
import { type Head, headAt, monthAt, yearAt } from './year-month.ts'

const DAY = sticky(`[-/.]? ?(${DAY_NUMBER}) ?일(?!간|반|부(?!터)|정|대|절|자리|본|상|괄|률|곱|흔|단|찍|례|관|시|손|요일|부터 ?[0-9]+ ?주)`)
const DAY_WEEKDAY = sticky(`,? ?\\(?(${WEEKDAY}|[월화수목금토일](?=\\)))\\)?`)
const DAY_YEAR = sticky(`(?:, ?| )(?:([0-9]{4}|[0-9]{2}(?=년))(?![0-9])(?: ?년)?|([일이]?천${SINO_NUMBER}) ?년)(?!간|대| ?(?:동안|전|후))`)
const MONTH_YEAR = sticky('(?:, ?| )([12][0-9]{3}) ?년(?!간|대)|, ?([12][0-9]{3})(?![0-9])')
const NTH_WEEKDAY = sticky(`(${ORDINAL}) ?(?:주 ?)?(${WEEKDAY})`)
const NTH_WEEK = sticky(`(${ORDINAL}) ?주(?:차|간)?(?!말|일|년|택|식|요|민)`)
const LAST_DAY = sticky('마지막 ?날|말일')
const QUARTER = sticky('([1-4]|일|이|삼|사) ?(?:사)?분기|(첫|둘|두|셋|세|넷|네)(?:째| ?번 ?째) ?분기')
const HALF = sticky('([상전]|[하후]) ?반기')
const SEASON = sticky('(?:한 ?)?(봄|여름|가을|겨울)(?!철새|방학|나무|맞이|날씨|바람|비(?![가-힣]))')
const PART = sticky(
  '에 (?:좀 )?더 (일찍|늦게)|(?:의)? ?(나머지|남은 기간)(?![가-힣])| ?(초순|초반|초|상순|중순|중반|중엽|하순|말경|말|후반기|후반|막바지|안|이내)(?![가-힣])| ?(초순|초반|초|상순|중순|중반|하순|말|후반|안|이내)(?=[에은이까부의로])',
)
const HOLIDAY = sticky(`(${HOLIDAY_FORMS})`)
const LUNAR = sticky('음력 ?')
const DAY_FIRST = sticky(`(${DAY_NUMBER})일 ?`)
const WEEKDAY_FIRST = sticky(`(${WEEKDAY}),? ?`)

const SEASONS: Readonly<Record<string, Season>> = { 봄: 'spring', 여름: 'summer', 가을: 'autumn', 겨울: 'winter' }

/** The part of a period a word names. `partOf('중순') // => 'mid'` */
export function partOf(word: string): Part {
  if (/^(초|상순|일찍)/.test(word)) return 'early'
  if (/^중/.test(word)) return 'mid'
  return /^(안|이내|나머지|남은)/.test(word) ? 'within' : 'late'
}

/** A part word (초, 중순, 말, 안) behind a period that ends at `at`. `partAt(' 말에', 0)!.value // => 'late'` */
export function partAt(text: string, at: number): Scan<Part> {
  const found = readAt(PART, text, at)
  return found ? { end: at + found[0].length, value: partOf((found[1] ?? found[2] ?? found[3] ?? found[4])!) } : null
}

/** A day of the month with its weekday and the year behind it: 12일 월요일, 10일, 1901. */
function dayTail(text: string, at: number, head: Head | null, bare: boolean): Scan<Moment> {
  const day = readAt(DAY, text, at)
  if (!day || (bare && /^[-/. ]/.test(day[0]))) return null
  const number = smallNumber(day[1]!)
  if (Number.isNaN(number) || number < 1 || number > 31) return null
  let end = at + day[0].length
  const weekday = readAt(DAY_WEEKDAY, text, end)
  if (weekday) end += weekday[0].length
  let year = head?.year
  if (!year && head?.month?.kind === 'number') {
    const behind = readAt(DAY_YEAR, text, end)
    if (behind) {
      year = { kind: 'number', year: smallNumber((behind[1] ?? behind[2])!), figures: behind[1]?.length ?? 4 }
      end += behind[0].length
    }
  }
  return {
    end,
    value: {
      kind: 'date',
      day: number,
      ...(year ? { year } : {}),
      ...(head?.month ? { month: head.month } : {}),
      ...(weekday ? { weekday: weekdayNumber(weekday[1]!) } : {}),
    },
  }
}

/** What may stand behind a year or a month, or alone: a day, an nth weekday or week, a quarter, half, season, holiday. */
function tailAt(text: string, at: number, head: Head | null): Scan<Moment> {
  const place = { ...(head?.year ? { year: head.year } : {}), ...(head?.month ? { month: head.month } : {}) }
  if (!head || head.month) {
    const day = dayTail(text, at, head, !head)
    if (day) return day
  }
  const weekday = readAt(NTH_WEEKDAY, text, at)
  if (weekday)
    return {
      end: at + weekday[0].length,
      value: { kind: 'nthWeekday', nth: ordinalNumber(weekday[1]!), weekday: weekdayNumber(weekday[2]!), ...place },
    }
  const week = readAt(NTH_WEEK, text, at)
  if (week) return { end: at + week[0].length, value: { kind: 'nthWeek', nth: ordinalNumber(week[1]!), ...place } }
  const last = readAt(LAST_DAY, text, at)
  if (last && (head || last[0].startsWith('마지막'))) return { end: at + last[0].length, value: { kind: 'lastDay', ...place } }
  if (head?.month) return null
  return yearTail(text, at, head?.year)
}

function yearTail(text: string, at: number, year: YearRef | undefined): Scan<Moment> {
  const place = year ? { year } : {}
  const quarter = readAt(QUARTER, text, at)
  if (quarter) {
    const number = quarter[1] ? smallNumber(quarter[1]) : ordinalNumber(`${quarter[2]}째`)
    return { end: at + quarter[0].length, value: { kind: 'quarter', quarter: number, ...place } }
  }
  const half = readAt(HALF, text, at)
  if (half) return { end: at + half[0].length, value: { kind: 'half', half: '상전'.includes(half[1]!) ? 1 : 2, ...place } }
  const season = readAt(SEASON, text, at)
  if (season && (year || at === 0 || !/[가-힣]/.test(text.charAt(at - 1))))
    return { end: at + season[0].length, value: { kind: 'season', season: SEASONS[season[1]!]!, ...place } }
  const holiday = readAt(HOLIDAY, text, at)
  return holiday ? { end: at + holiday[0].length, value: { kind: 'holiday', holiday: holidayOfForm(holiday[1]!)!.id, ...place } } : null
}

/**
 * A calendar expression that starts at `at`: 2018년 1월 21일 일요일, 다음 달 20일, 7월의 첫 번째 금요일, 2018년 4분기, 2016년 여름, 내년 초, 15일; null for none.
 * `calendarAt('2014년 10월 첫째 수요일', 0)!.value.kind // => 'nthWeekday'`
 */
export function calendarAt(text: string, at: number): Scan<Moment> {
  const lunar = readAt(LUNAR, text, at)
  if (lunar) {
    const date = calendarAt(text, at + lunar[0].length)
    return date?.value.kind === 'date' ? { end: date.end, value: { ...date.value, lunar: true } } : null
  }
  const turned = turnedAt(text, at)
  if (turned) return turned
  const head = headAt(text, at)
  const tail = tailAt(text, head ? head.next : at, head)
  if (tail) return withPart(text, tail)
  if (!head) return null
  const behind = head.month?.kind === 'number' && !head.year ? readAt(MONTH_YEAR, text, head.end) : null
  if (behind && head.month) {
    const year: YearRef = { kind: 'number', year: Number(behind[1] ?? behind[2]), figures: 4 }
    return { end: head.end + behind[0].length, value: { kind: 'month', month: head.month, year } }
  }
  const moment: Moment = head.month
    ? { kind: 'month', month: head.month, ...(head.year ? { year: head.year } : {}) }
    : { kind: 'year', year: head.year! }
  return withPart(text, { end: head.end, value: moment })
}

function withPart(text: string, found: { end: number; value: Moment }): Scan<Moment> {
  if (['date', 'nthWeekday', 'lastDay', 'holiday'].includes(found.value.kind)) return found
  const part = partAt(text, found.end)
  return part ? { end: part.end, value: { kind: 'part', part: part.value, of: found.value } } : found
}

/** Dates written the other way round: 16일 11월 2016년; 월요일, 1월 22일, 2018년. */
function turnedAt(text: string, at: number): Scan<Moment> {
  const weekday = readAt(WEEKDAY_FIRST, text, at)
  if (weekday) {
    const from = at + weekday[0].length
    const head = headAt(text, from)
    const rest = head?.month ? dayTail(text, head.next, head, false) : null
    return rest?.value.kind === 'date' ? { end: rest.end, value: { ...rest.value, weekday: weekdayNumber(weekday[1]!) } } : null
  }
  const day = readAt(DAY_FIRST, text, at)
  if (!day) return null
  const month = monthAt(text, at + day[0].length)
  if (!month) return null
  const year = yearAt(text, text.charAt(month.end) === ' ' ? month.end + 1 : month.end)
  const number = smallNumber(day[1]!)
  return year ? { end: year.end, value: { kind: 'date', day: number, month: month.value, year: year.value } } : null
}
