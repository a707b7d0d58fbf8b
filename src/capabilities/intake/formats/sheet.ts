import { addTable, type Cell, type Grid } from './table.ts'
import type { TextBuilder } from './text-builder.ts'
import type { Merged } from './xlsx-cells.ts'

/** Wider or higher than this, a merged block is decoration (a coloured band) and is not spread over its cells. */
const widestMerge = 200

/** `titled`: the first row names the columns. `skipped`: rows that are out of sight. */
interface Shown {
  titled?: boolean
  skipped?: ReadonlySet<number>
}
const none: ReadonlySet<number> = new Set()

/**
 * 시트: the cells of one sheet, in order of rows, as tables. An empty row ends a table; a single line over the next is looked at for a unit that it announces.
 * Gives the number under which the sheet's places are kept.
 */
export function addSheet(
  builder: TextBuilder,
  name: string,
  cells: readonly Cell[],
  merged: readonly Merged[] = [],
  { titled = false, skipped = none }: Shown = {},
): number {
  const sheet = builder.sheet(name)
  builder.gap()
  builder.add(name, { sheet })
  builder.line()
  let above = ''
  for (const grid of regions(cells, merged, skipped)) {
    builder.gap()
    addTable(builder, grid, { sheet, titled }, above)
    // the last line over the next table, where it is a line and no row
    const last = grid.at(-1)!
    above = grid.length === 1 || last.filter((cell) => cell).length === 1 ? last.map((cell) => cell?.text ?? '').join(' ') : ''
  }
  return sheet
}

/** Whether two rows stand one under the other: what lies between them is out of sight. */
function touches(above: number, below: number, skipped: ReadonlySet<number>): boolean {
  let next = above + 1
  while (next < below && skipped.has(next)) next++
  return next === below
}

/** Blocks of rows that touch, each cut to the columns that it uses. */
function* regions(cells: readonly Cell[], merged: readonly Merged[], skipped: ReadonlySet<number>): Generator<Grid> {
  const rows = new Map<number, Cell[]>()
  for (const cell of cells) {
    const row = rows.get(cell.row)
    if (row) row.push(cell)
    else rows.set(cell.row, [cell])
  }
  spread(rows, merged)
  const numbers = [...rows.keys()].sort((a, b) => a - b)
  for (let from = 0; from < numbers.length; ) {
    let to = from + 1
    while (to < numbers.length && touches(numbers[to - 1]!, numbers[to]!, skipped)) to++
    yield* sideBySide(numbers.slice(from, to).map((number) => ({ number, cells: rows.get(number)! })))
    from = to
  }
}

/** Which place each cell takes, by row number: merged blocks repeat their first cell. */
function spread(rows: Map<number, Cell[]>, merged: readonly Merged[]): void {
  for (const block of merged) {
    if (block.bottom - block.top > widestMerge || block.right - block.left > widestMerge) continue
    const anchor = rows.get(block.top)?.find((cell) => cell.column === block.left)
    if (!anchor) continue
    for (let number = block.top; number <= block.bottom; number++) {
      const row = rows.get(number) ?? []
      const taken = new Set(row.map((cell) => placed.get(cell) ?? cell.column))
      for (let column = block.left; column <= block.right; column++) {
        if ((number === block.top && column === block.left) || taken.has(column)) continue
        const copy = { ...anchor }
        placed.set(copy, column)
        row.push(copy)
      }
      if (row.length > 0) rows.set(number, row)
    }
  }
}

/** Column in which a repeated cell is shown; its own row and column stay those where it begins. */
const placed = new WeakMap<Cell, number>()

/** 나란한 표: tables that an empty column parts, each with two columns at least in its first row and in another; one line over each may name it. */
function* sideBySide(rows: readonly { number: number; cells: readonly Cell[] }[]): Generator<Grid> {
  const used = [...new Set(rows.flatMap((row) => row.cells.map((cell) => placed.get(cell) ?? cell.column)))].sort((a, b) => a - b)
  const starts = used.filter((column, at) => at === 0 || column > used[at - 1]! + 1)
  const parts = starts.map((start, at) => ({ start, end: starts[at + 1] ?? Number.POSITIVE_INFINITY }))
  const within = (row: { cells: readonly Cell[] }, { start, end }: { start: number; end: number }) =>
    row.cells.filter((cell) => (placed.get(cell) ?? cell.column) >= start && (placed.get(cell) ?? cell.column) < end)
  // lines over the tables, such as the name of each
  const over = rows.findIndex((row) => parts.some((part) => within(row, part).length > 1))
  const isTable = (part: { start: number; end: number }) => {
    const titles = over < 0 ? [] : within(rows[over]!, part)
    return titles.length > 1 && titles.every((cell) => /\p{L}/u.test(cell.text)) && rows.filter((row) => within(row, part).length > 1).length > 1
  }
  if (parts.length < 2 || !parts.every(isTable)) {
    yield gridOf(rows)
    return
  }
  for (const part of parts) {
    const own = rows.map((row) => ({ ...row, cells: within(row, part) }))
    for (const row of own.slice(0, over)) if (row.cells.length > 0) yield gridOf([row])
    yield gridOf(own.slice(over).filter((row) => row.cells.length > 0))
  }
}

function gridOf(rows: readonly { number: number; cells: readonly Cell[] }[]): Grid {
  const used = [...new Set(rows.flatMap((row) => row.cells.map((cell) => placed.get(cell) ?? cell.column)))].sort((a, b) => a - b)
  const index = new Map(used.map((column, at) => [column, at]))
  return rows.map((row) => {
    const line: Grid[number] = used.map(() => null)
    for (const cell of row.cells) line[index.get(placed.get(cell) ?? cell.column)!] = cell
    return line
  })
}
