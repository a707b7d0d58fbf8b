import { at, type Matrix, matrixOf, rowSums, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { finalDemandOf, type IoTable } from './io-table.ts'
import { readIoTable } from './read-io-table.ts'

/**
 * 국산·수입 분리: a domestic table and its import matrix out of a table of total flows, by one import share a row (share of use that is imported, 0 to 1), the same for all users (수입비례 가정).
 * Zd = (I − m̂)·Z, Zm = m̂·Z, fd = (I − m̂)·f. The imported part of final demand leaves the table.
 *
 * `splitDomesticImport(readIoTable({ flows: [[10]], finalDemand: [90], valueAdded: [90] }), [0.5]).output // => [50]`
 * @throws EconomyError `out-of-range` for a share outside 0 to 1.
 */
export function splitDomesticImport(table: IoTable, importShare: readonly number[]): IoTable {
  const n = table.sectors.length
  const share = vector(importShare, 'import share', n)
  for (let i = 0; i < n; i++)
    if (share[i]! < 0 || share[i]! > 1)
      throw new EconomyError(
        'out-of-range',
        `expected an import share from 0 to 1, got ${share[i]} for ${table.sectors[i]}`,
        'divide imports by total use of the product, not by output',
        { part: 'import share', row: table.sectors[i]!, value: share[i]! },
      )
  const scaled = (keep: (i: number) => number): Matrix => matrixOf(n, n, (i, j) => keep(i) * at(table.flows, i, j))
  const flows = scaled((i) => 1 - share[i]!)
  const importedFlows = scaled((i) => share[i]!)
  const demand = finalDemandOf(table)
  const finalDemand = demand.map((value, i) => (1 - share[i]!) * value)
  const sold = rowSums(flows)
  const output = finalDemand.map((value, i) => value + sold[i]!)
  const used = flows.values
  // what a sector pays beside inputs is what is left of its smaller output
  const valueAdded = output.map((x, j) => {
    let inputs = 0
    for (let i = 0; i < n; i++) inputs += used[i * n + j]! + importedFlows.values[i * n + j]!
    return x - inputs
  })
  const split = readIoTable({
    source: { ...table.source, importTreatment: 'domestic' },
    sectors: table.sectors,
    flows,
    importedFlows,
    finalDemand,
    valueAdded,
    output,
    ...(table.licence ? { licence: table.licence } : {}),
    ...(table.regions ? { regions: table.regions } : {}),
  })
  return {
    ...split,
    // persons make what is made here: they stay with the smaller output
    employment: table.employment,
    warnings: [
      ...table.warnings,
      ...split.warnings,
      'imports were split by one share a product, the same for every user; value added is the remainder of the column',
    ],
  }
}
