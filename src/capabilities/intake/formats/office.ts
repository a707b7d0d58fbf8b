import type { IRBlock, IRCell, IRTable, ParseResult } from 'kordoc'
import { wholeDocx } from './docx-parts.ts'
import { FormatError } from './failure.ts'
import { undistributed } from './hwp-distributed.ts'
import { withoutStruckHwp } from './hwp-struck.ts'
import { hwpUnread } from './hwp-unread.ts'
import { wholeHwpx } from './hwpx-parts.ts'
import type { Limits } from './limits.ts'
import { nestedTitle } from './nested-table.ts'
import { underUsualNames } from './office-package.ts'
import { usableTitle } from './pdf.ts'
import { addTable, type Cell, type Grid } from './table.ts'
import { TextBuilder } from './text-builder.ts'
import type { FailureReason, Raw, Warning } from './types.ts'
import { hiddenSheet, hiddenSheets } from './xls-hidden.ts'
import { shownXls } from './xls-rows.ts'
import { checkZip, unzip, zipEntries } from './zip.ts'

/** Formats that kordoc reads for us. Its Markdown is a rendering; the text is made from its blocks. */
export type OfficeFormat = 'hwp' | 'hwpx' | 'hwp3' | 'hwpml' | 'docx' | 'xls'

const reasons: Partial<Record<string, FailureReason>> = {
  EMPTY_INPUT: 'empty',
  ENCRYPTED: 'encrypted',
  DRM_PROTECTED: 'encrypted',
  DECOMPRESSION_BOMB: 'too-large',
  ZIP_BOMB: 'too-large',
  OUTPUT_TOO_LARGE: 'too-large',
  UNSUPPORTED_FORMAT: 'damaged',
}

const readers: Record<OfficeFormat, (bytes: ArrayBuffer) => Promise<ParseResult>> = {
  hwp: async (bytes) => (await import('kordoc')).parseHwp(bytes),
  hwpx: async (bytes) => (await import('kordoc')).parseHwpx(bytes),
  hwp3: async (bytes) => (await import('kordoc')).parseHwp3(bytes),
  hwpml: async (bytes) => (await import('kordoc')).parseHwpml(bytes),
  docx: async (bytes) => (await import('kordoc')).parseDocx(bytes),
  xls: async (bytes) => (await import('kordoc')).parseXls(bytes),
}

/**
 * 한글·워드·옛 엑셀 문서의 글: paragraphs and tables in the order of reading.
 *
 * @throws FormatError `encrypted`, `damaged`, `empty`, `too-large`, `too-deep`
 */
export async function readOffice(bytes: Uint8Array, format: OfficeFormat, limits: Limits): Promise<Raw> {
  let whole = bytes
  const warnings: Warning[] = []
  let setIn: Warning | undefined
  if (format === 'hwpx' || format === 'docx') {
    let entries = zipEntries(bytes, 65_534)
    checkZip(entries, limits)
    if (format === 'hwpx') refuseEncrypted(bytes, entries)
    else {
      const named = underUsualNames(bytes, entries, 'docx', limits.unpackedBytes)
      whole = named.bytes
      if (named.renamed) entries = zipEntries(whole, 65_534)
    }
    const made = format === 'hwpx' ? wholeHwpx(bytes, entries, limits) : wholeDocx(whole, entries, limits)
    whole = made.bytes
    warnings.push(...made.warnings)
    setIn = made.warnings.find((one) => one.code === 'partly-read')
  }
  if (format === 'hwp') {
    refuseSealed(bytes)
    const open = undistributed(bytes)
    const shown = withoutStruckHwp(open, limits)
    whole = shown.bytes
    warnings.push(...hwpUnread(open, limits, shown.struck))
  }
  if (format === 'xls') {
    const shown = shownXls(bytes)
    whole = shown.bytes
    warnings.push(...shown.warnings)
  }
  const result = await readers[format](Uint8Array.from(whole).buffer)
  if (!result.success) throw new FormatError(/call stack/i.test(result.error) ? 'too-deep' : (reasons[result.code ?? ''] ?? 'damaged'))
  const walk = new Walk(format, limits, result.metadata?.pageMode === 'layout')
  const hidden = format === 'xls' ? hiddenSheets(bytes) : new Set<string>()
  warnings.push(...[...hidden].map(hiddenSheet))
  walk.blocks(hidden.size > 0 ? onShownSheets(result.blocks, hidden) : result.blocks)
  const partly = (result.warnings ?? []).filter((one) =>
    ['PARTIAL_PARSE', 'TRUNCATED_TABLE', 'BROKEN_ZIP_RECOVERY', 'MALFORMED_XML', 'LENIENT_CFB_RECOVERY'].includes(one.code),
  )
  if (partly.length > 0)
    warnings.push({
      code: 'partly-read',
      ko: '파일 일부가 손상되어 빠진 내용이 있을 수 있습니다.',
      en: 'Part of the file is damaged; something may be missing.',
    })
  if (setIn && walk.builder.characters === 0) throw new FormatError('empty', { ko: setIn.ko, en: setIn.en })
  return { format, ...walk.builder.done(), title: usableTitle(result.metadata?.title ?? ''), warnings }
}

