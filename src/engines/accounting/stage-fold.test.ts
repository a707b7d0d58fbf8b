import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldStage, type StageStep } from './stage-fold.ts'
import { stagesOf } from './stages.ts'

const stages = stagesOf('project', '2026-11-22')
let clock = 0
const step = (toStage: string, day: string | null, more: Partial<StageStep> = {}): StageStep => ({
  toStage,
  occurredFrom: day,
  occurredTo: null,
  recordedAt: `2026-01-01T00:00:${String(clock++ % 60).padStart(2, '0')}Z`,
  voidedAt: null,
  deliberate: false,
  ...more,
})
const folded = (...events: StageStep[]) => foldStage(events, stages)?.toStage ?? null

describe('foldStage', () => {
  test('no live event gives no stage', () => {
    expect(folded()).toBeNull()
    expect(folded(step('mou', '2025-01-01', { voidedAt: '2026-01-02T00:00:00Z' }))).toBeNull()
  })
  test('an old article read late does not lead back', () =>
    expect(folded(step('construction', '2025-05-01'), step('mou', '2023-05-01'))).toBe('construction'))
  test('a later dated event may lead backwards', () =>
    expect(folded(step('construction', '2025-05-01'), step('permit', '2026-05-01'))).toBe('permit'))
  test('an event without a date leads forward but not back', () => {
    expect(folded(step('mou', '2025-05-01'), step('construction', null))).toBe('construction')
    expect(folded(step('construction', '2025-05-01'), step('mou', null))).toBe('construction')
  })
  test('a person with a reason may lead back without a date', () =>
    expect(
      folded(
        step('construction', '2025-05-01', { recordedAt: '2026-01-01T00:00:00Z' }),
        step('permit', null, { deliberate: true, recordedAt: '2026-02-01T00:00:00Z' }),
      ),
    ).toBe('permit'))
  test('voiding the last event gives the one before', () =>
    expect(folded(step('mou', '2025-01-01'), step('construction', '2026-01-01', { voidedAt: '2026-03-01T00:00:00Z' }))).toBe('mou'))
  test('the order in which events are handed in does not matter', () => {
    const events = fc.array(
      fc.record({
        toStage: fc.constantFrom(...stages.map((row) => row.stage)),
        occurredFrom: fc.option(fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01')),
        occurredTo: fc.constant(null),
        recordedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'),
        voidedAt: fc.constant(null),
        deliberate: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(events, (list) => {
        expect(foldStage(list.toReversed(), stages)?.toStage).toBe(foldStage(list, stages)?.toStage)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
})
