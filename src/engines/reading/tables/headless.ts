import type { Indicator, Span } from '../reading.ts'
import { readRow } from './cells.ts'
import { isTotal } from './compare.ts'
import type { TableSink } from './facts.ts'
import type { Header } from './labels.ts'
import type { Line } from './lines.ts'
import type { HeaderUnit } from './units.ts'

/** A row that somebody typed with strokes: "1. 가람중공업 / 새솔국가산단 / 3,300 / 300". */
const STROKE = /\s\/(?:\s|$)/g
/** The mark or the number of an item. */
const ITEM = /^(?:[-–·•∙○◦ㅇ▲△▶*]\s?|[①-⑳]\s?|\(?\d{1,2}[.)]\s?)/
const NUMBER = /^\d[\d,]*(?:\.\d+)?$/
const NONE = /^[-–—]?$/
/** A label with its bare number is one cell of another kind of list: "국비 4,200 / 도비 1,260". */
const LABELLED = /^[가-힣A-Za-z]+\s?[:：]?\s?\d[\d,.]*$/
/** How many lines above the rows may head them. */
const ABOVE = 3

/** The cells of a line that strokes divide (빗금으로 나눈 줄), or its own where it has more than one. */
function cellsOf(text: string, line: Line): readonly Span[] {
  if (line.cells.length > 1 || line.end - line.start > 200) return line.cells
  const words = text.slice(line.start, line.end)
  if (/[다요]\.$/.test(words)) return line.cells
  const out: Span[] = []
  let from = 0
  for (const stroke of words.matchAll(STROKE)) {
    out.push({ start: line.start + from, end: line.start + stroke.index })
    from = stroke.index + stroke[0].length
  }
  if (out.length < 2) return line.cells
  out.push({ start: line.start + from, end: line.end })
  if (out.some((cell) => LABELLED.test(text.slice(cell.start, cell.end)))) return line.cells
  const mark = ITEM.exec(words)?.[0].length ?? 0
  return [{ start: out[0]!.start + mark, end: out[0]!.end }, ...out.slice(1)]
}

/** Lines that strokes divide in a row, header or not, as rows of cells. */
export function strokesAsCells(text: string, lines: readonly Line[]): readonly Line[] {
  const cut = lines.map((line) => cellsOf(text, line))
  return lines.map((line, k) => {
    const own = cut[k]!
    const even = (other: readonly Span[] | undefined): boolean => other !== undefined && other !== lines[k]!.cells && other.length === own.length
    return own !== line.cells &&
      (even(cut[k - 1]) || even(cut[k + 1]) || (isTotal(text.slice(own[0]!.start, own[0]!.end)) && (cut[k - 1]?.length ?? 0) > own.length))
      ? { ...line, cells: own }
      : line
  })
}

/**
 * Rows without a line of heads (머리줄 없는 표) under "(단위: 억원, 명)": as many columns of bare numbers as units, in the order of the units; the first column names whose they are.
 * Returns the index after the rows, or `at`.
 */
export function readHeadless(sink: TableSink, all: readonly Line[], at: number): number {
  const { text, unitLine } = sink
  const first = all[at]!
  if (unitLine.length === 0 || first.cells.length < 2) return at
  const words = (cell: Span): string => text.slice(cell.start, cell.end)
  const isNumbers = (row: Line, k: number): boolean => row.cells[k] !== undefined && NUMBER.test(words(row.cells[k]!))
  const numbers = first.cells.flatMap((_, k) => (isNumbers(first, k) ? [k] : []))
  if (numbers.length !== unitLine.length || numbers[0] === 0) return at
  let end = at
  const rows: Line[] = []
  while (end < all.length) {
    const row = all[end]!
    const total = isTotal(words(row.cells[0]!))
    const fits =
      row.cells.length === first.cells.length
        ? numbers.every((k) => isNumbers(row, k) || NONE.test(words(row.cells[k]!))) && !isNumbers(row, 0)
        : total && row.cells.length === numbers.length + 1 && row.cells.slice(1).every((cell) => NUMBER.test(words(cell)))
    if (!fits) break
    rows.push(row)
    end++
  }
  if (rows.length < 2) return at
  const money = moneyOf(sink, all, at)
  if (money === null && unitLine.some(({ entry }) => entry.kind === 'money')) return at
  const columns = first.cells.map((span, k) => {
    const unit = unitLine[numbers.indexOf(k)]
    return unit === undefined
      ? column(span, k === 0 ? 'subject' : isPlaces(rows, k, words) ? 'place' : null)
      : column(span, roleOf(unit, money), unit)
  })
  const measured = numbers.map((k) => columns[k]!)
  for (const row of rows) {
    readRow(sink, row.cells, row.cells.length === columns.length ? columns : [columns[0]!, ...measured], row)
    sink.lines.add(row.start)
  }
  return end
}

const column = (span: Span, role: Header['role'], unit: HeaderUnit | null = null): Header => ({
  text: '',
  label: '',
  role,
  unit,
  shared: false,
  span,
})

const PLACE = /(?:산단|산업단지|농공단지|단지|지구|특구|밸리|공단|[가-힣]시|[가-힣]군|[가-힣]구|읍|면|동|리)(?:\([^)]*\))?$/
const isPlaces = (rows: readonly Line[], k: number, words: (cell: Span) => string): boolean =>
  rows.filter((row) => PLACE.test(words(row.cells[k] ?? row))).length * 2 > rows.length

function roleOf({ entry }: HeaderUnit, money: Indicator | null): Header['role'] {
  if (entry.kind === 'money') return money === null ? null : { indicator: money, kind: 'money' }
  if (entry.kind === 'area') return { indicator: 'area', kind: 'area' }
  if (entry.kind === 'count' && entry.unit === 'persons') return { indicator: 'jobs', kind: 'count' }
  return entry.kind === 'count' && entry.unit === 'firms' ? { indicator: 'firms', kind: 'count' } : null
}

/** What the lines above the rows say that their money is. */
function moneyOf(sink: TableSink, all: readonly Line[], at: number): Indicator | null {
  if (typeof sink.over === 'object' && sink.over !== null && sink.over.kind === 'money') return sink.over.indicator
  for (let k = at - 1; k >= 0 && k >= at - ABOVE; k--) {
    const words = sink.text.slice(all[k]!.start, all[k]!.end)
    if (/예산|사업비|재정|국비|지원/.test(words)) return 'budget'
    if (/투자|유치|협약|MOU|입주/.test(words)) return 'investment'
  }
  return null
}
