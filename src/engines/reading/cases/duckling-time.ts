import { CalendarError } from '#quantity/day'
import { dayAt, monthStart, partsOf, weekdayOf, weekStart } from '../temporal/calendar.ts'
import { clockAt } from '../temporal/clock.ts'
import { holidayOf } from '../temporal/holidays.ts'
import type { Moment, MonthRef, SpanPart, SpanUnit, YearRef } from '../temporal/moment.ts'
import { resolveDays, yearOf } from '../temporal/resolve.ts'
import { expressionAt } from '../temporal/scan-moment.ts'
import { spanAt } from '../temporal/span.ts'
import { DAY, endOf, floorTo, type Grain, interval, type Piece, point, type Reference, referenceOf, shape, stepOf } from './duckling-piece.ts'

/** The first day from `start` on that is as the words say: year, month, day of the month and weekday, as far as they are named. */
function firstDay(start: number, year: number | undefined, month: number | undefined, day: number, weekday: number | undefined): number | null {
  const now = partsOf(start)
  for (let i = 0; i < 12 * 30; i++) {
    const at = dayAt(now.year, now.month + i, day)
    if (at === null || at < start) continue
    const p = partsOf(at)
    if ((year === undefined || p.year === year) && (month === undefined || p.month === month) && (weekday === undefined || weekdayOf(at) === weekday))
      return at
  }
  return null
}

/** The month a reference means: the coming one of its name unless a year is named. */
function monthOf(month: MonthRef, year: YearRef | undefined, r: Reference): number {
  const now = partsOf(r.day)
  if (month.kind === 'offset') return monthStart(now.year, now.month + month.offset)
  if (year) return monthStart(yearOf(year, now.year), month.month)
  if (month.direction === 'last') return monthStart(now.year - (month.month >= now.month ? 1 : 0), month.month)
  const ahead = month.direction === 'next' ? month.month > now.month : month.month >= now.month
  return monthStart(now.year + (ahead ? 0 : 1), month.month)
}

function dateOf(m: Extract<Moment, { kind: 'date' }>, r: Reference): Piece | null {
  const now = partsOf(r.day)
  const year = m.year ? yearOf(m.year, now.year) : undefined
  if (m.month?.kind === 'offset') {
    const p = partsOf(monthStart(now.year, now.month + m.month.offset))
    return point(dayAt(p.year, p.month, m.day), 'day')
  }
  if (year !== undefined) {
    const at = dayAt(year, m.month?.month ?? 1, m.day)
    return at === null || (m.weekday && weekdayOf(at) !== m.weekday) ? null : point(at, 'day')
  }
  return point(firstDay(r.day, undefined, m.month?.month, m.day, m.weekday), 'day')
}

/** 이번주 월요일 is the coming Monday; 다음주 금요일 lies in the week after this one; 다음 화요일 and a bare 화요일 come after today. */
function weekdayOfReference(m: Extract<Moment, { kind: 'weekday' }>, r: Reference): Piece | null {
  const ahead = (m.weekday - weekdayOf(r.day) + 7) % 7
  if (m.weeks !== undefined) return point(weekStart(r.day) + m.weeks * 7 + m.weekday - 1, 'day')
  if (m.direction === 'this') return point(r.day + ahead, 'day')
  if (m.direction === 'last') return point(m.ofWeek ? weekStart(r.day) - 8 + m.weekday : r.day + ahead - 7, 'day')
  if (m.direction === 'next' && m.ofWeek) return point(weekStart(r.day) + 6 + m.weekday, 'day')
  return point(r.day + (ahead === 0 ? 7 : ahead), 'day')
}

