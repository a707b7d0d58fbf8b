import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Places whose doc comments are the manual: an example `call(…) // => value` in them is run here. */
const places = ['src/quantity', 'src/record', 'src/engines', 'src/api', 'src/store', 'src/surfaces', 'src/capabilities']
const example = /^[ \t]*(?:\*|\/\*\*)[ \t]+`?([A-Za-z_$][^`\n]*?)`?[ \t]*\/\/ => (.+?)[ \t]*(?:\*\/)?$/gm

const files = places
  .flatMap((place) => readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.worker.ts'))
  .map((file) => ({
    file,
    examples: [...readFileSync(join(root, file), 'utf8').matchAll(example)].map((match) => ({
      call: match[1]!,
      result: match[2]!.replace(/`$/, ''),
    })),
  }))
  .filter(({ examples }) => examples.length > 0)

/** TypeScript's `!` and the like are taken out first. */
const script = (expression: string) => transformSync(`(${expression})`, { loader: 'ts' }).code.trim().replace(/;$/, '')

const evaluate = (expression: string, scope: Record<string, unknown>): unknown =>
  new Function(...Object.keys(scope), `"use strict"; return ${script(expression)}`)(...Object.values(scope))

const aliases = Object.entries((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }).imports)

/** An example sees what its own file exports and what the files that it imports export. */
async function scopeOf(file: string): Promise<Record<string, unknown>> {
  const scope: Record<string, unknown> = {}
  for (const match of readFileSync(join(root, file), 'utf8').matchAll(/^import (?!type)[^'"]*from ['"]([#.][^'"]+)['"]/gm)) {
    const specifier = match[1]!
    const alias = aliases.find(([from]) => specifier.startsWith(from.slice(0, -1)))
    const path = alias ? join(root, alias[1].replace('*', specifier.slice(alias[0].length - 1))) : join(root, dirname(file), specifier)
    Object.assign(scope, await import(path))
  }
  return Object.assign(scope, await import(join(root, file)))
}

test('doc comments hold examples', () => expect(files.flatMap(({ examples }) => examples).length).toBeGreaterThan(20))

describe.each(files)('$file', ({ file, examples }) => {
  test.each(examples)('$call // => $result', async ({ call, result }) => {
    const scope = await scopeOf(file)
    expect(evaluate(call, scope)).toEqual(evaluate(result, scope))
  })
})
