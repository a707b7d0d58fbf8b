import type { Span } from '../reading.ts'
import { declare } from './caption.ts'
import { readCell, readRow, yearHeads } from './cells.ts'
import { isTotal, isYear } from './compare.ts'
import { emptyFacts, noteFact, type RowFacts, type TableSink } from './facts.ts'
import { accepts, formOf, isFigures } from './fit.ts'
import { type Header, headerOf, isCompared, isMeasured } from './labels.ts'
import { isMarked, type Line, spacedCells, tokenCells, wordCells } from './lines.ts'
import { isPlainNumber, measureOfRow, plannedYear, yearsPlanned } from './measure.ts'
import { alignSpaced, type Fit, mayHead, spacedHeads } from './spaced.ts'

const headersOf = (text: string, cells: readonly Span[]): readonly Header[] | null => {
  const out: Header[] = []
  for (const cell of cells) {
    // a corner cell may be empty
    const header =
      cell.end > cell.start
        ? (headerOf(text, cell.start, cell.end) ?? unknownHead(text, cell))
        : { text: '', label: '', role: null, unit: null, shared: false, span: cell }
    if (header === null) return null
    // an empty head goes on from the measured one before it: 투자(억원) over 계획 and 실적
    const before = out.at(-1)
    out.push(header.text === '' && before !== undefined && isMeasured(before) ? { ...before, span: cell } : header)
  }
  // "계 | 국비 | 도비 | 면적": the sum of what pays
  return yearsPlanned(out.map((header, k) => (isSumOf(header, out[k + 1]) ? { ...header, role: { indicator: 'budget', kind: 'money' } } : header)))
}

const PAYS = /^(?:국|도|시|군|구|지방|국고보조|자)(?:비|부담)$/
const isSumOf = (header: Header, next: Header | undefined): boolean =>
  next !== undefined && header.role === null && header.unit === null && isTotal(header.label) && PAYS.test(next.label) && next.unit === null

/** A label of no known form: short, without a figure in front and without the end of a sentence. */
function unknownHead(text: string, span: Span): Header | null {
  const label = text.slice(span.start, span.end)
  if (label.length > 24 || /^\d|\d[\d,.]*\s?[가-힣㎡%]|[다요음함됨]\.?$/.test(label)) return null
  return { text: label, label, role: null, unit: null, shared: false, span }
}

/** At least two columns of known content, or columns that compare what the table or its rows measure, make a header. */
const headsTable = (headers: readonly Header[], united: boolean): boolean => {
  const known = headers.filter((h) => h.role !== null || isMeasured(h)).length
  const compared = headers.filter(isCompared).length
  return (
    known >= 2 || headers.filter((h) => isYear(h.label) && /^\d{4}$/.test(h.text)).length >= 2 || (united && (compared >= 2 || known + compared >= 2))
  )
}

/**
 * A header line and rows below it with as many cells (표), divided by tabs, bars or wide spaces. Returns the index after the table, or `at`.
 * Tabs and bars keep the place of empty cells; a row that is short by wide spaces is read only where its numbers fill the last columns.
 */
export function readGrid(sink: TableSink, all: readonly Line[], at: number): number {
  const { text } = sink
  const head = all[at]!
  if (head.cells.length < 2) return readSpaced(sink, all, at)
  const top = headersOf(text, head.cells)
  const below = top === null ? null : secondTier(sink, all[at + 1], top)
  const headers = withCorner(sink, below ?? (top === null ? null : plannedYear(top)), head)
  if (headers === null) return readUnitedRows(sink, all, at)
  const under = sink.unitLine.length > 0
  if (!headsTable(headers, under || rowHasUnit(sink, all, at + 1, headers)) && !(under && figuresBelow(sink, all[at + 1], headers)))
    return readUnitedRows(sink, all, at)
  let i = below === null ? at + 1 : at + 2
  let facts: RowFacts | null = null
  for (; i < all.length; i++) {
    const row = all[i]!
    const short = headers.length - row.cells.length
    if (isDrawn(text, row)) continue
    // "(공사중)" below its row says how far it is
    if (row.cells.length === 1 && facts !== null && /^\([^()]{2,14}\)$/.test(text.slice(row.start, row.end))) {
      noteFact(sink, { ...headers[0]!, role: 'stage' }, row, facts)
      continue
    }
    if (row.cells.length < 2 || short < -1) break
    // marks keep the place of empty cells: a short row lacks its last ones
    if (short <= 0 || isMarked(text, row)) facts = readRow(sink, row.cells, headers, row)
    else {
      const aligned = alignRight(text, row, headers)
      if (aligned === null) break
      facts = readRow(sink, aligned.cells, aligned.headers, row)
    }
    sink.lines.add(row.start)
  }
  if (i === at + 1) return at
  sink.lines.add(head.start)
  yearHeads(sink, headers)
  return i
}

/** Under a unit line one known column is enough where the next line has as many cells and a figure below it. */
const figuresBelow = (sink: TableSink, row: Line | undefined, headers: readonly Header[]): boolean =>
  row !== undefined &&
  row.cells.length === headers.length &&
  headers.some((h, k) => k > 0 && isMeasured(h) && isPlainNumber(sink.text, row.cells[k]!))

