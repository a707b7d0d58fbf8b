/** What a spreadsheet's number format makes of a number. */
export interface NumberFormat {
  kind: 'number' | 'percent' | 'date' | 'month' | 'year' | 'time' | 'elapsed' | 'datetime' | 'nothing'
  /** Words that the format sets before the number: `"약 "0`, `[$₩-412]#,##0`. */
  prefix: string
  /** Words that the format sets behind the number: `#,##0"억원"`. */
  suffix: string
  /** Thousands that the format leaves out: `#,##0,` shows 1,200,000 as 1,200. */
  thousands: number
  /** Digits in groups of three: `#,##0`. */
  grouped: boolean
}

const plain: NumberFormat = { kind: 'number', prefix: '', suffix: '', thousands: 0, grouped: false }
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
  46: 'elapsed',
  47: 'time',
}

/**
 * 표시 형식: a number format by its id and, where it is the file's own, its code.
 *
 * `numberFormat(164, '#,##0"억원"').suffix // => '억원'`
 */
export function numberFormat(id: number, code?: string): NumberFormat {
  if (code === undefined) return { ...plain, kind: builtIn[id] ?? 'number', grouped: [3, 4, 37, 38, 39, 40].includes(id) }
  // three empty sections hide whatever the cell holds
  if (/^\s*(?:;\s*){2,3}$/.test(code)) return { ...plain, kind: 'nothing' }
  const section = code.split(';')[0]!.replace(/General/gi, '0')
  const { before, grammar, after } = partsOf(section)
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return { ...plain, kind: 'elapsed' }
  const day = /d/i.test(grammar)
  const hour = /[hs]/i.test(grammar)
  const year = /y/i.test(grammar)
  const month = /m/i.test(grammar) && !hour
  if (day || year || month) return { ...plain, kind: day ? (hour ? 'datetime' : 'date') : month ? 'month' : 'year' }
  if (hour) return { ...plain, kind: 'time' }
  const words = { prefix: before.trimStart(), suffix: after.trim() }
  if (grammar.includes('%')) return { ...plain, ...words, kind: 'percent' }
  const thousands = /[0#?](,+)(?![0#?,])/.exec(grammar)?.[1]?.length ?? 0
  return { kind: 'number', ...words, thousands, grouped: /[#0],[#0]/.test(grammar) }
}

/** Quoted words, one escaped letter, a currency in brackets, colours and conditions, blanks as wide as a letter, fillers. */
const literal = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|([₩￦$€£¥\u3131-\uD7A3㎡㎢㎿])/gu

/** The words of a section before and behind its digits, and what is left: the grammar of digits, dates and times. */
function partsOf(section: string): { before: string; grammar: string; after: string } {
  const firstDigit = section.replace(literal, (words) => ' '.repeat(words.length)).search(/[0#?]/)
  let before = ''
  let after = ''
  const grammar = section.replace(literal, (_, quoted?: string, escaped?: string, currency?: string, bare?: string, at?: number) => {
    const words = quoted ?? escaped ?? currency ?? bare ?? ''
    if (firstDigit >= 0 && at! < firstDigit) before += words
    else if (firstDigit >= 0) after += words
    return ' '
  })
  return { before, grammar, after }
}

const two = (value: number) => String(value).padStart(2, '0')
/** Sixteen digits hold the noise of binary fractions: 0.1 + 0.2. */
const tidy = (value: number) => {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? Number(text).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 }) : text
}

/** The words of the format around a number; its sign stands before them all. */
const dressed = (digits: string, { prefix, suffix }: NumberFormat): string =>
  digits.startsWith('-') ? `-${prefix}${digits.slice(1)}${suffix}` : `${prefix}${digits}${suffix}`

/**
 * A number as its cell shows it, in full: percentages multiplied, dates of the 1900 or 1904 calendar written out, rounding not applied.
 *
 * `shown(0.35, numberFormat(9), false) // => '35%'`
 */
export function shown(value: number, format: NumberFormat, from1904: boolean): string {
  if (format.kind === 'nothing') return ''
  if (format.kind === 'number') {
    const digits = tidy(value / 1000 ** format.thousands)
    return dressed(format.grouped ? digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ',')) : digits, format)
  }
  if (format.kind === 'percent') return dressed(`${tidy(Number((value * 100).toPrecision(14)))}%`, format)
  if (format.kind === 'elapsed') return `${Math.floor(Math.round(value * 1440) / 60)}:${two(Math.round(value * 1440) % 60)}`
  const days = value + (from1904 ? 1462 : 0)
  // 1900 was no leap year, though the serial numbers count its 29 February: days before March 1900 stand one later
  const seconds = Math.round((days < 60 && format.kind !== 'time' ? days + 1 : days) * 86_400)
  if (!(seconds >= 0 && seconds < 2_958_466 * 86_400)) return tidy(value)
  const at = new Date(Date.UTC(1899, 11, 30) + seconds * 1000)
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  if (format.kind === 'time') return time
  if (format.kind === 'year') return `${at.getUTCFullYear()}년`
  if (format.kind === 'month') return `${at.getUTCFullYear()}년 ${at.getUTCMonth() + 1}월`
  const date = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
  return format.kind === 'datetime' && seconds % 86_400 !== 0 ? `${date} ${time}` : date
}
