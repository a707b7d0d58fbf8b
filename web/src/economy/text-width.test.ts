import { describe, expect, test } from 'vitest'
import { fitted, widthOf, wrapped } from './text-width.ts'

describe('widths of texts in drawings', () => {
  test('a Hangul sign is wider than a Latin one', () => expect(widthOf('가', 10)).toBeGreaterThan(widthOf('a', 10)))
  test('what fits is not cut', () => expect(fitted('건설', 60, 13)).toBe('건설'))
  test('what does not fit ends in an ellipsis and fits', () => {
    const cut = fitted('컴퓨터, 전자 및 광학기기', 80, 13)
    expect(cut).toMatch(/…$/)
    expect(widthOf(cut, 13)).toBeLessThanOrEqual(80)
  })
  test('a cut keeps as much as fits', () => expect(fitted('자동차 부품', 50, 13)).toBe('자동차…'))
  test('lines end at spaces', () => expect(wrapped('a b c', 18, 10)).toEqual(['a b', 'c']))
  test('lines keep every word in order', () => {
    const text = 'Inside the synthetic region KRW 6.9 tn (KRW 6.3 tn–KRW 7.4 tn)'
    const lines = wrapped(text, 150, 12)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join(' ')).toBe(text)
    for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(150)
  })
  test('a word wider than the line stands alone', () => expect(wrapped('a unbreakablelongword b', 30, 10)).toEqual(['a', 'unbreakablelongword', 'b']))
})
