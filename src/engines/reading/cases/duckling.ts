import { type Decimal, decimal, divide, toNumber } from '#quantity/decimal'
import { parseMoney } from '#quantity/money'
import { parseNumber } from '#quantity/number'
import { parseQuantity } from '#quantity/scan-quantity'
import { units } from '#quantity/unit'
import { ducklingDuration, ducklingTime } from './duckling-time.ts'
import { ordinalValue } from './ordinal.ts'
import { type SuiteCase, sameJson, type Verdict } from './suite-case.ts'

type Amount = { value: number; unit: string; iso: string | null }

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', GBP: '£' }
const SMALL: Readonly<Record<string, string>> = { 센트: 'cent', 펜스: 'pence', 페니: 'pence' }

function amount(value: Decimal, currency: string): Amount {
  return { value: toNumber(value), unit: SYMBOLS[currency] ?? currency, iso: currency }
}

/** Money in Duckling's shape: a value, or an interval for 이상, 미만 and ranges (open and closed ends are not told apart). */
function moneyAnswer(text: string): unknown {
  const found = parseMoney(text)
  if (found.ok) {
    const small = /(센트|펜스|페니)\s*$/.exec(text)?.[1]
    if (small && !/(달러|불|파운드|유로)/.test(text))
      return { type: 'value', value: toNumber(divide(found.money.amount, decimal('0.01'), 6)), unit: SMALL[small], iso: null }
    return { type: 'value', ...amount(found.money.amount, found.money.currency) }
  }
  const q = parseQuantity(text)
  if (q?.kind !== 'money') return null
  if (q.max) return { type: 'interval', from: amount(q.value, q.unit), to: amount(q.max, q.unit) }
  if (q.bound === 'atLeast' || q.bound === 'moreThan') return { type: 'interval', from: amount(q.value, q.unit) }
  if (q.bound) return { type: 'interval', to: amount(q.value, q.unit) }
  return { type: 'value', ...amount(q.value, q.unit) }
}

/** Names of units in Duckling's data, where they are not those of our table. */
const UNIT_NAMES: Readonly<Record<string, string>> = { L: 'litre', ml: 'millilitre', degC: 'celsius', degF: 'fahrenheit', deg: 'degree' }

function measure(text: string, kinds: readonly string[]): unknown {
  const q = parseQuantity(text)
  if (!q || !kinds.includes(q.kind)) return null
  const unit = UNIT_NAMES[q.unit] ?? units().find((u) => u.id === q.unit)?.english
  const of = (value: Decimal) => ({ value: toNumber(value), unit })
  if (q.max) return { type: 'interval', from: of(q.value), to: of(q.max) }
  if (q.bound === 'atLeast' || q.bound === 'moreThan') return { type: 'interval', from: of(q.value) }
  if (q.bound) return { type: 'interval', to: of(q.value) }
  return { type: 'value', ...of(q.value) }
}

function temperature(text: string): unknown {
  const scale = /^(섭씨|화씨) ?/.exec(text)
  const below = /^(영하|영상) ?/.exec(scale ? text.slice(scale[0].length) : text)
  const rest = text.slice((scale?.[0].length ?? 0) + (below?.[0].length ?? 0))
  const found = measure(below?.[1] === '영하' ? `-${rest}` : rest, ['temperature']) as { unit?: string } | null
  if (!found || !scale) return found
  return { ...found, unit: scale[1] === '섭씨' ? 'celsius' : 'fahrenheit' }
}

function number(text: string): unknown {
  const value = parseNumber(text)
  return value === null ? null : { type: 'value', value: toNumber(value) }
}

function ordinal(text: string): unknown {
  const value = ordinalValue(text)
  return value === null ? null : { type: 'value', value }
}

const READERS: Readonly<Record<string, (text: string, c: SuiteCase) => unknown>> = {
  number,
  ordinal,
  'amount-of-money': moneyAnswer,
  distance: (text) => measure(text, ['length']),
  volume: (text) => measure(text, ['volume']),
  quantity: (text) => measure(text, ['mass', 'volume', 'count']),
  temperature,
  duration: ducklingDuration,
  time: (text, c) => ducklingTime(text, c.reference_time ?? ''),
}

/**
 * The verdict on one case of Duckling (Korean): the whole text is read as one value or interval; interval ends are exclusive. A kind that no reader knows fails.
 * `judgeDuckling({ suite: 'duckling-ko', kind: 'number', text: '스물', expected: { type: 'value', value: 20 } }).passed // => true`
 */
export function judgeDuckling(c: SuiteCase): Verdict {
  const reader = READERS[c.kind]
  if (!reader) return { passed: false, answer: null, unread: true }
  const answer = reader(c.text.trim(), c) ?? null
  return { passed: answer !== null && sameJson(c.expected, answer), answer }
}
