import { EconomyError } from '../../economy-error.ts'
import { cellName, type Grid } from './grid.ts'
import { oecdLabel, plainLabel, type Role, roleOf } from './labels.ts'

/** A row or column that belongs to the table, in its order. */
export interface Line {
  /** Row or column of the sheet, from 1. */
  readonly at: number
  readonly label: string
  readonly role: Role | 'sector'
  /** Key by which rows and columns of one sector are matched. */
  readonly key: string
  readonly origin: 'total' | 'domestic' | 'import' | null
}

/** A table found in a sheet: sectors by sectors, with what stands beside and below. */
export interface LabelledTable {
  readonly grid: Grid
  readonly headerRow: number
  readonly labelColumn: number
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
}

const keyOf = (label: string): string => {
  const oecd = oecdLabel(label)
  return oecd ? `oecd ${oecd.code.toLowerCase()}` : plainLabel(label)
}

/** Headers stand in the first rows, labels in the first columns. */
const DEEPEST_HEADER = 40
const WIDEST_LABELS = 8

/**
 * 표 찾기: where in a sheet the header row and the label column stand: the pair whose words agree most, names before codes.
 * Everything beside the sectors is told by its label (중간수요계, 민간소비지출, VALU …); what has no known label is kept with its name.
 * @throws EconomyError `missing` where no row and column share the names of sectors, `sector-order` where a sector has a row and no column or the other way round.
 */
export function findTable(grid: Grid): LabelledTable {
  // codes without a letter look like numbers of the table itself: they count only where no names do
  const found = placeOf(grid, (key) => !/^\d+$/.test(key)) ?? placeOf(grid, (key) => /^\d{1,3}$/.test(key))
  if (!found)
    throw new EconomyError(
      'missing',
      `expected a table whose rows and columns carry the same sector names in sheet "${grid.name}", found none`,
      'give one header row and one label column with the same names (산업연관표의 부문명)',
      { part: grid.name },
    )
  return linesOf(grid, found.row, found.column)
}

function placeOf(grid: Grid, counts: (key: string) => boolean): { row: number; column: number } | null {
  let best: { shared: number; letters: number; row: number; column: number } | null = null
  const columns = Array.from({ length: Math.min(WIDEST_LABELS, grid.columns) }, (_, i) =>
    keysAlong(grid.rows, (row) => grid.text(row, i + 1), counts),
  )
  for (let row = 1; row <= Math.min(DEEPEST_HEADER, grid.rows); row++) {
    const across = keysAlong(grid.columns, (column) => grid.text(row, column), counts)
    for (const [i, down] of columns.entries()) {
      let shared = 0
      let letters = 0
      for (const [key, at] of down) {
        const other = across.get(key)
        if (other === undefined || at <= row || other <= i + 1) continue
        shared++
        letters += key.length
      }
      if (shared >= 2 && (best === null || shared > best.shared || (shared === best.shared && letters > best.letters)))
        best = { shared, letters, row, column: i + 1 }
    }
  }
  return best
}

function keysAlong(count: number, text: (at: number) => string, counts: (key: string) => boolean): Map<string, number> {
  const found = new Map<string, number>()
  for (let at = 1; at <= count; at++) {
    const words = text(at)
    if (words === '' || roleOf(words) !== null) continue
    const key = keyOf(words)
    if (key !== '' && counts(key) && !found.has(key)) found.set(key, at)
  }
  return found
}

function linesOf(grid: Grid, headerRow: number, labelColumn: number): LabelledTable {
  const first = firstData(grid, labelColumn, headerRow)
  const columns = lines(grid.columns, labelColumn, (at) => headerWords(grid, headerRow, at, first))
  const rows = lines(grid.rows, headerRow, (at) => grid.text(at, labelColumn) || besideLabel(grid, at, labelColumn, first.column)).map((line) => {
    // codes match rows with columns; people read the name that stands beside
    const beside = line.key.length <= 3 ? besideLabel(grid, line.at, labelColumn, first.column) : ''
    return beside === '' ? line : { ...line, label: beside }
  })
  const inColumns = new Set(columns.map((one) => one.key))
  const inRows = new Set(rows.map((one) => one.key))
  const asSector = (line: Line, others: ReadonlySet<string>): Line =>
    line.role === 'ignored' && others.has(line.key) && !roleOf(line.label) ? { ...line, role: 'sector' } : line
  const made = {
    grid,
    headerRow,
    labelColumn,
    rows: rows.map((one) => asSector(one, inColumns)),
    columns: columns.map((one) => asSector(one, inRows)),
  }
  checkWhole(made)
  return made
}

