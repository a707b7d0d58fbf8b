import { crc32 } from 'node:zlib'
import { decodeCp949 } from '../text/cp949.ts'

/** One field of those that a zip entry carries beside its name. */
function fieldOf(extra: Uint8Array, kind: number): Uint8Array | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === kind) return extra.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return null
}

/** The name of an entry: UTF-8 where it is, the UTF-8 name that the packer kept beside one of another encoding, else CP949 as Korean Windows writes it. */
export function entryName(raw: Uint8Array, utf8: boolean, extra: Uint8Array): string {
  const beside = fieldOf(extra, 0x7075)
  // version 1, and the name that it was made for
  if (beside && beside.length > 5 && beside[0] === 1 && Buffer.from(beside).readUInt32LE(1) === crc32(raw))
    return new TextDecoder('utf-8').decode(beside.subarray(5))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return (utf8 ? null : decodeCp949(raw)) ?? new TextDecoder('utf-8').decode(raw)
  }
}

/** 64비트 zip: numbers too large for their own place, or written so by programs that do not know them beforehand: those of `sizes` that are all ones, in their order. */
export function largeSizes(
  sizes: readonly [size: number, packed: number, offset: number],
  extra: Uint8Array,
): [size: number, packed: number, offset: number] {
  const field = fieldOf(extra, 0x0001)
  if (!field) return [...sizes]
  const view = new DataView(field.buffer, field.byteOffset, field.byteLength)
  let at = 0
  const large = (said: number): number => {
    if (said !== 0xffffffff || at + 8 > field.length) return said
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  }
  return [large(sizes[0]), large(sizes[1]), large(sizes[2])]
}

/** Where the directory of a 64-bit zip stands and how many entries it has, from the records before the end record; null where there are none. */
export function largeDirectory(view: DataView, end: number): { count: number; at: number } | null {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return null
  return { count: Number(view.getBigUint64(at + 32, true)), at: Number(view.getBigUint64(at + 48, true)) }
}
