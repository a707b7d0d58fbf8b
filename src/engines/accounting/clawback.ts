import type { ClawbackRule } from '#data/clawback-rules'
import { add, compare, type Decimal, decimal, multiply, ONE, quotient, subtract, toInteger, toText, ZERO } from '#quantity/decimal'

/** A condition of an award: what was promised and what was reached; null is not known. */
export interface AwardCondition {
  readonly id: string
  readonly promised: string | null
  readonly reached: string | null
  readonly weight: string
}

/** What is assessed. */
export interface ClawbackInputs {
  /** In won. */
  readonly granted: string | null
  readonly conditions: readonly AwardCondition[]
  /** Whether the firm gave the project up: then nothing counts as reached. */
  readonly withdrawn: boolean
}

/** 환수 산정: the shortfall of each condition, of all together, and the amount in won. */
export interface ClawbackResult {
  readonly conditions: readonly (AwardCondition & {
    readonly missing: string | null
    readonly shortfall: string | null
    readonly counted: string | null
  })[]
  readonly shortfall: string | null
  readonly amount: string | null
  /** What is not known and keeps the amount unknown. */
  readonly unknown: readonly string[]
}

/**
 * 그날의 규칙: the version of a rule that holds on a day; null before the first. An office's version stands beside those of the product: the latest first day wins, then the higher version.
 *
 * @example
 * clawbackRuleOn([], 'shortfall-pro-rata', '2026-01-01') // => null
 */
export function clawbackRuleOn(rules: readonly ClawbackRule[], id: string, day: string): ClawbackRule | null {
  const holding = rules.filter((one) => one.id === id && one.validFrom <= day)
  return holding.sort((a, b) => (a.validFrom === b.validFrom ? b.version - a.version : a.validFrom < b.validFrom ? 1 : -1))[0] ?? null
}

/**
 * 미달 비율에 따른 환수액: shortfall = max(0, 1 - reached / promised), a shortfall within the rule's tolerance counts as none; of several conditions the largest or the average by weight;
 * amount = granted x shortfall, cut down to whole won. An unknown condition leaves the amount unknown.
 * Source: the rule, which names its own; see `data/clawback-rules.ts`.
 *
 * @example
 * assessClawback({ id: 'r', version: 1, ko: '', en: '', validFrom: '2000-01-01', tolerance: '0', combine: 'largest', source: '' },
 *   { granted: '1000000000', withdrawn: false, conditions: [{ id: 'jobs', promised: '80', reached: '52', weight: '1' }] }).amount // => '350000000'
 */
export function assessClawback(rule: ClawbackRule, inputs: ClawbackInputs): ClawbackResult {
  const conditions = inputs.conditions.map((one) => {
    const reached = inputs.withdrawn ? '0' : one.reached
    if (one.promised === null || reached === null || compare(decimal(one.promised), ZERO) <= 0)
      return { ...one, reached, missing: null, shortfall: null, counted: null }
    const missing = atLeastZero(subtract(decimal(one.promised), decimal(reached)))
    const shortfall = held(quotient(missing, decimal(one.promised), 17))
    const counted = compare(shortfall, decimal(rule.tolerance)) <= 0 ? ZERO : shortfall
    return { ...one, reached, missing: toText(missing), shortfall: toText(shortfall), counted: toText(counted) }
  })
  const unknown = [...(inputs.granted === null ? ['granted'] : []), ...conditions.filter((one) => one.counted === null).map((one) => one.id)]
  if (conditions.length === 0) unknown.push('conditions')
  const known = conditions.every((one) => one.counted !== null) && conditions.length > 0
  const shortfall = known ? combined(rule, conditions) : null
  return {
    conditions,
    shortfall: shortfall === null ? null : toText(shortfall),
    amount: shortfall === null || inputs.granted === null ? null : String(wholeWon(decimal(inputs.granted), rule, conditions, shortfall)),
    unknown,
  }
}

type Worked = { readonly promised: string | null; readonly missing: string | null; readonly counted: string | null; readonly weight: string }

function combined(rule: ClawbackRule, conditions: readonly Worked[]): Decimal {
  if (rule.combine === 'largest') return conditions.map((one) => decimal(one.counted!)).reduce((a, b) => (compare(a, b) >= 0 ? a : b))
  const weight = conditions.map((one) => decimal(one.weight)).reduce(add, ZERO)
  return quotient(conditions.map((one) => multiply(decimal(one.counted!), decimal(one.weight))).reduce(add, ZERO), weight, 17)
}

/** Of one condition the division comes last, so that 1/3 of 300 is 100 and not 99. */
function wholeWon(granted: Decimal, rule: ClawbackRule, conditions: readonly Worked[], shortfall: Decimal): bigint {
  if (compare(shortfall, ZERO) === 0) return 0n
  const largest = rule.combine === 'largest' ? conditions.find((one) => compare(decimal(one.counted!), shortfall) === 0) : undefined
  const exact =
    largest && compare(decimal(largest.missing!), decimal(largest.promised!)) <= 0
      ? quotient(multiply(granted, decimal(largest.missing!)), decimal(largest.promised!), 40)
      : multiply(granted, shortfall)
  return floor(exact)
}

const floor = (value: Decimal): bigint => (value.exponent >= 0 ? toInteger(value) : value.coefficient / 10n ** BigInt(-value.exponent))
const atLeastZero = (value: Decimal): Decimal => (compare(value, ZERO) < 0 ? ZERO : value)
const held = (value: Decimal): Decimal => (compare(value, ONE) > 0 ? ONE : value)
