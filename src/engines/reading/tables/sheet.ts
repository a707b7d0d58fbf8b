import { digitValue } from '../characters.ts'
import type { Slot, Span, Stage } from '../reading.ts'
import { readCell, yearHeads } from './cells.ts'
import { isYear } from './compare.ts'
import { emptyFacts, noteFact, type RowFacts, type TableSink } from './facts.ts'
import { type Header, headerOf } from './labels.ts'
import type { Line } from './lines.ts'
import { isPlainNumber } from './measure.ts'
import { raggedAt } from './ragged.ts'
import { turnedAt } from './turned.ts'
import { stackAt } from './width.ts'

interface Pair {
  readonly header: Header
  readonly value: Span
  readonly line: Line
}

/** A block of labels and values, and what it says about all its numbers. */
export interface Sheet extends Span {
  readonly facts: RowFacts
}

/**
 * A sheet (개요·관리카드): labels and values in turn, each on a line of its own, or "label: value", or two cells on one. One sheet speaks of one matter;
 * where its first label comes again, the next one begins. Returns the index after the sheet, or `at`.
 */
export function readSheet(sink: TableSink, all: readonly Line[], at: number, sheets: Sheet[]): number {
  const { text } = sink
  const pairs: Pair[] = []
  let opening: string | null = null
  let known = 0
  let i = at
  while (i < all.length) {
    const line = all[i]!
    // "총사업비: 300억 | 면적: 5만㎡": several on one line
    const several =
      line.cells.length > 1 ? line.cells.map((cell) => (cell.end > cell.start ? colonPair(sink, { ...cell, cells: [cell] }) : null)) : []
    if (several.length > 1 && several.every((pair) => pair !== null)) {
      opening ??= several[0]!.header.label
      for (const pair of several) pairs.push({ ...pair!, line })
      known += several.length
      i++
      continue
    }
    const inline = colonPair(sink, line) ?? cellPair(text, line)
    if (inline !== null) {
      // the label that opened the sheet, or a title label, comes again: another matter
      if (pairs.length > 0 && inline.header.label === opening) break
      opening ??= inline.header.label
      if (isKnown(inline.header)) known++
      pairs.push({ ...inline, line })
      i++
      continue
    }
    // a value that goes on below its label: an empty first cell
    if (pairs.length > 0 && line.cells.length >= 2 && line.cells[0]!.end === line.cells[0]!.start) {
      i++
      continue
    }
    const header = line.cells.length === 1 && line.end - line.start <= 20 ? headerOf(text, line.start, line.end) : null
    const next = all[i + 1]
    if (header === null || next === undefined || next.end - next.start > 60) break
    // a table of its own stands inside: it is read as one
    if (i > at && tableAt(sink, all, i)) break
    // "소요재원(억원)" over "보상비 / 1,136 / 조성비 / 1,920": one unit for what is listed below
    if (header.unit !== null && (digitValue(text.charCodeAt(next.start)) < 0 || isYear(text.slice(next.start, next.end)))) {
      const group = groupBelow(text, all, i + 1, header)
      if (group.length >= 2) {
        opening ??= header.label
        known++
        pairs.push(...group)
        yearHeads(
          sink,
          group.map((pair) => pair.header),
        )
        i += 1 + group.length * 2
        continue
      }
    }
    const value = text.slice(next.start, next.end)
    if (!(isKnown(header) || (header.unit !== null && digitValue(text.charCodeAt(next.start)) >= 0)) || !holds(header, value)) {
      const on = known > 1 ? nextKnown(sink, all, i + 1) : 0
      if (on === 0) break
      i = on
      continue
    }
    const nextHeader = headerOf(text, next.start, next.end)
    if (nextHeader !== null && isKnown(nextHeader) && digitValue(text.charCodeAt(next.start)) < 0) break
    opening ??= header.label
    known++
    pairs.push({ header, value: { start: next.start, end: next.end }, line: next })
    i += 2
  }
  const united = pairs.some(({ header }) => header.unit !== null)
  if (known < 2 && !(known === 1 && united)) return at
  const facts = emptyFacts()
  for (const { header, value } of pairs) noteFact(sink, header, value, facts)
  // what follows the block may tell how far the matter is: "2015.11.02. / 공사 착공"
  if (facts.stage === null) facts.stage = milestones(text, all, i)
  for (const { header, value, line } of pairs) {
    if (!isKnown(header) && header.unit === null) continue
    sink.lines.add(line.start)
    readCell(sink, value, header, facts, line, false)
  }
  for (const { header, value, line } of pairs) if (header.unit !== null) bareNumbers(sink, header, value, facts, line, all)
  sheets.push({ start: all[at]!.start, end: all[i - 1]!.end, facts })
  return i
}

