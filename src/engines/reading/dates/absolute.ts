import { digitValue } from '../characters.ts'
import {
  cursor,
  dayOnly,
  daysInMonth,
  isApostrophe,
  isDateMark,
  isRangeMark,
  monthAndDay,
  type Parts,
  plain,
  refused,
  skipSpace,
  weekday,
  YEAR_REFUSED,
  yearPart,
} from './parts.ts'

/** An absolute or partial date at a digit (or an apostrophe before two digits). Fills `parts`; returns its end, or 0. */
export function dateAt(text: string, at: number, parts: Parts): number {
  let from = at
  let short = false
  if (isApostrophe(text.charCodeAt(at))) {
    from = at + 1
    short = true
  }
  // "오는 2천10년부터": a year as it is read out
  if (!short && text.charCodeAt(at) === 0x32 && text.charCodeAt(at + 1) === 0xcc9c) {
    const spoken = /^2천(\d{1,2})년(?!간|만|동안)/.exec(text.slice(at, at + 6))
    if (spoken !== null) {
      parts.year = 2000 + Number(spoken[1])
      const past = at + spoken[0].length
      return monthAndDay(text, skipSpace(text, past), parts) || yearPart(text, past, parts)
    }
  }
  const year = plain(text, from, short ? 2 : 4)
  if (year < 0) return 0
  const digits = cursor.end - from
  let end = cursor.end
  const full = short ? (digits === 2 ? 2000 + year : 0) : digits === 4 && year >= 1900 && year <= 2100 ? year : 0
  if (full > 0) {
    const afterSpace = skipSpace(text, end)
    if (text.charCodeAt(afterSpace) === 0xb144) {
      const after = afterSpace + 1
      if (text.charAt(after) === '대') {
        parts.year = full
        parts.decade = true
        return after + 1
      }
      if (refused(text, after, YEAR_REFUSED)) return 0
      parts.year = full
      end = text.charAt(after) === '도' ? after + 1 : after
      const rest = monthAndDay(text, skipSpace(text, end), parts)
      if (rest > 0) return rest
      return yearPart(text, end, parts)
    }
    const numeric = isDateMark(text.charCodeAt(end)) ? numericDate(text, end, full, short, parts) : 0
    if (numeric > 0) return numeric
    // "’26 H2", "2027 Q1": a half or a quarter in Latin letters
    if (/^ ?[QH][1-4](?![A-Za-z0-9])/.test(text.slice(end, end + 4))) {
      parts.year = full
      return yearPart(text, end, parts)
    }
    return bareYear(text, at, end, full, short, parts)
  }
  if (short || digits > 2) return 0
  // "작성일23-12-12 05:06": a stamp with its clock
  if (digits === 2 && STAMP.test(text.slice(at, at + 15))) {
    const stamped = numericDate(text, end, 2000 + year, true, parts)
    if (stamped === at + 8) return stamped
  }
  // "70년 지정된", "85년 설립한": a year in which something came about
  // "92년 8억9천만달러": a year of the last century before its figure
  if (digits === 2 && year >= 80 && text.charCodeAt(end) === 0xb144 && /^ \d[\d.,]*(?:조|억|만|천|백|개|명|건)/.test(text.slice(end + 1, end + 10))) {
    parts.year = 1900 + year
    return end + 1
  }
  if (digits === 2 && year >= 50 && text.charCodeAt(end) === 0xb144 && CAME_ABOUT.test(text.slice(end + 1, end + 16))) {
    parts.year = 1900 + year
    return end + 1
  }
  // "오는 98년 6월": a year of two figures before its month
  if (digits === 2 && text.charCodeAt(end) === 0xb144 && (year >= 80 || year <= 35)) {
    const month = monthAndDay(text, skipSpace(text, end + 1), parts)
    if (month > 0) {
      parts.year = year >= 80 ? 1900 + year : 2000 + year
      return month
    }
    // "25년 2분기", "26년 상반기"
    if (year >= 15 && year <= 35 && HALF_OR_QUARTER.test(text.slice(end + 1, end + 8))) {
      parts.year = 2000 + year
      return yearPart(text, end + 1, parts)
    }
    // "93년까지", "95년부터": nobody counts so many years to come
    if (year >= 86 && /^(?:까지|부터|말|초| (?:준공|완공|착공|개통|지정))/.test(text.slice(end + 1, end + 4))) {
      parts.year = 1900 + year
      return yearPart(text, end + 1, parts)
    }
  }
  // "25.12월": a year of two figures, a point and its month
  if (digits === 2 && year >= 15 && year <= 40 && SHORT_MONTH.test(text.slice(end, end + 4))) return numericDate(text, end, 2000 + year, true, parts)
  return monthAndDay(text, at, parts) || dayOnly(text, at, parts) || quarter(text, at, digits, parts) || pointed(text, at, parts)
}

