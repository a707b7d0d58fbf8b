import { digitValue } from '../characters.ts'
import { readNumber } from '../quantities/numbers.ts'
import type { Mention, MentionKind, Span } from '../reading.ts'
import { AMOUNT, titleOf } from './caption.ts'
import { COUNTS_FIRMS, isBaseline, isCondition, isTotal, isYear } from './compare.ts'
import { emptyFacts, firstDate, noteFact, type RowFacts, type TableSink } from './facts.ts'
import { asShown } from './fit.ts'
import type { Header } from './labels.ts'
import { asksRow, factsUnder, isPlainNumber, measureOfRow, underRow } from './measure.ts'
import { countedBy, headerUnit, unitOf } from './units.ts'

/** One row below its headers: first what it says of itself, then its numbers. `line` is the row's own line, or null where each cell has one. */
export function readRow(sink: TableSink, row: readonly Span[], columns: readonly Header[], line: Span | null): RowFacts {
  const { text } = sink
  // a bare year that names its row
  const [lead] = columns
  const dated = lead?.role === 'name' && /^(?:19|20)\d\d$/.test(text.slice(row[0]!.start, row[0]!.end))
  const named = dated ? [{ ...lead, role: 'year' as const }, ...columns.slice(1)] : columns
  const headers = named.map((header, k) => (row[k] === undefined ? header : asShown(text, header, row[k])))
  const facts = emptyFacts()
  // "|---|---|" only draws a line
  if (row.every((cell) => /^[-–—:=\s]*$/.test(text.slice(cell.start, cell.end)))) return facts
  const width = Math.min(row.length, headers.length)
  for (let k = 0; k < width; k++) noteFact(sink, headers[k]!, behindTitle(text, headers[k]!, row[k]!), facts)
  // the first column names the row: a place by its form, else whose it is
  const first = row[0]!
  const words = text.slice(first.start, first.end)
  const total = isTotal(words)
  if (headers[0]!.role === 'name' && digitValue(words.charCodeAt(0)) < 0 && !total && facts.place === null && facts.subject === null)
    if (/(?:산단|산업단지|단지|지구|특구|구역|시|군|구|읍|면|동|리|밸리|허브|공장)$/.test(words))
      facts.place = { value: words, span: first, rule: 'place:row' }
    else if (/㈜|\(주\)|주식회사/.test(words)) facts.subject = { value: words, span: first, rule: 'subject:row' }
  // 합계 under 기업명: what several bring is nobody's alone, whoever was spoken of before the table
  if (total && facts.subject === null && headers.some((header) => header.role === 'subject'))
    facts.subject = { value: null, span: null, rule: 'subject:total' }
  const measure = measureOfRow(text, row, headers)
  for (let k = 0; k < width; k++) {
    const header = headers[k]!
    // 금액(억원) under "2025년 업종별 외국인투자 유치": the title says of what
    const title = header.role === null && header.unit !== null && AMOUNT.test(header.label) ? titleOf(sink) : null
    if (title !== null && typeof title.role === 'object' && title.role?.kind === header.unit?.entry.kind) {
      const told = facts.due === null && title.due !== null ? { ...facts, due: title.due } : facts
      readCell(sink, row[k]!, { ...header, label: title.label, role: title.role }, told, line ?? row[k]!, total)
      continue
    }
    const under = asksRow(header, measure) && isPlainNumber(text, row[k]!) ? underRow(sink, header, measure) : header
    readCell(sink, row[k]!, under, under === header ? facts : factsUnder(sink, header, measure, facts), line ?? row[k]!, total)
  }
  return facts
}

/** "입주 예정지 한들산업단지" under "입주 예정지": a cell that repeats the title of its column, without it. */
function behindTitle(text: string, { label }: Header, cell: Span): Span {
  const at = cell.start + label.length
  return label !== '' && at + 1 < cell.end && text.charCodeAt(at) === 0x20 && text.startsWith(label, cell.start)
    ? { start: at + 1, end: cell.end }
    : cell
}

