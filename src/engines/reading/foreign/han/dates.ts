import type { Day } from '../../dates/dates.ts'
import type { DateValue } from '../../reading.ts'
import type { Language } from '../language.ts'
import type { Found } from '../mention.ts'
import { dateValue, dayPlus, type Lean, monthPlus } from '../moment.ts'

const RELATIVE_YEAR: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  当年: 0,
  明年: 1,
  来年: 1,
  來年: 1,
  去年: -1,
  昨年: -1,
  前年: -2,
  后年: 2,
  後年: 2,
  再来年: 2,
  一昨年: -2,
}
const FISCAL_YEAR: Readonly<Record<string, number>> = { 今年度: 0, 本年度: 0, 来年度: 1, 明年度: 1, 昨年度: -1, 前年度: -1, 去年度: -1, 再来年度: 2 }
const RELATIVE_MONTH: Readonly<Record<string, number>> = { 本月: 0, 今月: 0, 当月: 0, 上月: -1, 上个月: -1, 先月: -1, 下月: 1, 下个月: 1, 来月: 1 }
/** First year of each Japanese era, less one (令和元年 is 2019). */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 }

const PART =
  '(上半年|下半年|上半期|下半期|上期|下期|前半|後半|前期|后期|第?[一二三四1-4](?:季度|季|四半期)|年底|年末|年初|[底末初]|春季?|夏季?|秋季?|冬季?)'
const HEAD =
  '(?:(令和|平成|昭和)(\\d{1,2}|元)年|((?:19|20)\\d{2}) ?年|(再来年度|[今本来明昨前去]年度|再来年|一昨年|[今本当明来來去昨前后後]年(?!同|比)))'
const MONTH = '(\\d{1,2}) ?月(?!間|间)'
const DAY = '(\\d{1,2}) ?[日号](?!間|间)'
const WITH_YEAR = new RegExp(`${HEAD}(度)?[ \\u3000]?(?:的|の|内に)?(?:${MONTH}(?: ?${DAY}|[ ]?(末|底|初|上旬|中旬|下旬))?|${PART})?`, 'y')
const MONTH_DAY = new RegExp(`${MONTH}(?: ?${DAY}|(末|底|初|上旬|中旬|下旬))?`, 'y')
const MONTH_RELATIVE = new RegExp(`(上个月|下个月|[本今当上下先来]月)(?: ?${DAY})?`, 'y')
const DAY_ALONE = new RegExp(DAY, 'y')
const BARE_PART = /(今后|今後)?(第[一二三四1-4]季度|年底|年末|年内|年内|上半年|下半年|本日|昨日|今天|昨天|明天|今日)/y
const NUMERIC = /((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y
const SHORT_YEAR = /(\d{2})年(\d{1,2})月(?!間|\d)/y
const YEAR_MONTHS = /((?:19|20)\d{2})年(\d{1,2})[-–~～—至](\d{1,2})月(?!間|间)/y
const YEARS = /((?:19|20)\d{2})[-–~～—至]((?:19|20)\d{2})年(度)?/y

const match = (rule: RegExp, text: string, at: number): RegExpExecArray | null => {
  rule.lastIndex = at
  return rule.exec(text)
}

const quarterOf = (word: string): number => {
  const index = '一二三四'.indexOf(word.replace('第', '').charAt(0))
  return index >= 0 ? index + 1 : Number(word.replace('第', '').charAt(0))
}

/** Months of a part of a year; a Japanese fiscal year (年度) begins in April. */
function monthsOf(word: string, fiscal: boolean): readonly [number, number] {
  const shift = fiscal ? 3 : 0
  if (/^(?:上半|上期|前半|前期)/.test(word)) return [1 + shift, 6 + shift]
  if (/^(?:下半|下期|後半|后期)/.test(word)) return [7 + shift, 12 + shift]
  if (/季度|季$|四半期/.test(word) && !/^[春夏秋冬]/.test(word)) return [quarterOf(word) * 3 - 2 + shift, quarterOf(word) * 3 + shift]
  if (word.startsWith('春')) return [3, 5]
  if (word.startsWith('夏')) return [6, 8]
  if (word.startsWith('秋')) return [9, 11]
  if (word.startsWith('冬')) return [12, 14]
  return /初/.test(word) ? [1 + shift, 1 + shift] : [12 + shift, 12 + shift]
}

const found = (start: number, end: number, value: DateValue | null, rule: string): Found => ({
  kind: 'date',
  start,
  end,
  value,
  unit: 'date',
  certainty: 0.95,
  rule,
})

const FUTURE = /(?:将于|将在|预计|计划|拟于|予定|来る|預計|将|までに)[^，。、]{0,6}$/
const PAST = /(?:去る|截至|于|已于|时隔)$/

/**
 * A Chinese or Japanese date (날짜) at `at`: 2027年3月末, 明年上半年, 令和8年度, 来月10日, 2025年至… Null where none begins there.
 * 年度 is the Japanese fiscal year from April in Japanese text, the calendar year in Chinese.
 *
 * `hanDate('2027年3月末に', 0, null, 'ja')!.value // => '2027-03'`
 */
export function hanDate(text: string, at: number, reference: Day | null, language: Language): Found | null {
  const numeric = match(NUMERIC, text, at)
  if (numeric !== null) {
    const value = dateValue({ year: Number(numeric[1]), month: Number(numeric[3]), day: Number(numeric[4]) }, null, null)
    return value === null ? null : found(at, at + numeric[0].length, value, 'date')
  }
  const years = match(YEARS, text, at)
  if (years !== null && Number(years[1]) < Number(years[2])) {
    const fiscal = years[3] !== undefined && language === 'ja'
    const from = fiscal ? `${years[1]}-04` : years[1]!
    return found(at, at + years[0].length, { from, to: fiscal ? `${Number(years[2]) + 1}-03` : years[2]! }, 'date:range')
  }
  const span = match(YEAR_MONTHS, text, at)
  if (span !== null && Number(span[2]) < Number(span[3]) && Number(span[3]) <= 12)
    return found(at, at + span[0].length, dateValue({ year: Number(span[1]), months: [Number(span[2]), Number(span[3])] }, null, null), 'date:range')
  // 27年4月に稼働: a newspaper's year in two figures
  const short = language === 'ja' && text.charAt(at + 2) === '年' ? match(SHORT_YEAR, text, at) : null
  if (short !== null && Number(short[1]) >= 10 && Number(short[1]) <= 50 && Number(short[2]) <= 12)
    return found(at, at + short[0].length, dateValue({ year: 2000 + Number(short[1]), month: Number(short[2]) }, null, null), 'date')
  // 投产后年营业额: 后 ends the clause before
  if (/[后後]/.test(text.charAt(at)) && /[产成达營营工用运]/.test(text.charAt(at - 1))) return null
  const whole = match(WITH_YEAR, text, at)
  if (whole !== null) return withYear(text, whole, at, reference, language)
  const code = text.charCodeAt(at)
  const digit = code >= 0x30 && code <= 0x39
  const before = text.slice(Math.max(0, at - 8), at)
  const lean: Lean = FUTURE.test(before) ? 'future' : PAST.test(before) ? 'past' : null
  if (digit) {
    const month = match(MONTH_DAY, text, at)
    if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12) {
      const day = month[2] === undefined ? undefined : Number(month[2])
      return found(at, at + month[0].length, dateValue({ month: Number(month[1]), day }, reference, lean), 'date')
    }
    const alone = match(DAY_ALONE, text, at)
    if (alone === null || Number(alone[1]) < 1 || Number(alone[1]) > 31 || /[第每]$/.test(before)) return null
    return found(at, at + alone[0].length, reference === null ? null : dayNear(Number(alone[1]), reference, lean), 'date')
  }
  const relative = match(MONTH_RELATIVE, text, at)
  if (relative !== null) {
    const end = at + relative[0].length
    if (reference === null) return found(at, end, null, 'date:relative-month')
    const month = monthPlus(reference, RELATIVE_MONTH[relative[1]!]!)
    const value =
      relative[2] === undefined
        ? month
        : dateValue({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)), day: Number(relative[2]) }, null, null)
    return found(at, end, value, 'date:relative-month')
  }
  const bare = match(BARE_PART, text, at)
  if (bare === null) return null
  const end = at + bare[0].length
  const word = bare[2]!
  if (/日|天/.test(word)) {
    const step = /昨/.test(word) ? -1 : word === '明天' ? 1 : 0
    return found(at, end, reference === null ? null : dayPlus(reference, step), 'date:relative')
  }
  const months = /^年内/.test(word) ? undefined : monthsOf(word, false)
  return found(at, end, reference === null ? null : dateValue({ year: reference.year, months }, null, null), 'date:relative')
}