const CAME_ABOUT =
  /^에 (?!걸쳐|한 번|한번|달하|이르)(?:[가-힣]{1,8} )?[가-힣]{0,3}[했됐었였]|^(?:에)? (?:지정|설립|창립|준공|착공|완공|개교|개항|개통|건립|조성|출범|도입)(?:된|한|돼|해|됐|했)/
const SHORT_MONTH = /^\.(?:1[0-2]|[1-9])월/

const STAMP = /^\d\d([-.])\d\d\1\d\d \d{1,2}:\d\d/

/** "(2024)", "(~2030)", "(’26)", "’26까지": a year with no unit, where brackets or a particle close it. */
function bareYear(text: string, at: number, end: number, year: number, short: boolean, parts: Parts): number {
  const next = text.charAt(end)
  const before = text.charAt(at - 1)
  const bracketed = (before === '(' || (isRangeMark(before.charCodeAt(0)) && text.charAt(at - 2) === '(')) && (next === ')' || next === ',')
  const closed = short ? next === ')' || /^(?:까지|부터|\s?착공|\s?준공|\s?완공)/.test(text.slice(end, end + 3)) : text.startsWith('까지', end)
  // "(’24~)", "2024 ~": from that year on
  const opened = OPEN_END.test(text.slice(end, end + 4)) && /[\s(:：]/.test(before === '' ? ' ' : before)
  if (!bracketed && !closed && !opened) return 0
  parts.year = year
  return end
}

/** A range whose end nobody wrote. */
const OPEN_END = /^ ?[~∼～](?:\s*$|\s*[),\n]| [가-힣])/

/** "3분기": a quarter of a year that is not said. */
function quarter(text: string, at: number, digits: number, parts: Parts): number {
  const end = at + digits
  if (
    digits !== 1 ||
    !text.startsWith('분기', end) ||
    (at > 0 && '·,'.includes(text.charAt(at - 1))) ||
    /^(?:분|별|연속| 연속)/.test(text.slice(end + 2, end + 5))
  )
    return 0
  const which = text.charCodeAt(at) - 0x30
  if (which < 1 || which > 4) return 0
  parts.months = [which * 3 - 2, which * 3]
  return end + 2
}

/** What is said of a stretch of days, never of a day: shorter, longer, on average. */
const LASTS = /^(?:간|만에|동안|이내| ?(?:짧|길어|줄|단축|앞당|늘어|늘었|늦|빨라|걸리|걸렸|걸린|덜|더 |동안|만에|이내|가량|안팎|정도))/

/** "7.20일", "9. 1.(월)", "4. 5.부터": a month and a day in figures, where 일, a weekday or a particle proves the day. */
function pointed(text: string, at: number, parts: Parts): number {
  const month = plain(text, at, 2)
  if (month < 1 || month > 12) return 0
  // "오늘(9/23)"
  if (text.charCodeAt(cursor.end) === 0x2f && text.charAt(at - 1) === '(') {
    const on = plain(text, cursor.end + 1, 2)
    if (on < 1 || on > daysInMonth(2024, month) || text.charAt(cursor.end) !== ')') return 0
    parts.month = month
    parts.day = on
    return cursor.end
  }
  if (text.charCodeAt(cursor.end) !== 0x2e) return 0
  const day = plain(text, skipSpace(text, cursor.end + 1), 2)
  if (day < 1 || day > daysInMonth(2024, month)) return 0
  let { end } = cursor
  if (text.charCodeAt(end) === 0xc77c) {
    // "납기는 3.2일 짧아졌다": so many days
    if (LASTS.test(text.slice(end + 1, end + 6))) return 0
    const next = text.charAt(end + 1)
    if (next >= '가' && next <= '힣' && !'에은부까자의이로도과와을경께'.includes(next)) return 0
    end++
  } else {
    if (text.charCodeAt(end) === 0x2e) end++
    const dayNamed = weekday(text, end) > end
    const pointedOn = text.charCodeAt(end - 1) === 0x2e && /^(?:부터|까지|(?:, ?| ?[~∼～-] ?)\d{1,2}\. ?\d{1,2}\.)/.test(text.slice(end, end + 12))
    if (!dayNamed && !pointedOn) return 0
  }
  parts.month = month
  parts.day = day
  return weekday(text, end)
}

