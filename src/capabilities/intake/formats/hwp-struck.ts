import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { find, read, write } from 'cfb'
import { compoundStreams } from './compound-file.ts'
import type { Limits } from './limits.ts'

/** Records of a Hangul document: a style of letters, the letters of a paragraph, which style holds from which letter on. */
const letterStyle = 21
const paragraphLetters = 67
const stylesOfLetters = 68
/** Mark in the header: the streams are packed. */
const packed = 1

interface HwpRecord {
  tag: number
  level: number
  data: Buffer
}

/**
 * 취소선을 그은 글(HWP 5): a Hangul document without the letters that a line is drawn through, and how many passages those were. Its reader gives them with the others, so that
 * `900억원` would run into the `1,200억원` that stands for it. The same bytes where there are none or where it is not
 * as its own tables say: its reader says so.
 */
export function withoutStruckHwp(bytes: Uint8Array, limits: Limits): { bytes: Uint8Array; struck: number } {
  const none = { bytes, struck: 0 }
  const header = compoundStreams(bytes, /^FileHeader$/)[0]?.bytes
  const info = compoundStreams(bytes, /^DocInfo$/)[0]?.bytes
  if (!header || header.length < 40 || !info) return none
  const isPacked = ((header[36] ?? 0) & packed) !== 0
  try {
    const open = (stream: Uint8Array) => recordsOf(isPacked ? inflateRawSync(stream, { maxOutputLength: limits.unpackedBytes }) : stream)
    const styles = struckStyles(open(info))
    if (styles.size === 0) return none
    const file = read(Buffer.from(bytes), { type: 'buffer' })
    let struck = 0
    for (const path of file.FullPaths.filter((one) => /\/BodyText\/Section\d+$/.test(one))) {
      const entry = find(file, path)
      if (!entry) continue
      const left = withoutLetters(open(Uint8Array.from(entry.content as Uint8Array)), styles)
      if (left.struck === 0) continue
      struck += left.struck
      entry.content = isPacked ? deflateRawSync(left.section) : left.section
      entry.size = entry.content.length
    }
    return struck === 0 ? none : { bytes: Uint8Array.from(write(file, { type: 'buffer' }) as Buffer), struck }
  } catch {
    return none
  }
}

function recordsOf(stream: Uint8Array): HwpRecord[] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  const records: HwpRecord[] = []
  for (let at = 0; at + 4 <= bytes.length; ) {
    const head = bytes.readUInt32LE(at)
    const long = head >>> 20 === 0xfff
    const from = at + (long ? 8 : 4)
    const length = long ? bytes.readUInt32LE(at + 4) : head >>> 20
    records.push({ tag: head & 0x3ff, level: (head >>> 10) & 0x3ff, data: bytes.subarray(from, from + length) })
    at = from + length
  }
  return records
}

/** Numbers of the styles that draw a line through. Shapes from 13 on are those of relief, which draw none. */
function struckStyles(records: readonly HwpRecord[]): Set<number> {
  const styles = new Set<number>()
  let number = 0
  for (const { tag, data } of records) {
    if (tag !== letterStyle) continue
    const attributes = data.length >= 50 ? data.readUInt32LE(46) : 0
    if (((attributes >>> 18) & 7) !== 0 && ((attributes >>> 26) & 15) < 13) styles.add(number)
    number++
  }
  return styles
}

function withoutLetters(records: readonly HwpRecord[], styles: ReadonlySet<number>): { section: Buffer; struck: number } {
  let struck = 0
  const out = records.map((record, at) => {
    if (record.tag !== paragraphLetters) return record
    const next = records[at + 1]
    if (next?.tag !== stylesOfLetters || next.level !== record.level) return record
    const left = shownLetters(record.data, next.data, styles)
    struck += left.struck
    return left.struck === 0 ? record : { ...record, data: left.letters }
  })
  return { section: Buffer.concat(out.map(written)), struck }
}

/** The letters in no such style. Controls (tables, notes, fields), which take one or eight places each, stay: what they hold has styles of its own. */
function shownLetters(letters: Buffer, changes: Buffer, styles: ReadonlySet<number>): { letters: Buffer; struck: number } {
  const kept: Buffer[] = []
  let struck = 0
  let inPassage = false
  let change = 0
  let style = -1
  for (let place = 0; place * 2 + 2 <= letters.length; ) {
    while (change * 8 + 8 <= changes.length && changes.readUInt32LE(change * 8) <= place) style = changes.readUInt32LE(change++ * 8 + 4)
    const code = letters.readUInt16LE(place * 2)
    const isControl = code < 32 && code !== 30 && code !== 31 && code !== 24
    const width = isControl && code !== 0 && code !== 10 && code !== 13 && code < 24 ? 8 : 1
    const gone = !isControl && styles.has(style)
    if (gone) {
      if (!inPassage && code !== 32) {
        struck++
        inPassage = true
      }
    } else {
      if (!isControl && code !== 32) inPassage = false
      kept.push(letters.subarray(place * 2, (place + width) * 2))
    }
    place += width
  }
  return { letters: Buffer.concat(kept), struck }
}

function written({ tag, level, data }: HwpRecord): Buffer {
  const long = data.length >= 0xfff
  const head = Buffer.alloc(long ? 8 : 4)
  head.writeUInt32LE((tag | (level << 10) | ((long ? 0xfff : data.length) << 20)) >>> 0)
  if (long) head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data])
}
