import { decodeText } from '../text/decode.ts'
import { brokenBytes } from './broken-bytes.ts'
import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { TextBuilder } from './text-builder.ts'
import type { Raw } from './types.ts'

/** Words as lines, each line a paragraph of the map. */
export function addLines(builder: TextBuilder, text: string): void {
  let paragraph = 0
  const lines = text.split(/\r\n?|[\n\u000B\f\u0085\u2028\u2029]/)
  lines.forEach((line, index) => {
    paragraph++
    builder.add(line, { paragraph })
    if (index < lines.length - 1) builder.join('\n')
  })
}

/** 글 파일: plain text in UTF-8, UTF-16, EUC-KR or CP949, line for line as it came. @throws FormatError `damaged`, `empty`, `too-large` */
export function readPlain(bytes: Uint8Array, limits: Limits): Raw {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new FormatError('damaged')
  const builder = new TextBuilder(limits.characters)
  addLines(builder, decoded.text.replace(/^\uFEFF/, ''))
  return { format: 'text', ...builder.done(), title: null, warnings: brokenBytes(decoded) }
}
