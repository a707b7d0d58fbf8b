import { expect, test } from 'vitest'
import { agreementValidity } from './agreement-validity.ts'

const of = (more: Partial<{ signedOn: string | null; validUntil: string | null; endedOn: string | null }>) => ({
  signedOn: '2021-01-27',
  validUntil: null,
  endedOn: null,
  ...more,
})

test('an agreement without a stated end warns 730 days after signing, not a day before', () => {
  expect(agreementValidity(of({}), '2023-01-27')).toMatchObject({ state: 'ends_soon', daysLeft: 0 })
  expect(agreementValidity(of({}), '2023-01-28')).toMatchObject({ state: 'past_usual', endsOn: '2023-01-27', endsBy: 'usual' })
})

test('a stated end is its last day', () => {
  expect(agreementValidity(of({ validUntil: '2026-12-31' }), '2026-12-31')).toMatchObject({ state: 'ends_soon', endsBy: 'stated' })
  expect(agreementValidity(of({ validUntil: '2026-12-31' }), '2027-01-01').state).toBe('expired')
  expect(agreementValidity(of({ validUntil: '2026-12-31' }), '2026-01-01').state).toBe('in_force')
})

test('what has ended has ended, and what nobody knows is unknown', () => {
  expect(agreementValidity(of({ endedOn: '2022-05-01' }), '2026-01-01')).toMatchObject({ state: 'ended', endsOn: '2022-05-01' })
  expect(agreementValidity(of({ endedOn: '2022-05-01' }), '2022-04-30').state).toBe('in_force')
  expect(agreementValidity(of({ signedOn: null }), '2026-01-01')).toEqual({ state: 'unknown', endsOn: null, endsBy: null, daysLeft: null })
})

test('what is signed later than the day does not hold yet', () => {
  expect(agreementValidity(of({ validUntil: '2030-12-31' }), '2021-01-26')).toMatchObject({ state: 'not_yet', endsOn: '2030-12-31' })
  expect(agreementValidity(of({ validUntil: '2030-12-31' }), '2021-01-27').state).toBe('in_force')
})
