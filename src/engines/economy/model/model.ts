import type { Crew } from '../algebra/crew.ts'
import { columnSums, type Matrix, type MatrixLike, matrixOf, square, type Vector, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Source, unnamedSource } from '../result.ts'
import { finalDemandOf, type IoTable, valueAddedOf } from '../tables/io-table.ts'
import { createSolver, type Solver, type SolverMethod } from './solver.ts'

/** A table made ready to be asked (산업연관모형): coefficients a unit of output, and a solver. */
export interface IoModel {
  readonly source: Source
  readonly sectors: readonly string[]
  readonly regions: readonly string[] | null
  readonly n: number
  /** A: inputs a unit of output. Of a domestic table they are domestic inputs (국산투입계수). */
  readonly coefficients: Matrix
  readonly output: readonly number[] | null
  readonly finalDemand: readonly number[] | null
  /** Imported inputs a unit of output, or null where the table has no import matrix. */
  readonly importCoefficients: Matrix | null
  readonly valueAddedRates: readonly number[] | null
  readonly employedRates: readonly number[] | null
  readonly employeeRates: readonly number[] | null
  readonly assumptions: readonly string[]
  readonly warnings: readonly string[]
  readonly solver: Solver
}

/** How a model is made. */
export interface ModelOptions {
  readonly solver?: SolverMethod
  /** Threads that help with large tables: see `Crew`. */
  readonly crew?: Crew | null
}

/** Each column over its sector's output; a sector without output has coefficients 0. */
export const perOutput = (flows: Matrix, output: ArrayLike<number>): Matrix =>
  matrixOf(flows.rows, flows.columns, (i, j) => (output[j] === 0 ? 0 : flows.values[i * flows.columns + j]! / output[j]!))

const rates = (values: readonly number[] | null, output: readonly number[]): number[] | null =>
  values ? values.map((value, j) => (output[j] === 0 ? 0 : value / output[j]!)) : null

/**
 * 모형: coefficients and rates of a checked table: a_ij = z_ij / x_j, value added and persons a unit of output.
 * @throws EconomyError `not-productive` where the sectors together use more than they make (Hawkins and Simon 1949).
 */
export function createModel(table: IoTable, options: ModelOptions = {}): IoModel {
  const coefficients = perOutput(table.flows, table.output)
  const model = modelOf(coefficients, {
    source: table.source,
    sectors: table.sectors,
    regions: table.regions,
    output: table.output,
    finalDemand: finalDemandOf(table),
    importCoefficients: table.importedFlows ? perOutput(table.importedFlows, table.output) : null,
    valueAddedRates: rates(valueAddedOf(table), table.output),
    employedRates: rates(table.employment?.employed ?? null, table.output),
    employeeRates: rates(table.employment?.employees ?? null, table.output),
    warnings: table.warnings,
    ...options,
  })
  return model
}

/** What a model may know besides its coefficients. */
export type ModelParts = Partial<Omit<IoModel, 'n' | 'coefficients' | 'solver' | 'source'>> & { readonly source?: Partial<Source> } & ModelOptions

/**
 * 투입계수로 만든 모형: a model from published coefficients, where no flows are to be had. Flows handed over by mistake are recognised and refused.
 *
 * `modelFromCoefficients([[0.5]]).solver.solve([1])[0] // => 2`
 * @throws EconomyError `flows-as-coefficients`, `not-productive`
 */
export function modelFromCoefficients(coefficients: MatrixLike, parts: ModelParts = {}): IoModel {
  const a = square(coefficients, 'coefficients')
  const sums = columnSums(a)
  let largest = 0
  let over = 0
  for (let k = 0; k < a.values.length; k++) largest = Math.max(largest, Math.abs(a.values[k]!))
  for (const sum of sums) if (sum >= 1) over++
  if (largest > 1 && over > a.rows / 2)
    throw new EconomyError(
      'flows-as-coefficients',
      `expected input coefficients (inputs a unit of output, columns adding up to less than 1), got cells up to ${largest}`,
      'divide each column by the output of its sector, or give flows and output to readIoTable',
      { part: 'coefficients' },
    )
  return modelOf(a, parts)
}

function modelOf(coefficients: Matrix, parts: ModelParts): IoModel {
  const n = coefficients.rows
  const solver = createSolver(coefficients, parts.solver, { crew: parts.crew ?? null })
  const model: IoModel = {
    source: { ...unnamedSource, ...parts.source },
    sectors: parts.sectors ?? Array.from({ length: n }, (_, i) => `${i + 1}`),
    regions: parts.regions ?? null,
    n,
    coefficients,
    output: parts.output ?? null,
    finalDemand: parts.finalDemand ?? null,
    importCoefficients: parts.importCoefficients ?? null,
    valueAddedRates: parts.valueAddedRates ?? null,
    employedRates: parts.employedRates ?? null,
    employeeRates: parts.employeeRates ?? null,
    assumptions: ['prices, techniques and shares do not change with the size of a shock', ...(parts.assumptions ?? [])],
    warnings: parts.warnings ?? [],
    solver,
  }
  checkProductive(model)
  return model
}

/** A table of inputs has a meaning only where every net output can be made: L·1 ≥ 1 for coefficients that are not negative. Columns below 1 settle it without solving. */
function checkProductive(model: IoModel): void {
  if (columnSums(model.coefficients).every((sum) => sum < 1)) return
  if (model.coefficients.values.some((value) => value < 0)) return
  const made = model.solver.solve(new Float64Array(model.n).fill(1))
  const at = made.findIndex((value) => !(value >= 1 - 1e-9))
  if (at >= 0)
    throw new EconomyError(
      'not-productive',
      `expected sectors that together make more than they use, got none that holds for ${model.sectors[at]}`,
      'check the columns whose inputs exceed their output',
      { part: 'coefficients', column: model.sectors[at]! },
    )
}

/** A result of a model: its source, assumptions and warnings go along. */
export const modelResult = <T>(
  model: IoModel,
  value: T,
  method: string,
  assumptions: readonly string[] = [],
  warnings: readonly string[] = [],
): Result<T> => result(value, method, { source: model.source }, [...model.assumptions, ...assumptions], [...model.warnings, ...warnings])

/** What a question needs and the table lacks. */
export function needed<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined)
    throw new EconomyError('missing', `expected ${what} in the table, got none`, `add ${what} to the table`, { part: what })
  return value
}

/** A vector of the model's length. */
export const sectorVector = (model: IoModel, from: Vector, part: string): Float64Array => vector(from, part, model.n)
