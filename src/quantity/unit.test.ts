import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, make, toText } from './decimal.ts'
import { convertRatio, ratioText, sameRatio, wholeRatio } from './ratio.ts'
import { convert, scanUnit, UnitError, unit, units } from './unit.ts'

describe('a unit in text', () => {
  test.each([
    ['㎡에', 'm2', true],
    ['MWh급', 'MWh', true],
    ['MW급', 'MW', true],
    ['%포인트', 'pp', true],
    ['개사가', 'firms', true],
    ['개 사업', 'projects', true],
    ['개월간', 'month', true],
    ['개국', 'regions', true],
    ['세대', 'households', true],
    ['톤/일', 't/day', true],
    ['미국 달러가', 'USD', true],
    ['대한민국', 'units', false],
    ['대만', 'units', false],
    ['기업', 'units', false],
    ['원자력', 'KRW', false],
    ['건설', 'cases', false],
    ['meter', 'm', false],
  ])('%s begins with %s, clean: %s', (text, id, clean) => {
    const found = scanUnit(text, 0)!
    expect([found.unit.id, found.clean]).toEqual([id, clean])
  })

  test('a genitive behind a counter keeps it a unit where the number is attached', () => {
    expect(scanUnit('3회의 회의', 1)!.clean).toBe(true)
    expect(scanUnit('2015 회의', 5)!.clean).toBe(false)
    expect(scanUnit('3 건의', 2)!.clean).toBe(true)
  })

  test('the longest written form wins and its end is known', () => {
    expect(scanUnit('97만여 제곱미터', 5)!.end).toBe(9)
  })

  test('nothing is a unit where none begins', () => {
    expect(scanUnit('투자', 0)).toBeNull()
  })
})

describe('a conversion', () => {
  test('a pyeong is exactly 400/121 square metres', () => {
    expect(ratioText(convertRatio(wholeRatio(decimal('1')), unit('pyeong'), unit('m2')))).toBe('400/121')
    expect(toText(convert(decimal('30.25'), unit('pyeong'), unit('m2')))).toBe('100')
  })

  test('hectares, square kilometres and gigawatts are exact powers of ten', () => {
    expect(toText(convert(decimal('1.5'), unit('km2'), unit('ha')))).toBe('150')
    expect(toText(convert(decimal('1.2'), unit('GW'), unit('MW')))).toBe('1200')
  })

  test('refuses two dimensions, two currencies, two counts and two temperature scales', () => {
    expect(() => convert(decimal('1'), unit('m2'), unit('MW'))).toThrow(UnitError)
    expect(() => convert(decimal('1'), unit('KRW'), unit('USD'))).toThrow(UnitError)
    expect(() => convert(decimal('1'), unit('persons'), unit('firms'))).toThrow(UnitError)
    expect(() => convert(decimal('1'), unit('degC'), unit('degF'))).toThrow(UnitError)
    expect(() => unit('furlong')).toThrow(/expected the id of a unit/)
  })

  test('there and back is the same number, between all units of a dimension', () => {
    const measures = units().filter((u) => !['money', 'count', 'temperature'].includes(u.dimension))
    const pairs = measures.flatMap((a) => measures.filter((b) => b.dimension === a.dimension).map((b) => [a, b] as const))
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: -3, max: 3 }), ([a, b], c, e) => {
        const start = wholeRatio(make(c, e))
        return sameRatio(convertRatio(convertRatio(start, a, b), b, a), start)
      }),
      { seed: 6, numRuns: 500 },
    )
  })
})
