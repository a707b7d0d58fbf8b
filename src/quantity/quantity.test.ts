import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsText } from './bound.ts'
import { make } from './decimal.ts'
import { formatQuantity } from './format.ts'
import { fromJson, QuantityError, quantity, quantityBounds, sameQuantity, toJson } from './quantity.ts'
import { parseQuantity, quantitiesIn } from './scan-quantity.ts'
import { units } from './unit.ts'

describe('quantities in text', () => {
  test.each([
    ['약 9,916㎡', { kind: 'area', value: '9916', unit: 'm2', approx: true }],
    ['97만여㎡', { kind: 'area', value: '970000', unit: 'm2', approx: true }],
    ['3천평', { kind: 'area', value: '3000', unit: 'pyeong' }],
    ['70~80명', { kind: 'count', value: '70', unit: 'persons', max: '80' }],
    ['25000 - 30000원', { kind: 'money', value: '25000', unit: 'KRW', max: '30000' }],
    ['100명 이상', { kind: 'count', value: '100', unit: 'persons', bound: 'atLeast' }],
    ['최대 10억원', { kind: 'money', value: '1000000000', unit: 'KRW', bound: 'atMost' }],
    ['500MW', { kind: 'power', value: '500', unit: 'MW' }],
    ['75%', { kind: 'percent', value: '75', unit: 'percent' }],
    ['3%포인트', { kind: 'points', value: '3', unit: 'pp' }],
    ['2배 반', { kind: 'count', value: '2.5', unit: 'multiple' }],
    ['30개 기업', { kind: 'count', value: '30', unit: 'firms' }],
  ])('%s', (text, json) => {
    expect(toJson(parseQuantity(text)!)).toEqual(json)
  })

  test('a range goes up, and numbers without units are no quantities', () => {
    expect(parseQuantity('80~70명')).toBeNull()
    expect(parseQuantity('2015 대한민국')).toBeNull()
    expect(parseQuantity('12')).toBeNull()
  })

  test('each span in a sentence re-parses to the quantity it gave', () => {
    const text =
      '시는 4천450억여원(민자 3천 500억원)을 들여 97만여㎡에 25만여명이 살 도시를 짓고 30개사를 유치해 일자리 1만3000개를 만든다. 이 사업은 두 배로 늘었다.'
    const found = [...quantitiesIn(text)]
    expect(found.map((f) => text.slice(f.start, f.end))).toEqual([
      '4천450억여원',
      '3천 500억원',
      '97만여㎡',
      '25만여명',
      '30개사',
      '1만3000개',
      '두 배',
    ])
    for (const f of found) expect(sameQuantity(parseQuantity(text.slice(f.start, f.end))!, f.quantity)).toBe(true)
  })
})

describe('a quantity as JSON', () => {
  test('refuses what is no quantity and says why', () => {
    expect(() => fromJson({ kind: 'area', value: '1', unit: 'MW' })).toThrow(/expected kind "power" for the unit MW/)
    expect(() => fromJson({ kind: 'area', value: 1, unit: 'm2' })).toThrow(/decimal text/)
    expect(() => fromJson({ kind: 'area', value: '1', unit: 'acre' })).toThrow(QuantityError)
    expect(() => fromJson({ kind: 'area', value: '1', unit: 'm2', bound: 'about' })).toThrow(QuantityError)
    expect(() => fromJson(null)).toThrow(QuantityError)
  })

  const ids = units().map((u) => u.id)
  const anyQuantity = fc
    .record({
      id: fc.constantFrom(...ids),
      c: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      approx: fc.boolean(),
      bound: fc.option(fc.constantFrom('atLeast' as const, 'moreThan' as const, 'atMost' as const, 'lessThan' as const), { nil: undefined }),
    })
    .map(({ id, c, approx, bound }) => quantity(make(c, 0), id, { approx, bound }))

  test('survives a trip through text', () => {
    fc.assert(
      fc.property(anyQuantity, (q) => sameQuantity(fromJson(JSON.parse(JSON.stringify(toJson(q)))), q)),
      { seed: 13 },
    )
  })

  test('the exact Korean form of every unit reads back to the same quantity', () => {
    fc.assert(
      fc.property(anyQuantity, (q) => {
        // a kept ratio is printed per cent and reads back as such (said below)
        if (q.unit.includes('/100') || q.unit === 'ratio') return
        const { text, rounded } = formatQuantity(q, 'ko')
        const back = parseQuantity(text)
        expect(rounded).toBe(false)
        expect(back && toJson(back), text).toEqual(toJson(q))
      }),
      { seed: 14, numRuns: 1000 },
    )
  })
})

describe('printed quantities', () => {
  test('a kept ratio is printed per cent: 0.312 is 31.2%', () => {
    expect(formatQuantity(quantity('0.312', 'ratio'), 'ko').text).toBe('31.2%')
  })

  test('the parts join to the text and name the unit', () => {
    const printed = formatQuantity(quantity('9916', 'm2', { approx: true }), 'ko')
    expect(printed.parts).toEqual([
      { type: 'approx', text: '약 ' },
      { type: 'number', text: '9,916' },
      { type: 'unit', text: '㎡' },
    ])
    expect(printed.text).toBe('약 9,916㎡')
  })

  test('each language has its own order', () => {
    const q = quantity('1000000000', 'KRW', { bound: 'atMost' })
    expect(formatQuantity(q, 'ko').text).toBe('10억원 이하')
    expect(formatQuantity(q, 'en').text).toBe('at most KRW 1,000,000,000')
    expect(formatQuantity(q, 'en', 'short').text).toBe('at most KRW 1 billion')
    expect(formatQuantity(quantity('1', 'persons'), 'en').text).toBe('1 person')
    expect(formatQuantity(quantity('70', 'persons', { max: '80' }), 'en').text).toBe('70–80 persons')
    expect(formatQuantity(quantity('1', 'factories'), 'en').text).toBe('1 factory')
  })

  test('bounds in a quantity are an interval', () => {
    expect(boundsText(quantityBounds(quantity('70', 'persons', { max: '80' })))).toBe('[70,80]')
    expect(boundsText(quantityBounds(quantity('20', 'persons', { bound: 'lessThan' })))).toBe('(,20)')
  })

  test('a bare first end of a range is in the magnitude that closes the second', () => {
    const ends = (text: string) => {
      const q = toJson(parseQuantity(text)!)
      return [q.value, q.max]
    }
    expect(ends('3~5억 원')).toEqual(['300000000', '500000000'])
    expect(ends('1~2천만 원')).toEqual(['10000000', '20000000'])
    expect(ends('3만~5만 명')).toEqual(['30000', '50000'])
    expect(ends('3000~5천 명')).toEqual(['3000', '5000'])
    expect(ends('70~80명')).toEqual(['70', '80'])
  })
})
