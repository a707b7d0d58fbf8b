import { add, type Decimal, decimal, multiply, toText, ZERO } from './decimal.ts'
import { scanHalfAfter, scanNumber } from './number.ts'
import { isSpace, numberClass } from './number-class.ts'
import { scanUnit } from './unit.ts'

/** A length of time (기간). Months, days and seconds are kept apart: a month has no fixed number of days. */
export type Duration = { readonly months: Decimal; readonly days: Decimal; readonly seconds: Decimal }

/** A duration found in text. `approximate` where 여 stands in it. */
export type ScannedDuration = { end: number; duration: Duration; approximate: boolean; digits: boolean }

const HALF = decimal('0.5')
const WHOLE_WORDS: readonly (readonly [string, Partial<Duration>])[] = [
  ['반년', { months: decimal('6') }],
  ['반나절', { seconds: decimal('21600') }],
  ['보름', { days: decimal('15') }],
  ['열흘', { days: decimal('10') }],
  ['아흐레', { days: decimal('9') }],
  ['여드레', { days: decimal('8') }],
  ['이레', { days: decimal('7') }],
  ['엿새', { days: decimal('6') }],
  ['닷새', { days: decimal('5') }],
  ['나흘', { days: decimal('4') }],
  ['사흘', { days: decimal('3') }],
  ['이틀', { days: decimal('2') }],
  ['하루', { days: decimal('1') }],
]

/** A duration from its parts; what is left out is zero. `durationText(duration({ months: decimal('20') })) // => 'P20M'` */
export function duration(parts: Partial<Duration>): Duration {
  return { months: parts.months ?? ZERO, days: parts.days ?? ZERO, seconds: parts.seconds ?? ZERO }
}

/**
 * A duration that starts exactly at `at`: 20개월, 3년 6개월, 반년, 1년 반, 2주, 사흘. A calendar year such as 2025년 looks the same as 2025 years: the caller
 * decides by size and context. Null where there is none.
 * `durationText(scanDuration('3년 6개월간', 0)!.duration) // => 'P42M'`
 */
export function scanDuration(text: string, at: number): ScannedDuration | null {
  const word = WHOLE_WORDS.find(([w]) => text.startsWith(w, at))
  if (word) return { end: at + word[0].length, duration: duration(word[1]), approximate: false, digits: false }
  let total = duration({})
  let p = at
  let end = -1
  let lastFactor = Number.POSITIVE_INFINITY
  let approximate = false
  let digits = false
  for (;;) {
    if (end >= 0 && isSpace(text.charCodeAt(p))) p++
    if (!numberClass[text.charCodeAt(p)]) break
    const number = scanNumber(text, p)
    if (!number || number.fuzzy || number.ordinal) break
    let q = number.end
    const about = text.charAt(q) === '여'
    if (about) q++
    if (isSpace(text.charCodeAt(q))) q++
    const found = scanUnit(text, q)
    if (!found?.clean || (found.unit.dimension !== 'months' && found.unit.dimension !== 'days' && found.unit.dimension !== 'seconds')) break
    const size = order(found.unit.id)
    if (size >= lastFactor) break
    lastFactor = size
    let value = number.value
    end = found.end
    const half = scanHalfAfter(text, end)
    if (half > 0) {
      value = add(value, HALF)
      end = half
    }
    const amount = multiply(value, found.unit.numerator)
    total = { ...total, [found.unit.dimension]: add(total[found.unit.dimension], amount) }
    approximate ||= about
    digits ||= number.digits
    p = end
    // 년간 and 개월간 close a duration
    if (found.form.endsWith('간') && found.unit.id !== 'hour') break
  }
  return end < 0 ? null : { end, duration: total, approximate, digits }
}

function order(id: string): number {
  return ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'].indexOf(id)
}

/** ISO 8601 text, in months, days and seconds only. `durationText(duration({ days: decimal('15') })) // => 'P15D'` */
export function durationText(d: Duration): string {
  const part = (value: Decimal, letter: string) => (value.coefficient === 0n ? '' : toText(value) + letter)
  const date = part(d.months, 'M') + part(d.days, 'D')
  const time = part(d.seconds, 'S')
  if (date === '' && time === '') return 'P0D'
  return `P${date}${time === '' ? '' : `T${time}`}`
}

/** ISO 8601 text back to a duration (years and weeks too), or null. `durationText(parseDurationText('P3Y6M')!) // => 'P42M'` */
export function parseDurationText(text: string): Duration | null {
  const n = '(-?\\d+(?:\\.\\d+)?)'
  const m = new RegExp(`^P(?:${n}Y)?(?:${n}M)?(?:${n}W)?(?:${n}D)?(?:T(?:${n}H)?(?:${n}M)?(?:${n}S)?)?$`).exec(text)
  if (!m || m.slice(1).every((part) => part === undefined)) return null
  const of = (i: number, factor: string) => multiply(decimal(m[i] ?? '0'), decimal(factor))
  return {
    months: add(of(1, '12'), of(2, '1')),
    days: add(of(3, '7'), of(4, '1')),
    seconds: add(add(of(5, '3600'), of(6, '60')), of(7, '1')),
  }
}

/** A duration in words; what reads back is the same duration. `formatDuration(duration({ months: decimal('42') }), 'ko') // => '3년 6개월'` */
export function formatDuration(d: Duration, locale: 'ko' | 'en'): string {
  const parts: string[] = []
  const push = (value: bigint | string, ko: string, en: string) => {
    const text = String(value)
    if (text !== '0') parts.push(locale === 'ko' ? text + ko : `${text} ${en}${text === '1' ? '' : 's'}`)
  }
  if (d.months.exponent >= 0 && d.months.coefficient >= 0n) {
    const months = d.months.coefficient * 10n ** BigInt(d.months.exponent)
    push(months / 12n, '년', 'year')
    push(months % 12n, '개월', 'month')
  } else push(toText(d.months), '개월', 'month')
  push(toText(d.days), '일', 'day')
  push(toText(d.seconds), '초', 'second')
  return parts.length > 0 ? parts.join(' ') : locale === 'ko' ? '0일' : '0 days'
}
