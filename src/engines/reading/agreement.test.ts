import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, daysInMonth } from '#quantity/day'
import { toNumber } from '#quantity/decimal'
import { calendarInterval, half, intervalText, quarter, span } from '#quantity/interval'
import { parseQuantity } from '#quantity/scan-quantity'
import { toBase, unit } from '#quantity/unit'
import { readDocument } from './read-document.ts'
import type { DateValue, Mention } from './reading.ts'

const published = '2024-05-09'
const isQuantity = (m: Mention): boolean => m.kind !== 'organisation' && m.kind !== 'place' && m.kind !== 'person'

/** The one quantity a sentence with these words states, as the reader reads it in running text. */
function read(words: string): Mention {
  const found = readDocument(`규모는 ${words}에 이른다.`, { published }).mentions.filter(isQuantity)
  expect(found, words).toHaveLength(1)
  return found[0]!
}

const digits = (n: number): string => `${n}`
const grouped = (n: number): string => n.toLocaleString('en')
const space = fc.constantFrom('', ' ')
const figure = fc.constantFrom(digits, grouped)

/** A number as Korean papers print it: in figures, with 만, 억 and 조, with 천 before them, with a decimal. */
const whole = fc.oneof(
  fc.tuple(fc.integer({ min: 10, max: 999_999 }), figure).map(([n, write]) => write(n)),
  fc.tuple(fc.integer({ min: 1, max: 9999 }), figure).map(([n, write]) => `${write(n)}만`),
  fc.tuple(fc.integer({ min: 1, max: 999 }), space, fc.integer({ min: 1000, max: 9999 })).map(([a, gap, b]) => `${a}만${gap}${b}`),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('천', '백'), fc.constantFrom('', '만')).map(([n, small, big]) => `${n}${small}${big}`),
  fc.tuple(fc.integer({ min: 1, max: 999 }), space, fc.integer({ min: 1, max: 9 })).map(([a, gap, b]) => `${a}만${gap}${b}천`),
)
const large = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 9999 }), figure).map(([n, write]) => `${write(n)}억`),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), space, fc.integer({ min: 1, max: 9999 }), figure)
    .map(([a, gap, b, write]) => `${a}조${gap}${write(b)}억`),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 999 })).map(([a, b]) => `${a}천${b}억`),
  fc.tuple(fc.integer({ min: 1, max: 999 }), space, fc.integer({ min: 1, max: 9 })).map(([a, gap, b]) => `${a}억${gap}${b}천만`),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}.${b}조`),
)
const decimals = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}.${b}`)
const around = fc.constantFrom('', '여')

const measured = fc.oneof(
  fc.tuple(large, around, space, fc.constantFrom('원', '달러', '유로', '엔', '위안')),
  fc.tuple(whole, around, fc.constant(''), fc.constantFrom('㎡', 'm²', '평', '㎢', 'ha')),
  fc.tuple(decimals, fc.constant(''), fc.constant(''), fc.constantFrom('㎢', 'ha', 'MW', 'GW', '%', '%p', '㎞')),
  fc.tuple(whole, around, space, fc.constantFrom('명', '톤')),
)

describe('the reader of running text and the library of quantities', () => {
  test('read the same value from the same number and unit', () => {
    fc.assert(
      fc.property(measured, ([number, more, gap, sign]) => {
        const words = `${number}${more}${gap}${sign}`
        const known = parseQuantity(words)
        expect(known, words).not.toBeNull()
        const mention = read(words)
        const base = toNumber(toBase(known!.value, unit(known!.unit)))
        expect(Math.abs((mention.value as number) / base - 1), words).toBeLessThan(1e-12)
        expect(mention.approximate, words).toBe(known!.approx === true)
        if (known!.kind === 'money' || known!.kind === 'count') expect(mention.unit).toBe(known!.unit)
      }),
      { numRuns: 400, seed: 20_260_509 },
    )
  })

  test('read the same two ends from the same range', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), fc.constantFrom('%', '억 원', '만㎡', 'MW', '명'))
    fc.assert(
      fc.property(range, ([low, step, sign]) => {
        const words = `${low}~${low + step}${sign}`
        const known = parseQuantity(words)
        expect(known?.max, words).toBeDefined()
        const mention = read(words)
        const of = unit(known!.unit)
        expect(
          [mention.value, mention.valueMax].map((v) => Number((v as number).toPrecision(12))),
          words,
        ).toEqual([known!.value, known!.max!].map((v) => Number(toNumber(toBase(v, of)).toPrecision(12))))
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  test('mean the same days by the same date', () => {
    const day = fc
      .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .filter(([year, month, date]) => date <= daysInMonth(year, month))
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const two = (n: number): string => `${n}`.padStart(2, '0')
        const spellings = [
          `${year}년 ${month}월 ${date}일`,
          `${year}. ${month}. ${date}.`,
          `${year}.${two(month)}.${two(date)}`,
          `${year}-${two(month)}-${two(date)}`,
          `${year}년${month}월${date}일`,
        ]
        for (const words of spellings) {
          const found = readDocument(`접수는 ${words} 시작한다.`, { published }).mentions.find((m) => m.kind === 'date')
          expect(found?.value, words).toBe(dayOf(year, month, date))
        }
      }),
      { numRuns: 60, seed: 11 },
    )
  })

  test('mean the same interval by a month, a half and a quarter', () => {
    const asInterval = (value: DateValue): string =>
      typeof value === 'string' ? intervalText(calendarInterval(value)) : intervalText(span(calendarInterval(value.from), calendarInterval(value.to)))
    for (let year = 2020; year <= 2032; year++) {
      for (let n = 1; n <= 12; n++)
        expect(asInterval(read(`${year}년 ${n}월`).value as DateValue)).toBe(intervalText(calendarInterval(`${year}-${`${n}`.padStart(2, '0')}`)))
      for (const [words, which] of [
        ['상반기', 1],
        ['하반기', 2],
      ] as const) {
        const { start, end } = span(...both(read(`${year}년 ${words}`).value))
        expect({ start, end }).toEqual({ start: half(year, which).start, end: half(year, which).end })
      }
      for (let n = 1; n <= 4; n++) {
        const { start, end } = span(...both(read(`${year}년 ${n}분기`).value))
        expect({ start, end }).toEqual({ start: quarter(year, n).start, end: quarter(year, n).end })
      }
    }
  })
})

/** The two ends of a stretch as the reader gives them. */
function both(value: Mention['value']): [ReturnType<typeof calendarInterval>, ReturnType<typeof calendarInterval>] {
  const { from, to } = value as { from: string; to: string }
  return [calendarInterval(from), calendarInterval(to)]
}
