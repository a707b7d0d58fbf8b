/** Ends of chains of sectors and other marks that are no sector. */
const noSector = 0xffff_fffa

/**
 * 복합 파일의 스트림: streams of an OLE compound file (HWP 5) by the names of their directory entries, for a look at what is in them. An empty list where the file is not
 * as its own tables say: whoever reads it for its words says so.
 */
export function compoundStreams(bytes: Uint8Array, name: RegExp): { name: string; bytes: Uint8Array }[] {
  try {
    return streams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
  } catch (error) {
    // a table points behind the end of the file
    if (error instanceof RangeError) return []
    throw error
  }
}

function streams(file: Buffer, name: RegExp): { name: string; bytes: Uint8Array }[] {
  if (file.readUInt32BE(0) !== 0xd0cf_11e0) return []
  const size = 1 << file.readUInt16LE(30)
  const small = 1 << file.readUInt16LE(32)
  if (size < 512 || size > 4096 || small > size) return []
  const sector = (at: number) => file.subarray((at + 1) * size, (at + 2) * size)
  const fat: number[] = []
  const tables: number[] = []
  for (let at = 0; at < 109; at++) tables.push(file.readUInt32LE(76 + at * 4))
  // tables of tables, for files of more than 7 MB
  for (let next = file.readUInt32LE(68), left = file.readUInt32LE(72); next < noSector && left > 0 && tables.length < 100_000; left--) {
    const more = sector(next)
    for (let at = 0; at < size - 4; at += 4) tables.push(more.readUInt32LE(at))
    next = more.readUInt32LE(size - 4)
  }
  for (const at of tables) if (at < noSector) for (let word = 0, table = sector(at); word < size; word += 4) fat.push(table.readUInt32LE(word))
  const chain = (start: number, next: readonly number[], most: number): number[] => {
    const out: number[] = []
    for (let at = start; at < noSector && out.length <= most; at = next[at] ?? noSector) out.push(at)
    return out
  }
  const whole = (start: number) => Buffer.concat(chain(start, fat, file.length / size).map(sector))
  const directory = whole(file.readUInt32LE(48))
  const cutoff = file.readUInt32LE(56)
  const root = whole(directory.readUInt32LE(116))
  const smallTable = whole(file.readUInt32LE(60))
  const smallFat = Array.from({ length: Math.floor(smallTable.length / 4) }, (_, at) => smallTable.readUInt32LE(at * 4))
  const found: { name: string; bytes: Uint8Array }[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const entry = directory.subarray(at, at + 128)
    const own = entry.toString('utf16le', 0, Math.max(0, entry.readUInt16LE(64) - 2))
    if (entry[66] !== 2 || !name.test(own)) continue
    const [start, length] = [entry.readUInt32LE(116), entry.readUInt32LE(120)]
    const data =
      length >= cutoff
        ? whole(start)
        : Buffer.concat(chain(start, smallFat, root.length / small).map((part) => root.subarray(part * small, (part + 1) * small)))
    found.push({ name: own, bytes: data.subarray(0, length) })
  }
  return found
}
