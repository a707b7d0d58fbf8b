import { sameForm } from './codes.ts'
import { type Column, guideName, type TableOf, tables } from './tables.ts'

/** What the heading of a sheet means. */
export interface Heading {
  readonly table: TableOf
  /** Row of the heading, from 1. */
  readonly row: number
  readonly columns: ReadonlyMap<number, Column>
  /** Headings that no column of the table has. */
  readonly unknown: readonly { readonly column: number; readonly text: string }[]
  /** Columns that stand there twice: nobody can say which one is meant. */
  readonly twice: readonly { readonly text: string; readonly columns: readonly number[] }[]
  /** Columns without which a new row cannot be. */
  readonly missing: readonly Column[]
}

const names = (column: Column): readonly string[] => [column.ko, column.en, column.id].map(sameForm)
const columnOf = (table: TableOf, text: string): Column | undefined => table.columns.find((column) => names(column).includes(sameForm(text)))

/** Whether this is the sheet that explains the others. */
export const isGuide = (sheet: string): boolean => [guideName.ko, guideName.en].some((name) => sameForm(name) === sameForm(sheet))

const headingRowsLookedAt = 10

/**
 * The table that a sheet holds, by its heading in either language (headings may be mixed); a sheet that is named like a table settles a tie. The heading is the row of the
 * first ten that most columns recognise; null where no row has an id or what a new row needs.
 */
export function headingOf(sheet: string, rows: readonly { readonly row: number; readonly cells: ReadonlyMap<number, string> }[]): Heading | null {
  let best: { heading: Heading; score: number } | null = null
  for (const { row, cells } of rows.slice(0, headingRowsLookedAt))
    for (const table of tables) {
      const heading = readHeading(table, row, cells)
      const ids = [...heading.columns.values()].map((column) => column.id)
      const whole = heading.missing.length === 0 || ids.includes('id')
      const own = ids.filter((id) => !['id', 'check', 'subject', 'subjectId'].includes(id)).length
      if (!whole || own === 0) continue
      const named = [table.ko, table.en, table.id].some((name) => sameForm(name) === sameForm(sheet))
      const score = heading.columns.size - heading.unknown.length * 0.5 + (named ? 0.4 : 0)
      if (!best || score > best.score) best = { heading, score }
    }
  return best?.heading ?? null
}

function readHeading(table: TableOf, row: number, cells: ReadonlyMap<number, string>): Heading {
  const columns = new Map<number, Column>()
  const places = new Map<string, number[]>()
  const unknown: { column: number; text: string }[] = []
  for (const [at, text] of cells) {
    const column = columnOf(table, text)
    if (!column) unknown.push({ column: at, text })
    else {
      places.set(column.id, [...(places.get(column.id) ?? []), at])
      columns.set(at, column)
    }
  }
  const found = new Set(places.keys())
  return {
    table,
    row,
    columns,
    unknown,
    twice: [...places].flatMap(([id, at]) => (at.length > 1 ? [{ text: cells.get(at[0]!) ?? id, columns: at }] : [])),
    missing: table.columns.filter((column) => column.needed && !found.has(column.id)),
  }
}

/**
 * A cell's address as spreadsheets write it.
 *
 * @example
 * addressOf(12, 28) // => 'AB12'
 */
export function addressOf(row: number, column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}
