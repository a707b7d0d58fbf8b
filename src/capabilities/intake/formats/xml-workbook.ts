import { decodeText } from '../text/decode.ts'
import { brokenBytes } from './broken-bytes.ts'
import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { numberFormat, shown } from './number-format.ts'
import { outOfSight } from './out-of-sight.ts'
import { addSheet } from './sheet.ts'
import type { Cell } from './table.ts'
import { TextBuilder } from './text-builder.ts'
import type { Raw } from './types.ts'
import { hiddenSheet } from './xls-hidden.ts'
import { type Merged, walkXml } from './xlsx-cells.ts'

/** Formats that Excel calls by a name in this form. */
const named: Record<string, number> = { Percent: 9, 'Short Date': 14, 'Medium Date': 15, 'Long Date': 14, 'General Date': 22, Standard: 4 }

/** Attributes without their prefix, which is the maker's choice. */
const plain = (attributes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]))

interface Sheet {
  name: string
  hidden: boolean
  cells: Cell[]
  merged: Merged[]
  /** Rows and columns that are not on the screen. */
  rows: Set<number>
  columns: Set<number>
}

/**
 * 엑셀 2003 XML의 글: a workbook that is one XML text, as many web systems write it under the name of .xls; its sheets as those of an XLSX.
 *
 * @throws FormatError `damaged`, `empty`, `too-large`
 */
export function readXmlWorkbook(bytes: Uint8Array, limits: Limits): Raw {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new FormatError('damaged')
  const builder = new TextBuilder(limits.characters)
  const warnings = brokenBytes(decoded)
  for (const sheet of sheetsOf(decoded.text, limits.cells)) {
    if (sheet.hidden) {
      warnings.push(hiddenSheet(sheet.name))
      continue
    }
    const seen = sheet.cells.filter((cell) => !sheet.rows.has(cell.row) && !sheet.columns.has(cell.column))
    const unseen = (of: 'row' | 'column', at: ReadonlySet<number>) => new Set(sheet.cells.map((cell) => cell[of]).filter((one) => at.has(one))).size
    warnings.push(...outOfSight(sheet.name, { rows: unseen('row', sheet.rows), columns: unseen('column', sheet.columns) }, { rows: 0, columns: 0 }))
    addSheet(builder, sheet.name, seen, sheet.merged, { skipped: sheet.rows })
  }
  return { format: 'xls', ...builder.done(), title: null, warnings }
}

function sheetsOf(xml: string, most: number): Sheet[] {
  const sheets: Sheet[] = []
  const formats = new Map<string, ReturnType<typeof numberFormat>>()
  let style = ''
  let [row, column, across, down] = [0, 0, 0, 0]
  let cell = { type: '', style: '', value: '' }
  let place: 'data' | 'visible' | null = null
  let count = 0
  walkXml(xml, {
    open: (name, raw) => {
      const { ID = '', Name = '', Format = '', Index, Hidden, Span = '0', MergeAcross = '0', MergeDown = '0', StyleID = '', Type = '' } = plain(raw)
      const sheet = sheets.at(-1)
      if (name === 'Style') style = ID
      else if (name === 'NumberFormat') formats.set(style, Format in named ? numberFormat(named[Format]!) : numberFormat(164, Format))
      else if (name === 'Worksheet') {
        sheets.push({ name: Name, hidden: false, cells: [], merged: [], rows: new Set(), columns: new Set() })
        row = 0
        column = 0
      } else if (name === 'Visible') place = 'visible'
      else if (name === 'Column' && sheet) {
        const from = Number(Index) || column + 1
        column = from + Math.min(Number(Span) || 0, 20_000)
        if (Hidden === '1') for (let at = from; at <= column; at++) sheet.columns.add(at)
      } else if (name === 'Row' && sheet) {
        row = Number(Index) || row + 1
        column = 0
        if (Hidden === '1') sheet.rows.add(row)
      } else if (name === 'Cell') {
        column = Number(Index) || column + 1
        across = Number(MergeAcross) || 0
        down = Number(MergeDown) || 0
        cell = { type: '', style: StyleID, value: '' }
      } else if (name === 'Data') {
        cell.type = Type
        place = 'data'
      }
    },
    text: (words) => {
      if (place === 'data') cell.value += words
      else if (place === 'visible' && /hidden/i.test(words)) sheets.at(-1)!.hidden = true
    },
    close: (name) => {
      if (name === 'Data' || name === 'Visible') place = null
      else if (name === 'Cell') {
        const sheet = sheets.at(-1)
        const text = wordsOf(cell, formats.get(cell.style))
        if (sheet && across + down > 0) sheet.merged.push({ top: row, left: column, bottom: row + down, right: column + across })
        if (sheet && text.trim() !== '') sheet.cells.push({ text, row, column })
        if (++count > most) throw new FormatError('too-large')
        column += across
      }
    },
  })
  return sheets
}

function wordsOf({ type, value }: { type: string; value: string }, format = numberFormat(0)): string {
  if (type === 'Error') return ''
  if (type === 'Boolean') return value === '1' ? '예' : '아니오'
  if (type === 'DateTime') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace(/T(\d\d:\d\d).*$/, ' $1')
  return type === 'Number' && value !== '' && Number.isFinite(Number(value)) ? shown(Number(value), format, false) : value
}