const BARE =
  /(?:기정|변경|당초|현재|기준|목표|실적|신규|편입|증|감|계|총|[가-힣]{2,6}|→|(?<!\d),|[:：(])\s?(\d[\d,]*(?:\.\d+)?)(?=\s*(?:$|[,)→/(|+·]))/g

/** "- 국비 4,200 / 도비 1,260": nothing but labels and bare numbers. */
const PARTS = /^[-–·*∙ㅇ○]\s?(?:[가-힣]{1,8}\s?[:：]?\s?\d[\d,]*(?:\.\d+)?\s*[/,·+|]?\s*)+$/

/** "면적(㎢): 기정 57.08, 변경 59.31" and the deeper lines below it: every bare number is in the label's unit. */
function bareNumbers(sink: TableSink, header: Header, value: Span, facts: RowFacts, line: Line, all: readonly Line[]): void {
  const { text } = sink
  const spans: { from: Span; of: Line }[] = /^[약총]?\s?[\d,.]+$/.test(text.slice(value.start, value.end).trim()) ? [] : [{ from: value, of: line }]
  for (let i = all.indexOf(line) + 1; i < all.length && spans.length < 12; i++) {
    const below = all[i]!
    const words = text.slice(below.start, below.end)
    if (words.length > 80 || !(PARTS.test(words) || (spans.length > 0 && /^[-–·*∙]\s?[^:：]{2,24}\s?[:：]/.test(words)))) break
    spans.push({ from: below, of: below })
  }
  for (const { from, of } of spans) {
    const body = text.slice(from.start, from.end)
    BARE.lastIndex = 0
    for (let found = BARE.exec(body); found !== null; found = BARE.exec(body)) {
      const end = from.start + found.index + found[0].length
      readCell(sink, { start: end - found[1]!.length, end }, header, facts, of, false)
    }
  }
}

/** Labels and bare numbers in turn below a heading that gives their unit. */
function groupBelow(text: string, all: readonly Line[], at: number, over: Header): Pair[] {
  const out: Pair[] = []
  for (let i = at; i + 1 < all.length && out.length < 12; i += 2) {
    const label = all[i]!
    const value = all[i + 1]!
    if (label.end - label.start > 20 || (digitValue(text.charCodeAt(label.start)) >= 0 && !isYear(text.slice(label.start, label.end)))) break
    if (!/^[\d,]+(?:\.\d+)?$/.test(text.slice(value.start, value.end))) break
    const own = headerOf(text, label.start, label.end)
    if (own === null || own.unit !== null) break
    const role = own.role !== null && typeof own.role === 'object' ? own.role : over.role
    out.push({ header: { ...own, role, unit: over.unit }, value, line: value })
  }
  return out
}

const LOOK_AHEAD = 14

/** Where a sheet of alternating lines goes on: the next known label with a value under it, over lines of other matter and no prose; 0 where it ends. */
function nextKnown(sink: TableSink, all: readonly Line[], from: number): number {
  const { text } = sink
  for (let i = from; i + 1 < all.length && i < from + LOOK_AHEAD; i++) {
    const line = all[i]!
    const words = text.slice(line.start, line.end)
    if (line.cells.length !== 1 || words.length > 80 || /다\.$/.test(words)) return 0
    if (tableAt(sink, all, i)) return 0
    const header = words.length <= 20 ? headerOf(text, line.start, line.end) : null
    if (header === null || !(isKnown(header) || header.unit !== null)) continue
    const value = all[i + 1]!
    if (header.unit !== null || holds(header, text.slice(value.start, value.end))) return i
  }
  return 0
}

/** Whether words can be the value of a label: a time has figures, and so has a measure. */
function holds(header: Header, words: string): boolean {
  const { role } = header
  if (role === 'due' || role === 'start' || role === 'period' || (role !== null && typeof role === 'object')) return /\d|미정|미확정|없음/.test(words)
  return true
}

const tableAt = (sink: TableSink, all: readonly Line[], i: number): boolean =>
  stackAt(sink, all, i) !== null || raggedAt(sink, all, i) !== null || turnedAt(sink, all, i) !== null

const isKnown = (header: Header): boolean => header.role !== null && header.role !== 'name'

/** "기관명 <tab> 전라남도 순천시": a short label and its value. */
function cellPair(text: string, line: Line): { header: Header; value: Span } | null {
  const [label, value] = line.cells
  if (line.cells.length < 2 || label!.end === label!.start || line.end - line.start >= 160) return null
  if (line.cells.length > 2 && !text.slice(line.start, line.end).includes('\t')) return null
  const header = headerOf(text, label!.start, label!.end)
  if (header === null || digitValue(text.charCodeAt(label!.start)) >= 0) return null
  const tabbed = text.slice(label!.end, value!.start).includes('\t')
  if (!isKnown(header) && !tabbed) return null
  return { header, value: { start: value!.start, end: line.end } }
}

const MARK = /^(?:[○●■□▲△▶◇◆※•·ㅇ❍◦▪*\-–]\s*|\d{1,2}[.)]\s+|[가-하][.)]\s+|[①-⑮]\s*|[(（][가-하\d]{1,2}[)）]\s*)?/

