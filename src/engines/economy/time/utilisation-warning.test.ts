import { describe, expect, test } from 'vitest'
import { normalOf, seeded } from '../algebra/seeded.ts'
import { downwardCusum } from './cusum.ts'
import { changePoints } from './pelt.ts'
import { standardise } from './standardise.ts'
import { utilisationWarning } from './utilisation-warning.ts'
import { calibratedLimit, quietSeries } from './warning-limit.ts'

const season = [1, -3, 2, 0, 1, 1, -1, -2, 2, 1, 0, -2]
const monthly = (noise: readonly number[]) => noise.map((one, t) => 82 + season[t % 12]! + one)
const rate = 0.2
const quiet = 60
const limit = calibratedLimit({ quiet, persistence: 0.5, reference: 0.5, falseAlarmsPerYear: rate, seriesWatched: 1, seed: 7 })
const options = { start: '2019-01', falseAlarmsPerYear: rate, quietMonths: quiet, limit }

test('quiet years alarm as often as was asked, to a fifth', () => {
  const normal = normalOf(seeded(99))
  let alarms = 0
  const runs = 1500
  for (let run = 0; run < runs; run++) {
    const { z } = standardise(monthly(quietSeries(quiet + 12, 0.5, normal)), quiet)
    if (downwardCusum(z.slice(quiet), 0.5).some((one) => one > limit)) alarms++
  }
  expect(Math.abs(alarms / runs - rate)).toBeLessThan(0.2 * rate)
})

test('a step of four points is found within two months, half of the time or more', () => {
  const normal = normalOf(seeded(3))
  const delays: number[] = []
  for (let run = 0; run < 200; run++) {
    const noise = quietSeries(quiet + 12, 0.5, normal).map((one, t) => (t >= quiet ? one - 4 : one))
    const { z } = standardise(monthly(noise), quiet)
    const alarm = downwardCusum(z.slice(quiet), 0.5).findIndex((one) => one > limit)
    delays.push(alarm < 0 ? 99 : alarm + 1)
  }
  delays.sort((a, b) => a - b)
  expect(delays[100]!).toBeLessThanOrEqual(2)
})

describe('one series', () => {
  const noise = quietSeries(84, 0.5, normalOf(seeded(12)))

  test('a fall is dated and measured', () => {
    const fallen = utilisationWarning(monthly(noise.map((one, t) => (t >= 72 ? one - 8 : one))), options).value
    expect(fallen.status).toBe('alarm')
    expect(fallen.breakMonth! >= '2024-12' && fallen.breakMonth! <= '2025-02').toBe(true)
    expect(Math.abs(fallen.fall! + 8)).toBeLessThan(2.5)
    expect(fallen.changes.some((month) => month >= '2024-12' && month <= '2025-02')).toBe(true)
  })

  test('the season is no fall, and holidays that move are taken off', () => {
    const still = monthly(new Array<number>(84).fill(0)).map((one, t) => one + 0.01 * noise[t]!)
    expect(utilisationWarning(still, options).value.status).toBe('quiet')
    const moved = utilisationWarning(still, options)
    expect(moved.basis.assumptions.join()).toContain('Seollal')
  })

  test('less than three years say so and give the plain change', () => {
    const { value, basis } = utilisationWarning([80, 79, 78, 77, 80, 81, 80, 79, 80, 81, 82, 80, 75, 74], options)
    expect(value).toMatchObject({
      status: 'insufficient-history',
      firstAlarm: null,
      limit: null,
      threeFalls: '2019-04',
      lastChange: -1,
      yearOnYear: -5,
    })
    expect(basis.warnings.join()).toContain('insufficient history')
  })

  test('a gap is refused with its month', () => {
    expect(() => utilisationWarning([80, Number.NaN], options)).toThrow('2019-02')
  })
})

test('a series with several levels is cut where they change, and a flat one nowhere', () => {
  const even = seeded(5)
  const steps = Array.from({ length: 90 }, (_, t) => (t < 30 ? 0 : t < 60 ? 5 : -3) + even() * 0.5)
  expect(changePoints(steps, 3)).toEqual([30, 60])
  expect(changePoints(steps.slice(0, 30), 3)).toEqual([])
})

test('thirty-six months are enough, thirty-five are not', () => {
  const series = Array.from({ length: 36 }, (_, t) => 80 + Math.sin(t * 7.3) + 0.8 * Math.cos(t * 2.1))
  const options = { start: '2021-01', falseAlarmsPerYear: 0.1 }
  expect(utilisationWarning(series, options).value.status).toBe('quiet')
  expect(utilisationWarning([...series.slice(0, 35), 60], options).value).toMatchObject({ status: 'alarm', firstAlarm: '2023-12' })
  const short = utilisationWarning(series.slice(1), options)
  expect([short.value.status, short.basis.warnings[0]]).toEqual(['insufficient-history', 'insufficient history: 35 months, 36 are needed'])
})
