import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attainment, measureProgress, nodeProgress, type YearValue } from './strategy-progress.ts'

const y = (year: number, value: string): YearValue => ({ year, value, id: `${year}` })

describe('attainment', () => {
  test('counts the way from a baseline: from 50 to 30 of a target of 20 is 20/30', () => {
    expect(attainment('30', '20', -1, '50')).toBe('0.66666666666666667')
    expect(attainment('60', '110', 1, '10')).toBe('0.5')
  })
  test('turns round where less is better: 30 against at most 20 is 20/30, none at all is reached', () => {
    expect(attainment('30', '20', -1, null)).toBe('0.66666666666666667')
    expect(attainment('0', '20', -1, null)).toBe('1')
  })
  test('is not known where it means nothing', () => {
    expect(attainment('5', '0', 1, null)).toBeNull()
    expect(attainment('5', '7', 1, '7')).toBeNull()
  })
})

describe('an indicator', () => {
  test('says of each year whether it was measured; a year that is over without an actual is not measured, never zero', () => {
    const found = measureProgress(
      { direction: 1, baseline: null, targets: [y(2024, '100'), y(2025, '200'), y(2026, '300'), y(2030, '1000')], actuals: [y(2024, '80')] },
      2026,
    )
    expect(found.years.map((one) => [one.year, one.state, one.attainment])).toEqual([
      [2024, 'measured', '0.8'],
      [2025, 'not_measured', null],
      [2026, 'open', null],
      [2030, 'open', null],
    ])
    expect(found).toMatchObject({ progress: '0.8', state: 'measured', target: { year: 2024 } })
  })
  test('is measured against the next target where its own year has none: 90,000 of 110,000 on the way to 2030', () => {
    const found = measureProgress({ direction: 1, baseline: null, targets: [y(2030, '110000')], actuals: [y(2025, '90000')] }, 2026)
    expect(found).toMatchObject({ progress: '0.81818181818181818', target: { year: 2030 }, actual: { year: 2025 } })
  })
  test('without any actual is not measured, without any target has none', () => {
    expect(measureProgress({ direction: 1, baseline: null, targets: [y(2030, '1')], actuals: [] }, 2026)).toMatchObject({
      progress: null,
      state: 'not_measured',
    })
    expect(measureProgress({ direction: 1, baseline: null, targets: [], actuals: [y(2025, '1')] }, 2026)).toMatchObject({ state: 'no_target' })
  })
  test('does not take its baseline for progress', () => {
    const base = y(2020, '50')
    expect(measureProgress({ direction: 1, baseline: base, targets: [y(2030, '100')], actuals: [base] }, 2026)).toMatchObject({
      state: 'not_measured',
    })
  })
})

describe('a node', () => {
  test('is the average by weight, with its components: (1·0.5 + 3·0.7) / 4 = 0.65', () => {
    const found = nodeProgress([
      { id: 'a', weight: '1', progress: '0.5' },
      { id: 'b', weight: '3', progress: '0.7' },
    ])
    expect(found).toMatchObject({ progress: '0.65', coverage: '1' })
    expect(found.parts.map((one) => one.share)).toEqual(['0.25', '0.75'])
  })
  test('leaves what is not measured out and says how much is: 1 of 4 measured', () => {
    const found = nodeProgress([
      { id: 'a', weight: '1', progress: '0.5' },
      { id: 'b', weight: '3', progress: null },
    ])
    expect(found).toMatchObject({ progress: '0.5', coverage: '0.25' })
    expect(nodeProgress([{ id: 'b', weight: '3', progress: null }])).toMatchObject({ progress: null, coverage: '0' })
  })
  test('lets nothing that ran ahead hide what lags: 300 % and 0 % make 50 %', () => {
    expect(
      nodeProgress([
        { id: 'a', weight: '1', progress: '3' },
        { id: 'b', weight: '1', progress: '-0.2' },
      ]).progress,
    ).toBe('0.5')
  })
  test('never leaves the range of its parts', () => {
    const part = fc.record({ id: fc.uuid(), weight: fc.integer({ min: 1, max: 9 }).map(String), progress: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const found = nodeProgress(parts.map((one) => ({ ...one, progress: String(one.progress / 100) })))
        const all = parts.map((one) => one.progress / 100)
        expect(Number(found.progress)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-12)
        expect(Number(found.progress)).toBeLessThanOrEqual(Math.max(...all) + 1e-12)
      }),
    )
  })
})
