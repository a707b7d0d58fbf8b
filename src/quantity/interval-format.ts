import { dayParts } from './day.ts'
import { type CalendarInterval, intervalText, toInclusive } from './interval.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/**
 * An interval in words at its own grain, never finer than it was said.
 * `formatInterval(calendarInterval('2025-H1'), 'ko') // => '2025년 상반기'`
 */
export function formatInterval(interval: CalendarInterval, locale: 'ko' | 'en'): string {
  return locale === 'ko' ? korean(interval) : english(interval)
}

function korean(interval: CalendarInterval): string {
  const { year, month, day } = dayParts(interval.start)
  switch (interval.grain) {
    case 'year':
      return `${year}년`
    case 'half':
      return `${year}년 ${month === 1 ? '상반기' : '하반기'}`
    case 'quarter':
      return `${year}년 ${(month + 2) / 3}분기`
    case 'month':
      return `${year}년 ${month}월`
    case 'third':
      return `${year}년 ${month}월 ${['초순', '중순', '하순'][(day - 1) / 10]}`
    case 'day':
      return `${year}년 ${month}월 ${day}일`
    case 'week':
      return `${intervalText(interval).slice(0, 4)}년 ${Number(intervalText(interval).slice(6))}주`
    default: {
      const { from, to } = toInclusive(interval)
      return `${koreanDay(from)} ~ ${koreanDay(to)}`
    }
  }
}

function koreanDay(text: string): string {
  const { year, month, day } = dayParts(text)
  return `${year}년 ${month}월 ${day}일`
}

function english(interval: CalendarInterval): string {
  const { year, month, day } = dayParts(interval.start)
  const name = MONTHS[month - 1]!
  switch (interval.grain) {
    case 'year':
      return String(year)
    case 'half':
      return `${month === 1 ? 'first' : 'second'} half of ${year}`
    case 'quarter':
      return `Q${(month + 2) / 3} ${year}`
    case 'month':
      return `${name} ${year}`
    case 'third':
      return `${['early', 'mid', 'late'][(day - 1) / 10]} ${name} ${year}`
    case 'day':
      return `${day} ${name} ${year}`
    case 'week':
      return `week ${Number(intervalText(interval).slice(6))} of ${intervalText(interval).slice(0, 4)}`
    default: {
      const { from, to } = toInclusive(interval)
      return `${englishDay(from)} – ${englishDay(to)}`
    }
  }
}

function englishDay(text: string): string {
  const { year, month, day } = dayParts(text)
  return `${day} ${MONTHS[month - 1]!} ${year}`
}
