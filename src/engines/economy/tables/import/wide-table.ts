import { EconomyError } from '../../economy-error.ts'
import type { RawIoTable } from '../read-io-table.ts'
import { cellName, type Grid, neededNumber } from './grid.ts'
import { findTable, type LabelledTable, type Line } from './labelled-table.ts'
import { plainLabel } from './labels.ts'
import { type RegionalGrid, regionalGrid } from './regional-grid.ts'

/** What was found in one sheet, before it is checked as a table. */
export interface WideTable {
  readonly sectors: string[]
  /** Of a sheet of several regions, the region of each sector. */
  readonly regions?: string[]
  readonly columnSectors: string[]
  readonly flows: number[][]
  /** Imported inputs, where the sheet has rows of both origins. */
  readonly importedFlows: number[][] | null
  readonly finalDemand: Record<string, number[]>
  readonly valueAdded: Record<string, number[]>
  readonly output: number[] | null
  readonly employed: number[] | null
  readonly employees: number[] | null
  readonly notes: string[]
}

/** How cells are to be understood. */
export interface CellRules {
  /** Empty cells are 0, as the person who imports says. */
  readonly blankIsZero?: boolean
}

const near = (a: number, b: number, size: number): boolean => Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(size), 1e-9)
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/**
 * 넓은 표: sectors by sectors with final demand to the right and value added below, in the layouts of the Bank of Korea (ECOS, KOSIS), the OECD and plain wide CSV.
 * Totals are not taken but checked; imports to be deducted (수입 공제) become a negative part of final demand, so that x = Z·1 + f holds.
 * @throws EconomyError with the cell: `not-a-number`, `missing`, `sector-order`, `unbalanced-row`, `unbalanced-column`.
 */
export function readWide(sheet: Grid, rules: CellRules = {}): WideTable {
  const several = regionalGrid(sheet)
  if (!several) return readOne(sheet, rules)
  const read = readOne(several.grid, rules)
  const parted = read.sectors.map(several.parts)
  const columns = read.columnSectors.map(several.parts)
  return {
    ...read,
    sectors: parted.map((one) => one.sector),
    regions: parted.map((one) => one.region),
    // the regions were matched with the names
    columnSectors: columns.map((one) => one.sector),
    importedFlows: read.importedFlows ?? importsOf(sheet, several, parted, rules),
  }
}

/** Imported products of a table of several regions: the row of a product, in the region that uses it. */
function importsOf(sheet: Grid, several: RegionalGrid, sectors: readonly { region: string; sector: string }[], rules: CellRules): number[][] | null {
  if (several.importRows.size === 0) return null
  const columns = findTable(several.grid).columns.filter((one) => one.role === 'sector')
  return sectors.map(({ region, sector }) => {
    const row = several.importRows.get(plainLabel(sector))
    return columns.map((column, j) =>
      row !== undefined && sectors[j]!.region === region ? neededNumber(sheet, row, column.at, rules.blankIsZero ?? false) : 0,
    )
  })
}

function readOne(grid: Grid, rules: CellRules): WideTable {
  const table = findTable(grid)
  const columns = table.columns.filter((one) => one.role === 'sector')
  const rows = table.rows.filter((one) => one.role === 'sector')
  const domestic = rows.filter((one) => one.origin !== 'import')
  const imported = rows.filter((one) => one.origin === 'import')
  const blankIsZero = rules.blankIsZero ?? false
  const cell = (row: Line, column: Line): number => neededNumber(grid, row.at, column.at, blankIsZero)
  const block = (of: readonly Line[]): number[][] => of.map((row) => columns.map((column) => cell(row, column)))
  const notes: string[] = []
  if (domestic.length !== columns.length)
    throw new EconomyError(
      'shape',
      `expected as many sector rows as columns in "${grid.name}", got ${domestic.length} and ${columns.length}`,
      'give each sector one row and one column',
      { part: grid.name },
    )
  const flows = block(domestic)
  const output = outputOf(table, columns, domestic, cell, notes)
  const finalDemand = finalDemandOf(table, domestic, cell, flows, output, notes)
  const valueAdded = valueAddedOf(table, columns, cell, notes)
  const across = (role: Line['role']): number[] | null => {
    const line = table.rows.find((one) => one.role === role)
    return line ? columns.map((column) => cell(line, column)) : null
  }
  if (blankIsZero) notes.push(`empty cells of "${grid.name}" were taken as 0`)
  return {
    sectors: domestic.map((one) => one.label.replace(/^(TTL|DOM|IMP)_/i, '')),
    columnSectors: columns.map((one) => domestic.find((row) => row.key === one.key)?.label.replace(/^(TTL|DOM|IMP)_/i, '') ?? one.label),
    flows,
    importedFlows: imported.length === columns.length ? block(imported) : null,
    finalDemand,
    valueAdded,
    output,
    employed: across('employed'),
    employees: across('employees'),
    notes,
  }
}

