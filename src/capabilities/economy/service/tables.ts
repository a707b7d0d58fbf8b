import { notFound, ProblemError } from '#api/problem'
import { completeMetadata, type IoTable, unpackTable } from '#engines/economy/index'
import { appendAudit } from '#store/audit'
import { getBlob, putBlob } from '#store/blobs'
import { newId } from '#store/log/ids'
import type { Db, Store, Tx } from '#store/store'
import { changeTable, importedName, insertTable, type TableRow, tableByHash, tableById } from '../queries/tables.ts'
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

/** Leaves nothing unpacked in memory. */
export const forgetTables = (): void => unpacked.clear()

/** The flows of a table, ready to be asked. @throws ProblemError 404 */
export async function flowsOf(db: Db, officeId: string, tableId: string): Promise<{ row: TableRow; table: IoTable }> {
  const row = await tableById(db, officeId, tableId)
  if (row?.kind !== 'flows') throw notFound({ ko: '산업연관표', en: 'The table of flows' })
  const kept = unpacked.get(row.hash)
  if (kept) return { row, table: named(kept, row) }
  const table = unpackTable(await packedBytes(db, officeId, row), row.hash)
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
  const bytes = await packedBytes(db, officeId, row)
  return { row, employment: JSON.parse(new TextDecoder().decode(bytes)) as EmploymentTable }
}

/**
 * The packed bytes of a table, as their hash says. Bytes that are gone or damaged are worked out again from the file that the table came from; only what gives the same hash counts.
 * @throws ProblemError 404 where neither is whole
 */
async function packedBytes(db: Db, officeId: string, row: TableRow): Promise<Uint8Array> {
  const blob = await getBlob(db, officeId, row.hash)
  if (blob && hashOf(blob.bytes) === row.hash) return blob.bytes
  const made = await packedAgain(db, officeId, row)
  if (!made)
    throw new ProblemError(
      404,
      'not-found',
      { ko: '표의 자료가 없거나 상했습니다', en: 'The numbers of the table are gone or damaged' },
      {
        detail: {
          ko: '들인 파일에서도 같은 표를 다시 만들 수 없었습니다. 표를 다시 들이십시오.',
          en: 'The file that it came from does not give the same table again. Import it again.',
        },
      },
    )
  return made
}

async function packedAgain(db: Db, officeId: string, row: TableRow): Promise<Uint8Array | null> {
  const file = row.fileHash === null ? null : await getBlob(db, officeId, row.fileHash)
  if (!file || hashOf(file.bytes) !== row.fileHash) return null
  const { year, priceBasis, importTreatment, unit, regionScope, source, licence } = row
  const said = { year, priceBasis, importTreatment, unit, regionScope, source, licence }
  const ending = Object.entries(mediaTypes).find(([, type]) => type === file.mediaType)?.[0] ?? 'csv'
  const names = new Set([(await importedName(db, officeId, row.id)) ?? row.name, row.name])
  for (const name of names)
    for (const blankIsZero of [false, true]) {
      const asked: TableFile = { name: `table.${ending}`, bytes: file.bytes, said: { ...said, name }, kind: row.kind, blankIsZero }
      // a file that cannot be read gives no table again
      const read = await readTableFile(asked).catch(() => null)
      if (read?.packed && hashOf(read.packed) === row.hash) return read.packed
    }
  return null
}
