import { Parser } from 'htmlparser2'
import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { type NumberFormat, numberFormat, shown } from './number-format.ts'
import { addSheet } from './sheet.ts'
import type { Cell } from './table.ts'
import { TextBuilder } from './text-builder.ts'
import type { CellWords, Raw, SheetCells, Warning } from './types.ts'
import { checkZip, unzip, type ZipEntry, zipEntries } from './zip.ts'

type Attributes = Record<string, string>

/** Walk an XML text by events; nothing of it is kept. Prefixes of names are left out. */
function walkXml(
  xml: string,
  on: { open?: (name: string, attributes: Attributes) => void; text?: (words: string) => void; close?: (name: string) => void },
): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => on.open?.(local(name), attributes),
      ontext: (words) => on.text?.(words),
      onclosetag: (name) => on.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

interface Book {
  sheets: { name: string; path: string; hidden: boolean }[]
  strings: string[]
  formats: NumberFormat[]
  from1904: boolean
}

/**
 * 엑셀(XLSX)의 글: each sheet under its name, its tables as lines that name row, column and unit, every value with the address of its cell.
 * Numbers are written as their format shows them (35%, 2026-03-01, 120억원). Hidden sheets are left out and said so.
 *
 * @throws FormatError `damaged`, `empty`, `too-large`
 */
export function readXlsx(bytes: Uint8Array, limits: Limits): Raw {
  const entries = zipEntries(bytes, 65_534)
  checkZip(entries, limits)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const part = (name: string): string | null => partOf(bytes, byName.get(name), limits)
  const book = readBook(part)
  const builder = new TextBuilder(limits.characters)
  const warnings: Warning[] = []
  let cellsLeft = limits.cells
  for (const sheet of book.sheets) {
    if (sheet.hidden) {
      warnings.push({
        code: 'hidden-sheet',
        ko: `숨긴 시트 ‘${sheet.name}’은(는) 읽지 않았습니다.`,
        en: `The hidden sheet “${sheet.name}” was not read.`,
      })
      continue
    }
    const xml = part(sheet.path)
    if (xml === null) {
      warnings.push({
        code: 'partly-read',
        ko: `시트 ‘${sheet.name}’이(가) 파일에 없습니다.`,
        en: `The sheet “${sheet.name}” is missing in the file.`,
      })
      continue
    }
    const { cells, merged, unsolved, hidden } = readCells(xml, book, cellsLeft)
    cellsLeft -= cells.length
    if (unsolved > 0)
      warnings.push({
        code: 'formula-without-value',
        ko: `시트 ‘${sheet.name}’의 수식 ${unsolved}개에 계산된 값이 없습니다. 엑셀에서 열어 저장한 뒤 다시 올려 주십시오.`,
        en: `${unsolved} formulas of the sheet “${sheet.name}” hold no value. Open and save the file in Excel and add it again.`,
      })
    if (hidden > 0)
      warnings.push({
        code: 'hidden-rows',
        ko: `시트 ‘${sheet.name}’의 숨긴 행 ${hidden}개도 읽었습니다.`,
        en: `${hidden} hidden rows of the sheet “${sheet.name}” were read, too.`,
      })
    addSheet(builder, sheet.name, cells, merged)
  }
  return { format: 'xlsx', ...builder.done(), title: null, warnings }
}

/**
 * 표의 칸 그대로: every sheet with its cells as they were typed, not as they are shown: a number in full, a date as its day, an error by its name.
 *
 * @throws FormatError `damaged`, `too-large`
 */
export function xlsxCells(bytes: Uint8Array, limits: Limits): SheetCells[] {
  const entries = zipEntries(bytes, 65_534)
  checkZip(entries, limits)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const part = (name: string): string | null => partOf(bytes, byName.get(name), limits)
  const book = readBook(part)
  let cellsLeft = limits.cells
  return book.sheets.flatMap((sheet) => {
    const xml = part(sheet.path)
    if (xml === null) return []
    const { cells, merged } = readCells(xml, book, cellsLeft, typed)
    cellsLeft -= cells.length
    return [{ name: sheet.name, hidden: sheet.hidden, cells, merged }]
  })
}

function partOf(bytes: Uint8Array, entry: ZipEntry | undefined, limits: Limits): string | null {
  return entry ? new TextDecoder().decode(unzip(bytes, entry, limits.unpackedBytes)) : null
}