/** "사업비(백만원)" over an empty corner and "계 | 국비 | 도비": the columns below a label divide what it measures. */
function secondTier(sink: TableSink, row: Line | undefined, top: readonly Header[]): readonly Header[] | null {
  if (row === undefined || row.cells.length < 3 || row.cells.length < top.length) return null
  const [corner] = row.cells
  if (corner!.end > corner!.start) return null
  const below = headersOf(sink.text, row.cells)
  if (below === null || !below.some((h) => h.text !== '') || !below.every((h) => h.text === '' || isCompared(h))) return null
  let over = top[0]!
  return below.map((part, k) => {
    over = top[k]?.text ? top[k]! : over
    return part.text === ''
      ? over
      : { ...over, unit: over.unit, span: part.span, text: part.text, label: over.unit === null ? part.label : over.label }
  })
}

/** "사업비(억원) | 합계 | 국비 | 민자": a unit in the corner is that of all columns without one. */
function withCorner(sink: TableSink, headers: readonly Header[] | null, head: Line): readonly Header[] | null {
  const corner = headers?.[0]
  if (headers == null || corner == null || corner.unit === null || headers.length < 3) return headers
  if (!headers.slice(1).every((h) => h.unit === null) || headers.filter(isCompared).length < 2) return headers
  declare(sink, [corner.unit], head)
  return [{ ...corner, label: '', unit: null, role: 'name' }, ...headers.slice(1)]
}

/** "투자유치 | 억원 | 20,000 | 14,350": the first row says in what its figures are. */
function rowHasUnit(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): boolean {
  let i = at
  while (i < all.length && i < at + 2 && isDrawn(sink.text, all[i]!)) i++
  const row = all[i]
  return row !== undefined && row.cells.length >= 2 && measureOfRow(sink.text, row.cells, headers)?.unit != null
}

/** A line that only draws: "-----", "|---|---|". */
const isDrawn = (text: string, line: Line): boolean => /^[-=─━–—_|+\s]+$/.test(text.slice(line.start, line.end))

/** A row with fewer cells than its header: the first cell keeps the first column, the others fill the last ones, as totals and merged cells do. */
function alignRight(text: string, row: Line, headers: readonly Header[]): { cells: readonly Span[]; headers: readonly Header[] } | null {
  // a long name leaves one space to the next column: "새벽일반산단 새벽개발·솔숲시"
  const head = row.cells[0]!
  const gap = text.indexOf(' ', head.start)
  if (headers.length - row.cells.length === 1 && headers[1]!.role === 'subject' && gap > head.start && gap < head.end)
    return { cells: [{ start: head.start, end: gap }, { start: gap + 1, end: head.end }, ...row.cells.slice(1)], headers }
  const rest = row.cells.slice(1)
  const under = headers.slice(headers.length - rest.length)
  const first = text.slice(row.cells[0]!.start, row.cells[0]!.end)
  if (!isTotal(first) && headers.length - row.cells.length > 1) return null
  const measured = headers.filter(isMeasured)
  // "계 | 4 | 1,200": as many numbers as columns of numbers
  const numbers = rest.filter((cell) => /^[\d,.]+$/.test(text.slice(cell.start, cell.end)))
  if (numbers.length === measured.length && numbers.length === rest.length) return { cells: row.cells, headers: [headers[0]!, ...measured] }
  return { cells: row.cells, headers: [headers[0]!, ...under] }
}

/** "유치 기업(개사) | 14 | 60 | 71": rows that give their own unit beside their name, over columns of years or of plan and result. */
function readUnitedRows(sink: TableSink, all: readonly Line[], at: number): number {
  const { text } = sink
  let i = at
  for (; i < all.length; i++) {
    const [first, ...rest] = all[i]!.cells
    if (first === undefined || rest.length < 2) break
    const label = headerOf(text, first.start, first.end)
    if (label === null || label.unit === null) break
    if (!rest.every((cell) => /^(?:[\d,]+(?:\.\d+)?|[-–—]?)$/.test(text.slice(cell.start, cell.end)))) break
  }
  if (i - at < 2) return at
  const above = at > 0 ? headersOf(text, all[at - 1]!.cells) : null
  for (let k = at; k < i; k++) {
    const row = all[k]!
    const label = headerOf(text, row.cells[0]!.start, row.cells[0]!.end)!
    row.cells.slice(1).forEach((cell, column) => {
      const facts = emptyFacts()
      const over = above?.[column + 1]
      if (over !== undefined) noteFact(sink, { ...over, role: 'due' }, { start: over.span.start, end: over.span.start + over.text.length }, facts)
      readCell(sink, cell, label, facts, row, false)
    })
    sink.lines.add(row.start)
  }
  return i
}

