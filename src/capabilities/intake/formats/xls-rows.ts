import { find, read, write } from 'cfb'
import { compoundStreams } from './compound-file.ts'
import { type OutOfSight, outOfSight } from './out-of-sight.ts'
import type { Warning } from './types.ts'

/** Records of an Excel 97 workbook that say what is out of sight and where cells are merged. */
const kinds = { begin: 0x809, end: 0x0a, sheet: 0x85, password: 0x2f, row: 0x208, columns: 0x7d, filtered: 0x9b, merged: 0xe5 }
/** Records of one cell, which begin with its row and column: BLANK aside. */
const cells = new Set([0x06, 0x203, 0x204, 0x205, 0x27e, 0xd6, 0xfd])
const severalNumbers = 0xbd
const oneNumber = 0x27e
const wordsOfFormula = 0x207

interface BiffRecord {
  kind: number
  at: number
  data: Buffer
}
type Sight = 'hidden' | 'folded'

/**
 * 숨긴 행과 열(XLS): an Excel 97 workbook without the cells of rows and columns that somebody hid, and what the reviewer is told of them. Rows under a filter and what a
 * folded outline covers are cells like others and told, as in XLSX. The same bytes where nothing is hidden, where a password enciphers it, or where it is not as its own tables say.
 */
export function shownXls(bytes: Uint8Array): { bytes: Uint8Array; warnings: Warning[] } {
  const none = { bytes, warnings: [] }
  const stream = compoundStreams(bytes, /^(?:Workbook|Book)$/i)[0]
  if (!stream) return none
  try {
    const records = recordsOf(Buffer.from(stream.bytes))
    if (records.some((one) => one.kind === kinds.password)) return none
    const sheets = sheetsOf(records)
    const gone = new Map<BiffRecord, Buffer>()
    const warnings = sheets.flatMap(({ name, own }) => {
      const { hidden, folded, left } = sightOf(own)
      for (const [record, written] of left) gone.set(record, written)
      return outOfSight(name, hidden, folded)
    })
    if (gone.size === 0) return { bytes, warnings }
    const file = read(Buffer.from(bytes), { type: 'buffer' })
    const entry = find(file, `/${stream.name}`)
    if (!entry) return none
    entry.content = without(records, gone)
    entry.size = entry.content.length
    return { bytes: Uint8Array.from(write(file, { type: 'buffer' }) as Buffer), warnings }
  } catch {
    return none
  }
}

function recordsOf(stream: Buffer): BiffRecord[] {
  const records: BiffRecord[] = []
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2)
    records.push({ kind: stream.readUInt16LE(at), at, data: stream.subarray(at + 4, at + 4 + length) })
    at += 4 + length
  }
  return records
}

/** The sheets of a workbook with their records: from where the workbook says that each begins to its end. */
function sheetsOf(records: readonly BiffRecord[]): { name: string; own: readonly BiffRecord[] }[] {
  return records
    .filter((one) => one.kind === kinds.sheet && one.data.length >= 8)
    .map(({ data }) => {
      const from = records.findIndex((one) => one.kind === kinds.begin && one.at === data.readUInt32LE(0))
      const to = from < 0 ? -1 : records.findIndex((one, at) => at > from && one.kind === kinds.end)
      const name = (data[7]! & 1) !== 0 ? data.toString('utf16le', 8, 8 + data[6]! * 2) : data.toString('latin1', 8, 8 + data[6]!)
      // a sheet that is hidden itself is told as such
      return { name, own: to < 0 || (data[4]! & 3) !== 0 ? [] : records.slice(from, to) }
    })
}

/** What of a sheet is out of sight, and its records of hidden cells with what is left of each. */
function sightOf(records: readonly BiffRecord[]): { hidden: OutOfSight; folded: OutOfSight; left: Map<BiffRecord, Buffer> } {
  const rows = new Map<number, Sight>()
  const columns = new Map<number, Sight>()
  const anchors = new Set<string>()
  const filtered = records.some((one) => one.kind === kinds.filtered)
  for (const { kind, data } of records) {
    if (kind === kinds.row && data.length >= 16) {
      const look = data.readUInt16LE(12)
      if ((look & 0x20) !== 0) rows.set(data.readUInt16LE(0), filtered || (look & 7) > 0 ? 'folded' : 'hidden')
    } else if (kind === kinds.columns && data.length >= 10) {
      const look = data.readUInt16LE(8)
      if ((look & 1) === 0) continue
      for (let at = data.readUInt16LE(0); at <= Math.min(data.readUInt16LE(2), 255); at++)
        columns.set(at, ((look >>> 8) & 7) > 0 ? 'folded' : 'hidden')
    } else if (kind === kinds.merged)
      for (let at = 2; at + 8 <= data.length; at += 8) anchors.add(`${data.readUInt16LE(at)}:${data.readUInt16LE(at + 4)}`)
  }
  const used = { rows: new Set<number>(), columns: new Set<number>() }
  /** Words of a merged cell that begins out of sight stand in what is left of it. */
  const isGone = (row: number, column: number) => {
    used.rows.add(row)
    used.columns.add(column)
    return (rows.get(row) === 'hidden' || columns.get(column) === 'hidden') && !anchors.has(`${row}:${column}`)
  }
  const left = new Map<BiffRecord, Buffer>()
  records.forEach((record, at) => {
    const { kind, data } = record
    if (cells.has(kind) && data.length >= 6) {
      if (!isGone(data.readUInt16LE(0), data.readUInt16LE(2))) return
      left.set(record, Buffer.alloc(0))
      const next = records[at + 1]
      if (next?.kind === wordsOfFormula) left.set(next, Buffer.alloc(0))
    } else if (kind === severalNumbers && data.length >= 6) {
      const [row, first] = [data.readUInt16LE(0), data.readUInt16LE(2)]
      const parts = Array.from({ length: Math.floor((data.length - 6) / 6) }, (_, part) => part)
      const shown = parts.filter((part) => !isGone(row, first + part))
      if (shown.length < parts.length)
        left.set(record, Buffer.concat(shown.map((part) => numberAt(row, first + part, data.subarray(4 + part * 6, 10 + part * 6)))))
    }
  })
  const count = (sight: Sight): OutOfSight => ({
    rows: [...used.rows].filter((row) => rows.get(row) === sight).length,
    columns: [...used.columns].filter((column) => columns.get(column) === sight).length,
  })
  return { hidden: count('hidden'), folded: count('folded'), left }
}

/** A record of one number, with its style. */
function numberAt(row: number, column: number, styled: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16LE(oneNumber, 0)
  head.writeUInt16LE(10, 2)
  head.writeUInt16LE(row, 4)
  head.writeUInt16LE(column, 6)
  return Buffer.concat([head, styled])
}

/** The stream with other records in the place of some, and the places of its sheets as they are now. */
function without(records: readonly BiffRecord[], gone: ReadonlyMap<BiffRecord, Buffer>): Buffer {
  const places = new Map<number, number>()
  const written: Buffer[] = []
  let length = 0
  for (const record of records) {
    places.set(record.at, length)
    const head = Buffer.alloc(4)
    head.writeUInt16LE(record.kind, 0)
    head.writeUInt16LE(record.data.length, 2)
    const one = gone.get(record) ?? Buffer.concat([head, record.data])
    written.push(one)
    length += one.length
  }
  const stream = Buffer.concat(written)
  for (const record of records)
    if (record.kind === kinds.sheet && record.data.length >= 8) {
      const now = places.get(record.data.readUInt32LE(0))
      if (now !== undefined) stream.writeUInt32LE(now, places.get(record.at)! + 4)
    }
  return stream
}
