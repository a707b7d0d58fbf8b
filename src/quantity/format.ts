import { absolute, compare, type Decimal, decimal, equals, round, toGrouped } from './decimal.ts'
import { currencySign, type Locale, printNumber, type Style } from './money-format.ts'
import { percentOfRatio } from './percent.ts'
import type { Quantity } from './quantity.ts'
import { unit } from './unit.ts'

export type { Locale, Style } from './money-format.ts'

/** One piece of a printed quantity; joined, the texts are the whole. A surface may set the unit smaller or the bound lighter. */
export type Part = { type: 'number' | 'unit' | 'approx' | 'bound' | 'currency' | 'range'; text: string }

/** A printed quantity. `rounded` is true where the text no longer gives the exact value. */
export type Printed = { parts: Part[]; text: string; rounded: boolean }

const ABOUT: Readonly<Record<Locale, string>> = { ko: '약 ', en: 'about ', zh: '约', ja: '約' }
const BEHIND: Readonly<Record<'ko' | 'zh' | 'ja', Readonly<Record<string, string>>>> = {
  ko: { atLeast: ' 이상', moreThan: ' 초과', atMost: ' 이하', lessThan: ' 미만' },
  zh: { atLeast: '以上', moreThan: '多', atMost: '以下', lessThan: '不足' },
  ja: { atLeast: '以上', moreThan: '超', atMost: '以下', lessThan: '未満' },
}
const IN_FRONT: Readonly<Record<string, string>> = { atLeast: 'at least ', moreThan: 'more than ', atMost: 'at most ', lessThan: 'less than ' }
const COUNTERS: Readonly<Record<string, { zh: string; ja: string }>> = {
  persons: { zh: '人', ja: '人' },
  jobs: { zh: '个岗位', ja: '人の雇用' },
  firms: { zh: '家', ja: '社' },
  factories: { zh: '座工厂', ja: '工場' },
  projects: { zh: '个项目', ja: '事業' },
  cases: { zh: '件', ja: '件' },
  sites: { zh: '处', ja: 'か所' },
  items: { zh: '个', ja: '個' },
  multiple: { zh: '倍', ja: '倍' },
  pyeong: { zh: '坪', ja: '坪' },
  year: { zh: '年', ja: '年' },
  month: { zh: '个月', ja: 'か月' },
  day: { zh: '天', ja: '日' },
}

/** English nouns of count units in the singular, where dropping the plural s is not enough. */
const SINGULAR: Readonly<Record<string, string>> = {
  factories: 'factory',
  parties: 'party',
  times: 'time',
  years_old: 'year old',
  multiple: 'times',
  index: 'point',
}

/** The unit's sign behind a number in a language; English words take the singular after exactly one. `unitSign('persons', decimal('1'), 'en') // => ' person'` */
export function unitSign(id: string, value: Decimal, locale: Locale): string {
  const found = unit(id)
  if (locale === 'ko') return found.sign[0]
  const other = locale === 'en' ? undefined : COUNTERS[id]?.[locale]
  if (other !== undefined) return other
  const sign = found.sign[1]
  if (locale !== 'en' || !sign.startsWith(' ')) {
    return /^[A-Za-z]/.test(sign) ? ` ${sign}` : sign
  }
  if (!equals(absolute(value), decimal('1'))) return sign
  const plural = sign.slice(1)
  return ` ${SINGULAR[id] ?? (plural.endsWith('s') ? plural.slice(0, -1) : plural)}`
}

/** The number of a quantity that is not money: in figures when exact; short Korean, Chinese and Japanese forms use 만 and 억 from a hundred thousand on. */
function figure(value: Decimal, locale: Locale, style: Style): { text: string; rounded: boolean } {
  const sign = value.coefficient < 0n ? '-' : ''
  const size = absolute(value)
  if (style === 'exact') return { text: sign + toGrouped(size), rounded: false }
  if (locale !== 'en' && compare(size, decimal('100000')) >= 0) {
    const printed = printNumber(size, locale, 'short')
    return { text: sign + printed.text, rounded: printed.rounded }
  }
  if (locale === 'en' && compare(size, decimal('1000000')) >= 0) {
    const printed = printNumber(size, locale, 'short')
    return { text: sign + printed.text, rounded: printed.rounded }
  }
  const shown = round(size, 2)
  return { text: sign + toGrouped(shown), rounded: !equals(shown, size) }
}

function moneyParts(value: Decimal, currency: string, locale: Locale, style: Style): { parts: Part[]; rounded: boolean } {
  const printed = printNumber(value, locale, style)
  const sign = currencySign(currency, locale)
  const number: Part = { type: 'number', text: printed.text }
  if (sign.before) return { parts: [{ type: 'currency', text: `${printed.sign}${sign.text} ` }, number], rounded: printed.rounded }
  const gap = locale === 'ko' && currency !== 'KRW' ? ' ' : ''
  return {
    parts: [
      { type: 'number', text: printed.sign + printed.text },
      { type: 'currency', text: gap + sign.text },
    ],
    rounded: printed.rounded,
  }
}

function valueParts(q: Quantity, value: Decimal, locale: Locale, style: Style, withUnit: boolean): { parts: Part[]; rounded: boolean } {
  if (q.kind === 'money') {
    const printed = moneyParts(value, q.unit.replace(/\/.*/, ''), locale, style)
    return withUnit ? printed : { parts: printed.parts.filter((p) => p.type === 'number'), rounded: printed.rounded }
  }
  const number = figure(value, locale, style)
  const parts: Part[] = [{ type: 'number', text: number.text }]
  if (withUnit) parts.push({ type: 'unit', text: unitSign(q.unit, value, locale) })
  return { parts, rounded: number.rounded }
}

/**
 * A quantity in words: the one printer of every surface. Exact forms in Korean and English money read back to the same quantity.
 * `formatQuantity({ kind: 'area', value: decimal('9916'), unit: 'm2', approx: true }, 'ko').text // => '약 9,916㎡'`
 */
export function formatQuantity(q: Quantity, locale: Locale, style: Style = 'exact'): Printed {
  if (q.unit === 'ratio')
    return formatQuantity({ ...q, unit: 'percent', value: percentOfRatio(q.value), ...(q.max ? { max: percentOfRatio(q.max) } : {}) }, locale, style)
  const parts: Part[] = []
  if (q.approx) parts.push({ type: 'approx', text: ABOUT[locale] })
  if (q.bound && locale === 'en') parts.push({ type: 'bound', text: IN_FRONT[q.bound]! })
  let rounded = false
  const put = (value: Decimal, withUnit: boolean) => {
    const printed = valueParts(q, value, locale, style, withUnit)
    rounded ||= printed.rounded
    parts.push(...printed.parts)
  }
  put(q.value, q.max === undefined || q.kind === 'money')
  if (q.max) {
    parts.push({ type: 'range', text: locale === 'en' ? '–' : '~' })
    put(q.max, true)
  }
  if (q.bound && locale !== 'en') parts.push({ type: 'bound', text: BEHIND[locale][q.bound]! })
  return { parts, text: parts.map((p) => p.text).join(''), rounded }
}
