import { open, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Words } from '../formats/types.ts'

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

/** How many folders deep, and how large. */
export const deepest = 8
export const largest = 100_000_000
/** Size and time of a file must stay as they are for this long between two looks: then nobody writes to it any more. */
export const restMilliseconds = 5_000
/** A file that was last written to so long ago is at rest at first sight, even where the clock of its disk is some minutes off. */
const longAtRest = 600_000

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

/** Why a file was not taken in, in both languages: what was expected, what came, what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  constructor(readonly words: Words) {
    super(words.en)
  }
}

/**
 * Whether nobody writes to a file any more. Its own time is no witness while it is recent: disks of other machines have clocks of their own, and who writes may pause.
 * So its size and time must be the same as at a look some seconds before.
 *
 * @param seenSince when the file was first seen with this very size and time; null at first sight
 */
export const isAtRest = (file: Pick<FileOfFolder, 'changedAt'>, seenSince: number | null, now: number): boolean =>
  (seenSince !== null && now - seenSince >= restMilliseconds) || now - file.changedAt >= longAtRest

/**
 * The bytes of a file that is at rest; null where it changed while it was read.
 *
 * @throws FileRefused over 100 MB, and where it cannot be opened
 */
export async function readWhole(file: FileOfFolder): Promise<Buffer | null> {
  const handle = await open(file.whole, 'r').catch((error: { code?: string }) => {
    throw new FileRefused({
      ko: `열 수 없는 파일입니다 (${error.code ?? '알 수 없음'}). 서버가 읽을 수 있게 권한을 고치면 다시 봅니다.`,
      en: `The file cannot be opened (${error.code ?? 'unknown'}). Let the server read it, and it is tried again.`,
    })
  })
  try {
    const before = await handle.stat()
    if (before.size > largest) {
      const [most, size] = [largest / 1e6, Math.ceil(before.size / 1e6)]
      throw new FileRefused({
        ko: `${most}MB까지 받습니다. 이 파일은 ${size}MB입니다. 나누어 넣어 주세요.`,
        en: `At most ${most} MB are taken; this file has ${size} MB. Split it and add the parts.`,
      })
    }
    const bytes = await handle.readFile()
    const after = await handle.stat()
    const same = before.size === after.size && before.mtimeMs === after.mtimeMs && bytes.length === after.size
    return same && `${after.size}:${after.mtimeMs}` === file.fingerprint ? bytes : null
  } finally {
    await handle.close()
  }
}
