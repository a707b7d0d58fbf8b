import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type BackupFile, backupPath, Manifest, manifestName } from './manifest.ts'
import { BackupRefused } from './refused.ts'
import { readSnapshotStream } from './stream.ts'

/** What is told while it goes on. */
export type Progress = (done: { files: number; bytes: number; path: string }) => void

/** Makes the folder of a backup (0700). @throws BackupRefused where it holds something */
export async function prepareFolder(folder: string): Promise<void> {
  const root = resolve(folder)
  await mkdir(root, { recursive: true, mode: 0o700 })
  if ((await readdir(root)).length > 0) throw new BackupRefused(`expected an empty folder for the backup, ${root} holds something; name another`)
}

/**
 * Writes a snapshot that comes as a stream into a prepared folder (files 0600) and the manifest last, after everything lies on the disk.
 * @throws BackupRefused where the stream breaks off or a file is not what the sender hashed
 */
export async function writeBackup(folder: string, stream: ReadableStream<Uint8Array>, progress: Progress): Promise<Manifest> {
  const root = resolve(folder)
  const written = new Map<string, { bytes: number; hash: Hash }>()
  let current: { path: string; handle: FileHandle } | null = null
  let total = 0
  const finish = async () => {
    if (!current) return
    await current.handle.sync()
    await current.handle.close()
    current = null
  }
  try {
    const manifest = await readSnapshotStream(stream, async (path, bytes) => {
      if (!backupPath.test(path)) throw new BackupRefused(`expected the name of a file of a backup, got "${path.slice(0, 100)}"`)
      if (current?.path !== path) {
        await finish()
        await mkdir(dirname(join(root, path)), { recursive: true, mode: 0o700 })
        current = { path, handle: await open(join(root, path), 'wx', 0o600) }
        written.set(path, { bytes: 0, hash: createHash('sha256') })
      }
      const known = written.get(path)!
      await current.handle.writeFile(bytes)
      known.bytes += bytes.byteLength
      known.hash.update(bytes)
      total += bytes.byteLength
      progress({ files: written.size, bytes: total, path })
    })
    await finish()
    for (const file of manifest.files) {
      const known = written.get(file.path)
      if (!known || known.bytes !== file.bytes || known.hash.digest('hex') !== file.sha256)
        throw new BackupRefused(`the file ${file.path} did not arrive as it was sent; make the backup again`)
    }
    const handle = await open(join(root, `${manifestName}.new`), 'wx', 0o600)
    await handle.writeFile(`${JSON.stringify(manifest, null, 1)}\n`)
    await handle.sync()
    await handle.close()
    await rename(join(root, `${manifestName}.new`), join(root, manifestName))
    return manifest
  } finally {
    await finish()
  }
}

/** The manifest of a backup. @throws BackupRefused where there is none or it is no manifest */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(resolve(folder), manifestName)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new BackupRefused(`expected a backup in ${resolve(folder)}, found no ${manifestName}: it is no backup, or one that broke off`, { cause })
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw new BackupRefused(`${file} is damaged: it is not JSON`, { cause })
  }
  const version = (parsed as { formatVersion?: unknown } | null)?.formatVersion
  if (typeof version === 'number' && version > 1)
    throw new BackupRefused(`${file} was made by a newer Gusul (form ${version}, this one knows 1); restore it with that one`)
  const manifest = Manifest.safeParse(parsed)
  if (manifest.success) return manifest.data
  const issue = manifest.error.issues[0]!
  throw new BackupRefused(`${file} is damaged: ${issue.path.join('.')}: ${issue.message}`)
}

/** Reads every file and compares size and hash with the manifest. @throws BackupRefused that names the first file that differs */
export async function verifyFiles(folder: string, manifest: Manifest, progress: Progress): Promise<void> {
  const root = resolve(folder)
  let bytes = 0
  for (const [at, file] of manifest.files.entries()) {
    const found = await stat(join(root, file.path)).catch(() => null)
    if (!found) throw new BackupRefused(`the backup is incomplete: ${file.path} is missing`)
    if (found.size !== file.bytes) throw new BackupRefused(`${file.path} is damaged: expected ${file.bytes} bytes, found ${found.size}`)
    const hash = createHash('sha256')
    for await (const piece of createReadStream(join(root, file.path))) hash.update(piece as Buffer)
    if (hash.digest('hex') !== file.sha256) throw new BackupRefused(`${file.path} is damaged: its bytes are not those that were backed up`)
    bytes += file.bytes
    progress({ files: at + 1, bytes, path: file.path })
  }
}

/** The lines of a file of rows in batches of about `batchBytes`. */
export async function* linesOf(folder: string, file: BackupFile, batchBytes: number): AsyncGenerator<string[]> {
  const lines = createInterface({ input: createReadStream(join(resolve(folder), file.path)), crlfDelay: Number.POSITIVE_INFINITY })
  let batch: string[] = []
  let length = 0
  for await (const line of lines) {
    batch.push(line)
    length += line.length
    if (length < batchBytes) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}

export const bytesOf = (folder: string, path: string): Promise<Buffer> => readFile(join(resolve(folder), path))
