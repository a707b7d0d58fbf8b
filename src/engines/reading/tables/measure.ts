import type { Slot, Span, Stage } from '../reading.ts'
import { isBaseline, isRank, isTotal, isYear } from './compare.ts'
import type { RowFacts, TableSink } from './facts.ts'
import { type Header, headerOf, isCompared } from './labels.ts'
import { headerUnit, unitOf } from './units.ts'

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
  const told = measure === null ? null : (measure.unit ?? (indicates(measure.role) ? unitOf(measure, sink.unitLine) : null))
  // a row of another kind than the table's unit only names what the money is for: "고용 보조" in 백만원
  if (measure === null || told === null) {
    const quiet = isBaseline(header.label) || (isYear(header.label) && own === null && header.planned !== true)
    return { ...header, role: quiet ? null : (own ?? (header.unit === null && unitOf(header, sink.unitLine) !== null ? sink.over : null)) }
  }
  const quiet = isBaseline(header.label) || (isYear(header.label) && measure.unit === null && own === null && header.planned !== true)
  return { ...header, label: measure.label, unit: told, role: quiet ? null : (own ?? (indicates(measure.role) ? measure.role : sink.over)) }
}

/** "'26예산(A) | '27안(B) | 증감": of two years compared, the later is the one planned. */
export function plannedYear(headers: readonly Header[]): readonly Header[] {
  const change = headers.findIndex((h) => /^증[\s·]?감/.test(h.label))
  if (change < 2 || !isYear(headers[change - 1]!.label) || !isYear(headers[change - 2]!.label)) return headers
  if (!/예산|안/.test(headers[change - 1]!.label)) return headers
  return headers.map((header, k) => (k === change - 1 ? { ...header, role: { indicator: 'budget', kind: 'money' } } : header))
}

/** A column headed by a year alone: "2026", "2027년", "2028년 이후". */
const BARE_YEAR = /^(?:(?:19|20)\d\d|['‘’]\d\d)\s?(?:년도?)?(?:\s?(?:이후|까지))?$/

/**
 * Columns of years that a plan divides its money by (연도별 투자계획): beside their total, or three and more, each is what is spent in its year. Of two years
 * without a total the later is the one planned: "구분 2025년 2026년".
 */
export function yearsPlanned(headers: readonly Header[]): readonly Header[] {
  const years = headers.filter((h) => h.unit === null && BARE_YEAR.test(h.label))
  if (years.length < 2) return headers
  const all = years.length > 2 || headers.some((h) => isTotal(h.label))
  const last = years.at(-1)!
  return headers.map((h) => {
    if (years.includes(h)) return all || h === last ? { ...h, planned: true } : h
    return isTotal(h.label) && !/이후$/.test(last.label) ? { ...h, until: yearOf(last)! } : h
  })
}

/** A column of years says by when, one of results (실적) that it was achieved; a heading "2026년 지원예산" gives its year to all below it. */
export function factsUnder(sink: TableSink, header: Header, measure: Header | null, facts: RowFacts): RowFacts {
  // the sum of the years is due with the last
  if (header.until !== undefined && facts.due === null) return { ...facts, due: header.until }
  const year = yearOf(header)
  if (year !== null && (header.planned === true || indicates(header.role) || (measure !== null && measure.unit !== null)))
    // what is left for later years is due with the whole: "2027년 이후"
    return /이후$/.test(header.label) ? { ...facts, start: { ...year, rule: 'start:table' } } : { ...facts, due: year }
  if (measure !== null && measure.unit !== null && /실적|달성|이행|누적/.test(header.label))
    return { ...facts, stage: { value: 'result' as Stage, span: null, rule: 'stage:column' } }
  return facts.due === null && sink.overDue !== null ? { ...facts, due: sink.overDue } : facts
}

/** The year in the head of a column: "2027", "'27안(B)". */
function yearOf({ label, span }: Header): Slot<string> | null {
  const found = isYear(label) ? /^(?:((?:19|20)\d\d)|['‘’](\d\d))/.exec(label) : null
  if (found === null) return null
  return { value: found[1] ?? `20${found[2]}`, span: { start: span.start, end: span.start + found[0].length }, rule: 'due:table' }
}
