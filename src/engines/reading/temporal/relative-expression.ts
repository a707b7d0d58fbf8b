import { partAt } from './calendar-expression.ts'
import { HOLIDAY_FORMS, holidayOfForm } from './holidays.ts'
import { DAY_NUMBER, isSyllable, readAt, smallNumber, sticky, WEEKDAY, weekdayNumber } from './lexicon.ts'
import type { Moment, Scan, Season } from './moment.ts'
import { spanAt } from './span.ts'
import { directionOf, LAST, NEXT, THIS } from './year-month.ts'

/** Days named from the reference day (상대 날짜), in days. */
const DAY_WORDS: Readonly<Record<string, number>> = {
  ...{ 그끄저께: -3, 그끄제: -3, 엊그저께: -2, 엊그제: -2, 엊그재: -2, 그저께: -2, 그제: -2, 그재: -2, 어저께: -1, 어제: -1, 작일: -1 },
  ...{ 오늘: 0, 금일: 0, 당일: 0, 명일: 1, 내일모레: 2, '내일 모레': 2, 내일: 1, 낼: 1, 모레: 2, 그글피: 4, 글피: 3 },
}
/** Days named from another day of the text. */
const BESIDE_WORDS: Readonly<Record<string, number>> = {
  ...{
    '그 다음날': 1,
    '그 다음 날': 1,
    '그다음 날': 1,
    다음날: 1,
    '다음 날': 1,
    이튿날: 1,
    익일: 1,
    '그 전날': -1,
    전날: -1,
    전일: -1,
    '그 날': 0,
    그날: 0,
  },
}
const longestFirst = (words: Readonly<Record<string, number>>) =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|')
const DAY_WORD = sticky(`(${longestFirst(DAY_WORDS)})(?!날)`)
const FIRST_DAY = sticky('새해 ?첫 ?날')
const BESIDE = sticky(`(${longestFirst(BESIDE_WORDS)})`)
const POINTER = `(다다음|지지난|${NEXT}|${LAST}|${THIS}|저|그)`
const POINTED_WEEKDAY = sticky(`(?:(다다음|지지난|${NEXT}|${LAST}|이번|이|금) ?(주(?:의)? ?)?)?(${WEEKDAY})`)
const WEEKEND = sticky(`(?:${POINTER} ?)?주말(?!농장|부부)`)
const WEEK = sticky(`${POINTER} ?주(?:일|간)?(?![가-힣])|${POINTER} ?주(?=[에의은는가까안내초말중부로]|동안)`)
const QUARTER = sticky('(이번|지난|저번|다음|전|차|당|금|오는) ?분기')
const CENTURY = sticky('(?:(이번|금|지난|저번|다음) ?세기|([0-9]{1,2}) ?세기)')
const DECADE = sticky('(?:([0-9]{1,2}) ?세기 ?)?([0-9]{3}0|[0-9]0|이천|천구백[이삼사오육칠팔구]?십|[이삼사오육칠팔구]?십) ?년대')
const SAME = sticky(
  '(?:같은|그) ?(주|달|해|날)(?![가-힣])|(?:같은|그) ?(주|달|해)(?=[에의은는])|(?:그 ?)?(?:일|사건|행사)(?:이 있는|이 있던|의) (주|달|해)(?![가-힣])|(?:그 ?)?(?:일|사건|행사)(?:이 있는|이 있던|의) (주|달|해)(?=[에의은는])',
)
const CONTAINING = sticky('(?:(?:이|가) ?(?:있는|있던|속한|낀|포함된|포함되는|들어 ?있는|끼어 ?있는) ?|의 )(주|달|해)(?:(?![가-힣])|(?=[에의은는]))')
const POINTED_SEASON = sticky('(이번|지난|저번|다음|오는|올|그) ?(봄|여름|가을|겨울)(?!방학|철)')
const POINTED_HOLIDAY = sticky(`(${NEXT}|${LAST}|이번|올) ?(${HOLIDAY_FORMS})`)
const BOUND_PART = sticky('(연초|연말|년말|월초|월말)(?![가-힣])|(연초|연말|년말|월초|월말)(?=[에까부의은이로])')
const WEEK_NUMBER = sticky('([0-9]{1,2}) ?주(?!일|년|간|차|말)')

