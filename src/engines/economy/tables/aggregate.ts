import { at, type Matrix, zeros } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import type { IoTable } from './io-table.ts'
import { readIoTable } from './read-io-table.ts'

/**
 * 부문 통합: a smaller table by a concordance from sector to group (the group of each sector, by name). Groups stand in the order in which they are first named.
 * Every sector needs exactly one group; persons, value added and imports go along. Shares (one sector in two groups) are refused: they need a split, not a sum.
 *
 * `aggregate(readIoTable({ sectors: ['a', 'b'], flows: [[1, 2], [3, 4]], output: [10, 20] }), { a: 'x', b: 'x' }).output // => [30]`
 * @throws EconomyError `missing` for a sector without a group.
 */
export function aggregate(table: IoTable, concordance: Readonly<Record<string, string>>): IoTable {
  const groups: string[] = []
  const into = table.sectors.map((sector) => {
    const group = concordance[sector]
    if (group === undefined)
      throw new EconomyError('missing', `expected a group for every sector, got none for "${sector}"`, 'add the sector to the concordance', {
        part: 'concordance',
        row: sector,
      })
    if (!groups.includes(group)) groups.push(group)
    return groups.indexOf(group)
  })
  if (table.regions)
    throw new EconomyError(
      'shape',
      'expected a table of one region, got several',
      'aggregate each region by itself, or name sectors with their region',
      { part: 'regions' },
    )
  const n = table.sectors.length
  const addUp = (values: readonly number[]): number[] => {
    const made = groups.map(() => 0)
    for (const [i, value] of values.entries()) made[into[i]!]! += value
    return made
  }
  const fold = (from: Matrix): Matrix => {
    const made = zeros(groups.length, groups.length)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) made.values[into[i]! * groups.length + into[j]!]! += at(from, i, j)
    return made
  }
  const named = (parts: IoTable['finalDemand']) => Object.fromEntries(parts.map((one) => [one.name, addUp(one.values)]))
  const made = readIoTable({
    source: table.source,
    sectors: groups,
    flows: fold(table.flows),
    output: addUp(table.output),
    finalDemand: named(table.finalDemand),
    ...(table.valueAdded.length > 0 ? { valueAdded: named(table.valueAdded) } : {}),
    ...(table.licence ? { licence: table.licence } : {}),
    ...(table.importedFlows ? { importedFlows: fold(table.importedFlows) } : {}),
    ...(table.employment
      ? {
          employment: {
            unit: table.employment.unit,
            ...(table.employment.employed ? { employed: addUp(table.employment.employed) } : {}),
            ...(table.employment.employees ? { employees: addUp(table.employment.employees) } : {}),
          },
        }
      : {}),
  })
  return {
    ...made,
    warnings: [...table.warnings, ...made.warnings, `aggregated from ${n} to ${groups.length} sectors: inputs within a group are averages`],
  }
}
