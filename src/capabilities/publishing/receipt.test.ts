import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigurePayload, PublicFact } from './payload.ts'
import { contentHash, differences, receiptOf } from './receipt.ts'

const fact = (subjectKo: string, value: string): PublicFact => ({
  factId: '6f1c1f0e-8a2b-4c3d-9e4f-000000000001',
  subjectId: '6f1c1f0e-8a2b-4c3d-9e4f-000000000002',
  subjectKo,
  subjectEn: null,
  indicator: 'investment',
  indicatorKo: '투자액',
  indicatorEn: 'Investment',
  facet: 'announced',
  part: '',
  value,
  valueMax: null,
  bound: null,
  approximate: false,
  unit: 'KRW',
  per: null,
  period: { from: null, to: null },
  due: null,
  knownSince: '2026-11-22',
  quotes: [],
})
const payload = (inputs: PublicFact[], more: Partial<FigurePayload> = {}): FigurePayload => ({
  kind: 'figure',
  formula: 'announced_investment',
  formulaVersion: 1,
  parameters: {},
  titleKo: '발표된 투자',
  titleEn: 'Announced investment',
  definitionKo: '합',
  definitionEn: 'sum',
  value: '3',
  valueMax: null,
  bound: null,
  approximate: false,
  unit: 'KRW',
  asOf: null,
  knownOn: '2026-11-22T00:00:00.000Z',
  inputs,
  counted: [],
  leftOut: [],
  illustrative: false,
  ...more,
})

describe('receipts', () => {
  test('do not depend on the order in which keys were written', () => {
    const one = payload([fact('가', '1')])
    const turned = Object.fromEntries(Object.entries(one).reverse()) as FigurePayload
    expect(receiptOf(turned).equals(receiptOf(one))).toBe(true)
  })

  test('change with any change of what is said', () => {
    const one = payload([fact('가', '1')])
    for (const change of [{ value: '4' }, { titleKo: '다른 이름' }, { approximate: true }, { bound: 'min' as const }, { inputs: [fact('가', '2')] }])
      expect(receiptOf({ ...one, ...change }).equals(receiptOf(one))).toBe(false)
  })

  test('tell the moment of asking apart, which the content hash does not', () => {
    const [early, late] = [payload([]), payload([], { knownOn: '2026-11-23T00:00:00.000Z' })]
    expect(receiptOf(early).equals(receiptOf(late))).toBe(false)
    expect(contentHash(early)).toBe(contentHash(late))
  })
})

describe('what changed', () => {
  test('holding the same values again, in whatever order and under new ids, is no change', () => {
    const names = fc.uniqueArray(fc.constantFrom('가', '나', '다', '라'), { minLength: 1 })
    fc.assert(
      fc.property(names, fc.uuid(), (list, id) => {
        const before = payload(list.map((name) => fact(name, '1')))
        const after = payload([...list].reverse().map((name) => ({ ...fact(name, '1'), factId: id })))
        expect(differences(before, after)).toEqual([])
      }),
    )
  })

  test('is named once and by what a person calls it', () => {
    const before = payload([fact('가', '1')])
    expect(differences(before, payload([fact('가', '2')], { value: '4' }))).toEqual(['inputs', 'value'])
    expect(differences(before, { ...before, formulaVersion: 2 })).toEqual(['definition'])
    expect(differences(before, { ...before, leftOut: [{ subjectKo: '나', reason: 'not_disclosed' }] })).toEqual(['leftOut'])
  })
})
