import { operatorId } from '#capabilities/accounts/index'
import { appendAudit, verifyAudit } from '#store/audit'
import { retryJob } from '#store/jobs'
import type { Migration } from '#store/migrate'
import type { Store, Tx } from '#store/store'
import { clearSettings, enterOffice, insertBlob, insertLines, populationOf, stopJobs, type TableShape, tableShapes } from '../queries/backup.ts'
import { bytesOf, linesOf, type Progress } from './folder.ts'
import { type BackupFile, blobPath, blobTable, globalPath, type Manifest, officePath } from './manifest.ts'
import { BackupRefused } from './refused.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const batchBytes = 4 * 1024 * 1024

/**
 * The steps of the schema that a backup was made with, out of those that this Gusul knows. An older backup is filled into the schema of its day;
 * the newer steps then run over it as they would have over the original.
 * @throws BackupRefused for a backup of a newer Gusul, or one whose steps have other words
 */
export function schemaOf(manifest: Manifest, known: readonly Migration[]): readonly Migration[] {
  const hashes = new Map(known.map((migration) => [migration.name, migration.sha256]))
  for (const step of manifest.migrations) {
    const hash = hashes.get(step.name)
    if (hash === undefined)
      throw new BackupRefused(`the backup has a newer schema (${step.name}); restore it with the Gusul that made it, or a newer one`)
    if (hash !== step.sha256)
      throw new BackupRefused(`the backup was made with other words in ${step.name} than this Gusul has; use the Gusul that made it`)
  }
  const names = new Set(manifest.migrations.map((step) => step.name))
  return known.filter((migration) => names.has(migration.name))
}

/**
 * 복원: fills an empty installation with the rows of a backup, in one transaction: all of it stands or nothing does.
 * @throws BackupRefused where the installation holds an office or a person, or a file has another number of rows than the manifest says
 */
export async function fillFromBackup(store: Store, folder: string, manifest: Manifest, progress: Progress): Promise<void> {
  await store.inOffice(nobody, null, async (tx) => {
    const there = await populationOf(tx, operatorId)
    if (there.offices > 0 || there.people > 0)
      throw new BackupRefused(
        `expected an empty installation, this one has ${there.offices} offices and ${there.people} people; name a new folder with --data (or an empty database)`,
      )
    await clearSettings(tx)
    const shapes = new Map((await tableShapes(tx)).map((table) => [table.name, table]))
    const files = new Map(manifest.files.map((file) => [file.path, file]))
    let done = 0
    let bytes = 0
    const fill = async (name: string, columns: readonly string[], path: string, officeId: string | null) => {
      const file = files.get(path)
      if (!file) return
      const table = shapeOf(shapes, name, columns)
      const rows =
        name === blobTable && officeId !== null
          ? await fillBlobs(tx, folder, file, columns, officeId)
          : await fillTable(tx, folder, file, table, columns)
      if (rows !== file.rows) throw new BackupRefused(`${path} is damaged: expected ${file.rows} rows, found ${rows}`)
      bytes += file.bytes
      progress({ files: ++done, bytes, path })
    }
    for (const table of manifest.tables) await fill(table.name, table.columns, globalPath(table.name), null)
    for (const office of manifest.offices) {
      await enterOffice(tx, office.id)
      for (const table of manifest.tables) await fill(table.name, table.columns, officePath(office.id, table.name), office.id)
    }
  })
}

function shapeOf(shapes: ReadonlyMap<string, TableShape>, name: string, columns: readonly string[]): TableShape {
  const table = shapes.get(name)
  const strange = table ? columns.find((column) => !table.columns.some((one) => one.name === column)) : name
  if (!table || strange !== undefined)
    throw new BackupRefused(`the manifest is damaged: this schema has no ${table ? `column ${name}.${strange}` : `table ${name}`}`)
  return table
}

async function fillTable(tx: Tx, folder: string, file: BackupFile, table: TableShape, columns: readonly string[]): Promise<number> {
  let rows = 0
  for await (const lines of linesOf(folder, file, batchBytes)) {
    await insertLines(tx, table, columns, lines)
    rows += lines.length
  }
  return rows
}

async function fillBlobs(tx: Tx, folder: string, file: BackupFile, columns: readonly string[], officeId: string): Promise<number> {
  const at = (name: string) => columns.indexOf(name)
  let rows = 0
  for await (const lines of linesOf(folder, file, batchBytes)) {
    for (const line of lines) {
      const values = JSON.parse(line) as string[]
      const name = values[at('sha256')]!.slice(2)
      const bytes = await bytesOf(folder, blobPath(officeId, name))
      await insertBlob(tx, officeId, {
        sha256: Buffer.from(name, 'hex'),
        size: Number(values[at('size')]),
        mediaType: values[at('media_type')]!,
        bytes,
      })
      rows++
    }
  }
  return rows
}

/**
 * After the rows: the chain of every office is worked out again, jobs that had not ended are queued, and the restoring itself is written down.
 * @throws BackupRefused where a chain is broken (the backup was made of a history that had been tampered with)
 */
export async function settleRestored(store: Store, manifest: Manifest): Promise<{ slug: string; entries: number }[]> {
  const settled: { slug: string; entries: number }[] = []
  for (const office of manifest.offices) {
    const verdict = await verifyAudit(store, office.id)
    if (!verdict.ok) throw new BackupRefused(`the history of ${office.slug} is broken at entry ${verdict.seq}: ${verdict.reason}`)
    settled.push({ slug: office.slug, entries: verdict.entries })
    await store.inOffice(office.id, null, async (tx) => {
      const jobs = await stopJobs(tx, office.id)
      for (const job of jobs) await retryJob(tx, office.id, job)
      await appendAudit(tx, office.id, { actor: 'system', action: 'backup.restore', detail: { madeAt: manifest.madeAt, jobs: jobs.length } })
    })
  }
  return settled
}
