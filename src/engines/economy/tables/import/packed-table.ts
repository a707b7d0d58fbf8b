import { matrixOf } from '../../algebra/matrix.ts'
import { EconomyError } from '../../economy-error.ts'
import type { IoTable } from '../io-table.ts'

/** First bytes of a packed table: “GIO1”. */
const MAGIC = 0x314f4947

/**
 * 이진 보관: a checked table as bytes: four letters, the length of a JSON head (names, source, warnings), the head, then its numbers as doubles, little-endian. The same table gives the same bytes, so that their hash names it.
 */
export function packTable(table: IoTable): Uint8Array {
  const head = {
    source: { ...table.source, hash: null },
    licence: table.licence,
    sectors: table.sectors,
    regions: table.regions,
    finalDemand: table.finalDemand.map((one) => one.name),
    valueAdded: table.valueAdded.map((one) => one.name),
    imported: table.importedFlows !== null,
    employed: table.employment?.employed != null,
    employees: table.employment?.employees != null,
    employmentUnit: table.employment?.unit ?? null,
    warnings: table.warnings,
  }
  const json = asciiJson(head)
  const numbers: ArrayLike<number>[] = [
    table.flows.values,
    ...(table.importedFlows ? [table.importedFlows.values] : []),
    ...table.finalDemand.map((one) => one.values),
    ...table.valueAdded.map((one) => one.values),
    table.output,
    ...[table.employment?.employed, table.employment?.employees].flatMap((one) => (one ? [one] : [])),
  ]
  const padded = Math.ceil((8 + json.length) / 8) * 8
  const bytes = new Uint8Array(padded + 8 * numbers.reduce((size, one) => size + one.length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, json.length, true)
  bytes.set(json, 8)
  let at = padded
  for (const list of numbers) for (let i = 0; i < list.length; i++, at += 8) view.setFloat64(at, list[i]!, true)
  return bytes
}

/** JSON in letters of one byte each; others are written as escapes. */
function asciiJson(value: unknown): Uint8Array {
  const text = JSON.stringify(value).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/**
 * A packed table as it was, its hash (worked out by the caller: engines hash nothing) in its source.
 * @throws EconomyError `shape` for bytes that are no packed table.
 */
export function unpackTable(bytes: Uint8Array, hash: string | null = null): IoTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.length >= 8 && view.getUint32(0, true) === MAGIC ? view.getUint32(4, true) : -1
  const padded = Math.ceil((8 + length) / 8) * 8
  if (length < 0 || padded > bytes.length)
    throw new EconomyError('shape', 'expected the bytes of a packed table, got others', 'import the table again', { part: 'bytes' })
  const head = JSON.parse(Array.from(bytes.subarray(8, 8 + length), (one) => String.fromCharCode(one)).join(''))
  const n: number = head.sectors.length
  let at = padded
  const take = (count: number): number[] =>
    Array.from({ length: count }, () => {
      const value = view.getFloat64(at, true)
      at += 8
      return value
    })
  const square = () => {
    const values = take(n * n)
    return matrixOf(n, n, (i, j) => values[i * n + j]!)
  }
  const expected =
    padded +
    8 *
      (n * n * (head.imported ? 2 : 1) + n * (head.finalDemand.length + head.valueAdded.length + 1 + Number(head.employed) + Number(head.employees)))
  if (expected !== bytes.length)
    throw new EconomyError('shape', `expected ${expected} bytes of a packed table, got ${bytes.length}`, 'import the table again', { part: 'bytes' })
  const flows = square()
  const importedFlows = head.imported ? square() : null
  const parts = (names: readonly string[]) => names.map((name) => ({ name, values: take(n) }))
  const finalDemand = parts(head.finalDemand)
  const valueAdded = parts(head.valueAdded)
  const output = take(n)
  const employed = head.employed ? take(n) : null
  const employees = head.employees ? take(n) : null
  return {
    source: { ...head.source, hash },
    licence: head.licence,
    sectors: head.sectors,
    regions: head.regions,
    flows,
    finalDemand,
    valueAdded,
    output,
    importedFlows,
    employment: employed || employees ? { employed, employees, unit: head.employmentUnit ?? 'persons' } : null,
    warnings: head.warnings,
  }
}