const HALF_OR_QUARTER = /^ ?(?:[상하]반기|[上下]|[1-4](?:[/·]4 ?)?분기)/
const STAMPED_MONTH = /^(?:[\s)~∼～,]|이[다며고]|까지|부터|에|$)/

/** "2021-03-12", "2008.05.", "2017/07/27", "2024. 3. 5.", "18.7월" once the year is read. */
export function numericDate(text: string, markAt: number, year: number, short: boolean, parts: Parts): number {
  const mark = text.charCodeAt(markAt)
  // "2022.00.00": a form whose month nobody filled in
  if (text.charCodeAt(markAt + 1) === 0x30 && text.charCodeAt(markAt + 2) === 0x30) {
    const empty = /^.00(?:.00)?(?!\d)/.exec(text.slice(markAt, markAt + 7))
    if (empty === null || (empty[0].length > 3 && empty[0].charAt(3) !== text.charAt(markAt))) return 0
    parts.year = year
    return markAt + empty[0].length
  }
  if (mark === 0x2e) {
    // "2027. 상반기", and "2028." alone on its line
    const part = short && !HALF_OR_QUARTER.test(text.slice(markAt + 1, markAt + 7)) ? markAt + 1 : yearPart(text, markAt + 1, parts)
    if (part > markAt + 1) {
      parts.year = year
      return part
    }
    const after = text.charCodeAt(markAt + 1)
    const before = text.charCodeAt(markAt - 5)
    if (!short && (Number.isNaN(after) || after === 0x0a) && (Number.isNaN(before) || before === 0x0a)) {
      parts.year = year
      return markAt + 1
    }
  }
  const month = plain(text, skipSpace(text, markAt + 1), 2)
  if (month < 1 || month > 12) return 0
  let end = cursor.end
  if (text.charCodeAt(end) === 0xc6d4) {
    parts.year = year
    parts.month = month
    return end + 1
  }
  if (text.charCodeAt(end) === mark) {
    const day = plain(text, skipSpace(text, end + 1), 2)
    if (day >= 1 && day <= daysInMonth(year, month)) {
      parts.year = year
      parts.month = month
      parts.day = day
      end = cursor.end
      if (mark === 0x2e && text.charCodeAt(end) === mark) end++
      return weekday(text, end)
    }
    if (mark !== 0x2e) return 0
    parts.year = year
    parts.month = month
    return end + 1
  }
  // "(2026.9)", "(2016∼2020.9)": one figure is a month where a bracket closes it
  const closed =
    short || (/[(~∼～]/.test(text.charAt(markAt - 5)) && text.charAt(end) === ')') ? /^[)\s,까~∼～-]/.test(text.slice(end, end + 1)) : false
  // "2020-07": a month in the form of a stamp, no number of a notice
  if (
    mark === 0x2d &&
    !short &&
    cursor.end - markAt === 3 &&
    STAMPED_MONTH.test(text.slice(end, end + 2)) &&
    !/[\d제호-]$|(?:공고|고시|번호|No\.?) ?$/i.test(text.slice(Math.max(0, markAt - 8), markAt - 4))
  ) {
    parts.year = year
    parts.month = month
    return end
  }
  if (mark !== 0x2e || text.charAt(markAt + 2) === '' || (cursor.end - markAt < 3 && !closed)) return 0
  if (digitValue(text.charCodeAt(end)) >= 0) return 0
  const unitAfter = text.charCodeAt(skipSpace(text, end))
  if (unitAfter >= 0xac00 && text.charCodeAt(end) !== 0x20) return 0
  parts.year = year
  parts.month = month
  return end
}

/** "3. 20." after "2026. 3. 3. ~", "06-30" after "2026-03-02 ~": a month and a day that borrow the year before them. */
export function bareMonthAndDay(text: string, at: number, first: Parts, second: Parts): number {
  if (first.day === undefined || first.month === undefined) return 0
  const year = first.year ?? 2024
  const month = plain(text, at, 2)
  if (month < 1 || month > 12) return 0
  const mark = text.charCodeAt(cursor.end)
  if (!isDateMark(mark)) return 0
  const day = plain(text, skipSpace(text, cursor.end + 1), 2)
  if (day < 1 || day > daysInMonth(year, month)) return 0
  let end = cursor.end
  if (mark === 0x2e) {
    // "2026.9.5~9.7": where nothing else can follow
    if (text.charCodeAt(end) === mark) end++
    else if (end < text.length && !/^(?:[)\],\s]|까지|부터)/.test(text.slice(end, end + 2))) return 0
  }
  second.month = month
  second.day = day
  return weekday(text, end)
}
