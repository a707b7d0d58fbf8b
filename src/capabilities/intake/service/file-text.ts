import { failure } from '../formats/failure.ts'
import { parseFile } from '../formats/parse-file.ts'
import type { Format, Parsed, ParsedText, ParseFailure } from '../formats/types.ts'

/** One document that a file gives: the file itself, a file in an archive, what was attached to a letter. */
export interface FilePart {
  name: string
  bytes: Uint8Array
  parsed: ParsedText | ParseFailure
  /** The archive or letter that it came in; null for the file itself. */
  within: string | null
}

/** 파일에서 나오는 문서: every document that a file gives. An archive is none itself; its files are, at any depth, and so is what a letter carries. Never throws for a fault of the file. */
export async function partsOfFile(bytes: Uint8Array, name: string): Promise<FilePart[]> {
  return flatten({ name, bytes, parsed: await parseFile(bytes, { name }) }, null)
}

function flatten(file: { name: string; bytes: Uint8Array; parsed: Parsed }, within: string | null): FilePart[] {
  const { parsed } = file
  if (!parsed.ok) return [{ ...file, parsed, within }]
  const inside = parsed.entries.flatMap((entry) => flatten(entry, within === null ? file.name : `${within} / ${file.name}`))
  if (parsed.kind === 'text') return [{ ...file, parsed, within }, ...inside]
  if (inside.length === 0) return [{ ...file, parsed: failure('empty', noFile), within }]
  // what could not be taken out is in the archive alone: it is kept beside its other files and says what it still holds
  if (parsed.skipped === null) return inside
  const detail = { ko: parsed.warnings.map((one) => one.ko).join(' '), en: parsed.warnings.map((one) => one.en).join(' ') }
  return [...inside, { ...file, parsed: failure(parsed.skipped, detail), within }]
}

const noFile = {
  ko: '압축 안에 읽을 파일이 없습니다. 안의 문서를 확인해 올려 주십시오.',
  en: 'The archive holds no file to read. Add the documents that are meant.',
}

/** Why a file gave no text, as an error for a command line: `expected text, got …` in the words of the format. */
export class NoTextInFile extends RangeError {
  override readonly name = 'NoTextInFile'
  readonly reason: ParseFailure['reason']

  constructor(failure: ParseFailure) {
    super(`${failure.detail.ko} ${failure.detail.en} (${failure.reason})`)
    this.reason = failure.reason
  }
}

/**
 * The text of the one document that a file holds, for commands that read without keeping.
 *
 * @throws NoTextInFile where it has none
 */
export async function textOf(bytes: Uint8Array, name: string): Promise<ParsedText> {
  const parts = await partsOfFile(bytes, name)
  const parsed = parts.find((part) => part.parsed.ok)?.parsed ?? parts[0]!.parsed
  if (!parsed.ok) throw new NoTextInFile(parsed)
  return parsed
}

/** Why a path gave no bytes, in one language: what is there instead, and what to give. */
export function fileTrouble(error: unknown, locale: 'ko' | 'en'): string {
  const words: Partial<Record<string, { ko: string; en: string }>> = {
    ENOENT: { ko: '그런 파일이 없습니다.', en: 'There is no such file.' },
    EISDIR: { ko: '폴더입니다. 안의 파일을 적어 주세요 (폴더/*).', en: 'It is a folder. Give the files in it (folder/*).' },
    EACCES: { ko: '읽을 권한이 없는 파일입니다.', en: 'The file may not be read by you.' },
  }
  return words[(error as { code?: string }).code ?? '']?.[locale] ?? (error as Error).message
}

/** The media type under which the bytes of a format are kept. */
export const mediaTypeOf: Record<Format, string> = {
  hwp: 'application/x-hwp',
  hwpx: 'application/hwp+zip',
  hwp3: 'application/x-hwp',
  hwpml: 'application/xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  pdf: 'application/pdf',
  csv: 'text/csv',
  html: 'text/html',
  eml: 'message/rfc822',
  text: 'text/plain',
  zip: 'application/zip',
}

/** Formats whose map leads to a place that a person can turn to; a line of a plain text is none. */
export const hasPlaces = (format: Format): boolean => format !== 'text' && format !== 'html' && format !== 'eml'
