import { luFactor, solveLu } from '../algebra/lu.ts'
import { columnSums, type Matrix, type MatrixLike, matrix, matrixOf, multiply, rowSums, type Vector, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'

/** Make and use tables (공급사용표). */
export interface SupplyUse {
  /** Industry by commodity: who makes what. */
  readonly make: MatrixLike
  /** Commodity by industry: who uses what, imports included. */
  readonly use: MatrixLike
  /** Commodity by industry: the imported part of the use table. */
  readonly imports?: MatrixLike
  /** Output by industry; the row sums of make where it is left out. */
  readonly output?: Vector
}

/** Coefficients industry by industry, of all inputs and of domestic ones. */
export interface SymmetricCoefficients {
  readonly total: Matrix
  readonly domestic: Matrix | null
  readonly output: readonly number[]
}

/**
 * 공급사용표에서 산업연관표로: industry by industry coefficients of make and use tables.
 * Industry technology (산업기술 가정): A = D·B with D = make·q̂⁻¹ (market shares) and B = use·x̂⁻¹; negative cells stay as they are.
 * Commodity technology (상품기술 가정): the use table is first spread over commodities by C⁻¹, C = make′·x̂⁻¹; this needs as many commodities as industries and may make negative cells, which are reported.
 * Source: Miller & Blair 2009, 5.3; United Nations 2018 handbook, chapter 12. The domestic part takes (use − imports) instead of use.
 *
 * `rowsOf(sutToIot({ make: [[10, 0], [0, 20]], use: [[2, 4], [1, 2]] }).value.total) // => [[0.2, 0.2], [0.1, 0.1]]`
 */
export function sutToIot(
  tables: SupplyUse,
  options: Sourced & { readonly technology?: 'industryTechnology' | 'commodityTechnology' } = {},
): Result<SymmetricCoefficients> {
  const make = matrix(tables.make, 'make')
  const use = matrix(tables.use, 'use')
  if (make.columns !== use.rows || make.rows !== use.columns)
    throw new EconomyError(
      'shape',
      `expected a use table of ${make.columns} by ${make.rows} for a make table of ${make.rows} by ${make.columns}, got ${use.rows} by ${use.columns}`,
      'give make as industry by commodity and use as commodity by industry',
    )
  const technology = options.technology ?? 'industryTechnology'
  const output = tables.output ? vector(tables.output, 'output', make.rows) : rowSums(make)
  const commodity = columnSums(make)
  const warnings: string[] = []
  for (let k = 0; k < commodity.length; k++) if (commodity[k] === 0) warnings.push(`commodity ${k} is made by nobody here: its market shares are 0`)
  const shares = matrixOf(make.rows, make.columns, (i, k) => (commodity[k] === 0 ? 0 : make.values[i * make.columns + k]! / commodity[k]!))
  const inputs = (from: Matrix) =>
    matrixOf(from.rows, from.columns, (k, j) => (output[j] === 0 ? 0 : from.values[k * from.columns + j]! / output[j]!))
  const imports = tables.imports ? matrix(tables.imports, 'imports') : null
  const domesticUse = imports
    ? matrixOf(use.rows, use.columns, (k, j) => use.values[k * use.columns + j]! - imports.values[k * use.columns + j]!)
    : null
  if (technology === 'commodityTechnology' && make.rows !== make.columns)
    throw new EconomyError(
      'shape',
      `expected as many commodities as industries for commodity technology, got ${make.columns} and ${make.rows}`,
      'aggregate the commodities or use industry technology',
    )
  const symmetric = technology === 'industryTechnology' ? (from: Matrix) => multiply(shares, inputs(from)) : commoditySymmetric(make, output)
  const value = { total: symmetric(use), domestic: domesticUse ? symmetric(domesticUse) : null, output: Array.from(output) }
  const negative = value.total.values.filter((one) => one < 0).length
  if (negative > 0) warnings.push(`${negative} negative coefficients, kept as they are`)
  return result(value, `sutToIot(${technology})`, options, [`technology: ${technology}`, 'industry by industry'], warnings)
}

/** Commodity technology, industry by industry: A = C⁻¹·B, so that C·A = B: what industries need as products is what they use. */
function commoditySymmetric(make: Matrix, output: Float64Array): (use: Matrix) => Matrix {
  const n = make.rows
  // C[k, j]: share of commodity k in what industry j makes
  const product = matrixOf(n, n, (k, j) => (output[j] === 0 ? 0 : make.values[j * n + k]! / output[j]!))
  return (use) => {
    const inputs = matrixOf(n, n, (k, j) => (output[j] === 0 ? 0 : use.values[k * n + j]! / output[j]!))
    return solveColumns(product, inputs)
  }
}

function solveColumns(left: Matrix, right: Matrix): Matrix {
  const factor = luFactor(left)
  const n = left.rows
  const made = matrixOf(n, n, () => 0)
  for (let j = 0; j < n; j++) {
    const x = solveLu(
      factor,
      Float64Array.from({ length: n }, (_, i) => right.values[i * n + j]!),
    )
    for (let i = 0; i < n; i++) made.values[i * n + j] = x[i]!
  }
  return made
}
