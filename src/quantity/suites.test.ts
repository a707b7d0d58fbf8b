import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { boundsOf, boundsText } from './bound.ts'
import { decimal, divide, toNumber, toText } from './decimal.ts'
import { parseMoney, scanMoney } from './money.ts'
import { numbersIn, parseNumber, scanNumber } from './number.ts'
import { parseQuantity, quantitiesIn } from './scan-quantity.ts'
import { units } from './unit.ts'

/** The cases of two public projects (Duckling KO, Recognizers-Text KO) lie beside the repository where they are at hand; without them these tests skip. */
const FOLDER = ['../../../shared/suites/', '../../../../shared/suites/']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(new URL('duckling-ko.json', url)))

type Value = { value: number; unit?: string; iso?: string | null }
type DucklingCase = { kind: string; text: string; expected: { type: string; from?: Value; to?: Value } & Value }
type RecognizersCase = {
  kind: string
  text: string
  expected: { text: string; start: number; value: { value: string | null; unit?: string; isoCurrency?: string } | null }[]
}

const load = <T>(name: string): T[] => (FOLDER ? JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) : [])
const ducklings = load<DucklingCase>('duckling-ko.json')
const recognizers = load<RecognizersCase>('recognizers-ko.json')

const close = (a: number, b: number) => a === b || Math.abs(a - b) <= 1e-12 * Math.abs(b)

function ducklingNumber(c: DucklingCase): boolean {
  const value = parseNumber(c.text)
  return value !== null && close(toNumber(value), c.expected.value)
}

function ducklingMoney(c: DucklingCase): boolean {
  if (c.expected.type === 'value') {
    const found = parseMoney(c.text)
    if (!found.ok) return false
    const cents = c.expected.unit === 'cent'
    const amount = toNumber(cents ? divide(found.money.amount, decimal('0.01'), 6) : found.money.amount)
    return close(amount, c.expected.value) && (cents || found.money.currency === c.expected.iso)
  }
  const q = parseQuantity(c.text)
  if (q?.kind !== 'money') return false
  const low = q.max || q.bound === 'atLeast' || q.bound === 'moreThan' ? toNumber(q.value) : undefined
  const high = q.max ? toNumber(q.max) : q.bound === 'atMost' || q.bound === 'lessThan' ? toNumber(q.value) : undefined
  return low === c.expected.from?.value && high === c.expected.to?.value && q.unit === (c.expected.from ?? c.expected.to)?.iso
}

function ducklingDistance(c: DucklingCase): boolean {
  const q = parseQuantity(c.text)
  return q?.kind === 'length' && close(toNumber(q.value), c.expected.value) && units().find((u) => u.id === q.unit)?.english === c.expected.unit
}

/** Every expected number is found at its place with its value; a case that expects none holds where no number is read at all. */
function recognizerNumber(c: RecognizersCase): boolean {
  if (c.expected.length === 0) return [...numbersIn(c.text, { spacedGroups: true })].filter((n) => n.digits).length === 0
  return c.expected.every((e) => {
    const found = scanNumber(c.text, e.start, { spacedGroups: true })
    return found !== null && found.end === e.start + e.text.length && close(toNumber(found.value), Number(e.value?.value))
  })
}

function recognizerPercent(c: RecognizersCase): boolean {
  const found = [...quantitiesIn(c.text)].filter((f) => f.quantity.kind === 'percent')
  const expected = c.expected.filter((e) => e.value?.value)
  return (
    expected.every((e) => found.some((f) => f.start === e.start && `${toText(f.quantity.value)}%` === e.value?.value)) &&
    (expected.length > 0 || found.length === 0)
  )
}

function recognizerMoney(c: RecognizersCase): boolean {
  return c.expected
    .filter((e) => e.value?.value)
    .every((e) => {
      const found = scanMoney(c.text, e.start)
      const hundredths = ['Cent', 'Pence'].includes(e.value!.unit ?? '')
      const amount = found && toNumber(found.money.amount) * (hundredths ? 100 : 1)
      const iso = e.value?.isoCurrency
      return (
        found !== null &&
        found.end === e.start + e.text.length &&
        close(amount!, Number(e.value!.value)) &&
        (iso === undefined || found.money.currency === iso)
      )
    })
}

function recognizerDimension(c: RecognizersCase): boolean {
  return c.expected
    .filter((e) => e.value?.value)
    .every((e) => {
      const found = parseQuantity(e.text)
      return found !== null && close(toNumber(found.value), Number(e.value!.value))
    })
}

/** Runs the cases of one kind; a failure names every refused case. */
function score<T extends { text: string }>(cases: T[], holds: (c: T) => boolean): { rate: number; refused: string[] } {
  const refused = cases.filter((c) => !holds(c)).map((c) => c.text)
  return { rate: 1 - refused.length / cases.length, refused }
}

describe.skipIf(!FOLDER)('public Korean cases (skipped where ../shared/suites is absent)', () => {
  test.each([
    ['number', 0.98, ducklingNumber],
    ['amount-of-money', 0.98, ducklingMoney],
    ['distance', 0.98, ducklingDistance],
  ] as const)('Duckling %s: at least %d hold', (kind, least, holds) => {
    const { rate, refused } = score(
      ducklings.filter((c) => c.kind === kind),
      holds,
    )
    expect(rate, `refused: ${refused.join(' | ')}`).toBeGreaterThanOrEqual(least)
  })

  test.each([
    ['number', 0.9, recognizerNumber],
    ['percent', 0.9, recognizerPercent],
    ['currency', 0.9, recognizerMoney],
    ['dimension', 0.75, recognizerDimension],
  ] as const)('Recognizers %s: at least %d hold', (kind, least, holds) => {
    const { rate, refused } = score(
      recognizers.filter((c) => c.kind === kind),
      holds,
    )
    expect(rate, `refused: ${refused.join(' | ')}`).toBeGreaterThanOrEqual(least)
  })

  test('Recognizers number ranges with a plain 이상, 초과, 이하 or 미만 give the same interval', () => {
    const plain = recognizers.filter(
      (c) => c.kind === 'number-range' && c.expected.length === 1 && /^\d+ ?(이상|초과|이하|미만)$/.test(c.expected[0]!.text),
    )
    expect(plain.length).toBeGreaterThan(0)
    for (const c of plain) {
      const e = c.expected[0]!
      const kind = ({ 이상: 'atLeast', 초과: 'moreThan', 이하: 'atMost', 미만: 'lessThan' } as const)[e.text.slice(-2) as '이상']
      expect(boundsText(boundsOf(parseNumber(e.text.slice(0, -2))!, kind))).toBe(e.value?.value)
    }
  })
})
