import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(import.meta.url)
const made = new Map<string, Promise<string>>()

/**
 * A worker as one file that a thread can run: beside the built server, or, where the sources themselves run (development, tests, benches), bundled once into `.cache/workers`.
 * `source` is its place under `src`, such as `capabilities/economy/threads/crew.worker.ts`.
 */
export function workerFile(source: string): Promise<string> {
  const known = made.get(source) ?? (here.endsWith('.ts') ? bundle(source) : Promise.resolve(built(basename(source, '.ts'))))
  made.set(source, known)
  return known
}

function built(name: string): string {
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'workers', `${name}.mjs`)
    if (existsSync(file)) return file
  }
  throw new Error(`expected workers/${name}.mjs beside or above ${here}; build the server again with "npm run build"`)
}

async function bundle(source: string): Promise<string> {
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [join(dirname(dirname(here)), source)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  })
  const code = result.outputFiles[0]!.contents
  let root = dirname(here)
  while (!existsSync(join(root, 'package.json'))) root = dirname(root)
  const folder = join(root, '.cache', 'workers')
  const file = join(folder, `${basename(source, '.worker.ts')}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    // several test processes may make it at once: the rename is whole or not at all
    writeFileSync(`${file}.${process.pid}`, code)
    renameSync(`${file}.${process.pid}`, file)
  }
  return file
}
