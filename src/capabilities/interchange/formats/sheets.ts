import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { stillZip } from '#api/still-zip'
import { writeCell } from '#engines/interchange/cell'
import { byteOrderMark, csvLine } from '#engines/interchange/csv-line'
import { checkOf } from '#engines/interchange/marks'
import { type Column, guideName, type TableOf } from '#engines/interchange/tables'
import { listsFor, type OfficeLists } from '../lists.ts'
import type { RecordRow } from '../looking.ts'
import { guide } from './guide.ts'

/** A table with the rows that stand in it. */
export interface FilledTable {
  readonly table: TableOf
  readonly rows: readonly RecordRow[]
}

const heading = (column: Column, locale: 'ko' | 'en') => column[locale]
const numeric = (column: Column) => column.form === 'amount' || column.form === 'share'

/** The texts of a row's cells, in the order of the columns. */
function texts(table: TableOf, row: RecordRow, office: OfficeLists, locale: 'ko' | 'en'): string[] {
  const lists = listsFor(office, row.values.machine ?? (table.id === 'projects' ? row.values.kind : null) ?? null)
  return table.columns.map((column) => {
    if (column.use === 'id') return row.id
    if (column.use === 'check') return checkOf(table, row.id, row.values)
    return writeCell(column, row.values[column.id] ?? null, locale, lists)
  })
}

/** 한 표를 CSV로: UTF-8 with a byte order mark; nothing in it is run as a formula. */
export function csvOf({ table, rows }: FilledTable, office: OfficeLists, locale: 'ko' | 'en'): string {
  const lines = rows.map((row) => csvLine(texts(table, row, office, locale).map((text, at) => ({ text, numeric: numeric(table.columns[at]!) }))))
  return `${byteOrderMark}${csvLine(table.columns.map((column) => ({ text: heading(column, locale) })))}${lines.join('')}`
}

/** 자료 사전만 CSV로. */
export const guideCsv = (office: OfficeLists, locale: 'ko' | 'en'): string =>
  `${byteOrderMark}${guide(office, locale)
    .map((line) => csvLine(line.map((text) => ({ text }))))
    .join('')}`

const grey = '#f1f3f5'
const text = (value: string): Cell => (value === '' ? null : { value, type: String, format: '@' })

/** A number that a spreadsheet's binary fraction would round stays a text, so that it comes back as it went. */
function number(value: string): Cell {
  if (value === '') return null
  const exact = Number(value)
  if (!Number.isFinite(exact) || String(exact) !== value || (Number.isInteger(exact) && !Number.isSafeInteger(exact))) return text(value)
  return { value: exact, type: Number, format: value.includes('.') ? '0.################' : '#,##0' }
}

const widths: Partial<Record<Column['form'], number>> = { id: 12, day: 12, amount: 20, share: 8, unit: 10, person: 24, check: 8 }
const widthOf = (column: Column) => widths[column.form] ?? (column.form.startsWith('list:') ? 12 : column.longest > 1000 ? 40 : 26)

/**
 * 모든 표를 XLSX로: a sheet for each table with its heading in one language, cells that are for reading only in grey, and the sheet that explains them. Days are texts
 * (2026-01-05), so that no time zone moves them.
 */
export async function workbookOf(filled: readonly FilledTable[], office: OfficeLists, locale: 'ko' | 'en'): Promise<Buffer> {
  const sheets = filled.map(({ table, rows }) => {
    const head = table.columns.map((column): Cell => {
      const own = column.use === 'read' || column.use === 'check' || column.use === 'id'
      return { value: heading(column, locale), type: String, fontWeight: 'bold', ...(own ? { backgroundColor: grey } : {}) }
    })
    const body = rows.map((row) => texts(table, row, office, locale).map((value, at) => (numeric(table.columns[at]!) ? number(value) : text(value))))
    return {
      sheet: table[locale],
      data: [head, ...body] as SheetData,
      stickyRowsCount: 1,
      columns: table.columns.map((column) => ({ width: widthOf(column) })),
    }
  })
  const [first = [], ...rest] = guide(office, locale)
  const explained = {
    sheet: guideName[locale],
    data: [first.map((value): Cell => ({ value, type: String, fontWeight: 'bold' })), ...rest.map((line) => line.map(text))] as SheetData,
    stickyRowsCount: 1,
    columns: [{ width: 14 }, { width: 18 }, { width: 24 }, { width: 60 }, { width: 30 }, { width: 26 }],
  }
  return stillZip(await writeXlsxFile([...sheets, explained]).toBuffer())
}
