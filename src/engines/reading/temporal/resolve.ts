import { CalendarError, type Day, dayFromNumber, dayNumber } from '#quantity/day'
import { dayAt, easterOf, isoWeekStart, monthStart, moveDay, nthWeekdayOf, partsOf, weekdayOf, weekStart } from './calendar.ts'
import { holidayOf } from './holidays.ts'
import { lunarDay } from './lunar.ts'
import type { Direction, Moment, MonthRef, Part, Season, YearRef } from './moment.ts'

/** How fine an expression is. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century'

/** Days [from, to) since 1970-01-01 with the grain of the words. */
export type Days = { from: number; to: number; grain: Grain }

/** Which occurrence is meant where the words name no year: the first from the reference day on, or the last before it. */
export type Prefer = 'future' | 'past'

/** The days from 0001-01-01 to 9999-12-31, which is as far as calendar texts reach. */
const FIRST_DAY = dayNumber('0001-01-01')
const LAST_DAY = dayNumber('9999-12-31')

const OFFSET: Readonly<Record<Direction, number>> = { last: -1, this: 0, next: 1 }
const one = (day: number | null): Days | null => (day === null ? null : { from: day, to: day + 1, grain: 'day' })

/** A year as a number: two figures from 00 to 49 are of this century, from 50 on of the last. `yearOf({ kind: 'number', year: 74, figures: 2 }, 2013) // => 1974` */
export function yearOf(year: YearRef, referenceYear: number): number {
  if (year.kind === 'offset') return referenceYear + year.offset
  return year.figures > 2 || year.year > 99 ? year.year : year.year + (year.year < 50 ? 2000 : 1900)
}

/**
 * The year and month an expression means. Without either, the reference's. `free` counts what may still move to fit the preference: a year, a month or nothing.
 */
function placeOf(
  reference: number,
  year: YearRef | undefined,
  month: MonthRef | undefined,
): { year: number; month: number; free: 'year' | 'month' | 'none' } {
  const now = partsOf(reference)
  const y = year ? yearOf(year, now.year) : now.year
  if (!month) return { year: y, month: now.month, free: year ? 'none' : 'month' }
  if (month.kind === 'offset') return { year: y, month: now.month + month.offset, free: 'none' }
  if (month.direction) return { year: y + OFFSET[month.direction], month: month.month, free: 'none' }
  return { year: y, month: month.month, free: year ? 'none' : 'year' }
}

/** Tries the reference's own year or month first, then the neighbours on the preferred side, until `make` gives a day on that side. */
function settle(
  reference: number,
  prefer: Prefer,
  place: ReturnType<typeof placeOf>,
  make: (year: number, month: number) => number | null,
): number | null {
  if (place.free === 'none') return make(place.year, place.month)
  const step = place.free === 'year' ? 12 : 1
  for (let i = 0; i <= 8; i++) {
    const moved = place.month + (prefer === 'future' ? i : -i) * step
    const day = make(place.year + Math.floor((moved - 1) / 12), ((((moved - 1) % 12) + 12) % 12) + 1)
    if (day !== null && (prefer === 'future' ? day >= reference : day < reference)) return day
  }
  return null
}

function holidayDay(id: string, year: number): number | null {
  const rule = holidayOf(id)?.rule
  if (!rule) return null
  switch (rule.kind) {
    case 'solar':
      return dayAt(year, rule.month, rule.day)
    case 'lunar':
      return lunarDay(year, rule.month, rule.day)
    case 'weekday':
      return nthWeekdayOf(year, rule.month, rule.nth, rule.weekday)
    case 'easter':
      return easterOf(year) + rule.days
  }
}

/** First month of a season in Korea (기상청의 계절 구분: 봄은 3~5월). */
const SEASON_MONTH: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

function months(year: number, month: number, count: number, grain: Grain): Days {
  return { from: monthStart(year, month), to: monthStart(year, month + count), grain }
}

/** Of a period that comes every year, the one on the preferred side; the one that holds the reference is the future's. */
function yearly(reference: number, prefer: Prefer, year: number | undefined, make: (year: number) => Days | null): Days | null {
  if (year !== undefined) return make(year)
  const now = partsOf(reference).year
  for (const y of prefer === 'future' ? [now - 1, now, now + 1] : [now, now - 1]) {
    const days = make(y)
    if (days && (prefer === 'future' ? days.to > reference : days.to <= reference)) return days
  }
  return null
}

function partOfDays(days: Days, part: Part, reference: number): Days {
  if (part === 'within') return { ...days, from: Math.min(Math.max(days.from, reference), days.to - 1) }
  const cut = (thirds: number) => days.from + Math.round(((days.to - days.from) * thirds) / 3)
  const [from, to] = part === 'early' ? [days.from, cut(1)] : part === 'mid' ? [cut(1), cut(2)] : [cut(2), days.to]
  return { from, to, grain: 'day' }
}

