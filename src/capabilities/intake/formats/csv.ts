import { Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { decodeText } from '../text/decode.ts'
import { brokenBytes } from './broken-bytes.ts'
import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { addSheet } from './sheet.ts'
import type { Cell } from './table.ts'
import { TextBuilder } from './text-builder.ts'
import type { Raw, SheetCells, Warning } from './types.ts'

/** A first line that only tells Excel which sign parts the fields. */
const saidDelimiter = /^sep=([,;|\t])\r?\n/i

/** The sign that parts the fields: the one that the file itself names, else the one that stands most evenly in the first lines. Commas where nothing speaks for another. */
export function delimiterOf(text: string): string {
  const said = saidDelimiter.exec(text)?.[1]
  if (said) return said
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/, 20)
    .filter((line) => line.trim() !== '')
  let best = ','
  let most = 0
  for (const sign of [',', '\t', ';', '|']) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1)
    const least = Math.min(...counts)
    const score = least > 0 ? least * 100 + counts.length : counts.filter((count) => count > 0).length
    if (score > most) {
      most = score
      best = sign
    }
  }
  return best
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}

async function cellsOf(text: string, options: Options, most: number): Promise<Cell[]> {
  const cells: Cell[] = []
  let row = 0
  const parser = Readable.from(slices(text)).pipe(parse(options))
  for await (const record of parser as AsyncIterable<string[]>) {
    row++
    for (let at = 0; at < record.length; at++) {
      const words = record[at]!
      if (words.trim() !== '') cells.push({ text: words, row, column: at + 1 })
    }
    if (cells.length > most) throw new FormatError('too-large')
  }
  return cells
}

/**
 * CSV의 글: a table of comma-, tab- or semicolon-parted values in UTF-8, UTF-16, EUC-KR or CP949, read as a stream of records. Lines of unequal length and
 * stray quotes are taken as they are.
 *
 * @throws FormatError `damaged` where the bytes are no text, `empty`, `too-large`
 */
export async function readCsv(bytes: Uint8Array, name: string, limits: Limits): Promise<Raw> {
  const { cells, warnings } = await csvCells(bytes, limits)
  if (cells.length === 0) throw new FormatError('empty')
  const builder = new TextBuilder(limits.characters)
  addSheet(builder, sheetName(name), cells, [], { titled: true })
  return { format: 'csv', ...builder.done(), title: null, warnings }
}

const sheetName = (name: string) => name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')

/** CSV의 칸 그대로: the cells of a CSV as one sheet. @throws FormatError as `readCsv` */
export async function csvSheet(bytes: Uint8Array, name: string, limits: Limits): Promise<SheetCells> {
  const { cells } = await csvCells(bytes, limits)
  return { name: sheetName(name), hidden: false, cells: cells.map(({ text, row, column }) => ({ text, row, column, kind: 'text' })) }
}

/** Quotes as CSV means them: without the sign that keeps words from becoming a number (`="001"`), and without blanks around them. */
function plainQuotes(text: string): string {
  let plain = text
  if (text.includes('="'))
    plain = plain
      .replace(/(^|[,;\t|\r\n])"=""([^"\r\n]{0,1000})"""(?=[,;\t|\r\n]|$)/g, '$1"$2"')
      .replace(/(^|[,;\t|\r\n])=("[^"\r\n]{0,1000}")(?=[,;\t|\r\n]|$)/g, '$1$2')
  if (!/" |[,;|]\s"/.test(text)) return plain
  return plain
    .replace(/([,;|])[ \t]{1,8}(?="[^"\r\n]{0,1000}"[ \t]{0,8}(?:[,;|\r\n]|$))/g, '$1')
    .replace(/("[^"\r\n]{0,1000}")[ \t]{1,8}(?=[,;|\r\n]|$)/g, '$1')
}

async function csvCells(bytes: Uint8Array, limits: Limits): Promise<{ cells: Cell[]; warnings: Warning[] }> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new FormatError('damaged')
  const text = plainQuotes(decoded.text.replace(/^\uFEFF/, ''))
  const options: Options = {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 1_000_000,
    from_line: saidDelimiter.test(text) ? 2 : 1,
  }
  try {
    return { cells: await cellsOf(text, options, limits.cells), warnings: brokenBytes(decoded) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // a quote that never closes swallows the rest: then quotes are words like others
    return { cells: await cellsOf(text, { ...options, quote: null, max_record_size: 0 }, limits.cells), warnings: brokenBytes(decoded) }
  }
}
