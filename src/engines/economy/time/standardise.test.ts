import { expect, test } from 'vitest'
import { normalOf, seeded } from '../algebra/seeded.ts'
import { holidayDays } from './korean-holidays.ts'
import { standardise, standardiser } from './standardise.ts'
import { quietSeries } from './warning-limit.ts'

test('the operators made once give what the procedure gives', () => {
  const days = holidayDays('2018-03', 60)!
  for (const regressors of [[], [days.seollal], [days.seollal, days.chuseok]]) {
    const fast = standardiser(48, regressors)
    for (const seed of [1, 2, 3]) {
      const series = quietSeries(60, 0.5, normalOf(seeded(seed))).map((one, t) => 80 + Math.sin(t) + one - days.seollal[t]!)
      const [slow, quick] = [standardise(series, 48, regressors), fast(series)]
      expect(quick.persistence).toBeCloseTo(slow.persistence, 9)
      expect(quick.holidayEffects.length).toBe(regressors.length)
      for (const [t, one] of slow.z.entries()) expect(quick.z[t]).toBeCloseTo(one, 8)
    }
  }
})

test('a month of holidays that lowers the series is found and taken off', () => {
  const days = holidayDays('2015-01', 84)!
  const series = quietSeries(84, 0, normalOf(seeded(9))).map((one, t) => 80 + 0.3 * one - 0.8 * days.seollal[t]!)
  expect(standardise(series, 84, [days.seollal, days.chuseok]).holidayEffects[0]).toBeCloseTo(-0.8, 0)
})
