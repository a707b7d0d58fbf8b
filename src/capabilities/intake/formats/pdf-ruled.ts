import { type LatticeCell, latticesOf } from './pdf-lattice.ts'
import { type Glyphs, type Line, linesOfPage, placed } from './pdf-lines.ts'
import { between, type Habits } from './pdf-paragraphs.ts'
import type { Rule } from './pdf-rules.ts'
import type { Cell, Grid } from './table.ts'

/** 괘선 표의 글: the lines of each cell of a ruled table. */
export interface Ruled {
  rows: number
  columns: number
  cells: { cell: LatticeCell; lines: Line[] }[]
}

/** Words of a cell that are more than this, and most of the table, are an article in a frame. */
const longestCell = 300

/** The direction in which most words of a page run; tables that lie on their side are turned upright with them. */
function directionOf(glyphs: readonly Glyphs[]): string {
  const letters = new Map<string, number>()
  for (const one of glyphs) {
    const { direction } = placed(one)
    letters.set(direction, (letters.get(direction) ?? 0) + one.str.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '0'
}

/** A rule as it stands where words of a direction are upright; null where that is none of the four sides of a page. */
function turned({ level, at, from, to }: Rule, direction: string): Rule | null {
  if (direction === '0') return { level, at, from, to }
  const back = { from: -to, to: -from }
  if (direction === '90') return level ? { level: false, at, ...back } : { level: true, at: -at, from, to }
  if (direction === '-90') return level ? { level: false, at: -at, from, to } : { level: true, at, ...back }
  return Math.abs(Number(direction)) === 180 ? { level, at: -at, ...back } : null
}

interface Found extends Ruled {
  area: number
  glyphs: Map<LatticeCell, Glyphs[]>
}

function tablesOf(rules: readonly Rule[], direction: string): Found[] {
  return latticesOf(rules.flatMap((rule) => turned(rule, direction) ?? []))
    .map((lattice): Found => {
      const area = lattice.cells.reduce((sum, cell) => sum + (cell.right - cell.left) * (cell.top - cell.foot), 0)
      return { ...lattice, area, cells: [], glyphs: new Map(lattice.cells.map((cell) => [cell, []])) }
    })
    .sort((a, b) => a.area - b.area)
}

/** Whether words stand in it as in a table: side by side in one row at least, and not nearly all in one cell. */
function isTable({ glyphs }: Found): boolean {
  const filled = [...glyphs].filter(([, words]) => words.length > 0)
  const lengths = filled.map(([, words]) => words.reduce((sum, one) => sum + one.str.length, 0))
  const all = lengths.reduce((sum, length) => sum + length, 0)
  const longest = Math.max(0, ...lengths)
  if (longest > longestCell && longest > all * 0.5) return false
  return filled.some(([one]) => filled.some(([other]) => other !== one && other.row <= one.lastRow && other.lastRow >= one.row))
}

/**
 * Lines of a page in their order, each of its ruled tables as one line that holds its cells. Without rules the lines alone.
 */
export function linesWithTables(drawn: readonly Glyphs[], page: number, rules: readonly Rule[]): Line[] {
  if (rules.length < 3) return linesOfPage(drawn, page)
  const direction = directionOf(drawn)
  const tables = tablesOf(rules, direction)
  const glyphs = tables.length === 0 ? drawn : drawn.flatMap((one) => partsByCell(one, tables, direction))
  const tableOf = new Map<Glyphs, Found>()
  let last: { table: Found; cell: LatticeCell } | null = null
  for (const one of glyphs) {
    if (one.str.trim() === '') {
      // a blank belongs to the words before it
      if (last) {
        tableOf.set(one, last.table)
        last.table.glyphs.get(last.cell)!.push(one)
      }
      continue
    }
    last = inside(one, tables, direction)
    if (!last) continue
    tableOf.set(one, last.table)
    last.table.glyphs.get(last.cell)!.push(one)
  }
  const kept = new Set(tables.filter(isTable))
  const lines: Line[] = []
  let run: Glyphs[] = []
  const told = new Set<Found>()
  for (const one of glyphs) {
    const table = tableOf.get(one)
    if (!table || !kept.has(table)) run.push(one)
    else if (!told.has(table)) {
      told.add(table)
      lines.push(...linesOfPage(run, page), lineOf(table, page))
      run = []
    }
  }
  lines.push(...linesOfPage(run, page))
  return lines
}

/** Letters of Hangul and Chinese are as wide as they are high, others about half of it. */
const widthOf = (word: string) => [...word].reduce((sum, letter) => sum + (letter > '\u1100' ? 0.92 : 0.55), 0)

/** pdf.js runs words together that stand close, though a line of a table parts them: such a run is taken apart at its spaces, each word about where it stands. */
function partsByCell(one: Glyphs, tables: readonly Found[], direction: string): Glyphs[] {
  const words = one.str.trim().split(/\s+/)
  if (words.length < 2) return [one]
  const { size } = placed(one)
  const part = (from: number, str: string, width: number): Glyphs => {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = one.transform
    return { ...one, str, width, transform: [a, b, c, d, x + (from * a) / size, y + (from * b) / size], hasEOL: false }
  }
  const cellAt = (from: number, width: number) => inside(part(from, '.', width), tables, direction)?.cell
  if (cellAt(0, size * 0.6) === cellAt(one.width - size * 0.6, size * 0.6)) return [one]
  const widths = words.map((word) => widthOf(word) * size)
  const letters = widths.reduce((sum, width) => sum + width, 0)
  const [scale, space] = letters < one.width ? [1, (one.width - letters) / (words.length - 1)] : [one.width / letters, 0]
  let from = 0
  return words.map((word, index) => {
    const width = widths[index]! * scale
    const made = part(from, word, width)
    from += width + space
    return index === words.length - 1 ? { ...made, hasEOL: one.hasEOL } : made
  })
}

function inside(one: Glyphs, tables: readonly Found[], direction: string): { table: Found; cell: LatticeCell } | null {
  const at = placed(one)
  if (at.direction !== direction) return null
  const [x, y] = [at.x + one.width / 2, at.y + at.size * 0.3]
  for (const table of tables)
    for (const cell of table.glyphs.keys()) if (x >= cell.left && x <= cell.right && y >= cell.foot && y <= cell.top) return { table, cell }
  return null
}

function lineOf(table: Found, page: number): Line {
  const cells = [...table.glyphs].map(([cell, glyphs]) => ({ cell, lines: linesOfPage(glyphs, page) }))
  const [left, right, y] = [
    Math.min(...cells.map((one) => one.cell.left)),
    Math.max(...cells.map((one) => one.cell.right)),
    Math.max(...cells.map((one) => one.cell.top)),
  ]
  const ruled: Ruled = { rows: table.rows, columns: table.columns, cells }
  return { page, segments: [{ text: '', left, right }], left, right, y, size: 10, endsInSpace: false, ruled }
}

/** The grid of a ruled table: a merged cell stands in every place that it covers. */
export function gridOfRuled({ rows, columns, cells }: Ruled, habits: Habits): Grid {
  const grid: Grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null))
  for (const { cell, lines } of cells) {
    const one: Cell = { text: wordsOf(lines, cell, habits), row: cell.row + 1, column: cell.column + 1 }
    for (let row = cell.row; row <= cell.lastRow; row++) for (let column = cell.column; column <= cell.lastColumn; column++) grid[row]![column] = one
  }
  return grid
}

/** The words of a cell in one line: a line that fills its cell goes on in the next as in a paragraph, others are parted. */
function wordsOf(lines: readonly Line[], cell: LatticeCell, habits: Habits): string {
  const textOf = (line: Line) => line.segments.map((segment) => segment.text.trim()).join(' ')
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1]
    if (!before) return textOf(line)
    const full = cell.right - cell.left - (before.right - before.left) < line.size * 2.5
    return text + (full ? between(textOf(before), textOf(line), before.endsInSpace, habits) : ' ') + textOf(line)
  }, '')
}

/** Whether words of a page stand side by side with gaps as between columns, twice at least: only then are its rules worth looking at. */
export function mayHaveTable(glyphs: readonly Glyphs[]): boolean {
  let gaps = 0
  let before: ReturnType<typeof placed> & { right: number } = { x: 0, y: Number.NaN, size: 0, direction: '', right: 0 }
  for (const one of glyphs) {
    if (one.str.trim() === '') continue
    const at = placed(one)
    if (at.direction === before.direction && Math.abs(at.y - before.y) < at.size * 1.6 && at.x - before.right > at.size * 0.6) gaps++
    if (gaps > 1) return true
    before = { ...at, right: at.x + one.width }
  }
  return false
}
