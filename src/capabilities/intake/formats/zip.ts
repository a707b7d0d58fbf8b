import { crc32, inflateRawSync } from 'node:zlib'
import { FormatError } from './failure.ts'
import { entryName, largeDirectory, largeSizes } from './zip-names.ts'

/** One entry as the archive's directory lists it. */
export interface ZipEntry {
  name: string
  encrypted: boolean
  method: number
  packed: number
  size: number
  offset: number
  /** Its name has slashes of Windows, or its sizes are those of a 64-bit zip: other readers of archives may not take it. */
  unusual: boolean
}

const damaged = (ko: string, en: string) =>
  new FormatError('damaged', {
    ko: `파일 안의 압축이 손상되었습니다(${ko}). 원본을 다시 받아 올려 주십시오.`,
    en: `The archive in the file is damaged (${en}). Get the original again and add that.`,
  })

/** Where the end record stands: it may be followed by a comment of up to 65,535 bytes. */
function endRecord(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 65_535; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

/**
 * 압축 목록: the entries of a zip archive, from the directory at its end; nothing is unpacked. Folders in names are parted by `/`, whatever the packer wrote.
 *
 * @throws FormatError `damaged` without a whole directory, `too-large` past `most` entries
 */
export function zipEntries(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < 22 ? -1 : endRecord(view)
  if (end < 0) throw damaged('목록이 없습니다', 'it has no directory')
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) {
    const large = largeDirectory(view, end)
    if (!large) throw new FormatError('too-large')
    count = large.count
    at = large.at
  }
  if (count > most)
    throw new FormatError('too-large', {
      ko: `압축 안의 파일이 ${count}개로 ${most}개를 넘습니다. 나누어 올려 주십시오.`,
      en: `The archive holds ${count} files, more than ${most}. Split it and add the parts.`,
    })
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged('목록이 끊겼습니다', 'its directory breaks off')
    const flags = view.getUint16(at + 8, true)
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const raw = entryName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0, extra)
    const name = raw.replace(/\\/g, '/')
    const said = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)] as const
    const [size, packed, offset] = largeSizes(said, extra)
    entries.push({
      name,
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      packed,
      size,
      offset,
      unusual: name !== raw || size !== said[0] || packed !== said[1] || offset !== said[2],
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * The bytes of one entry. What the directory says of its size is a claim: unpacking stops at `most`.
 *
 * @throws FormatError `encrypted`, `damaged`, `unsupported` (a method other than store and deflate), `too-large`
 */
export function unzip(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  if (entry.encrypted) throw new FormatError('encrypted')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw damaged(entry.name, entry.name)
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (from + entry.packed > bytes.length) throw damaged(entry.name, entry.name)
  const packed = bytes.subarray(from, from + entry.packed)
  if (entry.method === 0) {
    if (packed.length > most) throw new FormatError('too-large')
    return packed.slice()
  }
  if (entry.method !== 8)
    throw new FormatError('unsupported', {
      ko: `압축 방식 ${entry.method}은 읽지 못합니다. zip으로 다시 묶어 올려 주십시오.`,
      en: `Compression method ${entry.method} is not read. Pack it as an ordinary zip and add that.`,
    })
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new FormatError('too-large')
    throw damaged(entry.name, entry.name)
  }
}

/**
 * Whether an archive is a bomb: by its directory, before anything is unpacked. Small archives may have any ratio.
 *
 * @throws FormatError `too-large`
 */
export function checkZip(entries: readonly ZipEntry[], limits: { unpackedBytes: number; ratio: number }): void {
  let packed = 0
  let size = 0
  for (const entry of entries) {
    packed += entry.packed
    size += entry.size
  }
  if (size > limits.unpackedBytes || (size > 10_000_000 && size > packed * limits.ratio))
    throw new FormatError('too-large', {
      ko: `풀면 ${Math.round(size / 1e6)} MB가 되는 압축입니다. 압축 폭탄일 수 있어 열지 않았습니다. 필요한 문서만 올려 주십시오.`,
      en: `The archive would unpack to ${Math.round(size / 1e6)} MB. It may be a bomb and was not opened. Add the documents that you need.`,
    })
}

/** 압축 만들기: an archive of files as they are, without compression. */
export function zipOf(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const out: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, bytes] of files) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const offset = Buffer.alloc(14)
    offset.writeUInt32LE(at, 10)
    out.push(Buffer.of(0x50, 0x4b, 3, 4), common, name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    directory.push(Buffer.of(0x50, 0x4b, 1, 2, 20, 0), common, offset, name)
    at += 30 + name.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...out, listed, end])
}
