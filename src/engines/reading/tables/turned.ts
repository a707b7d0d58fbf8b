import type { DateValue } from '../reading.ts'
import { readCell, yearHeads } from './cells.ts'
import { isBaseline, isTotal } from './compare.ts'
import { emptyFacts, noteFact, type RowFacts, type TableSink } from './facts.ts'
import { type Header, headerOf } from './labels.ts'
import { isEmptyCell, type Line } from './lines.ts'

/** The corner of a table whose rows are measures: 구분 over 면적, 사업비, 기간. */
const CORNER = /^(?:구\s*분|항\s*목|내\s*용)$/
/** The corner over the names of areas. */
const OF_AREAS = /^(?:시\s?[·․ㆍ‧]?\s?도(?:별|명)?|시\s?[·․ㆍ‧]?\s?군(?:별|명)?|지\s?역(?:별|명)?|권역)$/
const REMARK = /^(?:비\s?고|참\s?고)$/
const LONGEST_LABEL = 20
const MOST_COLUMNS = 17
/** A value that adds up the columns beside it: "총 2조 3천억 원". */
const SUM = /^(?:총|합계|계)\s?[약\d]/

type Cell = Line['cells'][number]

interface Row {
  readonly header: Header
  readonly values: readonly Cell[]
}

/** A table on its side: its columns are parts or variants of one matter, its rows say of each how large, how dear and by when. */
interface Turned {
  readonly columns: readonly Header[]
  readonly rows: readonly Row[]
  readonly end: number
  /** Whether its columns are areas. */
  readonly areas?: boolean
}

const isFact = ({ role }: Header): boolean => role !== null && typeof role === 'string' && role !== 'name' && role !== 'year'
const isAmount = ({ role }: Header): boolean => role !== null && typeof role === 'object'

/** A label of a row: what it says of every column is known. */
function rowLabel(text: string, cell: Cell | undefined): Header | null {
  if (cell === undefined || cell.end - cell.start > LONGEST_LABEL) return null
  const header = headerOf(text, cell.start, cell.end)
  return header !== null && (isFact(header) || isAmount(header)) ? header : null
}

/** A label of a column: it measures nothing itself. */
function columnLabel(text: string, cell: Cell): Header | null {
  const words = text.slice(cell.start, cell.end)
  if (words.length === 0 || words.length > LONGEST_LABEL || /다\.$|[:：]/.test(words)) return null
  const span = { start: cell.start, end: cell.end }
  const header = headerOf(text, cell.start, cell.end) ?? { text: words, label: words, role: null, unit: null, shared: false, span }
  return header.unit !== null || isAmount(header) || (isFact(header) && header.role !== 'stage') ? null : header
}

/** Whether a value stands in a unit of its own. */
const hasUnit = (words: string): boolean => /\d\s?(?:㎡|㎢|평|ha|[백천만억조]*\s?원|억|명|천㎡|만㎡|MW|GW)/.test(words)

/** The table on its side that begins at a line, or null. */
export function turnedAt(sink: TableSink, all: readonly Line[], at: number): Turned | null {
  const { text } = sink
  const corner = all[at]!.cells[0]
  if (corner === undefined || corner.end - corner.start > 6) return null
  const words = text.slice(corner.start, corner.end)
  const areas = OF_AREAS.test(words)
  if (!areas && !CORNER.test(words)) return null
  const table = all[at]!.cells.length > 1 ? across(sink, all, at) : down(sink, all, at)
  if (table === null) return null
  const amounts = table.rows.filter(({ header }) => isAmount(header))
  const own = amounts.some(({ header, values }) => header.unit === null && values.some((v) => hasUnit(text.slice(v.start, v.end))))
  if (amounts.length === 0) return null
  // "시도 / 인천 / 대구" over "면적(천㎡) / 411 / 668": one row in the unit of its label
  if (areas) return amounts.every((row) => row.header.unit !== null && row.values.length === table.columns.length) ? { ...table, areas } : null
  return table.rows.length >= 2 && (own || table.rows.some(({ header }) => isFact(header))) ? table : null
}

/** A row a line: "면적 | 12만㎡ | 30만㎡". */
function across({ text }: TableSink, all: readonly Line[], at: number): Turned | null {
  const width = all[at]!.cells.length
  const columns = all[at]!.cells.slice(1).map((cell) => columnLabel(text, cell))
  if (width < 3 || columns.length > MOST_COLUMNS || columns.some((column) => column === null)) return null
  const rows: Row[] = []
  let i = at + 1
  for (; i < all.length; i++) {
    const { cells } = all[i]!
    if (cells.length < 2 || cells.length > width) break
    const header = rowLabel(text, cells[0])
    if (header !== null) rows.push({ header, values: cells.slice(1) })
    else if (cells.length !== width) break
  }
  return { columns: columns as Header[], rows, end: i }
}