/** The blocks of a workbook without those under the name of a hidden sheet. */
function onShownSheets(blocks: readonly IRBlock[], hidden: ReadonlySet<string>): IRBlock[] {
  let shown = true
  return blocks.filter((block) => {
    if (block.type === 'heading') shown = !hidden.has(block.text ?? '')
    return shown
  })
}

/** Marks in the header of an HWP document under which its words are enciphered: a password, DRM, a certificate, DRM by certificate. */
const sealed = 0x2 | 0x10 | 0x100 | 0x400

/** kordoc takes the enciphered words of a document that is sealed by a certificate for damage, or for words. */
function refuseSealed(bytes: Uint8Array): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = whole.indexOf('HWP Document File\0')
  if (header >= 0 && header + 40 <= whole.length && (whole.readUInt32LE(header + 36) & sealed) !== 0) throw new FormatError('encrypted')
}

/** A password-protected HWPX names its cipher in its manifest. */
function refuseEncrypted(bytes: Uint8Array, entries: ReturnType<typeof zipEntries>): void {
  const manifest = entries.find((entry) => entry.name === 'META-INF/manifest.xml')
  if (manifest && /encryption-data/i.test(new TextDecoder().decode(unzip(bytes, manifest, 5_000_000)))) throw new FormatError('encrypted')
}

/** Deeper than this, tables in tables are an attack. */
const deepest = 40

class Walk {
  readonly builder: TextBuilder
  private readonly format: OfficeFormat
  private readonly paged: boolean
  private cellsLeft: number
  private paragraph = 0
  private table = 0
  private sheet = 0
  /** The last line, for the unit that it may announce. */
  private above = ''

  constructor(format: OfficeFormat, limits: Limits, paged: boolean) {
    this.builder = new TextBuilder(limits.characters)
    this.format = format
    this.paged = paged
    this.cellsLeft = limits.cells
  }

  blocks(blocks: readonly IRBlock[], depth = 0): void {
    if (depth > deepest) throw new FormatError('too-deep')
    for (const block of blocks) this.block(block, depth)
  }

  private block(block: IRBlock, depth: number): void {
    const page = this.paged ? block.pageNumber : undefined
    if (block.type === 'image' || block.type === 'separator') return
    if (this.format === 'xls' && block.type === 'heading') {
      this.sheet = this.builder.sheet(block.text ?? '')
      this.builder.gap()
    } else if (block.table) {
      this.tableBlock(block.table, page, depth)
      return
    }
    const at = this.sheet ? { sheet: this.sheet } : { page, paragraph: ++this.paragraph }
    this.builder.line()
    const words = this.builder.add(plain(block.text ?? ''), at)
    if (words.trim() !== '') this.above = words
    if (block.footnoteText) {
      this.builder.line()
      this.builder.add(plain(block.footnoteText), at)
    }
    if (block.children) this.blocks(block.children, depth + 1)
  }

