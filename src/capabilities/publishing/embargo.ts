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
