import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '#support/server'

/** A package to measure against, in exactly this version: fetched once into a cache of the benches, no dependency of Gusul; null where the registry cannot be reached. */
export async function npmPeer<T>(name: string, version: string, entry?: string): Promise<T | null> {
  const cache = join(projectRoot, 'node_modules', '.cache', 'gusul-bench', `${name}-${version}`)
  const home = join(cache, 'node_modules', name)
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true })
    try {
      execFileSync('npm', ['install', '--prefix', cache, '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`], {
        stdio: 'ignore',
        timeout: 120_000,
      })
    } catch {
      return null
    }
  }
  const main = entry ?? (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { main?: string }).main ?? 'index.js'
  return (await import(pathToFileURL(join(home, main)).href)) as T
}
