import { expect, test } from 'vitest'
import type { ReviewClaim } from './api.ts'
import { correctionOf, formOf } from './correct-dialog.tsx'

const claim = {
  id: 'c',
  span: { start: 3, end: 8 },
  subject: '가온전자',
  counterparts: ['나래시'],
  what: null,
  indicator: 'area',
  value: '3305785.12396694',
  valueMax: null,
  bound: null,
  approximate: true,
  unit: 'm2',
  per: null,
  due: { from: '2027-01-01', to: '2028-01-01' },
  dueText: '2027년',
  start: null,
  startText: null,
  place: null,
  stage: 'plan',
} as unknown as ReviewClaim

test('a form that nobody touched changes nothing, not even the last digit of a converted area', () => {
  const { content, span } = correctionOf(claim, formOf(claim, 'ko'), null)
  expect(span).toBeUndefined()
  for (const [slot, value] of Object.entries(content)) expect([slot, value]).toEqual([slot, claim[slot as keyof ReviewClaim]])
})

test('a typed value and a moved span are what is sent, an emptied slot becomes unknown', () => {
  const form = { ...formOf(claim, 'ko'), valueText: '100만평', subject: ' ', span: { start: 2, end: 8 }, dueFrom: '2028-03-01', dueTo: '2028-03-31' }
  const correction = correctionOf(claim, form, { value: '3305785', valueMax: null, unit: 'm2', approximate: false, bound: null })
  expect(correction).toMatchObject({
    content: { value: '3305785', subject: null, due: { from: '2028-03-01', to: '2028-04-01' } },
    span: { start: 2, end: 8 },
  })
})