function withYear(text: string, m: RegExpExecArray, at: number, reference: Day | null, language: Language): Found | null {
  const word = m[4]
  const fiscal = language === 'ja' && (m[5] !== undefined || word?.endsWith('年度') === true)
  let year: number | undefined
  if (m[1] !== undefined) year = ERAS[m[1]]! + (m[2] === '元' ? 1 : Number(m[2]))
  else if (m[3] !== undefined) year = Number(m[3])
  else if (reference !== null) {
    const base = fiscal && reference.month < 4 ? reference.year - 1 : reference.year
    year = base + (RELATIVE_YEAR[word!] ?? FISCAL_YEAR[word!] ?? 0)
  }
  // 同比去年… is a comparison all the same; a part or a separator that leads nowhere is left outside
  let end = at + m[0].length
  const open = m[6] === undefined && m[9] === undefined
  if (open) while (!/[年度]/.test(text.charAt(end - 1))) end--
  if (m[9] !== undefined && /^[末底初]$/.test(m[9]) && /[期级]/.test(text.charAt(end))) end -= 1
  const rule = word === undefined ? 'date' : 'date:relative'
  if (year === undefined) return found(at, end, null, rule)
  if (m[6] !== undefined) {
    const day = m[7] === undefined ? undefined : Number(m[7])
    return found(at, end, dateValue({ year, month: Number(m[6]), day }, null, null), rule)
  }
  if (m[9] !== undefined) return found(at, end, dateValue({ year, months: monthsOf(m[9], fiscal) }, null, null), rule)
  if (fiscal) return found(at, end, dateValue({ year, months: [4, 15] }, null, null), rule)
  return found(at, end, `${year}`, rule)
}

/** A bare day lies in the month of the report, or at the end of the month before it: 30日 in a paper of the first. */
function dayNear(day: number, reference: Day, lean: Lean): DateValue | null {
  const before = lean !== 'future' && day - reference.day > 20
  const month = before ? (reference.month === 1 ? 12 : reference.month - 1) : reference.month
  return dateValue({ year: before && reference.month === 1 ? reference.year - 1 : reference.year, month, day }, null, null)
}

/** Signs at which a date without a figure may begin. */
export const DATE_SIGNS = '令平昭今本当明来來去昨前后後再一上下先年第'

/** Whether what stands between two dates makes one range of them: 2025年至2030年, 2026年から2028年. */
export const joinsHanRange = (text: string, from: number, to: number): boolean =>
  to - from < 4 && /^(?:至|到|~|～|-|–|—|から|より|―)$/.test(text.slice(from, to))
