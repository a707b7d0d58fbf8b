import { addDays, isDay } from '#quantity/day'

/**
 * A date as people type it: 2026-11-22, 2026.11.22., 20261122, 26-11-22, 2026년 11월 22일, 11월 22일, 11/22, 오늘, 어제, 내일. Without a year the
 * year of `today` is taken. Null where it is no date of the calendar; nothing is guessed.
 *
 * readDate('11월 22일', '2026-03-01') // => '2026-11-22'
 */
export function readDate(text: string, today: string): string | null {
  const typed = text.trim().normalize('NFKC')
  const words: Record<string, number> = { 오늘: 0, today: 0, 어제: -1, yesterday: -1, 내일: 1, tomorrow: 1, 모레: 2, 그저께: -2 }
  const named = words[typed.toLowerCase()]
  if (named !== undefined) return addDays(today, named)
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  const parted = /^(?:(\d{4}|\d{2})\s*[-./년]\s*)?(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?\s*(?:\(?[월화수목금토일](?:요일)?\)?)?$/.exec(typed)
  const found = whole ?? parted
  if (!found) return null
  const year = found[1] === undefined ? today.slice(0, 4) : found[1].length === 2 ? `20${found[1]}` : found[1]
  const date = `${year}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  return isDay(date) ? date : null
}
