import { expect, test } from 'vitest'
import { readMonth } from './month-field.tsx'
import { questionOf } from './question.ts'

test('an address without anything asks for everything by what was spent', () => {
  expect(questionOf({})).toEqual({ measure: 'money', definition: 'spent', withdrawals: 'in' })
})

test('an address holds the whole question, and nonsense is left out', () => {
  expect(
    questionOf({
      from: '2016-01',
      to: '2020-09',
      measure: 'jobs',
      definition: 'building',
      withdrawals: 'out',
      asOf: '2020-09-30',
      known: '2020-11-04',
    }),
  ).toEqual({
    cohortFrom: '2016-01',
    cohortTo: '2020-09',
    measure: 'jobs',
    definition: 'building',
    withdrawals: 'out',
    asOf: '2020-09-30',
    knownOn: '2020-11-04T23:59:59.999+09:00',
  })
  expect(questionOf({ from: 'x', to: 3, measure: 'love', asOf: '2020-02-31' })).toEqual({ measure: 'money', definition: 'spent', withdrawals: 'in' })
})

test('months are read as people write them', () => {
  expect(['2016-01', '2016.1', '2016년 1월', '2020. 9. 30.', '2016-13', '2020-02-31', '2016', ''].map(readMonth)).toEqual([
    '2016-01',
    '2016-01',
    '2016-01',
    '2020-09-30',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
