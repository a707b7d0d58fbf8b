// Four builds: `server` bundles src/main.ts and the worker files with esbuild, `web` builds the console and the public style sheets with Vite,
// `reading` and `economy` the engines as libraries (`import { readDocument } from 'gusul/reading'`).
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const what = process.argv[2] ?? 'all'

if (what === 'server' || what === 'all') {
  const { build } = await import('esbuild')
  const workers = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.worker.ts'))
  await build({
    absWorkingDir: root,
    entryPoints: [{ in: 'src/main.ts', out: 'gusul' }, ...workers.map((file) => ({ in: `src/${file}`, out: `workers/${basename(file, '.ts')}` }))],
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}
if (what === 'web' || what === 'all') {
  const { build } = await import('vite')
  await build({ root: `${root}web`, configFile: `${root}vite.config.ts`, logLevel: 'warn' })
}
if (what === 'reading' || what === 'all') await (await import('./build-reading.mjs')).buildReading(root)
if (what === 'economy' || what === 'all') await (await import('./build-library.mjs')).buildLibrary('economy', root)
