import { EconomyError } from '../../economy-error.ts'
import { cellName, type Grid, neededNumber } from './grid.ts'
import { plainLabel, roleOf } from './labels.ts'
import { announcedUnit, personsPerUnit } from './unit.ts'

/** Persons by sector, in persons. */
export interface EmploymentSheet {
  readonly employed: number[] | null
  readonly employees: number[] | null
}

/**
 * 취업자표: a sheet with one row a sector and columns 취업자 and 피용자, by the names of a table's sectors, in persons (천명 and 만명 are multiplied out; the unit must stand in the sheet or be given).
 * A sheet of several years gives those of `year`.
 * @throws EconomyError `missing` for a sector without a row or a sheet without such columns, `not-a-number` with the cell.
 */
export function readEmploymentSheet(
  grid: Grid,
  sectors: readonly string[],
  options: { readonly unit?: string; readonly blankIsZero?: boolean; readonly year?: number } = {},
): EmploymentSheet {
  const { labelColumn, rowOf } = sectorRows(grid, sectors)
  const first = Math.min(...rowOf)
  const years = yearsAbove(grid, labelColumn, first)
  const columnOf = (wanted: 'employed' | 'employees'): number | null => {
    const found: number[] = []
    for (let column = labelColumn + 1; column <= grid.columns; column++)
      if (Array.from({ length: first - 1 }, (_, i) => roleOf(grid.text(i + 1, column))).includes(wanted)) found.push(column)
    const told = [...new Set(found.flatMap((column) => years.get(column) ?? []))]
    if (told.length < 2) return found[0] ?? null
    const own = found.find((column) => years.get(column) === options.year)
    if (own !== undefined) return own
    throw new EconomyError(
      'missing',
      `expected persons of ${options.year ?? 'the table’s year'} in sheet "${grid.name}", got those of ${told.join(', ')}`,
      'give the sheet of the year that the table describes',
      { part: grid.name },
    )
  }
  const [employed, employees] = [columnOf('employed'), columnOf('employees')]
  if (employed === null && employees === null)
    throw new EconomyError(
      'missing',
      `expected a column 취업자 or 피용자 in sheet "${grid.name}", found neither`,
      'name the columns 취업자 (everybody at work) and 피용자 (on a payroll)',
      { part: grid.name },
    )
  const scale = personsPerUnit(options.unit ?? unitIn(grid, first) ?? missingUnit(grid))
  const values = (column: number | null) =>
    column === null ? null : rowOf.map((row) => neededNumber(grid, row, column, options.blankIsZero ?? false) * scale)
  return { employed: values(employed), employees: values(employees) }
}

/** Years over the columns; one that is merged over several columns is written once. */
function yearsAbove(grid: Grid, labelColumn: number, until: number): Map<number, number> {
  const made = new Map<number, number>()
  for (let row = 1; row < until; row++) {
    let year: number | null = null
    for (let column = labelColumn + 1; column <= grid.columns; column++) {
      const words = grid.text(row, column)
      const found = /^((?:19|20)\d{2})\s*년?$/.exec(words)
      year = found ? Number(found[1]) : words === '' ? year : null
      if (year !== null) made.set(column, year)
    }
  }
  return made
}

function sectorRows(grid: Grid, sectors: readonly string[]): { labelColumn: number; rowOf: number[] } {
  const keys = sectors.map(plainLabel)
  let best: { column: number; rows: (number | undefined)[]; found: number } = { column: 1, rows: [], found: 0 }
  for (let column = 1; column <= Math.min(8, grid.columns); column++) {
    const places = new Map<string, number>()
    for (let row = 1; row <= grid.rows; row++) {
      const key = plainLabel(grid.text(row, column))
      if (key !== '' && !places.has(key)) places.set(key, row)
    }
    const rows = keys.map((key) => places.get(key))
    const found = rows.filter((one) => one !== undefined).length
    if (found > best.found) best = { column, rows, found }
  }
  const missing = sectors.find((_, i) => best.rows[i] === undefined)
  if (missing !== undefined)
    throw new EconomyError(
      'missing',
      `expected a row for every sector in sheet "${grid.name}", found none for "${missing}"`,
      'give one row a sector under the names of the table',
      { part: grid.name, row: missing },
    )
  return { labelColumn: best.column, rowOf: best.rows as number[] }
}

function unitIn(grid: Grid, until: number): string | null {
  for (let row = 1; row < until; row++)
    for (let column = 1; column <= grid.columns; column++) {
      const words = grid.text(row, column)
      const unit = announcedUnit(words) ?? /\((명|천명|만명|인)\)/.exec(words)?.[1] ?? null
      if (unit !== null && /명|인|person/i.test(unit)) return unit
    }
  return null
}

function missingUnit(grid: Grid): never {
  throw new EconomyError(
    'missing',
    `expected the unit of persons in sheet "${grid.name}", such as (단위: 천명), found none`,
    'write the unit above the table, or give it',
    {
      part: cellName(1, 1),
    },
  )
}
