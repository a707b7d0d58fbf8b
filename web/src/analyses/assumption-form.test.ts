import { expect, test } from 'vitest'
import { assumptionWrong, draftOfAssumption, typedAssumption } from './assumption-form.ts'

const standard = { probability: 0.3, meanSlipYears: 2, rampYears: 3, source: '가정' }
const inUse = { phase: 'announced' as const, ...standard, own: false, standard }

test('a default is typed over in percent, and asks for a source of its own', () => {
  const draft = draftOfAssumption(inUse)
  expect(draft).toMatchObject({ probability: '30', source: '' })
  expect(assumptionWrong(draft)).toEqual(['source'])
  expect(typedAssumption({ ...draft, probability: '21.1%', source: ' 우리 기록 ' })).toEqual({
    phase: 'announced',
    probability: 0.211,
    meanSlipYears: 2,
    rampYears: 3,
    source: '우리 기록',
  })
})

test('an empty field is not zero', () => {
  expect(assumptionWrong({ ...draftOfAssumption(inUse), probability: '', meanSlipYears: '-1', rampYears: 'x', source: 'a' })).toEqual([
    'probability',
    'meanSlipYears',
    'rampYears',
  ])
})
