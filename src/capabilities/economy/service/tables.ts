import { notFound, ProblemError } from '#api/problem'
import { completeMetadata, type IoTable, unpackTable } from '#engines/economy/index'
import { appendAudit } from '#store/audit'
import { getBlob, putBlob } from '#store/blobs'
import { newId } from '#store/log/ids'
import type { Db, Store, Tx } from '#store/store'
import { changeTable, insertTable, type TableRow, tableByHash, tableById } from '../queries/tables.ts'
import { type EmploymentTable, hashOf, type ReadTable, readTableFile, type TableFile, withoutPrices } from './read-file.ts'

const packedType = 'application/x-gusul-table'
const mediaTypes: Readonly<Record<string, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' }

/** Whose tables, and who works on them. */
export interface TableKeeper {
  readonly store: Store
  readonly officeId: string
  readonly by: string
}

/**
 * 표 들이기: read, check and keep a table with the file it came from. The same numbers of the same kind are kept once: then the table that is there comes back, taken out of the archive where it lay there.
 * @throws EconomyError, ProblemError 422 where metadata is missing
 */
export async function importTable(keeper: TableKeeper, file: TableFile): Promise<{ tableId: string; added: boolean; all: string[] }> {
  const read = await readTableFile(file)
  if (read.years.length < 2 || file.said.year != null) {
    const one = await keepRead(keeper, read, file)
    return { ...one, all: [one.tableId] }
  }
  // a table holds one year: the years of a file are as many tables, each with its hash
  const kept = []
  for (const year of read.years) {
    const said = { ...file.said, year, name: `${read.metadata.name ?? ''} ${year}`.trim() }
    kept.push(await keepRead(keeper, await readTableFile({ ...file, said: read.metadata.name == null ? { ...file.said, year } : said }), file))
  }
  const last = kept.at(-1)!
  return { ...last, added: kept.some((one) => one.added), all: kept.map((one) => one.tableId) }
}

async function keepRead({ store, officeId, by }: TableKeeper, read: ReadTable, file: TableFile): Promise<{ tableId: string; added: boolean }> {
  // names what is missing by throwing
  completeMetadata(read.metadata, read.kind === 'employment' ? withoutPrices : [])
  const packed = read.packed!
  return store.inOffice(officeId, by, async (tx) => {
    const there = await tableByHash(tx, officeId, read.kind, hashOf(packed))
    if (there) {
      if (there.archived) {
        await changeTable(tx, officeId, there.id, null, { archived: false })
        await appendAudit(tx, officeId, { actor: by, action: 'economy-table.restored', subjectId: there.id, detail: { name: there.name } })
      }
      return { tableId: there.id, added: false }
    }
    const fileHash = await putBlob(
      tx,
      officeId,
      file.bytes,
      mediaTypes[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    )
    const tableId = await keepPacked(tx, officeId, by, read, packed, fileHash)
    await appendAudit(tx, officeId, {
      actor: by,
      action: 'economy-table.imported',
      subjectId: tableId,
      detail: { name: read.metadata.name!, kind: read.kind, year: read.metadata.year!, file: file.name, sha256: fileHash, packed: hashOf(packed) },
    })
    return { tableId, added: true }
  })
}

/** Keep a table that was read; the caller writes the audit entry. */
export async function keepPacked(
  tx: Tx,
  officeId: string,
  by: string,
  read: Pick<ReadTable, 'kind' | 'metadata' | 'sectors' | 'regions' | 'notes' | 'employment'> & { layout: TableRow['layout'] },
  packed: Uint8Array,
  fileHash: string | null,
): Promise<string> {
  const { metadata } = read
  const id = newId()
  await insertTable(tx, officeId, {
    id,
    kind: read.kind,
    name: metadata.name!,
    layout: read.layout,
    year: metadata.year!,
    priceBasis: metadata.priceBasis ?? null,
    importTreatment: metadata.importTreatment ?? null,
    unit: metadata.unit!,
    regionScope: metadata.regionScope!,
    revision: read.employment?.revision ?? null,
    source: metadata.source!,
    licence: metadata.licence!,
    synthetic: metadata.synthetic ?? false,
    sectors: read.sectors.length,
    regions: [...read.regions].slice(0, 400),
    hash: await putBlob(tx, officeId, packed, packedType),
    fileHash,
    notes: [...read.notes],
    createdBy: by,
  })
  return id
}

/** Rename a table, put it away or take it out again. @throws ProblemError 404, 412 */
export async function editTable(
  { store, officeId, by }: TableKeeper,
  tableId: string,
  version: number,
  to: { name?: string; archived?: boolean },
): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const before = await tableById(tx, officeId, tableId)
    if (!before) throw notFound({ ko: '표', en: 'The table' })
    if (!(await changeTable(tx, officeId, tableId, version, to)))
      throw new ProblemError(412, 'changed-meanwhile', { ko: '그사이 다른 사람이 고쳤습니다', en: 'Somebody changed it meanwhile' })
    await appendAudit(tx, officeId, {
      actor: by,
      action: 'economy-table.edited',
      subjectId: tableId,
      detail: { from: { name: before.name, archived: before.archived }, to: { ...to } },
    })
  })
}

/** Unpacked tables by their hash: the same bytes are the same table in every office. */
const unpacked = new Map<string, IoTable>()
const mostUnpacked = 8

/** The flows of a table, ready to be asked. @throws ProblemError 404 */
export async function flowsOf(db: Db, officeId: string, tableId: string): Promise<{ row: TableRow; table: IoTable }> {
  const row = await tableById(db, officeId, tableId)
  if (row?.kind !== 'flows') throw notFound({ ko: '산업연관표', en: 'The table of flows' })
  const kept = unpacked.get(row.hash)
  if (kept) return { row, table: named(kept, row) }
  const blob = await getBlob(db, officeId, row.hash)
  if (!blob) throw notFound({ ko: '표의 자료', en: 'The numbers of the table' })
  const table = unpackTable(blob.bytes, row.hash)
  unpacked.set(row.hash, table)
  if (unpacked.size > mostUnpacked) unpacked.delete(unpacked.keys().next().value!)
  return { row, table: named(table, row) }
}

/** Results name a table as the office does. */
const named = (table: IoTable, row: TableRow): IoTable => ({ ...table, source: { ...table.source, id: row.name } })

/** The persons of an employment table. @throws ProblemError 404 */
export async function employmentOf(db: Db, officeId: string, tableId: string): Promise<{ row: TableRow; employment: EmploymentTable }> {
  const row = await tableById(db, officeId, tableId)
  if (row?.kind !== 'employment') throw notFound({ ko: '지역 종사자 표', en: 'The table of regional employment' })
  const blob = await getBlob(db, officeId, row.hash)
  if (!blob) throw notFound({ ko: '표의 자료', en: 'The numbers of the table' })
  return { row, employment: JSON.parse(blob.bytes.toString('utf8')) as EmploymentTable }
}
