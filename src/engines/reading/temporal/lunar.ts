import { monthStart } from './calendar.ts'

/** Lunar months and days of a solar instant in the Korean lunisolar calendar (음력), as the Unicode calendar data gives them for Asia/Seoul. */
const korean = new Intl.DateTimeFormat('en-u-ca-dangi-nu-latn', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

function lunarOf(day: number): { month: number; day: number; leap: boolean } | null {
  const parts = korean.formatToParts(day * 86_400_000)
  const text = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const month = Number.parseInt(text('month'), 10)
  const dayOfMonth = Number.parseInt(text('day'), 10)
  return Number.isNaN(month) || Number.isNaN(dayOfMonth) ? null : { month, day: dayOfMonth, leap: text('month').includes('bis') }
}

const known = new Map<string, number | null>()

/**
 * The solar day (days since 1970-01-01) of a lunar month and day whose lunar year begins in a solar year; day 30 of a month of 29 is its 29th.
 * Null where the runtime has no Korean lunisolar calendar or the year lies outside 1900 to 2100.
 * `lunarDay(2016, 8, 15) // => dayAt(2016, 9, 15)`
 */
export function lunarDay(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 2100) return null
  const key = `${year}-${month}-${day}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found = search(year, month, day)
  known.set(key, found)
  return found
}

function search(year: number, month: number, day: number): number | null {
  // a lunar month begins three to seven weeks after the solar month of its number
  const from = monthStart(year, month) + 18
  for (let at = from; at < from + 50; at++) {
    const lunar = lunarOf(at)
    if (!lunar || lunar.leap || lunar.month !== month) continue
    if (lunar.day === day) return at
    if (day === 30 && lunar.day === 29 && lunarOf(at + 1)?.day === 1) return at
  }
  return null
}
