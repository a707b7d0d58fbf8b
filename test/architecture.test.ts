import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Each place, and the places it may import (itself aside). A place that is not named here may import nothing and fails. The longest matching place counts. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/quantity': [],
  'src/record': ['src/quantity'],
  data: [],
  'src/engines': ['src/quantity', 'src/record', 'data'],
  'src/store': ['src/quantity', 'src/record'],
  'src/api': ['src/quantity', 'src/record', 'src/store'],
  'src/capabilities': ['src/quantity', 'src/record', 'src/engines', 'src/store', 'src/api', 'data'],
  'src/surfaces': ['src/quantity', 'src/record', 'src/store', 'src/api', 'src/capabilities'],
  'src/main.ts': ['src'],
  'src/wiring.ts': ['src'],
  'web/src': ['src/quantity', 'src/record', 'src/engines', 'data'],
}
/** Files inside a capability that other capabilities and surfaces may import. */
const doors = /\/(index|routes|commands|jobs)(\/index)?\.ts$/
const clockOrChance = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.|\bcrypto\./

const importLine = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

const files = ['src', 'web/src', 'data']
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => posix.join(top, name.split('\\').join('/'))))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !/\.contract\.ts$/.test(name))

const aliases = Object.entries((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }).imports).map(
  ([from, to]) => [from.slice(0, -1), to.slice(2).split('*')[0]!] as const,
)

/** Where an import leads inside the tree, or null for a package. */
function target(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier))
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix))
  return alias ? `${alias[1]}${specifier.slice(alias[0].length)}.ts` : null
}

const placeOf = (file: string): string | undefined =>
  Object.keys(mayImport)
    .filter((place) => file === place || file.startsWith(`${place}/`))
    .sort((a, b) => b.length - a.length)[0]

function complaints(file: string, text: string): string[] {
  const place = placeOf(file)
  if (!place) return [`${file} lies in no named place; add its folder to the table with what it may import`]
  const found: string[] = []
  for (const match of text.matchAll(importLine)) {
    const typeOnly = match[1] !== undefined
    const specifier = match[2] ?? match[3]!
    const to = target(file, specifier)
    if (to === null) {
      if (place === 'src/quantity' || place === 'data') found.push(`${file} imports the package ${specifier}, but ${place} uses none`)
      if (place === 'src/engines') found.push(`${file} imports the package ${specifier}; engines are arithmetic`)
      continue
    }
    const own = to.startsWith(`${place}/`)
    const allowed = own || mayImport[place]!.some((other) => to === other || to.startsWith(`${other}/`))
    // the browser may take the types of the server's routes, and nothing else of the server
    const typesForWeb = place === 'web/src' && typeOnly && to.startsWith('src/capabilities/')
    if (!allowed && !typesForWeb) found.push(`${file} imports ${to}, but ${place} may import only: ${mayImport[place]!.join(', ') || 'nothing'}`)
    const capability = /^src\/capabilities\/([^/]+)\//
    const [here, there] = [capability.exec(file)?.[1], capability.exec(to)?.[1]]
    if (there && here !== there && !typesForWeb && place !== 'src/main.ts' && place !== 'src/wiring.ts' && !doors.test(to))
      found.push(`${file} imports ${to}; of another capability only index.ts, routes.ts, commands and jobs are open`)
  }
  if (place === 'src/engines' || place === 'src/quantity' || place === 'src/record') {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const hit = clockOrChance.exec(code)
    if (hit) found.push(`${file} uses ${hit[0]}; take the date, the seed or the hash as an argument`)
  }
  return found
}

describe('every import points the right way', () => {
  test('there are files to look at', () => expect(files.length).toBeGreaterThan(50))
  test('all files keep to their place', () => {
    expect(files.flatMap((file) => complaints(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
  })
  test('capabilities do not import one another in a circle', () => {
    const edges = new Map<string, Set<string>>()
    for (const file of files) {
      const here = /^src\/capabilities\/([^/]+)\//.exec(file)?.[1]
      if (!here) continue
      for (const match of readFileSync(join(root, file), 'utf8').matchAll(importLine)) {
        const there = /^src\/capabilities\/([^/]+)\//.exec(target(file, match[2] ?? match[3]!) ?? '')?.[1]
        if (there && there !== here) edges.set(here, (edges.get(here) ?? new Set()).add(there))
      }
    }
    const circle = (from: string, path: string[]): string[] | null => {
      if (path.includes(from)) return [...path, from]
      for (const to of edges.get(from) ?? []) {
        const found = circle(to, [...path, from])
        if (found) return found
      }
      return null
    }
    expect([...edges.keys()].map((from) => circle(from, [])).find(Boolean) ?? null).toBeNull()
  })
})

describe('the wall itself works', () => {
  test.each([
    ['src/engines/x.ts', "import { z } from '../store/store.ts'"],
    ['src/engines/x.ts', "import fs from 'node:fs'"],
    ['src/engines/x.ts', 'const now = Date.now()'],
    ['src/quantity/x.ts', "import { a } from '#record/claim'"],
    ['src/record/x.ts', "import type { a } from '#engines/reading/reading'"],
    ['web/src/x.ts', "import { a } from '../../src/capabilities/intake/routes.ts'"],
    ['web/src/x.ts', "import type { a } from '../../src/store/store.ts'"],
    ['src/capabilities/a/x.ts', "import { b } from '#capabilities/b/queries'"],
    ['src/elsewhere/x.ts', ''],
  ])('%s with %s is refused', (file, text) => expect(complaints(file, text)).not.toEqual([]))
  test.each([
    ['src/engines/x.ts', "import { decimal } from '#quantity/decimal'"],
    ['src/capabilities/a/x.ts', "import { b } from '#capabilities/b/index'"],
    ['web/src/x.ts', "import type { Routes } from '../../src/capabilities/a/routes.ts'"],
  ])('%s with %s passes', (file, text) => expect(complaints(file, text)).toEqual([]))
})

test('no file of the project names a machine path', () => {
  const hits = files.filter((file) => /['"`]\/(?:work|home|root)\//.test(readFileSync(join(root, file), 'utf8')))
  expect(hits.map((file) => relative(root, file))).toEqual([])
})

test('no schema of the record is asked for what only the API adds to schemas', () => {
  // a schema that was made before the API's extension was loaded has no `openapi`: whether it works would hang on who imports what first
  const asked = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const names = [...text.matchAll(/^import \{([^}]*)\} from '#record\//gm)].flatMap((match) => match[1]!.split(',').map((name) => name.trim()))
    return names.filter((name) => name !== '' && text.includes(` ${name}.openapi(`)).map((name) => `${file}: ${name}`)
  })
  expect(asked).toEqual([])
})
