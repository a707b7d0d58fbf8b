import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReviewClaim } from './api.ts'
import { blocksOf } from './blocks.ts'

const claimAt = (start: number, end: number): ReviewClaim => ({ id: `${start}-${end}`, span: { start, end }, state: 'pending' }) as ReviewClaim

describe('a document in blocks', () => {
  test('the blocks joined are the text, and every claim stands in exactly one block with its words marked', () => {
    const words = fc.constantFrom('나래시는 ', '1조원을 ', '투자한다. ', '밝혔다.\n', '\n\n', '300명 ', '“그렇다.” ', '끝')
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 9 })), { maxLength: 12 }),
        (parts, spans) => {
          const text = parts.join('')
          const claims = spans.filter(([start, length]) => start + length <= text.length).map(([start, length]) => claimAt(start, start + length))
          const unique = [...new Map(claims.map((claim) => [claim.id, claim])).values()]
          const blocks = blocksOf(text, unique)
          expect(blocks.map((block) => text.slice(block.start, block.end)).join('')).toBe(text)
          expect(blocks.flatMap((block) => block.pieces.map((piece) => piece.text)).join('')).toBe(text)
          expect(blocks.flatMap((block) => block.claims.map((claim) => claim.id)).sort()).toEqual(unique.map((claim) => claim.id).sort())
          for (const block of blocks)
            for (const claim of block.claims)
              expect(block.pieces.some((piece) => piece.claims.includes(claim.id) && piece.start === claim.span.start)).toBe(true)
        },
      ),
    )
  })
  test('claims begin beside their own sentence', () => {
    const text = '첫 문장이다. 시는 1조원을 투자한다고 했다. 셋째 문장이다.'
    const at = text.indexOf('1조원')
    const blocks = blocksOf(text, [claimAt(at, at + 3)])
    expect(blocks.map((block) => text.slice(block.start, block.end).trim())).toEqual([
      '첫 문장이다.',
      '시는 1조원을 투자한다고 했다.',
      '셋째 문장이다.',
    ])
    expect(blocks.map((block) => block.claims.length)).toEqual([0, 1, 0])
  })
  test('fifty thousand characters with hundreds of claims keep every claim', () => {
    const sentence = '나래시는 가온전자와 물빛읍에 1조원을 투자하는 협약을 맺었다고 밝혔다. '
    const text = sentence.repeat(1400)
    const claims = Array.from({ length: 700 }, (_, n) => claimAt(n * 2 * sentence.length + 14, n * 2 * sentence.length + 17))
    const blocks = blocksOf(text, claims)
    expect(blocks.flatMap((block) => block.claims)).toHaveLength(700)
  })
})
