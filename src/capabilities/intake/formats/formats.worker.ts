import { parentPort } from 'node:worker_threads'
import { declaredCharset, decodeText } from '../text/decode.ts'
import { readArchive } from './archive.ts'
import { brokenBytes } from './broken-bytes.ts'
import { csvSheet, readCsv } from './csv.ts'
import { readLetter } from './email.ts'
import { FormatError, failure } from './failure.ts'
import { beginsFeed, readFeedFile } from './feed-file.ts'
import { unframed } from './frames.ts'
import { tablesAsLines } from './html-tables.ts'
import type { Limits } from './limits.ts'
import { readOffice } from './office.ts'
import { readPdf } from './pdf.ts'
import { readPlain } from './plain.ts'
import { shownHtml } from './shown-html.ts'
import { sniff } from './sniff.ts'
import type { Format, ParseFailure, Raw } from './types.ts'
import { unreadWarnings } from './unread.ts'
import { readXlsx, xlsxCells } from './xlsx.ts'
import { readXmlWorkbook } from './xml-workbook.ts'

/** What the worker is asked. */
export interface Question {
  bytes: Uint8Array
  name: string
  mediaType: string | undefined
  limits: Limits
  /** The cells of a table as they were typed, in place of a text. */
  cells?: boolean
}

/** What it answers: a text, files from an archive, or why not. */
export type Answer = { ok: true; raw: Raw } | ParseFailure

const noMap = { pieces: [], sheets: [] }

const isFeed = (bytes: Uint8Array) => beginsFeed.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))

async function read(question: Question, format: Format): Promise<Raw> {
  const { bytes, name, limits } = question
  switch (format) {
    case 'pdf':
      return readPdf(bytes, limits)
    case 'xlsx':
      return readXlsx(bytes, limits)
    case 'xls':
      return bytes[0] === 0xd0 ? readOffice(bytes, format, limits) : readXmlWorkbook(bytes, limits)
    case 'csv':
      return readCsv(bytes, name, limits)
    case 'eml':
      return readLetter(bytes, limits)
    case 'text':
      // an RSS or Atom file holds its articles as an archive holds its files
      if (isFeed(bytes)) return { format: 'zip', text: '', title: null, map: noMap, ...readFeedFile(bytes, limits) }
      return readPlain(bytes, limits)
    case 'zip':
      return { format, text: '', title: null, map: noMap, ...readArchive(bytes, limits) }
    case 'html': {
      const decoded = decodeText(bytes, declaredCharset(bytes))
      if (!decoded.ok) throw new FormatError('damaged')
      const page = unframed(decoded.text)
      const shown = shownHtml(page.html)
      const warnings = [...brokenBytes(decoded), ...unreadWarnings({ hidden: shown.hidden })]
      return { format, text: '', title: null, map: noMap, warnings, html: tablesAsLines(shown.html), elsewhere: page.elsewhere }
    }
    default:
      return readOffice(bytes, format, limits)
  }
}

/** The cells of a table; a text with separators in it is taken as CSV. */
async function readCells({ bytes, name, limits }: Question, format: Format): Promise<Raw> {
  const found = { text: '', title: null, map: noMap, warnings: [] }
  if (format === 'xlsx') return { ...found, format, sheets: xlsxCells(bytes, limits) }
  if (format === 'csv' || format === 'text') return { ...found, format: 'csv', sheets: [await csvSheet(bytes, name, limits)] }
  throw new FormatError('unsupported', {
    ko: `${format.toUpperCase()} 파일에는 읽을 표가 없습니다. XLSX나 CSV로 저장해 다시 올려 주십시오.`,
    en: `A ${format.toUpperCase()} file holds no table to read. Save it as XLSX or CSV and add that.`,
  })
}

/** Parse one file; whatever a parser throws is an answer too. */
async function answer(question: Question): Promise<Answer> {
  try {
    const sniffed = sniff(question.bytes, question.name, question.mediaType)
    if (!sniffed.ok) return sniffed
    const raw = await (question.cells ? readCells(question, sniffed.format) : read(question, sniffed.format))
    if (sniffed.nameDiffers)
      raw.warnings = [
        ...raw.warnings,
        {
          code: 'name-differs',
          ko: `이름과 달리 내용은 ${sniffed.format.toUpperCase()} 형식입니다.`,
          en: `In spite of its name the file is ${sniffed.format.toUpperCase()}.`,
        },
      ]
    return { ok: true, raw }
  } catch (error) {
    if (error instanceof FormatError) return failure(error.reason, error.detail)
    if (error instanceof RangeError && /call stack/i.test(error.message)) return failure('too-deep')
    // parsers throw in many ways on what they did not expect: the file is at fault, and stays kept
    return failure('damaged')
  }
}

parentPort?.on('message', async (question: Question) => {
  parentPort?.postMessage(await answer(question))
})
