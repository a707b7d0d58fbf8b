import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'
import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { inColumns } from './pdf-columns.ts'
import { type Annotation, laidOver, withFields } from './pdf-fields.ts'
import { knownLetters, type Lettered } from './pdf-letters.ts'
import { type Glyphs, type Line, withoutRunning } from './pdf-lines.ts'
import { between, type Edges, edgesByColumn, goesOn, type Habits, habitsOf } from './pdf-paragraphs.ts'
import { gridOfRuled, linesWithTables, mayHaveTable } from './pdf-ruled.ts'
import { type Rule, rulesOf } from './pdf-rules.ts'
import { gridOfLines, tableLength } from './pdf-tables.ts'
import { addTable, type TableHead } from './table.ts'
import { goesOnUnder } from './table-titles.ts'
import { TextBuilder } from './text-builder.ts'
import type { Raw, Warning } from './types.ts'
import { unreadWarnings } from './unread.ts'

/** Folder of pdf.js: its tables of Korean character codes and metrics of the fonts that a PDF may leave out. Without them such a PDF reads as empty. */
const home = () => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')) + sep

/** pdf.js makes a matrix for drawing as it is loaded, and takes it from a browser or a 30 MB canvas. We draw nothing: one that is never multiplied is enough. */
function standInForCanvas(): void {
  const room = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown }
  room.DOMMatrix ??= class {}
  room.ImageData ??= class {}
  room.Path2D ??= class {}
}

/**
 * PDF의 글: the text layer of a PDF, in paragraphs. Line breaks inside of a paragraph are taken out, rows of columns become a table, page numbers are left out.
 * What was typed into the fields of a form is read where it stands; remarks laid over a page are told and not read.
 *
 * @throws FormatError `encrypted`, `damaged`, `no-text-layer`, `too-large`
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Raw> {
  standInForCanvas()
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = home()
  const loading = getDocument({
    // pdf.js takes the buffer for itself
    data: Uint8Array.from(bytes),
    cMapUrl: `${folder}cmaps${sep}`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts${sep}`,
    wasmUrl: `${folder}wasm${sep}`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    // pictures are not looked at
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const file = await loading.promise.catch((error: unknown) => {
      throw new FormatError((error as { name?: string }).name === 'PasswordException' ? 'encrypted' : 'damaged')
    })
    if (file.numPages > limits.pages)
      throw new FormatError('too-large', {
        ko: `${file.numPages}쪽으로 ${limits.pages}쪽을 넘습니다. 나누어 올려 주십시오.`,
        en: `The file has ${file.numPages} pages, more than ${limits.pages}. Split it and add the parts.`,
      })
    const drawn: Glyphs[][] = []
    const ruled: Rule[][] = []
    // drawings may be large: what the rules of tables may take of a file's time
    const until = performance.now() + limits.milliseconds * 0.2
    const damaged: number[] = []
    const unread = { hidden: 0, comments: 0 }
    for (let number = 1; number <= file.numPages; number++) {
      try {
        const page = await file.getPage(number)
        const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false })
        const laid = laidOver((await page.getAnnotations().catch(() => [])) as Annotation[])
        unread.hidden += laid.hidden
        unread.comments += laid.comments
        const glyphs = withFields(content.items as Glyphs[], laid.shown)
        drawn.push(glyphs)
        ruled.push(
          mayHaveTable(glyphs) && performance.now() < until
            ? await page.getOperatorList().then(
                (drawing) => rulesOf(drawing, OPS),
                () => [],
              )
            : [],
        )
        page.cleanup()
      } catch {
        // one broken page leaves the others readable
        damaged.push(number)
        drawn[number - 1] = []
        ruled[number - 1] = []
      }
    }
    if (damaged.length === file.numPages) throw new FormatError('damaged')
    const lettered = knownLetters(drawn)
    const pages = lettered.map(({ glyphs }, index) => linesWithTables(glyphs, index + 1, ruled[index] ?? []))
    if (pages.every((lines) => lines.length === 0))
      throw new FormatError(lettered.some((page) => page.unknown > 0) ? 'letters-unknown' : 'no-text-layer')
    const warnings = [...warningsOf(pages, lettered, damaged), ...unreadWarnings(unread)]
    const builder = new TextBuilder(limits.characters)
    write(builder, pages)
    const info = (await file.getMetadata().catch(() => null))?.info as { Title?: unknown } | undefined
    const title = typeof info?.Title === 'string' ? usableTitle(info.Title) : null
    return { format: 'pdf', ...wordsOf(builder), title, warnings }
  } finally {
    await loading.destroy()
  }
}

/** A scanned page may carry a stamped number and no words: to its reader that is a page without text. */
function wordsOf(builder: TextBuilder): ReturnType<TextBuilder['done']> {
  try {
    return builder.done()
  } catch (error) {
    throw error instanceof FormatError && error.reason === 'empty' ? new FormatError('no-text-layer') : error
  }
}

