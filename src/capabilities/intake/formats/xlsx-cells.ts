import { Parser } from 'htmlparser2'
import { FormatError } from './failure.ts'
import { type NumberFormat, numberFormat, shown } from './number-format.ts'
import type { Cell } from './table.ts'
import type { CellWords } from './types.ts'

type Attributes = Record<string, string>

/** Walk an XML text by events; nothing of it is kept. Prefixes of names are left out. */
export function walkXml(
  xml: string,
  on: { open?: (name: string, attributes: Attributes) => void; text?: (words: string) => void; close?: (name: string) => void },
): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => on.open?.(local(name), attributes),
      ontext: (words) => on.text?.(words),
      onclosetag: (name) => on.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

/** What the cells of every sheet refer to. */
export interface Book {
  sheets: { name: string; path: string; hidden: boolean }[]
  strings: string[]
  formats: NumberFormat[]
  from1904: boolean
}

/** A block of merged cells, all ends included, from 1. */
export interface Merged {
  top: number
  left: number
  bottom: number
  right: number
}

/** Row and column of an address such as `AB4`, or null. */
function addressed(address: string | undefined): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address ?? '')
  if (!found) return null
  let column = 0
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(found[2]), column }
}

type Wording = (value: string, type: string, style: number, book: Book) => CellWords

/** What a sheet holds. `unsolved` counts formulas without a value, `hidden` and `folded` rows and columns with words that are not on the screen. */
export interface SheetWords {
  cells: (Cell & CellWords)[]
  merged: Merged[]
  unsolved: number
  /** 숨긴 행·열: somebody put them out of sight. */
  hidden: { rows: number; columns: number }
  /** 필터·개요로 가린 행·열: a view of the table that leaves rows out for now, by a filter or a folded outline. */
  folded: { rows: number; columns: number }
  /** Hidden rows, with words or without. */
  skipped: ReadonlySet<number>
}

/** Out of sight, and how. */
type Sight = 'hidden' | 'folded' | null
const isTrue = (said: string | undefined) => said === '1' || said === 'true'

/** The cells of a sheet in its order; with `all` hidden ones too. @throws FormatError `too-large` above `most` cells */
export function readCells(xml: string, book: Book, most: number, wording: Wording = asShown, all = false): SheetWords {
  const cells: (Cell & CellWords)[] = []
  const merged: Merged[] = []
  const rows = new Map<number, Sight>()
  const columns: { from: number; to: number; sight: Sight }[] = []
  let filtered = false
  let unsolved = 0
  let row = 0
  let column = 0
  let type = ''
  let style = 0
  let formula = false
  let value = ''
  let reading = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'sheetPr') filtered = isTrue(attributes.filterMode)
      else if (name === 'col') {
        if (isTrue(attributes.hidden) || attributes.width === '0')
          columns.push({ from: Number(attributes.min), to: Number(attributes.max), sight: Number(attributes.outlineLevel) > 0 ? 'folded' : 'hidden' })
      } else if (name === 'row') {
        row = Number(attributes.r) || row + 1
        column = 0
        if (isTrue(attributes.hidden) || attributes.ht === '0') rows.set(row, filtered || Number(attributes.outlineLevel) > 0 ? 'folded' : 'hidden')
      } else if (name === 'c') {
        const at = addressed(attributes.r)
        row = at?.row ?? row
        column = at?.column ?? column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        formula = false
        value = ''
      } else if (name === 'f') formula = true
      else if (name === 'v' || name === 't') reading = true
      else if (name === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(addressed)
        if (from && to && merged.length < 100_000) merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
      }
    },
    text: (piece) => {
      if (reading) value += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      if (name !== 'c') return
      if (value === '' && formula) unsolved++
      const words = wording(value, type, style, book)
      if (words.text.trim() === '') return
      cells.push({ ...words, row, column })
      if (cells.length > most) throw new FormatError('too-large')
    },
  })
  const columnSight = (at: number): Sight => columns.find(({ from, to }) => at >= from && at <= to)?.sight ?? null
  const count = (sight: Sight) => ({
    rows: new Set(cells.filter((cell) => rows.get(cell.row) === sight).map((cell) => cell.row)).size,
    columns: new Set(cells.filter((cell) => columnSight(cell.column) === sight).map((cell) => cell.column)).size,
  })
  if (all || (rows.size === 0 && columns.length === 0)) return { cells, merged, unsolved, hidden: nothing, folded: nothing, skipped: new Set() }
  const skipped = new Set([...rows].flatMap(([at, sight]) => (sight === 'hidden' ? [at] : [])))
  const isHidden = { row: (at: number) => skipped.has(at), column: (at: number) => columnSight(at) === 'hidden' }
  return { ...inSight(cells, merged, isHidden), unsolved, hidden: count('hidden'), folded: count('folded'), skipped }
}

const nothing = { rows: 0, columns: 0 }

/** The cells without hidden rows and columns. A merged cell that begins in one shows its words in what is left of it: there it begins. */
function inSight(
  cells: readonly (Cell & CellWords)[],
  merged: readonly Merged[],
  isHidden: { row: (at: number) => boolean; column: (at: number) => boolean },
): Pick<SheetWords, 'cells' | 'merged'> {
  const firstSeen = (from: number, to: number, hidden: (at: number) => boolean) => {
    let at = from
    while (at <= to && at < from + 1_000 && hidden(at)) at++
    return at
  }
  const begins = new Map<string, { row: number; column: number }>()
  const left = merged.flatMap((block) => {
    const [row, column] = [firstSeen(block.top, block.bottom, isHidden.row), firstSeen(block.left, block.right, isHidden.column)]
    if (row > block.bottom || column > block.right) return []
    begins.set(`${block.top}:${block.left}`, { row, column })
    return [{ ...block, top: row, left: column }]
  })
  const seen = cells.flatMap((cell) => {
    const at = begins.get(`${cell.row}:${cell.column}`) ?? cell
    return isHidden.row(at.row) || isHidden.column(at.column) ? [] : [at === cell ? cell : { ...cell, ...at }]
  })
  return { cells: seen, merged: left }
}

const asShown: Wording = (value, type, style, book) => ({ text: textOf(value, type, style, book), kind: 'text' })

/** What was typed into a cell, hidden or not. Excel keeps a number as a binary fraction; its shortest decimal text is what a person typed. */
export const typed: Wording = (value, type, style, book) => {
  if (value === '' || type === 's') return { text: textOf(value, type, style, book), kind: 'text' }
  if (type === 'e') return { text: value, kind: 'error' }
  if (type === 'b') return { text: value === '1' ? 'true' : 'false', kind: 'truth' }
  const number = Number(value)
  if (type !== 'n' || !Number.isFinite(number)) return { text: value, kind: 'text' }
  const format = book.formats[style] ?? numberFormat(0)
  if (format.kind === 'date' || format.kind === 'datetime' || format.kind === 'month' || format.kind === 'year')
    return { text: shown(Math.floor(number), { ...format, kind: 'date' }, book.from1904), kind: 'day' }
  return { text: shown(number, numberFormat(0), false), kind: 'number' }
}

function textOf(value: string, type: string, style: number, book: Book): string {
  if (value === '' || type === 'e') return ''
  if (type === 's') return book.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? '예' : '아니오'
  // a day as ISO 8601 writes it
  if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ')
  if (type !== 'n') return value
  const number = Number(value)
  return Number.isFinite(number) ? shown(number, book.formats[style] ?? numberFormat(0), book.from1904) : value
}
