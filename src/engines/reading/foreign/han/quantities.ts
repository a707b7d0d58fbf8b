import type { Bound } from '../../reading.ts'
import type { ForeignUnit } from '../english/units.ts'
import { type Figure, hanFigure } from '../figure.ts'
import type { Language } from '../language.ts'
import type { Found } from '../mention.ts'
import { hanUnit, nounAfter, nounBefore } from './units.ts'

const CURRENCY = /(?:(KRW|USD|EUR|JPY|CNY|RMB|人民币|人民幣|新台币|新台幣) ?|(US\$|\$|₩|€|¥|￥|£))(?=\d)/y
const SIGNS: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  新台币: 'TWD',
  新台幣: 'TWD',
  US$: 'USD',
  $: 'USD',
  '₩': 'KRW',
  '€': 'EUR',
  '£': 'GBP',
}

const ABOUT = /(?:约|約|近|大约|大約|将近|およそ|おおよそ|ほぼ|概ね)(?:为|達|达)?$/
const LEAST = /(?:超过|超過|超|逾|至少|不少于|不低于|突破|少なくとも|最低|高于)$/
const MOST = /(?:最多|不超过|不超過|最高|至多|最大|不到|低于)(?:将|可|能)?(?:达到?|获得|创造|提供|投资|新增|で)?$/
const INFIX = /余り(?=の)|[余餘多来]/y
const AFTER_LEAST = /以上|を超える|超(?!え)/y
const AFTER_MOST = /以下|以内|未満|不到/y
const AFTER_ABOUT = /左右|上下|程度|余り|前後|弱|強|ほど|规模|規模/y
const RANGE = / ?(?:[-–~～〜—―至]|から) ?/y
const YEARLY = /(?:每年|年均|年間|毎年|(?<!\d)年产值|(?<!\d)年销售额)[^，。、；0-9]{0,6}$/
const HEADED = /(?:每人|人均|1人当たり|1人あたり|一人当たり)[^，。、；0-9]{0,10}$/
const COMPANY = /(?:每家|1社当たり|1社あたり|每户企业)[^，。、；0-9]{0,10}$/

const match = (rule: RegExp, text: string, at: number): RegExpExecArray | null => {
  rule.lastIndex = at
  return rule.exec(text)
}

interface One {
  readonly figure: Figure
  readonly infix: boolean
  readonly unit: (ForeignUnit & { text: string }) | null
  readonly end: number
}

function one(text: string, at: number, language: Language, currency: string | null): One | null {
  const figure = hanFigure(text, at)
  if (figure === null) return null
  const infix = match(INFIX, text, figure.end)
  let from = figure.end + (infix === null ? 0 : infix[0].length)
  if (infix !== null && !figure.magnitude && language === 'ja') from = figure.end
  if (text.charCodeAt(from) === 0x20) from++
  let unit = hanUnit(text, from, language)
  // 100多万元: the magnitude stands behind the infix
  let { value } = figure
  if (unit === null && infix !== null) {
    const power = /^(万亿|亿|万|億)/.exec(text.slice(from, from + 2))
    if (power !== null) {
      value *= power[1] === '万' ? 1e4 : power[1] === '万亿' ? 1e12 : 1e8
      from += power[1]!.length
      unit = hanUnit(text, from, language)
    }
  }
  // 新台币5亿元: 元 only repeats the currency
  if (currency === 'TWD' && unit?.text === '元') return { figure, infix: infix !== null, unit: { ...unit, unit: currency }, end: from + 1 }
  if (currency !== null && (unit === null || unit.kind !== 'money'))
    return { figure, infix: infix !== null, unit: { kind: 'money', unit: currency, factor: 1, text: currency }, end: figure.end }
  const read = { ...figure, value }
  return unit === null
    ? { figure: read, infix: false, unit: null, end: figure.end }
    : { figure: read, infix: from > figure.end && infix !== null, unit, end: from + unit.text.length }
}

const exact = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))

/**
 * A Chinese or Japanese quantity (수량) whose figure or currency sign stands at `at`: 3亿5000万元, 約1兆2,000億ウォン, 300余名, 10万平方米. Null where nothing says what the figure counts.
 *
 * `hanQuantity('100亩', 0, 'zh')!.unit // => 'm2'`
 */
export function hanQuantity(text: string, at: number, language: Language): Found | null {
  const sign = match(CURRENCY, text, at)
  const mark = sign === null ? null : (sign[1] ?? sign[2]!)
  const currency = mark === null ? null : mark === '¥' || mark === '￥' ? (language === 'ja' ? 'JPY' : 'CNY') : (SIGNS[mark] ?? mark)
  const from = sign === null ? at : at + sign[0].length
  let first = one(text, from, language, currency)
  if (first === null) return null
  let max: number | null = null
  const gap = match(RANGE, text, first.end)
  if (gap !== null && /\d/.test(text.charAt(first.end + gap[0].length))) {
    const second = one(text, first.end + gap[0].length, language, currency)
    // 1,200人から2,000人に: a change, not a range
    const change = gap[0].includes('から') && second !== null && /^[にへ]/.test(text.slice(second.end, second.end + 1))
    if (!change && second?.unit != null && second.unit.kind !== 'period' && (first.unit === null || first.unit.unit === second.unit.unit)) {
      const bare = hanFigure(text.slice(second.figure.start, second.figure.start + 24).replace(/[千百十万萬亿億兆].*/, ''), 0)
      const power = !first.figure.magnitude && second.figure.magnitude && bare !== null && bare.value > 0 ? second.figure.value / bare.value : 1
      const low = first.figure.value * Math.round(power)
      if (low < second.figure.value) {
        max = exact(second.figure.value, second.unit.factor)
        first = { ...second, figure: { ...first.figure, value: low } }
      }
    }
  }
  const { unit, figure, end } = first
  if (unit === null) return null
  if (unit.kind === 'period' && figure.plain && figure.value >= 1900 && figure.value <= 2100 && unit.text === '年') return null
  const head = text.slice(Math.max(0, at - 12), at)
  if (unit.kind === 'count' && /第$/.test(head)) return null
  if (unit.text === '平' && !figure.magnitude) return null
  const least = match(AFTER_LEAST, text, end)
  const most = match(AFTER_MOST, text, end)
  const about = match(AFTER_ABOUT, text, end)
  const bound: Bound | null = max !== null ? null : least !== null || LEAST.test(head) ? 'min' : most !== null || MOST.test(head) ? 'max' : null
  const general = unit.kind === 'count' && /^(?:个|個|家|项|座|件|处|户)$/.test(unit.text)
  const noun = general ? (nounAfter(text, end) ?? nounBefore(head)) : null
  const per = unit.kind !== 'money' ? null : YEARLY.test(head) ? 'year' : HEADED.test(head) ? 'person' : COMPANY.test(head) ? 'firm' : null
  return {
    kind: unit.kind,
    start: at,
    end: end + (least?.[0].length ?? most?.[0].length ?? 0),
    value: exact(figure.value, unit.factor),
    valueMax: max,
    unit: noun ?? unit.unit,
    approximate: ABOUT.test(head) || first.infix || (about !== null && !/规模|規模/.test(about[0])),
    bound,
    per,
    printed: { amount: text.slice(from, Math.max(figure.end, from + 1)), unit: unit.text },
    certainty: unit.kind === 'count' ? 0.88 : 0.95,
    rule: noun === null ? `${unit.kind}:unit` : 'count:noun',
  }
}
