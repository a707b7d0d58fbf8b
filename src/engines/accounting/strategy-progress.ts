import { add, compare, type Decimal, decimal, multiply, ONE, quotient, subtract, toText, ZERO } from '#quantity/decimal'

/** A value of one year, with the fact it comes from. */
export interface YearValue {
  readonly year: number
  readonly value: string
  readonly id: string
}

/** 지표의 값: targets and actuals by year. `direction` 1: more is better, -1: less is better. */
export interface MeasureValues {
  readonly direction: 1 | -1
  readonly baseline: YearValue | null
  readonly targets: readonly YearValue[]
  readonly actuals: readonly YearValue[]
}

/** One year of an indicator. `not_measured` 측정 안 됨: the year is over and nobody has measured; `open`: it is not over yet. */
export interface YearState {
  readonly year: number
  readonly target: YearValue | null
  readonly actual: YearValue | null
  readonly attainment: string | null
  readonly state: 'measured' | 'not_measured' | 'open' | 'no_target'
}

/** 지표의 진척: worked out, never typed in. */
export interface MeasureProgress {
  readonly years: readonly YearState[]
  /** Attainment of the latest actual against the target of its year, or of the next year that has one. */
  readonly progress: string | null
  readonly actual: YearValue | null
  readonly target: YearValue | null
  readonly state: 'measured' | 'not_measured' | 'no_target'
}

/**
 * 달성도: how much of a target is reached. With a baseline b the way from there: (actual - b) / (target - b); without one actual / target where more is better
 * and target / actual where less is better. Not capped; null where it means nothing (target equals baseline, a target of zero or less without a baseline).
 * Source: the same shape as IATI results (baseline, target, actual, ascending) and Open SDG's progress of a base and a target year.
 *
 * @example
 * attainment('90000', '110000', 1, null) // => '0.81818181818181818'
 * attainment('30', '20', -1, '50') // => '0.66666666666666667'
 */
export function attainment(actual: string, target: string, direction: 1 | -1, baseline: string | null): string | null {
  const [a, t] = [decimal(actual), decimal(target)]
  if (baseline !== null) {
    const b = decimal(baseline)
    const way = subtract(t, b)
    return compare(way, ZERO) === 0 ? null : text(subtract(a, b), way)
  }
  if (direction === 1) return compare(t, ZERO) <= 0 ? null : text(a, t)
  if (compare(a, ZERO) < 0 || compare(t, ZERO) < 0) return null
  // nothing can be less than none of it
  if (compare(a, ZERO) === 0) return '1'
  return text(t, a)
}

const text = (above: Decimal, below: Decimal) => toText(quotient(above, below, 17))

/**
 * 지표의 진척: every year that has a target or an actual, and the progress of the latest actual up to `thisYear`.
 * A year that is over with a target and no actual is not measured: it is neither zero nor left out.
 */
export function measureProgress(of: MeasureValues, thisYear: number): MeasureProgress {
  const actuals = byYear(of.actuals.filter((one) => one.year <= thisYear))
  const targets = byYear(of.targets)
  const base = of.baseline?.value ?? null
  const years = [...new Set([...targets.keys(), ...actuals.keys()])]
    .sort((a, b) => a - b)
    .map((year): YearState => {
      const [target, actual] = [targets.get(year) ?? null, actuals.get(year) ?? null]
      return {
        year,
        target,
        actual,
        attainment: target && actual ? attainment(actual.value, target.value, of.direction, base) : null,
        state: target === null ? 'no_target' : actual !== null ? 'measured' : year < thisYear ? 'not_measured' : 'open',
      }
    })
  // the value that the way begins from is no step on the way
  const measured = years.filter((one) => one.actual !== null && one.year !== of.baseline?.year)
  const latest = measured.at(-1)?.actual ?? null
  const target = latest === null ? null : (years.find((one) => one.target !== null && one.year >= latest.year)?.target ?? lastOf(targets))
  if (targets.size === 0) return { years, progress: null, actual: latest, target: null, state: 'no_target' }
  if (latest === null || target === null) return { years, progress: null, actual: null, target: lastOf(targets), state: 'not_measured' }
  return { years, progress: attainment(latest.value, target.value, of.direction, base), actual: latest, target, state: 'measured' }
}

const byYear = (values: readonly YearValue[]) => new Map(values.map((one) => [one.year, one]))
const lastOf = (values: ReadonlyMap<number, YearValue>): YearValue | null => [...values.values()].sort((a, b) => a.year - b.year).at(-1) ?? null

/** A part of a node: an indicator or a node below, with its weight. */
export interface ProgressPart {
  readonly id: string
  readonly weight: string
  readonly progress: string | null
}

/** 마디의 진척 with its components: each part's share of the weight that was measured. */
export interface NodeProgress {
  readonly progress: string | null
  /** The share of all weight that is measured: 1 where everything is. */
  readonly coverage: string | null
  readonly parts: readonly (ProgressPart & { readonly counted: string | null; readonly share: string | null })[]
}

/**
 * 진척의 가중평균: the average by weight of what is measured, each part held between 0 and 1 so that one that ran ahead cannot hide another. Never a sum: parts of 50 % and 70 % make 60 %, not 120 %.
 * What is not measured is left out and lowers `coverage`; where nothing is measured there is no progress.
 * Formula: Σ wᵢ·min(1, max(0, pᵢ)) / Σ wᵢ over measured parts; coverage = Σ wᵢ measured / Σ wᵢ.
 *
 * @example
 * nodeProgress([{ id: 'a', weight: '1', progress: '0.5' }, { id: 'b', weight: '3', progress: '0.7' }]).progress // => '0.65'
 */
export function nodeProgress(parts: readonly ProgressPart[]): NodeProgress {
  const weights = parts.map((one) => decimal(one.weight))
  const all = weights.reduce(add, ZERO)
  const measured = weights.filter((_, index) => parts[index]!.progress !== null).reduce(add, ZERO)
  const counted = parts.map((one) => (one.progress === null ? null : held(decimal(one.progress))))
  const sum = counted.reduce<Decimal>((total, one, index) => (one === null ? total : add(total, multiply(one, weights[index]!))), ZERO)
  const some = compare(measured, ZERO) > 0
  return {
    progress: some ? text(sum, measured) : null,
    coverage: compare(all, ZERO) > 0 ? text(measured, all) : null,
    parts: parts.map((one, index) => ({
      ...one,
      counted: counted[index] ? toText(counted[index]) : null,
      share: some && one.progress !== null ? text(weights[index]!, measured) : null,
    })),
  }
}

const held = (value: Decimal): Decimal => (compare(value, ZERO) < 0 ? ZERO : compare(value, ONE) > 0 ? ONE : value)
