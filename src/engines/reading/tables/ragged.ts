import type { Span } from '../reading.ts'
import { readRow } from './cells.ts'
import type { TableSink } from './facts.ts'
import { formOf, LONGEST_CELL } from './fit.ts'
import { type Header, headerOf, isMeasured } from './labels.ts'
import { isMarked, type Line } from './lines.ts'
import { unitOf } from './units.ts'

/** A merged cell over several rows stands before the first of them; more labels than this are no row. */
const MOST_LABELS = 6
const MOST_COLUMNS = 8

/**
 * A table of one cell a line whose merged cells leave ragged rows (병합된 셀): "공공용지 / 소계 / 701,079 / 12.60 / 배수로 / 90,273 / 1.62".
 * Its head gives units to two columns or more; every row is some labels and then as many numbers as there are such columns. Returns the index after it, or `at`.
 */
export function readRagged(sink: TableSink, all: readonly Line[], at: number): number {
  const table = raggedAt(sink, all, at)
  if (table === null) return at
  for (let k = at; k < table.first; k++) sink.lines.add(all[k]!.start)
  return take(sink, table.rows, table.headers)
}

interface Ragged {
  readonly headers: readonly Header[]
  readonly first: number
  readonly rows: readonly Row[]
}

/** The ragged table that begins at a line, or null. */
export function raggedAt(sink: TableSink, all: readonly Line[], at: number): Ragged | null {
  const head = headAt(sink, all, at)
  if (head === null) return null
  const rows = raggedRows(sink, all, head.first, head.headers)
  if (rows.length >= 2) return { ...head, rows }
  const anchored = anchoredRows(sink, all, head.first, head.headers)
  if (anchored.length >= 3) return { ...head, rows: anchored }
  const divided = dividedHead(sink, all, head.first, head.headers)
  const below = divided === null ? [] : raggedRows(sink, all, divided.first, divided.headers)
  return divided === null || below.length === 0 ? null : { ...divided, rows: below }
}

/** Goes on with ragged rows where the even rows of a table end. Returns the index after them, or `at`. */
export function goesOnRagged(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): number {
  const measured = headers.filter((h) => isMeasured(h) && unitOf(h, sink.unitLine) !== null)
  // a column of numbers without a unit, or one column alone: nobody can tell which number is which
  if (measured.length < 2 || headers.filter(isMeasured).length !== measured.length) return at
  const columns = [headers.find((h) => !isMeasured(h)) ?? headers[0]!, ...measured]
  const rows = raggedRows(sink, all, at, columns)
  return rows.length === 0 ? at : take(sink, rows, columns)
}

interface Row {
  readonly cells: readonly Line[]
  readonly after: number
}

function take(sink: TableSink, rows: readonly Row[], headers: readonly Header[]): number {
  for (const { cells } of rows) {
    for (const line of cells) sink.lines.add(line.start)
    readRow(sink, cells, headers, null)
  }
  return rows.at(-1)!.after
}

/** The labels from a line on, the last of which gives a unit: the first of them names the rows. */
function headAt(sink: TableSink, all: readonly Line[], at: number): { headers: Header[]; first: number } | null {
  const { text } = sink
  const labels: Header[] = []
  let last = -1
  for (let i = at; i < all.length && i - at < MOST_COLUMNS; i++) {
    const header = labelOf(text, all[i]!)
    if (header === null) break
    labels.push(header)
    if (header.unit !== null) last = i - at
  }
  if (last < 1 || labels[0]!.unit !== null) return null
  const measured = labels.slice(0, last + 1).filter((h) => h.unit !== null)
  return measured.length < 2 ? null : { headers: [labels[0]!, ...measured], first: at + last + 1 }
}

/** "면적(㎡) / 합계 / 1공구 / 2공구 / 총계 / …": the last unit is over the labels below it; the one before the numbers names the row. */
function dividedHead(sink: TableSink, all: readonly Line[], first: number, headers: readonly Header[]): { headers: Header[]; first: number } | null {
  const { text } = sink
  let i = first
  while (i < all.length && i - first < MOST_COLUMNS && isWords(text, all[i]!)) i++
  const parts = i - first - 1
  const run = numbersFrom(text, all, i)
  if (parts < 2 || run !== headers.length - 2 + parts) return null
  const over = headers.at(-1)!
  const below = all.slice(first, first + parts).map(({ start, end }): Header => ({ ...over, span: { start, end } }))
  return { headers: [...headers.slice(0, -1), ...below], first: first + parts }
}

/** Words of a label; a space set twice by mistake divides none. */
const isWords = (text: string, line: Line): boolean =>
  (line.cells.length === 1 || (!isMarked(text, line) && line.cells.every((cell) => formOf(text, cell) === 'words'))) &&
  line.end - line.start <= LONGEST_CELL &&
  formOf(text, line) === 'words' &&
  !/다\.$/.test(text.slice(line.start, line.end))

function labelOf(text: string, line: Line): Header | null {
  if (!isWords(text, line) || line.end - line.start > 20) return null
  return headerOf(text, line.start, line.end)
}

