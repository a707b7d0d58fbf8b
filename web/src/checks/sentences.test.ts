import { expect, test } from 'vitest'
import type { Witness } from './api.ts'
import { pieces, sentencesOf } from './sentences.ts'

const text = '  나래시는 총 5000억원을 투자한다. '
const word = (start: number, end: number, more: Partial<Witness> = {}): Witness => ({
  role: 'total',
  documentId: '6f1c1f0e-8a2b-4c3d-9e4f-000000000001',
  documentTitle: '나래시 소식',
  outlet: null,
  publishedOn: null,
  claimId: null,
  factId: null,
  start: 100 + start,
  end: 100 + end,
  quote: text.slice(start, end),
  sentence: text,
  mark: { start, end },
  ...more,
})

test('words of one sentence share it, and its marks still cut out the words', () => {
  const [said, ...others] = sentencesOf([word(9, 15), word(2, 6, { claimId: 'c' })])
  expect(others).toEqual([])
  expect(said!.claim).toBe(true)
  expect(said!.marks.map((mark) => said!.text!.slice(mark.start, mark.end))).toEqual(['나래시는', '5000억원'])
  expect(
    pieces(said!.text!, said!.marks)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(said!.text)
})

test('an erased document has no sentence, and marks that overlap stand once', () => {
  expect(sentencesOf([word(9, 15, { sentence: null, quote: null })])[0]!.text).toBeNull()
  expect(sentencesOf([word(9, 15), word(11, 14)])[0]!.marks).toHaveLength(1)
})
