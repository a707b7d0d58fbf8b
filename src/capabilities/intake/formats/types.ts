import type { LetterHead } from './letter-words.ts'
import type { TextMap } from './text-map.ts'

/** Formats that Gusul reads. `hwp3` and `hwpml` are the older and the XML form of a Hangul document (아래아한글). */
export type Format = 'hwp' | 'hwpx' | 'hwp3' | 'hwpml' | 'docx' | 'xlsx' | 'xls' | 'pdf' | 'csv' | 'html' | 'eml' | 'text' | 'zip'

/** Why a file gave no text. The file itself is kept by whoever asked. */
export type FailureReason =
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'no-text-layer'
  | 'letters-unknown'
  | 'disguised'
  | 'too-large'
  | 'too-slow'
  | 'too-deep'
  | 'unsupported'

/** A sentence in both languages of the console. */
export interface Words {
  ko: string
  en: string
}

/** Something the reader of the text should know: a page without text, a sheet that was hidden. */
export interface Warning extends Words {
  code:
    | 'page-without-text'
    | 'letters-unknown'
    | 'hidden-sheet'
    | 'hidden-rows'
    | 'hidden-text'
    | 'deleted-text'
    | 'struck-text'
    | 'comments'
    | 'quoted-letter'
    | 'forwarded-letter'
    | 'cut-short'
    | 'skipped-entry'
    | 'name-differs'
    | 'partly-read'
    | 'formula-without-value'
    | 'words-elsewhere'
}

/** The text of one file. Offsets of `map` count UTF-16 units of `text`, which is canonical (NFC). */
export interface ParsedText {
  ok: true
  kind: 'text'
  format: Format
  text: string
  title: string | null
  /** The day a page or a letter says it was published; an author's or a printer's date of a file is no such day. */
  publishedOn: string | null
  outlet: string | null
  language: string | null
  map: TextMap
  warnings: Warning[]
  /** What was attached to a letter, each a document of its own. */
  entries: Entry[]
}

/** 압축 파일: files in a file, each a document of its own. */
export interface ParsedBundle {
  ok: true
  kind: 'bundle'
  format: 'zip'
  entries: Entry[]
  /** One for each file that could not be taken out. */
  warnings: Warning[]
  /** Why the first of those could not be. */
  skipped: FailureReason | null
}

/** A file inside of a file. */
export interface Entry {
  name: string
  bytes: Uint8Array
  parsed: Parsed
}

export interface ParseFailure {
  ok: false
  reason: FailureReason
  /** What was found instead, for the person who gave the file. */
  detail: Words
}

export type Parsed = ParsedText | ParsedBundle | ParseFailure

/** The words of a cell and what a spreadsheet takes them for; all cells of a CSV are text. */
export interface CellWords {
  text: string
  kind: 'text' | 'number' | 'day' | 'truth' | 'error'
}

/** 시트의 칸: the cells of one sheet that hold something, rows and columns counted from 1. */
export interface SheetCells {
  name: string
  hidden: boolean
  cells: (CellWords & { row: number; column: number })[]
  /** Blocks of merged cells, all ends included, from 1; a CSV has none. */
  merged?: { top: number; left: number; bottom: number; right: number }[]
}

/** What a parser hands back before the door adds what is the same for all. */
export type Raw = Omit<ParsedText, 'ok' | 'kind' | 'entries' | 'publishedOn' | 'outlet' | 'language'> &
  Partial<Pick<ParsedText, 'publishedOn' | 'outlet' | 'language'>> & {
    /** Files found inside, to be parsed in their turn. */
    inside?: { name: string; bytes: Uint8Array }[]
    /** Why a file could not be taken out of an archive, where one could not. */
    skipped?: FailureReason | null
    /** Cells as they were typed, where those were asked for. */
    sheets?: SheetCells[]
    /** A page to be read in place of the text (a letter that was written in HTML alone). */
    html?: string
    /** That page is a letter's words. */
    letter?: LetterHead
    /** Addresses of frames of that page whose words are not in the file. */
    elsewhere?: string[]
  }