function nthWeekOf(m: Extract<Moment, { kind: 'nthWeek' }>, r: Reference): Piece | null {
  const from = m.month ? monthOf(m.month, m.year, r) : monthStart(m.year ? yearOf(m.year, partsOf(r.day).year) : partsOf(r.day).year, 1)
  const p = partsOf(from)
  const to = m.month ? monthStart(p.year, p.month + 1) : monthStart(p.year + 1, 1)
  // the last week is the last whole one, the first begins in the month
  const first = weekdayOf(from) === 1 ? from : weekStart(from) + 7
  const monday = m.nth < 0 ? weekStart(to) - 7 : first + (m.nth - 1) * 7
  return point(monday, 'week')
}

/** Quarters, halves and named years without a year are of the current one. */
function quarterStart(m: { quarter: number; year?: YearRef }, r: Reference): number {
  const now = partsOf(r.day)
  return monthStart(m.year ? yearOf(m.year, now.year) : now.year, m.quarter * 3 - 2)
}

const FINER: Readonly<Record<SpanUnit, Grain>> = {
  ...{
    year: 'month',
    quarter: 'month',
    month: 'day',
    week: 'day',
    day: 'hour',
    businessDay: 'hour',
    hour: 'minute',
    minute: 'second',
    second: 'second',
  },
}

/** An instant so far from the reference, cut down to the grain below the unit of the words: three weeks ago is a day, two years ago a month. */
function shifted(span: readonly SpanPart[], sign: 1 | -1, r: Reference): Piece | null {
  let { seconds } = r
  let grain: Grain = 'year'
  const order: Grain[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']
  for (const { count, unit } of span) {
    if (count === null) return null
    const moved = resolveDays({ kind: 'shift', sign, span: [{ count, unit }] }, Math.floor(seconds / DAY), 'future')
    const small = { hour: 3600, minute: 60, second: 1 }[unit as 'hour']
    if (small) seconds += sign * count * small
    else if (moved) seconds = moved.from * DAY + (((seconds % DAY) + DAY) % DAY)
    if (order.indexOf(FINER[unit]) < order.indexOf(grain)) grain = FINER[unit]
  }
  return { from: floorTo(seconds, grain), to: null, grain, point: true }
}

/** The first day of the nth day, week, month, quarter or year from the present one. */
function cycleStart(unit: SpanUnit, n: number, r: Reference): number {
  const now = partsOf(r.day)
  if (unit === 'week') return weekStart(r.day) + n * 7
  if (unit === 'month') return monthStart(now.year, now.month + n)
  if (unit === 'quarter') return monthStart(now.year, Math.floor((now.month - 1) / 3) * 3 + 1 + n * 3)
  return unit === 'year' ? monthStart(now.year + n, 1) : r.day + n
}

/** So many whole cycles before or after the present one. */
function cycles(unit: SpanUnit, count: number, r: Reference): Piece | null {
  if (!Number.isInteger(count)) return null
  const [first, last] = count < 0 ? [count, 0] : [1, count + 1]
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    const base = floorTo(r.seconds, unit)
    return { from: base + first * stepOf(unit), to: base + last * stepOf(unit), grain: unit, point: false }
  }
  return interval(cycleStart(unit, first, r), cycleStart(unit, last, r), unit === 'businessDay' ? 'day' : unit)
}

const SEASONS = { spring: [3, 20, 6, 21], summer: [6, 21, 9, 23], autumn: [9, 23, 12, 21], winter: [12, 21, 3, 20] } as const

function season(m: Extract<Moment, { kind: 'season' }>, r: Reference): Piece | null {
  const [fromMonth, fromDay, toMonth, toDay] = SEASONS[m.season]
  const now = partsOf(r.day).year
  const make = (year: number): [number, number] => [dayAt(year, fromMonth, fromDay)!, dayAt(toMonth < fromMonth ? year + 1 : year, toMonth, toDay)!]
  if (m.year) return interval(...make(yearOf(m.year, now)), 'day')
  const all = [now - 2, now - 1, now, now + 1, now + 2].map(make)
  const coming = all.findIndex(([, to]) => to > r.day)
  const offset = m.direction === 'last' ? -1 : m.direction === 'next' && all[coming]![0] <= r.day ? 1 : 0
  return interval(...all[coming + offset]!, 'day')
}

