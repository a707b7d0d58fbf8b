import { open, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** A file of a watched folder. */
export interface FileOfFolder {
  /** Its path in the folder, with `/`. */
  path: string
  name: string
  whole: string
  /** Size and time of the last change: another one is another content. */
  fingerprint: string
  changedAt: number
}

const deepest = 8
const largest = 100_000_000
/** A file that was written to this lately may still be written to. */
export const settleMilliseconds = 3_000

const skipped = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:tmp|part|partial|crdownload|download|swp)$/i

/** 폴더의 파일: the files of a folder and its sub-folders, by name. Hidden files, half downloads and links are left out. @throws where the folder itself cannot be read */
export async function filesOf(folder: string): Promise<FileOfFolder[]> {
  const found: FileOfFolder[] = []
  const walk = async (at: string, depth: number) => {
    const entries = await readdir(at, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skipped.test(entry.name)) continue
      const whole = join(at, entry.name)
      if (entry.isDirectory()) {
        if (depth < deepest) await walk(whole, depth + 1).catch(() => {})
      } else if (entry.isFile()) {
        const seen = await stat(whole).catch(() => null)
        if (seen)
          found.push({
            path: relative(folder, whole).replaceAll('\\', '/'),
            name: entry.name,
            whole,
            fingerprint: `${seen.size}:${seen.mtimeMs}`,
            changedAt: seen.mtimeMs,
          })
      }
    }
  }
  await walk(folder, 0)
  return found
}

/**
 * The bytes of a file that nobody writes to any more; null where it was changed lately, or while it was read.
 *
 * @throws RangeError over 100 MB
 */
export async function readSettled(file: FileOfFolder, now: number): Promise<Buffer | null> {
  if (now - file.changedAt < settleMilliseconds) return null
  const handle = await open(file.whole, 'r')
  try {
    const before = await handle.stat()
    if (before.size > largest) throw new RangeError(`expected at most 100 MB, got ${Math.ceil(before.size / 1e6)} MB`)
    const bytes = await handle.readFile()
    const after = await handle.stat()
    const same = before.size === after.size && before.mtimeMs === after.mtimeMs && bytes.length === after.size
    return same && `${after.size}:${after.mtimeMs}` === file.fingerprint ? bytes : null
  } finally {
    await handle.close()
  }
}
