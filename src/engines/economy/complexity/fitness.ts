import { columnSums, type MatrixLike, rowSums } from '../algebra/matrix.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts } from '../structure/counts.ts'

/** Fitness of places and complexity of industries. */
export interface Fitness {
  readonly fitness: number[]
  readonly complexity: number[]
  readonly iterations: number
}

/**
 * 피트니스: F_c = Σ M_cp·Q_p and Q_p = 1 / Σ M_cp/F_c, each round divided by its mean. Source: Tacchella, Cristelli, Caldarelli, Gabrielli & Pietronero 2012.
 * Where the places cannot be ordered without zeros the fitness of the last ones goes to 0: the rounds stop when the order no longer changes, and the result says after how many.
 */
export function fitnessComplexity(presence: MatrixLike, options: Sourced & { readonly iterations?: number } = {}): Result<Fitness> {
  const m = counts(presence)
  const maximum = options.iterations ?? 200
  let f: Float64Array = Float64Array.from(rowSums(m), (one) => (one > 0 ? 1 : 0))
  let q: Float64Array = Float64Array.from(columnSums(m), (one) => (one > 0 ? 1 : 0))
  const scaled = (values: Float64Array) => {
    const sum = values.reduce((a, b) => a + b, 0)
    return sum > 0 ? values.map((one) => (one * values.length) / sum) : values
  }
  let iterations = 0
  for (; iterations < maximum; iterations++) {
    const nextF = scaled(Float64Array.from({ length: m.rows }, (_, c) => sumOver(m.columns, (p) => m.values[c * m.columns + p]! * q[p]!)))
    const nextQ = scaled(
      Float64Array.from({ length: m.columns }, (_, p) => {
        const below = sumOver(m.rows, (c) =>
          m.values[c * m.columns + p]! === 0 ? 0 : f[c] === 0 ? Number.POSITIVE_INFINITY : m.values[c * m.columns + p]! / f[c]!,
        )
        return below === 0 ? 0 : 1 / below
      }),
    )
    const moved = Math.max(...nextF.map((one, c) => Math.abs(one - f[c]!)))
    f = nextF
    q = nextQ
    if (moved < 1e-12) break
  }
  return result({ fitness: Array.from(f), complexity: Array.from(q), iterations }, 'fitnessComplexity', options, [`${iterations} rounds`])
}

function sumOver(n: number, of: (k: number) => number): number {
  let made = 0
  for (let k = 0; k < n; k++) made += of(k)
  return made
}
