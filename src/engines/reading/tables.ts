import type { Mention, Span } from './reading.ts'
import { type Cell, nothingKnown, type TableName, type TableSink } from './table-facts.ts'
import { readGrid } from './table-grid.ts'
import { headerOf, roleOf } from './table-labels.ts'

import { type Line, linesOf } from './table-lines.ts'
import { readSheet, type Sheet } from './table-sheet.ts'
import { readStack } from './table-stack.ts'
import { type HeaderUnit, headerUnit } from './table-units.ts'
import { stackAt } from './table-width.ts'

export type { Cell, RowFacts } from './table-facts.ts'

export interface Tables {
  /** Numbers that have their unit in the header; those with their own are found by the scan of the text. */
  readonly mentions: readonly Mention[]
  readonly cells: readonly Cell[]
  /** Names that a column or a label says are names. */
  readonly names: readonly TableName[]
  /** Blocks of labels and values, each about one matter. */
  readonly sheets: readonly Sheet[]
  /** Lines that belong to tables, by their start. */
  readonly lines: ReadonlySet<number>
}

/** "(단위: 천㎡, 억원)" or "(면적: 천㎡, 사업비: 억원)" on a line of its own or at the end of a heading. */
const CAPTION = /[([<［]\s*([^()[\]<>［］]{2,32})\s*[)\]>］]$/

/** What the unit in a caption is for. */
const FOR = /^(?:단위|면적|총?사업비|금액|예산|투자액|고용|인원|기업수|용량|비율|수량|물량)\s*[:：]?\s*/

/** The units that a caption declares, or null where the line is none. */
function declaredUnits(line: string): HeaderUnit[] | null {
  if (line.length > 40 || !/단위|[:：]/.test(line)) return null
  const words = CAPTION.exec(line)?.[1] ?? /^[*※]?\s*(단위\s*[:：].{1,24})$/.exec(line)?.[1]
  if (words === undefined || !/단위|^[가-힣]{2,4}\s*[:：]/.test(words)) return null
  // "천원/㎡" is a price, "백만원/명" are two units
  const parts = words
    .split(/[,，·]/)
    .flatMap((part) => (/\/\s*(?:㎡|평|월|년|톤|인)\s*$/.test(part) ? [] : part.split('/')))
    .map((part) => part.trim().replace(FOR, '').replace(FOR, ''))
  const units = parts.flatMap((part) => headerUnit(part) ?? [])
  return units.length > 0 || words.includes('단위') ? units : null
}

/** A unit over a table changes what the lines below it can be. */
function declare(sink: TableSink, units: readonly HeaderUnit[], line: Span): void {
  const heading = sink.text.slice(line.start, line.end)
  sink.unitLine = units
  const words = heading
    .replace(/[([<［].*$/, '')
    .replace(/^[^가-힣A-Za-z]*(?:(?:19|20)\d\d년도?\s?)?/, '')
    .trim()
  const role = words.length > 20 ? null : roleOf(words)
  sink.over = role !== null && typeof role === 'object' ? role : null
  const year = sink.over === null ? null : /((?:19|20)\d\d)년/.exec(heading)
  const at = line.start + (year?.index ?? 0)
  sink.overDue = year === null ? null : { value: year[1]!, span: { start: at, end: at + 4 }, rule: 'due:table' }
  sink.known.stacks.clear()
}

/** The unit that a heading gives in brackets, where a table of figures begins on the next line and has none itself. */
function headingUnit(sink: TableSink, all: readonly Line[], at: number): HeaderUnit | null {
  const line = all[at]!
  const next = all[at + 1]
  if (next === undefined || line.cells.length !== 1 || line.end - line.start > 40) return null
  const found = /[([]\s*([^()[\]\d]{1,8})\s*[)\]]$/.exec(sink.text.slice(line.start, line.end))
  const unit = found === null ? null : headerUnit(found[1]!)
  if (unit === null) return null
  if (next.cells.length > 1) return next.cells.some((cell) => headerOf(sink.text, cell.start, cell.end)?.unit != null) ? null : unit
  const stack = stackAt({ ...sink, unitLine: [unit], known: { ...sink.known, stacks: new Map() } }, all, at + 1)
  return stack !== null && !stack.headers.some((header) => header.unit !== null) ? unit : null
}

/**
 * Tables (표) as text carries them: a label and its value on two lines or one; a row a line with a header line over it; a cell a line.
 * A number takes the unit its header gives in brackets or in "(단위: 억원)"; row labels say whose and where it is.
 */
export function readTables(text: string, sentences: readonly Span[]): Tables {
  const sink: TableSink = {
    text,
    mentions: [],
    cells: [],
    names: [],
    lines: new Set(),
    unitLine: [],
    over: null,
    overDue: null,
    known: nothingKnown(),
  }
  const sheets: Sheet[] = []
  if (!mayHoldTable(text, sentences)) return { ...sink, sheets }
  const all = linesOf(text, sentences)
  for (let i = 0; i < all.length; i++) {
    const line = all[i]!
    const units = line.end - line.start > 40 ? null : declaredUnits(text.slice(line.start, line.end))
    if (units !== null) {
      declare(sink, units, line)
      continue
    }
    // "재원별 투자계획(억원)" over a table without units of its own
    const over = headingUnit(sink, all, i)
    if (over !== null) {
      declare(sink, [over], line)
      continue
    }
    const grid = readGrid(sink, all, i)
    if (grid > i) {
      i = grid - 1
      continue
    }
    const stack = readStack(sink, all, i)
    if (stack > i) {
      i = stack - 1
      continue
    }
    const sheet = readSheet(sink, all, i, sheets)
    if (sheet > i) i = sheet - 1
  }
  return { mentions: sink.mentions, cells: sink.cells, names: sink.names, sheets, lines: sink.lines }
}

const LABEL_HINT = /면\s?적|사업비|투자|위\s?치|기간|시행|고용|구\s?분|단위|예산|용량|기업|업체|규모|소재지/

/** A head with its units in brackets: 지정면적(천㎡) 분양률(%). */
const UNIT_HINT = /[([][십백천만억]{0,2}(?:㎡|㎢|원|명|인|호|개사?|건|%|ha|평|달러|톤|MW|GW|kW)[)\]]/

function mayHoldTable(text: string, sentences: readonly Span[]): boolean {
  for (const { start, end } of sentences) {
    const length = end - start
    if (
      length <= 24
        ? LABEL_HINT.test(text.slice(start, end)) || UNIT_HINT.test(text.slice(start, end)) || isRow(text, start, end)
        : length < 240 && (isRow(text, start, end) || (length <= 60 && UNIT_HINT.test(text.slice(start, end))))
    )
      return true
  }
  return false
}

function isRow(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x09 || code === 0x7c || (code === 0x20 && text.charCodeAt(i + 1) === 0x20)) return true
  }
  return false
}
