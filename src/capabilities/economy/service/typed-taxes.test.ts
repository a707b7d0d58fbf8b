import { describe, expect, test } from 'vitest'
import { ImpactCase } from '../case.ts'
import { demonstration } from './finder.ts'
import { answerImpact } from './impact.ts'

const find = {
  demonstration,
  table: () => Promise.reject(new Error('no table is asked for')),
  region: () => Promise.reject(new Error('no region is asked for')),
}
const asked = (more: object) =>
  ImpactCase.parse({
    table: 'demonstration',
    region: 'demonstration',
    spending: [{ kind: 'building', year: 2027, amount: '300000000000' }],
    taxes: [
      { name: '지방소득세', base: 'valueAdded', rate: 0.013, source: '시험' },
      { name: '취득세', base: 'spending', rate: 0.028, source: '지방세법 제11조' },
    ],
    ...more,
  })

describe('taxes that a case names', () => {
  test('are the rate times the base, exactly, by phase and year and inside the region', async () => {
    const { taxes, phases, years } = await answerImpact(asked({}), find)
    const added = phases[0]!.effects.valueAdded!
    expect(taxes[0]!.phases[0]!.total).toBe(String(Math.round(Number(added.total) * 0.013)))
    expect(taxes[0]!.phases[0]!.inside!.middle).toBe(String(Math.round(Number(added.inside!.middle) * 0.013)))
    expect(taxes[0]!.years[0]).toEqual({ phase: 'construction', year: 2027, total: String(Math.round(Number(years[0]!.valueAdded) * 0.013)) })
    expect(taxes[1]).toMatchObject({ source: '지방세법 제11조', phases: [{ total: '8400000000', inside: null }] })
  })

  test('without a table wages are not known, and neither is their tax', async () => {
    const { taxes } = await answerImpact(
      asked({ table: null, region: null, taxes: [{ name: '소득세', base: 'income', rate: 0.05, source: '시험' }] }),
      find,
    )
    expect(taxes[0]!.phases[0]).toEqual({ phase: 'construction', total: null, inside: null })
  })

  test('a rate without a source is refused, and so is one in percent', () => {
    for (const wrong of [{ source: '' }, { rate: 13 }])
      expect(ImpactCase.safeParse({ ...asked({}), taxes: [{ name: '세', base: 'output', rate: 0.1, source: '법', ...wrong }] }).success).toBe(false)
    expect(ImpactCase.parse({}).taxes).toEqual([])
  })
})