/** "○ 총사업비 : 1,527억 원": a label, a colon and its value. */
function colonPair(sink: TableSink, line: Line): { header: Header; value: Span } | null {
  const { text } = sink
  if (line.end - line.start > 110) return null
  const body = text.slice(line.start, Math.min(line.end, line.start + 36))
  const mark = MARK.exec(body)![0].length
  const colon = /^([^:：]{2,20}?)\s*[:：]\s*/.exec(body.slice(mark))
  if (colon === null || colon[0].length + mark >= line.end - line.start) return null
  let labelStart = line.start + mark
  let label = colon[1]!
  // "산업단지의 위치", "(면 적)"
  const of = /^.{2,10}의\s/.exec(label)
  if (of !== null) {
    labelStart += of[0].length
    label = label.slice(of[0].length)
  }
  if (/^[(（【[].*[)）】\]]$/.test(label)) {
    labelStart++
    label = label.slice(1, -1)
  }
  const header = headerOf(text, labelStart, labelStart + label.length)
  if (header === null) return null
  const value = { start: line.start + mark + colon[0].length, end: line.end }
  if (isKnown(header) || header.unit !== null) return { header, value }
  // "도로 : 98,200 (14.4%)" in a list under "(단위: ㎡)"
  const only = sink.unitLine.length === 1 && isPlainNumber(text, value) ? sink.unitLine[0]! : null
  return only === null ? null : { header: { ...header, unit: only }, value }
}

/** Construction has begun where a milestone of it stands with a date and no (예정). */
function milestones(text: string, all: readonly Line[], from: number): Slot<Stage> | null {
  let stage: Slot<Stage> | null = null
  for (let i = from; i < Math.min(all.length, from + 24); i++) {
    const line = all[i]!
    if (line.end - line.start > 40) break
    const body = text.slice(line.start, line.end)
    const dated = (i > 0 && digitValue(text.charCodeAt(all[i - 1]!.start)) >= 0) || digitValue(text.charCodeAt(line.start)) >= 0
    if (!dated || /예정/.test(body)) continue
    if (/공사\s?착공|착공/.test(body)) stage = { value: 'construction', span: { start: line.start, end: line.end }, rule: 'stage:milestone' }
    else if (/준공|완공/.test(body)) stage = { value: 'operation', span: { start: line.start, end: line.end }, rule: 'stage:milestone' }
  }
  return stage
}
