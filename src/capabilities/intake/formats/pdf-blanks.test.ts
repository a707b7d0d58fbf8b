import { describe, expect, test } from 'vitest'
import { closedUp, isKeptDistance } from './pdf-blanks.ts'
import { type Glyphs, linesOfPage } from './pdf-lines.ts'

/** A run of glyphs ten points high. */
const run = (str: string, x: number, width: number, more: { y?: number; size?: number; end?: boolean } = {}): Glyphs => {
  const { y = 700, size = 10, end = false } = more
  return { str, transform: [size, 0, 0, size, x, y], width, height: size, hasEOL: end }
}
const words = (glyphs: readonly Glyphs[]) => linesOfPage(glyphs, 1).map((line) => line.segments.map((segment) => segment.text).join(' | '))

describe('blanks that nobody typed', () => {
  test('the distance that a word processor keeps between Hangul and figures is none', () => {
    const glyphs = [
      run('사업비', 50, 30),
      run(' ', 80, 3.3),
      run('1,250', 83.3, 25),
      run(' ', 108.3, 2),
      run('억원을', 110.3, 30),
      run(' ', 140.3, 3.3),
      run('2026', 143.6, 20),
      run(' ', 163.6, 2),
      run('년에', 165.6, 20),
    ]
    expect(words(glyphs)).toEqual(['사업비 1,250억원을 2026년에'])
  })
  test('spaces that are as wide as spaces stay, between words they stay narrow too', () => {
    expect(isKeptDistance('은', '1', 0.2)).toBe(true)
    expect(isKeptDistance('은', '1', 0.28)).toBe(false)
    expect(isKeptDistance('0', '억', 0.28)).toBe(true)
    expect(isKeptDistance('0', '억', 0.33)).toBe(false)
    expect(isKeptDistance('를', '짓', 0.1)).toBe(false)
  })
  test('letters set apart are closed up where their page does so throughout', () => {
    const glyphs = [
      run('새 솔 시 는', 50, 45),
      run(' ', 95, 8),
      run('2 0 2 6', 103, 32),
      run(' ', 135, 2),
      run('년 에', 137, 22),
      run(' ', 159, 8),
      run('협 약 을', 167, 34),
    ]
    expect(words(glyphs)).toEqual(['새솔시는 2026년에 협약을'])
  })
  test('where the spaces between words are in the runs nothing is closed up', () => {
    const glyphs = ['새 솔 시 는 협 약 을', '누 리 와 맺 었 다', '공 장 을 짓 는 다'].map((one, at) =>
      run(one, 50, 200, { y: 680 - at * 16, end: true }),
    )
    expect(closedUp(glyphs)).toBe(glyphs)
  })
  test('a title with wide letters on an ordinary page, and single letters, keep their blanks', () => {
    const glyphs = [
      run('투 자 협 약', 50, 60, { end: true }),
      ...['새솔시는 협약을 맺었다.', '누리테크가 공장을 짓는다.'].map((one, at) => run(one, 50, 200, { y: 680 - at * 16, end: true })),
    ]
    expect(closedUp(glyphs)).toBe(glyphs)
  })
})

describe('marks and letters out of place', () => {
  test('a number of a note set high behind a number is no part of it; a power is', () => {
    expect(words([run('사업비 1,250', 50, 60), run('1)', 110, 8, { y: 704, size: 8.4 }), run('억원', 118, 20)])).toEqual(['사업비 1,250억원'])
    expect(words([run('면적 33,000m', 50, 60), run('2', 110, 5, { y: 704, size: 8.4 }), run('에', 115, 10)])).toEqual(['면적 33,000m2에'])
  })
  test('a letter of another font that is drawn after what follows it stands before it', () => {
    expect(words([run('2026', 62, 20), run('※', 50, 9), run('년 3월', 82, 30)])).toEqual(['※ 2026년 3월'])
  })
  test('a colon in a place of its own is its label’s', () => {
    expect(words([run('총사업비', 50, 40), run(':', 130, 3), run('350억원', 180, 40)])).toEqual(['총사업비 : | 350억원'])
  })
})
