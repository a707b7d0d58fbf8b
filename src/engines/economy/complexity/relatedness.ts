import { columnSums, type Matrix, type MatrixLike, matrixOf, square } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts } from '../structure/counts.ts'

/** 동시출현: in how many places two industries are both present; the diagonal is 0. `rowsOf(coOccurrence([[1, 1], [1, 1]])) // => [[0, 2], [2, 0]]` */
export function coOccurrence(presence: MatrixLike): Matrix {
  const m = counts(presence)
  return matrixOf(m.columns, m.columns, (p, q) => (p === q ? 0 : together(m, p, q)))
}

function together(m: Matrix, p: number, q: number): number {
  let sum = 0
  for (let c = 0; c < m.rows; c++) sum += m.values[c * m.columns + p]! * m.values[c * m.columns + q]!
  return sum
}

/**
 * 근접성: in how many places both are present over the larger of the two ubiquities, the smaller of the two conditional probabilities; 1 on the diagonal. An industry that is nowhere is near to none.
 * Source: Hidalgo, Klinger, Barabási & Hausmann 2007.
 *
 * `rowsOf(proximity([[1, 1], [1, 0]]).value) // => [[1, 0.5], [0.5, 1]]`
 */
export function proximity(presence: MatrixLike, options: Sourced = {}): Result<Matrix> {
  const m = counts(presence)
  const ubiquity = columnSums(m)
  const near = matrixOf(m.columns, m.columns, () => 0)
  for (let p = 0; p < m.columns; p++)
    for (let q = p; q < m.columns; q++) {
      const larger = Math.max(ubiquity[p]!, ubiquity[q]!)
      const value = p === q ? 1 : larger === 0 ? 0 : together(m, p, q) / larger
      near.values[p * m.columns + q] = value
      near.values[q * m.columns + p] = value
    }
  return result(near, 'proximity', options, ['1 on the diagonal'])
}

/** How co-occurrence is set against what chance would give. */
export type RelatednessMethod = 'probability' | 'association' | 'cosine' | 'jaccard'

/**
 * 연관성: co-occurrence of two industries c_pq against what their totals s would give, T being the sum of all. `association` c·T/(s_p·s_q); `probability` c over ½T[s_p/T·s_q/(T−s_p) + s_q/T·s_p/(T−s_q)];
 * `cosine` c/√(s_p·s_q); `jaccard` c/(s_p + s_q − c). 0 on the diagonal and for an industry that meets none. Source: van Eck & Waltman 2009; Steijn 2017 (probability).
 *
 * `rowsOf(relatedness([[0, 2], [2, 0]], { method: 'cosine' }).value) // => [[0, 1], [1, 0]]`
 */
export function relatedness(cooccurrence: MatrixLike, options: Sourced & { readonly method: RelatednessMethod }): Result<Matrix> {
  const c = square(cooccurrence, 'co-occurrence')
  const n = c.rows
  const bare = matrixOf(n, n, (p, q) => (p === q ? 0 : c.values[p * n + q]!))
  const s = columnSums(bare)
  const all = s.reduce((a, b) => a + b, 0)
  const of = (both: number, p: number, q: number): number => {
    const [sp, sq] = [s[p]!, s[q]!]
    if (options.method === 'association') return (both * all) / (sp * sq)
    if (options.method === 'cosine') return both / Math.sqrt(sp * sq)
    if (options.method === 'jaccard') return both / (sp + sq - both)
    return both / (((sp / all) * (sq / (all - sp)) + (sq / all) * (sp / (all - sq))) * (all / 2))
  }
  return result(
    matrixOf(n, n, (p, q) => {
      const both = bare.values[p * n + q]!
      return p === q || both === 0 ? 0 : of(both, p, q)
    }),
    `relatedness(${options.method})`,
    options,
    ['0 on the diagonal'],
  )
}

/**
 * 연관밀도: how much of what is near an industry is present in a place, Σ M_cq·φ_qp / Σ φ_qp, 0 to 1. With `knn` only the k nearest industries (itself aside) count, weighted by their nearness;
 * without it the diagonal of φ counts as given (1 in `proximity`, 0 in `relatedness`). An industry near to none has density 0.
 *
 * `rowsOf(relatednessDensity([[1, 0]], [[1, 0.5], [0.5, 1]]).value)[0].map((one) => one.toFixed(3)) // => ['0.667', '0.333']`
 */
export function relatednessDensity(presence: MatrixLike, nearness: MatrixLike, options: Sourced & { readonly knn?: number } = {}): Result<Matrix> {
  const m = counts(presence)
  const near = options.knn === undefined ? square(nearness, 'nearness') : nearest(square(nearness, 'nearness'), options.knn)
  if (near.rows !== m.columns)
    throw new EconomyError('shape', `expected nearness of ${m.columns} industries, got ${near.rows}`, 'give one row an industry', {
      part: 'nearness',
    })
  const whole = columnSums(near)
  const made = matrixOf(m.rows, m.columns, () => 0)
  for (let c = 0; c < m.rows; c++)
    for (let q = 0; q < m.columns; q++) {
      const here = m.values[c * m.columns + q]!
      if (here !== 0) for (let p = 0; p < m.columns; p++) made.values[c * m.columns + p]! += here * near.values[q * m.columns + p]!
    }
  for (let c = 0; c < m.rows; c++)
    for (let p = 0; p < m.columns; p++) made.values[c * m.columns + p] = whole[p] === 0 ? 0 : made.values[c * m.columns + p]! / whole[p]!
  return result(made, 'relatednessDensity', options, [
    options.knn === undefined ? 'all industries count' : `the ${options.knn} nearest industries count, by their nearness`,
  ])
}

/** Nearness with only the k nearest kept in each column, the diagonal left out; ties are settled by the lower number. */
function nearest(near: Matrix, k: number): Matrix {
  const n = near.rows
  const kept = matrixOf(n, n, () => 0)
  for (let p = 0; p < n; p++) {
    const order = Array.from({ length: n }, (_, q) => q)
      .filter((q) => q !== p)
      .sort((a, b) => near.values[b * n + p]! - near.values[a * n + p]! || a - b)
    for (const q of order.slice(0, k)) kept.values[q * n + p] = near.values[q * n + p]!
  }
  return kept
}
