/** What a spreadsheet's number format makes of a number. */
export interface NumberFormat {
  kind: 'number' | 'percent' | 'date' | 'month' | 'time' | 'datetime'
  /** Words that the format sets behind the number: `#,##0"억원"`. */
  suffix: string
  /** Thousands that the format leaves out: `#,##0,` shows 1,200,000 as 1,200. */
  thousands: number
  /** Digits in groups of three: `#,##0`. */
  grouped: boolean
}

const plain: NumberFormat = { kind: 'number', suffix: '', thousands: 0, grouped: false }
const builtIn: Record<number, NumberFormat['kind']> = {
  9: 'percent',
  10: 'percent',
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'month',
  22: 'datetime',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  45: 'time',
  46: 'time',
  47: 'time',
}

/**
 * 표시 형식: a number format by its id and, where it is the file's own, its code.
 *
 * `numberFormat(164, '#,##0"억원"').suffix // => '억원'`
 */
export function numberFormat(id: number, code?: string): NumberFormat {
  if (code === undefined) return { ...plain, kind: builtIn[id] ?? 'number', grouped: [3, 4, 37, 38, 39, 40].includes(id) }
  const section = code.split(';')[0]!
  const words = [...section.matchAll(/"([^"]*)"/g)]
  const bare = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (bare.includes('%')) return { ...plain, kind: 'percent' }
  const day = /d/i.test(bare)
  const hour = /[hs]/i.test(bare)
  const yearOrMonth = /y/i.test(bare) || (/m/i.test(bare) && !hour)
  if (day || yearOrMonth) return { ...plain, kind: day ? (hour ? 'datetime' : 'date') : 'month' }
  if (hour) return { ...plain, kind: 'time' }
  const last = words.at(-1)
  const suffix = last && /[0#?]/.test(section.slice(0, last.index)) ? last[1]!.trim() : ''
  const thousands = /[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0
  return { kind: 'number', suffix, thousands, grouped: /[#0],[#0]/.test(bare) }
}

const two = (value: number) => String(value).padStart(2, '0')
/** Sixteen digits hold the noise of binary fractions: 0.1 + 0.2. */
const tidy = (value: number) => {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? Number(text).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 }) : text
}

/**
 * A number as its cell shows it, in full: percentages multiplied, dates of the 1900 or 1904 calendar written out, rounding not applied.
 *
 * `shown(0.35, numberFormat(9), false) // => '35%'`
 */
export function shown(value: number, format: NumberFormat, from1904: boolean): string {
  if (format.kind === 'number') {
    const digits = tidy(value / 1000 ** format.thousands)
    return (format.grouped ? digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ',')) : digits) + format.suffix
  }
  if (format.kind === 'percent') return `${tidy(Number((value * 100).toPrecision(14)))}%`
  const days = value + (from1904 ? 1462 : 0)
  // 1900 was no leap year, though the serial numbers count its 29 February: days before March 1900 stand one later
  const seconds = Math.round((days < 60 && format.kind !== 'time' ? days + 1 : days) * 86_400)
  if (!(seconds >= 0 && seconds < 2_958_466 * 86_400)) return tidy(value)
  const at = new Date(Date.UTC(1899, 11, 30) + seconds * 1000)
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  if (format.kind === 'time') return time
  if (format.kind === 'month') return `${at.getUTCFullYear()}년 ${at.getUTCMonth() + 1}월`
  const date = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
  return format.kind === 'datetime' && seconds % 86_400 !== 0 ? `${date} ${time}` : date
}
