import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolderRefused } from './errors.ts'

/** Words that only this installation knows, by name (`postgres`, `gusul_owner`, `gusul_app` and whatever others ask for). */
export type Secrets = {
  /** The word of a name; a new one (192 random bits) is made and kept the first time. */
  readonly of: (name: string) => string
}

/**
 * The secrets of a data folder, kept in `secrets.json` (0600). Written whole beside and moved into place, so that a crash leaves the old or the new file.
 * @throws DataFolderRefused when the file is damaged: a new password would lock us out of the database that is there
 */
export function openSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  const read = (): Record<string, string> => {
    if (!existsSync(file)) return {}
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    } catch (cause) {
      throw new DataFolderRefused(
        `expected JSON in ${file}, got something else; put back the file from a backup, without it the database cannot be opened`,
        { cause },
      )
    }
  }
  let known = read()
  if (existsSync(file)) chmodSync(file, 0o600)
  return {
    of(name) {
      // Another holder of the same file may have made it meanwhile.
      const there = known[name] ?? (known = read())[name]
      if (there) return there
      known = { ...known, [name]: randomBytes(24).toString('base64url') }
      const next = `${file}.new`
      writeFileSync(next, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600, flush: true })
      renameSync(next, file)
      return known[name] as string
    },
  }
}
