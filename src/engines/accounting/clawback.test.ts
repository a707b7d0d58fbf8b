import { expect, test } from 'vitest'
import { type ClawbackRule, clawbackRules } from '#data/clawback-rules'
import { assessClawback, clawbackRuleOn } from './clawback.ts'

const first = clawbackRuleOn(clawbackRules, 'shortfall-pro-rata', '2026-01-01')!
const lenient: ClawbackRule = { ...first, version: 2, validFrom: '2027-01-01', tolerance: '0.4' }
const jobs = { id: 'jobs', promised: '80', reached: '52', weight: '1' }

test('80 jobs promised, 52 at year 3, 10억 granted: (80 - 52) / 80 = 35 %, 3억 5,000만원', () => {
  const found = assessClawback(first, { granted: '1000000000', conditions: [jobs], withdrawn: false })
  expect(found).toMatchObject({ shortfall: '0.35', amount: '350000000', unknown: [] })
  expect(found.conditions[0]).toMatchObject({ missing: '28', shortfall: '0.35', counted: '0.35' })
})

test('a later version holds from its own day alone', () => {
  expect(clawbackRuleOn([...clawbackRules, lenient], 'shortfall-pro-rata', '2026-12-31')!.version).toBe(1)
  expect(clawbackRuleOn([...clawbackRules, lenient], 'shortfall-pro-rata', '2027-01-01')!.version).toBe(2)
  expect(assessClawback(lenient, { granted: '1000000000', conditions: [jobs], withdrawn: false })).toMatchObject({ shortfall: '0', amount: '0' })
})

test('of several conditions the largest counts, or their average by weight: (1 x 0.35 + 3 x 0.10) / 4 = 16.25 %', () => {
  const conditions = [jobs, { id: 'investment', promised: '10000000000', reached: '9000000000', weight: '3' }]
  expect(assessClawback(first, { granted: '1000000000', conditions, withdrawn: false }).shortfall).toBe('0.35')
  expect(assessClawback({ ...first, combine: 'weighted' }, { granted: '1000000000', conditions, withdrawn: false })).toMatchObject({
    shortfall: '0.1625',
    amount: '162500000',
  })
})

test('won are cut down, a third of 300 is 100, more than promised is no shortfall', () => {
  const of = (promised: string, reached: string, granted: string) =>
    assessClawback(first, { granted, conditions: [{ id: 'jobs', promised, reached, weight: '1' }], withdrawn: false }).amount
  expect(of('3', '2', '300')).toBe('100')
  expect(of('3', '2', '1000')).toBe('333')
  expect(of('80', '95', '1000')).toBe('0')
})

test('what is not known stays unknown, and who gives up has reached nothing', () => {
  const unknown = assessClawback(first, { granted: '1000', conditions: [{ ...jobs, reached: null }], withdrawn: false })
  expect(unknown).toMatchObject({ shortfall: null, amount: null, unknown: ['jobs'] })
  expect(assessClawback(first, { granted: null, conditions: [jobs], withdrawn: false })).toMatchObject({
    shortfall: '0.35',
    amount: null,
    unknown: ['granted'],
  })
  expect(assessClawback(first, { granted: '1000', conditions: [], withdrawn: false })).toMatchObject({ amount: null, unknown: ['conditions'] })
  expect(assessClawback(first, { granted: '1000', conditions: [{ ...jobs, reached: null }], withdrawn: true }).amount).toBe('1000')
})
