import { standardNormal } from '../algebra/distribution.ts'
import { normalOf, seeded } from '../algebra/seeded.ts'
import { EconomyError } from '../economy-error.ts'

/** A commitment that may add to the value (투자 약속): how much, how likely, from when. */
export interface PipelineItem {
  readonly name: string
  readonly sector: string
  /** What it adds when it is complete, in the unit of the value. */
  readonly amount: number
  /** Chance that it comes at all, by its stage (협약, 계약, 착공 …). */
  readonly probability: number
  readonly startYear: number
  /** Years from the start to the full amount, in equal steps; 0: at once. */
  readonly rampYears: number
  /** Mean delay in years (it is drawn from an exponential distribution). */
  readonly meanSlipYears: number
}

/** Commitments and how they hang together. */
export interface Pipeline {
  readonly items: readonly PipelineItem[]
  /** Correlation of success between items of one sector, 0 to 1. */
  readonly sectorCorrelation?: number
  /** Growth a year of what exists already. */
  readonly baseGrowth?: number
  readonly draws?: number
  readonly seed: number
}

/** What the commitments may bring. */
export interface PipelineForecast {
  readonly chance: number
  readonly median: number
  readonly low: number
  readonly high: number
  /** Median of what is missing, over the draws that miss; null where none does. */
  readonly medianShortfall: number | null
  /** Year in which half of the draws have reached the target; null where that is not before 20 years after it. */
  readonly medianYearReached: number | null
  /** Chance by year up to the target year. */
  readonly chanceByYear: { readonly year: number; readonly chance: number }[]
  readonly draws: number
}

/**
 * 약속 파이프라인 모의실험: what exists grows on; each commitment comes or not, by its chance, together with others of its sector (one common factor a sector, Gaussian copula);
 * it slips, then ramps up. The seed decides the draws.
 * @throws EconomyError `out-of-range` for a chance outside 0 to 1.
 */
export function pipelineForecast(
  input: Pipeline & { readonly current: number; readonly currentYear: number; readonly target: number; readonly targetYear: number },
): PipelineForecast {
  const { items, sectorCorrelation: correlation = 0.3, baseGrowth = 0, draws = 4000, current, currentYear, target, targetYear } = input
  for (const one of items)
    if (!(one.probability >= 0 && one.probability <= 1))
      throw new EconomyError(
        'out-of-range',
        `expected a chance from 0 to 1 for "${one.name}", got ${one.probability}`,
        'give the chance of its stage',
        { part: 'pipeline', row: one.name, value: one.probability },
      )
  if (!(correlation >= 0 && correlation <= 1))
    throw new EconomyError('out-of-range', `expected a correlation from 0 to 1, got ${correlation}`, 'take 0.3 where nothing is known')
  const even = seeded(input.seed)
  const normal = normalOf(even)
  const sectors = [...new Set(items.map((one) => one.sector))]
  const horizon = targetYear + 20
  const finals: number[] = []
  const reached: number[] = []
  const base = (year: number) => current * (1 + baseGrowth) ** (year - currentYear)
  for (let draw = 0; draw < draws; draw++) {
    const common = new Map(sectors.map((sector) => [sector, normal()]))
    const coming = items.flatMap((one) => {
      const luck = Math.sqrt(correlation) * common.get(one.sector)! + Math.sqrt(1 - correlation) * normal()
      const slip = -Math.log(1 - even()) * one.meanSlipYears
      return standardNormal(luck) < one.probability
        ? [{ amount: one.amount, from: Math.max(one.startYear, currentYear) + slip, ramp: one.rampYears }]
        : []
    })
    const at = (year: number) => coming.reduce((sum, one) => sum + one.amount * share(year, one.from, one.ramp), base(year))
    finals.push(at(targetYear))
    let year = currentYear + 1
    while (year <= horizon && at(year) < target) year++
    reached.push(year <= horizon ? year : Number.POSITIVE_INFINITY)
  }
  const sorted = [...finals].sort((a, b) => a - b)
  const quantile = (p: number) => sorted[Math.min(draws - 1, Math.floor(p * draws))]!
  const missed = sorted.filter((one) => one < target)
  const years = [...reached].sort((a, b) => a - b)
  const middle = years[Math.floor(draws / 2)]!
  return {
    chance: 1 - missed.length / draws,
    median: quantile(0.5),
    low: quantile(0.05),
    high: quantile(0.95),
    medianShortfall: missed.length === 0 ? null : target - missed[Math.floor(missed.length / 2)]!,
    medianYearReached: Number.isFinite(middle) ? middle : null,
    chanceByYear: Array.from({ length: targetYear - currentYear }, (_, k) => ({
      year: currentYear + 1 + k,
      chance: reached.filter((one) => one <= currentYear + 1 + k).length / draws,
    })),
    draws,
  }
}

/** How much of a commitment stands in a year. */
function share(year: number, from: number, ramp: number): number {
  if (year < from) return 0
  return ramp <= 0 ? 1 : Math.min(1, (year - from) / ramp)
}
