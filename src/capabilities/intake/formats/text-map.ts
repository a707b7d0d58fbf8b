import type { Words } from './types.ts'

/** 자리: where words stand in the file. Pages, paragraphs, tables, rows and columns count from 1. */
export interface Place {
  page?: number
  paragraph?: number
  table?: number
  row?: number
  column?: number
  sheet?: string
  /** Address of a spreadsheet's cell: `B4`. */
  cell?: string
}

/**
 * The way back from a text to its file, small enough to be kept beside it: one piece for a paragraph or a cell, in order of `start`,
 * as `[start, end, page, paragraph, table, row, column, sheet]`; 0 stands for "none", `sheet` counts from 1 into `sheets`.
 */
export interface TextMap {
  pieces: Piece[]
  sheets: string[]
}

export type Piece = [start: number, end: number, page: number, paragraph: number, table: number, row: number, column: number, sheet: number]

/**
 * 칸 주소: the address of a spreadsheet's cell, row and column counted from 1.
 *
 * `cellAddress(4, 28) // => 'AB4'`
 */
export function cellAddress(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters + row
}

/**
 * The place of a character of the text, or null where it belongs to none (a separator that we set between cells).
 *
 * `placeAt({ pieces: [[0, 5, 2, 1, 0, 0, 0, 0]], sheets: [] }, 3) // => { page: 2, paragraph: 1 }`
 */
export function placeAt(map: TextMap, offset: number): Place | null {
  let low = 0
  let high = map.pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = map.pieces[middle]!
    if (offset < piece[0]) high = middle - 1
    else if (offset >= piece[1]) low = middle + 1
    else return placeOf(map, piece)
  }
  return null
}

function placeOf(map: TextMap, [, , page, paragraph, table, row, column, sheet]: Piece): Place {
  const place: Place = {}
  if (page) place.page = page
  if (paragraph) place.paragraph = paragraph
  if (table) place.table = table
  if (sheet) place.sheet = map.sheets[sheet - 1] ?? ''
  // a table within a sheet is counted from its own first row: the address of the cell is not known
  if (sheet && !table && row && column) place.cell = cellAddress(row, column)
  else {
    if (row) place.row = row
    if (column) place.column = column
  }
  return place
}

/**
 * A place in words, for the person who looks it up in the file.
 *
 * `placeLabel({ page: 3, table: 1, row: 4, column: 2 }).ko // => '3쪽 표 1의 4행 2열'`
 */
export function placeLabel(place: Place): Words {
  const ko: string[] = []
  const en: string[] = []
  if (place.page) {
    ko.push(`${place.page}쪽`)
    en.push(`page ${place.page}`)
  }
  if (place.sheet !== undefined) {
    ko.push(`시트 ‘${place.sheet}’${place.cell ? ` ${place.cell}` : ''}`)
    en.push(`sheet “${place.sheet}”${place.cell ? ` ${place.cell}` : ''}`)
  }
  if (place.table) {
    ko.push(`표 ${place.table}${place.row ? `의 ${place.row}행 ${place.column}열` : ''}`)
    en.push(`table ${place.table}${place.row ? ` row ${place.row} column ${place.column}` : ''}`)
  } else if (place.row) {
    ko.push(`${place.row}행 ${place.column}열`)
    en.push(`row ${place.row} column ${place.column}`)
  } else if (place.paragraph && !place.page) {
    ko.push(`${place.paragraph}번째 문단`)
    en.push(`paragraph ${place.paragraph}`)
  }
  return { ko: ko.join(' '), en: en.join(', ') }
}
