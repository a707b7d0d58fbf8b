/** One day in a calendar. */
export interface CalendarDay {
  /** The same as long as it is the same thing. */
  uid: string
  day: string
  summary: string
  description: string
  url: string | null
  categories: readonly string[]
}

export interface Calendar {
  name: string
  timeZone: string
  /** When the feed was made: the stamp of every entry, so that the same list gives the same bytes. */
  stamp: string
  days: readonly CalendarDay[]
}

/**
 * 달력 (iCalendar, RFC 5545): all-day entries, lines folded at 75 octets without cutting a letter, CRLF, text escaped. Days carry no time: a date is a date, in whatever zone it is read; the office's zone is
 * named for clients that show one.
 *
 * @example
 * calendarText({ name: '나래', timeZone: 'Asia/Seoul', stamp: '2026-11-22T00:00:00Z', days: [] }).split("\r\n").length // => 18
 */
export function calendarText(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gusul//worklist//KO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    `X-WR-TIMEZONE:${calendar.timeZone}`,
    ...zone(calendar.timeZone),
    ...calendar.days.flatMap((one) => [
      'BEGIN:VEVENT',
      `UID:${one.uid}`,
      `DTSTAMP:${stampOf(calendar.stamp)}`,
      `DTSTART;VALUE=DATE:${one.day.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayAfter(one.day).replaceAll('-', '')}`,
      `SUMMARY:${escaped(one.summary)}`,
      `DESCRIPTION:${escaped(one.description)}`,
      ...(one.url === null ? [] : [`URL:${one.url}`]),
      ...(one.categories.length === 0 ? [] : [`CATEGORIES:${one.categories.map(escaped).join(',')}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** Korea has had one time, +09:00 without summer time, since 1988; other zones are only named. */
const zone = (timeZone: string): string[] =>
  timeZone !== 'Asia/Seoul'
    ? []
    : [
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Seoul',
        'BEGIN:STANDARD',
        'DTSTART:19881009T030000',
        'TZOFFSETFROM:+1000',
        'TZOFFSETTO:+0900',
        'TZNAME:KST',
        'END:STANDARD',
        'END:VTIMEZONE',
      ]

/** Text as RFC 5545 has it: its own marks escaped, no control characters. `escaped('가, 나; 다') // => '가\\, 나\\; 다'` */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\n|\r/g, '\\n')

/** 접기: a line of at most 75 octets, the rest on lines that begin with a space; no letter is cut. */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    // what follows begins with a space, which counts
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

const stampOf = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
