import { isSyllable, readAt, sticky, WEEKDAY, weekdayNumber } from './lexicon.ts'
import type { Scan, SpanPart, SpanUnit } from './moment.ts'
import { spanAt } from './span.ts'

/** Something that comes again and again (반복): every so many units, on a weekday or on a day of the month where one is named. */
export type Recurrence = { every: SpanPart; weekday?: number; day?: number }

const EACH: Readonly<Record<string, SpanUnit>> = {
  일: 'day',
  주: 'week',
  월: 'month',
  달: 'month',
  년: 'year',
  해: 'year',
  시간: 'hour',
  분기: 'quarter',
  분: 'minute',
  초: 'second',
}
const PREFIXED = sticky(`매 ?(분기|시간|일|주|월|달|년|해|분|초)(?!장|출|입|각|매|식|도(?![가-힣]))(?: ?(${WEEKDAY})| ?([0-9]{1,2})일)?`)
const OTHER = sticky(`(격주|격월|격년|격일|날마다|주마다|달마다|해마다)(?: ?(${WEEKDAY}))?`)
const OTHERS: Readonly<Record<string, SpanPart>> = {
  격일: { count: 2, unit: 'day' },
  격주: { count: 2, unit: 'week' },
  격월: { count: 2, unit: 'month' },
  격년: { count: 2, unit: 'year' },
  날마다: { count: 1, unit: 'day' },
  주마다: { count: 1, unit: 'week' },
  달마다: { count: 1, unit: 'month' },
  해마다: { count: 1, unit: 'year' },
}
const EVERY = sticky(' ?(?:마다|에 한 번씩?|에 1회)')
const WEEKDAYS = sticky(`(${WEEKDAY}) ?마다|매 ?(${WEEKDAY})`)

/**
 * A recurrence that starts exactly at `at`: 매일, 매주 월요일, 매월 25일, 2주마다, 격주, 금요일마다; null where none does.
 * `recurrenceAt('매주 월요일에', 0)!.value // => ({ every: { count: 1, unit: 'week' }, weekday: 1 })`
 */
export function recurrenceAt(text: string, at: number): Scan<Recurrence> {
  const each = readAt(PREFIXED, text, at)
  if (each) {
    const value: Recurrence = { every: { count: 1, unit: EACH[each[1]!]! } }
    if (each[2]) value.weekday = weekdayNumber(each[2])
    if (each[3]) value.day = Number(each[3])
    return { end: at + each[0].length, value }
  }
  const other = readAt(OTHER, text, at)
  if (other) return { end: at + other[0].length, value: { every: OTHERS[other[1]!]!, ...(other[2] ? { weekday: weekdayNumber(other[2]) } : {}) } }
  const weekday = readAt(WEEKDAYS, text, at)
  if (weekday)
    return { end: at + weekday[0].length, value: { every: { count: 1, unit: 'week' }, weekday: weekdayNumber((weekday[1] ?? weekday[2])!) } }
  const span = spanAt(text, at)
  const every = span?.value.parts.length === 1 ? readAt(EVERY, text, span.end) : null
  return span && every ? { end: span.end + every[0].length, value: { every: span.value.parts[0]! } } : null
}

/** Every recurrence in a text, left to right; none starts inside a word. `recurrencesIn('매일 아침과 2주마다').length // => 2` */
export function recurrencesIn(text: string): { start: number; end: number; recurrence: Recurrence }[] {
  const all: { start: number; end: number; recurrence: Recurrence }[] = []
  for (let p = 0; p < text.length; p++) {
    if (p > 0 && isSyllable(text, p - 1) && isSyllable(text, p)) continue
    const one = recurrenceAt(text, p)
    if (!one) continue
    all.push({ start: p, end: one.end, recurrence: one.value })
    p = one.end - 1
  }
  return all
}
