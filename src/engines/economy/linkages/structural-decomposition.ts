import type { Vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type IoModel, modelResult, needed, sectorVector } from '../model/model.ts'
import type { Result } from '../result.ts'

/** Why outputs and persons changed between two tables, by sector; the parts add up to the change. */
export interface Decomposition {
  readonly output: { readonly change: number[]; readonly technology: number[]; readonly finalDemand: number[] }
  readonly employment: {
    readonly change: number[]
    readonly productivity: number[]
    readonly technology: number[]
    readonly finalDemand: number[]
  } | null
}

/**
 * 구조분해(SDA): the change of x = L·f as technology ½ΔL(f₀ + f₁) and final demand ½(L₀ + L₁)Δf, and of persons ê·L·f with labour a unit of output as a third part: mean of the two polar forms.
 * Worked out by solutions, not inverses. Both tables must be in the same prices. Source: Dietzenbacher & Los 1998.
 * @throws EconomyError `shape` for tables of different sectors.
 */
export function structuralDecomposition(
  before: IoModel,
  after: IoModel,
  persons?: { readonly before: Vector; readonly after: Vector },
): Result<Decomposition> {
  if (before.n !== after.n || before.sectors.some((one, i) => one !== after.sectors[i]))
    throw new EconomyError(
      'sector-order',
      'expected two tables with the same sectors in the same order, got different ones',
      'aggregate both by one concordance',
    )
  const f0 = needed(before.finalDemand, 'final demand')
  const f1 = needed(after.finalDemand, 'final demand')
  // x with the technique of one year and the demand of another
  const x = [before, after].map((model) => [f0, f1].map((f) => model.solver.solve(f)))
  const [x00, x01] = x[0]! as [Float64Array, Float64Array]
  const [x10, x11] = x[1]! as [Float64Array, Float64Array]
  const each = (cell: (i: number) => number) => Array.from({ length: before.n }, (_, i) => cell(i))
  const output = {
    change: each((i) => x11[i]! - x00[i]!),
    technology: each((i) => 0.5 * (x10[i]! - x00[i]! + x11[i]! - x01[i]!)),
    finalDemand: each((i) => 0.5 * (x01[i]! - x00[i]! + x11[i]! - x10[i]!)),
  }
  const e0 = persons ? sectorVector(before, persons.before, 'persons a unit of output') : null
  const e1 = persons ? sectorVector(after, persons.after, 'persons a unit of output') : null
  const employment =
    e0 && e1
      ? {
          change: each((i) => e1[i]! * x11[i]! - e0[i]! * x00[i]!),
          productivity: each((i) => 0.5 * (e1[i]! - e0[i]!) * (x11[i]! + x00[i]!)),
          technology: each((i) => 0.5 * (e0[i]! * (x11[i]! - x01[i]!) + e1[i]! * (x10[i]! - x00[i]!))),
          finalDemand: each((i) => 0.5 * (e0[i]! * (x01[i]! - x00[i]!) + e1[i]! * (x11[i]! - x10[i]!))),
        }
      : null
  return modelResult(after, { output, employment }, 'structuralDecomposition', [
    'mean of the two polar decompositions',
    'both tables in the same prices',
  ])
}