const list = (pages: readonly number[]) => (pages.length > 12 ? `${pages.slice(0, 12).join(', ')} …` : pages.join(', '))

/** What is to be told of pages that give no words, or not all of them. */
function warningsOf(pages: readonly Line[][], lettered: readonly Lettered[], damaged: readonly number[]): Warning[] {
  const unknown = lettered.flatMap((page, index) => (page.unknown > 0 ? [index + 1] : []))
  const bare = pages
    .flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []))
    .filter((page) => !damaged.includes(page) && !unknown.includes(page))
  const warnings: Warning[] = []
  if (damaged.length > 0)
    warnings.push({
      code: 'partly-read',
      ko: `손상되어 읽지 못한 쪽이 있습니다: ${list(damaged)}쪽`,
      en: `Pages that are damaged and were not read: ${list(damaged)}`,
    })
  if (unknown.length > 0)
    warnings.push({
      code: 'letters-unknown',
      ko: `글꼴에 글자 정보가 없어 읽지 못한 글이 있습니다: ${list(unknown)}쪽. 원본 문서나 글자를 인식(OCR)한 PDF를 올려 주십시오.`,
      en: `Words that could not be read, since their fonts do not say which letters they draw, stand on pages ${list(unknown)}. Add the original document or a PDF with recognised text (OCR).`,
    })
  if (bare.length > 0)
    warnings.push({
      code: 'page-without-text',
      ko: `글자가 없는 쪽이 있습니다(그림일 수 있음): ${list(bare)}쪽. 그 쪽의 글은 읽지 못했습니다.`,
      en: `Pages without text (they may be pictures): ${list(bare)}. Their words were not read.`,
    })
  return warnings
}

/** Titles that a program leaves behind ("Microsoft Word - a.doc", "제목 없음") say nothing. */
export function usableTitle(title: string): string | null {
  const words = title.normalize('NFC').replace(/\s+/g, ' ').trim()
  return words.length < 4 ||
    words.length > 200 ||
    /^(?:about:|\(?(?:untitled|제목 ?없음|microsoft|document\d*|문서 ?\d*|(?:un)?specified|anonymous|빈 문서))/i.test(words) ||
    /\.(?:hwpx?|docx?|pdf|pptx?|xlsx?)$/i.test(words)
    ? null
    : words
}

function write(builder: TextBuilder, pages: readonly Line[][]): void {
  const kept = withoutRunning(pages).map(inColumns)
  const habits = habitsOf(kept.flat().filter((line) => !line.ruled))
  let paragraph = 0
  let tables = 0
  let last: Line | null = null
  let open: { page: number; head: TableHead } | null = null
  let lastEdges: Edges = { left: 0, right: 0, leading: 16 }
  for (const lines of kept) {
    const edges = edgesByColumn(lines.filter((line) => !line.ruled))
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!
      const rows = line.segments.length > 1 ? tableLength(lines, at) : 0
      if (rows > 0 || line.ruled) {
        const above = last && last.page === line.page ? last.segments.map((segment) => segment.text).join(' ') : ''
        const grid = line.ruled ? gridOfRuled(line.ruled, habits) : gridOfLines(lines.slice(at, at + rows))
        // a table at the foot of a page goes on at the head of the next
        const under = open && at === 0 && line.page === open.page + 1 && goesOnUnder(open.head, grid) ? open.head : undefined
        const head = addTable(builder, grid, { page: line.page, table: ++tables, ...(under ? { under } : {}) }, above)
        at += Math.max(1, rows) - 1
        open = at === lines.length - 1 ? { page: line.page, head } : null
        last = null
        continue
      }
      const here = edges.get(line) ?? lastEdges
      if (last && goesOn(last, line, { ...lastEdges, left: here.left })) joinLine(builder, last, line, habits)
      else {
        builder.line()
        paragraph++
      }
      addLine(builder, line, paragraph)
      last = line
      lastEdges = here
    }
  }
}

function joinLine(builder: TextBuilder, before: Line, line: Line, habits: Habits): void {
  const separator = between(before.segments.at(-1)!.text, line.segments[0]!.text, before.endsInSpace, habits)
  if (separator) builder.join(separator)
}

function addLine(builder: TextBuilder, line: Line, paragraph: number): void {
  line.segments.forEach((segment, index) => {
    if (index > 0) builder.join('  ')
    builder.add(segment.text.trim(), { page: line.page, paragraph })
  })
}
