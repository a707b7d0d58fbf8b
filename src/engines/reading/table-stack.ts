import { digitValue } from './characters.ts'
import type { Span } from './reading.ts'
import { emptyFacts, readCell, readRow, type TableSink } from './table-cells.ts'
import { type Header, headerOf, headerUnit, isMeasured, isTotal, unitOf } from './table-labels.ts'
import { isEmptyCell, isNumberCell, type Line } from './table-lines.ts'

const MOST_COLUMNS = 12
const LONGEST_CELL = 40
const LONGEST_LABEL = 20

/** What a cell is by its form. */
type Form = 'number' | 'empty' | 'date' | 'words'

function formOf(text: string, cell: Span): Form {
  const words = text.slice(cell.start, cell.end)
  if (isEmptyCell(words)) return 'empty'
  if (/^['‘’]?\d{2,4}\s?[.년~∼～-]/.test(words) && !/^\d{1,3}(?:\.\d+)?$/.test(words)) return 'date'
  if (isNumberCell(words)) return 'number'
  return 'words'
}

/** Whether a cell may stand below a header. */
function accepts(header: Header, form: Form, words: string): boolean {
  if (form === 'empty') return true
  if (isMeasured(header))
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
      return true
  }
}

/** The header labels that stand from `at` on, one a line, and the line after them. A unit alone on a line belongs to the label above it. */
function headersAt(text: string, all: readonly Line[], at: number): { headers: Header[]; first: number } {
  const headers: Header[] = []
  let i = at
  for (; i < all.length && headers.length < MOST_COLUMNS; i++) {
    const line = all[i]!
    if (line.cells.length !== 1 || line.end - line.start > LONGEST_LABEL || digitValue(text.charCodeAt(line.start)) >= 0) break
    const words = text.slice(line.start, line.end)
    const unit = headers.length > 0 && headers.at(-1)!.unit === null && /^\([^()]{1,8}\)$/.test(words) ? headerUnit(words.slice(1, -1)) : null
    if (unit !== null) {
      headers[headers.length - 1] = { ...headers.at(-1)!, unit }
      continue
    }
    const header = headerOf(text, line.start, line.end)
    if (header === null || (header.role === null && header.unit === null)) break
    headers.push(header)
  }
  return { headers, first: i }
}

/** How many whole rows of `width` cells fit below the header. */
function rowsThatFit(text: string, all: readonly Line[], first: number, headers: readonly Header[]): number {
  const width = headers.length
  let rows = 0
  for (let i = first; i + width <= all.length; i += width) {
    for (let k = 0; k < width; k++) {
      const line = all[i + k]!
      if (line.cells.length !== 1 || line.end - line.start > LONGEST_CELL) return rows
      const words = text.slice(line.start, line.end)
      if (/다\.$/.test(words) || !accepts(headers[k]!, formOf(text, line), words)) return rows
    }
    // a row of nothing but words is prose or the next heading
    if (!headers.some((h, k) => isMeasured(h) && formOf(text, all[i + k]!) === 'number')) return rows
    rows++
  }
  return rows
}

/**
 * A table whose every cell stands on a line of its own (셀마다 한 줄): labels first, then rows of as many lines, as copied web pages and PDF give it.
 * The width is that of the run of labels; a total row may leave out the columns it cannot add. Returns the index after the table, or `at`.
 */
export function readStack(sink: TableSink, all: readonly Line[], at: number): number {
  const { text } = sink
  const { headers, first } = headersAt(text, all, at)
  const numeric = headers.filter(isMeasured).length
  if (headers.length < 3 || numeric < 1) return at
  const width = headers.length
  if (rowsThatFit(text, all, first, headers) === 0) return at
  let i = first
  for (;;) {
    const rows = rowsThatFit(text, all, i, headers)
    for (let r = 0; r < rows; r++, i += width) {
      const row = all.slice(i, i + width)
      for (const line of row) sink.lines.add(line.start)
      readRow(sink, row, headers, null)
    }
    const after = shortRow(sink, all, i, headers)
    if (after === i) break
    i = after
  }
  for (let k = at; k < first; k++) sink.lines.add(all[k]!.start)
  return totalRow(sink, all, i, headers)
}

/**
 * A row in which empty cells left no line: read where the numbers that stand there are as many as the columns of numbers.
 * Where they are fewer, nobody can tell which is missing: the row is passed over, and the table goes on after it.
 */
function shortRow(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): number {
  const { text } = sink
  const width = headers.length
  if (at >= all.length || isTotal(text.slice(all[at]!.start, all[at]!.end))) return at
  const taken: Line[] = []
  const under: Header[] = []
  let k = 0
  let j = at
  for (; j < all.length && k < width; j++) {
    const line = all[j]!
    if (line.cells.length !== 1 || line.end - line.start > LONGEST_CELL) break
    const words = text.slice(line.start, line.end)
    const form = formOf(text, line)
    // the next name opens the next row
    if (
      form === 'words' &&
      taken.length > 1 &&
      accepts(headers[0]!, form, words) &&
      !headers.slice(k).some((h) => !isMeasured(h) && accepts(h, form, words))
    )
      break
    while (k < width && !accepts(headers[k]!, form, words)) k++
    if (k === width) break
    taken.push(line)
    under.push(headers[k]!)
    k++
  }
  if (taken.length >= width || taken.length < 2 || formOf(text, taken[0]!) !== 'words' || /다\.$/.test(text.slice(taken[0]!.start, taken[0]!.end)))
    return at
  const numbers = under.filter(isMeasured).length
  if (numbers === 0) return at
  if (numbers === headers.filter(isMeasured).length) {
    for (const line of taken) sink.lines.add(line.start)
    readRow(sink, taken, under, null)
    return j
  }
  // passed over only inside the table: another row or the total must follow
  const next = all[j]
  return next !== undefined && (rowsThatFit(text, all, j, headers) > 0 || isTotal(text.slice(next.start, next.end))) ? j : at
}

/** "계 / 4개사 / 51,250 / 1,057.5 / 265": the last row leaves out the columns it cannot add; its numbers stand under the columns of numbers, in order. */
function totalRow(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): number {
  const { text } = sink
  const label = all[at]
  if (label === undefined || !isTotal(text.slice(label.start, label.end))) return at
  const columns = headers.filter((h) => isMeasured(h) && unitOf(h, sink.unitLine) !== null)
  const numbers: Line[] = []
  const firms: Line[] = []
  let i = at + 1
  for (; i < all.length && i - at <= headers.length; i++) {
    const line = all[i]!
    const body = text.slice(line.start, line.end)
    if (line.cells.length !== 1 || body.length > 16 || !/^(?:\d|[-–—]$)/.test(body)) break
    if (/^[\d,.]+$/.test(body)) numbers.push(line)
    else if (/^\d/.test(body)) firms.push(line)
  }
  if (numbers.length !== columns.length) return at
  const facts = emptyFacts()
  for (const line of [label, ...numbers, ...firms]) sink.lines.add(line.start)
  for (const line of firms) sink.cells.push({ start: line.start, end: line.end, label, labelText: '', indicator: 'firms', facts, line, total: true })
  numbers.forEach((line, k) => {
    readCell(sink, line, columns[k]!, facts, line, true)
  })
  return i
}
