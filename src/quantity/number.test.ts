import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalFromInteger, toText } from './decimal.ts'
import { myriads } from './money-format.ts'
import { numbersIn, parseNumber, scanHalfAfter, scanNumber } from './number.ts'

/** text, what is taken of it, its value */
const READ: readonly (readonly [string, string, string])[] = [
  ['4천450억여원', '4천450억', '445000000000'],
  ['4천 450억', '4천 450억', '445000000000'],
  ['1조 5천억원', '1조 5천억', '1500000000000'],
  ['1조5,904억', '1조5,904억', '1590400000000'],
  ['2만5,000', '2만5,000', '25000'],
  ['1만3000개', '1만3000', '13000'],
  ['7천 5백만 달러', '7천 5백만', '75000000'],
  ['1,234백만원', '1,234백만', '1234000000'],
  ['삼십오만', '삼십오만', '350000'],
  ['백이십삼', '백이십삼', '123'],
  ['일억 이천만', '일억 이천만', '120000000'],
  ['이십일조 삼백스물두번째', '이십일조 삼백스물두', '21000000000322'],
  ['1.5조', '1.5조', '1500000000000'],
  ['1.5천억', '1.5천억', '150000000000'],
  ['12.345만', '12.345만', '123450'],
  ['5 억 달러', '5 억', '500000000'],
  ['10여만 명', '10여만', '100000'],
  ['10여 만 명', '10여 만', '100000'],
  ['삼점일사', '삼점일사', '3.14'],
  ['일쩜이삼달러', '일쩜이삼', '1.23'],
  ['이백점 칠일이다', '이백점 칠일', '200.71'],
  ['1,234,567.89', '1,234,567.89', '1234567.89'],
  ['９，０００명', '９，０００', '9000'],
  ['12.32e+14', '12.32e+14', '1232000000000000'],
  ['.08', '.08', '0.08'],
  ['-5%', '-5', '-5'],
  ['마이너스 삼', '마이너스 삼', '-3'],
  ['일흔일곱', '일흔일곱', '77'],
  ['여덟 곳', '여덟', '8'],
  ['여섯', '여섯', '6'],
  ['여든', '여든', '80'],
  ['스무 명', '스무', '20'],
  ['스물한 번째', '스물한', '21'],
  ['십하나', '십하나', '11'],
  ['삼분의 일조각', '삼분의 일', '0.33333333333333333333'],
  ['이분의 일점', '이분의 일', '0.5'],
  ['180.25만큼', '180.25', '180.25'],
  ['일조만큼', '일조', '1000000000000'],
  ['2 1/4.', '2 1/4', '2.25'],
  ['오분의 구천오백', '오분의 구천오백', '1900'],
  ['2 1/4', '2 1/4', '2.25'],
  ['2½', '2½', '2.5'],
  ['일과 이분의 일', '일과 이분의 일', '1.5'],
  ['반', '반', '0.5'],
  ['만', '만', '10000'],
  // what must not be taken along
  ['4억 2025년', '4억', '400000000'],
  ['오십 이하', '오십', '50'],
  ['1조 이상', '1조', '1000000000000'],
  ['2조 사업', '2조', '2000000000000'],
  ['3조 2항', '3', '3'],
  ['3조각', '3', '3'],
  ['192.168.1.2', '192', '192'],
  ['2025.3.27', '2025', '2025'],
  ['12,34', '12', '12'],
  ['20과 30', '20', '20'],
  ['1억억', '1억', '100000000'],
  ['백세', '백', '100'],
  ['삼점 이상', '삼', '3'],
  ['30분의 이동', '30', '30'],
  ['2018/5/17', '2018', '2018'],
]

