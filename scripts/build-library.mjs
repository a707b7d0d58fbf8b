// One engine as a library: a file that runs anywhere (dist/<name>.mjs), with its types (dist/<name>-types/).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Types of what is reachable from `entry`, with imports by place (`#quantity/…`) made relative, so that they resolve outside of this package too. */
function copyTypes(from, to, entry) {
  const seen = new Set()
  const visit = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    const source = join(from, file)
    if (!existsSync(source)) throw new Error(`expected the compiler to write ${source}`)
    const here = dirname(file)
    const text = readFileSync(source, 'utf8').replace(/(["'])(#|\.{1,2}\/)([^"']+)\1/g, (whole, _quote, kind, name) => {
      if (kind === '#' && !/^(?:engines|quantity|record)\//.test(name))
        throw new Error(`expected types of the engines alone, got #${name} in ${file}`)
      const target = kind === '#' ? `${name}.d.ts` : join(here, kind + name).replace(/\.ts$/, '.d.ts')
      if (!existsSync(join(from, target))) return whole
      visit(target)
      const step = relative(here, target)
        .replaceAll('\\', '/')
        .replace(/\.d\.ts$/, '.js')
      return `'${step.startsWith('.') ? step : `./${step}`}'`
    })
    mkdirSync(dirname(join(to, file)), { recursive: true })
    writeFileSync(join(to, file), text)
  }
  visit(entry)
}

/** Build the engine `src/engines/<name>/index.ts` into `out`. */
export async function buildLibrary(name, root = fileURLToPath(new URL('../', import.meta.url)), out = join(root, 'dist')) {
  const { build } = await import('esbuild')
  const entry = `engines/${name}/index`
  await build({
    absWorkingDir: root,
    entryPoints: [`src/${entry}.ts`],
    outfile: join(out, `${name}.mjs`),
    bundle: true,
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  if (name === 'economy') await buildThreads(root, out)
  const raw = join(root, '.cache', `${name}-types-${process.pid}`)
  const types = join(out, `${name}-types`)
  rmSync(types, { recursive: true, force: true })
  try {
    const ran = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        '-p',
        'tsconfig.engines.json',
        '--noEmit',
        'false',
        '--incremental',
        'false',
        '--tsBuildInfoFile',
        'null',
      ].concat(['--declaration', '--emitDeclarationOnly', '--rootDir', '.', '--outDir', raw]),
      { cwd: root, encoding: 'utf8' },
    )
    if (!existsSync(join(raw, `src/${entry}.d.ts`))) throw new Error(`expected types of ${name}, got: ${ran.stdout}${ran.stderr}`)
    copyTypes(join(raw, 'src'), types, `${entry}.d.ts`)
    if (name === 'economy') writeFileSync(join(types, 'threads.d.ts'), threadTypes)
  } finally {
    rmSync(raw, { recursive: true, force: true })
  }
}

/** Helping threads for the economics engine, for Node alone: the engine itself knows no threads. */
async function buildThreads(root, out) {
  const { build } = await import('esbuild')
  const folder = 'src/capabilities/economy/threads'
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: `${folder}/node-crew.ts`, out: 'economy-threads' },
      { in: `${folder}/crew.worker.ts`, out: 'workers/crew.worker' },
    ],
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}

/** What node-crew.ts exports; the types of the engine are built without Node, so these few lines stand by themselves. */
const threadTypes = `import type { Crew } from './engines/economy/index.js'
/** Threads that help to factor and invert large tables, one for every further processor, three at most. They keep no process alive. */
export interface NodeCrew extends Crew {
  readonly close: () => Promise<void>
}
export declare function nodeCrew(helpers?: number): Promise<NodeCrew>
`
