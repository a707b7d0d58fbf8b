import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cued } from './cue.ts'
import { neededPieces } from './cue-needs.ts'

const patterns = [
  /착공|첫 삽/,
  /(?:유치|달성)(?:했|됐)|뽑았|실제로? (?:투자|채용)/,
  /(?:^|[\s“"])(?:시|군)(?:는|은)\s/,
  /무산(?!\s?위기)|없던 일|(?:사업|협약)(?:을|를)?\s?(?:전면\s)?취소/,
  /(?<![가나])고,?\s|\?[”"]?$/,
  /[’'”"](?:에|내|인|일)/,
  /a{2,3}b|c+d?e|[xyz]{2}/,
  /사업체\s?(?:수는?|는)?\s?[\d만]+\s?개/,
]

describe('needed pieces', () => {
  it('a pair stands for a word, and every branch has its own', () => {
    expect(neededPieces(/착공(?:했|해)|첫 삽/)).toEqual(['착공', '첫 '])
  })

  it('what may be left out is not needed', () => {
    expect(neededPieces(/(?:협약)?/)).toBeNull()
    expect(neededPieces(/협약?/)).toEqual(['협'])
    expect(neededPieces(/\d+|협약/)).toBeNull()
    expect(neededPieces(/협약/i)).toBeNull()
  })

  it('a pair may join a character to each of the next', () => {
    expect(neededPieces(/설(?:이|은)\s/)).toEqual(['설이', '설은'])
    expect(neededPieces(/[가나]다/)).toEqual(['가다', '나다'])
  })
})

describe('cued', () => {
  const cues = new Map(patterns.map((one) => [one, cued(one)]))
  const pieces = patterns.flatMap((one) => neededPieces(one) ?? [])
  const texts = fc.array(
    fc.oneof(fc.constantFrom(...pieces, '했', '됐', '는 ', ' ', '취소', '을', '12', '개', '투자', '?', '”', '위기'), fc.string()),
    {
      maxLength: 12,
    },
  )

  it('gives what the expression alone gives, on texts made of its own pieces', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...patterns), (parts, pattern) => {
        const text = parts.join('')
        const cue = cues.get(pattern)!
        expect(cue.test(text)).toBe(pattern.test(text))
        expect(cue.exec(text)?.index).toBe(pattern.exec(text)?.index)
      }),
      { numRuns: 400 },
    )
  })

  it('gives what the expression alone gives, on every sentence of the corpus', () => {
    const corpus = readFileSync(new URL('../../../corpus/reading/commitments.json', import.meta.url), 'utf8')
    const sentences = corpus.match(/[^"\n]{4,}/g) ?? []
    for (const pattern of patterns) {
      const cue = cues.get(pattern)!
      for (const sentence of sentences) expect(cue.test(sentence)).toBe(pattern.test(sentence))
    }
  })

  it('an expression that keeps a position is refused', () => {
    expect(() => cued(/가/g)).toThrow(/without g/)
  })
})
