import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsKorean, boundsOf, boundsText, parseBoundsKorean, parseBoundsText, scanBoundAfter, scanBoundBefore, within } from './bound.ts'
import { compare, decimal, make } from './decimal.ts'

describe('bounds', () => {
  test.each([
    ['이상', '[30,)'],
    ['초과', '(30,)'],
    ['이하', '(,30]'],
    ['미만', '(,30)'],
  ])('30 %s is %s', (word, text) => {
    const found = scanBoundAfter(`30 ${word}`, 2)!
    expect(boundsText(boundsOf(decimal('30'), found.kind))).toBe(text)
    expect(boundsText(parseBoundsKorean(`30 ${word}`)!)).toBe(text)
  })

  test('words behind a quantity', () => {
    expect(scanBoundAfter('10억원을 넘는', 4)).toMatchObject({ kind: 'moreThan', end: 8 })
    expect(scanBoundAfter('100명에 육박', 4)).toMatchObject({ kind: 'lessThan', approximate: true })
    expect(scanBoundAfter('100명 안팎', 4)).toMatchObject({ approximate: true })
    expect(scanBoundAfter('100명 규모', 4)).toBeNull()
  })

  test('words in front of a quantity stand as words of their own', () => {
    expect(scanBoundBefore('최대 10억', 3)?.kind).toBe('atMost')
    expect(scanBoundBefore('약 10억', 2)?.approximate).toBe(true)
    expect(scanBoundBefore('협약 10건', 3)).toBeNull()
  })

  test('a closed end belongs to the interval, an open one does not', () => {
    const b = parseBoundsText('[20,35)')!
    expect([within(b, decimal('20')), within(b, decimal('34.999')), within(b, decimal('35'))]).toEqual([true, true, false])
    expect(parseBoundsText('[35,20]')).toBeNull()
    expect(parseBoundsText('20-35')).toBeNull()
  })

  test('both notations read back', () => {
    const end = fc.option(fc.bigInt({ min: -1000n, max: 1000n }).map((n) => make(n, -1)))
    fc.assert(
      fc.property(end, end, fc.boolean(), fc.boolean(), (low, high, lowClosed, highClosed) => {
        if (low && high && compare(low, high) >= 0) return
        const b = { low, lowClosed: low !== null && lowClosed, high, highClosed: high !== null && highClosed, approximate: false }
        expect(parseBoundsText(boundsText(b))).toEqual(b)
        expect(parseBoundsKorean(boundsKorean(b))).toEqual(b)
      }),
      { seed: 9 },
    )
  })
})