type CellOf = (row: Line, column: Line) => number

/** Output from the bottom row and from the right column; where both stand they must agree. */
function outputOf(table: LabelledTable, columns: readonly Line[], rows: readonly Line[], cell: CellOf, notes: string[]): number[] | null {
  const bottom = table.rows.find((one) => one.role === 'output')
  const right = table.columns.find((one) => one.role === 'output')
  const below = bottom ? columns.map((column) => cell(bottom, column)) : null
  const beside = right ? rows.map((row) => cell(row, right)) : null
  if (below && beside) {
    const at = below.findIndex((one, i) => !near(one, beside[i]!, one))
    if (at >= 0)
      throw new EconomyError(
        'unbalanced-row',
        `expected the same output of ${rows[at]!.label} in ${cellName(rows[at]!.at, right!.at)} and ${cellName(bottom!.at, columns[at]!.at)}, got ${beside[at]} and ${below[at]}`,
        'check which of the two totals is output (총산출) and which is demand (총수요) or input (총투입)',
        { part: table.grid.name, row: cellName(rows[at]!.at, right!.at) },
      )
  }
  if (!below && !beside) notes.push('the sheet states no output: it is worked out from the rows')
  return below ?? beside
}

function finalDemandOf(
  table: LabelledTable,
  rows: readonly Line[],
  cell: CellOf,
  flows: readonly number[][],
  output: readonly number[] | null,
  notes: string[],
): Record<string, number[]> {
  const last = Math.max(...table.columns.flatMap((one) => (one.role === 'sector' ? [one.at] : [])))
  // what stands right of the totals is supply (총산출, 수입, 관세, 마진 …), not demand
  const closing = Math.min(...table.columns.flatMap((one) => (closes.includes(one.role) && one.at > last ? [one.at] : [])))
  const parts = table.columns.filter((one) => one.role === 'final' || (one.role === 'ignored' && one.at > last && one.at < closing && named(one)))
  const made: Record<string, number[]> = {}
  for (const column of parts) {
    const values = rows.map((row) => table.grid.number(row.at, column.at))
    // a column of words (비고) is no demand
    if (column.role === 'ignored' && values.every((one) => one === null)) continue
    made[unused(made, column.label)] = rows.map((row) => cell(row, column))
  }
  const whole = table.columns.find((one) => one.role === 'final-total')
  if (Object.keys(made).length === 0 && whole) made[whole.label] = rows.map((row) => cell(row, whole))
  else if (whole)
    for (const [i, row] of rows.entries()) {
      const stated = cell(row, whole)
      const added = sum(Object.values(made).map((values) => values[i]!))
      if (!near(stated, added, Math.max(Math.abs(stated), output?.[i] ?? 0)))
        throw new EconomyError(
          'unbalanced-row',
          `expected the parts of final demand of ${row.label} to add up to ${stated} (${cellName(row.at, whole.at)}), got ${added}`,
          'check that no column of final demand is missing or stands twice',
          { part: table.grid.name, row: cellName(row.at, whole.at) },
        )
    }
  // 수입계 holds customs and taxes on imports beside 수입 itself
  const imports =
    table.columns.find((one) => one.role === 'imports' && /계$|total/i.test(one.label)) ?? table.columns.find((one) => one.role === 'imports')
  if (imports)
    deductImports(
      made,
      imports,
      rows.map((row) => cell(row, imports)),
      flows,
      output,
      notes,
    )
  return made
}

