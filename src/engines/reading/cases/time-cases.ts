import { dayFromNumber, dayNumber, isDay } from '#quantity/day'
import { HOLIDAY_FORMS } from '../temporal/holidays.ts'
import { isDate, type Moment } from '../temporal/moment.ts'
import { type Prefer, rangeEnds, resolveDays } from '../temporal/resolve.ts'
import { momentsIn } from '../temporal/scan-moment.ts'
import { durationsIn, spanSeconds, spanTimex } from '../temporal/span.ts'
import { timexOf } from '../temporal/timex.ts'
import { type Found, found } from './suite-case.ts'

/** The day of a case's reference, or null where it has none. `referenceDay('1970-01-02T09:00:00') // => 1` */
export const referenceDay = (reference: string | null | undefined): number | null =>
  reference && isDay(reference.slice(0, 10)) ? dayNumber(reference.slice(0, 10)) : null

/** Lengths of time in a text with TIMEX and seconds; the words of extent (내내, 더) belong to the text. */
export function durations(text: string): Found[] {
  return durationsIn(text).map(({ start, end, span }) => {
    const seconds = spanSeconds(span.parts)
    const resolution = { duration: seconds === null ? null : String(seconds) }
    return found(text, start, end, 'duration', { Timex: spanTimex(span.parts), FutureResolution: resolution, PastResolution: resolution })
  })
}

const SMALL = new Set(['hour', 'minute', 'second'])

/** True for an expression that the suite calls a date: one day, or a day some days away. */
function namesDate(m: Moment): boolean {
  if (m.kind === 'holiday') return false
  if (m.kind === 'shift') return !m.span.some(({ unit }) => SMALL.has(unit)) && !(isPeriodShift(m) && m.sign < 0)
  return isDate(m)
}

/** A shift from another day than now with 전, 후 and the like is a stretch of time from that day. */
function isPeriodShift(m: Extract<Moment, { kind: 'shift' }>): boolean {
  return m.anchor !== undefined && !m.bare
}

/** True for an expression that the suite calls a date period. */
function namesPeriod(m: Moment): boolean {
  if (m.kind === 'shift') return isPeriodShift(m)
  if (m.kind === 'within') return m.anchor !== undefined || m.span.every(({ count, unit }) => count !== null && !SMALL.has(unit))
  if (m.kind === 'rolling') return !SMALL.has(m.unit)
  if (m.kind === 'sameCycle') return m.unit !== 'day'
  return !isDate(m)
}

const date = (m: Moment, reference: number, prefer: Prefer) => {
  const days = resolveDays(m, reference, prefer)
  return days && { date: dayFromNumber(days.from) }
}

/** The end of a range is the start of its second expression, which the suite does not count in. */
const period = (m: Moment, reference: number, prefer: Prefer) => {
  const days = resolveDays(m, reference, prefer)
  if (!days) return null
  const end = m.kind === 'range' ? rangeEnds(m, reference, prefer)?.to : null
  return { startDate: dayFromNumber(days.from), endDate: dayFromNumber(end ? end.from : days.to) }
}

function values(m: Moment, reference: number | null, shape: typeof date | typeof period): unknown {
  if (reference === null) return null
  return { Timex: timexOf(m, reference), FutureResolution: shape(m, reference, 'future'), PastResolution: shape(m, reference, 'past') }
}

/** Dates in a text, with their values where a reference is given. */
export function dates(text: string, reference: string | null | undefined): Found[] {
  const at = referenceDay(reference)
  return momentsIn(text)
    .filter(({ moment }) => namesDate(moment))
    .map(({ start, end, moment }) => found(text, start, end, 'date', values(moment, at, date)))
}

const LASTING = /^ ?(?:동안|간|만에|내내|째|전|후|뒤)/

/** A year of one or two figures with 동안 behind it is a length of time (20년 동안). */
function isLength(text: string, end: number, m: Moment): boolean {
  if (m.kind !== 'year' || m.year.kind !== 'number') return false
  return m.year.figures < 2 || (m.year.figures < 3 && LASTING.test(text.slice(end, end + 4)))
}

/** Periods of days, weeks, months and years in a text, with their values where a reference is given. */
export function datePeriods(text: string, reference: string | null | undefined): Found[] {
  const at = referenceDay(reference)
  return momentsIn(text)
    .filter(({ moment, end }) => namesPeriod(moment) && !isLength(text, end, moment))
    .map(({ start, end, moment }) => found(text, start, end, 'daterange', values(moment, at, period)))
}

const HOLIDAY = new RegExp(`(?<![가-힣])(?:${HOLIDAY_FORMS})(?!가|관|기념|화|상)`, 'g')

/** Holidays in a text, with the year in front where one stands there. */
export function holidays(text: string, reference: string | null | undefined): Found[] {
  const at = referenceDay(reference)
  const named = momentsIn(text).filter(({ moment }) => moment.kind === 'holiday')
  if (named.length > 0) return named.map(({ start, end, moment }) => found(text, start, end, 'date', values(moment, at, date)))
  return [...text.matchAll(HOLIDAY)].map((m) => found(text, m.index, m.index + m[0].length, 'date', null))
}