/**
 * The days that an expression means, seen from a reference day; null where its words leave the days open (며칠 후) or the calendar has none.
 * Years without number, months without year and days without month are settled by `prefer`. A range holds its last day.
 * Spring is March to May and so on; a third of a period is its 초, 중, 말.
 */
export function resolveDays(moment: Moment, reference: number, prefer: Prefer): Days | null {
  try {
    const days = daysOf(moment, reference, prefer)
    return days && days.from >= FIRST_DAY && days.to <= LAST_DAY ? days : null
  } catch (error) {
    // years before 1 and after 9999 are no years of the calendar
    if (error instanceof CalendarError) return null
    throw error
  }
}

function daysOf(moment: Moment, reference: number, prefer: Prefer): Days | null {
  const now = partsOf(reference)
  switch (moment.kind) {
    case 'day':
    case 'besideDay':
      return one(reference + moment.offset)
    case 'date':
      if (moment.direction === 'next') prefer = 'future'
      return one(
        settle(reference, prefer, placeOf(reference, moment.year, moment.month), (y, m) =>
          moment.lunar ? lunarDay(y, m, moment.day) : dayAt(y, m, moment.day),
        ),
      )
    case 'weekday': {
      if (moment.coming) return one(reference + 1 + ((moment.weekday - weekdayOf(reference) + 6) % 7))
      if (moment.weeks !== undefined) return one(weekStart(reference) + moment.weeks * 7 + moment.weekday - 1)
      if (moment.direction) return one(weekStart(reference) + OFFSET[moment.direction] * 7 + moment.weekday - 1)
      const ahead = (moment.weekday - weekdayOf(reference) + 7) % 7
      return one(prefer === 'future' ? reference + ahead : reference + ahead - 7)
    }
    case 'nthWeekday':
      return one(settle(reference, prefer, placeOf(reference, moment.year, moment.month), (y, m) => nthWeekdayOf(y, m, moment.nth, moment.weekday)))
    case 'lastDay': {
      const place = placeOf(reference, moment.year, moment.month)
      if (moment.year && !moment.month) return one(monthStart(place.year + 1, 1) - 1)
      return one(settle(reference, prefer, place, (y, m) => monthStart(y, m + 1) - 1))
    }
    case 'holiday': {
      const year = moment.year ? yearOf(moment.year, now.year) : undefined
      if (year !== undefined) return one(holidayDay(moment.holiday, year))
      if (moment.direction === 'this') return one(holidayDay(moment.holiday, now.year))
      if (moment.direction)
        return resolveDays(
          { kind: 'holiday', holiday: moment.holiday },
          moment.direction === 'next' ? reference + 1 : reference,
          moment.direction === 'next' ? 'future' : 'past',
        )
      return one(settle(reference, prefer, { year: now.year, month: 1, free: 'year' }, (y) => holidayDay(moment.holiday, y)))
    }
    case 'shift': {
      const anchor = moment.anchor ? resolveDays(moment.anchor, reference, prefer) : one(reference)
      const day = anchor && moveDay(anchor.from, moment.span, moment.sign)
      if (anchor === null || day === null) return null
      return one(moment.weekday ? weekStart(day) + moment.weekday - 1 : day)
    }
    case 'within': {
      const anchor = moment.anchor ? resolveDays(moment.anchor, reference, prefer) : one(reference)
      const day = anchor && moveDay(anchor.from, moment.span, 1)
      return anchor === null || day === null ? null : { from: anchor.from, to: day, grain: 'day' }
    }
    case 'year':
      return months(yearOf(moment.year, now.year), 1, 12, 'year')
    case 'month': {
      const place = placeOf(reference, moment.year, moment.month)
      if (place.free === 'none') return months(place.year, place.month, 1, 'month')
      return yearly(reference, prefer, undefined, (y) => months(y, place.month, 1, 'month'))
    }
    case 'quarter':
      return months(moment.year ? yearOf(moment.year, now.year) : now.year, moment.quarter * 3 - 2, 3, 'quarter')
    case 'half':
      return months(moment.year ? yearOf(moment.year, now.year) : now.year, moment.half * 6 - 5, 6, 'half')
    case 'season':
      return yearly(
        reference,
        prefer,
        moment.year ? yearOf(moment.year, now.year) : moment.direction ? now.year + OFFSET[moment.direction] : undefined,
        (y) => months(y, SEASON_MONTH[moment.season], 3, 'season'),
      )
    case 'rolling': {
      const span = [{ count: moment.count, unit: moment.unit }]
      const start = moment.direction === 'past' ? moveDay(reference, span, -1) : reference + 1
      const end = moment.direction === 'past' ? reference : moveDay(reference + 1, span, 1)
      return start === null || end === null ? null : { from: start, to: end, grain: 'day' }
    }
    case 'part': {
      const whole = resolveDays(moment.of, reference, prefer)
      return whole && partOfDays(whole, moment.part, reference)
    }
    case 'range': {
      const ends = rangeEnds(moment, reference, prefer)
      return ends && ends.to.to > ends.from.from ? { from: ends.from.from, to: ends.to.to, grain: 'day' } : null
    }
    default:
      return resolveCycle(moment, reference, prefer)
  }
}

