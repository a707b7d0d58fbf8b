/** What decides whether something is still held back from the public. */
export interface Held {
  confidential: boolean
  disclose_on: string | null
}

/**
 * 비공개: whether something is held back on a day. It opens by itself on its day of disclosure; without such a day it stays closed.
 *
 * @example
 * heldBack({ confidential: true, disclose_on: '2026-12-01' }, '2026-11-30') // => true
 * heldBack({ confidential: true, disclose_on: '2026-12-01' }, '2026-12-01') // => false
 */
export const heldBack = (row: Held, today: string): boolean => row.confidential && !(row.disclose_on !== null && row.disclose_on <= today)

/** The calendar day of an instant in an office's time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)
  return parts.slice(0, 10)
}

/**
 * The instant at which a day begins in a time zone: an approved page opens then.
 *
 * @example
 * beginOfDay('2026-12-01', 'Asia/Seoul') // => '2026-11-30T15:00:00.000Z'
 */
export function beginOfDay(day: string, timeZone: string): string {
  const guess = Date.parse(`${day}T00:00:00Z`)
  const shown = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' }).formatToParts(guess)
  const part = (type: string) => shown.find((one) => one.type === type)?.value ?? '00'
  const there = Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`)
  return new Date(guess - (there - guess)).toISOString()
}
