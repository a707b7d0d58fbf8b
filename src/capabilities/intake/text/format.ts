/** What an uploaded file is. `unknown` is anything we cannot name. */
export type FileFormat = 'text' | 'html' | 'pdf' | 'hwp' | 'zip' | 'office' | 'image' | 'unknown'

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)

/** What a file is, by its first bytes before its name: a name can lie. HWPX, DOCX and XLSX are zip files inside. */
export function formatOf(bytes: Uint8Array, fileName: string): FileFormat {
  const name = fileName.toLowerCase()
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return /\.hwp$/.test(name) ? 'hwp' : 'office'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return /\.(hwpx|docx|xlsx|pptx)$/.test(name) ? 'office' : 'zip'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x47, 0x49, 0x46)) return 'image'
  if (/\.x?html?$/.test(name)) return 'html'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (/^\s*(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body)\b/i.test(head)) return 'html'
  if (/\.(txt|md|text)$/.test(name) || !/\.\w{1,5}$/.test(name)) return 'text'
  return 'unknown'
}

/** The media type under which the bytes are kept. */
export const mediaTypeOf: Record<FileFormat, string> = {
  text: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
  hwp: 'application/x-hwp',
  zip: 'application/zip',
  office: 'application/octet-stream',
  image: 'application/octet-stream',
  unknown: 'application/octet-stream',
}