  private tableBlock(table: IRTable, page: number | undefined, depth: number): void {
    this.cellsLeft -= table.rows * table.cols
    if (this.cellsLeft < 0) throw new FormatError('too-large')
    const only = table.rows === 1 && table.cols === 1 ? table.cells[0]?.[0] : undefined
    if (table.caption && !table.captionBlocks) this.block({ type: 'paragraph', text: table.caption, pageNumber: page }, depth + 1)
    if (table.captionBlocks) this.blocks(table.captionBlocks, depth + 1)
    // a frame around paragraphs is no table
    if (only) {
      if (only.blocks) this.blocks(only.blocks, depth + 1)
      else for (const line of only.text.split('\n')) this.block({ type: 'paragraph', text: line, pageNumber: page }, depth + 1)
      return
    }
    const number = ++this.table
    addTable(this.builder, gridOf(table), { page, table: number, sheet: this.sheet }, this.above)
    this.above = ''
    for (const row of table.cells)
      for (const [column, cell] of row.entries()) if (cell.blocks) this.nested(cell, row[column - 1]?.text ?? '', number, page, depth)
  }

  /** Tables in a cell come behind the table that it stands in, each under the name and the unit that its cell and the one before say. */
  private nested(cell: IRCell, label: string, table: number, page: number | undefined, depth: number): void {
    let words = ''
    const blocks = cell.blocks ?? []
    const last = blocks.findLastIndex((block) => block.type === 'table')
    for (const [at, block] of blocks.entries()) {
      if (block.type !== 'table') {
        words += `${block.text ?? ''}\n`
        continue
      }
      const behind = at < last ? [] : blocks.slice(at + 1).map((one) => one.text ?? '')
      const title = nestedTitle(plain(label), plain(words), plain(behind.join('\n')))
      words = ''
      if (title !== '') {
        this.builder.line()
        this.builder.add(title, this.sheet ? { sheet: this.sheet } : { page, table })
        this.above = title
      }
      this.block(block, depth + 1)
    }
  }
}

/** kordoc gives the words of a cell with those of the tables in it; those are written as tables of their own. */
function wordsOf(cell: IRCell): string {
  if (!cell.blocks?.some((block) => block.type === 'table')) return plain(cell.text)
  return plain(
    cell.blocks
      .filter((block) => block.type !== 'table' && block.type !== 'image')
      .map((block) => block.text ?? '')
      .join('\n'),
  )
}

/** kordoc writes pictures, links, lines under and through the letters of a paragraph as marks of Markdown and HTML: the words of it are meant. */
const plain = (text: string) =>
  text
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replace(/\[([^[\]\n]+)\]\((?:https?:|mailto:|ftp:|file:|#)[^)\s]*\)/g, '$1')
    .replace(/^(.{0,12}?)<u>([\s\S]*)<\/u>$/, '$1$2')
    .replace(/^(.{0,12}?)~~([\s\S]*)~~$/, '$1$2')
    .replace(/[ \t]+$/gm, '')

/** The grid with each merged cell in every place that it covers. */
function gridOf(table: IRTable): Grid {
  const grid: Grid = table.cells.map((row) => row.map(() => null))
  table.cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (grid[r]![c]) return
      const one: Cell = { text: wordsOf(cell), row: r + 1, column: c + 1 }
      for (let down = 0; down < Math.max(1, cell.rowSpan) && r + down < grid.length; down++)
        for (let right = 0; right < Math.max(1, cell.colSpan) && c + right < grid[r + down]!.length; right++) grid[r + down]![c + right] ??= one
    })
  })
  return grid
}
