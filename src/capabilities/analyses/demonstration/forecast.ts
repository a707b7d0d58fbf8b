import { normalOf, seeded } from '#engines/economy/algebra/seeded'
import { targetForecast } from '#engines/economy/time/target-forecast'
import type { CaseOf } from '../cases.ts'

const FIRST = 2010
const COUNT = 16

/** Made-up jobs in the industries of the vision, thousand by thousand upward with two bad years. */
function actual() {
  const normal = normalOf(seeded(77))
  return Array.from({ length: COUNT }, (_, k) => ({
    year: FIRST + k,
    value: Math.round((68_400 + 1180 * k - (k === 10 ? 1900 : k === 11 ? 1200 : 0) + 620 * normal()) / 10) * 10,
  }))
}

/** A forecast as it would have been said with the values up to a year. */
function said(values: ReturnType<typeof actual>, until: number, target: { value: number; year: number }) {
  const known = values.filter((one) => one.year <= until)
  const { trend } = targetForecast({
    years: known.map((one) => one.year),
    values: known.map((one) => one.value),
    target: target.value,
    targetYear: target.year,
  }).value
  return {
    madeOn: `${until + 1}-02-01`,
    target,
    chance: trend === null ? null : Math.round(trend.chance * 1000) / 1000,
    predictions: (trend?.level ?? []).map(({ year, low, high }) => ({ year, low: Math.round(low), high: Math.round(high) })),
  }
}

/** 시범 목표 전망: the target of the vision (its fact leads to the sentence) against made-up values and what the portfolio promised. */
export function demonstrationForecast(target: { value: number; year: number; factId: string | null }): CaseOf<'forecast'> {
  const values = actual()
  return {
    kind: 'forecast',
    name: '대표산업 고용 2030 목표 (실적은 합성)',
    source: { name: '구슬 시범 자료: 실적은 씨앗값으로 만든 합성 계열, 목표는 보도된 문장', licence: 'CC0 1.0', synthetic: true },
    unit: 'persons',
    actual: values,
    target,
    level: 0.9,
    pipeline: { items: [], portfolio: { indicator: 'jobs' }, sectorCorrelation: 0.3, baseGrowth: 0.012, draws: 4000, seed: 1 },
    past: [
      said(values, 2018, { value: 80_000, year: 2022 }),
      said(values, 2020, { value: 86_000, year: 2024 }),
      said(values, 2022, { value: 84_000, year: 2025 }),
    ],
  }
}
