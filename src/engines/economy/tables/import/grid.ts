import { EconomyError } from '../../economy-error.ts'

/** One cell of a file as it was typed; row and column count from 1. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** One sheet of a workbook, or a CSV file as one sheet. */
export interface Sheet {
  readonly name: string
  readonly cells: readonly SheetCell[]
  readonly merged?: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[]
}

/** A sheet whose cells are found by row and column, words of merged headers repeated over their block. */
export interface Grid {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** The words of a cell without blanks at its ends, '' where it is empty. From 1. */
  readonly text: (row: number, column: number) => string
  /** The number of a cell; null where it is empty or no number. From 1. */
  readonly number: (row: number, column: number) => number | null
}

/** The address of a cell as a spreadsheet writes it. `cellName(7, 28) // => 'AB7'` */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}

/** Signs by which statistical tables say that there is nothing: 통계표의 “-”(없음). */
const NIL = /^[-–—]$/

/**
 * A number as tables write it: thousands parted by commas, minus as -, △, ▲ or brackets; "-" alone is 0 (통계표의 “없음”). Null for anything else.
 *
 * `[numberOf('1,234.5'), numberOf('△12'), numberOf('(3)'), numberOf('-'), numberOf('X')] // => [1234.5, -12, -3, 0, null]`
 */
export function numberOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '')
  if (NIL.test(bare)) return 0
  const found = /^(\()?([-−△▲+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:e([-+]?\d+))?(\))?$/i.exec(bare)
  if (!found || (found[1] === undefined) !== (found[5] === undefined)) return null
  const size = Number(`${found[3]!.replaceAll(',', '')}${found[4] === undefined ? '' : `e${found[4]}`}`)
  if (!Number.isFinite(size)) return null
  return found[1] !== undefined || (found[2] !== '' && found[2] !== '+') ? -size : size
}

/** So many rows or columns no table of an economy has; a larger block of merged cells is decoration. */
const WIDEST_MERGE = 4000

/** A grid of a sheet. Words of a merged block stand in each of its cells; numbers only in their own. */
export function gridOf(sheet: Sheet): Grid {
  const words = new Map<number, Map<number, string>>()
  let rows = 0
  let columns = 0
  const put = (row: number, column: number, text: string) => {
    let line = words.get(row)
    if (!line) words.set(row, (line = new Map()))
    if (!line.has(column)) line.set(column, text)
    rows = Math.max(rows, row)
    columns = Math.max(columns, column)
  }
  for (const { row, column, text } of sheet.cells) if (text.trim() !== '') put(row, column, text.trim())
  for (const block of sheet.merged ?? []) {
    const text = words.get(block.top)?.get(block.left)
    if (text === undefined || numberOf(text) !== null || (block.bottom - block.top + 1) * (block.right - block.left + 1) > WIDEST_MERGE) continue
    for (let row = block.top; row <= block.bottom; row++) for (let column = block.left; column <= block.right; column++) put(row, column, text)
  }
  const text = (row: number, column: number): string => words.get(row)?.get(column) ?? ''
  return { name: sheet.name, rows, columns, text, number: (row, column) => numberOf(text(row, column)) }
}

/**
 * The number of a cell that must hold one.
 * @throws EconomyError `not-a-number` with the sheet and the address of the cell.
 */
export function neededNumber(grid: Grid, row: number, column: number, blankIsZero: boolean): number {
  const text = grid.text(row, column)
  if (text === '' && blankIsZero) return 0
  const value = numberOf(text)
  if (value !== null) return value
  const where = `${grid.name}!${cellName(row, column)}`
  throw new EconomyError(
    'not-a-number',
    `expected a number in ${where}, got ${text === '' ? 'an empty cell' : `"${text.slice(0, 40)}"`}`,
    text === ''
      ? 'write 0 where there is no flow, or say that empty cells are 0'
      : 'write the number, 0 where there is none; a suppressed value (X, *) must be filled first',
    { part: grid.name, row: cellName(row, column) },
  )
}