function offsetOf(word: string): number {
  if (word === '다다음') return 2
  if (word === '지지난') return -2
  if (word === '저') return -1
  return { last: -1, this: 0, next: 1 }[directionOf(word)]
}

/** A named day: 오늘, 내일 모레, 그끄저께, 다음날. `dayWordAt('모레 올게요', 0)!.end // => 2` */
export function dayWordAt(text: string, at: number): Scan<Moment> {
  const first = readAt(FIRST_DAY, text, at)
  if (first) return { end: at + first[0].length, value: { kind: 'date', month: { kind: 'number', month: 1 }, day: 1 } }
  const beside = readAt(BESIDE, text, at)
  if (beside) return { end: at + beside[0].length, value: { kind: 'besideDay', offset: BESIDE_WORDS[beside[1]!]! } }
  const day = readAt(DAY_WORD, text, at)
  return day ? { end: at + day[0].length, value: { kind: 'day', offset: DAY_WORDS[day[1]!]! } } : null
}

/** A weekday with or without its neighbour word: 금요일, 다음 주 금요일, 지난 일요일. `weekdayAt('다음 주 금요일', 0)!.end // => 8` */
export function weekdayAt(text: string, at: number): Scan<Moment> {
  const found = readAt(POINTED_WEEKDAY, text, at)
  if (!found) return null
  const weekday = weekdayNumber(found[3]!)
  const end = at + found[0].length
  if (found[1] && !found[2] && /^(?:오는|다가오는|돌아오는)$/.test(found[1]))
    return { end, value: { kind: 'weekday', weekday, direction: 'next', coming: true } }
  if (!found[1]) return { end, value: { kind: 'weekday', weekday } }
  return {
    end,
    value: {
      kind: 'weekday',
      weekday,
      direction: found[1] === '다다음' ? 'next' : found[1] === '지지난' ? 'last' : directionOf(found[1]),
      ...(found[2] ? { ofWeek: true } : {}),
      ...(/다다음|지지난/.test(found[1]) ? { weeks: offsetOf(found[1]) } : {}),
    },
  }
}

/** A week, weekend, quarter, decade, century or season named from the reference: 이번 주말, 다음 주 초, 금주, 지난 분기, 2000년대. `cycleAt('이번 주말에', 0)!.end // => 5` */
export function cycleAt(text: string, at: number): Scan<Moment> {
  const weekend = readAt(WEEKEND, text, at)
  if (weekend) return withPart(text, at + weekend[0].length, { kind: 'cycle', unit: 'weekend', offset: weekend[1] ? offsetOf(weekend[1]) : 0 })
  const holiday = readAt(POINTED_HOLIDAY, text, at)
  if (holiday)
    return { end: at + holiday[0].length, value: { kind: 'holiday', holiday: holidayOfForm(holiday[2]!)!.id, direction: directionOf(holiday[1]!) } }
  const bound = readAt(BOUND_PART, text, at)
  if (bound) {
    const whole: Moment = /^[연년]/.test((bound[1] ?? bound[2])!)
      ? { kind: 'year', year: { kind: 'offset', offset: 0 } }
      : { kind: 'month', month: { kind: 'offset', offset: 0 } }
    return { end: at + bound[0].length, value: { kind: 'part', part: (bound[1] ?? bound[2])!.endsWith('초') ? 'early' : 'late', of: whole } }
  }
  const same = readAt(SAME, text, at)
  if (same) {
    const unit = ({ 주: 'week', 달: 'month', 해: 'year', 날: 'day' } as const)[(same[1] ?? same[2] ?? same[3] ?? same[4]) as '주']
    return { end: at + same[0].length, value: { kind: 'sameCycle', unit } }
  }
  const week = readAt(WEEK, text, at)
  if (week) return withPart(text, at + week[0].length, { kind: 'cycle', unit: 'week', offset: offsetOf(week[1] ?? week[2]!) })
  const quarter = readAt(QUARTER, text, at)
  if (quarter) return withPart(text, at + quarter[0].length, { kind: 'cycle', unit: 'quarter', offset: offsetOf(quarter[1]!) })
  const season = readAt(POINTED_SEASON, text, at)
  if (season) {
    const name = ({ 봄: 'spring', 여름: 'summer', 가을: 'autumn', 겨울: 'winter' } as Record<string, Season>)[season[2]!]!
    return withPart(text, at + season[0].length, { kind: 'season', season: name, direction: season[1] === '그' ? 'this' : directionOf(season[1]!) })
  }
  return eraAt(text, at)
}

