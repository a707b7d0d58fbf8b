import { type Locale, useLocale } from './locale.ts'

/** The time zone of the offices we serve: a date on a screen is a date there, wherever the reader sits. */
export const officeTimeZone = 'Asia/Seoul'

const dateParts = new Intl.DateTimeFormat('en-CA', { timeZone: officeTimeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
const timeParts = new Intl.DateTimeFormat('en-GB', { timeZone: officeTimeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** 날짜: the date of an instant in the office's time zone, `YYYY-MM-DD`. A date stays as it is. */
export function dateOf(instant: string | number | Date): string {
  if (typeof instant === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant
  return dateParts.format(new Date(instant))
}

/** Date and time of an instant in the office's time zone, `2026-11-22 09:12`. */
export function instantOf(instant: string | number | Date): string {
  const at = new Date(instant)
  return `${dateParts.format(at)} ${timeParts.format(at)}`
}

/** The time of day of an instant in the office's time zone, `09:12`. */
export const timeOf = (instant: string | number | Date): string => timeParts.format(new Date(instant))

/** Today in the office's time zone. */
export const today = (): string => dateOf(Date.now())

/**
 * Whole days from one date to another; negative when `to` is earlier.
 *
 * daysBetween('2026-11-22', '2026-11-14') // => -8
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/**
 * How far a due date is: 8일 지남, 오늘, 내일, 내일모레, 4일 남음.
 *
 * relativeDays('2026-11-14', '2026-11-22', 'ko') // => '8일 지남'
 */
export function relativeDays(due: string, from: string, locale: Locale): string {
  const days = daysBetween(from, due)
  if (locale === 'ko') {
    if (days === 0) return '오늘'
    if (days === 1) return '내일'
    if (days === 2) return '내일모레'
    return days < 0 ? `${countIn(-days, 'ko')}일 지남` : `${countIn(days, 'ko')}일 남음`
  }
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days < 0 ? `${countIn(-days, 'en')} ${days === -1 ? 'day' : 'days'} overdue` : `${countIn(days, 'en')} days left`
}

/** A count with its thousands marked. */
export const countIn = (count: number, locale: Locale): string => new Intl.NumberFormat(locale).format(count)

/** How long ago an instant was, in the largest fitting unit: 방금, 5분 전, 3시간 전, 2일 전; after 30 days its date. */
export function agoIn(instant: string | number, now: number, locale: Locale): string {
  const seconds = Math.round((now - new Date(instant).getTime()) / 1000)
  if (seconds < 45) return locale === 'ko' ? '방금' : 'just now'
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  if (seconds < 3600) return words.format(-Math.max(1, Math.round(seconds / 60)), 'minute')
  if (seconds < 86_400) return words.format(-Math.round(seconds / 3600), 'hour')
  if (seconds < 30 * 86_400) return words.format(-Math.round(seconds / 86_400), 'day')
  return dateOf(instant)
}

/** The plural form of a count in English texts: `plural(2, 'claim', 'claims')`. */
export const plural = (count: number, one: string, other: string): string => `${countIn(count, 'en')} ${count === 1 ? one : other}`

/** The formats in the language in use. */
export function useFormats() {
  const locale = useLocale()
  return {
    locale,
    count: (count: number) => countIn(count, locale),
    date: dateOf,
    instant: instantOf,
    time: timeOf,
    ago: (instant: string | number) => agoIn(instant, Date.now(), locale),
    due: (date: string) => relativeDays(date, today(), locale),
  }
}