/** The number of one cell in the unit of its column. Cells that print their own unit are left to the scan of the text. */
export function readCell(sink: TableSink, value: Span, header: Header, facts: RowFacts, line: Span, total: boolean): void {
  const { text } = sink
  let at = value.start
  while (at < value.end && /[약총△▲+\s증감)]/.test(text.charAt(at))) at++
  const firms =
    header.role === 'subject' && COUNTS_FIRMS.test(header.label) && isPlainNumber(text, value)
      ? true
      : // "합계 | 9개 기업 | 203,181"
        total && typeof header.role !== 'object' && /^\d{1,4}\s?개\s?(?:사|기업|업체)$/.test(text.slice(value.start, value.end))
  const role: Header['role'] = firms ? { indicator: 'firms', kind: 'count' } : header.role
  const indicator = role !== null && typeof role === 'object' ? role.indicator : null
  // a cell without an indicator says that its number is promised by nobody
  const quiet = isCondition(header.label) || isBaseline(header.label) || (isYear(header.label) && header.planned !== true && sink.unitLine.length > 0)
  if (indicator !== null || header.unit !== null || quiet)
    sink.cells.push({
      start: value.start,
      end: value.end,
      label: header.span,
      labelText: header.label,
      indicator,
      facts,
      line,
      total,
      column: header.span.start,
      sum: isTotal(header.text),
    })
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
  // "12개" below 기업수: the head says what the counter counts
  const counter = /^\s?[개곳](?=\s*(?:$|\())/.exec(text.slice(end, value.end))?.[0].length ?? 0
  if (counter === 0 && !/^\s*(?:$|\(|및\s|[,，]\s)/.test(text.slice(end, value.end))) return
  const unit = unitOf(header, sink.unitLine) ?? (indicator === 'firms' ? headerUnit('개사') : null)
  if (unit === null) return
  const { entry } = unit
  if (counter > 0 && (entry.kind !== 'count' || entry.unit === 'persons')) return
  const counts = entry.countsNoun && indicator === 'firms' ? 'firms' : countedBy(header.label, entry)
  const printed = { amount: text.slice(at, end).replace(/[\s,]/g, ''), unit: header.text }
  const scaled = Number((amount * unit.factor).toPrecision(15))
  sink.mentions.push(
    cellMention(
      text,
      { start: at, end: end + counter },
      entry.kind,
      scaled,
      counts,
      printed,
      counter > 0 ? 'count:table-noun' : `${entry.kind}:table-header`,
    ),
  )
  if (header.shared) shareBeside(sink, end, value.end)
}

/** "689(36.0)" under 면적(천㎡, %): the share in brackets. */
function shareBeside(sink: TableSink, from: number, to: number): void {
  const found = /^\s?\((\d{1,3}(?:\.\d+)?)%?\)/.exec(sink.text.slice(from, to))
  if (found === null) return
  const start = from + found[0].indexOf(found[1]!)
  const share = Number((Number(found[1]) / 100).toPrecision(15))
  const printed = { amount: found[1]!, unit: '%' }
  sink.mentions.push(cellMention(sink.text, { start, end: start + found[1]!.length }, 'percent', share, 'ratio', printed, 'percent:table-header'))
}

/** Years that head columns are dates of the table: "2026", "'26", "2027 이후". */
export function yearHeads(sink: TableSink, headers: readonly Header[]): void {
  for (const { text, span } of headers) {
    const year = /^(?:((?:19|20)\d\d)(?!\d|\s?년)|['‘’](\d\d)$)/.exec(text)
    if (year === null) continue
    const at = { start: span.start, end: span.start + year[0].length }
    sink.mentions.push(cellMention(sink.text, at, 'date', year[1] ?? `20${year[2]}`, 'date', { amount: '', unit: '' }, 'date:table'))
  }
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
