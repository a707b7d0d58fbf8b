import { expect, test } from 'vitest'
import { changedRows } from './reread-rows.ts'

const content = {
  kind: 'quantity' as const,
  subject: null,
  counterparts: [],
  what: null,
  indicator: 'investment',
  value: '1',
  valueMax: null,
  bound: null,
  approximate: false,
  unit: 'KRW',
  per: null,
  due: null,
  dueText: null,
  start: null,
  startText: null,
  place: null,
  stage: null,
}
const slot = (name: string) => ({ slot: name, before: null, after: '1' })

test('all that makes an amount is one line, in the place of the first', () => {
  const slots = ['subject', 'value', 'approximate', 'unit', 'due'].map(slot)
  expect(changedRows({ kind: 'changed', slots, before: content, after: content }).map((row) => row.slot)).toEqual(['subject', 'amount', 'due'])
})
test('of a new claim its name and amount stand at its head, of a new step its stage', () => {
  const slots = ['subject', 'indicator', 'value', 'unit', 'stage'].map(slot)
  expect(changedRows({ kind: 'new', slots, before: null, after: content }).map((row) => row.slot)).toEqual(['subject', 'stage'])
  const step = { ...content, kind: 'stage' as const, indicator: null, value: null, unit: null }
  expect(changedRows({ kind: 'new', slots: ['subject', 'stage'].map(slot), before: null, after: step }).map((row) => row.slot)).toEqual(['subject'])
})
test('what was compared without its whole contents keeps every slot', () => {
  const slots = ['indicator', 'value', 'unit'].map(slot)
  expect(changedRows({ kind: 'new', slots, before: null, after: null }).map((row) => row.slot)).toEqual(['indicator', 'value', 'unit'])
})
