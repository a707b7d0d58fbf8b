import type { Mention } from '#engines/reading/reading'
import { dayNumber, dayOf, daysInMonth, isDay } from '#quantity/day'
import { type Checkable, words } from './checkable.ts'
import type { Finding, Words } from './finding.ts'
import { ruleOf } from './rules.ts'

const weekdays = '목금토일월화수'
const english = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday']

/**
 * The weekday (요일) of a day, from 목 (1970-01-01).
 *
 * weekdayOf('2021-01-27') // => '수'
 */
export function weekdayOf(day: string): string {
  return weekdays[((dayNumber(day) % 7) + 7) % 7]!
}

/** 년 월 일 or 월 일 as printed; a list such as 2월 27~30일 is left to its reader. */
const koreanDay = /(?<![\d.])(?:(\d{4})\s*년\s*)?(\d{1,2})\s*월\s*(\d{1,2})\s*일(?!\s*(?:간|동안|째))/g
/** 2010.08.00 names no day: the month alone is known. */
const figureDay = /(?<![\d.-])((?:19|20)\d{2}|['’‘]\d{2})([.-])\s?(0?[1-9]|1[0-2])\2\s?(?!00(?!\d))(\d{1,2})(?![\d-])/g
/** The end of 2025.11.25.~11.30., in the year of its beginning. */
const figureEnd =
  /(?<![\d.-])((?:19|20)\d{2}|['’‘]\d{2})\.\s?(\d{1,2})\.\s?\d{1,2}\.?(?:\s?[(（][월화수목금토일](?:요일)?[)）])?\s*[~∼～–-]\s*(0?[1-9]|1[0-2])\.\s?(\d{1,2})(?![\d년월])/g
/** A year in figures, 2025 or ’25. */
const yearIn = (printed: string): number => (/^\d/.test(printed) ? Number(printed) : 2000 + Number(printed.slice(1)))
/** 4월 28일부터 31일까지, 2월 27~30일: the end of a stretch within one month. */
const lastOfMonth =
  /(?<![\d.])(?:(\d{4})\s*년\s*)?(\d{1,2})\s*월\s*(\d{1,2})\s*일?(?:\s*[(（][월화수목금토일](?:요일)?[)）])?(?:부터\s|\s*[~∼～–-])\s*(\d{1,2})\s*일(?!\s*(?:간|동안|째))/g
const years = /(?<!\d)((?:19|20)\d{2})\s*년?\s*[~∼～–-]\s*((?:19|20)\d{2})\s*년/g

/**
 * 있을 수 없는 날 (a day that cannot be): a printed day that no calendar has (2월 30일), a printed period whose end lies before its beginning
 * (2029~2025년), a weekday that does not fit its day. A day without a year is allowed whatever some year allows (2월 29일).
 */
export function impossibleDates(check: Checkable): Finding[] {
  const found: Finding[] = []
  const add = (start: number, end: number, title: Words, detail: Words) => {
    const rule = ruleOf('impossible-date')
    found.push({
      rule: rule.id,
      version: rule.version,
      outcome: 'odd',
      witnesses: [words(check, 'date', { start, end })],
      numbers: [],
      title,
      detail,
      atStake: null,
    })
  }
  const { text } = check
  const noDay = (start: number, shown: string, year: number | null, month: number, day: number) => {
    const most = month >= 1 && month <= 12 ? daysInMonth(year ?? 2000, month) : 0
    if (most > 0 && day >= 1 && day <= most) return
    const reason: Words =
      most === 0
        ? { ko: `${month}월은 없습니다.`, en: `There is no month ${month}.` }
        : {
            ko: `${year === null ? '' : `${year}년 `}${month}월은 ${most}일까지입니다.`,
            en: `${year === null ? 'Month' : `${year},`} ${month} has ${most} days.`,
          }
    add(start, start + shown.length, { ko: `달력에 없는 날입니다: ${shown}`, en: `No calendar has this day: ${shown}` }, reason)
  }
  for (const match of text.matchAll(koreanDay))
    noDay(match.index, match[0], match[1] === undefined ? null : Number(match[1]), Number(match[2]), Number(match[3]))
  for (const match of text.matchAll(figureDay)) noDay(match.index, match[0], yearIn(match[1]!), Number(match[3]), Number(match[4]))
  for (const match of text.matchAll(figureEnd)) {
    const year = yearIn(match[1]!) + (Number(match[3]) < Number(match[2]) ? 1 : 0)
    noDay(match.index, match[0], year, Number(match[3]), Number(match[4]))
  }
  for (const match of text.matchAll(lastOfMonth))
    if (Number(match[3]) < Number(match[4]))
      noDay(match.index, match[0], match[1] === undefined ? null : Number(match[1]), Number(match[2]), Number(match[4]))
  for (const match of text.matchAll(years))
    if (Number(match[1]) > Number(match[2]))
      add(
        match.index,
        match.index + match[0].length,
        { ko: `끝이 처음보다 앞선 기간입니다: ${match[0]}`, en: `The period ends before it begins: ${match[0]}` },
        { ko: `${match[1]}년에 시작해 ${match[2]}년에 끝날 수 없습니다.`, en: `What begins in ${match[1]} cannot end in ${match[2]}.` },
      )
  const told = new Set(found.map((one) => one.witnesses[0]!.start))
  let last: Mention | null = null
  for (const mention of check.reading.mentions) {
    if (mention.kind !== 'date') continue
    if (last !== null && isReversed(text, last, mention))
      add(
        last.start,
        mention.end,
        {
          ko: `끝이 처음보다 앞선 기간입니다: ${text.slice(last.start, mention.end)}`,
          en: `The period ends before it begins: ${text.slice(last.start, mention.end)}`,
        },
        { ko: `${last.value}에 시작해 ${mention.value}에 끝날 수 없습니다.`, en: `What begins in ${last.value} cannot end in ${mention.value}.` },
      )
    last = mention
    const period = periodOf(text, mention)
    if (period && lastDayOf(period.to) < firstDayOf(period.from) && !told.has(mention.start)) {
      const { from, to } = period
      add(
        mention.start,
        mention.end,
        {
          ko: `끝이 처음보다 앞선 기간입니다: ${text.slice(mention.start, mention.end)}`,
          en: `The period ends before it begins: ${text.slice(mention.start, mention.end)}`,
        },
        { ko: `${from}에 시작해 ${to}에 끝날 수 없습니다.`, en: `What begins in ${from} cannot end in ${to}.` },
      )
    }
    if (typeof mention.value !== 'string' || !isDay(mention.value)) continue
    const printed = /[(（]([월화수목금토일])(?:요일)?[)）]/.exec(text.slice(mention.start, mention.end + 5))
    if (!printed || printed[1] === weekdayOf(mention.value)) continue
    const right = weekdayOf(mention.value)
    add(
      mention.start,
      mention.end,
      {
        ko: `요일이 다릅니다: ${mention.value} (${right}요일), 적힌 요일은 ${printed[1]}요일`,
        en: `${mention.value} is a ${name(right)}, but ${name(printed[1]!)} is printed`,
      },
      {
        ko: '날짜나 요일, 또는 문서의 날짜(연도)가 틀렸습니다.',
        en: 'The day, its weekday, or the date (year) of the document is wrong.',
      },
    )
  }
  return found
}

/** Years as they are printed: 2027, ’27. */
const printedYear = /(?<!\d)(?:(?:19|20)\d{2}(?!\d)|['’‘]\d{2}(?!\d))/g

/** 2026년 3월에서 2024년 8월까지: two days with their years, told as the beginning and the end. */
function isReversed(text: string, from: Mention, to: Mention): boolean {
  if (typeof from.value !== 'string' || typeof to.value !== 'string' || lastDayOf(to.value) >= firstDayOf(from.value)) return false
  const hasYear = (one: Mention) => text.slice(one.start, one.end).match(printedYear)?.length === 1
  return /^(?:에서|부터)\s?$/.test(text.slice(from.end, to.start)) && /^까지/.test(text.slice(to.end, to.end + 2)) && hasYear(from) && hasYear(to)
}

/** A printed period, both of whose ends have a year of their own: without one, 12월부터 3월까지 ends in the next. */
function periodOf(text: string, mention: Mention): { from: string; to: string } | null {
  if (typeof mention.value !== 'object' || mention.value === null) return null
  const ends = text.slice(mention.start, mention.end).match(printedYear) ?? []
  return ends.length === 2 ? mention.value : null
}

const name = (weekday: string): string => english[weekdays.indexOf(weekday)]!

/** The first day of a date as it is read: a year, a month or a day. */
export function firstDayOf(value: string): string {
  const [year = 1, month = 1, day = 1] = value.split('-').map(Number)
  return dayOf(year, month, day)
}

/** The last day of a date as it is read. */
export function lastDayOf(value: string): string {
  const [year = 1, month = 12, day] = value.split('-').map(Number)
  return dayOf(year, month, day ?? daysInMonth(year, month))
}