function weekend(offset: number, r: Reference): Piece {
  const monday = weekStart(r.day) + offset * 7
  return { from: (monday + 4) * DAY + 18 * 3600, to: (monday + 7) * DAY, grain: 'hour', point: false }
}

function holiday(m: Extract<Moment, { kind: 'holiday' }>, r: Reference): Piece | null {
  // Duckling keeps the lunar new year on the first of January
  const rule = holidayOf(m.holiday)!.rule
  const solar: Moment = m.holiday === 'Lunar New Year' ? { ...m, holiday: "New Year's Day" } : m
  const days = resolveDays(solar, r.day, 'future')
  if (!days) return null
  const english = holidayOf((solar as typeof m).holiday)!.english
  return { ...point(days.from, 'day')!, ...(rule.kind === 'solar' || solar !== m ? { holiday: english } : {}) }
}

function pieceOf(m: Moment, r: Reference): Piece | null {
  const now = partsOf(r.day)
  switch (m.kind) {
    case 'day':
    case 'besideDay':
      return point(r.day + m.offset, 'day')
    case 'date':
      return dateOf(m, r)
    case 'weekday':
      return weekdayOfReference(m, r)
    case 'month':
      return point(monthOf(m.month, m.year, r), 'month')
    case 'year':
      return point(monthStart(yearOf(m.year, now.year), 1), 'year')
    case 'quarter':
      return point(quarterStart(m, r), 'quarter')
    case 'cycle':
      if (m.unit === 'weekend') return weekend(m.offset, r)
      if (m.unit === 'week' || m.unit === 'quarter') return point(cycleStart(m.unit, m.offset, r), m.unit)
      return null
    case 'nthWeek':
      return nthWeekOf(m, r)
    case 'nthWeekday': {
      const start = m.month ? partsOf(monthOf(m.month, m.year, r)) : now
      const days = resolveDays(
        { ...m, year: { kind: 'number', year: start.year, figures: 4 }, month: { kind: 'number', month: start.month } },
        r.day,
        'future',
      )
      return days && point(days.from, 'day')
    }
    case 'lastDay': {
      const start = m.month ? partsOf(monthOf(m.month, m.year, r)) : m.year ? { year: yearOf(m.year, now.year), month: 12 } : now
      return point(monthStart(start.year, start.month + 1) - 1, 'day')
    }
    case 'holiday':
      return holiday(m, r)
    case 'season':
      return season(m, r)
    case 'rolling':
      return m.count === null ? null : cycles(m.unit, m.direction === 'past' ? -m.count : m.count, r)
    case 'shift': {
      const at = shifted(m.span, m.sign, r)
      return at && m.sign > 0 ? { ...at, point: false } : at
    }
    case 'within': {
      const end = shifted(m.span, 1, r)
      return end && m.inclusive ? { from: r.seconds, to: end.from, grain: 'second', toGrain: 'second', point: false } : end
    }
    case 'range':
      return rangeOf(m, r)
    default: {
      const days = resolveDays(m, r.day, 'future')
      return days && interval(days.from, days.to, 'day')
    }
  }
}

