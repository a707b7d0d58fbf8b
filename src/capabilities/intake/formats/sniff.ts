import { josa } from 'es-hangul'
import { declaredCharset, decodeText } from '../text/decode.ts'
import { FormatError, failure } from './failure.ts'
import { officePackage } from './office-package.ts'
import type { Format, ParseFailure, Words } from './types.ts'
import { zipEntries } from './zip.ts'

/** What a file is by its bytes, and whether its name says something harmlessly different. */
export type Sniffed = { ok: true; format: Format; nameDiffers: boolean } | ParseFailure

/** What we can tell a file to be and do not read. */
type Other =
  | 'program'
  | 'image'
  | 'media'
  | 'presentation'
  | 'old-word'
  | 'outlook'
  | 'rich-text'
  | 'open-document'
  | 'binary-workbook'
  | 'package'
  | 'archive'
  | 'encrypted-office'
  | 'binary'

const names: Record<Format | Other, Words> = {
  hwp: { ko: '한글(HWP) 문서', en: 'a Hangul (HWP) document' },
  hwpx: { ko: '한글(HWPX) 문서', en: 'a Hangul (HWPX) document' },
  hwp3: { ko: '한글 3 문서', en: 'a Hangul 3 document' },
  hwpml: { ko: '한글 XML(HWPML) 문서', en: 'a Hangul XML (HWPML) document' },
  docx: { ko: '워드(DOCX) 문서', en: 'a Word (DOCX) document' },
  xlsx: { ko: '엑셀(XLSX) 파일', en: 'an Excel (XLSX) workbook' },
  xls: { ko: '엑셀(XLS) 파일', en: 'an Excel (XLS) workbook' },
  pdf: { ko: 'PDF 문서', en: 'a PDF document' },
  csv: { ko: 'CSV 표', en: 'a CSV table' },
  html: { ko: 'HTML 페이지', en: 'an HTML page' },
  eml: { ko: '전자우편(EML)', en: 'a letter (EML)' },
  text: { ko: '글 파일', en: 'plain text' },
  zip: { ko: '압축(zip) 파일', en: 'a zip archive' },
  program: { ko: '실행 파일', en: 'a program' },
  image: { ko: '그림 파일', en: 'an image' },
  media: { ko: '영상·소리 파일', en: 'a film or sound file' },
  presentation: { ko: '발표(PPTX) 문서', en: 'a presentation (PPTX)' },
  'old-word': { ko: '옛 오피스 문서', en: 'an old Office document' },
  outlook: { ko: '아웃룩 편지(MSG)', en: 'an Outlook message (MSG)' },
  'rich-text': { ko: '서식 있는 글(RTF) 문서', en: 'a rich text (RTF) document' },
  'open-document': { ko: '오픈도큐먼트 문서', en: 'an OpenDocument file' },
  'binary-workbook': { ko: '엑셀 이진(XLSB) 파일', en: 'a binary Excel (XLSB) workbook' },
  package: { ko: '다른 프로그램의 문서', en: 'a document of another program' },
  archive: { ko: '다른 방식의 압축 파일', en: 'an archive of another kind' },
  'encrypted-office': { ko: '암호가 걸린 오피스 문서', en: 'a password-protected Office document' },
  binary: { ko: '알 수 없는 이진 파일', en: 'binary data of an unknown kind' },
}

const claims: Record<string, Format> = {
  hwp: 'hwp',
  hwpx: 'hwpx',
  hwtx: 'hwpx',
  hml: 'hwpml',
  docx: 'docx',
  docm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xls',
  pdf: 'pdf',
  csv: 'csv',
  tsv: 'csv',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'eml',
  txt: 'text',
  text: 'text',
  md: 'text',
  zip: 'zip',
}
const mediaTypes: Record<string, Format> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/csv': 'csv',
  'message/rfc822': 'eml',
  'text/plain': 'text',
}

/** Names that people give to the other form of the same thing; they are read, with a word about it. */
const kin: readonly (readonly Format[])[] = [
  ['hwp', 'hwpx', 'hwp3', 'hwpml'],
  ['xls', 'xlsx', 'csv', 'text'],
  ['text', 'csv'],
]
/** Exports of public systems that are called Excel files and are a page with a table, and plain words that are called a page. */
const isWebExport = (claim: Format, format: Format) => (claim === 'xls' && format === 'html') || (claim === 'html' && format === 'text')

