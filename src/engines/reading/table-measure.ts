import type { Span, Stage } from './reading.ts'
import { isBaseline, isRank, isYear } from './table-compare.ts'
import { firstDate, type RowFacts, type TableSink } from './table-facts.ts'
import { type Header, headerOf, isCompared } from './table-labels.ts'
import { headerUnit, unitOf } from './table-units.ts'

/** "5,300", "△1,200", "88.2": figures without a unit. A lone year is none. */
export const isPlainNumber = (text: string, cell: Span): boolean => {
  const words = text.slice(cell.start, cell.end)
  return /^[약총△▲+\s증감)]*[\d,]+(?:\.\d+)?(?:\s?\([^()]{1,20}\))?$/.test(words) && !/^(?:19|20)\d\d$/.test(words)
}

/** What a row measures, as its first cells say: "투자유치(억원)", or a label beside a column of units (단위). Null where no label stands before its figures. */
export function measureOfRow(text: string, row: readonly Span[], headers: readonly Header[]): Header | null {
  let label: Header | null = null
  let unit: Header['unit'] = null
  let figures = false
  for (let k = 0; k < Math.min(row.length, headers.length); k++) {
    const cell = row[k]!
    if (cell.end <= cell.start || cell.end - cell.start > 24) continue
    figures ||= k > 0 && isPlainNumber(text, cell)
    if (/^단\s?위$/.test(headers[k]!.label)) unit = headerUnit(text.slice(cell.start, cell.end).replace(/^\((.+)\)$/, '$1'))
    else if (!figures) {
      const said = headerOf(text, cell.start, cell.end)
      if (said !== null && !isYear(said.label) && (label === null || label.unit === null)) label = said
    }
  }
  return label === null ? null : { ...label, unit: label.unit ?? unit }
}

/** Whether a cell takes its unit from its row: a column without its own that compares, or any such column of a row that names its unit. */
export const asksRow = (header: Header, measure: Header | null): boolean =>
  header.unit === null && (isCompared(header) || (measure !== null && measure.unit !== null && !isRank(header.label)))

const indicates = (role: Header['role']): boolean => role !== null && typeof role === 'object'

/**
 * A column that compares (당초·변경, 공약·실적, years), with the unit of the row it meets. What stood before a change, and a year of a row that shares
 * the unit of its table, measure nothing that was promised.
 */
export function underRow(sink: TableSink, header: Header, measure: Header | null): Header {
  const own = indicates(header.role) ? header.role : null
  if (measure === null) return { ...header, role: own }
  const told = measure.unit ?? (indicates(measure.role) ? unitOf(measure, sink.unitLine) : null)
  // a row of another kind than the table's unit only names what the money is for: "고용 보조" in 백만원
  if (told === null) return { ...header, role: isBaseline(header.label) ? null : own }
  const quiet = isBaseline(header.label) || (isYear(header.label) && measure.unit === null)
  return { ...header, label: measure.label, unit: told, role: quiet ? null : (own ?? (indicates(measure.role) ? measure.role : null)) }
}

/** A column of years says by when, one of results (실적) that it was achieved. */
export function factsUnder(sink: TableSink, header: Header, measure: Header | null, facts: RowFacts): RowFacts {
  if (measure === null || measure.unit === null) return facts
  if (/실적|달성|이행|누적/.test(header.label)) return { ...facts, stage: { value: 'result' as Stage, span: null, rule: 'stage:column' } }
  if (!isYear(header.label)) return facts
  const date = firstDate(sink.text, { start: header.span.start, end: header.span.start + header.text.length })
  return date === null ? facts : { ...facts, due: { value: date.value, span: date, rule: 'due:table' } }
}
