import { describe, expect, test } from 'vitest'
import type { ReviewClaim } from './api.ts'
import { acceptanceOf, nextWaiting, planAll } from './plan.ts'

const claim = (id: string, more: Partial<ReviewClaim> = {}): ReviewClaim =>
  ({
    id,
    state: 'pending',
    indicator: 'investment',
    unit: 'KRW',
    value: '1',
    place: '물빛읍',
    suggestions: [],
    alike: [],
    sameAs: null,
    subject: '가온',
    counterparts: [],
    partOf: null,
    about: null,
    proposal: { subject: { kind: 'project', name: '별빛 데이터센터', place: '물빛읍' }, otherNames: [] },
    ...more,
  }) as unknown as ReviewClaim
const likely = { factId: 'f', likely: true, subject: { id: 's', name: '있던 사업', kind: 'project' } } as ReviewClaim['suggestions'][number]

describe('all at once', () => {
  test('a claim that looks like a value that is there is merged with it', () => {
    expect(planAll([claim('a', { suggestions: [likely] })])[0]?.decision).toEqual({ action: 'merge', claimId: 'a', factId: 'f' })
  })
  test('one that only may be the same is accepted apart', () => {
    expect(planAll([claim('a', { suggestions: [{ ...likely, likely: false }] })])[0]?.action).toBe('accept')
  })
  test('the same value twice in a text is accepted once and merged once', () => {
    expect(planAll([claim('a'), claim('b', { sameAs: 'a' })]).map((one) => one.decision)).toEqual([
      { action: 'accept', claimId: 'a', accept: { subject: { new: { kind: 'project', nameKo: '별빛 데이터센터', place: '물빛읍' } } } },
      { action: 'merge', claimId: 'b', sameAsClaim: 'a' },
    ])
  })
  test('a sum of what goes to others is named as one; a total of the office and a choice of a person are not', () => {
    const of = (kind: string, name: string) => ({ subject: { kind, name, place: null }, otherNames: [] }) as unknown as ReviewClaim['proposal']
    const sum = claim('sum', { subject: '나래군', counterparts: ['가온', '다온'], proposal: of('project', '나래군') })
    const parts = [claim('a', { partOf: 'sum', proposal: of('project', '가온') }), claim('b', { partOf: 'sum', proposal: of('project', '다온') })]
    expect(planAll([sum, ...parts]).map((one) => one.sumOf)).toEqual([2, 0, 0])
    expect(planAll([{ ...sum, proposal: of('office', '나래군') }, ...parts])[0]?.sumOf).toBe(0)
    // a row of totals in a sheet names nobody
    expect(planAll([{ ...sum, subject: null, counterparts: [], proposal: of('office', '나래군') }, ...parts])[0]?.sumOf).toBe(2)
    expect(planAll([sum, ...parts], new Map([['sum', { subject: { kind: 'project', name: '나래군' } }]]))[0]?.sumOf).toBe(0)
  })
  test('a claim without an indicator or a name waits for a person', () => {
    expect(planAll([claim('a', { indicator: null })])[0]).toMatchObject({ action: 'ask', decision: null })
    const nameless = claim('b')
    nameless.proposal!.subject.name = ''
    expect(planAll([nameless])[0]?.decision).toBeNull()
  })
  test('a step without an amount is accepted where it leads to a stage, and waits for a person where it leads to none', () => {
    const step = claim('a', { kind: 'stage', indicator: null, unit: null, value: null })
    expect(planAll([step])[0]).toMatchObject({ action: 'ask', decision: null })
    step.proposal!.stage = { to: 'mou', occurred: { from: '2026-02-10', to: '2026-02-11' }, occurredText: '10일' }
    expect(planAll([step])[0]).toMatchObject({ action: 'accept', to: '별빛 데이터센터' })
  })
  test('judged claims are left alone', () => {
    expect(planAll([claim('a', { state: 'rejected' })])).toEqual([])
  })
  test('what a person chose before goes before the proposal', () => {
    const chosen = new Map([['a', { subject: { office: true as const, name: '나래시' } }]])
    expect(planAll([claim('a')], chosen)[0]?.decision).toMatchObject({ accept: { subject: { office: true } } })
  })
})

test('an existing subject is named by its id and nothing else', () => {
  expect(acceptanceOf({ subject: { id: 's', name: '있던 사업', kind: 'project' }, series: '1단계' }, claim('a'))).toEqual({
    subject: { id: 's' },
    series: '1단계',
  })
})

test('after a decision the next claim that waits comes into hand, round to the first', () => {
  const claims = [claim('a'), claim('b', { state: 'accepted' }), claim('c')]
  expect(nextWaiting(claims, 'a')).toBe('c')
  expect(nextWaiting(claims, 'c')).toBe('a')
  expect(nextWaiting([claim('a', { state: 'accepted' })], 'a')).toBeNull()
})
