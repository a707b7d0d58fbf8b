import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(import.meta.url)
let made: Promise<string> | null = null

/**
 * The worker as one file that a thread can run: beside the built server, or, where the sources themselves run (development, tests, benches),
 * bundled once into `.cache/workers`.
 */
export function workerFile(): Promise<string> {
  made ??= here.endsWith('.ts') ? bundle() : Promise.resolve(built())
  return made
}

function built(): string {
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'workers', 'formats.worker.mjs')
    if (existsSync(file)) return file
  }
  throw new Error(`expected workers/formats.worker.mjs beside or above ${here}; build the server again with "npm run build"`)
}

async function bundle(): Promise<string> {
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [join(dirname(here), 'formats.worker.ts')],
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
  const file = join(folder, `formats-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    // several test processes may make it at once: the rename is whole or not at all
    writeFileSync(`${file}.${process.pid}`, code)
    renameSync(`${file}.${process.pid}`, file)
  }
  return file
}
