import type { Span } from '../reading.ts'
import { COUNTS_FIRMS, isRank, isTotal } from './compare.ts'
import type { TableSink } from './facts.ts'
import { type Header, isCompared, isMeasured } from './labels.ts'
import { isEmptyCell, isNumberCell, type Line } from './lines.ts'
import { measureOfRow } from './measure.ts'
import { unitOf } from './units.ts'

export const LONGEST_CELL = 40

/** What a cell is by its form. */
export type Form = 'number' | 'empty' | 'date' | 'words'

/** "1단지", "제2공구", "3블록": the name of a part, not an amount. */
export const NUMBERED = /^제?\s?\d{1,2}\s?(?:단지|공구|구역|지구|블록|블럭|단계|차|필지|획지|권역|캠퍼스|공장)$/

export function formOf(text: string, cell: Span): Form {
  const words = text.slice(cell.start, cell.end)
  if (NUMBERED.test(words)) return 'words'
  if (isEmptyCell(words)) return 'empty'
  if (/^['‘’]?\d{2,4}\s?[.년~∼～-]/.test(words) && !/^\d{1,4}(?:\.\d+)?$/.test(words)) return 'date'
  if (isNumberCell(words)) return 'number'
  return 'words'
}

/** Whether a column that compares holds numbers in this table: its rows or the table must give the unit. */
export const isFigures = (header: Header): boolean => isMeasured(header) || isCompared(header)

/** 부지: the lot, which is a place in one table and a size in another. */
export const saysSize = (header: Header): boolean => header.role === 'place' && /^(?:공장 ?|사업 ?)?부지$/.test(header.label)

/** A header as the cell below it shows it: 부지 over a number measures. */
export const asShown = (text: string, header: Header, cell: Span): Header =>
  saysSize(header) && formOf(text, cell) === 'number' ? { ...header, role: { indicator: 'area', kind: 'area' } } : header

/** Whether a cell may stand below a header. */
export function accepts(header: Header, form: Form, words: string): boolean {
  if (form === 'empty') return true
  // a bare year under a column that compares is a label of its own
  if (isFigures(header))
    return (
      !NUMBERED.test(words) &&
      (isMeasured(header) || !/^(?:19|20)\d\d$/.test(words)) &&
      (form === 'number' ||
        (form === 'words' && /^[약총증감]?\)?\s?\d/.test(words)) ||
        (form === 'date' && (isCompared(header) || /^\d+\.\d+$/.test(words))))
    )
  switch (header.role) {
    case 'year':
    case 'due':
    case 'start':
    case 'period':
      return form === 'date' || form === 'number' || isTotal(words) || (form === 'words' && words.length < 14)
    case 'subject':
      return form === 'words' || (form === 'number' && COUNTS_FIRMS.test(header.label))
    case 'place':
      return form === 'words' || (form === 'number' && saysSize(header))
    default:
      // an amount without a unit stands only where its column says what it is, or is in a unit unknown to us: 공급가격(천원/㎡)
      return (
        form !== 'number' ||
        header.text.includes('(') ||
        isRank(header.label) ||
        (/^구\s?분$/.test(header.label) && /^\d{1,2}$/.test(words)) ||
        /수$/.test(header.label) ||
        !/^[\d,.]+$/.test(words)
      )
  }
}

/** A last column of remarks, most of whose cells are empty and leave no line. */
const isRemark = (header: Header): boolean => /^(?:비\s?고|참고|특이사항|주요내용|내용|주)$/.test(header.label)

/** How many lines one row takes below its headers; 0 where none stands there. A column of remarks at the end may be left out. */
export function rowAt(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[], width = headers.length): number {
  if (!isRemark(headers[width - 1]!)) return fits(sink, all, at, headers, width) ? width : 0
  const bare = width - 1
  if (bare < 2 || !fits(sink, all, at, headers, bare)) return 0
  const next = all[at + bare]
  if (next === undefined || !fits(sink, all, at, headers, width)) return bare
  // of two readings the one that lets the next row stand; words before words are a remark before a name
  if (fits(sink, all, at + bare, headers, bare)) return bare
  const words = sink.text.slice(next.start, next.end)
  return fits(sink, all, at + width, headers, bare) || !isTotal(words) ? width : bare
}

function fits(sink: TableSink, all: readonly Line[], at: number, headers: readonly Header[], width: number): boolean {
  if (at + width > all.length) return false
  const { text } = sink
  let figures = false
  let measured = false
  let dates = false
  for (let k = 0; k < width; k++) {
    const line = all[at + k]!
    const header = headers[k]!
    if (line.cells.length !== 1 || line.end - line.start > LONGEST_CELL) return false
    const words = text.slice(line.start, line.end)
    const form = formOf(text, line)
    if (/다\.$/.test(words) || !accepts(header, form, words)) return false
    figures ||= form === 'number' && isFigures(header)
    dates ||= form === 'date' && isCompared(header)
    measured ||= isMeasured(header)
  }
  // a row of nothing but words is prose or the next heading
  return (figures && (measured || hasUnit(sink, all.slice(at, at + width), headers.slice(0, width)))) || (dates && !measured)
}

/** How many rows stand below their headers, and how many lines they take. */
export function rowsThatFit(
  sink: TableSink,
  all: readonly Line[],
  first: number,
  headers: readonly Header[],
  width = headers.length,
): { rows: number; lines: number } {
  let i = first
  let rows = 0
  for (let taken = rowAt(sink, all, i, headers, width); taken > 0; taken = rowAt(sink, all, i, headers, width)) {
    i += taken
    rows++
  }
  return { rows, lines: i - first }
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
