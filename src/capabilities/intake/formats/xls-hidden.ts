import { compoundStreams } from './compound-file.ts'
import type { Warning } from './types.ts'

const sheetRecord = 0x85
const endOfGlobals = 0x0a

/** 숨긴 시트(XLS): the names of the sheets of an Excel 97 workbook that are not shown. Its reader gives them with the others. */
export function hiddenSheets(bytes: Uint8Array): Set<string> {
  const book = compoundStreams(bytes, /^(?:Workbook|Book)$/i)[0]?.bytes
  const names = new Set<string>()
  if (!book) return names
  const records = Buffer.from(book.buffer, book.byteOffset, book.byteLength)
  for (let at = 0; at + 4 <= records.length; ) {
    const kind = records.readUInt16LE(at)
    const data = records.subarray(at + 4, at + 4 + records.readUInt16LE(at + 2))
    if (kind === endOfGlobals) break
    // 1 is hidden, 2 hidden from the menu too; the name follows with two bytes a letter or one
    if (kind === sheetRecord && data.length >= 8 && (data[4]! & 3) !== 0)
      names.add((data[7]! & 1) !== 0 ? data.toString('utf16le', 8, 8 + data[6]! * 2) : data.toString('latin1', 8, 8 + data[6]!))
    at += 4 + data.length
  }
  return names
}

/** What the reviewer is told of a sheet that is not shown. */
export const hiddenSheet = (name: string): Warning => ({
  code: 'hidden-sheet',
  ko: `숨긴 시트 ‘${name}’은(는) 읽지 않았습니다.`,
  en: `The hidden sheet “${name}” was not read.`,
})
