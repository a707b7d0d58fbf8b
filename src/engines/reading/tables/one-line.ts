import type { Span } from '../reading.ts'
import { readCell, readRow } from './cells.ts'
import { isTotal } from './compare.ts'
import { emptyFacts, type TableSink } from './facts.ts'
import { type Header, headerOf, isMeasured } from './labels.ts'
import type { Line } from './lines.ts'
import { headerUnit } from './units.ts'

const LONGEST = 600
/** "▶재원 구성(단위: 억 원) 국비 410 도비 95 계 505": a unit for all, then names and figures in turn. */
const FIGURES = /[(〔[]단위\s?[:：]?\s?([^()\d]{1,10})[)〕\]]\s*((?:[가-힣A-Za-z·]{1,10}\s\d[\d,]*(?:\.\d+)?[,·/|]?\s*){2,})$/
const PAIR = /([가-힣A-Za-z·]{1,10})\s(\d[\d,]*(?:\.\d+)?)/g
/** "기업 면적(㎡) 투자액(억 원) 고용(명)": heads with their units, and the word before them that heads the names. */
const HEADS = /([가-힣]{1,8})\s((?:[가-힣]{1,8}\([^()\d]{1,8}\)\s){2,8})/
const NUMBER = /^\d[\d,]*(?:\.\d+)?$/

/** Whether a line may be a whole table: a cheap look. */
export const mayBeOneLine = (words: string): boolean =>
  words.length <= LONGEST && words.includes('(') && (words.includes('단위') ? FIGURES.test(words) : HEADS.test(words))

/** A table that has lost its line ends (한 줄로 이어진 표). Whether the line was one. */
export function readOneLine(sink: TableSink, line: Line): boolean {
  const words = sink.text.slice(line.start, line.end)
  if (words.length > LONGEST || !words.includes('(')) return false
  return readFigures(sink, line, words) || readRows(sink, line, words)
}

function readFigures(sink: TableSink, line: Line, words: string): boolean {
  const found = words.includes('단위') ? FIGURES.exec(words) : null
  const unit = found === null ? null : headerUnit(found[1]!.trim())
  if (found === null || unit === null) return false
  const from = line.start + words.length - found[2]!.length
  const pairs = [...found[2]!.matchAll(PAIR)].map((pair) => {
    const start = from + pair.index
    const end = start + pair[0].length
    return { header: headerOf(sink.text, start, start + pair[1]!.length), value: { start: end - pair[2]!.length, end } }
  })
  const role = pairs.find(({ header }) => header !== null && isMeasured(header))?.header?.role ?? null
  const facts = emptyFacts()
  for (const { header, value } of pairs)
    if (header !== null) readCell(sink, value, { ...header, role: isMeasured(header) ? header.role : role, unit }, facts, line, isTotal(header.label))
  sink.lines.add(line.start)
  return true
}

function readRows(sink: TableSink, line: Line, words: string): boolean {
  const found = HEADS.exec(words)
  if (found === null) return false
  const { text } = sink
  const at = line.start + found.index
  const heads: Header[] = []
  let cursor = at
  for (const label of found[0].trimEnd().split(/(?<=\))\s|(?<=^[가-힣]{1,8})\s/)) {
    const header = headerOf(text, cursor, cursor + label.length)
    if (header === null || (heads.length > 0 && header.unit === null)) return false
    heads.push(heads.length === 0 && header.role !== 'subject' && header.role !== 'place' ? { ...header, role: 'name' } : header)
    cursor += label.length + 1
  }
  const rows = rowsOf(text, { start: at + found[0].length, end: line.end }, heads.length - 1)
  if (rows.length < 2) return false
  for (const row of rows) readRow(sink, row, heads, line)
  sink.lines.add(line.start)
  return true
}

/** Names of one or more words, each with as many figures as there are heads; none where anything is left over. */
function rowsOf(text: string, { start, end }: Span, figures: number): Span[][] {
  const rows: Span[][] = []
  let name: Span | null = null
  let row: Span[] = []
  for (const word of text.slice(start, end).matchAll(/\S+/g)) {
    const span = { start: start + word.index, end: start + word.index + word[0].length }
    if (NUMBER.test(word[0])) {
      if (name === null) return []
      row.push(span)
      if (row.length === figures) {
        rows.push([name, ...row])
        name = null
        row = []
      }
    } else if (row.length > 0) return []
    else name = name === null ? span : { start: name.start, end: span.end }
  }
  return name === null && row.length === 0 ? rows : []
}
