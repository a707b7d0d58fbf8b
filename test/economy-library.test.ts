import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const blocks = [...readFileSync(join(root, 'docs/economy-library.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map((block) => block[1]!)
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gusul-economy-'))
  const builder = pathToFileURL(join(root, 'scripts/build-library.mjs')).href
  const { buildLibrary } = (await import(builder)) as { buildLibrary: (name: string, root: string, out: string) => Promise<void> }
  await buildLibrary('economy', root, folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The names that the documentation of the engine promises, by part. */
const promised = {
  tables: 'readIoTable validateIoTable sutToIot splitDomesticImport aggregate adjustPrices rasBalance grasBalance',
  model:
    'technicalCoefficients allocationCoefficients leontiefInverse ghoshInverse demandShock supplyShock priceShock outputMultipliers valueAddedMultipliers employmentMultipliers incomeMultipliers importInducement roundByRound spilloverFeedback',
  linkages:
    'powerOfDispersion sensitivityOfDispersion keySectors hypotheticalExtraction fieldOfInfluence upstreamness downstreamness averagePropagationLength structuralDecomposition',
  regional: 'simpleLq crossIndustryLq semilogLq flegg augmentedFlegg regionalise multiregionalFromGravity',
  structure:
    'locationQuotient symmetricLq shiftShare herfindahl hachman krugmanSpecialisation entropy relatedVariety unrelatedVariety ellisonGlaeser locationalGini bartik',
  complexity:
    'rca presence economicComplexity proximity relatedness relatednessDensity complexityOutlookIndex complexityOutlookGain fitnessComplexity',
  city: 'valueChainCompleteness missingLinks clusterDefinition claimCheck utilisationWarning targetForecast projectImpact',
} as const

test.each(Object.entries(promised))('every function of %s is exported', async (_part, names) => {
  const library = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'economy.mjs')).href)) as Record<string, unknown>
  expect(names.split(' ').filter((name) => typeof library[name] !== 'function')).toEqual([])
})

test('the name of the package alone leads to every function of the list', () => {
  // as it stands in another project: its package.json and what was built
  const home = join(folder, 'elsewhere/node_modules/gusul')
  mkdirSync(home, { recursive: true })
  cpSync(join(root, 'package.json'), join(home, 'package.json'))
  symlinkSync(folder, join(home, 'dist'))
  const code = `import * as economy from 'gusul/economy'
import { nodeCrew } from 'gusul/economy/threads'
console.log(JSON.stringify([Object.keys(economy).filter((name) => typeof economy[name] === 'function'), typeof nodeCrew]))`
  const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: join(folder, 'elsewhere'), encoding: 'utf8' })
  expect(ran.stderr).toBe('')
  const [names, crew] = JSON.parse(ran.stdout) as [string[], string]
  const wanted = Object.values(promised).flatMap((part) => part.split(' '))
  expect(wanted.length).toBeGreaterThan(60)
  expect(wanted.filter((name) => !names.includes(name))).toEqual([])
  expect(crew).toBe('function')
})

test('the built library needs nothing: no import is left in it', () => {
  expect(readFileSync(join(folder, 'economy.mjs'), 'utf8')).not.toMatch(/^\s*import\s/m)
})

test.each(blocks.map((code, at) => [at + 1, code] as const))('example %d of docs/economy-library.md gives what it says', async (at, code) => {
  const file = join(folder, `example-${at}.mjs`)
  const checked = code
    .replaceAll("'gusul/economy/threads'", JSON.stringify(pathToFileURL(join(folder, 'economy-threads.mjs')).href))
    .replaceAll("'gusul/economy'", JSON.stringify(pathToFileURL(join(folder, 'economy.mjs')).href))
    .replace(/^(.+?) \/\/ => (.+)$/gm, 'results.push([$1, $2])')
  writeFileSync(file, transformSync(`export const results = []\n${checked}`, { loader: 'ts', format: 'esm' }).code)
  const { results } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { results: [unknown, unknown][] }
  expect(results.length).toBeGreaterThan(0)
  for (const [got, said] of results) expect(got).toEqual(said)
})

test('the types hold by themselves, and package.json leads to the files', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, { types: string; default: string }> }
  const entries = [exports['./economy']!, exports['./economy/threads']!]
  for (const file of entries.flatMap((entry) => [entry.types, entry.default]))
    expect(existsSync(join(folder, file.replace('./dist/', ''))), file).toBe(true)
  const use = join(folder, 'use.ts')
  writeFileSync(
    use,
    `import { createModel, outputMultipliers, readIoTable } from './economy-types/engines/economy/index.js'
import { nodeCrew } from './economy-types/threads.js'
export const model = async () => createModel(readIoTable({ flows: [[1]], output: [2] }), { solver: 'lu', crew: await nodeCrew(1) })
export const multipliers: number[] = outputMultipliers(createModel(readIoTable({ flows: [[1]], output: [2] }))).value
// @ts-expect-error flows are numbers
readIoTable({ flows: [['1']], output: [2] })
`,
  )
  const ran = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', '', use],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(ran.stdout + ran.stderr.replace(/^npm warn.*$/gm, '').trim()).toBe('')
})