function eraAt(text: string, at: number): Scan<Moment> {
  const decade = readAt(DECADE, text, at)
  if (decade) {
    const figures = decade[2]!
    const words: Readonly<Record<string, number>> = { 이천: 2000 }
    const from = /^[0-9]/.test(figures) ? Number(figures) : (words[figures] ?? tens(figures))
    const value: Moment = { kind: 'decade', from, figures: from >= 1000 ? 4 : 2, ...(decade[1] ? { century: Number(decade[1]) } : {}) }
    return withPart(text, at + decade[0].length, value)
  }
  const century = readAt(CENTURY, text, at)
  if (!century) return null
  const end = at + century[0].length
  return withPart(
    text,
    end,
    century[1] ? { kind: 'cycle', unit: 'century', offset: offsetOf(century[1]) } : { kind: 'century', century: Number(century[2]) },
  )
}

function tens(words: string): number {
  const tail = /([이삼사오육칠팔구]?)십$/.exec(words)
  const ten = tail ? (tail[1] === '' ? 1 : '일이삼사오육칠팔구'.indexOf(tail[1]!) + 1) * 10 : 0
  return words.startsWith('천구백') ? 1900 + ten : ten
}

function withPart(text: string, end: number, value: Moment): Scan<Moment> {
  const part = partAt(text, end)
  return part ? { end: part.end, value: { kind: 'part', part: part.value, of: value } } : { end, value }
}

/** The present instant as the end of a range: 지금, 현재, 오늘. `nowAt('지금까지', 0)!.end // => 2` */
export function nowAt(text: string, at: number): Scan<Moment> {
  const now = readAt(NOW, text, at)
  return now ? { end: at + now[0].length, value: { kind: 'day', offset: 0 } } : null
}

/** The week, month or year that holds the date before it: (11월 30일)이 있는 주. `containingAt('이 있는 주에', 0)!.value // => 'week'` */
export function containingAt(text: string, at: number): Scan<'week' | 'month' | 'year'> {
  const found = readAt(CONTAINING, text, at)
  if (!found) return null
  const word = found[1] as '주'
  return { end: at + found[0].length, value: ({ 주: 'week', 달: 'month', 해: 'year' } as const)[word] }
}

/** A week by its number in the year: 31주. Only a range says that it is one. `weekNumberAt('31주부터', 0)!.end // => 3` */
export function weekNumberAt(text: string, at: number): Scan<Moment> {
  const found = readAt(WEEK_NUMBER, text, at)
  return found ? { end: at + found[0].length, value: { kind: 'weekNumber', week: Number(found[1]) } } : null
}

const ANCHOR_MARK = sticky('(?:으로부터|로부터|부터|에서)(?: 최소)? ?')
const NOW = sticky('지금|현재|이제')
const SHIFT = sticky(' ?(이전|전|이후|후|뒤|지나서)(?:까지)?(?![가-힣])| ?(이전|전|이후|후|뒤)(?=에|까지|부터|의|쯤|로|이|면|인)')
const WITHIN = sticky(' ?(이내|안|내)(?![가-힣])| ?(이내|안|내)(?=[에로])')
const EXTENT = sticky('간| ?동안')
/** 오는 20일 is a date; 다음 20일 is so many days. */
const COMING_DAY = sticky(`(?:오는|돌아오는) ?(${DAY_NUMBER})일(?!간| ?동안)`)
const ROLLING = sticky('(지난|과거|최근|저번|다음|앞으로|향후|다가오는|오는|이번) ?')
const WEEKDAY_NEXT = sticky(` (${WEEKDAY})`)
const WEEKDAY_BEHIND = sticky(` ?(?:동안|간|후|뒤) (${WEEKDAY})`)