/** "구분 면적 구성비(%)" over "합계 412,618 100.0": columns one space apart, where at least two rows stand under them. Of the ways to cut them the one that reads most rows. */
function readSpaced(sink: TableSink, all: readonly Line[], at: number): number {
  const { text } = sink
  const head = all[at]!
  if (head.end - head.start > 60 || at + 2 >= all.length) return at
  const cells = wordCells(text, head)
  if (cells.length < 2 || cells.length > 16) return at
  let best: Aligned | null = null
  let most = 0
  for (const cut of spacedHeads(text, head)) {
    const columns = headersOf(text, cut)
    if (columns === null || !mayHead(columns) || !(headsTable(columns, sink.unitLine.length > 0) || columns.some((h) => h.unit !== null))) continue
    const fits = alignedRows(sink, all, at + 1, columns)
    // what leaves columns empty and gathers words reads worse than what fills each
    const worth = fits.reduce((sum, { cost }) => sum + WORTH_OF_ROW - cost, 0)
    if (fits.length < 2 || worth <= most) continue
    most = worth
    best = { columns, rows: fits.map(({ cells: row }) => row) }
  }
  const read = cells.length > 8 ? null : headersOf(text, cells)
  const headers = read?.slice(1).some((h) => isMeasured(h) || isCompared(h)) ? read : null
  const even = headers === null ? [] : evenRows(sink, all, at, headers)
  const right = headers === null ? null : rightRows(sink, all, at, headers)
  const others = Math.max(even.length, right?.rows.length ?? 0)
  const figures = best?.columns.filter(isFigures).length ?? 0
  // on a par the reading that tells the columns of words apart too
  if (best !== null && (best.rows.length > others || (best.rows.length === others && even.length < others && figures >= right!.columns.length - 1)))
    return readAligned(sink, all, at, best)
  if (even.length > 1 && even.length >= (right?.rows.length ?? 0)) return readAligned(sink, all, at, { columns: headers!, rows: even })
  return right !== null && right.rows.length > 1 ? readAligned(sink, all, at, right) : at
}

const WORTH_OF_ROW = 10

/** Rows one space apart with the heads that they stand under. */
interface Aligned {
  readonly columns: readonly Header[]
  readonly rows: readonly (readonly Span[])[]
}

function readAligned(sink: TableSink, all: readonly Line[], at: number, { columns, rows }: Aligned): number {
  rows.forEach((row, k) => {
    const line = all[at + 1 + k]!
    readRow(sink, row, columns, line)
    sink.lines.add(line.start)
  })
  sink.lines.add(all[at]!.start)
  yearHeads(sink, columns)
  return at + 1 + rows.length
}

/** The rows below their heads whose words fall to the columns in order. */
function alignedRows(sink: TableSink, all: readonly Line[], at: number, columns: readonly Header[]): Fit[] {
  const rows: Fit[] = []
  for (let i = at; i < all.length; i++) {
    const line = all[i]!
    // a row may be set wide by mistake; marks divide another table
    if (isMarked(sink.text, line) || /[다요]\.$/.test(sink.text.slice(line.start, line.end))) break
    const fit = alignSpaced(sink.text, line, columns)
    if (fit === null) break
    rows.push(fit)
  }
  return rows
}

/** Rows whose last columns hold numbers; what stands before them is words, however many. */
function rightRows(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): Aligned | null {
  const { text } = sink
  let measuredFrom = headers.length
  while (measuredFrom > 1 && (isMeasured(headers[measuredFrom - 1]!) || isCompared(headers[measuredFrom - 1]!))) measuredFrom--
  if (!headsTable(headers, sink.unitLine.length > 0) && !headers.slice(measuredFrom).some((h) => h.unit !== null) && !rowIsUnited(text, all[at + 1]!))
    return null
  const numbers = headers.length - measuredFrom
  if (numbers === 0) return null
  const rows: Span[][] = []
  for (let i = at + 1; i < all.length; i++) {
    const row = spacedCells(text, all[i]!, numbers)
    if (row === null) break
    rows.push(row)
  }
  const columns = [measuredFrom === 1 ? headers[0]! : { ...headers[0]!, role: 'name' as const }, ...headers.slice(measuredFrom)]
  return { columns, rows }
}

/** "면적(㎡) 412,618 268,202": the row names its unit. */
const rowIsUnited = (text: string, { start, end }: Line): boolean => {
  const label = /^[^\d(]{1,12}\([^()]{1,8}\)(?=\s)/.exec(text.slice(start, end))
  return label !== null && headerOf(text, start, start + label[0].length)?.unit != null
}

/** Rows one space apart with a word for every column: "산업시설용지 42 268,202 320 2026. 상반기", each fit for its column. */
function evenRows(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[]): Span[][] {
  const { text } = sink
  const rows: Span[][] = []
  if (!headsTable(headers, sink.unitLine.length > 0)) return rows
  for (let i = at + 1; i < all.length; i++) {
    const cells = tokenCells(text, all[i]!)
    const fit =
      cells.length === headers.length && cells.every((cell, k) => accepts(headers[k]!, formOf(text, cell), text.slice(cell.start, cell.end)))
    if (!fit || !headers.some((h, k) => isFigures(h) && formOf(text, cells[k]!) === 'number')) break
    rows.push(cells)
  }
  return rows
}
