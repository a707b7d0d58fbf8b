import { columnSums } from '../algebra/matrix.ts'
import type { Result } from '../result.ts'
import { type IoModel, modelResult, needed, sectorVector } from './model.ts'

/**
 * 생산유발계수: output of all sectors for one unit of final demand for a sector, 1·L. All sectors by one solution of the transposed system.
 *
 * `outputMultipliers(modelFromCoefficients([[0.5]])).value // => [2]`
 */
export const outputMultipliers = (model: IoModel): Result<number[]> =>
  modelResult(model, Array.from(model.solver.solveTransposed(new Float64Array(model.n).fill(1))), 'outputMultipliers')

/** Any rate a unit of output, along the chain: r·L. */
export const chained = (model: IoModel, rate: ArrayLike<number>): number[] => Array.from(model.solver.solveTransposed(rate))

/**
 * 부가가치유발계수: value added of all sectors for one unit of final demand, v·L. With imports as their own row it adds up to 1 with import inducement.
 * @throws EconomyError `missing` without value added.
 */
export const valueAddedMultipliers = (model: IoModel): Result<number[]> =>
  modelResult(model, chained(model, needed(model.valueAddedRates, 'value added')), 'valueAddedMultipliers')

/** Persons a unit of final demand. */
export interface EmploymentMultipliers {
  /** Persons a unit of own output (취업계수 or 고용계수). */
  readonly direct: number[]
  /** Persons in all sectors a unit of final demand (유발계수). */
  readonly total: number[]
  /** Total over direct; null for a sector that employs nobody itself. */
  readonly ratio: (number | null)[]
}

/**
 * 취업유발계수 (kind `employed`: everybody at work) and 고용유발계수 (kind `employees`: those on a payroll): persons for so much final demand, e·L.
 * `per` says how many units of the table one asks for: for a table in KRW 1m and the usual "per 10억 원", 1000.
 * The two kinds differ by a quarter in Korea and are never to be compared with one another.
 * @throws EconomyError `missing` where the table has no such persons.
 */
export function employmentMultipliers(
  model: IoModel,
  options: { readonly kind: 'employed' | 'employees'; readonly per?: number },
): Result<EmploymentMultipliers> {
  const per = options.per ?? 1
  const rate = needed(
    options.kind === 'employed' ? model.employedRates : model.employeeRates,
    options.kind === 'employed' ? 'employed persons (취업자)' : 'employees (피용자)',
  )
  const total = chained(model, rate)
  return modelResult(
    model,
    { direct: rate.map((one) => one * per), total: total.map((one) => one * per), ratio: rate.map((one, j) => (one === 0 ? null : total[j]! / one)) },
    `employmentMultipliers(${options.kind === 'employed' ? '취업' : '고용'})`,
    [`persons for ${per} units of the table`, 'average persons a unit of output, as in the table’s year; person-years, not posts'],
  )
}

/** Any coefficient a unit of output along the chain (환경, 에너지, 세금 …): r·L. */
export const factorMultipliers = (model: IoModel, rate: readonly number[], name: string): Result<number[]> =>
  modelResult(model, chained(model, sectorVector(model, rate, name)), `factorMultipliers(${name})`)

/**
 * 수입유발계수: imports of all sectors for one unit of final demand for domestic goods, 1·Am·L_d.
 * @throws EconomyError `missing` where the table has no import matrix.
 */
export const importInducement = (model: IoModel): Result<number[]> =>
  modelResult(model, chained(model, columnSums(needed(model.importCoefficients, 'an import matrix'))), 'importInducement')