function readBook(part: (name: string) => string | null): Book {
  const workbook = part('xl/workbook.xml')
  if (workbook === null) throw new FormatError('damaged')
  const targets = new Map<string, string>()
  walkXml(part('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Id && attributes.Target) targets.set(attributes.Id, attributes.Target.replace(/^\/?(?:xl\/)?/, 'xl/'))
    },
  })
  const book: Book = {
    sheets: [],
    strings: readStrings(part('xl/sharedStrings.xml') ?? ''),
    formats: readFormats(part('xl/styles.xml') ?? ''),
    from1904: false,
  }
  walkXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') book.from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      // the prefix of relationships is the maker's choice
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const path = targets.get(relation ?? '') ?? `xl/worksheets/sheet${book.sheets.length + 1}.xml`
      book.sheets.push({ name: attributes.name ?? '', path, hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden' })
    },
  })
  return book
}

/** Shared strings; readings of Chinese characters (`rPh`) are no part of them. */
function readStrings(xml: string): string[] {
  const strings: string[] = []
  let words = ''
  let inText = false
  let phonetic = 0
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') words = ''
      else if (name === 'rPh') phonetic++
      else if (name === 't') inText = phonetic === 0
    },
    text: (piece) => {
      if (inText) words += piece
    },
    close: (name) => {
      if (name === 'si') strings.push(words)
      else if (name === 'rPh') phonetic--
      else if (name === 't') inText = false
    },
  })
  return strings
}

/** Number formats by the index of a cell's style. */
function readFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(numberFormat(Number(attributes.numFmtId ?? 0), codes.get(Number(attributes.numFmtId))))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

/** A block of merged cells, all ends included, from 1. */
export interface Merged {
  top: number
  left: number
  bottom: number
  right: number
}

/** Row and column of an address such as `AB4`, or null. */
function addressed(address: string | undefined): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address ?? '')
  if (!found) return null
  let column = 0
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(found[2]), column }
}

type Wording = (value: string, type: string, style: number, book: Book) => CellWords

function readCells(
  xml: string,
  book: Book,
  most: number,
  wording: Wording = asShown,
): { cells: (Cell & CellWords)[]; merged: Merged[]; unsolved: number; hidden: number } {
  const cells: (Cell & CellWords)[] = []
  const merged: Merged[] = []
  let unsolved = 0
  let hidden = 0
  let unseen = false
  let row = 0
  let column = 0
  let type = ''
  let style = 0
  let formula = false
  let value = ''
  let reading = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.r) || row + 1
        column = 0
        unseen = attributes.hidden === '1' || attributes.hidden === 'true'
      } else if (name === 'c') {
        const at = addressed(attributes.r)
        row = at?.row ?? row
        column = at?.column ?? column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        formula = false
        value = ''
      } else if (name === 'f') formula = true
      else if (name === 'v' || name === 't') reading = true
      else if (name === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(addressed)
        if (from && to && merged.length < 100_000) merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
      }
    },
    text: (piece) => {
      if (reading) value += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      if (name !== 'c') return
      if (value === '' && formula) unsolved++
      const words = wording(value, type, style, book)
      if (words.text.trim() === '') return
      cells.push({ ...words, row, column })
      // a row counts once, with its first word
      if (unseen) hidden++
      unseen = false
      if (cells.length > most) throw new FormatError('too-large')
    },
  })
  return { cells, merged, unsolved, hidden }
}

const asShown: Wording = (value, type, style, book) => ({ text: textOf(value, type, style, book), kind: 'text' })

/** What was typed into a cell. Excel keeps a number as a binary fraction; its shortest decimal text is what a person typed. */
const typed: Wording = (value, type, style, book) => {
  if (value === '' || type === 's') return { text: textOf(value, type, style, book), kind: 'text' }
  if (type === 'e') return { text: value, kind: 'error' }
  if (type === 'b') return { text: value === '1' ? 'true' : 'false', kind: 'truth' }
  const number = Number(value)
  if (type !== 'n' || !Number.isFinite(number)) return { text: value, kind: 'text' }
  const format = book.formats[style] ?? numberFormat(0)
  if (format.kind === 'date' || format.kind === 'datetime' || format.kind === 'month' || format.kind === 'year')
    return { text: shown(Math.floor(number), { ...format, kind: 'date' }, book.from1904), kind: 'day' }
  return { text: shown(number, numberFormat(0), false), kind: 'number' }
}

function textOf(value: string, type: string, style: number, book: Book): string {
  if (value === '' || type === 'e') return ''
  if (type === 's') return book.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? '예' : '아니오'
  // a day as ISO 8601 writes it
  if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ')
  if (type !== 'n') return value
  const number = Number(value)
  return Number.isFinite(number) ? shown(number, book.formats[style] ?? numberFormat(0), book.from1904) : value
}
