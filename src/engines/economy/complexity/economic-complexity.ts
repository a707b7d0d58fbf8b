import { columnSums, type Matrix, type MatrixLike, matrixOf, rowSums } from '../algebra/matrix.ts'
import { symmetricEigen } from '../algebra/symmetric-eigen.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts } from '../structure/counts.ts'

/** Complexity of places and industries; null where there is nothing to go by (no industry, or nowhere). */
export interface Complexity {
  /** 경제복잡성지수(ECI) by place, mean 0 and standard deviation 1 over the places that have one. */
  readonly eci: (number | null)[]
  /** 산업복잡성지수(PCI) by industry, on the scale of ECI: a place's ECI is the mean PCI of its industries. */
  readonly pci: (number | null)[]
  /** PCI in deviations of ECI but not centred: what outlook and gain were defined on. */
  readonly uncentredPci: (number | null)[]
  readonly diversity: number[]
  readonly ubiquity: number[]
  /** The second eigenvalue: near 1, the places fall into groups that share nothing and the index tells the groups apart. */
  readonly eigenvalue: number
}

const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0) / values.length

/**
 * 경제복잡성: ECI as the second eigenvector of D⁻¹·M·U⁻¹·M′ (D diversity, U ubiquity), by its symmetric twin D^−½·M·U⁻¹·M′·D^−½; the sign makes it rise with diversity;
 * z-scored with the standard deviation of the population; PCI by the mean and deviation of ECI. Places without any industry and industries that are nowhere are left out and get null.
 * Source: Hidalgo & Hausmann 2009; Mealy, Farmer & Teytelboym 2019.
 *
 * `economicComplexity([[1, 1, 0], [1, 0, 1], [1, 0, 0]]).value.diversity // => [2, 2, 1]`
 * @throws EconomyError `missing` with fewer than three places that have industries.
 */
export function economicComplexity(presence: MatrixLike, options: Sourced = {}): Result<Complexity> {
  const m = counts(presence)
  const places = rowSums(m)
  const industries = columnSums(m)
  const kept = { places: indices(places), industries: indices(industries) }
  if (kept.places.length < 3 || kept.industries.length < 2)
    throw new EconomyError(
      'missing',
      `expected at least three places and two industries that are present, got ${kept.places.length} and ${kept.industries.length}`,
      'lower the threshold of presence or add places',
      { part: 'presence' },
    )
  const here = matrixOf(kept.places.length, kept.industries.length, (c, p) => m.values[kept.places[c]! * m.columns + kept.industries[p]!]!)
  const { vector, eigenvalue } = secondVector(here)
  const centre = mean(vector)
  const spread = Math.sqrt(mean(vector.map((one) => (one - centre) ** 2)))
  const eci: (number | null)[] = Array.from({ length: m.rows }, () => null)
  const pci: (number | null)[] = Array.from({ length: m.columns }, () => null)
  const uncentredPci = [...pci]
  kept.places.forEach((c, k) => {
    eci[c] = spread === 0 ? 0 : (vector[k]! - centre) / spread
  })
  kept.industries.forEach((p, k) => {
    let sum = 0
    for (let c = 0; c < here.rows; c++) sum += here.values[c * here.columns + k]! * vector[c]!
    uncentredPci[p] = spread === 0 ? 0 : sum / industries[p]! / eigenvalue / spread
    pci[p] = spread === 0 ? 0 : uncentredPci[p]! - centre / spread
  })
  const left = m.rows - kept.places.length
  const warnings = left > 0 ? [`${left} places have no industry present: no index there`] : []
  if (eigenvalue > 1 - 1e-9) warnings.push('the places fall into groups that share no industry: the index only tells the groups apart')
  return result(
    { eci, pci, uncentredPci, diversity: Array.from(places), ubiquity: Array.from(industries), eigenvalue },
    'economicComplexity',
    options,
    ['z-scores with the standard deviation of the population'],
    warnings,
  )
}

const indices = (sums: Float64Array): number[] => Array.from(sums).flatMap((one, i) => (one > 0 ? [i] : []))

/** The eigenvector of the second largest eigenvalue on the side of the places, found on the smaller side. */
function secondVector(m: Matrix): { vector: number[]; eigenvalue: number } {
  const d = rowSums(m)
  const u = columnSums(m)
  const byPlace = m.rows <= m.columns
  const n = byPlace ? m.rows : m.columns
  const symmetric = matrixOf(n, n, () => 0)
  const cell = (c: number, p: number) => m.values[c * m.columns + p]!
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) {
      let sum = 0
      if (byPlace) for (let p = 0; p < m.columns; p++) sum += (cell(i, p) * cell(j, p)) / u[p]!
      else for (let c = 0; c < m.rows; c++) sum += (cell(c, i) * cell(c, j)) / d[c]!
      sum /= byPlace ? Math.sqrt(d[i]! * d[j]!) : Math.sqrt(u[i]! * u[j]!)
      symmetric.values[i * n + j] = sum
      symmetric.values[j * n + i] = sum
    }
  const { values, vectors } = symmetricEigen(symmetric)
  const second = trueSecond(values, vectors, byPlace ? d : u)
  const own = second.map((one, i) => one / Math.sqrt((byPlace ? d : u)[i]!))
  // from industries to places: the mean of a place's industries
  const vector = byPlace
    ? own
    : Array.from(d, (all, c) => {
        let sum = 0
        for (let p = 0; p < m.columns; p++) sum += cell(c, p) * own[p]!
        return sum / all
      })
  return { vector: risesWith(vector, d), eigenvalue: values[1]! }
}

/** Where the two largest eigenvalues are both 1, the vector that is at right angles to the trivial one. */
function trueSecond(values: readonly number[], vectors: readonly Float64Array[], weight: Float64Array): number[] {
  const first = vectors[1]!
  if (values[1]! < 1 - 1e-10) return Array.from(first)
  const trivial = Array.from(weight, Math.sqrt)
  const size = Math.sqrt(trivial.reduce((sum, one) => sum + one * one, 0))
  const unit = trivial.map((one) => one / size)
  for (const candidate of [vectors[0]!, vectors[1]!]) {
    const along = unit.reduce((sum, one, i) => sum + one * candidate[i]!, 0)
    const rest = unit.map((one, i) => candidate[i]! - along * one)
    if (Math.sqrt(rest.reduce((sum, one) => sum + one * one, 0)) > 1e-6) return rest
  }
  return Array.from(first)
}

function risesWith(vector: number[], diversity: Float64Array): number[] {
  const [a, b] = [mean(vector), mean(diversity)]
  const together = vector.reduce((sum, one, i) => sum + (one - a) * (diversity[i]! - b), 0)
  return together < 0 ? vector.map((one) => -one) : vector
}