const has = (bytes: Uint8Array, signature: readonly number[], at = 0) => signature.every((byte, index) => bytes[at + index] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * 형식 알아내기: what a file is, by its bytes. The name decides only between forms of text, which have no signature; where it says something that the bytes
 * deny, the file is disguised (`계획.pdf` that is an archive), unless people commonly name it so (`.hwp` for HWPX, `.xls` for a table in a page).
 */
export function sniff(bytes: Uint8Array, name: string, mediaType?: string): Sniffed {
  if (bytes.length === 0) return failure('empty')
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name.normalize('NFC'))?.[1]?.toLowerCase()
  const claim =
    (extension ? claims[extension] : undefined) ?? (extension ? undefined : mediaTypes[(mediaType ?? '').split(';')[0]!.trim().toLowerCase()])
  let found: Format | Other
  try {
    found = signed(bytes) ?? textual(bytes, claim) ?? 'binary'
  } catch (error) {
    if (error instanceof FormatError) return failure(error.reason, error.detail)
    throw error
  }
  if (found === 'encrypted-office') return failure('encrypted')
  if (found in claimable) {
    const format = found as Format
    if (claim === undefined || claim === format) return { ok: true, format, nameDiffers: false }
    if (kin.some((family) => family.includes(claim) && family.includes(format)) || isWebExport(claim, format))
      return { ok: true, format, nameDiffers: true }
    return disguised(extension ?? claim, found)
  }
  // a damaged document has lost its signature: what no other kind claims is damage, not disguise
  if (claim !== undefined && (found === 'binary' || (found === 'old-word' && (claim === 'hwp' || claim === 'xls')))) return failure('damaged')
  if (claim !== undefined) return disguised(extension ?? claim, found)
  const instead = advice[found as Other]
  return failure('unsupported', {
    ko: `${josa(names[found].ko, '은/는')} 읽지 못합니다.${instead ? ` ${instead.ko}` : ''}`,
    en: `The file is ${names[found].en}, which is not read.${instead ? ` ${instead.en}` : ''}`,
  })
}

const asDocx = { ko: '한글이나 워드에서 열어 DOCX로 저장해 올려 주십시오.', en: 'Open it in Hangul or Word, save it as DOCX and add that.' }
const asPdf = { ko: 'PDF로 저장해 올려 주십시오.', en: 'Save it as PDF and add that.' }
/** What to do with a file of another kind. */
const advice: Partial<Record<Other, Words>> = {
  presentation: asPdf,
  'old-word': asDocx,
  'rich-text': asDocx,
  outlook: { ko: '아웃룩에서 EML로 저장하거나 PDF로 인쇄해 올려 주십시오.', en: 'Save it as EML in Outlook, or print it to PDF, and add that.' },
  'open-document': asPdf,
  'binary-workbook': { ko: '엑셀에서 XLSX로 저장해 올려 주십시오.', en: 'Save it as XLSX in Excel and add that.' },
  package: asPdf,
  archive: { ko: '풀어서 안의 문서를 올리거나 zip으로 다시 묶어 올려 주십시오.', en: 'Unpack it and add the documents, or pack them as a zip.' },
  program: { ko: '내용이 담긴 문서를 올려 주십시오.', en: 'Add the document that is meant.' },
  media: { ko: '내용을 글로 옮긴 문서를 올려 주십시오.', en: 'Add a document of what is said in it.' },
  binary: { ko: '만든 프로그램에서 PDF로 저장해 올려 주십시오.', en: 'Save it as PDF in the program that made it and add that.' },
  image: { ko: '글자를 인식(OCR)한 PDF나 원본 문서를 올려 주십시오.', en: 'Add a PDF with recognised text (OCR) or the original document.' },
}

const claimable: Record<Format, true> = {
  hwp: true,
  hwpx: true,
  hwp3: true,
  hwpml: true,
  docx: true,
  xlsx: true,
  xls: true,
  pdf: true,
  csv: true,
  html: true,
  eml: true,
  text: true,
  zip: true,
}

const disguised = (extension: string, found: Format | Other): ParseFailure =>
  failure('disguised', {
    ko: `이름은 .${extension}이지만 내용은 ${names[found].ko}입니다. ${found in claimable ? '이름을 내용에 맞게 고쳐 올려 주십시오.' : '원본을 다시 받아 올려 주십시오.'}`,
    en: `The name ends in .${extension}, but the file is ${names[found].en}. ${found in claimable ? 'Give it a name that fits and add it again.' : 'Get the original again and add that.'}`,
  })

