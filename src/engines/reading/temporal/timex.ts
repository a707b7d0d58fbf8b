import { dayFromNumber } from '#quantity/day'
import { isoWeek, partsOf } from './calendar.ts'
import type { Moment, MonthRef, YearRef } from './moment.ts'
import { rangeEnds, resolveDays, yearOf } from './resolve.ts'
import { spanTimex } from './span.ts'

const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')

/** The year part of a TIMEX: four figures, or XXXX where the words name none. */
function yearText(reference: number, year: YearRef | undefined, month: MonthRef | undefined): string {
  const now = partsOf(reference)
  if (month?.kind === 'offset') return four(now.year + Math.floor((now.month + month.offset - 1) / 12))
  if (month?.kind === 'number' && month.direction) return four(now.year + { last: -1, this: 0, next: 1 }[month.direction])
  return year ? four(yearOf(year, now.year)) : 'XXXX'
}

function monthText(reference: number, month: MonthRef | undefined): string {
  if (!month) return 'XX'
  return two(month.kind === 'number' ? month.month : ((((partsOf(reference).month + month.offset - 1) % 12) + 12) % 12) + 1)
}

const SEASON = { spring: 'SP', summer: 'SU', autumn: 'FA', winter: 'WI' } as const

/**
 * The TIMEX3-like text of an expression (TimeML): XXXX-01-12, XXXX-WXX-5, 2016-W45-WE, (2016-10-17,2016-11-07,P3W). What the words leave out is X, so the text
 * keeps what was said after a reference day has settled it. Null where resolveDays gives none and the text needs one.
 */
export function timexOf(moment: Moment, reference: number): string | null {
  const now = partsOf(reference)
  const days = resolveDays(moment, reference, 'future')
  const date = () => (days ? dayFromNumber(days.from) : null)
  const interval = (length: string) => (days ? `(${dayFromNumber(days.from)},${dayFromNumber(days.to)},${length})` : null)
  switch (moment.kind) {
    case 'date':
      return `${yearText(reference, moment.year, moment.month)}-${monthText(reference, moment.month)}-${two(moment.day)}`
    case 'weekday':
      return moment.direction ? date() : `XXXX-WXX-${moment.weekday}`
    case 'nthWeekday': {
      const month = moment.month ?? { kind: 'offset', offset: 0 }
      const year = moment.year ? four(yearOf(moment.year, now.year)) : 'XXXX'
      return `${year}-${monthText(reference, month)}-WXX-${moment.weekday}-#${moment.nth < 0 ? 5 : moment.nth}`
    }
    case 'month':
      return `${yearText(reference, moment.year, moment.month)}-${monthText(reference, moment.month)}`
    case 'year':
      return four(yearOf(moment.year, now.year))
    case 'quarter':
      return interval('P3M')
    case 'half':
      return interval('P6M')
    case 'cycle':
    case 'sameCycle':
    case 'cycleOf':
    case 'weekNumber':
      return cycleTimex(moment, days)
    case 'nthWeek':
      return moment.month
        ? `${yearText(reference, moment.year, moment.month)}-${monthText(reference, moment.month)}-W${two(moment.nth < 0 ? 5 : moment.nth)}`
        : `${four(moment.year ? yearOf(moment.year, now.year) : now.year)}-W${two(moment.nth < 0 ? 52 : moment.nth)}`
    case 'season': {
      const year = moment.year
        ? `${four(yearOf(moment.year, now.year))}-`
        : moment.direction
          ? `${four(now.year + { last: -1, this: 0, next: 1 }[moment.direction])}-`
          : ''
      return year + SEASON[moment.season]
    }
    case 'decade':
      return interval('P10Y')
    case 'century':
      return interval('P100Y')
    case 'rolling':
      return interval(spanTimex([{ count: moment.count, unit: moment.unit }]))
    case 'within':
      return interval(spanTimex(moment.span))
    case 'part':
      return timexOf(moment.of, reference)
    case 'range': {
      const ends = rangeEnds(moment, reference, 'future')
      if (!ends) return null
      const [from, to] = [partsOf(ends.from.from), partsOf(ends.to.from)]
      const length =
        moment.from.kind === 'month' && moment.to.kind === 'month'
          ? `${(to.year - from.year) * 12 + to.month - from.month}M`
          : `${ends.to.from - ends.from.from}D`
      return `(${timexOf(moment.from, reference)},${timexOf(moment.to, reference)},P${length})`
    }
    default:
      return date()
  }
}

function cycleTimex(
  moment: Extract<Moment, { kind: 'cycle' | 'sameCycle' | 'cycleOf' | 'weekNumber' }>,
  days: ReturnType<typeof resolveDays>,
): string | null {
  if (!days) return null
  const unit = moment.kind === 'weekNumber' ? 'week' : moment.unit
  const from = dayFromNumber(days.from)
  if (unit === 'week' || unit === 'weekend') {
    const { year, week } = isoWeek(days.from)
    return `${four(year)}-W${two(week)}${unit === 'weekend' ? '-WE' : ''}`
  }
  if (unit === 'day') return from
  if (unit === 'month') return from.slice(0, 7)
  if (unit === 'year') return from.slice(0, 4)
  return `(${from},${dayFromNumber(days.to)},${{ quarter: 'P3M', decade: 'P10Y', century: 'P100Y' }[unit]})`
}
