import { digitValue } from './characters.ts'
import { readDate } from './dates.ts'
import { readNumber } from './numbers.ts'
import type { DateValue, Indicator, Mention, MentionKind, Slot, Span, Stage } from './reading.ts'
import { countedBy, type Header, type HeaderUnit, isTotal, unitOf } from './table-labels.ts'
import { isEmptyCell } from './table-lines.ts'

/** What a row or a block of a table says besides its numbers. */
export interface RowFacts {
  subject: Slot<string | null> | null
  place: Slot<string> | null
  due: Slot<DateValue | null> | null
  start: Slot<DateValue | null> | null
  stage: Slot<Stage> | null
}

/** A number in a table, with the label of its row or column. */
export interface Cell extends Span {
  readonly label: Span
  readonly labelText: string
  readonly indicator: Indicator | null
  readonly facts: RowFacts
  /** Evidence: the line the number stands in. */
  readonly line: Span
  /** The row adds up the others. */
  readonly total: boolean
}

/** A name that a column or a label says is one. */
export interface TableName extends Span {
  readonly kind: 'organisation' | 'place'
}

/** Where the readers of the several kinds of table put what they find. */
export interface TableSink {
  readonly text: string
  readonly mentions: Mention[]
  readonly cells: Cell[]
  readonly names: TableName[]
  readonly lines: Set<number>
  unitLine: readonly HeaderUnit[]
}

export const emptyFacts = (): RowFacts => ({ subject: null, place: null, due: null, start: null, stage: null })

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/취소|무산|철회|해지|포기|폐기|백지화/, 'cancelled'],
  [/착공\s?(?:예정|전)|미착공|준공\s?예정|완공\s?예정/, 'plan'],
  [/공사\s?중|건설\s?중|시공\s?중|조성\s?중/, 'construction'],
  [/준공|완공|가동|운영|입주\s?완료|개장/, 'operation'],
  [/착공|공사|시공/, 'construction'],
  [/계약|분양\s?완료/, 'contract'],
  [/협약|MOU|양해각서/, 'mou'],
  [/계획|예정|검토|추진|구상|협의|승인|설계|보상/, 'plan'],
]

