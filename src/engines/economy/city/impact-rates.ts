import { at, columnSums, matrixOf } from '../algebra/matrix.ts'
import { households } from '../model/income-multipliers.ts'
import { createModel, type IoModel, modelFromCoefficients } from '../model/model.ts'
import { type RegionAndNation, simpleQuotients } from '../regional/location-quotients.ts'
import { regionalise } from '../regional/regionalise.ts'
import type { IoTable } from '../tables/io-table.ts'

/** What is counted of an effect. */
export const impactMeasures = ['output', 'valueAdded', 'employed', 'employees', 'income', 'taxes', 'imports'] as const
export type ImpactMeasure = (typeof impactMeasures)[number]

/** Each measure a unit of output by sector; null where the table does not tell. */
export type ImpactRates = Readonly<Record<ImpactMeasure, readonly number[] | null>>

const INCOME = /피용자보수|compensation/i
const CONSUMPTION = /민간(최종)?소비|가계(최종)?소비|^hfce$|households?/i
const TAXES = /생산세|taxes/i

/** Parts of value added or demand that a table names so, added up; null where it has none. */
function partsNamed(parts: IoTable['valueAdded'], pattern: RegExp): number[] | null {
  const found = parts.filter((one) => pattern.test(one.name.replace(/\s/g, '')))
  return found.length === 0 ? null : found[0]!.values.map((_, i) => found.reduce((sum, one) => sum + one.values[i]!, 0))
}

/** The rates of a table. Taxes and household income are those parts of value added that the table itself names so. */
export function impactRates(table: IoTable, model: IoModel): ImpactRates {
  const rate = (values: readonly number[] | null) => values?.map((one, j) => (table.output[j] === 0 ? 0 : one / table.output[j]!)) ?? null
  return {
    output: table.output.map(() => 1),
    valueAdded: model.valueAddedRates,
    employed: model.employedRates,
    employees: model.employeeRates,
    income: rate(partsNamed(table.valueAdded, INCOME)),
    taxes: rate(partsNamed(table.valueAdded, TAXES)),
    imports: model.importCoefficients ? Array.from(columnSums(model.importCoefficients)) : null,
  }
}

/** A model with its households, where the table tells of them: what further spending a unit of income causes. */
export interface ImpactEconomy {
  readonly model: IoModel
  /** Output that follows when households earn and spend because of `output`; null where the table has no households. */
  readonly induced: (output: ArrayLike<number>) => number[] | null
}

/** Households of a table: income paid by each sector and what they buy, or null. */
function householdsOf(table: IoTable, model: IoModel) {
  const income = partsNamed(table.valueAdded, INCOME)
  const consumption = partsNamed(table.finalDemand, CONSUMPTION)
  if (!income?.some((one) => one > 0) || !consumption?.some((one) => one > 0)) return null
  // coefficients over all household spending on domestic goods would be above 1 where incomes other than wages are spent, too: the larger of the two is the denominator
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  return households(model, { income, consumption, householdDenominator: { amount: Math.max(sum(income), sum(consumption)) } })
}

function economy(model: IoModel, home: ReturnType<typeof householdsOf>, cut: readonly number[] | null): ImpactEconomy {
  if (!home) return { model, induced: () => null }
  const bought = home.consumptionCoefficients.map((one, i) => one * (cut ? cut[i]! : 1))
  const spending = model.solver.solve(bought)
  const loop = home.incomeRates.reduce((sum, rate, i) => sum + rate * spending[i]!, 0)
  const factor = loop < 1 ? 1 / (1 - loop) : null
  return {
    model,
    induced: (output) => {
      if (factor === null) return null
      const earned = home.incomeRates.reduce((sum, rate, i) => sum + rate * output[i]!, 0)
      return Array.from(spending, (one) => one * earned * factor)
    },
  }
}

/** The nation of a table, and the region at each δ. */
export interface ImpactEconomies {
  readonly nation: ImpactEconomy
  readonly regions: readonly { readonly delta: number; readonly economy: ImpactEconomy }[]
  /** What share of each product a region can supply itself at most: min(1, SLQ). */
  readonly localShares: readonly number[] | null
  /** As if nothing were imported: domestic and imported inputs together; null where the table does not part them. */
  readonly closed: IoModel | null
}

/** 모형 준비: the models that an impact asks, made once for a table and a region. */
export function impactEconomies(table: IoTable, region: RegionAndNation | null, deltas: readonly number[], method: 'FLQ' | 'AFLQ'): ImpactEconomies {
  const model = createModel(table)
  const home = householdsOf(table, model)
  const localShares = region ? Array.from(simpleQuotients(region), (one) => Math.min(1, one)) : null
  return {
    nation: economy(model, home, null),
    regions: region
      ? deltas.map((delta) => ({
          delta,
          economy: economy(
            modelFromCoefficients(regionalise(model.coefficients, region, { method, delta, absent: 'keep' }).value, {
              sectors: model.sectors,
              source: table.source,
            }),
            home,
            localShares,
          ),
        }))
      : [],
    localShares,
    closed: table.importedFlows
      ? modelFromCoefficients(matrixOf(model.n, model.n, (i, j) => at(model.coefficients, i, j) + at(model.importCoefficients!, i, j)))
      : null,
  }
}