/** A cell a line: the labels of the columns, then each row's label and its values. A value missing at the end left no line. */
function down({ text }: TableSink, all: readonly Line[], at: number): Turned | null {
  const alone = (i: number): Cell | undefined => (all[i]?.cells.length === 1 ? all[i]!.cells[0] : undefined)
  const columns: Header[] = []
  let i = at + 1
  for (; columns.length <= MOST_COLUMNS; i++) {
    const cell = alone(i)
    if (cell === undefined || rowLabel(text, cell) !== null) break
    const column = columnLabel(text, cell)
    if (column === null) return null
    columns.push(column)
  }
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return null
  const rows: Row[] = []
  for (let header = rowLabel(text, alone(i)); header !== null; header = rowLabel(text, alone(i))) {
    const values: Cell[] = []
    let j = i + 1
    for (; values.length < columns.length; j++) {
      const cell = alone(j)
      const words = cell === undefined ? '' : text.slice(cell.start, cell.end)
      if (cell === undefined || words.length > 60 || /다\.$/.test(words) || rowLabel(text, cell) !== null) break
      values.push(cell)
    }
    const figures = values.filter((v) => /\d/.test(text.slice(v.start, v.end))).length
    if (values.length < columns.length - 1 || (isAmount(header) && figures < Math.min(2, values.length))) break
    rows.push({ header, values })
    i = j
  }
  return { columns, rows, end: i }
}

/**
 * Reads a table on its side (구분 아래로 항목이 놓인 표): "구분 / 1단계 / 2단계" over 시행자, 면적, 기간 and 사업비. What a row says of a column holds for the amounts of that column;
 * a column of remarks counts only where it adds the others up. Returns the index after the table, or `at`.
 */
export function readTurned(sink: TableSink, all: readonly Line[], at: number): number {
  const table = turnedAt(sink, all, at)
  if (table === null) return at
  const { text } = sink
  const { columns, rows, end } = table
  const facts: RowFacts[] = columns.map(() => emptyFacts())
  const last = columns.length - 1
  const remark = REMARK.test(columns[last]!.label)
  for (const { header, values } of rows)
    values.forEach((value, k) => {
      if (isFact(header) && !(remark && k === last) && facts[k] !== undefined) noteFact(sink, header, value, facts[k])
    })
  columns.forEach(({ label, span }, k) => {
    if (facts[k]!.place === null && !isTotal(label) && (table.areas === true || /(?:산단|산업단지|단지|지구|특구|구역|밸리)$/.test(label)))
      facts[k]!.place = { value: label, span, rule: 'place:row' }
  })
  const whole = over(facts.slice(0, remark ? last : columns.length).filter((_, k) => !isTotal(columns[k]!.label)))
  for (const { header, values } of rows) {
    if (!isAmount(header)) continue
    values.forEach((value, k) => {
      const column = columns[k]
      const words = text.slice(value.start, value.end)
      if (column === undefined || isEmptyCell(words)) return
      const sums = SUM.test(words.trim())
      if (remark && k === last && !sums) return
      const total = sums || isTotal(column.label)
      const under = isBaseline(column.label) ? { ...header, role: null, label: column.label } : header
      readCell(sink, value, under, total ? orElse(facts[k]!, whole) : facts[k]!, value, total)
    })
  }
  for (let i = at; i < end; i++) sink.lines.add(all[i]!.start)
  yearHeads(sink, columns)
  sink.turned.push({ start: all[at]!.start, end: all[end - 1]!.end })
  return end
}

const endOf = (value: DateValue | null): string => (value === null ? '' : typeof value === 'string' ? value : value.to)

/** What holds for all columns together: who comes first, the first beginning and the last end. */
function over(facts: readonly RowFacts[]): RowFacts {
  const out = emptyFacts()
  for (const one of facts) {
    out.subject ??= one.subject
    out.stage ??= one.stage
    if (one.due !== null && endOf(one.due.value) > endOf(out.due?.value ?? null)) out.due = one.due
    if (one.start !== null && (out.start === null || endOf(one.start.value) < endOf(out.start.value))) out.start = one.start
  }
  return out
}

const orElse = (own: RowFacts, whole: RowFacts): RowFacts => ({
  subject: own.subject ?? whole.subject,
  place: own.place ?? whole.place,
  due: own.due ?? whole.due,
  start: own.start ?? whole.start,
  stage: own.stage ?? whole.stage,
})
