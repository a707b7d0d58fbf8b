import { addDays, addMonths, CalendarError, type Day, dayOf, dayParts, isDay, weekday } from './day.ts'

/** The fineness a date was stated with: "2025" is a year, not the first of January. */
export type Grain = 'year' | 'half' | 'quarter' | 'month' | 'third' | 'week' | 'day' | 'range'

/** An interval of days (기간), half-open: `start` belongs to it, `end` does not. */
export type CalendarInterval = { readonly start: Day; readonly end: Day; readonly grain: Grain }

const FORM = /^(\d{4})(?:-(?:H([12])|Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2})|-T([123]))?))?$/

/**
 * An interval from its text: 2025, 2025-H1 (상반기), 2025-Q3 (3분기), 2025-07, 2025-07-T2 (중순), 2025-W27, 2025-07-04, or from/to with inclusive ends as
 * `2025-01-01/2025-06-30`.
 * @throws CalendarError for other text and for days the calendar does not have.
 * `calendarInterval('2025-07').end // => '2025-08-01'`
 */
export function calendarInterval(text: string): CalendarInterval {
  const slash = text.indexOf('/')
  if (slash > 0) return span(calendarInterval(text.slice(0, slash)), calendarInterval(text.slice(slash + 1)))
  const m = FORM.exec(text)
  if (!m) throw new CalendarError(`expected a date such as "2025", "2025-H1", "2025-Q3", "2025-07" or "2025-07-04", got ${JSON.stringify(text)}`)
  const year = Number(m[1])
  if (m[2]) return half(year, Number(m[2]))
  if (m[3]) return quarter(year, Number(m[3]))
  if (m[4]) return week(year, Number(m[4]))
  if (m[7]) return third(year, Number(m[5]), Number(m[7]))
  if (m[6]) return day(dayOf(year, Number(m[5]), Number(m[6])))
  return m[5] ? month(year, Number(m[5])) : wholeYear(year)
}

/** A calendar year (연도). `intervalText(wholeYear(2025)) // => '2025'` */
export function wholeYear(year: number): CalendarInterval {
  return { start: dayOf(year, 1, 1), end: dayOf(year + 1, 1, 1), grain: 'year' }
}

function months(year: number, first: number, count: number, grain: Grain): CalendarInterval {
  const start = dayOf(year, first, 1)
  return { start, end: addMonths(start, count), grain }
}

/** A half year: 1 상반기, 2 하반기. `intervalText(half(2025, 2)) // => '2025-H2'` */
export function half(year: number, which: number): CalendarInterval {
  return months(year, which * 6 - 5, 6, 'half')
}

/** A quarter (분기), 1-4. `intervalText(quarter(2025, 3)) // => '2025-Q3'` */
export function quarter(year: number, which: number): CalendarInterval {
  return months(year, which * 3 - 2, 3, 'quarter')
}

/** A month (월). `intervalText(month(2025, 7)) // => '2025-07'` */
export function month(year: number, which: number): CalendarInterval {
  return months(year, which, 1, 'month')
}

/** A third of a month: 1 초순 (1-10), 2 중순 (11-20), 3 하순 (21-end). `toInclusive(third(2024, 2, 3)).to // => '2024-02-29'` */
export function third(year: number, inMonth: number, which: number): CalendarInterval {
  const start = dayOf(year, inMonth, which * 10 - 9)
  return { start, end: which === 3 ? addMonths(dayOf(year, inMonth, 1), 1) : addDays(start, 10), grain: 'third' }
}

/** An ISO week (월요일부터): week 1 holds the year's first Thursday. `week(2025, 1).start // => '2024-12-30'` */
export function week(year: number, number: number): CalendarInterval {
  const fourth = dayOf(year, 1, 4)
  const start = addDays(fourth, 1 - weekday(fourth) + (number - 1) * 7)
  if (number < 1 || dayParts(addDays(start, 3)).year !== year) throw new CalendarError(`expected a week of ${year}, got week ${number}`)
  return { start, end: addDays(start, 7), grain: 'week' }
}

