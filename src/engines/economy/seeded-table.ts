import { seeded } from './algebra/seeded.ts'
import type { Source } from './result.ts'
import type { RawIoTable } from './tables/read-io-table.ts'

/** What a made-up table should look like. */
export interface SeededTableOptions {
  readonly sectors: number
  readonly seed: number
  /** Share of cells without a flow, 0 to 1. */
  readonly empty?: number
  /** Share of inputs that is imported; 0 gives a table of total flows. */
  readonly imported?: number
  readonly source?: Partial<Source>
}

/**
 * 가상 투입산출표: a balanced table made from a seed, for demonstrations and tests. Inputs take 30 to 70 % of output. Every result of it says that it is synthetic.
 *
 * `seededTable({ sectors: 3, seed: 1 }).source.synthetic // => true`
 */
export function seededTable(options: SeededTableOptions): RawIoTable & { readonly source: Partial<Source>; readonly valueAdded: number[] } {
  const { sectors: n, seed, empty = 0, imported = 0 } = options
  const even = seeded(seed)
  const a = Array.from({ length: n }, () => Array.from({ length: n }, () => (even() < empty ? 0 : even())))
  for (let j = 0; j < n; j++) {
    let column = 0
    for (let i = 0; i < n; i++) column += a[i]![j]!
    const share = 0.3 + 0.4 * even()
    for (let i = 0; i < n; i++) a[i]![j] = column === 0 ? 0 : (a[i]![j]! / column) * share
  }
  // outputs grow with what others buy, so that final demand stays above 0
  const demand = Array.from({ length: n }, () => 50 + 950 * even())
  let x = [...demand]
  const domestic = 1 - imported
  for (let round = 0; round < 400; round++) x = x.map((_, i) => demand[i]! + domestic * a[i]!.reduce((sum, one, j) => sum + one * x[j]!, 0))
  const flows = a.map((row) => row.map((one, j) => domestic * one * x[j]!))
  const importedFlows = a.map((row) => row.map((one, j) => imported * one * x[j]!))
  const valueAdded = x.map((one, j) => one - a.reduce((sum, row) => sum + row[j]! * one, 0))
  const output = x.map((_, i) => demand[i]! + flows[i]!.reduce((sum, one) => sum + one, 0))
  return {
    source: { id: `seed-${seed}-${n}`, synthetic: true, importTreatment: imported > 0 ? 'domestic' : 'total', ...options.source },
    flows,
    finalDemand: demand,
    valueAdded,
    output,
    employment: { employed: x.map((one) => one * (0.002 + 0.02 * even())) },
    ...(imported > 0 ? { importedFlows } : {}),
  }
}
