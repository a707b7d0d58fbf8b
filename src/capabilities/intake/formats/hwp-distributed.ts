import { createDecipheriv } from 'node:crypto'
import { find, read, utils, write } from 'cfb'
import { compoundStreams } from './compound-file.ts'

/** Mark in the header of a Hangul document: its words stand in ViewText, enciphered. */
const distributed = 4
/** The record that hides the key, and how much of it does. */
const keyRecord = 28
const keyBytes = 256

/**
 * 배포용 문서를 여는 일: a Hangul document for distribution (HWP 5), which anybody may read, as the ordinary document that it was made of, so that what is struck through and
 * remarked in it is told like that of any other (한글 문서 파일 형식, 배포용 문서). The same bytes where it is none, or not as its own tables say: its reader says so.
 */
export function undistributed(bytes: Uint8Array): Uint8Array {
  const header = compoundStreams(bytes, /^FileHeader$/)[0]?.bytes
  if (!header || header.length < 40 || ((header[36] ?? 0) & distributed) === 0) return bytes
  try {
    const file = read(Buffer.from(bytes), { type: 'buffer' })
    const paths = file.FullPaths.filter((path) => /\/ViewText\/Section\d+$/.test(path))
    const top = find(file, '/FileHeader')
    if (paths.length === 0 || !top) return bytes
    for (const path of paths) {
      const section = deciphered(Buffer.from(find(file, path)!.content as Uint8Array))
      const place = path.replace(/^.*\/ViewText\//, '/BodyText/')
      const there = find(file, place)
      if (there) {
        there.content = section
        there.size = section.length
      } else utils.cfb_add(file, place, section)
    }
    const plain = Buffer.from(top.content as Uint8Array)
    plain[36] = plain[36]! & ~distributed
    top.content = plain
    return Uint8Array.from(write(file, { type: 'buffer' }) as Buffer)
  } catch {
    return bytes
  }
}

/** A section of ViewText: AES-128 with a key that its first record hides. @throws Error where there is none */
function deciphered(section: Buffer): Buffer {
  const head = section.readUInt32LE(0)
  const long = head >>> 20 === 0xfff
  const from = long ? 8 : 4
  const length = long ? section.readUInt32LE(4) : head >>> 20
  if ((head & 0x3ff) !== keyRecord || length < keyBytes) throw new Error('expected the record of the key')
  const hidden = Buffer.from(section.subarray(from, from + keyBytes))
  const seed = hidden.readUInt32LE(0)
  const numbers = strewn(seed)
  for (let at = 0, left = 0, mask = 0; at < keyBytes; at++, left--) {
    if (left === 0) {
      mask = numbers.next().value & 0xff
      left = (numbers.next().value & 0xf) + 1
    }
    if (at >= 4) hidden[at] = hidden[at]! ^ mask
  }
  const start = 4 + (seed & 0xf)
  const words = section.subarray(from + length)
  const decipher = createDecipheriv('aes-128-ecb', hidden.subarray(start, start + 16), null).setAutoPadding(false)
  return Buffer.concat([decipher.update(words.subarray(0, words.length - (words.length % 16))), decipher.final()])
}

/** Random numbers of the C library of Windows, with which the key is strewn. */
function* strewn(seed: number): Generator<number, never> {
  let state = seed >>> 0
  for (;;) {
    state = (Math.imul(state, 214_013) + 2_531_011) >>> 0
    yield (state >>> 16) & 0x7fff
  }
}
