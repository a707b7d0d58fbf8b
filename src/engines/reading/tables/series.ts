import { readCell } from './cells.ts'
import type { TableSink } from './facts.ts'
import { emptyFacts } from './facts.ts'
import { headerOf } from './labels.ts'
import type { Line } from './lines.ts'

const HEAD = /^(?:[-·•○ㅇ*□◦]\s*)?([가-힣A-Za-z ]{2,12}\([^()\d]{1,8}\))\s*[:：]?\s+/
const PIECE = /['‘’]\d\d년?|(?:19|20)\d\d년?(?![\d,])|[A-Z]-?\d{1,2}(?=\s)|[가-힣]{1,6}|\d[\d,]*(?:\.\d+)?|[→/,·:~\s]+/g

/**
 * A line of one measure (한 줄 계열): "매출(억원) '23년 1,230 → '24년 1,480", "면적(천㎡) 총 1,912 산업 689": after a label with its unit
 * nothing but years, short labels and bare numbers, at least two. Whether it was one.
 */
export function readSeries(sink: TableSink, line: Line): boolean {
  if (line.cells.length !== 1 || line.end - line.start > 120) return false
  const words = sink.text.slice(line.start, line.end)
  const head = words.includes('(') ? HEAD.exec(words) : null
  if (head === null) return false
  const at = line.start + head[0].indexOf(head[1]!)
  const header = headerOf(sink.text, at, at + head[1]!.length)
  if (header === null || header.unit === null) return false
  const rest = words.slice(head[0].length)
  if (rest.replace(PIECE, '') !== '') return false
  const numbers = [...rest.matchAll(PIECE)].filter((piece) => /^\d/.test(piece[0]) && !/^(?:19|20)\d\d년?$/.test(piece[0]))
  if (numbers.length < 2) return false
  const facts = emptyFacts()
  for (const number of numbers) {
    const start = line.start + head[0].length + number.index
    readCell(sink, { start, end: start + number[0].length }, header, facts, line, false)
  }
  sink.lines.add(line.start)
  return true
}
