const endOfDirectory = 0x06054b50
const entry = 0x02014b50
/** 1980-01-01 00:00:00, the first moment that a zip can say. */
const [time, day] = [0, 0x0021]

/**
 * 같은 물음에 같은 바이트: a zip whose entries carry no moment. A workbook of the same rows is then the same file, whenever it was packed.
 *
 * @throws RangeError where the bytes are no zip of a single part
 */
export function stillZip(zip: Buffer): Buffer {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== endOfDirectory) end--
  if (end < 0) throw new RangeError('expected a zip, got bytes without the end of its directory')
  const entries = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let done = 0; done < entries; done++) {
    if (zip.readUInt32LE(at) !== entry) throw new RangeError(`expected entry ${done + 1} of ${entries} at byte ${at} of the zip`)
    const local = zip.readUInt32LE(at + 42)
    for (const place of [at + 12, local + 10]) {
      zip.writeUInt16LE(time, place)
      zip.writeUInt16LE(day, place + 2)
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
