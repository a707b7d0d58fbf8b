import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { claimsOfReading } from './claims-of-reading.ts'
import { type KeptClaim, type ReadAgain, rereadDifferences } from './reread-diff.ts'

const text = '나래시는 가온전자와 2027년까지 2,500억원을 투자하는 협약을 맺었다. 가온전자는 120명을 채용한다.'
function read(): ReadAgain[] {
  const { spans, claims } = claimsOfReading(readDocument(text, { published: '2026-05-01' }), 'd')
  return claims.map((claim, at) => ({ ...claim, span: spans[at]! }))
}
const kept = (claims: readonly ReadAgain[]): KeptClaim[] => claims.map((claim, at) => ({ ...claim, id: `c${at}`, state: 'pending' }))

describe('what a newer reader reads otherwise', () => {
  test('the same reading is no difference', () => {
    expect(read().length).toBeGreaterThan(1)
    expect(rereadDifferences(text, kept(read()), read())).toEqual([])
  })
  test('a slot that changes names the claim, what it was and what it would be', () => {
    const before = kept(read()).map((claim, at) => (at === 0 ? { ...claim, due: null, stage: 'plan' as const, state: 'accepted' as const } : claim))
    const [change, ...rest] = rereadDifferences(text, before, read())
    expect(rest).toEqual([])
    expect(change).toMatchObject({ kind: 'changed', claimId: 'c0', state: 'accepted', quote: '2,500억원' })
    expect(change!.slots).toEqual([
      { slot: 'due', before: null, after: '2027-01-01/2028-01-01' },
      { slot: 'stage', before: 'plan', after: 'mou' },
    ])
  })
  test('a claim that was missed is new, one that is not found any more is gone', () => {
    const [first, ...others] = read()
    expect(rereadDifferences(text, kept(others), read())).toMatchObject([{ kind: 'new', claimId: null, quote: '2,500억원' }])
    expect(rereadDifferences(text, kept([first!, ...others]), others)).toMatchObject([{ kind: 'gone', claimId: 'c0', slots: [] }])
  })
  test('words that grow are a change of the same claim', () => {
    const grown = read().map((claim, at) => (at === 0 ? { ...claim, span: { ...claim.span, end: claim.span.end + 1 } } : claim))
    expect(rereadDifferences(text, kept(read()), grown)).toMatchObject([{ kind: 'changed', claimId: 'c0', slots: [{ slot: 'words' }] }])
  })
})
