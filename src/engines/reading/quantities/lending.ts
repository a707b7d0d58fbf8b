import type { Mention } from '../reading.ts'
import { push, scale } from './mention.ts'
import type { UnitEntry } from './units.ts'

/** State of one scan: where a number without its unit stood, so that "100·200·300만원" can lend it one. */
export interface Bare {
  start: number
  end: number
  value: number
}

export interface Step {
  readonly at: number
  readonly bare: Bare[]
}

/** What stands between two numbers of a list. */
const LABEL = /^\s?[·ㆍ・/,]\s?(?:\d{1,4}(?:년|단계|차|분기)(?:에는|에|는|은)?|[가-힣]{0,4}|[가-힣]{2,3} (?:이상|이후|부터))\s?$/

const WORDS = /^,\s(?:[가-힣]{1,5}\s){1,3}$/

/** "100·200·300만원": the numbers before take unit and magnitude of the last, if only a dot or comma and a short label stand between. */
export function lendUnit(text: string, at: number, bare: readonly Bare[], magnitude: number, unit: UnitEntry, out: Mention[]): void {
  let next = at
  const lent: Bare[] = []
  for (let i = bare.length - 1; i >= 0; i--) {
    const one = bare[i]!
    // "2024년 120, 2025년 240, 2026년 360억 원": what each number is of
    if (/^(?:년|단계|차|분기)/.test(text.slice(one.end, one.end + 2))) continue
    const between = text.slice(one.end, next)
    // "유럽 4억2천만, 중국을 뺀 아시아 2억6천만 달러": amounts with their own magnitudes may have longer labels
    if (!LABEL.test(between) && !(/[만억조]$/.test(text.slice(one.start, one.end)) && WORDS.test(between))) break
    // "새벽군-11 / 분양률 71%": the number of an entry
    if (/[가-힣A-Za-z]-$/.test(text.slice(Math.max(0, one.start - 2), one.start))) break
    // "50명 이상 20 / 20명 이상 15": points, not people
    if (/(?:이상|이하|미만|초과)\s$/.test(text.slice(Math.max(0, one.start - 3), one.start))) break
    lent.push(one)
    next = one.start
  }
  for (const one of lent.reverse()) {
    const own = /[만억조]/.test(text.slice(one.start, one.end))
    const value = scale(one.value * (!own && one.value < magnitude * 10 ? magnitude : 1), unit.factor)
    push(text, one.start, one.end, unit.kind, unit.unit, value, null, false, one.value, '', 0.85, `${unit.kind}:lent`, out)
  }
}

/** How far back the total of a list may stand. */
const TOTAL_REACH = 240
const SCALES = [1e3, 1e4, 1e6, 1e8, 1e12]

/** "총사업비 21,400백만원 … 2024년 6,200 2025년 7,400 2026년 7,800": bare numbers that add up to an amount before them are its parts, in its own magnitude. */
export function lendTotal(text: string, bare: readonly Bare[], out: Mention[]): void {
  if (bare.some((one) => one.value < 10)) return
  const sum = bare.reduce((total, one) => total + one.value, 0)
  for (let k = out.length - 1; k >= 0 && bare[0]!.start - out[k]!.end < TOTAL_REACH; k--) {
    const total = out[k]!
    if (total.kind !== 'money' || typeof total.value !== 'number' || total.bound !== null) continue
    const by = total.value / sum
    if (!SCALES.some((one) => Math.abs(by / one - 1) < 1e-9)) continue
    for (const one of bare)
      push(
        text,
        one.start,
        one.end,
        'money',
        total.unit ?? 'KRW',
        scale(one.value, Math.round(by)),
        null,
        false,
        one.value,
        '',
        0.8,
        'money:adds-up',
        out,
      )
    return
  }
}

/** "41개사(국내 36, 외투 5)", "4,520명(남 3,810 / 여 710)": bare numbers in brackets that add up to the amount before them are its parts. Whether they are. */
export function lendBracket(text: string, close: number, out: Mention[]): boolean {
  const total = out.at(-1)
  if (total === undefined || close - total.end > LONGEST_BRACKET) return false
  const open = total.end + text.slice(total.end, close).indexOf('(')
  if (open < total.end || open - total.end > 2 || typeof total.value !== 'number' || total.value === 0) return false
  if (!(total.kind === 'count' || total.kind === 'area' || total.kind === 'money')) return false
  const inside = text.slice(open + 1, close)
  const parts = [...inside.matchAll(PART)]
  if (parts.length < 2 || inside.replace(PART, '').replace(/[\s,·/|]/g, '') !== '') return false
  const amounts = parts.map((part) => Number(part[2]!.replace(/,/g, '')))
  const times = total.value / amounts.reduce((sum, one) => sum + one, 0)
  if (![1, ...SCALES].some((one) => Math.abs(times / one - 1) < 1e-9)) return false
  parts.forEach((part, k) => {
    const start = open + 1 + part.index + part[0].length - part[2]!.length
    push(
      text,
      start,
      start + part[2]!.length,
      total.kind,
      total.unit!,
      scale(amounts[k]!, Math.round(times)),
      null,
      false,
      amounts[k]!,
      '',
      0.8,
      `${total.kind}:adds-up`,
      out,
    )
  })
  return true
}

const LONGEST_BRACKET = 84
const PART = /([가-힣A-Za-z]{1,8})\s?[:：]?\s?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?!,?\d|[가-힣%㎡A-Za-z])/g
