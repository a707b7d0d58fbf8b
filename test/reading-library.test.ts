import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const blocks = [...readFileSync(join(root, 'docs/reading-library.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map((block) => block[1]!)
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gusul-reading-'))
  const builder = pathToFileURL(join(root, 'scripts/build-reading.mjs')).href
  const { buildReading } = (await import(builder)) as { buildReading: (root: string, out: string) => Promise<void> }
  await buildReading(root, folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the built library needs nothing: no import is left in it', () => {
  expect(readFileSync(join(folder, 'reading.mjs'), 'utf8')).not.toMatch(/^\s*import\s/m)
})

test.each(blocks.map((code, at) => [at + 1, code] as const))('example %d of docs/reading-library.md gives what it says', async (at, code) => {
  const file = join(folder, `example-${at}.mjs`)
  const checked = code
    .replaceAll("'gusul/reading'", JSON.stringify(pathToFileURL(join(folder, 'reading.mjs')).href))
    .replace(/^(.+?) \/\/ => (.+)$/gm, 'results.push([$1, $2])')
  writeFileSync(file, transformSync(`export const results = []\n${checked}`, { loader: 'ts', format: 'esm' }).code)
  const { results } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { results: [unknown, unknown][] }
  expect(results.length).toBeGreaterThan(0)
  for (const [got, said] of results) expect(got).toEqual(said)
})

test('the types hold by themselves, and package.json leads to both files', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, { types: string; default: string }> }
  const entry = exports['./reading']!
  for (const file of [entry.types, entry.default]) expect(existsSync(join(folder, file.replace('./dist/', ''))), file).toBe(true)
  const use = join(folder, 'use.ts')
  writeFileSync(
    use,
    `import { readDocument, type Reading } from './reading-types/engines/reading/index.js'
const reading: Reading = readDocument('가', { published: '2026-01-01' })
export const values: number[] = reading.commitments.map((one) => one.value)
// @ts-expect-error a day is a text
readDocument('가', { published: 1 })
`,
  )
  const ran = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', '', use],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(ran.stdout + ran.stderr.replace(/^npm warn.*$/gm, '').trim()).toBe('')
})

test('a package that is made of Gusul carries the libraries and not the tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gusul-pack-'))
  try {
    for (const name of ['package.json', '.npmignore']) copyFileSync(join(root, name), join(folder, name))
    const exported = Object.values(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry as Record<string, string>),
    )
    for (const name of [...exported, 'dist/gusul.mjs', 'dist/web/index.html', 'src/main.ts', 'src/main.test.ts', 'test/flow/a.ts']) {
      if (name === './package.json') continue
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), '')
    }
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' })
    const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }]
    const paths = new Set(files.map((file) => `./${file.path}`))
    for (const name of exported) expect([...paths], name).toContain(name)
    expect([...paths].filter((path) => path.includes('test'))).toEqual([])
    expect(paths.has('./dist/gusul.mjs')).toBe(false)
    expect(paths.has('./src/main.ts')).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