/** The first column whose head is a sector, and the first row whose label is one. */
function firstData(
  grid: Grid,
  labelColumn: number,
  headerRow: number,
): { readonly column: number; readonly row: number; readonly isSector: (label: string) => boolean } {
  const down = new Set<string>()
  const across = new Set<string>()
  for (let row = headerRow + 1; row <= grid.rows; row++) if (grid.text(row, labelColumn) !== '') down.add(keyOf(grid.text(row, labelColumn)))
  for (let column = labelColumn + 1; column <= grid.columns; column++)
    if (grid.text(headerRow, column) !== '') across.add(keyOf(grid.text(headerRow, column)))
  let column = labelColumn + 1
  while (column < grid.columns && !down.has(keyOf(grid.text(headerRow, column)))) column++
  let row = headerRow + 1
  while (row < grid.rows && !across.has(keyOf(grid.text(row, labelColumn)))) row++
  return { column, row, isSector: (label) => label !== '' && down.has(keyOf(label)) }
}

/** Words between the label column and the numbers. */
function besideLabel(grid: Grid, row: number, labelColumn: number, first: number): string {
  for (let column = labelColumn + 1; column < first; column++) if (grid.text(row, column) !== '') return grid.text(row, column)
  return ''
}

/** Words over a column: of a sector the header row's own; else the lowest that stand over the numbers, as totals and groups are often merged over two rows. */
function headerWords(grid: Grid, headerRow: number, column: number, first: ReturnType<typeof firstData>): string {
  if (first.isSector(grid.text(headerRow, column))) return grid.text(headerRow, column)
  for (let row = first.row - 1; row >= Math.max(1, headerRow - 2); row--) if (grid.text(row, column) !== '') return grid.text(row, column)
  return ''
}

function lines(count: number, after: number, text: (at: number) => string): Line[] {
  const made: Line[] = []
  for (let at = after + 1; at <= count; at++) {
    const label = text(at)
    if (label === '') continue
    const oecd = oecdLabel(label)
    made.push({ at, label, role: roleOf(label) ?? 'ignored', key: keyOf(label), origin: oecd && oecd.origin !== 'user' ? oecd.origin : null })
  }
  return made
}

/** Between the first and the last sector every line must be a sector: a name that only one side has is a slip of the pen or a missing line. */
function checkWhole({ grid, rows, columns, headerRow, labelColumn }: LabelledTable): void {
  const sides = [
    ['row', rows, (at: number) => cellName(at, labelColumn)],
    ['column', columns, (at: number) => cellName(headerRow, at)],
  ] as const
  for (const [side, own, name] of sides) {
    const places = own.flatMap((one, i) => (one.role === 'sector' ? [i] : []))
    const stray = own
      .slice(places[0] ?? 0, (places.at(-1) ?? -1) + 1)
      .find((one) => one.role === 'ignored' && !/^(합계|계|total|소계)$/i.test(one.label.trim()))
    if (stray)
      throw new EconomyError(
        'sector-order',
        `expected every sector in rows and columns, got "${stray.label}" only as a ${side} (${grid.name}!${name(stray.at)})`,
        'write the same names in both, one a line',
        { part: grid.name, row: name(stray.at) },
      )
  }
  const tail = (own: readonly Line[]): Line | undefined => {
    const next = own[own.findLastIndex((one) => one.role === 'sector') + 1]
    return next?.role === 'ignored' && !/^(합계|계|total|소계|비고|note.*)$/i.test(next.label.trim()) ? next : undefined
  }
  const [row, column] = [tail(rows), tail(columns)]
  if (row && column)
    throw new EconomyError(
      'sector-order',
      `expected the last sectors under one name, or a known word, in rows and columns, got "${row.label}" (${cellName(row.at, labelColumn)}) and "${column.label}" (${cellName(headerRow, column.at)})`,
      'write sectors alike in both; call value added 피용자보수, 부가가치계 … and final demand 민간소비지출, 수출 …',
      { part: grid.name, row: cellName(row.at, labelColumn) },
    )
}
