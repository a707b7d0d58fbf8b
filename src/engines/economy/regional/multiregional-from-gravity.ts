import { at, type Matrix, type MatrixLike, matrix, matrixOf, zeros } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { rasBalance } from '../tables/ras-balance.ts'

/** What each region makes and needs of each product. */
export interface GravityInput {
  /** Regions by products: supply for use inside the nation. */
  readonly supply: MatrixLike
  /** Regions by products: use of goods made in the nation. */
  readonly demand: MatrixLike
  /** Regions by regions: distance, in any unit, above 0 (the own region too: a third of its breadth is usual). */
  readonly distance: MatrixLike
  /** National input coefficients (domestic). */
  readonly coefficients: MatrixLike
}

/** A multiregional matrix, region after region. */
export interface Multiregional {
  readonly coefficients: Matrix
  /** For each product, the share of each region's use (column) that each region (row) supplies. */
  readonly shares: Matrix[]
}

/**
 * 중력모형에 의한 다지역표: trade between regions of each product as supply · demand / distance^β, balanced to both totals (RAS); its column shares split the national coefficients:
 * a_ij^rs = t_i^rs · a_ij. Demand is scaled to supply product by product, which the result says. Source: Leontief & Strout 1963; Miller & Blair 2009, 8.6.
 */
export function multiregionalFromGravity(input: GravityInput, options: Sourced & { readonly beta?: number } = {}): Result<Multiregional> {
  const supply = matrix(input.supply, 'supply')
  const demand = matrix(input.demand, 'demand')
  const distance = matrix(input.distance, 'distance')
  const a = matrix(input.coefficients, 'coefficients')
  const beta = options.beta ?? 1
  const [regions, n] = [supply.rows, supply.columns]
  if (demand.rows !== regions || demand.columns !== n || distance.rows !== regions || distance.columns !== regions || a.rows !== n || a.columns !== n)
    throw new EconomyError(
      'shape',
      `expected supply and demand of one shape, distances between ${regions} regions and coefficients of ${n} products`,
      'give regions in rows and products in columns',
    )
  const far = distance.values.findIndex((one) => !(one > 0))
  if (far >= 0)
    throw new EconomyError('out-of-range', `expected distances above 0, got ${distance.values[far]}`, 'give the own region a third of its breadth', {
      part: 'distance',
      row: Math.floor(far / regions),
      column: far % regions,
    })
  const warnings: string[] = []
  const shares = Array.from({ length: n }, (_, i) => {
    const made = Array.from({ length: regions }, (_, r) => at(supply, r, i))
    const used = Array.from({ length: regions }, (_, s) => at(demand, s, i))
    const [sumMade, sumUsed] = [made.reduce((p, q) => p + q, 0), used.reduce((p, q) => p + q, 0)]
    if (sumMade === 0 || sumUsed === 0) {
      warnings.push(`product ${i} is not traded: nobody ${sumMade === 0 ? 'makes' : 'uses'} it`)
      return zeros(regions, regions)
    }
    if (Math.abs(sumMade - sumUsed) > 1e-9 * sumMade) warnings.push(`use of product ${i} was scaled by ${sumMade / sumUsed} to what is made`)
    const wanted = used.map((one) => (one * sumMade) / sumUsed)
    const start = matrixOf(regions, regions, (r, s) => (made[r]! * wanted[s]!) / at(distance, r, s) ** beta)
    const flows = rasBalance(start, made, wanted, { tolerance: 1e-11 }).value.matrix
    return matrixOf(regions, regions, (r, s) => (wanted[s] === 0 ? 0 : at(flows, r, s) / wanted[s]!))
  })
  const coefficients = matrixOf(regions * n, regions * n, (p, q) => {
    const [r, i, s, j] = [Math.floor(p / n), p % n, Math.floor(q / n), q % n]
    return at(shares[i]!, r, s) * at(a, i, j)
  })
  return result(
    { coefficients, shares },
    'multiregionalFromGravity',
    options,
    [`trade falls with distance to the power ${beta}`, 'every buyer in a region draws on the same regions'],
    warnings,
  )
}
