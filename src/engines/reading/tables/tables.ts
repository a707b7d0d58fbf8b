import { cardCells, listedCosts } from '../commitments/layout/card.ts'
import type { Mention, Span } from '../reading.ts'
import { declare, declaredUnits, headingUnit } from './caption.ts'
import { readCards } from './cards.ts'
import { readCell } from './cells.ts'
import { type Cell, emptyFacts, nothingKnown, type TableName, type TableSink } from './facts.ts'
import { readGrid } from './grid.ts'
import { readHeadless, strokesAsCells } from './headless.ts'
import { headerOf } from './labels.ts'
import { type Line, linesOf } from './lines.ts'
import { mayBeOneLine, readOneLine } from './one-line.ts'
import { readPairs, readRagged } from './ragged.ts'
import { readSeries } from './series.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { readStack } from './stack.ts'
import { readTurned } from './turned.ts'
import { stackAt } from './width.ts'

export type { Cell, RowFacts } from './facts.ts'

export interface Tables {
  /** Numbers that have their unit in the header; those with their own are found by the scan of the text. */
  readonly mentions: readonly Mention[]
  readonly cells: readonly Cell[]
  /** Names that a column or a label says are names. */
  readonly names: readonly TableName[]
  /** Blocks of labels and values, each about one matter. */
  readonly sheets: readonly Sheet[]
  /** Tables whose columns are parts of one matter. */
  readonly turned: readonly Span[]
  /** Lines that belong to tables, by their start. */
  readonly lines: ReadonlySet<number>
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
    turned: [],
    unitLine: [],
    over: null,
    overDue: null,
    above: null,
    known: nothingKnown(),
  }
  const sheets: Sheet[] = []
  const cards = readCards(text, sentences)
  cardCells(sink, sentences, cards)
  if (cards.length === 0) listedCosts(sink, sentences)
  if (!mayHoldTable(text, sentences)) return { ...sink, sheets }
  const all = strokesAsCells(text, linesOf(text, sentences))
  for (let i = 0; i < all.length; i++) {
    const line = all[i]!
    sink.above = i > 0 ? all[i - 1]! : null
    if (line.cells.length === 1 && line.end - line.start > 24 && readOneLine(sink, line)) continue
    const units = line.end - line.start > 40 ? null : declaredUnits(text.slice(line.start, line.end))
    if (units !== null) {
      declare(sink, units, line)
      i = readPairs(sink, all, i + 1) - 1
      continue
    }
    // "재원별 투자계획(억원)" over a table without units of its own
    if (readNote(sink, line)) continue
    const over = headingUnit(sink, all, i)
    if (over !== null) {
      declare(sink, [over], line)
      continue
    }
    if (readSeries(sink, line)) continue
    const turned = readTurned(sink, all, i)
    if (turned > i) {
      i = turned - 1
      continue
    }
    const grid = readGrid(sink, all, i)
    if (grid > i) {
      i = grid - 1
      continue
    }
    const headless = readHeadless(sink, all, i)
    if (headless > i) {
      i = headless - 1
      continue
    }
    const stack = readStack(sink, all, i)
    if (stack > i) {
      i = stack - 1
      continue
    }
    if (isTitle(sink, line) && standsOverStack(sink, all, i)) continue
    const ragged = readRagged(sink, all, i)
    if (ragged > i) {
      i = ragged - 1
      continue
    }
    const sheet = readSheet(sink, all, i, sheets)
    if (sheet > i) i = sheet - 1
  }
  return { mentions: sink.mentions, cells: sink.cells, names: sink.names, sheets, turned: sink.turned, lines: sink.lines }
}

const NOTE = /^[※*]\s?/
/** "국비 3,120, 도비 2,060": who pays and a bare amount. */
const SHARES = /(국비|도비|시비|군비|구비|지방비|민자|자부담|융자)\s(\d[\d,]*(?:\.\d+)?)(?=\s*(?:[,·/)]|$))/g

/** "※ 2026년 재원: 국비 3,120, 도비 2,060, 시비 7,600" below a table in 백만 원: a note of bare amounts is in the unit of the table. */
function readNote(sink: TableSink, line: Line): boolean {
  const { text } = sink
  const words = text.slice(line.start, line.end)
  const [unit] = sink.unitLine
  if (unit === undefined || unit.entry.kind !== 'money' || !NOTE.test(words)) return false
  const found = [...words.matchAll(SHARES)]
  if (found.length < 2) return false
  const facts = emptyFacts()
  const year = /((?:19|20)\d\d)년/.exec(words.slice(0, found[0]!.index))
  const at = line.start + (year?.index ?? 0)
  if (year !== null) facts.due = { value: year[1]!, span: { start: at, end: at + 4 }, rule: 'due:table' }
  for (const share of found) {
    const start = line.start + share.index
    const header = headerOf(text, start, start + share[1]!.length)
    const from = start + share[0].length - share[2]!.length
    if (header !== null) readCell(sink, { start: from, end: from + share[2]!.length }, header, facts, line, false)
  }
  sink.lines.add(line.start)
  return true
}

/** "투자협약 현황", "자료: 하동군": titles and sources right over the labels of a table with a cell a line. */
function standsOverStack(sink: TableSink, all: readonly Line[], at: number): boolean {
  const next = all[at + 1]
  if (next === undefined) return false
  return stackAt(sink, all, at + 1) !== null || (isTitle(sink, next) && all[at + 2] !== undefined && stackAt(sink, all, at + 2) !== null)
}

/** A line that is no label of any column. */
function isTitle(sink: TableSink, { start, end, cells }: Line): boolean {
  if (cells.length !== 1) return false
  const header = headerOf(sink.text, start, end)
  return header === null || (header.role === null && header.unit === null)
}

const LABEL_HINT = /면\s?적|사업비|투자|위\s?치|기간|시행|고용|구\s?분|단위|예산|용량|기업|업체|규모|소재지/

/** Heads one space apart: "업체명 주요품목 투자지역 부지면적 투자예정액". */
const HEADS_HINT = /^[가-힣()·]{1,10}(?: [가-힣()·]{1,10}){2,11}$/

/** A head with its units in brackets: 지정면적(천㎡) 분양률(%). */
const UNIT_HINT = /[([](?:단위\s?[:：]|[십백천만억]{0,2}(?:㎡|㎢|원|명|인|호|개사?|건|%|ha|평|달러|불|\$|톤|MW|GW|kW)[)\]])/

function mayHoldTable(text: string, sentences: readonly Span[]): boolean {
  for (const { start, end } of sentences) {
    const length = end - start
    if (
      length <= 24 || (length <= 60 && HEADS_HINT.test(text.slice(start, end)))
        ? LABEL_HINT.test(text.slice(start, end)) || UNIT_HINT.test(text.slice(start, end)) || isRow(text, start, end)
        : (length <= 600 && mayBeOneLine(text.slice(start, end))) ||
          (length < 240 && (isRow(text, start, end) || (length <= 60 && UNIT_HINT.test(text.slice(start, end)))))
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
