import { describe, expect, test } from 'vitest'
import { pledgeRubrics } from '#data/pledge-rubrics'
import { gradeByRubric, pledgeStanding, rubricOn, securedRate } from './pledge-grade.ts'

const of = (id: string, day: string) => rubricOn(pledgeRubrics, id, day)!
const pass = { consistency: true }

describe('a rubric', () => {
  test('is the version that holds on the day', () => {
    expect(of('manifesto-delivery', '2020-12-31').version).toBe('2020')
    expect(of('manifesto-delivery', '2021-01-01').version).toBe('2021')
    expect(rubricOn(pledgeRubrics, 'manifesto-plan', '2022-12-31')).toBeNull()
  })

  test('gives 66 points SA in 2020 and no letter in 2021, because the threshold moved from 65 to 70', () => {
    const inputs = { scores: { total: '66' }, gates: pass }
    expect(gradeByRubric(of('manifesto-delivery', '2020-06-01'), inputs)).toMatchObject({ outcome: 'graded', grade: 'SA', next: null })
    expect(gradeByRubric(of('manifesto-delivery', '2021-06-01'), inputs)).toMatchObject({
      outcome: 'below',
      grade: null,
      next: { grade: 'SA', atLeast: '70', short: '4' },
    })
  })

  test('adds parts exactly: 54.5 + 21 + 12.25 = 87.75 is A of 2023, 2.25 short of SA', () => {
    const plan = of('manifesto-plan', '2023-05-01')
    expect(gradeByRubric(plan, { scores: { completeness: '54.5', democracy: '21', transparency: '12.25' }, gates: pass })).toMatchObject({
      grade: 'A',
      total: '87.75',
      next: { grade: 'SA', short: '2.25' },
    })
    expect(gradeByRubric(plan, { scores: { completeness: '58', democracy: '20', transparency: '12' }, gates: pass }).grade).toBe('SA')
  })

  test('leaves unknown what is not known, and gives no letter past a failed gate', () => {
    const plan = of('manifesto-plan', '2023-05-01')
    expect(gradeByRubric(plan, { scores: { completeness: '58', democracy: null, transparency: '12' }, gates: pass })).toMatchObject({
      outcome: 'incomplete',
      grade: null,
      total: null,
      missing: ['democracy'],
    })
    const full = { completeness: '60', democracy: '25', transparency: '15' }
    expect(gradeByRubric(plan, { scores: full, gates: {} })).toMatchObject({
      outcome: 'incomplete',
      grade: null,
      total: '100',
      missing: ['consistency'],
    })
    expect(gradeByRubric(plan, { scores: full, gates: { consistency: false } })).toMatchObject({ outcome: 'gate_failed', grade: null })
  })

  test('refuses points that there are not', () => {
    expect(() => gradeByRubric(of('manifesto-plan', '2023-05-01'), { scores: { completeness: '61' }, gates: {} })).toThrow('between 0 and 60, got 61')
  })
})

test('secured money is divided by planned money, as a city published it: 7,426/15,165 = 48.97 %, 5,969/10,940 = 54.56 %', () => {
  const percent = (secured: string, planned: string) => (Number(securedRate(secured, planned)) * 100).toFixed(2)
  expect(percent('742600000000', '1516500000000')).toBe('48.97')
  expect(percent('596900000000', '1094000000000')).toBe('54.56')
  expect(securedRate(null, '1')).toBeNull()
  expect(securedRate('1', '0')).toBeNull()
})

test('done without proof is unproven, whatever the stage says', () => {
  expect(pledgeStanding({ stage: 'done_continuing', proven: false })).toEqual({ state: 'unproven', done: false })
  expect(pledgeStanding({ stage: 'in_progress', proven: false })).toEqual({ state: 'in_progress', done: false })
  expect(pledgeStanding({ stage: null, proven: false })).toEqual({ state: null, done: false })
})