const closes: readonly Line['role'][] = ['final-total', 'demand-total', 'supply-total', 'output']
const named = (line: Line): boolean => !/^(\d+|비고|note.*)$/i.test(line.label.trim())
const unused = (made: Readonly<Record<string, unknown>>, label: string): string => {
  let name = label
  for (let n = 2; name in made; n++) name = `${label} (${n})`
  return name
}

/** Imports beside total flows: deducted from demand where output says so; printed as negative numbers or as positive ones. */
function deductImports(
  made: Record<string, number[]>,
  column: Line,
  values: number[],
  flows: readonly number[][],
  output: readonly number[] | null,
  notes: string[],
): void {
  const signed = values.some((one) => one < 0) ? values : values.map((one) => -one)
  if (output) {
    const used = flows.map((row, i) => sum(row) + sum(Object.values(made).map((part) => part[i]!)))
    const balanced = output.filter((x, i) => near(x, used[i]!, x)).length
    const deducted = output.filter((x, i) => near(x, used[i]! + signed[i]!, x)).length
    if (balanced >= deducted) return
  }
  made[`${column.label}(공제)`] = signed
  notes.push('imports are deducted from final demand, so that the flows hold goods of both origins')
}

function valueAddedOf(table: LabelledTable, columns: readonly Line[], cell: CellOf, notes: string[]): Record<string, number[]> {
  const across = (line: Line): number[] => columns.map((column) => cell(line, column))
  const last = Math.max(...table.rows.flatMap((one) => (one.role === 'sector' ? [one.at] : [])))
  const bottom = table.rows.find((one) => one.role === 'output')?.at ?? Number.POSITIVE_INFINITY
  const made: Record<string, number[]> = {}
  for (const line of table.rows) {
    const unknown =
      line.role === 'ignored' && line.at > last && line.at < bottom && columns.every((column) => table.grid.number(line.at, column.at) !== null)
    if (line.role !== 'value-added' && !unknown) continue
    made[unused(made, line.label)] = across(line)
    if (unknown) notes.push(`row "${line.label}" (${cellName(line.at, table.labelColumn)}) was taken as a part of value added`)
  }
  const whole = table.rows.find((one) => one.role === 'value-added-total')
  const parts = Object.values(made)
  if (whole) {
    const stated = across(whole)
    if (parts.length === 0) made[whole.label] = stated
    else {
      const at = stated.findIndex((one, j) => !near(one, sum(parts.map((part) => part[j]!)), one))
      if (at >= 0)
        throw new EconomyError(
          'unbalanced-column',
          `expected the parts of value added of ${columns[at]!.label} to add up to ${stated[at]} (${cellName(whole.at, columns[at]!.at)}), got ${sum(parts.map((part) => part[at]!))}`,
          'check that no part of value added is missing or stands twice',
          { part: table.grid.name, row: cellName(whole.at, columns[at]!.at) },
        )
    }
  }
  const taxes = table.rows.filter((one) => one.role === 'product-taxes')
  for (const line of taxes) {
    made[unused(made, line.label)] = across(line)
    notes.push(
      `taxes less subsidies on products ("${line.label}") are held beside value added: the column balances, and value added is so much larger`,
    )
  }
  return made
}

/** A wide table as the reader of tables takes it. */
export const rawOfWide = (wide: WideTable): Omit<RawIoTable, 'source' | 'licence'> => ({
  sectors: wide.sectors,
  columnSectors: wide.columnSectors,
  flows: wide.flows,
  ...(Object.keys(wide.finalDemand).length > 0 ? { finalDemand: wide.finalDemand } : {}),
  ...(Object.keys(wide.valueAdded).length > 0 ? { valueAdded: wide.valueAdded } : {}),
  ...(wide.regions ? { regions: wide.regions } : {}),
  ...(wide.output ? { output: wide.output } : {}),
  ...(wide.importedFlows ? { importedFlows: wide.importedFlows } : {}),
})
