import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, decimal, make, round, shift, subtract, toText } from '#quantity/decimal'
import { over } from './amounts.ts'
import { checkPercentage } from './percentage.ts'

const published = fileURLToPath(new URL('../../../../shared/data/mou_realisation_published.csv', import.meta.url))

test.skipIf(!existsSync(published))('of 23 published realisation rates 19 follow from their own numbers and 4 do not', () => {
  const rows = readFileSync(published, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  const wrong = rows.filter((row) => !checkPercentage(row[5]!, row[6]!, row[7]!).agrees).map((row) => `${row[0]} ${row[7]}`)
  expect(rows).toHaveLength(23)
  expect(wrong).toEqual(['chungbuk-2017-building 20.1', 'gyeonggi-2010-amount 15.6', 'chungnam-m8-active 52', 'chungnam-m8-preparing 42'])
})

test('a percentage that is printed as it is rounded always agrees, one a unit above never does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 0, max: 3 }),
      (above, below, places) => {
        const right = round(shift(over(decimal(String(above)), decimal(String(below))), 2), places)
        const text = printed(toText(right), places)
        expect(checkPercentage(String(above), String(below), text).agrees).toBe(true)
        const off = printed(toText(round(add(right, make(11n, -places - 1)), places)), places)
        const half = toText(subtract(shift(over(decimal(String(above)), decimal(String(below))), 2 + places), shift(right, places)))
        // of an exact half both neighbours are right
        if (!/^-?0\.5$/.test(half)) expect(checkPercentage(String(above), String(below), off).agrees).toBe(false)
      },
    ),
    { numRuns: 300, seed: 7 },
  )
})

function printed(text: string, places: number): string {
  const [whole, fraction = ''] = text.split('.')
  return places === 0 ? whole! : `${whole}.${fraction.padEnd(places, '0')}`
}

test('a denominator of zero is refused', () => {
  expect(() => checkPercentage('1', '0', '5')).toThrow(RangeError)
})
