import { plainName } from './inputs.ts'
import type { Answer, OracleCase } from './oracle-case.ts'

/** Why a case did not pass, or null. */
export type Difference = string | null

/**
 * A figure of a peer's own test, kept for comparison. The data says so by three marks together: the field is called `…_<peer>_test`, the file's source names that peer and its tests,
 * and `computed` beside it holds what the answer is judged by. With any mark missing the field is an expected value like others.
 */
export function isPeerFigure(key: string, beside: object, source: string): boolean {
  const peer = /_([a-z0-9]+)_test$/i.exec(key)?.[1]
  return peer !== undefined && 'computed' in beside && new RegExp(`\\b${peer}\\b[\\s\\S]*\\btests?\\b`, 'i').test(source)
}

/** Whether an answer is what was expected, in one of its shapes. `source` is what the file says of its origin. */
export function differenceOf(one: OracleCase, given: Answer, source = ''): Difference {
  const tolerance = one.tolerance ?? 0
  const near = nearness(tolerance, given.digits)
  let first: Difference = 'no answer'
  for (const [k, candidate] of given.candidates.entries()) {
    const difference =
      given.compare === 'standardised'
        ? standardisedDifference(one.expected, candidate, tolerance)
        : walk(withoutPeerFigures(one.expected, source), candidate, near, '')
    if (difference === null) return null
    if (k === 0) first = difference
  }
  return first
}

function withoutPeerFigures(expected: unknown, source: string): unknown {
  if (!expected || typeof expected !== 'object' || Array.isArray(expected)) return expected
  return Object.fromEntries(Object.entries(expected).filter(([key]) => !isPeerFigure(key, expected, source)))
}

type Near = (expected: number, given: number) => boolean

function nearness(tolerance: number, digits: number | undefined): Near {
  return (expected, given) => {
    if (Math.abs(expected - given) <= tolerance * Math.max(1, Math.abs(expected))) return true
    return digits !== undefined && Number(given.toFixed(digits)) === expected
  }
}

const special: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
}

const isUndefined = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value))

/** Typed arrays and matrices as plain lists. */
function plain(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value)
  if (value && typeof value === 'object' && 'rows' in value && 'columns' in value && 'values' in value) {
    const { rows, columns, values } = value as { rows: number; columns: number; values: Float64Array }
    return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)))
  }
  return value
}

const isColumn = (value: unknown[]): boolean => value.length > 0 && value.every((row) => Array.isArray(row) && row.length === 1)

/** A list of records is records of lists. */
function asColumns(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0 || !value.every((one) => one && typeof one === 'object' && !Array.isArray(one))) return value
  const keys = Object.keys(value[0] as object)
  return Object.fromEntries(keys.map((key) => [key, value.map((one) => (one as Record<string, unknown>)[key])]))
}

function walk(expectedRaw: unknown, givenRaw: unknown, near: Near, path: string): Difference {
  const given = plain(givenRaw)
  const expected = Array.isArray(given) ? expectedRaw : asColumns(expectedRaw)
  if (typeof expected === 'string' && expected in special)
    return sameSpecial(special[expected]!, given) ? null : `${path}: expected ${expected}, got ${show(given)}`
  if (expected === null) return isUndefined(given) ? null : `${path}: expected nothing, got ${show(given)}`
  if (typeof expected === 'number') {
    const value = Array.isArray(given) && given.length === 1 ? given[0] : given
    return typeof value === 'number' && near(expected, value) ? null : `${path}: expected ${expected}, got ${show(value)}`
  }
  if (typeof expected !== 'object') return expected === given ? null : `${path}: expected ${String(expected)}, got ${show(given)}`
  if (Array.isArray(expected)) return listDifference(expected, given, near, path)
  const inside = Object.values(expected as object)
  // a list with one named entry, as R gives for a single region
  if (Array.isArray(given) && inside.length === 1) return walk(inside[0], given, near, `${path}${Object.keys(expected as object)[0]}`)
  if (!given || typeof given !== 'object' || Array.isArray(given))
    return `${path}: expected fields ${Object.keys(expected as object).join(', ')}, got ${show(given)}`
  const names = new Map(Object.keys(given).map((key) => [plainName(key), key]))
  for (const [key, value] of Object.entries(expected as object)) {
    const name = names.get(plainName(key))
    if (name === undefined) return `${path}${key}: no such field in the answer`
    const difference = walk(value, (given as Record<string, unknown>)[name], near, `${path}${key}`)
    if (difference !== null) return difference
  }
  return null
}

const sameSpecial = (expected: number, given: unknown): boolean => (Number.isNaN(expected) ? isUndefined(given) : given === expected)

function listDifference(expected: unknown[], given: unknown, near: Near, path: string): Difference {
  if (!Array.isArray(given))
    return expected.length === 1 ? walk(expected[0], given, near, path) : `${path}: expected a list of ${expected.length}, got ${show(given)}`
  if (isColumn(expected) && !isColumn(given))
    return listDifference(
      expected.map((row) => (row as unknown[])[0]),
      given,
      near,
      path,
    )
  if (expected.length === 1 && Array.isArray(expected[0]) && !Array.isArray(given[0])) return listDifference(expected[0], given, near, path)
  if (expected.length !== given.length) return `${path}: expected ${expected.length} values, got ${given.length}`
  for (const [i, one] of expected.entries()) {
    const difference = walk(one, given[i], near, `${path}[${i}]`)
    if (difference !== null) return difference
  }
  return null
}

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? String(value)

/** Eigenvectors have no scale and no sign: both sides are standardised; where one differs, their order must still be the same. */
function standardisedDifference(expected: unknown, given: unknown, tolerance: number): Difference {
  const a = standardised(expected)
  const b = standardised(plain(given))
  if (!a || !b || a.length !== b.length) return `expected ${show(expected)}, got ${show(given)}`
  for (const sign of [1, -1]) {
    const turned = b.map((one) => one * sign)
    if (a.every((one, i) => Math.abs(one - turned[i]!) <= tolerance) || sameOrder(a, turned, tolerance)) return null
  }
  return `expected (standardised) ${show(a)}, got ${show(b)}`
}

function standardised(value: unknown): number[] | null {
  if (!Array.isArray(value)) return null
  const numbers = value.flatMap((one) => (typeof one === 'number' && Number.isFinite(one) ? [one] : []))
  if (numbers.length === 0) return null
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length
  const spread = Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length)
  return numbers.map((one) => (spread === 0 ? 0 : (one - mean) / spread))
}

function sameOrder(a: readonly number[], b: readonly number[], tolerance: number): boolean {
  for (let i = 0; i < a.length; i++)
    for (let j = i + 1; j < a.length; j++) {
      const [x, y] = [a[i]! - a[j]!, b[i]! - b[j]!]
      if (Math.abs(x) <= tolerance !== Math.abs(y) <= tolerance || (Math.abs(x) > tolerance && x * y < 0)) return false
    }
  return true
}
