import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { isNoteMark } from './note-mark.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { officePackage } from './office-package.ts'
import { outOfSight } from './out-of-sight.ts'
import { addSheet } from './sheet.ts'
import { TextBuilder } from './text-builder.ts'
import type { Raw, SheetCells, Warning } from './types.ts'
import { unreadWarnings } from './unread.ts'
import { hiddenSheet } from './xls-hidden.ts'
import { boxesOf } from './xlsx-boxes.ts'
import { type Book, readCells, typed, walkXml } from './xlsx-cells.ts'
import { checkZip, unzip, type ZipEntry, zipEntries } from './zip.ts'

/**
 * 엑셀(XLSX)의 글: each sheet under its name, its tables as lines that name row, column and unit, every value with the address of its cell.
 * Numbers are written as their format shows them (35%, 2026-03-01, 120억원). Hidden sheets, rows and columns are left out and said so; what a filter
 * leaves out for now is read and said, too.
 *
 * @throws FormatError `damaged`, `empty`, `too-large`
 */
export function readXlsx(bytes: Uint8Array, limits: Limits): Raw {
  const entries = zipEntries(bytes, 65_534)
  checkZip(entries, limits)
  const part = partsOf(bytes, entries, limits)
  const book = readBook(part)
  const builder = new TextBuilder(limits.characters)
  const warnings: Warning[] = []
  let cellsLeft = limits.cells
  for (const sheet of book.sheets) {
    if (sheet.hidden) {
      warnings.push(hiddenSheet(sheet.name))
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
    const { cells, merged, unsolved, hidden, folded, skipped } = readCells(xml, book, cellsLeft)
    cellsLeft -= cells.length
    if (unsolved > 0)
      warnings.push({
        code: 'formula-without-value',
        ko: `시트 ‘${sheet.name}’의 수식 ${unsolved}개에 계산된 값이 없습니다. 엑셀에서 열어 저장한 뒤 다시 올려 주십시오.`,
        en: `${unsolved} formulas of the sheet “${sheet.name}” hold no value. Open and save the file in Excel and add it again.`,
      })
    warnings.push(...outOfSight(sheet.name, hidden, folded))
    const number = addSheet(builder, sheet.name, cells, merged, { skipped })
    for (const box of drawingsOf(part, sheet.path).flatMap(boxesOf)) {
      builder.gap()
      for (const line of box.lines) {
        builder.add(line, { sheet: number, row: box.row, column: box.column })
        builder.line()
      }
    }
  }
  const notes = entries
    .filter((entry) => /^xl\/(?:comments\/)?comments?\d*\.xml$/i.test(entry.name))
    .map((entry) => partOf(bytes, entry, limits) ?? '')
  warnings.push(...unreadWarnings({ comments: notes.reduce((sum, xml) => sum + [...xml.matchAll(/<(?:\w+:)?comment\s/g)].length, 0) }))
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
  const part = partsOf(bytes, entries, limits)
  const book = readBook(part)
  let cellsLeft = limits.cells
  return book.sheets.flatMap((sheet) => {
    const xml = part(sheet.path)
    if (xml === null) return []
    const { cells, merged } = readCells(xml, book, cellsLeft, typed, true)
    cellsLeft -= cells.length
    return [{ name: sheet.name, hidden: sheet.hidden, cells, merged }]
  })
}

function partOf(bytes: Uint8Array, entry: ZipEntry | undefined, limits: Limits): string | null {
  return entry ? new TextDecoder().decode(unzip(bytes, entry, limits.unpackedBytes)) : null
}

/** Drawings that lie over a sheet. */
function drawingsOf(part: (name: string) => string | null, path: string): string[] {
  const relations = part(path.replace(/[^/]*$/, (own) => `_rels/${own}.rels`))
  const drawings: string[] = []
  walkXml(relations ?? '', {
    open: (name, { Type = '', Target = '' }) => {
      if (name !== 'Relationship' || !Type.endsWith('/drawing')) return
      const xml = part(`xl/drawings/${Target.replace(/\\/g, '/').replace(/^.*\//, '')}`)
      if (xml !== null) drawings.push(xml)
    },
  })
  return drawings
}

/** The parts of a workbook by their names, whose case does not matter. */
function partsOf(bytes: Uint8Array, entries: readonly ZipEntry[], limits: Limits): (name: string) => string | null {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const main = officePackage(bytes, entries)?.main ?? workbookPart
  const relations = (name: string) => name.replace(/[^/]*$/, (own) => `_rels/${own}.rels`)
  const own: Record<string, string> = { [workbookPart]: main, [relations(workbookPart)]: relations(main) }
  return (name) => partOf(bytes, byName.get((own[name] ?? name).toLowerCase()), limits)
}
const workbookPart = 'xl/workbook.xml'

function readBook(part: (name: string) => string | null): Book {
  const workbook = part(workbookPart)
  if (workbook === null) throw new FormatError('damaged')
  const targets = new Map<string, string>()
  walkXml(part('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Id && attributes.Target)
        targets.set(attributes.Id, attributes.Target.replace(/\\/g, '/').replace(/^\/?(?:xl\/)?/i, 'xl/'))
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

/** Shared strings; readings of Chinese characters (`rPh`) and numbers of notes set high are no part of them. */
function readStrings(xml: string): string[] {
  const strings: string[] = []
  let words = ''
  let run = ''
  let inText = false
  let raised = false
  let phonetic = 0
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'si') words = ''
      else if (name === 'rPh') phonetic++
      else if (name === 'r') raised = false
      else if (name === 'vertAlign') raised = attributes.val === 'superscript'
      else if (name === 't') {
        run = ''
        inText = phonetic === 0
      }
    },
    text: (piece) => {
      if (inText) run += piece
    },
    close: (name) => {
      if (name === 'si') strings.push(words)
      else if (name === 'rPh') phonetic--
      else if (name === 'r') raised = false
      else if (name === 't') {
        if (inText && !(raised && isNoteMark(run, words))) words += run
        inText = false
      }
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