/** What a labelled value says about its row or block: whose, where, by when, how far. */
export function noteFact(sink: TableSink, header: Header, value: Span, facts: RowFacts): void {
  const { text } = sink
  const words = text.slice(value.start, value.end).trim()
  if (isEmptyCell(words) || isTotal(words)) return
  switch (header.role) {
    case 'subject': {
      const name = words
        .split(/[,，]|\s\d|\(지분|\(대표/)[0]!
        .replace(/\s*\d+(?:\.\d+)?%.*$/, '')
        .trim()
      if (name === '' || digitValue(name.charCodeAt(0)) >= 0) return
      // "전라남도 순천시": the city acts
      const own = /^[가-힣]+도 [가-힣]+[시군]$/.test(name) ? name.indexOf(' ') + 1 : 0
      const span = { start: value.start + own, end: value.start + name.length }
      // "새벽개발·솔숲시": the first of several leads
      const parts = /^[가-힣A-Za-z㈜()]{2,}(?:\s?[·ㆍ/]\s?[가-힣A-Za-z㈜()]{2,})+$/.test(name)
        ? name.split(/[·ㆍ/]/).map((part) => part.trim())
        : [name.slice(own)]
      let at = span.start
      for (const part of parts) {
        const from = text.indexOf(part, at)
        sink.names.push({ kind: 'organisation', start: from, end: from + part.length })
        at = from + part.length
      }
      const first = parts.length > 1 ? { start: span.start, end: span.start + parts[0]!.length } : span
      facts.subject = { value: parts[0]!, span: first, rule: 'subject:table' }
      return
    }
    case 'place': {
      if (digitValue(words.charCodeAt(0)) >= 0) return
      const name = placeOfCell(words)
      const span = { start: value.start, end: value.start + name.length }
      facts.place = { value: name, span, rule: 'place:table' }
      sink.names.push({ kind: 'place', ...span })
      return
    }
    case 'period': {
      const date = firstDate(text, value)
      if (date !== null && typeof date.value === 'object' && date.value !== null) {
        facts.start = { value: date.value.from, span: date, rule: 'start:table' }
        facts.due = { value: date.value.to, span: date, rule: 'due:table' }
      } else if (date !== null && /까지|[~∼～]\s*['‘’]?\d/.test(words)) facts.due = { value: date.value, span: date, rule: 'due:table' }
      return
    }
    case 'year':
    case 'due':
    case 'start': {
      const date = firstDate(text, value)
      if (date === null) return
      const slot = { value: date.value, span: date, rule: `${header.role === 'start' ? 'start' : 'due'}:table` }
      if (header.role === 'start') facts.start = slot
      else facts.due = slot
      return
    }
    case 'stage':
      for (const [pattern, stage] of STAGES)
        if (pattern.test(words)) {
          facts.stage = { value: stage, span: value, rule: 'stage:table' }
          // "준공(’25. 11.)": finished on that day
          const date = stage === 'operation' ? firstDate(text, value) : null
          if (date !== null) facts.due = { value: date.value, span: date, rule: 'due:table-stage' }
          return
        }
      return
    default:
  }
}

/** "구미시 산동읍 봉산리 산 21번지 일원", "오창읍 각리 640-1 (오창과학산단 내)": the name of the place without lot numbers and what follows. */
function placeOfCell(words: string): string {
  const cut = words.search(
    /\s(?:산\s?)?\d[\d-]*(?:번지)?(?=[\s,(]|$)|\s*[(,]|\s(?:일원|일대|내|일부|인근|등|외|개별입지|부지|소재)(?=[\s\d]|$)|\s옛\s/,
  )
  const name = (cut > 0 ? words.slice(0, cut) : words).trim()
  return name === '' ? words : name
}

/** The first date of a cell, or its bare year. */
export function firstDate(text: string, value: Span): (Span & { value: DateValue | null }) | null {
  for (let i = value.start; i < value.end; i++) {
    const code = text.charCodeAt(i)
    if (digitValue(code) < 0 && code !== 0x27 && code !== 0x2019 && code !== 0x2018) continue
    const read = readDate(text, i, null, null)
    if (read !== null && read.end <= value.end + 1) return { start: read.start, end: Math.min(read.end, value.end), value: read.value }
    const year = /^(?:19|20)\d\d$/.exec(text.slice(i, value.end).trim())
    if (year !== null) return { start: i, end: i + 4, value: year[0] }
    while (i + 1 < value.end && digitValue(text.charCodeAt(i + 1)) >= 0) i++
  }
  return null
}

/** One row below its headers: first what it says of itself, then its numbers. `line` is the row's own line, or null where each cell has one. */
export function readRow(sink: TableSink, row: readonly Span[], headers: readonly Header[], line: Span | null): RowFacts {
  const { text } = sink
  const facts = emptyFacts()
  // "|---|---|" only draws a line
  if (row.every((cell) => /^[-–—:=\s]*$/.test(text.slice(cell.start, cell.end)))) return facts
  const width = Math.min(row.length, headers.length)
  for (let k = 0; k < width; k++) noteFact(sink, headers[k]!, row[k]!, facts)
  // the first column names the row: a place by its form, else whose it is
  const first = row[0]!
  const words = text.slice(first.start, first.end)
  const total = isTotal(words)
  if (headers[0]!.role === 'name' && digitValue(words.charCodeAt(0)) < 0 && !total && facts.place === null && facts.subject === null)
    if (/(?:산단|산업단지|단지|지구|특구|구역|시|군|구|읍|면|동|리|밸리|허브|공장)$/.test(words))
      facts.place = { value: words, span: first, rule: 'place:row' }
    else if (/㈜|\(주\)|주식회사/.test(words)) facts.subject = { value: words, span: first, rule: 'subject:row' }
  for (let k = 0; k < width; k++) readCell(sink, row[k]!, headers[k]!, facts, line ?? row[k]!, total)
  return facts
}

/** The number of one cell in the unit of its column. Cells that print their own unit are left to the scan of the text. */
export function readCell(sink: TableSink, value: Span, header: Header, facts: RowFacts, line: Span, total: boolean): void {
  const { text } = sink
  let at = value.start
  while (at < value.end && /[약총△▲+\s]/.test(text.charAt(at))) at++
  const { role } = header
  const indicator = role !== null && typeof role === 'object' ? role.indicator : null
  if (indicator !== null || header.unit !== null)
    sink.cells.push({ start: value.start, end: value.end, label: header.span, labelText: header.label, indicator, facts, line, total })
  if (digitValue(text.charCodeAt(at)) < 0) return
  if (role === 'due' || role === 'start' || role === 'year') {
    const date = firstDate(text, value)
    if (date !== null && date.end - date.start === 4)
      sink.mentions.push(cellMention(text, date, 'date', date.value as string, 'date', { amount: '', unit: '' }, 'date:table'))
    return
  }
  const number = readNumber(text, at)!
  if (number.end > value.end) return
  const { value: amount, end } = number
  if (!/^\s*(?:$|\(|및\s|[,，]\s)/.test(text.slice(end, value.end))) return
  const unit = unitOf(header, sink.unitLine)
  if (unit === null) return
  const { entry } = unit
  const counts = entry.countsNoun && indicator === 'firms' ? 'firms' : countedBy(header.label, entry)
  const printed = { amount: text.slice(at, end).replace(/[\s,]/g, ''), unit: header.text }
  const scaled = Number((amount * unit.factor).toPrecision(15))
  sink.mentions.push(cellMention(text, { start: at, end }, entry.kind, scaled, counts, printed, `${entry.kind}:table-header`))
}

/** Years that head columns are dates of the table. */
export function yearHeads(sink: TableSink, headers: readonly Header[]): void {
  for (const header of headers)
    if (/^\d{4}$/.test(header.text))
      sink.mentions.push(cellMention(sink.text, header.span, 'date', header.label, 'date', { amount: '', unit: '' }, 'date:table'))
}

const cellMention = (
  text: string,
  span: Span,
  kind: MentionKind,
  value: number | string,
  unit: string,
  printed: { amount: string; unit: string },
  rule: string,
): Mention => ({
  kind,
  text: text.slice(span.start, span.end),
  start: span.start,
  end: span.end,
  value,
  valueMax: null,
  unit,
  approximate: false,
  bound: null,
  per: null,
  printed: kind === 'date' ? null : printed,
  certainty: 0.85,
  rule,
})