/** True where the words leave open which occurrence is meant, so that the first after the start of the range is. */
function isFree(m: Moment): boolean {
  if (m.kind === 'weekday') return !m.direction && m.weeks === undefined
  if (m.kind === 'date' || m.kind === 'month' || m.kind === 'nthWeekday') return !m.year && m.month?.kind !== 'offset' && !m.month?.direction
  return m.kind === 'holiday' && !m.year
}

/**
 * Both ends of a range: a second end that names no year, month or week of its own is the first one after the start. Null where an end has no days.
 * `rangeEnds({ kind: 'range', from: { kind: 'day', offset: 0 }, to: { kind: 'weekday', weekday: 4 }, until: true }, 0, 'future')!.to.from // => 0`
 */
export function rangeEnds(m: Extract<Moment, { kind: 'range' }>, reference: number, prefer: Prefer): { from: Days; to: Days } | null {
  const from = resolveDays(m.from, reference, prefer)
  const to = from && (isFree(m.to) ? resolveDays(m.to, from.from, 'future') : resolveDays(m.to, reference, prefer))
  return from && to ? { from, to } : null
}

type CycleMoment = Extract<Moment, { kind: 'cycle' | 'sameCycle' | 'nthWeek' | 'weekNumber' | 'cycleOf' | 'decade' | 'century' }>

function resolveCycle(moment: CycleMoment, reference: number, prefer: Prefer): Days | null {
  const now = partsOf(reference)
  switch (moment.kind) {
    case 'cycle':
      return cycleDays(moment.unit, reference, moment.offset)
    case 'sameCycle':
      return cycleDays(moment.unit, reference, 0)
    case 'cycleOf': {
      const date = moment.date ? resolveDays(moment.date, reference, prefer) : one(reference)
      return date && cycleDays(moment.unit, date.from, 0)
    }
    case 'weekNumber': {
      const from = isoWeekStart(now.year, moment.week)
      return { from, to: from + 7, grain: 'week' }
    }
    case 'nthWeek': {
      const place = placeOf(reference, moment.year, moment.month)
      const make = (y: number, m: number) => nthWeekOf(y, moment.month ? m : null, moment.nth)
      const from = moment.month ? settle(reference, prefer, place, make) : make(place.year, 1)
      return from === null ? null : { from, to: from + 7, grain: 'week' }
    }
    case 'decade': {
      const base = moment.century ? (moment.century - 1) * 100 : moment.figures > 2 ? 0 : moment.from < 30 ? 2000 : 1900
      return months(base + moment.from, 1, 120, 'decade')
    }
    case 'century':
      return moment.century < 2 || moment.century > 99 ? null : months((moment.century - 1) * 100, 1, 1200, 'century')
  }
}

/** The nth week of a month or a year: the first is the one whose Thursday lies in it (ISO 8601); −1 is the last such. */
function nthWeekOf(year: number, month: number | null, nth: number): number | null {
  const first = month === null ? monthStart(year, 1) : monthStart(year, month)
  const next = month === null ? monthStart(year + 1, 1) : monthStart(year, month + 1)
  const thursday = nth < 0 ? next - 1 - ((weekdayOf(next - 1) + 3) % 7) : first + ((11 - weekdayOf(first)) % 7) + (nth - 1) * 7
  return thursday < next ? thursday - 3 : null
}

function cycleDays(unit: 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century', reference: number, offset: number): Days {
  const now = partsOf(reference)
  if (unit === 'day') return { from: reference + offset, to: reference + offset + 1, grain: 'day' }
  if (unit === 'week' || unit === 'weekend') {
    const monday = weekStart(reference) + offset * 7
    return unit === 'week' ? { from: monday, to: monday + 7, grain: 'week' } : { from: monday + 5, to: monday + 7, grain: 'day' }
  }
  if (unit === 'month') return months(now.year, now.month + offset, 1, 'month')
  if (unit === 'quarter') return months(now.year, Math.floor((now.month - 1) / 3) * 3 + 1 + offset * 3, 3, 'quarter')
  const size = { year: 1, decade: 10, century: 100 }[unit]
  const start = Math.floor(now.year / size) * size + offset * size
  return months(start, 1, size * 12, unit)
}

/**
 * The half-open interval of days that an expression means, as calendar texts; null as resolveDays.
 * `resolveMoment({ kind: 'day', offset: 1 }, '2024-02-28', 'future')!.from // => '2024-02-29'`
 */
export function resolveMoment(moment: Moment, reference: Day, prefer: Prefer): { from: Day; to: Day; grain: Grain } | null {
  const days = resolveDays(moment, dayNumber(reference), prefer)
  return days && { from: dayFromNumber(days.from), to: dayFromNumber(days.to), grain: days.grain }
}
