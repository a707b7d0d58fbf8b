import { type Matrix, matrixOf } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import type { Result } from '../result.ts'
import { type IoModel, modelFromCoefficients, modelResult, needed, sectorVector } from './model.ts'
import { chained } from './multipliers.ts'

/**
 * What household consumption is divided by to become coefficients a unit of household income (가계 소비계수의 분모). The published example of the Netherlands moves from 3.64 to 3.04 with this choice alone,
 * so it has no silent default beyond the one stated: the income that the table pays.
 */
export type HouseholdDenominator = 'income' | 'consumption' | 'valueAdded' | { readonly amount: number }

/** Households as one more sector: what they earn a unit of each output, and what they buy a unit of income. */
export interface Households {
  readonly incomeRates: readonly number[]
  readonly consumptionCoefficients: readonly number[]
  readonly denominator: string
}

/** What the caller knows of households. */
export interface HouseholdData {
  /** Household income paid by each sector (피용자보수 and the like), in the unit of the table. */
  readonly income: readonly number[]
  /** Household consumption of the output of each sector, in the unit of the table. */
  readonly consumption?: readonly number[]
  /** Coefficients as published, instead of consumption. */
  readonly consumptionCoefficients?: readonly number[]
  readonly householdDenominator?: HouseholdDenominator
}

/** 가계 내생화: households as a sector. @throws EconomyError `missing`, `out-of-range` */
export function households(model: IoModel, data: HouseholdData): Households {
  const output = needed(model.output, 'output')
  const income = sectorVector(model, data.income, 'household income')
  const incomeRates = Array.from(income, (one, j) => (output[j] === 0 ? 0 : one / output[j]!))
  if (data.consumptionCoefficients)
    return {
      incomeRates,
      consumptionCoefficients: Array.from(sectorVector(model, data.consumptionCoefficients, 'consumption coefficients')),
      denominator: 'coefficients as given',
    }
  const consumption = sectorVector(model, needed(data.consumption, 'household consumption'), 'household consumption')
  const choice = data.householdDenominator ?? 'income'
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)
  const amount =
    typeof choice === 'object'
      ? choice.amount
      : choice === 'income'
        ? sum(income)
        : choice === 'consumption'
          ? sum(consumption)
          : sum(needed(model.valueAddedRates, 'value added').map((rate, j) => rate * output[j]!))
  if (!(amount > 0))
    throw new EconomyError('out-of-range', `expected a household denominator above 0, got ${amount}`, 'give household income or another amount', {
      part: 'household denominator',
      value: amount,
    })
  return {
    incomeRates,
    consumptionCoefficients: Array.from(consumption, (one) => one / amount),
    denominator: typeof choice === 'object' ? `amount ${amount}` : choice,
  }
}

/** Income a unit of final demand. */
export interface IncomeMultipliers {
  /** Household income in all sectors a unit of final demand (simple multiplier). */
  readonly simple: number[]
  /** Over the sector's own income a unit of output: 제1유형 (I) or 제2유형 (II) 소득승수. Null where the sector pays none. */
  readonly ratio: (number | null)[]
}

/**
 * 소득승수: type I, h·L, and type II with households inside the model, h·L / (1 − h·L·c). The division is the sum of all rounds of earning and spending; no second inverse is needed.
 * Source: Miller & Blair 2009, 6.2; Eurostat manual 2008, chapter 15.
 */
export function incomeMultipliers(model: IoModel, options: HouseholdData & { readonly type: 'I' | 'II' }): Result<IncomeMultipliers> {
  const home =
    options.type === 'I'
      ? { incomeRates: rateOfIncome(model, options.income), consumptionCoefficients: null, denominator: null }
      : households(model, options)
  const first = chained(model, home.incomeRates)
  const factor = home.consumptionCoefficients
    ? closure(model, { ...home, consumptionCoefficients: home.consumptionCoefficients, denominator: home.denominator ?? '' }).factor
    : 1
  const simple = first.map((one) => one * factor)
  return modelResult(
    model,
    { simple, ratio: home.incomeRates.map((rate, j) => (rate === 0 ? null : simple[j]! / rate)) },
    `incomeMultipliers(${options.type})`,
    home.denominator
      ? [`household coefficients: consumption over ${home.denominator}`, 'households spend each further won like the average one']
      : [],
  )
}

const rateOfIncome = (model: IoModel, income: readonly number[]): number[] => {
  const output = needed(model.output, 'output')
  return Array.from(sectorVector(model, income, 'household income'), (one, j) => (output[j] === 0 ? 0 : one / output[j]!))
}

function closure(model: IoModel, home: Households): { readonly spending: Float64Array; readonly factor: number } {
  const spending = model.solver.solve(home.consumptionCoefficients)
  const loop = home.incomeRates.reduce((sum, rate, i) => sum + rate * spending[i]!, 0)
  if (!(loop < 1))
    throw new EconomyError(
      'not-productive',
      `expected households to earn less than they cause, got ${loop} of income for each unit of income`,
      'check the household denominator',
      { part: 'households', value: loop },
    )
  return { spending, factor: 1 / (1 - loop) }
}

/** Type II multipliers of everything that can be chained. */
export interface ClosedMultipliers {
  /** Output of the sectors alone (without the household row). */
  readonly outputTruncated: number[]
  /** Output with household income counted as one more output. */
  readonly outputTotal: number[]
  readonly income: number[]
  /** Any rate a unit of output. */
  readonly factor: (rate: readonly number[]) => number[]
}

/**
 * 제2유형 승수: multipliers with households inside the model, from the open model by one more solution: r·L + (r·L·c)(h·L) / (1 − h·L·c).
 */
export function closedMultipliers(model: IoModel, home: Households): Result<ClosedMultipliers> {
  const { spending, factor } = closure(model, home)
  const income = chained(model, home.incomeRates).map((one) => one * factor)
  const closed = (rate: readonly number[]) => {
    const open = chained(model, rate)
    const spent = rate.reduce((sum, one, i) => sum + one * spending[i]!, 0)
    return open.map((one, j) => one + spent * income[j]!)
  }
  const outputTruncated = closed(new Array<number>(model.n).fill(1))
  return modelResult(
    model,
    { outputTruncated, outputTotal: outputTruncated.map((one, j) => one + income[j]!), income, factor: closed },
    'closedMultipliers',
    [`household coefficients: consumption over ${home.denominator}`],
  )
}

/** 폐쇄모형: the matrix with households as its last row and column. */
export function closedCoefficients(model: IoModel, home: Households): Matrix {
  const n = model.n
  return matrixOf(n + 1, n + 1, (i, j) =>
    i < n && j < n ? model.coefficients.values[i * n + j]! : i < n ? home.consumptionCoefficients[i]! : j < n ? home.incomeRates[j]! : 0,
  )
}

/** The closed matrix as a model of its own; columns may add up to 1 and more where a sector pays all it earns to households. */
export const closedModel = (model: IoModel, home: Households): IoModel =>
  modelFromCoefficients(closedCoefficients(model, home), {
    source: model.source,
    sectors: [...model.sectors, 'households'],
    warnings: model.warnings,
  })