function rangeOf(m: Extract<Moment, { kind: 'range' }>, r: Reference): Piece | null {
  const from = pieceOf(m.from, r)
  if (from?.from == null) return null
  const start = Math.floor(from.from / DAY)
  const to = pieceOf(m.to, { ...r, day: Math.max(start, r.day), seconds: Math.max(from.from, r.seconds) })
  const end = to && endOf(to)
  if (!to || end === null || end === undefined || end <= from.from) return null
  const order: Grain[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']
  const grain = order.indexOf(from.grain) < order.indexOf(to.grain) ? from.grain : to.grain
  return { from: from.from, to: end, grain, point: false }
}

const READING = { yearFirst: true, openRange: true }
const PARTICLE = /^ ?(?:에|에는)?$/
const YEAR_ALONE = /^[12][0-9]{3}$/

/** A time of day on a day or the coming one: 오후 3시 반, 내일 아침 9시. Hours without 오전/오후 are those of the half day that comes first. */
function clockPiece(text: string, r: Reference): Piece | null {
  const day = expressionAt(text, 0, READING)
  for (const start of day ? [day.end, 0] : [0]) {
    const from = text.charAt(start) === ' ' ? start + 1 : start
    const clock = clockAt(text, from)
    if (!clock || !PARTICLE.test(text.slice(clock.end))) continue
    const base = start > 0 && day ? pieceOf(day.value, r) : null
    if (start > 0 && (!base?.point || base.grain !== 'day')) return null
    return clockOnDay(clock.value, base ? base.from! / DAY : null, r)
  }
  return null
}

function clockOnDay(c: { hour: number; minute?: number; second?: number; half?: 'am' | 'pm' }, day: number | null, r: Reference): Piece {
  const grain: Grain = c.second !== undefined ? 'second' : c.minute !== undefined ? 'minute' : 'hour'
  const hour = c.half === 'pm' && c.hour < 12 ? c.hour + 12 : c.half === 'am' && c.hour === 12 ? 0 : c.hour
  const at = (d: number, h: number) => d * DAY + h * 3600 + (c.minute ?? 0) * 60 + (c.second ?? 0)
  if (day !== null) return { from: at(day, hour), to: null, grain, point: true }
  const hours = !c.half && hour > 0 && hour <= 12 ? [hour % 12, (hour % 12) + 12] : [hour]
  const now = floorTo(r.seconds, grain)
  const coming = [r.day, r.day + 1].flatMap((d) => hours.map((h) => at(d, h))).find((s) => s >= now)
  return { from: coming ?? at(r.day + 1, hour), to: null, grain, point: true }
}

/**
 * A whole text as Duckling's Korean rules resolve it against a reference instant: a value with its grain, or an interval whose end is exclusive; null where the
 * text is not one expression of time.
 * `ducklingTime('내일', '2013-02-12T04:30:00-02:00') // => ({ type: 'value', value: '2013-02-13T00:00:00-02:00', grain: 'day' })`
 */
export function ducklingTime(text: string, reference: string): unknown {
  try {
    return timeOf(text, reference)
  } catch (error) {
    if (error instanceof CalendarError) return null
    throw error
  }
}

function timeOf(text: string, reference: string): unknown {
  const r = referenceOf(reference)
  if (!r) return null
  if (YEAR_ALONE.test(text)) return shape(point(monthStart(Number(text), 1), 'year')!, r.zone)
  if (/^(지금|방금|막)$/.test(text)) return shape({ from: r.seconds, to: null, grain: 'second', point: true }, r.zone)
  const found = expressionAt(text, 0, READING)
  const rest = found ? text.slice(found.end) : ''
  if (found && PARTICLE.test(rest)) {
    const piece = pieceOf(found.value, r)
    return piece && shape(piece, r.zone)
  }
  if (found && /^ ?까지$/.test(rest)) {
    const piece = pieceOf(found.value, r)
    return piece?.from ? shape({ from: r.seconds, to: piece.from, grain: 'second', point: false }, r.zone) : null
  }
  const clock = clockPiece(text, r)
  return clock && shape(clock, r.zone)
}

/** A whole text as a length of time in Duckling's shape, or null. `ducklingDuration('3일') // => ({ type: 'value', value: 3, unit: 'day' })` */
export function ducklingDuration(text: string): unknown {
  const span = spanAt(text, 0)
  if (!span || span.end !== text.length || span.value.parts.length !== 1) return null
  const { count, unit } = span.value.parts[0]!
  return count === null ? null : { type: 'value', value: count, unit }
}
