import { at, columnSums, type Matrix, matrixOf, rowSums, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { finalDemandOf, type IoTable } from './io-table.ts'
import { readIoTable } from './read-io-table.ts'

/**
 * 가격 조정: a table in the prices of another year by one price index a product (target over table year, 1 = no change): every row is multiplied by its index; value added is the remainder of the
 * column (double deflation, 이중 디플레이션). Source: United Nations 2018 handbook, chapter 9.
 *
 * `adjustPrices(readIoTable({ flows: [[10]], finalDemand: [90], valueAdded: [90] }), [2], 2022).output // => [200]`
 * @throws EconomyError `out-of-range` for an index of 0 or less.
 */
export function adjustPrices(table: IoTable, priceIndex: readonly number[], year: number): IoTable {
  const n = table.sectors.length
  const index = vector(priceIndex, 'price index', n)
  for (let i = 0; i < n; i++)
    if (index[i]! <= 0)
      throw new EconomyError(
        'out-of-range',
        `expected a price index above 0, got ${index[i]} for ${table.sectors[i]}`,
        'give the target price level over that of the table, 1 for no change',
        { part: 'price index', row: table.sectors[i]!, value: index[i]! },
      )
  const scaled = (from: Matrix): Matrix => matrixOf(n, n, (i, j) => index[i]! * at(from, i, j))
  const flows = scaled(table.flows)
  const importedFlows = table.importedFlows ? scaled(table.importedFlows) : null
  const finalDemand = finalDemandOf(table).map((value, i) => value * index[i]!)
  const sold = rowSums(flows)
  const output = finalDemand.map((value, i) => value + sold[i]!)
  const inputs = columnSums(flows)
  const imported = importedFlows ? columnSums(importedFlows) : null
  const made = readIoTable({
    source: table.source,
    sectors: table.sectors,
    flows,
    finalDemand,
    output,
    ...(importedFlows ? { importedFlows } : {}),
    ...(table.valueAdded.length > 0 ? { valueAdded: output.map((x, j) => x - inputs[j]! - (imported ? imported[j]! : 0)) } : {}),
    ...(table.licence ? { licence: table.licence } : {}),
    ...(table.regions ? { regions: table.regions } : {}),
    ...(table.employment?.employed || table.employment?.employees
      ? {
          employment: {
            unit: table.employment.unit,
            ...(table.employment.employed ? { employed: table.employment.employed } : {}),
            ...(table.employment.employees ? { employees: table.employment.employees } : {}),
          },
        }
      : {}),
  })
  return {
    ...made,
    warnings: [
      ...table.warnings,
      ...made.warnings,
      `in prices of ${year} by one index a product; imports by the same index; value added by double deflation`,
    ],
  }
}
