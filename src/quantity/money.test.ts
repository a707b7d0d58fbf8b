import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, equals, make, toText } from './decimal.ts'
import { addMoney, compareMoney, MoneyError, money, parseMoney, scanMoney, sumByCurrency, won } from './money.ts'
import { formatMoney } from './money-format.ts'
import { units } from './unit.ts'
import { hundredMillionWon, wonScale } from './won.ts'

const read = (text: string) => {
  const found = parseMoney(text)
  return found.ok ? `${toText(found.money.amount)} ${found.money.currency}${found.approximate ? ' ~' : ''}` : null
}

describe('money in text', () => {
  test.each([
    ['4,450억 원', '445000000000 KRW'],
    ['4천450억여원', '445000000000 KRW ~'],
    ['약 150억 원', '15000000000 KRW ~'],
    ['KRW 445,000,000,000', '445000000000 KRW'],
    ['KRW 1.697 trillion', '1697000000000 KRW'],
    ['KRW 445.0 bn', '445000000000 KRW'],
    ['1.697 trillion won', '1697000000000 KRW'],
    ['$1.2 billion', '1200000000 USD'],
    ['US$ 500만', '5000000 USD'],
    ['500만 달러', '5000000 USD'],
    ['3억 캐나다 달러', '300000000 CAD'],
    ['3달러 50센트', '3.5 USD'],
    ['이달러이십삼센트', '2.23 USD'],
    ['64.2 센트', '0.642 USD'],
    ['20유로', '20 EUR'],
    ['143.80 엔', '143.8 JPY'],
    ['100 위안', '100 CNY'],
    ['-3억원', '-300000000 KRW'],
    ['만원', '10000 KRW'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('what is no amount says what was expected', () => {
    expect(parseMoney('약간')).toMatchObject({ ok: false, reason: 'expected an amount such as "150억 원" or "KRW 1.5 billion", got "약간"' })
    expect(read('150억')).toBeNull()
    expect(read('수백억원')).toBeNull()
    expect(read('0.5원')).toBeNull()
    expect(scanMoney('3원칙', 0)).toBeNull()
  })

  test('a table heading gives the scale of its figures', () => {
    expect(wonScale('백만원')).toEqual({ coefficient: 1n, exponent: 6 })
    expect(wonScale('천 원')).toEqual({ coefficient: 1n, exponent: 3 })
    expect(wonScale('명')).toBeNull()
    expect(toText(hundredMillionWon('4450').amount)).toBe('445000000000')
  })
})

describe('sums of money', () => {
  test('two currencies are never added or compared', () => {
    expect(() => addMoney(won(1n), money('1', 'USD'))).toThrow(MoneyError)
    expect(() => compareMoney(won(1n), money('1', 'USD'))).toThrow(/convert one by a dated rate first/)
    expect(sumByCurrency([won(1n), money('2.5', 'USD'), won(3n)]).map((m) => `${toText(m.amount)} ${m.currency}`)).toEqual(['4 KRW', '2.5 USD'])
  })

  test('a fraction of a won and an unknown currency are refused', () => {
    expect(() => money('0.5', 'KRW')).toThrow(MoneyError)
    expect(() => money('1', 'XXX')).toThrow(MoneyError)
    expect(() => money('1', 'm2')).toThrow(MoneyError)
  })
})

describe('printed money', () => {
  const all = (amount: bigint) => [
    formatMoney(won(amount), 'ko').text,
    formatMoney(won(amount), 'en').text,
    formatMoney(won(amount), 'ko', 'short'),
    formatMoney(won(amount), 'en', 'short'),
  ]

  test('exact and short forms', () => {
    expect(all(1_697_000_000_000n)).toEqual([
      '1조 6,970억원',
      'KRW 1,697,000,000,000',
      { text: '1.7조원', rounded: true },
      { text: 'KRW 1.697 trillion', rounded: false },
    ])
    expect(all(445_012_345_678n)).toEqual([
      '4,450억 1,234만 5,678원',
      'KRW 445,012,345,678',
      { text: '4,450억원', rounded: true },
      { text: 'KRW 445.0 bn', rounded: true },
    ])
    expect(formatMoney(won(999_960_000_000n), 'ko', 'short').text).toBe('1조원')
    expect(formatMoney(won(999_999_999_999n), 'en', 'short')).toEqual({ text: 'KRW 1.0 tn', rounded: true })
    expect(formatMoney(won(0n), 'ko').text).toBe('0원')
    expect(formatMoney(won(1_697_000_000_000n), 'zh').text).toBe('1万亿6,970亿韩元')
    expect(formatMoney(won(1_697_000_000_000n), 'ja').text).toBe('1兆6,970億ウォン')
  })

  const currencies = units()
    .filter((u) => u.dimension === 'money' && !u.id.includes('/'))
    .map((u) => u.id)
  const anyMoney = fc
    .tuple(fc.constantFrom(...currencies), fc.bigInt({ min: -(10n ** 16n) + 1n, max: 10n ** 16n - 1n }), fc.integer({ min: -3, max: 0 }))
    .map(([currency, c, e]) => money(currency === 'KRW' ? make(c, 0) : make(c, e), currency))

  test('exact forms read back to the same amount in every currency, in Korean and in English', () => {
    fc.assert(
      fc.property(anyMoney, fc.constantFrom('ko' as const, 'en' as const), (m, locale) => {
        const { text, rounded } = formatMoney(m, locale)
        const back = parseMoney(text)
        expect(rounded).toBe(false)
        expect(back.ok && back.money.currency, text).toBe(m.currency)
        expect(back.ok && toText(back.money.amount), text).toBe(toText(m.amount))
      }),
      { seed: 7, numRuns: 1500 },
    )
  })

  test('a short form says that it is rounded exactly when it does not read back', () => {
    fc.assert(
      fc.property(anyMoney, fc.constantFrom('ko' as const, 'en' as const), (m, locale) => {
        const { text, rounded } = formatMoney(m, locale, 'short')
        // a rounded amount of won may print a fraction of a unit that is still whole won
        const back = parseMoney(text)
        expect(back.ok, text).toBe(true)
        if (back.ok) expect(equals(back.money.amount, m.amount), text).toBe(!rounded)
      }),
      { seed: 8, numRuns: 1500 },
    )
  })

  test('the exact decimal is carried, however long', () => {
    expect(formatMoney(money(decimal('0.01'), 'USD'), 'ko').text).toBe('0.01 달러')
  })
})