/** One day. `day('2025-07-04').end // => '2025-07-05'` */
export function day(text: Day): CalendarInterval {
  if (!isDay(text)) throw new CalendarError(`expected a day such as "2025-07-04", got ${JSON.stringify(text)}`)
  return { start: text, end: addDays(text, 1), grain: 'day' }
}

/** From the start of one interval to the end of another (2025년부터 2027년까지). @throws CalendarError when the second ends before the first starts. `toInclusive(span(wholeYear(2025), wholeYear(2027))).to // => '2027-12-31'` */
export function span(from: CalendarInterval, to: CalendarInterval): CalendarInterval {
  if (to.end <= from.start) throw new CalendarError(`expected an interval that ends after it starts, got ${from.start} to ${to.end}`)
  return { start: from.start, end: to.end, grain: 'range' }
}

/** The interval from inclusive days. `fromInclusive('2025-01-01', '2025-12-31').grain // => 'year'` */
export function fromInclusive(from: Day, to: Day): CalendarInterval {
  const found = span(day(from), day(to))
  return { ...found, grain: grainOf(found.start, found.end) }
}

/** First and last day, both inside. `toInclusive(calendarInterval('2024-02')).to // => '2024-02-29'` */
export function toInclusive(interval: CalendarInterval): { from: Day; to: Day } {
  return { from: interval.start, to: addDays(interval.end, -1) }
}

/** The named grain that these two ends make, else `range`. Weeks and thirds of months are only given by name. */
function grainOf(start: Day, end: Day): Grain {
  const { year, month: m, day: d } = dayParts(start)
  if (end === addDays(start, 1)) return 'day'
  if (d !== 1) return 'range'
  if (m === 1 && end === addMonths(start, 12)) return 'year'
  if ((m === 1 || m === 7) && end === addMonths(start, 6)) return 'half'
  if (m % 3 === 1 && end === addMonths(start, 3)) return 'quarter'
  return end === addMonths(dayOf(year, m, 1), 1) ? 'month' : 'range'
}

/** The text that `calendarInterval` reads back. `intervalText(calendarInterval('2025-W27')) // => '2025-W27'` */
export function intervalText(interval: CalendarInterval): string {
  const { year, month: m, day: d } = dayParts(interval.start)
  switch (interval.grain) {
    case 'year':
      return interval.start.slice(0, 4)
    case 'half':
      return `${interval.start.slice(0, 4)}-H${m === 1 ? 1 : 2}`
    case 'quarter':
      return `${interval.start.slice(0, 4)}-Q${(m + 2) / 3}`
    case 'month':
      return interval.start.slice(0, 7)
    case 'third':
      return `${interval.start.slice(0, 7)}-T${(d + 9) / 10}`
    case 'week': {
      const named = isoWeek(interval.start)
      return `${String(named.year).padStart(4, '0')}-W${String(named.week).padStart(2, '0')}`
    }
    case 'day':
      return interval.start
    default:
      return year > 0 ? `${interval.start}/${toInclusive(interval).to}` : ''
  }
}

function isoWeek(start: Day): { year: number; week: number } {
  const year = dayParts(addDays(start, 3)).year
  const first = week(year, 1).start
  for (let n = 1; n <= 53; n++) if (addDays(first, (n - 1) * 7) === start) return { year, week: n }
  throw new CalendarError(`expected a week that starts on a Monday, got ${start}`)
}

/** True when a day lies inside. `contains(calendarInterval('2025-H1'), '2025-07-01') // => false` */
export function contains(interval: CalendarInterval, at: Day): boolean {
  return interval.start <= at && at < interval.end
}

/** True when two intervals share a day. `overlaps(calendarInterval('2025'), calendarInterval('2025-Q3')) // => true` */
export function overlaps(a: CalendarInterval, b: CalendarInterval): boolean {
  return a.start < b.end && b.start < a.end
}

/** Order by start, then by end: −1, 0, 1. `compareIntervals(calendarInterval('2025'), calendarInterval('2026')) // => -1` */
export function compareIntervals(a: CalendarInterval, b: CalendarInterval): -1 | 0 | 1 {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  return a.end === b.end ? 0 : a.end < b.end ? -1 : 1
}
