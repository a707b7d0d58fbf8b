import { createHash } from 'node:crypto'
import type { Db, Store } from '#store/store'
import {
  appliedMigrations,
  backupOffices,
  blobNames,
  blobPiece,
  columnsOf,
  enterOffice,
  rowsAsLines,
  type TableShape,
  tableShapes,
} from '../queries/backup.ts'
import { type BackupFile, blobPath, blobTable, globalPath, leftOutTables, type Manifest, officePath } from './manifest.ts'

/** No office: under it a transaction sees the global tables alone. */
const nobody = '00000000-0000-0000-0000-000000000000'
const pieceBytes = 4 * 1024 * 1024

/** Takes the next bytes and answers when it is ready for more; a file's bytes come one after the other. */
export interface SnapshotSink {
  piece: (path: string, bytes: Buffer) => Promise<void>
  end: (manifest: Manifest) => Promise<void>
}

/**
 * 백업: everything that the installation holds at one moment, in pieces of a few megabytes. One read-only repeatable-read transaction that walks
 * from office to office: what is written meanwhile is either wholly in it or not at all, and nobody waits for it.
 */
export async function writeSnapshot(store: Store, madeAt: Date, sink: SnapshotSink): Promise<Manifest> {
  let begun = false
  return store.readOffice(
    nobody,
    null,
    async (db) => {
      // The store repeats a transaction that lost a race; bytes that have left cannot be taken back.
      if (begun) throw new Error('the snapshot was interrupted; begin the backup again')
      begun = true
      const migrations = await appliedMigrations(db)
      const tables = await tableShapes(db)
      const offices = await backupOffices(db)
      const files: BackupFile[] = []
      for (const table of tables.filter((one) => one.global)) await writeTable(db, sink, files, table, null, globalPath(table.name))
      for (const office of offices) {
        await enterOffice(db, office.id)
        for (const table of tables.filter((one) => !one.global))
          await writeTable(db, sink, files, table, office.id, officePath(office.id, table.name))
        await writeBlobs(db, sink, files, office.id)
      }
      const manifest: Manifest = {
        format: 'gusul-backup',
        formatVersion: 1,
        madeAt: madeAt.toISOString(),
        migrations,
        offices,
        tables: tables.map((table) => ({ name: table.name, columns: columnsOf(table).map((column) => column.name) })),
        leftOut: [...leftOutTables],
        files,
      }
      await sink.end(manifest)
      return manifest
    },
    { snapshot: true },
  )
}

async function writeTable(db: Db, sink: SnapshotSink, files: BackupFile[], table: TableShape, officeId: string | null, path: string) {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  for await (const lines of rowsAsLines(db, table, officeId, pieceBytes)) {
    const piece = Buffer.from(`${lines.join('\n')}\n`)
    hash.update(piece)
    rows += lines.length
    bytes += piece.byteLength
    await sink.piece(path, piece)
  }
  // A table without rows has no file.
  if (rows > 0) files.push({ path, rows, bytes, sha256: hash.digest('hex') })
}

async function writeBlobs(db: Db, sink: SnapshotSink, files: BackupFile[], officeId: string) {
  for (const blob of await blobNames(db, officeId)) {
    const path = blobPath(officeId, blob.sha256)
    const hash = createHash('sha256')
    for (let at = 0; at < blob.size || at === 0; at += pieceBytes) {
      const piece = await blobPiece(db, officeId, blob.sha256, at, pieceBytes)
      hash.update(piece)
      await sink.piece(path, piece)
    }
    const sha256 = hash.digest('hex')
    if (sha256 !== blob.sha256)
      throw new Error(`expected a file of the ${blobTable} table with the hash ${blob.sha256}, got ${sha256}: the database is damaged`)
    files.push({ path, rows: null, bytes: blob.size, sha256 })
  }
}
