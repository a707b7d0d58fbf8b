import { addDays, weekday } from '#quantity/day'

/** The local day and hour of an instant in a time zone. */
function localOf(instant: Date, timeZone: string): { day: string; minutes: number } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minutes: Number(parts.hour) * 60 + Number(parts.minute) }
}

/** The instant at which a clock in a time zone shows this hour of this day. `instantAt('2026-11-23', 8, 'Asia/Seoul').toISOString() // => '2026-11-22T23:00:00.000Z'` */
export function instantAt(day: string, hour: number, timeZone: string): Date {
  const guess = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const local = localOf(new Date(guess), timeZone)
  const shown = Date.parse(`${local.day}T00:00:00Z`) + local.minutes * 60_000
  return new Date(guess - (shown - guess))
}

/**
 * 다음 때: the next moment after now at this hour on one of these weekdays (1 is Monday).
 *
 * @throws RangeError without a weekday
 * @example
 * nextTime(new Date('2026-11-22T06:00:00Z'), [1], 8, 'Asia/Seoul').toISOString() // => '2026-11-22T23:00:00.000Z'
 */
export function nextTime(now: Date, weekdays: readonly number[], hour: number, timeZone: string): Date {
  if (weekdays.length === 0) throw new RangeError('expected at least one weekday such as 1 (Monday)')
  const { day } = localOf(now, timeZone)
  for (let ahead = 0; ahead <= 7; ahead++) {
    const then = addDays(day, ahead)
    const at = instantAt(then, hour, timeZone)
    if (weekdays.includes(weekday(then)) && at.getTime() > now.getTime()) return at
  }
  throw new RangeError(`expected weekdays from 1 (Monday) to 7 (Sunday), got ${weekdays.join(', ')}`)
}
