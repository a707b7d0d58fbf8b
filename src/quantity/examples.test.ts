import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const EXAMPLE = /`([^`\n]+?) \/\/ => ([^`\n]+)`/g

test.each(files)('the examples in %s give what they say', async (file) => {
  const names: Record<string, unknown> = {}
  for (const name of files) Object.assign(names, await import(`./${name.slice(0, -3)}.ts`))
  const examples = [...readFileSync(new URL(file, folder), 'utf8').matchAll(EXAMPLE)]
  const run = (code: string) => {
    const plain = transformSync(`export default (${code})`, { loader: 'ts' }).code
    return new Function(...Object.keys(names), plain.replace('export default', 'return'))(...Object.values(names))
  }
  for (const [, code, expected] of examples) expect(run(code!), code).toEqual(run(expected!))
})