/** A code (표준산업분류 26) or the number of a row. */
const isCode = (words: string): boolean => /^\d{1,3}$/.test(words)

const isPlain = (words: string): boolean => /^(?:\d[\d,]*(?:\.\d+)?%?|[-–—])$/.test(words)

/** How many lines from one on hold nothing but a number or a dash. */
function numbersFrom(text: string, all: readonly Line[], at: number): number {
  let i = at
  while (i < all.length && i - at < MOST_COLUMNS && all[i]!.cells.length === 1 && isPlain(text.slice(all[i]!.start, all[i]!.end))) i++
  return i - at
}

/** Rows of labels and as many numbers as columns, as far as they go. */
function raggedRows(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): Row[] {
  const { text } = sink
  const width = headers.length - 1
  const rows: Row[] = []
  let i = at
  for (;;) {
    let name: Line | null = null
    let j = i
    for (; j < all.length && j - i <= MOST_LABELS; j++) {
      const line = all[j]!
      const words = text.slice(line.start, line.end)
      const run = name === null ? 0 : numbersFrom(text, all, j)
      if (run >= width) break
      if (isWords(text, line)) {
        // labels with units head the next table
        if (headerOf(text, line.start, line.end)?.unit != null) return rows
        name = line
      } else if (line.cells.length !== 1 || !(isCode(words) || /^[-–—]$/.test(words))) return rows
    }
    if (name === null || j >= all.length || j - i > MOST_LABELS) return rows
    let run = numbersFrom(text, all, j)
    // a dash stands for the words of a row that has none: "총계 / - / 577,164 / 100"
    for (; run > width && /^[-–—]$/.test(text.slice(all[j]!.start, all[j]!.end)); j++) run--
    const cells = all.slice(j, j + width)
    // what stands behind the last column opens the next row
    const spare = all.slice(j + width, j + run)
    if (!fitsUnits(text, cells, headers) || !spare.every((line) => isCode(text.slice(line.start, line.end)))) return rows
    rows.push({ cells: [name, ...cells], after: j + width })
    i = j + width
  }
}

/** Lines of a row between its amount and the next name: remarks, counts with their own unit, dashes. */
const MOST_BETWEEN = 4

/**
 * Rows whose columns of words are sometimes empty: "주거시설 / 485,142 / 6,594 세대 / 48.8", "상업시설 / 39,258 / - / 4".
 * A name with an amount right under it opens a row; a plain number further down is its share.
 */
function anchoredRows(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): Row[] {
  const { text } = sink
  const share = headers.at(-1)!
  if (headers.length !== 3 || share.unit?.entry.kind !== 'percent') return []
  const wordsOf = ({ start, end }: Line): string => text.slice(start, end)
  const opens = (i: number): boolean =>
    i + 1 < all.length && isWords(text, all[i]!) && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+\.\d+$/.test(wordsOf(all[i + 1]!))
  const rows: Row[] = []
  for (let i = at; opens(i); ) {
    const cells: Line[] = [all[i]!, all[i + 1]!]
    let j = i + 2
    for (; j < all.length && j - i - 2 < MOST_BETWEEN && !opens(j); j++) {
      const words = wordsOf(all[j]!)
      if (words.length > LONGEST_CELL || /다\.$/.test(words)) break
      if (cells.length === 2 && /^\d{1,3}(?:\.\d+)?%?$/.test(words) && Number.parseFloat(words) <= 100) cells.push(all[j]!)
    }
    rows.push({ cells, after: j })
    i = j
  }
  return rows
}

/** Labels and bare numbers in turn under a line that gives their unit: "분양가 비교 (단위: 만원) / 본 단지 / 197 / 인근 단지 / 350". Returns the index after them, or `at`. */
export function readPairs(sink: TableSink, all: readonly Line[], at: number): number {
  const { text } = sink
  const [unit] = sink.unitLine
  if (unit === undefined || sink.unitLine.length > 1) return at
  let i = at
  const pairs: Line[][] = []
  while (i + 1 < all.length && isWords(text, all[i]!) && numbersFrom(text, all, i + 1) === 1) {
    pairs.push([all[i]!, all[i + 1]!])
    i += 2
  }
  const known = pairs.some(([label]) => headerOf(text, label!.start, label!.end)?.role != null)
  if (pairs.length < 2 || known) return at
  for (const [label, number] of pairs) {
    for (const line of [label!, number!]) sink.lines.add(line.start)
    const header: Header = { text: '', label: '', role: sink.over, unit, shared: false, span: { start: label!.start, end: label!.end } }
    readRow(sink, [label!, number!], [{ ...header, role: null, unit: null }, header], null)
  }
  return i
}

/** No share is greater than the whole. */
const fitsUnits = (text: string, cells: readonly Span[], headers: readonly Header[]): boolean =>
  cells.every(({ start, end }, k) => {
    const { unit, label } = headers[k + 1]!
    const share = unit?.entry.kind === 'percent' && /비|률|율/.test(label)
    return !share || Number(text.slice(start, end).replace(/[,%]/g, '')) <= 100.5 || !/\d/.test(text.slice(start, end))
  })