describe('a number in Korean text', () => {
  test.each(READ)('%s is read as %s', (text, taken, value) => {
    const found = scanNumber(text, 0)
    expect(found && text.slice(0, found.end)).toBe(taken)
    expect(toText(found!.value)).toBe(value)
  })

  test('never starts inside a longer number', () => {
    expect(scanNumber('12345', 2)).toBeNull()
    expect(scanNumber('1,234', 2)).toBeNull()
    expect(scanNumber('10.25', 3)).toBeNull()
    expect(scanNumber('192.168.1.2', 4)?.end).toBe(7)
    expect([...numbersIn('2025.3.27')].map((n) => toText(n.value))).toEqual(['2025', '3', '27'])
  })

  test('a dash inside a code or a range is no sign', () => {
    expect(scanNumber('2020-2024', 4)).toBeNull()
    expect(scanNumber('A-5', 1)).toBeNull()
    expect(toText(scanNumber('기온 -5도', 3)!.value)).toBe('-5')
  })

  test('says what kind of number it was', () => {
    expect(scanNumber('10여만', 0)?.approximateInfix).toBe(true)
    expect(scanNumber('두 번째', 0)).toMatchObject({ native: true, adnominal: true, ordinal: true })
    expect(scanNumber('제5조', 1)).toMatchObject({ ordinal: true, end: 2 })
    expect(scanNumber('2025', 0)).toMatchObject({ plain: true, digits: true })
    expect(scanNumber('이천', 0)).toMatchObject({ digits: false })
    expect(scanNumber('3분의 1', 0)?.ratio?.denominator).toEqual({ coefficient: 3n, exponent: 0 })
  })

  test('수십, 몇백 and 여러 have ends, not a value', () => {
    const tens = scanNumber('수십만 명', 0)!
    expect([toText(tens.fuzzy!.low), toText(tens.fuzzy!.high!)]).toEqual(['200000', '900000'])
    expect(scanNumber('여러 기업', 0)?.fuzzy?.high).toBeNull()
    expect(scanNumber('투수백', 1)).toBeNull()
    expect(parseNumber('수십')).toBeNull()
  })

  test('반 is a half behind a unit only as a word of its own', () => {
    expect(scanHalfAfter('2배 반', 2)).toBe(4)
    expect(scanHalfAfter('2배 반도체', 2)).toBe(-1)
  })

  test('ordinary spaces join groups of three only when asked', () => {
    expect(toText(scanNumber('1 234 567', 0, { spacedGroups: true })!.value)).toBe('1234567')
    expect(toText(scanNumber('1 234 567', 0)!.value)).toBe('1')
  })

  test('whatever is printed in 조, 억 and 만 reads back, with or without spaces', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), (n) => {
        const { text } = myriads(decimalFromInteger(n), 'ko')
        expect(toText(parseNumber(text)!)).toBe(String(n))
        expect(toText(parseNumber(text.replaceAll(' ', ''))!)).toBe(String(n))
        expect(toText(parseNumber(text.replaceAll(',', ''))!)).toBe(String(n))
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  test('whatever is spelled in syllables reads back', () => {
    const spell = (n: number): string => {
      let out = ''
      for (const [power, big] of [
        [8, '억'],
        [4, '만'],
        [0, ''],
      ] as const) {
        const part = Math.floor(n / 10 ** power) % 10000
        if (part === 0) continue
        for (const [small, word] of [
          [3, '천'],
          [2, '백'],
          [1, '십'],
          [0, ''],
        ] as const) {
          const digit = Math.floor(part / 10 ** small) % 10
          if (digit > 0) out += `${digit === 1 && small > 0 ? '' : '일이삼사오육칠팔구'[digit - 1]}${word}`
        }
        out += big
      }
      return out
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => toText(parseNumber(spell(n))!) === String(n)),
      { seed: 4, numRuns: 500 },
    )
  })

  test('the span of every number found in any mixture re-parses to the same value', () => {
    const piece = fc.constantFrom(
      '1',
      '23',
      '4,500',
      '조',
      '억',
      '만',
      '천',
      '백',
      '십',
      ' ',
      '이',
      '여',
      '원',
      '점',
      '분의',
      '.',
      ',',
      '-',
      '/',
      '스물',
      '한',
      '째',
      '과 ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const found of numbersIn(text)) {
          expect(found.start).toBeGreaterThanOrEqual(last)
          expect(found.end).toBeGreaterThan(found.start)
          last = found.end
          const again = scanNumber(text.slice(found.start, found.end), 0)
          expect(again && toText(again.value), JSON.stringify(text)).toBe(toText(found.value))
        }
      }),
      { seed: 5, numRuns: 3000 },
    )
  })
})
