import type { Span } from './reading.ts'
import { isRank, isTotal } from './table-compare.ts'
import type { TableSink } from './table-facts.ts'
import { type Header, isCompared, isMeasured } from './table-labels.ts'
import { isEmptyCell, isNumberCell, type Line } from './table-lines.ts'
import { measureOfRow } from './table-measure.ts'
import { unitOf } from './table-units.ts'

export const LONGEST_CELL = 40

/** What a cell is by its form. */
export type Form = 'number' | 'empty' | 'date' | 'words'

export function formOf(text: string, cell: Span): Form {
  const words = text.slice(cell.start, cell.end)
  if (isEmptyCell(words)) return 'empty'
  if (/^['‘’]?\d{2,4}\s?[.년~∼～-]/.test(words) && !/^\d{1,4}(?:\.\d+)?$/.test(words)) return 'date'
  if (isNumberCell(words)) return 'number'
  return 'words'
}

/** Whether a column that compares holds numbers in this table: its rows or the table must give the unit. */
export const isFigures = (header: Header): boolean => isMeasured(header) || isCompared(header)

/** Whether a cell may stand below a header. */
export function accepts(header: Header, form: Form, words: string): boolean {
  if (form === 'empty') return true
  if (isFigures(header))
    return form === 'number' || (form === 'words' && /^[약총]?\s?\d/.test(words)) || (form === 'date' && /^\d+\.\d+$/.test(words))
  switch (header.role) {
    case 'year':
    case 'due':
    case 'start':
    case 'period':
      return form === 'date' || form === 'number' || isTotal(words) || (form === 'words' && words.length < 14)
    case 'subject':
    case 'place':
      return form === 'words'
    default:
      // an amount without a unit stands only where its column says what it is
      return form !== 'number' || isRank(header.label) || /수$/.test(header.label) || !/^[\d,.]+$/.test(words)
  }
}

/** How many whole rows of as many lines as there are headers fit below them. */
export function rowsThatFit(sink: TableSink, all: readonly Line[], first: number, headers: readonly Header[], width = headers.length): number {
  const { text } = sink
  let compared = true
  for (let k = 0; k < width; k++) if (isMeasured(headers[k]!)) compared = false
  let rows = 0
  for (let i = first; i + width <= all.length; i += width) {
    let figures = false
    for (let k = 0; k < width; k++) {
      const line = all[i + k]!
      if (line.cells.length !== 1 || line.end - line.start > LONGEST_CELL) return rows
      const words = text.slice(line.start, line.end)
      const form = formOf(text, line)
      if (/다\.$/.test(words) || !accepts(headers[k]!, form, words)) return rows
      figures ||= form === 'number' && isFigures(headers[k]!)
    }
    // a row of nothing but words is prose or the next heading
    if (!figures) return rows
    if (compared && !hasUnit(sink, all.slice(i, i + width), headers.slice(0, width))) return rows
    rows++
  }
  return rows
}

/** Whether the row or the table says in what its figures are. */
function hasUnit(sink: TableSink, row: readonly Span[], headers: readonly Header[]): boolean {
  const measure = measureOfRow(sink.text, row, headers)
  return (
    measure?.unit != null ||
    headers.some((header) => isCompared(header) && unitOf(header, sink.unitLine) !== null) ||
    (measure !== null && unitOf(measure, sink.unitLine) !== null)
  )
}