/** A length of time counted from an instant: 이틀 후, 2년 1개월 21일 전, 지금으로부터 2주 후, 오늘로부터 2주 이내. `shiftAt('3주 후에', 0)!.end // => 4` */
export function shiftAt(text: string, at: number): Scan<Moment> {
  const anchor = anchorAt(text, at)
  const span = spanAt(text, anchor ? anchor.end : at)
  if (!span) return null
  const { parts, wordOnly } = span.value
  const base = anchor?.value ? { anchor: anchor.value } : {}
  const shift = readAt(SHIFT, text, span.end)
  if (shift) {
    const word = shift[1] ?? shift[2]!
    const end = span.end + shift[0].replace(/까지$/, '').length
    // 오늘부터 이틀 후까지 is the whole stretch
    if (anchor && !word.endsWith('전') && text.startsWith('까지', end)) return { end: end + 2, value: { kind: 'within', span: parts, ...base } }
    const sign = word.endsWith('전') ? -1 : 1
    const weekday = sign > 0 && parts.at(-1)!.unit === 'week' ? readAt(WEEKDAY_NEXT, text, end) : null
    if (weekday) return { end: end + weekday[0].length, value: { kind: 'shift', sign, span: parts, ...base, weekday: weekdayNumber(weekday[1]!) } }
    return { end, value: { kind: 'shift', sign, span: parts, ...base } }
  }
  const within = readAt(WITHIN, text, span.end)
  if (within)
    return {
      end: span.end + within[0].length,
      value: { kind: 'within', span: parts, ...base, ...((within[1] ?? within[2]) === '이내' ? { inclusive: true } : {}) },
    }
  if (!anchor || anchor.value?.kind === 'weekday') return null
  const extent = wordOnly ? readAt(EXTENT, text, span.end) : null
  if (anchor.now || extent) return { end: span.end + (extent ? extent[0].length : 0), value: { kind: 'within', span: parts, ...base } }
  return { end: span.end, value: { kind: 'shift', sign: 1, span: parts, ...base, bare: true } }
}

function anchorAt(text: string, at: number): { end: number; value?: Moment; now: boolean } | null {
  const now = readAt(NOW, text, at)
  const day = now ? null : (dayWordAt(text, at) ?? weekdayAt(text, at))
  if (!now && !day) return null
  const end = now ? at + now[0].length : day!.end
  const mark = readAt(ANCHOR_MARK, text, end)
  if (!mark) return null
  return now ? { end: end + mark[0].length, now: true } : { end: end + mark[0].length, value: day!.value, now: false }
}

/** So many units up to now or from now on: 지난 3주, 앞으로 세 달, 향후 5년, 지난 몇 주, 앞으로 2주 동안 일요일. `rollingAt('지난 10년간', 0)!.end // => 6` */
export function rollingAt(text: string, at: number): Scan<Moment> {
  const coming = readAt(COMING_DAY, text, at)
  if (coming) return { end: at + coming[0].length, value: { kind: 'date', day: smallNumber(coming[1]!), direction: 'next' } }
  const head = readAt(ROLLING, text, at)
  if (!head) return null
  const span = spanAt(text, at + head[0].length)
  if (span?.value.parts.length !== 1) return null
  const { count, unit } = span.value.parts[0]!
  const future = !['지난', '과거', '최근', '저번'].includes(head[1]!)
  if (head[1] === '이번' && unit === 'year' && count === 10) return { end: span.end, value: { kind: 'cycle', unit: 'decade', offset: 0 } }
  const weekday = future ? readAt(WEEKDAY_BEHIND, text, span.end) : null
  if (weekday)
    return { end: span.end + weekday[0].length, value: { kind: 'shift', sign: 1, span: span.value.parts, weekday: weekdayNumber(weekday[1]!) } }
  const within = future ? readAt(WITHIN, text, span.end) : null
  if (within) return { end: span.end + within[0].length, value: { kind: 'rolling', direction: 'future', count, unit } }
  const extent = span.value.wordOnly && future ? readAt(EXTENT, text, span.end) : null
  // 앞으로 이틀을: the word goes on only with a particle
  if (isSyllable(text, span.end) && /^(내|층|위|호|번)/.test(text.slice(span.end))) return null
  return { end: span.end + (extent ? extent[0].length : 0), value: { kind: 'rolling', direction: future ? 'future' : 'past', count, unit } }
}
