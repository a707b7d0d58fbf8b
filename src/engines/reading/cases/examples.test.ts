import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import * as decimals from '#quantity/decimal'

const EXAMPLE = /`([^`\n]+?) \/\/ => ([^`\n]+)`/g
const folders = [new URL('.', import.meta.url), new URL('../temporal/', import.meta.url)]
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => new URL(name, folder)),
)
/** Examples see what every file of both folders exports; where two files export one name, the file's own comes last and wins. */
const shared: Record<string, unknown> = { ...decimals }
for (const file of files) Object.assign(shared, await import(file.href))

test.each(files.map((file) => [file.pathname.split('/').slice(-2).join('/'), file] as const))(
  'the examples in %s give what they say',
  async (_, file) => {
    const names: Record<string, unknown> = { ...shared, ...(await import(file.href)) }
    const run = (code: string) => {
      const plain = transformSync(`export default (${code})`, { loader: 'ts' }).code
      return new Function(...Object.keys(names), plain.replace('export default', 'return'))(...Object.values(names))
    }
    for (const [, code, expected] of readFileSync(file, 'utf8').matchAll(EXAMPLE)) expect(run(code!), code).toEqual(run(expected!))
  },
)

test('the files hold examples', () => expect(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(EXAMPLE)]).length).toBeGreaterThan(50))
