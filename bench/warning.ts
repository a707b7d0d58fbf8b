/**
 * The early warning against what it says of itself, by simulation of the whole procedure on new series (other seeds than those its limits are set with): how often quiet years alarm against the rate that was
 * asked for (aim: within a fifth), and how many months a fall of four points takes to be found (aim: two, the median). Series have a season, Seollal and Chuseok, and remember the last month; one point is one
 * standard deviation of what a month does not remember. Also with six series watched together, where the rate is that of any of them.
 */
import { normalOf, seeded } from '#engines/economy/algebra/seeded'
import { downwardCusum } from '#engines/economy/time/cusum'
import { holidayDays } from '#engines/economy/time/korean-holidays'
import { compareRules } from '#engines/economy/time/rule-comparison'
import { standardiser } from '#engines/economy/time/standardise'
import { limitOfMaxima, quietSeries } from '#engines/economy/time/warning-limit'
import { type MaximaCache, maximaFor } from '#engines/economy/time/warning-report'

const runs = Number(process.argv[2] ?? 10_000)
const season = [1, -3, 2, 0, 1, 1, -1, -2, 2, 1, 0, -2]
const START = '2016-01'
const rates = [0.05, 0.1, 0.2]
const cache: MaximaCache = new Map()
let worstRate = 1
let worstDelay = 0
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

console.log(`${runs} series each; falls: ${Math.min(1000, runs)}`)
console.log('quiet months  memory  asked  alarms in a quiet year  ratio  months to find -4')
for (const quiet of [36, 60, 96])
  for (const memory of [0, 0.3, 0.6]) {
    const normal = normalOf(seeded(4242 + quiet))
    const days = holidayDays(START, quiet + 12)!
    const standardised = standardiser(quiet, [days.seollal, days.chuseok])
    const alarms = rates.map(() => 0)
    const delays: number[][] = rates.map(() => [])
    for (let run = 0; run < runs; run++) {
      const series = quietSeries(quiet + 12, memory, normal).map(
        (one, t) => 80 + season[t % 12]! - 0.5 * days.seollal[t]! - 0.4 * days.chuseok[t]! + one,
      )
      const sums = (values: readonly number[]) => {
        const found = standardised(values)
        const highest = maximaFor(START, quiet, found.persistence, 1, cache)
        return {
          cusum: downwardCusum(found.z.slice(quiet), 0.5),
          limit: (rate: number) => limitOfMaxima(highest, { falseAlarmsPerYear: rate, seriesWatched: 1 }),
        }
      }
      const calm = sums(series)
      for (const [k, rate] of rates.entries()) if (calm.cusum.some((one) => one > calm.limit(rate))) alarms[k]!++
      if (run >= 1000) continue
      const low = sums(series.map((one, t) => (t >= quiet ? one - 4 : one)))
      for (const [k, rate] of rates.entries()) {
        const at = low.cusum.findIndex((one) => one > low.limit(rate))
        delays[k]!.push(at < 0 ? 99 : at + 1)
      }
    }
    for (const [k, rate] of rates.entries()) {
      const share = alarms[k]! / runs
      const delay = median(delays[k]!)
      if (Math.abs(share / rate - 1) > Math.abs(worstRate - 1)) worstRate = share / rate
      worstDelay = Math.max(worstDelay, delay)
      console.log([quiet, memory, rate, share.toFixed(4), (share / rate).toFixed(2), delay].map((one) => String(one).padStart(9)).join(' '))
    }
  }

// several series share one rate
for (const together of [6]) {
  const [quiet, memory, rate] = [60, 0.4, 0.1] as const
  const normal = normalOf(seeded(99))
  const days = holidayDays(START, quiet + 12)!
  const standardised = standardiser(quiet, [days.seollal, days.chuseok])
  const offices = Math.max(200, Math.floor(runs / 2))
  let alarms = 0
  for (let office = 0; office < offices; office++) {
    let rang = false
    for (let k = 0; k < together; k++) {
      const found = standardised(quietSeries(quiet + 12, memory, normal).map((one, t) => 80 + season[t % 12]! + one))
      const limit = limitOfMaxima(maximaFor(START, quiet, found.persistence, 1, cache), { falseAlarmsPerYear: rate, seriesWatched: together })
      rang = rang || downwardCusum(found.z.slice(quiet), 0.5).some((one) => one > limit)
    }
    if (rang) alarms++
  }
  console.log(
    `${together} series together, asked ${rate} a year for any of them: ${(alarms / offices).toFixed(3)} (ratio ${(alarms / offices / rate).toFixed(2)}, ${offices} quiet years)`,
  )
}

const limit = limitOfMaxima(maximaFor(START, 60, 0.4, 1, cache), { falseAlarmsPerYear: 0.1, seriesWatched: 1 })
console.log('rule            false alarm in 36 quiet months   -4 found in 12 months   median month')
for (const one of compareRules({ quiet: 60, persistence: 0.4, sigma: 1, step: 4, limit, seed: 5 }))
  console.log(
    `${one.rule.padEnd(14)} ${one.falseInThreeYears.toFixed(2).padStart(20)} ${one.found.toFixed(2).padStart(26)} ${String(one.medianMonth).padStart(16)}`,
  )
console.log(`worst ratio to the rate asked for: ${worstRate.toFixed(2)} (aim 0.80 to 1.20); slowest median: ${worstDelay} months (aim 2)`)
