import { dayFromNumber } from '#quantity/day'
import { type Clock, clockAt, hourOfDay } from '../temporal/clock.ts'
import { isSyllable, readAt, sticky } from '../temporal/lexicon.ts'
import { isDate, type Moment } from '../temporal/moment.ts'
import { resolveDays } from '../temporal/resolve.ts'
import { momentAt } from '../temporal/scan-moment.ts'
import { recurrencesIn } from '../temporal/set.ts'
import { spanTimex } from '../temporal/span.ts'
import { timexOf } from '../temporal/timex.ts'
import { type Found, found } from './suite-case.ts'
import { referenceDay } from './time-cases.ts'

const two = (n: number) => String(n).padStart(2, '0')
const timeText = (c: Clock) => `${two(hourOfDay(c))}:${two(c.minute ?? 0)}:${two(c.second ?? 0)}`
const clockTimex = (c: Clock) =>
  `T${two(hourOfDay(c))}${c.minute === undefined && c.second === undefined ? '' : `:${two(c.minute ?? 0)}`}${c.second === undefined ? '' : `:${two(c.second)}`}`
const secondsOf = (c: Clock) => hourOfDay(c) * 3600 + (c.minute ?? 0) * 60 + (c.second ?? 0)

type Timed = { start: number; end: number; clock: Clock; date?: Moment; until?: { clock: Clock; date?: Moment } }

const TILL = sticky(' ?(?:부터|에서|[-~–—∼～]|와|과) ?')
const CLOSE = sticky(' ?(?:까지|사이)')

/** A time of day with or without its date at `at`. */
function timedAt(text: string, at: number): { end: number; clock: Clock; date?: Moment } | null {
  const alone = clockAt(text, at)
  if (alone) return { end: alone.end, clock: alone.value }
  const date = momentAt(text, at)
  if (!date || !isDate(date.value)) return null
  const from = text.charAt(date.end) === ' ' ? date.end + 1 : date.end
  const clock = clockAt(text, from)
  return clock && { end: clock.end, clock: clock.value, date: date.value }
}

/** Every time of day in a text with its date and, in a range, its second end. */
function timesIn(text: string): Timed[] {
  const all: Timed[] = []
  for (let p = 0; p < text.length; p++) {
    if (p > 0 && isSyllable(text, p - 1) && isSyllable(text, p)) continue
    const first = timedAt(text, p)
    if (!first) continue
    const till = readAt(TILL, text, first.end)
    const second = till ? timedAt(text, first.end + till[0].length) : null
    const close = second ? readAt(CLOSE, text, second.end) : null
    const range = second && (close || /[-~–—∼～]/.test(till![0]))
    const end = range ? second.end + (close?.[0].length ?? 0) : first.end
    all.push({ start: p, ...first, end, ...(range ? { until: second } : {}) })
    p = end - 1
  }
  return all
}

/** Times of day without a date. */
export function times(text: string): Found[] {
  return timesIn(text)
    .filter(({ date, until }) => !date && !until)
    .map(({ start, end, clock }) => {
      const resolution = { time: timeText(clock) }
      return found(text, start, end, 'time', { Timex: clockTimex(clock), FutureResolution: resolution, PastResolution: resolution })
    })
}

/** Times of day with their date. */
export function dateTimes(text: string, reference: string | null | undefined): Found[] {
  const at = referenceDay(reference)
  const resolved = (date: Moment, clock: Clock, prefer: 'future' | 'past') => {
    const days = at === null ? null : resolveDays(date, at, prefer)
    return days && { dateTime: `${dayFromNumber(days.from)} ${timeText(clock)}` }
  }
  return timesIn(text)
    .filter((t): t is Timed & { date: Moment } => t.date !== undefined && !t.until)
    .map(({ start, end, clock, date }) =>
      found(text, start, end, 'datetime', {
        Timex: at === null ? null : `${timexOf(date, at)}${clockTimex(clock)}`,
        FutureResolution: resolved(date, clock, 'future'),
        PastResolution: resolved(date, clock, 'past'),
      }),
    )
}

/** Ranges between two times of day. */
export function timePeriods(text: string): Found[] {
  return timesIn(text)
    .filter((t): t is Timed & { until: { clock: Clock } } => t.until !== undefined && !t.date)
    .map(({ start, end, clock, until }) => {
      // 오후 3시부터 5시까지: the second end keeps the half of the day
      const to: Clock = clock.half && !until.clock.half && until.clock.hour < 12 ? { ...until.clock, half: clock.half } : until.clock
      const seconds = secondsOf(to) - secondsOf(clock)
      const length = spanTimex([
        ...(seconds >= 3600 ? [{ count: Math.floor(seconds / 3600), unit: 'hour' as const }] : []),
        ...(seconds % 3600 ? [{ count: Math.floor((seconds % 3600) / 60), unit: 'minute' as const }] : []),
      ])
      const resolution = { startTime: timeText(clock), endTime: timeText(to) }
      const timex = `(${clockTimex(clock)},${clockTimex(to)},${length})`
      return found(text, start, end, 'timerange', { Timex: timex, FutureResolution: resolution, PastResolution: resolution })
    })
}

/** Recurrences in a text with the TIMEX of one turn. */
export function sets(text: string): Found[] {
  return recurrencesIn(text).map(({ start, end, recurrence }) => {
    const timex = recurrence.weekday
      ? `XXXX-WXX-${recurrence.weekday}`
      : recurrence.day
        ? `XXXX-XX-${two(recurrence.day)}`
        : spanTimex([recurrence.every])
    const resolution = { set: `Set: ${timex}` }
    return found(text, start, end, 'set', { Timex: timex, FutureResolution: resolution, PastResolution: resolution })
  })
}
