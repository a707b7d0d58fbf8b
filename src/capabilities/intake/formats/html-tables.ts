import { Parser } from 'htmlparser2'
import { FormatError } from './failure.ts'
import { formRows } from './form-table.ts'
import { announcedUnits } from './header-unit.ts'
import { nestedTitle } from './nested-table.ts'
import { addTable, type Cell, type Grid } from './table.ts'
import { TextBuilder } from './text-builder.ts'

/** Browsers stop at 512; deeper pages are built to exhaust a parser. */
const deepest = 2_000
/** Longer words in a cell are an article in a frame, not a value. */
const longestCell = 120
const mostCells = 20_000
const mostSpan = 100
/** An announcement of a unit stands right before its table. */
const longestAbove = 80

interface Table {
  start: number
  /** The words before it, for a unit that they announce. */
  above: string
  caption: string
  /** Another table stands in it: it is a frame, or a form one of whose values is a table. */
  frame: boolean
  /** The cell that it stands in, and what the one before that says. */
  within: TableCell | null
  /** How much that cell says before it. */
  said: number
  label: string
  rows: TableCell[][]
}

interface TableCell {
  text: string
  down: number
  right: number
}

type Closed = Table & { end: number; inside: Closed[] }

/**
 * 페이지의 표: a page in which each table of data is replaced by lines that name row, column and unit (see `addTable`). Tables that only frame a layout are left
 * as they are.
 *
 * @throws FormatError `too-deep` for elements nested beyond any real page
 */
export function tablesAsLines(html: string): string {
  const tables: Closed[] = []
  const open: Table[] = []
  let cell: TableCell | null = null
  let silent = 0
  let depth = 0
  let before = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw new FormatError('too-deep')
        const table = open.at(-1)
        if (name === 'script' || name === 'style') silent++
        else if (name === 'table') {
          for (const outer of open) outer.frame = true
          const label = table?.rows.at(-1)?.at(-2)?.text ?? ''
          open.push({
            start: parser.startIndex,
            above: before,
            caption: '',
            frame: false,
            within: cell,
            said: cell?.text.length ?? 0,
            label,
            rows: [],
          })
          before = ''
          cell = null
        } else if (name === 'tr') table?.rows.push([])
        else if (table && (name === 'td' || name === 'th')) {
          cell = { text: '', down: spanOf(attributes.rowspan), right: attributes.colspan?.trim() === '0' ? 1 : spanOf(attributes.colspan) }
          if (table.rows.length === 0) table.rows.push([])
          table.rows.at(-1)!.push(cell)
        } else if (cell && (name === 'br' || name === 'p' || name === 'div')) cell.text += ' '
      },
      ontext(words) {
        if (silent > 0) return
        const table = open.at(-1)
        if (cell) cell.text += words
        else if (table) table.caption += words
        if (cell || !table) before = (before + words).slice(-longestAbove)
      },
      onclosetag(name) {
        depth--
        if (name === 'script' || name === 'style') silent--
        else if (name === 'td' || name === 'th') cell = null
        else if (name === 'table') {
          const table = open.pop()
          if (!table) return
          cell = table.within
          before = ''
          if (!isData(table)) return
          // a form takes the tables in it along
          const first = tables.findIndex((one) => one.start > table.start)
          tables.push({ ...table, end: parser.endIndex + 1, inside: first < 0 ? [] : tables.splice(first) })
        }
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  const out: string[] = []
  let at = 0
  for (const table of tables) {
    out.push(html.slice(at, table.start), linesOf(table))
    at = table.end
  }
  out.push(html.slice(at))
  return out.join('')
}

/** A span of 0 reaches to the end of its table. */
const spanOf = (attribute: string | undefined) =>
  attribute?.trim() === '0' ? mostSpan : Math.min(mostSpan, Math.max(1, Number.parseInt(attribute ?? '1', 10) || 1))

function isData(table: Table): boolean {
  const { frame, rows } = table
  const cells = rows.flat()
  return (
    rows.length > 1 &&
    cells.length <= mostCells &&
    rows.filter((row) => row.length > 1).length > rows.length / 2 &&
    cells.every((cell) => cell.text.length <= longestCell) &&
    cells.filter((cell) => cell.text.trim() !== '').length > cells.length / 2 &&
    (!frame || formRows(gridOf(table)) !== null)
  )
}

function gridOf({ rows }: Table): Grid {
  const grid: Grid = rows.map(() => [])
  rows.forEach((row, r) => {
    let column = 0
    for (const { text, down, right } of row) {
      while (grid[r]![column]) column++
      const one: Cell = { text: text.replace(/\s+/g, ' '), row: r + 1, column: column + 1 }
      for (let y = r; y < Math.min(r + down, rows.length); y++) for (let x = column; x < column + right; x++) grid[y]![x] ??= one
      column += right
    }
  })
  const width = Math.max(...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? null))
}

function linesOf(table: Closed): string {
  const builder = new TextBuilder(Number.POSITIVE_INFINITY)
  const caption = table.caption.replace(/\s+/g, ' ').trim()
  if (caption !== '') builder.add(caption)
  addTable(builder, gridOf(table), {}, announcedUnits(caption).length > 0 ? caption : table.above)
  const lines = builder
    .done()
    .text.split('\n')
    .map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('\n')
  return [lines, ...table.inside.map((one, at) => namedLines(one, table.inside[at + 1]?.within !== one.within))].join('\n')
}

/** The lines of a table in a form, under what the form calls it. Words behind the `last` table of a cell may be of it. */
function namedLines(table: Closed, last: boolean): string {
  const title = nestedTitle(table.label, table.above, last ? (table.within?.text.slice(table.said) ?? '') : '')
  return (title === '' ? '' : `<p>${title.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>\n`) + linesOf({ ...table, above: title || table.above })
}
