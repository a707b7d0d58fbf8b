import { calendarAt } from './calendar-expression.ts'
import { HOLIDAYS } from './holidays.ts'
import { isSyllable, readAt, sticky } from './lexicon.ts'
import { type FoundMoment, isDate, type Moment, type Scan } from './moment.ts'
import { numericDateAt, numericMonthAt } from './numeric-date.ts'
import { containingAt, cycleAt, dayWordAt, nowAt, rollingAt, shiftAt, weekdayAt, weekNumberAt } from './relative-expression.ts'

/** How to read what figures alone leave open. `yearFirst`: 21/04/16 is a year, a month and a day; `openRange`: 부터 joins two expressions without 까지. */
export type ScanOptions = { yearFirst?: boolean; openRange?: boolean }

/** First characters of everything that the scanners read: figures, numerals, weekdays, pointing words and holidays. */
const FIRST = `0123456789０１２３４５６７８９일이삼사오육륙칠팔구십천정유시한두세석네넉다여열아스서마쉰첫둘셋넷하나반며몇수보닷엿여
월화수목금토올작재내명당전후익차저그어엊오낼모글지과최앞향현같주상봄가겨을돌음년연말사행영`
const start = new Set([...FIRST, ...HOLIDAYS.flatMap(({ forms }) => forms.map((form) => form.charAt(0)))])

/** True where a time expression may start. */
function mayStart(text: string, at: number): boolean {
  return start.has(text.charAt(at))
}

const SIMPLE = [numericDateAt, numericMonthAt, calendarAt, dayWordAt, weekdayAt, cycleAt, shiftAt, rollingAt] as const

/**
 * The longest time expression without a range that starts exactly at `at`; null where none does.
 * `momentAt('다음 주 금요일에', 0)!.end // => 8`
 */
export function momentAt(text: string, at: number, options?: ScanOptions): Scan<Moment> {
  if (!mayStart(text, at)) return null
  let best: Scan<Moment> = null
  for (const scan of SIMPLE) {
    const found = scan === numericDateAt ? numericDateAt(text, at, options?.yearFirst) : scan(text, at)
    if (found && (!best || found.end > best.end)) best = found
  }
  if (best && isDate(best.value)) {
    const unit = containingAt(text, best.end)
    if (unit) return { end: unit.end, value: { kind: 'cycleOf', unit: unit.value, date: best.value } }
  }
  return best
}

const MARK = sticky(' ?(부터|으로부터|로부터|에서부터|에서|[-~–—∼〜～]|과|와) ?')
const CLOSE = sticky(' ?(까지|사이)')
const YEARS = sticky('([0-9]{4}) ?[-~–—∼～] ?([0-9]{4})(?: ?년)?(?![0-9-])')

/** A range of two expressions: 10월 2일부터 10월 22일까지, 2015년과 2018년 2월 사이, 8월 8일 - 8월 13일, 31주와 35주 사이. */
function rangeAt(text: string, at: number, first: Scan<Moment>, options?: ScanOptions): Scan<Moment> {
  const from = first ?? weekNumberAt(text, at)
  if (!from) return yearsAt(text, at)
  const mark = readAt(MARK, text, from.end)
  if (!mark) return null
  const start = from.end + mark[0].length
  const second = from.value.kind === 'weekNumber' ? weekNumberAt(text, start) : (momentAt(text, start, options) ?? nowAt(text, start))
  if (!second) return null
  const close = readAt(CLOSE, text, second.end)
  const dash = /[-~–—∼〜～]/.test(mark[1]!)
  const joined = mark[1] === '과' || mark[1] === '와'
  if (joined ? close?.[1] !== '사이' : !dash && !close && !options?.openRange) return null
  return {
    end: second.end + (close ? close[0].length : 0),
    value: { kind: 'range', from: from.value, to: inherit(from.value, second.value), until: !joined || dash },
  }
}

function yearsAt(text: string, at: number): Scan<Moment> {
  const years = at > 0 && /[0-9.,]/.test(text.charAt(at - 1)) ? null : readAt(YEARS, text, at)
  if (!years || Number(years[1]) >= Number(years[2]) || Number(years[1]) < 1500 || Number(years[2]) > 2200) return null
  const year = (figures: string): Moment => ({ kind: 'year', year: { kind: 'number', year: Number(figures), figures: 4 } })
  return { end: at + years[0].length, value: { kind: 'range', from: year(years[1]!), to: year(years[2]!), until: true } }
}

/** The second end of a range takes the month and year that it leaves out from the first: 11월 19일에서 20일까지. */
function inherit(from: Moment, to: Moment): Moment {
  if (to.kind !== 'date' || from.kind !== 'date') {
    if (to.kind === 'month' && from.kind === 'month' && !to.year && from.year) return { ...to, year: from.year }
    if (to.kind === 'quarter' && from.kind === 'quarter' && !to.year && from.year) return { ...to, year: from.year }
    return to
  }
  if (to.year) return to
  if (!to.month) return { ...to, ...(from.month ? { month: from.month } : {}), ...(from.year ? { year: from.year } : {}) }
  return from.year && to.month.kind === 'number' && !to.month.direction ? { ...to, year: from.year } : to
}

/**
 * The longest time expression that starts exactly at `at`, ranges and anchored spans included; null where none does.
 * `expressionAt('10월 2일부터 10월 22일까지', 0)!.value.kind // => 'range'`
 */
export function expressionAt(text: string, at: number, options?: ScanOptions): Scan<Moment> {
  if (!mayStart(text, at)) return null
  const simple = momentAt(text, at, options)
  const range = rangeAt(text, at, simple, options)
  if (range) return range
  return simple
}

/**
 * Every time expression in a text, left to right, without overlaps; none starts inside a word. Linear in the length of the text.
 * `momentsIn('2월 1일에서 2019년 3월까지 쉰다').length // => 1`
 */
export function momentsIn(text: string, options?: ScanOptions): FoundMoment[] {
  const found: FoundMoment[] = []
  for (let p = 0; p < text.length; p++) {
    if (!mayStart(text, p) || (p > 0 && isSyllable(text, p - 1) && isSyllable(text, p))) continue
    if (/[0-9]/.test(text.charAt(p)) && p > 0 && /[0-9A-Za-z.,/_+-]/.test(text.charAt(p - 1))) continue
    const one = expressionAt(text, p, options)
    if (!one) continue
    found.push({ start: p, end: one.end, moment: one.value })
    p = one.end - 1
  }
  return found
}
