import { EconomyError } from '../economy-error.ts'
import type { StructureCase } from './structure-report.ts'

/**
 * 표 살피기: whether years, regions, industries and cells of a structure fit together.
 * @returns the place of the region that is asked about
 * @throws EconomyError `missing`, `shape`, `not-a-number` with the year, region and industry
 */
export function placeInTable(of: StructureCase): number {
  const at = of.regions.findIndex((one) => one.id === of.region)
  if (at < 0)
    throw new EconomyError(
      'missing',
      `expected a region of the table, got "${of.region}"`,
      `use one of: ${of.regions
        .slice(0, 20)
        .map((one) => one.id)
        .join(', ')}`,
      {
        part: 'region',
      },
    )
  if (of.regions.length < 2)
    throw new EconomyError(
      'missing',
      'expected at least two regions, got one',
      'give the regions it is compared with, or one more that is the rest of the nation',
      {
        part: 'regions',
      },
    )
  if (of.years.length < 1 || of.values.length !== of.years.length)
    throw new EconomyError(
      'shape',
      `expected years with values each, got ${of.years.length} years and ${of.values.length} tables`,
      'give one table a year',
      {
        part: 'years',
      },
    )
  for (const [t, year] of of.years.entries()) {
    if (t > 0 && !(year > of.years[t - 1]!))
      throw new EconomyError('shape', `expected years in rising order, got ${year} after ${of.years[t - 1]}`, 'sort the years', {
        part: 'years',
        row: year,
      })
    const table = of.values[t]!
    if (table.length !== of.regions.length)
      throw new EconomyError('shape', `expected ${of.regions.length} regions in ${year}, got ${table.length}`, 'give one row a region', {
        part: 'values',
        row: year,
      })
    for (const [i, row] of table.entries()) {
      if (row.length !== of.industries.length)
        throw new EconomyError(
          'shape',
          `expected ${of.industries.length} industries in ${year} for ${of.regions[i]!.id}, got ${row.length}`,
          'give one value an industry',
          {
            part: 'values',
            row: `${year} ${of.regions[i]!.id}`,
          },
        )
      const wrong = row.findIndex((one) => !(one >= 0 && Number.isFinite(one)))
      if (wrong >= 0)
        throw new EconomyError(
          'not-a-number',
          `expected persons of 0 or more in ${year} for ${of.regions[i]!.id} and ${of.industries[wrong]!.id}, got ${row[wrong]}`,
          'correct the cell, or leave the industry out where nobody counted it',
          { part: 'values', row: `${year} ${of.regions[i]!.id}`, column: of.industries[wrong]!.id, value: row[wrong]! },
        )
    }
  }
  return at
}
