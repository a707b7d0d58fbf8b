import type { Span } from '../reading.ts'
import { readCell, readRow, yearHeads } from './cells.ts'
import { isTotal } from './compare.ts'
import { emptyFacts, type TableSink } from './facts.ts'
import { accepts, formOf, LONGEST_CELL, rowAt } from './fit.ts'
import { type Header, headerOf, isMeasured } from './labels.ts'
import type { Line } from './lines.ts'
import { goesOnRagged } from './ragged.ts'
import { unitOf } from './units.ts'
import { stackAt } from './width.ts'

/**
 * A table whose every cell stands on a line of its own (셀마다 한 줄): labels first, then rows of as many lines, as copied web pages and PDF give it.
 * A total row may leave out the columns it cannot add. Returns the index after the table, or `at`.
 */
export function readStack(sink: TableSink, all: readonly Line[], at: number): number {
  const { text } = sink
  const stack = stackAt(sink, all, at)
  if (stack === null) return at
  const { headers, first } = stack
  let i = first
  const sums = new Map<Header, number>()
  for (;;) {
    for (let taken = rowAt(sink, all, i, headers); taken > 0; taken = rowAt(sink, all, i, headers)) {
      const row = all.slice(i, i + taken)
      for (const line of row) sink.lines.add(line.start)
      readRow(sink, row, headers, null)
      row.forEach((cell, k) => {
        sums.set(headers[k]!, (sums.get(headers[k]!) ?? 0) + amountOf(text, cell))
      })
      i += taken
    }
    const short = shortRow(sink, all, i, headers)
    const after = short > i ? short : goesOnRagged(sink, all, i, headers)
    if (after === i) break
    i = after
  }
  for (let k = at; k < first; k++) sink.lines.add(all[k]!.start)
  yearHeads(sink, headers)
  return totalRow(sink, all, i, headers, sums)
}

/** A printed amount without its unit; what is none adds nothing. */
function amountOf(text: string, { start, end }: Span): number {
  const words = text.slice(start, end)
  return /^[\d,]+(?:\.\d+)?$/.test(words) ? Number(words.replace(/,/g, '')) : 0
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
    // labels of the next table
    if (form === 'words' && headerOf(text, line.start, line.end)?.unit != null) return at
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
  return next !== undefined && (rowAt(sink, all, j, headers) > 0 || isTotal(text.slice(next.start, next.end))) ? j : at
}

/** "계 / 4개사 / 51,250 / 1,057.5 / 265": the last row leaves out the columns it cannot add; its numbers stand under the columns of numbers, in order. */
function totalRow(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[], sums: ReadonlyMap<Header, number>): number {
  const { text } = sink
  const label = all[at]
  if (label === undefined || !isTotal(text.slice(label.start, label.end))) return at
  const figures = headers.filter((h) => isMeasured(h) && unitOf(h, sink.unitLine) !== null)
  const numbers: Line[] = []
  const firms: Line[] = []
  const printed: Line[] = []
  let i = at + 1
  for (; i < all.length && i - at <= headers.length; i++) {
    const line = all[i]!
    const body = text.slice(line.start, line.end)
    if (line.cells.length !== 1 || body.length > 16 || !/^(?:\d|[-–—]$)/.test(body)) break
    if (/^[\d,.]+$/.test(body)) numbers.push(line)
    else if (/^\d/.test(body) && columnOf(body, headers) !== null) printed.push(line)
    else if (/^\d/.test(body)) firms.push(line)
  }
  // "21,548.2㎡ / 220억 원 / 67명": each prints the unit of its column
  if (printed.length > 0 && numbers.length === 0) {
    const facts = emptyFacts()
    for (const line of [label, ...printed, ...firms]) sink.lines.add(line.start)
    for (const line of firms)
      sink.cells.push({ start: line.start, end: line.end, label, labelText: '', indicator: 'firms', facts, line, total: true })
    for (const line of printed) readCell(sink, line, columnOf(text.slice(line.start, line.end), headers)!, facts, line, true)
    return i
  }
  const columns = numbers.length === figures.length ? figures : addingUp(text, numbers, figures, sums)
  if (columns === null) return at
  const facts = emptyFacts()
  for (const line of [label, ...numbers, ...firms]) sink.lines.add(line.start)
  for (const line of firms) sink.cells.push({ start: line.start, end: line.end, label, labelText: '', indicator: 'firms', facts, line, total: true })
  numbers.forEach((line, k) => {
    readCell(sink, line, columns[k]!, facts, line, true)
  })
  return i
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?:㎡|㎢|ha|평)$/, 'area'],
  [/(?:원|달러|불)$/, 'money'],
  [/명$/, 'count'],
]

/** The column that an amount with a printed unit belongs to. */
function columnOf(body: string, headers: readonly Header[]): Header | null {
  const kind = UNITS.find(([unit]) => unit.test(body))?.[1]
  return kind === undefined
    ? null
    : (headers.find(({ role }) => role !== null && typeof role === 'object' && role.kind === kind && role.indicator !== 'firms') ?? null)
}

/** Where a total leaves columns out: those, in order, whose rows add up to each of its numbers. Null where one adds up to none. */
function addingUp(text: string, numbers: readonly Line[], figures: readonly Header[], sums: ReadonlyMap<Header, number>): Header[] | null {
  const out: Header[] = []
  let k = 0
  for (const line of numbers) {
    const amount = amountOf(text, line)
    while (k < figures.length && Math.abs((sums.get(figures[k]!) ?? 0) - amount) > 1e-6 * amount) k++
    if (k === figures.length) return null
    out.push(figures[k++]!)
  }
  return out.length === 0 ? null : out
}
