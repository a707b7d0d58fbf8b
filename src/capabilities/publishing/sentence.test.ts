import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotable } from './sentence.ts'

describe('what may be quoted of a sentence', () => {
  test('a text without full stops is cut around its value', () => {
    const whole = `${'앞의 긴 이야기 '.repeat(200)}투자액은 6천400억원 규모로 ${'뒤의 긴 이야기 '.repeat(200)}`
    const start = whole.indexOf('6천400억원')
    const shown = quotable({ sentence: whole, mark: { start, end: start + 7 } })
    expect(shown.sentence.length).toBeLessThan(400)
    expect(shown.sentence).toMatch(/^… .*투자액은 6천400억원 규모로.* …$/)
    expect(shown.sentence.slice(shown.mark!.start, shown.mark!.end)).toBe('6천400억원')
  })

  test('a mark that is not inside the sentence is dropped, never moved to other words', () => {
    expect(quotable({ sentence: '짧다.', mark: { start: 2, end: 9 } })).toEqual({ sentence: '짧다.', mark: null })
  })

  test('the marked words are always the same words, and a long text is never shown whole', () => {
    const words = fc.array(fc.constantFrom('가나', '1조원', 'AI', '㈜', '데이터센터', '😀'), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(40), (list, from, length) => {
        const sentence = list.join(' ')
        const start = from % sentence.length
        const end = Math.min(sentence.length, start + 1 + length)
        const shown = quotable({ sentence, mark: { start, end } })
        expect(shown.sentence.slice(shown.mark!.start, shown.mark!.end)).toBe(sentence.slice(start, end))
        if (sentence.length > 400) expect(shown.sentence.length).toBeLessThan(sentence.length)
        expect(shown.sentence.length).toBeLessThanOrEqual(364 + length)
      }),
    )
  })
})