/** What the first bytes say, or null where they are no signature. */
function signed(bytes: Uint8Array): Format | Other | null {
  if (has(bytes, [0x50, 0x4b, 0x03, 0x04]) || has(bytes, [0x50, 0x4b, 0x05, 0x06])) return zipped(bytes)
  if (has(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compound(bytes)
  // readers of PDF allow rubbish before the header, within its first kilobyte
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (ascii(bytes, 0, 23) === 'HWP Document File V3.00') return 'hwp3'
  if (
    has(bytes, [0x4d, 0x5a]) ||
    has(bytes, [0x7f, 0x45, 0x4c, 0x46]) ||
    has(bytes, [0xca, 0xfe, 0xba, 0xbe]) ||
    has(bytes, [0xcf, 0xfa, 0xed, 0xfe])
  )
    return 'program'
  if (has(bytes, [0x89, 0x50, 0x4e, 0x47]) || has(bytes, [0xff, 0xd8, 0xff]) || ascii(bytes, 0, 4) === 'GIF8' || has(bytes, [0x49, 0x49, 0x2a, 0]))
    return 'image'
  if (ascii(bytes, 0, 4) === 'RIFF' || ascii(bytes, 4, 8) === 'ftyp' || ascii(bytes, 0, 3) === 'ID3') return 'media'
  if (['7z\xBC\xAF', 'Rar!', 'EGGA', 'ALZ\x01', 'BZh9', '\xFD7zX'].includes(ascii(bytes, 0, 4)) || has(bytes, [0x1f, 0x8b])) return 'archive'
  if (ascii(bytes, 0, 5) === '{\\rtf') return 'rich-text'
  return null
}

/** Documents that are archives inside are told by what they hold. @throws FormatError `damaged` for an archive without directory */
function zipped(bytes: Uint8Array): Format | Other {
  const entries = zipEntries(bytes, 65_534)
  const held = new Set(entries.map((entry) => entry.name))
  if (held.has('Contents/content.hpf') || held.has('Contents/section0.xml')) return 'hwpx'
  if (held.has('xl/workbook.bin')) return 'binary-workbook'
  const office = officePackage(bytes, entries)
  if (office) return office.kind
  if (held.has('mimetype') && held.has('content.xml')) return 'open-document'
  // parts of a drawing, a book or a program are no documents of their own
  if (held.has('[Content_Types].xml') || (held.has('mimetype') && held.has('META-INF/container.xml'))) return 'package'
  if (held.has('META-INF/MANIFEST.MF')) return 'program'
  return 'zip'
}

/** Names in the directory of an OLE compound file are UTF-16: they are looked for as they are, wherever the directory stands, so that a damaged file is still told. */
function compound(bytes: Uint8Array): Format | Other {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // an entry of the directory takes 128 bytes and begins with its name; elsewhere the same letters may be words (Bookmark)
  const holds = (name: string) => {
    const words = Buffer.from(`${name}\0`, 'utf16le')
    let at = whole.indexOf(words)
    while (at >= 0 && at % 128 !== 0) at = whole.indexOf(words, at + 1)
    return at >= 0
  }
  if (holds('EncryptedPackage')) return 'encrypted-office'
  if (holds('FileHeader') || whole.includes('HWP Document File')) return 'hwp'
  if (holds('Workbook') || holds('Book')) return 'xls'
  if (holds('__properties_version1.0')) return 'outlook'
  return 'old-word'
}

/** Forms of text, by what stands at their beginning; null for bytes that are none. The name is believed for a table, whose first line may be anything. */
function textual(bytes: Uint8Array, claim: Format | undefined): Format | 'old-word' | null {
  const decoded = decodeText(bytes, declaredCharset(bytes))
  if (!decoded.ok) return null
  const head = decoded.text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(head)) return 'html'
  if (isXmlWorkbook(head)) return 'xls'
  if (/^<\?xml[^>]*>\s*(?:<\?mso-application[^>]*progid="Word|<w:wordDocument|<pkg:package)/.test(head)) return 'old-word'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE HWPML[^>]*>\s*)?<HWPML[\s>]/.test(head)) return 'hwpml'
  if (isLetter(head)) return 'eml'
  if (claim === 'html' && /<[a-z][^>]*>/i.test(head)) return 'html'
  // a table without a page around it, as public systems give it for a workbook
  if (
    claim !== 'text' &&
    claim !== 'csv' &&
    /^<(?:meta|title|style|table|div|center|font|thead|tr)[\s>]/i.test(head) &&
    /<t[dhr][\s>]/i.test(decoded.text.slice(0, 100_000))
  )
    return 'html'
  if (claim === 'csv' || claim === 'xls' || claim === 'xlsx') return 'csv'
  return 'text'
}

/** 엑셀 2003 XML: a workbook that is one XML text, as web systems write it under the name of .xls. */
export const isXmlWorkbook = (head: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<\?mso-application[^>]*progid="Excel\.Sheet"|<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet)/.test(
    head,
  )

/** Header lines of a letter: three at least, one of them a sender's or a date's. */
function isLetter(head: string): boolean {
  const block = head.split(/\r?\n\r?\n/, 1)[0]!
  const fields = block.match(/^[A-Za-z][A-Za-z0-9-]*:/gm) ?? []
  return fields.length >= 3 && /^(?:from|date|received|message-id):/im.test(block) && /^(?:subject|to|mime-version|content-type):/im.test(block)
}
