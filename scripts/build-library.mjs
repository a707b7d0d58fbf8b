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
  } finally {
    rmSync(raw, { recursive: true, force: true })
  }
}
